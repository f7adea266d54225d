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
      writer.numberColumn, TableColumn(share: 1), TableColumn(136), TableColumn(112),
      writer.sourceColumn,
    ]
    let inherited = self.inherited
    let notes = note(.wordings, wordings, keepWithNext: !inherited.isEmpty) + inherited
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

  private func note(_ key: Language.Key, _ events: [Event], keepWithNext: Bool = false)
    -> [any Block]
  {
    guard !events.isEmpty else { return [] }
    let words = say(key, ["cite": Phrase.cite(events)])
    return [writer.text(words, PageStyle.note, before: 3.5, keepWithNext: keepWithNext)]
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

  /// Those of both sides that may be wrong: on the first page.
  var grave: [Event] {
    story.events.filter {
      story.isBilateral($0)
        && ($0.content.proposedDate != nil
          || !Set($0.content.flags).isDisjoint(with: Self.graveFlags) || story.isBeyondReach($0))
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
    // Where another teller gives a sound date, it is counted there.
    if content.flags.contains("implausible_year"), Column(of: event) == .doubtful {
      return make(.oddYear, .doneLeftOut)
    }
    if story.isBeyondReach(event) { return make(.oddBeyond, .doneKept) }
    if content.flags.contains("invalid_date") { return make(.oddDay, .doneKept) }
    if content.flags.contains("contradiction") {
      let odd = contradiction(event, says)
      return .init(
        event: event, says: inContext(event), odd: odd, done: say(.doneKept, ["date": words]))
    }
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
    if let other = otherYears(event, says) { return other }
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

  /// Whether it is the documents that differ, or one text with itself or with its document's date.
  private func contradiction(_ event: Event, _ says: [String]) -> String {
    if Set(says.map(tokens)).count > 1 { return say.string(.oddContradiction) }
    if says.contains(where: { $0.contains(" or ") }) { return say.string(.oddEither) }
    let document = event.mentions.first.flatMap { mention in
      story.ledger.documents.first { $0.id == mention.document }
    }
    guard let date = document?.date else { return say.string(.oddContradiction) }
    return say.string(.oddGloss, ["date": story.dates.words(date)])
  }

  private static let mostContext = 5

  /// The dates with the words of their clause before them, where those are few: "Next year i.e. in
  /// 2017".
  private func inContext(_ event: Event) -> [String] {
    var found: [String] = []
    for mention in event.mentions {
      guard let text = mention.dateText, let range = mention.quote.firstRange(of: text) else {
        continue
      }
      let before = mention.quote[..<range.lowerBound]
      let clause =
        before.lastIndex { ",;:".contains($0) }.map { before[before.index(after: $0)...] }
        ?? before
      let isShort = clause.split(separator: " ").count <= Self.mostContext
      let words = isShort ? clause + text : Substring(text)
      let plain = words.drop { $0 == " " }
      if !found.contains(String(plain)) { found.append(String(plain)) }
    }
    return found.isEmpty ? dateTexts(event) : Array(found.prefix(3))
  }

  /// A text that tells of other years than the one that is kept; each may have an entry of its own.
  private func otherYears(_ event: Event, _ says: [String]) -> DoubtSection.Doubt? {
    guard let date = event.content.date, let first = date.earliest?.year,
      let last = date.latest?.year
    else { return nil }
    let years = Set(says.flatMap(tokens).compactMap { $0.count == 4 ? Int($0) : nil })
    let others = years.filter { !(first...max(first, last)).contains($0) }
    guard !others.isEmpty, others.count < years.count else { return nil }
    let quotes = Set(event.mentions.map(\.quote))
    let entries = story.events.filter { other in
      guard let year = other.drawnDate?.earliest?.year, others.contains(year) else { return false }
      return other.mentions.contains { quotes.contains($0.quote) }
    }
    let done =
      entries.isEmpty
      ? say(.doneKept, ["date": story.dates.words(event)])
      : say(.doneEach, ["cite": Phrase.cite([event] + entries)])
    let list = say.list(years.sorted().map(String.init))
    return .init(
      event: event, says: says, odd: say.string(.oddOneYear, ["years": list]), done: done)
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
