import Analytics
import Charts
import Chronicle
import Chronology

extension TimeMark {
  /// How the time of an event is drawn, wherever it is.
  init(of event: Event, in column: Column) {
    switch column {
    case .planned: self = .planned
    case .conditional: self = .conditional
    case .aggregate: self = .total
    case .doubtful: self = .doubtful
    case .imprecise: self = .decade
    default: self = event.content.date.map { TimeMark($0, event.content.status) } ?? .point
    }
  }

  private init(_ date: EDTF, _ status: Status) {
    if date.isApproximate || date.isUncertain || date.isOpenStart {
      self = .within
    } else if date.isOpenEnd {
      self = status == .ongoing ? .ongoing : .onward
    } else {
      switch date.precision {
      case .day, .month: self = date.isInterval ? .span : .point
      case .year where !date.isInterval: self = .year
      case .year where status == .ongoing: self = .span
      default: self = .within
      }
    }
  }
}

extension Event {
  /// First and last day of its mark; nil without a date to the decade.
  ///
  /// - Parameter reach: the last day on which what goes on is told.
  func markDays(in column: Column, reach: () -> Day) -> (first: Day, last: Day)? {
    guard let date = drawnDate, date.precision <= .decade else { return nil }
    if let first = date.earliest, let last = date.latest { return (first, max(first, last)) }
    if let first = date.earliest {
      guard [.counted, .aggregate].contains(column) else {
        // Nothing is known of how long it may take: the mark is that of its beginning.
        let end = date.precision == .year ? Day(year: first.year, month: 12, day: 31) : first
        return (first, end ?? first)
      }
      return (first, max(first, reach()))
    }
    guard let last = date.latest else { return nil }
    return (Day(year: last.year, month: 1, day: 1) ?? last, last)
  }
}
