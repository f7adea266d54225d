import Drawing

/// Numbers and text as they stand in SVG.
enum SVGText {
  /// At most two decimals, no trailing zeros, no exponent, no minus before zero.
  static func number(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e13 else { return "0" }
    let hundredths = Int((value * 100).rounded())
    let magnitude = abs(hundredths)
    var result = hundredths < 0 ? "-" : ""
    result += String(magnitude / 100)
    let rest = magnitude % 100
    if rest != 0 {
      result += rest < 10 ? ".0" : "."
      result += String(rest % 10 == 0 && rest >= 10 ? rest / 10 : rest)
    }
    return result
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
    let string = string.plain
    guard string.utf8.contains(where: { "&<>\"".utf8.contains($0) }) else { return string }
    var result = ""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A path's `d`.
  static func data(_ path: Path) -> String {
    var result = ""
    for element in path.elements {
      switch element {
      case .move(let p): result += "M" + numbers([p.x, p.y])
      case .line(let p): result += "L" + numbers([p.x, p.y])
      case .curve(let a, let b, let c):
        result += "C" + numbers([a.x, a.y, b.x, b.y, c.x, c.y])
      case .close: result += "Z"
      }
    }
    return result
  }
}
