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

/// Pages of one template, beginning on a page of their own unless they join the pages before.
public struct Section: Sendable {
  /// How a section goes on where the one before ends.
  public struct Joint: Sendable {
    /// The least share of the block of text that must be free; else the section begins a page.
    public var leastRoom: Double
    /// Set before the section where it begins below another: a rule, and room.
    public var opening: [any Block]

    public init(leastRoom: Double, opening: [any Block]) {
      self.leastRoom = leastRoom
      self.opening = opening
    }
  }

  public enum Contents: Sendable {
    case flow([any Block])
    /// One page whose marks are placed already, from the upper left corner of the sheet.
    case plate([Item])
  }

  public var template: PageTemplate
  public var contents: Contents
  /// Whether it may begin on the last page of the section before, which has the same template.
  public var joint: Joint?

  public init(_ template: PageTemplate, _ blocks: [any Block], joint: Joint? = nil) {
    self.template = template
    self.joint = joint
    contents = .flow(blocks)
  }

  public init(_ template: PageTemplate, plate items: [Item]) {
    self.template = template
    contents = .plate(items)
  }
}
