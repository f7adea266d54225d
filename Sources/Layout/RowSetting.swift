import Drawing

/// Sets the rows of a table at a width.
struct RowSetting {
  let table: Table
  let width: Double
  let path: [Tag]
  let setter: Typesetter
  private let edges: [(x: Double, width: Double)]

  /// The height of a row that a page may divide in any case.
  private static let mostWhole = 400.0

  init(table: Table, width: Double, path: [Tag], setter: Typesetter) {
    self.table = table
    self.width = width
    self.path = path
    self.setter = setter
    edges = table.edges(width)
  }

  /// A cell in its column; its blocks as strips, each with its place below the row's top.
  private struct PlacedCell {
    var cell: Cell
    /// From the start of the line.
    var start: Double
    /// Of the contents.
    var x: Double
    var width: Double
    var strips: [(strip: Strip, y: Double)] = []

    var bottom: Double { strips.map { $0.y + $0.strip.height }.max() ?? 0 }
    var baseline: Double? {
      strips.lazy.compactMap { strip, y in strip.baseline.map { y + $0 } }.first
    }
  }

  /// One strip, or where the row divides as many as it has places to divide at, and one.
  func strips(_ row: Row) -> [Strip] {
    var cells = place(row)
    let baseline = cells.compactMap(\.baseline).max() ?? 0
    for index in cells.indices {
      let drop = row.top + (cells[index].baseline.map { baseline - $0 } ?? 0)
      for strip in cells[index].strips.indices { cells[index].strips[strip].y += drop }
    }
    let bottom = max(row.top, cells.map(\.bottom).max() ?? 0) + row.bottom
    let cuts = row.divides || bottom > Self.mostWhole ? cuts(cells) : []
    let starts = [0] + cuts.map(\.next)
    let ends = cuts.map(\.end) + [bottom]
    return zip(starts, ends).enumerated().map { index, part in
      var strip = strip(row, cells, from: part.0, to: part.1)
      strip.baseline = index == 0 ? row.top + baseline : nil
      // What goes on stands below the head as what begins does.
      strip.belowHead = index == 0 ? row.belowHead : row.top
      // A row that begins with words of its own says them itself.
      if index > 0 || cells.first?.baseline == nil {
        (strip.opening, strip.openingHeight) = opening(
          row, baseline: self.baseline(cells, from: part.0, to: part.1))
      }
      strip.before = index == 0 ? 0 : part.0 - ends[index - 1]
      let isLast = index == ends.count - 1
      strip.keepWithNext = isLast && row.keepWithNext
      var rules = row
      if index > 0 { rules.ruleAbove = nil }
      if !isLast { rules.ruleBelow = nil }
      strip.ornaments += self.rules(rules, cells, height: strip.height)
      return strip
    }
  }

  /// What stands in the first column again, on a baseline, and how far down it reaches.
  private func opening(_ row: Row, baseline: Double) -> (items: [Item], height: Double) {
    guard !row.opening.isEmpty, let edge = edges.first else { return ([], 0) }
    let strips = row.opening.flatMap { $0.strips(width: edge.width, setter) }
    var y = baseline - (strips.first?.baseline ?? baseline)
    let items = strips.flatMap { strip -> [Item] in
      let at = Point(setter.left(edge.x, edge.width, in: width), y)
      y += strip.height
      return (strip.items + strip.ornaments).map { $0.moved(by: at) }
    }
    return (items, y)
  }

  /// The first baseline of a part of a row, below its top.
  private func baseline(_ cells: [PlacedCell], from start: Double, to end: Double) -> Double {
    cells.compactMap { cell in
      let first = cell.strips.first { $0.y >= start - 0.01 && $0.y < end - 0.01 }
      return first.flatMap { strip, y in strip.baseline.map { y - start + $0 } }
    }.max() ?? 0
  }

  private func place(_ row: Row) -> [PlacedCell] {
    var index = 0
    return row.cells.compactMap { cell in
      guard index < edges.count else { return nil }
      let last = min(edges.count, index + max(1, cell.span)) - 1
      let start = edges[index].x
      let width = edges[last].x + edges[last].width - start - cell.inset
      let alignment = table.columns[index].alignment
      index = last + 1
      var placed = PlacedCell(cell: cell, start: start, x: start + cell.inset, width: width)
      var y = 0.0
      for block in cell.blocks {
        var block = block
        if alignment != .start, var paragraph = block as? Paragraph {
          paragraph.alignment = alignment
          block = paragraph
        }
        for strip in block.strips(width: width, setter) {
          if let above = placed.strips.last?.strip { y += above.after + strip.before }
          placed.strips.append((strip, y))
          y += strip.height
        }
      }
      return placed
    }
  }

  /// Where all cells have a gap: where the part above ends and the next begins.
  private func cuts(_ cells: [PlacedCell]) -> [(end: Double, next: Double)] {
    let starts = Set(cells.flatMap { $0.strips.dropFirst().map(\.y) }).sorted()
    return starts.compactMap { y in
      var end = 0.0
      for cell in cells {
        let above = cell.strips.prefix { $0.y < y - 0.01 }
        guard let last = above.last else { return nil }
        let isLast = above.count == cell.strips.count
        guard last.y + last.strip.height <= y + 0.01, isLast || !last.strip.keepWithNext else {
          return nil
        }
        end = max(end, last.y + last.strip.height)
      }
      return (end, y)
    }
  }

  private func strip(_ row: Row, _ cells: [PlacedCell], from start: Double, to end: Double)
    -> Strip
  {
    var items: [Item] = []
    var ornaments: [Item] = []
    for cell in cells {
      let left = setter.left(cell.x, cell.width, in: width)
      let own = cell.strips.filter { $0.y >= start - 0.01 && $0.y < end - 0.01 }
        .map { ($0.strip, Point(left, $0.y - start)) }
      let contents = nest(own)
      // What goes on is no head any more.
      let role: Role = cell.cell.isHeader && !own.isEmpty ? .tableHeader : .tableCell
      items += table.isTagged ? [.group(Group(role, contents))] : contents
      ornaments += own.flatMap { strip, at in strip.ornaments.map { $0.moved(by: at) } }
    }
    let destination = start == 0 ? row.destination : nil
    let group = Group(table.isTagged ? .tableRow : .group, destination: destination, items)
    let isGrouped = table.isTagged || destination != nil
    return Strip(
      height: end - start, path: path, items: isGrouped ? [.group(group)] : items,
      ornaments: ornaments, breakNote: row.breakNote)
  }

  private func rules(_ row: Row, _ cells: [PlacedCell], height: Double) -> [Item] {
    guard let last = edges.last else { return [] }
    let x = { (x: Double) in setter.left(x, 0, in: width) }
    let from = x(edges[min(row.ruleFrom, edges.count - 1)].x)
    let to = x(last.x + last.width)
    var items: [Item] = []
    if let rule = row.ruleAbove {
      items.append(.stroke(.line(Point(from, 0), Point(to, 0)), rule))
    }
    if let rule = row.ruleBelow {
      items.append(.stroke(.line(Point(from, height), Point(to, height)), rule))
    }
    for cell in cells {
      guard let rule = cell.cell.leftRule else { continue }
      items.append(.stroke(.line(Point(x(cell.start), 0), Point(x(cell.start), height)), rule))
    }
    return items
  }
}
