internal import Cairo
import Drawing

/// Draws frames with their meaning: each mark belongs to a structure element or is an ornament.
struct StructurePainter {
  let canvas: PDFCanvas
  let ink: Ink
  let extent: Extent
  /// Where links may lead; a place can be named once.
  let known: Set<String>
  /// Destinations that are already set.
  private var placed: Set<String> = []

  /// What stands beside each other: text in elements of its own, or ornaments.
  private enum Stretch: Equatable {
    case element(String)
    case ornament
  }

  init(canvas: PDFCanvas, engine: TextEngine, known: Set<String>) {
    self.canvas = canvas
    ink = Ink(canvas: canvas, engine: engine)
    extent = Extent(engine: engine)
    self.known = known
  }

  /// A page: its ground, then its items.
  mutating func draw(_ frame: Frame) throws(GraphicsError) {
    if frame.ground != nil {
      canvas.beginArtifact()
      try ink.ground(frame)
      canvas.endArtifact()
    }
    try draw(frame.items, loose: "P", inLink: false)
  }

  /// Items beside each other; `loose` is the element of text that has none.
  private mutating func draw(
    _ items: [Item], loose: String, inLink: Bool
  ) throws(GraphicsError) {
    var open: Stretch?
    func turn(to next: Stretch?) {
      if open == next { return }
      switch open {
      case .element: canvas.endElement()
      case .ornament: canvas.endArtifact()
      case nil: break
      }
      switch next {
      case .element(let tag): canvas.beginElement(tag, isLeaf: true)
      case .ornament: canvas.beginArtifact()
      case nil: break
      }
      open = next
    }
    for item in items {
      switch item {
      case .path(let path, let fill, let stroke):
        turn(to: .ornament)
        try ink.draw(path, fill: fill, stroke: stroke)
      case .text(let line):
        // Lines of one paragraph share its element; loose lines are each their own.
        if loose == "P" { turn(to: nil) }
        turn(to: .element(loose))
        try ink.draw(line)
      case .image(let bitmap, let rect):
        turn(to: .ornament)
        try ink.draw(bitmap, in: rect)
      case .group(let group):
        turn(to: nil)
        try draw(group, loose: loose, inLink: inLink)
      }
    }
    turn(to: nil)
  }

  private mutating func draw(
    _ group: Group, loose: String, inLink: Bool
  ) throws(GraphicsError) {
    if group.role == .figure || group.role == .artifact { return try leaf(group) }
    name(group.destination.map { [($0, corner(of: group))] } ?? [])
    let target = inLink ? nil : group.link.flatMap(target)
    let tags = group.role.tags
    let isLeaf = (!tags.isEmpty || target != nil) && group.isLeaf
    for (place, tag) in tags.enumerated() {
      canvas.beginElement(tag, isLeaf: isLeaf && target == nil && place == tags.count - 1)
    }
    if let target {
      canvas.beginLink(target, area: box(of: group), words: group.words, isLeaf: isLeaf)
    }
    let text = group.role.isInline || target != nil ? "Span" : loose
    try ink.within(group) { () throws(GraphicsError) in
      if isLeaf {
        try ink.draw(group.items)
      } else {
        try draw(group.items, loose: text, inLink: inLink || target != nil)
      }
    }
    if target != nil { canvas.endElement() }
    for _ in tags { canvas.endElement() }
  }

  /// Draws a figure or an ornament as one; its links follow as elements of their own.
  private mutating func leaf(_ group: Group) throws(GraphicsError) {
    name(extent.destinations(group))
    let isFigure = group.role == .figure
    if isFigure {
      canvas.beginElement(
        "Figure", isLeaf: true, words: (group.alternative ?? group.title ?? "").plain,
        box: box(of: group))
    } else {
      canvas.beginArtifact()
    }
    try ink.within(group) { () throws(GraphicsError) in try ink.draw(group.items) }
    if isFigure { canvas.endElement() } else { canvas.endArtifact() }
    for link in extent.links(group) {
      guard let target = target(link.target) else { continue }
      canvas.beginLink(target, area: onPage(link.area), words: link.words.plain)
      canvas.endElement()
    }
  }

  private func box(of group: Group) -> PageBox {
    onPage(extent.bounds(group) ?? Rect(group.offset.x, group.offset.y, 0, 0))
  }

  private func onPage(_ area: Rect) -> PageBox {
    let from = canvas.device(x: area.x, y: area.y)
    let to = canvas.device(x: area.maxX, y: area.maxY)
    return PageBox(x: from.x, y: from.y, width: to.x - from.x, height: to.y - from.y)
  }

  private func corner(of group: Group) -> Point {
    extent.bounds(group).map { Point($0.x, $0.y) } ?? group.offset
  }

  /// Sets named places, each a little above its ink.
  private mutating func name(_ places: [(name: String, at: Point)]) {
    for (name, at) in places where placed.insert(name).inserted {
      let corner = canvas.device(x: at.x, y: at.y)
      canvas.addPlace(name, x: max(0, corner.x), y: max(0, corner.y - 4))
    }
  }

  /// Where a link leads; nil for nowhere.
  private func target(_ target: LinkTarget) -> PDFTarget? {
    switch target {
    case .destination(let name): known.contains(name) ? .place(name) : nil
    case .uri(let address): address.isEmpty ? nil : .address(address.percentEncoded)
    }
  }
}

extension Role {
  /// The standard structure types, outermost first; none for groups without a meaning of their own.
  fileprivate var tags: [String] {
    switch self {
    case .group, .mark, .link: []
    case .section: ["Sect"]
    case .heading(let level): ["H\(min(max(level, 1), 6))"]
    case .paragraph: ["P"]
    case .list: ["L"]
    case .listItem: ["LI", "LBody"]
    case .table: ["Table"]
    case .tableRow: ["TR"]
    case .tableHeader: ["TH"]
    case .tableCell: ["TD"]
    case .figure: ["Figure"]
    case .span: ["Span"]
    case .artifact: []
    }
  }

  /// Whether it needs an element of its own, or is to lie outside all.
  fileprivate var isPlain: Bool {
    switch self {
    case .group, .mark: true
    default: false
    }
  }

  /// Whether it holds parts of a line.
  fileprivate var isInline: Bool {
    switch self {
    case .heading, .paragraph, .span, .link: true
    default: false
    }
  }
}

extension Group {
  /// What a link around the group says: its title, or else its text.
  var words: String {
    if let title { return title.plain }
    let parts = items.map { item -> String in
      switch item {
      case .path, .image: ""
      case .text(let line): line.string.plain
      case .group(let inner): inner.words
      }
    }
    let text = parts.joined(separator: " ").split(separator: " ").joined(separator: " ")
    guard text.isEmpty, let link else { return text }
    switch link {
    case .destination(let name): return name
    case .uri(let address): return address
    }
  }

  /// Whether no group within needs an element of its own.
  fileprivate var isLeaf: Bool {
    items.allSatisfy { item in
      guard case .group(let inner) = item else { return true }
      return inner.role.isPlain && inner.link == nil && inner.destination == nil && inner.isLeaf
    }
  }

  /// The names of a group and of all within it.
  var destinationNames: [String] {
    (destination.map { [$0] } ?? []) + items.destinationNames
  }
}

extension [Item] {
  var destinationNames: [String] {
    flatMap { item -> [String] in
      if case .group(let group) = item { group.destinationNames } else { [] }
    }
  }
}

extension String {
  /// An address of ASCII alone: other bytes, spaces, quotes and brackets as `%XX`.
  fileprivate var percentEncoded: String {
    var result = ""
    let digits = Array("0123456789ABCDEF")
    for byte in utf8 {
      if (0x21...0x7E).contains(byte), !"\"'<>\\^`{|}".utf8.contains(byte) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        result += "%" + String([digits[Int(byte >> 4)], digits[Int(byte & 15)]])
      }
    }
    return result
  }
}
