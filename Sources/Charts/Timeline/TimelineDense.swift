import Chronology
import Drawing

/// Strips of blocks: every event a block in its column of time, the most salient labelled above the
/// columns, in the air over empty years. Where blocks would be too thin to be told apart, a column is
/// one bar on a scale that all lanes share.
struct DensePlanner {
  let ground: TimelineGround
  /// For all lanes.
  private let height: Double
  private let minimumLane: Double
  /// Whether lanes have room for numbers above their bars.
  private let hasNumbers: Bool

  init(_ ground: TimelineGround, height: Double) {
    self.ground = ground
    self.height = height
    // Where many lanes share little height, they are as high as their names at least.
    let share = height / Double(max(1, ground.spec.lanes.count))
    minimumLane = max(14.5, min(22, share)) * max(0.6, ground.style.unit)
    hasNumbers = share >= 30 * ground.style.unit
  }

  private var unit: Double { ground.style.unit }
  /// Side of a block.
  private var block: Double { 4.6 * unit }
  private var air: Double { 0.7 * unit }

  /// Below this share of their full height blocks are no squares any more: what is lost of it has to
  /// be won in labels.
  private static let leastSquare = 0.64
  /// Below this share they are no blocks any more.
  private static let leastBlock = 0.38
  /// Share of the height that bars may take before there are labels.
  private static let barShare = 0.9
  /// Where the highest bar would be lower than this on a slide, bars take all the height.
  private static let leastBar = 40.0
  /// As many labels as one looks for on a slide: for more, blocks do not shrink.
  private static let enough = 24
  /// More than these never stand as blocks on one sheet.
  private static let mostBlocks = 1500

  /// The plan with as many labels as fit, up to `labels`; blocks shrink where that wins many.
  func plan(labels: Int) -> TimelinePlan {
    let order = candidates(labels).map(forms)
    let blocks = columns(width: block + air, isBars: false)
    let need = min(order.count, DensePlanner.enough)
    if ground.spec.lanes.reduce(0, { $0 + $1.entries.count }) <= DensePlanner.mostBlocks {
      var share = 1.0
      var best: (lanes: [DenseStrip], height: Double, labels: Int)?
      var worth = -1.0
      while share >= DensePlanner.leastBlock, best.map({ $0.labels < need }) ?? true {
        let strips = strips(blocks, order, labels, step: (block + air) * share, height)
        let value = Double(strips.labels) * min(1, share / DensePlanner.leastSquare)
        if strips.height <= height, value > worth { (best, worth) = (strips, value) }
        share *= 0.8
      }
      if let best { return plan(best.lanes, height, blocks) }
    }
    // Where many dates name no more than a year, so does a column.
    let (entries, long) = ground.spec.lanes.reduce((0, 0)) { sum, lane in
      (sum.0 + lane.entries.count, sum.1 + lane.entries.count { $0.last - $0.first > 92 })
    }
    let isByYear = long * 10 > entries
    let bars = columns(width: 3 * unit, least: isByYear ? 12 : 3, isBars: true)
    var step = barStep(bars, DensePlanner.barShare * height)
    let most = Double(bars.flatMap(\.counts).max() ?? 0)
    if most * step < DensePlanner.leastBar * unit { step = barStep(bars, height) }
    let strips = strips(bars, order, labels, step: step, height)
    return plan(strips.lanes, height, bars)
  }

  /// All lanes in columns of at least this width and so many months.
  private func columns(width: Double, least: Int = 3, isBars: Bool) -> [LaneColumns] {
    let widths = [3, 6, 12, 24, 60, 120, 300, 600, 1200]
    // Blocks may stand a little closer, if that tells more of their time.
    let room = isBars ? width : 0.92 * width
    let months =
      widths.first { $0 >= least && Double($0) / 12 * ground.scale.yearWidth >= room } ?? 2400
    let columns = TimeColumns(
      ground, months: months, block: isBars ? .infinity : block, air: isBars ? air : 0.4 * unit)
    return ground.spec.lanes.map {
      LaneColumns($0, ground, columns, block: block, isBars: isBars)
    }
  }

  /// Height of one event in a bar, so that the bars of all lanes take no more than the height.
  private func barStep(_ lanes: [LaneColumns], _ height: Double) -> Double {
    var step = block + air
    func need(_ step: Double) -> Double {
      lanes.reduce(0) { sum, lane in
        sum
          + max(minimumLane, DenseStrip.height(of: lane, step: step, ground, hasNumber: hasNumbers))
      }
    }
    while step > 0.0001, need(step) > max(height, need(0)) { step *= 0.93 }
    return step
  }

  /// Lanes with every label, in the order of salience, that the height has room for. Each stands in
  /// `order` in all its forms, the longest first.
  private func strips(
    _ lanes: [LaneColumns], _ order: [[Candidate]], _ most: Int, step: Double, _ height: Double
  ) -> (lanes: [DenseStrip], height: Double, labels: Int) {
    func strip(_ lane: Int, _ chosen: [Candidate]) -> DenseStrip {
      DenseStrip(
        lanes[lane], ground, chosen: chosen, step: step, air: air, least: minimumLane,
        hasNumber: hasNumbers)
    }
    var chosen = lanes.map { _ in [Candidate]() }
    var strips = lanes.indices.map { strip($0, []) }
    var total = strips.reduce(0) { $0 + $1.height }
    func take(_ labels: [Candidate], in lane: Int) -> Bool {
      let tried = strip(lane, labels)
      let sum = total - strips[lane].height + tried.height
      if sum > height { return false }
      (chosen[lane], strips[lane], total) = (labels, tried, sum)
      return true
    }
    var named: [(lane: Int, forms: [Candidate])] = []
    var isFull = lanes.map { _ in false }
    for forms in order where named.count < most {
      guard let shortest = forms.last else { continue }
      let lane = shortest.lane
      // What leads and found no room is not passed over for what does not.
      if isFull[lane], !shortest.leads { continue }
      if take(chosen[lane] + [shortest], in: lane) {
        named.append((lane, forms))
      } else if shortest.leads {
        isFull[lane] = true
      }
    }
    // Each in as many words as there is room for.
    for (lane, forms) in named {
      guard let place = chosen[lane].firstIndex(where: { $0.entry == forms[0].entry }) else {
        continue
      }
      for form in forms.dropLast() {
        var longer = chosen[lane]
        longer[place] = form
        if take(longer, in: lane) { break }
      }
    }
    return (strips, total, named.count)
  }

  private func forms(_ candidate: Candidate) -> [Candidate] {
    guard let label = candidate.label else { return [candidate] }
    let entry = ground.spec.lanes[candidate.lane].entries[candidate.entry]
    return ground.forms(of: label, entry).map {
      var form = candidate
      form.label = $0
      return form
    }
  }

  private func plan(
    _ strips: [DenseStrip], _ height: Double, _ columns: [LaneColumns]
  ) -> TimelinePlan {
    let total = strips.reduce(0) { $0 + $1.height }
    let spare = min(12, max(0, height - total) / Double(max(1, strips.count)))
    return TimelinePlan(
      lanes: strips.map { $0.lane.lowered(by: spare) }, isDense: true,
      binMonths: columns.first?.columns.months ?? 12)
  }

  /// The most salient of each lane that is asserted, then what leads, then by salience.
  private func candidates(_ limit: Int) -> [Candidate] {
    var all: [(first: Int, rank: Int, candidate: Candidate)] = []
    for (index, lane) in ground.spec.lanes.enumerated() {
      let ranked = lane.entries.indices.compactMap { entry in
        lane.entries[entry].rank.map { (rank: $0, entry: entry) }
      }.sorted { ($0.rank, $0.entry) < ($1.rank, $1.entry) }
      // A large mark without words says no more than a small one.
      var isFirst = true
      for item in ranked.prefix(3 * limit) {
        guard let candidate = candidate(index, item.entry) else { continue }
        let isOpen = [.planned, .conditional].contains(lane.entries[item.entry].mark)
        all.append((isFirst && !isOpen ? 0 : candidate.leads ? 1 : 2, item.rank, candidate))
        isFirst = false
      }
    }
    func key(_ item: (first: Int, rank: Int, candidate: Candidate)) -> (Int, Int, Int, Int) {
      (item.first, item.rank, item.candidate.lane, item.candidate.entry)
    }
    return all.sorted { key($0) < key($1) }.prefix(6 * limit).map(\.candidate)
  }

  /// An entry with its label; nil where there is no room for one.
  private func candidate(_ lane: Int, _ index: Int) -> Candidate? {
    let entry = ground.spec.lanes[lane].entries[index]
    let shape = ground.shape(entry, rank: 0)
    guard var label = ground.label(entry, shape, rank: 1) else { return nil }
    let reach = ground.gaps.label + label.width
    guard
      shape.right + reach <= ground.scale.right
        || shape.left - reach >= ground.startLimit(shape)
    else { return nil }
    label.isPlain = true
    return Candidate(
      lane: lane, entry: index, shape: shape, label: label, leads: entry.leads)
  }
}

/// An entry that may be labelled.
struct Candidate {
  var lane: Int
  var entry: Int
  var shape: MarkShape
  var label: EntryLabel?
  var leads: Bool
}

extension PlannedLane {
  /// The same with air above.
  fileprivate func lowered(by amount: Double) -> PlannedLane {
    var lane = self
    lane.height += amount
    for index in lane.bars.indices { lane.bars[index].rect.y += amount }
    for index in lane.numbers.indices { lane.numbers[index].at.y += amount }
    for index in lane.marks.indices {
      lane.marks[index].y += amount
      if case .block(let rect, let firmness) = lane.marks[index].shape {
        let lower = Rect(rect.x, rect.y + amount, rect.width, rect.height)
        lane.marks[index].shape = .block(lower, firmness)
      }
    }
    return lane
  }
}
