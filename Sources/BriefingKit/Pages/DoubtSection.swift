import Analytics
import Chronicle
import Chronology
import Drawing
import Layout

/// Dates that the documents contradict, misprint or only bound, and what was made of them.
struct DoubtSection {
  let writer: PageWriter

  static let destination = "doubtful-dates"
  private var story: Story { writer.story }

  struct Doubt {
    var event: Event
    var says: [String]
    var odd: String
    var done: Phrase
  }

  var blocks: [any Block] {
    let heading = writer.heading("Conflicting and doubtful dates", Self.destination)
    let doubts = Doubts(story: story).all
    guard !doubts.isEmpty else { return [heading, writer.nothing()] + inherited }
    let columns = [
      TableColumn(12), TableColumn(share: 1), TableColumn(130), TableColumn(112),
      writer.sourceColumn,
    ]
    let rows = doubts.map { doubt in
      let says = doubt.says.map(Quotation.marked).joined(separator: ", ")
      return writer.row([
        writer.numberCell(doubt.event),
        writer.cell(Phrase(stringLiteral: says), PageStyle.quoteCell),
        writer.cell(Phrase(stringLiteral: doubt.odd)), writer.cell(doubt.done),
        writer.sourceCell(doubt.event),
      ])
    }
    return [
      heading,
      Table(
        columns, gap: 6,
        head: [
          writer.head([
            "", "What the document says", "What is odd", "What this paper does", "Source",
          ])
        ], rows: rows),
    ] + inherited
  }

  /// Which entries have the date of another.
  private var inherited: [any Block] {
    let events = story.events.filter {
      $0.content.dateBasis == .inherited && $0.content.date != nil
        && $0.mentions.allSatisfy { $0.dateText == nil }
    }
    guard !events.isEmpty else { return [] }
    let words: Phrase =
      events.count == 1
      ? "Its sentence has no date; it takes that of what it belongs to: \(cite: events)."
      : "Their sentences have no date; they take that of what they belong to: \(cite: events)."
    return [writer.text(words, PageStyle.note, before: 4)]
  }
}

/// Finds doubtful dates in the ledger.
struct Doubts {
  let story: Story

  var all: [DoubtSection.Doubt] { story.events.compactMap(doubt) }

  /// Those that may be wrong: on the first page.
  var grave: [Event] {
    story.events.filter {
      $0.content.proposedDate != nil || !Set($0.content.flags).isDisjoint(with: Self.graveFlags)
    }
  }

  private static let graveFlags: Set<String> = [
    "implausible_year", "invalid_date", "contradiction",
  ]

  private func doubt(_ event: Event) -> DoubtSection.Doubt? {
    let content = event.content
    guard let date = content.date else { return nil }
    let says = dateTexts(event)
    let words = DateText.words(event)
    func make(_ odd: String, _ done: Phrase) -> DoubtSection.Doubt {
      .init(event: event, says: says, odd: odd, done: done)
    }
    if let proposed = content.proposedDate, let words = DateText.proposal(event) {
      return make(proposed.reason, "\(flag: words + "; not counted")")
    }
    if content.flags.contains("implausible_year") { return make("implausible year", "not counted") }
    if content.flags.contains("invalid_date") { return make("no such day", "\(words) is kept") }
    if content.flags.contains("contradiction") {
      return make("contradicted in the documents", "\(words) is kept")
    }
    if content.status == .occurred, date.isOpenEnd, !content.isAggregate {
      return make("only the earliest date is told", "\(words)")
    }
    if content.status == .occurred, date.isInterval, date.precision == .year, !date.isOpenStart,
      let year = date.earliest?.year
    {
      return make("more than one year for one event", "counted once, in \(year)")
    }
    if Set(says.map(tokens)).count > 1 {
      return make("more than one wording", "one event, \(words)")
    }
    return nil
  }

  private func dateTexts(_ event: Event) -> [String] {
    var seen: [String] = []
    for text in event.mentions.compactMap(\.dateText) where !seen.contains(text) {
      seen.append(text)
    }
    return Array(seen.prefix(3))
  }

  /// The figures and capitalised words of date words: those that differ make another date.
  private func tokens(_ text: String) -> Set<String> {
    var tokens: Set<String> = []
    for part in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      guard let first = part.first else { continue }
      if first.isNumber {
        tokens.insert(String(part.prefix { $0.isNumber }))
      } else if first.isUppercase, part != "In", part != "On" {
        tokens.insert(String(part))
      }
    }
    return tokens
  }
}
