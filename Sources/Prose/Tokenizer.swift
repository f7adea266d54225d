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

  /// Adds the tokens of a part of a text to others.
  static func append(_ text: SourceText, in span: Span, to tokens: inout [Token]) {
    text.bytes.withUnsafeBufferPointer { scan($0, span.start, min(span.end, $0.count), &tokens) }
  }

  private static func scan(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int)
    -> [Token]
  {
    var tokens: [Token] = []
    tokens.reserveCapacity((end - start) / 5)
    scan(bytes, start, end, &tokens)
    return tokens
  }

  private static func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ tokens: inout [Token]
  ) {
    withUnsafeTemporaryAllocation(of: Token.self, capacity: TokenSink.size) { room in
      var sink = TokenSink(room: room)
      swap(&sink.tokens, &tokens)
      scan(bytes, start, end, &sink)
      sink.flush()
      swap(&sink.tokens, &tokens)
    }
  }

  private static func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ tokens: inout TokenSink
  ) {
    var i = start
    while i < end {
      let byte = bytes[i]
      if byte <= 0x20 {
        i += 1
      } else if isLetter(byte) {
        i = plainWord(bytes, i, end, &tokens)
      } else if isDigit(byte) {
        let stop = endOfNumber(bytes, i, end)
        tokens.append(token(bytes, i, stop, .number))
        i = stop
      } else if byte < 0x80 {
        i = mark(bytes, i, i + 1, end, &tokens)
      } else {
        let scalar = decode(bytes, i, end)
        if scalar.isSpace {
          i += scalar.length
        } else if scalar.isLetter {
          let stop = endOfWord(bytes, i, end)
          tokens.append(word(bytes, i, stop))
          i = stop
        } else {
          i = mark(bytes, i, i + scalar.length, end, &tokens)
        }
      }
    }
  }

  /// A word that begins with an ASCII letter. Returns where to go on.
  private static func plainWord(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ tokens: inout TokenSink
  ) -> Int {
    var hash = WordHash()
    // The bits that tell small letters from capitals.
    var small: UInt64 = 0
    var i = start
    while true {
      let letters = Letters(bytes, at: i, end)
      hash.add(letters.lowercase, letters.count)
      small |= letters.small
      i += letters.count
      if letters.count < 8 { break }
    }
    if i < end, bytes[i] >= 0x80 {
      let stop = endOfWord(bytes, i, end, from: start)
      if stop > i {
        tokens.append(word(bytes, start, stop))
        return stop
      }
    }
    tokens.append(
      Token(
        start: start, end: i, kind: .word, isCapitalised: bytes[start] & 0x20 == 0,
        isUpperCase: i - start > 1 && small == 0, key: hash.key))
    return i
  }

  /// A mark of punctuation, or "'s" after a word as one token. Returns where to go on.
  private static func mark(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ stop: Int, _ end: Int,
    _ tokens: inout TokenSink
  ) -> Int {
    let key = markKey(bytes, start, stop)
    if key == apostrophe, bytes[start] != 0x60, stop < end, bytes[stop] | 0x20 == 0x73,
      stop + 1 >= end || !continuesWord(bytes, stop + 1, end),
      let last = tokens.last, last.end == start, last.kind == .word,
      stop - start == 1 || bytes[start] == 0xE2
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
        key: key))
    return stop
  }

  private static func markKey(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ stop: Int)
    -> WordKey
  {
    if stop - start == 1, bytes[start] < 0x80 {
      let byte = bytes[start] == 0x60 ? 0x27 : bytes[start]
      return WordHash.key(of: byte)
    }
    if stop - start == 3, bytes[start] == 0xE2, bytes[start + 1] == 0x80 {
      switch bytes[start + 2] {
      case 0x90...0x95: return dash
      case 0x98, 0x99: return apostrophe
      case 0x9C...0x9E: return quote
      default: break
      }
    }
    return WordHash.key(of: folding(bytes, start, stop))
  }

  private static var dash: WordKey { "-" }
  private static var apostrophe: WordKey { "'" }
  private static var quote: WordKey { "\"" }

  /// The key of "'s" and "’s".
  public static let possessive = WordHash.key(of: Array("'s".utf8))

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

  /// - Parameter first: where the word begins, if not here.
  private static func endOfWord(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, from first: Int? = nil
  ) -> Int {
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
    return max(i, (first ?? start) + 1)
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
    var hash = WordHash()
    for i in start..<stop {
      var byte = bytes[i]
      if byte >= 0x80 { isASCII = false }
      if byte >= 0x41 && byte <= 0x5A { byte |= 0x20 }
      hash.add(byte)
    }
    return Token(
      start: start, end: stop, kind: kind, isCapitalised: false, isUpperCase: false,
      key: isASCII ? hash.key : WordHash.key(of: folding(bytes, start, stop)))
  }

  /// The key of one word in ASCII letters, or of one mark; nil for what has to be taken apart.
  public static func key(plain word: ArraySlice<UInt8>) -> WordKey? {
    word.withUnsafeBufferPointer { key(plain: $0) }
  }

  static func key(plain word: UnsafeBufferPointer<UInt8>) -> WordKey? {
    var hash = WordHash()
    var count = 0
    var letters = 0
    for byte in word {
      if byte <= 0x20 || byte >= 0x7F { return nil }
      count += 1
      letters += isLetter(byte) ? 1 : 0
      hash.add(isLetter(byte) ? byte | 0x20 : byte == 0x60 ? 0x27 : byte)
    }
    return count > 0 && (letters == count || count == 1) ? hash.key : nil
  }

  /// The key of a word or of words and marks as they stand, in any case; nil for what is not ASCII.
  public static func key(ascii word: ArraySlice<UInt8>) -> WordKey? {
    var hash = WordHash()
    for byte in word {
      guard byte < 0x80 else { return nil }
      hash.add(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
    }
    return hash.key
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
