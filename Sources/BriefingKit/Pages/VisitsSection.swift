import Analytics
import Chronicle
import Chronology
import Drawing
import Layout

/// Visits and meetings, by rank, newest first, with what came of them.
struct VisitsSection {
  let writer: PageWriter

  static let destination = "visits"
  private var story: Story { writer.story }
  private var say: Language { writer.say }

  var blocks: [any Block] {
    var blocks: [any Block] = [writer.title(.titleVisits, Self.destination)]
    if let frame = writer.figure(.visits, Size(482, 0)) {
      blocks.append(Picture(figure: frame, after: 14))
    }
    blocks += table
    let agreements = AgreementsSection(writer: writer)
    return blocks + agreements.agreements + agreements.mechanisms
  }

  /// Visits and meetings between the parties that are no sessions of a mechanism, newest first.
  private var encounters: [Event] {
    let sessions = Set(story.mechanisms.flatMap { $0.sessions.map(\.id) })
    return story.events.filter { event in
      story.isEncounter(event) && !sessions.contains(event.id)
        && !story.numbering.indented.contains(event.id)
    }.reversed()
  }

  private static let ranks: [(Language.Key, ClosedRange<Salience>)] = [
    (.rankLeaders, .headOfState ... .headOfGovernment), (.rankMinisters, .minister ... .minister),
    (.rankOthers, .agreement ... .other),
  ]

  private var table: [any Block] {
    let (events, left) = writer.printed(encounters)
    guard !events.isEmpty else {
      let heading = writer.heading(say(.titleEncounters), before: 0)
      return [heading] + (left.isEmpty ? [writer.nothing()] : left)
    }
    let hasPlaces = events.contains { !whereAndWhy($0).words.isEmpty }
    let columns =
      [writer.numberColumn, TableColumn(92), TableColumn(share: 12), TableColumn(74)]
      + (hasPlaces ? [TableColumn(share: 9)] : []) + [writer.sourceColumn]
    let outcomes = Dictionary(
      story.tally.occasions.map { ($0.id, $0.outcomes) }, uniquingKeysWith: { first, _ in first })
    var rows: [Row] = []
    for (name, ranks) in Self.ranks {
      let own = events.filter { ranks.contains(story.rank($0)) }
      if own.isEmpty { continue }
      rows.append(
        Row(
          [
            Cell(),
            writer.cell(groupHead(name, own), PageStyle.tableHead, span: columns.count - 1),
          ], top: 3.5, ruleAbove: rows.isEmpty ? nil : PageStyle.rowRule, keepWithNext: true))
      let first = rows.count
      rows += own.flatMap {
        self.rows($0, outcomes: outcomes[$0.id] ?? [], hasPlaces: hasPlaces)
      }
      // Two under a head at least, where there are two.
      if first < rows.count - 1 { rows[first].keepWithNext = true }
    }
    let titles: [Language.Key?] =
      [nil, .columnDate, .columnWho, .columnKind] + (hasPlaces ? [.columnWhere] : [])
      + [.columnSource]
    return [Table(columns, gap: 6, head: [writer.head(titles)], rows: rows)] + left
  }

  /// The name of a rank, with how many of its encounters are drawn, if not all.
  private func groupHead(_ name: Language.Key, _ events: [Event]) -> Phrase {
    let drawn = (story.leaderVisits + story.leaderMeetings).count
    guard name == .rankLeaders, story.sides != nil, drawn > 1, drawn < events.count else {
      return say(name, ["n": events.count])
    }
    return say(.rankLeadersDrawn, ["n": events.count, "drawn": drawn])
  }

  private func rows(_ event: Event, outcomes: [Event], hasPlaces: Bool) -> [Row] {
    let order = outcomes.sorted { story.number($0) < story.number($1) }
    let place = hasPlaces ? [writer.cell(whereAndWhy(event))] : []
    var rows = [
      writer.row(
        [
          writer.numberCell(event), writer.dateCell(event), writer.cell(who(event)),
          writer.cell(kind(event)),
        ] + place + [writer.sourceCell(event)])
    ]
    for (index, outcome) in order.enumerated() {
      var words = writer.cell(writer.entry(outcome), span: hasPlaces ? 3 : 2)
      words.leftRule = PageStyle.hairline
      words.inset = 8
      let label = label(outcome, index, order).map { say($0) } ?? ""
      let hasSource = story.sources(outcome).map(\.words) != story.sources(event).map(\.words)
      rows.append(
        Row(
          [
            writer.numberCell(outcome), writer.cell(label, PageStyle.label), words,
            hasSource ? writer.sourceCell(outcome) : Cell(),
          ]))
    }
    if rows.count > 1 {
      rows[0].ruleBelow = nil
      rows[0].bottom = 0
      for index in rows.indices.dropLast() { rows[index].keepWithNext = rows.count < 14 }
      rows[rows.count - 1].ruleBelow = PageStyle.rowRule
      rows[rows.count - 1].bottom = 3.5
    }
    return rows
  }

  /// "Outcomes" before the first of them; "Within it" before what was merely held then.
  private func label(_ event: Event, _ index: Int, _ all: [Event]) -> Language.Key? {
    func isHeld(_ event: Event) -> Bool {
      [.meeting, .consultation, .visit, .culturalEvent].contains(event.content.type)
    }
    if index > 0, isHeld(all[index - 1]) == isHeld(event) { return nil }
    if isHeld(event) { return .within }
    return all.filter { !isHeld($0) }.count == 1 ? .outcome : .outcomes
  }

  private func who(_ event: Event) -> Phrase {
    func named(_ people: [Participant]) -> [String] {
      people.map { $0.role.isEmpty ? $0.name : "\($0.role) \($0.name)" }
    }
    let people = named(story.visitors(event))
    guard !people.isEmpty else { return writer.entry(event) }
    var words =
      people.count == 2
      ? say.string(.oneWithOther, ["a": people[0], "b": people[1]]) : say.list(people)
    let hosts = named(story.hosts(event))
    if !hosts.isEmpty {
      words = say.string(.receivedBy, ["who": words, "hosts": say.list(hosts)])
    }
    switch event.content.status {
    case .planned: return say(.lineAnnounced, ["headline": words])
    case .hypothetical: return say(.lineConditional, ["headline": words])
    default: break
    }
    guard let proposal = writer.dates.proposal(event) else { return "\(words)" }
    return "\(words) \(flag: "(\(proposal))")"
  }

  /// The places, else the state that was visited, then the purpose in a sentence's own words.
  private func whereAndWhy(_ event: Event) -> Phrase {
    let named = event.content.places.joined(separator: say.string(.comma))
    let state = story.direction(event).map { writer.naming.name($0.to) }
    let places = named.isEmpty ? state ?? "" : named
    guard let purpose = VisitPurpose.words(event) else { return "\(places)" }
    return places.isEmpty
      ? Phrase.quote(purpose) : "\(places)" + say(.semicolon) + Phrase.quote(purpose)
  }

  private func kind(_ event: Event) -> Phrase {
    if let way = story.direction(event) {
      return say(.visitToState, ["state": writer.naming.inSentence(way.to)])
    }
    return say(event.content.type == .visit ? .aVisit : .aMeeting)
  }
}
