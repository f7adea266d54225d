import Drawing

/// One lane of a dense timeline: its skyline of blocks or bars, and the labels above it.
struct DenseStrip {
  let height: Double
  private let columns: LaneColumns
  private let ground: TimelineGround
  /// Height of one event.
  private let step: Double
  /// Between two blocks.
  private let air: Double
  private let chosen: Set<Int>
  private let labels: [(mark: PlannedMark, box: Rect)]
  /// Above the highest bar its number.
  private let number: (text: String, box: Rect)?

  private var places: TimeColumns { columns.columns }
  private var base: Double { DenseStrip.base(ground) }
  private static func base(_ ground: TimelineGround) -> Double { 5 * ground.style.unit }

  init(
    _ columns: LaneColumns, _ ground: TimelineGround, chosen: [Candidate], step: Double,
    air: Double, least: Double, hasNumber: Bool
  ) {
    self.columns = columns
    self.ground = ground
    self.step = step
    self.air = air
    self.chosen = Set(chosen.map(\.entry))
    let skyline = DenseStrip.skyline(columns, self.chosen, step, ground)
    number =
      columns.isBars && hasNumber
      ? DenseStrip.number(columns, self.chosen, skyline, ground) : nil
    var placer = LabelStack(columns: columns, ground: ground, skyline: skyline)
    if let number { placer.occupy(number.box) }
    let byTime = ground.order(columns.lane, chosen.map(\.entry)).compactMap { entry in
      chosen.first { $0.entry == entry }
    }
    labels = DenseStrip.lowest([byTime, byTime.reversed(), chosen], placer)
    let tops = [skyline.max() ?? 0, number?.box.maxY ?? 0] + labels.map(\.box.maxY)
    height = max(least, (tops.max() ?? 0) + 4 * ground.style.unit)
  }

  /// The labels placed in the one of several orders in which they take the least height.
  private static func lowest(
    _ orders: [[Candidate]], _ placer: LabelStack
  ) -> [(mark: PlannedMark, box: Rect)] {
    var best: (labels: [(mark: PlannedMark, box: Rect)], height: Double)?
    for order in orders {
      var placer = placer
      let labels = order.map { placer.place($0) }
      let height = labels.map(\.box.maxY).max() ?? 0
      if best.map({ height < $0.height - 0.01 }) ?? true { best = (labels, height) }
      if labels.count < 2 { break }
    }
    return best?.labels ?? []
  }

  /// What a lane of bars needs without labels.
  static func height(
    of columns: LaneColumns, step: Double, _ ground: TimelineGround, hasNumber: Bool
  ) -> Double {
    base(ground) + Double(columns.heights().max() ?? 0) * step
      + (hasNumber ? ground.style.number.size * 1.3 : 0) + 4 * ground.style.unit
  }

  /// The height above which each column is free.
  private static func skyline(
    _ columns: LaneColumns, _ chosen: Set<Int>, _ step: Double, _ ground: TimelineGround
  ) -> [Double] {
    let base = base(ground)
    guard columns.isBars else { return stack(columns, chosen, step, base) { _, _ in } }
    return columns.heights(without: chosen).map { base + Double($0) * step }
  }

  /// Stacks the entries without label.
  private static func stack(
    _ columns: LaneColumns, _ chosen: Set<Int>, _ step: Double, _ base: Double,
    draw: (Int, Double) -> Void
  ) -> [Double] {
    var skyline = [Double](repeating: base, count: columns.columns.lefts.count)
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

  /// How many stand in the highest bar, above it.
  private static func number(
    _ columns: LaneColumns, _ chosen: Set<Int>, _ skyline: [Double], _ ground: TimelineGround
  ) -> (text: String, box: Rect)? {
    guard let top = skyline.max(), let column = skyline.lastIndex(of: top) else { return nil }
    let count = columns.heights(without: chosen)[column]
    if count < 2 { return nil }
    let font = ground.style.number
    let text = "\(count)"
    let width = ground.canvas.width(text, font)
    let middle = columns.columns.middle(column)
    var left = min(ground.scale.right - width, max(ground.scale.left, middle - width / 2))
    // No line runs through it.
    if let limit = ground.limit, left < limit, limit < left + width + 3 {
      left = max(ground.scale.left, limit - width - 3 * ground.style.unit)
    }
    return (text, Rect(left, top + 0.15 * font.size, width, font.size))
  }

  /// The lane in place.
  var lane: PlannedLane {
    var lane = PlannedLane(height: height, marks: columns.isBars ? [] : blocks)
    if columns.isBars { lane.bars = bars }
    for (mark, box) in labels {
      var mark = mark
      mark.y = height - box.centre.y
      lane.marks.append(mark)
    }
    if let number {
      let at = Point(number.box.centre.x, height - number.box.centre.y)
      lane.numbers.append((number.text, at))
    }
    return lane
  }

  /// Every event a block or a line.
  private var blocks: [PlannedMark] {
    var heights: [Int: Double] = [:]
    _ = DenseStrip.stack(columns, chosen, step, base) { heights[$0] = $1 }
    var marks: [PlannedMark] = []
    for item in columns.long {
      guard let y = heights[item.entry] else { continue }
      marks.append(
        PlannedMark(entry: item.entry, shape: .mark(item.shape), y: height - y - step / 2))
    }
    let thick = step - min(air, step * 0.25)
    for item in columns.short {
      guard let y = heights[item.entry] else { continue }
      let rect = Rect(
        places.lefts[item.column], height - y - thick, places.widths[item.column], thick)
      marks.append(
        PlannedMark(
          entry: item.entry, shape: .block(rect, columns.firmness(item.entry)),
          y: rect.centre.y))
    }
    return marks
  }

  /// Over all the columns in which they may lie, hollow: what is known to the decade only.
  private var wideBars: [PlannedBar] {
    var heights = columns.groups(without: chosen).map(\.count)
    return columns.wide.compactMap { item in
      let own = item.entries.filter { !chosen.contains($0) }
      if own.isEmpty { return nil }
      let foot = heights[item.columns].max() ?? 0
      for column in item.columns { heights[column] = foot + own.count }
      let (left, high) = (places.lefts[item.columns.lowerBound], Double(own.count) * step)
      let right = places.right(item.columns.upperBound)
      let rect = Rect(
        left, height - base - Double(foot) * step - high, right - left, high)
      let days =
        places.days(item.columns.lowerBound)
        .lowerBound...places.days(item.columns.upperBound)
        .upperBound
      return PlannedBar(entries: own, days: days, rect: rect, firmness: .hollow)
    }
  }

  /// Every column a bar; what is not certain stands hollow on top of it.
  private var bars: [PlannedBar] {
    var bars: [PlannedBar] = []
    for (column, all) in columns.groups(without: chosen).enumerated() {
      var y = base
      for firmness in [Firmness.full, .hollow, .hatched] {
        let group = all.filter { columns.firmness($0) == firmness }
        if group.isEmpty { continue }
        let high = Double(group.count) * step
        let rect = Rect(places.lefts[column], height - y - high, places.widths[column], high)
        bars.append(
          PlannedBar(entries: group, days: places.days(column), rect: rect, firmness: firmness))
        y += high
      }
    }
    return bars + wideBars
  }
}

/// Puts labelled marks over a skyline, as low as they can stand. Heights are those above the lane's
/// lower edge.
private struct LabelStack {
  let columns: LaneColumns
  let ground: TimelineGround
  let skyline: [Double]
  /// From the lowest up.
  private var placed: [(box: Rect, side: LanePlacer.Side)] = []

  init(columns: LaneColumns, ground: TimelineGround, skyline: [Double]) {
    self.columns = columns
    self.ground = ground
    self.skyline = skyline
  }

  mutating func occupy(_ box: Rect, _ side: LanePlacer.Side = .none) {
    let place = placed.firstIndex { $0.box.y > box.y } ?? placed.endIndex
    placed.insert((box, side), at: place)
  }

  /// The mark with its label and the room that both take.
  mutating func place(_ candidate: Candidate) -> (mark: PlannedMark, box: Rect) {
    let shape = candidate.shape
    let high = 16 * max(0.62, ground.style.unit)
    var best: (side: LanePlacer.Side, box: Rect)?
    for (side, left, right) in sides(shape, candidate.label) {
      let y = lowest(left, right, high, side)
      if best.map({ y < $0.box.y }) ?? true {
        best = (side, Rect(left, y, right - left, high))
      }
    }
    let (side, box) = best ?? (.none, Rect(shape.left, 0, shape.right - shape.left, high))
    occupy(box, side)
    var mark = PlannedMark(entry: candidate.entry, shape: .mark(shape), y: 0)
    if side != .none {
      mark.label = candidate.label
      mark.label?.side = side
    }
    return (mark, box)
  }

  private func sides(
    _ shape: MarkShape, _ label: EntryLabel?
  ) -> [(LanePlacer.Side, Double, Double)] {
    guard let label else { return [(.none, shape.left, shape.right)] }
    let long = shape.right - shape.left + ground.gaps.label + label.width
    var sides: [(LanePlacer.Side, Double, Double)] = []
    let end = shape.left + long
    if end <= ground.scale.right, ground.endLimit(shape, label).map({ end <= $0 }) ?? true {
      sides.append((.right, shape.left, end))
    }
    if shape.right - long >= ground.startLimit(shape) {
      sides.append((.left, shape.right - long, shape.right))
    }
    return sides.isEmpty ? [(.none, shape.left, shape.right)] : sides
  }

  /// The lowest height above the columns of a stretch at which no label stands.
  private func lowest(
    _ left: Double, _ right: Double, _ high: Double, _ side: LanePlacer.Side
  ) -> Double {
    let clear = 5 * ground.style.unit
    var y = 5 * ground.style.unit
    let places = columns.columns
    var column = places.firstColumn(reaching: left - clear)
    while column < skyline.count, places.lefts[column] < right + clear {
      y = max(y, skyline[column])
      column += 1
    }
    let facing = ground.gaps.facing
    for other in placed where other.box.y < y + high && y < other.box.maxY {
      // Two labels that face each other would be read as one.
      let before = other.side == .right && side == .left ? facing : clear
      let after = other.side == .left && side == .right ? facing : clear
      if other.box.x < right + after, left - before < other.box.maxX { y = other.box.maxY }
    }
    return y
  }
}
