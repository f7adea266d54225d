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

  /// Who went where and when, both directions mirrored on one axis of time.
  func visits(_ sheet: FigureSheet) -> Plot {
    VisitsPlot(maker: self, sheet: sheet, visits: drawnVisits).plot
  }
}

/// The figure of visits.
struct VisitsPlot {
  let maker: FigureMaker
  let sheet: FigureSheet
  let visits: [Visit]

  private var unit: Double { sheet.style.unit }
  private var names: VisitorNames { VisitorNames(maker.ledger) }

  /// One row of the figure: visitors of a rank in one direction.
  struct Line: Hashable {
    var way: Way
    var rank: Salience

    var name: String { "\(way)-\(rank.rawValue)" }

    var words: String {
      switch rank {
      case .headOfState, .founding: "Heads of state"
      case .headOfGovernment: "Heads of government"
      case .minister: "Ministers"
      default: "Others"
      }
    }
  }

  private func line(_ visit: Visit) -> Line {
    Line(way: visit.way, rank: min(visit.rank, .session))
  }

  /// The rows that somebody stands in; the higher the rank, the nearer to the axis.
  private func lines(_ way: Way) -> [Line] {
    let ranks: [Salience] = [.headOfState, .headOfGovernment, .minister, .session]
    let used = ranks.map { Line(way: way, rank: $0) }.filter { line in
      visits.contains { self.line($0) == line }
    }
    return way == .there ? used.reversed() : used
  }

  var plot: Plot {
    let there = lines(.there)
    let back = lines(.back)
    // Few rows stand further apart.
    let row = sheet.isPage ? 25.0 : there.count + back.count <= 4 ? 72 : 56
    let head = sheet.isPage ? 15.0 : 28
    func track(_ line: Line) -> Track { Track(line.name, .band(), .step(row)) }
    let rows =
      [Track("head", .plain, .fixed(head))] + there.map(track)
      + [Track("axis", .plain, .fixed(sheet.isPage ? 13 : 28))] + back.map(track)
      + [Track("foot", .plain, .fixed(head))]
    return Plot(
      caption: caption,
      columns: [
        Track("names", .plain, .words(sheet.style.gutter)),
        Track("time", .time(years), .rest(), gap: (12 * unit)...(12 * unit)),
      ], rows: rows,
      marks: ground(there, back) + sideMarks(.there, there) + sideMarks(.back, back) + [
        Mark(.namesX(), "time", "axis", asOfName(isAxis: there.isEmpty))
      ] + asOf(there, back), legend: key)
  }

  private var years: ClosedRange<Int> {
    let found = visits.compactMap { $0.day?.year } + (maker.ledger.asOf.map { [$0.year] } ?? [])
    guard let first = found.min(), let last = found.max() else { return 2000...2000 }
    return first...max(last, first + 1)
  }

  private func whole(_ there: [Line], _ back: [Line]) -> [Mark.Span] {
    [there, back].compactMap { lines in
      guard let first = lines.first, let last = lines.last else { return nil }
      return Mark.Span(first.name, to: last.name)
    }
  }

  /// The longest stretch without a visit, grid lines, and rules between the rows.
  private func ground(_ there: [Line], _ back: [Line]) -> [Mark] {
    var marks: [Mark] = []
    for span in whole(there, back) {
      if let gap = longestGap {
        marks.append(
          Mark(.ground, "time", span, [Datum(x: .day(gap.from), x2: .day(gap.to), ink: .band)]))
      }
      marks.append(Mark(.gridX(isMajor: false, width: unit), "time", span, [Datum(ink: .minor)]))
      marks.append(Mark(.gridX(isMajor: true, width: unit), "time", span, [Datum(ink: .major)]))
    }
    if let gap = longestGap, let line = quietRow(there, back, gap), gap.months >= 36 {
      let words = "no visit in \(gap.months / 12) years"
      marks.append(
        Mark(
          .text(TextPlace(.middle, overflow: .drop)), "time", .init(line.name),
          [
            Datum(
              x: .day(gap.from), x2: .day(gap.to), words: Words(words, .minorLabel, .secondary))
          ]))
    }
    for line in there + back {
      marks.append(
        Mark(
          .rule(width: unit, edge: line.way == .there ? .start : .end),
          .init("names", to: "time"), .init(line.name), [Datum(ink: .major)]))
    }
    for span in ["axis"] as [Mark.Span] {
      marks.append(
        Mark(.rule(width: unit), .init("names", to: "time"), span, [Datum(ink: .rule)]))
      marks.append(
        Mark(
          .rule(width: unit, edge: .end), .init("names", to: "time"), span, [Datum(ink: .rule)]))
    }
    return marks
  }

  /// A row in which nobody stands near the stretch, the farthest from the axis.
  private func quietRow(_ there: [Line], _ back: [Line], _ gap: VisitGap) -> Line? {
    (there + back.reversed()).first { line in
      !visits.contains {
        self.line($0) == line && ($0.day.map { gap.isNear($0) } ?? false)
      }
    }
  }

  private func sideMarks(_ way: Way, _ lines: [Line]) -> [Mark] {
    guard let sides = maker.sides else { return [] }
    let (a, b) = (maker.sideName(sides.first), maker.sideName(sides.second))
    let head = way == .there ? "\(a) → \(b)" : "\(b) → \(a)"
    let edge = way == .there ? "head" : "foot"
    let words = Words([
      .text(head, .heading, .side(way.rawValue)), .gap(10 * unit),
      .text(summary(way), .count, .secondary),
    ])
    var marks = [
      Mark(
        .text(
          TextPlace(.start, way == .there ? .middle : .middle, dy: (way == .there ? -3 : 3) * unit)),
        .init("names", to: "time"), .init(edge), [Datum(words: words)])
    ]
    for line in lines {
      let own = visits.filter { self.line($0) == line }
      let isTop = line.rank <= .headOfGovernment
      let name = Words([
        .text(line.words, isTop ? .name : .count, .ink), .gap(6),
        .text("\(own.count)", .count, .secondary),
      ])
      marks.append(Mark(.text(TextPlace()), "names", .init(line.name), [Datum(words: name)]))
      marks.append(dots(line, own, hollow: false))
      marks.append(dots(line, own, hollow: true))
      if line.rank == .headOfState {
        marks.append(
          Mark(
            .ring(radius: 8.6 * unit, width: 1.4 * unit), "time", .init(line.name),
            own.filter { isFirm($0) }
          ) { datum($0, named: false) })
        marks.append(
          Mark(
            .ring(radius: 8.6 * unit, width: 1.2 * unit, dash: [3 * unit, 2 * unit]), "time",
            .init(line.name), own.filter { !isFirm($0) }
          ) { datum($0, named: false) })
      }
      marks += labels(line, own)
    }
    return marks
  }

  private func isFirm(_ visit: Visit) -> Bool { visit.placement.column == .counted }

  private func dots(_ line: Line, _ own: [Visit], hollow: Bool) -> Mark {
    let radius: Double =
      switch line.rank {
      case .headOfState: 5.6
      case .headOfGovernment: 5.2
      case .minister: 4.4
      default: 4
      }
    let form: Form =
      hollow
      ? .ring(radius: (radius - 0.9) * unit, width: 1.8 * unit) : .point(radius: radius * unit)
    return Mark(form, "time", .init(line.name), own.filter { isFirm($0) != hollow }) {
      datum($0, named: true)
    }
  }

  private func datum(_ visit: Visit, named: Bool) -> Datum {
    let title =
      FigureWords.line(visit.event.content.headline)
      + (visit.event.drawnDate.map { ", " + FigureDates.words($0) } ?? "")
      + (visit.placement.column == .counted ? "" : " (\(visit.placement.column.rawValue))")
    return Datum(
      id: named ? "e-" + visit.id : nil, title: named ? title : nil,
      link: named && sheet.isPage ? .destination("event-" + visit.id) : nil,
      x: visit.day.map { .day(middle(visit, $0)) }, ink: .side(visit.way.rawValue),
      symbol: visit.way == .there ? .circle : .square)
  }

  /// The middle of the time that the date names.
  private func middle(_ visit: Visit, _ first: Day) -> Day {
    guard let date = visit.event.drawnDate, let last = date.latest, last - first < 400 else {
      return first
    }
    return Day(number: (first.number + last.number) / 2)
  }

  private func labels(_ line: Line, _ own: [Visit]) -> [Mark] {
    let entries = VisitLabels(names: names, visits: own).entries
    return [
      Mark(
        .labels(
          gap: 9 * unit + (line.rank == .headOfState ? 5 * unit : 0),
          leading: sheet.isPage ? 8.4 : 15,
          limit: maker.ledger.asOf), "time", .init(line.name), entries
      ) { entry in
        Datum(
          x: .day(middle(entry.first, entry.first.day ?? Day(number: 0))),
          x2: .day(middle(entry.last, entry.last.day ?? Day(number: 0))),
          words: Words([
            .text(entry.name, .label, .ink), .text(entry.date, .note, .secondary),
          ]))
      }
    ]
  }

  private func asOfName(isAxis: Bool) -> [Datum] {
    guard let day = maker.ledger.asOf else { return [] }
    return [
      Datum(x: .day(day), words: Words(FigureDates.words(day, short: true), .note, .secondary))
    ]
  }

  private func asOf(_ there: [Line], _ back: [Line]) -> [Mark] {
    guard let day = maker.ledger.asOf else { return [] }
    return whole(there, back).map { span in
      Mark(
        .rule(width: unit, dash: [2 * unit, 2 * unit]), "time", span,
        [Datum(x: .day(day), ink: .secondary)])
    }
  }

  // MARK: Words

  private func made(_ way: Way) -> [Visit] { visits.filter { $0.way == way && isFirm($0) } }

  private func summary(_ way: Way) -> String {
    let own = made(way)
    var words = FigureWords.count(own.count, "visit", "visits")
    let top = own.filter(\.isTop).count
    if top == own.count, own.count > 0 {
      words +=
        own.count == 1
        ? " by a head of state or government" : ", all by heads of state or government"
    } else if top > 0 {
      words += ", \(top) by heads of state or government"
    }
    let planned = visits.count { $0.way == way && $0.placement.column == .planned }
    if planned > 0 { words += "; \(planned) " + (own.isEmpty ? "" : "more ") + "planned" }
    let doubtful = visits.count { $0.way == way && $0.placement.column == .doubtful }
    if doubtful > 0 { words += "; \(doubtful) of doubtful date" }
    return words
  }

  private var longestGap: VisitGap? {
    VisitGap.longest(
      visits.filter(isFirm).compactMap { visit in
        visit.event.drawnDate.map { $0.precision <= .month } == true ? visit.day : nil
      })
  }

  private var key: [LegendItem] {
    var key: [LegendItem] = []
    let heads = visits.filter { $0.rank == .headOfState }
    if let head = heads.first {
      let symbol: Symbol = head.way == .there ? .circle : .square
      key.append(LegendItem(.ringed(symbol, .secondary), "head of state"))
    }
    if visits.contains(where: { !isFirm($0) }) {
      key.append(LegendItem(.dashed(.circle, .secondary), "planned or of doubtful date"))
    }
    return key
  }

  private var caption: Caption {
    guard let sides = maker.sides else { return maker.emptyCaption(.visits) }
    let (a, b) = (maker.sideName(sides.first), maker.sideName(sides.second))
    let there = made(.there).count
    let back = made(.back).count
    let head = "\(FigureWords.count(there, "visit", "visits")) to \(b), \(back) to \(a)"
    var titles = [head]
    if let gap = longestGap, gap.months >= 12 {
      titles.insert(head + "; none from \(gap.words)", at: 0)
    }
    let all = maker.sides.map { maker.tally.visits($0.first, $0.second) } ?? []
    let left = all.count - visits.count
    var note: [String] = []
    if left > 0 {
      note.append(FigureWords.count(left, "visit", "visits") + " without a year not drawn.")
    }
    return Caption(
      titles: titles,
      subtitle: "Visits between the two countries by rank of the visitor and date, "
        + FigureWords.years(years)
        + " (n = \(there + back)); the higher the rank, the nearer to the axis",
      note: note.isEmpty ? nil : note.joined(separator: " "), source: maker.source)
  }
}
