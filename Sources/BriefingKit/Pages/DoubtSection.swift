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
    var says: [Saying]
    var odd: String
    var done: Phrase
    /// Only more or less of the same date.
    var isWording = false
  }

  /// What one document has for a date.
  struct Saying {
    var document: String
    var text: String
  }

  /// What is to be checked, as many as the first page says; then how other dates were read.
  var blocks: [any Block] {
    let heading = writer.heading(say(.titleDoubts), Self.destination)
    let all = Doubts(story: story).all
    guard !all.isEmpty else { return [heading, writer.nothing()] + inherited }
    let grave = Set(Doubts(story: story).grave.map(\.id))
    let checked = all.filter { grave.contains($0.event.id) }
    let others = all.filter { !grave.contains($0.event.id) }
    // Where many events are told with more or less of their date, a line for each says little.
    let isLong = others.count > Self.mostRows
    let read = isLong ? others.filter { !$0.isWording } : others
    let wordings = isLong ? others.filter(\.isWording).map(\.event) : []
    let inherited = self.inherited
    let notes = note(.wordings, wordings, keepWithNext: !inherited.isEmpty) + inherited
    let (toCheck, leftToCheck) = weightiest(checked)
    let (toRead, leftToRead) = weightiest(read)
    let groups: [(Phrase, [Doubt])] = [
      (say(.headDoubts, ["n": grave.count]), toCheck), (say(.otherDates), toRead),
    ]
    var rows: [Row] = []
    for (name, doubts) in groups where !doubts.isEmpty {
      rows.append(
        Row(
          [Cell(), writer.cell(name, PageStyle.tableHead, span: 4)], top: 3.5,
          ruleAbove: rows.isEmpty ? nil : PageStyle.rowRule, keepWithNext: true))
      rows += doubts.map(row)
    }
    if !rows.isEmpty, !notes.isEmpty { rows[rows.count - 1].keepWithNext = true }
    return [heading] + (rows.isEmpty ? [] : [table(rows)]) + leftToCheck + leftToRead + notes
  }

  private func table(_ rows: [Row]) -> Table {
    let columns = [
      writer.numberColumn, TableColumn(share: 1), TableColumn(136), TableColumn(112),
      writer.sourceColumn,
    ]
    let titles: [Language.Key?] = [nil, .columnSays, .columnOdd, .columnDone, .columnSource]
    return Table(columns, gap: 6, head: [writer.head(titles)], rows: rows)
  }

  private func row(_ doubt: Doubt) -> Row {
    writer.row([
      writer.numberCell(doubt.event),
      doubt.says.isEmpty
        ? writer.cell(story.wholeHeadline(doubt.event))
        : writer.cell(words(doubt.says), PageStyle.quoteCell),
      writer.cell(doubt.odd), writer.cell(doubt.done), writer.sourceCell(doubt.event),
    ])
  }

  private static let mostRows = 12
  private static let mostWeighty = 40
  private static let mostSayings = 4

  /// As many as a table may have, by the salience of their events, and what is said of the others.
  private func weightiest(_ doubts: [Doubt]) -> (doubts: [Doubt], left: [any Block]) {
    guard doubts.count > Self.mostWeighty else { return (doubts, []) }
    let ids = Set(Salience.ranked(doubts.map(\.event)).prefix(Self.mostWeighty).map(\.id))
    let shown = doubts.filter { ids.contains($0.event.id) }
    let words = say(.tableLeft, ["n": doubts.count - shown.count])
    return (shown, [writer.text(words, PageStyle.note, before: 3.5)])
  }

  /// `“1992”, “1993”`; of several documents `S1 “1992”, S3 “1993”`.
  private func words(_ says: [Saying]) -> String {
    var words = says.prefix(Self.mostSayings).map { saying in
      let text = Quotation.marked(saying.text)
      return writer.hasManyDocuments ? "\(saying.document)\u{A0}\(text)" : text
    }
    if says.count > words.count {
      words.append(say.string(.moreSources, ["n": says.count - words.count]))
    }
    return words.joined(separator: say.string(.comma))
  }

  private func note(_ key: Language.Key, _ events: [Event], keepWithNext: Bool = false)
    -> [any Block]
  {
    guard !events.isEmpty else { return [] }
    // Too many numbers to be looked up say no more than how many they are.
    let isLong = events.count > PageWriter.mostCited
    let words = say(
      key,
      ["cite": isLong ? "\(say.string(.countEvents, ["n": events.count]))" : Phrase.cite(events)])
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

  var all: [DoubtSection.Doubt] {
    var tellings: [String: [Event]] = [:]
    for event in story.events {
      for quote in Set(event.mentions.map(\.quote)) { tellings[quote, default: []].append(event) }
    }
    return story.events.compactMap { doubt($0, tellings) }
  }

  /// Those of both sides that may be wrong, on the first page: what can't be before what differs.
  var grave: [Event] {
    let all = story.events.filter {
      story.isBilateral($0) && $0.content.date != nil
        && ($0.content.proposedDate != nil
          || !Set($0.content.flags).isDisjoint(with: Self.graveFlags) || story.isBeyondReach($0))
    }
    let isOff = { (event: Event) in
      event.content.proposedDate != nil
        || !Set(event.content.flags).isDisjoint(with: ["implausible_year", "invalid_date"])
    }
    return all.filter(isOff) + all.filter { !isOff($0) }
  }

  /// The words of the date that is odd, else the first.
  func oddText(_ event: Event) -> String? {
    let says = dateTexts(event)
    return event.content.flags.contains("implausible_year")
      ? implausibleFirst(says).first?.text : says.first?.text
  }

  private static let graveFlags: Set<String> = [
    "implausible_year", "invalid_date", "contradiction",
  ]

  /// - Parameter tellings: the events that each sentence tells.
  private func doubt(_ event: Event, _ tellings: [String: [Event]]) -> DoubtSection.Doubt? {
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
    if content.flags.contains("implausible_year") {
      var doubt = make(.oddYearTold, .doneKept)
      doubt.says = implausibleFirst(says)
      return doubt
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
    guard Set(says.map { tokens($0.text) }).count > 1 else { return nil }
    if let other = otherYears(event, says, tellings) { return other }
    var wording = make(.oddWordings, .doneOne)
    wording.isWording = true
    return wording
  }

  /// A year after that of the newest document before the others.
  private func implausibleFirst(_ says: [DoubtSection.Saying]) -> [DoubtSection.Saying] {
    let reach = story.reach?.year ?? Int.max
    let isOff = { (saying: DoubtSection.Saying) in
      tokens(saying.text).contains { $0.count == 4 && Int($0).map { $0 > reach } == true }
    }
    return says.filter(isOff) + says.filter { !isOff($0) }
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
  private func contradiction(_ event: Event, _ says: [DoubtSection.Saying]) -> String {
    if Set(says.map { tokens($0.text) }).count > 1 { return say.string(.oddContradiction) }
    if says.contains(where: { $0.text.contains(" or ") }) { return say.string(.oddEither) }
    let document = event.mentions.first.flatMap { mention in
      story.ledger.documents.first { $0.id == mention.document }
    }
    guard let date = document?.date else { return say.string(.oddContradiction) }
    return say.string(.oddGloss, ["date": story.dates.words(date)])
  }

  private static let mostContext = 5

  /// The dates with the words of their clause before them, where those are few: "Next year i.e. in
  /// 2017".
  private func inContext(_ event: Event) -> [DoubtSection.Saying] {
    var found: [DoubtSection.Saying] = []
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
      add(String(words.drop { $0 == " " }), of: mention, to: &found)
    }
    return found.isEmpty ? dateTexts(event) : found
  }

  /// A text that tells of other years than the one that is kept; each may have an entry of its own.
  private func otherYears(
    _ event: Event, _ says: [DoubtSection.Saying], _ tellings: [String: [Event]]
  ) -> DoubtSection.Doubt? {
    guard let date = event.content.date, let first = date.earliest?.year,
      let last = date.latest?.year
    else { return nil }
    let years = Set(says.flatMap { tokens($0.text) }.compactMap { $0.count == 4 ? Int($0) : nil })
    let others = years.filter { !(first...max(first, last)).contains($0) }
    guard !others.isEmpty, others.count < years.count else { return nil }
    var seen: Set<String> = []
    let entries = event.mentions.flatMap { tellings[$0.quote] ?? [] }.filter { other in
      guard let year = other.drawnDate?.earliest?.year else { return false }
      return others.contains(year) && seen.insert(other.id).inserted
    }
    let done =
      entries.isEmpty
      ? say(.doneKept, ["date": story.dates.words(event)])
      : say(.doneEach, ["cite": Phrase.cite([event] + entries)])
    // What happened is told of no year to come.
    let reach = story.reach?.year ?? Int.max
    let off = others.filter { $0 > reach && event.content.status == .occurred }
    let list = say.list((off.isEmpty ? years : off).sorted().map(String.init))
    let odd = say.string(off.isEmpty ? .oddOneYear : .oddYearOff, ["years": list])
    return .init(event: event, says: says, odd: odd, done: done)
  }

  /// Each date once, with the first document that has it.
  private func dateTexts(_ event: Event) -> [DoubtSection.Saying] {
    var found: [DoubtSection.Saying] = []
    for mention in event.mentions {
      if let text = mention.dateText { add(text, of: mention, to: &found) }
    }
    return found
  }

  private func add(_ text: String, of mention: Mention, to found: inout [DoubtSection.Saying]) {
    let own = tokens(text)
    let isKnown = found.contains { $0.text == text || !own.isEmpty && tokens($0.text) == own }
    guard !isKnown else { return }
    found.append(.init(document: mention.document, text: text))
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
