import Analytics
import Chronicle
import Chronology
import Drawing
import Layout

/// The state of play, domain by domain.
struct StateSection {
  let writer: PageWriter

  static let destination = "state-of-play"
  private static let lastEvents = 3
  private static let mostQuotes = 4
  private var story: Story { writer.story }
  private var say: Language { writer.say }

  var blocks: [any Block] {
    var blocks: [any Block] = [
      writer.title(.titleState, Self.destination, after: 0),
      writer.lead(
        say(
          .leadState,
          ["told": VoiceLine(story: story).short, "documents": story.theseDocuments])),
    ]
    let told = story.tally.domains.filter { domain in
      story.tally.total(of: domain) > 0 || story.openings.contains { $0.domain == domain }
    }
    if told.isEmpty { blocks.append(writer.nothing()) }
    for domain in told { blocks += block(domain) }
    let silent = Domain.allCases.filter { !told.contains($0) }
    if !silent.isEmpty && !told.isEmpty {
      let names = say.capitalised(say.list(silent.map(story.naming.inSentence)))
      blocks.append(
        writer.text(say(.domainsWithout, ["domains": names]), PageStyle.note, before: 10.5))
    }
    return blocks
  }

  private func block(_ domain: Domain) -> [any Block] {
    let events = story.events.filter { $0.content.domain == domain }
    let columns = [
      TableColumn(88), writer.numberColumn(room: 7), TableColumn(86), TableColumn(share: 1),
      TableColumn(writer.hasManyDocuments ? 70 : 48, .end),
    ]
    let rows = StateRows(writer: writer, domain: domain, events: events).all
    var table = Table(columns, rows: rows, isTagged: false, before: 3.5)
    let title = say(.titleContinued, ["title": story.naming.title(domain)])
    table.continuedHead = [
      Row([writer.cell(title, PageStyle.sideHead, span: columns.count)], bottom: 3.5)
    ]
    return [
      Rule(PageStyle.sectionRule, before: 10.5, after: 3.5, dividesOnly: true),
      heading(domain), table,
    ]
  }

  private func heading(_ domain: Domain) -> any Block {
    SideBySide(
      [
        .init(width: 13, [writer.mark(domain, PageStyle.heading, radius: 3.4)]),
        .init(
          width: 190,
          [
            writer.text(
              "\(story.naming.title(domain))", PageStyle.heading, role: .heading(2),
              destination: "domain-" + domain.rawValue)
          ]),
        .init(width: 279, [writer.text("\(counts(domain))", PageStyle.label, alignment: .end)]),
      ], gap: 0, keepWithNext: true, alignsBaselines: true)
  }

  /// `18 counted · 11 undated · 2 planned`.
  private func counts(_ domain: Domain) -> String {
    let columns: [Analytics.Column] = [
      .counted, .undated, .doubtful, .planned, .aggregate, .conditional, .imprecise,
    ]
    let parts = columns.compactMap { column -> String? in
      let count = story.tally.count(column, domain)
      if count == 0 { return nil }
      let name = column == .aggregate && count == 1 ? "aggregate-one" : column.rawValue
      return "\(count) \(say.word(.column, name) ?? column.rawValue)"
    }
    return parts.isEmpty ? say.string(.noEvent) : parts.joined(separator: " · ")
  }
}
