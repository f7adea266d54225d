import Chronology
import Drawing

/// Strips of blocks: every event a block in its column of time, the most salient labelled above the
/// columns, in the air over empty years.
struct DensePlanner {
  let ground: TimelineGround
  private let block: Double
  private let minimumLane: Double
  private let months: Int

  init(_ ground: TimelineGround) {
    self.ground = ground
    block = 4.6 * ground.style.unit
    minimumLane = 22 * max(0.6, ground.style.unit)
    let need = block + 0.7 * ground.style.unit
    let widths = [3, 6, 12, 24, 60, 120, 300, 600, 1200]
    months = widths.first { Double($0) / 12 * ground.scale.yearWidth >= need } ?? 2400
  }

  /// The plan with as many labels as fit, up to `labels`; blocks shrink before each lane loses its
  /// last label.
  func plan(labels: Int, height: Double) -> TimelinePlan {
    let candidates = candidates(labels)
    let lanes = ground.spec.lanes.indices
    let least = min(candidates.count, lanes.count)
    var unit = 1.0
    var last: [PlannedLane] = []
    while unit > 0.02 {
      var count = candidates.count
      var strips = lanes.map { strip($0, candidates, unit: unit) }
      while count >= least {
        if strips.reduce(0, { $0 + $1.height }) <= height { return plan(strips, height) }
        count -= 1
        guard count >= 0 else { break }
        let lane = candidates[count].lane
        strips[lane] = strip(lane, Array(candidates.prefix(count)), unit: unit)
      }
      last = lanes.map { strip($0, [], unit: unit) }
      if unit < 0.3, last.reduce(0, { $0 + $1.height }) <= height { return plan(last, height) }
      unit *= 0.8
    }
    return plan(last, height)
  }

  private func strip(
    _ lane: Int, _ labels: [(lane: Int, entry: Int)], unit: Double
  ) -> PlannedLane {
    let chosen = Set(labels.filter { $0.lane == lane }.map(\.entry))
    return strip(ground.spec.lanes[lane], chosen, unit: unit)
  }

  private func plan(_ strips: [PlannedLane], _ height: Double) -> TimelinePlan {
    let total = strips.reduce(0) { $0 + $1.height }
    let spare = min(12, max(0, height - total) / Double(max(1, strips.count)))
    return TimelinePlan(
      lanes: strips.map { lowered($0, by: spare) }, isDense: true, binMonths: months)
  }

  /// The most salient of each lane, then by salience.
  private func candidates(_ limit: Int) -> [(lane: Int, entry: Int)] {
    var all: [(first: Int, rank: Int, lane: Int, entry: Int)] = []
    for (index, lane) in ground.spec.lanes.enumerated() {
      let ranked = lane.entries.indices.filter { lane.entries[$0].rank != nil }
        .sorted { (lane.entries[$0].rank ?? 0, $0) < (lane.entries[$1].rank ?? 0, $1) }
      for (place, entry) in ranked.enumerated() {
        all.append((place == 0 ? 0 : 1, lane.entries[entry].rank ?? 0, index, entry))
      }
    }
    all.sort { ($0.first, $0.rank, $0.lane, $0.entry) < ($1.first, $1.rank, $1.lane, $1.entry) }
    return all.prefix(limit).map { ($0.lane, $0.entry) }
  }

  private func lowered(_ lane: PlannedLane, by amount: Double) -> PlannedLane {
    var lane = lane
    lane.height += amount
    for index in lane.marks.indices {
      lane.marks[index].y += amount
      if case .block(let rect, let hollow) = lane.marks[index].shape {
        lane.marks[index].shape = .block(
          Rect(rect.x, rect.y + amount, rect.width, rect.height), hollow: hollow)
      }
    }
    return lane
  }

  private func column(_ entry: TimelineEntry) -> Int {
    let first = entry.first.components
    return (first.year * 12 + first.month - 1) / months
  }

  private func columnLeft(_ column: Int) -> Double {
    let month = column * months
    let day = Day(year: month / 12, month: month % 12 + 1, day: 1) ?? Day(number: 0)
    let width = Double(months) / 12 * ground.scale.yearWidth
    let middle = ground.scale.x(day) + width / 2
    return min(ground.scale.right - block, max(ground.scale.left, middle - block / 2))
  }

  /// One lane with its base at 0 and heights upwards, then turned to offsets below its top.
  private func strip(_ lane: TimelineLane, _ chosen: Set<Int>, unit: Double) -> PlannedLane {
    let step = 5.3 * ground.style.unit * unit
    let base = 5 * ground.style.unit
    var standing: [Rect] = []  // y is the height of the lower edge above the base
    var marks: [(mark: PlannedMark, y: Double)] = []
    let rest = ground.order(lane, lane.entries.indices.filter { !chosen.contains($0) })
    let long = Set(rest.filter { unit > 0.6 && isLong(lane.entries[$0]) })
    for entry in rest where long.contains(entry) {
      let shape = ground.shape(lane.entries[entry], rank: 3)
      let y = lowest(shape.left, shape.right, standing, 1, from: base)
      standing.append(Rect(shape.left, y, shape.right - shape.left, step))
      marks.append((PlannedMark(entry: entry, shape: .mark(shape), y: 0), y + step / 2))
    }
    for entry in rest where !long.contains(entry) {
      let x = columnLeft(column(lane.entries[entry]))
      let y = lowest(x, x + block, standing, 0.2 * ground.style.unit, from: base)
      standing.append(Rect(x, y, block, step))
      let hollow = [.planned, .conditional, .doubtful].contains(lane.entries[entry].mark)
      // Where blocks get thinner than a line can part them, they stand as one bar.
      let thick = unit < 0.6 ? step : step - 0.7 * ground.style.unit
      let rect = Rect(x, y, block, thick)
      marks.append((PlannedMark(entry: entry, shape: .block(rect, hollow: hollow), y: 0), y))
    }
    for entry in ground.order(lane, Array(chosen)) {
      place(lane.entries[entry], entry, base, &standing, &marks)
    }
    let top = (standing.map(\.maxY).max() ?? 0) + 4 * ground.style.unit
    let height = max(minimumLane, top)
    return PlannedLane(
      height: height,
      marks: marks.map { item in
        var mark = item.mark
        mark.y = height - item.y
        if case .block(let rect, let hollow) = mark.shape {
          let y = height - rect.y - rect.height
          mark.shape = .block(Rect(rect.x, y, rect.width, rect.height), hollow: hollow)
        }
        return mark
      })
  }

  private func isLong(_ entry: TimelineEntry) -> Bool {
    guard ![.point, .doubtful].contains(entry.mark) else { return false }
    let shape = ground.shape(entry, rank: 3)
    return shape.right - shape.left > 1.6 * block && months <= 12
  }

  /// The lowest height at which nothing stands between two positions.
  private func lowest(
    _ left: Double, _ right: Double, _ standing: [Rect], _ clear: Double, from base: Double
  ) -> Double {
    standing.filter { $0.x < right + clear && left < $0.maxX + clear }.map(\.maxY).max() ?? base
  }

  private func place(
    _ entry: TimelineEntry, _ index: Int, _ base: Double, _ standing: inout [Rect],
    _ marks: inout [(mark: PlannedMark, y: Double)]
  ) {
    let shape = ground.shape(entry, rank: 0)
    var mark = PlannedMark(entry: index, shape: .mark(shape), y: 0)
    let gap = ground.gaps.label
    let high = 16 * max(0.62, ground.style.unit)
    let levels = ([base] + standing.map(\.maxY)).sorted()
    let clear = 5 * ground.style.unit
    let label = ground.label(entry, shape, rank: 1)
    for y in levels {
      var boxes: [(LanePlacer.Side, Rect)] = []
      if let label {
        let long = shape.right - shape.left + gap + label.width
        let end = shape.left + long
        if end <= ground.scale.right, ground.endLimit(shape).map({ end <= $0 }) ?? true {
          boxes.append((.right, Rect(shape.left, y, long, high)))
        }
        let start = shape.right - long
        if start >= ground.scale.left { boxes.append((.left, Rect(start, y, long, high))) }
      } else {
        boxes.append((.none, Rect(shape.left, y, shape.right - shape.left, high)))
      }
      for (side, box) in boxes {
        let wide = Rect(box.x - clear, box.y, box.width + 2 * clear, box.height)
        guard !standing.contains(where: { $0.intersects(wide) }) else { continue }
        if side != .none {
          mark.label = label
          mark.label?.side = side
        }
        standing.append(box)
        marks.append((mark, y + high / 2))
        return
      }
    }
  }
}
