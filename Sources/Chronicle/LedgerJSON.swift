import Chronology
public import Diagnostics

/// The ledger for other programs: `events.json`, format `briefing-events/1`.
///
/// Member order is fixed, nothing is left out: what is not known is null or empty.
public enum LedgerJSON {
  /// Names the format and its version in the file.
  public static let format = "briefing-events/1"

  /// The file's bytes.
  public static func write(_ ledger: Ledger) -> [UInt8] { value(ledger).bytes(.pretty) }

  /// Reads what ``write(_:)`` wrote; unknown members are passed over.
  ///
  /// - Parameter path: name for messages.
  public static func read(_ bytes: [UInt8], path: String = "events.json") throws(Failure)
    -> Ledger
  {
    try LedgerJSONReader(path: path).ledger(bytes)
  }

  /// The whole ledger.
  public static func value(_ ledger: Ledger) -> JSON {
    [
      "format": .string(format),
      "as_of": JSON(ledger.asOf?.description),
      "parties": JSON(ledger.parties),
      "documents": .array(ledger.documents.map(value)),
      "events": .array(ledger.events.map(value)),
      "undated": .integer(ledger.events.count { $0.content.date == nil }),
      "openings": .array(
        ledger.openings.map {
          ["domain": .string($0.domain.rawValue), "mention": value($0.mention)]
        }),
    ]
  }

  private static func value(_ document: DocumentRecord) -> JSON {
    [
      "id": .string(document.id),
      "path": .string(document.path),
      "title": .string(document.title),
      "date": JSON(document.date?.description),
      "author": JSON(document.author),
      "publisher": JSON(document.publisher),
      "side": JSON(document.side),
      "voice": JSON(document.voice),
      "marking": JSON(document.marking),
      "sha256": .string(document.sha256),
    ]
  }

  /// One event with all its fields.
  public static func value(_ event: Event) -> JSON {
    let content = event.content
    return [
      "id": .string(event.id),
      "aliases": JSON(event.aliases),
      "headline": .string(content.headline),
      "date": JSON(content.date?.description),
      "proposed_date": content.proposedDate.map {
        ["date": .string($0.date.description), "reason": .string($0.reason)]
      } ?? .null,
      "date_basis": .string(content.dateBasis.rawValue),
      "type": .string(content.type.rawValue),
      "plover": .string(content.type.plover),
      "domain": .string(content.domain.rawValue),
      "secondary_domains": JSON(content.secondaryDomains.map(\.rawValue)),
      "status": .string(content.status.rawValue),
      "actors": JSON(content.actors),
      "recipients": JSON(content.recipients),
      "participants": .array(content.participants.map(value)),
      "places": JSON(content.places),
      "amounts": .array(
        content.amounts.map { ["value": .number($0.value), "unit": .string($0.unit)] }),
      "part_of": JSON(event.partOf),
      "aggregate": .bool(content.isAggregate),
      "flags": JSON(content.flags),
      "confidence": .number(content.confidence),
      "reasons": .array(
        content.reasons.map { ["subject": .string($0.subject), "words": .string($0.words)] }),
      "mentions": .array(event.mentions.map(value)),
    ]
  }

  private static func value(_ participant: Participant) -> JSON {
    [
      "name": .string(participant.name),
      "role": .string(participant.role),
      "side": JSON(participant.side),
    ]
  }

  private static func value(_ mention: Mention) -> JSON {
    [
      "document": .string(mention.document),
      "start": .integer(mention.start),
      "end": .integer(mention.end),
      "line": .integer(mention.line),
      "quote": .string(mention.quote),
      "date_text": JSON(mention.dateText),
      "rules": JSON(mention.rules),
    ]
  }
}
