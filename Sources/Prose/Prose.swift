// Prose: bytes of a file in, a document of blocks, sentences and tokens out.
//
// In: the bytes of a text, Markdown or HTML file, or a folder of them (``SeedsFolder``).
// Out: a ``Document``: its text as valid UTF-8 with LF, the blocks that the text is made of,
// and what was doubtful about reading it. ``DocumentReader`` decides on encoding and format;
// one reader for each format finds the blocks; ``Furniture`` then marks those that are no part
// of the document's own prose; ``SentenceSplitter`` and ``Tokenizer`` take a block apart.
//
// Nothing here knows dates, states or events. Reading cannot fail for want of sense in a text,
// only because a file is no text at all.

public import Diagnostics

extension Document {
  /// The tokens of a block, in order, without markup, comments and web addresses. Between the cells of
  /// a row stands a semicolon without a place of its own: no word of one belongs to the next, but the
  /// year in the first to the day in the second.
  public func tokens(of block: Block) -> [Token] {
    guard block.cells.count > 1 else { return tokens(in: block.span, of: block) }
    var row: [Token] = []
    for cell in block.cells {
      let words = tokens(in: cell, of: block)
      let isYear = row.count == 1 && row[0].kind == .number && row[0].span.count == 4
      if let last = row.last, !words.isEmpty, !isYear { row.append(.cellEnd(at: last.end)) }
      row += words
    }
    return row
  }

  /// The tokens of a part of a block, such as a cell, without markup and web addresses.
  public func tokens(in part: Span, of block: Block) -> [Token] {
    var tokens: [Token] = []
    block.read(part, of: text, into: &tokens)
    return tokens
  }

  /// The sentences of a block as tokens; a table row is one sentence.
  public func sentences(of block: Block) -> [[Token]] {
    let tokens = tokens(of: block)
    guard block.cells.isEmpty else { return tokens.isEmpty ? [] : [tokens] }
    return SentenceSplitter.sentences(tokens, in: text).map { Array(tokens[$0]) }
  }

  /// The blocks that are the document's own prose: all but the furniture.
  public var prose: [Block] { blocks.filter { !$0.isFurniture } }
}

extension Block {
  /// Replaces tokens by those of a part of the block; the room that they took is used again.
  public func read(_ part: Span, of text: SourceText, into tokens: inout [Token]) {
    tokens.removeAll(keepingCapacity: true)
    tokens.reserveCapacity(part.count / 5)
    var start = part.start
    for hole in skipped where hole.end > start && hole.start < part.end {
      if hole.start > start { Tokenizer.append(text, in: Span(start, hole.start), to: &tokens) }
      start = max(start, hole.end)
    }
    if start < part.end { Tokenizer.append(text, in: Span(start, part.end), to: &tokens) }
  }
}
