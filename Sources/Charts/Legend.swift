import Chronology
import Drawing

/// One kind of mark with its name.
struct LegendItem {
  var mark: TimeMark
  var name: String
}

/// A legend in as few rows as it needs, of the marks that occur.
struct Legend {
  private(set) var rows: [[(item: LegendItem, x: Double)]] = []
  private let style: Style

  init(_ items: [LegendItem], style: Style, from left: Double, to right: Double, _ canvas: Canvas) {
    self.style = style
    // One kind of mark needs no key, unless it is one that a reader may misread.
    if items.count <= 1, [.point, nil].contains(items.first?.mark) { return }
    var row: [(LegendItem, Double)] = []
    var x = left
    for item in items {
      let width =
        Legend.sample(item.mark) * style.unit + Legend.gap * style.unit
        + canvas.width(item.name, style.note)
      if x > left, x + width > right {
        rows.append(row)
        row = []
        x = left
      }
      row.append((item, x))
      x += width + 20 * style.unit
    }
    if !row.isEmpty { rows.append(row) }
  }

  private static let gap = 7.0

  private static func sample(_ mark: TimeMark) -> Double {
    switch mark {
    case .point, .doubtful, .conditional: 10
    case .ongoing: 26
    default: 20
    }
  }

  /// Draws row by row on the baselines given.
  func draw(_ baselines: [Double], _ canvas: inout Canvas) {
    for (row, baseline) in zip(rows, baselines) {
      for (item, x) in row {
        let y = baseline - 0.36 * style.note.size
        let width = Legend.sample(item.mark) * style.unit
        sample(item.mark, x, width, y, &canvas)
        canvas.text(
          item.name, x + width + Legend.gap * style.unit, baseline, style.note,
          canvas.theme.secondary)
      }
    }
  }

  private func sample(
    _ mark: TimeMark, _ x: Double, _ width: Double, _ y: Double, _ canvas: inout Canvas
  ) {
    // A scale of one day makes a mark of just this width.
    let year = 2000
    let scale = TimeScale(year...year, from: x, to: x + width)
    guard let first = Day(year: year, month: 1, day: 1),
      let last = Day(year: year, month: 12, day: 31)
    else { return }
    let point: [TimeMark] = [.point, .doubtful, .conditional]
    let middle = Day(number: (first.number + last.number) / 2)
    let entry = TimelineEntry(
      id: "", title: "", mark: mark, first: point.contains(mark) ? middle : first,
      last: point.contains(mark) ? middle : last, label: "", rank: nil)
    let shape = MarkShape(entry, scale, limit: nil, style: style, rank: 0)
    let grey = SeriesStyle(.circle, canvas.theme.secondary)
    canvas.items += shape.items(y, grey, canvas.theme)
  }
}
