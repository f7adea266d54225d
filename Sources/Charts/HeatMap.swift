public import Drawing

/// One row of a heat map.
public struct HeatRow: Hashable, Sendable {
  public var id: String
  public var name: String
  public var series: Int
  /// A count for each bin.
  public var counts: [Int]
  /// Said in a row of zeros; empty for none.
  public var words: String

  public init(id: String, name: String, series: Int, counts: [Int], words: String = "") {
    self.id = id
    self.name = name
    self.series = series
    self.counts = counts
    self.words = words
  }
}

/// Rows by years: a numeral in every cell that is not empty, totals at the margins.
public struct HeatSpec: Hashable, Sendable {
  public var caption: Caption
  public var rows: [HeatRow]
  public var bins: YearBins
  public var totalName: String
  /// The bin that the data cover only in part.
  public var partial: Int?
  public var keyName: String
  public var keyWords: String

  public init(
    caption: Caption, rows: [HeatRow], bins: YearBins, totalName: String, partial: Int?,
    keyName: String, keyWords: String
  ) {
    self.caption = caption
    self.rows = rows
    self.bins = bins
    self.totalName = totalName
    self.partial = partial
    self.keyName = keyName
    self.keyWords = keyWords
  }

  var totals: [Int] {
    (0..<bins.count).map { bin in rows.reduce(0) { $0 + $1.counts[bin] } }
  }
}

/// Draws a heat map.
public struct HeatChart {
  let spec: HeatSpec
  let style: Style
  let theme: Theme
  let measurer: any TextMeasurer
  let size: Size

  public init(_ spec: HeatSpec, style: Style, theme: Theme, measurer: any TextMeasurer, size: Size)
  {
    self.spec = spec
    self.style = style
    self.theme = theme
    self.measurer = measurer
    self.size = size
  }

  struct Layout {
    var bands: BandScale
    var top: Double
    var row: Double
    var gap: Double
    var bottom: Double
  }

  var right: Double { size.width - style.margin }
  var wide: Bool { style.fillsHeight }
  var numeral: Font {
    Font(style.name.family, wide ? 12 : 7, .semibold, tabular: true)
  }

  /// Lays it out and draws it.
  public func draw() -> Drawn {
    var canvas = Canvas(measurer, theme)
    let beside = canvas.width(spec.keyWords, style.note) <= right - keyEnd(canvas)
    var words = spec.caption
    if !beside {
      words.note = [spec.keyWords, words.note ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    }
    let caption = CaptionLayout(words, style: style, width: size.width, canvas)
    canvas.items = caption.head
    let layout = layout(caption, canvas)
    if wide {
      columnBars(layout, caption.top, &canvas)
    } else {
      years(layout, layout.top - 4, &canvas)
      canvas.text("n", right, layout.top - 4, style.axis, theme.secondary, anchor: .end)
    }
    for (index, row) in spec.rows.enumerated() { draw(row, index, layout, &canvas) }
    if wide {
      canvas.rule(
        Point(layout.bands.left, layout.bottom + 2), Point(layout.bands.right, layout.bottom + 2),
        theme.rule, 1)
      years(layout, layout.bottom + 17, &canvas)
    } else {
      totalRow(layout, &canvas)
    }
    let end = wide ? size.height - caption.footHeight(legendRows: 1) : layout.bottom + layout.row
    let foot = caption.foot(below: end, legendRows: 1, canvas)
    canvas.items += foot.items
    if let baseline = foot.legend.first { key(baseline, words: beside, &canvas) }
    return Drawn(
      title: caption.title, items: canvas.items,
      size: Size(size.width, wide ? size.height : foot.height), marked: spec.rows.map(\.id),
      labelled: [])
  }

  private func layout(_ caption: CaptionLayout, _ canvas: Canvas) -> Layout {
    let names = (spec.rows.map(\.name) + [spec.totalName]).map {
      18 * style.unit + canvas.width($0, style.name) + 8
    }
    let left = style.margin + max(style.gutter, names.max() ?? 0)
    let reserve = wide ? 82.0 : 24
    // Few columns stay near square instead of stretching.
    let cell = min((right - reserve - left) / Double(max(1, spec.bins.count)), wide ? 44 : 26)
    let bands = BandScale(
      spec.bins.count, from: left, to: left + cell * Double(spec.bins.count))
    let count = Double(max(1, spec.rows.count))
    if wide {
      let top = caption.top + 92
      let limit = size.height - caption.footHeight(legendRows: 1) - 22
      let row = min(33, (limit - top) / count)
      return Layout(bands: bands, top: top, row: row, gap: 1.6, bottom: top + count * row)
    }
    let row = min(13.8, max(11, cell))
    let top = caption.top + 4
    return Layout(bands: bands, top: top, row: row, gap: 0.5, bottom: top + count * row)
  }

  private func draw(_ row: HeatRow, _ index: Int, _ layout: Layout, _ canvas: inout Canvas) {
    let y = layout.top + (Double(index) + 0.5) * layout.row
    let look = theme.series[row.series % theme.series.count]
    let symbol = Point(style.margin + max(6 * style.unit, 3.7), y)
    canvas.items.append(.fill(look.symbol.path(at: symbol, radius: 5.2 * style.unit), look.color))
    canvas.centred(row.name, style.margin + 18 * style.unit, y, style.name)
    let total = row.counts.reduce(0, +)
    if total == 0, !row.words.isEmpty, wide {
      canvas.centred(
        canvas.fit(row.words, style.count, right - layout.bands.left), layout.bands.left + 3, y,
        style.count, theme.secondary)
      return
    }
    for (bin, count) in row.counts.enumerated() {
      let cell = Rect(
        layout.bands.centre(bin) - layout.bands.step / 2 + layout.gap / 2,
        y - layout.row / 2 + layout.gap / 2, layout.bands.step - layout.gap,
        layout.row - layout.gap)
      self.cell(cell, count, "\(row.name), \(spec.bins.name(bin)): \(count)", &canvas)
    }
    rowTotal(total, y, layout, &canvas)
  }

  private func cell(_ cell: Rect, _ count: Int, _ title: String, _ canvas: inout Canvas) {
    guard let step = theme.step(of: count) else {
      if wide {
        canvas.items.append(
          .stroke(.rect(cell.inset(by: 0.5)), Stroke(theme.minor, width: 1)))
      } else {
        canvas.items.append(.fill(.circle(cell.centre, radius: 0.55), theme.rule))
      }
      return
    }
    var items: [Item] = [.fill(.rect(cell), step.fill)]
    let font = numeral
    items.append(
      .text(
        TextLine(
          "\(count)", at: Point(cell.centre.x, cell.centre.y + 0.36 * font.size), font, step.ink,
          anchor: .middle)))
    canvas.items.append(.group(Group(.mark, title: title, items)))
  }
}
