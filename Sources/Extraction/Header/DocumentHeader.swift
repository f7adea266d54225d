import Chronology
import Diagnostics

/// What a document says about itself.
struct DocumentHeader: Sendable {
  /// As printed; the file's name where the document has none.
  var title = ""
  /// The document's own date; nil when it gives none.
  var date: EDTF?
  /// Where the text gives that date; nil when a field does.
  var dateSpan: Span?
  /// As printed: "Khalid Usman Qaiser".
  var author: String?
  var publisher: String?
  /// How the voice is named: "Ambassador of Pakistan to Azerbaijan".
  var voice: String?
  /// Alpha-3 code of the state whose voice it is, `neutral` for papers of both sides, or nil.
  var side: String?
  /// "RESTRICTED", as printed.
  var marking: String?
  /// Alpha-3 codes of the two states it is about, by name; in the order of the front matter where
  /// that names them. Fewer than two when the text names fewer.
  var parties: [String] = []
}
