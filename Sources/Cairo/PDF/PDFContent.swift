/// The operators of a page, as bytes.
struct PDFContent {
  private(set) var bytes: [UInt8] = []

  var isEmpty: Bool { bytes.isEmpty }

  mutating func put(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func put(_ other: PDFContent) { bytes += other.bytes }

  mutating func put(byte: UInt8) { bytes.append(byte) }

  /// A whole number.
  mutating func put(_ number: Int) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    put(magnitude: number.magnitude)
  }

  /// A number to three decimals, and a space.
  mutating func put(_ number: Double) {
    let thousandths =
      number.isFinite && abs(number) < 1e12 ? Int((number * 1000).rounded()) : 0
    if thousandths < 0 { bytes.append(UInt8(ascii: "-")) }
    let (whole, rest) = thousandths.magnitude.quotientAndRemainder(dividingBy: 1000)
    put(magnitude: whole)
    if rest > 0 {
      bytes.append(UInt8(ascii: "."))
      bytes.append(Self.digit(rest / 100))
      if rest % 100 > 0 { bytes.append(Self.digit(rest / 10 % 10)) }
      if rest % 10 > 0 { bytes.append(Self.digit(rest % 10)) }
    }
    bytes.append(UInt8(ascii: " "))
  }

  /// Numbers, then an operator with its line feed.
  mutating func put(_ numbers: Double..., operator name: StaticString) {
    for number in numbers { put(number) }
    put(name)
    bytes.append(0x0A)
  }

  /// A byte of a string in hexadecimal digits.
  mutating func put(hexadecimal byte: UInt8) {
    bytes.append(Self.hexadecimal(byte >> 4))
    bytes.append(Self.hexadecimal(byte & 15))
  }

  private mutating func put(magnitude: UInt) {
    if magnitude >= 10 { put(magnitude: magnitude / 10) }
    bytes.append(Self.digit(magnitude % 10))
  }

  private static func digit(_ value: UInt) -> UInt8 { UInt8(ascii: "0") + UInt8(value) }

  private static func hexadecimal(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") - 10 + value
  }
}
