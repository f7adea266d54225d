extension JSON {
  /// How a value is laid out.
  public enum Layout: Sendable {
    /// One member or element a line, two spaces a level, a final line feed: for files.
    case pretty
    /// One line without spaces, no line feed: for a stream of lines.
    case compact
  }

  /// The value in UTF-8: the same bytes for the same value.
  public func bytes(_ layout: Layout = .pretty) -> [UInt8] {
    var writer = JSONWriter(layout: layout)
    writer.write(self, depth: 0)
    if layout == .pretty { writer.bytes.append(UInt8(ascii: "\n")) }
    return writer.bytes
  }
}

struct JSONWriter {
  let layout: JSON.Layout
  var bytes: [UInt8] = []

  mutating func write(_ value: JSON, depth: Int) {
    switch value {
    case .null: append("null")
    case .bool(let value): append(value ? "true" : "false")
    case .integer(let value): append(String(value))
    case .number(let value): append(JSONWriter.digits(value))
    case .string(let text): string(text)
    case .array(let elements):
      append("[")
      for (i, element) in elements.enumerated() {
        separate(i, depth)
        write(element, depth: depth + 1)
      }
      close("]", elements.isEmpty, depth)
    case .object(let members):
      append("{")
      for (i, member) in members.enumerated() {
        separate(i, depth)
        string(member.name)
        append(layout == .pretty ? ": " : ":")
        write(member.value, depth: depth + 1)
      }
      close("}", members.isEmpty, depth)
    }
  }

  private mutating func separate(_ index: Int, _ depth: Int) {
    if index > 0 { append(",") }
    newLine(depth + 1)
  }

  private mutating func close(_ bracket: String, _ isEmpty: Bool, _ depth: Int) {
    if !isEmpty { newLine(depth) }
    append(bracket)
  }

  private mutating func newLine(_ depth: Int) {
    guard layout == .pretty else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"): append("\\\\")
      case 0x0A: append("\\n")
      case 0x0D: append("\\r")
      case 0x09: append("\\t")
      case 0..<0x20, 0x7F:
        let digits = String(byte, radix: 16)
        append("\\u00" + (digits.count < 2 ? "0" : "") + digits)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// The shortest digits that read back as the same number; whole numbers without a point. JSON has
  /// no infinities: they are null.
  static func digits(_ value: Double) -> String {
    guard value.isFinite else { return "null" }
    if let whole = Int(exactly: value), abs(whole) < 1 << 53 { return String(whole) }
    return value.description
  }
}
