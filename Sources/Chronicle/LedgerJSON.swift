import Chronology
public import Diagnostics

/// The ledger for other programs: `events.json`, format `briefing-events/1`.
///
/// Member order is fixed, nothing is left out: what is not known is null or empty.
public enum LedgerJSON {
  /// Names the format and its version in the file.
  public static let format = "briefing-events/1"

  /// The file's bytes.
  public static func write(_ ledger: Ledger) -> [UInt8] {
    var json = JSONWriter(layout: .pretty)
    write(ledger, &json)
    return json.file()
  }

  /// One event with all its fields, on one line.
  public static func write(_ event: Event) -> [UInt8] {
    var json = JSONWriter(layout: .compact)
    write(event, &json)
    return json.take()
  }

  /// Reads what ``write(_:)`` wrote; unknown members are passed over.
  ///
  /// - Parameter path: name for messages.
  public static func read(_ bytes: [UInt8], path: String = "events.json") throws(Failure)
    -> Ledger
  {
    try LedgerJSONReader(path: path).ledger(bytes)
  }

  private static func write(_ ledger: Ledger, _ json: inout JSONWriter) {
    json.object { json in
      json.member("format", format)
      json.member("as_of", ledger.asOf?.description)
      json.member("parties", ledger.parties)
      json.member("documents", ledger.documents) { write($1, &$0) }
      json.member("events", ledger.events) { write($1, &$0) }
      json.member("undated", ledger.events.count { $0.content.date == nil })
      json.member("openings", ledger.openings) { json, opening in
        json.object { json in
          json.member("domain", opening.domain.rawValue)
          json.name("mention")
          write(opening.mention, &json)
        }
      }
      json.member("decisions", ledger.decisions) { write($1, &$0) }
    }
  }

  private static func write(_ decision: Decision, _ json: inout JSONWriter) {
    json.object { json in
      json.member("kind", decision.kind)
      json.member("events", decision.events)
      json.member("headline", decision.headline)
      json.member("changes", decision.changes) { json, change in
        json.object { json in
          json.member("field", change.field)
          json.member("from", change.from)
          json.member("to", change.to)
        }
      }
      json.member("by", decision.by)
      json.member("why", decision.why)
    }
  }

  private static func write(_ document: DocumentRecord, _ json: inout JSONWriter) {
    json.object { json in
      json.member("id", document.id)
      json.member("path", document.path)
      json.member("title", document.title)
      json.member("date", document.date?.description)
      json.member("author", document.author)
      json.member("publisher", document.publisher)
      json.member("side", document.side)
      json.member("voice", document.voice)
      json.member("marking", document.marking)
      json.member("sha256", document.sha256)
    }
  }

  /// One event with all its fields.
  package static func write(_ event: Event, _ json: inout JSONWriter) {
    let content = event.content
    json.object { json in
      json.member("id", event.id)
      json.member("aliases", event.aliases)
      json.member("headline", content.headline)
      json.member("date", content.date?.description)
      json.name("proposed_date")
      write(content.proposedDate, &json)
      json.member("date_basis", content.dateBasis.rawValue)
      json.member("type", content.type.rawValue)
      json.member("plover", content.type.plover)
      json.member("domain", content.domain.rawValue)
      json.member("secondary_domains", content.secondaryDomains) { $0.string($1.rawValue) }
      json.member("status", content.status.rawValue)
      json.member("actors", content.actors)
      json.member("recipients", content.recipients)
      json.member("participants", content.participants) { write($1, &$0) }
      json.member("places", content.places)
      json.member("amounts", content.amounts) { json, amount in
        json.object { json in
          json.member("value", amount.value)
          json.member("unit", amount.unit)
        }
      }
      json.member("part_of", event.partOf)
      json.member("aggregate", content.isAggregate)
      json.member("flags", content.flags)
      json.member("confidence", content.confidence)
      json.member("reasons", content.reasons) { json, reason in
        json.object { json in
          json.member("subject", reason.subject)
          json.member("words", reason.words)
        }
      }
      json.member("mentions", event.mentions) { write($1, &$0) }
    }
  }

  private static func write(_ proposed: ProposedDate?, _ json: inout JSONWriter) {
    guard let proposed else { return json.signs("null") }
    json.object { json in
      json.member("date", proposed.date.description)
      json.member("reason", proposed.reason)
    }
  }

  private static func write(_ participant: Participant, _ json: inout JSONWriter) {
    json.object { json in
      json.member("name", participant.name)
      json.member("role", participant.role)
      json.member("side", participant.side)
    }
  }

  private static func write(_ mention: Mention, _ json: inout JSONWriter) {
    json.object { json in
      json.member("document", mention.document)
      json.member("start", mention.start)
      json.member("end", mention.end)
      json.member("line", mention.line)
      json.member("quote", mention.quote)
      json.member("date_text", mention.dateText)
      json.member("rules", mention.rules)
    }
  }
}
