import Glibc

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
    try JSONReader.withReader(of: bytes) { reader throws(Malformed) in
      try reader.whole { reader throws(Malformed) in try reader.value(depth: 0) }
    }
  }

  /// An object whose text, which may be long, is not kept as one more value.
  public struct Request: Sendable {
    /// What was read, without the text.
    public let value: JSON
    /// The text in UTF-8; nil where it is missing or no string.
    public let text: [UInt8]?
  }

  /// Reads an object with a text as ``read(_:)`` does, in memory for the text alone.
  ///
  /// - Parameters:
  ///   - name: the member that holds the text.
  ///   - others: the members that are kept besides; nil for all.
  public static func readRequest(
    _ bytes: some Sequence<UInt8>, text name: String, keeping others: [String]? = nil
  ) throws(Malformed) -> Request {
    try JSONReader.withReader(of: bytes) { reader throws(Malformed) in
      try reader.whole { reader throws(Malformed) in try reader.request(name, others) }
    }
  }
}

struct JSONReader {
  let bytes: UnsafeBufferPointer<UInt8>
  var at = 0

  /// Reads bytes where they lie, if they lie in one piece.
  static func withReader<Value>(
    of bytes: some Sequence<UInt8>,
    _ body: (inout JSONReader) throws(JSON.Malformed) -> Value
  ) throws(JSON.Malformed) -> Value {
    func result(_ buffer: UnsafeBufferPointer<UInt8>) -> Result<Value, JSON.Malformed> {
      var reader = JSONReader(bytes: buffer)
      do throws(JSON.Malformed) { return .success(try body(&reader)) } catch {
        return .failure(error)
      }
    }
    return try
      (bytes.withContiguousStorageIfAvailable(result)
      ?? Array(bytes).withUnsafeBufferPointer(result)).get()
  }

  /// A value and nothing after it.
  mutating func whole<Value>(
    _ body: (inout JSONReader) throws(JSON.Malformed) -> Value
  ) throws(JSON.Malformed) -> Value {
    let value = try body(&self)
    skipSpace()
    guard at == bytes.count else { throw malformed("expected nothing after the value") }
    return value
  }

  /// A value; of an object, the text that a member holds apart.
  mutating func request(_ name: String, _ others: [String]?) throws(JSON.Malformed)
    -> JSON.Request
  {
    skipSpace()
    guard peek == UInt8(ascii: "{") else {
      return JSON.Request(value: try value(depth: 0), text: nil)
    }
    var text: [UInt8]?
    let members = try members { reader, member throws(JSON.Malformed) in
      guard member == name else {
        if others?.contains(member) != false { return try reader.value(depth: 1) }
        try reader.skip(depth: 1)
        return nil
      }
      reader.skipSpace()
      text = reader.peek == UInt8(ascii: "\"") ? try reader.content() : nil
      return text == nil ? try reader.value(depth: 1) : nil
    }
    return JSON.Request(value: .object(members), text: text)
  }

  /// Nesting that no file of ours comes near; keeps a hostile line from exhausting the stack.
  static let deepest = 200

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

  var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

  mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    at += 1
    return true
  }

  private mutating func object(_ depth: Int) throws(JSON.Malformed) -> JSON {
    .object(
      try members { reader, _ throws(JSON.Malformed) in try reader.value(depth: depth + 1) })
  }

  /// The members of an object for which `value` gives one.
  private mutating func members(
    _ value: (inout JSONReader, String) throws(JSON.Malformed) -> JSON?
  ) throws(JSON.Malformed) -> [JSON.Member] {
    at += 1
    var members: [JSON.Member] = []
    skipSpace()
    if take(UInt8(ascii: "}")) { return members }
    while true {
      skipSpace()
      guard peek == UInt8(ascii: "\"") else { throw malformed("expected a name in quotes") }
      let name = try string()
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw malformed("expected a colon") }
      if let value = try value(&self, name) { members.append(JSON.Member(name, value)) }
      skipSpace()
      if take(UInt8(ascii: "}")) { return members }
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

  mutating func number() throws(JSON.Malformed) -> JSON {
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
    String(decoding: try content(), as: UTF8.self)
  }

  /// The text of a string in UTF-8, which is checked, without its quotes and escapes.
  private mutating func content() throws(JSON.Malformed) -> [UInt8] {
    let start = at
    at += 1
    var result: [UInt8] = []
    var isText = true
    while true {
      let plain = at
      isText = skipPlain() && isText
      if result.isEmpty, at < bytes.count, bytes[at] == UInt8(ascii: "\\") {
        result.reserveCapacity(closingQuote - plain)
      }
      result.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[plain..<at]))
      switch peek {
      case UInt8(ascii: "\"")?:
        guard isText else {
          at = start
          throw malformed("expected text in UTF-8")
        }
        at += 1
        return result
      case UInt8(ascii: "\\")?: try escape(&result)
      case nil: throw malformed("expected a closing quote")
      default: throw malformed("expected control characters to be escaped")
      }
    }
  }

  /// Goes on to a quote, a backslash or a control character, eight bytes at a time; false where what
  /// it goes past is no UTF-8.
  mutating func skipPlain() -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let start = at
    var all: UInt64 = 0
    while at + 8 <= bytes.count {
      let word = UnsafeRawBufferPointer(bytes).loadUnaligned(
        fromByteOffset: at, as: UInt64.self)
      let quote = word ^ (ones &* 0x22)
      let escape = word ^ (ones &* 0x5C)
      let hits =
        ((word &- ones &* 0x20) & ~word) | ((quote &- ones) & ~quote)
        | ((escape &- ones) & ~escape)
      if hits & (ones &* 0x80) != 0 { break }
      all |= word
      at += 8
    }
    while at < bytes.count, bytes[at] >= 0x20, bytes[at] != 0x22, bytes[at] != 0x5C {
      all |= UInt64(bytes[at])
      at += 1
    }
    if all & (ones &* 0x80) == 0 { return true }
    let text = UnsafeBufferPointer(rebasing: bytes[start..<at])
    return (try? UTF8Span(validating: text.span)) != nil
  }

  /// Where the string ends that goes on here, or the end of all.
  private var closingQuote: Int {
    guard let base = bytes.baseAddress else { return 0 }
    var i = at
    while i < bytes.count, let found = memchr(base + i, 0x22, bytes.count - i) {
      let quote = base.distance(to: found.assumingMemoryBound(to: UInt8.self))
      var start = quote
      while start > at, bytes[start - 1] == UInt8(ascii: "\\") { start -= 1 }
      if (quote - start).isMultiple(of: 2) { return quote }
      i = quote + 1
    }
    return bytes.count
  }

  mutating func escape(_ result: inout [UInt8]) throws(JSON.Malformed) {
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
      result.append(contentsOf: String(Character(try scalar())).utf8)
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
    if first < 0xDC00, at + 1 < bytes.count, bytes[at] == 0x5C, bytes[at + 1] == 0x75 {
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
