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

  private func gutter(_ canvas: Canvas) -> Double {
    let names = spec.lanes.map {
      18 * style.unit + canvas.width($0.name, style.name) + 6
        + (style.fillsHeight ? canvas.width($0.count, style.count) : 0) + 8
    }
    return max(style.gutter, names.max() ?? 0)
  }

  /// A plan with the caption and legend that leave it its room.
  private struct Arrangement {
    var plan: TimelinePlan
    var caption: CaptionLayout
    var legend: Legend
    var moreInLegend: Bool
  }

  /// Lays it out and draws it.
  public func draw() -> Drawn {
    var canvas = Canvas(measurer, theme)
    let scale = TimeScale(spec.years, from: style.margin + gutter(canvas), to: right)
    let ground = TimelineGround(
      spec: spec, style: style, scale: scale, canvas: canvas,
      limit: spec.asOf.map { scale.x($0.day) })
    let arranged = arrange(ground)
    let (plan, caption, legend) = (arranged.plan, arranged.caption, arranged.legend)
    canvas.items = caption.head
    let top = plotTop(caption)
    let bottom = top + plan.height + emptyRow

    axes(ground, top: top, bottom: bottom, &canvas)
    heads(plan, top, &canvas)
    if emptyRow > 0 { emptyWords(bottom - emptyRow, bottom, &canvas) }
    let drawn = marks(plan, top, &canvas)
    if entries <= 3 { quotation(ground, bottom + axisBelow, &canvas) }
    let more = entries - plan.labelledCount
    let end =
      style.fillsHeight
      ? size.height - caption.footHeight(legendRows: legend.rows.count) : bottom + axisBelow
    let foot = caption.foot(
      below: end, more: more > 0 ? moreText(more) : nil, moreInLegend: arranged.moreInLegend,
      legendRows: legend.rows.count, canvas)
    canvas.items += foot.items
    legend.draw(foot.legend, &canvas)
    return Drawn(
      title: caption.title, items: canvas.items,
      size: Size(size.width, style.fillsHeight ? size.height : foot.height), marked: drawn.marked,
      labelled: drawn.labelled)
  }

  private var emptyRow: Double { spec.emptyName.isEmpty ? 0 : 27 * style.unit }
  private var axisBelow: Double { style.fillsHeight ? 20 : 12 }
  private func plotTop(_ caption: CaptionLayout) -> Double {
    caption.top + (style.fillsHeight ? 0 : 16)
  }
  private func moreText(_ count: Int) -> String { "+\(count) \(spec.moreWords)" }

  private func arrange(_ ground: TimelineGround) -> Arrangement {
    let all = entries > min(spec.labelled, entries) ? moreText(entries) : nil
    let marks = legend(ground, nil, blocks: false)
    let (inLegend, caption) = caption(marks, all, ground)
    if let plan = sparse(ground, room(caption, marks)) {
      return Arrangement(plan: plan, caption: caption, legend: marks, moreInLegend: inLegend)
    }
    // What a dense chart will need in its legend is known only when it is laid out: until then,
    // the most that it may need is kept free.
    let widest = legend(ground, nil, blocks: true)
    let most = CaptionLayout(
      spec.caption, more: moreText(entries), style: style, width: size.width, ground.canvas)
    let plan = DensePlanner(ground).plan(labels: 40, height: room(most, widest))
    let found = legend(ground, plan, blocks: true)
    let (foundIn, final) = self.caption(found, moreText(entries), ground)
    return Arrangement(plan: plan, caption: final, legend: found, moreInLegend: foundIn)
  }

  private func room(_ caption: CaptionLayout, _ legend: Legend) -> Double {
    size.height - plotTop(caption) - emptyRow - axisBelow
      - caption.footHeight(legendRows: legend.rows.count)
  }

  /// The number of the unlabelled stands in the legend's last row if there is room.
  private func caption(
    _ legend: Legend, _ more: String?, _ ground: TimelineGround
  ) -> (Bool, CaptionLayout) {
    let width = more.map { CaptionLayout.moreWidth($0, style, ground.canvas) } ?? 0
    let fits = !legend.rows.isEmpty && legend.end + width <= right
    return (
      fits,
      CaptionLayout(
        spec.caption, more: fits ? nil : more, style: style, width: size.width, ground.canvas)
    )
  }

  private func sparse(_ ground: TimelineGround, _ room: Double) -> TimelinePlan? {
    let few = entries <= 3
    let sparse = SparsePlanner(
      ground: ground, pitch: style.fillsHeight ? 15...(few ? 40 : 24) : 10.6...14,
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

  /// The legend of what was drawn, or, before that is known, of all that may be.
  private func legend(
    _ ground: TimelineGround, _ plan: TimelinePlan?, blocks: Bool
  ) -> Legend {
    var kinds: Set<LegendItem.Sample> = []
    if let plan {
      for lane in plan.lanes { kinds.formUnion(lane.marks.map(\.sample)) }
    } else {
      for entry in spec.lanes.flatMap(\.entries) {
        kinds.insert(.mark(ground.shape(entry, rank: 0).mark))
      }
      if blocks { kinds.formUnion([.block(hollow: false), .block(hollow: true)]) }
    }
    let marks = TimeMark.allCases.map { mark in
      LegendItem(sample: .mark(mark), name: spec.legend[mark] ?? "")
    }
    let months = plan?.binMonths ?? 0
    let block = spec.blockLegend[months] ?? spec.blockLegend.values.max { $0.count < $1.count }
    let squares = [
      LegendItem(sample: .block(hollow: false), name: block ?? ""),
      LegendItem(sample: .block(hollow: true), name: spec.hollowBlockLegend),
    ]
    let items = (marks + squares).filter { kinds.contains($0.sample) && !$0.name.isEmpty }
    return Legend(items, style: style, from: style.margin, to: right, ground.canvas)
  }

  private func heads(_ plan: TimelinePlan, _ top: Double, _ canvas: inout Canvas) {
    var y = top
    canvas.rule(Point(style.margin, y), Point(right, y), theme.rule, 1 * style.unit)
    for (lane, planned) in zip(spec.lanes, plan.lanes) {
      let pad = plan.isDense ? 11 * max(0.6, style.unit) : headOffset(planned)
      let look = theme.series[lane.series % theme.series.count]
      let row = y + pad
      let x = style.margin + max(6 * style.unit, 3.7)
      canvas.items.append(
        .fill(look.symbol.path(at: Point(x, row), radius: 5.2 * style.unit), look.color))
      let name = style.margin + 18 * style.unit
      canvas.centred(lane.name, name, row, style.name)
      let after = name + canvas.width(lane.name, style.name) + 6
      if style.fillsHeight || planned.height < 26 {
        canvas.centred(lane.count, after, row, style.count, theme.secondary)
      } else {
        canvas.centred(lane.count, name, row + 11, style.count, theme.secondary)
      }
      y += planned.height
      canvas.rule(Point(style.margin, y), Point(right, y), theme.rule, 1 * style.unit)
    }
  }

  /// The head stands on the first row.
  private func headOffset(_ lane: PlannedLane) -> Double {
    lane.marks.map(\.y).min() ?? lane.height / 2
  }

  private func emptyWords(_ top: Double, _ bottom: Double, _ canvas: inout Canvas) {
    let middle = (top + bottom) / 2
    let x = style.margin + 18 * style.unit
    var name = style.name
    name.weight = .semibold
    name.size = style.count.size
    canvas.centred(spec.emptyName, x, middle, name, theme.secondary)
    let after = x + canvas.width(spec.emptyName, name) + 6
    canvas.centred(
      canvas.fit(spec.emptyWords, style.count, right - after), after, middle, style.count,
      theme.secondary)
    canvas.rule(Point(style.margin, bottom), Point(right, bottom), theme.rule, 1 * style.unit)
  }

  private func quotation(_ ground: TimelineGround, _ y: Double, _ canvas: inout Canvas) {
    guard style.fillsHeight, let words = spec.quotationWords, let lane = spec.lanes.first else {
      return
    }
    let font = Font(style.label.family, 16)
    let left = ground.scale.left
    let lines = canvas.wrap(words, font, right - left - 30).prefix(5)
    let top = y + 32
    for (index, line) in lines.enumerated() {
      canvas.text(line, left + 16, top + 16 + Double(index) * 22, font)
    }
    let end = top + Double(lines.count) * 22
    canvas.text(spec.quotationOrigin, left + 16, end + 16, style.subtitle, theme.secondary)
    let look = theme.series[lane.series % theme.series.count]
    canvas.fill(Rect(left, top, 3, end + 20 - top), look.color)
  }

  private func marks(
    _ plan: TimelinePlan, _ top: Double, _ canvas: inout Canvas
  ) -> (marked: [String], labelled: [String]) {
    var marked: [String] = []
    var labelled: [String] = []
    var y = top
    for (lane, planned) in zip(spec.lanes, plan.lanes) {
      let look = theme.series[lane.series % theme.series.count]
      for mark in planned.marks {
        let entry = lane.entries[mark.entry]
        marked.append(entry.id)
        if mark.label != nil { labelled.append(entry.id) }
        let items = MarkDrawing(style: style, theme: theme, look: look).items(
          mark, laneTop: y, canvas)
        canvas.items.append(
          .group(Group(.mark, id: entry.id, title: entry.title, link: entry.link, items)))
      }
      y += planned.height
    }
    return (marked, labelled)
  }
}
