public import Drawing

/// Writes a frame as SVG with live text, in the forms that office programs read.
///
/// Presentation attributes only; no style sheet, clip, symbol, use or tspan; each line of text
/// stands alone at its own place.
public enum SVGWriter {
  /// The file's bytes, UTF-8.
  public static func write(_ frame: Frame) -> [UInt8] {
    var output = SVGOutput()
    output.document(frame)
    return Array(output.text.utf8)
  }
}

private struct SVGOutput {
  var text = ""
  private var depth = 1
  private var gradients = 0

  mutating func document(_ frame: Frame) {
    let width = SVGText.number(frame.size.width)
    let height = SVGText.number(frame.size.height)
    text += "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)px\" height=\"\(height)px\""
    text += " viewBox=\"0 0 \(width) \(height)\" xml:lang=\"\(SVGText.escaped(frame.language))\""
    text += " role=\"img\" aria-labelledby=\"t d\">\n"
    line("<title id=\"t\">\(SVGText.escaped(frame.title))</title>")
    line("<desc id=\"d\">\(SVGText.escaped(frame.alternative))</desc>")
    if let ground = frame.ground {
      line("<rect width=\"\(width)\" height=\"\(height)\"\(paint("fill", ground))/>")
    }
    write(frame.items)
    text += "</svg>\n"
  }

  private mutating func line(_ string: String) {
    text += String(repeating: "  ", count: depth) + string + "\n"
  }

  private mutating func write(_ items: [Item]) {
    for item in items {
      switch item {
      case .path(let path, let fill, let stroke): write(path, fill, stroke)
      case .text(let line): write(line)
      case .image(let bitmap, let r):
        line(
          "<image x=\"\(SVGText.number(r.x))\" y=\"\(SVGText.number(r.y))\""
            + " width=\"\(SVGText.number(r.width))\" height=\"\(SVGText.number(r.height))\""
            + " href=\"data:image/png;base64,\(Base64.text(bitmap.png))\"/>")
      case .group(let group): write(group)
      }
    }
  }

  // MARK: Groups

  /// A group is written where it moves, names or links its items, and is passed through else.
  private mutating func write(_ group: Group) {
    var attributes = ""
    if let id = group.id { attributes += " id=\"\(SVGText.escaped(id))\"" }
    var transforms: [String] = []
    if group.offset != Point(0, 0) {
      transforms.append("translate(\(SVGText.numbers([group.offset.x, group.offset.y])))")
    }
    if group.scale != 1 { transforms.append("scale(\(SVGText.factor(group.scale)))") }
    if !transforms.isEmpty { attributes += " transform=\"\(transforms.joined(separator: " "))\"" }
    var uri: String?
    if case .uri(let address) = group.link { uri = address }
    if let uri { open("<a href=\"\(SVGText.escaped(uri))\">") }
    let stands = !attributes.isEmpty || group.title != nil
    if stands { open("<g\(attributes)>") }
    if let title = group.title { line("<title>\(SVGText.escaped(title))</title>") }
    write(group.items)
    if stands { close("</g>") }
    if uri != nil { close("</a>") }
  }

  private mutating func open(_ tag: String) {
    line(tag)
    depth += 1
  }

  private mutating func close(_ tag: String) {
    depth -= 1
    line(tag)
  }

  // MARK: Paths

  private mutating func write(_ path: Path, _ fill: Paint?, _ stroke: Stroke?) {
    guard !path.elements.isEmpty, fill != nil || stroke != nil else { return }
    var inside = fill.map { attribute("fill", $0) } ?? " fill=\"none\""
    if path.isEvenOdd, fill != nil { inside += " fill-rule=\"evenodd\"" }
    let outline = stroke.map { attributes($0) } ?? ""
    if let r = path.rectangle {
      line(
        "<rect x=\"\(SVGText.number(r.x))\" y=\"\(SVGText.number(r.y))\""
          + " width=\"\(SVGText.number(r.width))\" height=\"\(SVGText.number(r.height))\""
          + "\(inside)\(outline)/>")
    } else {
      line("<path d=\"\(SVGText.data(path))\"\(inside)\(outline)/>")
    }
  }

  private mutating func attributes(_ stroke: Stroke) -> String {
    var result = attribute("stroke", stroke.paint)
    result += " stroke-width=\"\(SVGText.number(stroke.width))\""
    if !stroke.dash.isEmpty { result += " stroke-dasharray=\"\(SVGText.numbers(stroke.dash))\"" }
    if stroke.roundCap { result += " stroke-linecap=\"round\"" }
    return result
  }

  private mutating func attribute(_ name: String, _ paint: Paint) -> String {
    switch paint {
    case .color(let color): return self.paint(name, color)
    case .gradient(let from, let to, let stops):
      return " \(name)=\"url(#\(gradient(from, to, stops)))\""
    }
  }

  private func paint(_ name: String, _ color: Color) -> String {
    var result = " \(name)=\"\(color.hex)\""
    let of = name == "stop-color" ? "stop" : name
    if color.alpha < 1 { result += " \(of)-opacity=\"\(SVGText.number(color.alpha))\"" }
    return result
  }

  /// Writes the gradient before the path that uses it; numbered in the order of use.
  private mutating func gradient(_ from: Point, _ to: Point, _ stops: [GradientStop]) -> String {
    gradients += 1
    let id = "gradient-\(gradients)"
    open("<defs>")
    open(
      "<linearGradient id=\"\(id)\" gradientUnits=\"userSpaceOnUse\""
        + " x1=\"\(SVGText.number(from.x))\" y1=\"\(SVGText.number(from.y))\""
        + " x2=\"\(SVGText.number(to.x))\" y2=\"\(SVGText.number(to.y))\">")
    for stop in stops {
      line("<stop offset=\"\(SVGText.number(stop.offset))\"\(paint("stop-color", stop.color))/>")
    }
    close("</linearGradient>")
    close("</defs>")
    return id
  }

  // MARK: Text

  private mutating func write(_ textLine: TextLine) {
    let string = textLine.string.plain
    guard !string.isEmpty else { return }
    let font = textLine.font
    var result = "<text x=\"\(SVGText.number(textLine.origin.x))\""
    result +=
      " y=\"\(SVGText.number(textLine.origin.y))\" font-family=\"\(font.family.stack(textLine.rightToLeft))\""
    result += " font-size=\"\(SVGText.number(font.size))\""
    if font.weight != .regular { result += " font-weight=\"\(font.weight.rawValue)\"" }
    if font.italic { result += " font-style=\"italic\"" }
    if font.letterSpacing != 0 {
      result += " letter-spacing=\"\(SVGText.number(font.letterSpacing))\""
    }
    if font.tabular { result += " font-variant=\"tabular-nums\"" }
    result += paint("fill", textLine.color)
    // `start` is where reading starts: on the right, when the line runs from right to left.
    switch (textLine.anchor, textLine.rightToLeft) {
    case (.start, false), (.end, true): break
    case (.middle, _): result += " text-anchor=\"middle\""
    case (.end, false), (.start, true): result += " text-anchor=\"end\""
    }
    if textLine.rightToLeft { result += " direction=\"rtl\"" }
    line(result + ">\(SVGText.escaped(string))</text>")
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
