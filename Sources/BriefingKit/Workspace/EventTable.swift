public import Chronicle
import Chronology

/// The ledger as lines for a terminal.
public enum EventTable {
  /// One line an event: date, domain, type, headline, id, where the first sentence stands.
  public static func write(_ ledger: Ledger) -> String {
    var paths: [String: String] = [:]
    for document in ledger.documents { paths[document.id] = document.path }
    let rows = ledger.events.map { event in
      [
        date(event), event.content.domain.rawValue, event.content.type.rawValue,
        event.content.headline, event.id,
        event.mentions.first.map { "\(paths[$0.document] ?? $0.document):\($0.line)" } ?? "",
      ]
    }
    return TextTable.lines([["DATE", "DOMAIN", "TYPE", "EVENT", "ID", "SOURCE"]] + rows)
  }

  private static func date(_ event: Event) -> String {
    let date = event.content.date?.description ?? "–"
    guard let proposed = event.content.proposedDate else { return date }
    return "\(date) (\(proposed.date)?)"
  }
}
