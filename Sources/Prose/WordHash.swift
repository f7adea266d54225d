/// Makes the key of a word from its case-folded UTF-8, eight bytes at a time.
@usableFromInline
struct WordHash {
  private var value: UInt64 = WordHash.start
  /// Bytes not yet mixed in, the first lowest.
  private var rest: UInt64 = 0
  private var restCount = 0

  @inlinable
  static var start: UInt64 { 0x9E37_79B9_7F4A_7C15 }

  @inlinable @inline(__always)
  static func mixed(_ value: UInt64, _ bytes: UInt64) -> UInt64 {
    let product = (value ^ bytes) &* 0xD6E8_FEB8_6659_FD93
    return product ^ (product >> 32)
  }

  @inline(__always)
  mutating func add(_ byte: UInt8) {
    rest |= UInt64(byte) << UInt64(8 * restCount)
    restCount += 1
    if restCount == 8 {
      value = Self.mixed(value, rest)
      rest = 0
      restCount = 0
    }
  }

  /// Adds up to eight bytes, the first lowest; for use without bytes added one by one.
  ///
  /// - Parameter bytes: 0 beyond the count. Fewer than eight end the word.
  @inline(__always)
  mutating func add(_ bytes: UInt64, _ count: Int) {
    if count > 0 { value = Self.mixed(value, bytes) }
  }

  /// The key of all that was added.
  var key: WordKey {
    WordKey(value: restCount > 0 ? Self.mixed(value, rest) : value)
  }

  static func key(of byte: UInt8) -> WordKey {
    WordKey(value: mixed(WordHash().value, UInt64(byte)))
  }

  static func key(of bytes: [UInt8]) -> WordKey {
    var hash = WordHash()
    for byte in bytes { hash.add(byte) }
    return hash.key
  }
}

/// The ASCII letters at a place, at most eight.
struct Letters {
  let count: Int
  /// In lower case, the first lowest; 0 beyond the count.
  let lowercase: UInt64
  /// Not 0 where one of them is a small letter.
  let small: UInt64

  private static let caseBits: UInt64 = 0x2020_2020_2020_2020
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, _ end: Int) {
    var word: UInt64 = 0
    if start + 8 <= end {
      word = UInt64(
        littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(
          fromByteOffset: start, as: UInt64.self))
    } else {
      for i in start..<max(start, end) { word |= UInt64(bytes[i]) << UInt64(8 * (i - start)) }
    }
    let lower = (word | Self.caseBits) & ~Self.highBits
    // The highest bit of each byte from "a" on, up to "z", and of ASCII.
    let fromA = lower &+ 0x1F1F_1F1F_1F1F_1F1F
    let behindZ = lower &+ 0x0505_0505_0505_0505
    let isLetter = fromA & ~behindZ & ~word & Self.highBits
    let others = ~isLetter & Self.highBits
    count = others.trailingZeroBitCount / 8
    let mask: UInt64 = count == 8 ? ~0 : (1 << UInt64(8 * count)) &- 1
    lowercase = (word | Self.caseBits) & mask
    small = word & Self.caseBits & mask
  }
}
