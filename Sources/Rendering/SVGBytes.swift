import Drawing

/// The bytes of an SVG as they are put down: numbers and names without a string between.
struct SVGBytes {
  private(set) var bytes: [UInt8] = []

  mutating func put(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func put(bytes more: [UInt8]) { bytes.append(contentsOf: more) }

  mutating func put(spaces count: Int) {
    for _ in 0..<count { bytes.append(0x20) }
  }

  /// At most two decimals, no trailing zeros, no exponent, no minus before zero.
  mutating func put(_ value: Double) {
    guard value.isFinite, abs(value) < 1e13 else { return bytes.append(0x30) }
    let hundredths = Int((value * 100).rounded())
    if hundredths < 0 { bytes.append(0x2D) }
    let magnitude = hundredths.magnitude
    put(whole: magnitude / 100)
    let rest = UInt8(magnitude % 100)
    if rest == 0 { return }
    bytes.append(0x2E)
    bytes.append(0x30 + rest / 10)
    if rest % 10 != 0 { bytes.append(0x30 + rest % 10) }
  }

  private mutating func put(whole number: UInt) {
    if number >= 10 { put(whole: number / 10) }
    bytes.append(0x30 + UInt8(number % 10))
  }

  /// A point, its numbers parted by a space.
  mutating func put(_ point: Point) {
    put(point.x)
    bytes.append(0x20)
    put(point.y)
  }

  /// Text for an element or a quoted attribute.
  mutating func put(escaped text: String) {
    var text = text.plain
    text.withUTF8 { utf8 in
      guard utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 }) else {
        return bytes.append(contentsOf: utf8)
      }
      for byte in utf8 {
        switch byte {
        case 0x26: put("&amp;")
        case 0x3C: put("&lt;")
        case 0x3E: put("&gt;")
        case 0x22: put("&quot;")
        default: bytes.append(byte)
        }
      }
    }
  }

  /// `#RRGGBB`.
  mutating func put(_ color: Color) {
    bytes.append(0x23)
    for part in [color.red, color.green, color.blue] {
      let value = UInt8(min(255, max(0, (part * 255).rounded())))
      for digit in [value >> 4, value & 15] {
        bytes.append(digit < 10 ? 0x30 + digit : 0x37 + digit)
      }
    }
  }

  /// A path's `d`.
  mutating func put(_ path: Path) {
    for element in path.elements {
      switch element {
      case .move(let p):
        bytes.append(0x4D)
        put(p)
      case .line(let p):
        bytes.append(0x4C)
        put(p)
      case .curve(let a, let b, let c):
        bytes.append(0x43)
        put(a)
        bytes.append(0x20)
        put(b)
        bytes.append(0x20)
        put(c)
      case .close: bytes.append(0x5A)
      }
    }
  }
}
