import Analytics
import Charts
import Chronicle
import Chronology
import Drawing

/// The figure of visits where there are many: one block a visit, in columns of years that rise from
/// the axis in one direction and hang from it in the other.
struct VisitColumns {
  let rows: VisitRows

  private var sheet: FigureSheet { rows.sheet }
  private var unit: Double { rows.unit }
  private var say: Language { rows.maker.say }

  var plot: Plot {
    let there = rows.rows(.there)
    let back = rows.rows(.back)
    let air = (14 * unit)...(26 * unit)
    func track(_ row: VisitRow, _ isFirst: Bool) -> Track {
      Track(
        row.name, .count, .step(block), gap: isFirst && row.way == .back ? 0...0 : air,
        isReversed: row.way == .back)
    }
    let caption = VisitsCaption(rows: rows)
    return Plot(
      caption: caption.caption(isCrowded: true),
      columns: [
        Track("names", .plain, .words(sheet.style.gutter)),
        Track(
          "time", .years(rows.years, limit: sheet.yearLimit), .rest(),
          gap: (12 * unit)...(12 * unit)),
      ],
      rows: [Track("head", .plain, .fixed(rows.headHeight(.there)))]
        + there.map { track($0, false) }
        + [Track("axis", .plain, .fixed(sheet.isPage ? 13 : 28))]
        + back.enumerated().map { track($0.element, $0.offset == 0) }
        + [Track("foot", .plain, .fixed(rows.headHeight(.back)), gap: air)],
      marks: rows.head(.there) + rows.head(.back) + (there + back).flatMap(marks)
        + rows.axisRules + [
          Mark(.namesX(partial: partial), "time", "axis")
        ], legend: key)
  }

  private var bins: YearBins { sheet.bins(rows.years) }

  /// Height of a block: few of them are higher, so that the figure is not empty.
  private var block: Double {
    let most = (rows.rows(.there) + rows.rows(.back)).reduce(0) { sum, row in
      sum + (counts(rows.visits(in: row)).max() ?? 0)
    }
    return min(20, max(9, 240 / Double(max(1, most)))) * unit
  }

  private func counts(_ visits: [Visit]) -> [Int] {
    var counts = [Int](repeating: 0, count: bins.count)
    for visit in visits { counts[bins.index(visit.day?.year ?? rows.years.lowerBound)] += 1 }
    return counts
  }

  private var partial: Int? {
    rows.maker.partialYear.flatMap { rows.years.contains($0) ? bins.index($0) : nil }
  }

  private func marks(_ row: VisitRow) -> [Mark] {
    let at = Mark.Span(row.name)
    let own = rows.visits(in: row)
    let isUp = row.way == .there
    let name = TextPlace(
      .start, isUp ? .bottom : .top, dy: (isUp ? -0.64 : 0.64) * sheet.style.name.size)
    return [
      rows.name(row, at: name),
      Mark(.blocks(along: .y, .share(0.74), gap: 1.2 * unit), "time", at, own) {
        datum($0, row)
      },
      Mark(
        .rule(width: 1.2 * unit, edge: isUp ? .end : .start), "time", at, [Datum(ink: .ink)]),
      peak(row, own),
    ]
  }

  private func datum(_ visit: Visit, _ row: VisitRow) -> Datum {
    var datum = rows.datum(visit, named: true)
    let year = visit.day?.year ?? 0
    datum.x = .count(year)
    datum.symbol = nil
    datum.firmness =
      switch visit.placement.column {
      case .planned: .hatched
      case .doubtful: .hollow
      default: .full
      }
    let kind = rows.maker.words.series([
      say.string(row.words).lowercased(), bins.name(bins.index(year)),
    ])
    datum.kind = "\(kind)"
    return datum
  }

  /// The number in the fullest column, at its end.
  private func peak(_ row: VisitRow, _ own: [Visit]) -> Mark {
    let counts = counts(own)
    let most = counts.max() ?? 0
    let dy = (row.way == .there ? -1.0 : 1) * (2.5 * unit + 0.4 * sheet.style.numeral.size)
    return Mark(
      .text(TextPlace(.middle, dy: dy, overflow: .yield)), "time", .init(row.name),
      counts.indices.filter { counts[$0] == most && most > 1 }
    ) { bin in
      Datum(
        x: .count(bins.first(bin)), y: .count(most), words: Words("\(most)", .numeral))
    }
  }

  private var key: [LegendItem] {
    let kinds: [(Firmness, Column, String)] = [
      (.full, .counted, say.string(.figMade)),
      (.hollow, .doubtful, say.string(.figDateDoubtful)),
      (.hatched, .planned, rows.maker.words.column(.planned)),
    ]
    return kinds.filter { kind in rows.visits.contains { $0.placement.column == kind.1 } }
      .map { LegendItem(.block($0.0, .neutral), $0.2) }
      + [
        LegendItem(.none, say.string(sheet.hasBars ? .figVisitLength : .figVisitBlock))
      ]
  }
}
