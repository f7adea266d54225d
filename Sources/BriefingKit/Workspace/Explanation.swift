public import Chronicle
import Chronology

/// Why an event is what it is, for a reader who doubts it.
public enum Explanation {
  /// What is known of the event, why, and every sentence that tells it.
  public static func write(_ event: Event, in ledger: Ledger) -> String {
    let content = event.content
    var lines = [content.headline, ""]
    func row(_ name: String, _ value: String) {
      if value.isEmpty { return }
      lines.append("  " + name + String(repeating: " ", count: max(1, 14 - name.count)) + value)
    }
    row("id", named(event))
    row("date", (content.date?.description ?? "none") + " (\(content.dateBasis.rawValue))")
    if let proposed = content.proposedDate {
      row("proposed", "\(proposed.date): \(proposed.reason)")
    }
    row("type", "\(content.type.rawValue) (PLOVER: \(content.type.plover))")
    row(
      "domain",
      ([content.domain] + content.secondaryDomains).map(\.rawValue).joined(separator: ", also "))
    row("status", content.status.rawValue + (content.isAggregate ? ", a total over many" : ""))
    row("actors", content.actors.joined(separator: ", "))
    row("recipients", content.recipients.joined(separator: ", "))
    row("participants", content.participants.map(described).joined(separator: ", "))
    row("places", content.places.joined(separator: ", "))
    row("amounts", content.amounts.map { "\($0.value) \($0.unit)" }.joined(separator: ", "))
    row("flags", content.flags.joined(separator: ", "))
    row("confidence", String(content.confidence))
    if let parent = event.partOf.flatMap(ledger.event) {
      row("part of", "\(parent.id) \(parent.content.headline)")
    }
    if !content.reasons.isEmpty {
      lines += ["", "Why"] + content.reasons.map { "  \($0.subject): \($0.words)" }
    }
    if event.mentions.isEmpty { return lines.joined(separator: "\n") + "\n" }
    lines += ["", "Told by"]
    for mention in event.mentions { lines += told(mention, ledger) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Why there is no such event any more; nil where nobody dropped it.
  public static func write(dropped id: String, in ledger: Ledger) -> String? {
    ledger.decisions.first { $0.kind == "drop" && $0.events.contains(id) }.map {
      "\($0.headline)\n\n  dropped by hand; \($0.by): \($0.why)\n"
    }
  }

  private static func named(_ event: Event) -> String {
    event.aliases.isEmpty
      ? event.id : "\(event.id) (also \(event.aliases.joined(separator: ", ")))"
  }

  static func described(_ participant: Participant) -> String {
    let name =
      participant.role.isEmpty ? participant.name : "\(participant.role) \(participant.name)"
    return participant.side.map { "\(name) (\($0))" } ?? name
  }

  private static func told(_ mention: Mention, _ ledger: Ledger) -> [String] {
    let path = ledger.documents.first { $0.id == mention.document }?.path ?? mention.document
    var lines = ["  \(path):\(mention.line)", "    “\(mention.quote)”"]
    if let words = mention.dateText { lines.append("    date words: “\(words)”") }
    if !mention.rules.isEmpty {
      lines.append("    rules: " + mention.rules.joined(separator: ", "))
    }
    return lines
  }
}
