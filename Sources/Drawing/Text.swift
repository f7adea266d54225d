/// A face of the fonts that the project draws with; each is a named file.
public struct Font: Hashable, Sendable {
  public enum Family: String, Hashable, Sendable, CaseIterable {
    case inter = "Inter"
    case notoSerif = "Noto Serif"
    case notoNaskhArabic = "Noto Naskh Arabic"
  }

  public enum Weight: Int, Hashable, Sendable, CaseIterable {
    case regular = 400
    case medium = 500
    case semibold = 600
    case bold = 700
  }

  public var family: Family
  public var weight: Weight
  public var italic: Bool
  /// Size in the frame's units.
  public var size: Double
  /// Figures of one width (`tnum`).
  public var tabular: Bool
  /// Extra space after each letter, in the frame's units.
  public var letterSpacing: Double

  public init(
    _ family: Family, _ size: Double, _ weight: Weight = .regular, italic: Bool = false,
    tabular: Bool = false, letterSpacing: Double = 0
  ) {
    self.family = family
    self.size = size
    self.weight = weight
    self.italic = italic
    self.tabular = tabular
    self.letterSpacing = letterSpacing
  }
}

/// One line of text in one face, on a baseline.
public struct TextLine: Hashable, Sendable {
  /// What ``origin`` is of the line.
  public enum Anchor: Hashable, Sendable { case start, middle, end }

  public var string: String
  /// A point on the baseline.
  public var origin: Point
  public var font: Font
  public var color: Color
  public var anchor: Anchor
  /// Whether the paragraph runs from right to left.
  public var rightToLeft: Bool

  public init(
    _ string: String, at origin: Point, _ font: Font, _ color: Color, anchor: Anchor = .start,
    rightToLeft: Bool = false
  ) {
    self.string = string
    self.origin = origin
    self.font = font
    self.color = color
    self.anchor = anchor
    self.rightToLeft = rightToLeft
  }
}

/// Measures text with the fonts that it will be drawn with.
public protocol TextMeasurer {
  /// Advance width of one line, in the frame's units.
  func width(of string: String, _ font: Font) -> Double
}

/// A measurer without fonts, for tests: each scalar has the same width.
public struct FixedMeasurer: TextMeasurer {
  /// Width of a scalar for a size of 1.
  public var advance: Double

  public init(advance: Double = 0.55) { self.advance = advance }

  public func width(of string: String, _ font: Font) -> Double {
    Double(string.unicodeScalars.count) * (advance * font.size + font.letterSpacing)
  }
}
