import Chronology
import Diagnostics
import Prose

/// A document with what it says about itself, and the reports that it is made of.
struct Paper: Sendable {
  let document: Document
  /// The order of its dates in numbers; nil where it shows none.
  let monthFirst: Bool?
  /// Of several reports, with the day of the newest.
  let header: DocumentHeader
  /// Each with its own day; empty where the document is one.
  let reports: [(document: Document, header: DocumentHeader)]
  let diagnostics: [Diagnostic]

  init(_ document: Document, locale: String) {
    self.document = document
    monthFirst = NumericOrder.monthFirst(in: document.text.bytes)
    let locale = NumericOrder.locale(monthFirst, else: locale)
    let reader = HeaderReader(locale: locale)
    let read = reader.read(document)
    var header = read.header
    reports = Reports(words: .builtIn, locale: locale).reports(in: document).map { part in
      var own = reader.read(part).header
      if own.parties.count < 2 || header.parties.count == 2 { own.parties = header.parties }
      return (part, own)
    }
    let days = reports.compactMap(\.header.date).sorted {
      ($0.latest?.number ?? 0) < ($1.latest?.number ?? 0)
    }
    if let newest = days.last, header.dateSpan != nil || header.date == nil {
      header.date = newest
      header.dateSpan = nil
    }
    self.header = header
    diagnostics = header.date == nil ? read.diagnostics : []
  }
}
