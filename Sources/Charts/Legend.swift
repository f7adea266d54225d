import Chronology
import Drawing

/// One kind of mark with its name.
struct LegendItem {
  enum Sample: Hashable {
    case mark(TimeMark)
    case block(hollow: Bool)
  }

  var sample: Sample
  var name: String

  /// Width of the sample on a slide.
  var width: Double {
    switch sample {
    case .mark(.point), .mark(.doubtful), .mark(.conditional): 10
    case .mark(.ongoing): 26
    case .mark: 20
    case .block: 6
    }
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
    for item in items {
      let width =
        item.width * style.unit + Legend.gap * style.unit
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
    end = x - 20 * style.unit
  }

  private static let gap = 7.0

  /// Draws row by row on the baselines given.
  func draw(_ baselines: [Double], _ canvas: inout Canvas) {
    for (row, baseline) in zip(rows, baselines) {
      for (item, x) in row {
        let y = baseline - 0.36 * style.note.size
        let width = item.width * style.unit
        sample(item.sample, x, width, y, &canvas)
        canvas.text(
          item.name, x + width + Legend.gap * style.unit, baseline, style.note,
          canvas.theme.secondary)
      }
    }
  }

  private func sample(
    _ sample: LegendItem.Sample, _ x: Double, _ width: Double, _ y: Double,
    _ canvas: inout Canvas
  ) {
    let mark: TimeMark
    switch sample {
    case .mark(let kind): mark = kind
    case .block(let hollow):
      let side = 4.6 * style.unit
      let box = Rect(x, y - side / 2, side, side)
      let line = style.unit
      canvas.items.append(
        hollow
          ? .stroke(
            .rect(box.inset(by: line / 2)), Stroke(canvas.theme.secondary, width: line))
          : .fill(.rect(box), canvas.theme.secondary))
      return
    }
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
