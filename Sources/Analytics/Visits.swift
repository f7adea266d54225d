public import Chronicle
public import Chronology

/// A visit from one of two sides to the other.
public struct Visit: Sendable, Identifiable {
  public let placement: Placement
  public let way: Way
  /// Of the visitor.
  public let rank: Salience

  public var id: String { placement.id }
  public var event: Event { placement.event }

  /// Whether the visitor is a head of state or of government.
  public var isTop: Bool { rank <= .headOfGovernment }

  /// The first day on which it may have been; nil without a date to the year.
  public var day: Day? {
    guard let date = event.drawnDate, date.precision < .decade else { return nil }
    return date.earliest ?? date.latest
  }
}

extension Tally {
  /// The visits between two sides, in the ledger's order: those that were made, and planned ones.
  public func visits(_ first: String, _ second: String) -> [Visit] {
    placements.compactMap { placement in
      guard placement.event.content.type == .visit,
        Tally.done.contains(placement.column) || placement.column == .planned
      else { return nil }
      let content = placement.event.content
      let way: Way
      if content.actors == [first], content.recipients.contains(second) {
        way = .there
      } else if content.actors == [second], content.recipients.contains(first) {
        way = .back
      } else {
        return nil
      }
      let rank = Salience(of: placement.event, visitor: way == .there ? first : second)
      return Visit(placement: placement, way: way, rank: rank)
    }
  }
}

extension Tally {
  /// The visits of one of two sides that go neither way, as others or both sides make them together.
  public func jointVisits(_ first: String, _ second: String) -> [Placement] {
    let directed = Set(visits(first, second).map(\.id))
    return placements.filter { placement in
      let content = placement.event.content
      guard content.type == .visit, !directed.contains(placement.id),
        Tally.done.contains(placement.column) || placement.column == .planned
      else { return false }
      let own = content.actors.filter { $0 == first || $0 == second }
      let all = own + content.recipients
      return !own.isEmpty && all.contains(first) && all.contains(second)
    }
  }
}

/// The time between one visit and the next, in either direction.
public struct VisitInterval: Sendable {
  public let from: Visit
  public let to: Visit
  /// Whole months, by the calendar.
  public let months: Int
}

/// How often leaders of two sides visit each other.
public struct Cadence: Sendable {
  /// Counted visits of heads of state and of government whose month is known, oldest first.
  public let visits: [Visit]
  public let intervals: [VisitInterval]
  /// Such visits that are counted, but known to the year only.
  public let withoutMonth: Int
  /// Months from the last visit to the as-of day; nil without either.
  public let open: Int?

  /// Of the intervals; nil without any.
  public var median: Double? {
    let sorted = intervals.map(\.months).sorted()
    guard let last = sorted.last else { return nil }
    let middle = sorted.count / 2
    if sorted.count == 1 { return Double(last) }
    return sorted.count % 2 == 1
      ? Double(sorted[middle]) : Double(sorted[middle - 1] + sorted[middle]) / 2
  }

  /// The longest interval; of several the last.
  public var longest: VisitInterval? {
    let most = intervals.map(\.months).max()
    return intervals.last { $0.months == most }
  }
}

extension Tally {
  /// The cadence of top visits between two sides.
  public func cadence(_ first: String, _ second: String, asOf: Day?) -> Cadence {
    let top = visits(first, second).filter { $0.isTop && $0.placement.column == .counted }
    let exact = top.filter { visit in
      visit.event.drawnDate.map { $0.precision <= .month && !$0.isOpenEnd && !$0.isOpenStart }
        == true
    }.sorted { a, b in
      (a.day?.number ?? 0, a.id) < (b.day?.number ?? 0, b.id)
    }
    let intervals = zip(exact, exact.dropFirst()).map { from, to in
      VisitInterval(from: from, to: to, months: Tally.months(from.day, to.day))
    }
    return Cadence(
      visits: exact, intervals: intervals, withoutMonth: top.count - exact.count,
      open: asOf == nil || exact.isEmpty ? nil : max(0, Tally.months(exact.last?.day, asOf)))
  }

  private static func months(_ from: Day?, _ to: Day?) -> Int {
    guard let a = from?.components, let b = to?.components else { return 0 }
    return (b.year - a.year) * 12 + b.month - a.month
  }
}
