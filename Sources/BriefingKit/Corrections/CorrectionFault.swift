import Chronicle
import Diagnostics

extension Correcting.Fault {
  /// What is said of a decision that the ledger no longer fits.
  ///
  /// - Parameter ids: of the events as they are without decisions.
  func diagnostic(_ ids: [String]) -> Diagnostic {
    switch self {
    case .noEvent(let event):
      let meant = Suggestion.nearest(event.text, among: ids)
      return Self.doubt(
        "unknown-event", "there is no event “\(event.text)” in these documents", event,
        (meant.map { ["did you mean \($0)?"] } ?? [])
          + ["“briefing events” lists all ids; take the entry out if its sentence is gone"])
    case .sameEvent(let event):
      return Self.doubt(
        "same-event", "“\(event.text)” is the same event already", event, ["take it out"])
    case .noWords(let words):
      return Self.doubt(
        "unknown-words", "no sentence of the event holds “\(words.text)”", words,
        ["“briefing explain” prints the sentences of an event"])
    case .nothingLeft(let words):
      return Self.doubt(
        "nothing-left", "every sentence of the event would go apart", words,
        ["name words that only some of its sentences hold"])
    case .noProposal(let event):
      return Self.doubt(
        "no-proposal", "no other date is proposed for “\(event.text)”", event,
        ["write the date itself"])
    case .needless(let event, let field):
      return Self.doubt(
        "needless", "the \(field) of “\(event.text)” is this already", event, ["take it out"], .note
      )
    case .twice(let event, let field):
      return Self.doubt(
        "twice", "the \(field) of “\(event.text)” was decided above", event,
        ["leave one of them"])
    }
  }

  /// The same where a decision is being made: it is not written.
  func error(_ ids: [String]) -> Diagnostic {
    let doubt = diagnostic(ids)
    return Diagnostic(.error, doubt.id, doubt.message, hints: doubt.hints)
  }

  private static func doubt(
    _ id: String, _ message: String, _ reference: EventReference, _ hints: [String],
    _ severity: Diagnostic.Severity = .warning
  ) -> Diagnostic {
    Diagnostic(
      severity, "corrections/" + id, message, at: reference.place, path: CorrectionsFile.name,
      hints: hints)
  }
}
