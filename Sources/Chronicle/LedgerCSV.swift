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
    var bytes = Array(line(columns).utf8)
    for event in ledger.events { append(cells(event, paths), to: &bytes) }
    return bytes
  }

  /// Adds one record of RFC 4180: cells in quotes where they hold a comma, a quote or a line break.
  private static func append(_ cells: [String], to bytes: inout [UInt8]) {
    for (number, cell) in cells.enumerated() {
      if number > 0 { bytes.append(0x2C) }
      var cell = cell
      cell.withUTF8 { cell in
        guard cell.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) else {
          return bytes.append(contentsOf: cell)
        }
        bytes.append(0x22)
        for byte in cell {
          if byte == 0x22 { bytes.append(0x22) }
          bytes.append(byte)
        }
        bytes.append(0x22)
      }
    }
    bytes += [0x0D, 0x0A]
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

  /// One record.
  static func line(_ cells: [String]) -> String {
    var bytes: [UInt8] = []
    append(cells, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
