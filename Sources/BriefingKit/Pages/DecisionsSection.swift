import Chronicle
import Chronology
import Drawing
import Layout

/// What a person decided about the events: who, and why. A briefing that is shared says only which
/// entries are not as the documents alone give them.
struct DecisionsSection {
  let writer: PageWriter

  static let destination = "decisions"
  private var story: Story { writer.story }
  private var say: Language { writer.say }

  var blocks: [any Block] {
    let decisions = story.ledger.decisions
    let decided = story.events.filter { $0.content.flags.contains("corrected") }
    guard !decisions.isEmpty || !decided.isEmpty else { return [] }
    let heading = writer.heading(say(.titleDecisions), Self.destination)
    if decisions.isEmpty {
      return [heading, writer.text(say(.decided, ["cite": Phrase.cite(decided)]), PageStyle.side)]
    }
    let columns = [
      writer.numberColumn, TableColumn(share: 5), TableColumn(share: 6), TableColumn(84),
      TableColumn(share: 5),
    ]
    let titles: [Language.Key?] = [nil, .columnEvent, .columnDecision, .columnBy, .columnWhy]
    let rows = decisions.map { decision -> Row in
      let events = decision.events.compactMap(story.ledger.event)
      return writer.row([
        events.first.map { writer.numberCell($0) } ?? Cell(),
        writer.cell(say.own(decision.headline)), writer.cell(words(decision, events)),
        writer.cell(say.own(decision.by)), writer.cell(say.own(decision.why)),
      ])
    }
    return [heading, Table(columns, gap: 6, head: [writer.head(titles)], rows: rows)]
  }

  /// `date 26–27 April 2016, not 26–27 April 2106`; `one event of several`.
  private func words(_ decision: Decision, _ events: [Event]) -> Phrase {
    guard decision.kind == "correct" else {
      let words = say.word(.decision, decision.kind) ?? decision.kind
      let others = events.dropFirst()
      return others.isEmpty ? "\(words)" : "\(words) \(cite: Array(others))"
    }
    return Phrase.joined(
      decision.changes.map { change in
        let field = say.word(.field, change.field) ?? change.field
        return say(
          .decisionChange,
          ["field": field, "to": value(change.to, change), "from": value(change.from, change)])
      }, say(.semicolon))
  }

  private func value(_ text: String?, _ change: Decision.Change) -> Phrase {
    guard let text else { return say(.noneShort) }
    switch change.field {
    case "date": return EDTF(text).map { "\(story.dates.words($0))" } ?? "\(text)"
    case "domain": return Domain(rawValue: text).map { "\(writer.naming.title($0))" } ?? "\(text)"
    case "headline", "places": return "\(say.own("“\(text)”"))"
    case "part_of":
      return story.ledger.event(text).map { Phrase.cite($0) } ?? "\(text)"
    case "actors", "recipients":
      let codes = text.split(separator: ",").map { String($0.drop { $0 == " " }) }
      return "\(say.list(codes.map(writer.naming.name)))"
    default: return "\(text)"
    }
  }
}
