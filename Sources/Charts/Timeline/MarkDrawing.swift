import Chronology
import Drawing

/// Draws planned marks with their labels.
struct MarkDrawing {
  let style: Style
  let theme: Theme
  let look: SeriesStyle

  /// Draws a lane whose upper edge is `top`.
  func draw(_ placed: PlacedLane, top: Double, _ canvas: inout Canvas) {
    for bar in placed.planned.bars { draw(bar, placed.lane, top, &canvas) }
    for number in placed.planned.numbers {
      canvas.centred(
        number.text, number.at.x, top + number.at.y, style.number, theme.secondary, anchor: .middle)
    }
    for mark in placed.planned.marks {
      let entry = placed.lane.entries[mark.entry]
      let items = items(mark, laneTop: top, canvas)
      canvas.items.append(
        .group(Group(.mark, id: entry.id, title: entry.title.text, link: entry.link, items)))
    }
  }

  private func draw(
    _ bar: PlannedBar, _ lane: TimelineLane, _ top: Double, _ canvas: inout Canvas
  ) {
    let area = Rect(bar.rect.x, top + bar.rect.y, bar.rect.width, bar.rect.height)
    let items = block(area, bar.firmness)
    let first = lane.entries[bar.entries[0]]
    if bar.entries.count == 1 {
      canvas.items.append(.group(Group(.mark, id: first.id, title: first.title.text, items)))
      return
    }
    let days = bar.days
    let title = "\(bar.entries.count) × \(lane.name), \(days.lowerBound)/\(days.upperBound)"
    let id = "bar-\(lane.id)-\(days.lowerBound)" + bar.ending
    canvas.items.append(.group(Group(.mark, id: id, title: title, items)))
  }

  private func block(_ area: Rect, _ firmness: Firmness) -> [Item] {
    SmallBlock(unit: style.unit, color: look.color).items(area, firmness)
  }

  func items(_ mark: PlannedMark, laneTop: Double, _ canvas: Canvas) -> [Item] {
    var drawing = canvas
    drawing.items = []
    let y = laneTop + mark.y
    if let label = mark.label { knockOut(mark, label, y, &drawing) }
    switch mark.shape {
    case .mark(let shape): drawing.items += shape.items(y, look, theme, words: gap(mark, shape))
    case .block(let rect, let firmness):
      let area = Rect(rect.x, laneTop + rect.y, rect.width, rect.height)
      drawing.items += block(area, firmness)
    }
    if let label = mark.label { words(mark, label, y, &drawing) }
    if let note = mark.note {
      let gap = style.noteGap
      drawing.centred(
        note, mark.notesLeft ? mark.shape.left - gap : mark.shape.right + gap, y, style.number,
        theme.secondary, anchor: mark.notesLeft ? .end : .start)
    }
    return drawing.items
  }

  /// Where a line is interrupted by the words on it.
  private func gap(_ mark: PlannedMark, _ shape: MarkShape) -> ClosedRange<Double>? {
    guard let label = mark.label, label.side == .inside, shape.isLine else { return nil }
    let from = start(mark, label)
    return from - 6 * style.unit...from + label.width + 4 * style.unit
  }

  private func start(_ mark: PlannedMark, _ label: EntryLabel) -> Double {
    let gap = style.fillsHeight ? 7.0 : 4
    return switch label.side {
    case .inside:
      if case .mark(let shape) = mark.shape, shape.isLine {
        (shape.left + shape.right - label.width) / 2
      } else {
        mark.shape.left + gap + 1
      }
    case .left: mark.shape.left - gap - label.width
    default: mark.shape.right + gap
    }
  }

  private func knockOut(
    _ mark: PlannedMark, _ label: EntryLabel, _ y: Double, _ drawing: inout Canvas
  ) {
    // A slide has grounds of more than one colour below its labels.
    guard let paper = theme.paper, !style.fillsHeight, label.side == .left || label.side == .right
    else { return }
    let height = style.label.size * 1.24
    drawing.fill(
      Rect(start(mark, label) - 1, y - height / 2, label.width + 1.4, height), paper)
  }

  /// A left-hand label ends at its mark, whatever font it is set in.
  private func words(
    _ mark: PlannedMark, _ label: EntryLabel, _ y: Double, _ drawing: inout Canvas
  ) {
    let isLeft = label.side == .left
    let gap = style.fillsHeight ? 7.0 : 4
    drawing.draw(
      label.line(style), isLeft ? mark.shape.left - gap : start(mark, label), y, style,
      anchor: isLeft ? .end : .start)
  }
}

extension PlannedBar {
  /// Tells the bars of a column, and those over several, apart.
  fileprivate var ending: String {
    switch firmness {
    case .hollow: days.upperBound - days.lowerBound > 3000 ? "-wide" : "-open"
    case .hatched: "-planned"
    default: ""
    }
  }
}
