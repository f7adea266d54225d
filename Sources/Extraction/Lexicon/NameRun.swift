import Diagnostics
import Prose

/// Finds where a person's name ends, given where it begins.
struct NameRun: Sendable {
  private let connectors: WordSet
  private let noNames: WordSet

  static let builtIn = NameRun(.builtIn)

  init(_ lexicon: Lexicon) {
    connectors = WordSet(lexicon.connectors.map { WordKey($0) })
    noNames = WordSet(lexicon.noNames.map { WordKey($0) })
  }

  /// Longer runs of capitals are titles of things.
  private static let mostWords = 6

  /// The end of a name that begins at a token; nil when none begins there.
  ///
  /// Initials, hyphens, apostrophes and small words ("bin", "van der") may stand inside.
  ///
  /// - Parameter isTaken: whether a token belongs to a name of another kind.
  func end(from start: Int, _ tokens: [Token], isTaken: (Int) -> Bool) -> Int? {
    var i = start
    var end: Int?
    var words = 0
    while i < tokens.count, words < Self.mostWords, !isTaken(i) {
      let token = tokens[i]
      guard token.kind == .word else { break }
      if connectors.contains(token.key), !token.isCapitalised {
        i = isJoined(tokens, after: i) ? i + 2 : i + 1
        continue
      }
      guard token.isCapitalised, !noNames.contains(token.key) || isInitial(tokens, i) else { break }
      words += 1
      i += 1
      if isInitial(tokens, i - 1), i < tokens.count, tokens[i].key == Self.stop {
        i += 1
        if i < tokens.count, tokens[i].kind == .word, tokens[i].isCapitalised { continue }
        break
      }
      while isJoined(tokens, after: i - 1), i + 1 < tokens.count, tokens[i + 1].kind == .word {
        i += 2
      }
      end = i
    }
    return end
  }

  /// Whether a name can begin at a token: with a capitalised word or an initial.
  func begins(at i: Int, _ tokens: [Token]) -> Bool {
    let token = tokens[i]
    guard token.kind == .word, token.isCapitalised else { return false }
    if isInitial(tokens, i) { return true }
    return token.end - token.start > 1 && !noNames.contains(token.key)
  }

  /// "G." before another name.
  private func isInitial(_ tokens: [Token], _ i: Int) -> Bool {
    tokens[i].isCapitalised && tokens[i].end - tokens[i].start <= 2 && i + 1 < tokens.count
      && tokens[i + 1].key == Self.stop && tokens[i + 1].start == tokens[i].end
  }

  /// Whether a hyphen or apostrophe ties a token to the next word without space.
  private func isJoined(_ tokens: [Token], after i: Int) -> Bool {
    guard i >= 0, i + 2 < tokens.count else { return false }
    let mark = tokens[i + 1]
    return (mark.key == Self.hyphen || mark.key == Self.apostrophe) && mark.start == tokens[i].end
      && tokens[i + 2].start == mark.end && tokens[i + 2].kind == .word
  }

  static var stop: WordKey { "." }
  static var hyphen: WordKey { "-" }
  static var apostrophe: WordKey { "'" }
}
