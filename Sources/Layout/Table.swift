public import Drawing

/// The width of a table's column and how its cells stand in it.
public struct TableColumn: Hashable, Sendable {
  public enum Width: Hashable, Sendable {
    case points(Double)
    /// A part of what the others leave.
    case share(Double)
  }

  public var width: Width
  public var alignment: Alignment

  public init(_ width: Double, _ alignment: Alignment = .start) {
    self.width = .points(width)
    self.alignment = alignment
  }

  public init(share: Double, _ alignment: Alignment = .start) {
    width = .share(share)
    self.alignment = alignment
  }
}

/// What stands in one field of a table.
public struct Cell: Sendable {
  public var blocks: [any Block]
  /// Columns that it covers.
  public var span: Int
  public var isHeader: Bool
  /// A vertical rule at its left edge.
  public var leftRule: Stroke?
  /// Distance of the contents from the left edge.
  public var inset: Double

  public init(
    _ blocks: [any Block] = [], span: Int = 1, isHeader: Bool = false, leftRule: Stroke? = nil,
    inset: Double = 0
  ) {
    self.blocks = blocks
    self.span = span
    self.isHeader = isHeader
    self.leftRule = leftRule
    self.inset = inset
  }

  /// A cell of one piece of text.
  public init(_ runs: [Run], leading: Double, span: Int = 1, isHeader: Bool = false) {
    self.init([Paragraph(runs, leading: leading, role: nil)], span: span, isHeader: isHeader)
  }
}

/// A row of a table; it never divides between pages.
public struct Row: Sendable {
  public var cells: [Cell]
  public var top: Double
  public var bottom: Double
  public var ruleAbove: Stroke?
  public var ruleBelow: Stroke?
  /// The first column that the rule above covers.
  public var ruleFrom: Int
  public var keepWithNext: Bool
  public var destination: String?
  public var breakNote: Paragraph?

  public init(
    _ cells: [Cell], top: Double = 0, bottom: Double = 0, ruleAbove: Stroke? = nil,
    ruleBelow: Stroke? = nil, ruleFrom: Int = 0, keepWithNext: Bool = false,
    destination: String? = nil, breakNote: Paragraph? = nil
  ) {
    self.cells = cells
    self.top = top
    self.bottom = bottom
    self.ruleAbove = ruleAbove
    self.ruleBelow = ruleBelow
    self.ruleFrom = ruleFrom
    self.keepWithNext = keepWithNext
    self.destination = destination
    self.breakNote = breakNote
  }
}

/// Rows of cells in columns; the cells of a row stand on one first baseline.
public struct Table: Block {
  public var columns: [TableColumn]
  public var gap: Double
  /// Set again on each page that the table reaches.
  public var head: [Row]
  public var rows: [Row]
  /// Whether it is a table to those who can't see it, or only stands like one.
  public var isTagged: Bool
  public var before: Double
  public var after: Double

  public init(
    _ columns: [TableColumn], gap: Double = 0, head: [Row] = [], rows: [Row], isTagged: Bool = true,
    before: Double = 0, after: Double = 0
  ) {
    self.columns = columns
    self.gap = gap
    self.head = head
    self.rows = rows
    self.isTagged = isTagged
    self.before = before
    self.after = after
  }

  public func layout(width: Double, _ setter: Typesetter) -> [FlowItem] {
    let edges = self.edges(width)
    let path = isTagged ? [setter.tag(.table)] : []
    var top = head.map { strip($0, edges, path, setter) }
    for index in top.indices { top[index].keepWithNext = true }
    var body = rows.map { strip($0, edges, path, setter) }
    for index in body.indices {
      body[index].head = top
      // Two rows at least follow a head, and two end a table.
      if index == 0 && body.count > 1 && !head.isEmpty { body[index].keepWithNext = true }
      if index == body.count - 2 && body.count > 3 { body[index].keepWithNext = true }
    }
    var all = top + body
    if !all.isEmpty {
      all[0].before += before
      all[all.count - 1].after += after
    }
    return all.map { .strip($0) }
  }

  /// Left edge and width of each column.
  private func edges(_ width: Double) -> [(x: Double, width: Double)] {
    var fixed = gap * Double(max(0, columns.count - 1))
    var shares = 0.0
    for column in columns {
      switch column.width {
      case .points(let points): fixed += points
      case .share(let share): shares += share
      }
    }
    let rest = max(0, width - fixed)
    var x = 0.0
    return columns.map { column in
      let own: Double
      switch column.width {
      case .points(let points): own = points
      case .share(let share): own = shares > 0 ? rest * share / shares : 0
      }
      defer { x += own + gap }
      return (x, own)
    }
  }

  private func strip(
    _ row: Row, _ edges: [(x: Double, width: Double)], _ path: [Tag], _ setter: Typesetter
  ) -> Strip {
    let placed = place(row, edges, setter)
    let baseline = placed.compactMap(\.box.baseline).max() ?? 0
    var height = 0.0
    var items: [Item] = []
    var ornaments: [Item] = []
    for cell in placed {
      let drop = cell.box.baseline.map { baseline - $0 } ?? 0
      height = max(height, drop + cell.box.height)
      let at = Point(cell.x, row.top + drop)
      let contents = cell.box.items.map { $0.moved(by: at) }
      let role: Role = cell.cell.isHeader ? .tableHeader : .tableCell
      items += isTagged ? [.group(Group(role, contents))] : contents
      ornaments += cell.box.ornaments.map { $0.moved(by: at) }
    }
    height += row.top + row.bottom
    ornaments += rules(row, edges, placed.map { ($0.cell, $0.left) }, height: height)
    let group = Group(
      isTagged ? .tableRow : .group, destination: row.destination, items)
    let wrapped = isTagged || row.destination != nil ? [Item.group(group)] : items
    return Strip(
      height: height, baseline: row.top + baseline, keepWithNext: row.keepWithNext, path: path,
      items: wrapped, ornaments: ornaments, breakNote: row.breakNote)
  }

  private struct PlacedCell {
    var cell: Cell
    var left: Double
    var x: Double
    var box: Box
  }

  private func place(
    _ row: Row, _ edges: [(x: Double, width: Double)], _ setter: Typesetter
  ) -> [PlacedCell] {
    var index = 0
    return row.cells.compactMap { cell in
      guard index < edges.count else { return nil }
      let last = min(edges.count, index + max(1, cell.span)) - 1
      let left = edges[index].x
      let width = edges[last].x + edges[last].width - left - cell.inset
      let alignment = columns[index].alignment
      index = last + 1
      let blocks = cell.blocks.map { block -> any Block in
        guard alignment != .start, var paragraph = block as? Paragraph else { return block }
        paragraph.alignment = alignment
        return paragraph
      }
      return PlacedCell(
        cell: cell, left: left, x: left + cell.inset, box: Box(blocks, width: width, setter))
    }
  }

  private func rules(
    _ row: Row, _ edges: [(x: Double, width: Double)], _ cells: [(Cell, Double)], height: Double
  ) -> [Item] {
    guard let last = edges.last else { return [] }
    let right = last.x + last.width
    let left = edges[min(row.ruleFrom, edges.count - 1)].x
    var items: [Item] = []
    if let rule = row.ruleAbove {
      items.append(.stroke(.line(Point(left, 0), Point(right, 0)), rule))
    }
    if let rule = row.ruleBelow {
      items.append(.stroke(.line(Point(0, height), Point(right, height)), rule))
    }
    for (cell, x) in cells {
      guard let rule = cell.leftRule else { continue }
      items.append(.stroke(.line(Point(x, 0), Point(x, height)), rule))
    }
    return items
  }
}
