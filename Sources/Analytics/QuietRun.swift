import Chronicle
import Chronology

extension Tally {
  /// The longest of the ``quietRuns(atLeast:)``; of several as long the latest.
  public func longestQuietRun(atLeast minimum: Int = 3) -> ClosedRange<Int>? {
    let runs = quietRuns(atLeast: minimum)
    let most = runs.map(\.count).max()
    return runs.last { $0.count == most }
  }

  /// The runs of years, between the first and the last with counted events, in which none begins.
  ///
  /// Years in which an event may have begun, because its date only brackets it, are not quiet.
  public func quietRuns(atLeast minimum: Int = 3) -> [ClosedRange<Int>] {
    guard let period = countedYears else { return [] }
    var busy: Set<Int> = []
    for placement in placements where placement.column == .counted {
      guard let year = placement.year else { continue }
      busy.insert(year)
      if let date = placement.event.content.date, !placement.isFirm, let last = date.latest?.year,
        !date.isOpenStart, last > year
      {
        busy.formUnion(year...min(last, period.upperBound))
      }
    }
    var runs: [ClosedRange<Int>] = []
    var previous: Int?
    for year in busy.sorted() where period.contains(year) {
      if let before = previous, year - before > minimum { runs.append(before + 1...year - 1) }
      previous = year
    }
    return runs
  }
}
