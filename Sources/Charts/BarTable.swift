public import Drawing

/// One row of a bar table.
public struct BarRow: Hashable, Sendable {
  public var id: String
  public var name: String
  public var series: Int
  public var value: Int
  /// Share or other words after the value; empty for none.
  public var share: String
  /// What the value was before; nil for no comparison.
  public var previous: Int?
  /// In the order of the chart's columns.
  public var cells: [Int]
  /// In place of a bar of no length.
  public var words: String

  public init(
    id: String, name: String, series: Int, value: Int, share: String = "", previous: Int? = nil,
    cells: [Int], words: String = ""
  ) {
    self.id = id
    self.name = name
    self.series = series
    self.value = value
    self.share = share
    self.previous = previous
    self.cells = cells
    self.words = words
  }
}

/// Bars from a common base, and beside them what was kept out of them.
public struct BarSpec: Hashable, Sendable {
  public var caption: Caption
  public var rows: [BarRow]
  public var valueHead: String
  public var columns: [String]
  public var totalName: String
  public var total: Int
  public var totalCells: [Int]

  public init(
    caption: Caption, rows: [BarRow], valueHead: String, columns: [String], totalName: String,
    total: Int, totalCells: [Int]
  ) {
    self.caption = caption
    self.rows = rows
    self.valueHead = valueHead
    self.columns = columns
    self.totalName = totalName
    self.total = total
    self.totalCells = totalCells
  }
}

/// Draws a bar table.
public struct BarChart {
  let spec: BarSpec
  let style: Style
  let theme: Theme
  let measurer: any TextMeasurer
  let size: Size

  public init(_ spec: BarSpec, style: Style, theme: Theme, measurer: any TextMeasurer, size: Size) {
    self.spec = spec
    self.style = style
    self.theme = theme
    self.measurer = measurer
    self.size = size
  }

  private struct Layout {
    var left: Double
    var scale: Double
    var pitch: Double
    var bar: Double
    var top: Double
    var columns: [Double]
  }

  private var right: Double { size.width - style.margin }
  private var wide: Bool { style.fillsHeight }

  /// Lays it out and draws it.
  public func draw() -> Drawn {
    var canvas = Canvas(measurer, theme)
    let caption = CaptionLayout(spec.caption, style: style, width: size.width, canvas)
    canvas.items = caption.head
    let limit = wide ? size.height - caption.footHeight() : .infinity
    let layout = layout(caption.top, limit, canvas)
    heads(layout, caption.top, &canvas)
    for (index, row) in spec.rows.enumerated() { draw(row, index, layout, &canvas) }
    let count = Double(spec.rows.count)
    let bottom = layout.top + count * layout.pitch
    if wide {
      canvas.rule(Point(layout.left, layout.top), Point(layout.left, bottom), theme.ink, 1.2)
    }
    canvas.rule(
      Point(style.margin, bottom + 2 * style.unit), Point(right, bottom + 2 * style.unit),
      theme.ink, 1.2 * style.unit)
    total(layout, bottom + 2 * style.unit + layout.pitch / 2, &canvas)
    let end = wide ? size.height - caption.footHeight() : bottom + layout.pitch + 2
    let foot = caption.foot(below: end, canvas)
    canvas.items += foot.items
    return Drawn(
      title: caption.title, items: canvas.items,
      size: Size(size.width, wide ? size.height : foot.height), marked: spec.rows.map(\.id),
      labelled: [])
  }

  private func layout(_ captionTop: Double, _ limit: Double, _ canvas: Canvas) -> Layout {
    let names = (spec.rows.map(\.name) + [spec.totalName]).map {
      18 * style.unit + canvas.width($0, style.name) + 8
    }
    let left = style.margin + max(style.gutter, names.max() ?? 0)
    let heads = spec.columns.map { canvas.width($0, style.count) }
    var columns: [Double] = []
    var x = right
    for head in heads.reversed() {
      columns.insert(x, at: 0)
      x -= max(wide ? 62 : 40, head + 10)
    }
    let tail = spec.rows.map { after($0, canvas) }.max() ?? 0
    let end = (columns.first ?? right) - (heads.first ?? 0) - tail - 16 * style.unit
    let most = max(
      1, max(spec.rows.map(\.value).max() ?? 1, spec.rows.compactMap(\.previous).max() ?? 1))
    let length = max(20, min(end - left, wide ? .infinity : 150))
    let top = captionTop + (wide ? 8 : 5)
    let rows = Double(spec.rows.count + 1)
    let pitch = wide ? min(46, (limit - top - 6) / rows) : 13
    return Layout(
      left: left, scale: length / Double(most), pitch: pitch,
      bar: wide ? min(24, pitch * 0.56) : 8.4, top: top, columns: columns)
  }

  private func after(_ row: BarRow, _ canvas: Canvas) -> Double {
    var width = 8 * style.unit + canvas.width("\(row.value)", style.value)
    if !row.share.isEmpty { width += 7 * style.unit + canvas.width(row.share, style.count) }
    if let change = change(row) { width += 20 * style.unit + canvas.width(change, style.count) }
    return row.value == 0 ? 0 : width
  }

  private func change(_ row: BarRow) -> String? {
    guard let previous = row.previous, previous != row.value else { return nil }
    return row.value > previous ? "+\(row.value - previous)" : "−\(previous - row.value)"
  }

  private func heads(_ layout: Layout, _ top: Double, _ canvas: inout Canvas) {
    let y = top - (wide ? 6 : 0)
    canvas.text(spec.valueHead, layout.left, y, style.count, theme.secondary)
    for (name, x) in zip(spec.columns, layout.columns) {
      canvas.text(name, x, y, style.count, theme.secondary, anchor: .end)
    }
    canvas.rule(
      Point(style.margin, y + 5 * max(0.7, style.unit)),
      Point(right, y + 5 * max(0.7, style.unit)), theme.rule, 1 * style.unit)
  }

  private func draw(_ row: BarRow, _ index: Int, _ layout: Layout, _ canvas: inout Canvas) {
    let y = layout.top + (Double(index) + 0.5) * layout.pitch
    let look = theme.series[row.series % theme.series.count]
    let symbol = Point(style.margin + max(6 * style.unit, 3.7), y)
    canvas.items.append(.fill(look.symbol.path(at: symbol, radius: 5.2 * style.unit), look.color))
    canvas.centred(row.name, style.margin + 18 * style.unit, y, style.name)
    let length = Double(row.value) * layout.scale
    // The line of an earlier value may stand beyond the bar.
    let reach = max(row.value, row.value > 0 ? row.previous ?? 0 : 0)
    var x = layout.left + Double(reach) * layout.scale + 8 * style.unit
    if row.value > 0 {
      let bar = Rect(layout.left, y - layout.bar / 2, length, layout.bar)
      let items: [Item] = [.fill(.rect(bar), look.color)]
      canvas.items.append(
        .group(Group(.mark, id: row.id, title: "\(row.name): \(row.value)", items)))
      canvas.centred("\(row.value)", x, y, style.value)
      x += canvas.width("\(row.value)", style.value) + 7 * style.unit
    } else if row.words.isEmpty {
      canvas.centred("0", layout.left + (wide ? 8 : 0), y, style.value)
    } else {
      let words = canvas.fit(
        row.words, style.count, (layout.columns.first ?? right) - layout.left - 60 * style.unit)
      canvas.centred(words, layout.left + 8 * style.unit, y, style.count, theme.secondary)
    }
    if let previous = row.previous {
      let at = layout.left + Double(previous) * layout.scale
      let half = layout.bar / 2
      if previous < row.value {
        canvas.fill(Rect(at - 2, y - half, 4, layout.bar), theme.paper ?? Color(0xFFFFFF))
      }
      canvas.rule(Point(at, y - half - 3), Point(at, y + half + 3), theme.ink, 1.4 * style.unit)
    }
    if let change = change(row) {
      let arrow: Symbol = change.hasPrefix("+") ? .triangle : .nabla
      canvas.items.append(
        .fill(
          arrow.path(at: Point(x + 5 * style.unit, y), radius: 4.2 * style.unit), theme.secondary))
      canvas.centred(change, x + 13 * style.unit, y, style.count, theme.secondary)
      x += 13 * style.unit + canvas.width(change, style.count) + 7 * style.unit
    }
    if row.value > 0 { canvas.centred(row.share, x, y, style.count, theme.secondary) }
    cells(row.cells, layout, y, bold: false, &canvas)
  }

  private func total(_ layout: Layout, _ y: Double, _ canvas: inout Canvas) {
    let x = style.margin + 18 * style.unit
    canvas.centred(spec.totalName, x, y, style.name)
    canvas.centred("\(spec.total)", layout.left + (wide ? 8 : 0), y, style.value)
    cells(spec.totalCells, layout, y, bold: true, &canvas)
  }

  /// The last column is the sum of the row.
  private func cells(
    _ cells: [Int], _ layout: Layout, _ y: Double, bold: Bool, _ canvas: inout Canvas
  ) {
    var plain = style.count
    plain.tabular = true
    for (index, value) in cells.enumerated() where index < layout.columns.count {
      let strong = bold || index == layout.columns.count - 1
      canvas.centred(
        value == 0 ? "·" : "\(value)", layout.columns[index], y,
        strong && value > 0 ? style.value : plain,
        strong && value > 0 ? theme.ink : theme.secondary, anchor: .end)
    }
  }
}
