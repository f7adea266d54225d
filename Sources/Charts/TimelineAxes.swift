import Chronology
import Drawing

extension TimelineChart {
  /// Grid, years above and below, the quiet stretch, the as-of line and what else is pointed out.
  func axes(
    _ ground: TimelineGround, top: Double, bottom: Double, _ canvas: inout Canvas
  ) {
    let scale = ground.scale
    let stubs = style.fillsHeight ? 0.0 : 19
    if let quiet = spec.quiet, style.fillsHeight {
      let left = scale.x(year: quiet.lowerBound)
      canvas.fill(
        Rect(left, top, scale.x(year: quiet.upperBound + 1) - left, bottom - top), theme.band)
    }
    let names = ticks(ground)
    let strong = Set(names.map(\.x))
    for x in minor(scale) where !strong.contains(x) {
      canvas.rule(Point(x, top), Point(x, bottom), theme.minor, 1 * style.unit)
    }
    for tick in names where tick.hasLine {
      canvas.rule(Point(tick.x, top - stubs), Point(tick.x, bottom), theme.major, 1 * style.unit)
    }
    var taken = above(ground, top, bottom, &canvas)
    let baseline = style.fillsHeight ? top - 7 : top - 15
    let below = bottom + (style.fillsHeight ? 15 : 9)
    for tick in names {
      let box = nameBox(tick, canvas)
      if box.maxX - 3 > size.width { continue }
      place(tick, below, &canvas)
      // On a slide the as-of date stands in the same row and is the rarer word.
      let blocked = style.fillsHeight && taken.contains { $0.intersects(box) }
      if !blocked {
        place(tick, baseline, &canvas)
        if style.fillsHeight { taken.append(box) }
      }
    }
    quietWord(ground, baseline, taken, &canvas)
  }

  private struct Tick {
    var x: Double
    var name: String
    var hasLine = true
    /// Centred there, not at the line.
    var nameX: Double?
  }

  private func ticks(_ ground: TimelineGround) -> [Tick] {
    let scale = ground.scale
    if scale.years.count == 1 {
      let step = scale.yearWidth / 12
      return (0..<12).map { month in
        let day = Day(year: scale.years.lowerBound, month: month + 1, day: 1) ?? Day(number: 0)
        return Tick(
          x: scale.x(day), name: spec.monthNames[month % spec.monthNames.count],
          nameX: scale.x(day) + step / 2)
      }
    }
    let width = ground.canvas.width("2000", style.axis)
    let ticks = YearTicks(scale, nameWidth: width)
    return ticks.labelled(scale, nameWidth: width).map { Tick(x: scale.x(year: $0), name: "\($0)") }
  }

  private func minor(_ scale: TimeScale) -> [Double] {
    guard scale.years.count > 1 else { return [scale.right] }
    if scale.years.count <= 3 {
      let months = scale.years.flatMap { year in
        (1...12).compactMap { Day(year: year, month: $0, day: 1) }
      }
      return months.map { scale.x($0) } + [scale.right]
    }
    let every = YearTicks(scale, nameWidth: 0).minorEvery
    return scale.years.filter { $0 % every == 0 }.map { scale.x(year: $0) } + [scale.right]
  }

  private func nameBox(_ tick: Tick, _ canvas: Canvas) -> Rect {
    let width = canvas.width(tick.name, style.axis)
    let x = tick.nameX ?? tick.x
    let left = style.fillsHeight || tick.nameX != nil ? x - width / 2 : x + 2
    return Rect(left - 3, 0, width + 6, 1)
  }

  private func place(_ tick: Tick, _ baseline: Double, _ canvas: inout Canvas) {
    let centred = style.fillsHeight || tick.nameX != nil
    canvas.text(
      tick.name, tick.nameX ?? (centred ? tick.x : tick.x + 2), baseline, style.axis,
      theme.secondary, anchor: centred ? .middle : .start)
  }

  /// Words in the row over the plot, at lines through it; the spaces they take.
  private func above(
    _ ground: TimelineGround, _ top: Double, _ bottom: Double, _ canvas: inout Canvas
  ) -> [Rect] {
    var taken: [Rect] = []
    let font = style.fillsHeight ? style.note : small(style.axis)
    let baseline = style.fillsHeight ? top - 7 : top - 4
    func words(_ text: String, _ x: Double, _ color: Color) -> Bool {
      let width = canvas.width(text, font)
      let left = min(right - width, max(ground.scale.left, x - width / 2))
      let box = Rect(left - 3, 0, width + 6, 1)
      guard !taken.contains(where: { $0.intersects(box) }), left >= style.margin else {
        return false
      }
      taken.append(box)
      canvas.text(text, left, baseline, font, color)
      return true
    }
    if let asOf = spec.asOf {
      let x = ground.scale.x(asOf.day)
      canvas.rule(
        Point(x, top - 3 * style.unit), Point(x, bottom), theme.ink,
        (style.fillsHeight ? 1.2 : 0.8), dash: style.fillsHeight ? [2, 2] : [])
      _ = words(asOf.text, x, style.fillsHeight ? theme.secondary : theme.ink)
    }
    for callout in spec.callouts {
      let x = ground.scale.x(callout.day)
      let width = canvas.width(callout.text, font)
      // Beside the as-of date if the two would meet.
      let asOfLeft = taken.first.map { $0.x - width / 2 } ?? x
      guard words(callout.text, min(x, asOfLeft - 7), theme.ink) else { continue }
      canvas.rule(
        Point(x, top), Point(x, bottom), theme.secondary, 1.3 * style.unit,
        dash: [1.2 * style.unit, 3.2 * style.unit])
    }
    return taken
  }

  private func small(_ font: Font) -> Font {
    var font = font
    font.size = 7
    font.weight = .medium
    return font
  }

  private func quietWord(
    _ ground: TimelineGround, _ baseline: Double, _ taken: [Rect], _ canvas: inout Canvas
  ) {
    guard let quiet = spec.quiet, style.fillsHeight else { return }
    let left = ground.scale.x(year: quiet.lowerBound)
    let end = ground.scale.x(year: quiet.upperBound + 1)
    for word in spec.quietWords {
      let width = canvas.width(word, style.note)
      let x = (left + end) / 2
      let box = Rect(x - width / 2 - 2, 0, width + 4, 1)
      guard width <= end - left + 20, !taken.contains(where: { $0.intersects(box) }) else {
        continue
      }
      canvas.text(word, x, baseline, style.note, theme.secondary, anchor: .middle)
      return
    }
  }
}
