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
    return writer.file()
  }
}

/// Writes values, or their parts one by one, in UTF-8.
package struct JSONWriter {
  private let layout: JSON.Layout
  /// What was written and not yet taken.
  private var bytes = ByteStage()
  /// How deep the object or array lies that is being written part by part.
  private var depth = 0
  /// Whether nothing of it is written yet.
  private var isFirst = true

  package init(layout: JSON.Layout) { self.layout = layout }

  /// How much was written and not yet taken, in bytes.
  package var count: Int { bytes.count }

  /// What was written since it was taken last.
  package mutating func take() -> [UInt8] { bytes.take() }

  /// The same as a file: a pretty one ends its last line.
  package mutating func file() -> [UInt8] {
    if layout == .pretty { append("\n") }
    return take()
  }

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
    plain(JSONWriter.digits(value))
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
    append("\n")
    for _ in 0..<depth { signs("  ") }
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
    let run = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    if layout == .pretty {
      next()
      isFirst = true
    }
    bytes.put(atMost: run.count + 5) { end in
      let start = isFirst ? end : end.adding(UInt8(ascii: ","))
      let next = start.adding(UInt8(ascii: "\"")).adding(run).adding(UInt8(ascii: "\""))
        .adding(UInt8(ascii: ":"))
      return layout == .pretty ? next.adding(UInt8(ascii: " ")) : next
    }
    isFirst = false
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
    bytes.append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func append(_ byte: Unicode.Scalar) { bytes.append(UInt8(ascii: byte)) }

  package mutating func integer(_ value: Int) {
    guard value >= 10 else { return plain(String(value)) }
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
    guard text.count + 2 > ByteStage.size || !text.isPlain else {
      return bytes.put(atMost: text.count + 2) {
        $0.adding(UInt8(ascii: "\"")).adding(text).adding(UInt8(ascii: "\""))
      }
    }
    append("\"")
    var start = 0
    for i in text.indices {
      guard let escape = Self.escape(text[i]) else { continue }
      bytes.append(UnsafeBufferPointer(rebasing: text[start..<i]))
      plain(escape)
      start = i + 1
    }
    bytes.append(UnsafeBufferPointer(rebasing: text[start...]))
    append("\"")
  }

  /// A text without what has to be escaped, as it is.
  private mutating func plain(_ text: String) {
    var text = text
    text.withUTF8 { bytes.append($0) }
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

extension UnsafeBufferPointer<UInt8> {
  /// Whether nothing in it has to be escaped: eight bytes are looked at together.
  fileprivate var isPlain: Bool {
    guard let start = UnsafeRawPointer(baseAddress) else { return true }
    var i = 0
    while i + 8 <= count {
      let bytes = start.loadUnaligned(fromByteOffset: i, as: UInt64.self)
      if Self.marks(bytes) != 0 { return false }
      i += 8
    }
    var rest: UInt64 = 0x2020_2020_2020_2020
    while i < count {
      rest = rest << 8 | UInt64(self[i])
      i += 1
    }
    return Self.marks(rest) == 0
  }

  /// Not 0 where one of eight bytes is below 0x20, a quotation mark, a backslash or 0x7F.
  @inline(__always)
  private static func marks(_ bytes: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    func zeros(_ bytes: UInt64) -> UInt64 { (bytes &- ones) & ~bytes }
    let small = (bytes &- ones &* 0x20) & ~bytes
    return
      (small | zeros(bytes ^ ones &* 0x22) | zeros(bytes ^ ones &* 0x5C)
      | zeros(bytes ^ ones &* 0x7F)) & (ones &* 0x80)
  }
}
