/// An opaque or translucent sRGB colour, components 0…1.
public struct Color: Hashable, Sendable {
  public var red: Double
  public var green: Double
  public var blue: Double
  public var alpha: Double

  public init(red: Double, green: Double, blue: Double, alpha: Double = 1) {
    self.red = red
    self.green = green
    self.blue = blue
    self.alpha = alpha
  }

  /// The colour 0xRRGGBB.
  public init(_ hex: UInt32, alpha: Double = 1) {
    self.init(
      red: Double(hex >> 16 & 255) / 255, green: Double(hex >> 8 & 255) / 255,
      blue: Double(hex & 255) / 255, alpha: alpha)
  }

  /// `#RRGGBB`, without the alpha.
  public var hex: String {
    let digits: StaticString = "0123456789ABCDEF"
    var text = [UInt8(ascii: "#")]
    for part in [red, green, blue] {
      let value = min(255, max(0, Int((part * 255).rounded())))
      text.append(digits.utf8Start[value / 16])
      text.append(digits.utf8Start[value % 16])
    }
    return String(decoding: text, as: UTF8.self)
  }

  public func withAlpha(_ alpha: Double) -> Color {
    Color(red: red, green: green, blue: blue, alpha: alpha)
  }

  /// WCAG 2 relative luminance, 0…1.
  public var luminance: Double {
    func linear(_ c: Double) -> Double {
      c <= 0.04045 ? c / 12.92 : power((c + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// WCAG 2 contrast ratio with another opaque colour, 1…21.
  public func contrast(with other: Color) -> Double {
    let a = luminance
    let b = other.luminance
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }
}

/// What an area is filled with.
public enum Paint: Hashable, Sendable {
  case color(Color)
  /// A gradient along a line; offsets 0…1.
  case gradient(from: Point, to: Point, stops: [GradientStop])
}

public struct GradientStop: Hashable, Sendable {
  public var offset: Double
  public var color: Color

  public init(_ offset: Double, _ color: Color) {
    self.offset = offset
    self.color = color
  }
}

/// How a line is drawn; lengths in the frame's units, butt caps, mitred joins.
public struct Stroke: Hashable, Sendable {
  public var paint: Paint
  public var width: Double
  /// Lengths of dash and gap in turn; empty: solid.
  public var dash: [Double]
  public var roundCap: Bool

  public init(_ paint: Paint, width: Double, dash: [Double] = [], roundCap: Bool = false) {
    self.paint = paint
    self.width = width
    self.dash = dash
    self.roundCap = roundCap
  }

  public init(_ color: Color, width: Double, dash: [Double] = [], roundCap: Bool = false) {
    self.init(.color(color), width: width, dash: dash, roundCap: roundCap)
  }
}
