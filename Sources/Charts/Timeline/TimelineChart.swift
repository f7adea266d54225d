import Chronology
public import Drawing

/// Draws a timeline: sparse, with every label on its mark's row, as long as the rows fit; then with
/// fewer labels; then as strips of blocks. No entry is left out without being counted.
public struct TimelineChart {
  let spec: TimelineSpec
  let style: Style
  let theme: Theme
  let measurer: any TextMeasurer
  let size: Size

  /// - Parameter size: the frame's; where the style does not fill the height, the largest height.
  public init(
    _ spec: TimelineSpec, style: Style, theme: Theme, measurer: any TextMeasurer, size: Size
  ) {
    self.spec = spec
    self.style = style
    self.theme = theme
    self.measurer = measurer
    self.size = size
  }

  var right: Double { size.width - style.margin }
  private var entries: Int { spec.lanes.reduce(0) { $0 + $1.entries.count } }

  /// A plan with the legend that belongs to it.
  private struct Arrangement {
    var plan: TimelinePlan
    var legend: [LegendItem]
  }

  /// Lays it out and draws it.
  public func draw() -> Drawn {
    let canvas = Canvas(measurer, theme, style)
    // The names stand where reading begins.
    let gutter = gutter(canvas)
    let scale = TimeScale(
      spec.years, from: style.margin + (style.isRightToLeft ? 0 : gutter),
      to: right - (style.isRightToLeft ? gutter : 0))
    let ground = TimelineGround(
      spec: spec, style: style, scale: scale, canvas: canvas,
      limit: spec.asOf.map { scale.x($0.day) })
    let arranged = arrange(ground)
    var plot = TimelinePlot(
      spec: spec, style: style, theme: theme, plan: arranged.plan, gutter: gutter,
      legend: arranged.legend, entries: entries
    ).plot
    plot.unnamedWords = moreWords(plot, arranged.plan, canvas)
    var drawn = plot.draw(style: style, theme: theme, measurer: measurer, size: size)
    drawn.labelled = zip(spec.lanes, arranged.plan.lanes).flatMap { lane, planned in
      planned.marks.filter { $0.label != nil }.map { lane.entries[$0.entry].id }
    }
    return drawn
  }

  /// What is said of the unlabelled: where else they stand, with their places if there is room.
  private func moreWords(_ plot: Plot, _ plan: TimelinePlan, _ canvas: Canvas) -> String {
    if !plan.isDense, !spec.numberedWords.isEmpty { return spec.numberedWords }
    let places = zip(spec.lanes, plan.lanes).flatMap { lane, planned in
      planned.unlabelled.compactMap { lane.entries[$0].place }
    }
    func foot(_ plot: Plot) -> Double {
      let caption = PlotCaption(
        plot, style: style, width: size.width, canvas, unnamed: plot.unnamedLimit)
      return caption.layout.footHeight(legendRows: caption.legend.rows.count)
    }
    var longer = plot
    longer.unnamedWords += " " + Numbers.list(places)
    return !places.isEmpty && longer.unnamedWords.count < 64 && foot(longer) <= foot(plot)
      ? longer.unnamedWords : plot.unnamedWords
  }

  private func gutter(_ canvas: Canvas) -> Double {
    let names = spec.lanes.map {
      18 * style.unit + canvas.width($0.name, style.name) + 6
        + (style.fillsHeight ? canvas.width($0.count, style.count) : 0) + 8
    }
    return max(style.gutter, names.max() ?? 0)
  }

  private func arrange(_ ground: TimelineGround) -> Arrangement {
    let marks = legend(ground, nil, blocks: false)
    if let plan = sparse(ground, room(marks, ground)) {
      return Arrangement(plan: plan, legend: marks)
    }
    // What a dense chart will need in its legend is known only when it is laid out: until then,
    // the most that it may need is kept free.
    let widest = legend(ground, nil, blocks: true)
    let least = room(widest, ground)
    let plan = DensePlanner(ground, height: least).plan(labels: 40)
    let own = legend(ground, plan, blocks: true)
    let most = room(own, ground)
    if most < least + 8 * style.unit { return Arrangement(plan: plan, legend: own) }
    // Its own legend is shorter: what that leaves is for the lanes, unless more marks need more rows.
    let larger = DensePlanner(ground, height: most).plan(labels: 40)
    let legend = legend(ground, larger, blocks: true)
    return room(legend, ground) < most
      ? Arrangement(plan: plan, legend: own) : Arrangement(plan: larger, legend: legend)
  }

  /// The height that lanes may have.
  private func room(_ legend: [LegendItem], _ ground: TimelineGround) -> Double {
    let plot = TimelinePlot(
      spec: spec, style: style, theme: theme, plan: TimelinePlan(lanes: []), gutter: 0,
      legend: legend, entries: entries
    )
    let caption = PlotCaption(
      plot.plot, style: style, width: size.width, ground.canvas, unnamed: entries)
    return size.height - caption.layout.top - plot.beside
      - caption.layout.footHeight(legendRows: caption.legend.rows.count)
  }

  private func sparse(_ ground: TimelineGround, _ room: Double) -> TimelinePlan? {
    // Dots in so many rows mean nothing that blocks do not say better.
    if entries > (style.fillsHeight ? 150 : 600) { return nil }
    let widest = entries <= 3 ? 40.0 : entries <= 12 ? 32 : 24
    let sparse = SparsePlanner(
      ground: ground, pitch: style.fillsHeight ? 15...widest : 10.6...14,
      padding: style.fillsHeight ? 9...18 : 9...9)
    if style.fillsHeight { return sparse.plan(labels: min(spec.labelled, entries), height: room) }
    // As many labels as fit: each further one needs at least as many rows.
    let ranked = spec.lanes.flatMap(\.entries).count { $0.rank != nil }
    if let plan = sparse.plan(labels: ranked, height: room) { return plan }
    var low = min(spec.labelled, ranked)
    var high = ranked
    guard var best = sparse.plan(labels: low, height: room) else { return nil }
    while high - low > 1 {
      let middle = (low + high) / 2
      if let plan = sparse.plan(labels: middle, height: room) {
        best = plan
        low = middle
      } else {
        high = middle
      }
    }
    return best
  }

  /// Whether each quiet stretch has room for its shortest words between two names of years.
  private func namesQuiet(_ ground: TimelineGround) -> Bool {
    let canvas = ground.canvas
    let need = (spec.quietWords.map { canvas.width($0, style.note) }.min() ?? 0) + 12 * style.unit
    let name = canvas.width("2000", style.axis)
    return spec.quiet.allSatisfy { years in
      let from = ground.scale.x(year: years.lowerBound)
      let to = ground.scale.x(year: years.upperBound + 1)
      let apart = ground.scale.yearWidth * (ground.scale.years.count > 60 ? 10 : 5)
      return min(to - from, apart - name) >= need
    }
  }

  /// The legend of what was drawn, or, before that is known, of all that may be.
  private func legend(
    _ ground: TimelineGround, _ plan: TimelinePlan?, blocks: Bool
  ) -> [LegendItem] {
    var kinds: Set<LegendItem.Sample> = []
    if let plan {
      for lane in plan.lanes {
        kinds.formUnion(lane.marks.map(\.sample))
        kinds.formUnion(lane.bars.map { .square($0.firmness) })
      }
    } else {
      for lane in spec.lanes {
        for index in lane.entries.indices {
          kinds.insert(ground.shape(lane.entries[index], rank: 0).sample)
        }
      }
      if blocks { kinds.formUnion([.square(.full), .square(.hollow), .square(.hatched)]) }
    }
    let marks = TimeMark.allCases.flatMap { mark in
      [LegendItem.Sample.point(mark), .mark(mark)].map { LegendItem($0, spec.legend[mark] ?? "") }
    }
    let months = plan?.binMonths ?? 0
    let isBars = plan?.lanes.contains { !$0.bars.isEmpty } ?? false
    let names = isBars ? spec.barLegend : spec.blockLegend
    let block = names[months] ?? names.values.max { ($0.count, $0) < ($1.count, $1) }
    let squares = [
      LegendItem(.square(.full), block ?? ""),
      LegendItem(.square(.hollow), isBars ? spec.hollowBarLegend : spec.hollowBlockLegend),
      LegendItem(.square(.hatched), spec.hatchedLegend),
    ]
    // All forms of one name stand before it.
    var items: [LegendItem] = []
    for item in marks + squares where kinds.contains(item.sample) && !item.name.isEmpty {
      if let same = items.firstIndex(where: { $0.name == item.name }) {
        items[same].also.append(item.sample)
      } else {
        items.append(item)
      }
    }
    // Where the names of years leave no room for the words on it, the ground is named here.
    if style.fillsHeight, !spec.quiet.isEmpty, !namesQuiet(ground),
      let words = spec.quietWords.first
    {
      items.append(LegendItem(.ground(.band), words))
    }
    // One kind of mark needs no key, unless it is one that a reader may misread.
    return items.count == 1 && items[0].sample == .mark(.point) ? [] : items
  }
}
