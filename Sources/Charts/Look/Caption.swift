import Drawing

/// The words around a figure.
public struct Caption: Hashable, Sendable {
  /// The finding, longest wording first: the first that fits on one line is taken.
  public var titles: [String]
  public var subtitle: String
  /// What the marks need said; nil for none.
  public var note: String?
  /// Whose words were counted, and how far they reach.
  public var source: String

  public init(titles: [String], subtitle: String, note: String? = nil, source: String) {
    self.titles = titles
    self.subtitle = subtitle
    self.note = note
    self.source = source
  }
}

/// The caption in place: what is left between head and foot is the plot's.
struct CaptionLayout {
  let title: String
  /// Where the plot begins.
  let top: Double
  private(set) var head: [Item] = []
  private let foot: [(text: String, font: Font, color: Color)]
  private let style: Style
  private let width: Double

  /// - Parameter more: what may stand at the right of the last line, at its longest.
  init(_ caption: Caption, more: String? = nil, style: Style, width: Double, _ canvas: Canvas) {
    let room = width - 2 * style.margin
    let logo = CaptionLayout.logo(style, width: width, canvas.theme)
    let head = room - (logo.map { $0.rect.width + 16 } ?? 0)
    title =
      caption.titles.first { canvas.wrap($0, style.title, head).count <= style.titleLines }
      ?? caption.titles.last ?? ""
    self.style = style
    self.width = width
    var drawing = canvas
    drawing.items = []
    var y = style.titleBaseline
    let x = style.isRightToLeft ? style.margin + head : style.margin
    let anchor = style.isRightToLeft ? TextLine.Anchor.end : .start
    if style.titled {
      for line in canvas.wrapEvenly(title, style.title, head) {
        drawing.text(line, x, y, style.title, anchor: anchor)
        y += style.titleLeading
      }
      y += style.fillsHeight ? -3 : -1.5
      for line in canvas.wrapEvenly(caption.subtitle, style.subtitle, head) {
        drawing.text(line, x, y, style.subtitle, canvas.theme.secondary, anchor: anchor)
        y += style.subtitleLeading
      }
      top = y - style.subtitleLeading + style.captionGap
    } else {
      top = style.fillsHeight ? 44 : style.captionGap - 6 * style.unit
    }
    self.head = drawing.items + (logo.map { [$0.logo.item(in: $0.rect)] } ?? [])
    var lines: [(String, Font, Color)] = []
    let secondary = canvas.theme.secondary
    if let note = caption.note {
      lines += canvas.wrap(note, style.note, room).map { ($0, style.note, secondary) }
    }
    let moreWidth = more.map { CaptionLayout.moreWidth($0, style, canvas) } ?? 0
    let source = CaptionLayout.source(
      caption.source, style.note, room, free: moreWidth, canvas)
    lines += source.map { ($0, style.note, secondary) }
    foot = lines
  }

  /// In the corner beside the title, below a marking; on slides only.
  private static func logo(
    _ style: Style, width: Double, _ theme: Theme
  ) -> (logo: Logo, rect: Rect)? {
    guard let logo = theme.logo, style.fillsHeight, style.titled else { return nil }
    let shape = logo.size.width / logo.size.height
    let high = min(42, 0.16 * width / shape)
    return (logo, Rect(width - style.margin - high * shape, 25, high * shape, high))
  }

  /// In lines of which the last leaves room at its right; they break between clauses if two are enough
  /// so.
  private static func source(
    _ text: String, _ font: Font, _ width: Double, free: Double, _ canvas: Canvas
  ) -> [String] {
    var lines = canvas.wrap(text, font, width)
    var narrower = width
    while let last = lines.last, canvas.width(last, font) > width - free,
      narrower > width - free
    {
      narrower = max(width - free, narrower - 0.1 * width)
      lines = canvas.wrap(text, font, narrower)
    }
    guard lines.count == 2, let mark = text.lastIndex(of: ";") else { return lines }
    let head = String(text[...mark])
    let tail = String(text[text.index(after: mark)...].drop { $0 == " " })
    return canvas.width(head, font) <= width && canvas.width(tail, font) <= width - free
      ? [head, tail] : lines
  }

  /// Width of the words at the right of the foot, with the air before them.
  static func moreWidth(_ more: String, _ style: Style, _ canvas: Canvas) -> Double {
    canvas.width(more, moreFont(style)) + 20 * style.unit
  }

  private static func moreFont(_ style: Style) -> Font {
    var font = style.note
    font.weight = .semibold
    return font
  }

  /// From the plot's end (axis included) to the frame's lower edge.
  func footHeight(legendRows: Int = 0) -> Double {
    let lines = Double(max(0, foot.count - 1)) * style.noteLeading
    return gap + style.note.size * 0.8 + Double(legendRows) * legendLeading + lines + style.footGap
  }

  private var gap: Double { style.fillsHeight ? 10 : 5 }
  private var legendLeading: Double { style.fillsHeight ? 20 : 12 }

  /// Baselines of the legend's rows and items of the foot, below a plot that ends at `y`.
  /// `more` stands at the right of the legend's last row if it is said to fit there, else of the
  /// source's last line.
  func foot(
    below y: Double, more: String? = nil, moreInLegend: Bool = false, legendRows: Int = 0,
    _ canvas: Canvas
  ) -> (
    legend: [Double], items: [Item], height: Double
  ) {
    var drawing = canvas
    drawing.items = []
    var baseline = y + gap + style.note.size * 0.8
    var legend: [Double] = []
    for _ in 0..<legendRows {
      legend.append(baseline)
      baseline += legendLeading
    }
    let (left, right) = (style.margin, width - style.margin)
    let isMirrored = style.isRightToLeft
    for line in foot {
      drawing.text(
        line.text, isMirrored ? right : left, baseline, line.font, line.color,
        anchor: isMirrored ? .end : .start)
      baseline += style.noteLeading
    }
    if let more {
      let line = moreInLegend ? legend.last : baseline - style.noteLeading
      let isLeft = isMirrored
      drawing.text(
        more, isLeft ? left : right, line ?? baseline, CaptionLayout.moreFont(style),
        anchor: isLeft ? .start : .end)
    }
    let last = foot.isEmpty ? baseline : baseline - style.noteLeading
    return (legend, drawing.items, last + style.footGap)
  }
}
