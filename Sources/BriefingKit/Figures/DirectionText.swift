import Analytics
import Chronicle
import Chronology

/// The figures of two sides in words and as data.
extension FigureMaker {
  private func direction(_ way: Way) -> String {
    guard let sides else { return "" }
    let (a, b) = (sideName(sides.first), sideName(sides.second))
    return switch way {
    case .there: "\(a) to \(b)"
    case .back: "\(b) to \(a)"
    case .together: "both together"
    }
  }

  private func date(_ event: Event) -> String {
    event.drawnDate.map { FigureDates.words($0, ongoing: event.content.status == .ongoing) }
      ?? "undated"
  }

  var balanceText: [String] {
    Way.allCases.map { way in
      let own = acts.filter { $0.way == way }
      let parts = Domain.allCases.compactMap { domain -> String? in
        let count = own.count { $0.placement.domain == domain }
        return count == 0 ? nil : "\(domain.rawValue) \(count)"
      }
      let list = parts.isEmpty ? "" : " (" + parts.joined(separator: ", ") + ")"
      return FigureWords.capitalized(direction(way)) + ": \(own.count)" + list
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
      return [
        FigureWords.capitalized(direction(way)) + ": "
          + FigureWords.count(own.count, "visit", "visits")
      ]
        + own.map { visit in
          let column = visit.placement.column
          let other = column == .counted ? "" : " (\(FigureWords.column(column, 1)))"
          return "- \(date(visit.event)): " + FigureWords.line(visit.event.content.headline) + other
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
      "\(FigureWords.count(interval.months, "month", "months")): "
        + FigureWords.line(interval.from.event.content.headline)
        + ", \(date(interval.from.event)), to "
        + FigureWords.line(interval.to.event.content.headline) + ", \(date(interval.to.event))"
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
