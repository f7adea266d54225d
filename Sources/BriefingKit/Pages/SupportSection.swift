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
  private var say: Language { writer.say }

  private static let kinds: [(name: Language.Key, types: Set<EventType>)] = [
    (.kindAssistance, [.aid, .construction, .disaster]),
    (.kindTraining, [.training, .scholarship]),
    (.kindPositions, [.support, .resolution, .recognition]),
    (.kindStatements, [.statement]),
    (.kindBodies, [.membership]),
    (.kindHonours, [.award, .commemoration]),
    (.kindCulture, [.culturalEvent]),
    (.kindTrade, [.trade, .investment, .transportLink]),
    (.kindArms, [.arms, .exercise]),
    (.kindOther, [.other]),
  ]
  /// What is only polite, by its words.
  private static let courtesies = ["letter", "invit", "thank", "greet", "congratulat", "condol"]

  /// None where the parties are not two.
  var blocks: [any Block] {
    guard let sides = story.sides else { return [] }
    let ours = events(from: sides.ours, to: sides.theirs)
    let theirs = events(from: sides.theirs, to: sides.ours)
    let told = say.capitalised(VoiceLine(story: story).short)
    var blocks: [any Block] = [
      writer.title(.titleSupport, Self.destination, after: 0),
      writer.lead(say(.leadSupport, ["told": told])),
    ]
    guard !(ours + theirs).isEmpty else { return blocks + [writer.nothing()] }
    var head = Row(
      [
        Cell(), side(sides.ours, for: sides.theirs, ours.count),
        side(sides.theirs, for: sides.ours, theirs.count),
      ], bottom: 3.5, ruleBelow: PageStyle.sectionRule)
    for index in head.cells.indices { head.cells[index].isHeader = true }
    var rows: [Row] = []
    for kind in Self.kinds {
      func own(_ event: Event) -> Bool { kind.types.contains(event.content.type) }
      guard kind.name == .kindOther else {
        rows += row(kind.name, ours.filter(own), theirs.filter(own))
        continue
      }
      func isPolite(_ event: Event) -> Bool { own(event) && isCourtesy(event) }
      func isOther(_ event: Event) -> Bool { own(event) && !isCourtesy(event) }
      rows += row(.kindCourtesies, ours.filter(isPolite), theirs.filter(isPolite))
      rows += row(kind.name, ours.filter(isOther), theirs.filter(isOther))
    }
    blocks.append(
      Table(
        [TableColumn(62), TableColumn(share: 1), TableColumn(share: 1)], gap: 12, head: [head],
        rows: rows))
    return blocks
  }

  private func side(_ one: String, for other: String, _ count: Int) -> Cell {
    writer.cell(
      say(
        .sideFor,
        [
          "from": writer.naming.name(one), "to": writer.naming.inSentence(other),
          "events": say.string(.countEvents, ["n": count]),
        ]), PageStyle.sideHead)
  }

  /// What one side alone did for the other, or joined alone for it.
  private func events(from: String, to: String) -> [Event] {
    let mine = Set(Self.kinds.flatMap(\.types))
    return story.events.filter { event in
      let content = event.content
      guard mine.contains(content.type), content.actors == [from],
        content.status == .occurred || content.status == .ongoing, !isOwnHouse(event)
      else { return false }
      return content.recipients.contains(to)
        || content.type == .membership && !content.recipients.isEmpty
    }
  }

  private func isCourtesy(_ event: Event) -> Bool {
    let words = story.wholeHeadline(event).lowercased()
    return Self.courtesies.contains { words.contains($0) }
  }

  /// An embassy that is built is for those who build it.
  private func isOwnHouse(_ event: Event) -> Bool {
    guard event.content.type == .construction else { return false }
    let words = story.wholeHeadline(event).lowercased()
    return ["embassy", "mission", "consulate", "chancery"].contains { words.contains($0) }
  }

  /// A row of both sides' entries, which a page may divide between entries.
  private func row(_ name: Language.Key, _ ours: [Event], _ theirs: [Event]) -> [Row] {
    guard !ours.isEmpty || !theirs.isEmpty else { return [] }
    var head = writer.cell(say(name), PageStyle.sideHead)
    head.isHeader = true
    var row = Row(
      [head, column(ours), column(theirs)], top: 3.5, bottom: 3.5, ruleBelow: PageStyle.rowRule)
    row.divides = true
    let title = say(.titleContinued, ["title": say(name)])
    row.opening = [writer.text(title, PageStyle.sideHead, role: nil)]
    return [row]
  }

  private func column(_ events: [Event]) -> Cell {
    guard !events.isEmpty else {
      return writer.cell(say(.none), PageStyle.ledgerQuote.with(PageStyle.secondary))
    }
    let entries = entries(events)
    var rows = entries.prefix(Self.mostEntries).map { entry in
      Row([number(entry.events), writer.cell(words(entry), PageStyle.ledgerQuote)], bottom: 3.5)
    }
    let rest = entries.dropFirst(Self.mostEntries).flatMap(\.events)
    if !rest.isEmpty {
      rows.append(
        Row([Cell(), writer.cell(writer.andMore(rest), PageStyle.ledgerQuote)], bottom: 3.5))
    }
    rows[rows.count - 1].bottom = 0
    return Cell([Table([TableColumn(26), TableColumn(share: 1)], rows: rows, isTagged: false)])
  }

  /// Events told by one sentence.
  private struct Entry {
    var events: [Event]
    var mention: Mention?
    var source: SourceReference?

    /// Of one event what its own clause says.
    var quote: String {
      guard let mention else { return "" }
      return events.count == 1 ? ClauseQuote.of(mention, events[0]) : mention.quote
    }
  }

  private struct Place: Hashable {
    var quote: String
    var reference: String
  }

  private func entries(_ events: [Event]) -> [Entry] {
    var entries: [Entry] = []
    var known: [Place: Int] = [:]
    for event in events {
      guard let index = best(event) else {
        entries.append(Entry(events: [event], mention: nil, source: nil))
        continue
      }
      let mention = event.mentions[index]
      let reference = SourceReference(
        words: story.line(mention), destination: Story.quoteName(event, index))
      let place = Place(quote: mention.quote, reference: reference.words)
      if let same = known[place] {
        entries[same].events.append(event)
      } else {
        known[place] = entries.count
        entries.append(Entry(events: [event], mention: mention, source: reference))
      }
    }
    return entries
  }

  /// One below the other.
  private func number(_ events: [Event]) -> Cell { Cell(events.map { writer.number($0) }) }

  private func words(_ entry: Entry) -> Phrase {
    var dates: [String] = []
    for event in entry.events {
      let words = date(event)
      if !dates.contains(words) { dates.append(words) }
    }
    let words = say.string(.sentence, ["words": dates.joined(separator: say.string(.comma))])
    let head: Phrase = Phrase.strong(words)
    guard let source = entry.source else { return head }
    return head + " \(quote: entry.quote) \(source: [source])"
  }

  private func date(_ event: Event) -> String {
    guard event.content.date != nil else {
      let isOngoing = event.content.status == .ongoing
      return say.capitalised(say.string(isOngoing ? .ongoing : .undated))
    }
    return say.capitalised(writer.dates.words(event))
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
