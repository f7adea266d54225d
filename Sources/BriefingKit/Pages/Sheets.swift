import Chronicle
import Chronology
import Drawing
import Layout

extension Paper {
  var portrait: Size {
    switch self {
    case .a4: Size(595.28, 841.89)
    case .letter: Size(612, 792)
    }
  }

  /// The block of text, 482 wide on both papers.
  var block: Rect {
    switch self {
    case .a4: Rect(56.64, 62, 482, 841.89 - 62 - 68)
    case .letter: Rect(65, 50, 482, 792 - 50 - 56)
    }
  }

  /// The block of text of a sheet on its side.
  var plateBlock: Rect {
    let size = portrait
    let width = min(752, size.height - 2 * 20)
    return Rect((size.height - width) / 2, 52, width, size.width - 52 - 44)
  }

  /// Baselines of head and foot from their edges of the sheet.
  var furnitureEdge: Double { self == .a4 ? 33 : 26 }
}

/// Sheets with their running head and foot.
struct Sheets {
  let story: Story

  private var settings: BriefingSettings { story.settings }

  /// The first page: no running title.
  var card: PageTemplate { template(settings.paper.portrait, settings.paper.block, title: false) }

  var body: PageTemplate { template(settings.paper.portrait, settings.paper.block, title: true) }

  var plate: PageTemplate {
    let size = settings.paper.portrait
    return template(
      Size(size.height, size.width), settings.paper.plateBlock, title: true, head: 24, foot: 22)
  }

  private func template(
    _ size: Size, _ block: Rect, title: Bool, head: Double? = nil, foot: Double? = nil
  ) -> PageTemplate {
    let edge = settings.paper.furnitureEdge
    let running = title ? runningTitle : nil
    let marking = settings.marking?.uppercased()
    let edition = editionLine
    return PageTemplate(size: size, area: block, opening: 6) { context in
      var items: [Item] = [
        .stroke(
          .line(Point(block.x, block.y), Point(block.maxX, block.y)), PageStyle.pageRule)
      ]
      func line(_ text: String, _ x: Double, _ y: Double, _ anchor: TextLine.Anchor) {
        let style = PageStyle.furniture
        items.append(
          .text(TextLine(text, at: Point(x, y), style.font, style.color, anchor: anchor)))
      }
      let top = (head ?? edge) + 7
      let bottom = size.height - (foot ?? edge)
      if let running { line(running, block.x, top, .start) }
      line(edition, block.x, bottom, .start)
      line("\(context.number) of \(context.count)", block.maxX, bottom, .end)
      if let marking {
        let font = Font(.inter, 7.5, .semibold, letterSpacing: 0.9)
        for y in [top, bottom] {
          items.append(
            .text(
              TextLine(
                marking, at: Point(size.width / 2, y), font, PageStyle.marking, anchor: .middle)))
        }
      }
      return items
    }
  }

  private var runningTitle: String {
    let asOf = story.ledger.asOf.map { " as of \(DateText.words($0))" } ?? ""
    return "\(story.title): briefing\(asOf)"
  }

  /// `Edition 1 · seeds sha256 2da60971…0abb`.
  var editionLine: String {
    let digest = settings.digest
    let short = digest.count > 16 ? "\(digest.prefix(8))…\(digest.suffix(4))" : digest
    return "Edition \(settings.edition)" + (short.isEmpty ? "" : " · seeds sha256 \(short)")
  }
}
