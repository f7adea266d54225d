import Drawing

/// Numbers and text as they stand in SVG.
enum SVGText {
  /// At most two decimals, no trailing zeros, no exponent, no minus before zero.
  static func number(_ value: Double) -> String {
    var bytes = SVGBytes()
    bytes.put(value)
    return String(decoding: bytes.finish(), as: UTF8.self)
  }

  /// A scale, to six decimals: two would shift what lies far from the origin.
  static func factor(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "1" }
    let millionths = Int((value * 1_000_000).rounded())
    var digits = String(abs(millionths) % 1_000_000)
    digits = String(repeating: "0", count: 6 - digits.count) + digits
    while digits.last == "0" { digits.removeLast() }
    let whole = (millionths < 0 ? "-" : "") + String(abs(millionths) / 1_000_000)
    return digits.isEmpty ? whole : whole + "." + digits
  }

  /// Numbers with a space between.
  static func numbers(_ values: [Double]) -> String {
    values.map(number).joined(separator: " ")
  }

  /// Text for an element or a quoted attribute.
  static func escaped(_ string: String) -> String {
    var bytes = SVGBytes()
    bytes.put(escaped: string)
    return String(decoding: bytes.finish(), as: UTF8.self)
  }
}
