import Chronology
import Diagnostics
import Prose

/// The words around a date that change its value.
struct DateSurroundings {
  let tokens: [Token]
  let text: SourceText
  let range: Range<Int>

  private func key(_ i: Int) -> WordKey? {
    tokens.indices.contains(i) ? tokens[i].key : nil
  }

  /// A match without a leading preposition.
  static func core(of range: Range<Int>, _ tokens: [Token]) -> Range<Int> {
    var start = range.lowerBound
    while start < range.upperBound - 1, leading.contains(tokens[start].key) { start += 1 }
    return start..<range.upperBound
  }

  var hints: DateContext.Hints {
    .init(isFuture: isFuture, isAhead: isAhead, isPast: isPast)
  }

  /// "We shall celebrate", "is to be signed": in the sentence before the date, nothing of the past
  /// between.
  private var isAhead: Bool {
    for i in stride(from: range.lowerBound - 1, through: max(0, range.lowerBound - 25), by: -1) {
      if endsSentence(i) { break }
      if Self.ahead.contains(tokens[i].key) { return true }
      if isToBe(i) { return true }
      if isPastVerb(i), !isPlanned(i) { return false }
    }
    // "On 26 March we shall celebrate".
    for i in range.upperBound..<min(tokens.count, range.upperBound + 8) {
      if endsSentence(i) || Self.comma == tokens[i].key && i > range.upperBound { return false }
      if Self.ahead.contains(tokens[i].key) { return true }
      if isToBe(i) { return true }
      if isPastVerb(i) { return false }
    }
    return false
  }

  /// "Is to", "are expected", "is due".
  private func isToBe(_ i: Int) -> Bool {
    guard i > 0, Self.present.contains(tokens[i - 1].key) else { return false }
    return tokens[i].key == WordKey("to") || Self.expected.contains(tokens[i].key)
  }

  private static let ahead = BlockReading.keys("will shall ll")
  private static let present = BlockReading.keys("is are")
  private static let expected = BlockReading.keys(
    "expected due scheduled planned foreseen set awaited")
  private static let comma = WordKey(",")

  private func before(_ n: Int) -> WordKey? { key(range.lowerBound - n) }

  /// "since", "after", "by" and the like right before it.
  var relation: DateMention.Relation {
    var at = 1
    // "before the end of next year", "by the end of 2018"
    if before(1) == WordKey("of"), before(2) == WordKey("end"), before(3) == WordKey("the") {
      at = 4
    }
    while let key = before(at), Self.small.contains(key) { at += 1 }
    guard let key = before(at) else { return .at }
    if key == WordKey("since") { return .since }
    if key == WordKey("after") { return .after }
    if key == WordKey("by") || key == WordKey("before") { return .before }
    if key == WordKey("than"), before(at + 1) == WordKey("later") { return .before }
    if key == WordKey("until") || key == WordKey("till") {
      return isNegated(at) ? .at : .until
    }
    return .at
  }

  /// "until 1946", "since 1990": a limit beside the story.
  var isLimit: Bool {
    var at = 1
    while let key = before(at), Self.small.contains(key) || key == WordKey("in") { at += 1 }
    guard let key = before(at) else { return false }
    return Self.limits.contains(key) && !isNegated(at)
  }

  /// "(1990)", "(from 1990)".
  var isInBrackets: Bool {
    let bracket = WordKey("(")
    return (1...3).contains { before($0) == bracket }
  }

  /// "the flag did not go up until 24 August": it went up that day.
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
    let text: String? =
      switch relation {
      case .since, .after: core.isInterval ? nil : "\(core.description)/.."
      case .before, .until: core.isInterval ? "../" + core.lastPart : "../\(core.description)"
      case .at, .within: nil
      }
    return text.flatMap { EDTF($0) } ?? inner
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
    if before(1) == WordKey("."), before(2) == WordKey("c") || before(2) == WordKey("ca") {
      return "~"
    }
    if key(range.upperBound) == WordKey("?"), range.upperBound < tokens.count,
      tokens[range.upperBound].start == tokens[range.upperBound - 1].end
    {
      return isQuestion ? "" : "?"
    }
    if key(range.upperBound) == WordKey("i"), key(range.upperBound + 1) == WordKey("think") {
      return "?"
    }
    return ""
  }

  /// The mark ends a whole sentence that asks, not a doubtful date.
  private var isQuestion: Bool {
    range.upperBound + 1 >= tokens.count && range.lowerBound > 5
  }

  /// A verb of the past stands near, in the same sentence.
  private var isPast: Bool {
    for i in stride(from: range.lowerBound - 1, through: max(0, range.lowerBound - 30), by: -1) {
      if endsSentence(i) { break }
      if isPastVerb(i) { return true }
    }
    for i in range.upperBound..<min(tokens.count, range.upperBound + 20) {
      if isPastVerb(i) { return true }
      if endsSentence(i) { break }
    }
    return false
  }

  private func endsSentence(_ i: Int) -> Bool { SentenceWalk.ends(tokens, at: i) }

  private func isPastVerb(_ i: Int) -> Bool {
    let token = tokens[i]
    guard token.kind == .word else { return false }
    if Self.past.contains(token.key) { return true }
    guard token.end - token.start > 3, !token.isCapitalised else { return false }
    return text.bytes[token.end - 1] == UInt8(ascii: "d")
      && text.bytes[token.end - 2] == UInt8(ascii: "e")
      && text.bytes[token.end - 3] != UInt8(ascii: "e")
  }

  /// The nearest verb before it in the sentence tells of a plan.
  var isFuture: Bool {
    for i in stride(from: range.lowerBound - 1, through: max(0, range.lowerBound - 25), by: -1) {
      if endsSentence(i) { return false }
      let key = tokens[i].key
      if Self.future.contains(key) { return true }
      if key == WordKey("to"), i > 0, Self.planning.contains(tokens[i - 1].key) { return true }
      if isPastVerb(i) { return isPlanned(i) }
    }
    return false
  }

  /// "to be held", "may be signed", "will have met".
  private func isPlanned(_ verb: Int) -> Bool {
    for i in stride(from: verb - 1, through: max(0, verb - 3), by: -1) {
      let key = tokens[i].key
      if Self.modal.contains(key) { return true }
      if key == WordKey("to") {
        return i + 1 == verb ? false : tokens[i + 1].key == WordKey("be")
      }
    }
    return false
  }

  /// "Next year i.e. in 2017" beside a document of 2017: the gloss is taken, the clash reported.
  func glossConflict(_ core: EDTF, _ reference: Day?) -> String? {
    guard let reference, core.precision == .year, let year = core.earliest?.year else { return nil }
    let start = max(0, range.lowerBound - 9)
    let window = (start..<range.lowerBound).map { tokens[$0].key }
    guard let i = window.lastIndex(of: WordKey("year")), i > 0 else { return nil }
    let offset: Int
    switch window[i - 1] {
    case WordKey("next"): offset = 1
    case WordKey("last"): offset = -1
    case WordKey("this"): offset = 0
    default: return nil
    }
    let gloss = window[(i + 1)...]
    guard gloss.allSatisfy({ Self.gloss.contains($0) }) else { return nil }
    let counted = reference.year + offset
    guard counted != year else { return nil }
    let word = offset == 1 ? "next" : offset == -1 ? "last" : "this"
    return
      "\"\(word) year\" beside the document's date would be \(counted); the year named is taken"
  }

  static let limits = BlockReading.keys("since until till before")
  static let leading = BlockReading.keys("on in from between during at")
  static let small = BlockReading.keys("the about around late early mid -")
  static let about = BlockReading.keys("about around circa approximately roughly ca c")
  static let negations = BlockReading.keys("not no never")
  static let planning = BlockReading.keys(
    "is are was were be set due plans plan expected scheduled planned hopes intends agreed supposed"
      + " hope intend expects expect want wants")
  static let modal = BlockReading.keys("will shall would may might should could must can")
  static let past = BlockReading.keys(
    "was were had did said went came met took made gave held began became left won lost fell rose"
      + " saw told got sent brought fought spoke stood ran drew wrote sold bought paid led found"
      + " thought kept built grew knew")
  static let future = BlockReading.keys(
    "will shall plans plan expected scheduled planned due foreseen intends intend hopes next"
      + " forecast provisionally would should upcoming")
  static let glossMarks = BlockReading.keys("e that ie viz namely (")
  static let gloss = BlockReading.keys("i . e , ( in that is the year ie viz namely -")
}

extension EDTF {
  /// What stands after the "/" of an interval, else the whole.
  var lastPart: String {
    description.split(separator: "/").last.map(String.init) ?? description
  }
}
