import Analytics
import Chronicle
import Chronology
import Drawing
import Layout

/// Visits and meetings, agreements, mechanisms.
struct VisitsSection {
  let writer: PageWriter

  static let destination = "visits"
  static let agreementsDestination = "agreements"
  static let mechanismsDestination = "mechanisms"
  private var story: Story { writer.story }

  var blocks: [any Block] {
    var blocks: [any Block] = [
      writer.title("Visits, meetings and agreements", Self.destination)
    ]
    if let frame = writer.figure(.visits, Size(482, 0)) {
      blocks.append(Picture(figure: frame, after: 14))
    }
    blocks += visits + agreements + mechanisms
    return blocks
  }

  // MARK: Visits

  /// Visits and meetings between the parties that are no sessions of a mechanism, newest first.
  private var encounters: [Event] {
    let sessions = Set(story.mechanisms.flatMap { $0.sessions.map(\.id) })
    return story.events.filter { event in
      [.visit, .meeting, .consultation].contains(event.content.type) && story.isBilateral(event)
        && !event.content.isAggregate && !sessions.contains(event.id)
        && !story.numbering.indented.contains(event.id)
    }.reversed()
  }

  private var visits: [any Block] {
    let events = encounters
    guard !events.isEmpty else {
      return [writer.heading("Visits and meetings", before: 0), writer.nothing()]
    }
    let columns = [
      TableColumn(12), TableColumn(76), TableColumn(share: 11), TableColumn(62),
      TableColumn(share: 10), writer.sourceColumn,
    ]
    let outcomes = Dictionary(
      story.tally.occasions.map { ($0.id, $0.outcomes) }, uniquingKeysWith: { first, _ in first })
    let rows = events.flatMap { visitRows($0, outcomes: outcomes[$0.id] ?? []) }
    return [
      Table(
        columns, gap: 6,
        head: [writer.head(["", "Date", "Who", "Direction", "Where and why", "Source"])],
        rows: rows)
    ]
  }

  private func visitRows(_ event: Event, outcomes: [Event]) -> [Row] {
    let order = outcomes.sorted {
      (story.numbering.numbers[$0.id] ?? 0) < (story.numbering.numbers[$1.id] ?? 0)
    }
    var rows = [
      writer.row([
        writer.numberCell(event), writer.dateCell(event), writer.cell(who(event)),
        writer.cell(Phrase(stringLiteral: direction(event))),
        writer.cell(whereAndWhy(event)),
        writer.sourceCell(event),
      ])
    ]
    for (index, outcome) in order.enumerated() {
      var words = writer.cell(writer.line(outcome), span: 3)
      words.leftRule = PageStyle.hairline
      words.inset = 8
      let label = label(outcome, index, order)
      let hasSource = story.sources(outcome).map(\.words) != story.sources(event).map(\.words)
      rows.append(
        Row(
          [
            writer.numberCell(outcome), writer.cell(Phrase(stringLiteral: label), PageStyle.label),
            words, hasSource ? writer.sourceCell(outcome) : Cell(),
          ], top: 0.4, bottom: 0.2))
    }
    if rows.count > 1 {
      rows[0].ruleBelow = nil
      rows[0].bottom = 1.4
      for index in rows.indices.dropLast() { rows[index].keepWithNext = rows.count < 14 }
      rows[rows.count - 1].ruleBelow = PageStyle.rowRule
      rows[rows.count - 1].bottom = 3.2
    }
    return rows
  }

  /// "Outcomes" before the first of them; "Within it" before what was merely held then.
  private func label(_ event: Event, _ index: Int, _ all: [Event]) -> String {
    func isHeld(_ event: Event) -> Bool {
      [.meeting, .consultation, .visit, .culturalEvent].contains(event.content.type)
    }
    if index > 0, isHeld(all[index - 1]) == isHeld(event) { return "" }
    if isHeld(event) { return "Within it" }
    return all.filter { !isHeld($0) }.count == 1 ? "Outcome" : "Outcomes"
  }

  private func who(_ event: Event) -> Phrase {
    let people = event.content.participants.map { person in
      person.role.isEmpty ? person.name : "\(person.role) \(person.name)"
    }
    guard !people.isEmpty else { return writer.line(event) }
    let words = people.count == 2 ? people.joined(separator: " with ") : Naming.list(people)
    let phrase: Phrase = "\(words)"
    switch event.content.status {
    case .planned: return phrase + " (announced)"
    case .hypothetical: return phrase + " (conditional)"
    default: break
    }
    return DateText.proposal(event).map { phrase + " \(flag: "(\($0))")" } ?? phrase
  }

  /// The places, then the purpose in a sentence's own words.
  private func whereAndWhy(_ event: Event) -> Phrase {
    let places = event.content.places.joined(separator: ", ")
    guard let purpose = VisitPurpose.words(event) else { return Phrase(stringLiteral: places) }
    return places.isEmpty ? "\(quote: purpose)" : "\(places); \(quote: purpose)"
  }

  private func direction(_ event: Event) -> String {
    if let way = story.direction(event) { return "to \(writer.naming.inSentence(way.to))" }
    return event.content.type == .visit ? "visit" : "meeting"
  }

  // MARK: Agreements

  private var agreements: [any Block] {
    let events = story.events.filter { [.agreement, .declaration].contains($0.content.type) }
    let heading = writer.heading("Agreements", Self.agreementsDestination)
    guard !events.isEmpty else { return [heading, writer.nothing()] }
    let columns = [
      TableColumn(12), TableColumn(share: 1), TableColumn(52), TableColumn(76), TableColumn(46),
      TableColumn(48), writer.sourceColumn,
    ]
    let newestFirst =
      events.filter { $0.drawnDate != nil }.reversed() + events.filter { $0.drawnDate == nil }
    let rows = newestFirst.map { event in
      writer.row([
        writer.numberCell(event), writer.cell(writer.line(event)),
        writer.cell(Phrase(stringLiteral: AgreementWords.kind(event))), writer.dateCell(event),
        writer.cell(Phrase(stringLiteral: AgreementWords.status(event))), namedLater(event),
        writer.sourceCell(event),
      ])
    }
    return [
      heading,
      Table(
        columns, gap: 6,
        head: [writer.head(["", "Title", "Kind", "Date", "Status", "Named later", "Source"])],
        rows: rows),
      writer.text(
        "\(term: "Named later"): a later event whose sentences name the agreement as its own do. \(term: "None") is said of \(story.theseDocuments).",
        PageStyle.note, before: 3),
    ]
  }

  private func namedLater(_ event: Event) -> Cell {
    guard !event.content.isAggregate, event.drawnDate != nil else { return writer.cell("") }
    guard let name = AgreementWords.name(event) else { return writer.cell("none") }
    let number = story.numbering.numbers[event.id] ?? 0
    let later = story.events.filter { other in
      (story.numbering.numbers[other.id] ?? 0) > number && other.drawnDate != nil
        && other.drawnDate != event.drawnDate && other.partOf != event.partOf
        && other.mentions.contains { $0.quote.contains(name) }
    }
    return later.isEmpty ? writer.cell("none") : writer.cell("\(cite: later)")
  }

  // MARK: Mechanisms

  private var mechanisms: [any Block] {
    let heading = writer.heading("Mechanisms", Self.mechanismsDestination)
    guard !story.mechanisms.isEmpty else { return [heading, writer.nothing()] }
    let columns = [
      TableColumn(12), TableColumn(share: 5), TableColumn(80), TableColumn(64),
      TableColumn(share: 6), writer.sourceColumn,
    ]
    let rows = story.mechanisms.map { mechanism -> Row in
      let event = mechanism.founding ?? mechanism.lastSession
      return writer.row([
        event.map { writer.numberCell($0) } ?? Cell(),
        writer.cell(Phrase(stringLiteral: mechanism.fullName)),
        mechanism.founding.map { writer.dateCell($0) } ?? writer.cell("not told"),
        writer.cell(total(mechanism)), writer.cell(session(mechanism)),
        (mechanism.lastSession ?? event).map { writer.sourceCell($0) } ?? Cell(),
      ])
    }
    return [
      heading,
      Table(
        columns, gap: 6,
        head: [writer.head(["", "Body", "Since", "Sessions", "Last session", "Source"])],
        rows: rows),
    ]
  }

  /// Sessions as a sentence counts them, else those told one by one.
  private func total(_ mechanism: Mechanism) -> Phrase {
    if let total = mechanism.total { return "\(quote: total.words)" }
    return mechanism.sessions.isEmpty ? "none" : "\(mechanism.sessions.count) told"
  }

  private func session(_ mechanism: Mechanism) -> Phrase {
    guard let last = mechanism.lastSession else { return "none" }
    let ordinal = Mechanism.ordinal(last)?.lowercased()
    let place = last.content.places.first
    let words = [ordinal, place, DateText.words(last)].compactMap { $0 }.joined(separator: ", ")
    let flag: Phrase = DateText.proposal(last).map { " \(flag: "(\($0))")" } ?? ""
    return "\(words)" + flag + " \(cite: last)"
  }
}

/// What the words of an agreement say of it.
enum AgreementWords {
  private static let kinds: [(String, String)] = [
    ("mou", "MoU"), ("memorandum of understanding", "MoU"), ("memorandum", "memorandum"),
    ("protocol", "protocol"), ("treaty", "treaty"), ("convention", "convention"),
    ("programme", "programme"), ("program", "programme"), ("communiqué", "communiqué"),
    ("declaration", "declaration"), ("contract", "contract"), ("letter of intent", "letter"),
  ]
  private static let verbs = [
    ("initialled", "initialled"), ("ratified", "ratified"), ("entered into force", "in force"),
    ("in force", "in force"), ("signed", "signed"), ("concluded", "concluded"),
    ("adopted", "adopted"), ("agreed", "agreed"), ("renewed", "renewed"), ("extended", "extended"),
  ]

  static func kind(_ event: Event) -> String {
    if event.content.isAggregate { return "total" }
    let texts = [event.content.headline] + event.mentions.map(\.quote)
    for text in texts {
      let words = " " + text.lowercased().map { $0.isLetter ? String($0) : " " }.joined() + " "
      for (word, kind) in kinds where words.contains(" \(word) ") { return kind }
    }
    return event.content.type == .declaration ? "declaration" : "agreement"
  }

  /// The word of the first sentence that has one; "not told" where none has.
  static func status(_ event: Event) -> String {
    switch event.content.status {
    case .planned: return "announced"
    case .hypothetical: return "conditional"
    default: break
    }
    for mention in event.mentions {
      let text = mention.quote.lowercased()
      if let verb = verbs.first(where: { text.contains($0.0) }) { return verb.1 }
    }
    return "not told"
  }

  /// The longest row of capitalised words in an event's sentences: the agreement's own name.
  static func name(_ event: Event) -> String? {
    var best: [Substring] = []
    for mention in event.mentions {
      var row: [Substring] = []
      for word in mention.quote.split(separator: " ") {
        let isName = word.first?.isUppercase == true
        let isJoint = ["on", "of", "and", "for"].contains(word) && !row.isEmpty
        if isName || isJoint { row.append(word) } else { row = [] }
        var trimmed = row
        while let last = trimmed.last, last.first?.isUppercase != true { trimmed.removeLast() }
        if trimmed.count > best.count { best = trimmed }
      }
    }
    return best.count >= 3 ? best.joined(separator: " ") : nil
  }
}
