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

  var blocks: [any Block] {
    let lead: Phrase =
      "By domain, \(VoiceLine(story: story).short). \(term: "Last") and \(term: "none") are said of \(story.theseDocuments)."
    var blocks: [any Block] = [
      writer.title("State of play", Self.destination, after: 2),
      SideBySide(
        [.init(width: 450, [writer.text(lead, PageStyle.lead)])], gap: 0, after: 8,
        keepWithNext: true),
    ]
    let told = story.tally.domains.filter { domain in
      story.tally.total(of: domain) > 0 || story.ledger.openings.contains { $0.domain == domain }
    }
    if told.isEmpty { blocks.append(writer.nothing()) }
    for domain in told { blocks += block(domain) }
    let silent = Domain.allCases.filter { !told.contains($0) }.map(Naming.title)
    if !silent.isEmpty && !told.isEmpty {
      let names = Naming.list(silent.enumerated().map { $0 == 0 ? $1 : $1.lowercased() })
      blocks.append(
        writer.text("\(names): no event in these documents.", PageStyle.note, before: 10))
    }
    return blocks
  }

  private func events(_ domain: Domain) -> [Event] {
    story.events.filter { $0.content.domain == domain }
  }

  private func block(_ domain: Domain) -> [any Block] {
    let rows = rows(domain)
    let columns = [
      TableColumn(88), TableColumn(17), TableColumn(80), TableColumn(share: 1),
      TableColumn(story.ledger.documents.count > 1 ? 70 : 48, .end),
    ]
    return [
      Rule(PageStyle.sectionRule, before: 10, after: 3, dividesOnly: true),
      heading(domain),
      Table(columns, rows: rows, isTagged: false, before: 4),
    ]
  }

  private func heading(_ domain: Domain) -> any Block {
    let style = PageStyle.heading
    let baseline = style.leading / 2 + 0.388 * style.font.size
    return SideBySide(
      [
        .init(
          width: 13,
          [PageStyle.mark(domain, radius: 3.4, leading: style.leading, baseline: baseline - 1)]),
        .init(
          width: 190,
          [
            writer.text(
              Phrase(stringLiteral: Naming.title(domain)), style, role: .heading(2),
              destination: "domain-" + domain.rawValue)
          ]),
        .init(
          width: 279,
          [writer.text(Phrase(stringLiteral: counts(domain)), PageStyle.label, alignment: .end)]),
      ], gap: 0, keepWithNext: true, alignsBaselines: true)
  }

  private func counts(_ domain: Domain) -> String {
    let names: [(Analytics.Column, String)] = [
      (.counted, "counted"), (.undated, "undated"), (.doubtful, "doubtful"),
      (.planned, "planned"), (.aggregate, "totals"), (.conditional, "conditional"),
      (.imprecise, "imprecise"),
    ]
    let parts = names.compactMap { column, name -> String? in
      let count = story.tally.count(column, domain)
      return count == 0 ? nil : "\(count) \(name == "totals" && count == 1 ? "total" : name)"
    }
    return parts.isEmpty ? "no event" : parts.joined(separator: " · ")
  }

  private func rows(_ domain: Domain) -> [Row] {
    let events = events(domain)
    let last = events.filter {
      $0.content.status == .occurred && !$0.content.isAggregate && $0.drawnDate != nil
    }.suffix(Self.lastEvents).reversed()
    let planned = events.filter { $0.content.status == .planned }
    var rows = listed("Last events", Array(last)) + listed("Announced", planned)
    let ongoing = events.filter { $0.content.status == .ongoing }
    let positions = ongoing.filter { $0.content.type == .support }
    rows += quoted("Standing positions", positions)
    rows += quoted("Running", ongoing.filter { $0.content.type != .support })
    rows += mechanisms(domain)
    let bodies = Set(story.mechanisms.flatMap { [$0.founding?.id, $0.total?.event.id] })
    rows += quoted("Totals, as quoted", events.filter { $0.content.isAggregate })
    rows += quoted(
      "Amounts, as quoted",
      events.filter {
        !$0.content.amounts.isEmpty && !$0.content.isAggregate && $0.content.status == .occurred
          && !bodies.contains($0.id)
      })
    rows += quoted("On a condition", events.filter { $0.content.status == .hypothetical })
    rows += openings(domain)
    return rows
  }

  private func label(_ words: String) -> Cell {
    writer.cell(Phrase(stringLiteral: words), PageStyle.label)
  }

  private func listed(_ name: String, _ events: [Event]) -> [Row] {
    events.enumerated().map { index, event in
      Row(
        [
          label(index == 0 ? name : ""), writer.numberCell(event), writer.dateCell(event),
          writer.cell(writer.line(event)), writer.sourceCell(event),
        ], top: 1.6, bottom: index == events.count - 1 ? 6 : 1.6,
        keepWithNext: index < events.count - 1)
    }
  }

  private func paragraphs(_ name: String, _ phrases: [Phrase]) -> [Row] {
    phrases.enumerated().map { index, phrase in
      Row(
        [label(index == 0 ? name : ""), writer.cell(phrase, PageStyle.body, span: 4)],
        top: index == 0 ? 1 : 0, bottom: index == phrases.count - 1 ? 6 : 2.4)
    }
  }

  private func quoted(_ name: String, _ events: [Event]) -> [Row] {
    var groups: [(quote: String, events: [Event])] = []
    for event in events {
      guard let quote = quoteOf(event)?.quote else { continue }
      if let index = groups.firstIndex(where: { $0.quote == quote }) {
        groups[index].events.append(event)
      } else {
        groups.append((quote, [event]))
      }
    }
    var phrases = groups.prefix(Self.mostQuotes).map { group -> Phrase in
      "\(quote: group.quote) \(cite: group.events)"
    }
    let rest = groups.dropFirst(Self.mostQuotes).flatMap(\.events)
    if !rest.isEmpty { phrases.append("and \(rest.count) more \(cite: rest)") }
    return paragraphs(name, phrases)
  }

  /// The sentence that tells most: with an amount if the event has one.
  private func quoteOf(_ event: Event) -> Mention? {
    guard !event.content.amounts.isEmpty else { return event.mentions.first }
    let money = event.mentions.first { $0.quote.contains("US$") || $0.quote.contains("$") }
    let figure = event.mentions.first { $0.quote.contains(where: \.isNumber) }
    return money ?? figure ?? event.mentions.first
  }

  private func mechanisms(_ domain: Domain) -> [Row] {
    let here = story.mechanisms.filter { ($0.founding ?? $0.lastSession)?.content.domain == domain }
    let phrases = here.map { mechanism -> Phrase in
      var words: Phrase = "\(mechanism.fullName)"
      if let founding = mechanism.founding {
        let verb = founding.content.type == .establishment ? "formed" : "agreed"
        words = words + ", \(verb) \(When.words(founding)) \(cite: founding)"
      }
      if let total = mechanism.total {
        words = words + "; \(quote: total.words) told \(cite: total.event)"
      }
      guard let last = mechanism.lastSession else {
        return words + (mechanism.total == nil ? ": no session in these documents." : ".")
      }
      let place = last.content.places.first.map { " in \($0)" } ?? ""
      let ordinal = Mechanism.ordinal(last).map { "\($0.lowercased()) session" } ?? "last session"
      let flag: Phrase = DateText.proposal(last).map { " \(flag: "(\($0))")" } ?? ""
      return words + (words.parts.count > 1 ? "; " : ", ")
        + "\(ordinal)\(place), \(DateText.words(last).glued)" + flag
        + " \(cite: last)."
    }
    return paragraphs(here.count > 1 ? "Mechanisms" : "Mechanism", phrases)
  }

  private func openings(_ domain: Domain) -> [Row] {
    let openings = story.ledger.openings.filter { $0.domain == domain }
    var phrases = openings.prefix(Self.mostQuotes).map { opening -> Phrase in
      let mention = opening.mention
      let reference = "\(mention.document)\u{A0}l.\(mention.line)"
      return
        "\(quote: mention.quote) \(source: [SourceReference(words: reference, destination: "source-" + mention.document)])"
    }
    if openings.count > Self.mostQuotes {
      phrases.append("and \(openings.count - Self.mostQuotes) more")
    }
    return paragraphs("Openings, as quoted", Array(phrases))
  }
}
