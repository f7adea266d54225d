import Chronicle
import Prose

/// What the clause in which a date stands says for itself: its words decide before its neighbours'.
enum DateClause {
  /// The triggers of the date's own clause; all of the segment's where that clause tells nothing.
  static func carriers(
    _ carriers: [Trigger], of segment: Segment, _ reading: BlockReading, _ clauses: [Clause]
  ) -> [Trigger] {
    guard segment.dates.count == 1, carriers.count > 1 else {
      return lone(carriers, of: segment, reading, clauses)
    }
    guard let own = region(segment, reading, clauses) else { return carriers }
    let inside = carriers.filter { own.range.overlaps($0.range) }
    // "Recalled the visit of 1994", but "recalled its ambassador in 1994".
    if isReport(own.clause), !inside.contains(where: { $0.range.contains(own.clause.verb.main) }) {
      return carriers
    }
    guard !inside.isEmpty else { return lone(carriers, of: segment, reading, clauses) }
    // "It was in May that the treaty was signed": the clause says only when.
    if own.clause.verb.isCopula, inside.allSatisfy({ $0.rule.kind == .noun }) { return carriers }
    return inside
  }

  /// Without a trigger in the date's clause, its own verb, if that alone says what kind of deed it is.
  private static func lone(
    _ carriers: [Trigger], of segment: Segment, _ reading: BlockReading, _ clauses: [Clause]
  ) -> [Trigger] {
    guard !carriers.isEmpty, segment.dates.count == 1,
      let own = region(segment, reading, clauses), !isReport(own.clause), !own.clause.verb.isCopula,
      carriers.allSatisfy({ !own.range.overlaps($0.range) })
    else { return carriers }
    // "Closed its office in July after Kenya had recognised the republic": the date is not of that.
    let isBefore = carriers.allSatisfy { carrier in
      clauses.last { $0.range.lowerBound <= carrier.range.lowerBound }.map {
        $0.range.lowerBound > own.clause.verb.main
          && causes.contains(reading.tokens[$0.range.lowerBound].key)
      } ?? false
    }
    if isBefore { return [] }
    guard !own.clause.verb.isNegated,
      let type = PlainDeed.builtIn.type(of: own.clause.verb.lemma)
    else { return carriers }
    // "Some who had come for the festival sought asylum in July": a relative clause tells about them.
    let isRelative = carriers.allSatisfy { carrier in
      clauses.last { $0.range.lowerBound <= carrier.range.lowerBound }.map {
        reading.has(.relative, at: $0.range.lowerBound)
      } ?? false
    }
    return type == .other && !isRelative ? carriers : []
  }

  /// The clause of the segment's only date, without what stands in brackets or behind a semicolon.
  private static func region(_ segment: Segment, _ reading: BlockReading, _ clauses: [Clause])
    -> (range: Range<Int>, clause: Clause)?
  {
    guard let date = segment.dates.first else { return nil }
    let at = reading.dates[date].range.lowerBound
    guard let clause = clauses.last(where: { $0.range.lowerBound <= at }),
      clause.range.contains(at), segment.range.contains(clause.verb.main),
      !isTime(clause, reading)
    else { return nil }
    let range = clause.range.clamped(to: segment.range)
    let core = min(at, clause.verb.main)..<(max(at, clause.verb.main) + 1)
    let start = (range.lowerBound..<max(range.lowerBound, core.lowerBound)).last {
      marks.contains(reading.tokens[$0].key)
    }
    let end = (core.upperBound..<max(range.upperBound, core.upperBound)).first {
      marks.contains(reading.tokens[$0].key)
    }
    return ((start ?? range.lowerBound)..<(end ?? range.upperBound), clause)
  }

  /// "The Prime Minister’s stay in Oslo, 4–6 April 2011, gave us a declaration": the visit that has
  /// the date, before the verb by which something came of it.
  static func occasion(
    _ date: Int, of segment: Segment, _ primary: Trigger, _ reading: BlockReading,
    _ clauses: [Clause]
  ) -> Trigger? {
    let at = reading.dates[date].range.lowerBound
    guard DeedBoundary.papers.contains(primary.rule.type),
      let verb = clauses.first(where: {
        $0.verb.main > at && $0.verb.main < primary.range.upperBound
      })?.verb,
      DeedBoundary.isProducing(verb.main, reading)
    else { return nil }
    return segment.triggers.last {
      $0.range.upperBound <= at && $0.rule.kind == .noun
        && ($0.rule.type == .visit || $0.rule.type == .meeting)
    }
  }

  /// "On 5 May, when nobody could travel, …", "when it was elected in May": says when the deed of
  /// another clause was done.
  private static func isTime(_ clause: Clause, _ reading: BlockReading) -> Bool {
    (clause.range.lowerBound..<clause.verb.range.lowerBound).contains { i in
      guard times.contains(reading.tokens[i].key) else { return false }
      return i == clause.range.lowerBound || reading.tokens[i - 1].key == WordClass.comma
        || reading.has(.date, at: i - 1)
    }
  }

  /// The dates of a segment without those of clauses that only say when: "When people fled in August,
  /// Norway sent 20 million in September".
  static func dates(_ segment: Segment, _ reading: BlockReading, _ clauses: [Clause]) -> [Int] {
    guard segment.dates.count > 1 else { return segment.dates }
    func clause(_ date: Int) -> Clause? {
      let at = reading.dates[date].range.lowerBound
      return clauses.last { $0.range.lowerBound <= at }
    }
    let main = segment.dates.filter { date in
      guard let own = clause(date) else { return true }
      let tells = segment.triggers.contains { own.range.overlaps($0.range) }
      return tells || !isTime(own, reading)
    }
    return main.isEmpty ? segment.dates : main
  }

  private static let times = BlockReading.keys("when while after before because although though")

  private static func isReport(_ clause: Clause) -> Bool {
    VerbLexicon.builtIn.isReport(clause.verb.lemma)
  }

  private static let causes = BlockReading.keys("after because since until")
  private static let marks = BlockReading.keys("( ) ;")
}
