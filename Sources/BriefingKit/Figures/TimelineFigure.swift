import Analytics
import Charts
import Chronicle
import Chronology
import Drawing

extension FigureMaker {
  /// The placements that get a mark.
  func timelineEntries(_ sheet: FigureSheet) -> [Placement] {
    tally.placements.filter { placement in
      switch placement.column {
      case .undated: return false
      case .imprecise: return placement.event.drawnDate?.precision == .decade
      case .aggregate, .conditional:
        guard sheet.isPage else { return false }
      case .doubtful:
        guard placement.event.content.proposedDate != nil else { return false }
      case .counted, .planned: break
      }
      return span(placement) != nil
    }
  }

  private func span(_ placement: Placement) -> (first: Day, last: Day)? {
    placement.event.markDays(in: placement.column) { reach(placement.event) }
  }

  /// What goes on is asserted up to the newest document that tells it.
  private func reach(_ event: Event) -> Day {
    let day = event.mentions.lazy.compactMap { documentDays[$0.document] }.max()
    let fallback = ledger.asOf ?? event.drawnDate?.earliest ?? Day(number: 0)
    return day.map { min($0, ledger.asOf ?? $0) } ?? fallback
  }

  func timeline(_ sheet: FigureSheet) -> TimelineSpec {
    let placements = timelineEntries(sheet)
    let ranks = ranks(placements)
    let lanes = tally.domains.compactMap { domain -> TimelineLane? in
      let own = placements.filter { $0.domain == domain }
      if own.isEmpty { return nil }
      return TimelineLane(
        id: domain.rawValue, name: words.name(domain),
        count: "\(tally.count(.counted, domain))",
        series: Domain.allCases.firstIndex(of: domain) ?? 0,
        entries: own.compactMap { entry($0, ranks[$0.id], sheet) })
    }
    let drawn = Set(placements.map(\.domain))
    let empty = tally.domains.filter { !drawn.contains($0) }
    var spec = TimelineSpec(
      caption: timelineCaption(placements, empty, sheet), lanes: lanes,
      years: timelineYears(placements),
      asOf: asOf(in: timelineYears(placements)).map {
        Callout(day: $0, text: dates.words($0, short: !sheet.isPage))
      },
      quiet: n > 1 ? quietYears : [],
      quietWords: [say.string(.figNoneBegins), say.string(.figNone)],
      callouts: sheet.isPage ? pointedOut(placements, sheet) : [],
      legend: legend,
      moreWords: say.string(hasChronology ? .figMore : .figMoreInFull),
      labelled: 14)
    if sheet.isPage {
      spec.numberedWords = say.string(hasChronology ? .figByNumber : .figByNumberInFull)
    }
    spec.monthNames = monthNames
    for months in FigureWords.stretches {
      let stretch = words.stretch(months)
      spec.blockLegend[months] = say.string(.figBlockIn, ["stretch": stretch])
      spec.barLegend[months] = say.string(.figBarOf, ["stretch": stretch])
    }
    spec.hatchedLegend = words.column(.planned)
    let open = ([.doubtful, .conditional, .imprecise] as [Column]).filter { column in
      placements.contains { $0.column == column }
    }
    spec.hollowBarLegend = words.list(open.map { words.column($0) }, or: true)
    spec.hollowBlockLegend = words.list(
      open.filter { $0 != .imprecise }.map { words.column($0) }, or: true)
    if sheet.isPage, !empty.isEmpty {
      spec.emptyName = say.capitalised(list(of: empty))
      spec.emptyWords = say.string(.figNoDatedIn, ["n": ledger.documents.count])
    }
    spec.quotations = quotations(placements, sheet)
    spec.quotationLimit = sheet.size.height - 90
    return spec
  }

  /// The longest stretch in which nothing begins, and all others of five years and more.
  private var quietYears: [ClosedRange<Int>] {
    let longest = tally.longestQuietRun()
    return tally.quietRuns().filter { $0 == longest || $0.count >= 5 }
  }

  private func timelineYears(_ placements: [Placement]) -> ClosedRange<Int> {
    if let period { return period.years }
    var first = Int.max
    var last = Int.min
    for placement in placements {
      // What is known to the decade may reach beyond the scale.
      guard placement.column != .imprecise, let span = span(placement) else { continue }
      first = min(first, span.first.year)
      last = max(last, span.last.year)
    }
    if first <= last {
      let axis = axis([first, last])
      (first, last) = (axis.lowerBound, axis.upperBound)
    } else if let asOf = ledger.asOf {
      (first, last) = (asOf.year, asOf.year)
    }
    for span in placements.filter({ $0.column == .imprecise }).compactMap(span) {
      if first > last { (first, last) = (span.first.year, span.last.year) }
      first = min(first, span.last.year)
      last = max(last, span.first.year)
    }
    // A lone event some years back stands in the midst of an axis, not at its edge.
    if placements.count == 1, last - first > 3 { first -= min(5, last - first) }
    return first...max(first, last)
  }

  /// Salience first; what is not certain to have happened after what is.
  private func ranks(_ placements: [Placement]) -> [String: Int] {
    let visible = Set(placements.map(\.id))
    let eligible = placements.filter { placement in
      // What was read less surely is named last.
      placement.event.isSure && (placement.event.partOf.map { !visible.contains($0) } ?? true)
    }
    let late: Set<Column> = [.planned, .conditional, .aggregate]
    let ordered =
      Salience.ranked(eligible.filter { !late.contains($0.column) }.map(\.event))
      + Salience.ranked(eligible.filter { late.contains($0.column) }.map(\.event))
    return Dictionary(
      ordered.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { a, _ in a })
  }

  private func entry(
    _ placement: Placement, _ rank: Int?, _ sheet: FigureSheet
  ) -> TimelineEntry? {
    guard let span = span(placement) else { return nil }
    let event = placement.event
    let (words, dates) = (self.words, self.dates)
    let headline = self.headline(event)
    let number =
      sheet.isPage
      ? Numbers.list(([event] + (outcomes[placement.id] ?? [])).compactMap { numbers[$0.id] }) : ""
    var entry = TimelineEntry(
      id: "e-" + event.id,
      title: LateText(
        FigureMaker.title(placement, headline: headline, words, dates)),
      link: sheet.isPage ? .destination("event-" + event.id) : nil,
      mark: TimeMark(of: event, in: placement.column),
      first: span.first, last: span.last,
      label: headline.isEmpty ? say.string(.figNoHeadline) : headline,
      suffix: suffix(placement, sheet), number: number,
      place: numbers[event.id], rank: rank,
      leads: Salience(of: event) <= .headOfGovernment)
    entry.shorter = Late(ShortHeadline.forms(headline))
    return entry
  }

  /// The headline with its date, and why it is not counted.
  private static func title(
    _ placement: Placement, headline: String, _ words: FigureWords, _ dates: FigureDates
  ) -> String {
    var title = headline
    if let date = placement.event.drawnDate {
      let isOngoing = placement.event.content.status == .ongoing
      title = words.series([title, dates.words(date, ongoing: isOngoing)])
    }
    return placement.column == .counted
      ? title : title + " (" + words.column(placement.column, 1) + ")"
  }

  private func suffix(_ placement: Placement, _ sheet: FigureSheet) -> String {
    if placement.column == .doubtful, let date = placement.event.content.date {
      let year = (date.earliest ?? date.latest).map { "\($0.year)" } ?? date.description
      return sheet.isPage ? "“\(year)”" : say.string(.figPrinted, ["year": year])
    }
    let outcomes = outcomes[placement.id]?.count ?? 0
    return outcomes == 0 ? "" : say.string(.figOutcomes, ["n": outcomes])
  }

  /// The greatest occasion, and the next one where the captions of both have room.
  private func pointedOut(_ placements: [Placement], _ sheet: FigureSheet) -> [Callout] {
    let all = callouts(placements)
    guard sheet.size.width >= 600, let first = all.first, all.count > 1 else {
      return Array(all.prefix(1))
    }
    let years = timelineYears(placements).count
    let yearWidth = (sheet.size.width - sheet.style.gutter) / Double(max(1, years))
    let apart = Double(abs(all[1].day - first.day)) / 365 * yearWidth
    return apart >= Self.captionRoom ? Array(all.prefix(2)) : [first]
  }

  private static let captionRoom = 150.0

  private func callouts(_ placements: [Placement]) -> [Callout] {
    let byEvent = Dictionary(grouping: placements, by: \.id)
    return tally.occasions.compactMap { occasion in
      guard occasion.outcomes.count >= 3 else { return nil }
      let ids = Set([occasion.id] + occasion.outcomes.map(\.id))
      let drawn = ids.flatMap { byEvent[$0] ?? [] }
      guard drawn.count >= 4,
        let own = drawn.first(where: { $0.id == occasion.id }), let span = span(own),
        let date = occasion.event.drawnDate, date.precision <= .month,
        !date.isOpenStart, !date.isOpenEnd
      else { return nil }
      let text = say.string(
        .figCallout,
        [
          "date": dates.words(date), "occasion": words.occasion(occasion.event),
          "n": drawn.count,
        ])
      let middle = Day(number: (span.first.number + span.last.number) / 2)
      return Callout(day: middle, text: text)
    }
  }

  private var legend: [TimeMark: String] {
    Dictionary(
      uniqueKeysWithValues: TimeMark.allCases.map { ($0, say.word(.mark, "\($0)") ?? "") })
  }

  private func timelineCaption(
    _ placements: [Placement], _ empty: [Domain], _ sheet: FigureSheet
  ) -> Caption {
    var titles = [leadingDomain]
    if n > 1, let quiet = quietClause {
      titles.insert(words.clauses(leadingDomain, quiet), at: 0)
    }
    if n > 1, let best = tally.occasions.first.map({ ($0, countedOf($0)) }), best.1 >= 3 {
      let kind = words.occasion(best.0.event)
      func title(_ what: String) -> String { words.clauses(leadingDomain, what) }
      if tally.countedYears?.count == 1 || sheet.isPage {
        titles.insert(
          title(say.string(.figBelongToOne, ["n": best.1, "all": n, "occasion": kind])), at: 0)
      }
      if sheet.isPage, let day = best.0.event.drawnDate?.earliest {
        let month = dates.month(day.year, day.month)
        titles.insert(
          title(
            say.string(
              .figBelongToOneIn, ["n": best.1, "all": n, "occasion": kind, "month": month])), at: 0)
      }
    }
    if n == 0 { titles = [say.string(.figNothingCounted)] }
    let drawn = Set(placements.map(\.id))
    var parts = [measure(.timeline)]
    let axis = timelineYears(placements)
    if let years = tally.years {
      parts.append(FigureWords.years(axis.count == 1 ? axis : years))
    }
    var counts: [String] = [say.string(.figCounted, ["n": n])]
    for column in Column.allCases where column != .counted {
      let count = placements.filter { $0.column == column }.count
      if count > 0 { counts.append(words.count(count, column)) }
    }
    var subtitle =
      n == 1 && counts.count == 1
      ? "\(parts[0]) \(words.of(1))" : words.series(parts + counts)
    let rest = Column.allCases.map { column in
      (column, tally.placements(in: column).filter { !drawn.contains($0.id) }.count)
    }
    if let left = notDrawn(rest) { subtitle = words.clauses(subtitle, left) }
    if !sheet.isPage, n > 1, subtitle.count < 108, !empty.isEmpty {
      subtitle = words.clauses(
        subtitle, say.string(.figWithoutAny, ["list": list(of: empty)]))
    }
    if sheet.isPage {
      subtitle = say.string(
        hasChronology ? .figSmallNumbers : .figFullNumbers, ["words": subtitle])
    }
    return Caption(titles: titles, subtitle: subtitle, source: source)
  }

  private func countedOf(_ occasion: Occasion) -> Int {
    let ids = Set([occasion.id] + occasion.outcomes.map(\.id))
    return tally.placements(in: .counted).filter { ids.contains($0.id) }.count
  }
}
