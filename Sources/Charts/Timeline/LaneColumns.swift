import Chronology

/// The columns of time of one lane, and its entries in the order in which they are stacked.
struct LaneColumns {
  let lane: TimelineLane
  /// Whether each column is one bar.
  let isBars: Bool
  /// Months of a column.
  let months: Int
  /// Width of a block or bar.
  let block: Double
  /// Entries whose marks are longer than a block, each over the columns that it spans.
  let long: [(entry: Int, shape: MarkShape, columns: ClosedRange<Int>)]
  /// In bars, the entries that may lie in any of several columns, together.
  let wide: [(entries: [Int], columns: ClosedRange<Int>)]
  /// The others by column, in order.
  let short: [(entry: Int, column: Int)]
  /// Left edge of the block in each column.
  let lefts: [Double]
  /// How many of ``short`` stand in each column.
  let counts: [Int]
  /// The first month, from the year 0.
  private let start: Int

  init(
    _ lane: TimelineLane, _ ground: TimelineGround, months: Int, block: Double, isBars: Bool
  ) {
    self.lane = lane
    self.isBars = isBars
    self.months = months
    self.block = block
    let scale = ground.scale
    let start = scale.years.lowerBound * 12
    self.start = start
    let count = (scale.years.count * 12 + months - 1) / months
    lefts = (0..<count).map { index in
      let middle =
        scale.x(LaneColumns.first(of: start + index * months))
        + Double(months) / 24 * scale.yearWidth
      return min(scale.right - block, max(scale.left, middle - block / 2))
    }
    var long: [(entry: Int, shape: MarkShape, columns: ClosedRange<Int>)] = []
    var short: [(entry: Int, column: Int)] = []
    var wide: [(entries: [Int], columns: ClosedRange<Int>)] = []
    func column(_ day: Day) -> Int {
      let parts = day.components
      return min(count - 1, max(0, (parts.year * 12 + parts.month - 1 - start) / months))
    }
    var counts = [Int](repeating: 0, count: count)
    for entry in ground.order(lane, Array(lane.entries.indices)) {
      let first = column(lane.entries[entry].first)
      if isBars, lane.entries[entry].mark == .decade {
        let columns = first...max(first, column(lane.entries[entry].last))
        if columns.count > 1 {
          if let place = wide.firstIndex(where: { $0.columns == columns }) {
            wide[place].entries.append(entry)
          } else {
            wide.append(([entry], columns))
          }
          continue
        }
      }
      if !isBars, months <= 12, ![.point, .doubtful].contains(lane.entries[entry].mark) {
        let shape = ground.shape(lane.entries[entry], rank: 3)
        if shape.right - shape.left > 1.6 * block {
          // The last column whose block begins before the mark ends.
          let last = lefts.lastIndex { $0 < shape.right - 0.2 * block } ?? 0
          long.append((entry, shape, first...max(first, last)))
          continue
        }
      }
      short.append((entry, first))
      counts[first] += 1
    }
    self.long = long
    self.short = short
    self.wide = wide
    self.counts = counts
  }

  /// The first day of a month, counted from the year 0.
  private static func first(of month: Int) -> Day {
    let year = month >= 0 ? month / 12 : (month - 11) / 12
    return Day(year: year, month: month - year * 12 + 1, day: 1) ?? Day(number: 0)
  }

  /// From the first day of a column to its last.
  func days(_ column: Int) -> ClosedRange<Day> {
    let first = LaneColumns.first(of: start + column * months)
    return first...max(first, LaneColumns.first(of: start + (column + 1) * months) + -1)
  }

  /// Hatched: not yet; hollow: doubtful, or not known to the year.
  func firmness(_ entry: Int) -> Firmness {
    switch lane.entries[entry].mark {
    case .planned: .hatched
    case .conditional, .doubtful, .decade: .hollow
    default: .full
    }
  }

  /// How many stand upon each other in each column, those of `chosen` left out.
  func heights(without chosen: Set<Int> = []) -> [Int] {
    var heights = counts
    if !chosen.isEmpty {
      for item in short where chosen.contains(item.entry) { heights[item.column] -= 1 }
    }
    for item in wide {
      let own = item.entries.count { !chosen.contains($0) }
      if own == 0 { continue }
      let top = (heights[item.columns].max() ?? 0) + own
      for column in item.columns { heights[column] = top }
    }
    return heights
  }

  /// The entries of each column, those of `chosen` left out.
  func groups(without chosen: Set<Int>) -> [[Int]] {
    var groups: [[Int]] = Array(repeating: [], count: lefts.count)
    for item in short where !chosen.contains(item.entry) { groups[item.column].append(item.entry) }
    return groups
  }
}
