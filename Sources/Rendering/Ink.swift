internal import Cairo
import Drawing

/// Puts a frame's paths and lines of text on a canvas.
struct Ink {
  let canvas: any DrawingSurface
  let engine: TextEngine

  /// The items with all that their groups hold, without any meaning.
  func draw(_ items: [Item]) throws(GraphicsError) {
    for item in items {
      switch item {
      case .path(let path, let fill, let stroke): try draw(path, fill: fill, stroke: stroke)
      case .text(let line): try draw(line)
      case .image(let bitmap, let rect): try draw(bitmap, in: rect)
      case .group(let group):
        try within(group) { () throws(GraphicsError) in
          try draw(group.items)
        }
      }
    }
  }

  func draw(_ bitmap: Bitmap, in rect: Rect) throws(GraphicsError) {
    try canvas.image(
      png: bitmap.png, x: rect.x, y: rect.y, width: rect.width, height: rect.height)
  }

  /// Runs `body` in the group's own units.
  func within(
    _ group: Group, _ body: () throws(GraphicsError) -> Void
  ) throws(GraphicsError) {
    if group.offset == Point(0, 0) && group.scale == 1 { return try body() }
    // A factor of nothing has no inverse, which the library refuses; there is nothing to see.
    guard group.scale != 0 else { return }
    try canvas.save()
    try canvas.transform(x: group.offset.x, y: group.offset.y, scale: group.scale)
    try body()
    try canvas.restore()
  }

  /// Fills the whole frame.
  func ground(_ frame: Frame) throws(GraphicsError) {
    guard let color = frame.ground else { return }
    let whole = Rect(0, 0, frame.size.width, frame.size.height)
    try draw(.rect(whole), fill: .color(color), stroke: nil)
  }

  func draw(_ path: Path, fill: Paint?, stroke: Stroke?) throws(GraphicsError) {
    canvas.newPath()
    for element in path.elements {
      switch element {
      case .move(let p): canvas.move(x: p.x, y: p.y)
      case .line(let p): canvas.line(x: p.x, y: p.y)
      case .curve(let a, let b, let c):
        canvas.curve(x1: a.x, y1: a.y, x2: b.x, y2: b.y, x3: c.x, y3: c.y)
      case .close: canvas.close()
      }
    }
    if let fill {
      try set(fill)
      try canvas.fill(isEvenOdd: path.isEvenOdd)
    }
    if let stroke {
      try set(stroke.paint)
      try canvas.stroke(width: stroke.width, dash: stroke.dash, roundCap: stroke.roundCap)
    }
    canvas.newPath()
  }

  func draw(_ line: TextLine) throws(GraphicsError) {
    let string = line.string.plain
    guard !string.isEmpty else { return }
    try set(.color(line.color))
    let anchor =
      switch line.anchor {
      case .start: 0.0
      case .middle: 0.5
      case .end: 1.0
      }
    try canvas.drawText(
      string, line.font.style, x: line.origin.x, y: line.origin.y, anchor: anchor,
      rightToLeft: line.rightToLeft, engine: engine)
  }

  private func set(_ paint: Paint) throws(GraphicsError) {
    switch paint {
    case .color(let c):
      try canvas.setColor(red: c.red, green: c.green, blue: c.blue, alpha: c.alpha)
    case .gradient(let from, let to, let stops):
      try canvas.setGradient(
        x1: from.x, y1: from.y, x2: to.x, y2: to.y,
        stops: stops.map {
          ($0.offset, $0.color.red, $0.color.green, $0.color.blue, $0.color.alpha)
        })
    }
  }
}

extension String {
  /// Without the control characters that neither a font nor XML knows; breaks become spaces.
  var plain: String {
    guard hasControls else { return self }
    let bytes = Array(utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var i = 0
    while i < bytes.count {
      let next = i + 1 < bytes.count ? bytes[i + 1] : 0
      switch bytes[i] {
      case 0x09, 0x0A, 0x0D: result.append(0x20)
      case 0..<0x20, 0x7F: break
      // U+0080 to U+009F, then U+FFFE and U+FFFF.
      case 0xC2 where next < 0xA0: i += 1
      case 0xEF where next == 0xBF && bytes[i + 2] >= 0xBE: i += 2
      default: result.append(bytes[i])
      }
      i += 1
    }
    return String(decoding: result, as: UTF8.self)
  }

  private var hasControls: Bool {
    // The two bytes before.
    var (first, second): (UInt8, UInt8) = (0, 0)
    for byte in utf8 {
      if byte < 0x20 || byte == 0x7F || second == 0xC2 && byte < 0xA0 { return true }
      if first == 0xEF, second == 0xBF, byte >= 0xBE { return true }
      (first, second) = (second, byte)
    }
    return false
  }
}
