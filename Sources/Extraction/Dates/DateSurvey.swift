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
    return read(document, settings)
  }

  private static func read(_ document: Document, _ settings: DateReader.Settings)
    -> [DateMention]
  {
    var reader = DateReader(settings)
    var result: [DateMention] = []
    for block in document.blocks {
      result += reader.read(
        document.tokens(of: block), of: document.text, isHeading: block.headingLevel != nil,
        isEntry: block.isEntry)
    }
    return result
  }

  /// The dates of a text without markup.
  public static func dates(of text: SourceText, _ settings: DateReader.Settings)
    -> [DateMention]
  {
    read(DocumentReader.plain(text), settings)
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
