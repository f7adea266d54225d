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
  /// The tokens of a block, in order, without markup, comments and web addresses.
  public func tokens(of block: Block) -> [Token] {
    tokens(in: block.span, of: block)
  }

  /// The tokens of a part of a block, such as a cell, without markup and web addresses.
  public func tokens(in part: Span, of block: Block) -> [Token] {
    guard !block.skipped.isEmpty else { return Tokenizer.tokens(of: text, in: part) }
    var result: [Token] = []
    var start = part.start
    for hole in block.skipped where hole.end > start && hole.start < part.end {
      if hole.start > start {
        result += Tokenizer.tokens(of: text, in: Span(start, hole.start))
      }
      start = max(start, hole.end)
    }
    if start < part.end { result += Tokenizer.tokens(of: text, in: Span(start, part.end)) }
    return result
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
