import Diagnostics

/// Questions about single bytes and short stretches of UTF-8.
enum Bytes {
  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  static func isLower(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
  static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
  static func isLetter(_ byte: UInt8) -> Bool { isLower(byte | 0x20) }
  /// Space, tab, LF, CR, form feed.
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

  /// The span without white space at its ends; no-break spaces and byte order marks count.
  static func trimmed(_ bytes: [UInt8], _ span: Span) -> Span {
    var start = max(0, span.start)
    var end = min(bytes.count, span.end)
    while start < end {
      if isSpace(bytes[start]) {
        start += 1
      } else if start + 1 < end, bytes[start] == 0xC2, bytes[start + 1] == 0xA0 {
        start += 2
      } else if start + 2 < end, bytes[start] == 0xEF, bytes[start + 1] == 0xBB,
        bytes[start + 2] == 0xBF
      {
        start += 3
      } else {
        break
      }
    }
    while end > start {
      if isSpace(bytes[end - 1]) {
        end -= 1
      } else if end - 2 >= start, bytes[end - 1] == 0xA0, bytes[end - 2] == 0xC2 {
        end -= 2
      } else {
        break
      }
    }
    return Span(start, max(start, end))
  }

  /// Unicode scalars in the span.
  static func scalarCount(_ bytes: [UInt8], _ span: Span) -> Int {
    var count = 0
    for i in span.start..<max(span.start, span.end) where bytes[i] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// The scalar that begins at a byte, or nil at the end or inside another scalar.
  static func scalar(_ bytes: [UInt8], at i: Int) -> Unicode.Scalar? {
    guard i >= 0, i < bytes.count else { return nil }
    let first = bytes[i]
    if first < 0x80 { return Unicode.Scalar(first) }
    let length = first < 0xC0 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard length > 0, i + length <= bytes.count else { return nil }
    var value = UInt32(first & (0xFF >> UInt8(length + 1)))
    for k in 1..<length { value = value << 6 | UInt32(bytes[i + k] & 0x3F) }
    return Unicode.Scalar(value)
  }

  /// The last scalar before a byte.
  static func scalar(_ bytes: [UInt8], before end: Int, from start: Int) -> Unicode.Scalar? {
    var i = end - 1
    while i > start, bytes[i] & 0xC0 == 0x80 { i -= 1 }
    return i >= start ? scalar(bytes, at: i) : nil
  }

  /// Whether the bytes from `i` are those of an ASCII string.
  static func has(_ prefix: StaticString, _ bytes: [UInt8], at i: Int) -> Bool {
    let length = prefix.utf8CodeUnitCount
    guard i >= 0, i + length <= bytes.count else { return false }
    for k in 0..<length where bytes[i + k] != prefix.utf8Start[k] { return false }
    return true
  }
}

/// A stretch of text for comparing: ASCII lower case, straight quotes, plain hyphens, single
/// spaces.
struct Folded {
  let bytes: [UInt8]

  init(_ source: [UInt8], _ span: Span) {
    var result: [UInt8] = []
    result.reserveCapacity(span.count)
    var i = span.start
    while i < span.end {
      let byte = source[i]
      if Bytes.isSpace(byte) {
        if result.last != 0x20 { result.append(0x20) }
      } else if byte < 0x80 {
        result.append(Bytes.isUpper(byte) ? byte | 0x20 : byte)
      } else if byte == 0xC2, i + 1 < span.end, source[i + 1] == 0xA0 {
        if result.last != 0x20 { result.append(0x20) }
        i += 1
      } else if byte == 0xE2, i + 2 < span.end, source[i + 1] == 0x80 {
        Self.foldPunctuation(source[i + 2], into: &result)
        i += 2
      } else {
        result.append(byte)
      }
      i += 1
    }
    bytes = result
  }

  private static func foldPunctuation(_ last: UInt8, into result: inout [UInt8]) {
    switch last {
    case 0x90...0x95: result.append(0x2D)
    case 0x98, 0x99: result.append(0x27)
    case 0x9C, 0x9D, 0x9E: result.append(0x22)
    default: result += [0xE2, 0x80, last]
    }
  }

  func hasPrefix(_ prefix: String) -> Bool {
    bytes.starts(with: prefix.utf8)
  }

  func hasSuffix(_ suffix: String) -> Bool {
    let suffix = Array(suffix.utf8)
    return bytes.count >= suffix.count && bytes.suffix(suffix.count).elementsEqual(suffix)
  }

  /// The text without punctuation and spaces at its ends.
  var bare: String {
    var slice = bytes[...]
    while let last = slice.last, !Bytes.isLetter(last), !Bytes.isDigit(last), last < 0x80 {
      slice.removeLast()
    }
    while let first = slice.first, !Bytes.isLetter(first), !Bytes.isDigit(first), first < 0x80 {
      slice.removeFirst()
    }
    return String(decoding: slice, as: UTF8.self)
  }

  /// Number of words between spaces.
  var wordCount: Int {
    var count = 0
    var last: UInt8 = 0x20
    for byte in bytes {
      if byte != 0x20, last == 0x20 { count += 1 }
      last = byte
    }
    return count
  }

  var hasDigit: Bool { bytes.contains(where: Bytes.isDigit) }
}
