/// The columns of time of one lane, and its entries in the order in which they are stacked.
struct LaneColumns {
  let lane: TimelineLane
  /// Whether each column is one bar.
  let isBars: Bool
  let columns: TimeColumns
  /// Entries whose marks are longer than a block, each over the columns that it spans.
  let long: [(entry: Int, shape: MarkShape, columns: ClosedRange<Int>)]
  /// In bars, the entries that may lie in any of several columns, together.
  let wide: [(entries: [Int], columns: ClosedRange<Int>)]
  /// The others by column, in order.
  let short: [(entry: Int, column: Int)]
  /// How many of ``short`` stand in each column.
  let counts: [Int]

  init(
    _ lane: TimelineLane, _ ground: TimelineGround, _ columns: TimeColumns, block: Double,
    isBars: Bool
  ) {
    self.lane = lane
    self.isBars = isBars
    self.columns = columns
    var long: [(entry: Int, shape: MarkShape, columns: ClosedRange<Int>)] = []
    var short: [(entry: Int, column: Int)] = []
    var wide: [(entries: [Int], columns: ClosedRange<Int>)] = []
    var counts = [Int](repeating: 0, count: columns.lefts.count)
    for entry in ground.order(lane, Array(lane.entries.indices)) {
      let first = columns.index(lane.entries[entry].first)
      if isBars, lane.entries[entry].mark == .decade {
        let all = first...max(first, columns.index(lane.entries[entry].last))
        if all.count > 1 {
          if let place = wide.firstIndex(where: { $0.columns == all }) {
            wide[place].entries.append(entry)
          } else {
            wide.append(([entry], all))
          }
          continue
        }
      }
      if !isBars, columns.months <= 12, ![.point, .doubtful].contains(lane.entries[entry].mark) {
        let shape = ground.shape(lane.entries[entry], rank: 3)
        if shape.right - shape.left > 1.6 * block {
          // The last column whose block begins before the mark ends.
          let last = columns.lefts.lastIndex { $0 < shape.right - 0.2 * block } ?? 0
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
    var groups: [[Int]] = Array(repeating: [], count: columns.lefts.count)
    for item in short where !chosen.contains(item.entry) { groups[item.column].append(item.entry) }
    return groups
  }
}
