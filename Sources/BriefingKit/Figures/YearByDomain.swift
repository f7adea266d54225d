import Analytics
import Charts
import Chronicle
import Chronology
import Drawing

extension FigureMaker {
  /// Domains by years: a numeral in every cell that is not empty, totals at the margins.
  func yearByDomain(_ sheet: FigureSheet) -> Plot {
    let limit = yearLimit(sheet)
    let bins = YearBins(countedYears, limit: limit)
    // A cell of several years has their names above it.
    let isWide = bins.width > 1
    let cell = sheet.isPage ? isWide ? 60.0 : 26 : isWide ? 84 : 44
    let row = sheet.isPage ? 13.8 : 33
    var rows = [
      Track("domains", .band(tally.domains.map(\.rawValue)), .step(row)),
      Track("axis", .plain, .fixed(sheet.isPage ? 15 : 24)),
    ]
    if sheet.isPage {
      rows = [Track("axis", .plain, .fixed(11)), rows[0], Track("sums", .plain, .fixed(14.5))]
    } else {
      // A column is no higher than it is wide for each event; on a low slide the cells come first.
      let most = Double(max(1, totals(bins).max() ?? 1))
      let high = min(82, 12 * most, max(24, sheet.size.height - 380))
      rows.insert(Track("sums", .count, .fixed(high), gap: 12...12), at: 0)
      rows[1].gap = 8...8
    }
    return Plot(
      caption: yearByDomainCaption(bins, sheet),
      columns: [
        Track("names", .plain, .words(sheet.style.gutter)),
        Track("years", .years(countedYears, limit: limit), .rest(most: cell * Double(bins.count))),
        sheet.isPage
          ? Track("totals", .plain, .words(20), gap: 4...4)
          : Track("totals", .count, .fixed(44), gap: 10...10),
        Track("after", .plain, .fixed(sheet.isPage ? 0 : 26)),
      ], rows: rows,
      marks: (sheet.isPage ? [] : ground(bins)) + cells(bins, sheet)
        + (sheet.isPage ? marginNumbers(bins, sheet) : marginBars(bins, sheet)),
      legend: rampKey(bins, sheet))
  }

  /// The years of the table: those in which something is counted, up to the as-of day. A plan for later
  /// is none of them.
  private var countedYears: ClosedRange<Int> {
    guard let counted = tally.countedYears else { return years }
    guard let asOf = ledger.asOf?.year, years.contains(asOf) else { return counted }
    return min(counted.lowerBound, asOf)...max(counted.upperBound, asOf)
  }

  private func totals(_ bins: YearBins) -> [Int] {
    (0..<bins.count).map { tally.counted(in: bins.years($0)) }
  }

  /// The steps of the ramp for what the cells hold.
  func ramp(_ sheet: FigureSheet) -> Theme {
    sheet.theme.ramp(to: highest(YearBins(countedYears, limit: yearLimit(sheet))))
  }

  /// As many years side by side as leave each cell room for what it holds.
  private func yearLimit(_ sheet: FigureSheet) -> Int {
    let style = sheet.style
    let names = tally.domains.map { style.width(of: rowName($0, sheet), measurer) }.max() ?? 0
    let room =
      sheet.size.width - 2 * style.margin - max(style.gutter, names) - (sheet.isPage ? 24 : 80)
    var digits = 0
    while true {
      digits += 1
      let numeral = Words(String(repeating: "0", count: digits), .numeral)
      let limit = Int(room / (style.width(of: numeral, measurer) + (sheet.isPage ? 1.5 : 4)))
      let bins = YearBins(countedYears, limit: max(2, limit))
      // On a page the totals stand in cells too.
      let most = sheet.isPage ? totals(bins).max() ?? 0 : highest(bins)
      if String(most).count <= digits { return max(2, limit) }
    }
  }

  /// The most that a cell holds.
  private func highest(_ bins: YearBins) -> Int {
    let counts = tally.domains.flatMap { domain in
      (0..<bins.count).map { tally.counted(in: bins.years($0), domain) }
    }
    return counts.max() ?? 0
  }

  private struct HeatCell {
    var domain: Domain
    var bin: Int
    var count: Int
  }

  private func cells(_ bins: YearBins, _ sheet: FigureSheet) -> [Mark] {
    let inset = sheet.isPage ? 0.5 : 1.6
    let empty = tally.domains.filter { tally.count(.counted, $0) == 0 && !sheet.isPage }
    let all = tally.domains.filter { !empty.contains($0) }.flatMap { domain in
      (0..<bins.count).map {
        HeatCell(domain: domain, bin: $0, count: tally.counted(in: bins.years($0), domain))
      }
    }
    func datum(_ cell: HeatCell) -> Datum {
      let name = words.series([words.name(cell.domain), bins.name(cell.bin)])
      let title: LateText = "\(name): \(cell.count)"
      return Datum(
        id: cell.count > 0 ? "c-\(cell.domain.rawValue)-\(bins.mark(cell.bin))" : nil,
        title: cell.count > 0 ? title : nil, x: .count(bins.first(cell.bin)),
        y: .name(cell.domain.rawValue), ink: cell.count > 0 ? .ramp(cell.count) : .minor)
    }
    let blank = all.filter { $0.count == 0 }
    let full = all.filter { $0.count > 0 }
    return [
      Mark(.text(TextPlace()), "names", "domains", tally.domains) {
        Datum(y: .name($0.rawValue), words: rowName($0, sheet))
      },
      Mark(
        sheet.isPage ? .point(radius: 0.55) : .frame(inset: inset, width: 1), "years", "domains",
        blank
      ) {
        var dot = datum($0)
        if sheet.isPage { dot.ink = .rule }
        return dot
      },
      Mark(.cell(inset: inset), "years", "domains", full, channels: datum),
      Mark(.text(TextPlace(.middle)), "years", "domains", full) {
        var numeral = datum($0)
        (numeral.id, numeral.title) = (nil, nil)
        numeral.words = Words("\($0.count)", .numeral, .onRamp($0.count))
        return numeral
      },
      Mark(
        .text(TextPlace(dx: 3, overflow: .shorten)), .init("years", to: "after"), "domains", empty
      ) {
        Datum(y: .name($0.rawValue), words: Words(emptyRowWords($0), .count, .secondary))
      },
    ]
  }

  /// The ground of the years that are covered in part.
  private func ground(_ bins: YearBins) -> [Mark] {
    guard let partial = partialYear.map(bins.index) else { return [] }
    let year = bins.first(partial)
    return [
      Mark(.ground, "years", .init("sums", to: "axis"), [Datum(x: .count(year), ink: .band)])
    ]
  }

  /// Bars at the margins.
  private func marginBars(_ bins: YearBins, _ sheet: FigureSheet) -> [Mark] {
    let totals = totals(bins)
    let most = totals.max() ?? 0
    let partial = partialYear.map(bins.index)
    let counted = tally.domains.filter { tally.count(.counted, $0) > 0 }
    return [
      Mark(
        .text(TextPlace(.start, .bottom, dy: -8)), "names", "sums",
        [Datum(words: rowName(nil, sheet))]),
      Mark(
        .bar(along: .y, .share(0.8)), "years", "sums", totals.indices.filter { totals[$0] > 0 }
      ) { bin in
        Datum(
          x: .count(bins.first(bin)), y2: .count(totals[bin]), ink: .neutral)
      },
      Mark(
        .text(TextPlace(.middle, dy: -8, overflow: .yield)), "years", "sums",
        totals.indices.filter { totals[$0] > 0 }
      ) { bin in
        let isMost = totals[bin] == most
        return Datum(
          x: .count(bins.first(bin)), y: .count(totals[bin]),
          words: Words(
            "\(totals[bin])", isMost ? .strongNote : .note, isMost ? .ink : .secondary))
      },
      Mark(.rule(width: 1.2, edge: .end), "years", "sums"),
      Mark(.bar(along: .x, .fixed(16)), "totals", "domains", counted) {
        Datum(x2: .count(tally.count(.counted, $0)), y: .name($0.rawValue), ink: .neutral)
      },
      Mark(.text(TextPlace(dx: 4)), "totals", "domains", counted) {
        let count = tally.count(.counted, $0)
        return Datum(
          x: .count(count), y: .name($0.rawValue), words: Words("\(count)", .note))
      },
      Mark(.rule(width: 1), "years", "axis", [Datum(ink: .rule)]),
      Mark(.namesX(partial: partial), "years", "axis"),
    ]
  }

  /// Numbers at the margins.
  private func marginNumbers(_ bins: YearBins, _ sheet: FigureSheet) -> [Mark] {
    let totals = totals(bins)
    return [
      Mark(.namesX(partial: partialYear.map(bins.index)), "years", "axis"),
      Mark(
        .text(TextPlace(.end)), "totals", "axis", [Datum(words: Words("n", .axis, .secondary))]),
      Mark(.text(TextPlace(.end)), "totals", "domains", tally.domains) {
        Datum(
          y: .name($0.rawValue), words: Words("\(tally.count(.counted, $0))", .value))
      },
      Mark(.rule(width: 0.8), .init("years", to: "totals"), "sums"),
      Mark(.text(TextPlace()), "names", "sums", [Datum(words: rowName(nil, sheet))]),
      Mark(
        .text(TextPlace(.middle)), "years", "sums", totals.indices.filter { totals[$0] > 0 }
      ) {
        Datum(x: .count(bins.first($0)), words: Words("\(totals[$0])", .numeral))
      },
      Mark(
        .point(radius: 0.55), "years", "sums", totals.indices.filter { totals[$0] == 0 }
      ) { Datum(x: .count(bins.first($0)), ink: .rule) },
      Mark(.text(TextPlace(.end)), "totals", "sums", [Datum(words: Words("\(n)", .value))]),
    ]
  }

  private func rampKey(_ bins: YearBins, _ sheet: FigureSheet) -> [LegendItem] {
    let words = say.string(sheet.isPage ? .figDot : .figBlank)
    return [LegendItem(.none, say.string(.figEvents))]
      + sheet.theme.ramp.filter { $0.from <= highest(bins) }.map {
        LegendItem(.step($0.from), $0.name)
      }
      + [LegendItem(.none, words)]
  }

  private func yearByDomainCaption(_ bins: YearBins, _ sheet: FigureSheet) -> Caption {
    let measured = words.series([
      measure(.yearByDomain), words.years(countedYears, step: bins.width),
    ])
    var note: [String] = []
    if let partial = partialYear, let day = ledger.asOf {
      note.append(
        say.string(
          .figCoveredYear,
          ["year": bins.shortName(bins.index(partial)), "date": dates.words(day)]))
    }
    let rest = otherColumns.map { words.count(tally.count($0), $0) }
    if !rest.isEmpty { note.append(say.string(.figNotShown, ["list": words.series(rest)])) }
    return Caption(
      titles: yearByDomainTitles,
      subtitle: say.string(.figHeat, ["words": measured, "of": words.of(n)]),
      note: note.isEmpty ? nil : note.joined(separator: " "), source: source)
  }

  private func emptyRowWords(_ domain: Domain) -> String {
    let others = otherColumns.filter { tally.count($0, domain) > 0 }
    let list = words.series(others.map { words.count(tally.count($0, domain), $0) })
    let none = say.string(.figNoDated)
    return others.isEmpty ? none : none + say.string(.aside, ["words": list])
  }

  private var yearByDomainTitles: [String] {
    let past = countedYears.count
    if n == 1 || past < 3 { return [leadingDomain] }
    let ordered = tally.domains.enumerated().sorted {
      let a = tally.years(of: $0.element)
      let b = tally.years(of: $1.element)
      return a != b ? a > b : $0.offset < $1.offset
    }.map(\.element)
    let most = tally.years(of: ordered[0])
    let next = tally.years(of: ordered[1])
    // Where nearly every year has them, the years say more than the domains.
    if most * 5 > past * 4 { return fullYears }
    let head = say.string(
      .figDomainYears, ["name": words.name(ordered[0]), "most": most, "n": past])
    if next == 0 { return [say.string(.figNoOtherAny, ["head": head]), head] }
    if next == most { return [say.string(.figNoOtherMore, ["head": head]), head] }
    return [say.string(.figOthersAtMost, ["head": head, "n": next]), head]
  }

  /// "89 of 169 counted events fall in 2011–2025; the fullest year is 2010": the shortest run of years
  /// with half of them, of several the latest.
  private var fullYears: [String] {
    guard let run = tally.fullestYears(share: 0.5) else { return [leadingDomain] }
    let head = say.string(
      .figFullest, ["k": tally.counted(in: run), "n": n, "years": FigureWords.years(run)])
    let peak = tally.peak.years
    if peak.count > 3 { return [head] }
    let list = words.list(peak.map { "\($0)" })
    return [
      say.string(.figFullestYear, ["head": head, "n": peak.count, "list": list]), head,
    ]
  }
}
