/// The words of a sentence as hashes, for comparing many with many. Words are what stands between
/// spaces, its letters and digits, in small letters: "JF-17" is one, and "JF-17C" is the same.
struct WordLine {
  let words: [UInt64]

  init(_ text: String) {
    var words: [UInt64] = []
    for word in text.utf8.split(separator: UInt8(ascii: " ")) {
      if word.allSatisfy({ $0 < 0x80 }) {
        let hash = Self.hash(ofASCII: word)
        if hash != Self.start { words.append(hash) }
      } else {
        for part in Substring(word).split(whereSeparator: \.isWhitespace) {
          let hash = Self.hash(part)
          if hash != Self.start { words.append(hash) }
        }
      }
    }
    self.words = words
  }

  func hasAny(_ some: Set<UInt64>) -> Bool { words.contains { some.contains($0) } }

  /// Whether the words of a phrase follow each other.
  func has(_ phrase: [UInt64]) -> Bool {
    guard let first = phrase.first, phrase.count <= words.count else { return false }
    return (0...(words.count - phrase.count)).contains { start in
      words[start] == first && words[start..<(start + phrase.count)].elementsEqual(phrase)
    }
  }

  static func hash(_ word: some StringProtocol) -> UInt64 {
    if word.utf8.allSatisfy({ $0 < 0x80 }) { return hash(ofASCII: Array(word.utf8)) }
    var hash = start
    for byte in word.lowercased().filter({ $0.isLetter || $0.isNumber }).utf8 { mix(byte, &hash) }
    return hash
  }

  private static func hash(ofASCII word: some BidirectionalCollection<UInt8>) -> UInt64 {
    var hash = start
    var word = word[...]
    // The make of a thing with a number is that thing.
    if let first = word.first, isCapital(first), let number = word.lastIndex(where: isDigit) {
      word = word[...number]
    }
    for byte in word where isLetterOrDigit(byte) { mix(small(byte), &hash) }
    return hash
  }

  private static let start: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func mix(_ byte: UInt8, _ hash: inout UInt64) {
    hash = (hash ^ UInt64(byte)) &* 0x0100_0000_01B3
  }

  private static func small(_ byte: UInt8) -> UInt8 {
    isCapital(byte) ? byte | 0x20 : byte
  }

  private static func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39
  }
}
