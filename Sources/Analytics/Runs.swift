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

extension Tally {
  /// The shortest run of years with at least this share of the counted events; of several the latest.
  public func fullestYears(share: Double) -> ClosedRange<Int>? {
    guard let period = countedYears else { return nil }
    let counts = period.map { counted(in: $0) }
    let need = share * Double(counts.reduce(0, +))
    var best: ClosedRange<Int>?
    var sum = 0
    var first = 0
    for last in counts.indices {
      sum += counts[last]
      while first < last, Double(sum - counts[first]) >= need {
        sum -= counts[first]
        first += 1
      }
      if Double(sum) >= need, last - first + 1 <= best?.count ?? Int.max {
        best = period.lowerBound + first...period.lowerBound + last
      }
    }
    return best
  }
}
