/// Pages of a PDF with their structure: what is drawn belongs to the element that is open, or is an
/// artifact. Sizes in points, y grows downwards from the upper left corner.
public final class PDFCanvas: DrawingSurface {
  /// Content as far as it is known before the fonts are made.
  enum Part {
    case operators(PDFContent)
    case text(PDFTextRun, isArtifact: Bool)
  }

  /// Where user space lies, and the paint that is set in the content.
  private struct State {
    var x = 0.0
    var y = 0.0
    var scale = 1.0
    var fill: [Double] = []
    var stroke: [Double] = []
    var alpha = 1.0
  }

  /// A stretch of content that belongs to an element or to none.
  private struct Mark {
    var isArtifact: Bool
    /// Of the states that were saved when it began.
    var depth: Int
  }

  let file = PDFFile()
  let glyphs = PDFGlyphs()
  let structure: PDFStructure
  var navigation = PDFNavigation()
  var pages: [PDFObject] = []
  var contents: [[Part]] = []
  /// By page: what the glyphs' numbers have become; empty for the canvas's own.
  var renumberings: [[Int]] = []
  private(set) var size: (width: Double, height: Double) = (0, 0)

  private var content = PDFContent()
  private var path = PDFContent()
  private var extent: [Double] = []
  private var paint = PDFPaint.color(red: 0, green: 0, blue: 0, alpha: 1)
  private var state = State()
  private var saved: [State] = []
  private var mark: Mark?
  private var artifacts = 0
  /// Names of resources: of opacities, gradients, pictures.
  var resources: [String: [(name: String, object: PDFObject)]] = [:]
  private var opacities: [Double: String] = [:]

  /// What sets the names of resources apart from those of canvases that are to be joined with this.
  private let series: String

  /// - Parameter series: 0, and another number for each canvas that is to be appended to this one.
  public init(series: Int = 0) {
    structure = PDFStructure(file)
    self.series = series == 0 ? "" : ".\(series)"
  }

  // MARK: Pages

  /// Begins a page.
  ///
  /// - Parameter label: its number as viewers show it.
  public func beginPage(width: Double, height: Double, label: String) {
    size = (width, height)
    let page = file.indirect(
      file.dictionary([
        "/Type": file.name("/Page"),
        "/MediaBox": file.array([0, 0, width, height].map(file.number)),
        "/Group": file.dictionary([
          "/Type": file.name("/Group"), "/S": file.name("/Transparency"), "/I": file.bool(true),
          "/CS": file.name("/DeviceRGB"),
        ]), "/Tabs": file.name("/S"),
      ]))
    pages.append(page)
    navigation.labels.append(label)
    structure.beginPage()
    contents.append([])
    renumberings.append([])
    state = State()
    saved = []
    content.put(1, 0, 0, -1, 0, height, operator: "cm")
  }

  public func endPage() {
    endMark()
    flush()
    navigation.endPage(pages[pages.count - 1], file)
  }

  private func flush() {
    if !content.isEmpty { contents[contents.count - 1].append(.operators(content)) }
    content = PDFContent()
  }

  // MARK: Structure

  /// Begins an element of a standard type, within the one that is open.
  ///
  /// - Parameters:
  ///   - isLeaf: whether no elements stand in it: what is drawn in it is one stretch of content.
  ///   - words: what a figure says to those who can't see it.
  ///   - box: where a figure lies.
  public func beginElement(
    _ tag: String, isLeaf: Bool = false, words: String? = nil, box: PageBox? = nil
  ) {
    endMark()
    let element = structure.begin(tag, page: pages[pages.count - 1])
    element.words = words
    element.box = box?.sides(file, below: size.height)
    if isLeaf { beginMark() }
  }

  public func endElement() {
    endMark()
    structure.end()
  }

  /// Begins what carries no meaning.
  public func beginArtifact() {
    endMark()
    artifacts += 1
    beginMark()
  }

  public func endArtifact() {
    endMark()
    artifacts -= 1
  }

  private func endMark() {
    if mark != nil { content.put("EMC\n") }
    mark = nil
  }

  /// To be called before anything is painted.
  private func beginMark() {
    let isArtifact = artifacts > 0 || structure.current == nil
    if let mark, mark.isArtifact == isArtifact { return }
    endMark()
    mark = Mark(isArtifact: isArtifact, depth: saved.count)
    if !isArtifact, let (number, tag) = structure.stretch() {
      content.put("/")
      content.put(tag)
      content.put(" << /MCID ")
      content.put(number)
      content.put(" >> BDC\n")
    } else {
      content.put("/Artifact BMC\n")
    }
  }

  // MARK: State

  public func save() {
    saved.append(state)
    content.put("q\n")
  }

  public func restore() {
    if let mark, mark.depth >= saved.count { endMark() }
    guard let last = saved.popLast() else { return }
    state = last
    content.put("Q\n")
  }

  public func transform(x: Double, y: Double, scale: Double) {
    content.put(scale, 0, 0, scale, x, y, operator: "cm")
    state.x += x * state.scale
    state.y += y * state.scale
    state.scale *= scale
  }

  public func device(x: Double, y: Double) -> (x: Double, y: Double) {
    (state.x + x * state.scale, state.y + y * state.scale)
  }

  // MARK: Paths

  public func newPath() {
    path = PDFContent()
    extent = []
  }

  public func move(x: Double, y: Double) {
    path.put(x, y, operator: "m")
    reach(x, y)
  }

  public func line(x: Double, y: Double) {
    path.put(x, y, operator: "l")
    reach(x, y)
  }

  public func curve(
    x1: Double, y1: Double, x2: Double, y2: Double, x3: Double, y3: Double
  ) {
    path.put(x1, y1, x2, y2, x3, y3, operator: "c")
    reach(x1, y1)
    reach(x2, y2)
    reach(x3, y3)
  }

  public func close() { path.put("h\n") }

  private func reach(_ x: Double, _ y: Double) {
    if extent.isEmpty { extent = [x, y, x, y] }
    extent = [min(extent[0], x), min(extent[1], y), max(extent[2], x), max(extent[3], y)]
  }

  public func fill(isEvenOdd: Bool) {
    guard !path.isEmpty else { return }
    beginMark()
    painted(isStroke: false, margin: 1) {
      content.put(path)
      content.put(isEvenOdd ? "f*\n" : "f\n")
    }
  }

  public func stroke(width: Double, dash: [Double], roundCap: Bool) {
    guard !path.isEmpty else { return }
    beginMark()
    painted(isStroke: true, margin: width + 1) {
      content.put(width, operator: "w")
      content.put(roundCap ? "1 J\n" : "0 J\n")
      content.put("[")
      for length in dash { content.put(length) }
      content.put("] 0 d\n")
      content.put(path)
      content.put("S\n")
    }
  }

  // MARK: Paint

  public func setColor(red: Double, green: Double, blue: Double, alpha: Double) {
    paint = .color(red: red, green: green, blue: blue, alpha: alpha)
  }

  public func setGradient(
    x1: Double, y1: Double, x2: Double, y2: Double,
    stops: [(offset: Double, red: Double, green: Double, blue: Double, alpha: Double)]
  ) {
    if stops.isEmpty { return }
    paint = .gradient(PDFGradient(from: (x1, y1), to: (x2, y2), stops: stops))
  }

  /// Runs `draw` with the paint set.
  private func painted(isStroke: Bool, margin: Double, _ draw: () -> Void) {
    switch paint {
    case .color(let red, let green, let blue, let alpha):
      set([red, green, blue], isStroke: isStroke, alpha: alpha)
      draw()
    case .gradient(let gradient):
      content.put("q\n")
      if !gradient.isOpaque {
        let box = [
          extent[0] - margin, extent[1] - margin, extent[2] + margin, extent[3] + margin,
        ]
        use(resource("/ExtGState", "/m", gradient.mask(file, box: box)), operator: "gs")
      } else if state.alpha < 1 {
        use(opacity(1), operator: "gs")
      }
      // A pattern lies in the space of the page, which begins at the lower left corner.
      let matrix = [
        state.scale, 0, 0, -state.scale, state.x, size.height - state.y,
      ]
      let pattern = file.indirect(
        file.dictionary([
          "/PatternType": file.integer(2), "/Shading": gradient.shading(file),
          "/Matrix": file.array(matrix.map(file.precise)),
        ]))
      content.put(isStroke ? "/Pattern CS " : "/Pattern cs ")
      let name = resource("/Pattern", "/p", pattern)
      if isStroke { use(name, operator: "SCN") } else { use(name, operator: "scn") }
      draw()
      content.put("Q\n")
    }
  }

  private func set(_ color: [Double], isStroke: Bool, alpha: Double) {
    if alpha != state.alpha {
      use(opacity(alpha), operator: "gs")
      state.alpha = alpha
    }
    if isStroke, state.stroke != color {
      content.put(color[0], color[1], color[2], operator: "RG")
      state.stroke = color
    } else if !isStroke, state.fill != color {
      content.put(color[0], color[1], color[2], operator: "rg")
      state.fill = color
    }
  }

  private func opacity(_ alpha: Double) -> String {
    if let name = opacities[alpha] { return name }
    let value = file.precise(alpha)
    let name = resource(
      "/ExtGState", "/a", file.dictionary(["/CA": value, "/ca": value]))
    opacities[alpha] = name
    return name
  }

  /// The name of a new resource.
  private func resource(_ kind: String, _ prefix: String, _ object: PDFObject) -> String {
    let name = prefix + String(resources[kind]?.count ?? 0) + series
    resources[kind, default: []].append((name, object))
    return name
  }

  private func use(_ name: String, operator operation: StaticString) {
    content.put(name)
    content.put(" ")
    content.put(operation)
    content.put("\n")
  }

  // MARK: Pictures and text

  public func image(
    png: [UInt8], x: Double, y: Double, width: Double, height: Double
  ) throws(GraphicsError) {
    let pixels = try Pixels(png: png)
    guard pixels.width > 0, pixels.height > 0, width > 0, height > 0 else { return }
    beginMark()
    content.put("q\n")
    if state.alpha < 1 { use(opacity(1), operator: "gs") }
    // A picture stands on its foot.
    content.put(width, 0, 0, -height, x, y + height, operator: "cm")
    use(resource("/XObject", "/x", pixels.image(file)), operator: "Do")
    content.put("Q\n")
  }

  public func drawText(
    _ string: String, _ style: TextStyle, x: Double, y: Double, anchor: Double, rightToLeft: Bool,
    engine: TextEngine
  ) {
    let line = engine.line(string, style, rightToLeft: rightToLeft)
    let left = x - anchor * Double(line.width) / TextFace.unitsPerSize * style.size
    beginMark()
    if case .color(let red, let green, let blue, let alpha) = paint {
      set([red, green, blue], isStroke: false, alpha: alpha)
    }
    flush()
    for run in PDFTextRun.runs(of: line, x: left, y: y, size: style.size, glyphs) {
      contents[contents.count - 1].append(.text(run, isArtifact: mark?.isArtifact ?? true))
    }
  }
}
