internal import Cairo
import Drawing

/// Finds the room that marks take, for links and their targets.
struct Extent {
  let engine: TextEngine

  /// A rectangle in the parent's units, and what lies there.
  struct Link {
    var target: LinkTarget
    var area: Rect
    var words: String
  }

  /// The smallest rectangle around all ink, in the units of the items' group; nil without ink.
  func bounds(_ items: [Item]) -> Rect? {
    var result: Rect?
    for item in items {
      let own: Rect? =
        switch item {
        case .path(let path, _, _): path.bounds
        case .text(let line): bounds(line)
        case .image(_, let rect): rect
        case .group(let group): bounds(group)
        }
      if let own { result = result?.union(own) ?? own }
    }
    return result
  }

  /// The same in the units of the group's parent.
  func bounds(_ group: Group) -> Rect? {
    (group.area ?? bounds(group.items)).map { group.outward($0) }
  }

  /// The links of a group and of all within it, in the units of its parent.
  func links(_ group: Group) -> [Link] {
    if let target = group.link {
      return bounds(group).map { [Link(target: target, area: $0, words: group.words)] } ?? []
    }
    return group.items.flatMap { item -> [Link] in
      guard case .group(let inner) = item else { return [] }
      return links(inner).map {
        Link(target: $0.target, area: group.outward($0.area), words: $0.words)
      }
    }
  }

  /// The named places of a group and of all within it: their upper left corners.
  func destinations(_ group: Group) -> [(name: String, at: Point)] {
    var result: [(name: String, at: Point)] = []
    if let name = group.destination {
      let area = bounds(group)
      result.append((name, area.map { Point($0.x, $0.y) } ?? group.offset))
    }
    for case .group(let inner) in group.items {
      result += destinations(inner).map { name, at in
        let corner = group.outward(Rect(at.x, at.y, 0, 0))
        return (name, Point(corner.x, corner.y))
      }
    }
    return result
  }

  /// From a little above the capitals to the foot of the descenders.
  private func bounds(_ line: TextLine) -> Rect? {
    let string = line.string.plain
    guard string.contains(where: { $0 != " " }) else { return nil }
    let width = engine.width(of: string, line.font.style)
    let left =
      switch line.anchor {
      case .start: line.origin.x
      case .middle: line.origin.x - width / 2
      case .end: line.origin.x - width
      }
    let size = line.font.size
    return Rect(left, line.origin.y - 0.95 * size, width, 1.2 * size)
  }
}

extension Group {
  /// A rectangle of the group's own units in its parent's.
  fileprivate func outward(_ r: Rect) -> Rect {
    Rect(offset.x + r.x * scale, offset.y + r.y * scale, r.width * scale, r.height * scale)
  }
}
