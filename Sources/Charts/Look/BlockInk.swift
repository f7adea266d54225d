import Drawing

/// The ink of one block or bar: its fill says how firmly it stands.
struct BlockInk {
  let theme: Theme
  let unit: Double

  func items(_ rect: Rect, _ firmness: Firmness, _ color: Color) -> [Item] {
    let line = min(1, min(rect.width, rect.height) / 3) * unit
    let edge = Path.rect(rect.inset(by: line / 2))
    switch firmness {
    case .full: return [.fill(.rect(rect), color)]
    case .strong: return [.fill(.rect(rect), theme.ink)]
    case .light:
      return [
        .path(edge, fill: .color(color.withAlpha(0.38)), stroke: Stroke(color, width: line))
      ]
    case .hatched:
      return [
        .stroke(hatch(rect.inset(by: line / 2), step: 4 * unit), Stroke(color, width: 1.1 * unit)),
        .stroke(edge, Stroke(color, width: line)),
      ]
    case .hollow:
      let line = 1.5 * line
      return [.stroke(.rect(rect.inset(by: line / 2)), Stroke(color, width: line))]
    }
  }
}
