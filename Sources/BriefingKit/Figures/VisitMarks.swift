import Analytics
import Charts
import Chronicle
import Chronology
import Drawing

extension Visit {
  /// The middle of the time that its date names.
  var middle: Day? {
    day.map { first in
      guard let last = event.drawnDate?.latest, last > first else { return first }
      return Day(number: (first.number + last.number) / 2)
    }
  }
}

/// The points of one row of visits: larger ones of higher ranks, heads of state ringed. Planned ones are
/// dashed, doubtful ones hollow.
struct VisitMarks {
  let rows: VisitRows
  let row: VisitRow

  private var unit: Double { rows.unit }
  private var isRinged: Bool { row.rank == .headOfState }

  private var radius: Double {
    switch row.rank {
    case .headOfState: 5.6 * unit
    case .headOfGovernment: 5.2 * unit
    case .minister: 4.4 * unit
    default: 4 * unit
    }
  }
  /// With its ring.
  private var reach: Double { isRinged ? 9.3 * unit : radius }

  /// The marks of visits, the later upon the earlier.
  func marks(_ own: [Visit]) -> [Mark] {
    let sorted = VisitMarks.sorted(own)
    return sorted.enumerated().flatMap { index, visit -> [Mark] in
      let isUpon = index > 0 && isUpon(sorted[index - 1], visit)
      return (isUpon ? [edge(visit)] : []) + marks(visit)
    }
  }

  private static func sorted(_ own: [Visit]) -> [Visit] {
    own.sorted { ($0.middle?.number ?? 0, $0.id) < ($1.middle?.number ?? 0, $1.id) }
  }

  private func marks(_ visit: Visit) -> [Mark] {
    let dash = visit.placement.column == .planned ? [2.2 * unit, 1.6 * unit] : []
    var marks: [Mark] = []
    if isRinged {
      marks.append(mark(.ring(radius: 8.6 * unit, width: 1.3 * unit, dash: dash), visit))
    }
    let form: Form =
      rows.isFirm(visit)
      ? .point(radius: radius) : .ring(radius: radius - 0.9 * unit, width: 1.8 * unit, dash: dash)
    return marks + [mark(form, visit, named: true)]
  }

  /// A little ground around a mark that lies upon another.
  private func edge(_ visit: Visit) -> Mark {
    var mark = mark(.point(radius: reach + 1.4 * unit), visit)
    mark.data[0].ink = .ground
    return mark
  }

  private func mark(_ form: Form, _ visit: Visit, named: Bool = false) -> Mark {
    var datum = rows.datum(visit, named: named)
    datum.x = visit.middle.map { .day($0) }
    return Mark(form, "time", .init(row.name), [datum])
  }

  // MARK: Distances

  /// Width of a day, nearly: the names of rows may take more than their gutter.
  private var dayWidth: Double {
    let style = rows.sheet.style
    let width = rows.sheet.size.width - 2 * style.margin - style.gutter - 12 * unit
    return width / (365.25 * Double(rows.years.count))
  }

  private func apart(_ a: Visit, _ b: Visit) -> Double {
    guard let first = a.middle, let second = b.middle else { return .infinity }
    return Double(abs(second - first)) * dayWidth
  }

  private func isUpon(_ a: Visit, _ b: Visit) -> Bool { apart(a, b) < 2 * reach + unit }

  /// Whether so many marks hide half of each other that they are not told apart.
  func isSmear(_ own: [Visit]) -> Bool {
    let sorted = VisitMarks.sorted(own)
    let hidden = zip(sorted, sorted.dropFirst()).count { apart($0, $1) < 1.3 * reach }
    return hidden > 2 && hidden * 6 > own.count
  }
}
