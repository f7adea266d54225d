import Diagnostics
import Drawing
import Layout

extension WordBody {
  /// A table; room between columns is room at the end of their cells.
  func table(_ table: Table, width: Double, keeps: Bool) throws(Failure) {
    if table.before > 0 { gap(before: table.before, keeps: true) }
    let widths = table.widths(width).enumerated().map { index, own in
      own + (index == table.columns.count - 1 ? 0 : table.gap)
    }
    try grid(widths) { () throws(Failure) in
      for row in table.head {
        try self.row(row, table, widths, isHead: true, keeps: true)
      }
      for row in table.rows {
        try self.row(row, table, widths, isHead: false, keeps: keeps || row.keepWithNext)
      }
    }
    owed = (table.after, false)
  }

  /// Blocks beside each other: a table of one row.
  func sides(_ block: SideBySide, keeps: Bool) throws(Failure) {
    if block.before > 0 { gap(before: block.before, keeps: true) }
    let widths = block.parts.enumerated().map { index, part in
      part.width + (index == block.parts.count - 1 ? 0 : block.gap)
    }
    let isKept = keeps || block.keepWithNext
    let outer = mayKeep
    mayKeep = mayKeep && isKept
    defer { mayKeep = outer }
    try grid(widths) { () throws(Failure) in
      try xml.element("w:tr") { () throws(Failure) in
        for (index, part) in block.parts.enumerated() {
          let bottom = block.alignsBaselines ? "bottom" : nil
          try cell(
            widths[index], end: widths[index] - part.width, alignment: bottom
          ) { () throws(Failure) in
            try write(part.blocks, width: part.width, keeps: isKept)
          }
        }
      }
    }
    owed = (block.after, isKept)
  }

  private func grid(_ widths: [Double], _ rows: () throws(Failure) -> Void) throws(Failure) {
    depth += 1
    defer { depth -= 1 }
    try xml.element("w:tbl") { () throws(Failure) in
      xml.element("w:tblPr") {
        if document.isRightToLeft { xml.element("w:bidiVisual") }
        xml.element(
          "w:tblW", ["w:w": Self.twips(widths.reduce(0, +)), "w:type": "dxa"])
        xml.element("w:tblLayout", ["w:type": "fixed"])
        xml.element("w:tblCellMar") {
          for side in ["top", "left", "bottom", "right"] {
            xml.element("w:\(side)", ["w:w": "0", "w:type": "dxa"])
          }
        }
      }
      xml.element("w:tblGrid") {
        for width in widths { xml.element("w:gridCol", ["w:w": Self.twips(width)]) }
      }
      try rows()
    }
  }

  private func row(
    _ row: Row, _ table: Table, _ widths: [Double], isHead: Bool, keeps: Bool
  ) throws(Failure) {
    mark(row.destination)
    try xml.element("w:tr") { () throws(Failure) in
      xml.element("w:trPr") {
        if !row.divides { xml.element("w:cantSplit") }
        if isHead { xml.element("w:tblHeader") }
      }
      var column = 0
      for cell in row.cells where column < widths.count {
        let end = min(widths.count, column + max(1, cell.span))
        let isLast = end == widths.count
        let width = widths[column..<end].reduce(0, +)
        let blocks = aligned(cell.blocks, table.columns[column].alignment)
        let inner = width - cell.inset - (isLast ? 0 : table.gap)
        try self.cell(
          width, span: end - column, end: isLast ? 0 : table.gap, row: row, of: cell,
          rulesAbove: column >= row.ruleFrom
        ) { () throws(Failure) in try write(blocks, width: inner, keeps: keeps) }
        column = end
      }
    }
  }

  private func aligned(_ blocks: [any Block], _ alignment: Alignment) -> [any Block] {
    guard alignment != .start else { return blocks }
    return blocks.map { block in
      guard var paragraph = block as? Paragraph else { return block }
      paragraph.alignment = alignment
      return paragraph
    }
  }

  private func cell(
    _ width: Double, span: Int = 1, end: Double, row: Row? = nil, of cell: Cell? = nil,
    rulesAbove: Bool = true, alignment: String? = nil, _ contents: () throws(Failure) -> Void
  ) throws(Failure) {
    try xml.element("w:tc") { () throws(Failure) in
      xml.element("w:tcPr") {
        xml.element("w:tcW", ["w:w": Self.twips(width), "w:type": "dxa"])
        if span > 1 { xml.element("w:gridSpan", ["w:val": "\(span)"]) }
        xml.element("w:tcBorders") {
          if rulesAbove, let rule = row?.ruleAbove { border("w:top", rule) }
          if let rule = cell?.leftRule, !document.isRightToLeft { border("w:left", rule) }
          if let rule = row?.ruleBelow { border("w:bottom", rule) }
          if let rule = cell?.leftRule, document.isRightToLeft { border("w:right", rule) }
        }
        xml.element("w:tcMar") {
          let sides = document.isRightToLeft ? (end, cell?.inset ?? 0) : (cell?.inset ?? 0, end)
          let room = [
            ("top", row?.top ?? 0), ("left", sides.0), ("bottom", row?.bottom ?? 0),
            ("right", sides.1),
          ]
          for (side, points) in room {
            xml.element("w:\(side)", ["w:w": Self.twips(points), "w:type": "dxa"])
          }
        }
        if let alignment { xml.element("w:vAlign", ["w:val": alignment]) }
      }
      let isPlain = cell.map { $0.blocks.count == 1 && $0.blocks[0] is Paragraph } ?? false
      try contents()
      // A cell must end with a paragraph; its blocks may be none or end with a table.
      if owed != nil { settle() } else if !isPlain { gap() }
    }
  }
}
