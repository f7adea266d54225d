public import Drawing

/// A stretch of text in one face and colour.
public struct Run: Hashable, Sendable {
  /// The words. A line feed ends the line; a no-break space glues.
  public var string: String
  public var font: Font
  public var color: Color
  /// Where pointing at the words leads.
  public var link: LinkTarget?
  /// What is said of the link beside its words.
  public var note: String?
  /// Whether its words run from right to left.
  public var rightToLeft: Bool

  public init(
    _ string: String, _ font: Font, _ color: Color, link: LinkTarget? = nil,
    note: String? = nil, rightToLeft: Bool = false
  ) {
    self.note = note
    self.string = string
    self.font = font
    self.color = color
    self.link = link
    self.rightToLeft = rightToLeft
  }
}

/// Where lines stand within their width.
public enum Alignment: Hashable, Sendable { case start, middle, end }

/// The place of letters on a line of a given height.
enum FaceMetrics {
  /// Distance of the baseline from the middle of the line, for a size of 1: half the difference of
  /// ascent and descent, as the font files have them.
  static func drop(_ family: Font.Family) -> Double {
    switch family {
    case .inter: 0.364
    case .notoSerif: 0.388
    case .notoNaskhArabic: 0.302
    }
  }

  /// The baseline below the top of a line.
  static func baseline(_ font: Font, leading: Double) -> Double {
    leading / 2 + drop(font.family) * font.size
  }
}
