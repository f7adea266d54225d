import Chronology
import Drawing

/// A planned timeline as a plot: lanes on one axis of time.
struct TimelinePlot {
  let spec: TimelineSpec
  let style: Style
  let theme: Theme
  let plan: TimelinePlan
  let gutter: Double
  let legend: [LegendItem]
  let entries: Int

  private var unit: Double { style.unit }
  private var isSlide: Bool { style.fillsHeight }
  private var hasEmptyRow: Bool { !spec.emptyName.isEmpty }
  private var above: Double { isSlide ? 0 : 16 }
  private var below: Double { isSlide ? 20 : 12 }

  /// The height that all but the lanes takes.
  var beside: Double { above + below + (hasEmptyRow ? 27 * unit : 0) }

  private var all: Mark.Span {
    Mark.Span(lane(0), to: hasEmptyRow ? "empty" : lane(max(0, spec.lanes.count - 1)))
  }

  private func lane(_ index: Int) -> String { "lane-\(index)" }

  var plot: Plot {
    var rows = [Track("above", .plain, .fixed(above))]
    rows += plan.lanes.enumerated().map {
      Track(lane($0.offset), .plain, .fixed($0.element.height))
    }
    if hasEmptyRow { rows.append(Track("empty", .plain, .fixed(27 * unit))) }
    rows.append(Track("below", .plain, .fixed(below)))
    let columns = [
      Track("names", .plain, .fixed(gutter)), Track("time", .time(spec.years), .rest()),
    ]
    var plot = Plot(
      caption: spec.caption, columns: style.isRightToLeft ? columns.reversed() : columns,
      rows: rows, marks: ground + lines + names + lanes + emptyRow + quotation, legend: legend)
    plot.unnamedWords = spec.moreWords
    plot.unnamedLimit = entries
    plot.monthNames = spec.monthNames
    return plot
  }

  // MARK: Axis

  private var ground: [Mark] {
    guard isSlide, !spec.quiet.isEmpty else { return [] }
    return [Mark(.ground, "time", all, spec.quiet) { stretch($0, Words(), ink: .band) }]
  }

  private func stretch(_ years: ClosedRange<Int>, _ words: Words, ink: Ink) -> Datum {
    Datum(
      x: .count(years.lowerBound), x2: .count(years.upperBound + 1), ink: ink, firmness: .light,
      words: words)
  }

  private var lines: [Mark] {
    // On paper the lines of named years reach up to their names.
    let major = isSlide ? all : Mark.Span("above", to: all.last)
    var marks = [
      Mark(.gridX(isMajor: false, width: unit), "time", all, [Datum(ink: .minor)]),
      Mark(
        .gridX(isMajor: true, width: unit, lift: isSlide ? 0 : 3), "time", major,
        [Datum(ink: .major)]),
    ]
    if let asOf = spec.asOf {
      marks.append(
        Mark(
          .rule(width: isSlide ? 1 : 0.8, dash: isSlide ? [2, 2] : [], lift: 3 * unit), "time", all,
          [Datum(x: .day(asOf.day), ink: .ink)]))
    }
    marks.append(
      Mark(.rule(width: 1.3 * unit, dash: [1.2 * unit, 3.2 * unit]), "time", all, spec.callouts) {
        Datum(x: .day($0.day), ink: .secondary)
      })
    return marks
  }

  /// Years above and below; on a slide the as-of date and the quiet stretch stand between those
  /// above, on paper in a row of their own.
  private var names: [Mark] {
    let small: FontRole = isSlide ? .note : .callout
    // The greatest occasion is named first.
    let callouts = (spec.asOf.map { [$0] } ?? []) + spec.callouts
    let own = callouts.map { callout in
      Datum(
        x: .day(callout.day),
        words: Words(callout.text, small, isSlide ? .secondary : .ink))
    }
    // The longest is named first, each in the longest words that it has room for.
    let quiet = spec.quiet.sorted { ($1.count, $0.lowerBound) < ($0.count, $1.lowerBound) }
    let quietWords = quiet.flatMap { years in
      spec.quietWords.map { stretch(years, Words($0, .note, .secondary), ink: .ink) }
    }
    if isSlide {
      return [
        Mark(
          .namesX(at: TextPlace(.middle, .top, dy: -11.3)), "time", "above", own + quietWords),
        Mark(.namesX(at: TextPlace(.middle, .top, dy: 10.7)), "time", "below"),
      ]
    }
    return [
      Mark(.namesX(at: TextPlace(.start, .top, dx: 2, dy: -1.7)), "time", "above"),
      Mark(.namesX(at: TextPlace(.middle, .bottom, dy: -6.5), isBare: true), "time", "above", own),
      Mark(.namesX(at: TextPlace(.start, .top, dx: 2, dy: 6.3)), "time", "below"),
    ]
  }

  // MARK: Lanes

  private var wide: Mark.Span {
    style.isRightToLeft ? Mark.Span("time", to: "names") : Mark.Span("names", to: "time")
  }

  /// A place so far from where reading begins.
  private func place(_ level: TextPlace.Level, dx: Double = 0, dy: Double = 0) -> TextPlace {
    style.isRightToLeft
      ? TextPlace(.end, level, dx: -dx, dy: dy) : TextPlace(.start, level, dx: dx, dy: dy)
  }

  private var lanes: [Mark] {
    zip(spec.lanes, plan.lanes).enumerated().flatMap { index, pair -> [Mark] in
      let (lane, planned) = pair
      let row = Mark.Span(self.lane(index))
      // The head stands on the first row.
      let first = planned.marks.map(\.y).min() ?? planned.height / 2
      let head = plan.isDense ? 11 * max(0.6, unit) : first
      let symbol = theme.series[lane.series % theme.series.count].symbol
      let isBeside = isSlide || planned.height < 26
      let before = max(0.8 * unit, 3.7 - 5.2 * unit)
      var name: [Words.Part] = [
        .gap(before), .symbol(symbol, 5.2 * unit, .series(lane.series)), .gap(7.6 * unit - before),
        .text(lane.name, .name, .ink),
      ]
      if isBeside { name += [.gap(6), .text(lane.count, .count, .secondary)] }
      if style.isRightToLeft { name.reverse() }
      var marks = [
        Mark(.rule(width: unit), wide, row, [Datum(ink: .rule)]),
        Mark(.rule(width: unit, edge: .end), wide, row, [Datum(ink: .rule)]),
        Mark(
          .text(place(.top, dy: head)), "names", row,
          [Datum(words: Words(name))]),
        Mark(.events(PlacedLane(planned: planned, lane: lane)), "time", row, []),
      ]
      if !isBeside {
        marks.append(
          Mark(
            .text(place(.top, dx: 18 * unit, dy: head + 11)), "names", row,
            [Datum(words: Words(lane.count, .count, .secondary))]))
      }
      return marks
    }
  }

  private var emptyRow: [Mark] {
    guard hasEmptyRow else { return [] }
    let words: [Words.Part] = [
      .text(spec.emptyName, .strongNote, .secondary), .gap(6),
      .text(spec.emptyWords, .count, .secondary),
    ]
    return [
      Mark(
        .text(place(.middle, dx: 18 * unit)), wide, "empty",
        [Datum(words: Words(style.isRightToLeft ? words.reversed() : words))]),
      Mark(
        .rule(width: unit, edge: .end), wide, "empty", [Datum(ink: .rule)]),
    ]
  }

  /// Under a few lanes the sentences that tell their events.
  private var quotation: [Mark] {
    guard isSlide, entries <= 3, !spec.quotations.isEmpty else { return [] }
    return [Mark(.quotations(limit: spec.quotationLimit), "time", "below", spec.quotations)]
  }
}
