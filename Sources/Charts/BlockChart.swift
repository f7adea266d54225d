import Chronology
public import Drawing

/// Draws a block chart. Blocks get lower before rows get fewer; too low to be told apart, they stand
/// as one bar.
public struct BlockChart {
  let spec: BlockSpec
  let style: Style
  let theme: Theme
  let measurer: any TextMeasurer
  let size: Size

  public init(
    _ spec: BlockSpec, style: Style, theme: Theme, measurer: any TextMeasurer, size: Size
  ) {
    self.spec = spec
    self.style = style
    self.theme = theme
    self.measurer = measurer
    self.size = size
  }

  /// Where everything stands.
  private struct Layout {
    var bands: BandScale
    var pitch: Double
    var gap: Double
    var bases: [Double]
    var bottom: Double
    /// Right ends of the columns of numbers.
    var columns: [Double]
  }

  /// Height of a block on a page, with the gap.
  private static let pagePitch = 6.4

  private var right: Double { size.width - style.margin }
  private var isWide: Bool { style.fillsHeight && !spec.columns.isEmpty }

  /// Lays it out and draws it.
  public func draw() -> Drawn {
    var canvas = Canvas(measurer, theme)
    let caption = CaptionLayout(spec.caption, style: style, width: size.width, canvas)
    canvas.items = caption.head
    let axis = style.fillsHeight ? 20.0 : 12
    let limit = size.height - caption.footHeight() - axis
    let layout = layout(top: caption.top, limit: limit, canvas)
    if let partial = spec.partial, style.fillsHeight {
      let x = layout.bands.centre(partial) - layout.bands.step / 2
      canvas.fill(
        Rect(x, caption.top - 4, layout.bands.step, layout.bottom - caption.top + 4), theme.band)
    }
    scaleLines(layout, &canvas)
    var marked: [String] = []
    for (index, row) in spec.rows.enumerated() {
      draw(row, index, layout, &canvas)
      marked += row.blocks.map(\.id)
    }
    yearNames(layout, &canvas)
    if isWide {
      sideItems(
        caption.top, bases: layout.bases, columns: layout.columns, pitch: layout.pitch,
        bottom: layout.bottom, &canvas)
    }
    let end = style.fillsHeight ? size.height - caption.footHeight() : layout.bottom + axis
    let foot = caption.foot(below: end, canvas)
    canvas.items += foot.items
    return Drawn(
      title: caption.title, items: canvas.items,
      size: Size(size.width, style.fillsHeight ? size.height : foot.height), marked: marked,
      labelled: [])
  }

  private func layout(top: Double, limit: Double, _ canvas: Canvas) -> Layout {
    let names = spec.rows.map { 18 * style.unit + canvas.width($0.name, style.name) + 8 }
    let left = style.margin + max(style.gutter, names.max() ?? 0)
    var plotRight = right
    var columns: [Double] = []
    if isWide {
      let widths = spec.columns.map { canvas.width($0, style.note) }
      var x = right
      for width in widths.reversed() {
        columns.insert(x, at: 0)
        x -= max(46, width + 10)
      }
      plotRight = sideLeft(columns, canvas) - 30
      plotRight = max(left + 100, min(plotRight, 640))
    }
    let tallest = spec.rows.map { Double($0.heights(spec.bins.count).max() ?? 1) }
    let head = style.value.size + 4
    // Above each row: air, and the number on its highest column.
    let air = style.fillsHeight ? 16.0 : style.value.size + 5
    let gaps = Double(max(1, tallest.count - 1))
    // Rows of a page leave room for three, so that they stand evenly, if the page has it.
    let leasts = style.fillsHeight ? [1.0] : [3, 2, 1]
    let fitting = leasts.first { least in
      let blocks = tallest.reduce(0) { $0 + max(least, $1) }
      return top + head + air * gaps + blocks * Self.pagePitch <= limit
    }
    let least = fitting ?? 1
    let peaks = tallest.map { max(least, $0) }
    let most = peaks.reduce(0, +)
    let space = limit - top - head - air * gaps
    let key = isWide ? keyHeight : 0
    var pitch = min(style.fillsHeight ? 11.8 : Self.pagePitch, max(0.05, space / most))
    if head + peaks[0] * pitch < key {
      // The key beside the first row is higher than the row.
      let rest = limit - top - key - air * gaps
      pitch = min(pitch, max(0.05, rest / max(1, most - peaks[0])))
    }
    let heights = peaks.map { $0 * pitch }
    let first = max(head, key - peaks[0] * pitch)
    let room = limit - top - first - most * pitch
    let spare = style.fillsHeight ? min(34, max(air, room / gaps)) : air
    var y = top + first
    var bases: [Double] = []
    for height in heights {
      y += height
      bases.append(y)
      y += spare
    }
    let bottom = bases.last ?? top
    // Few columns stay columns.
    plotRight = min(plotRight, left + 64 * style.unit * Double(spec.bins.count))
    return Layout(
      bands: BandScale(spec.bins.count, from: left, to: plotRight), pitch: pitch,
      gap: pitch > 2.8 ? 1.2 * style.unit : 0, bases: bases, bottom: bottom, columns: columns)
  }

  /// Light lines across the total row, at whole numbers.
  private func scaleLines(_ layout: Layout, _ canvas: inout Canvas) {
    guard let row = spec.rows.first, let base = layout.bases.first else { return }
    let peak = row.heights(spec.bins.count).max() ?? 0
    let steps = [5, 10, 25, 50, 100, 250, 500]
    let every =
      steps.first { Double($0) * layout.pitch >= 24 * style.unit && peak / $0 <= 4 } ?? 1000
    for value in stride(from: every, through: peak, by: every) {
      let y = base - Double(value) * layout.pitch
      canvas.rule(
        Point(layout.bands.left, y), Point(layout.bands.right, y), theme.major, 1 * style.unit)
      canvas.centred(
        "\(value)", layout.bands.left - 6 * style.unit, y, style.axis, theme.secondary,
        anchor: .end)
    }
  }

  private func draw(_ row: BlockRow, _ index: Int, _ layout: Layout, _ canvas: inout Canvas) {
    let base = layout.bases[index]
    let look = row.series.map { theme.series[$0 % theme.series.count] }
    let middle = base - max(0.42 * style.name.size, 0.5 * min(3, 1.4) * layout.pitch)
    head(row, look, middle, &canvas)
    let mark = BlockMark(theme: theme, unit: style.unit)
    let width = layout.bands.step * 0.74
    var heights = [Int](repeating: 0, count: spec.bins.count)
    let ordered = row.blocks.sorted { order($0.kind) < order($1.kind) }
    for block in ordered where heights.indices.contains(block.bin) {
      let level = Double(heights[block.bin])
      heights[block.bin] += 1
      let y = base - (level + 1) * layout.pitch + layout.gap
      let rect = Rect(
        layout.bands.centre(block.bin) - width / 2, y - 0.5 * layout.gap, width,
        layout.pitch - layout.gap)
      let items = mark.items(rect, block.kind, look?.color ?? theme.neutral)
      let id = row.series == nil ? block.id + "-all" : block.id
      canvas.items.append(.group(Group(.mark, id: id, title: block.title, items)))
    }
    canvas.rule(
      Point(layout.bands.left, base), Point(layout.bands.right, base), theme.ink,
      1.2 * style.unit)
    values(row, index, base, heights, layout, &canvas)
    if index == 0 { bracket(row, base, layout, &canvas) }
  }

  private func order(_ kind: BlockKind) -> Int {
    switch kind {
    case .strong: 0
    case .full: 1
    case .light: 2
    case .hollow: 3
    case .hatched: 4
    }
  }

  private func head(
    _ row: BlockRow, _ look: SeriesStyle?, _ y: Double, _ canvas: inout Canvas
  ) {
    var x = style.margin
    if let look {
      let centre = Point(x + max(6 * style.unit, 3.7), y)
      canvas.items.append(.fill(look.symbol.path(at: centre, radius: 5.2 * style.unit), look.color))
      x += 18 * style.unit
    } else if !style.fillsHeight {
      x += 18 * style.unit
    }
    canvas.centred(row.name, x, y, style.name)
  }

  /// The number on the row's peak, if it says more than the blocks.
  private func values(
    _ row: BlockRow, _ index: Int, _ base: Double, _ heights: [Int], _ layout: Layout,
    _ canvas: inout Canvas
  ) {
    let counted = row.heights(spec.bins.count, counted: true)
    guard let peak = counted.max(), peak > 1, !isWide || index == 0 || layout.pitch < 5 else {
      return
    }
    for bin in counted.indices where counted[bin] == peak {
      let y = base - Double(heights[bin]) * layout.pitch - 3.5 * style.unit
      canvas.text(
        "\(peak)", layout.bands.centre(bin), y, index == 0 ? style.value : peakFont, anchor: .middle
      )
      if layout.bands.step < 16 * style.unit { break }
    }
  }

  private var peakFont: Font {
    var font = style.axis
    font.weight = .semibold
    return font
  }

  /// A bracket at the blocks that belong together, with its words where there is air.
  private func bracket(_ row: BlockRow, _ base: Double, _ layout: Layout, _ canvas: inout Canvas) {
    let strong = row.blocks.filter { $0.kind == .strong }
    guard let words = spec.bracket, let bin = strong.first?.bin else { return }
    let half = layout.bands.step * 0.37
    let x = layout.bands.centre(bin) - half - 3 * style.unit
    let top = base - Double(strong.count) * layout.pitch + layout.gap / 2
    let path = Path([
      .move(Point(x + 2 * style.unit, top)), .line(Point(x, top)), .line(Point(x, base - 1)),
      .line(Point(x + 2 * style.unit, base - 1)),
    ])
    canvas.items.append(.stroke(path, Stroke(theme.ink, width: 1.2 * style.unit)))
    let heights = row.heights(spec.bins.count)
    let font = style.subtitle
    let leading = font.size * 1.25
    // To the left, over columns that end below the words; else to the right.
    for leftwards in [true, false] {
      let others =
        leftwards ? Array((0..<bin).reversed()) : Array((bin + 1)..<max(bin + 1, heights.count))
      let floor = base - top - 2 * leading + 2
      let free = others.prefix { Double(heights[$0]) * layout.pitch <= floor }.count
      let room = Double(free) * layout.bands.step - 14 * style.unit
      let lines = canvas.wrap(words, font, min(room, 260 * style.unit))
      guard room > 60 * style.unit, lines.count <= 2 else { continue }
      for (index, line) in lines.enumerated() {
        let at = leftwards ? x - 6 * style.unit : layout.bands.centre(bin) + half + 8 * style.unit
        canvas.text(
          line, at, top + font.size * 0.8 + Double(index) * leading, font,
          anchor: leftwards ? .end : .start)
      }
      return
    }
  }

  private func yearNames(_ layout: Layout, _ canvas: inout Canvas) {
    let y = layout.bottom + (style.fillsHeight ? 16 : 9.5)
    let width = canvas.width(spec.bins.mark(0), style.axis)
    var indices = spec.bins.labels(step: layout.bands.step, nameWidth: width, clear: 8 * style.unit)
    var short = ""
    if let partial = spec.partial {
      let name = spec.bins.mark(partial)
      short = (spec.bins.width == 1 ? "’" + name.suffix(2) : name) + "*"
      let x = layout.bands.centre(partial)
      let need = (width + canvas.width(short, style.axis)) / 2 + 4 * style.unit
      indices.removeAll { $0 == partial || Double(partial - $0) * layout.bands.step < need }
      canvas.text(
        short, min(x, right - canvas.width(short, style.axis) / 2), y, style.axis, theme.secondary,
        anchor: .middle)
    }
    for index in indices {
      canvas.text(
        spec.bins.mark(index), layout.bands.centre(index), y, style.axis, theme.secondary,
        anchor: .middle)
    }
  }
}
