import Drawing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A transformation of the plane: x′ = ax + cy + e, y′ = bx + dy + f.
struct Affine {
  var a = 1.0
  var b = 0.0
  var c = 0.0
  var d = 1.0
  var e = 0.0
  var f = 0.0

  func callAsFunction(_ p: Point) -> Point { Point(a * p.x + c * p.y + e, b * p.x + d * p.y + f) }

  func callAsFunction(_ path: Path) -> Path {
    var path = path
    path.elements = path.elements.map { element in
      switch element {
      case .move(let p): .move(self(p))
      case .line(let p): .line(self(p))
      case .curve(let p, let q, let r): .curve(self(p), self(q), self(r))
      case .close: .close
      }
    }
    return path
  }

  /// How much longer lines become, on average.
  var factor: Double { abs(a * d - b * c).squareRoot() }

  /// First the other, then this.
  func after(_ other: Affine) -> Affine {
    Affine(
      a: a * other.a + c * other.b, b: b * other.a + d * other.b,
      c: a * other.c + c * other.d, d: b * other.c + d * other.d,
      e: a * other.e + c * other.f + e, f: b * other.e + d * other.f + f)
  }

  /// The value of an SVG's `transform`; nil where it can't be read.
  init?(svg text: String) {
    var rest = text[...]
    while let open = rest.firstIndex(of: "(") {
      guard let close = rest[open...].firstIndex(of: ")") else { return nil }
      let name = rest[..<open].filter { $0.isLetter }
      let values = SVGNumbers.all(rest[rest.index(after: open)..<close])
      guard let values, let next = Affine(name, values) else { return nil }
      self = after(next)
      rest = rest[rest.index(after: close)...]
    }
  }

  init(a: Double = 1, b: Double = 0, c: Double = 0, d: Double = 1, e: Double = 0, f: Double = 0) {
    self.a = a
    self.b = b
    self.c = c
    self.d = d
    self.e = e
    self.f = f
  }

  private init?(_ name: String, _ v: [Double]) {
    switch (name, v.count) {
    case ("matrix", 6): self.init(a: v[0], b: v[1], c: v[2], d: v[3], e: v[4], f: v[5])
    case ("translate", 1), ("translate", 2): self.init(e: v[0], f: v.count > 1 ? v[1] : 0)
    case ("scale", 1), ("scale", 2): self.init(a: v[0], d: v.count > 1 ? v[1] : v[0])
    case ("rotate", 1), ("rotate", 3):
      let (sine, cosine) = Affine.circle(v[0])
      let turn = Affine(a: cosine, b: sine, c: -sine, d: cosine)
      guard v.count == 3 else {
        self = turn
        return
      }
      self = Affine(e: v[1], f: v[2]).after(turn).after(Affine(e: -v[1], f: -v[2]))
    case ("skewX", 1), ("skewY", 1):
      let (sine, cosine) = Affine.circle(v[0])
      guard abs(cosine) > 1e-9 else { return nil }
      self.init(b: name == "skewY" ? sine / cosine : 0, c: name == "skewX" ? sine / cosine : 0)
    default: return nil
    }
  }

  /// Sine and cosine of an angle in degrees.
  private static func circle(_ degrees: Double) -> (Double, Double) {
    (sin(degrees * .pi / 180), cos(degrees * .pi / 180))
  }
}
