import Drawing

/// The paths of an SVG's elements, in the units of its view box.
struct SVGDrawing {
  private let root: XMLTree
  private var known: [String: XMLTree] = [:]
  private var sheet = SVGSheet()
  /// What is seen, in the SVG's own units.
  private let view: Rect
  private(set) var items: [Item] = []
  private static let mostItems = 20_000
  /// Elements drawn, those of a `use` each time.
  private var drawn = 0

  var size: Size { Size(view.width, view.height) }

  init(_ root: XMLTree) throws(SVGFault) {
    guard root.name == "svg" else { throw SVGFault("it is no SVG", root.line) }
    self.root = root
    let box = root.attributes["viewBox"].flatMap { SVGNumbers.all($0) } ?? []
    if box.count == 4 {
      view = Rect(box[0], box[1], box[2], box[3])
    } else if let width = SVGNumbers.length(root.attributes["width"]),
      let height = SVGNumbers.length(root.attributes["height"])
    {
      view = Rect(0, 0, width, height)
    } else {
      throw SVGFault("it has no viewBox", root.line)
    }
    guard view.width > 0, view.height > 0 else { throw SVGFault("its viewBox is empty", root.line) }
    try gather(root)
  }

  private mutating func gather(_ element: XMLTree) throws(SVGFault) {
    if let id = element.attributes["id"] { known[id] = known[id] ?? element }
    if element.name == "style" { try sheet.add(element) }
    for child in element.children { try gather(child) }
  }

  mutating func draw() throws(SVGFault) {
    let style = try SVGStyle().inner(sheet.properties(root), line: root.line)
    for child in root.children {
      try draw(child, style, Affine(e: -view.x, f: -view.y), depth: 0)
    }
    guard !items.isEmpty else { throw SVGFault("there is nothing to see in it", root.line) }
  }

  private mutating func draw(
    _ element: XMLTree, _ outer: SVGStyle, _ place: Affine, depth: Int
  ) throws(SVGFault) {
    switch element.name {
    case "defs", "style", "title", "desc", "metadata", "linearGradient", "radialGradient",
      "clipPath", "mask", "symbol", "namedview", "pattern", "filter":
      return
    default: break
    }
    let properties = sheet.properties(element)
    let style = try outer.inner(properties, line: element.line)
    if style.isHidden, element.name != "g" { return }
    drawn += 1
    guard depth < 200, drawn < 10 * Self.mostItems else {
      throw SVGFault("it nests too deeply", element.line)
    }
    var place = place
    if let text = element.attributes["transform"] {
      guard let own = Affine(svg: text) else {
        throw SVGFault("its transform “\(text)” can't be read", element.line)
      }
      place = place.after(own)
    }
    if let clip = properties.last(where: { $0.name == "clip-path" })?.value, clip != "none" {
      try check(clip, place, element)
    }
    switch element.name {
    case "g", "a", "switch":
      for child in element.children { try draw(child, style, place, depth: depth + 1) }
    case "use": try use(element, style, place, depth)
    case "path", "rect", "circle", "ellipse", "line", "polyline", "polygon":
      let path = try SVGShape(element).path()
      guard items.count < Self.mostItems else {
        throw SVGFault("it has more than \(Self.mostItems) paths", element.line)
      }
      try add(path, style, place, element)
    default:
      // Elements of drawing programs, with a prefix of their own, show nothing.
      let shown = ["text", "image", "svg", "foreignObject", "video", "canvas", "animate", "set"]
      if shown.contains(element.name) { throw SVGFault("it has a <\(element.name)>", element.line) }
    }
  }

  private mutating func use(
    _ element: XMLTree, _ style: SVGStyle, _ place: Affine, _ depth: Int
  ) throws(SVGFault) {
    guard let name = element.attributes["href"], name.hasPrefix("#"),
      let target = known[String(name.dropFirst())]
    else { throw SVGFault("its <use> leads out of the file", element.line) }
    let x = SVGNumbers.length(element.attributes["x"]) ?? 0
    let y = SVGNumbers.length(element.attributes["y"]) ?? 0
    guard target.name != "symbol" else { throw SVGFault("it has a <symbol>", target.line) }
    // What uses itself comes to an end by its depth.
    try draw(target, style, place.after(Affine(e: x, f: y)), depth: depth + 8)
  }

  /// A clip that cuts nothing off is no matter; others have no form in a frame.
  private func check(_ clip: String, _ place: Affine, _ element: XMLTree) throws(SVGFault) {
    guard let target = reference(clip), target.name == "clipPath", target.children.count == 1,
      target.children[0].name == "rect", target.children[0].attributes["transform"] == nil,
      let box = place(try SVGShape(target.children[0]).path()).bounds
    else { throw SVGFault("it is clipped", element.line) }
    guard
      box.inset(by: -0.01 * max(view.width, view.height)).contains(
        Rect(0, 0, view.width, view.height))
    else { throw SVGFault("it is clipped", element.line) }
  }

  /// The element that `url(#name)` means.
  private func reference(_ text: String) -> XMLTree? {
    guard text.hasPrefix("url("), let end = text.firstIndex(of: ")") else { return nil }
    let name = text[..<end].dropFirst(4).filter { $0 != "\"" && $0 != "'" }
    return name.hasPrefix("#") ? known[String(name.dropFirst())] : nil
  }

  // MARK: Paint

  private mutating func add(
    _ path: Path, _ style: SVGStyle, _ place: Affine, _ element: XMLTree
  ) throws(SVGFault) {
    var outline = place(path)
    outline.isEvenOdd = style.isEvenOdd
    let fill = try paint(style.fill, style, style.fillOpacity, path, place, element)
    let stroke = try paint(style.stroke, style, style.strokeOpacity, path, place, element).map {
      Stroke(
        $0, width: style.width * place.factor, dash: style.dash.map { $0 * place.factor },
        roundCap: style.cap == "round")
    }
    guard fill != nil || stroke != nil, !outline.elements.isEmpty else { return }
    items.append(.path(outline, fill: fill, stroke: stroke))
  }

  private func paint(
    _ text: String, _ style: SVGStyle, _ opacity: Double, _ path: Path, _ place: Affine,
    _ element: XMLTree
  ) throws(SVGFault) -> Paint? {
    let alpha = opacity * style.opacity
    if text == "none" || text == "transparent" || alpha == 0 { return nil }
    if text.hasPrefix("url(") {
      guard let target = reference(text) else {
        throw SVGFault("its paint \(text) is not in the file", element.line)
      }
      guard target.name == "linearGradient" else {
        throw SVGFault("it has a <\(target.name)>", target.line)
      }
      let gradient = SVGGradient(target, known: known, sheet: sheet)
      return try gradient.paint(path.bounds, place, alpha, style.color)
    }
    let word = text == "currentColor" ? style.color : text
    guard let color = SVGStyle.color(word) else {
      throw SVGFault("its colour “\(text)” can't be read", element.line)
    }
    return .color(color.withAlpha(color.alpha * alpha))
  }
}

/// A linear gradient with those that it takes its stops from.
private struct SVGGradient {
  let element: XMLTree
  let sheet: SVGSheet
  private let chain: [XMLTree]

  init(_ element: XMLTree, known: [String: XMLTree], sheet: SVGSheet) {
    self.element = element
    self.sheet = sheet
    var chain = [element]
    while chain.count < 16, let name = chain.last?.attributes["href"], name.hasPrefix("#"),
      let next = known[String(name.dropFirst())]
    {
      chain.append(next)
    }
    self.chain = chain
  }

  private func attribute(_ name: String) -> String? {
    chain.lazy.compactMap { $0.attributes[name] }.first
  }

  func paint(
    _ box: Rect?, _ place: Affine, _ alpha: Double, _ color: String
  ) throws(SVGFault) -> Paint? {
    var stops: [GradientStop] = []
    for stop in chain.first(where: { !$0.children.isEmpty })?.children ?? []
    where stop.name == "stop" {
      let properties = sheet.properties(stop)
      func last(_ name: String) -> String? { properties.last { $0.name == name }?.value }
      let word = last("stop-color") ?? "black"
      guard let own = SVGStyle.color(word == "currentColor" ? color : word) else {
        throw SVGFault("its colour “\(word)” can't be read", stop.line)
      }
      let opacity = last("stop-opacity").flatMap { Double($0) } ?? 1
      let offset = max(stops.last?.offset ?? 0, fraction(stop.attributes["offset"], 0, 1))
      stops.append(GradientStop(min(1, offset), own.withAlpha(own.alpha * opacity * alpha)))
    }
    guard let last = stops.last else { return nil }
    if stops.count == 1 { return .color(last.color) }
    var own = place
    var (x, y, width, height) = (0.0, 0.0, 1.0, 1.0)
    if attribute("gradientUnits") == "userSpaceOnUse" {
      (x, y, width, height) = (0, 0, 1, 1)
    } else if let box {
      own = own.after(Affine(a: box.width, d: box.height, e: box.x, f: box.y))
    }
    if let text = attribute("gradientTransform"), let transform = Affine(svg: text) {
      own = own.after(transform)
    }
    let from = Point(
      x + fraction(attribute("x1"), 0, width), y + fraction(attribute("y1"), 0, height))
    let to = Point(
      x + fraction(attribute("x2"), 1, width), y + fraction(attribute("y2"), 0, height))
    return .gradient(from: own(from), to: own(to), stops: stops)
  }

  /// A number, or a percentage of a length.
  private func fraction(_ text: String?, _ usual: Double, _ length: Double) -> Double {
    guard let text else { return usual }
    var numbers = SVGNumbers(text)
    guard let value = numbers.next() else { return usual }
    return numbers.byte == 0x25 ? value / 100 * length : value
  }
}

/// The outline of a shape.
private struct SVGShape {
  let element: XMLTree

  init(_ element: XMLTree) { self.element = element }

  private func length(_ name: String) -> Double { SVGNumbers.length(element.attributes[name]) ?? 0 }

  func path() throws(SVGFault) -> Path {
    switch element.name {
    case "path":
      guard let path = SVGPathReader.path(element.attributes["d"] ?? "") else {
        throw SVGFault("a path can't be read", element.line)
      }
      return path
    case "rect": return rect()
    case "circle": return ellipse(length("r"), length("r"))
    case "ellipse": return ellipse(length("rx"), length("ry"))
    case "line":
      return .line(Point(length("x1"), length("y1")), Point(length("x2"), length("y2")))
    default:
      guard let values = SVGNumbers.all(element.attributes["points"] ?? "") else {
        throw SVGFault("its points can't be read", element.line)
      }
      let points = stride(from: 0, to: values.count - 1, by: 2).map {
        Point(values[$0], values[$0 + 1])
      }
      if element.name == "polygon" { return .polygon(points) }
      guard let first = points.first else { return Path() }
      return Path([.move(first)] + points.dropFirst().map { .line($0) })
    }
  }

  private func ellipse(_ rx: Double, _ ry: Double) -> Path {
    guard rx > 0, ry > 0 else { return Path() }
    return Affine(a: rx, d: ry, e: length("cx"), f: length("cy"))(.circle(Point(0, 0), radius: 1))
  }

  private func rect() -> Path {
    let r = Rect(length("x"), length("y"), length("width"), length("height"))
    guard r.width > 0, r.height > 0 else { return Path() }
    let given = (
      SVGNumbers.length(element.attributes["rx"]), SVGNumbers.length(element.attributes["ry"])
    )
    let rx = min(given.0 ?? given.1 ?? 0, r.width / 2)
    let ry = min(given.1 ?? given.0 ?? 0, r.height / 2)
    guard rx > 0, ry > 0 else { return .rect(r) }
    let (kx, ky) = (0.4477152502 * rx, 0.4477152502 * ry)
    return Path([
      .move(Point(r.x + rx, r.y)), .line(Point(r.maxX - rx, r.y)),
      .curve(Point(r.maxX - kx, r.y), Point(r.maxX, r.y + ky), Point(r.maxX, r.y + ry)),
      .line(Point(r.maxX, r.maxY - ry)),
      .curve(Point(r.maxX, r.maxY - ky), Point(r.maxX - kx, r.maxY), Point(r.maxX - rx, r.maxY)),
      .line(Point(r.x + rx, r.maxY)),
      .curve(Point(r.x + kx, r.maxY), Point(r.x, r.maxY - ky), Point(r.x, r.maxY - ry)),
      .line(Point(r.x, r.y + ry)),
      .curve(Point(r.x, r.y + ky), Point(r.x + kx, r.y), Point(r.x + rx, r.y)), .close,
    ])
  }
}
