extension JSON {
  /// Why bytes are no JSON, and where.
  public struct Malformed: Error, Sendable, Hashable {
    /// First byte that does not fit.
    public let offset: Int
    /// Lower case, no full stop: "expected a value".
    public let message: String
  }

  /// Reads one value of RFC 8259 with nothing but white space around it.
  public static func read(_ bytes: some Sequence<UInt8>) throws(Malformed) -> JSON {
    var reader = JSONReader(bytes: Array(bytes))
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.at == reader.bytes.count else {
      throw reader.malformed("expected nothing after the value")
    }
    return value
  }
}

struct JSONReader {
  let bytes: [UInt8]
  var at = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Nesting that no file of ours comes near; keeps a hostile line from exhausting the stack.
  private static let deepest = 200

  mutating func value(depth: Int) throws(JSON.Malformed) -> JSON {
    skipSpace()
    guard depth < JSONReader.deepest else { throw malformed("nested too deeply") }
    guard let first = peek else { throw malformed("expected a value") }
    switch first {
    case UInt8(ascii: "{"): return try object(depth)
    case UInt8(ascii: "["): return try array(depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw malformed("expected a value")
    }
  }

  mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      at += 1
    }
  }

  func malformed(_ message: String) -> JSON.Malformed {
    JSON.Malformed(offset: at, message: message)
  }

  private var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    at += 1
    return true
  }

  private mutating func object(_ depth: Int) throws(JSON.Malformed) -> JSON {
    at += 1
    var members: [JSON.Member] = []
    skipSpace()
    if take(UInt8(ascii: "}")) { return .object(members) }
    while true {
      skipSpace()
      guard peek == UInt8(ascii: "\"") else { throw malformed("expected a name in quotes") }
      let name = try string()
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw malformed("expected a colon") }
      members.append(JSON.Member(name, try value(depth: depth + 1)))
      skipSpace()
      if take(UInt8(ascii: "}")) { return .object(members) }
      guard take(UInt8(ascii: ",")) else { throw malformed("expected a comma or }") }
    }
  }

  private mutating func array(_ depth: Int) throws(JSON.Malformed) -> JSON {
    at += 1
    var elements: [JSON] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return .array(elements) }
    while true {
      elements.append(try value(depth: depth + 1))
      skipSpace()
      if take(UInt8(ascii: "]")) { return .array(elements) }
      guard take(UInt8(ascii: ",")) else { throw malformed("expected a comma or ]") }
    }
  }

  private mutating func word(_ word: String, _ value: JSON) throws(JSON.Malformed) -> JSON {
    guard bytes[at...].starts(with: word.utf8) else { throw malformed("expected a value") }
    at += word.utf8.count
    return value
  }

  private mutating func number() throws(JSON.Malformed) -> JSON {
    let start = at
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try digits() }
    var isWhole = true
    if take(UInt8(ascii: ".")) {
      isWhole = false
      try digits()
    }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      isWhole = false
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits()
    }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    if isWhole, let value = Int(text) { return .integer(value) }
    guard let value = Double(text), value.isFinite else {
      at = start
      throw malformed("expected a number in range")
    }
    return .number(value)
  }

  private mutating func digits() throws(JSON.Malformed) {
    let start = at
    while let byte = peek, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { at += 1 }
    guard at > start else { throw malformed("expected a digit") }
  }

  private mutating func string() throws(JSON.Malformed) -> String {
    let start = at
    at += 1
    var result: [UInt8] = []
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: result, as: UTF8.self) else {
          at = start
          throw malformed("expected text in UTF-8")
        }
        at += 1
        return text
      case UInt8(ascii: "\\"): try escape(&result)
      case 0..<0x20: throw malformed("expected control characters to be escaped")
      default:
        result.append(byte)
        at += 1
      }
    }
    throw malformed("expected a closing quote")
  }

  private mutating func escape(_ result: inout [UInt8]) throws(JSON.Malformed) {
    at += 1
    guard let byte = peek else { throw malformed("expected an escaped character") }
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(byte)
    case UInt8(ascii: "n"): result.append(0x0A)
    case UInt8(ascii: "r"): result.append(0x0D)
    case UInt8(ascii: "t"): result.append(0x09)
    case UInt8(ascii: "b"): result.append(0x08)
    case UInt8(ascii: "f"): result.append(0x0C)
    case UInt8(ascii: "u"):
      result.append(contentsOf: Array(String(Character(try scalar())).utf8))
      return
    default: throw malformed("expected an escaped character")
    }
    at += 1
  }

  /// After `\u`: one scalar, of two escapes where it takes a surrogate pair. A lone surrogate is
  /// read as the replacement character.
  private mutating func scalar() throws(JSON.Malformed) -> Unicode.Scalar {
    let first = try unit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    if first < 0xDC00, bytes[at...].starts(with: [0x5C, 0x75]) {
      let back = at
      at += 1
      let second = try unit()
      if (0xDC00...0xDFFF).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      {
        return scalar
      }
      at = back
    }
    return "\u{FFFD}"
  }

  private mutating func unit() throws(JSON.Malformed) -> UInt32 {
    at += 1
    guard at + 4 <= bytes.count,
      let value = UInt32(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16),
      bytes[at] != UInt8(ascii: "+"), bytes[at] != UInt8(ascii: "-")
    else { throw malformed("expected four hexadecimal digits") }
    at += 4
    return value
  }
}
