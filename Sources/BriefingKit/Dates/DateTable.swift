import Chronology
import Diagnostics
public import Extraction
public import Prose

/// The dates of a document as lines for a terminal.
public enum DateTable {
  /// One line a date: where it stands, its value, its words, what is to be said about it.
  ///
  /// - Parameter isVerbose: add the rules and the steps that led to the value.
  public static func write(_ dates: [DateMention], of document: Document, isVerbose: Bool)
    -> String
  {
    let rows = dates.map { date in
      let place = document.text.position(of: date.span.start)
      return [
        "\(document.path):\(place.line):\(place.column)", date.value.description,
        words(of: date, document.text), notes(date, isVerbose),
      ]
    }
    return TextTable.lines([["PLACE", "DATE", "WORDS", "NOTES"]] + rows)
  }

  private static func words(of date: DateMention, _ text: SourceText) -> String {
    text.string(date.span).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func notes(_ date: DateMention, _ isVerbose: Bool) -> String {
    var notes = date.flags
    if let proposal = date.proposal { notes.append("\(proposal.value)? \(proposal.reason)") }
    if isVerbose {
      notes +=
        date.derivation + [
          "read as \(date.mode.rawValue)", "by \(date.rules.joined(separator: ", "))",
        ]
    }
    return notes.joined(separator: "; ")
  }
}
