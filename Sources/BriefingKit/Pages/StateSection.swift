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
      story.tally.total(of: domain) > 0 || story.ledger.openings.contains { $0.domain == domain }
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

/// What is told of one domain, row by row.
private struct StateRows {
  let writer: PageWriter
  let domain: Domain
  let events: [Event]

  private static let lastEvents = 3
  private static let mostQuotes = 4
  private var story: Story { writer.story }
  private var say: Language { writer.say }

  var all: [Row] {
    let last = events.filter {
      $0.content.status == .occurred && !$0.content.isAggregate && $0.drawnDate != nil
        && !story.isBeyondReach($0)
    }.suffix(Self.lastEvents).reversed()
    let overdue = Set(story.overdue.map(\.id))
    let planned = events.filter {
      $0.content.status == .planned && !overdue.contains($0.id)
    }
    let ongoing = events.filter { $0.content.status == .ongoing }
    let positions = ongoing.filter { $0.content.type == .support }
    let bodies = Set(story.mechanisms.flatMap { [$0.founding?.id, $0.total?.event.id] })
    let amounts = events.filter {
      Self.tellsAmount($0) && !$0.content.isAggregate && $0.content.status == .occurred
        && !bodies.contains($0.id)
    }
    return listed(.rowLast, Array(last)) + listed(.rowAnnounced, planned)
      + quoted(.rowPositions, positions)
      + quoted(.rowRunning, ongoing.filter { $0.content.type != .support })
      + mechanisms
      + quoted(.rowTotals, events.filter { $0.content.isAggregate })
      + quoted(.rowAmounts, amounts)
      + open
      + quoted(.rowConditional, events.filter { $0.content.status == .hypothetical })
      + openings
  }

  /// Kinds of deeds that are measured by numbers of people and things; of others money alone is told.
  private static let measured: Set<EventType> = [
    .aid, .training, .scholarship, .trade, .investment, .arms, .construction, .disaster,
  ]

  private static func tellsAmount(_ event: Event) -> Bool {
    event.content.amounts.contains { amount in
      measured.contains(event.content.type)
        || amount.unit.count == 3 && amount.unit.allSatisfy(\.isUppercase)
    }
  }

  private func label(_ key: Language.Key, _ index: Int) -> Cell {
    index == 0 ? writer.cell(say(key), PageStyle.label) : Cell()
  }

  private func listed(_ key: Language.Key, _ events: [Event]) -> [Row] {
    let shown = events.prefix(key == .rowLast ? Self.lastEvents : 2 * Self.mostQuotes)
    var rows = shown.enumerated().map { index, event in
      Row(
        [
          label(key, index), writer.numberCell(event), writer.dateCell(event),
          Self.inset(writer.cell(writer.line(event))), Self.inset(writer.sourceCell(event)),
        ], bottom: 3.5, keepWithNext: index < shown.count - 1)
    }
    if events.count > shown.count {
      rows += paragraphs(nil, [more(Array(events.dropFirst(shown.count)))])
    } else if !rows.isEmpty {
      rows[rows.count - 1].bottom = 7
    }
    return rows
  }

  /// Apart from what stands before it.
  private static func inset(_ cell: Cell) -> Cell {
    var cell = cell
    cell.inset = 5
    return cell
  }

  private func more(_ events: [Event]) -> Phrase { writer.andMore(events) }

  private func paragraphs(_ key: Language.Key?, _ phrases: [Phrase]) -> [Row] {
    let length = phrases.reduce(0) { $0 + $1.words.count }
    let last = phrases.count - 1
    return phrases.enumerated().map { index, phrase in
      // Under their label, unless they are many; then two lines of thought at least on either page.
      let keeps = index < last && (length < Self.mostKept || index == 0 || index == last - 1)
      return Row(
        [
          key.map { label($0, index) } ?? Cell(),
          writer.cell(phrase, PageStyle.body, span: 4),
        ], bottom: index == last ? 7 : 0, keepWithNext: keeps)
    }
  }

  /// Characters of sentences that stand on one page.
  private static let mostKept = 700

  /// What the documents say of events, each sentence once.
  private func quoted(_ key: Language.Key, _ events: [Event]) -> [Row] {
    var groups: [(quote: String, events: [Event])] = []
    var known: [String: Int] = [:]
    for event in events {
      guard let quote = quoteOf(event)?.quote else { continue }
      if let index = known[quote] {
        groups[index].events.append(event)
      } else {
        known[quote] = groups.count
        groups.append((quote, [event]))
      }
    }
    var phrases = groups.prefix(Self.mostQuotes).map { group -> Phrase in
      "\(quote: group.quote) \(cite: group.events)"
    }
    let rest = groups.dropFirst(Self.mostQuotes).flatMap(\.events)
    if !rest.isEmpty { phrases.append(more(rest)) }
    return paragraphs(key, phrases)
  }

  /// The sentence that tells most: with an amount if the event has one.
  private func quoteOf(_ event: Event) -> Mention? {
    guard !event.content.amounts.isEmpty else { return event.mentions.first }
    let money = event.mentions.first { $0.quote.contains("$") }
    let figure = event.mentions.first { $0.quote.contains(where: \.isNumber) }
    return money ?? figure ?? event.mentions.first
  }

  // MARK: Mechanisms

  private var mechanisms: [Row] {
    let here = story.mechanisms.filter { ($0.founding ?? $0.lastSession)?.content.domain == domain }
    let shown = here.prefix(Self.mostQuotes)
    var phrases = shown.map(sentence)
    if here.count > shown.count {
      let rest = here.count - shown.count
      let number = say.capitalised(FigureWords(say: say).number(rest))
      phrases.append(say(.moreMechanisms, ["n": rest, "number": number]))
    }
    return paragraphs(here.count > 1 ? .rowMechanisms : .rowMechanism, phrases)
  }

  private func sentence(_ mechanism: Mechanism) -> Phrase {
    let dates = writer.dates
    var clauses: [Phrase] = []
    if let founding = mechanism.founding {
      let key: Language.Key =
        founding.content.type == .establishment ? .bodyFormed : .bodyAgreed
      clauses.append(say(key, ["when": dates.when(founding), "cite": Phrase.cite(founding)]))
    }
    if let total = mechanism.total {
      clauses.append(
        say(.bodyTotal, ["total": Phrase.quote(total.words), "cite": Phrase.cite(total.event)]))
    }
    if let last = mechanism.lastSession {
      let which =
        Mechanism.ordinal(last).map { say.string(.ordinalSession, ["ordinal": $0.lowercased()]) }
        ?? say.string(.lastSession)
      let place = last.content.places.first.map { say.string(.spaceInPlace, ["place": $0]) } ?? ""
      let flag: Phrase = dates.proposal(last).map { " \(flag: "(\($0))")" } ?? ""
      clauses.append(
        say(
          .bodySession,
          [
            "session": which, "place": place, "date": dates.words(last), "flag": flag,
            "cite": Phrase.cite(last),
          ]))
    } else if mechanism.total == nil {
      clauses.append(say(.bodyNoSession))
    }
    return say(
      .bodySentence,
      ["body": mechanism.title(say), "clauses": Phrase.joined(clauses, say(.semicolon))])
  }

  // MARK: What is open

  /// Agreements that no later event names, and announcements whose time is over.
  private var open: [Row] {
    let agreed = story.unnamedLater.filter { $0.content.domain == domain }
    let overdue = story.overdue.filter { $0.content.domain == domain }
    var phrases = overdue.prefix(Self.mostQuotes).map { event in
      say(
        event.content.date?.isOpenStart == true ? .openAnnouncedOnly : .openAnnounced,
        [
          "headline": story.wholeHeadline(event), "date": writer.dates.words(event),
          "cite": Phrase.cite(event),
        ])
    }
    if !agreed.isEmpty {
      let shown = agreed.prefix(Self.mostQuotes).map { event -> Phrase in
        writer.open(event) + " \(cite: event)"
      }
      var list = Phrase.joined(shown, say(.semicolon))
      let rest = Array(agreed.dropFirst(Self.mostQuotes))
      if !rest.isEmpty { list = list + say(.semicolon) + more(rest) }
      phrases.append(say(.openAgreed, ["agreements": list]))
    }
    return paragraphs(.rowOpen, phrases)
  }

  private var openings: [Row] {
    let openings = story.ledger.openings.filter { $0.domain == domain }
    var phrases = openings.prefix(Self.mostQuotes).map { opening -> Phrase in
      let mention = opening.mention
      let reference = SourceReference(
        words: story.line(mention), destination: "source-" + mention.document)
      return "\(quote: mention.quote) \(source: [reference])"
    }
    if openings.count > Self.mostQuotes {
      phrases.append(say(.andMoreBare, ["n": openings.count - Self.mostQuotes]))
    }
    return paragraphs(.rowOpenings, phrases)
  }
}
