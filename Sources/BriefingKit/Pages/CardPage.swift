import Chronicle
import Chronology
import Drawing
import Layout

/// The first page: the briefing at a glance, complete in itself.
struct CardPage {
  let writer: PageWriter
  let template: PageTemplate

  static let destination = "at-a-glance"
  private static let lineStep = 19.5
  private static let mostRuled = 7
  private static let fewestRuled = 3

  private var story: Story { writer.story }
  private var settings: BriefingSettings { story.settings }
  private var width: Double { template.area.width }
  private var setter: Typesetter { writer.setter }

  /// The marks of the page, from the upper left corner of the sheet.
  var items: [Item] {
    let area = template.area
    let top = area.y + template.opening
    var boxes: [(box: Box, gap: Double)] = [
      (header, 8), (voice, 12), (facts, 12), (columns, 12),
    ]
    if let timeline { boxes.append((timeline, 10)) }
    // Rather than no ruled lines, fewer events.
    if settings.form == .full, boxes.count == 5 {
      let room = area.maxY - top - boxes.reduce(0) { $0 + $1.box.height + $1.gap }
      let wanted = 24 + Double(Self.fewestRuled) * Self.lineStep
      if room < wanted, let lower = timeline(lowerBy: wanted - room) {
        boxes[4] = (lower, boxes[4].gap)
      }
    }
    let used = boxes.reduce(0) { $0 + $1.box.height + $1.gap }
    let people = people(room: area.maxY - top - used)
    var items: [Item] = []
    var y = top
    for (box, gap) in boxes {
      items += box.placed(at: Point(area.x, y))
      y += box.height + gap
    }
    if let people { items += people.placed(at: Point(area.x, area.maxY - people.height)) }
    return [.group(Group(.section, destination: Self.destination, items))]
  }

  private func box(_ blocks: [any Block]) -> Box { Box(blocks, width: width, setter) }

  // MARK: Head

  private var header: Box {
    let slots = self.slots
    let left = slots.isEmpty ? width : 276
    return box([
      SideBySide(
        [.init(width: left, titleBlocks(left)), .init(width: 194, slots)], gap: 12)
    ])
  }

  private func titleBlocks(_ room: Double) -> [any Block] {
    let title = story.title
    let big = PageStyle.cardTitle
    let style: PageStyle.Text
    var words = title
    if setter.width(of: title, big.font) <= room {
      style = big
    } else {
      let halves = breakAfterAnd(title)
      let fits = halves.allSatisfy { setter.width(of: $0, big.font) <= room }
      style = fits ? big : PageStyle.smallCardTitle
      words = halves.joined(separator: "\n")
    }
    let kicker =
      settings.occasion.map { "\($0): briefing, at a glance" }
      ?? "\(story.sides == nil ? "Briefing" : "Bilateral briefing"), at a glance"
    return [
      writer.text(Phrase(stringLiteral: kicker), PageStyle.kicker, after: 2),
      writer.text(Phrase(stringLiteral: words), style, role: .heading(1), after: 3),
      SideBySide([.init(width: min(room, 276), [asOf])], gap: 0),
    ]
  }

  private func breakAfterAnd(_ title: String) -> [String] {
    let words = title.split(separator: " ").map(String.init)
    guard let index = words.lastIndex(of: "and"), index + 1 < words.count else { return [title] }
    return [
      words[...index].joined(separator: " "), words[(index + 1)...].joined(separator: " "),
    ]
  }

  private var asOf: any Block {
    let style = PageStyle.asOf
    var bold = style.font
    bold.weight = .semibold
    guard let day = story.ledger.asOf else {
      return writer.text("No document has a date; no meeting date is set.", style)
    }
    let reason =
      switch settings.asOfReason {
      case .meeting: ", the day of the meeting."
      case .newestDocument: ", the date of the newest document; no meeting date is set."
      case .given: ", the day asked for."
      }
    let compare = settings.edition == 1 ? " Edition 1, with no earlier edition to compare." : ""
    return Paragraph(
      [
        Run("As of ", style.font, style.color),
        Run(DateText.words(day).glued, bold, PageStyle.ink),
        Run(reason + compare, style.font, style.color),
      ], leading: style.leading)
  }

  private var slots: [any Block] {
    let values: [(String, String?)] = [
      ("Occasion", settings.occasion), ("Date, place", settings.meeting),
      ("Our principal", settings.ourPrincipal), ("Their principal", settings.theirPrincipal),
    ]
    let shown = values.filter { $0.1 != nil || settings.form == .full }
    guard !shown.isEmpty else { return [] }
    let line = Stroke(PageStyle.secondary, width: 0.7)
    let rows = shown.map { name, value in
      let words = writer.cell(Phrase(stringLiteral: value ?? ""), PageStyle.cell)
      return Row(
        [
          writer.cell(Phrase(stringLiteral: name), PageStyle.slot),
          Cell([
            Table(
              [TableColumn(share: 1)],
              rows: [
                Row([words], bottom: 1.6, ruleBelow: line)
              ], isTagged: false)
          ]),
        ], top: 3, bottom: 3.2)
    }
    return [
      Space(8),
      Table([TableColumn(56), TableColumn(share: 1)], rows: rows, isTagged: false),
    ]
  }

  // MARK: Voice and facts

  private var voice: Box {
    box([
      Rule(PageStyle.hairline, after: 5),
      writer.text(Phrase(stringLiteral: VoiceLine(story: story).words), PageStyle.voice),
      Rule(PageStyle.hairline, before: 5),
    ])
  }

  private var facts: Box {
    let facts = CardFacts(story: story).all
    let widths = [86.0, 98, 100, 110, 88]
    let rule = PageStyle.hairline
    let cells = facts.enumerated().map { index, fact -> Cell in
      let blocks: [any Block] = [
        writer.text(Phrase(stringLiteral: fact.value), PageStyle.fact),
        writer.text(fact.caption, PageStyle.factCaption),
      ]
      return Cell(blocks, leftRule: index > 0 ? rule : nil, inset: index > 0 ? 9 : 0)
    }
    return box([Table(widths.map { TableColumn($0) }, rows: [Row(cells)], isTagged: false)])
  }

  // MARK: Columns

  private var columns: Box {
    box([
      SideBySide(
        [.init(width: 305, sentences), .init(width: 153, side)], gap: 24)
    ])
  }

  private var sentences: [any Block] {
    let all = CardSentences(story: story).all
    guard !all.isEmpty else { return [writer.nothing()] }
    return all.map { head, words in
      writer.text("\(strong: head) " + words, PageStyle.cardSentence, after: 6)
    }
  }

  private func sideHead(_ words: Phrase, before: Double) -> [any Block] {
    [
      Rule(PageStyle.sectionRule, before: before, after: 3),
      writer.text(words, PageStyle.sideHead, role: .heading(2), after: 1),
    ]
  }

  private var side: [any Block] { lastContact + anniversaries + doubts }

  private var lastContact: [any Block] {
    var blocks = sideHead("Last contact, leaders", before: 0)
    var entries: [(String, Event)] = []
    if let sides = story.sides {
      for (from, to) in [(sides.ours, sides.theirs), (sides.theirs, sides.ours)] {
        guard let event = story.leaderVisits(from: from, to: to).last else { continue }
        entries.append(("\(writer.naming.name(from)) → \(writer.naming.name(to))", event))
      }
    }
    if let event = story.leaderMeetings.last { entries.append(("Meeting", event)) }
    if entries.isEmpty { return blocks + [writer.text("none in these documents", PageStyle.side)] }
    for (label, event) in entries {
      blocks.append(writer.text(Phrase(stringLiteral: label), PageStyle.label, before: 2))
      blocks.append(writer.text(people(event) + " \(cite: event)", PageStyle.side))
    }
    return blocks
  }

  private func people(_ event: Event) -> Phrase {
    let names = event.content.participants.map { Naming.short($0, among: story.events) }
    let who = names.isEmpty ? story.headline(event) : Naming.list(names)
    let place = event.content.type == .meeting ? event.content.places.first.map { ", \($0)" } : nil
    return "\(who)\(place ?? ""), \(DateText.words(event).glued)"
  }

  private static let mostAnniversaries = 4

  private var anniversaries: [any Block] {
    let end = story.ledger.asOf.flatMap(Anniversary.end)
    let head = end.map { "Anniversaries to \(DateText.month($0))" } ?? "Anniversaries"
    let blocks = sideHead(Phrase(stringLiteral: head), before: 9)
    let all = Anniversary.all(in: story)
    guard !all.isEmpty else {
      return blocks + [writer.text("none in these documents", PageStyle.side)]
    }
    var rows = all.prefix(Self.mostAnniversaries).map { anniversary in
      let words: Phrase =
        "\(anniversary.years) years: \(story.headline(anniversary.event)) \(cite: anniversary.event)"
      return Row(
        [
          writer.cell(Phrase(stringLiteral: anniversary.words.glued), PageStyle.label),
          writer.cell(words, PageStyle.side),
        ], bottom: 1.6)
    }
    if all.count > rows.count {
      rows.append(
        Row([
          Cell(),
          writer.cell(
            "+\(all.count - rows.count) more, \(writer.page(ChronologySection.destination))",
            PageStyle.label),
        ]))
    }
    return blocks
      + [Table([TableColumn(48), TableColumn(share: 1)], rows: rows, isTagged: false)]
  }

  private static let mostDoubts = 2

  private var doubts: [any Block] {
    let grave = Doubts(story: story).grave
    guard !grave.isEmpty else { return [] }
    var blocks = sideHead("\(flag: "Doubtful dates: \(grave.count)")", before: 9)
    for event in grave.prefix(Self.mostDoubts) {
      let text = event.mentions.compactMap(\.dateText).first
      let words = text.map { Quotation.marked($0) } ?? DateText.words(event)
      blocks.append(
        writer.text("\(story.headline(event)): \(words) \(cite: event)", PageStyle.side, after: 1))
    }
    if settings.form == .full {
      let more =
        grave.count > Self.mostDoubts ? "+\(grave.count - Self.mostDoubts) more; see " : "See "
      blocks.append(
        writer.text("\(more)\(writer.page(DoubtSection.destination))", PageStyle.label))
    }
    return blocks
  }

  // MARK: Timeline

  private var timeline: Box? {
    writer.figure(.miniTimeline, Size(width, 0)).map { box([Picture(figure: $0)]) }
  }

  private func timeline(lowerBy amount: Double) -> Box? {
    guard let full = timeline else { return nil }
    let height = full.height - amount
    return writer.figure(.miniTimeline, Size(width, height)).map { box([Picture(figure: $0)]) }
  }

  // MARK: A person's part

  /// Three columns of what a person fills in, standing on the bottom of the block; ruled where
  /// empty in the full form, left out where there is no room.
  private func people(room: Double) -> Box? {
    let parts = [
      ("Our objectives", settings.objectives), ("Points to make", settings.pointsToMake),
      ("Points to avoid", settings.pointsToAvoid),
    ]
    let isFilled = parts.contains { !$0.1.isEmpty }
    guard isFilled || settings.form == .full else { return nil }
    let lines = min(Self.mostRuled, Int((room - 21) / Self.lineStep))
    guard isFilled || lines >= Self.fewestRuled else { return nil }
    let column = (width - 36) / 3
    let columns = parts.map { name, points -> SideBySide.Part in
      var blocks: [any Block] = [
        Rule(PageStyle.sectionRule, after: 3),
        writer.text(Phrase(stringLiteral: name), PageStyle.sideHead, role: .heading(2), after: 3),
      ]
      if points.isEmpty && settings.form == .full {
        for _ in 0..<max(0, lines) {
          blocks.append(Picture([], size: Size(column, Self.lineStep), isOrnament: true))
          blocks.append(Rule(PageStyle.writingLine))
        }
      }
      blocks += points.map { writer.text(Phrase(stringLiteral: $0), PageStyle.side, after: 3) }
      return .init(width: column, blocks)
    }
    return box([SideBySide(columns, gap: 18)])
  }
}
