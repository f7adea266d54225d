import Analytics
import Charts
import Chronicle
import Chronology
import Drawing

extension FigureMaker {
  /// The visits that have a day to stand at.
  var drawnVisits: [Visit] {
    guard let sides else { return [] }
    return tally.visits(sides.first, sides.second).filter { visit in
      visit.day != nil
        && (visit.placement.column != .doubtful || visit.event.content.proposedDate != nil)
    }
  }

  /// Who went where and when, both directions mirrored on one axis of time; columns of blocks where
  /// points would lie upon each other.
  func visits(_ sheet: FigureSheet) -> Plot {
    let rows = VisitRows(maker: self, sheet: sheet, visits: drawnVisits)
    return rows.isCrowded ? VisitColumns(rows: rows).plot : VisitsPlot(rows: rows).plot
  }
}

/// One row of the figure: visitors of a rank in one direction.
struct VisitRow: Hashable {
  var way: Way
  var rank: Salience

  var name: String { "\(way)-\(rank.rawValue)" }

  var words: Language.FigureKey {
    switch rank {
    case .headOfState, .founding: .figHeadsOfState
    case .headOfGovernment: .figHeadsOfGovernment
    case .minister: .figMinisters
    default: .figOthers
    }
  }
}

/// The visits by direction and rank, and what both forms of the figure share.
struct VisitRows {
  let maker: FigureMaker
  let sheet: FigureSheet
  let visits: [Visit]
  /// From the first visit to the last or to the as-of day.
  let years: ClosedRange<Int>

  init(maker: FigureMaker, sheet: FigureSheet, visits: [Visit]) {
    self.maker = maker
    self.sheet = sheet
    self.visits = visits
    years = maker.axis(visits.flatMap { [$0.day?.year, $0.middle?.year].compactMap(\.self) })
  }

  var unit: Double { sheet.style.unit }

  /// More points than these in one row lie upon each other.
  private static let crowd = 30

  /// The rows that somebody stands in; the higher the rank, the nearer to the axis.
  func rows(_ way: Way) -> [VisitRow] {
    let ranks: [Salience] = [.headOfState, .headOfGovernment, .minister, .session]
    let used = ranks.map { VisitRow(way: way, rank: $0) }.filter { !self.visits(in: $0).isEmpty }
    return way == .there ? used.reversed() : used
  }

  func visits(in row: VisitRow) -> [Visit] {
    visits.filter { $0.way == row.way && min($0.rank, .session) == row.rank }
  }

  var isCrowded: Bool {
    (rows(.there) + rows(.back)).contains { row in
      let own = visits(in: row)
      return own.count > VisitRows.crowd || VisitMarks(rows: self, row: row).isSmear(own)
    }
  }

  func isFirm(_ visit: Visit) -> Bool { visit.placement.column == .counted }

  func datum(_ visit: Visit, named: Bool) -> Datum {
    let words = maker.words
    let column = visit.placement.column
    let title: LateText =
      "\(maker.title(visit.event))\(column == .counted ? "" : " (\(words.column(column, 1)))")"
    return Datum(
      id: named ? "e-" + visit.id : nil, title: named ? title : nil,
      link: named && sheet.isPage ? .destination("event-" + visit.id) : nil,
      ink: .side(visit.way.rawValue), symbol: visit.way == .there ? .circle : .square)
  }

  /// Above the rows of one direction or below those of the other: who goes where, and how often; in
  /// more lines than one where the names are long.
  func head(_ way: Way) -> [Mark] {
    let lines = headLines(way)
    let level = (way == .there ? -3 : 3) * unit
    return lines.enumerated().map { index, words in
      let dy = level + (Double(index) - Double(lines.count - 1) / 2) * headLeading
      return Mark(
        .text(TextPlace(.start, .middle, dy: dy)), .init("names", to: "time"),
        way == .there ? "head" : "foot", [Datum(words: words)])
    }
  }

  /// Of the row that a head takes.
  func headHeight(_ way: Way) -> Double {
    (sheet.isPage ? 15 : 28) + Double(headLines(way).count - 1) * headLeading
  }

  private var headLeading: Double { sheet.isPage ? 10 : 18 }

  private func headLines(_ way: Way) -> [Words] {
    let sides = maker.sides ?? ("", "")
    let (from, to) = way == .there ? (sides.0, sides.1) : (sides.1, sides.0)
    let names = "\(maker.sideName(from)) \(maker.say.arrow) \(maker.sideName(to))"
    let summary = VisitsCaption(rows: self).summary(way)
    let ink = Ink.side(way.rawValue)
    let whole = Words([
      .text(names, .heading, ink), .gap(10 * unit), .text(summary, .count, .secondary),
    ])
    let room = sheet.size.width - 2 * sheet.style.margin
    if sheet.style.width(of: whole, maker.measurer) <= room { return [whole] }
    return sheet.style.wrap(names, .heading, in: room, maker.measurer).map {
      Words($0, .heading, ink)
    }
      + sheet.style.wrap(summary, .count, in: room, maker.measurer).map {
        Words($0, .count, .secondary)
      }
  }

  /// The name of a row with the visits that were made: "4", with others drawn "4 + 1".
  func name(_ row: VisitRow, at place: TextPlace = TextPlace()) -> Mark {
    let isTop = row.rank <= .headOfGovernment
    let all = visits(in: row)
    let made = all.count(where: isFirm)
    let number = made == all.count ? "\(made)" : "\(made) + \(all.count - made)"
    let words = Words([
      .text(maker.say.string(row.words), isTop ? .name : .count, .ink), .gap(6),
      .text(number, .count, .secondary),
    ])
    return Mark(.text(place), "names", .init(row.name), [Datum(words: words)])
  }

  /// Lines above and below the axis.
  var axisRules: [Mark] {
    [Form.Edge.start, .end].map {
      Mark(
        .rule(width: unit, edge: $0), .init("names", to: "time"), "axis", [Datum(ink: .rule)])
    }
  }
}

/// The figure with a point for each visit.
struct VisitsPlot {
  let rows: VisitRows

  private var sheet: FigureSheet { rows.sheet }
  private var unit: Double { rows.unit }
  private var caption: VisitsCaption { VisitsCaption(rows: rows) }

  var plot: Plot {
    let there = rows.rows(.there)
    let back = rows.rows(.back)
    func track(_ row: VisitRow) -> Track {
      Track(row.name, .band(), sheet.isPage ? .step(25) : .rest(most: 84))
    }
    var plot = Plot(
      caption: caption.caption(isCrowded: false),
      columns: [
        Track("names", .plain, .words(sheet.style.gutter)),
        Track("time", .time(rows.years), .rest(), gap: (12 * unit)...(12 * unit)),
        // A page has no margin beside the axis for a mark at its very end.
        Track("after", .plain, .fixed(endsLate ? 11 * unit : 0)),
      ],
      rows: [Track("head", .plain, .fixed(rows.headHeight(.there)))] + there.map(track)
        + [Track("axis", .plain, .fixed(sheet.isPage ? 13 : 28))] + back.map(track)
        + [Track("foot", .plain, .fixed(rows.headHeight(.back)))],
      marks: ground(there, back) + rows.head(.there) + rows.head(.back)
        + (there + back).flatMap(marks) + [
          Mark(.namesX(), "time", "axis", asOfName)
        ], legend: caption.key)
    plot.unnamedWords = rows.maker.say.string(.figNotNamed)
    plot.unnamedLimit = rows.visits.count
    plot.monthNames = rows.maker.monthNames
    return plot
  }

  /// Whether a visit stands so near to the end of a page's axis that its mark reaches over it.
  private var endsLate: Bool {
    guard sheet.isPage,
      let last = rows.visits.compactMap({ visit in
        visit.day.map { middle(visit, $0) }
      }).max(), let end = Day(year: rows.years.upperBound, month: 12, day: 31)
    else { return false }
    return (end - last) * 60 < rows.years.count * 365
  }

  private func whole(_ there: [VisitRow], _ back: [VisitRow]) -> [Mark.Span] {
    [there, back].compactMap { rows in
      guard let first = rows.first, let last = rows.last else { return nil }
      return Mark.Span(first.name, to: last.name)
    }
  }

  /// The longest stretch without a visit, grid lines, and rules between the rows.
  private func ground(_ there: [VisitRow], _ back: [VisitRow]) -> [Mark] {
    var marks: [Mark] = []
    let gap = caption.longestGap
    for span in whole(there, back) {
      if let gap {
        marks.append(
          Mark(.ground, "time", span, [Datum(x: .day(gap.from), x2: .day(gap.to), ink: .band)]))
      }
      marks.append(Mark(.gridX(isMajor: false, width: unit), "time", span, [Datum(ink: .minor)]))
      marks.append(Mark(.gridX(isMajor: true, width: unit), "time", span, [Datum(ink: .major)]))
    }
    if let gap, let row = quietRow(there, back, gap), gap.months >= 36 {
      let words = rows.maker.say.string(.figNoVisitInYears, ["n": gap.months / 12])
      marks.append(
        Mark(
          .text(TextPlace(.middle, overflow: .drop)), "time", .init(row.name),
          [
            Datum(
              x: .day(gap.from), x2: .day(gap.to), words: Words(words, .minorLabel, .secondary))
          ]))
    }
    for row in there + back {
      marks.append(
        Mark(
          .rule(width: unit, edge: row.way == .there ? .start : .end),
          .init("names", to: "time"), .init(row.name), [Datum(ink: .major)]))
    }
    return marks + rows.axisRules
  }

  /// A row in which nobody stands near the stretch, the farthest from the axis.
  private func quietRow(
    _ there: [VisitRow], _ back: [VisitRow], _ gap: VisitGap
  ) -> VisitRow? {
    (there + back.reversed()).first { row in
      !rows.visits(in: row).contains { visit in
        let days = [visit.day, visit.event.drawnDate?.latest].compactMap { $0 }
        return days.contains(where: gap.isNear)
      }
    }
  }

  private func marks(_ row: VisitRow) -> [Mark] {
    let own = rows.visits(in: row)
    return [rows.name(row), labels(row, own)] + VisitMarks(rows: rows, row: row).marks(own)
  }

  /// First and last possible day, where they lie further apart than two months.
  private func days(_ visit: Visit) -> ClosedRange<Day>? {
    guard let date = visit.event.drawnDate, let first = date.earliest, let last = date.latest,
      last - first > 62
    else { return nil }
    return first...last
  }

  /// The middle of the time that the date names.
  private func middle(_ visit: Visit, _ first: Day) -> Day { visit.middle ?? first }

  private func labels(_ row: VisitRow, _ own: [Visit]) -> Mark {
    let entries = VisitLabels(
      names: VisitorNames(rows.maker.ledger), visits: own, dates: rows.maker.dates
    ).entries
    return Mark(
      .labels(
        gap: 9 * unit + (row.rank == .headOfState ? 5 * unit : 0),
        leading: sheet.isPage ? 8.4 : 15, limit: rows.maker.asOf(in: rows.years),
        lines: reaches(own)),
      "time", .init(row.name),
      entries
    ) { entry in
      func end(_ visit: Visit, _ isLast: Bool) -> Value {
        let day = visit.day ?? Day(number: 0)
        if let days = days(visit) { return .day(isLast ? days.upperBound : days.lowerBound) }
        return .day(middle(visit, day))
      }
      var datum = Datum(
        x: end(entry.first, false), x2: end(entry.last, true),
        words: Words([
          .text(entry.name, .label, .ink), .text(entry.date, .note, .secondary),
        ]))
      datum.count = entry.count
      return datum
    }
  }

  /// How far the days may lie from their points.
  private func reaches(_ own: [Visit]) -> [Datum] {
    own.compactMap { visit in
      guard let days = days(visit) else { return nil }
      var datum = rows.datum(visit, named: false)
      (datum.x, datum.x2) = (.day(days.lowerBound), .day(days.upperBound))
      return datum
    }
  }

  private var asOfName: [Datum] {
    guard let day = rows.maker.asOf(in: rows.years) else { return [] }
    return [
      Datum(x: .day(day), words: Words(rows.maker.dates.words(day, short: true), .note, .secondary))
    ]
  }
}
