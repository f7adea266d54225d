import Chronology

/// The ledger as a table: RFC 4180 in UTF-8, one row an event, lines ending in CR LF.
///
/// Several values in one cell are separated by "; ". The first mention gives source, line and
/// quote; `mentions` counts all of them.
public enum LedgerCSV {
  /// The names of the columns, in order.
  public static let columns = [
    "id", "date", "earliest", "latest", "date_basis", "proposed_date", "headline", "type",
    "plover", "domain", "secondary_domains", "status", "actors", "recipients", "participants",
    "places", "amounts", "part_of", "aggregate", "flags", "confidence", "mentions", "document",
    "path", "line", "date_text", "quote",
  ]

  /// The file's bytes.
  public static func write(_ ledger: Ledger) -> [UInt8] {
    var paths: [String: String] = [:]
    for document in ledger.documents { paths[document.id] = document.path }
    var text = line(columns)
    for event in ledger.events { text += line(cells(event, paths)) }
    return Array(text.utf8)
  }

  private static func cells(_ event: Event, _ paths: [String: String]) -> [String] {
    let content = event.content
    let mention = event.mentions.first
    return [
      event.id, content.date?.description ?? "", content.date?.earliest?.description ?? "",
      content.date?.latest?.description ?? "", content.dateBasis.rawValue,
      content.proposedDate?.date.description ?? "", content.headline, content.type.rawValue,
      content.type.plover, content.domain.rawValue, join(content.secondaryDomains.map(\.rawValue)),
      content.status.rawValue, join(content.actors), join(content.recipients),
      join(content.participants.map { $0.role.isEmpty ? $0.name : "\($0.role) \($0.name)" }),
      join(content.places),
      join(content.amounts.map { "\(JSONWriter.digits($0.value)) \($0.unit)" }),
      event.partOf ?? "", content.isAggregate ? "true" : "false", join(content.flags),
      JSONWriter.digits(content.confidence), String(event.mentions.count),
      mention?.document ?? "", mention.flatMap { paths[$0.document] } ?? "",
      mention.map { String($0.line) } ?? "", mention?.dateText ?? "", mention?.quote ?? "",
    ]
  }

  private static func join(_ values: [String]) -> String { values.joined(separator: "; ") }

  /// One record of RFC 4180: cells in quotes where they hold a comma, a quote or a line break.
  static func line(_ cells: [String]) -> String {
    cells.map(quoted).joined(separator: ",") + "\r\n"
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.utf8.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D })
    else { return cell }
    var result = "\""
    for scalar in cell.unicodeScalars {
      if scalar == "\"" { result.unicodeScalars.append("\"") }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}
