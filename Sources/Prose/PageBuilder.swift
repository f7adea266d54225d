import Diagnostics

/// Builds text and blocks from the elements of a page as they open and close.
final class PageBuilder {
  private var text = VisibleText()
  private var page = HTMLReader.Page()
  private var elements: [Element] = []
  /// How many open elements hide their content.
  private var hiding = 0
  private var tables: [PageTable] = []
  private var zones = PageZones()
  /// Bytes of the line that stand in links and in bold.
  private var linked = 0
  private var bold = 0
  private var openLinks = 0
  private var openBolds = 0
  /// The text of `<title>`, which is not visible.
  private var title: [UInt8] = []
  private var inTitle = false

  struct Element {
    let name: String
    let hides: Bool
    let isBlock: Bool
    let zone: Int?
    /// Whether it is a list item of which no line has been written.
    var awaitsMarker = false
    /// Counts the items of an ordered list; nil in others.
    var count: Int?
  }

  private static let skipped: Set<String> = [
    "script", "style", "noscript", "template", "head", "title",
  ]
  private static let blocks: Set<String> = [
    "p", "div", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "caption", "thead",
    "tbody", "tfoot", "tr", "section", "article", "header", "footer", "nav", "aside", "blockquote",
    "pre", "dl", "dt", "dd", "form", "figure", "figcaption", "body", "html", "main", "address",
  ]
  private static let void: Set<String> = [
    "hr", "img", "input", "area", "base", "col", "embed", "source", "track", "wbr",
  ]

  // MARK: Events

  func open(_ name: String, _ attributes: [(name: String, value: String)]) {
    switch name {
    case "br":
      if hiding == 0 { endLine() }
      return
    case "meta": return readMeta(attributes)
    case "link": return
    case "title": inTitle = title.isEmpty
    default: if Self.void.contains(name) { return }
    }
    let hides = Self.skipped.contains(name) || attributes.contains { $0.name == "hidden" }
    let isBlock = Self.blocks.contains(name)
    if hides { hiding += 1 }
    guard hiding == 0 else {
      elements.append(Element(name: name, hides: hides, isBlock: isBlock, zone: nil))
      return
    }
    if isBlock { endLine() }
    let zone = zones.open(name, attributes)
    var element = Element(name: name, hides: false, isBlock: isBlock, zone: zone)
    openPart(name, attributes, &element)
    elements.append(element)
  }

  private func openPart(
    _ name: String, _ attributes: [(name: String, value: String)], _ element: inout Element
  ) {
    func number(_ key: String) -> Int {
      attributes.first { $0.name == key }.flatMap { Int($0.value) } ?? 1
    }
    switch name {
    case "li": element.awaitsMarker = true
    case "ol": element.count = number("start") - 1
    case "a": openLinks += 1
    case "b", "strong": openBolds += 1
    case "table":
      if let last = tables.indices.last { tables[last].holdsTable() }
      tables.append(PageTable())
    case "thead", "tbody", "tfoot":
      if let last = tables.indices.last { tables[last].openSection(isHead: name == "thead") }
    case "tr":
      if let last = tables.indices.last { tables[last].openRow(firstBlock: page.blocks.count) }
    case "td", "th":
      text.beginCell()
      if let last = tables.indices.last {
        tables[last].openCell(
          at: text.end, isHead: name == "th", rows: number("rowspan"), columns: number("colspan"))
      }
    case "time":
      if let time = attributes.first(where: { $0.name == "datetime" }), !time.value.isEmpty {
        page.fields.append(Document.Field(key: "time", value: time.value, span: nil))
      }
    case "html":
      if let language = attributes.first(where: { $0.name == "lang" }) {
        page.fields.append(Document.Field(key: "lang", value: language.value, span: nil))
      }
    default: break
    }
  }

  func close(_ name: String) {
    guard let index = elements.lastIndex(where: { $0.name == name }) else { return }
    if name == "title" { inTitle = false }
    // An element still counts as open while its last line is ended.
    while elements.count > index, let element = elements.last {
      if hiding == 0 { close(element) }
      if element.hides { hiding -= 1 }
      elements.removeLast()
    }
  }

  private func close(_ element: Element) {
    switch element.name {
    case "td", "th":
      if let last = tables.indices.last { tables[last].closeCell(at: text.end) }
    case "a": openLinks -= 1
    case "b", "strong": openBolds -= 1
    default: break
    }
    if element.isBlock { endLine() }
    if element.name == "tr", let last = tables.indices.last {
      tables[last].closeRow(&page.blocks, text.bytes, zone: zones.current)
    }
    if element.name == "table" { _ = tables.popLast() }
    if element.zone != nil { zones.close() }
  }

  func append(_ characters: UnsafeBufferPointer<UInt8>) {
    if inTitle, title.count < 2_000 { title += characters }
    guard hiding == 0 else { return }
    let before = text.end
    text.append(characters)
    if openLinks > 0 { linked += text.end - before }
    if openBolds > 0 { bold += text.end - before }
  }

  private func readMeta(_ attributes: [(name: String, value: String)]) {
    let named = ["name", "property", "itemprop"].compactMap { key in
      attributes.first { $0.name == key }?.value
    }
    guard let key = named.first, let value = attributes.first(where: { $0.name == "content" })
    else { return }
    page.fields.append(
      Document.Field(key: key.lowercased(), value: value.value, span: nil))
  }

  // MARK: Lines

  /// Ends the line being written and makes a block of it.
  private func endLine() {
    let start = text.lineStart
    let isWritten = text.endLine()
    defer { (linked, bold) = (0, 0) }
    guard isWritten else {
      if let last = tables.indices.last { tables[last].forgetLine(at: start) }
      return
    }
    let span = Bytes.trimmed(text.bytes, Span(start, text.end - 1))
    zones.count(span.count, isHeading: elements.contains { $0.name == "h1" })
    var block = Block(kind(), span)
    let share = linked * 10 / max(1, span.count)
    let isBold = bold * 10 / max(1, span.count) >= 9
    if block.kind == .paragraph, isBold,
      LineShape.isTitleLike(text.bytes, span, limit: 80), tables.isEmpty
    {
      block.kind = .heading(4)
    }
    page.blocks.append(block)
    zones.note(isLink: share >= 9)
  }

  /// What the innermost elements make of a line.
  private func kind() -> Block.Kind {
    for index in elements.indices.reversed() where elements[index].isBlock {
      let name = elements[index].name
      switch name {
      case "h1", "h2", "h3", "h4", "h5", "h6":
        return .heading(Int(name.utf8.last ?? 0x36) - 0x30)
      case "caption", "dt": return .heading(5)
      case "blockquote": return .quotation
      case "li":
        guard elements[index].awaitsMarker else { return .paragraph }
        elements[index].awaitsMarker = false
        return .listItem(marker: marker(of: index))
      case "td", "th", "tr", "table", "section", "article", "ul", "ol", "body": return .paragraph
      default: continue
      }
    }
    return .paragraph
  }

  private func marker(of item: Int) -> String {
    guard let list = elements[..<item].lastIndex(where: { $0.name == "ol" || $0.name == "ul" }),
      let count = elements[list].count
    else { return "•" }
    elements[list].count = count + 1
    return "\(count + 1)."
  }

  /// The finished page.
  func finish() -> HTMLReader.Page {
    endLine()
    page.text = text.bytes
    let span = Bytes.trimmed(title, Span(0, title.count))
    if span.count > 0 {
      let words = title[span.start..<span.end].split(whereSeparator: Bytes.isSpace)
      let value = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
      page.fields.insert(Document.Field(key: "title", value: value, span: nil), at: 0)
    }
    zones.mark(&page.blocks, page.text)
    refineParagraphs()
    return page
  }

  /// Lets plain paragraphs be years, items and entries by their look, as in a text file.
  private func refineParagraphs() {
    let found = page.blocks.map { block in
      block.kind == .paragraph ? ListMarker.read(page.text, block.span) : nil
    }
    let sequence = ListSequence(found)
    for index in page.blocks.indices {
      let span = page.blocks[index].span
      page.blocks[index].skipped = WebAddress.spans(page.text, span)
      if case .listItem = page.blocks[index].kind {
        page.blocks[index].label = LineShape.label(page.text, span)
      }
      guard page.blocks[index].kind == .paragraph else { continue }
      if LineShape.isYear(page.text, span) {
        page.blocks[index].kind = .heading(5)
      } else if let marker = found[index].flatMap(sequence.confirmed) {
        let word = String(
          decoding: page.text[marker.span.start..<marker.span.end], as: UTF8.self)
        page.blocks[index].kind = .listItem(marker: word)
        page.blocks[index].span.start = marker.textStart
      }
      page.blocks[index].label = LineShape.label(page.text, page.blocks[index].span)
    }
  }
}
