import Drawing

/// Draws one planned mark with its label.
struct MarkDrawing {
  let style: Style
  let theme: Theme
  let look: SeriesStyle

  func items(_ mark: PlannedMark, laneTop: Double, _ canvas: Canvas) -> [Item] {
    var drawing = Canvas(canvas.measurer, theme)
    let y = laneTop + mark.y
    if let label = mark.label { knockOut(mark, label, y, &drawing) }
    switch mark.shape {
    case .mark(let shape): drawing.items += shape.items(y, look, theme)
    case .block(let rect, let hollow):
      let area = Rect(rect.x, laneTop + rect.y, rect.width, rect.height)
      let line = style.unit
      drawing.items.append(
        hollow && rect.height > 2.5 * line
          ? .stroke(.rect(area.inset(by: line / 2)), Stroke(look.color, width: line))
          : .fill(.rect(area), look.color))
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

  private func start(_ mark: PlannedMark, _ label: EntryLabel) -> Double {
    let gap = style.fillsHeight ? 7.0 : 4
    return switch label.side {
    case .inside: mark.shape.left + gap + 1
    case .left: mark.shape.left - gap - label.width
    default: mark.shape.right + gap
    }
  }

  private func knockOut(
    _ mark: PlannedMark, _ label: EntryLabel, _ y: Double, _ drawing: inout Canvas
  ) {
    guard !style.fillsHeight, let paper = theme.paper, label.side == .left || label.side == .right
    else { return }
    let height = style.label.size * 1.24
    drawing.fill(
      Rect(start(mark, label) - 1, y - height / 2, label.width + 2, height), paper)
  }

  private func words(
    _ mark: PlannedMark, _ label: EntryLabel, _ y: Double, _ drawing: inout Canvas
  ) {
    let font = label.rank == 0 ? style.label : style.minorLabel
    let color = label.rank == 0 ? theme.ink : theme.secondary
    var x = start(mark, label)
    if label.side == .left {
      x = mark.shape.left - (style.fillsHeight ? 7 : 4) - natural(label, drawing)
    }
    let baseline = y + 0.36 * font.size
    drawing.text(label.words, x, baseline, font, color)
    x += drawing.width(label.words, font)
    if !label.suffix.isEmpty {
      x += 8 * style.unit
      drawing.text(label.suffix, x, baseline, style.minorLabel, theme.secondary)
      x += drawing.width(label.suffix, style.minorLabel)
    }
    if !label.number.isEmpty {
      drawing.text(label.number, x + 4, baseline, style.number, theme.secondary)
    }
  }

  /// Width as measured, without slack, so that a left-hand label ends at its mark.
  private func natural(_ label: EntryLabel, _ canvas: Canvas) -> Double {
    var width = canvas.width(label.words, label.rank == 0 ? style.label : style.minorLabel)
    if !label.suffix.isEmpty {
      width += 8 * style.unit + canvas.width(label.suffix, style.minorLabel)
    }
    if !label.number.isEmpty { width += 4 + canvas.width(label.number, style.number) }
    return width
  }
}
