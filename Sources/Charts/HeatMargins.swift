import Drawing

extension HeatChart {
  func rowTotal(_ total: Int, _ y: Double, _ layout: Layout, _ canvas: inout Canvas) {
    guard wide else {
      canvas.centred("\(total)", right, y, style.value, anchor: .end)
      return
    }
    let most = max(1, spec.rows.map { $0.counts.reduce(0, +) }.max() ?? 1)
    let left = layout.bands.right + 10
    let length = 44 * Double(total) / Double(most)
    let high = min(16, layout.row * 0.5)
    canvas.fill(Rect(left, y - high / 2, length, high), theme.neutral)
    canvas.centred("\(total)", left + length + 4, y, style.note)
  }

  func columnBars(_ layout: Layout, _ top: Double, _ canvas: inout Canvas) {
    let base = layout.top - 8
    let totals = spec.totals
    let most = max(1, totals.max() ?? 1)
    let room = base - top - 12
    let scale = min(room / Double(most), 12)
    for (bin, total) in totals.enumerated() where total > 0 {
      let height = Double(total) * scale
      let width = layout.bands.step * 0.8
      let bar = Rect(layout.bands.centre(bin) - width / 2, base - height, width, height)
      if bin == spec.partial {
        canvas.items += BlockMark(theme: theme, unit: 1).items(bar, .hatched, theme.neutral)
      } else {
        canvas.fill(bar, theme.neutral)
      }
      var font = style.note
      if total == most { font.weight = .bold }
      canvas.text(
        "\(total)", layout.bands.centre(bin), bar.y - 4, font,
        total == most ? theme.ink : theme.secondary, anchor: .middle)
    }
    canvas.rule(
      Point(layout.bands.left, base), Point(layout.bands.right, base), theme.ink, 1.2)
    canvas.centred(spec.totalName, style.margin, base - 8, style.name)
  }

  func totalRow(_ layout: Layout, _ canvas: inout Canvas) {
    let y = layout.bottom + 1 + layout.row / 2
    canvas.rule(
      Point(layout.bands.left, layout.bottom + 1), Point(right, layout.bottom + 1), theme.ink, 0.8)
    canvas.centred(spec.totalName, style.margin + 18 * style.unit, y, style.name)
    for (bin, total) in spec.totals.enumerated() {
      let x = layout.bands.centre(bin)
      if total > 0 {
        canvas.centred("\(total)", x, y, numeral, anchor: .middle)
      } else {
        canvas.items.append(.fill(.circle(Point(x, y), radius: 0.55), theme.rule))
      }
    }
    canvas.centred("\(spec.totals.reduce(0, +))", right, y, style.value, anchor: .end)
  }

  func years(_ layout: Layout, _ y: Double, _ canvas: inout Canvas) {
    let width = canvas.width(spec.bins.mark(0), style.axis)
    var indices = spec.bins.labels(
      step: layout.bands.step, nameWidth: width, clear: 7 * style.unit)
    if let partial = spec.partial {
      let short = spec.bins.mark(partial) + "*"
      let mine = canvas.width(short, style.axis)
      let need = (width + mine) / 2 + 4 * style.unit
      indices.removeAll { $0 == partial || Double(partial - $0) * layout.bands.step < need }
      let x = layout.bands.centre(partial)
      canvas.text(short, x, y, style.axis, theme.secondary, anchor: .middle)
    }
    for index in indices {
      canvas.text(
        spec.bins.mark(index), layout.bands.centre(index), y, style.axis, theme.secondary,
        anchor: .middle)
    }
  }

  private var keyCell: Size { Size(wide ? 30 : 18, wide ? 16 : 9) }

  /// Where the words after the key begin.
  func keyEnd(_ canvas: Canvas) -> Double {
    let cells = Double(theme.ramp.count) * (keyCell.width + 2 * style.unit)
    return style.margin + canvas.width(spec.keyName, style.note) + 22 * style.unit + cells
  }

  func key(_ baseline: Double, words: Bool, _ canvas: inout Canvas) {
    let size = keyCell
    canvas.text(spec.keyName, style.margin, baseline, style.note, theme.secondary)
    var x = style.margin + canvas.width(spec.keyName, style.note) + 10 * style.unit
    let middle = baseline - 0.36 * style.note.size
    var font = style.note
    font.weight = .semibold
    for step in theme.ramp {
      canvas.fill(Rect(x, middle - size.height / 2, size.width, size.height), step.fill)
      canvas.text(
        step.name, x + size.width / 2, baseline, font, step.ink, anchor: .middle)
      x += size.width + 2 * style.unit
    }
    guard words else { return }
    canvas.text(spec.keyWords, keyEnd(canvas), baseline, style.note, theme.secondary)
  }
}
