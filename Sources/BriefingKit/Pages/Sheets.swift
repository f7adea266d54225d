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
    let width = min(752, size.height - 2 * 45)
    return Rect((size.height - width) / 2, 52, width, size.width - 52 - 44)
  }

  /// Baselines of head and foot from their edges of the sheet.
  var furnitureEdge: Double { self == .a4 ? 33 : 26 }
}

/// Sheets with their running head and foot.
struct Sheets {
  let story: Story
  let measurer: any TextMeasurer

  private var settings: BriefingSettings { story.settings }
  private var say: Language { story.say }

  /// The first page: no running title.
  var card: PageTemplate { template(settings.paper.portrait, settings.paper.block, title: false) }

  var body: PageTemplate { template(settings.paper.portrait, settings.paper.block, title: true) }

  var plate: PageTemplate {
    let size = settings.paper.portrait
    return template(
      Size(size.height, size.width), settings.paper.plateBlock, title: true, head: 24, foot: 22)
  }

  /// From the rule at the top of a page to its first line.
  private static let opening = 7.0

  private func template(
    _ size: Size, _ block: Rect, title: Bool, head: Double? = nil, foot: Double? = nil
  ) -> PageTemplate {
    let edge = settings.paper.furnitureEdge
    let furniture = Furniture(
      block: block, middle: size.width / 2, top: (head ?? edge) + 7,
      bottom: size.height - (foot ?? edge), language: say)
    let running = title ? story.runningTitle : nil
    let marking = settings.marking.map { MarkingLines($0.uppercased(), measurer) }
    let edition = editionLine
    let say = self.say
    let half = size.width / 2 - block.x
    let titleBelow = drop(running, marking, half: half)
    let editionBelow = drop(edition, marking, half: half)
    let unreviewed = say.string(.unreviewed)
    let noticeBelow = drop(unreviewed, marking, half: half)
    return PageTemplate(size: size, area: block, opening: Self.opening) { context in
      var items: [Item] = [
        .stroke(
          .line(Point(block.x, block.y), Point(block.maxX, block.y)), PageStyle.pageRule)
      ]
      if let running {
        items += furniture.line(running, atTop: true, isFirst: true, below: titleBelow)
      }
      if !unreviewed.isEmpty {
        items += furniture.line(
          unreviewed, atTop: true, isFirst: false, color: PageStyle.flag, below: noticeBelow)
      }
      items += furniture.line(edition, atTop: false, isFirst: true, below: editionBelow)
      let number = say.string(.pageOf, ["page": context.number, "count": context.count])
      items += furniture.line(number, atTop: false, isFirst: false)
      if let marking { items += furniture.marking(marking) }
      return items
    }
  }

  /// How far words stand below the line: a line of their own where they would reach the marking in
  /// the middle.
  private func drop(_ words: String?, _ marking: MarkingLines?, half: Double) -> Double {
    guard let words, let marking else { return 0 }
    let font = PageStyle.furniture.font
    let room = half - marking.width / 2 - 8
    let width = measurer.width(of: words, say.isRightToLeft ? ScriptRuns.own(font) : font)
    return width > room ? 9.5 : 0
  }

  /// `Edition 1 · seeds sha256 2da60971…0abb`.
  var editionLine: String {
    let digest = settings.digest
    guard !digest.isEmpty else { return say.string(.edition, ["n": settings.edition]) }
    let short = digest.count > 16 ? "\(digest.prefix(8))…\(digest.suffix(4))" : digest
    return say.string(.editionDigest, ["n": settings.edition, "digest": short])
  }
}

/// Places the lines at head and foot of a page.
private struct Furniture: Sendable {
  let block: Rect
  let middle: Double
  /// Baselines.
  let top: Double
  let bottom: Double
  let language: Language

  func line(
    _ words: String, atTop: Bool, isFirst: Bool, color: Color = PageStyle.secondary,
    below: Double = 0
  ) -> [Item] {
    let isLeft = isFirst != language.isRightToLeft
    let isOwn = language.isRightToLeft
    let font = PageStyle.furniture.font
    return [
      .text(
        TextLine(
          words, at: Point(isLeft ? block.x : block.maxX, (atTop ? top : bottom) + below),
          isOwn ? ScriptRuns.own(font) : font, color, anchor: isLeft ? .start : .end,
          rightToLeft: isOwn))
    ]
  }

  /// The last line stands where one alone does, the others above it.
  func marking(_ marking: MarkingLines) -> [Item] {
    [top, bottom].flatMap { y in
      marking.lines.enumerated().map { index, line in
        let above = Double(marking.lines.count - 1 - index) * marking.font.size * 1.2
        return .text(
          TextLine(
            line, at: Point(middle, y - above), marking.font, PageStyle.marking, anchor: .middle))
      }
    }
  }
}
