public import Drawing

/// One kind of mark with its name.
public struct LegendItem: Hashable, Sendable {
  public enum Sample: Hashable, Sendable {
    /// Of a timeline.
    case mark(TimeMark)
    /// The same, so short that it is a point.
    case point(TimeMark)
    /// A small square of a dense timeline.
    case square(Firmness)
    case block(Firmness, Ink)
    case symbol(Symbol, Ink)
    /// A ringed symbol.
    case ringed(Symbol, Ink)
    case dashed(Symbol, Ink)
    case ground(Ink)
    /// A step of the ramp, its name within.
    case step(Int)
    /// An upright line across a bar.
    case line(Ink)
    case none
  }

  public var sample: Sample
  /// Other forms of what has the same name.
  public var also: [Sample] = []
  public var name: String
  /// Smaller words after it.
  public var detail: String
  public var role: FontRole

  public init(
    _ sample: Sample, _ name: String, detail: String = "", role: FontRole = .note
  ) {
    self.sample = sample
    self.name = name
    self.detail = detail
    self.role = role
  }

  /// Between samples of one name.
  static let sampleGap = 5.0

  /// Width of the samples on a slide.
  var width: Double {
    also.reduce(width(of: sample)) { $0 + Self.sampleGap + width(of: $1) }
  }

  func width(of sample: Sample) -> Double {
    switch sample {
    case .mark(.point), .mark(.doubtful), .point: 10
    case .mark(.ongoing): 26
    case .mark: 20
    case .square: 6
    case .block, .ground: 14
    case .symbol, .dashed: 13.4
    case .ringed: 17
    case .step: name.count > 6 ? 58 : name.count > 4 ? 46 : name.count > 3 ? 38 : 30
    case .line: 2
    case .none: 0
    }
  }

  var words: Words {
    if case .step = sample { return Words() }
    var parts: [Words.Part] = [
      .text(name, role, role == .note ? .secondary : .ink)
    ]
    if !detail.isEmpty {
      parts += [.gap(5), .text(detail, role == .name ? .count : .note, .secondary)]
    }
    return Words(name.isEmpty && detail.isEmpty ? [] : parts)
  }
}

/// A legend in as few rows as it needs, of the marks that occur.
struct Legend {
  /// Where the last row ends.
  private(set) var end: Double
  private(set) var rows: [[(item: LegendItem, x: Double)]] = []
  private let style: Style

  init(_ items: [LegendItem], style: Style, from left: Double, to right: Double, _ canvas: Canvas) {
    self.style = style
    end = left
    // One kind of mark needs no key, unless it is one that a reader may misread.
    if items.count <= 1, [.mark(.point), nil].contains(items.first?.sample) { return }
    var row: [(LegendItem, Double)] = []
    var x = left
    var after = 0.0
    for (index, item) in items.enumerated() {
      let width = Legend.width(item, style, canvas)
      if x > left, x + width > right {
        rows.append(row)
        row = []
        x = left
      }
      row.append((item, x))
      after = Legend.air(item, index + 1 < items.count ? items[index + 1] : nil)
      x += width + after * style.unit
    }
    if !row.isEmpty { rows.append(row) }
    end = x - after * style.unit
    if style.isRightToLeft {
      rows = rows.map { row in
        row.map { ($0.item, left + right - $0.x - Legend.width($0.item, style, canvas)) }
      }
    }
  }

  private static let gap = 7.0

  /// Air between two items: the steps of a ramp stand side by side, beside their name.
  private static func air(_ item: LegendItem, _ next: LegendItem?) -> Double {
    switch (item.sample, next?.sample) {
    case (.step, .step): 2
    case (.none, .step): 9
    default: 20
    }
  }

  static func width(_ item: LegendItem, _ style: Style, _ canvas: Canvas) -> Double {
    let words = canvas.width(item.words, style)
    let sample = item.width * style.unit
    return sample + (sample > 0 && words > 0 ? gap * style.unit : 0) + words
  }

  /// Draws row by row on the baselines given.
  func draw(_ baselines: [Double], _ canvas: inout Canvas) {
    draw(centres: baselines.map { $0 - 0.36 * style.note.size }, &canvas)
  }

  /// Draws row by row, each centred on its height.
  func draw(centres: [Double], _ canvas: inout Canvas) {
    for (row, y) in zip(rows, centres) {
      for (item, x) in row { Legend.draw(item, x, y, style, &canvas) }
    }
  }

  /// Draws one item, centred on `y`.
  static func draw(
    _ item: LegendItem, _ x: Double, _ y: Double, _ style: Style, _ canvas: inout Canvas
  ) {
    let width = item.width * style.unit
    let air = width > 0 ? gap * style.unit : 0
    let words = canvas.width(item.words, style)
    var start = style.isRightToLeft ? x + words + (words > 0 ? air : 0) : x
    for sample in [item.sample] + item.also {
      let own = item.width(of: sample) * style.unit
      LegendSample(item: item, sample: sample, style: style).draw(start, own, y, &canvas)
      start += own + LegendItem.sampleGap * style.unit
    }
    canvas.draw(item.words, style.isRightToLeft ? x : x + width + air, y, style)
  }
}

extension Style {
  /// How many lines a key needs in a width.
  public func lines(of key: [LegendItem], in width: Double, _ measurer: any TextMeasurer) -> Int {
    Legend(key, style: self, from: 0, to: width, Canvas(measurer, .light, self)).rows.count
  }
}

/// Draws the sample of a legend's item.
private struct LegendSample {
  let item: LegendItem
  let sample: LegendItem.Sample
  let style: Style

  func draw(_ x: Double, _ width: Double, _ y: Double, _ canvas: inout Canvas) {
    let theme = canvas.theme
    let unit = style.unit
    let centre = Point(x + width / 2, y)
    switch sample {
    case .mark(let mark): time(mark, isPoint: false, x, width, y, &canvas)
    case .point(let mark): time(mark, isPoint: true, x, width, y, &canvas)
    case .square(let firmness):
      let box = Rect(x, y - 2.3 * unit, 4.6 * unit, 4.6 * unit)
      canvas.items += SmallBlock(unit: unit, color: theme.secondary).items(box, firmness)
    case .block(let firmness, let ink):
      let box = Rect(x, y - 5.2 * unit, width, 10.4 * unit)
      canvas.items += BlockInk(theme: theme, unit: unit).items(box, firmness, theme.color(ink))
    case .ground(let ink):
      canvas.fill(Rect(x, y - 6 * unit, width, 12 * unit), theme.color(ink))
    case .symbol(let symbol, let ink):
      canvas.items.append(.fill(symbol.path(at: centre, radius: 5.2 * unit), theme.color(ink)))
    case .ringed(let symbol, let ink):
      canvas.items.append(.fill(symbol.path(at: centre, radius: 5 * unit), theme.color(ink)))
      let line = Stroke(theme.color(ink), width: 1.4 * unit)
      canvas.items.append(.stroke(symbol.path(at: centre, radius: 7.8 * unit), line))
    case .dashed(let symbol, let ink):
      let line = Stroke(theme.color(ink), width: 1.4 * unit, dash: [2.2 * unit, 1.6 * unit])
      canvas.items.append(.stroke(symbol.path(at: centre, radius: 4.6 * unit), line))
    case .step(let count):
      canvas.fill(Rect(x, y - 8 * unit, width, 16 * unit), theme.color(.ramp(count)))
      canvas.draw(
        Words(item.name, .strongNote, .onRamp(count)), centre.x, y, style, anchor: .middle)
    case .line(let ink):
      canvas.rule(
        Point(centre.x, y - 7 * unit), Point(centre.x, y + 7 * unit), theme.color(ink), 1.4 * unit)
    case .none: break
    }
  }

  private func time(
    _ mark: TimeMark, isPoint: Bool, _ x: Double, _ width: Double, _ y: Double,
    _ canvas: inout Canvas
  ) {
    let picture = MarkPicture(sample: mark, isPoint: isPoint, left: x, width: width, style: style)
    let grey = SeriesStyle(.circle, canvas.theme.secondary)
    canvas.items += picture.items(y, grey, canvas.theme)
  }
}
