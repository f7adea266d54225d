import Diagnostics
import Prose

/// What kind of document the blocks make: a chronology, an interview, lists with lines before them.
struct DocumentShape {
  let document: Document
  /// Whether most blocks begin with a number or stand under a year.
  let isChronicle: Bool
  /// The label that asks; nil where nobody does.
  let interviewer: String?

  init(_ document: Document) {
    self.document = document
    isChronicle = Self.isChronicle(document)
    interviewer = Self.interviewer(document)
  }

  private static func isChronicle(_ document: Document) -> Bool {
    let own = document.blocks.filter { !$0.isFurniture }
    let years = own.count { $0.headingLevel != nil && startsWithDigit($0, document) }
    let entries = own.count {
      $0.headingLevel == nil
        && ($0.cells.isEmpty
          ? startsWithDigit($0, document) : startsWithYear($0, document))
    }
    let rest = own.count { $0.headingLevel == nil }
    return years >= 4 && years * 4 >= rest || entries >= 5 && entries * 2 >= rest
  }

  private static func startsWithDigit(_ block: Block, _ document: Document) -> Bool {
    let byte = document.text.bytes[block.span.start]
    return block.span.count > 0 && byte.isDigit
  }

  /// A row of a chronology: its first cell, or the one that reaches down to it, is a year.
  private static func startsWithYear(_ block: Block, _ document: Document) -> Bool {
    guard block.kind == .tableRow else { return false }
    if block.reachingYear(in: document.text) != nil { return true }
    guard let cell = block.cells.first, (4...9).contains(cell.count) else { return false }
    return document.text.string(cell).prefix(4).allSatisfy(\.isNumber)
  }

  /// Whether a block stands before a list: a heading or a line that ends in a colon.
  func leads(_ number: Int) -> Bool {
    let block = document.blocks[number]
    if block.headingLevel != nil { return true }
    guard case .paragraph = block.kind else {
      guard case .listItem = block.kind else { return false }
      return endsInColon(block) || headsNested(number)
    }
    return endsInColon(block) || headsDated(number) || headsLines(number) || headsList(number)
      || headsTitle(number)
  }

  /// "High-level visits since 1990" above "From India", which stands above short lines with dates.
  private func headsTitle(_ number: Int) -> Bool {
    guard isTitle(withoutYear(document.blocks[number].span)),
      number + 1 < document.blocks.count, case .paragraph = document.blocks[number + 1].kind
    else { return false }
    return headsLines(number + 1)
  }

  private static let since = "ecnis ".utf8
  /// Space, hyphen, and what makes an en dash.
  private static let betweenYears: Set<UInt8> = [0x20, 0x2D, 0xE2, 0x80, 0x93]

  /// A line up to the year, or the two, at its end: "since 1990", "1990–2018".
  private func withoutYear(_ span: Span) -> Span {
    let bytes = document.text.bytes[span.start..<span.end]
    let years = bytes.reversed().prefix { $0.isDigit || Self.betweenYears.contains($0) }
    let rest = bytes.dropLast(years.count)
    switch years.count(where: { $0.isDigit }) {
    case 4 where rest.reversed().starts(with: Self.since): break
    case 8: break
    default: return span
    }
    return Span(span.start, span.end - years.count)
  }

  /// "High Level Visits" above items, or above "From India:": a title without the look of one.
  private func headsList(_ number: Int) -> Bool {
    guard number + 1 < document.blocks.count, isTitle(document.blocks[number].span) else {
      return false
    }
    if isBeforeItem(number) { return true }
    let next = document.blocks[number + 1]
    guard case .paragraph = next.kind else { return false }
    return next.span.count <= Self.longestTitle / 2 && endsInColon(next)
  }

  /// "Heads of Mission" above short lines with years: a title without the look of one.
  private func headsLines(_ number: Int) -> Bool {
    let (bytes, span) = (document.text.bytes, document.blocks[number].span)
    guard number + 1 < document.blocks.count, isTitle(span), span.count <= Self.longestTitle / 2
    else { return false }
    let next = document.blocks[number + 1]
    guard case .paragraph = next.kind, next.span.count <= Self.longestTitle else { return false }
    let line = bytes[next.span.start..<next.span.end]
    return line.contains(where: \.isDigit) && line.last != 0x2E
  }

  /// "Visits from Jordan" above lines that begin with a date: a title without a colon.
  private func headsDated(_ number: Int) -> Bool {
    let span = document.blocks[number].span
    guard isTitle(span), number + 1 < document.blocks.count else { return false }
    let next = document.blocks[number + 1]
    guard next.headingLevel == nil, next.cells.isEmpty, next.span.count <= Self.longestEntry else {
      return false
    }
    return document.text.bytes[next.span.start..<next.span.end].prefix(Self.dateLength)
      .contains(where: \.isDigit)
  }

  /// Short, without a number or a mark at its end.
  private func isTitle(_ span: Span) -> Bool {
    let bytes = document.text.bytes[span.start..<span.end]
    guard span.count <= Self.longestTitle, let last = bytes.last else { return false }
    return !bytes.contains(where: \.isDigit)
      && ![0x2E, 0x3B, 0x2C, 0x3A].contains(last)
  }

  private static let longestEntry = 200
  /// A date with its number stands within so many bytes of the beginning.
  private static let dateLength = 18

  /// "• High-level visits" above items that stand further in: a title within a list.
  private func headsNested(_ number: Int) -> Bool {
    isTitle(document.blocks[number].span) && isBeforeItem(number)
      && indent(number + 1) > indent(number)
  }

  private static let longestTitle = 90

  /// How far from the start of its line the block's text stands.
  private func indent(_ number: Int) -> Int {
    let start = document.blocks[number].span.start
    var i = start
    while i > 0, document.text.bytes[i - 1] != 0x0A { i -= 1 }
    return start - i
  }

  private func endsInColon(_ block: Block) -> Bool {
    block.span.count > 0 && document.text.bytes[block.span.end - 1] == 0x3A
  }

  /// Whether the block ends in a colon right before the items of a list.
  func announcesItems(_ number: Int) -> Bool {
    endsInColon(document.blocks[number]) && isBeforeItem(number)
  }

  private func isBeforeItem(_ number: Int) -> Bool {
    guard number + 1 < document.blocks.count, case .listItem = document.blocks[number + 1].kind
    else { return false }
    return true
  }

  /// A paragraph of prose ends what the line before a list said.
  func endsLists(_ block: Block) -> Bool {
    guard case .paragraph = block.kind else { return false }
    return block.span.count > 140
  }

  /// An interviewer's turn: "Q: …", or that of the initials which ask first.
  func isQuestion(_ block: Block) -> Bool {
    guard let label = block.label else { return false }
    let words = document.text.string(label).lowercased()
    return ["q", "question"].contains(words) || words == interviewer
  }

  /// The label that asks: the first of two that take turns, where its turns hold questions.
  static func interviewer(_ document: Document) -> String? {
    var turns: [String: Int] = [:]
    var questions: [String: Int] = [:]
    var first: String?
    for block in document.blocks {
      guard let label = block.label, label.count <= 24 else { continue }
      let words = document.text.string(label).lowercased()
      guard !words.contains(where: \.isNumber) else { continue }
      first = first ?? words
      turns[words, default: 0] += 1
      if document.text.string(block.span).contains("?") { questions[words, default: 0] += 1 }
    }
    guard let first, turns.count >= 2, turns[first, default: 0] >= 3,
      questions[first, default: 0] * 2 >= turns[first, default: 0]
    else { return nil }
    return first
  }
}
