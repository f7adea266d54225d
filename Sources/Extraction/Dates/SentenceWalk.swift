import Prose

/// Walks the sentences of a block from date to date, each token looked at once or twice.
struct SentenceWalk {
  let tokens: UnsafeBufferPointer<Token>
  /// Where the sentence begins.
  private var start = 0
  private var at = 0
  /// Whether a whole sentence of the present perfect, without a date, lies behind.
  private(set) var passedPerfect = false

  init(tokens: UnsafeBufferPointer<Token>) { self.tokens = tokens }

  /// Goes on to a token; true when another sentence begins on the way.
  mutating func go(to token: Int) -> Bool {
    var isNew = false
    passedPerfect = false
    while at < token {
      if Self.ends(tokens, at: at) {
        // A sentence that began behind the last date.
        if isNew { passedPerfect = tokens[start..<at].contains { Self.perfects.contains($0.key) } }
        start = at + 1
        isNew = true
      }
      at += 1
    }
    return isNew
  }

  /// A full stop within a date ends nothing, one right after it does.
  mutating func pass(_ range: Range<Int>) { at = max(at, range.upperBound) }

  /// Whether at most so many words stand between the begin of the sentence and a token.
  func hasFewWords(_ most: Int, before token: Int) -> Bool {
    var count = 0
    for i in start..<max(start, token) where tokens[i].kind == .word {
      count += 1
      if count > most { return false }
    }
    return true
  }

  /// A full stop before a space and a capital, but none after "Gen" or "U".
  static func ends(_ tokens: UnsafeBufferPointer<Token>, at i: Int) -> Bool {
    let mark = tokens[i].key
    guard tokens[i].kind == .punctuation, mark == stop || mark == "?" || mark == "!" else {
      return false
    }
    var next = i + 1
    while next < tokens.count, closing.contains(tokens[next].key) { next += 1 }
    guard next < tokens.count, tokens[next].isCapitalised || tokens[next].kind == .number,
      tokens[next].start > tokens[next - 1].end
    else { return false }
    guard i > 0, mark == stop else { return true }
    let before = tokens[i - 1]
    return before.kind != .word || !before.isCapitalised || before.end - before.start > 3
  }

  private static let perfects = BlockReading.keys("has have")
  private static var stop: WordKey { "." }
  private static let closing = BlockReading.keys("\" ' ” ’ ) ]")
}
