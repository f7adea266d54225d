import Chronology
import Diagnostics
import Prose

/// A line at the head or the end of a document, with what is named in it.
struct HeaderLine {
  var span: Span
  var reading: BlockReading
  /// Why the line is no prose of the document's own; nil for prose.
  var furniture: String?
  var isHeading: Bool

  var tokens: [Token] { reading.tokens }
  var string: String { reading.text.string(span) }
  var words: Int { tokens.count { $0.kind != .punctuation } }
}

/// Takes the head and the end of a document apart into lines.
struct HeaderLines {
  let document: Document
  let gazetteer: Gazetteer
  let locale: String

  /// Lines to the second long paragraph, at most 14.
  func head() -> [HeaderLine] {
    var result: [HeaderLine] = []
    var long = 0
    for block in document.blocks where block.cells.isEmpty {
      for span in spans(of: block) {
        let line = self.line(span, block)
        if line.furniture == "navigation" || line.furniture == "breadcrumb" { continue }
        result.append(line)
        if line.words > 30 { long += 1 }
        if long == 2 || result.count == 14 { return result }
      }
    }
    return result
  }

  /// The last lines, from the end, at most 16; teasers left out.
  ///
  /// - Parameter head: lines that are read already.
  func end(head: [HeaderLine]) -> [HeaderLine] {
    var result: [HeaderLine] = []
    for block in document.blocks.reversed() where block.cells.isEmpty {
      if case .furniture("teaser") = block.kind { continue }
      for span in spans(of: block).reversed() {
        result.append(head.first { $0.span == span } ?? line(span, block))
        if result.count == 16 { return result }
      }
    }
    return result
  }

  private func spans(of block: Block) -> [Span] {
    let bytes = document.text.bytes
    var result: [Span] = []
    var start = block.span.start
    for i in block.span.start..<block.span.end where bytes[i] == 0x0A {
      result.append(Span(start, i))
      start = i + 1
      if result.count == 16 { break }
    }
    result.append(Span(start, block.span.end))
    return result.map(trimmed).filter { $0.count > 0 }
  }

  private func trimmed(_ span: Span) -> Span {
    let bytes = document.text.bytes
    var span = span
    while span.start < span.end, bytes[span.start] == 0x20 || bytes[span.start] == 0x09 {
      span.start += 1
    }
    while span.start < span.end, bytes[span.end - 1] == 0x20 || bytes[span.end - 1] == 0x09 {
      span.end -= 1
    }
    return span
  }

  /// Reads a line by itself; of a long paragraph only its first 60 words.
  private func line(_ span: Span, _ block: Block) -> HeaderLine {
    let text = document.text
    let tokens = Array(document.tokens(in: span, of: block).prefix(60))
    var dates = DateReader(.init(locale: locale))
    var people = PersonFinder()
    let entities = people.find(
      tokens, of: text, entities: gazetteer.entities(tokens, of: text))
    let reading = BlockReading(
      text: text, tokens: tokens, sentences: [tokens.indices], entities: entities,
      dates: dates.read(tokens, of: text, isHeading: false), money: [])
    var furniture: String?
    if case .furniture(let reason) = block.kind { furniture = reason }
    var isHeading = false
    if case .heading = block.kind { isHeading = true }
    return HeaderLine(span: span, reading: reading, furniture: furniture, isHeading: isHeading)
  }
}
