import Chronicle
import Diagnostics
import Prose

/// A part of a sentence that tells at most one deed, or one deed on several dates.
struct Segment {
  var range: Range<Int>
  /// The word or mark before it: "and", ";", "which"; empty at the start of the sentence.
  var separator: String
  var triggers: [Trigger]
  /// Numbers of the dates in ``BlockReading/dates``.
  var dates: [Int]

  /// The triggers that can carry the clause.
  var carriers: LazyFilterSequence<[Trigger]> { triggers.lazy.filter { !$0.isSetting } }
}

/// Splits sentences into segments, at conjunctions and commas that stand between deeds.
enum Segmenter {
  static func segments(
    _ reading: BlockReading, _ sentence: Range<Int>, triggers: [Trigger], dates: [Int],
    clauses: [Clause]
  ) -> [Segment] {
    var result: [Segment] = []
    let pieces = pieces(reading, sentence, triggers, dates, clauses)
    if pieces.count == 1 {
      return [Segment(range: sentence, separator: "", triggers: triggers, dates: dates)]
    }
    let parts = pieces.map { piece in
      Segment(
        range: piece.range, separator: piece.separator,
        triggers: triggers.filter { piece.range.contains($0.range.lowerBound) },
        dates: dates.filter { piece.range.contains(reading.dates[$0].range.lowerBound) })
    }
    for (number, segment) in parts.enumerated() {
      if var last = result.last,
        !partsDeeds(number, of: parts, after: last, reading, clauses),
        !begins(segment, after: last, reading, clauses),
        !DeedBoundary.begins(number, of: parts, after: last, reading, clauses)
      {
        last.range = last.range.lowerBound..<segment.range.upperBound
        last.triggers += segment.triggers
        last.dates += segment.dates
        result[result.count - 1] = last
      } else {
        result.append(segment)
      }
    }
    return result
  }

  /// "Relations were opened in 1960; that September, after the rains, a school followed": verbs and dates
  /// on both sides of a semicolon.
  private static func partsDeeds(
    _ number: Int, of parts: [Segment], after last: Segment,
    _ reading: BlockReading, _ clauses: [Clause]
  ) -> Bool {
    guard parts[number].separator == ";",
      !last.dates.isEmpty || !last.carriers.isEmpty && opensWithDate(parts[number], reading),
      clauses.contains(where: { last.range.contains($0.verb.main) && !$0.verb.isCopula }),
      !DeedBoundary.continues(parts[number], last, clauses)
    else { return false }
    let end = parts[(number + 1)...].firstIndex { $0.separator == ";" } ?? parts.count
    let whole = parts[number].range.lowerBound..<parts[end - 1].range.upperBound
    return parts[number..<end].contains { !$0.dates.isEmpty }
      && clauses.contains { whole.contains($0.verb.main) }
  }

  /// "…; a year ago, in Rabat, we promised more".
  private static func opensWithDate(_ piece: Segment, _ reading: BlockReading) -> Bool {
    piece.dates.contains { reading.dates[$0].range.lowerBound <= piece.range.lowerBound + 2 }
  }

  /// Whether a piece tells something of its own beside what stands before it.
  private static func begins(
    _ piece: Segment, after last: Segment, _ reading: BlockReading, _ clauses: [Clause]
  ) -> Bool {
    let isStrong = strongSeparators.contains(piece.separator)
    let hasVerb = piece.carriers.contains { $0.rule.kind == .verb }
    let lastIsFull = !last.carriers.isEmpty
    if DeedBoundary.continues(piece, last, clauses) { return false }
    if piece.separator == ":" {
      // "Cyclone in the south: 8 million kronor through the Red Cross".
      if lastIsFull, piece.carriers.contains(where: { $0.rule.type == .aid }),
        last.carriers.allSatisfy({ $0.rule.type == .disaster })
      {
        return true
      }
      // "Flood in the west: Poland gives …": what happened, then what was done.
      return hasVerb && lastIsFull && last.carriers.allSatisfy { $0.rule.kind != .verb }
    }
    if hasVerb && lastIsFull {
      // "agreed to …, signed and ratified": verbs of one type without a date of their own stay.
      let lastHasVerb = last.carriers.contains { $0.rule.kind == .verb }
      return isStrong || lastHasVerb || !piece.dates.isEmpty
    }
    if hasVerb, !last.dates.isEmpty, isStrong,
      !piece.dates.isEmpty || tellsPlainly(last, clauses)
    {
      return true
    }
    // "Laid the stone of the hospital, which was opened a year later": another deed, with a day of its own.
    if piece.separator == "which", lastIsFull, piece.carriers.isEmpty, last.dates.isEmpty,
      !piece.dates.isEmpty, tellsPlainly(piece, clauses)
    {
      return true
    }
    if !piece.carriers.isEmpty && lastIsFull {
      if !piece.dates.isEmpty && (!last.dates.isEmpty || isAnotherVisit(piece, last)) {
        return true
      }
      return piece.separator == ";" || isAnotherPaper(piece, after: last, reading)
    }
    if !piece.dates.isEmpty, !last.dates.isEmpty, lastIsFull, piece.carriers.isEmpty {
      return contentWords(piece, reading) >= 2
    }
    return false
  }

  /// "A doctor opened a dispensary in 1954, and …": a verb with a date, though no rule knows it.
  private static func tellsPlainly(_ last: Segment, _ clauses: [Clause]) -> Bool {
    clauses.contains { clause in
      last.range.contains(clause.verb.main) && !clause.verb.isCopula
        && PlainDeed.builtIn.type(of: clause.verb.lemma).map(plain.contains) == true
    }
  }

  private static let plain: Set<EventType> = [
    .establishment, .construction, .aid, .agreement, .award, .training, .appointment,
  ]

  /// "…, when the declaration was signed, and the visit of N. N. in May": a noun of another kind beside a
  /// date of its own.
  private static func isAnotherVisit(_ piece: Segment, _ last: Segment) -> Bool {
    guard piece.separator == "and", let noun = piece.carriers.first, noun.rule.kind == .noun,
      DeedBoundary.occasions.contains(noun.rule.type),
      noun.range.lowerBound - piece.range.lowerBound <= 3
    else { return false }
    return last.carriers.allSatisfy { $0.rule.type != noun.rule.type }
  }

  /// "… signed a Cooperation Programme and an MoU on …": a second paper beside the first.
  private static func isAnotherPaper(
    _ piece: Segment, after last: Segment, _ reading: BlockReading
  ) -> Bool {
    let opening = piece.range.lowerBound + 1
    let isListed =
      piece.separator == "and"
      || piece.separator == "," && opening < piece.range.upperBound
        && listing.contains(reading.tokens[opening].key)
    guard isListed, let paper = piece.carriers.first,
      paper.rule.type == .agreement || paper.rule.type == .declaration, paper.rule.kind == .noun,
      paper.range.lowerBound - piece.range.lowerBound <= 4
    else { return false }
    return last.carriers.contains { $0.rule.type == .agreement || $0.rule.type == .declaration }
  }

  /// Words beside the dates and their prepositions.
  private static func contentWords(_ piece: Segment, _ reading: BlockReading) -> Int {
    piece.range.count { i in
      reading.tokens[i].kind != .punctuation && !smallWords.contains(reading.tokens[i].key)
        && !piece.dates.contains { reading.dates[$0].range.contains(i) }
    }
  }

  private static func pieces(
    _ reading: BlockReading, _ sentence: Range<Int>, _ triggers: [Trigger], _ dates: [Int],
    _ clauses: [Clause]
  ) -> [(range: Range<Int>, separator: String)] {
    var cuts: [(at: Int, separator: String)] = []
    cuts.reserveCapacity(8)
    for i in sentence.dropFirst() {
      if clauses.contains(where: { $0.isResumed && $0.range.lowerBound == i }) {
        cuts.append((i, "which"))
        continue
      }
      let key = reading.tokens[i].key
      let separator = reading.has(.separator, at: i) ? separators[key] : nil
      let isEdge = isCellEdge(i, reading)
      // The date in a row's first cell is that of the next.
      if reading.isCellEnd(i), let date = reading.dates(in: sentence).first,
        reading.dates[date].range == sentence.lowerBound..<i
      {
        continue
      }
      guard isEdge || separator != nil, !isInside(i, reading, triggers, dates) else { continue }
      if isEdge {
        cuts.append((i, ";"))
      } else if let separator, separator != "-" || isDash(reading, i),
        separator != "followed" || !isOwnVerb(i, clauses), !isOfTime(i, reading),
        separator != "that" || !isCleft(i, sentence, dates, reading),
        !isInOpening(i, sentence, dates, reading),
        key == TriggerFinder.semicolon || !isInSubject(i, triggers, clauses)
      {
        // ", and" and ", which" are one separator.
        if let last = cuts.last, last.at == i - 1, last.separator == "," {
          cuts[cuts.count - 1].separator = separator
        } else if let last = cuts.last, last.at == i - 1, last.separator == ";" {
          // "; and" is a semicolon.
        } else {
          cuts.append((i, separator))
        }
      }
    }
    var result: [(Range<Int>, String)] = []
    result.reserveCapacity(cuts.count + 1)
    var start = sentence.lowerBound
    var separator = ""
    for cut in cuts where cut.at > start {
      result.append((start..<cut.at, separator))
      start = cut.at
      separator = cut.separator
    }
    result.append((start..<sentence.upperBound, separator))
    return result
  }

  /// "In May 1999 and June 2004 the President came": one deed on several dates.
  private static func isInOpening(
    _ i: Int, _ sentence: Range<Int>, _ dates: [Int], _ reading: BlockReading
  ) -> Bool {
    guard ClauseReader.listWords.contains(reading.tokens[i].key),
      dates.contains(where: { reading.dates[$0].range.upperBound == i }),
      let next = dates.first(where: { reading.dates[$0].range.lowerBound > i })
    else { return false }
    return (sentence.lowerBound..<reading.dates[next].range.lowerBound).allSatisfy {
      reading.has(.date, at: $0) || ClauseReader.listWords.contains(reading.tokens[$0].key)
        || reading.has([.preposition, .adverb], at: $0)
    }
  }

  /// "It was not until July 2005 that they came": the date is that of what follows.
  private static func isCleft(
    _ i: Int, _ sentence: Range<Int>, _ dates: [Int], _ reading: BlockReading
  ) -> Bool {
    let first = sentence.lowerBound
    return i - first <= 9 && reading.tokens[first].key == WordKey("it")
      && WordClass.be.contains(reading.tokens[first + 1].key)
      && dates.contains { reading.dates[$0].range.upperBound == i }
  }

  /// "In the spring that followed": part of the time.
  private static func isOfTime(_ i: Int, _ reading: BlockReading) -> Bool {
    let at = reading.tokens[i].key == WordKey("followed") ? i - 1 : i
    return at >= 1 && at + 1 < reading.tokens.count
      && reading.has(.relative, at: at)
      && reading.tokens[at + 1].key == WordKey("followed")
      && reading.dates.contains { $0.range.upperBound == at }
  }

  /// Behind the first token of a deed's words or of a date.
  private static func isInside(
    _ i: Int, _ reading: BlockReading, _ triggers: [Trigger], _ dates: [Int]
  ) -> Bool {
    triggers.contains { $0.range.contains(i) && $0.range.lowerBound < i }
      || dates.contains {
        reading.dates[$0].range.contains(i) && reading.dates[$0].range.lowerBound < i
      }
  }

  /// "Relations between Kenya and France were established": one subject.
  private static func isInSubject(_ i: Int, _ triggers: [Trigger], _ clauses: [Clause]) -> Bool {
    clauses.contains { clause in
      guard let subject = clause.subject, subject.lowerBound < i, i < subject.upperBound - 1 else {
        return false
      }
      // "The trade agreement and the protocol were signed": two deeds.
      let deeds = triggers.lazy.map(\.range.lowerBound).filter(subject.contains)
      return !(deeds.contains { $0 < i } && deeds.contains { $0 > i })
    }
  }

  /// "Another embassy followed": the verb of a clause with a subject of its own.
  private static func isOwnVerb(_ i: Int, _ clauses: [Clause]) -> Bool {
    clauses.contains { $0.verb.main == i && $0.subject != nil && !$0.isShared }
  }

  /// Whether a cell of a table ends at a token, or a bar parts the line there.
  private static func isCellEdge(_ i: Int, _ reading: BlockReading) -> Bool {
    reading.isCellEnd(i) || reading.tokens[i].key == WordKey("|")
  }

  /// A dash between words with spaces on both sides, not a hyphen.
  private static func isDash(_ reading: BlockReading, _ i: Int) -> Bool {
    guard i > 0, i + 1 < reading.tokens.count else { return false }
    let tokens = reading.tokens
    return tokens[i - 1].end < tokens[i].start && tokens[i].end < tokens[i + 1].start
  }

  static let separators: WordMap<String> = {
    var result = WordMap<String>()
    for word in [
      ",", ";", ":", "(", ")", "-", "and", "but", "while", "which", "who", "where", "when",
      "whereas",
      "that", "before", "though", "although", "as", "because", "followed",
    ] {
      result[WordKey(word)] = word
    }
    return result
  }()
  private static let listing = BlockReading.keys("among including namely")
  static let clauseEnds = BlockReading.keys("; ( : - whereas while but")
  static let strongSeparators: Set<String> = [
    ";", "(", "-", "and", "but", "while", "which", "who", "where", "when", "whereas", "that",
    "before", "though", "although", "as", "because", "followed",
  ]
  static let smallWords = BlockReading.keys(
    "in on at of the a an and or to from by until since between again also both then only not"
      + " each respectively for as late early")
}
