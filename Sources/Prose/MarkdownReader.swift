import Diagnostics

/// Finds the blocks of a Markdown text; the text itself stays as it is.
struct MarkdownReader {
  private(set) var fields: [Document.Field] = []
  private(set) var blocks: [Block] = []

  private let text: SourceText
  private var bytes: [UInt8] { text.bytes }
  private var comments: [Span] = []
  private var lines: [TextLine] = []
  private var hasHeadings = false
  /// The mark of the open code fence.
  private var fence: UInt8?
  private var inTable = false
  private var gap = true

  init(_ text: SourceText) {
    self.text = text
    let front = FrontMatter(text)
    fields = front.fields
    let start = front.nextLine < text.lineStarts.count ? text.lineStarts[front.nextLine] : 0
    comments = Self.comments(text.bytes, from: start)
    var index = front.nextLine
    while index < text.lineStarts.count {
      index = readLine(index)
    }
    var finder = BlockFinder(bytes: text.bytes)
    finder.guessesHeadings = !hasHeadings
    blocks = finder.blocks(of: lines)
    for index in blocks.indices {
      blocks[index].skipped = BlockFinder.merged(
        blocks[index].skipped + MarkdownInline.markup(text.bytes, blocks[index].span))
    }
  }

  /// The spans of `<!-- … -->`; an open one goes to the end of the text.
  private static func comments(_ bytes: [UInt8], from start: Int) -> [Span] {
    var result: [Span] = []
    var i = start
    while i < bytes.count {
      guard bytes[i] == 0x3C, Bytes.has("<!--", bytes, at: i) else {
        i += 1
        continue
      }
      var end = i + 4
      while end < bytes.count, !Bytes.has("-->", bytes, at: end) { end += 1 }
      result.append(Span(i, min(bytes.count, end + 3)))
      i = end + 3
    }
    return result
  }

  /// Comments that touch a span.
  private func comments(in span: Span) -> [Span] {
    var low = 0
    var high = comments.count
    while low < high {
      let middle = (low + high) / 2
      if comments[middle].end <= span.start { low = middle + 1 } else { high = middle }
    }
    var result: [Span] = []
    while low < comments.count, comments[low].start < span.end {
      result.append(comments[low])
      low += 1
    }
    return result
  }

  /// Takes one line, or the head of a table with the line below it. Returns the next line.
  private mutating func readLine(_ index: Int) -> Int {
    let whole = text.line(index)
    let hidden = comments(in: whole)
    var span = Bytes.trimmed(bytes, whole)
    // What is left of the line beside comments at its ends.
    for comment in hidden {
      if comment.start <= span.start {
        span = Bytes.trimmed(bytes, Span(min(comment.end, span.end), span.end))
      } else if comment.end >= span.end {
        span = Bytes.trimmed(bytes, Span(span.start, max(span.start, comment.start)))
      }
    }
    if span.count == 0 {
      if hidden.isEmpty { (gap, inTable) = (true, false) }
      return index + 1
    }
    if readFence(span) { return index + 1 }
    let indent = span.start - whole.start
    if isRule(span) || isReference(span) {
      gap = true
      return index + 1
    }
    if let next = readTable(index, span) { return next }
    inTable = false
    var line = TextLine(span: span, indent: indent, gapBefore: gap, skipped: hidden)
    readPrefix(&line)
    if index + 1 < text.lineStarts.count, gap, line.given == nil,
      let level = underline(Bytes.trimmed(bytes, text.line(index + 1)))
    {
      line.given = .heading(level)
      hasHeadings = true
      lines.append(line)
      gap = true
      return index + 2
    }
    if line.span.count > 0 { lines.append(line) }
    gap = line.given?.isHeading ?? false
    return index + 1
  }

  private mutating func readFence(_ span: Span) -> Bool {
    let isFence = Bytes.has("```", bytes, at: span.start) || Bytes.has("~~~", bytes, at: span.start)
    if let open = fence {
      if isFence, bytes[span.start] == open { fence = nil }
      gap = true
      return true
    }
    if isFence { fence = bytes[span.start] }
    return isFence
  }

  /// A line of three or more "-", "*" or "_".
  private func isRule(_ span: Span) -> Bool {
    let mark = bytes[span.start]
    guard span.count >= 3, mark == 0x2D || mark == 0x2A || mark == 0x5F else { return false }
    return bytes[span.start..<span.end].allSatisfy { $0 == mark || $0 == 0x20 }
  }

  /// "[name]: address", which defines a link.
  private func isReference(_ span: Span) -> Bool {
    guard bytes[span.start] == 0x5B,
      let close = (span.start..<min(span.end, span.start + 80)).first(where: { bytes[$0] == 0x5D }),
      close + 2 < span.end, bytes[close + 1] == 0x3A
    else { return false }
    let rest = Bytes.trimmed(bytes, Span(close + 2, span.end))
    return bytes[span.start + 1] != 0x5E
      && (Bytes.has("http", bytes, at: rest.start)
        || Bytes.has("<", bytes, at: rest.start) || Bytes.has("/", bytes, at: rest.start))
  }

  /// The level that a line of "=" or "-" gives to the line above it.
  private func underline(_ span: Span) -> Int? {
    guard span.count >= 3 else { return nil }
    let mark = bytes[span.start]
    guard mark == 0x3D || mark == 0x2D,
      bytes[span.start..<span.end].allSatisfy({ $0 == mark })
    else { return nil }
    return mark == 0x3D ? 1 : 2
  }

  /// Headings, quotations and items of lists.
  private mutating func readPrefix(_ line: inout TextLine) {
    var start = line.span.start
    var isQuoted = false
    while start < line.span.end, bytes[start] == 0x3E {
      isQuoted = true
      start += 1
      while start < line.span.end, bytes[start] == 0x20 { start += 1 }
    }
    line.span.start = start
    guard start < line.span.end else { return }
    if isQuoted { line.given = .quotation }
    var level = 0
    while start + level < line.span.end, bytes[start + level] == 0x23 { level += 1 }
    if level > 0, level <= 6, start + level < line.span.end, bytes[start + level] == 0x20 {
      var end = line.span.end
      while end > start + level, bytes[end - 1] == 0x23 { end -= 1 }
      line.span = Bytes.trimmed(bytes, Span(start + level, end))
      line.given = .heading(level)
      line.gapBefore = true
      hasHeadings = true
      return
    }
    // Markdown says itself that these are items: no neighbour is needed.
    guard let marker = ListMarker.read(bytes, line.span),
      marker.style == .bullet || (marker.style == .number && marker.parents.isEmpty)
    else { return }
    if marker.style == .bullet, !isMarkdownBullet(bytes[marker.span.start]) { return }
    line.given = .listItem(marker: text.string(marker.span))
    line.span.start = marker.textStart
  }

  private func isMarkdownBullet(_ byte: UInt8) -> Bool {
    byte == 0x2D || byte == 0x2A || byte == 0x2B
  }

  /// Rows between pipes. Returns the next line, or nil where there is no table.
  private mutating func readTable(_ index: Int, _ span: Span) -> Int? {
    guard bytes[span.start..<span.end].contains(0x7C) else { return nil }
    let cells = self.cells(span)
    if !inTable {
      guard index + 1 < text.lineStarts.count, isDelimiter(text.line(index + 1)) else { return nil }
    }
    guard let first = cells.first(where: { $0.count > 0 }),
      let last = cells.last(where: { $0.count > 0 })
    else { return index + 1 }
    let whole = Span(first.start, last.end)
    var pipes: [Span] = []
    var end = whole.start
    for cell in cells where cell.count > 0 {
      if cell.start > end { pipes.append(Span(end, cell.start)) }
      end = cell.end
    }
    lines.append(
      TextLine(
        span: whole, gapBefore: gap, given: inTable ? .tableRow : .tableHead, cells: cells,
        skipped: pipes + comments(in: whole)))
    gap = false
    defer { inTable = true }
    return inTable ? index + 1 : index + 2
  }

  private func cells(_ span: Span) -> [Span] {
    var result: [Span] = []
    var start = span.start
    if bytes[start] == 0x7C { start += 1 }
    var inCode = false
    var i = start
    while i < span.end {
      if bytes[i] == 0x60 { inCode.toggle() }
      if bytes[i] == 0x5C {
        i += 1
      } else if bytes[i] == 0x7C, !inCode {
        result.append(Bytes.trimmed(bytes, Span(start, i)))
        start = i + 1
      }
      i += 1
    }
    if start < span.end { result.append(Bytes.trimmed(bytes, Span(start, span.end))) }
    return result
  }

  /// The line "|---|:-:|" below the head of a table.
  private func isDelimiter(_ line: Span) -> Bool {
    let span = Bytes.trimmed(bytes, line)
    return span.count >= 3 && bytes[span.start..<span.end].contains(0x2D)
      && bytes[span.start..<span.end].contains(0x7C)
      && bytes[span.start..<span.end].allSatisfy {
        $0 == 0x7C || $0 == 0x2D || $0 == 0x3A || $0 == 0x20
      }
  }
}

extension Block.Kind {
  var isHeading: Bool {
    if case .heading = self { return true }
    return false
  }
}
