import Chronicle
import Chronology
import Drawing
import Layout

/// What each side did for the other: kinds as rows, the two sides as columns, in the documents'
/// words.
struct SupportSection {
  let writer: PageWriter

  static let destination = "each-side"
  private static let mostEntries = 8
  private var story: Story { writer.story }

  private struct Kind {
    var name: String
    var types: Set<EventType>
  }

  private static let kinds = [
    Kind(name: "Assistance", types: [.aid, .construction, .disaster]),
    Kind(name: "Training and study", types: [.training, .scholarship]),
    Kind(name: "Positions", types: [.support, .resolution, .recognition, .statement]),
    Kind(name: "International bodies", types: [.membership]),
    Kind(name: "Honours", types: [.award, .commemoration, .culturalEvent]),
    Kind(name: "Trade and transport", types: [.trade, .investment, .transportLink]),
    Kind(name: "Arms and exercises", types: [.arms, .exercise]),
    Kind(name: "Missions and other", types: [.establishment, .other]),
  ]

  /// None where the parties are not two.
  var blocks: [any Block] {
    guard let sides = story.sides else { return [] }
    let ours = events(from: sides.ours, to: sides.theirs)
    let theirs = events(from: sides.theirs, to: sides.ours)
    let lead: Phrase =
      "\(capitalised(VoiceLine(story: story).short)). Kinds and dates are this paper’s; the words in quotation marks are the documents’."
    var blocks: [any Block] = [
      writer.title("What each side did for the other", Self.destination, after: 2),
      SideBySide(
        [.init(width: 450, [writer.text(lead, PageStyle.lead)])], gap: 0, after: 8,
        keepWithNext: true),
    ]
    guard !(ours + theirs).isEmpty else { return blocks + [writer.nothing()] }
    let name = writer.naming.name
    let titles = [
      "", "\(name(sides.ours)) for \(name(sides.theirs)): \(Naming.count(ours.count, "event"))",
      "\(name(sides.theirs)) for \(name(sides.ours)): \(Naming.count(theirs.count, "event"))",
    ]
    var head = writer.head(titles)
    head.cells = titles.map { title in
      var cell = writer.cell(Phrase(stringLiteral: title), PageStyle.sideHead)
      cell.isHeader = true
      return cell
    }
    let entries = Self.kinds.flatMap { kind in
      rows(
        kind.name, ours.filter { kind.types.contains($0.content.type) },
        theirs.filter { kind.types.contains($0.content.type) })
    }
    blocks.append(
      Table(
        [TableColumn(62), TableColumn(share: 1), TableColumn(share: 1)], gap: 12, head: [head],
        rows: entries))
    return blocks
  }

  private func capitalised(_ words: String) -> String {
    words.prefix(1).uppercased() + words.dropFirst()
  }

  /// What one side alone did for the other, or joined alone for it.
  private func events(from: String, to: String) -> [Event] {
    let mine = Set(Self.kinds.flatMap(\.types))
    return story.events.filter { event in
      let content = event.content
      guard mine.contains(content.type), content.actors == [from],
        content.status == .occurred || content.status == .ongoing
      else { return false }
      return content.recipients.contains(to)
        || content.type == .membership && !content.recipients.isEmpty
    }
  }

  /// The first row of a kind has its name; entries stand in pairs, so that pages can break.
  private func rows(_ name: String, _ ours: [Event], _ theirs: [Event]) -> [Row] {
    let count = max(ours.count, theirs.count)
    guard count > 0 else { return [] }
    return [
      Row(
        [
          writer.cell(Phrase(stringLiteral: name), PageStyle.sideHead), column(ours),
          column(theirs),
        ], top: 4, bottom: 4, ruleBelow: PageStyle.rowRule)
    ]
  }

  private func column(_ events: [Event]) -> Cell {
    guard !events.isEmpty else {
      return writer.cell(
        Phrase(stringLiteral: PageWriter.none), PageStyle.ledgerQuote.with(PageStyle.secondary))
    }
    let entries = entries(events)
    var rows = entries.prefix(Self.mostEntries).map { entry in
      Row([number(entry.events), writer.cell(words(entry), PageStyle.ledgerQuote)], bottom: 2)
    }
    let rest = entries.dropFirst(Self.mostEntries).flatMap(\.events)
    if !rest.isEmpty {
      rows.append(
        Row([Cell(), writer.cell("and \(rest.count) more \(cite: rest)", PageStyle.ledgerQuote)]))
    }
    return Cell([Table([TableColumn(26), TableColumn(share: 1)], rows: rows, isTagged: false)])
  }

  /// Events told by one sentence.
  private struct Entry {
    var events: [Event]
    var quote: String
    var source: SourceReference?
  }

  private func entries(_ events: [Event]) -> [Entry] {
    var entries: [Entry] = []
    for event in events {
      let index = best(event)
      let mention = index.map { event.mentions[$0] }
      let reference = index.map { index in
        SourceReference(
          words: "\(event.mentions[index].document)\u{A0}l.\(event.mentions[index].line)",
          destination: Story.quoteName(event, index))
      }
      if let mention,
        let same = entries.firstIndex(where: {
          $0.quote == mention.quote && $0.source?.words == reference?.words
        })
      {
        entries[same].events.append(event)
      } else {
        entries.append(Entry(events: [event], quote: mention?.quote ?? "", source: reference))
      }
    }
    return entries
  }

  private func number(_ events: [Event]) -> Cell {
    if events.count == 1 { return writer.numberCell(events[0]) }
    let numbers = events.compactMap { story.numbering.numbers[$0.id] }
    return writer.cell(Phrase(stringLiteral: Numbering.ranges(numbers)), PageStyle.cellNumber)
  }

  private func words(_ entry: Entry) -> Phrase {
    var dates: [String] = []
    for event in entry.events {
      let words = date(event)
      if !dates.contains(words) { dates.append(words) }
    }
    let head: Phrase = "\(strong: dates.joined(separator: ", ") + ".")"
    guard let source = entry.source else { return head }
    return head + " \(quote: entry.quote) \(source: [source])"
  }

  private func date(_ event: Event) -> String {
    guard event.content.date != nil else {
      return event.content.status == .ongoing ? "Ongoing" : "Undated"
    }
    let words = DateText.words(event)
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// The sentence that tells most of the event: its amount, its date, the words of its headline; of
  /// equals the shortest.
  private func best(_ event: Event) -> Int? {
    let headline = Set(BodyReader.words(event.content.headline.lowercased()))
    let hasAmount = !event.content.amounts.isEmpty
    func weight(_ mention: Mention) -> Int {
      let shared = headline.intersection(BodyReader.words(mention.quote.lowercased())).count
      let money = hasAmount && mention.quote.contains("$") ? 100 : 0
      return money + (mention.dateText == nil ? 0 : 2) + shared
    }
    let ranked = event.mentions.enumerated().map { index, mention in
      (index: index, weight: weight(mention), length: mention.quote.count)
    }
    return ranked.min { ($1.weight, $0.length, $0.index) < ($0.weight, $1.length, $1.index) }?.index
  }
}
