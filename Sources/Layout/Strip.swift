public import Drawing

/// A horizontal slice of a column that is never divided.
public struct Strip: Sendable {
  public var height: Double
  /// Space above; none at the top of a page or column.
  public var before: Double
  /// Space below.
  public var after: Double
  /// The first baseline below the top, for neighbours to align with.
  public var baseline: Double?
  /// Whether the next strip must stand on the same page.
  public var keepWithNext: Bool
  /// The structures that it belongs to, outermost first.
  public var path: [Tag]
  /// Text and pictures, from the strip's upper left corner.
  public var items: [Item]
  /// Rules and other marks outside the reading order.
  public var ornaments: [Item]
  /// Strips set again when a page begins with this one: the head of its table.
  public var head: [Strip]
  /// Room between the head of its table, set again, and the strip.
  public var belowHead = 0.0
  /// Marks outside the reading order that are added where a page begins with it: its year again.
  public var opening: [Item] = []
  /// How far down these reach.
  public var openingHeight = 0.0
  /// Whether it is left out at the top of a page: a rule that only divides.
  public var vanishesAtTop = false
  /// A line that ends the page before, when a page begins with this strip.
  public var breakNote: Paragraph?

  public init(
    height: Double, before: Double = 0, after: Double = 0, baseline: Double? = nil,
    keepWithNext: Bool = false, path: [Tag] = [], items: [Item], ornaments: [Item] = [],
    head: [Strip] = [], breakNote: Paragraph? = nil
  ) {
    self.height = height
    self.before = before
    self.after = after
    self.baseline = baseline
    self.keepWithNext = keepWithNext
    self.path = path
    self.items = items
    self.ornaments = ornaments
    self.head = head
    self.breakNote = breakNote
  }
}

/// What a block gives to the composer.
public enum FlowItem: Sendable {
  case strip(Strip)
  /// Strips that fill `count` columns side by side, evenly at their end.
  case columns([Strip], count: Int, gap: Double, keepTogether: Bool)
  case newPage
}

/// Anything that can be set at a width.
public protocol Block: Sendable {
  /// Its strips from top to bottom.
  func layout(width: Double, _ setter: Typesetter) -> [FlowItem]
}

extension Block {
  /// Its strips, columns set one below the other, page breaks left out.
  public func strips(width: Double, _ setter: Typesetter) -> [Strip] {
    layout(width: width, setter).flatMap { item -> [Strip] in
      switch item {
      case .strip(let strip): [strip]
      case .columns(let strips, _, _, _): strips
      case .newPage: []
      }
    }
  }
}

/// Marks with the room they take.
public struct Box: Sendable {
  public var height: Double
  public var baseline: Double?
  public var items: [Item]
  public var ornaments: [Item]

  /// Strips stacked without a page break.
  public init(_ strips: [Strip]) {
    var y = 0.0
    var placed: [(Strip, Point)] = []
    baseline = nil
    for (index, strip) in strips.enumerated() {
      if index > 0 { y += strip.before }
      placed.append((strip, Point(0, y)))
      if baseline == nil, let own = strip.baseline { baseline = y + own }
      y += strip.height
      if index < strips.count - 1 { y += strip.after }
    }
    height = y
    items = nest(placed)
    ornaments = placed.flatMap { strip, at in strip.ornaments.map { $0.moved(by: at) } }
  }

  /// Blocks stacked at a width.
  public init(_ blocks: [any Block], width: Double, _ setter: Typesetter) {
    self.init(blocks.flatMap { $0.strips(width: width, setter) })
  }

  /// The marks at a place, ornaments first.
  public func placed(at point: Point) -> [Item] {
    let marks = ornaments.map { $0.moved(by: point) }
    let ground = marks.isEmpty ? [] : [Item.group(Group(.artifact, marks))]
    return ground + items.map { $0.moved(by: point) }
  }
}

/// The items of placed strips within the structures that they share with their neighbours.
func nest(_ strips: [(Strip, Point)], depth: Int = 0) -> [Item] {
  var result: [Item] = []
  var index = 0
  while index < strips.count {
    let (strip, at) = strips[index]
    guard depth < strip.path.count else {
      result += strip.items.map { $0.moved(by: at) }
      index += 1
      continue
    }
    let tag = strip.path[depth]
    var end = index
    while end < strips.count, depth < strips[end].0.path.count,
      strips[end].0.path[depth].id == tag.id
    { end += 1 }
    let inner = nest(Array(strips[index..<end]), depth: depth + 1)
    result.append(.group(Group(tag.role, destination: tag.destination, inner)))
    index = end
  }
  return result
}

extension Item {
  /// The same mark elsewhere.
  public func moved(by d: Point) -> Item {
    if d.x == 0 && d.y == 0 { return self }
    func move(_ p: Point) -> Point { Point(p.x + d.x, p.y + d.y) }
    switch self {
    case .path(let path, let fill, let stroke):
      let elements = path.elements.map { element -> Path.Element in
        switch element {
        case .move(let p): .move(move(p))
        case .line(let p): .line(move(p))
        case .curve(let a, let b, let c): .curve(move(a), move(b), move(c))
        case .close: .close
        }
      }
      return .path(
        Path(elements, isEvenOdd: path.isEvenOdd), fill: fill?.moved(move),
        stroke: stroke.map { old in
          var new = old
          new.paint = old.paint.moved(move)
          return new
        })
    case .image(let bitmap, let r):
      return .image(bitmap, Rect(r.x + d.x, r.y + d.y, r.width, r.height))
    case .text(var line):
      line.origin = move(line.origin)
      return .text(line)
    case .group(var group):
      group.offset = move(group.offset)
      return .group(group)
    }
  }
}

extension Paint {
  fileprivate func moved(_ move: (Point) -> Point) -> Paint {
    switch self {
    case .color: self
    case .gradient(let from, let to, let stops):
      .gradient(from: move(from), to: move(to), stops: stops)
    }
  }
}
