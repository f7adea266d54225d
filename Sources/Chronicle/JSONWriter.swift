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

/// Writes values, or their parts one by one, in UTF-8.
package struct JSONWriter {
  let layout: JSON.Layout
  /// What was written and not yet taken away.
  package var bytes: [UInt8] = []
  /// How deep the object or array lies that is being written part by part.
  private var depth = 0
  /// Whether nothing of it is written yet.
  private var isFirst = true

  package init(layout: JSON.Layout) { self.layout = layout }

  package mutating func write(_ value: JSON, depth: Int = 0) {
    switch value {
    case .null: signs("null")
    case .bool(let value): bool(value)
    case .integer(let value): integer(value)
    case .number(let value): number(value)
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
        signs(layout == .pretty ? ": " : ":")
        write(member.value, depth: depth + 1)
      }
      close("}", members.isEmpty, depth)
    }
  }

  private mutating func bool(_ value: Bool) { signs(value ? "true" : "false") }

  private mutating func number(_ value: Double) {
    bytes.append(contentsOf: JSONWriter.digits(value).utf8)
  }

  private mutating func separate(_ index: Int, _ depth: Int) {
    if index > 0 { append(",") }
    newLine(depth + 1)
  }

  private mutating func close(_ bracket: Unicode.Scalar, _ isEmpty: Bool, _ depth: Int) {
    if !isEmpty { newLine(depth) }
    append(bracket)
  }

  private mutating func newLine(_ depth: Int) {
    guard layout == .pretty else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  // MARK: Values part by part

  /// An object; its members are written one by one.
  package mutating func object(_ members: (inout JSONWriter) -> Void) {
    append("{")
    let outer = (depth, isFirst)
    (depth, isFirst) = (depth + 1, true)
    members(&self)
    let isEmpty = isFirst
    (depth, isFirst) = outer
    close("}", isEmpty, depth)
  }

  /// The name of an object's next member; its value follows.
  ///
  /// - Parameter name: with nothing in it that has to be escaped.
  package mutating func name(_ name: StaticString) {
    next()
    append("\"")
    signs(name)
    signs(layout == .pretty ? "\": " : "\":")
  }

  /// An array, element by element.
  package mutating func array<Element>(
    _ elements: [Element], _ write: (inout JSONWriter, Element) -> Void
  ) {
    append("[")
    let outer = (depth, isFirst)
    (depth, isFirst) = (depth + 1, true)
    for element in elements {
      next()
      write(&self, element)
    }
    (depth, isFirst) = outer
    close("]", elements.isEmpty, depth)
  }

  private mutating func next() {
    if !isFirst { append(",") }
    isFirst = false
    newLine(depth)
  }

  package mutating func member(_ name: StaticString, _ text: String) {
    self.name(name)
    string(text)
  }

  /// A text, or null.
  package mutating func member(_ name: StaticString, _ text: String?) {
    self.name(name)
    if let text { string(text) } else { signs("null") }
  }

  package mutating func member(_ name: StaticString, _ texts: [String]) {
    self.name(name)
    array(texts) { $0.string($1) }
  }

  package mutating func member(_ name: StaticString, _ value: Int) {
    self.name(name)
    integer(value)
  }

  package mutating func member(_ name: StaticString, _ value: Double) {
    self.name(name)
    number(value)
  }

  package mutating func member(_ name: StaticString, _ value: Bool) {
    self.name(name)
    bool(value)
  }

  package mutating func member<Element>(
    _ name: StaticString, _ elements: [Element], _ write: (inout JSONWriter, Element) -> Void
  ) {
    self.name(name)
    array(elements, write)
  }

  // MARK: Signs

  /// Signs of JSON as they are: `{"id":`.
  package mutating func signs(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func append(_ byte: Unicode.Scalar) { bytes.append(UInt8(ascii: byte)) }

  package mutating func integer(_ value: Int) {
    guard value >= 10 else { return bytes.append(contentsOf: String(value).utf8) }
    var place = 10
    while value / place >= 10 { place *= 10 }
    while place > 0 {
      bytes.append(UInt8(truncatingIfNeeded: 48 + value / place % 10))
      place /= 10
    }
  }

  /// A text in quotes.
  package mutating func string(_ text: String) {
    var text = text
    text.withUTF8 { string($0) }
  }

  /// A text in UTF-8, in quotes.
  package mutating func string(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    var plain = 0
    for i in 0..<text.count where text[i] < 0x23 || text[i] == 0x5C || text[i] == 0x7F {
      guard let escape = Self.escape(text[i]) else { continue }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[plain..<i]))
      bytes.append(contentsOf: escape.utf8)
      plain = i + 1
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[plain...]))
    bytes.append(UInt8(ascii: "\""))
  }

  /// How a byte is written that can't stand in a string as it is.
  private static func escape(_ byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "\""): return "\\\""
    case UInt8(ascii: "\\"): return "\\\\"
    case 0x0A: return "\\n"
    case 0x0D: return "\\r"
    case 0x09: return "\\t"
    case 0..<0x20, 0x7F:
      let digits = String(byte, radix: 16)
      return "\\u00" + (digits.count < 2 ? "0" : "") + digits
    default: return nil
    }
  }

  /// The shortest digits that read back as the same number; whole numbers without a point. JSON has
  /// no infinities: they are null.
  static func digits(_ value: Double) -> String {
    guard value.isFinite else { return "null" }
    if let whole = Int(exactly: value), abs(whole) < 1 << 53 { return String(whole) }
    return value.description
  }
}
