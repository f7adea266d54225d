import Chronicle
import Diagnostics
public import Prose

/// What a document says against the telling of others, in the sentence after its own: "Not a direct
/// service, contrary to what is often written."
public struct Denial: Sendable, Hashable {
  /// The document's id in the ledger.
  public var document: String
  /// Unicode scalars before its first letter.
  public var start: Int
  /// The sentence, without its full stop.
  public var words: String

  /// Words by which a sentence goes against what others say, without capital letters.
  private static let signs = [
    "contrary to what", "contrary to reports", "contrary to claims", "not, as is", "not, as was",
    "is often wrongly", "often mistakenly", "wrongly reported", "wrongly said", "wrongly stated",
    "mistakenly reported",
  ]
  private static let mostWords = 40

  /// Those of all documents.
  public static func all(in documents: [Document]) -> [Denial] {
    documents.enumerated().flatMap { index, document in
      document.blocks.filter { !$0.isFurniture }.flatMap { block in
        all(in: document.text, block.span, id: "S\(index + 1)")
      }
    }
  }

  private static func all(in text: SourceText, _ span: Span, id: String) -> [Denial] {
    let whole = text.string(span)
    let plain = whole.lowercased()
    guard signs.contains(where: plain.hasBytes) else { return [] }
    var found: [Denial] = []
    var start = span.start
    while start < span.end {
      while start < span.end, [0x20, 0x0A, 0x0D].contains(text.bytes[start]) { start += 1 }
      let stop = self.stop(text, start, span.end)
      let words = text.string(Span(start, stop))
      if signs.contains(where: words.lowercased().hasBytes),
        words.split(separator: " ").count <= mostWords
      {
        let line = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        found.append(Denial(document: id, start: text.scalarOffset(of: start), words: line))
      }
      start = stop + 1
    }
    return found
  }

  /// The stop that ends a sentence: one with a blank after it.
  private static func stop(_ text: SourceText, _ start: Int, _ end: Int) -> Int {
    var at = start
    while at < end {
      let isStop = [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(
        text.bytes[at])
      if isStop, at + 1 >= end || [0x20, 0x0A, 0x0D].contains(text.bytes[at + 1]) { return at }
      at += 1
    }
    return end
  }

  /// Whether it follows a sentence that tells an event.
  func follows(_ mention: Mention) -> Bool {
    mention.document == document && (mention.end...(mention.end + 2)).contains(start)
  }
}
