import Diagnostics

/// The rows and cells of one table of a page, as they come.
struct PageTable {
  private struct Cell {
    var span: Span
    let column: Int
  }

  /// A cell that reaches into rows below.
  private struct Reach {
    let column: Int
    let columns: Int
    var rows: Int
    let span: Span
  }

  private var reaches: [Reach] = []
  private var pending: [Reach] = []
  private var cells: [Cell] = []
  private var firstBlock = 0
  private var inHead = false
  private var inRow = false
  private var allHead = true
  /// Whether the row holds a table: then it serves the layout of the page.
  private var isLayout = false
  private var cellIsOpen = false
  private var spanOfOpenCell = (rows: 1, columns: 1)

  /// Longest cell that can be a year or a name for the rows below, in bytes.
  private static let longest = 120

  mutating func holdsTable() { isLayout = true }

  mutating func openSection(isHead: Bool) {
    inHead = isHead
    reaches = []
  }

  mutating func openRow(firstBlock: Int) {
    cells = []
    pending = []
    self.firstBlock = firstBlock
    (inRow, allHead, isLayout, cellIsOpen) = (true, true, false, false)
  }

  mutating func openCell(at start: Int, isHead: Bool, rows: Int, columns: Int) {
    guard inRow else { return }
    var column = cells.last.map { $0.column + 1 } ?? 0
    if let last = cells.indices.last, last >= 0 { column = max(column, nextColumn) }
    while let reach = reaches.first(where: {
      $0.column <= column && column < $0.column + $0.columns
    }) {
      column = reach.column + reach.columns
    }
    if !isHead { allHead = false }
    cells.append(Cell(span: Span(start, start), column: column))
    // 0 rows means all the rest; no page has more columns or rows than the limits.
    spanOfOpenCell = (rows == 0 ? 10_000 : min(max(1, rows), 10_000), min(max(1, columns), 1_000))
    nextColumn = column + spanOfOpenCell.columns
    cellIsOpen = true
  }

  private var nextColumn = 0

  mutating func closeCell(at end: Int) {
    guard cellIsOpen, let last = cells.indices.last else { return }
    cellIsOpen = false
    cells[last].span.end = max(end, cells[last].span.start)
    if spanOfOpenCell.rows > 1 {
      pending.append(
        Reach(
          column: cells[last].column, columns: spanOfOpenCell.columns,
          rows: spanOfOpenCell.rows - 1, span: Span(last, last)))
    }
  }

  /// A line from this byte on was taken back: cells in it are empty.
  mutating func forgetLine(at start: Int) {
    for index in cells.indices where cells[index].span.start >= start {
      cells[index].span = Span(start, start)
    }
  }

  /// Makes one block of the row, or leaves its lines as they are where it only lays out the page.
  mutating func closeRow(_ blocks: inout [Block], _ text: [UInt8], zone: Int?) {
    guard inRow else { return }
    inRow = false
    nextColumn = 0
    let spans = cells.map { Bytes.trimmed(text, $0.span) }
    let inherited = reaches.sorted { $0.column < $1.column }.map(\.span)
    for index in reaches.indices { reaches[index].rows -= 1 }
    reaches.removeAll { $0.rows <= 0 }
    reaches += pending.compactMap { reach in
      let span = spans[reach.span.start]
      guard span.count <= Self.longest else { return nil }
      return Reach(column: reach.column, columns: reach.columns, rows: reach.rows, span: span)
    }
    guard firstBlock < blocks.count else { return }
    let filled = spans.filter { $0.count > 0 }
    if isLayout || filled.contains(where: { lines($0, text) > 3 }) {
      let beside = filled.filter { $0.count <= 40 && lines($0, text) == 1 }
      for index in firstBlock..<blocks.count where blocks[index].cells.isEmpty {
        blocks[index].inherited =
          inherited + beside.filter { $0.start != blocks[index].span.start }
      }
      return
    }
    guard let first = filled.first, let last = filled.last, filled.count > 1 || !inherited.isEmpty
    else { return }
    let isHead = (inHead || allHead) && inherited.isEmpty
    blocks.removeSubrange(firstBlock...)
    blocks.append(
      Block(
        isHead ? .tableHead : .tableRow, Span(first.start, last.end), cells: spans,
        inherited: inherited.filter { $0.count > 0 }))
  }

  private func lines(_ span: Span, _ text: [UInt8]) -> Int {
    1 + text[span.start..<span.end].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
  }
}
