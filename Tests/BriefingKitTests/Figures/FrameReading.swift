import Drawing

/// One line of text where it stands in a frame.
struct PlacedText: CustomStringConvertible {
  var string: String
  var box: Rect
  var description: String { "“\(string)” at \(box.x),\(box.y)" }
}

/// Reads frames back, as somebody who looks at them would.
struct FrameReading {
  var texts: [PlacedText] = []
  var groups: [Group] = []
  var ink: [Rect] = []

  init(_ frame: Frame, _ measurer: any TextMeasurer) {
    read(frame.items, measurer, Point(0, 0))
  }

  private mutating func read(
    _ items: [Item], _ measurer: any TextMeasurer, _ offset: Point
  ) {
    func moved(_ box: Rect) -> Rect {
      Rect(box.x + offset.x, box.y + offset.y, box.width, box.height)
    }
    for item in items {
      switch item {
      case .text(let line):
        let width = measurer.width(of: line.string, line.font)
        let left =
          switch line.anchor {
          case .start: line.origin.x
          case .middle: line.origin.x - width / 2
          case .end: line.origin.x - width
          }
        let size = line.font.size
        texts.append(
          PlacedText(
            string: line.string,
            box: moved(Rect(left, line.origin.y - 0.73 * size, width, 0.93 * size))))
      case .path(let path, _, _):
        if let bounds = path.bounds { ink.append(moved(bounds)) }
      case .image(_, let rect): ink.append(moved(rect))
      case .group(let group):
        groups.append(group)
        let place = Point(offset.x + group.offset.x, offset.y + group.offset.y)
        read(group.items, measurer, place)
      }
    }
  }

  /// Pairs of lines whose letters meet.
  var collisions: [(PlacedText, PlacedText)] {
    var result: [(PlacedText, PlacedText)] = []
    for (index, a) in texts.enumerated() {
      for b in texts[(index + 1)...] where a.box.inset(by: 0.3).intersects(b.box.inset(by: 0.3)) {
        result.append((a, b))
      }
    }
    return result
  }
}
