import Drawing
import Layout

/// A heading that a page sets beside other things, as a word processor is given it: above them.
struct HeadingLine {
  /// Paragraphs over it.
  var before: [any Block]
  /// Shapes that stand before its words.
  var marks: [Picture]
  var heading: Paragraph
  /// What stands below it.
  var beside: [any Block]
  var keeps: Bool

  /// nil where no heading stands on the line of the others, and no title over its column.
  init?(_ block: SideBySide) {
    keeps = block.keepWithNext
    if block.alignsBaselines {
      let all = block.parts.flatMap(\.blocks)
      guard let place = all.firstIndex(where: { $0.level != nil }),
        let heading = all[place] as? Paragraph
      else { return nil }
      before = []
      marks = all[..<place].compactMap { $0 as? Picture }
      self.heading = heading
      beside = all[(place + 1)...].map { $0.fromTheStart }
    } else {
      guard let first = block.parts.first,
        let place = first.blocks.firstIndex(where: { $0.level == 1 }),
        let heading = first.blocks[place] as? Paragraph
      else { return nil }
      before = Array(first.blocks[..<place])
      marks = []
      self.heading = heading.onOneLine
      var rest = block
      rest.parts[0].blocks = Array(first.blocks[(place + 1)...])
      beside = [rest]
    }
  }
}

extension Block {
  /// The level of a heading.
  fileprivate var level: Int? {
    guard let role = (self as? Paragraph)?.role, case .heading(let level) = role else {
      return nil
    }
    return level
  }

  /// The same where lines begin: what stood at the end of a line stands below it.
  fileprivate var fromTheStart: any Block {
    guard var paragraph = self as? Paragraph else { return self }
    paragraph.alignment = .start
    return paragraph
  }
}

extension Paragraph {
  /// The same where it has the whole width: what was broken for a column goes on.
  fileprivate var onOneLine: Paragraph {
    var paragraph = self
    for i in runs.indices {
      paragraph.runs[i].string = String(runs[i].string.map { $0 == "\n" ? " " : $0 })
    }
    return paragraph
  }
}
