import Diagnostics

/// Finds headings, list items, table rows and paragraphs in lines of text.
struct BlockFinder {
  let bytes: [UInt8]
  /// Whether a short line may be a heading by its look; false where the markup names them.
  var guessesHeadings = true

  /// The blocks of the lines, in order.
  func blocks(of lines: [TextLine]) -> [Block] {
    let units = LineJoiner(bytes: bytes).joined(lines)
    let found = units.map { $0.given == nil ? ListMarker.read(bytes, $0.span) : nil }
    let sequence = ListSequence(found)
    let markers = found.map { $0.flatMap(sequence.confirmed) }
    var blocks: [Block] = []
    blocks.reserveCapacity(units.count)
    for index in units.indices {
      blocks.append(block(index, units, markers))
    }
    Tables.settle(&blocks, bytes)
    return blocks
  }

  private func block(_ index: Int, _ units: [TextLine], _ markers: [ListMarker?]) -> Block {
    let unit = units[index]
    let web = WebAddress.spans(bytes, unit.span)
    let skipped = web.isEmpty ? unit.skipped : Self.merged(unit.skipped + web)
    if let given = unit.given {
      var block = Block(given, unit.span, cells: unit.cells, skipped: skipped)
      if case .listItem = given { block.label = LineShape.label(bytes, unit.span) }
      return block
    }
    if let cells = LineShape.cells(bytes, unit.span) {
      return Block(.tableRow, unit.span, cells: cells, skipped: skipped)
    }
    if LineShape.isYear(bytes, unit.span) { return Block(.heading(4), unit.span) }
    if bytes[unit.span.start] == 0x3E {
      var start = unit.span.start
      while start < unit.span.end, bytes[start] == 0x3E || bytes[start] == 0x20 { start += 1 }
      if start < unit.span.end {
        return Block(.quotation, Span(start, unit.span.end), skipped: skipped)
      }
    }
    if let marker = markers[index] {
      let content = Span(marker.textStart, unit.span.end)
      if guessesHeadings, isNumberedHeading(index, units, markers, content) {
        return Block(.heading(min(6, 2 + marker.parents.count)), content, skipped: skipped)
      }
      let word = String(decoding: bytes[marker.span.start..<marker.span.end], as: UTF8.self)
      return Block(
        .listItem(marker: word), content, skipped: skipped,
        label: LineShape.label(bytes, content))
    }
    if guessesHeadings, let level = headingLevel(index, units, markers) {
      return Block(.heading(level), unit.span, skipped: skipped)
    }
    return Block(
      .paragraph, unit.span, skipped: skipped, label: LineShape.label(bytes, unit.span))
  }

  /// Sorted, those that overlap made one.
  static func merged(_ spans: [Span]) -> [Span] {
    var result: [Span] = []
    for span in spans.sorted() {
      if let last = result.last, span.start <= last.end {
        result[result.count - 1].end = max(last.end, span.end)
      } else {
        result.append(span)
      }
    }
    return result
  }

  /// A section's number is followed by a short title and then by something else than the next
  /// number of its series.
  private func isNumberedHeading(
    _ index: Int, _ units: [TextLine], _ markers: [ListMarker?], _ content: Span
  ) -> Bool {
    guard let marker = markers[index], marker.ordinal > 0, marker.style != .lowerLetter,
      marker.style != .lowerRoman, units[index].gapBefore, index + 1 < units.count,
      LineShape.isTitleLike(bytes, content, limit: 80)
    else { return false }
    if let next = markers[index + 1], next.style == marker.style, next.parents == marker.parents {
      return false
    }
    if index > 0, let last = markers[index - 1], last.precedes(marker) { return false }
    return true
  }

  /// The level of a heading without a number, or nil.
  private func headingLevel(_ index: Int, _ units: [TextLine], _ markers: [ListMarker?]) -> Int? {
    let unit = units[index]
    guard LineShape.isTitleLike(bytes, unit.span, limit: 110) else { return nil }
    if LineShape.isCapitals(bytes, unit.span) { return 2 }
    if let level = listHeadingLevel(index, units, markers) { return level }
    guard index + 1 < units.count, LineShape.hasYearsAlone(bytes, unit.span),
      LineShape.label(bytes, unit.span) == nil,
      isBody(units[index + 1], marker: markers[index + 1])
    else { return nil }
    let next = units[index + 1]
    // "Instruments (title; place; signed)" above rows whose cells semicolons part.
    if unit.gapBefore, !next.gapBefore, LineShape.isRow(bytes, next.span) { return 3 }
    let length = Bytes.scalarCount(bytes, unit.span)
    if unit.gapBefore, next.gapBefore { return length <= 90 ? 3 : nil }
    // Inside a run without empty lines only a short line between two longer texts will do.
    guard length <= 60, !next.gapBefore else { return nil }
    if unit.gapBefore { return markers[index + 1] != nil ? 3 : nil }
    guard index > 0, !Folded(bytes, unit.span).hasDigit else { return nil }
    let previous = units[index - 1]
    let follows = LineShape.endsSentence(bytes, previous.span) || previous.span.count > 120
    return follows && next.span.count > 80 ? 3 : nil
  }

  /// The level of a short line right before a list, or before another such line: with or without
  /// empty lines around.
  private func listHeadingLevel(_ index: Int, _ units: [TextLine], _ markers: [ListMarker?])
    -> Int?
  {
    func canHead(_ i: Int) -> Bool {
      let span = units[i].span
      return markers[i] == nil && units[i].given == nil
        && LineShape.isTitleLike(bytes, span, limit: 60) && LineShape.hasYearsAlone(bytes, span)
        && LineShape.label(bytes, span) == nil && LineShape.cells(bytes, span) == nil
        && !LineShape.isYear(bytes, span)
    }
    func opensList(_ i: Int) -> Bool {
      guard i < units.count, let marker = markers[i] else { return false }
      return marker.ordinal <= 1
    }
    guard canHead(index) else { return nil }
    let isUnderOther = index > 0 && canHead(index - 1) && !units[index].gapBefore
    if opensList(index + 1) { return isUnderOther ? 4 : 3 }
    let isOverOther =
      index + 2 < units.count && canHead(index + 1) && opensList(index + 2)
    return isOverOther && !isUnderOther ? 3 : nil
  }

  /// Whether a unit can be what a heading heads.
  private func isBody(_ unit: TextLine, marker: ListMarker?) -> Bool {
    unit.span.count >= 80 || marker != nil || unit.given != nil
      || LineShape.isYear(bytes, unit.span) || LineShape.endsSentence(bytes, unit.span)
      || LineShape.isRow(bytes, unit.span) || LineShape.hasYear(bytes, unit.span)
      || LineShape.cells(bytes, unit.span) != nil || LineShape.label(bytes, unit.span) != nil
  }
}

/// Web and mail addresses in a text.
enum WebAddress {
  /// The addresses that begin with a scheme or "www." and those with "@" in them.
  static func spans(_ bytes: [UInt8], _ span: Span) -> [Span] {
    guard mayHave(bytes, span) else { return [] }
    var result: [Span] = []
    var i = span.start
    while i < span.end {
      let isScheme = bytes[i] == 0x3A && Bytes.has("://", bytes, at: i)
      let isHost = bytes[i] == 0x77 && Bytes.has("www.", bytes, at: i)
      let isMail = bytes[i] == 0x40
      guard isScheme || isHost || isMail else {
        i += 1
        continue
      }
      var start = i
      while start > span.start, isHost ? false : isAddress(bytes[start - 1], inMail: isMail) {
        start -= 1
      }
      var end = i + 1
      while end < span.end, isAddress(bytes[end], inMail: false) { end += 1 }
      while end > i + 1, [0x2E, 0x2C, 0x3B, 0x3A, 0x3F, 0x21, 0x27].contains(bytes[end - 1]) {
        end -= 1
      }
      if start < i || isHost { result.append(Span(start, end)) }
      i = max(end, i + 1)
    }
    return result
  }

  /// False where no "@", ":/" or "ww" stands.
  private static func mayHave(_ bytes: [UInt8], _ span: Span) -> Bool {
    Bytes.has(0x40, bytes, span) || Bytes.hasPair(0x3A, 0x2F, bytes, span)
      || Bytes.hasPair(0x77, 0x77, bytes, span)
  }

  private static func isAddress(_ byte: UInt8, inMail: Bool) -> Bool {
    if Bytes.isLetter(byte) || Bytes.isDigit(byte) { return true }
    if inMail { return [0x2E, 0x2D, 0x5F, 0x2B].contains(byte) }
    return "-._~:/?#@!$&*+,;=%'".utf8.contains(byte)
  }
}
