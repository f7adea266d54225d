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
    return lines([["DATE", "DOMAIN", "TYPE", "EVENT", "ID", "SOURCE"]] + rows)
  }

  private static func date(_ event: Event) -> String {
    let date = event.content.date?.description ?? "–"
    guard let proposed = event.content.proposedDate else { return date }
    return "\(date) (\(proposed.date)?)"
  }

  private static func lines(_ rows: [[String]]) -> String {
    var widths: [Int] = []
    for row in rows {
      for (i, cell) in row.enumerated() {
        if i == widths.count { widths.append(0) }
        widths[i] = max(widths[i], cell.count)
      }
    }
    return rows.map { row in
      var line = ""
      for (i, cell) in row.enumerated() {
        line += cell
        if i < row.count - 1 {
          line += String(repeating: " ", count: widths[i] - cell.count + 2)
        }
      }
      return line + "\n"
    }.joined()
  }
}
