import Diagnostics
import Glibc

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

  /// Whether a byte stands in a span.
  static func has(_ byte: UInt8, _ bytes: [UInt8], _ span: Span) -> Bool {
    bytes.withUnsafeBytes { buffer in
      guard span.count > 0, let base = buffer.baseAddress else { return false }
      return memchr(base + span.start, Int32(byte), span.count) != nil
    }
  }

  /// Whether two bytes stand side by side in a span, looked for at eight places at a time.
  static func hasPair(_ first: UInt8, _ second: UInt8, _ bytes: [UInt8], _ span: Span) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let (a, b) = (UInt64(first) &* ones, UInt64(second) &* ones)
    return bytes.withUnsafeBytes { buffer in
      var i = span.start
      while i + 9 <= span.end {
        let here = buffer.loadUnaligned(fromByteOffset: i, as: UInt64.self)
        let next = buffer.loadUnaligned(fromByteOffset: i + 1, as: UInt64.self)
        let other = (here ^ a) | (next ^ b)
        if (other &- ones) & ~other & (0x80 &* ones) != 0 { return true }
        i += 8
      }
      while i + 1 < span.end {
        if buffer[i] == first, buffer[i + 1] == second { return true }
        i += 1
      }
      return false
    }
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
    bytes = source.withUnsafeBufferPointer { Self.folded($0, span) }
  }

  private static func folded(_ source: UnsafeBufferPointer<UInt8>, _ span: Span) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(span.count)
    var i = span.start
    while i < span.end {
      let byte = source[i]
      if byte > 0x20, byte < 0x80 {
        // Most are plain: a run of them at once.
        var end = i + 1
        while end < span.end, source[end] > 0x20, source[end] < 0x80 { end += 1 }
        let start = result.count
        result.append(contentsOf: UnsafeBufferPointer(rebasing: source[i..<end]))
        result.withUnsafeMutableBufferPointer { result in
          for k in start..<result.count where Bytes.isUpper(result[k]) { result[k] |= 0x20 }
        }
        i = end
        continue
      }
      if Bytes.isSpace(byte) {
        if result.last != 0x20 { result.append(0x20) }
      } else if byte < 0x80 {
        result.append(byte)
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
    return result
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
