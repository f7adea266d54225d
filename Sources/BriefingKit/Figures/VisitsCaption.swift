import Analytics
import Charts
import Chronicle
import Chronology

/// What is said of the visits.
struct VisitsCaption {
  let rows: VisitRows

  private var maker: FigureMaker { rows.maker }

  private func made(_ way: Way) -> [Visit] {
    rows.visits.filter { $0.way == way && rows.isFirm($0) }
  }

  /// "12 visits, 9 by heads of state or government; 1 more planned".
  func summary(_ way: Way) -> String {
    let own = made(way)
    var words = FigureWords.count(own.count, "visit", "visits")
    let top = own.filter(\.isTop).count
    if rows.sheet.isNarrow {
      if top > 0, top < own.count { words += ", \(top) by leaders" }
    } else if top == own.count, own.count > 0 {
      words +=
        own.count == 1
        ? " by a head of state or government" : ", all by heads of state or government"
    } else if top > 0 {
      words += ", \(top) by heads of state or government"
    }
    let planned = rows.visits.count { $0.way == way && $0.placement.column == .planned }
    if planned > 0 { words += "; \(planned) " + (own.isEmpty ? "" : "more ") + "planned" }
    let doubtful = rows.visits.count { $0.way == way && $0.placement.column == .doubtful }
    if doubtful > 0, !rows.sheet.isNarrow { words += "; \(doubtful) of doubtful date" }
    return words
  }

  /// The longest stretch in which none of the dated visits can have been.
  var longestGap: VisitGap? {
    VisitGap.longest(
      rows.visits.filter(rows.isFirm).compactMap { visit in
        guard let date = visit.event.drawnDate, let first = date.earliest ?? date.latest else {
          return nil
        }
        return first...max(first, date.latest ?? first)
      })
  }

  var key: [LegendItem] {
    var key: [LegendItem] = []
    if let head = rows.visits.first(where: { $0.rank == .headOfState }) {
      let symbol: Symbol = head.way == .there ? .circle : .square
      key.append(LegendItem(.ringed(symbol, .secondary), "head of state"))
    }
    if rows.visits.contains(where: { !rows.isFirm($0) }) {
      key.append(LegendItem(.dashed(.circle, .secondary), "planned or of doubtful date"))
    }
    return key
  }

  func caption(isCrowded: Bool) -> Caption {
    guard let sides = maker.sides else { return maker.emptyCaption(.visits) }
    let (a, b) = (maker.sideName(sides.first), maker.sideName(sides.second))
    let (there, back) = (made(.there).count, made(.back).count)
    let head =
      FigureWords.count(there, "visit", "visits") + " to \(b), "
      + (back == 0 ? "none" : "\(back)") + " to \(a)"
    let left = maker.tally.visits(sides.first, sides.second).count - rows.visits.count
    var titles = [head]
    if let gap = longestGap, gap.months >= 12 {
      titles.insert(head + "; none \(left > 0 ? "dated " : "")from \(gap.words)", at: 0)
    }
    let order =
      isCrowded
      ? "one scale, from the axis upwards and downwards"
      : "the higher the rank, the nearer to the axis"
    return Caption(
      titles: titles,
      subtitle: "Visits between the two countries by rank of the visitor and date, "
        + FigureWords.years(rows.years) + " \(FigureWords.of(there + back)); " + order,
      note: left == 0
        ? nil : FigureWords.count(left, "visit", "visits") + " without a year not drawn.",
      source: maker.source)
  }
}
