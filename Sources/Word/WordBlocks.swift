import Diagnostics
import Drawing
import Layout

extension WordBody {
  /// Blocks one below the other at a width.
  ///
  /// - Parameter keeps: whether they stand on one page with what follows.
  func write(_ blocks: [any Block], width: Double, keeps: Bool = false) throws(Failure) {
    var index = 0
    while index < blocks.count {
      settle()
      switch blocks[index] {
      case let block as Paragraph: paragraph(block, keeps: keeps)
      case var table as Table:
        // Entries that are tables of their own stand as rows of one.
        while index + 1 < blocks.count, let next = blocks[index + 1] as? Table,
          table.goesOn(with: next)
        {
          table.rows += next.rows
          table.after = next.after
          index += 1
        }
        try self.table(table, width: width, keeps: keeps)
      case let block as SideBySide:
        if let line = HeadingLine(block) {
          try self.line(line, width: width)
        } else {
          try sides(block, keeps: keeps)
        }
      case let block as ColumnFlow: try write(block.blocks, width: width, keeps: keeps)
      case let block as KeepTogether: try write(block.blocks, width: width, keeps: true)
      case let block as Tagged:
        mark(block.destination)
        try write(block.blocks, width: width, keeps: keeps)
      case let block as Picture: try picture(block, width: width, keeps: keeps)
      case let block as Rule: rule(block)
      case let block as WritingLines: lines(block)
      case let block as Space:
        if block.height > 0 { gap(before: block.height) } else { gap() }
      case is PageBreak: pageBreak()
      default: break
      }
      index += 1
    }
  }

  /// A paragraph that is not seen: between tables, at the end of a cell.
  func gap(before: Double = 0, after: Double = 0, keeps: Bool = false) {
    xml.element("w:p") {
      xml.element("w:pPr") {
        if keeps, mayKeep { xml.element("w:keepNext") }
        tiny(before: before, after: after)
      }
      placeBookmarks()
    }
  }

  /// A paragraph between a table and what follows.
  func settle() {
    guard let (after, keeps) = owed else { return }
    owed = nil
    gap(after: after, keeps: keeps)
  }

  private func pageBreak() {
    xml.element("w:p") {
      xml.element("w:pPr") { tiny() }
      xml.element("w:r") { xml.element("w:br", ["w:type": "page"]) }
    }
  }

  // MARK: Text

  /// A heading with what stands beside it: navigation leaves out headings within tables.
  private func line(_ line: HeadingLine, width: Double) throws(Failure) {
    var marks: [Drawn] = []
    for picture in line.marks {
      if let mark = try drawn(picture, width: width) { marks.append(mark) }
    }
    let before = line.before.compactMap { $0 as? Paragraph }
    for block in before { paragraph(block, keeps: true) }
    paragraph(line.heading, keeps: true, marks: marks)
    try write(line.beside, width: width, keeps: line.keeps)
  }

  private func paragraph(_ block: Paragraph, keeps: Bool, marks: [Drawn] = []) {
    mark(block.destination)
    var style: String?
    if case .heading(let level)? = block.role { style = "Heading\(min(level, 3))" }
    xml.element("w:p") {
      xml.element("w:pPr") {
        if let style { xml.element("w:pStyle", ["w:val": style]) }
        if !mayKeep {
          // A heading's style would keep it.
          xml.element("w:keepNext", ["w:val": "0"])
        } else if keeps || block.keepWithNext {
          xml.element("w:keepNext")
        }
        if block.keepTogether { xml.element("w:keepLines") }
        if style == "Heading1", depth == 0 { topRule() }
        if document.isRightToLeft { xml.element("w:bidi") }
        xml.element(
          "w:spacing",
          [
            "w:before": Self.twips(
              style == "Heading1" && depth == 0 ? max(18, block.before) : block.before),
            "w:after": Self.twips(block.after), "w:line": Self.twips(block.leading),
            // Large letters stand closer than their face would have them.
            "w:lineRule": style == nil ? "atLeast" : "exact",
          ])
        let start = block.indent + block.hang
        if start != 0 || block.hang != 0 {
          xml.element(
            "w:ind", ["w:left": Self.twips(start), "w:hanging": Self.twips(block.hang)])
        }
        let places: [Alignment: String] = [.middle: "center", .end: "right"]
        if let place = places[block.alignment] { xml.element("w:jc", ["w:val": place]) }
      }
      placeBookmarks()
      marks.forEach(run)
      for run in block.runs where !run.string.isEmpty { self.run(run) }
    }
  }

  /// The line over a chapter.
  private func topRule() {
    xml.element("w:pBdr") {
      xml.element(
        "w:top", ["w:val": "single", "w:sz": "10", "w:space": "6", "w:color": "1A1F2B"])
    }
  }

  private func run(_ run: Run) {
    func words() {
      xml.element("w:r") {
        WordText.properties(run.font, run.color, isRightToLeft: run.rightToLeft, xml)
        // In a paragraph from right to left, marks at the ends of other words stay with them.
        let stays = document.isRightToLeft && !run.rightToLeft
        WordText.words(stays ? "\u{200E}\(run.string)\u{200E}" : run.string, xml)
      }
    }
    switch run.link {
    case .destination(let name)?:
      guard let bookmark = bookmark(name) else { return words() }
      xml.element("w:hyperlink", ["w:anchor": bookmark, "w:tooltip": run.note], words)
    case .uri(let address)?:
      xml.element(
        "w:hyperlink", ["r:id": relate("hyperlink", address), "w:tooltip": run.note], words)
    case nil: words()
    }
  }

  // MARK: Lines

  private func rule(_ block: Rule) {
    line(block.stroke, before: block.before, height: 1, after: block.after)
  }

  private func lines(_ block: WritingLines) {
    for number in stride(from: 1, through: block.count, by: 1) {
      line(
        block.stroke, before: 0, height: block.step, after: 0, keeps: number < block.count)
    }
  }

  /// An empty paragraph over a line.
  private func line(
    _ stroke: Stroke, before: Double, height: Double, after: Double, keeps: Bool = true
  ) {
    xml.element("w:p") {
      xml.element("w:pPr") {
        if keeps, mayKeep { xml.element("w:keepNext") }
        xml.element("w:pBdr") {
          border("w:bottom", stroke)
          border("w:between", stroke)
        }
        xml.element(
          "w:spacing",
          [
            "w:before": Self.twips(before), "w:after": Self.twips(after),
            "w:line": Self.twips(height), "w:lineRule": "exact",
          ])
      }
      placeBookmarks()
    }
  }

  func border(_ name: String, _ stroke: Stroke) {
    guard case .color(let color) = stroke.paint else { return }
    let eighths = max(2, Int((stroke.width * 8).rounded()))
    xml.element(
      name,
      ["w:val": "single", "w:sz": "\(eighths)", "w:space": "0", "w:color": WordText.hex(color)])
  }
}

extension Table {
  /// Whether another table is more rows of this one: neither is one to those who can't see it.
  fileprivate func goesOn(with next: Table) -> Bool {
    !isTagged && !next.isTagged && columns == next.columns && gap == next.gap && next.head.isEmpty
      && next.before == 0 && after == 0
  }
}
