import Chronicle
import Prose

/// Where a second deed of a sentence begins without a verb that a rule knows beside its date.
enum DeedBoundary {
  /// Whether a piece begins a deed of its own by what stands in and behind it.
  static func begins(
    _ number: Int, of pieces: [Segment], after last: Segment, _ reading: BlockReading,
    _ clauses: [Clause]
  ) -> Bool {
    let piece = pieces[number]
    guard !last.carriers.isEmpty, !last.dates.isEmpty else { return false }
    return opensDatedClause(piece, pieces[number...], reading, clauses)
      || namesDatedDeed(number, of: pieces, after: last, reading)
      || tellsOutcome(piece, after: last, reading)
  }

  /// "…, and the first instalment, 3 million euros, was decided upon later that month": a clause with
  /// a subject, a verb and a date of its own.
  private static func opensDatedClause(
    _ piece: Segment, _ rest: ArraySlice<Segment>, _ reading: BlockReading, _ clauses: [Clause]
  ) -> Bool {
    let start = piece.range.lowerBound
    let isBetweenDates =
      start + 1 < piece.range.upperBound && start > 0 && reading.has(.date, at: start - 1)
      && reading.has(.date, at: start + 1)
    guard Segmenter.strongSeparators.contains(piece.separator), piece.separator != "that",
      !isBetweenDates,
      let clause = clauses.first(where: {
        abs($0.range.lowerBound - piece.range.lowerBound) <= 1 && !$0.isShared
          && $0.subject != nil
      }), !clause.verb.isCopula
    else { return false }
    return rest.contains { part in
      part.dates.contains { clause.range.contains(reading.dates[$0].range.lowerBound) }
    }
  }

  /// "The visit of May 2017, and the sixth round of consultations, hosted by Oslo in 2018": a noun
  /// of another kind of deed, with a date before the next such noun.
  private static func namesDatedDeed(
    _ number: Int, of pieces: [Segment], after last: Segment, _ reading: BlockReading
  ) -> Bool {
    let piece = pieces[number]
    guard piece.separator == "and" || piece.separator == ",",
      let noun = piece.carriers.first, noun.rule.kind == .noun, occasions.contains(noun.rule.type),
      piece.carriers.allSatisfy({ $0.rule.kind == .noun }),
      noun.range.lowerBound - piece.range.lowerBound <= 4,
      last.carriers.allSatisfy({ $0.rule.kind == .noun && $0.rule.type != noun.rule.type })
    else { return false }
    if !piece.dates.isEmpty { return true }
    for next in pieces[(number + 1)...] {
      if !next.carriers.isEmpty || next.separator == ";" { return false }
      if !next.dates.isEmpty { return true }
    }
    return false
  }

  /// "A state visit in May that yielded agreements on trade": what a visit or meeting brought.
  private static func tellsOutcome(_ piece: Segment, after last: Segment, _ reading: BlockReading)
    -> Bool
  {
    guard outcomes.contains(piece.separator),
      let occasion = last.triggers.last(where: { occasions.contains($0.rule.type) }),
      !isBefore(occasion.range.lowerBound, reading),
      let paper = piece.carriers.first(where: {
        $0.rule.kind == .noun && papers.contains($0.rule.type)
      })
    else { return false }
    return (piece.range.lowerBound..<paper.range.lowerBound).contains {
      isProducing($0, reading)
    }
  }

  /// "Left on Tuesday after a state visit": the day is not the visit’s.
  private static func isBefore(_ at: Int, _ reading: BlockReading) -> Bool {
    (max(0, at - 4)..<at).contains { others.contains(reading.tokens[$0].key) }
  }

  private static let others = BlockReading.keys("after following before ahead since")

  /// Whether a piece goes on with the clause of what stands before it: "an agreement on the share, 3
  /// million euros, | was signed in May".
  static func continues(_ piece: Segment, _ last: Segment, _ clauses: [Clause]) -> Bool {
    piece.separator == ","
      && !clauses.contains { last.range.contains($0.verb.main) }
      && clauses.contains { clause in
        guard let subject = clause.subject, !clause.isShared else { return false }
        return piece.range.contains(clause.verb.main) && last.range.contains(subject.lowerBound)
      }
  }

  /// Whether a word says that something came of something.
  static func isProducing(_ i: Int, _ reading: BlockReading) -> Bool {
    VerbLexicon.builtIn.entry(reading.tokens[i].key).map { producing.contains($0.lemma) } ?? false
  }

  private static let producing: Set<String> = [
    "yield", "produce", "bring", "give", "result", "generate", "culminate", "see", "lead", "bear",
    "end", "crown", "conclude",
  ]
  private static let outcomes: Set<String> = ["that", "which", "and", ",", "-"]
  static let occasions: Set<EventType> = [.visit, .meeting, .consultation]
  static let papers: Set<EventType> = [.agreement, .declaration]
}
