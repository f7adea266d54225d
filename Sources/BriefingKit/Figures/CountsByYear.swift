import Analytics
import Charts
import Chronicle
import Chronology
import Drawing

extension FigureMaker {
  var years: ClosedRange<Int> { tally.years ?? 2000...2000 }

  /// The domains that have something in the tables of years, and those that have nothing.
  var domainsByUse: (used: [Domain], empty: [Domain]) {
    let used = Set(tally.placements.filter(isInYears).map(\.domain))
    return (
      tally.domains.filter(used.contains), tally.domains.filter { !used.contains($0) }
    )
  }

  func isInYears(_ placement: Placement) -> Bool {
    [.counted, .planned, .doubtful].contains(placement.column) && placement.year != nil
  }

  /// Rows of blocks, all domains and each by itself, on one scale.
  func countsByYear(_ sheet: FigureSheet) -> Plot {
    let blocks = YearBlocks(maker: self, sheet: sheet)
    let used = domainsByUse.used
    let facets: [Domain?] = [nil] + used
    let step = sheet.isPage ? 5.6 : blockHeight(facets, blocks)
    // On a short page the rows move together before they get lower than their names.
    let pageAir = sheet.size.height < 300 ? sheet.isLow ? 7.0 : 8.5 : 11
    let air =
      sheet.isPage
      ? pageAir...pageAir : sheet.isLow ? 4.0...34.0 : 14.0...34.0
    let side = sheet.isWide ? ([.counted] + otherColumns) : []
    let key = blocks.key
    let beside = keyBeside(key, facets, step, sheet)
    let least =
      sheet.isWide
      ? Double(beside.isEmpty ? 0 : beside.count + 1) * 16 + 50 : sheet.isPage ? 3 * step : 0
    // Rows of a page stand evenly, with room for three blocks each, where it has that much.
    let even = sheet.size.height < 300 ? 1.6 : 3
    let head = sheet.isPage ? 4.0 : sheet.isWide ? 0 : sheet.isLow ? 10 : 18
    var rows = facets.enumerated().map { index, domain in
      Track(
        YearBlocks.row(domain), .count,
        .step(step, least: domain == nil ? least : sheet.isPage ? even * step : leastBlock),
        gap: index == 0 ? head...head : air)
    }
    rows.append(Track("axis", .plain, .fixed(sheet.isPage ? 12 : 20)))
    let bins = sheet.bins(years)
    let bands = Double(bins.count) * (sheet.isPage ? bins.width > 1 ? 60 : 34 : 64)
    var columns = [
      Track("names", .plain, .words(sheet.style.gutter)),
      Track("years", .years(years, limit: sheet.yearLimit), .rest(most: bands), gap: 0...0),
    ]
    for (index, column) in side.enumerated() {
      columns.append(
        Track(column.rawValue, .plain, .words(40), gap: index == 0 ? 30...30 : 12...12))
    }
    var marks = blocks.ground(to: used.last) + facets.flatMap { blocks.marks($0) } + blocks.axis
    if sheet.isWide {
      let words = say.string(sheet.hasBars ? .figHeightHead : .figBlockHead)
      marks += sideTable(facets, side, beside, words)
      marks += quotationMarks(
        tally.placements.filter(isInYears), sheet, .init("names", to: "years"), below: "axis")
    }
    var plot = Plot(
      caption: countsByYearCaption(
        domainsByUse.empty, sheet, isScaleSaid: !beside.isEmpty), columns: columns, rows: rows,
      marks: marks, legend: beside.isEmpty && !sheet.isPage ? key : [])
    if sheet.isPage { plot.mostHeight = 340 }
    return plot
  }

  /// The key where it stands beside the first row; none where that would need more height than the
  /// row has of its own: what stays empty there, the blocks of all rows would lack.
  private func keyBeside(
    _ key: [LegendItem], _ facets: [Domain?], _ step: Double, _ sheet: FigureSheet
  ) -> [LegendItem] {
    guard sheet.isWide else { return [] }
    let blocks = YearBlocks(maker: self, sheet: sheet)
    let peaks = facets.map { blocks.heights(blocks.placements($0), blocks.bins).max() ?? 0 }
    let room = sheet.size.height - 190 - 14 * Double(facets.count)
    let fitting = min(step, room / Double(max(1, peaks.reduce(0, +))))
    return fitting * Double(peaks[0]) >= 0.8 * Double(key.count + 1) * 16 ? key : []
  }

  /// The height of a block among many on a slide.
  private var leastBlock: Double { 11.8 }

  /// The height of a block on a slide: few of them are higher, so that the slide is not empty.
  private func blockHeight(_ facets: [Domain?], _ blocks: YearBlocks) -> Double {
    let most = facets.reduce(0) { sum, facet in
      sum + (blocks.heights(blocks.placements(facet), blocks.bins).max() ?? 0)
    }
    return min(28, max(leastBlock, 200 / Double(max(1, most))))
  }

  /// The key, and the columns of numbers beside the rows.
  private func sideTable(
    _ facets: [Domain?], _ columns: [Column], _ key: [LegendItem], _ scaleWords: String
  ) -> [Mark] {
    guard let first = columns.first, let last = columns.last else { return [] }
    let span = Mark.Span(first.rawValue, to: last.rawValue)
    let title = LegendItem(.none, scaleWords, role: .strongNote)
    let total = YearBlocks.row(nil)
    var marks = [
      Mark(.key(key.isEmpty ? [] : [title] + key, pitch: 16), span, .init(total)),
      Mark(
        .rule(width: 1, edge: .end), span, .init(total),
        [Datum(ink: .rule)]),
      Mark(
        .text(TextPlace(.end)), span, "axis",
        [Datum(words: Words(sum(otherColumns), .note, .secondary))]),
    ]
    for column in columns {
      let isFirst = column == .counted
      marks.append(
        Mark(
          .text(TextPlace(.end, .bottom, dy: -32)), .init(column.rawValue),
          .init(total),
          [
            Datum(
              words: Words(
                words.column(column), isFirst ? .strongNote : .note,
                isFirst ? .ink : .secondary))
          ]))
      for domain in facets {
        let count = domain.map { tally.count(column, $0) } ?? tally.count(column)
        let isStrong = (isFirst || domain == nil) && count > 0
        marks.append(
          Mark(
            .text(TextPlace(.end, .bottom, dy: domain == nil ? -14 : -8)), .init(column.rawValue),
            .init(YearBlocks.row(domain)),
            [
              Datum(
                words: Words(
                  count == 0 ? "·" : "\(count)", isStrong ? .value : .axis,
                  isStrong ? .ink : .secondary))
            ]))
      }
    }
    return marks
  }

  private func countsByYearCaption(
    _ empty: [Domain], _ sheet: FigureSheet, isScaleSaid: Bool
  ) -> Caption {
    let bins = sheet.bins(years)
    let measured = words.series([
      measure(.countsByYear), words.years(years, step: bins.width),
    ])
    var subtitle = say.string(.figOneScale, ["words": measured, "of": words.of(n)])
    var note: [String] = []
    if sheet.isPage { note = YearBlocks(maker: self, sheet: sheet).note }
    if !isScaleSaid {
      subtitle = words.clauses(subtitle, YearBlocks(maker: self, sheet: sheet).scaleWords)
    }
    if sheet.isNarrow, !otherColumns.isEmpty {
      note.append(say.string(.sentence, ["words": sum(otherColumns, isNamed: true)]))
    }
    if let none = emptyDomains(empty) { note.append(say.string(.sentence, ["words": none])) }
    return Caption(
      titles: countsByYearTitles(sheet), subtitle: subtitle,
      note: note.isEmpty ? nil : note.joined(separator: " "), source: source)
  }

  func countsByYearTitles(_ sheet: FigureSheet) -> [String] {
    if n == 1 { return [leadingDomain] }
    let bins = sheet.bins(years)
    let counts = (0..<bins.count).map { tally.counted(in: bins.years($0)) }
    let most = counts.max() ?? 0
    let peaks = counts.indices.filter { counts[$0] == most }.map(bins.name)
    if peaks.count > 3 {
      let step =
        bins.width == 1 ? say.string(.figYear) : say.string(.figStepOf, ["n": bins.width])
      return [say.string(.figNoStepMore, ["step": step, "most": most, "n": n])]
    }
    if peaks.count > 1 {
      return [say.string(.figPeaksHave, ["list": words.list(peaks), "most": most, "n": n])]
    }
    let part = most == n ? words.all(n) : say.string(.figPart, ["k": most, "n": n])
    let head = say.string(.figFallIn, ["part": part, "k": most, "list": words.list(peaks)])
    guard bins.width == 1, let best = peakOccasion else { return [head] }
    let kind = words.occasion(best.occasion.event)
    return [
      say.string(
        .figFromOne, ["head": head, "n": best.placements.count, "occasion": kind]),
      head,
    ]
  }
}
