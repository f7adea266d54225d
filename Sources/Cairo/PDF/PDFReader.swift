/// Reads objects out of the bytes of a PDF. What is no object reads as null.
struct PDFReader {
  let bytes: [UInt8]
  var at: Int
  /// Gives the object with a number.
  let numbered: (Int) -> PDFObject

  private static let deepest = 64

  /// An object, and the stream that may follow it.
  ///
  /// - Parameter length: gives a stream's length out of its dictionary.
  mutating func whole(length: (PDFObject.Entries) -> Int?) -> PDFObject.Value {
    let value = self.value(depth: 0)
    guard case .dictionary(let entries) = value, skipsWord("stream") else { return value }
    if peek == 0x0D { at += 1 }
    if peek == 0x0A { at += 1 }
    guard let count = length(entries), count >= 0, count <= bytes.count - at else { return .null }
    return .stream(entries, Array(bytes[at..<at + count]))
  }

  mutating func value(depth: Int) -> PDFObject.Value {
    skipSpace()
    guard let byte = peek, depth < Self.deepest else { return .null }
    switch byte {
    case UInt8(ascii: "/"): return .name(name())
    case UInt8(ascii: "("): return .string(literal())
    case UInt8(ascii: "["): return .array(array(depth))
    case UInt8(ascii: "<"):
      return bytes.indices.contains(at + 1) && bytes[at + 1] == byte
        ? .dictionary(dictionary(depth)) : .string(hexadecimal())
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      return number()
    default:
      if skipsWord("true") { return .bool(true) }
      if skipsWord("false") { return .bool(false) }
      if !skipsWord("null") { at += 1 }
      return .null
    }
  }

  /// A value within another: two numbers and an R are the object of that number.
  private mutating func object(_ depth: Int) -> PDFObject {
    let value = self.value(depth: depth)
    guard case .integer(let number) = value else { return PDFObject(value) }
    let start = at
    if let next = spaced, isDigit(next), case .integer = self.number(), skipsWord("R") {
      return numbered(number)
    }
    at = start
    return PDFObject(value)
  }

  private mutating func array(_ depth: Int) -> [PDFObject] {
    at += 1
    var items: [PDFObject] = []
    while let byte = spaced, byte != UInt8(ascii: "]") { items.append(object(depth + 1)) }
    at += 1
    return items
  }

  private mutating func dictionary(_ depth: Int) -> PDFObject.Entries {
    at += 2
    var entries: PDFObject.Entries = []
    while let byte = spaced, byte == UInt8(ascii: "/") {
      let key = name()
      entries.append((key, object(depth + 1)))
    }
    if peek == UInt8(ascii: ">") { at += 2 }
    return entries
  }

  private mutating func name() -> String {
    let start = at
    at += 1
    while let byte = peek, !isSpace(byte), !isDelimiter(byte) { at += 1 }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private mutating func number() -> PDFObject.Value {
    let start = at
    var value = 0
    while let byte = peek, isDigit(byte), at < start + 18 {
      value = 10 * value + Int(byte - UInt8(ascii: "0"))
      at += 1
    }
    guard let byte = peek, isDigit(byte) || isSign(byte) else { return .integer(value) }
    while let byte = peek, isDigit(byte) || isSign(byte) { at += 1 }
    let digits = String(decoding: bytes[start..<at], as: UTF8.self)
    return Int(digits).map { .integer($0) } ?? .real(digits)
  }

  private mutating func literal() -> [UInt8] {
    var result: [UInt8] = []
    var depth = 0
    while let byte = peek {
      at += 1
      switch byte {
      case UInt8(ascii: "("):
        depth += 1
        if depth > 1 { result.append(byte) }
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return result }
        result.append(byte)
      case UInt8(ascii: "\\"): escaped(&result)
      default: result.append(byte)
      }
    }
    return result
  }

  private mutating func escaped(_ result: inout [UInt8]) {
    guard let byte = peek else { return }
    at += 1
    switch byte {
    case UInt8(ascii: "n"): result.append(0x0A)
    case UInt8(ascii: "r"): result.append(0x0D)
    case UInt8(ascii: "t"): result.append(0x09)
    case UInt8(ascii: "b"): result.append(0x08)
    case UInt8(ascii: "f"): result.append(0x0C)
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      var code = Int(byte - UInt8(ascii: "0"))
      for _ in 0..<2 {
        guard let next = peek, (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(next) else { break }
        code = 8 * code + Int(next - UInt8(ascii: "0"))
        at += 1
      }
      result.append(UInt8(truncatingIfNeeded: code))
    case 0x0A: break
    default: result.append(byte)
    }
  }

  private mutating func hexadecimal() -> [UInt8] {
    at += 1
    var digits: [UInt8] = []
    while let byte = peek, byte != UInt8(ascii: ">") {
      at += 1
      if let digit = Character(Unicode.Scalar(byte)).hexDigitValue { digits.append(UInt8(digit)) }
    }
    at += 1
    if digits.count % 2 == 1 { digits.append(0) }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  // MARK: Bytes

  var peek: UInt8? { at >= 0 && at < bytes.count ? bytes[at] : nil }

  /// The next byte that is no space; goes there.
  var spaced: UInt8? {
    mutating get {
      skipSpace()
      return peek
    }
  }

  private mutating func skipSpace() {
    while let byte = peek {
      if isSpace(byte) {
        at += 1
      } else if byte == UInt8(ascii: "%") {
        while let byte = peek, byte != 0x0A, byte != 0x0D { at += 1 }
      } else {
        return
      }
    }
  }

  /// Goes past a word if it stands here.
  mutating func skipsWord(_ word: StaticString) -> Bool {
    skipSpace()
    let end = at + word.utf8CodeUnitCount
    guard end <= bytes.count else { return false }
    for offset in 0..<word.utf8CodeUnitCount where bytes[at + offset] != word.utf8Start[offset] {
      return false
    }
    at = end
    return true
  }

  /// A whole number without a sign; nil for anything else.
  mutating func integer() -> Int? {
    guard let byte = spaced, isDigit(byte), case .integer(let value) = number() else { return nil }
    return value
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private func isSign(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  private func isDelimiter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "/"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"),
      UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
      UInt8(ascii: "}"), UInt8(ascii: "%"):
      true
    default: false
    }
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte) && byte != 0x0B || byte == 0
  }
}
