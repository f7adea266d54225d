import Drawing

/// Puts words at the tips of slopes, where no slope crosses them.
struct SlopeNotePainter {
  let marks: MarkPainter
  let mark: Mark
  let leading: Double
  /// What a line across stands at: words don't stand on it.
  let line: Value?
  /// Steps of the lines behind; a single line of words doesn't stand on one.
  let steps: CountSteps

  private var style: Style { marks.style }

  /// From its foot to its tip, and down again.
  private struct Slope {
    var foot: Point
    var tip: Point

    /// Whether the rectangle reaches into the triangle under the slope.
    func meets(_ r: Rect) -> Bool {
      guard r.maxX > foot.x, r.x < tip.x, tip.x > foot.x else { return false }
      let x = min(r.maxX, tip.x)
      let y = foot.y + (tip.y - foot.y) * (x - foot.x) / (tip.x - foot.x)
      return r.maxY > y
    }
  }

  func draw(_ canvas: inout Canvas) {
    let slopes = mark.data.map(slope)
    let behind =
      (across.map { [$0] } ?? []) + AxisPainter(marks: marks, mark: mark).counts(steps).map(\.at)
    var taken: [Rect] = []
    for (datum, slope) in zip(mark.data, slopes) {
      let lines = datum.words.parts
      guard let first = lines.first else { continue }
      if lines.count > 1, let box = aside(lines, slope, slopes, taken, canvas) {
        taken.append(box)
        for (index, part) in lines.enumerated() {
          canvas.draw(
            Words([part]), box.maxX, box.y + (Double(index) + 0.5) * leading, style, anchor: .end)
        }
        continue
      }
      let width = canvas.width(Words([first]), style)
      let height = leading * 1.05
      let left = min(marks.area(mark).maxX - width / 2, slope.tip.x) - width / 2
      var box = Rect(left, slope.tip.y - height, width, height)
      // The letters stand in the middle of their line.
      let air = (height - style.value.size) / 2
      while let line = behind.first(where: { meets(box.inset(by: air), $0) }) {
        box = Rect(left, line - height - 1.5 * style.unit, width, height)
      }
      guard !taken.contains(where: { $0.intersects(box) }),
        !slopes.contains(where: { $0.tip != slope.tip && $0.meets(box) })
      else { continue }
      taken.append(box)
      canvas.draw(Words([first]), left + width / 2, box.centre.y, style, anchor: .middle)
    }
  }

  private func slope(_ datum: Datum) -> Slope {
    let box = marks.box(mark, Datum(x: datum.x, x2: datum.x2, y: .number(0), y2: datum.y))
    return Slope(foot: Point(box.x, box.maxY), tip: Point(box.maxX, box.y))
  }

  private var across: Double? {
    line.map { marks.box(mark, Datum(y: .number(0), y2: $0)).y }
  }

  private func meets(_ box: Rect, _ y: Double) -> Bool {
    box.y - style.unit < y && y < box.maxY + style.unit
  }

  /// A place left of the slope, its upper edge a little above the tip, or where no line crosses it.
  private func aside(
    _ lines: [Words.Part], _ slope: Slope, _ slopes: [Slope], _ taken: [Rect], _ canvas: Canvas
  ) -> Rect? {
    let width = lines.map { canvas.width(Words([$0]), style) }.max() ?? 0
    let height = leading * Double(lines.count)
    let rise = max(1, slope.foot.y - slope.tip.y)
    let run = slope.tip.x - slope.foot.x
    let high = slope.tip.y - 0.5 * leading
    let beside = across.map { [$0 + 3 * style.unit, $0 - height - 2 * style.unit] } ?? []
    for top in [high] + beside where top >= marks.area(mark).y - 1.5 * leading {
      let bottom = top + height
      let left = slope.tip.x - max(0, bottom - slope.tip.y) * run / rise - 8 * style.unit
      let box = Rect(left - width, top, width, height)
      let isCrossed = across.map { meets(box, $0) } ?? false
      if box.x >= marks.area(mark).x, !isCrossed, !taken.contains(where: { $0.intersects(box) }),
        !slopes.contains(where: { $0.meets(box) }), bottom < slope.foot.y
      {
        return box
      }
    }
    return nil
  }
}
