internal import Cairo
import Drawing

/// Draws frames with their meaning: each mark belongs to a structure element or is an ornament.
///
/// The library gives marked content to elements without inner elements alone; hence what stands
/// beside an inner element gets an element of its own.
struct StructurePainter {
  let canvas: Canvas
  let ink: Ink
  let extent: Extent
  /// Where links may lead; a place can be named once.
  let known: Set<String>
  /// Destinations that are already set.
  private var placed: Set<String> = []
  /// The figures' words for those who can't see them and their boxes on the page, y downwards, in the
  /// order of the structure.
  private(set) var figures: [(words: String, box: Rect)] = []

  /// What the links say, in the same order.
  private(set) var linkTexts: [String] = []

  /// The element of ornaments, outside the reading order.
  static let ornament = "NonStruct"

  init(canvas: Canvas, engine: TextEngine, known: Set<String>) {
    self.canvas = canvas
    ink = Ink(canvas: canvas, engine: engine)
    extent = Extent(engine: engine)
    self.known = known
  }

  /// A page: its ground, then its items.
  mutating func draw(_ frame: Frame) throws(GraphicsError) {
    if frame.ground != nil {
      try canvas.beginTag(Self.ornament)
      try ink.ground(frame)
      try canvas.endTag(Self.ornament)
    }
    try draw(frame.items, loose: "P", inLink: false)
  }

  /// Items beside each other; `loose` is the element of text that has none.
  private mutating func draw(
    _ items: [Item], loose: String, inLink: Bool
  ) throws(GraphicsError) {
    var open: String?
    func turn(to tag: String?) throws(GraphicsError) {
      if open == tag { return }
      if let last = open { try canvas.endTag(last) }
      if let tag { try canvas.beginTag(tag) }
      open = tag
    }
    for item in items {
      switch item {
      case .path(let path, let fill, let stroke):
        try turn(to: Self.ornament)
        try ink.draw(path, fill: fill, stroke: stroke)
      case .text(let line):
        // Lines of one paragraph share its element; loose lines are each their own.
        if loose == "P" { try turn(to: nil) }
        try turn(to: loose)
        try ink.draw(line)
      case .image(let bitmap, let rect):
        try turn(to: Self.ornament)
        try ink.draw(bitmap, in: rect)
      case .group(let group):
        try turn(to: nil)
        try draw(group, loose: loose, inLink: inLink)
      }
    }
    try turn(to: nil)
  }

  private mutating func draw(
    _ group: Group, loose: String, inLink: Bool
  ) throws(GraphicsError) {
    switch group.role {
    case .figure:
      figures.append((group.alternative ?? group.title ?? "", box(of: group)))
      return try leaf(group, "Figure")
    case .artifact: return try leaf(group, Self.ornament)
    default: break
    }
    try name(group.destination.map { [($0, corner(of: group))] } ?? [])
    let link = inLink ? nil : group.link.flatMap(attributes)
    let tag = group.role == .link ? nil : group.role.tag
    if let tag { try canvas.beginTag(tag) }
    if group.role == .listItem { try canvas.beginTag("LBody") }
    if let link {
      linkTexts.append(group.words)
      try canvas.beginTag("Link", link)
    }
    let within = inLink || link != nil
    let text = group.role.isInline || link != nil ? "Span" : loose
    try ink.within(group) { () throws(GraphicsError) in
      if (tag != nil || link != nil) && group.isLeaf {
        try ink.draw(group.items)
      } else {
        try draw(group.items, loose: text, inLink: within)
      }
    }
    if link != nil { try canvas.endTag("Link") }
    if group.role == .listItem { try canvas.endTag("LBody") }
    if let tag { try canvas.endTag(tag) }
  }

  /// Draws a group as one element; its links follow as elements of their own.
  private mutating func leaf(_ group: Group, _ tag: String) throws(GraphicsError) {
    try name(extent.destinations(group))
    try canvas.beginTag(tag)
    try ink.within(group) { () throws(GraphicsError) in try ink.draw(group.items) }
    try canvas.endTag(tag)
    for link in extent.links(group) {
      guard let target = attributes(link.target) else { continue }
      let from = canvas.device(x: link.area.x, y: link.area.y)
      let to = canvas.device(x: link.area.maxX, y: link.area.maxY)
      let rect = SVGText.numbers([from.x, from.y, to.x - from.x, to.y - from.y])
      linkTexts.append(link.words)
      try canvas.beginTag("Link", "rect=[\(rect)] " + target)
      try canvas.endTag("Link")
    }
  }

  private func box(of group: Group) -> Rect {
    let area = extent.bounds(group) ?? Rect(group.offset.x, group.offset.y, 0, 0)
    let from = canvas.device(x: area.x, y: area.y)
    let to = canvas.device(x: area.maxX, y: area.maxY)
    return Rect(from.x, from.y, to.x - from.x, to.y - from.y)
  }

  private func corner(of group: Group) -> Point {
    extent.bounds(group).map { Point($0.x, $0.y) } ?? group.offset
  }

  /// Sets named places, each a little above its ink.
  private mutating func name(_ places: [(name: String, at: Point)]) throws(GraphicsError) {
    for (name, at) in places where placed.insert(name).inserted {
      let corner = canvas.device(x: at.x, y: at.y)
      let x = SVGText.number(max(0, corner.x))
      let y = SVGText.number(max(0, corner.y - 4))
      try canvas.beginTag("cairo.dest", "name='\(Canvas.quoted(name))' x=\(x) y=\(y)")
      try canvas.endTag("cairo.dest")
    }
  }

  /// How a link's tag names its target; nil when it leads nowhere.
  private func attributes(_ target: LinkTarget) -> String? {
    switch target {
    case .destination(let name):
      known.contains(name) ? "dest='\(Canvas.quoted(name))'" : nil
    case .uri(let address):
      address.isEmpty ? nil : "uri='\(Canvas.quoted(address.percentEncoded))'"
    }
  }
}

extension Role {
  /// The standard structure type; nil for groups without a meaning of their own.
  fileprivate var tag: String? {
    switch self {
    case .group, .mark: nil
    case .section: "Sect"
    case .heading(let level): "H\(min(max(level, 1), 6))"
    case .paragraph: "P"
    case .list: "L"
    case .listItem: "LI"
    case .table: "Table"
    case .tableRow: "TR"
    case .tableHeader: "TH"
    case .tableCell: "TD"
    case .figure: "Figure"
    case .span: "Span"
    case .link: "Link"
    case .artifact: StructurePainter.ornament
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
      return inner.role.tag == nil && inner.link == nil && inner.destination == nil && inner.isLeaf
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
