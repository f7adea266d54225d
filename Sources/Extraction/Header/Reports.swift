import Chronology
import Diagnostics
import Prose

/// Takes apart a file that holds several reports, each under a dateline of its own: a press review.
struct Reports {
  let words: HeaderWords
  /// Decides numeric dates that leave the order open.
  let locale: String

  /// The reports of a document in order, each with its own day at its head; none where the document
  /// is one paper.
  func reports(in document: Document) -> [Document] {
    let starts = starts(in: document)
    guard !starts.isEmpty else { return [] }
    let own = OwnDate(words: words, locale: locale)
    let limits = [0] + starts + [document.blocks.count]
    var parts: [Range<Int>] = []
    for (start, end) in zip(limits, limits.dropFirst()) {
      let part = self.part(start..<end, of: document)
      let head = HeaderLines(document: part, locale: locale).head()
      if let last = parts.last, own.heading(head) == nil {
        // Notes under a report, a paper of one date with parts.
        parts[parts.count - 1] = last.lowerBound..<end
      } else {
        guard own.heading(head) != nil else {
          // What heads them all is read with the first.
          if start == 0, isHead(0..<end, of: document) { continue }
          return []
        }
        parts.append((parts.isEmpty ? 0 : start)..<end)
      }
    }
    return parts.count > 1 ? parts.map { part($0, of: document) } : []
  }

  /// Lines alone, no prose.
  private func isHead(_ blocks: Range<Int>, of document: Document) -> Bool {
    document.blocks[blocks].allSatisfy { $0.span.count <= 200 }
  }

  private func part(_ blocks: Range<Int>, of document: Document) -> Document {
    Document(
      format: document.format, text: document.text, sha256: document.sha256, fields: [],
      blocks: Array(document.blocks[blocks]), diagnostics: [])
  }

  /// Numbers of the blocks at which another report may begin.
  private func starts(in document: Document) -> [Int] {
    let blocks = document.blocks
    var starts: [Int] = []
    for number in blocks.indices.dropFirst() {
      if isRule(blocks[number - 1], document.text.bytes) {
        starts.append(number)
      } else if isDateline(blocks[number], document) || isPlacedDay(number, document) {
        var start = number
        while start > 1, number - start < 2, blocks[start - 1].headingLevel != nil { start -= 1 }
        if start > starts.last ?? 0 { starts.append(start) }
      }
    }
    return starts
  }

  /// "===", "* * *": a line that only parts what is above from what is below.
  private func isRule(_ block: Block, _ bytes: [UInt8]) -> Bool {
    let line = bytes[block.span.start..<block.span.end]
    guard let first = line.first(where: { $0 != 0x20 }), "=*-_#~".utf8.contains(first),
      line.allSatisfy({ $0 == first || $0 == 0x20 })
    else { return false }
    return line.count { $0 == first } >= 3
  }

  /// "LIMA, May 4, 2012 (Agency) -": the place in capitals, the date, a dash, and the report.
  private func isDateline(_ block: Block, _ document: Document) -> Bool {
    guard block.kind == .paragraph || block.headingLevel != nil, block.span.count > 20,
      mayBeDateline(document.text.bytes, block.span)
    else { return false }
    let line = HeaderLine(block.span, of: block, in: document, locale: locale)
    guard let first = line.tokens.first, first.isUpperCase, first.end - first.start >= 3,
      let (mention, range) = line.dates.first, mention.basis == .explicit,
      mention.core.precision == .day, range.lowerBound <= 7,
      line.tokens[..<range.lowerBound].allSatisfy({ $0.isCapitalised || $0.kind == .punctuation })
    else { return false }
    return line.tokens[range.upperBound...].prefix(8).contains { $0.key == WordKey("-") }
  }

  /// "No. 77/2024 · Ulaanbaatar, 23 April 2024": place and day end a line of their own, and prose
  /// stands below.
  private func isPlacedDay(_ number: Int, _ document: Document) -> Bool {
    let block = document.blocks[number]
    let bytes = document.text.bytes
    guard
      block.kind == .paragraph || block.kind == .furniture("masthead")
        || block.headingLevel != nil
    else { return false }
    let line = Span(
      block.span.start,
      bytes[block.span.start..<block.span.end].firstIndex(of: 0x0A) ?? block.span.end)
    guard (10...90).contains(line.count),
      bytes[line.start..<line.end].last(where: { $0 != 0x20 && $0 != 0x0D })?.isDigit == true
    else { return false }
    let own = OwnDate(words: words, locale: locale)
    guard own.isPlacedDay(HeaderLine(line, of: block, in: document, locale: locale)) else {
      return false
    }
    return document.blocks[number...].prefix(4).contains { below in
      let rest = below.span.start == block.span.start ? line.end : below.span.start
      return bytes[rest..<below.span.end].count { $0 == 0x20 } >= 25
    }
  }

  /// Begins with a word in capitals and has a year soon.
  private func mayBeDateline(_ bytes: [UInt8], _ span: Span) -> Bool {
    let opening = bytes[span.start..<min(span.end, span.start + 60)]
    guard opening.prefix(3).allSatisfy({ $0 >= 0x41 && $0 <= 0x5A || $0 >= 0x80 }) else {
      return false
    }
    var digits = 0
    for byte in opening {
      digits = byte.isDigit ? digits + 1 : 0
      if digits == 4 { return true }
    }
    return false
  }
}
