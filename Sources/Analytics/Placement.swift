public import Chronicle
import Chronology

/// Where one event stands in the tables.
public struct Placement: Sendable, Identifiable {
  public let event: Event
  public let column: Column
  /// The year at which it is counted or drawn: the first of an interval, the last of `../X`, of the
  /// proposed date where the source's is doubtful; nil when there is none to the year.
  public let year: Int?
  /// Whether the year is the one in which it happened or began, not merely the earliest possible.
  public let isFirm: Bool

  public var id: String { event.id }
  public var domain: Domain { event.content.domain }

  /// Places an event.
  public init(_ event: Event) {
    self.event = event
    column = Column(of: event)
    let date = column == .doubtful ? event.content.proposedDate?.date : event.drawnDate
    year = date.flatMap(Placement.year)
    isFirm = date.map { Placement.isFirm($0, ongoing: event.content.status == .ongoing) } ?? false
  }

  /// The year at which a date is counted; nil when it is coarser than a year.
  static func year(of date: EDTF) -> Int? {
    guard date.precision < .decade else { return nil }
    return (date.earliest ?? date.latest)?.year
  }

  private static func isFirm(_ date: EDTF, ongoing: Bool) -> Bool {
    if date.isApproximate || date.isUncertain || date.isOpenStart { return false }
    if date.isOpenEnd { return ongoing }
    guard let first = date.earliest, let last = date.latest else { return false }
    // Days and months at both ends say when it ran; years at both ends only bracket it.
    return first.year == last.year || ongoing || date.isInterval && date.precision < .season
  }
}
