import Chronology
import Prose

/// The words around a date that change its value.
struct DateSurroundings {
  let words: DateWordReader
  let range: Range<Int>

  private func key(_ i: Int) -> WordKey? {
    words.tokens.indices.contains(i) ? words.tokens[i].key : nil
  }

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

  /// "the flag did not go up until 24 August": it went up that day.
  private func isNegated(_ at: Int) -> Bool {
    let start = max(0, range.lowerBound - at - 14)
    return (start..<max(start, range.lowerBound - at)).contains {
      Self.negations.contains(words.tokens[$0].key)
    }
  }

  /// "~", "?" or nothing.
  var qualifier: String {
    if let key = before(1), Self.about.contains(key) { return "~" }
    if before(1) == WordKey("."), before(2) == WordKey("c") || before(2) == WordKey("ca") {
      return "~"
    }
    if key(range.upperBound) == WordKey("?"), range.upperBound < words.tokens.count,
      words.tokens[range.upperBound].start == words.tokens[range.upperBound - 1].end
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
    range.upperBound + 1 >= words.tokens.count && range.lowerBound > 5
  }

  /// Words of plans before it in the sentence.
  var isFuture: Bool {
    var i = range.lowerBound - 1
    var steps = 0
    while i >= 0, steps < 25 {
      let key = words.tokens[i].key
      if key == WordKey("."), words.tokens[i].start - words.tokens[max(0, i - 1)].start > 3 {
        return false
      }
      if Self.future.contains(key) { return true }
      if key == WordKey("to"), i > 0, Self.be.contains(words.tokens[i - 1].key) { return true }
      i -= 1
      steps += 1
    }
    return false
  }

  /// "Next year i.e. in 2017" beside a document of 2017: the gloss is taken, the clash reported.
  func glossConflict(_ core: EDTF, _ reference: Day?) -> String? {
    guard let reference, core.precision == .year, let year = core.earliest?.year else { return nil }
    let start = max(0, range.lowerBound - 9)
    let window = (start..<range.lowerBound).map { words.tokens[$0].key }
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

  static let small = BlockReading.keys("the about around late early mid -")
  static let about = BlockReading.keys("about around circa approximately roughly ca c")
  static let negations = BlockReading.keys("not no never")
  static let be = BlockReading.keys("is are was were be")
  static let future = BlockReading.keys(
    "will shall plans plan expected scheduled planned due foreseen intends intend hopes next"
      + " forecast provisionally would")
  static let glossMarks = BlockReading.keys("e that ie viz namely (")
  static let gloss = BlockReading.keys("i . e , ( in that is the year ie viz namely -")
}
