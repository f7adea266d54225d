import Diagnostics

/// Finds heads of tables and the cells that reach down over several rows.
enum Tables {
  /// Looks at each run of table rows: its head, and rows that lack the first cell.
  static func settle(_ blocks: inout [Block], _ bytes: [UInt8]) {
    settleFollowing(&blocks, bytes)
    var start = 0
    while start < blocks.count {
      guard blocks[start].isRow else {
        start += 1
        continue
      }
      var end = start + 1
      while end < blocks.count, blocks[end].isRow { end += 1 }
      settle(&blocks, start..<end, bytes)
      start = end
    }
  }

  private static func settle(_ blocks: inout [Block], _ rows: Range<Int>, _ bytes: [UInt8]) {
    let columns = rows.reduce(0) { max($0, blocks[$1].cells.count) }
    let first = blocks[rows.lowerBound]
    let margin = indent(first, bytes)
    if rows.count > 1, first.kind == .tableRow, first.cells.allSatisfy({ isHead($0, bytes) }) {
      let below = blocks[rows.lowerBound + 1]
      if below.cells.contains(where: { bytes[$0.start..<$0.end].contains(where: Bytes.isDigit) }) {
        blocks[rows.lowerBound].kind = .tableHead
      }
    }
    var above: Span?
    for index in rows where blocks[index].kind == .tableRow {
      let cells = blocks[index].cells
      guard let lead = cells.first else { continue }
      let isShort = cells.count < columns && columns > 2 && cells.count > 1
      let isIndented = indent(blocks[index], bytes) > margin
      let lacksYear =
        (isShort || isIndented) && !hasYear(lead, bytes)
        && above.map { hasYear($0, bytes) } ?? false
      if lead.count == 0 || lacksYear {
        if let above, blocks[index].inherited.isEmpty { blocks[index].inherited = [above] }
      } else {
        above = lead.count <= 60 ? lead : nil
      }
    }
  }

  /// A line without gaps below a row, and further in than it, goes on in the row's last column.
  private static func settleFollowing(_ blocks: inout [Block], _ bytes: [UInt8]) {
    var margin = 0
    for index in blocks.indices.dropFirst() {
      if blocks[index - 1].cells.count > 1 { margin = indent(blocks[index - 1], bytes) }
      guard blocks[index].kind == .paragraph, blocks[index - 1].kind == .tableRow else { continue }
      let block = blocks[index]
      let isNext = bytes[blocks[index - 1].span.end..<block.span.start].count { $0 == 0x0A } == 1
      guard isNext, indent(block, bytes) > margin + 3 else { continue }
      blocks[index].kind = .tableRow
      blocks[index].cells = [block.span]
      blocks[index].label = nil
    }
  }

  /// Spaces before the block's first line.
  private static func indent(_ block: Block, _ bytes: [UInt8]) -> Int {
    var start = block.span.start
    while start > 0, bytes[start - 1] == 0x20 { start -= 1 }
    return start == 0 || bytes[start - 1] == 0x0A ? block.span.start - start : 0
  }

  /// Whether four digits stand together in the cell.
  private static func hasYear(_ cell: Span, _ bytes: [UInt8]) -> Bool {
    var run = 0
    for i in cell.start..<cell.end {
      run = Bytes.isDigit(bytes[i]) ? run + 1 : 0
      if run == 4, i + 1 == cell.end || !Bytes.isDigit(bytes[i + 1]) { return true }
    }
    return false
  }

  /// A cell of a head is a short title without numbers.
  private static func isHead(_ cell: Span, _ bytes: [UInt8]) -> Bool {
    guard cell.count > 0, cell.count <= 60 else { return cell.count == 0 }
    return !bytes[cell.start..<cell.end].contains(where: Bytes.isDigit)
      && LineShape.isTitleLike(bytes, cell, limit: 40)
  }
}

extension Block {
  /// Whether the block is a row or the head of a table.
  var isRow: Bool { kind == .tableRow || kind == .tableHead }
}
