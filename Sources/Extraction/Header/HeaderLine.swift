import Chronology
import Diagnostics
import Prose

/// A line at the head or the end of a document; what is named in it is looked for when it is asked
/// for.
final class HeaderLine {
  let span: Span
  /// The first tokens of the line.
  let tokens: [Token]
  /// How many of them are words and numbers.
  let words: Int
  /// Why the line is no prose of the document's own; nil for prose.
  let furniture: String?
  let isHeading: Bool
  /// An item of a list: what stands in it is told of one of many.
  let isItem: Bool
  private let text: SourceText
  private let locale: String

  /// Reads a line by itself; of a long paragraph only its first 60 words.
  init(_ span: Span, of block: Block, in document: Document, locale: String) {
    self.span = span
    text = document.text
    self.locale = locale
    tokens = Array(document.tokens(in: span, of: block).prefix(60))
    words = tokens.count { $0.kind != .punctuation }
    if case .furniture(let reason) = block.kind { furniture = reason } else { furniture = nil }
    isHeading = block.headingLevel != nil
    if case .listItem = block.kind { isItem = true } else { isItem = false }
  }

  var string: String { text.string(span) }

  /// With the names in it, and no dates.
  private(set) lazy var reading: BlockReading = {
    var people = PersonFinder()
    let named = Gazetteer.builtIn.entities(tokens, of: text)
    return BlockReading(
      text: text, tokens: tokens, sentences: [tokens.indices],
      entities: people.find(tokens, of: text, entities: named), dates: [], money: [])
  }()

  /// The dates in it with their tokens.
  private(set) lazy var dates: [(mention: DateMention, range: Range<Int>)] = {
    var reader = DateReader(.init(locale: locale))
    return BlockReading.placed(reader.read(tokens, of: text, isHeading: false), tokens)
  }()
}

/// Takes the head and the end of a document apart into lines.
struct HeaderLines {
  let document: Document
  let locale: String

  /// Lines to the second long paragraph, at most 14.
  func head() -> [HeaderLine] {
    var result: [HeaderLine] = []
    var long = 0
    for block in document.blocks where block.cells.isEmpty {
      for span in spans(of: block) {
        let line = HeaderLine(span, of: block, in: document, locale: locale)
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
        let line = head.first { $0.span == span }
        result.append(line ?? HeaderLine(span, of: block, in: document, locale: locale))
        if result.count == 16 { return result }
      }
    }
    return result
  }

  private func spans(of block: Block) -> [Span] {
    var result: [Span] = []
    var start = block.span.start
    document.text.bytes.withUnsafeBufferPointer { bytes in
      for i in block.span.start..<block.span.end where bytes[i] == 0x0A {
        result.append(Span(start, i))
        start = i + 1
        if result.count == 16 { break }
      }
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
}
