import Chronology
import Drawing

/// Strips of blocks: every event a block in its column of time, the most salient labelled above the
/// columns, in the air over empty years. Where blocks would be too thin to be told apart, a column is
/// one bar on a scale that all lanes share.
struct DensePlanner {
  let ground: TimelineGround
  /// Side of a block.
  let block: Double
  /// Months of a column.
  let months: Int
  private let minimumLane: Double
  private let lanes: [LaneColumns]

  init(_ ground: TimelineGround) {
    self.ground = ground
    let unit = ground.style.unit
    let block = 4.6 * unit
    self.block = block
    minimumLane = 22 * max(0.6, unit)
    let need = block + 0.7 * unit
    let widths = [3, 6, 12, 24, 60, 120, 300, 600, 1200]
    let months = widths.first { Double($0) / 12 * ground.scale.yearWidth >= need } ?? 2400
    self.months = months
    lanes = ground.spec.lanes.map { LaneColumns($0, ground, months: months, block: block) }
  }

  /// Below this share of their full height blocks are no blocks any more.
  private static let leastBlock = 0.38

  /// The plan with as many labels as fit, up to `labels`; blocks shrink before each lane loses its
  /// last label.
  func plan(labels: Int, height: Double) -> TimelinePlan {
    let candidates = candidates(labels)
    var unit = 1.0
    while unit >= DensePlanner.leastBlock {
      if let strips = strips(candidates, least: min(candidates.count, lanes.count), unit, height) {
        return plan(strips.map { $0.blocks() }, height)
      }
      unit *= 0.8
    }
    // Bars: as high as they can be beside one label for each lane, or none.
    var bar = unit
    while bar > 0.0001 {
      if let strips = strips(
        candidates, least: bar > 0.05 ? min(3, candidates.count) : 0, bar, height)
      {
        return plan(strips.map { $0.bars() }, height)
      }
      bar *= 0.85
    }
    return plan(lanes.indices.map { strip($0, [], bar).bars() }, height)
  }

  /// Lanes with as many of the labels as fit the height, `least` at least; nil where they don't.
  private func strips(
    _ candidates: [(lane: Int, entry: Int)], least: Int, _ unit: Double, _ height: Double
  ) -> [DenseStrip]? {
    var count = candidates.count
    var strips = lanes.indices.map { strip($0, candidates, unit) }
    while strips.reduce(0, { $0 + $1.height }) > height {
      count -= 1
      if count < least { return nil }
      let lane = candidates[count].lane
      strips[lane] = strip(lane, Array(candidates.prefix(count)), unit)
    }
    return strips
  }

  private func strip(
    _ lane: Int, _ labels: [(lane: Int, entry: Int)], _ unit: Double
  ) -> DenseStrip {
    DenseStrip(
      lanes[lane], ground, chosen: labels.filter { $0.lane == lane }.map(\.entry), unit: unit,
      block: block, least: minimumLane)
  }

  private func plan(_ lanes: [PlannedLane], _ height: Double) -> TimelinePlan {
    let total = lanes.reduce(0) { $0 + $1.height }
    let spare = min(12, max(0, height - total) / Double(max(1, lanes.count)))
    return TimelinePlan(
      lanes: lanes.map { $0.lowered(by: spare) }, isDense: true, binMonths: months)
  }

  /// The most salient of each lane, then by salience.
  private func candidates(_ limit: Int) -> [(lane: Int, entry: Int)] {
    var all: [(first: Int, rank: Int, lane: Int, entry: Int)] = []
    for (index, lane) in ground.spec.lanes.enumerated() {
      let ranked = lane.entries.indices.compactMap { entry in
        lane.entries[entry].rank.map { (rank: $0, entry: entry) }
      }.sorted { ($0.rank, $0.entry) < ($1.rank, $1.entry) }
      for (place, item) in ranked.prefix(limit).enumerated() {
        all.append((place == 0 ? 0 : 1, item.rank, index, item.entry))
      }
    }
    all.sort { ($0.first, $0.rank, $0.lane, $0.entry) < ($1.first, $1.rank, $1.lane, $1.entry) }
    return all.prefix(limit).map { ($0.lane, $0.entry) }
  }
}

extension PlannedLane {
  /// The same with air above.
  fileprivate func lowered(by amount: Double) -> PlannedLane {
    var lane = self
    lane.height += amount
    for index in lane.bars.indices { lane.bars[index].rect.y += amount }
    for index in lane.marks.indices {
      lane.marks[index].y += amount
      if case .block(let rect, let hollow) = lane.marks[index].shape {
        let lower = Rect(rect.x, rect.y + amount, rect.width, rect.height)
        lane.marks[index].shape = .block(lower, hollow: hollow)
      }
    }
    return lane
  }
}

/// The columns of time of one lane, and its entries in the order in which they are stacked.
struct LaneColumns {
  let lane: TimelineLane
  /// Entries whose marks are longer than a block, each over the columns that it spans.
  let long: [(entry: Int, shape: MarkShape, columns: ClosedRange<Int>)]
  /// The others by column, in order.
  let short: [(entry: Int, column: Int)]
  /// Left edge of the block in each column.
  let lefts: [Double]
  private let start: Int
  private let months: Int

  init(_ lane: TimelineLane, _ ground: TimelineGround, months: Int, block: Double) {
    self.lane = lane
    self.months = months
    let scale = ground.scale
    let start = scale.years.lowerBound * 12
    self.start = start
    let count = (scale.years.count * 12 + months - 1) / months
    func column(_ day: Day) -> Int {
      let parts = day.components
      return min(count - 1, max(0, (parts.year * 12 + parts.month - 1 - start) / months))
    }
    lefts = (0..<count).map { index in
      let middle =
        scale.x(LaneColumns.first(of: start + index * months)) + Double(months) / 24
        * scale.yearWidth
      return min(scale.right - block, max(scale.left, middle - block / 2))
    }
    var long: [(entry: Int, shape: MarkShape, columns: ClosedRange<Int>)] = []
    var short: [(entry: Int, column: Int)] = []
    for entry in ground.order(lane, Array(lane.entries.indices)) {
      let datum = lane.entries[entry]
      let first = column(datum.first)
      if months <= 12, ![.point, .doubtful].contains(datum.mark) {
        let shape = ground.shape(datum, rank: 3)
        if shape.right - shape.left > 1.6 * block {
          let last = LaneColumns.last(lefts, block, before: shape.right)
          long.append((entry, shape, first...max(first, last)))
          continue
        }
      }
      short.append((entry, first))
    }
    self.long = long
    self.short = short
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

  /// The last column whose block begins before a position.
  private static func last(_ lefts: [Double], _ block: Double, before x: Double) -> Int {
    lefts.lastIndex { $0 < x - 0.2 * block } ?? 0
  }
}
