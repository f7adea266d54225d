import Chronology
import Prose

/// The words around a date that change its value.
struct DateSurroundings {
  let tokens: [Token]
  let bytes: [UInt8]
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

  /// What the words around say of the time, as far as it matters in the context.
  func hints(in context: DateContext) -> DateContext.Hints {
    .init(
      isFuture: isFuture, isAhead: context.asksForAhead && isAhead,
      isPast: context.leansOnDocument && isPast)
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
    guard i > 0, Self.beings.contains(tokens[i - 1].key) else { return false }
    return tokens[i].key == Self.to || Self.expected.contains(tokens[i].key)
  }

  private static let ahead = BlockReading.keys("will shall ll")
  private static let beings = BlockReading.keys("is are")
  private static let expected = BlockReading.keys(
    "expected due scheduled planned foreseen set awaited")
  private static let comma = WordKey(",")

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
    if key == Self.since { return .since }
    if key == Self.after { return .after }
    if key == Self.by || key == Self.before { return .before }
    if key == Self.than, before(at + 1) == Self.later { return .before }
    if key == Self.until || key == Self.till {
      return isNegated(at) ? .at : .until
    }
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
    for at in 2...7 {
      guard let key = before(at), !Self.marks.contains(key) else { return false }
      if key == Self.until || key == Self.till { return !isNegated(at) }
    }
    return false
  }

  /// "(1990)", "(from 1990)".
  var isInBrackets: Bool {
    let bracket = Self.bracket
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
    // "is signed", "be held", "as proposed": tells of no past.
    if i > 0, Self.present.contains(tokens[i - 1].key) { return false }
    return bytes[token.end - 1] == UInt8(ascii: "d")
      && bytes[token.end - 2] == UInt8(ascii: "e")
      && bytes[token.end - 3] != UInt8(ascii: "e")
  }

  /// The nearest verb before it in the sentence tells of a plan.
  var isFuture: Bool {
    for i in stride(from: range.lowerBound - 1, through: max(0, range.lowerBound - 25), by: -1) {
      if endsSentence(i) { return false }
      let key = tokens[i].key
      if Self.future.contains(key) {
        // "you will find the 28th of July" tells of no plan.
        if let next = self.key(i + 1), Self.perceiving.contains(next) { return false }
        return true
      }
      if Self.conditions.contains(key) { return true }
      if Self.modal.contains(key), self.key(i + 1) == Self.be { return true }
      if key == Self.to, i > 0,
        Self.planning.contains(tokens[i - 1].key) || self.key(i + 1) == Self.be
      {
        return true
      }
      if isPastVerb(i) { return isPlanned(i) || isPlannedFor(i) }
    }
    return false
  }

  /// "you will find the 28th of July": a date that somebody reads.
  var isPerceived: Bool {
    for i in stride(from: range.lowerBound - 1, through: max(1, range.lowerBound - 25), by: -1) {
      if endsSentence(i) { return false }
      if Self.perceiving.contains(tokens[i].key), Self.modal.contains(tokens[i - 1].key) {
        return true
      }
    }
    return false
  }

  /// "proposed for the second half of the year".
  private func isPlannedFor(_ verb: Int) -> Bool {
    var at = 1
    while let key = before(at), Self.small.contains(key) { at += 1 }
    return before(at) == Self.`for` && Self.plans.contains(tokens[verb].key)
  }

  /// "to be held", "may be signed", "will have met".
  private func isPlanned(_ verb: Int) -> Bool {
    for i in stride(from: verb - 1, through: max(0, verb - 3), by: -1) {
      let key = tokens[i].key
      if Self.modal.contains(key) { return true }
      if key == Self.to {
        return i + 1 == verb ? false : tokens[i + 1].key == Self.be
      }
    }
    return false
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

  private static let `in` = WordKey("in")
  private static let after = WordKey("after")
  private static let be = WordKey("be")
  private static let before = WordKey("before")
  private static let bracket = WordKey("(")
  private static let by = WordKey("by")
  private static let c = WordKey("c")
  private static let ca = WordKey("ca")
  private static let end = WordKey("end")
  private static let i = WordKey("i")
  private static let last = WordKey("last")
  private static let later = WordKey("later")
  private static let next = WordKey("next")
  private static let of = WordKey("of")
  private static let question = WordKey("?")
  private static let since = WordKey("since")
  private static let stop = WordKey(".")
  private static let than = WordKey("than")
  private static let the = WordKey("the")
  private static let think = WordKey("think")
  private static let this = WordKey("this")
  private static let till = WordKey("till")
  private static let to = WordKey("to")
  private static let until = WordKey("until")
  private static let year = WordKey("year")

  private static let marks = BlockReading.keys(", . ; : ( )")
  static let limits = BlockReading.keys("since until till before")
  static let leading = BlockReading.keys("on in from between during at")
  static let small = BlockReading.keys("the about around late early mid -")
  static let about = BlockReading.keys("about around circa approximately roughly ca c")
  static let negations = BlockReading.keys("not no never")
  static let planning = BlockReading.keys(
    "is are was were be set due plans plan expected scheduled planned hopes intends agreed supposed"
      + " hope intend expects expect want wants")
  private static let `for` = WordKey("for")
  static let perceiving = BlockReading.keys("find see read notice remember recall note")
  static let conditions = BlockReading.keys("if unless once")
  static let present = BlockReading.keys("is are be as")
  static let plans = BlockReading.keys(
    "proposed set fixed planned scheduled foreseen slated postponed pencilled penciled timed moved")
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
