import Chronology
import Diagnostics
public import Prose

/// Reads the date expressions of a whole document, one block after the other.
public enum DateSurvey {
  /// The dates of a document, in order; without a reference date, beside the document's own.
  public static func dates(of document: Document, _ settings: DateReader.Settings)
    -> [DateMention]
  {
    let own = NumericOrder.monthFirst(in: document.text.bytes)
    var settings = settings
    if settings.reference == nil {
      settings.reference =
        HeaderReader(locale: NumericOrder.locale(own, else: settings.locale)).read(document)
        .header.date?.latest
      settings.bearsDate = settings.reference != nil
    }
    settings.learn(from: document.text.bytes, monthFirst: own)
    var reader = DateReader(settings)
    var dates: [DateMention] = []
    read(document.blocks, of: document.text, &reader) { dates += $0 }
    return dates
  }

  private static func read(
    _ blocks: [Block], of text: SourceText, _ reader: inout DateReader,
    _ body: ([DateMention]) -> Void
  ) {
    var tokens: [Token] = []
    for block in blocks {
      for part in parts(of: block.span, text) {
        block.read(part, of: text, into: &tokens)
        let dates = reader.read(tokens, of: block, in: text)
        if !dates.isEmpty { body(dates) }
      }
    }
  }

  /// So many bytes of a block are read at once: what a reading needs does not grow with the block.
  private static let partSize = 1 << 14

  /// A block in parts that end at a full stop, or at a space where there is none.
  static func parts(of span: Span, _ text: SourceText) -> [Span] {
    var parts: [Span] = []
    var start = span.start
    while span.end - start > 2 * partSize {
      let places = (start + partSize)..<(start + 2 * partSize)
      let isSpace = { text.bytes[$0] == UInt8(ascii: " ") }
      let cut =
        places.first { isSpace($0) && text.bytes[$0 - 1] == UInt8(ascii: ".") }
        ?? places.first(where: isSpace) ?? places.upperBound
      parts.append(Span(start, cut))
      start = cut
    }
    return parts + [Span(start, span.end)]
  }

  /// Reads the dates of a text without markup, in order, as each is found: the memory for it does not
  /// grow with the text.
  ///
  /// - Parameters:
  ///   - text: valid UTF-8.
  ///   - body: gets each date with the piece of the text to which its span refers.
  public static func read(
    _ text: [UInt8], _ settings: DateReader.Settings, _ body: (DateMention, TextPiece) -> Void
  ) {
    readBlocks(of: text, settings) { dates, piece in for date in dates { body(date, piece) } }
  }

  /// The day of the dateline that opens a text: "BAKU, February 25, 2025 (Agency) –".
  private static func dateline(of text: [UInt8], _ locale: String) -> Day? {
    let line = text.prefix { $0 != 0x0A }.prefix(longestDateline)
    guard line.contains(where: \.isDigit),
      let head = try? DocumentReader.read(path: "text.txt", bytes: Array(line))
    else { return nil }
    return HeaderLines(document: head, locale: locale).head().first.flatMap {
      OwnDate(words: .builtIn, locale: locale).dateline($0)
    }
  }

  /// So many bytes hold the dateline of a text.
  private static let longestDateline = 160

  /// As ``read(_:_:_:)``, but gives the dates of a block, or of a part of a long one, together.
  public static func readBlocks(
    of text: [UInt8], _ settings: DateReader.Settings, _ body: ([DateMention], TextPiece) -> Void
  ) {
    var settings = settings
    if settings.reference == nil, settings.mode == .auto,
      let day = dateline(of: text, settings.locale)
    {
      (settings.reference, settings.bearsDate) = (day, true)
    }
    settings.learn(from: text, monthFirst: NumericOrder.monthFirst(in: text))
    var reader = DateReader(settings)
    for piece in TextPieces(text) {
      read(DocumentReader.blocks(ofPlain: piece.text), of: piece.text, &reader) { body($0, piece) }
    }
  }
}
