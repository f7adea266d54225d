import Chronology

/// Columns of time of so many months, side by side on an axis. One of them ends with the as-of day, so
/// that what has happened stands before its line and what is to come after it.
struct TimeColumns {
  /// Months of a column.
  let months: Int
  /// Left edge of what stands in each.
  let lefts: [Double]
  /// How wide it may be.
  let widths: [Double]
  /// The first day of each, then the first after the last.
  private let starts: [Day]

  /// - Parameters:
  ///   - block: the most that what stands in a column is wide; infinite: as the column is.
  ///   - air: between two columns.
  init(_ ground: TimelineGround, months: Int, block: Double, air: Double) {
    let scale = ground.scale
    self.months = months
    let first = scale.years.lowerBound * 12
    let count = (scale.years.count * 12 + months - 1) / months
    var starts = (0...count).map { TimeColumns.first(of: first + $0 * months) }
    if let asOf = ground.spec.asOf?.day {
      TimeColumns.split(&starts, after: asOf, least: Self.least * ground.style.unit, scale)
    }
    var lefts: [Double] = []
    var widths: [Double] = []
    for (from, to) in zip(starts, starts.dropFirst()) {
      let (left, right) = (scale.x(from), scale.x(to))
      let width = max(0.5, min(block, right - left - air))
      widths.append(width)
      lefts.append(min(scale.right - width, (left + right - width) / 2))
    }
    self.starts = starts
    self.lefts = lefts
    self.widths = widths
  }

  /// A part of a column that is narrower than this belongs to its neighbour.
  private static let least = 2.6

  /// Makes the day after another the first of a column.
  private static func split(
    _ starts: inout [Day], after asOf: Day, least: Double, _ scale: TimeScale
  ) {
    let next = asOf + 1
    guard let index = starts.lastIndex(where: { $0 <= asOf }), index + 1 < starts.count,
      starts[index + 1] != next
    else { return }
    if index > 0, scale.x(next) - scale.x(starts[index]) < least {
      starts[index] = next
    } else if index + 2 < starts.count, scale.x(starts[index + 1]) - scale.x(next) < least {
      starts[index + 1] = next
    } else {
      starts.insert(next, at: index + 1)
    }
  }

  /// The first day of a month, counted from the year 0.
  private static func first(of month: Int) -> Day {
    let year = month >= 0 ? month / 12 : (month - 11) / 12
    return Day(year: year, month: month - year * 12 + 1, day: 1) ?? Day(number: 0)
  }

  /// The column of a day, the nearest of one that lies outside.
  func index(_ day: Day) -> Int {
    var (low, high) = (0, lefts.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= day { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The first column whose right edge lies beyond a place; their number where none does.
  func firstColumn(reaching x: Double) -> Int {
    var (low, high) = (0, lefts.count)
    while low < high {
      let middle = (low + high) / 2
      if right(middle) > x { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// From the first day of a column to its last.
  func days(_ column: Int) -> ClosedRange<Day> {
    starts[column]...max(starts[column], starts[column + 1] + -1)
  }

  func middle(_ column: Int) -> Double { lefts[column] + widths[column] / 2 }
  func right(_ column: Int) -> Double { lefts[column] + widths[column] }
}
