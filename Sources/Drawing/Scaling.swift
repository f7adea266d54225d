extension Item {
  /// The same, larger or smaller, its lengths multiplied: nothing has to be transformed to show it.
  public func scaled(by factor: Double) -> Item {
    switch self {
    case .path(let path, let fill, let stroke):
      return .path(
        path.scaled(by: factor), fill: fill?.scaled(by: factor), stroke: stroke?.scaled(by: factor))
    case .text(var line):
      line.origin = line.origin.scaled(by: factor)
      line.font.size *= factor
      line.font.letterSpacing *= factor
      return .text(line)
    case .image(let bitmap, let r):
      return .image(
        bitmap, Rect(r.x * factor, r.y * factor, r.width * factor, r.height * factor))
    case .group(var group):
      group.offset = group.offset.scaled(by: factor)
      group.area = group.area.map {
        Rect($0.x * factor, $0.y * factor, $0.width * factor, $0.height * factor)
      }
      group.items = group.items.map { $0.scaled(by: factor) }
      return .group(group)
    }
  }
}

extension Point {
  func scaled(by factor: Double) -> Point { Point(x * factor, y * factor) }
}

extension Path {
  func scaled(by factor: Double) -> Path {
    Path(
      elements.map { element in
        switch element {
        case .move(let p): .move(p.scaled(by: factor))
        case .line(let p): .line(p.scaled(by: factor))
        case .curve(let a, let b, let c):
          .curve(a.scaled(by: factor), b.scaled(by: factor), c.scaled(by: factor))
        case .close: .close
        }
      }, isEvenOdd: isEvenOdd)
  }
}

extension Paint {
  func scaled(by factor: Double) -> Paint {
    switch self {
    case .color: self
    case .gradient(let from, let to, let stops):
      .gradient(from: from.scaled(by: factor), to: to.scaled(by: factor), stops: stops)
    }
  }
}

extension Stroke {
  func scaled(by factor: Double) -> Stroke {
    Stroke(
      paint.scaled(by: factor), width: width * factor, dash: dash.map { $0 * factor },
      roundCap: roundCap)
  }
}
