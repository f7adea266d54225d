public import Drawing

/// A figure without data: what was found instead, in words; no empty axes.
public struct MessageChart {
  let caption: Caption
  let lines: [String]
  let style: Style
  let theme: Theme
  let measurer: any TextMeasurer
  let size: Size

  /// - Parameter lines: sentences; the first is the stronger.
  public init(
    _ caption: Caption, lines: [String], style: Style, theme: Theme, measurer: any TextMeasurer,
    size: Size
  ) {
    self.caption = caption
    self.lines = lines
    self.style = style
    self.theme = theme
    self.measurer = measurer
    self.size = size
  }

  /// Lays it out and draws it.
  public func draw() -> Drawn {
    var canvas = Canvas(measurer, theme, style)
    let layout = CaptionLayout(caption, style: style, width: size.width, canvas)
    canvas.items = layout.head
    let right = size.width - style.margin
    var y = layout.top
    canvas.rule(Point(style.margin, y), Point(right, y), theme.rule, 1 * style.unit)
    y += 34 * style.unit
    for (index, text) in lines.enumerated() {
      for line in canvas.wrap(text, style.label, right - style.margin) {
        canvas.text(line, style.margin, y, style.label, index == 0 ? theme.ink : theme.secondary)
        y += 26 * max(0.5, style.unit)
      }
    }
    y += 8 * style.unit
    canvas.rule(Point(style.margin, y), Point(right, y), theme.rule, 1 * style.unit)
    let end = style.fillsHeight ? size.height - layout.footHeight() : y + 2
    let foot = layout.foot(below: end, canvas)
    canvas.items += foot.items
    return Drawn(
      title: layout.title, items: canvas.items,
      size: Size(size.width, style.fillsHeight ? size.height : foot.height), marked: [],
      labelled: [])
  }
}
