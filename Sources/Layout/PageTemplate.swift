public import Drawing

/// A sheet, the block of text on it, and what stands outside that block.
public struct PageTemplate: Sendable {
  /// What furniture may print.
  public struct Context: Sendable {
    /// From 1.
    public var number: Int
    /// Pages of the whole document.
    public var count: Int
    public var template: PageTemplate
  }

  public var size: Size
  /// The block of text.
  public var area: Rect
  /// Room between the top of the block and the first line.
  public var opening: Double
  /// Running head, foot and rules of a page.
  public var furniture: @Sendable (Context) -> [Item]

  public init(
    size: Size, area: Rect, opening: Double = 0,
    furniture: @escaping @Sendable (Context) -> [Item] = { _ in [] }
  ) {
    self.size = size
    self.area = area
    self.opening = opening
    self.furniture = furniture
  }

  /// Where the flow stands.
  public var body: Rect {
    Rect(area.x, area.y + opening, area.width, max(0, area.height - opening))
  }
}
