import Drawing

/// One lane of a dense timeline: its skyline of blocks, and the labels above it.
struct DenseStrip {
  let height: Double
  private let columns: LaneColumns
  private let ground: TimelineGround
  private let unit: Double
  private let block: Double
  private let chosen: Set<Int>
  private let labels: [Label]
  private let base: Double

  private struct Label {
    var mark: PlannedMark
    /// Above the lane's lower edge.
    var box: Rect
  }

  init(
    _ columns: LaneColumns, _ ground: TimelineGround, chosen: [Int], unit: Double, block: Double,
    least: Double
  ) {
    self.columns = columns
    self.ground = ground
    self.unit = unit
    self.block = block
    self.chosen = Set(chosen)
    base = 5 * ground.style.unit
    let skyline = DenseStrip.stack(
      columns, self.chosen, step: 5.3 * ground.style.unit * unit, base: base, draw: { _, _ in })
    var placer = LabelStack(
      columns: columns, ground: ground, block: block, skyline: skyline, base: base)
    labels = ground.order(columns.lane, chosen).compactMap { entry in
      placer.place(entry).map { Label(mark: $0.mark, box: $0.box) }
    }
    let top = max(skyline.max() ?? 0, labels.map(\.box.maxY).max() ?? 0)
    height = max(least, top + 4 * ground.style.unit)
  }

  /// Stacks the entries without label; gives the height above which each column is free.
  private static func stack(
    _ columns: LaneColumns, _ chosen: Set<Int>, step: Double, base: Double,
    draw: (Int, Double) -> Void
  ) -> [Double] {
    var skyline = [Double](repeating: base, count: columns.lefts.count)
    for item in columns.long where !chosen.contains(item.entry) {
      let y = skyline[item.columns].max() ?? base
      draw(item.entry, y)
      for column in item.columns { skyline[column] = y + step }
    }
    for item in columns.short where !chosen.contains(item.entry) {
      draw(item.entry, skyline[item.column])
      skyline[item.column] += step
    }
    return skyline
  }

  /// Every event a block or a line.
  func blocks() -> PlannedLane {
    let step = 5.3 * ground.style.unit * unit
    var heights: [Int: Double] = [:]
    _ = DenseStrip.stack(columns, chosen, step: step, base: base) { heights[$0] = $1 }
    var marks: [PlannedMark] = []
    for item in columns.long {
      guard let y = heights[item.entry] else { continue }
      marks.append(
        PlannedMark(
          entry: item.entry, shape: .mark(item.shape), y: height - y - step / 2))
    }
    let thick = step - min(0.7 * ground.style.unit, step * 0.25)
    for item in columns.short {
      guard let y = heights[item.entry] else { continue }
      let rect = Rect(columns.lefts[item.column], height - y - thick, block, thick)
      let hollow = isOpen(item.entry)
      marks.append(
        PlannedMark(entry: item.entry, shape: .block(rect, hollow: hollow), y: rect.centre.y))
    }
    return PlannedLane(height: height, marks: marks + labelled)
  }

  /// Every column a bar; what is not certain stands hollow on top of it.
  func bars() -> PlannedLane {
    let step = 5.3 * ground.style.unit * unit
    var bars: [PlannedBar] = []
    var entries: [[Int]] = Array(repeating: [], count: columns.lefts.count)
    for item in columns.long { entries[item.columns.lowerBound].append(item.entry) }
    for item in columns.short { entries[item.column].append(item.entry) }
    for (column, all) in entries.enumerated() {
      let own = all.filter { !chosen.contains($0) }
      let open = own.filter(isOpen)
      let firm = own.filter { !isOpen($0) }
      var y = base
      for (group, hollow) in [(firm, false), (open, true)] where !group.isEmpty {
        let high = Double(group.count) * step
        let rect = Rect(columns.lefts[column], height - y - high, block, high)
        bars.append(
          PlannedBar(entries: group, days: columns.days(column), rect: rect, hollow: hollow))
        y += high
      }
    }
    return PlannedLane(height: height, marks: labelled, bars: bars)
  }

  private var labelled: [PlannedMark] {
    labels.map { label in
      var mark = label.mark
      mark.y = height - label.box.centre.y
      return mark
    }
  }

  private func isOpen(_ entry: Int) -> Bool {
    [.planned, .conditional, .doubtful].contains(columns.lane.entries[entry].mark)
  }
}

/// Puts labelled marks over a skyline, as low as they can stand.
private struct LabelStack {
  let columns: LaneColumns
  let ground: TimelineGround
  let block: Double
  let skyline: [Double]
  let base: Double
  private var placed: [Rect] = []

  init(
    columns: LaneColumns, ground: TimelineGround, block: Double, skyline: [Double], base: Double
  ) {
    self.columns = columns
    self.ground = ground
    self.block = block
    self.skyline = skyline
    self.base = base
  }

  /// The mark with its label and the room that both take; the height is that above the lane's base.
  mutating func place(_ entry: Int) -> (mark: PlannedMark, box: Rect)? {
    let datum = columns.lane.entries[entry]
    let shape = ground.shape(datum, rank: 0)
    let high = 16 * max(0.62, ground.style.unit)
    let label = ground.label(datum, shape, rank: 1)
    var best: (side: LanePlacer.Side, box: Rect)?
    for (side, left, right) in sides(shape, label) {
      let y = lowest(left, right, high)
      if best.map({ y < $0.box.y }) ?? true {
        best = (side, Rect(left, y, right - left, high))
      }
    }
    guard let best else { return nil }
    placed.append(best.box)
    var mark = PlannedMark(entry: entry, shape: .mark(shape), y: 0)
    if best.side != .none {
      mark.label = label
      mark.label?.side = best.side
    }
    return (mark, best.box)
  }

  private func sides(
    _ shape: MarkShape, _ label: EntryLabel?
  ) -> [(LanePlacer.Side, Double, Double)] {
    guard let label else { return [(.none, shape.left, shape.right)] }
    let long = shape.right - shape.left + ground.gaps.label + label.width
    var sides: [(LanePlacer.Side, Double, Double)] = []
    let end = shape.left + long
    if end <= ground.scale.right, ground.endLimit(shape).map({ end <= $0 }) ?? true {
      sides.append((.right, shape.left, end))
    }
    if shape.right - long >= ground.scale.left {
      sides.append((.left, shape.right - long, shape.right))
    }
    return sides.isEmpty ? [(.none, shape.left, shape.right)] : sides
  }

  /// The lowest height above the columns of a stretch at which no label stands.
  private func lowest(_ left: Double, _ right: Double, _ high: Double) -> Double {
    let clear = 5 * ground.style.unit
    var y = base
    for (column, x) in columns.lefts.enumerated()
    where x < right + clear && x + block > left - clear {
      y = max(y, skyline[column])
    }
    let near = placed.filter { $0.x < right + clear && left - clear < $0.maxX }.sorted {
      $0.y < $1.y
    }
    for other in near where other.y < y + high && y < other.maxY { y = other.maxY }
    return y
  }
}
