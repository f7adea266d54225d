import Chronology
import Prose

/// The words around a date that change its value.
struct DateSurroundings {
  let words: BlockWords
  let range: Range<Int>

  private var tokens: UnsafeBufferPointer<Token> { words.tokens }
  private func key(_ i: Int) -> WordKey? { words.key(i) }

  /// A match without a leading preposition.
  static func core(of range: Range<Int>, _ tokens: UnsafeBufferPointer<Token>) -> Range<Int> {
    var start = range.lowerBound
    while start < range.upperBound - 1, leading.contains(tokens[start].key) { start += 1 }
    return start..<range.upperBound
  }

  /// "The southern spring of 1996".
  var isSouthern: Bool {
    range.contains { Self.south.contains(tokens[$0].key) }
      || before(1).map(Self.south.contains) == true
  }

  /// "On 11 June, less than two weeks ago,".
  var isCountedFromNow: Bool {
    guard key(range.upperBound) == WordClass.comma,
      let ago = (range.upperBound + 2..<range.upperBound + 8).first(where: { key($0) == Self.ago })
    else { return false }
    return key(ago - 1).map(Self.spans.contains) == true
      && !(range.upperBound + 1..<ago).contains { key($0) == WordClass.comma }
  }

  private static var ago: WordKey { "ago" }
  private static let spans = BlockReading.keys("day days week weeks month months")
  private static let south = BlockReading.keys("southern austral")

  private func before(_ n: Int) -> WordKey? { key(range.lowerBound - n) }

  /// "since", "after", "by" and the like right before it.
  var relation: DateMention.Relation {
    var at = 1
    // "before the end of next year", "by the end of 2018"
    if before(1) == Self.of, before(2) == Self.end, before(3) == Self.the {
      at = 4
    }
    while let key = before(at), Self.small.contains(key) { at += 1 }
    guard let key = before(at) else { return .at }
    let isNot = before(at + 1) == Self.not
    if key == Self.since { return .since }
    if key == Self.after { return isNot ? .before : .after }
    if key == Self.by { return .before }
    if key == Self.before { return isNot ? .since : .before }
    if key == Self.to {
      if before(at + 1) == Self.prior { return .before }
      return before(at + 1) == Self.up ? .until : .at
    }
    if key == Self.than { return comparison(at + 1) }
    if key == Self.from, isOpening(at) { return .since }
    if key == Self.until || key == Self.till {
      return isNegated(at) ? .at : .until
    }
    return .at
  }

  /// "From 1 May 2004 they were members": at the head of a sentence, and no other date ends it.
  private func isOpening(_ at: Int) -> Bool {
    let i = range.lowerBound - at
    guard tokens[i].isCapitalised, i == 0 || tokens[i - 1].kind == .punctuation,
      words.hasWord(range.upperBound)
    else { return false }
    return !Self.ends.contains(tokens[range.upperBound].key)
  }

  /// "no later than 1820", "not earlier than 1820".
  private func comparison(_ at: Int) -> DateMention.Relation {
    let isNot = before(at + 1) == Self.not || before(at + 1) == Self.no
    if before(at) == Self.later { return isNot ? .before : .after }
    if before(at) == Self.earlier { return isNot ? .since : .before }
    return .at
  }

  /// "until 1946", "since 1990": a limit beside the story.
  var isLimit: Bool {
    var at = 1
    while let key = before(at), Self.small.contains(key) || key == Self.`in` { at += 1 }
    guard let key = before(at) else { return false }
    return Self.limits.contains(key) && !isNegated(at) || isLimitOfEvent
  }

  /// "lasted until the fall of Budapest in February 1945".
  private var isLimitOfEvent: Bool {
    let marks = Self.marks
    for at in 2...7 {
      guard let key = before(at), !marks.contains(key) else { return false }
      if key == Self.until || key == Self.till { return !isNegated(at) }
    }
    return false
  }

  /// "Last year's report": it says only which one is meant.
  var isOwner: Bool { key(range.upperBound) == Tokenizer.possessive }

  /// "(1990)", "(from 1990)".
  var isInBrackets: Bool {
    let bracket = Self.bracket
    return (1...3).contains { before($0) == bracket }
  }

  /// "born in 1901", "as in 1905".
  var isBeside: Bool {
    var at = 1
    while let key = before(at), Self.leading.contains(key) || Self.small.contains(key) { at += 1 }
    guard let key = before(at) else { return false }
    return key == Self.born || key == Self.`as` && at > 1
  }

  /// "who had come to power in January 1933,": in a relative clause behind a comma.
  var isInRelativeClause: Bool {
    relative.map { before($0 + 1) == WordClass.comma } ?? false
  }

  /// How many words before the date the relative clause in which it stands begins: "an accord that both had
  /// struck in 1933".
  var relative: Int? {
    let (stops, relatives, mask) = (Self.stops, WordClass.relatives, Self.clauseMask)
    for at in 2...12 {
      guard let key = before(at) else { return nil }
      if mask & key.bit == 0 { continue }
      if stops.contains(key) { return nil }
      if relatives.contains(key) { return at }
    }
    return nil
  }

  /// "Summits, inaugurated in Cairo on 8 November 2014, have become usual": between commas, behind a
  /// participle, and what is told is how things are.
  var isInParticipialAside: Bool {
    guard key(range.upperBound) == WordClass.comma,
      key(range.upperBound + 1).map(Self.presents.contains) == true
    else { return false }
    for at in 2...8 {
      guard let key = before(at) else { return false }
      if key == WordClass.comma {
        let i = range.lowerBound - at + 1
        guard i > 0, tokens[i].kind == .word, !tokens[i].isCapitalised else { return false }
        let form = VerbLexicon.builtIn.entry(tokens[i].key)?.form
        return form == .participle || form == .pastOrParticiple
      }
      if Self.stops.contains(key) { return false }
    }
    return false
  }

  /// "the flag did not go up until 24 August", "it took until 24 August": it went up that day.
  private func isNegated(_ at: Int) -> Bool {
    let start = max(0, range.lowerBound - at - 14)
    return (start..<max(start, range.lowerBound - at)).contains {
      Self.negations.contains(tokens[$0].key)
    }
  }

  /// The date with the doubt that the words around it express; nil where they express none.
  func qualified(_ core: EDTF) -> EDTF? {
    let mark = qualifier
    guard !mark.isEmpty, !core.isInterval else { return nil }
    return EDTF(core.description + mark)
  }

  /// The value of "since 1993", "by 2018", "late 1991".
  static func value(_ core: EDTF, _ part: DatePart?, _ relation: DateMention.Relation) -> EDTF {
    let inner = part.flatMap { Self.narrowed(core, $0) } ?? core
    switch (relation, core.form) {
    case (.since, .date(let date)), (.after, .date(let date)):
      return EDTF(from: .date(date), to: .open) ?? inner
    case (.before, .date(let date)), (.until, .date(let date)):
      return EDTF(from: .open, to: .date(date)) ?? inner
    case (.before, .interval), (.until, .interval): return EDTF("../" + core.lastPart) ?? inner
    default: return inner
    }
  }

  /// "Late 1991" is its last three months.
  private static func narrowed(_ core: EDTF, _ part: DatePart) -> EDTF? {
    guard case .date(let date) = core.form, date.precision == .year, date.qualifiers.isEmpty,
      date.years.count == 1
    else { return nil }
    let months: (Int, Int)? =
      switch part {
      case .early: (1, 3)
      case .mid: (5, 8)
      case .late: (10, 12)
      case .start, .end: nil
      }
    guard let (from, to) = months else { return nil }
    let year = date.years.lowerBound
    return EDTF(
      from: .date(EDTFDate(year: year, month: from)), to: .date(EDTFDate(year: year, month: to)))
  }

  /// "~", "?" or nothing.
  var qualifier: String {
    if let key = before(1), Self.about.contains(key) { return "~" }
    if let key = before(1), Self.perhaps.contains(key) { return "?" }
    if before(1) == Self.stop, before(2) == Self.c || before(2) == Self.ca {
      return "~"
    }
    if key(range.upperBound) == Self.question, range.upperBound < tokens.count,
      tokens[range.upperBound].start == tokens[range.upperBound - 1].end
    {
      return isQuestion ? "" : "?"
    }
    if key(range.upperBound) == Self.i, key(range.upperBound + 1) == Self.think {
      return "?"
    }
    return ""
  }

  /// The mark ends a whole sentence that asks, not a doubtful date.
  private var isQuestion: Bool {
    range.upperBound + 1 >= tokens.count && range.lowerBound > 5
  }

  /// "Next year i.e. in 2017" beside a document of 2017: the gloss is taken, the clash reported.
  func glossConflict(_ core: EDTF, _ reference: Day?) -> String? {
    guard let reference, core.precision == .year, let year = core.earliest?.year else { return nil }
    let start = max(0, range.lowerBound - 9)
    guard let i = (start..<range.lowerBound).last(where: { tokens[$0].key == Self.year }), i > start
    else { return nil }
    let offset: Int
    switch tokens[i - 1].key {
    case Self.next: offset = 1
    case Self.last: offset = -1
    case Self.this: offset = 0
    default: return nil
    }
    guard tokens[(i + 1)..<range.lowerBound].allSatisfy({ Self.gloss.contains($0.key) }) else {
      return nil
    }
    let counted = reference.year + offset
    guard counted != year else { return nil }
    let word = offset == 1 ? "next" : offset == -1 ? "last" : "this"
    return
      "\"\(word) year\" beside the document's date would be \(counted); the year named is taken"
  }

  private static var `in`: WordKey { "in" }
  private static var after: WordKey { "after" }
  private static var before: WordKey { "before" }
  private static var bracket: WordKey { "(" }
  private static var born: WordKey { "born" }
  private static var `as`: WordKey { "as" }
  private static let clauseMask = (stops.words + WordClass.relatives.words)
    .reduce(UInt64(0)) { $0 | $1.bit }
  private static let stops = BlockReading.keys(". ; ) ,")
  private static var by: WordKey { "by" }
  private static var c: WordKey { "c" }
  private static var ca: WordKey { "ca" }
  private static var end: WordKey { "end" }
  private static var i: WordKey { "i" }
  private static var last: WordKey { "last" }
  private static var later: WordKey { "later" }
  private static var from: WordKey { "from" }
  private static let ends = BlockReading.keys("to until till through and or by up")
  private static var earlier: WordKey { "earlier" }
  private static var no: WordKey { "no" }
  private static var not: WordKey { "not" }
  private static var prior: WordKey { "prior" }
  private static var to: WordKey { "to" }
  private static var up: WordKey { "up" }
  private static var next: WordKey { "next" }
  private static var of: WordKey { "of" }
  private static var question: WordKey { "?" }
  private static var since: WordKey { "since" }
  private static var stop: WordKey { "." }
  private static var than: WordKey { "than" }
  private static var the: WordKey { "the" }
  private static var think: WordKey { "think" }
  private static var this: WordKey { "this" }
  private static var till: WordKey { "till" }
  private static var until: WordKey { "until" }
  private static var year: WordKey { "year" }

  private static let presents = BlockReading.keys("have has is are remain remains")
  private static let marks = BlockReading.keys(", . ; : ( )")
  static let limits = BlockReading.keys("since until till before")
  static let leading = BlockReading.keys("on in from between during at")
  static let small = BlockReading.keys("the about around late early mid -")
  static let perhaps = BlockReading.keys("perhaps probably possibly presumably maybe")
  static let about = BlockReading.keys("about around circa approximately roughly ca c")
  static let negations = BlockReading.keys("not no never none nobody nothing took wait waited")
  static let glossMarks = BlockReading.keys("e that ie viz namely (")
  static let gloss = BlockReading.keys("i . e , ( in that is the year ie viz namely -")
}

extension EDTF {
  /// What stands after the "/" of an interval, else the whole.
  var lastPart: String {
    description.split(separator: "/").last.map(String.init) ?? description
  }
}
