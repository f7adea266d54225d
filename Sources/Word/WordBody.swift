import Diagnostics
import Drawing
import Layout

/// Writes the text of a document: its blocks, one below the other.
final class WordBody {
  /// Something outside the text that it refers to.
  struct Relation {
    var id: String
    var kind: String
    var target: String
  }

  let xml: XMLWriter
  let document: WordDocument
  private(set) var relations: [Relation] = []
  private(set) var pictures: [[UInt8]] = []
  private(set) var furnitureFiles: [(path: String, bytes: [UInt8])] = []
  private let draw: (Frame) throws(Failure) -> [UInt8]
  private var drawn: [Frame: String] = [:]
  private var drawings = 0
  /// Names of places that links may lead to, with their bookmarks' numbers.
  private let places: [String: Int]
  private var set: Set<String> = []
  /// Room below a table, given by the next paragraph of any kind.
  var owed: (after: Double, keeps: Bool)?
  /// How many tables the text stands in.
  var depth = 0
  /// Whether a paragraph may stay with the next: in the one row of a table it would keep the whole table with
  /// what follows.
  var mayKeep = true
  /// Names whose place is the next paragraph.
  private var waiting: [String] = []

  init(_ document: WordDocument, picture: @escaping (Frame) throws(Failure) -> [UInt8])
    throws(Failure)
  {
    guard let xml = XMLWriter() else { throw Failure("word/memory", "no memory for a document") }
    self.xml = xml
    self.document = document
    draw = picture
    var names: [String] = []
    for part in document.parts { part.blocks.forEach { names += $0.destinations } }
    places = Dictionary(
      names.enumerated().map { ($1, $0 + 1) }, uniquingKeysWith: { first, _ in first })
    for (kind, file) in [
      ("styles", "styles.xml"), ("settings", "settings.xml"), ("fontTable", "fontTable.xml"),
    ] {
      _ = relate(kind, file)
    }
  }

  // MARK: Relations and places

  /// The id by which the text refers to a file or an address.
  func relate(_ kind: String, _ target: String) -> String {
    if let known = relations.first(where: { $0.kind == kind && $0.target == target }) {
      return known.id
    }
    let id = "rId\(relations.count + 1)"
    relations.append(Relation(id: id, kind: kind, target: target))
    return id
  }

  /// The name of the bookmark at a place; nil where there is no such place.
  func bookmark(_ destination: String) -> String? { places[destination].map { "p\($0)" } }

  /// The next paragraph is the place of this name.
  func mark(_ destination: String?) {
    if let destination, set.insert(destination).inserted { waiting.append(destination) }
  }

  /// Bookmarks of what waits for its place.
  func placeBookmarks() {
    for name in waiting {
      guard let number = places[name] else { continue }
      xml.element("w:bookmarkStart", ["w:id": "\(number)", "w:name": "p\(number)"])
      xml.element("w:bookmarkEnd", ["w:id": "\(number)"])
    }
    waiting = []
  }

  // MARK: Pictures

  /// The relation of a frame's picture, drawn once.
  func picture(_ frame: Frame) throws(Failure) -> String {
    if let known = drawn[frame] { return known }
    pictures.append(try draw(frame))
    let id = relate("image", "media/picture\(pictures.count).png")
    drawn[frame] = id
    return id
  }

  /// A number of its own for each place of a picture.
  func nextDrawing() -> Int {
    drawings += 1
    return drawings
  }

  // MARK: The whole

  func write() throws(Failure) -> [UInt8] {
    try xml.element(
      "w:document",
      [
        "xmlns:w": WordParts.main, "xmlns:r": WordParts.links,
        "xmlns:wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "xmlns:pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "xmlns:adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
      ]
    ) { () throws(Failure) in
      try xml.element("w:body") { () throws(Failure) in
        for (index, part) in document.parts.enumerated() {
          var stretch = Stretch(part: part)
          try write(part.blocks, &stretch)
          let isLast = index == document.parts.count - 1
          if isLast {
            settle()
            section(stretch)
          } else {
            breakSection(stretch)
          }
        }
      }
    }
    return xml.finish()
  }

  /// A stretch of a part in so many columns: a section of the word processor's.
  private struct Stretch {
    var part: WordDocument.Part
    var columns = 1
    var gap = 0.0
    var isFirst = true
  }

  private func write(_ blocks: [any Block], _ stretch: inout Stretch) throws(Failure) {
    var rest = blocks[...]
    while let block = rest.first {
      rest = rest.dropFirst()
      let width = stretch.part.area.width
      switch block {
      case let tagged as Tagged:
        mark(tagged.destination)
        try write(tagged.blocks, &stretch)
      case let flow as ColumnFlow:
        turn(&stretch, columns: flow.count, gap: flow.gap)
        let own = (width - flow.gap * Double(flow.count - 1)) / Double(flow.count)
        try write(flow.blocks, width: own)
      default:
        turn(&stretch, columns: 1)
        let run = [block] + rest.prefix { !($0 is Tagged) && !($0 is ColumnFlow) }
        rest = rest.dropFirst(run.count - 1)
        try write(run, width: width)
      }
    }
  }

  private func turn(_ stretch: inout Stretch, columns: Int, gap: Double = 0) {
    guard columns != stretch.columns else { return }
    breakSection(stretch)
    stretch.isFirst = false
    (stretch.columns, stretch.gap) = (columns, gap)
  }

  /// A paragraph without height that ends a section.
  private func breakSection(_ stretch: Stretch) {
    owed = nil
    xml.element("w:p") {
      xml.element("w:pPr") {
        tiny()
        section(stretch)
      }
      placeBookmarks()
    }
  }

  /// Spacing of a paragraph that is not seen.
  func tiny(before: Double = 0, after: Double = 0) {
    xml.element(
      "w:spacing",
      [
        "w:before": Self.twips(before), "w:after": Self.twips(after), "w:line": "20",
        "w:lineRule": "exact",
      ])
  }

  private func section(_ stretch: Stretch) {
    let part = stretch.part
    xml.element("w:sectPr") {
      for kind in ["header", "footer"] {
        xml.element(
          "w:\(kind)Reference", ["w:type": "default", "r:id": furniture(kind, part)])
      }
      xml.element("w:type", ["w:val": stretch.isFirst ? "nextPage" : "continuous"])
      let isWide = part.sheet.width > part.sheet.height
      xml.element(
        "w:pgSz",
        [
          "w:w": Self.twips(part.sheet.width), "w:h": Self.twips(part.sheet.height),
          "w:orient": isWide ? "landscape" : nil,
        ])
      let area = part.area
      xml.element(
        "w:pgMar",
        [
          "w:top": Self.twips(area.y), "w:right": Self.twips(part.sheet.width - area.maxX),
          "w:bottom": Self.twips(part.sheet.height - area.maxY), "w:left": Self.twips(area.x),
          "w:header": "480", "w:footer": "480", "w:gutter": "0",
        ])
      if stretch.columns > 1 {
        xml.element(
          "w:cols", ["w:num": "\(stretch.columns)", "w:space": Self.twips(stretch.gap)])
      }
      if document.isRightToLeft { xml.element("w:bidi") }
    }
  }

  /// The relation of a part's head or foot, written once for all parts that have the same.
  private func furniture(_ kind: String, _ part: WordDocument.Part) -> String {
    let bytes = WordFurniture(document: document, part: part).file(kind)
    let known = furnitureFiles.first { $0.bytes == bytes }
    let path = known?.path ?? "\(kind)\(furnitureFiles.count + 1).xml"
    if known == nil { furnitureFiles.append((path, bytes)) }
    return relate(kind, path)
  }

  static func twips(_ points: Double) -> String { "\(Int((points * 20).rounded()))" }
}

extension Block {
  /// Names under which links find the block and what stands in it.
  var destinations: [String] {
    switch self {
    case let block as Paragraph: [block.destination].compactMap { $0 }
    case let block as Tagged:
      [block.destination].compactMap { $0 } + block.blocks.flatMap(\.destinations)
    case let block as KeepTogether: block.blocks.flatMap(\.destinations)
    case let block as ColumnFlow: block.blocks.flatMap(\.destinations)
    case let block as SideBySide: block.parts.flatMap { $0.blocks.flatMap(\.destinations) }
    case let block as Table:
      block.rows.flatMap { row in
        [row.destination].compactMap { $0 }
          + row.cells.flatMap { $0.blocks.flatMap(\.destinations) }
      }
    default: []
    }
  }
}
