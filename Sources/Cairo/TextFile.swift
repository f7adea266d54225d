/// A font file, and the style whose face it holds.
public struct TextFile: Sendable, Hashable {
  public var path: String
  /// Empty for a file that only lends its letters to others.
  public var family: String
  /// 400 is regular, 700 bold.
  public var weight: Int
  public var italic: Bool

  public init(_ path: String, family: String = "", weight: Int = 400, italic: Bool = false) {
    self.path = path
    self.family = family
    self.weight = weight
    self.italic = italic
  }

  /// Whether texts of a style are set in the file's letters.
  func suits(_ style: TextStyle) -> Bool {
    weight == style.weight && italic == style.italic && family == style.family
  }
}
