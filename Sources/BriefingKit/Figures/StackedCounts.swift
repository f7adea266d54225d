import Analytics
import Charts
import Chronicle
import Chronology
import Drawing

extension FigureMaker {
  /// The four largest domains by themselves, the others together.
  private var stacked: (named: [Domain], rest: [Domain]) {
    let counted = tally.domains.filter { tally.count(.counted, $0) > 0 }
    // One domain alone is not hidden under another name.
    let named = counted.count <= 5 ? counted : Array(counted.prefix(4))
    return (named, Array(counted.dropFirst(named.count)))
  }

  /// One column of blocks a year, each block with the shape of its domain.
  func stackedByYear(_ sheet: FigureSheet) -> Plot {
    let blocks = YearBlocks(maker: self, sheet: sheet)
    let (named, rest) = stacked
    let order = named + rest
    let own = blocks.placements(nil)
    let unit = sheet.style.unit
    let step = sheet.isPage ? 9.0 : 36
    let bands = Double(sheet.bins(years).count) * (sheet.isPage ? 50 : 96)
    let key = stackedKey(named, rest, sheet)
    let leading = 20 * max(0.6, unit)
    let lines = sheet.style.lines(
      of: key, in: sheet.size.width - 2 * sheet.style.margin, measurer)
    let air = sheet.isPage ? 15.0...15.0 : 26.0...60.0
    let most = blocks.heights(own, sheet.bins(years)).max() ?? 0
    let numbers = measurer.width(of: "\(most)", sheet.style.axis) * sheet.style.slack
    let stack = Mark(.blocks(along: .y, .share(0.77), gap: 2 * unit), "years", "all", own) {
      stackedDatum($0, blocks, named, order)
    }
    let scale: [Mark] = [
      Mark(.keyLine(key, leading: leading), .init("scale", to: "years"), "key"),
      Mark(.gridY(.blocks(apart: 30 * unit), width: unit), "years", "all", [Datum(ink: .major)]),
      Mark(
        .namesY(.blocks(apart: 30 * unit), TextPlace(.end)), "scale", "all"),
    ]
    let base = Mark(.rule(width: 1.2 * unit, edge: .end), "years", "all", [Datum(ink: .ink)])
    var marks = blocks.ground(to: nil) + scale + [stack, base]
    marks += blocks.peakAndLast(own) + blocks.quiet + blocks.axis
    marks += blocks.bracket(own, role: sheet.isPage ? .subtitle : .count)
    marks += quotationMarks(own, sheet, .init("scale", to: "years"), below: "axis")
    var plot = Plot(
      caption: stackedCaption(named, rest, sheet),
      columns: [
        Track("scale", .plain, .fixed(most < 5 ? 0 : max(sheet.isPage ? 14 : 22, numbers))),
        Track(
          "years", .years(years, limit: sheet.yearLimit), .rest(most: bands),
          gap: (6 * unit)...(6 * unit)),
      ],
      rows: [
        Track("key", .plain, .fixed(leading * Double(lines)), gap: -15 * unit ... -15 * unit),
        Track("all", .count, .step(step), gap: air),
        Track("axis", .plain, .fixed(sheet.isPage ? 12 : 20)),
      ], marks: marks)
    if sheet.isPage { plot.mostHeight = 300 }
    return plot
  }

  private func stackedDatum(
    _ placement: Placement, _ blocks: YearBlocks, _ named: [Domain], _ order: [Domain]
  ) -> Datum {
    let isNamed = named.contains(placement.domain)
    let series = Domain.allCases.firstIndex(of: placement.domain) ?? 0
    var datum = blocks.datum(placement, ink: isNamed ? .series(series) : .side(2), strong: [])
    datum.symbol = isNamed ? theme.series[series].symbol : .bar
    datum.order = level(placement, order)
    return datum
  }

  /// From the foot of a column: the events of the occasion that is pointed out, the others, what is
  /// not counted; within each by domain.
  private func level(_ placement: Placement, _ order: [Domain]) -> Int {
    let isOfPeak = peakOccasion?.placements.contains { $0.id == placement.id } ?? false
    let group = placement.column != .counted ? 2 : isOfPeak ? 0 : 1
    return group * 100 + (order.firstIndex(of: placement.domain) ?? order.count)
  }

  private func stackedKey(
    _ named: [Domain], _ rest: [Domain], _ sheet: FigureSheet
  ) -> [LegendItem] {
    var key = named.map { domain in
      let series = Domain.allCases.firstIndex(of: domain) ?? 0
      return LegendItem(
        .symbol(theme.series[series].symbol, .series(series)), words.name(domain),
        detail: "\(tally.count(.counted, domain))", role: .name)
    }
    if !rest.isEmpty {
      let sum = rest.reduce(0) { $0 + tally.count(.counted, $1) }
      let parts = words.counts(rest.map { ($0, tally.count(.counted, $0)) })
      key.append(
        LegendItem(
          .symbol(.bar, .side(2)), say.string(.figOther),
          detail: "\(sum)" + (sheet.isWide ? " (\(parts))" : ""), role: .name))
    }
    return key
  }

  private func stackedCaption(
    _ named: [Domain], _ rest: [Domain], _ sheet: FigureSheet
  ) -> Caption {
    let bins = sheet.bins(years)
    let what =
      rest.isEmpty
      ? say.string(.figEachDomain) : say.string(.figLargest, ["n": words.number(named.count)])
    var note: [String] = []
    if !sheet.isWide, !rest.isEmpty {
      let parts = words.counts(rest.map { ($0, tally.count(.counted, $0)) })
      note.append(say.string(.figOtherAre, ["list": parts]))
    }
    let drawn = tally.placements.filter(isInYears)
    if drawn.contains(where: { $0.column == .counted && !$0.isFirm }) {
      note.append(say.string(.figLightOpen))
    }
    if drawn.contains(where: { $0.column == .doubtful }) {
      note.append(say.string(.figHollowDoubtful))
    }
    if drawn.contains(where: { $0.column == .planned }) {
      note.append(say.string(.figHatchedPlanned))
    }
    if partialYear != nil, let day = ledger.asOf {
      note.append(say.string(.figCovered, ["date": dates.words(day)]))
    }
    let hidden = otherColumns.map { column in
      (column, tally.placements.filter { $0.column == column && !isInYears($0) }.count)
    }
    let left = hidden.filter { $0.1 > 0 }.map { words.count($0.1, $0.0) }
    if !left.isEmpty { note.append(say.string(.figNotShown, ["list": words.series(left)])) }
    return Caption(
      titles: countsByYearTitles(sheet),
      subtitle: say.string(
        .figStacked,
        [
          "measure": measure(.countsByYearStacked),
          "years": words.years(years, step: bins.width), "what": what,
          "scale": YearBlocks(maker: self, sheet: sheet).scaleWords, "of": words.of(n),
        ]),
      note: note.isEmpty ? nil : note.joined(separator: " "), source: source)
  }
}
