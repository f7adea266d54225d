/// A face, its size and its spacing, as Pango is asked for them.
public struct TextStyle: Hashable, Sendable {
  public var family: String
  /// 400 is regular, 700 bold.
  public var weight: Int
  public var italic: Bool
  /// Size in user units.
  public var size: Double
  /// Figures of one width.
  public var tabular: Bool
  /// Space after each letter, in user units.
  public var letterSpacing: Double

  public init(
    family: String, weight: Int, italic: Bool, size: Double, tabular: Bool, letterSpacing: Double
  ) {
    self.family = family
    self.weight = weight
    self.italic = italic
    self.size = size
    self.tabular = tabular
    self.letterSpacing = letterSpacing
  }
}
