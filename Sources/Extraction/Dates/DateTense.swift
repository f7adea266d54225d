import Prose

/// What the verbs around a date say of its time.
struct DateTense {
  let words: BlockWords
  /// The date.
  let range: Range<Int>
  private let all = TenseWords.all

  init(words: BlockWords, range: Range<Int>) {
    self.words = words
    self.range = range
  }

  /// What the words around say, as far as it matters in the context.
  func hints(in context: DateContext) -> DateContext.Hints {
    let isAhead = context.asksForAhead && isAhead
    return .init(
      isFuture: isFuture, isAhead: isAhead,
      isPast: context.leansOnDocument && !isAhead && isPast)
  }

  private var tokens: UnsafeBufferPointer<Token> { words.tokens }

  private func word(_ i: Int) -> TenseWords {
    i >= 0 && i < tokens.count ? all[tokens[i].key] : []
  }

  private func endsSentence(_ i: Int) -> Bool { SentenceWalk.ends(tokens, at: i) }

  /// The tokens before the date, from the nearest on.
  private func before(_ reach: Int) -> StrideThrough<Int> {
    stride(from: range.lowerBound - 1, through: max(0, range.lowerBound - reach), by: -1)
  }

  /// A verb of the past stands near, in the same sentence.
  var isPast: Bool {
    for i in before(30) {
      if endsSentence(i) { break }
      if isPastVerb(i) { return true }
    }
    for i in range.upperBound..<min(tokens.count, range.upperBound + 20) {
      if isPastVerb(i) { return true }
      if endsSentence(i) { break }
    }
    return false
  }

  private func isPastVerb(_ i: Int) -> Bool {
    let token = tokens[i]
    guard token.kind == .word else { return false }
    if word(i).contains(.past) { return true }
    guard token.end - token.start > 3, !token.isCapitalised,
      words.bytes[token.end - 1] == UInt8(ascii: "d"),
      words.bytes[token.end - 2] == UInt8(ascii: "e"),
      words.bytes[token.end - 3] != UInt8(ascii: "e")
    else { return false }
    return !word(i - 1).contains(.present)
  }

  /// The nearest verb before it in the sentence tells of a plan.
  private var isFuture: Bool {
    var i = range.lowerBound
    let first = max(0, range.lowerBound - 25)
    var hasComma = false
    while i > first {
      i -= 1
      if endsSentence(i) { return false }
      if tokens[i].key == Self.comma { hasComma = true }
      let word = word(i)
      if !word.isEmpty {
        if word.contains(.future) {
          // "you will find the 28th of July" tells of no plan.
          return !self.word(i + 1).contains(.perceiving)
        }
        if word.contains(.condition) { return true }
        if word.contains(.modal), self.word(i + 1).contains(.be) { return true }
        if word.contains(.to),
          self.word(i - 1).contains(.planning) || self.word(i + 1).contains(.be)
        {
          return true
        }
      }
      if isPastVerb(i) {
        guard hasComma, let aside = asideStart(of: i) else {
          return isPlanned(i) || isPlannedFor(i)
        }
        i = aside
      }
    }
    return false
  }

  /// The comma before "which" of a clause thrown in: "If the virus, which halted all travel, …".
  private func asideStart(of verb: Int) -> Int? {
    for i in stride(from: verb - 1, to: max(0, verb - 6), by: -1) {
      if tokens[i].key == Self.comma { return nil }
      if WordClass.relatives.contains(tokens[i].key) {
        return tokens[i - 1].key == Self.comma ? i - 1 : nil
      }
    }
    return nil
  }

  /// "to be held", "may be signed", "will have met".
  private func isPlanned(_ verb: Int) -> Bool {
    for i in stride(from: verb - 1, through: max(0, verb - 3), by: -1) {
      if word(i).contains(.modal) { return true }
      if word(i).contains(.to) { return i + 1 != verb && word(i + 1).contains(.be) }
    }
    return false
  }

  /// "proposed for the second half of the year".
  private func isPlannedFor(_ verb: Int) -> Bool {
    var i = range.lowerBound - 1
    while i > verb, DateSurroundings.small.contains(tokens[i].key) { i -= 1 }
    return i > verb && tokens[i].key == Self.for && word(verb).contains(.plan)
  }

  /// "We shall celebrate", "is to be signed": in the sentence before the date, nothing of the past
  /// between.
  private var isAhead: Bool {
    for i in before(25) {
      // "… was opened in 2018, and from 12 June a second is to be opened".
      if endsSentence(i) || range.lowerBound - i <= 3 && Self.joints.contains(tokens[i].key) {
        break
      }
      if isAheadVerb(i) || isToBe(i) { return true }
      if isPastVerb(i), !isPlanned(i) { return false }
    }
    // "On 26 March we shall celebrate", "from 2 June a line, Astana to Hurghada, is to be flown".
    for i in range.upperBound..<min(tokens.count, range.upperBound + 14) {
      if endsSentence(i) || Self.stops.contains(tokens[i].key) { return false }
      if isAheadVerb(i) || isToBe(i) { return true }
      if isPastVerb(i) { return false }
    }
    return false
  }

  /// "Will", "arrives", "I leave".
  private func isAheadVerb(_ i: Int) -> Bool {
    word(i).contains(.ahead)
      || word(i).contains(.going) && i > 0 && WordClass.subjects.contains(tokens[i - 1].key)
  }

  /// "Is to", "are expected", "is due".
  private func isToBe(_ i: Int) -> Bool {
    guard !word(i).isDisjoint(with: [.to, .expected]) else { return false }
    return word(i - 1).contains(.being)
      || word(i - 2).contains(.being) && i > 0 && Self.adverbs.contains(tokens[i - 1].key)
  }

  /// "you will find the 28th of July": a date that somebody reads.
  var isPerceived: Bool {
    for i in before(25) {
      if endsSentence(i) { return false }
      if word(i).contains(.perceiving), word(i - 1).contains(.modal) { return true }
    }
    return false
  }

  private static var `for`: WordKey { "for" }
  private static var comma: WordKey { "," }
  private static let adverbs = BlockReading.keys("now still also currently provisionally")
  private static let joints = BlockReading.keys("and but ; while")
  private static let stops = BlockReading.keys("; : ( )")
}
