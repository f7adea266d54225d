import Diagnostics

/// Marks the blocks that are no part of a document's own prose: navigation, notices, teasers.
///
/// A block is judged by how it begins, how short it is and where it stands. A full paragraph is
/// furniture only in a list of other articles that ends the text.
struct Furniture {
  private let bytes: [UInt8]
  private let text: SourceText
  /// What each short block says; nothing for long ones.
  private let folded: [Folded]
  private var blocks: [Block]

  /// Blocks longer than this, in bytes, are never controls, menus or notices.
  private static let longest = 420

  /// Marks the furniture among the blocks of a text.
  static func mark(_ blocks: inout [Block], _ text: SourceText) {
    var work = Furniture(blocks, text)
    work.markLines()
    work.markMenus()
    work.markTeaserLists()
    work.markRepeatedTitles()
    work.markNotices()
    blocks = work.blocks
  }

  private init(_ blocks: [Block], _ text: SourceText) {
    self.blocks = blocks
    self.text = text
    bytes = text.bytes
    folded = blocks.map { block in
      Folded(text.bytes, block.span.count > Self.longest ? Span(0, 0) : block.span)
    }
  }

  private func isShort(_ index: Int) -> Bool { blocks[index].span.count <= Self.longest }

  private mutating func mark(_ index: Int, _ reason: String) {
    guard !blocks[index].isFurniture else { return }
    blocks[index].kind = .furniture(reason)
    blocks[index].label = nil
  }

  // MARK: Lines that give themselves away

  private mutating func markLines() {
    for index in blocks.indices where isShort(index) && !blocks[index].isRow {
      if let reason = reason(ofLine: index) { mark(index, reason) }
    }
  }

  private func reason(ofLine index: Int) -> String? {
    let line = folded[index]
    let words = line.wordCount
    let bare = words <= 8 ? line.bare : ""
    if words <= 5, FurnitureWords.controls.contains(bare), blocks[index].headingLevel != 1,
      !FurnitureWords.teaserHeadings.contains(bare)
    {
      return "navigation"
    }
    if line.hasPrefix("you are here") || isBreadcrumb(index) { return "breadcrumb" }
    if words <= 24, FurnitureWords.controlPhrases.stand(in: line) {
      return "navigation"
    }
    if isCommentCount(line) { return "navigation" }
    if FurnitureWords.cookies.stand(in: line), FurnitureWords.cookieWords.stand(in: line) {
      return "cookie notice"
    }
    if line.hasPrefix("\u{A9}") || line.hasPrefix("copyright \u{A9}")
      || line.hasPrefix("(c) 19") || line.hasPrefix("(c) 20")
      || words <= 14 && line.hasDigit && line.hasPrefix("(c) ")
      || (words <= 40 && FurnitureWords.rights.stand(in: line))
    {
      return "copyright"
    }
    if words <= 10, line.hasDigit, FurnitureWords.references.open(line) {
      return "reference number"
    }
    if words <= 12, isMasthead(line) { return "masthead" }
    if words <= 40, FurnitureWords.teaserLines.open(line), isTeaser(index) {
      return "teaser"
    }
    return nil
  }

  /// Two or more short parts between arrows, or between slashes and bars where a menu word is one.
  private func isBreadcrumb(_ index: Int) -> Bool {
    let span = blocks[index].span
    guard span.count <= 200, !LineShape.endsSentence(bytes, span) else { return false }
    let line = folded[index].bytes
    guard
      line.contains(where: { $0 == 0xC2 || $0 == 0xE2 || $0 == 0x3E || $0 == 0x7C || $0 == 0x2F })
    else { return false }
    for separator in ["\u{BB}", "\u{203A}", " > ", " \u{2192} ", " | ", " / "] {
      let parts = Self.split(line, Array(separator.utf8))
      guard parts.count > 1, parts.allSatisfy({ $0.split(separator: 0x20).count <= 8 }) else {
        continue
      }
      let isArrow = separator != " | " && separator != " / "
      let names = parts.map { Self.bare($0) }
      let hasMenuWord = names.contains { FurnitureWords.menuWords.contains($0) }
      if isArrow ? (parts.count > 2 || hasMenuWord) : (parts.count > 2 && hasMenuWord) {
        return true
      }
    }
    return false
  }

  private static func split(_ line: [UInt8], _ separator: [UInt8]) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var start = 0
    var i = 0
    while i + separator.count <= line.count {
      if line[i] == separator[0], line[i..<(i + separator.count)].elementsEqual(separator) {
        parts.append(line[start..<i])
        i += separator.count
        start = i
      } else {
        i += 1
      }
    }
    return parts + [line[start...]]
  }

  private static func bare(_ part: ArraySlice<UInt8>) -> String {
    let words = part.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
    return words.joined(separator: " ")
  }

  /// "0 comment", "12 comments".
  private func isCommentCount(_ line: Folded) -> Bool {
    guard let first = line.bytes.first, Bytes.isDigit(first), line.wordCount <= 14 else {
      return false
    }
    let words = line.bytes.split(separator: 0x20)
    guard words.count > 1, words[0].allSatisfy(Bytes.isDigit) else { return false }
    return ["comment", "comments", "views", "shares", "likes"].contains(Self.bare(words[1]))
  }

  /// The number of an issue: "Quarterly, Tokyo - No. 3/2016".
  private func isMasthead(_ line: Folded) -> Bool {
    guard line.hasDigit, !line.hasSuffix(".") else { return false }
    for opening in ["no. ", "vol. ", "issue ", "number "] {
      let bytes = line.bytes
      let word = Array(opening.utf8)
      for i in bytes.indices where i + word.count < bytes.count {
        guard bytes[i..<(i + word.count)].elementsEqual(word), i == 0 || bytes[i - 1] == 0x20,
          Bytes.isDigit(bytes[i + word.count])
        else { continue }
        var end = i + word.count
        while end < bytes.count, Bytes.isDigit(bytes[end]) { end += 1 }
        if end < bytes.count, bytes[end] == 0x2F || opening != "no. " { return true }
      }
    }
    return false
  }

  /// A teaser names an article: it does not end as a sentence, or gives a date in brackets, or
  /// parts several by bars.
  private func isTeaser(_ index: Int) -> Bool {
    let span = blocks[index].span
    return !LineShape.endsSentence(bytes, span) || bytes[span.end - 1] == 0x29
      || bytes[span.start..<span.end].contains(0x7C)
  }

  // MARK: Menus

  /// Four and more very short lines in a row, one of them a word of menus.
  private mutating func markMenus() {
    var run: [Int] = []
    for index in blocks.indices {
      if isMenuLine(index) {
        run.append(index)
      } else {
        settleMenu(run)
        run = []
      }
    }
    settleMenu(run)
  }

  private func isMenuLine(_ index: Int) -> Bool {
    guard blocks[index].span.count <= 32, !blocks[index].isRow else { return false }
    if case .furniture(let reason) = blocks[index].kind, reason != "navigation" { return false }
    let line = folded[index]
    return line.wordCount <= 4 && !line.hasDigit
      && !LineShape.endsSentence(bytes, blocks[index].span)
      && !FurnitureWords.teaserHeadings.contains(line.bare)
  }

  private mutating func settleMenu(_ run: [Int]) {
    guard run.count >= 4 else { return }
    let known = run.filter { FurnitureWords.menuWords.contains(folded[$0].bare) }
    guard known.count * 3 >= run.count else { return }
    for index in run { mark(index, "navigation") }
  }

  // MARK: Lists of other articles

  /// From a heading such as "Related articles" on, as far as the list goes.
  private mutating func markTeaserLists() {
    var index = 0
    while index < blocks.count {
      guard opensTeasers(index) else {
        index += 1
        continue
      }
      let end = endOfTeasers(from: index)
      for k in index..<end { mark(k, saysWhenRead(k) ? "page date" : "teaser") }
      index = max(end, index + 1)
    }
  }

  /// "Last reviewed: 3 May 2011 | …": speaks of the page, not of another article.
  private func saysWhenRead(_ index: Int) -> Bool {
    isShort(index) && FurnitureWords.pageDates.open(folded[index])
  }

  private func opensTeasers(_ index: Int) -> Bool {
    guard blocks[index].span.count <= 70, !blocks[index].isRow else { return false }
    if case .listItem = blocks[index].kind { return false }
    let line = folded[index]
    guard line.wordCount <= 7 else { return false }
    let bare = line.bare
    return FurnitureWords.teaserHeadings.contains(bare)
      || (FurnitureWords.teaserOpenings.open(line) && !line.hasDigit
        && !LineShape.endsSentence(bytes, blocks[index].span))
  }

  /// One past the last block of a list: prose goes on at a full paragraph that no title or date
  /// of a teaser announces, at a numbered or greater heading, or at a table.
  private func endOfTeasers(from opener: Int) -> Int {
    let level = blocks[opener].headingLevel ?? 7
    var index = opener + 1
    while index < blocks.count {
      let block = blocks[index]
      if block.isRow { return index }
      if let other = block.headingLevel, other < level, other < 3, !opensTeasers(index),
        index + 1 < blocks.count, isParagraph(index + 1)
      {
        return index
      }
      if isParagraph(index), !isAnnounced(index, after: opener) {
        let isHeaded = index - 1 > opener && blocks[index - 1].headingLevel != nil
        return isHeaded ? index - 1 : index
      }
      index += 1
    }
    return blocks.count
  }

  /// A paragraph of more than a sentence or of some length.
  private func isParagraph(_ index: Int) -> Bool {
    let span = blocks[index].span
    guard span.count >= 160, !blocks[index].isFurniture else { return false }
    return LineShape.endsSentence(bytes, span)
  }

  /// Whether a short title, or a date, of a teaser stands right before the paragraph.
  private func isAnnounced(_ index: Int, after opener: Int) -> Bool {
    guard index > opener + 1, blocks[index].span.count <= 700 else { return false }
    // A lead stands alone; where another paragraph follows, the article goes on.
    if index + 1 < blocks.count, blocks[index + 1].kind == .paragraph,
      LineShape.endsSentence(bytes, blocks[index + 1].span)
    {
      return false
    }
    var sawTitle = false
    var k = index - 1
    while k > opener, index - k <= 3 {
      if isDateLine(k) { return true }
      if blocks[k].span.count <= 160, !LineShape.endsSentence(bytes, blocks[k].span) {
        sawTitle = true
      } else {
        break
      }
      k -= 1
    }
    return sawTitle && blocks[index].span.count <= 320 && k >= opener
  }

  /// A line that is hardly more than a date: short, with a year, few words.
  private func isDateLine(_ index: Int) -> Bool {
    let line = folded[index]
    guard line.bytes.count <= 40, line.wordCount <= 6 else { return false }
    var run = 0
    for (i, byte) in line.bytes.enumerated() {
      run = Bytes.isDigit(byte) ? run + 1 : 0
      let isLast = i + 1 == line.bytes.count || !Bytes.isDigit(line.bytes[i + 1])
      if run == 4, isLast { return true }
    }
    return false
  }

  /// A title, its date and the title again: a teaser without a heading.
  private mutating func markRepeatedTitles() {
    guard blocks.count > 2 else { return }
    for index in 0..<(blocks.count - 2) {
      guard !blocks[index].isFurniture, isDateLine(index + 1), blocks[index].span.count <= 200,
        index > 2, folded[index].bytes.count > 12, folded[index].bytes == folded[index + 2].bytes
      else { continue }
      var end = index + 3
      if end < blocks.count, blocks[end].span.count <= 700, blocks[end].kind == .paragraph {
        end += 1
      }
      for k in index..<end { mark(k, "teaser") }
    }
  }

  // MARK: Notices at the head and the end

  /// Lines in brackets and last lines whose sentences begin as those of a notice do.
  private mutating func markNotices() {
    let own = blocks.indices.filter { !blocks[$0].isFurniture }
    guard own.count > 1 else { return }
    // The last blocks, and the few after the last full paragraph or row.
    var tail = Set(own.suffix(min(3, own.count / 2)))
    var known: [Int: String?] = [:]
    for index in own.reversed() {
      guard isShort(index), !blocks[index].isRow, tail.count < 12 else { break }
      let reason = noticeReason(index)
      known[index] = .some(reason)
      if reason == nil, !tail.contains(index) { break }
      tail.insert(index)
    }
    let head = Set(own.prefix(6))
    for index in own where isShort(index) && !blocks[index].isRow && blocks[index].cells.isEmpty {
      let isBracketed = bytes[blocks[index].span.start] == 0x28
      guard
        tail.contains(index) || (head.contains(index) && isBracketedOrDated(index))
          || (isBracketed && bytes[blocks[index].span.end - 1] == 0x29)
      else { continue }
      if let reason = known[index] ?? noticeReason(index) { mark(index, reason) }
    }
  }

  /// At the head only short lines are notices: "Last updated: 3 May", "(check against delivery)".
  private func isBracketedOrDated(_ index: Int) -> Bool {
    folded[index].wordCount <= 12
  }

  /// Why the block is a notice: half of its sentences or its first one begin like one.
  private func noticeReason(_ index: Int) -> String? {
    let tokens = Tokenizer.tokens(of: text, in: blocks[index].span)
    let sentences = SentenceSplitter.sentences(tokens, in: text)
    var reasons: [String] = []
    var isFirst = false
    for (number, range) in sentences.enumerated() {
      guard let last = tokens[range].last,
        let first = tokens[range].first(where: {
          $0.kind != .punctuation || bytes[$0.start] == 0xC2
        })
      else { continue }
      let folded = Folded(bytes, Span(first.start, last.end))
      guard let reason = FurnitureWords.notice(folded) else { continue }
      if number == 0 { isFirst = true }
      reasons.append(reason)
    }
    guard let reason = reasons.first, isFirst || reasons.count * 2 >= sentences.count else {
      return nil
    }
    return reason
  }
}
