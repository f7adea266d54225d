import Drawing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads the `d` of an SVG's path; arcs and quadratic curves become cubic ones.
struct SVGPathReader {
  private var numbers: SVGNumbers
  private var elements: [Path.Element] = []
  private var point = Point(0, 0)
  private var start = Point(0, 0)
  /// The last control point, of cubic and of quadratic curves.
  private var cubic: Point?
  private var quadratic: Point?

  private init(_ data: String) { numbers = SVGNumbers(data) }

  /// The path; nil where the data can't be read.
  static func path(_ data: String) -> Path? {
    var reader = SVGPathReader(data)
    return reader.read() ? Path(reader.elements) : nil
  }

  private mutating func read() -> Bool {
    var command: UInt8?
    while true {
      numbers.skipSpace()
      guard let byte = numbers.byte else { return true }
      if (byte | 0x20) >= 0x61, (byte | 0x20) <= 0x7A {
        command = byte
        numbers.skip()
      } else if command == nil || (command ?? 0) | 0x20 == 0x7A {
        return false
      }
      guard let now = command, elements.isEmpty ? now | 0x20 == 0x6D : true, step(now) else {
        return false
      }
      // More pairs after a move are lines.
      if now == 0x4D { command = 0x4C }
      if now == 0x6D { command = 0x6C }
    }
  }

  private mutating func step(_ command: UInt8) -> Bool {
    let base = command & 0x20 != 0 ? point : Point(0, 0)
    let (oldCubic, oldQuadratic) = (cubic, quadratic)
    (cubic, quadratic) = (nil, nil)
    switch command | 0x20 {
    case 0x6D:
      guard let p = pair(base) else { return false }
      elements.append(.move(p))
      (point, start) = (p, p)
    case 0x6C:
      guard let p = pair(base) else { return false }
      line(p)
    case 0x68:
      guard let x = numbers.next() else { return false }
      line(Point(base.x + x, point.y))
    case 0x76:
      guard let y = numbers.next() else { return false }
      line(Point(point.x, base.y + y))
    case 0x63:
      guard let a = pair(base), let b = pair(base), let p = pair(base) else { return false }
      curve(a, b, p)
    case 0x73:
      guard let b = pair(base), let p = pair(base) else { return false }
      curve(mirrored(oldCubic), b, p)
    case 0x71:
      guard let q = pair(base), let p = pair(base) else { return false }
      curve(q, p)
    case 0x74:
      guard let p = pair(base) else { return false }
      curve(mirrored(oldQuadratic), p)
    case 0x61: return arc(base)
    case 0x7A:
      elements.append(.close)
      point = start
    default: return false
    }
    return true
  }

  private mutating func pair(_ base: Point) -> Point? {
    guard let x = numbers.next(), let y = numbers.next() else { return nil }
    return Point(base.x + x, base.y + y)
  }

  private mutating func line(_ p: Point) {
    elements.append(.line(p))
    point = p
  }

  private mutating func curve(_ a: Point, _ b: Point, _ p: Point) {
    elements.append(.curve(a, b, p))
    (point, cubic) = (p, b)
  }

  private mutating func curve(_ q: Point, _ p: Point) {
    func third(_ end: Point) -> Point {
      Point(end.x + 2 / 3 * (q.x - end.x), end.y + 2 / 3 * (q.y - end.y))
    }
    elements.append(.curve(third(point), third(p), p))
    (point, quadratic) = (p, q)
  }

  private func mirrored(_ control: Point?) -> Point {
    control.map { Point(2 * point.x - $0.x, 2 * point.y - $0.y) } ?? point
  }

  /// An arc of an ellipse, by its end, as SVG 1.1 (F.6) finds its centre.
  private mutating func arc(_ base: Point) -> Bool {
    guard let width = numbers.next(), let height = numbers.next(), let turn = numbers.next(),
      let isLarge = numbers.flag(), let isPositive = numbers.flag(), let end = pair(base)
    else { return false }
    var (rx, ry) = (abs(width), abs(height))
    guard rx > 0, ry > 0, end != point else {
      line(end)
      return true
    }
    let (sine, cosine) = (sin(turn * .pi / 180), cos(turn * .pi / 180))
    let half = Point((point.x - end.x) / 2, (point.y - end.y) / 2)
    let (x, y) = (cosine * half.x + sine * half.y, cosine * half.y - sine * half.x)
    let excess = (x * x) / (rx * rx) + (y * y) / (ry * ry)
    if excess > 1 {
      rx *= excess.squareRoot()
      ry *= excess.squareRoot()
    }
    let below = rx * rx * y * y + ry * ry * x * x
    var root = max(0, (rx * rx * ry * ry - below) / below).squareRoot()
    if isLarge == isPositive { root = -root }
    let centre = Point(root * rx * y / ry, -root * ry * x / rx)
    let first = atan2((y - centre.y) / ry, (x - centre.x) / rx)
    var sweep = atan2((-y - centre.y) / ry, (-x - centre.x) / rx) - first
    if isPositive, sweep < 0 { sweep += 2 * .pi }
    if !isPositive, sweep > 0 { sweep -= 2 * .pi }
    let middle = Point((point.x + end.x) / 2, (point.y + end.y) / 2)
    let place = Affine(
      a: cosine * rx, b: sine * rx, c: -sine * ry, d: cosine * ry,
      e: cosine * centre.x - sine * centre.y + middle.x,
      f: sine * centre.x + cosine * centre.y + middle.y)
    let parts = max(1, (abs(sweep) / (.pi / 2) - 1e-9).rounded(.up))
    let step = sweep / parts
    let k = 4 / 3 * tan(step / 4)
    for part in 0..<Int(parts) {
      let (from, to) = (first + Double(part) * step, first + Double(part + 1) * step)
      let a = Point(cos(from) - k * sin(from), sin(from) + k * cos(from))
      let b = Point(cos(to) + k * sin(to), sin(to) - k * cos(to))
      let isLast = part + 1 == Int(parts)
      elements.append(
        .curve(place(a), place(b), isLast ? end : place(Point(cos(to), sin(to)))))
    }
    point = end
    return true
  }
}
