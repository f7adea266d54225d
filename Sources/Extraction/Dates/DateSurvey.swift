import Chronology
public import Diagnostics
public import Prose

/// Reads the date expressions of a whole document, one block after the other.
public enum DateSurvey {
  /// The dates of a document, in order; without a reference date, beside the document's own.
  public static func dates(of document: Document, _ settings: DateReader.Settings)
    -> [DateMention]
  {
    var settings = settings
    if settings.reference == nil {
      settings.reference = HeaderReader(locale: settings.locale).read(document).header.date?.latest
      settings.bearsDate = settings.reference != nil
    }
    settings.monthFirst = settings.monthFirst ?? NumericOrder.monthFirst(in: document.text)
    return read(document, settings)
  }

  private static func read(_ document: Document, _ settings: DateReader.Settings)
    -> [DateMention]
  {
    var reader = DateReader(settings)
    var result: [DateMention] = []
    for block in document.blocks {
      for part in parts(of: block.span, document.text) {
        result += reader.read(
          document.tokens(in: part, of: block), of: document.text,
          isHeading: block.headingLevel != nil, isEntry: block.isEntry)
      }
    }
    return result
  }

  /// So many bytes of a block are read at once: what a reading needs does not grow with the block.
  private static let partSize = 1 << 16

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

  /// The dates of a text without markup.
  public static func dates(of text: SourceText, _ settings: DateReader.Settings)
    -> [DateMention]
  {
    var settings = settings
    settings.monthFirst = settings.monthFirst ?? NumericOrder.monthFirst(in: text)
    return read(DocumentReader.plain(text), settings)
  }
}

extension Block {
  /// A list item or the row of a table.
  var isEntry: Bool {
    switch kind {
    case .listItem, .tableRow: true
    default: false
    }
  }
}
