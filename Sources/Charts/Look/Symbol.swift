public import Drawing

/// The shape of a point mark.
public enum Symbol: String, Hashable, Sendable, CaseIterable {
  case circle, square, triangle, nabla, diamond, cross, pentagon, hexagon
  /// Of what has no shape of its own.
  case bar

  /// The outline around a centre; `radius` is that of the circle of the same area, so that all
  /// symbols weigh alike.
  public func path(at c: Point, radius r: Double) -> Path {
    switch self {
    case .circle: return .circle(c, radius: r)
    case .square:
      let half = 0.886 * r
      return .rect(Rect(c.x - half, c.y - half, 2 * half, 2 * half))
    case .bar: return .rect(Rect(c.x - 1.25 * r, c.y - 0.6 * r, 2.5 * r, 1.2 * r))
    case .triangle, .nabla:
      let up = self == .triangle ? 1.0 : -1.0
      // A triangle of the circle's area looks larger than it.
      let half = 1.347 * 0.94 * r
      let height = 1.732 * half
      return .polygon([
        Point(c.x, c.y - up * 0.56 * height), Point(c.x + half, c.y + up * 0.44 * height),
        Point(c.x - half, c.y + up * 0.44 * height),
      ])
    case .diamond: return polygon(c, 1.2533 * r, [(0, -1), (1, 0), (0, 1), (-1, 0)])
    case .pentagon:
      return polygon(
        c, 1.149 * r,
        [(0, -1), (0.951, -0.309), (0.588, 0.809), (-0.588, 0.809), (-0.951, -0.309)])
    case .hexagon:
      return polygon(
        c, 1.0996 * r,
        [(-1, 0), (-0.5, -0.866), (0.5, -0.866), (1, 0), (0.5, 0.866), (-0.5, 0.866)])
    case .cross:
      let w = 1.189 * r
      let a = w / 3
      return polygon(
        c, 1,
        [
          (-a, -w), (a, -w), (a, -a), (w, -a), (w, a), (a, a), (a, w), (-a, w), (-a, a), (-w, a),
          (-w, -a), (-a, -a),
        ])
    }
  }

  private func polygon(_ c: Point, _ r: Double, _ corners: [(Double, Double)]) -> Path {
    .polygon(corners.map { Point(c.x + $0.0 * r, c.y + $0.1 * r) })
  }
}
