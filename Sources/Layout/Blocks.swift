public import Drawing

/// Empty height; none at the top of a page.
public struct Space: Block {
  public var height: Double

  public init(_ height: Double) { self.height = height }

  public func layout(width: Double, _ setter: Typesetter) -> [FlowItem] {
    [.strip(Strip(height: 0, before: height, keepWithNext: true, items: []))]
  }
}

/// A horizontal line over the whole width.
public struct Rule: Block {
  public var stroke: Stroke
  public var before: Double
  public var after: Double
  public var keepWithNext: Bool
  /// Whether it is left out where nothing stands above it on the page.
  public var dividesOnly: Bool

  public init(
    _ stroke: Stroke, before: Double = 0, after: Double = 0, keepWithNext: Bool = true,
    dividesOnly: Bool = false
  ) {
    self.dividesOnly = dividesOnly
    self.stroke = stroke
    self.before = before
    self.after = after
    self.keepWithNext = keepWithNext
  }

  public func layout(width: Double, _ setter: Typesetter) -> [FlowItem] {
    let line = Item.stroke(.line(Point(0, 0), Point(width, 0)), stroke)
    var strip = Strip(
      height: 0, before: before, after: after, keepWithNext: keepWithNext, items: [],
      ornaments: [line])
    strip.vanishesAtTop = dividesOnly
    return [.strip(strip)]
  }
}

/// Empty lines to write on.
public struct WritingLines: Block {
  public var count: Int
  /// From line to line.
  public var step: Double
  public var stroke: Stroke

  public init(_ count: Int, step: Double, stroke: Stroke) {
    self.count = count
    self.step = step
    self.stroke = stroke
  }

  public func layout(width: Double, _ setter: Typesetter) -> [FlowItem] {
    guard count > 0 else { return [] }
    let lines = (1...count).map { index -> Item in
      let y = Double(index) * step
      return .stroke(.line(Point(0, y), Point(width, y)), stroke)
    }
    return Picture(lines, size: Size(width, Double(count) * step), isOrnament: true)
      .layout(width: width, setter)
  }
}

/// Marks made elsewhere, set as they are.
public struct Picture: Block {
  public var items: [Item]
  public var size: Size
  /// Distance of the baseline from the top, when text beside it is to align.
  public var baseline: Double?
  public var alignment: Alignment
  /// Whether it carries no meaning of its own.
  public var isOrnament: Bool
  public var keepWithNext: Bool
  public var before: Double
  public var after: Double

  public init(
    _ items: [Item], size: Size, baseline: Double? = nil, alignment: Alignment = .start,
    isOrnament: Bool = false, keepWithNext: Bool = false, before: Double = 0, after: Double = 0
  ) {
    self.items = items
    self.size = size
    self.baseline = baseline
    self.alignment = alignment
    self.isOrnament = isOrnament
    self.keepWithNext = keepWithNext
    self.before = before
    self.after = after
  }

  /// A frame as one figure with its alternative text; the links of its marks lie over it.
  public init(figure frame: Frame, before: Double = 0, after: Double = 0) {
    let group = Group(.figure, title: frame.title, alternative: frame.alternative, frame.items)
    self.init([.group(group)], size: frame.size, before: before, after: after)
  }

  public func layout(width: Double, _ setter: Typesetter) -> [FlowItem] {
    let x: Double
    switch alignment {
    case .start: x = 0
    case .middle: x = (width - size.width) / 2
    case .end: x = width - size.width
    }
    let left = setter.left(x, size.width, in: width)
    let moved = items.map { $0.moved(by: Point(left, 0)) }
    return [
      .strip(
        Strip(
          height: setter.height(size.height), before: before, after: after, baseline: baseline,
          keepWithNext: keepWithNext, items: isOrnament ? [] : moved,
          ornaments: isOrnament ? moved : []))
    ]
  }
}

/// Blocks that stand on one page.
public struct KeepTogether: Block {
  public var blocks: [any Block]

  public init(_ blocks: [any Block]) { self.blocks = blocks }

  public func layout(width: Double, _ setter: Typesetter) -> [FlowItem] {
    var strips = blocks.flatMap { $0.strips(width: width, setter) }
    for index in strips.indices.dropLast() { strips[index].keepWithNext = true }
    return strips.map { .strip($0) }
  }
}

/// Blocks within one structure: a list, a section.
public struct Tagged: Block {
  public var role: Role
  public var destination: String?
  public var blocks: [any Block]

  public init(_ role: Role, destination: String? = nil, _ blocks: [any Block]) {
    self.role = role
    self.destination = destination
    self.blocks = blocks
  }

  public func layout(width: Double, _ setter: Typesetter) -> [FlowItem] {
    let tag = setter.tag(role, destination: destination)
    func within(_ strip: Strip) -> Strip {
      var strip = strip
      strip.path.insert(tag, at: 0)
      strip.head = strip.head.map(within)
      return strip
    }
    return blocks.flatMap { $0.layout(width: width, setter) }.map { item in
      switch item {
      case .strip(let strip): .strip(within(strip))
      case .columns(let strips, let count, let gap, let keeps):
        .columns(strips.map(within), count: count, gap: gap, keepTogether: keeps)
      case .newPage: .newPage
      }
    }
  }
}

/// Blocks that run through columns, evenly filled where they end.
public struct ColumnFlow: Block {
  public var count: Int
  public var gap: Double
  /// Whether they begin a page rather than break, if they fit one.
  public var keepTogether: Bool
  public var blocks: [any Block]

  public init(count: Int, gap: Double, keepTogether: Bool = false, _ blocks: [any Block]) {
    self.keepTogether = keepTogether
    self.count = count
    self.gap = gap
    self.blocks = blocks
  }

  public func layout(width: Double, _ setter: Typesetter) -> [FlowItem] {
    let own = (width - gap * Double(count - 1)) / Double(count)
    let strips = blocks.flatMap { $0.strips(width: own, setter) }
    return strips.isEmpty
      ? [] : [.columns(strips, count: count, gap: gap, keepTogether: keepTogether)]
  }
}

/// Stacks of blocks beside each other, kept on one page.
public struct SideBySide: Block {
  public struct Part: Sendable {
    public var width: Double
    public var blocks: [any Block]

    public init(width: Double, _ blocks: [any Block]) {
      self.width = width
      self.blocks = blocks
    }
  }

  public var parts: [Part]
  public var gap: Double
  public var before: Double
  public var after: Double
  public var keepWithNext: Bool
  /// Whether the first lines stand on one baseline, or the tops on one height.
  public var alignsBaselines: Bool

  public init(
    _ parts: [Part], gap: Double, before: Double = 0, after: Double = 0,
    keepWithNext: Bool = false, alignsBaselines: Bool = false
  ) {
    self.parts = parts
    self.gap = gap
    self.before = before
    self.after = after
    self.keepWithNext = keepWithNext
    self.alignsBaselines = alignsBaselines
  }

  public func layout(width: Double, _ setter: Typesetter) -> [FlowItem] {
    let boxes = parts.map { Box($0.blocks, width: $0.width, setter) }
    let baseline = boxes.compactMap(\.baseline).max() ?? 0
    var strip = Strip(
      height: 0, before: before, after: after, baseline: boxes.first?.baseline,
      keepWithNext: keepWithNext, items: [])
    var x = 0.0
    for (part, box) in zip(parts, boxes) {
      let drop = alignsBaselines ? box.baseline.map { baseline - $0 } ?? 0 : 0
      let at = Point(setter.left(x, part.width, in: width), drop)
      strip.items += box.items.map { $0.moved(by: at) }
      strip.ornaments += box.ornaments.map { $0.moved(by: at) }
      strip.height = max(strip.height, box.height + drop)
      x += part.width + gap
    }
    if alignsBaselines { strip.baseline = baseline }
    return [.strip(strip)]
  }
}

/// What follows begins on a new page.
public struct PageBreak: Block {
  public init() {}

  public func layout(width: Double, _ setter: Typesetter) -> [FlowItem] { [.newPage] }
}
