import Analytics
import Chronicle
import Chronology
import Drawing
import Layout

/// What is told of one domain, row by row.
struct StateRows {
  let writer: PageWriter
  let domain: Domain
  let events: [Event]

  private static let lastEvents = 3
  static let mostQuotes = 4
  var story: Story { writer.story }
  var say: Language { writer.say }

  var all: [Row] {
    let open = openRows
    guard open.isEmpty else { return open }
    // What is left was announced, or depended on something, for a time that is over.
    return listed(.rowPast, events.reversed())
  }

  private var openRows: [Row] {
    let last = events.filter {
      $0.content.status == .occurred && !$0.content.isAggregate && $0.drawnDate != nil
        && !story.isBeyondReach($0) && $0.isSure
    }.suffix(Self.lastEvents).reversed()
    let planned = events.filter {
      $0.content.status == .planned && ($0.drawnDate == nil || story.isAhead($0))
    }
    let ongoing = events.filter { $0.content.status == .ongoing }
    let positions = ongoing.filter { $0.content.type == .support }
    let bodies = Set(story.mechanisms.flatMap { [$0.founding?.id, $0.total?.event.id] })
    let amounts = events.filter {
      Self.tellsAmount($0) && !$0.content.isAggregate && $0.content.status == .occurred
        && !bodies.contains($0.id)
    }.reversed()
    return listed(.rowLast, Array(last)) + listed(.rowAnnounced, planned)
      + quoted(.rowPositions, positions)
      + quoted(.rowRunning, ongoing.filter { $0.content.type != .support })
      + mechanisms
      + quoted(.rowTotals, events.filter { $0.content.isAggregate })
      + quoted(.rowAmounts, Array(amounts))
      + open
      + quoted(.rowConditional, events.filter(isOpenCondition))
      + openings
  }

  /// Whether what depends on a condition may still come about, as far as the documents tell.
  private func isOpenCondition(_ event: Event) -> Bool {
    event.content.status == .hypothetical && !story.isOver(event)
      && (!FollowUps.isAgreed(event) || story.followUps.of(event).isEmpty)
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

  func more(_ events: [Event]) -> Phrase { writer.andMore(events) }

  func paragraphs(_ key: Language.Key?, _ phrases: [Phrase]) -> [Row] {
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
      dated(group.events) + "\(quote: group.quote) \(cite: group.events)"
    }
    let rest = groups.dropFirst(Self.mostQuotes).flatMap(\.events)
    if !rest.isEmpty { phrases.append(more(rest)) }
    return paragraphs(key, phrases)
  }

  /// `12 March 2015. `: a sentence that says "yesterday" or "this year" is of another day than the
  /// page; where no date is told, when the sentence was written.
  private func dated(_ events: [Event]) -> Phrase {
    var words: [String] = []
    for event in events where event.drawnDate != nil {
      let date = writer.dates.words(event)
      if !words.contains(date) { words.append(date) }
    }
    if words.isEmpty {
      guard let mention = events.first.flatMap(quoteOf), let year = story.year(of: mention) else {
        return Phrase()
      }
      words = [say.string(.toldIn, ["year": year])]
    }
    let list = say.capitalised(say.list(words))
    return Phrase.strong(say.string(.sentence, ["words": list])) + " "
  }

  /// The sentence that tells most: with an amount if the event has one.
  private func quoteOf(_ event: Event) -> Mention? {
    guard !event.content.amounts.isEmpty else { return event.mentions.first }
    let money = event.mentions.first { $0.quote.contains("$") }
    let figure = event.mentions.first { $0.quote.contains(where: \.isNumber) }
    return money ?? figure ?? event.mentions.first
  }
}
