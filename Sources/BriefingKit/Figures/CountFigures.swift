import Analytics
import Charts
import Chronicle
import Chronology
import Drawing

extension FigureMaker {
  private var years: ClosedRange<Int> { tally.years ?? 2000...2000 }

  /// The domains that have something in the tables of years, and those that have nothing.
  private var domainsByUse: (used: [Domain], empty: [Domain]) {
    let used = Set(tally.placements.filter(isInYears).map(\.domain))
    return (
      tally.domains.filter(used.contains), tally.domains.filter { !used.contains($0) }
    )
  }

  private func isInYears(_ placement: Placement) -> Bool {
    [.counted, .planned, .doubtful].contains(placement.column) && placement.year != nil
  }

  func countsByYear(_ sheet: FigureSheet) -> BlockSpec {
    let bins = YearBins(years)
    let strong = Set(peakOccasion?.placements.map(\.id) ?? [])
    func row(_ domain: Domain?) -> BlockRow {
      let own = tally.placements.filter { domain == nil || $0.domain == domain }
      let blocks = own.filter(isInYears).compactMap { placement -> Block? in
        guard let year = placement.year, years.contains(year) else { return nil }
        let event = placement.event
        let date = event.drawnDate.map { ", " + FigureDates.words($0) } ?? ""
        return Block(
          id: "e-" + event.id, title: FigureWords.line(event.content.headline) + date,
          bin: bins.index(year), kind: kind(placement, domain == nil ? strong : []))
      }
      return BlockRow(
        name: domain.map(FigureWords.name) ?? "All domains",
        series: domain.map { Domain.allCases.firstIndex(of: $0) ?? 0 }, blocks: blocks,
        cells: ([.counted] + otherColumns).map { tally.count($0, domain) })
    }
    let domains = domainsByUse
    return BlockSpec(
      caption: countsByYearCaption(domains.empty, bins, sheet),
      rows: [row(nil)] + domains.used.map { row($0) }, bins: bins,
      partial: partialYear.map(bins.index),
      partialWords: ledger.asOf.map { "covered to \(FigureDates.words($0)) only" } ?? "",
      columns: sheet.isPage ? [] : ([.counted] + otherColumns).map { FigureWords.column($0) },
      sum: sum(otherColumns), keyTitle: "One block is one event", key: key,
      bracket: sheet.isPage ? nil : bracketWords)
  }

  private func kind(_ placement: Placement, _ strong: Set<String>) -> BlockKind {
    switch placement.column {
    case .planned: .hatched
    case .doubtful: .hollow
    default: strong.contains(placement.id) ? .strong : placement.isFirm ? .full : .light
    }
  }

  private var key: [BlockKind: String] {
    let drawn = tally.placements.filter(isInYears)
    var key: [BlockKind: String] = [.full: "dated"]
    if drawn.contains(where: { $0.column == .counted && !$0.isFirm }) {
      key[.light] = "date approximate or open"
    }
    if drawn.contains(where: { $0.column == .doubtful }) {
      key[.hollow] = "doubtful, outside the counts"
    }
    if drawn.contains(where: { $0.column == .planned }) {
      key[.hatched] = "planned, outside the counts"
    }
    return key
  }

  private var bracketWords: String? {
    guard let peak = peakOccasion else { return nil }
    let event = peak.occasion.event
    let date = event.drawnDate.map { ", " + FigureDates.words($0) } ?? ""
    return "\(peak.placements.count) from one \(FigureWords.occasion(event)): "
      + FigureWords.line(event.content.headline) + date
  }

  private func countsByYearCaption(
    _ empty: [Domain], _ bins: YearBins, _ sheet: FigureSheet
  ) -> Caption {
    let scale = bins.width == 1 ? "" : ", in steps of \(bins.width) years"
    var subtitle = measure(.countsByYear) + ", " + FigureWords.years(years) + scale
    subtitle += "; all rows share one scale (n = \(n))"
    var note: [String] = []
    if sheet.isPage {
      subtitle += ". One block is one event."
      if key[.light] != nil { note.append("Light block: the year is approximate or the earliest.") }
      if key[.hollow] != nil { note.append("Hollow: doubtful date, drawn at the proposed year.") }
      if key[.hatched] != nil { note.append("Hatched: planned.") }
      let outside = [key[.hollow].map { _ in "hollow" }, key[.hatched].map { _ in "hatched" }]
        .compactMap { $0 }
      if !outside.isEmpty {
        note.append(FigureWords.capitalized(FigureWords.list(outside)) + " blocks are not counted.")
      }
      if let words = bracketWords { note.append("Black: " + words + ".") }
      if let partial = partialYear, let day = ledger.asOf {
        note.append("* \(partial) is covered to \(FigureDates.words(day)) only.")
      }
    }
    if let none = emptyDomains(empty) { note.append(none + ".") }
    return Caption(
      titles: countsByYearTitles, subtitle: subtitle,
      note: note.isEmpty ? nil : note.joined(separator: " "), source: source)
  }

  private var countsByYearTitles: [String] {
    let peak = tally.peak
    if n == 1 { return [leadingDomain] }
    let dated = "dated events"
    if peak.years.count > 3 {
      return ["No year has more than \(peak.count) of the \(n) \(dated)"]
    }
    if peak.years.count > 1 {
      let list = FigureWords.list(peak.years.map { "\($0)" })
      return ["\(list) have \(peak.count) each of the \(n) \(dated)"]
    }
    let verb = peak.count == 1 ? "falls" : "fall"
    let part = peak.count == n ? "All \(n)" : "\(peak.count) of \(n)"
    let head = "\(part) \(dated) \(verb) in \(peak.years[0])"
    guard let best = peakOccasion else { return [head] }
    let kind = FigureWords.occasion(best.occasion.event)
    return [head + ", \(best.placements.count) of them from one \(kind)", head]
  }

  func countsByDomain(_ sheet: FigureSheet) -> BarSpec {
    let columns = otherColumns
    let rows = tally.domains.map { domain in
      let count = tally.count(.counted, domain)
      let share = n >= 20 && count > 0 ? "\((count * 200 + n) / (2 * n))%" : ""
      return BarRow(
        id: "d-" + domain.rawValue, name: FigureWords.name(domain),
        series: Domain.allCases.firstIndex(of: domain) ?? 0, value: count, share: share,
        previous: previous.map { $0.counted[domain] ?? 0 },
        cells: columns.map { tally.count($0, domain) } + [tally.total(of: domain)])
    }
    let empty = tally.domains.filter { tally.count(.counted, $0) == 0 }
    var titles = [leadingDomain]
    if let previous {
      let before = previous.counted.values.reduce(0, +)
      titles.insert(leadingDomain + "; \(previous.name) counted \(before)", at: 0)
    } else if n > 1, !empty.isEmpty, empty.count < 5 {
      let none = FigureWords.list(empty.map(\.rawValue)) + (empty.count == 1 ? " has" : " have")
      titles.insert(leadingDomain + "; " + none + " none", at: 0)
    }
    var note = "Counted: occurred or ongoing, with a known year. "
    if columns.contains(.aggregate) { note += "Totals: statements over many events. " }
    note += sum(columns) + "."
    if let previous { note = "Line across a bar: \(previous.name). " + note }
    let period = tally.countedYears.map { ", " + FigureWords.years($0) } ?? ""
    return BarSpec(
      caption: Caption(
        titles: titles,
        subtitle: measure(.countsByDomain) + period
          + ", and what is kept out of the count (n = \(n))",
        note: note, source: source),
      rows: rows, valueHead: "counted",
      columns: columns.map { FigureWords.column($0) } + ["ledger"], totalName: "All domains",
      total: n, totalCells: columns.map { tally.count($0) } + [tally.total])
  }

  func yearByDomain(_ sheet: FigureSheet) -> HeatSpec {
    let bins = YearBins(years)
    let rows = tally.domains.map { domain in
      HeatRow(
        id: "d-" + domain.rawValue, name: FigureWords.name(domain),
        series: Domain.allCases.firstIndex(of: domain) ?? 0,
        counts: (0..<bins.count).map { tally.counted(in: bins.years($0), domain) },
        words: emptyRowWords(domain))
    }
    let scale = bins.width == 1 ? "" : ", in steps of \(bins.width) years"
    var key = sheet.isPage ? "dot: none." : "blank: none."
    if let partial = partialYear, let day = ledger.asOf {
      key += " * \(partial) is covered to \(FigureDates.words(day)) only."
    }
    let rest = otherColumns.map { "\(tally.count($0)) " + FigureWords.column($0, tally.count($0)) }
    if !rest.isEmpty { key += " Not shown: " + rest.joined(separator: ", ") + "." }
    return HeatSpec(
      caption: Caption(
        titles: yearByDomainTitles,
        subtitle: measure(.yearByDomain) + ", " + FigureWords.years(years) + scale
          + "; the numeral is the count, margins are totals (n = \(n))", source: source),
      rows: rows, bins: bins, totalName: "All domains", partial: partialYear.map(bins.index),
      keyName: "events", keyWords: key)
  }

  private func emptyRowWords(_ domain: Domain) -> String {
    let others = otherColumns.filter { tally.count($0, domain) > 0 }
    let words = others.map {
      "\(tally.count($0, domain)) " + FigureWords.column($0, tally.count($0, domain))
    }
    return "no dated events" + (words.isEmpty ? "" : " (" + words.joined(separator: ", ") + ")")
  }

  private var yearByDomainTitles: [String] {
    if n == 1 || years.count < 3 { return [leadingDomain] }
    let ordered = tally.domains.enumerated().sorted {
      let a = tally.years(of: $0.element)
      let b = tally.years(of: $1.element)
      return a != b ? a > b : $0.offset < $1.offset
    }.map(\.element)
    let most = tally.years(of: ordered[0])
    let next = tally.years(of: ordered[1])
    let name = FigureWords.name(ordered[0])
    let head =
      "\(name) events fall in \(most) of " + FigureWords.count(years.count, "year", "years")
    if next == 0 { return [head + "; no other domain has any", head] }
    if next == most { return [head + ", those of no other domain in more", head] }
    return [head + ", those of any other domain in at most \(next)", head]
  }
}
