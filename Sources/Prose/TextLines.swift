import Diagnostics

/// One line of a text file, or several that belong together, before it becomes a block.
struct TextLine {
  /// Without white space at the ends.
  var span: Span
  /// Columns before the text.
  var indent: Int = 0
  /// Whether an empty line, or the start of the text, stands before it.
  var gapBefore: Bool = false
  /// What a markup says that it is.
  var given: Block.Kind?
  var cells: [Span] = []
  var skipped: [Span] = []

  /// The lines of a text that are not empty.
  static func lines(of text: SourceText) -> [TextLine] {
    var result: [TextLine] = []
    result.reserveCapacity(text.lineStarts.count / 2)
    var gap = true
    for index in text.lineStarts.indices {
      let whole = text.line(index)
      let span = Bytes.trimmed(text.bytes, whole)
      if span.count == 0 {
        gap = true
        continue
      }
      result.append(
        TextLine(span: span, indent: span.start - whole.start, gapBefore: gap))
      gap = false
    }
    return result
  }
}

/// Puts hard-wrapped lines together again.
///
/// Most documents have one paragraph or entry in a line. Where lines were broken at a width,
/// a break stands where the next word would not have fitted, and most lines go on in small
/// letters.
struct LineJoiner {
  let bytes: [UInt8]
  /// Widest line that is taken for a wrapped one, in scalars.
  private let widest = 100
  private let narrowest = 45

  /// Joins the lines of each run without empty lines where they were wrapped.
  func joined(_ lines: [TextLine]) -> [TextLine] {
    var result: [TextLine] = []
    result.reserveCapacity(lines.count)
    var start = 0
    while start < lines.count {
      var end = start + 1
      while end < lines.count, !lines[end].gapBefore { end += 1 }
      if end - start > 1 {
        join(lines[start..<end], into: &result)
      } else {
        result.append(lines[start])
      }
      start = end
    }
    return result
  }

  private func join(_ run: ArraySlice<TextLine>, into result: inout [TextLine]) {
    let widths = run.map { $0.span.count > 400 ? 400 : Bytes.scalarCount(bytes, $0.span) }
    let width = zip(run, widths).reduce(0) { max($0, $1.0.indent + $1.1) }
    let isWrapped = width >= narrowest && width <= widest && goesOn(run)
    var previous = 0
    for (offset, line) in run.enumerated() {
      var fits = isWrapped && offset > 0 && continues(line, after: previous, width: width)
      // "2019–2023  Erik Lundberg", "since May 2023  Pirkka Tapiola": an entry a line.
      if fits, isEntry(line), isEntry(run[run.startIndex + offset - 1]) { fits = false }
      previous = line.indent + widths[offset]
      if fits, var last = result.popLast() {
        last.span.end = line.span.end
        last.skipped += line.skipped
        result.append(last)
      } else {
        result.append(line)
      }
    }
  }

  /// Whether some line goes on in small letters after one that does not end a sentence.
  private func goesOn(_ run: ArraySlice<TextLine>) -> Bool {
    var previous: TextLine?
    for line in run {
      if let previous, !LineShape.endsSentence(bytes, previous.span),
        let first = Bytes.scalar(bytes, at: line.span.start), first.properties.isLowercase
      {
        return true
      }
      previous = line
    }
    return false
  }

  /// Whether a gap parts a label with a number from the rest of the line.
  private func isEntry(_ line: TextLine) -> Bool {
    LineShape.label(bytes, line.span).map { bytes[$0.end] == 0x20 } ?? false
  }

  private func continues(_ line: TextLine, after width: Int, width whole: Int) -> Bool {
    guard line.given == nil, ListMarker.read(bytes, line.span) == nil,
      !LineShape.isYear(bytes, line.span), LineShape.cells(bytes, line.span) == nil
    else { return false }
    var end = line.span.start
    while end < line.span.end, !Bytes.isSpace(bytes[end]) { end += 1 }
    let word = Bytes.scalarCount(bytes, Span(line.span.start, end))
    if width + 1 + word > whole - 8 { return true }
    guard let first = Bytes.scalar(bytes, at: line.span.start) else { return false }
    return first.properties.isLowercase && width + 1 + word > whole * 2 / 3
  }
}
