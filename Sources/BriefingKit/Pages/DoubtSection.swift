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
  private var say: Language { writer.say }

  struct Doubt {
    var event: Event
    var says: [String]
    var odd: String
    var done: Phrase
    /// Only more or less of the same date.
    var isWording = false
  }

  var blocks: [any Block] {
    let heading = writer.heading(say(.titleDoubts), Self.destination)
    let all = Doubts(story: story).all
    guard !all.isEmpty else { return [heading, writer.nothing()] + inherited }
    // Where many events are told with more or less of their date, a line for each says little.
    let isLong = all.count > Self.mostRows
    let doubts = isLong ? all.filter { !$0.isWording } : all
    let wordings = isLong ? all.filter(\.isWording).map(\.event) : []
    let columns = [
      writer.numberColumn, TableColumn(share: 1), TableColumn(132), TableColumn(112),
      writer.sourceColumn,
    ]
    let notes = note(.wordings, wordings) + inherited
    var rows = doubts.map { doubt in
      let says = doubt.says.map(Quotation.marked).joined(separator: say.string(.comma))
      return writer.row([
        writer.numberCell(doubt.event), writer.cell(says, PageStyle.quoteCell),
        writer.cell(doubt.odd), writer.cell(doubt.done), writer.sourceCell(doubt.event),
      ])
    }
    let titles: [Language.Key?] = [nil, .columnSays, .columnOdd, .columnDone, .columnSource]
    if !rows.isEmpty, !notes.isEmpty { rows[rows.count - 1].keepWithNext = true }
    let table = Table(columns, gap: 6, head: [writer.head(titles)], rows: rows)
    return [heading] + (rows.isEmpty ? [] : [table]) + notes
  }

  private static let mostRows = 12

  private func note(_ key: Language.Key, _ events: [Event]) -> [any Block] {
    guard !events.isEmpty else { return [] }
    return [writer.text(say(key, ["cite": Phrase.cite(events)]), PageStyle.note, before: 3.5)]
  }

  /// Which entries have the date of another.
  private var inherited: [any Block] {
    let events = story.events.filter {
      $0.content.dateBasis == .inherited && $0.content.date != nil
        && $0.mentions.allSatisfy { $0.dateText == nil }
    }
    return note(events.count == 1 ? .inheritedOne : .inherited, events)
  }
}

/// Finds doubtful dates in the ledger.
struct Doubts {
  let story: Story

  private var say: Language { story.say }

  var all: [DoubtSection.Doubt] { story.events.compactMap(doubt) }

  /// Those that may be wrong: on the first page.
  var grave: [Event] {
    story.events.filter {
      $0.content.proposedDate != nil || !Set($0.content.flags).isDisjoint(with: Self.graveFlags)
        || story.isBeyondReach($0)
    }
  }

  private static let graveFlags: Set<String> = [
    "implausible_year", "invalid_date", "contradiction",
  ]

  private func doubt(_ event: Event) -> DoubtSection.Doubt? {
    let content = event.content
    guard let date = content.date else { return nil }
    let says = dateTexts(event)
    let words = story.dates.words(event)
    func make(_ odd: Language.Key, _ done: Language.Key) -> DoubtSection.Doubt {
      .init(event: event, says: says, odd: say.string(odd), done: say(done, ["date": words]))
    }
    if let proposed = content.proposedDate, let words = story.dates.proposal(event) {
      let done = say.string(.doneNotCounted, ["proposal": words])
      return .init(
        event: event, says: says, odd: tooLate(event) ?? proposed.reason, done: Phrase.flag(done))
    }
    if content.flags.contains("implausible_year") { return make(.oddYear, .doneLeftOut) }
    if story.isBeyondReach(event) { return make(.oddBeyond, .doneKept) }
    if content.flags.contains("invalid_date") { return make(.oddDay, .doneKept) }
    if content.flags.contains("contradiction") { return make(.oddContradiction, .doneKept) }
    if content.status == .occurred, date.isOpenEnd, !content.isAggregate {
      return make(.oddEarliest, .doneDate)
    }
    if content.status == .occurred, date.isInterval, date.precision == .year, !date.isOpenStart,
      let year = date.earliest?.year
    {
      return .init(
        event: event, says: says, odd: say.string(.oddYears),
        done: say(.doneCountedIn, ["year": year]))
    }
    guard Set(says.map(tokens)).count > 1 else { return nil }
    var wording = make(.oddWordings, .doneOne)
    wording.isWording = true
    return wording
  }

  /// `89 years after the document`; nil where the year is not after it.
  private func tooLate(_ event: Event) -> String? {
    guard let year = event.content.date?.earliest?.year, let mention = event.mentions.first,
      let document = story.ledger.documents.first(where: { $0.id == mention.document }),
      let own = document.date?.earliest?.year, year > own + 1
    else { return nil }
    return say.string(.oddAfter, ["n": year - own])
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
