import Diagnostics
import Prose

/// What the reading of dates needs to know of entries and rows.
extension Block {
  /// A list item or the row of a table.
  var isEntry: Bool {
    switch kind {
    case .listItem, .tableRow: true
    default: false
    }
  }

  /// The year in a cell above that reaches down to this row.
  func reachingYear(in text: SourceText) -> Int? {
    guard kind == .tableRow else { return nil }
    return inherited.lazy.compactMap { Self.year($0, text) }.first
  }

  /// The year of a row: in its own first cell, else in the cell that reaches down to it.
  func rowYear(in text: SourceText) -> Int? {
    guard kind == .tableRow else { return nil }
    return cells.first.flatMap { Self.year($0, text) } ?? reachingYear(in: text)
  }

  /// The tokens of a row as its dates are read: behind the year that reaches down to it.
  func columns(_ tokens: [Token], of text: SourceText) -> [Token] {
    guard kind == .tableRow, cells.count > 1, reachingYear(in: text) != nil,
      let year = inherited.first
    else { return tokens }
    return self.tokens(of: text, in: year) + tokens
  }

  private func tokens(of text: SourceText, in cell: Span) -> [Token] {
    var tokens: [Token] = []
    read(cell, of: text, into: &tokens)
    return tokens
  }

  private static func year(_ cell: Span, _ text: SourceText) -> Int? {
    guard cell.count == 4, let year = Int(text.string(cell)), (1000...2999).contains(year) else {
      return nil
    }
    return year
  }
}

extension DateReader {
  /// Reads the dates of a block, or of a part of it.
  mutating func read(_ tokens: [Token], of block: Block, in text: SourceText) -> [DateMention] {
    let found = read(
      block.columns(tokens, of: text), of: text, isHeading: block.headingLevel != nil,
      isEntry: block.isEntry, year: block.rowYear(in: text))
    guard let first = tokens.first?.start, found.contains(where: { $0.span.start < first }) else {
      return found
    }
    // The year of the cell above is no date of this row; with a day of this row it is.
    return found.compactMap { mention in
      guard mention.span.start < first else { return mention }
      guard mention.span.end > first else { return nil }
      var own = mention
      own.span.start = first
      own.basis = .relative
      own.derivation.append("the year of a cell above")
      return own
    }
  }
}
