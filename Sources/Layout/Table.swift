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
  /// A vertical rule at its first edge.
  public var leftRule: Stroke?
  /// Distance of the contents from the first edge.
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

/// A row of a table.
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
  /// Room above it where a page begins with it below the head of its table.
  public var belowHead = 0.0
  /// What its first column says again where a page begins with it.
  public var opening: [any Block] = []
  /// Whether a page may end within the row, where no block of any cell is cut.
  public var divides = false

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
  /// Set where the table goes on on a new page, but not where it begins.
  public var continuedHead: [Row] = []
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
    let path = isTagged ? [setter.tag(.table)] : []
    let setting = RowSetting(table: self, width: width, path: path, setter: setter)
    func strips(_ rows: [Row]) -> [Strip] {
      rows.flatMap(setting.strips).map { strip in
        var strip = strip
        strip.keepWithNext = true
        return strip
      }
    }
    let top = strips(head)
    let again = strips(continuedHead) + top
    var body: [Strip] = []
    for (index, row) in rows.enumerated() {
      var strips: [Strip] = setting.strips(row)
      // Two rows at least follow a head, and two end a table.
      let opens = index == 0 && rows.count > 1 && !head.isEmpty && strips.count == 1
      let ends = index == rows.count - 2 && rows.count > 3
      if opens || ends { strips[strips.count - 1].keepWithNext = true }
      for part in strips.indices { strips[part].head = again }
      body += strips
    }
    var all = top + body
    if !all.isEmpty {
      all[0].before += before
      all[all.count - 1].after += after
    }
    return all.map { .strip($0) }
  }
}

extension Table {
  /// Distance from the start and width of each column.
  func edges(_ width: Double) -> [(x: Double, width: Double)] {
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

  /// The widths of the columns, for writers that set tables themselves.
  public func widths(_ width: Double) -> [Double] { edges(width).map(\.width) }
}
