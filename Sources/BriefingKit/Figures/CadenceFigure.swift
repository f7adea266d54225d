import Analytics
import Charts
import Chronicle
import Chronology
import Drawing

extension FigureMaker {
  var cadence: Cadence? {
    sides.map { tally.cadence($0.first, $0.second, asOf: ledger.asOf) }
  }

  /// Months since the last top visit: a tooth rises until the next.
  func cadence(_ sheet: FigureSheet) -> Plot {
    guard let cadence else { return Plot(caption: emptyCaption(.cadence), columns: [], rows: []) }
    return CadencePlot(maker: self, sheet: sheet, cadence: cadence).plot
  }
}

/// The figure of the intervals between top visits.
struct CadencePlot {
  let maker: FigureMaker
  let sheet: FigureSheet
  let cadence: Cadence

  private var unit: Double { sheet.style.unit }
  private var say: Language { maker.say }
  private var names: VisitorNames { VisitorNames(maker.ledger) }
  /// An interval as long as this is named with both its visits.
  private static let long = 60
  /// From here on the number is written.
  private static let notable = 18

  private var years: ClosedRange<Int> {
    let found =
      cadence.visits.compactMap { $0.day?.year } + (maker.ledger.asOf.map { [$0.year] } ?? [])
    guard let first = found.min(), let last = found.max() else { return 2000...2000 }
    return first...max(first + 1, last)
  }

  var plot: Plot {
    let strip = sheet.isPage ? 9.5 : 19.0
    let high = sheet.isPage ? 110.0 : 420
    let most = Double(max(cadence.longest?.months ?? 0, cadence.open ?? 0, 1))
    return Plot(
      caption: caption,
      columns: [
        Track("names", .plain, .words(sheet.isPage ? 50 : 94)),
        Track("time", .time(years), .rest(), gap: (6 * unit)...(6 * unit)),
        Track("after", .plain, .words(sheet.isPage ? 36 : 66), gap: (6 * unit)...(6 * unit)),
      ],
      rows: [
        Track("months", .count, .step(high / most), gap: (26 * unit)...(26 * unit)),
        Track("there", .plain, .fixed(strip), gap: (7 * unit)...(7 * unit)),
        Track("back", .plain, .fixed(strip)),
        Track("axis", .plain, .fixed(sheet.isPage ? 12 : 26)),
      ],
      marks: axes + (isCrowded ? bars : cadence.intervals.flatMap(tooth)) + openTooth + median
        + (isCrowded ? [] : notes) + strips)
  }

  private var steps: CountSteps { .months(apart: 30 * unit) }

  private var axes: [Mark] {
    [
      Mark(.gridY(steps, width: unit), "time", "months", [Datum(ink: .major)]),
      Mark(.namesY(steps, TextPlace(.end), unit: say.string(.figMonthsUnit)), "names", "months"),
      Mark(.rule(width: 1.2 * unit, edge: .end), "time", "months"),
      Mark(
        .gridX(isMajor: true, width: unit), "time", .init("there", to: "back"),
        [Datum(ink: .major)]),
      Mark(.namesX(), "time", "axis"),
    ]
  }

  /// More teeth than these would be one block.
  private static let mostTeeth = 60
  private var isCrowded: Bool { cadence.intervals.count > Self.mostTeeth }

  /// In place of teeth: for each year the longest interval that ended in it.
  private var bars: [Mark] {
    var longest: [Int: Int] = [:]
    for interval in cadence.intervals {
      guard let year = interval.to.day?.year else { continue }
      longest[year] = max(longest[year] ?? 0, interval.months)
    }
    return longest.sorted { $0.key < $1.key }.compactMap { year, months in
      guard months > 0, let first = Day(year: year, month: 2, day: 1),
        let last = Day(year: year, month: 11, day: 30)
      else { return nil }
      let top = [first, last].map {
        Datum(x: .day($0), y: .count(months), ink: Ink.series(0))
      }
      return Mark(.area(opacity: 0.6), "time", "months", top)
    }
  }

  private func tooth(_ interval: VisitInterval) -> [Mark] {
    guard let from = interval.from.day, let to = interval.to.day, interval.months > 0 else {
      return []
    }
    let ink = Ink.series(0)
    let rise = [
      Datum(x: .day(from), y: .number(0), ink: ink),
      Datum(x: .day(to), y: .count(interval.months), ink: ink),
    ]
    let drop = [rise[1], Datum(x: .day(to), y: .number(0), ink: ink)]
    let isLong = interval.months >= Self.long
    return [
      Mark(.area(opacity: isLong ? 0.22 : 0.13), "time", "months", rise),
      Mark(.line(width: 2 * unit), "time", "months", rise),
      Mark(.line(width: 1.2 * unit), "time", "months", drop),
    ]
  }

  /// What has passed since the last visit: dashed, as nobody knows when it ends.
  private var openTooth: [Mark] {
    guard isOpenSeen, let open = cadence.open, let from = cadence.visits.last?.day,
      let day = maker.ledger.asOf
    else { return [] }
    let ink = Ink.side(2)
    let rise = [
      Datum(x: .day(from), y: .number(0), ink: ink), Datum(x: .day(day), y: .count(open), ink: ink),
    ]
    return [
      Mark(.area(opacity: 0.12), "time", "months", rise),
      Mark(.line(width: 1.4 * unit, dash: [4 * unit, 3 * unit]), "time", "months", rise),
    ]
  }

  /// Whether the time since the last visit is long enough to be seen beside the longest.
  private var isOpenSeen: Bool {
    guard let open = cadence.open, open > 0, !isCrowded else { return false }
    return open * 30 >= cadence.longest?.months ?? 0
  }

  private var median: [Mark] {
    guard let median = cadence.median, cadence.intervals.count > 1 else { return [] }
    // Above the line, as below a low one there are other words.
    let words = [(say.string(.figMedianWord), -1.2), (months(median), 0)]
    let size = sheet.style.note.size
    return [
      Mark(
        .rule(width: 1.4 * unit, dash: [5 * unit, 3 * unit]), "time", "months",
        [Datum(y: .number(median))])
    ]
      + words.map { text, line in
        Mark(
          .text(TextPlace(dy: line * size * 1.2)), "after", "months",
          [Datum(y: .number(median), words: Words(text, .strongNote))])
      }
  }

  /// Words at the teeth: both visits at long ones, the number at notable ones.
  private var notes: [Mark] {
    let notable = cadence.intervals.filter { $0.months >= Self.notable }
    let open = cadence.open.flatMap { open -> ToothNote? in
      guard open >= Self.notable, let last = cadence.visits.last?.day, let day = maker.ledger.asOf
      else { return nil }
      return ToothNote(from: last, to: day, months: open, lines: [], isOpen: true)
    }
    let notes = notable.map { interval in
      ToothNote(
        from: interval.from.day ?? Day(number: 0), to: interval.to.day ?? Day(number: 0),
        months: interval.months, lines: interval.months >= Self.long ? lines(interval) : [])
    }
    return [
      Mark(
        .slopeNotes(
          leading: sheet.isPage ? 9 : 17,
          clearOf: cadence.intervals.count > 1 ? cadence.median.map { .number($0) } : nil,
          steps: steps),
        "time", "months",
        notes + (open.map { [$0] } ?? [])
      ) { note in
        var parts: [Words.Part] = [
          note.isOpen
            ? .text(say.string(.figSoFar, ["n": note.months]), .count, .secondary)
            : .text(
              note.lines.isEmpty ? "\(note.months)" : months(Double(note.months)), .value, .ink)
        ]
        parts += note.lines.map { .text($0, .minorLabel, .ink) }
        return Datum(
          x: .day(note.from), x2: .day(note.to), y: .count(note.months), words: Words(parts))
      }
    ]
  }

  private struct ToothNote {
    var from: Day
    var to: Day
    var months: Int
    var lines: [String]
    var isOpen = false
  }

  /// "H. Aliyev, April 1996," and "to Musharraf, July 2004".
  private func lines(_ interval: VisitInterval) -> [String] {
    func words(_ visit: Visit) -> String {
      maker.words.series([
        say.isolated(names.of(visit)),
        visit.day.map { maker.dates.month($0.components.year, $0.components.month) } ?? "",
      ])
    }
    let comma = String(say.string(.comma).prefix { $0 != " " })
    return [words(interval.from) + comma, say.string(.figToVisit, ["visit": words(interval.to)])]
  }

  /// "11 months", "27 years 11 months".
  private func span(_ months: Int) -> String {
    guard months >= 24 else { return self.months(Double(months)) }
    let parts: Fillings = ["years": months / 12, "months": months % 12]
    return say.string(months % 12 == 0 ? .figYears : .figYearsMonths, parts)
  }

  private func months(_ value: Double) -> String {
    let number = value == value.rounded() ? "\(Int(value))" : "\(Int(value)).5"
    return say.string(.figMonths, ["number": number, "n": value == 1 ? 1 : 2])
  }

  /// The visits themselves, by direction.
  private var strips: [Mark] {
    guard let sides = maker.sides else { return [] }
    let rows: [(Way, Mark.Span, String, Symbol)] = [
      (.there, "there", sides.second, .circle), (.back, "back", sides.first, .square),
    ]
    return rows.flatMap { way, row, to, symbol -> [Mark] in
      let own = cadence.visits.filter { $0.way == way }
      return [
        Mark(
          .text(TextPlace(.start)), "names", row,
          [
            Datum(
              words: Words(
                say.string(.figToSide, ["side": maker.sideName(to)]), .sideNote, .side(way.rawValue)
              ))
          ]),
        Mark(
          .text(TextPlace()), "after", row,
          [Datum(words: Words("\(own.count)", .sideNote, .side(way.rawValue)))]),
      ] + points(own, row, way, symbol)
    }
  }

  /// The points of one strip; a little ground sets each off from the one before it.
  private func points(
    _ visits: [Visit], _ row: Mark.Span, _ way: Way, _ symbol: Symbol
  ) -> [Mark] {
    visits.enumerated().flatMap { index, visit -> [Mark] in
      let day = visit.day.map { Value.day($0) }
      let edge = Datum(x: day, ink: .ground, symbol: symbol)
      let point = Datum(
        id: "e-" + visit.id, title: "\(maker.title(visit.event))",
        link: sheet.isPage ? .destination("event-" + visit.id) : nil,
        x: day, ink: .side(way.rawValue), symbol: symbol)
      return (index == 0 ? [] : [Mark(.point(radius: 6.2 * unit), "time", row, [edge])])
        + [Mark(.point(radius: 5 * unit), "time", row, [point])]
    }
  }

  private var caption: Caption {
    let count = cadence.intervals.count
    var titles: [String]
    if let median = cadence.median, let longest = cadence.longest, count > 1 {
      titles = [
        say.string(.figMedian, ["median": months(median), "longest": longest.months])
      ]
    } else if let only = cadence.intervals.first {
      titles = [say.string(.figTwoVisits, ["months": span(only.months)])]
    } else {
      titles = [say.string(.figOneTopVisit)]
    }
    var note = [say.string(isCrowded ? .figBars : .figClimbs)]
    if isOpenSeen, let day = maker.ledger.asOf {
      note.append(say.string(.figDashed, ["date": maker.dates.words(day)]))
    }
    if cadence.withoutMonth > 0 {
      note.append(say.string(.figMonthUnknown, ["n": cadence.withoutMonth]))
    }
    let planned = maker.drawnVisits.count { $0.isTop && $0.placement.column == .planned }
    if planned > 0 {
      note.append(say.string(.figPlannedVisits, ["n": planned]))
    }
    return Caption(
      titles: titles,
      subtitle: say.string(
        .figCadence,
        [
          "years": FigureWords.years(years),
          "visits": say.string(.figVisitCount, ["n": cadence.visits.count]),
          "intervals": say.string(.figIntervalCount, ["n": count]),
        ]),
      note: note.joined(separator: " "), source: maker.source)
  }
}
