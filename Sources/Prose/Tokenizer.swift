public import Diagnostics

/// Splits UTF-8 into tokens, in one pass over the bytes.
public enum Tokenizer {
  /// The tokens of a part of a text, with the places they have in the whole text.
  public static func tokens(of text: SourceText, in span: Span) -> [Token] {
    text.bytes.withUnsafeBufferPointer { scan($0, span.start, min(span.end, $0.count)) }
  }

  /// The tokens of a whole text.
  public static func tokens(of bytes: [UInt8]) -> [Token] {
    bytes.withUnsafeBufferPointer { scan($0, 0, $0.count) }
  }

  private static func scan(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int)
    -> [Token]
  {
    var tokens: [Token] = []
    tokens.reserveCapacity((end - start) / 5)
    var i = start
    while i < end {
      let byte = bytes[i]
      if byte <= 0x20 {
        i += 1
      } else if isDigit(byte) {
        let stop = endOfNumber(bytes, i, end)
        tokens.append(token(bytes, i, stop, .number))
        i = stop
      } else if isLetter(byte) {
        let stop = endOfWord(bytes, i, end)
        tokens.append(word(bytes, i, stop))
        i = stop
      } else if byte < 0x80 {
        i = apostrophe(bytes, i, i + 1, end, &tokens)
      } else {
        let scalar = decode(bytes, i, end)
        if scalar.isSpace {
          i += scalar.length
        } else if scalar.isLetter {
          let stop = endOfWord(bytes, i, end)
          tokens.append(word(bytes, i, stop))
          i = stop
        } else {
          i = apostrophe(bytes, i, i + scalar.length, end, &tokens)
        }
      }
    }
    return tokens
  }

  /// A mark of punctuation, or "'s" after a word as one token. Returns where to go on.
  private static func apostrophe(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ stop: Int, _ end: Int,
    _ tokens: inout [Token]
  ) -> Int {
    let isApostrophe =
      bytes[start] == 0x27
      || (stop - start == 3 && bytes[start] == 0xE2 && bytes[start + 1] == 0x80
        && (bytes[start + 2] == 0x99 || bytes[start + 2] == 0x98))
    if isApostrophe, stop < end, bytes[stop] | 0x20 == 0x73,
      stop + 1 >= end || !continuesWord(bytes, stop + 1, end),
      let last = tokens.last, last.end == start, last.kind == .word
    {
      tokens.append(
        Token(
          start: start, end: stop + 1, kind: .word, isCapitalised: false, isUpperCase: false,
          key: possessive))
      return stop + 1
    }
    tokens.append(
      Token(
        start: start, end: stop, kind: .punctuation, isCapitalised: false, isUpperCase: false,
        key: WordKey(value: hash(ofMark: bytes, start, stop))))
    return stop
  }

  private static func hash(
    ofMark bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ stop: Int
  ) -> UInt64 {
    if bytes[start] < 0x80 { return hash(byte: bytes[start] == 0x60 ? 0x27 : bytes[start]) }
    if stop - start == 3, bytes[start] == 0xE2, bytes[start + 1] == 0x80 {
      switch bytes[start + 2] {
      case 0x90...0x95: return hash(byte: 0x2D)
      case 0x98, 0x99: return hash(byte: 0x27)
      case 0x9C, 0x9D, 0x9E: return hash(byte: 0x22)
      default: break
      }
    }
    return hash(folding(bytes, start, stop))
  }

  private static func hash(byte: UInt8) -> UInt64 {
    (0xcbf2_9ce4_8422_2325 ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// The key of "'s" and "’s".
  public static let possessive = WordKey(value: hash(Array("'s".utf8)))

  private static func endOfNumber(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int)
    -> Int
  {
    var i = start
    while i < end, isDigit(bytes[i]) { i += 1 }
    guard i - start <= 3 else { return i }
    while i + 3 < end, bytes[i] == 0x2C, isDigit(bytes[i + 1]), isDigit(bytes[i + 2]),
      isDigit(bytes[i + 3]), i + 4 >= end || !isDigit(bytes[i + 4])
    {
      i += 4
    }
    return i
  }

  private static func endOfWord(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int)
    -> Int
  {
    var i = start
    while i < end {
      if isLetter(bytes[i]) {
        i += 1
      } else if bytes[i] >= 0x80 {
        let scalar = decode(bytes, i, end)
        guard scalar.isLetter || scalar.isMark else { break }
        i += scalar.length
      } else {
        break
      }
    }
    return max(i, start + 1)
  }

  private static func continuesWord(
    _ bytes: UnsafeBufferPointer<UInt8>, _ i: Int, _ end: Int
  ) -> Bool {
    isLetter(bytes[i]) || isDigit(bytes[i]) || (bytes[i] >= 0x80 && decode(bytes, i, end).isLetter)
  }

  private static func word(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ stop: Int)
    -> Token
  {
    var result = token(bytes, start, stop, .word)
    var upper = 0
    var lower = 0
    var first = true
    var i = start
    while i < stop {
      let isUpper: Bool
      let isLower: Bool
      if bytes[i] < 0x80 {
        isUpper = bytes[i] & 0x20 == 0
        isLower = !isUpper
        i += 1
      } else {
        let scalar = decode(bytes, i, stop)
        isUpper = scalar.value?.properties.isUppercase == true
        isLower = scalar.value?.properties.isLowercase == true
        i += scalar.length
      }
      if first { result.isCapitalised = isUpper }
      first = false
      upper += isUpper ? 1 : 0
      lower += isLower ? 1 : 0
    }
    result.isUpperCase = upper > 1 && lower == 0
    return result
  }

  private static func token(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ stop: Int, _ kind: Token.Kind
  ) -> Token {
    var isASCII = true
    var value: UInt64 = 0xcbf2_9ce4_8422_2325
    for i in start..<stop {
      var byte = bytes[i]
      if byte >= 0x80 { isASCII = false }
      if byte >= 0x41 && byte <= 0x5A { byte |= 0x20 }
      value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
    if !isASCII { value = hash(folding(bytes, start, stop)) }
    return Token(
      start: start, end: stop, kind: kind, isCapitalised: false, isUpperCase: false,
      key: WordKey(value: value))
  }

  /// The hash of a word in ASCII letters, or of one mark; nil for what has to be taken apart.
  static func hash(plain word: some Sequence<UInt8>) -> UInt64? {
    var value: UInt64 = 0xcbf2_9ce4_8422_2325
    var count = 0
    var letters = 0
    for byte in word {
      if byte <= 0x20 || byte >= 0x7F { return nil }
      count += 1
      letters += isLetter(byte) ? 1 : 0
      let folded = isLetter(byte) ? byte | 0x20 : byte == 0x60 ? 0x27 : byte
      value = (value ^ UInt64(folded)) &* 0x0000_0100_0000_01B3
    }
    return count > 0 && (letters == count || count == 1) ? value : nil
  }

  /// The key of one word in ASCII letters, or of one mark; nil for what has to be taken apart.
  public static func key(plain word: some Sequence<UInt8>) -> WordKey? {
    hash(plain: word).map { WordKey(value: $0) }
  }

  private static func hash(_ bytes: [UInt8]) -> UInt64 {
    var value: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return value
  }

  /// Lower case, straight quotes, hyphens for all dashes.
  private static func folding(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ stop: Int)
    -> [UInt8]
  {
    let text = String(decoding: bytes[start..<stop], as: UTF8.self)
    var result: [UInt8] = []
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x2018, 0x2019, 0x02BC, 0x60, 0xB4: result.append(0x27)
      case 0x201C, 0x201D, 0x201E, 0xAB, 0xBB: result.append(0x22)
      case 0x2010...0x2015, 0x2212: result.append(0x2D)
      default: result += Array(scalar.properties.lowercaseMapping.utf8)
      }
    }
    return result
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func isLetter(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= 0x61 && lower <= 0x7A
  }

  private struct Decoded {
    var value: Unicode.Scalar?
    var length: Int

    var isLetter: Bool {
      guard let value else { return false }
      switch value.value {
      // Latin letters and general punctuation, without asking the tables.
      case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F: return true
      case 0x2010...0x2027: return false
      default: return value.properties.isAlphabetic
      }
    }
    var isMark: Bool {
      switch value?.properties.generalCategory {
      case .nonspacingMark, .spacingMark, .enclosingMark: true
      default: false
      }
    }
    var isSpace: Bool {
      guard let value else { return false }
      if value.value > 0xA0, value.value < 0x1680 { return false }
      if value.value >= 0x2010, value.value <= 0x2027 { return false }
      return value.properties.isWhitespace || value.value == 0xFEFF || value.value == 0x200B
    }
  }

  private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int, _ end: Int) -> Decoded {
    let first = bytes[i]
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard i + length <= end else { return Decoded(value: nil, length: 1) }
    var value = UInt32(length == 1 ? first : first & (0xFF >> UInt8(length + 1)))
    for k in 1..<max(length, 1) { value = value << 6 | UInt32(bytes[i + k] & 0x3F) }
    return Decoded(value: Unicode.Scalar(value), length: length)
  }
}
