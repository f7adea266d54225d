import Drawing

/// Marks off blocks of a column with a bracket, and places words beside it: where the columns are low and
/// no grid line crosses them.
struct AsidePainter {
  let marks: MarkPainter
  let mark: Mark
  /// Of all columns, in steps.
  let heights: [Int]
  let steps: CountSteps

  private var style: Style { marks.style }

  /// Bracket and words at a column of these marked-off blocks; none where there is no air for them.
  func items(_ box: Rect, _ datum: Datum, _ canvas: Canvas) -> [Item] {
    guard case .years(let bins, let bands) = marks.x(mark), case .number(let year)? = datum.x,
      case .text(let text, let role, let ink)? = datum.words.parts.first
    else { return [] }
    let bin = bins.index(Int(year))
    let font = style.font(role)
    let leading = font.size * 1.28
    for isLeft in [true, false] {
      for top in tops(box, leading * 2) {
        let room = room(bin, isLeft, bands, above: top + 2 * leading)
        let lines = canvas.wrap(text, font, min(room, 250 * style.unit))
        guard room > 60 * style.unit, lines.count <= 2 else { continue }
        var drawing = canvas
        drawing.items = []
        let x = isLeft ? box.x - 9 * style.unit : box.maxX + 8 * style.unit
        for (index, line) in lines.enumerated() {
          drawing.text(
            line, x, top + font.size * 0.86 + Double(index) * leading, font,
            drawing.theme.color(ink), anchor: isLeft ? .end : .start)
        }
        return [bracket(box, drawing.theme.color(datum.ink))] + drawing.items
      }
    }
    return []
  }

  private func bracket(_ box: Rect, _ color: Color) -> Item {
    let x = box.x - 3 * style.unit
    let tip = 2 * style.unit
    let path = Path([
      .move(Point(x + tip, box.y)), .line(Point(x, box.y)), .line(Point(x, box.maxY - 1)),
      .line(Point(x + tip, box.maxY - 1)),
    ])
    return .stroke(path, Stroke(color, width: 1.2 * style.unit))
  }

  /// Upper edges at which words of this height meet no grid line, those nearest to the bracket's first.
  private func tops(_ box: Rect, _ height: Double) -> [Double] {
    let lines = AxisPainter(marks: marks, mark: mark).counts(steps).map(\.at)
    let air = 3 * style.unit
    let down = stride(from: box.y, through: max(box.y, box.maxY - height), by: 1)
    let up = stride(from: box.y, through: max(marks.area(mark).y, box.y - 2 * height), by: -1)
    return (Array(down) + Array(up)).filter { top in
      !lines.contains { $0 > top - air && $0 < top + height + air }
    }.sorted { abs($0 - box.y) < abs($1 - box.y) }
  }

  /// Width over the columns beside one that end below a height.
  private func room(
    _ bin: Int, _ isLeft: Bool, _ bands: BandScale, above bottom: Double
  ) -> Double {
    let scale = marks.y(mark)
    let others =
      isLeft ? Array((0..<bin).reversed()) : Array((bin + 1)..<max(bin + 1, heights.count))
    let free = others.prefix { index in
      (scale.middle(.count(heights[index])) ?? 0) >= bottom
    }.count
    return Double(free) * bands.step - 14 * style.unit
  }
}
