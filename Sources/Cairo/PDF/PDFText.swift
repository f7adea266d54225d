/// Objects as they are written in a file.
struct PDFText {
  private(set) var bytes: [UInt8] = []

  mutating func put(_ text: String) { bytes += text.utf8 }

  mutating func put(_ number: Int) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    put(magnitude: number.magnitude)
  }

  private mutating func put(magnitude: UInt) {
    if magnitude >= 10 { put(magnitude: magnitude / 10) }
    bytes.append(UInt8(ascii: "0") + UInt8(magnitude % 10))
  }

  /// An object within another: by its number if it has one.
  private mutating func put(_ object: PDFObject, _ numbering: PDFNumbering) {
    if object.number > 0 {
      put(numbering.number(of: object))
      put(" 0 R")
    } else {
      put(object.value, numbering)
    }
  }

  mutating func put(_ value: PDFObject.Value, _ numbering: PDFNumbering) {
    switch value {
    case .unread, .null: put("null")
    case .bool(let value): put(value ? "true" : "false")
    case .integer(let number): put(number)
    case .real(let digits): put(digits)
    case .name(let name): put(name)
    case .string(let string): put(string: string)
    case .array(let items):
      put("[")
      for (index, item) in items.enumerated() {
        if index > 0 { put(" ") }
        put(item, numbering)
      }
      put("]")
    case .dictionary(let entries), .stream(let entries, _):
      putOpen(entries, numbering)
      put(">>")
    }
  }

  /// A dictionary without its end.
  mutating func putOpen(_ entries: PDFObject.Entries, _ numbering: PDFNumbering) {
    put("<<")
    for (key, value) in entries {
      put(key)
      put(" ")
      put(value, numbering)
    }
  }

  /// A name as it stands in a file: `/image#2Fpng`.
  static func escaped(_ name: String) -> String {
    if name.utf8.dropFirst().allSatisfy(isPlain) { return name }
    var result = "/"
    for byte in name.utf8.dropFirst() {
      if isPlain(byte) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        result += (byte < 16 ? "#0" : "#") + String(byte, radix: 16, uppercase: true)
      }
    }
    return result
  }

  /// Whether a byte of a name stands for itself.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x23, 0x25, 0x28, 0x29, 0x2F, 0x3C, 0x3E, 0x5B, 0x5D, 0x7B, 0x7D: false
    default: 0x21...0x7E ~= byte
    }
  }

  private mutating func put(string: [UInt8]) {
    bytes.append(UInt8(ascii: "("))
    for byte in string {
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      // A carriage return as such would be read as a line feed.
      case 0x0D: bytes += "\\r".utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: ")"))
  }
}
