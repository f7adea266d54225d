public import Drawing

/// Writes a frame as SVG with live text, in the forms that office programs read.
///
/// Presentation attributes only; no style sheet, clip, symbol, use or tspan; each line of text
/// stands alone at its own place.
public enum SVGWriter {
  /// The file's bytes, UTF-8.
  public static func write(_ frame: Frame) -> [UInt8] {
    var output = SVGOutput(SVGBytes(expected: frame.items.expectedBytes))
    output.document(frame)
    return output.out.finish()
  }
}

private struct SVGOutput: ~Copyable {
  var out: SVGBytes
  private var depth = 1
  private var gradients = 0
  /// What the lines of text of a face have in common, by face; a figure has few of them.
  private var faces: [(font: Font, isRightToLeft: Bool, attributes: [UInt8])] = []

  init(_ out: consuming SVGBytes) { self.out = out }

  mutating func document(_ frame: Frame) {
    out.put("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
    out.put(frame.size.width)
    out.put("px\" height=\"")
    out.put(frame.size.height)
    out.put("px\" viewBox=\"0 0 ")
    out.put(Point(frame.size.width, frame.size.height))
    out.put("\" xml:lang=\"")
    out.put(escaped: frame.language)
    out.put("\" role=\"img\" aria-labelledby=\"t d\">\n")
    begin("<title id=\"t\">")
    out.put(escaped: frame.title)
    out.put("</title>\n")
    begin("<desc id=\"d\">")
    out.put(escaped: frame.alternative)
    out.put("</desc>\n")
    if let ground = frame.ground {
      begin("<rect")
      attribute(" width=\"", frame.size.width)
      attribute(" height=\"", frame.size.height)
      paint(" fill=\"", " fill-opacity=\"", ground)
      out.put("/>\n")
    }
    write(frame.items)
    out.put("</svg>\n")
  }

  private mutating func begin(_ text: StaticString) {
    out.put(spaces: 2 * depth)
    out.put(text)
  }

  private mutating func attribute(_ opening: StaticString, _ value: Double) {
    out.put(opening)
    out.put(value)
    out.put("\"")
  }

  private mutating func write(_ items: [Item]) {
    for item in items {
      switch item {
      case .path(let path, let fill, let stroke): write(path, fill, stroke)
      case .text(let line): write(line)
      case .image(let bitmap, let r):
        begin("<image")
        box(r)
        out.put(" href=\"data:image/png;base64,")
        out.put(escaped: Base64.text(bitmap.png))
        out.put("\"/>\n")
      case .group(let group): write(group)
      }
    }
  }

  private mutating func box(_ r: Rect) {
    attribute(" x=\"", r.x)
    attribute(" y=\"", r.y)
    attribute(" width=\"", r.width)
    attribute(" height=\"", r.height)
  }

  // MARK: Groups

  /// A group is written where it moves, names or links its items, and is passed through else.
  private mutating func write(_ group: Group) {
    var uri: String?
    if case .uri(let address) = group.link { uri = address }
    if let uri {
      begin("<a href=\"")
      out.put(escaped: uri)
      out.put("\">\n")
      depth += 1
    }
    let isMoved = group.offset != Point(0, 0) || group.scale != 1
    let stands = group.id != nil || isMoved || group.title != nil
    if stands {
      begin("<g")
      if let id = group.id {
        out.put(" id=\"")
        out.put(escaped: id)
        out.put("\"")
      }
      if isMoved { transform(group) }
      out.put(">\n")
      depth += 1
    }
    if let title = group.title {
      begin("<title>")
      out.put(escaped: title)
      out.put("</title>\n")
    }
    write(group.items)
    if stands { end("</g>\n") }
    if uri != nil { end("</a>\n") }
  }

  private mutating func transform(_ group: Group) {
    out.put(" transform=\"")
    if group.offset != Point(0, 0) {
      out.put("translate(")
      out.put(group.offset)
      out.put(group.scale != 1 ? ") " : ")")
    }
    if group.scale != 1 {
      out.put("scale(")
      out.put(escaped: SVGText.factor(group.scale))
      out.put(")")
    }
    out.put("\"")
  }

  private mutating func end(_ tag: StaticString) {
    depth -= 1
    begin(tag)
  }

  // MARK: Paths

  private mutating func write(_ path: Path, _ fill: Paint?, _ stroke: Stroke?) {
    guard !path.elements.isEmpty, fill != nil || stroke != nil else { return }
    // A gradient stands before the path that uses it.
    let inside = fill.map { gradient($0) } ?? 0
    let outline = stroke.map { gradient($0.paint) } ?? 0
    if let r = path.rectangle {
      begin("<rect")
      box(r)
    } else {
      begin("<path d=\"")
      out.put(path)
      out.put("\"")
    }
    if let fill {
      paint(" fill=\"", " fill-opacity=\"", fill, inside)
      if path.isEvenOdd { out.put(" fill-rule=\"evenodd\"") }
    } else {
      out.put(" fill=\"none\"")
    }
    if let stroke { attributes(stroke, outline) }
    out.put("/>\n")
  }

  private mutating func attributes(_ stroke: Stroke, _ gradient: Int) {
    paint(" stroke=\"", " stroke-opacity=\"", stroke.paint, gradient)
    attribute(" stroke-width=\"", stroke.width)
    if !stroke.dash.isEmpty {
      out.put(" stroke-dasharray=\"")
      out.put(escaped: SVGText.numbers(stroke.dash))
      out.put("\"")
    }
    if stroke.roundCap { out.put(" stroke-linecap=\"round\"") }
  }

  private mutating func paint(
    _ name: StaticString, _ opacity: StaticString, _ paint: Paint, _ gradient: Int
  ) {
    switch paint {
    case .color(let color): self.paint(name, opacity, color)
    case .gradient:
      out.put(name)
      out.put("url(#gradient-")
      out.put(Double(gradient))
      out.put(")\"")
    }
  }

  private mutating func paint(_ name: StaticString, _ opacity: StaticString, _ color: Color) {
    out.put(name)
    out.put(color)
    out.put("\"")
    if color.alpha < 1 { attribute(opacity, color.alpha) }
  }

  /// Writes the gradient of a paint, if it is one; gives its number in the order of use.
  private mutating func gradient(_ paint: Paint) -> Int {
    guard case .gradient(let from, let to, let stops) = paint else { return 0 }
    gradients += 1
    begin("<defs>\n")
    depth += 1
    begin("<linearGradient id=\"gradient-")
    out.put(Double(gradients))
    out.put("\" gradientUnits=\"userSpaceOnUse\"")
    attribute(" x1=\"", from.x)
    attribute(" y1=\"", from.y)
    attribute(" x2=\"", to.x)
    attribute(" y2=\"", to.y)
    out.put(">\n")
    depth += 1
    for stop in stops {
      begin("<stop")
      attribute(" offset=\"", stop.offset)
      self.paint(" stop-color=\"", " stop-opacity=\"", stop.color)
      out.put("/>\n")
    }
    end("</linearGradient>\n")
    end("</defs>\n")
    return gradients
  }

  // MARK: Text

  private mutating func write(_ line: TextLine) {
    guard
      line.string.utf8.first.map({ $0 > 0x20 && $0 < 0x7F }) ?? false
        || !line.string.plain.isEmpty
    else { return }
    begin("<text")
    attribute(" x=\"", line.origin.x)
    attribute(" y=\"", line.origin.y)
    out.put(bytes: face(line.font, line.rightToLeft))
    paint(" fill=\"", " fill-opacity=\"", line.color)
    switch line.anchor {
    case .start: break
    case .middle: out.put(" text-anchor=\"middle\"")
    case .end: out.put(" text-anchor=\"end\"")
    }
    out.put(">")
    // Office programs know no `direction`, which turns anchors round: marks in the text say the same.
    if line.rightToLeft { out.put("\u{2067}") }
    out.put(escaped: line.string)
    if line.rightToLeft { out.put("\u{2069}") }
    out.put("</text>\n")
  }

  private mutating func face(_ font: Font, _ isRightToLeft: Bool) -> [UInt8] {
    if let known = faces.first(where: { $0.font == font && $0.isRightToLeft == isRightToLeft }) {
      return known.attributes
    }
    var result = " font-family=\"\(font.family.stack(isRightToLeft))\""
    result += " font-size=\"\(SVGText.number(font.size))\""
    if font.weight != .regular { result += " font-weight=\"\(font.weight.rawValue)\"" }
    if font.italic { result += " font-style=\"italic\"" }
    if font.letterSpacing != 0 {
      result += " letter-spacing=\"\(SVGText.number(font.letterSpacing))\""
    }
    if font.tabular { result += " font-variant=\"tabular-nums\"" }
    faces.append((font, isRightToLeft, Array(result.utf8)))
    return Array(result.utf8)
  }
}

extension [Item] {
  /// About how many bytes the items take, rather too many: what is not used is never touched.
  fileprivate var expectedBytes: Int {
    reduce(1000) { sum, item in
      switch item {
      case .path(let path, _, _): sum + 200 + 40 * path.elements.count
      case .text(let line): sum + 300 + line.string.utf8.count
      case .image(let bitmap, _): sum + 200 + bitmap.png.count * 4 / 3
      case .group(let group): sum + 300 + group.items.expectedBytes
      }
    }
  }
}

extension Font.Family {
  /// The family and what stands in for it.
  fileprivate func stack(_ isRightToLeft: Bool) -> String {
    switch self {
    // What Inter lacks is measured in this face, so it goes before others that have it too.
    case .inter where isRightToLeft: "Inter, &quot;Noto Naskh Arabic&quot;, Arial, sans-serif"
    case .inter: "Inter, Arial, &quot;Liberation Sans&quot;, sans-serif"
    case .notoSerif: "Noto Serif, Georgia, serif"
    case .notoNaskhArabic: "Noto Naskh Arabic, serif"
    }
  }
}

extension Path {
  /// The rectangle that the path is, if it is one with upright sides; nil otherwise.
  fileprivate var rectangle: Rect? {
    guard elements.count == 5, case .move(let a) = elements[0], case .line(let b) = elements[1],
      case .line(let c) = elements[2], case .line(let d) = elements[3], elements[4] == .close,
      a.y == b.y, b.x == c.x, c.y == d.y, d.x == a.x, a.x <= b.x, a.y <= d.y
    else { return nil }
    return Rect(a.x, a.y, b.x - a.x, c.y - a.y)
  }
}
