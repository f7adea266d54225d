import Prose

/// Words parted by single spaces, in UTF-8: what headlines are made of.
///
/// Characters are counted as people see them; what is plain ASCII is never made a string for it.
struct WordLine: Equatable {
  var bytes: [UInt8]

  init(_ bytes: [UInt8] = []) { self.bytes = bytes }

  init(_ text: String) { bytes = Array(text.utf8) }

  var string: String { String(decoding: bytes, as: UTF8.self) }

  var isEmpty: Bool { bytes.isEmpty }

  /// Number of characters.
  var count: Int { count(bytes.indices) }

  /// Number of characters of a part.
  func count(_ range: Range<Int>) -> Int {
    isASCII(range) ? range.count : text(range).count
  }

  /// Whether the line has at most so many characters.
  func fits(_ limit: Int) -> Bool { bytes.count <= limit || count <= limit }

  func isASCII(_ range: Range<Int>) -> Bool { bytes[range].allSatisfy { $0 < 0x80 } }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  // MARK: Words

  /// Where each word stands.
  var words: [Range<Int>] {
    var result: [Range<Int>] = []
    var i = 0
    while let word = word(from: i) {
      result.append(word)
      i = word.upperBound
    }
    return result
  }

  /// The first word that begins at a byte or after it.
  func word(from start: Int) -> Range<Int>? {
    var first = start
    while first < bytes.count, bytes[first] == 0x20 { first += 1 }
    guard first < bytes.count else { return nil }
    var end = first + 1
    while end < bytes.count, bytes[end] != 0x20 { end += 1 }
    return first..<end
  }

  /// Whether single spaces part the words and none stands at an end.
  var isSpacedEvenly: Bool {
    var last: UInt8 = 0x20
    for byte in bytes {
      if byte == 0x20, last == 0x20 { return false }
      last = byte
    }
    return last != 0x20
  }

  var firstWord: Range<Int>? { word(from: 0) }

  var lastWord: Range<Int>? {
    var end = bytes.count
    while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
    guard end > 0 else { return nil }
    var first = end - 1
    while first > 0, bytes[first - 1] != 0x20 { first -= 1 }
    return first..<end
  }

  /// Whether there are more words than a number.
  func hasMoreWords(than number: Int) -> Bool {
    var count = 0
    var i = 0
    while let word = word(from: i) {
      count += 1
      if count > number { return true }
      i = word.upperBound
    }
    return false
  }

  /// The first word for which a test holds.
  func firstWord(where holds: (Range<Int>) -> Bool) -> Range<Int>? {
    var i = 0
    while let word = word(from: i) {
      if holds(word) { return word }
      i = word.upperBound
    }
    return nil
  }

  /// Whether a part is this word, letter by letter.
  func isWord(_ range: Range<Int>, _ word: String) -> Bool {
    guard range.count == word.utf8.count else { return false }
    var i = range.lowerBound
    for byte in word.utf8 {
      if bytes[i] != byte { return false }
      i += 1
    }
    return true
  }

  /// Whether a text stands in the line, in any case.
  func holds(_ text: String) -> Bool {
    guard isASCII(bytes.indices), text.utf8.allSatisfy({ $0 < 0x80 }) else {
      return string.lowercased().contains(text.lowercased())
    }
    let words = text.lowercased().utf8
    return bytes.indices.contains { start in
      start + words.count <= bytes.count
        && zip(bytes[start...], words).allSatisfy { byte, small in
          byte == small || byte >= 0x41 && byte <= 0x5A && byte | 0x20 == small
        }
    }
  }

  // MARK: Changes

  mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func append(_ other: WordLine) { bytes.append(contentsOf: other.bytes) }

  /// Adds a word, or several, behind a space.
  mutating func append(word: WordLine) {
    bytes.append(0x20)
    append(word)
  }

  /// Keeps so many bytes.
  mutating func cut(to count: Int) { bytes.removeLast(bytes.count - count) }

  /// The words at some places, parted by single spaces.
  func joined(_ words: some Sequence<Range<Int>>) -> WordLine {
    var result = WordLine()
    result.bytes.reserveCapacity(bytes.count)
    for word in words {
      if !result.isEmpty { result.bytes.append(0x20) }
      result.bytes.append(contentsOf: bytes[word])
    }
    return result
  }

  /// Makes the first letter a capital.
  mutating func capitalise() {
    guard let first = plainFirst else { return changeFirst { $0.uppercased() } }
    if (0x61...0x7A).contains(first) { bytes[0] = first & ~0x20 }
  }

  /// Makes the first letter a small one.
  mutating func uncapitalise() {
    guard let first = plainFirst else { return changeFirst { $0.lowercased() } }
    if (0x41...0x5A).contains(first) { bytes[0] = first | 0x20 }
  }

  /// Whether the first letter is a small one.
  var beginsSmall: Bool {
    guard let first = plainFirst else { return string.first?.isLowercase ?? false }
    return (0x61...0x7A).contains(first)
  }

  /// The first byte where no mark can belong to it.
  private var plainFirst: UInt8? {
    guard let first = bytes.first, first < 0x80, bytes.count == 1 || bytes[1] < 0x80 else {
      return nil
    }
    return first
  }

  private mutating func changeFirst(_ changed: (String) -> String) {
    let text = string
    bytes = Array((changed(String(text.prefix(1))) + text.dropFirst()).utf8)
  }

  /// Without joining marks and brackets that open at its end.
  mutating func trimEnd() {
    while let last = bytes.last {
      switch last {
      case 0x20, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "."),
        UInt8(ascii: "-"), UInt8(ascii: "("):
        bytes.removeLast()
      case 0x93, 0x94:
        // "–" and "—".
        guard bytes.count >= 3, bytes[bytes.count - 2] == 0x80, bytes[bytes.count - 3] == 0xE2
        else { return }
        bytes.removeLast(3)
      default: return
      }
    }
  }
}

/// A fixed list of small words, asked for by their bytes in any case.
struct SmallWords: Sendable {
  private let keys: WordSet

  init(_ words: String) {
    keys = WordSet(Array(words.utf8).split(separator: 0x20).compactMap { Tokenizer.key(ascii: $0) })
  }

  func contains(_ line: WordLine, _ word: Range<Int>) -> Bool { contains(line.bytes[word]) }

  func contains(_ word: ArraySlice<UInt8>) -> Bool {
    Tokenizer.key(ascii: word).map(keys.contains) ?? false
  }
}

extension String {
  /// Whether the text has at most so many characters.
  func fits(_ limit: Int) -> Bool { utf8.count <= limit || count <= limit }
}
