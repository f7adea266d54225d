import Chronicle
import Chronology

extension Tally {
  /// The longest run of years, between the first and the last with counted events, in which none
  /// begins; of several as long the latest. Nil when it is shorter than `minimum`.
  ///
  /// Years in which an event may have begun, because its date only brackets it, are not quiet.
  public func longestQuietRun(atLeast minimum: Int = 3) -> ClosedRange<Int>? {
    guard let period = countedYears else { return nil }
    var busy: Set<Int> = []
    for placement in placements where placement.column == .counted {
      guard let year = placement.year else { continue }
      busy.insert(year)
      if let date = placement.event.content.date, !placement.isFirm, let last = date.latest?.year,
        !date.isOpenStart, last > year
      {
        busy.formUnion(year...last)
      }
    }
    var best: ClosedRange<Int>?
    var start: Int?
    for year in period {
      if busy.contains(year) {
        start = nil
        continue
      }
      let from = start ?? year
      start = from
      if year - from + 1 >= max(minimum, best?.count ?? 0) { best = from...year }
    }
    return best
  }
}
