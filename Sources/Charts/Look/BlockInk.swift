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

/// A block of a few pixels, or a bar of such blocks.
struct SmallBlock {
  let unit: Double
  let color: Color

  func items(_ area: Rect, _ firmness: Firmness) -> [Item] {
    let edge = Item.stroke(.rect(area.inset(by: unit / 2)), Stroke(color, width: unit))
    let isLow = min(area.width, area.height) <= 2.5 * unit
    switch firmness {
    case .hollow where !isLow: return [edge]
    case .hatched where !isLow:
      let within = area.inset(by: unit / 2)
      let slant = Stroke(color, width: 0.9 * unit)
      // One line from corner to corner is all that a single block has room for.
      guard max(within.width, within.height) > 6 * unit else {
        return [
          edge, .stroke(.line(Point(within.x, within.maxY), Point(within.maxX, within.y)), slant),
        ]
      }
      return [.stroke(hatch(within, step: 3.2 * unit), slant), edge]
    case .hollow, .hatched: return [.fill(.rect(area), color.withAlpha(0.45))]
    default: return [.fill(.rect(area), color)]
    }
  }
}
