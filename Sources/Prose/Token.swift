public import Diagnostics

/// A word, a run of digits or one other character of a text.
///
/// Words split at hyphens, apostrophes and between letters and digits: "co-operation" is three
/// tokens, "Pakistan’s" is "Pakistan" and "’s", "1st" is "1" and "st". Thousands stay together:
/// "2,000" is one number.
public struct Token: Sendable, Hashable {
  public enum Kind: UInt8, Sendable {
    case word
    case number
    case punctuation
  }

  /// First byte in the text.
  public var start: Int
  /// One past the last byte.
  public var end: Int
  public var kind: Kind
  /// Begins with an upper-case letter.
  public var isCapitalised: Bool
  /// Has only upper-case letters, at least two.
  public var isUpperCase: Bool
  /// The same for all spellings that differ only in case or in the shape of quotes and dashes.
  public var key: WordKey

  public var span: Span { Span(start, end) }

  /// The mark between two cells of a row.
  static func cellEnd(at end: Int) -> Token {
    Token(
      start: end, end: end, kind: .punctuation, isCapitalised: false, isUpperCase: false, key: ";")
  }
}

/// A word as patterns compare it: a hash of its case-folded UTF-8.
@frozen
public struct WordKey: Sendable, Hashable, ExpressibleByStringLiteral {
  public let value: UInt64

  @inlinable
  public init(value: UInt64) { self.value = value }

  /// The key of one word or punctuation mark.
  public init(_ word: String) {
    var word = word
    if let key = word.withUTF8({ Tokenizer.key(plain: $0) }) {
      self = key
      return
    }
    let token = Tokenizer.tokens(of: Array(word.utf8)).first
    value = token?.key.value ?? 0
  }

  /// The key of one word in small letters, or of one mark: the compiler knows it beforehand.
  @inlinable @inline(__always)
  public init(stringLiteral word: StaticString) {
    guard word.isASCII else {
      self.init(word.description)
      return
    }
    var hash = WordHash.start
    var start = 0
    while start < word.utf8CodeUnitCount {
      var bytes: UInt64 = 0
      for i in start..<min(start + 8, word.utf8CodeUnitCount) {
        bytes |= UInt64(word.utf8Start[i]) << UInt64(8 * (i - start))
      }
      hash = WordHash.mixed(hash, bytes)
      start += 8
    }
    self.init(value: hash)
  }

  @inlinable
  public static func == (a: WordKey, b: WordKey) -> Bool { a.value == b.value }

  @inlinable
  public func hash(into hasher: inout Hasher) { hasher.combine(value) }

  /// It is a hash already: sets and tables of words need no other one.
  @inlinable
  public func _rawHashValue(seed: Int) -> Int {
    Int(truncatingIfNeeded: value ^ value &>> 32) ^ seed
  }
}
