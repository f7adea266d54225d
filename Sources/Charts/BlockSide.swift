import Drawing

extension BlockChart {
  /// Key and columns of numbers beside the plot.
  func sideItems(
    _ top: Double, bases: [Double], columns: [Double], pitch: Double, bottom: Double,
    _ canvas: inout Canvas
  ) {
    guard let last = columns.last, let base = bases.first else { return }
    let left = sideLeft(columns, canvas)
    key(left, top + 2, last, &canvas)
    for (index, name) in spec.columns.enumerated() {
      canvas.text(
        name, columns[index], base - 28, index == 0 ? bold(style.note) : style.note,
        index == 0 ? theme.ink : theme.secondary, anchor: .end)
    }
    for (rowIndex, row) in spec.rows.enumerated() {
      let y = bases[rowIndex] - max(0.42 * style.name.size, 0.7 * pitch)
      for (index, value) in row.cells.enumerated() where index < columns.count {
        let strong = index == 0 || rowIndex == 0
        let font = strong ? style.value : style.axis
        canvas.centred(
          value == 0 ? "·" : "\(value)", columns[index], y, value == 0 ? style.axis : font,
          strong && value > 0 ? theme.ink : theme.secondary, anchor: .end)
      }
    }
    canvas.rule(Point(left, base + 8), Point(last, base + 8), theme.rule, 1)
    canvas.text(
      spec.sum, last, bottom + 16, style.note,
      theme.secondary, anchor: .end)
  }

  /// Where key and columns begin.
  func sideLeft(_ columns: [Double], _ canvas: Canvas) -> Double {
    let texts = spec.key.values.map { 22 + canvas.width($0, style.note) }
    let partial = spec.partial == nil ? 0 : 24 + canvas.width("* " + spec.partialWords, style.note)
    let title = canvas.width(spec.keyTitle, bold(style.note))
    let sum = canvas.width(spec.sum, style.note)
    let key = max(texts.max() ?? 0, partial, title, sum)
    let right = size.width - style.margin
    let head = canvas.width(spec.columns.first ?? "", bold(style.note))
    return min((columns.first ?? right) - head, right - key)
  }

  /// From the top of the plot to the base of the first row, so that key and heads stand above it.
  var keyHeight: Double {
    let kinds = [BlockKind.full, .light, .hollow, .hatched].filter { spec.key[$0] != nil }
    return 2 + 17 * Double(kinds.count + (spec.partial == nil ? 0 : 1)) + 14 + 40
  }

  private func bold(_ font: Font) -> Font {
    var font = font
    font.weight = .semibold
    return font
  }

  private func key(
    _ left: Double, _ top: Double, _ right: Double, _ canvas: inout Canvas
  ) {
    var y = top
    canvas.text(spec.keyTitle, left, y, bold(style.note))
    let mark = BlockMark(theme: theme, unit: 1)
    for kind in [BlockKind.full, .light, .hollow, .hatched] {
      guard let name = spec.key[kind] else { continue }
      y += 17
      canvas.items += mark.items(Rect(left, y - 9, 14, 10.4), kind, theme.neutral)
      canvas.text(
        canvas.fit(name, style.note, right - left - 22), left + 22, y, style.note, theme.secondary)
    }
    if spec.partial != nil {
      y += 17
      canvas.fill(Rect(left, y - 10, 14, 12), theme.band)
      canvas.text(
        canvas.fit("* " + spec.partialWords, style.note, right - left - 22), left + 22, y,
        style.note, theme.secondary)
    }
  }
}
