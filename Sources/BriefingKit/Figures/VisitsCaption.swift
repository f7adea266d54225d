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
    let say = maker.say
    var words = say.string(.figVisitCount, ["n": own.count])
    let top = own.filter(\.isTop).count
    if rows.sheet.isNarrow {
      if top > 0, top < own.count {
        words = say.string(.figByLeaders, ["visits": words, "n": top])
      }
    } else if top == own.count, own.count > 0 {
      words = say.string(
        own.count == 1 ? .figOneByHead : .figAllByHeads, ["visits": words])
    } else if top > 0 {
      words = say.string(.figByHeads, ["visits": words, "n": top])
    }
    return maker.visits(
      words, with: rows.visits.filter { $0.way == way }, namesDoubtful: !rows.sheet.isNarrow)
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
      key.append(LegendItem(.ringed(symbol, .secondary), maker.say.string(.figHeadOfState)))
    }
    if rows.visits.contains(where: { $0.placement.column == .planned }) {
      key.append(LegendItem(.dashed(.circle, .secondary), maker.words.column(.planned)))
    }
    if rows.visits.contains(where: { $0.placement.column == .doubtful }) {
      key.append(LegendItem(.mark(.doubtful), maker.say.string(.figDateDoubtful)))
    }
    return key
  }

  func caption(isCrowded: Bool) -> Caption {
    guard let sides = maker.sides else { return maker.emptyCaption(.visits) }
    let (a, b) = (maker.sideName(sides.first), maker.sideName(sides.second))
    let (there, back) = (made(.there).count, made(.back).count)
    let say = maker.say
    let head = say.string(
      .figVisitsTo,
      ["n": there, "b": b, "back": back == 0 ? say.string(.figNone) : "\(back)", "a": a])
    let left = maker.tally.visits(sides.first, sides.second).count - rows.visits.count
    var titles = [head]
    if let gap = longestGap, gap.months >= 12 {
      titles.insert(
        say.string(
          left > 0 ? .figNoneDatedFrom : .figNoneFrom,
          ["head": head, "gap": gap.words(maker.dates)]), at: 0)
    }
    let order = say.string(isCrowded ? .figOrderCrowded : .figOrderRank)
    let joint = maker.tally.jointVisits(sides.first, sides.second).count
    var note: [String] = []
    if left > 0 { note.append(say.string(.figVisitsWithoutYear, ["n": left])) }
    if joint > 0 { note.append(say.string(.figVisitsJoint, ["n": joint])) }
    return Caption(
      titles: titles,
      subtitle: say.string(
        .figVisits,
        [
          "years": FigureWords.years(rows.years), "of": maker.words.of(there + back),
          "order": order,
        ]),
      note: note.isEmpty ? nil : note.joined(separator: " "),
      source: maker.source)
  }
}

extension FigureMaker {
  /// The words for the visits that were made, with those that are not counted: "7 visits; 1 more
  /// planned".
  func visits(_ made: String, with all: [Visit], namesDoubtful: Bool = true) -> String {
    func count(_ column: Column) -> Int { all.count { $0.placement.column == column } }
    var words = made
    if count(.planned) > 0 {
      words = say.string(
        count(.counted) == 0 ? .figAlsoPlanned : .figMorePlanned,
        ["visits": words, "n": count(.planned)])
    }
    if count(.doubtful) > 0, namesDoubtful {
      words = say.string(.figAlsoDoubtful, ["visits": words, "n": count(.doubtful)])
    }
    return words
  }
}
