import Chronology
public import Drawing

extension Plot {
  /// Lays the plot out and draws it.
  ///
  /// - Parameter size: the frame's; where the style does not fill the height, that is the most.
  public func draw(
    style: Style, theme: Theme, measurer: any TextMeasurer, size: Size
  ) -> Drawn {
    PlotDrawing(plot: self, style: style, theme: theme, measurer: measurer, size: size).draw()
  }
}

/// Trains the scales of a plot, lays it out and draws it.
struct PlotDrawing {
  let plot: Plot
  let style: Style
  let theme: Theme
  let measurer: any TextMeasurer
  let size: Size

  func draw() -> Drawn {
    var canvas = Canvas(measurer, theme, style)
    let caption = PlotCaption(
      plot, style: style, width: size.width, canvas, unnamed: plot.unnamedLimit)
    canvas.items = caption.layout.head
    let foot = caption.layout.footHeight(legendRows: caption.legend.rows.count)
    let trained = Training(plot)
    let columns = Layout(
      plot.columns, trained.columns, words: wordWidths(canvas), from: style.margin,
      to: size.width - style.margin, isUpward: false)
    let most = caption.layout.top + plot.mostHeight
    let limit = style.fillsHeight ? size.height - foot : min(most, size.height - foot)
    let rows = Layout(
      plot.rows, trained.rows, words: [:], from: caption.layout.top, to: limit, isUpward: true)
    let painter = MarkPainter(
      style: style, theme: theme, columns: columns, rows: rows, width: size.width,
      monthNames: plot.monthNames)
    canvas.items.reserveCapacity(
      canvas.items.count + trained.marks.reduce(100) { $0 + $1.data.count })
    let unnamed = trained.marks.reduce(0) { $0 + painter.draw($1, &canvas) }
    let below = style.fillsHeight ? size.height - foot : rows.end
    let words = caption.layout.foot(
      below: below, more: plot.more(unnamed), moreInLegend: caption.hasMoreInLegend,
      legendRows: caption.legend.rows.count, canvas)
    canvas.items += words.items
    caption.legend.draw(words.legend, &canvas)
    return Drawn(
      title: caption.layout.title, items: canvas.items,
      size: Size(size.width, style.fillsHeight ? size.height : words.height),
      marked: trained.marks.flatMap(\.ids), labelled: [],
      hasBars: trained.marks.contains { BlockPainter(marks: painter, mark: $0).isMerged })
  }

  /// Width of the widest words in each column that nothing else places. What spans several columns
  /// of words and is wider than they are widens the first.
  private func wordWidths(_ canvas: Canvas) -> [String: Double] {
    var widths: [String: Double] = [:]
    var wide: [(span: Mark.Span, width: Double)] = []
    for mark in plot.marks {
      let width = words(mark, canvas)
      guard width > 0 else { continue }
      let name = mark.column.first
      if name == mark.column.last {
        widths[name] = max(widths[name] ?? 0, width)
      } else {
        wide.append((mark.column, width))
      }
    }
    for (span, width) in wide {
      let names = plot.columns.map(\.name)
      guard let first = names.firstIndex(of: span.first),
        let last = names.firstIndex(of: span.last),
        first <= last
      else { continue }
      var room = 0.0
      for (index, track) in plot.columns[first...last].enumerated() {
        guard case .words(let least) = track.extent else { return widths }
        room += max(least, widths[track.name] ?? 0) + (index == 0 ? 0 : track.gap.lowerBound)
      }
      guard width > room, case .words(let least) = plot.columns[first].extent else { continue }
      widths[span.first] = max(least, widths[span.first] ?? 0) + width - room
    }
    return widths
  }

  /// Width of the widest words of a mark that no value places.
  private func words(_ mark: Mark, _ canvas: Canvas) -> Double {
    switch mark.form {
    case .text(let placement):
      let free = mark.data.filter { $0.x == nil && $0.x2 == nil }
      return free.map { canvas.width($0.words, style) + abs(placement.dx) }.max() ?? 0
    case .key(let items, _): return items.map { Legend.width($0, style, canvas) }.max() ?? 0
    default: return 0
    }
  }
}

extension Plot {
  /// "+3 not named, see chronology"; nil for none.
  func more(_ count: Int) -> String? {
    count == 0 || unnamedWords.isEmpty ? nil : "+\(count) \(unnamedWords)"
  }
}

extension Mark {
  /// Ids of the data that it draws.
  fileprivate var ids: [String] {
    if case .events(let placed) = form { return placed.ids }
    return data.compactMap(\.id)
  }
}

/// The words around a plot with its legend, before and after which the plot stands.
struct PlotCaption {
  let legend: Legend
  let layout: CaptionLayout
  /// Whether the number of the unnamed stands in the legend's last row, where there is room.
  let hasMoreInLegend: Bool

  /// - Parameter unnamed: how many may be without words, at most.
  init(_ plot: Plot, style: Style, width: Double, _ canvas: Canvas, unnamed: Int) {
    let right = width - style.margin
    legend = Legend(plot.legend, style: style, from: style.margin, to: right, canvas)
    let more = plot.more(unnamed)
    let need = more.map { CaptionLayout.moreWidth($0, style, canvas) } ?? 0
    hasMoreInLegend = !legend.rows.isEmpty && legend.end + need <= right
    layout = CaptionLayout(
      plot.caption, more: hasMoreInLegend ? nil : more, style: style, width: width, canvas)
  }
}

/// The domains of all tracks, and the marks with what follows from their domains: the places of
/// blocks in their stacks.
struct Training {
  private(set) var columns: [String: Domain] = [:]
  private(set) var rows: [String: Domain] = [:]
  private(set) var marks: [Mark]

  init(_ plot: Plot) {
    marks = plot.marks
    for track in plot.columns { columns[track.name] = Domain(track.kind) }
    for track in plot.rows { rows[track.name] = Domain(track.kind) }
    for mark in marks { add(mark) }
    for index in marks.indices {
      guard case .blocks(let direction, _, _) = marks[index].form else { continue }
      stack(&marks[index], direction)
      add(marks[index])
    }
  }

  private mutating func add(_ mark: Mark) {
    if var domain = columns.removeValue(forKey: mark.column.first) {
      for i in mark.data.indices {
        domain.add(mark.data[i].x)
        domain.add(mark.data[i].x2)
      }
      columns[mark.column.first] = domain
    }
    if var domain = rows.removeValue(forKey: mark.row.first) {
      for i in mark.data.indices {
        domain.add(mark.data[i].y)
        domain.add(mark.data[i].y2)
      }
      rows[mark.row.first] = domain
    }
  }

  /// Gives each block its place above those before it in the same band.
  private func stack(_ mark: inout Mark, _ direction: Direction) {
    let across = direction == .y ? columns[mark.column.first] : rows[mark.row.first]
    var heights: [Value?: Double] = [:]
    let order = mark.data.indices.map { index in
      (mark.data[index].order, mark.data[index].firmness.rawValue, index)
    }.sorted { $0 < $1 }
    for (_, _, index) in order {
      let value = direction == .y ? mark.data[index].x : mark.data[index].y
      var band = value
      if let across, case .years = across.kind, case .number(let year)? = value {
        band = .count(across.bins.index(Int(year)))
      }
      let level = heights[band, default: 0]
      heights[band] = level + 1
      if direction == .y {
        mark.data[index].y = .number(level)
        mark.data[index].y2 = .number(level + 1)
      } else {
        mark.data[index].x = .number(level)
        mark.data[index].x2 = .number(level + 1)
      }
    }
  }
}
