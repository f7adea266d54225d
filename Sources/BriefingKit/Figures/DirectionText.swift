import Analytics
import Chronicle
import Chronology

/// The figures of two sides in words and as data.
extension FigureMaker {
  private func direction(_ way: Way) -> String {
    guard let sides else { return "" }
    let (a, b) = (sideName(sides.first), sideName(sides.second))
    return switch way {
    case .there: say.string(.figDirection, ["a": a, "b": b])
    case .back: say.string(.figDirection, ["a": b, "b": a])
    case .together: say.string(.figTogether)
    }
  }

  private func date(_ event: Event) -> String {
    event.drawnDate.map { dates.words($0, ongoing: event.content.status == .ongoing) }
      ?? say.string(.undated)
  }

  var balanceText: [String] {
    Way.allCases.map { way in
      let own = acts.filter { $0.way == way }
      let parts = Domain.allCases.map { domain in
        (domain, own.count { $0.placement.domain == domain })
      }.filter { $0.1 > 0 }
      let list = parts.isEmpty ? "" : say.string(.aside, ["words": words.counts(parts)])
      return say.capitalised(direction(way)) + ": \(own.count)" + list
    }
  }

  var balanceRows: [[String]] {
    [["domain"] + Way.allCases.map(direction)]
      + Domain.allCases.map { domain in
        [domain.rawValue]
          + Way.allCases.map { way in
            "\(acts.count { $0.way == way && $0.placement.domain == domain })"
          }
      }
  }

  var visitsText: [String] {
    [Way.there, .back].flatMap { way -> [String] in
      let own = drawnVisits.filter { $0.way == way }
      let made = own.count { $0.placement.column == .counted }
      let count = visits(say.string(.figVisitCount, ["n": made]), with: own)
      return [say.capitalised(direction(way)) + ": " + count]
        + own.map { visit in
          let column = visit.placement.column
          let other = column == .counted ? "" : " (\(words.column(column, 1)))"
          return "- \(date(visit.event)): " + headline(visit.event) + other
        }
    }
  }

  var visitRows: [[String]] {
    [["date", "from", "to", "rank", "column", "id", "headline"]]
      + drawnVisits.map { visit in
        let way = sides.map { visit.way == .there ? ($0.first, $0.second) : ($0.second, $0.first) }
        return [
          visit.event.drawnDate?.description ?? "", way?.0 ?? "", way?.1 ?? "", rank(visit),
          visit.placement.column.rawValue, visit.id, visit.event.content.headline,
        ]
      }
  }

  private func rank(_ visit: Visit) -> String {
    switch visit.rank {
    case .headOfState: "head of state"
    case .headOfGovernment: "head of government"
    case .minister: "minister"
    default: "other"
    }
  }

  var cadenceText: [String] {
    (cadence?.intervals ?? []).map { interval in
      func visit(_ visit: Visit) -> String {
        words.series([headline(visit.event), date(visit.event)])
      }
      let months = say.string(.figMonths, ["number": interval.months, "n": interval.months])
      return "\(months): "
        + words.series([
          visit(interval.from), say.string(.figToVisit, ["visit": visit(interval.to)]),
        ])
    }
  }

  var cadenceRows: [[String]] {
    [["from_date", "from_id", "to_date", "to_id", "months"]]
      + (cadence?.intervals ?? []).map { interval in
        [
          interval.from.event.drawnDate?.description ?? "", interval.from.id,
          interval.to.event.drawnDate?.description ?? "", interval.to.id, "\(interval.months)",
        ]
      }
  }
}
