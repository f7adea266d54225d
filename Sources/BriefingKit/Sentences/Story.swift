import Analytics
import Chronicle
import Chronology

/// What the ledger tells, found once for all sentences and pages.
struct Story {
  let ledger: Ledger
  let settings: BriefingSettings
  let numbering: Numbering
  let tally: Tally
  let naming: Naming
  /// The language of all that the tool says.
  let say: Language
  let dates: DateWords
  let mechanisms: [Mechanism]
  let followUps: FollowUps
  /// The ids of the events that have an entry of their own: all, or those named first.
  private(set) var printed: Set<String> = []
  /// The newest day of any document.
  let reach: Day?
  /// The events with a date, in the order of their numbers, and those without one.
  let dated: [Event]
  let undated: [Event]
  /// Settled visits of heads of state or government between the parties, oldest first.
  private(set) var leaderVisits: [Event] = []
  /// Settled meetings of leaders of both sides that are no visits, oldest first.
  private(set) var leaderMeetings: [Event] = []
  /// Agreements and declarations of both sides that can be told from others and that no other event
  /// names, newest first.
  private(set) var unnamedLater: [Event] = []
  /// What was announced of both sides for a time that is over and of which nothing is told since,
  /// newest first.
  private(set) var overdue: [Event] = []
  /// What is announced of both sides and may still come, soonest first.
  private(set) var ahead: [Event] = []
  /// What the documents see as possible, and nothing that happened since has overtaken.
  private(set) var openings: [Opening] = []
  /// What may be told twice.
  let retold: Retold
  /// The papers that each sentence tells.
  let papers: [Place: [Event]]

  /// Where a sentence stands.
  struct Place: Hashable {
    var document: String
    var start: Int

    init(_ mention: Mention) { (document, start) = (mention.document, mention.start) }
  }
  /// What the figures call the events.
  let told: Headlines
  /// By id.
  private let wholeHeadlines: [String: String]
  private let headlines: [String: String]

  init(_ ledger: Ledger, _ settings: BriefingSettings) {
    let ledger = PrintedQuotes.of(ledger)
    self.ledger = ledger
    self.settings = settings
    numbering = Numbering(ledger)
    dated = numbering.events.filter { $0.drawnDate != nil }
    undated = numbering.events.filter { $0.drawnDate == nil }
    tally = Tally(ledger)
    say = Language(settings.language)
    dates = DateWords(language: say)
    naming = Naming(names: settings.names, language: say, events: ledger.events)
    let contested = Contested(settings.contestedTerms)
    let told = Headlines(ledger.events, say)
    self.told = told
    let others = FullHeadline.Titles(ledger.events)
    wholeHeadlines = Dictionary(
      ledger.events.map { event in
        let whole = others.complete(
          FullHeadline.complete(
            event.content.headline, quotes: event.mentions.map(\.quote),
            dates: event.mentions.compactMap(\.dateText)))
        return (event.id, contested.marked(told.told(whole, event)))
      }, uniquingKeysWith: { first, _ in first })
    retold = Retold(numbering.events, headlines: wholeHeadlines)
    var papers: [Place: [Event]] = [:]
    for event in numbering.events where event.isAgreement {
      for mention in event.mentions { papers[Place(mention), default: []].append(event) }
    }
    self.papers = papers
    let reach = ledger.documents.compactMap { $0.date?.latest ?? $0.date?.earliest }.max()
    self.reach = reach
    mechanisms = Mechanism.all(
      in: numbering.events.filter { !Self.isBeyond(reach, $0) }, parties: ledger.parties,
      abbreviations: settings.abbreviations, headlines: wholeHeadlines)
    followUps = FollowUps(numbering, headlines: wholeHeadlines, mechanisms: mechanisms)
    headlines = Dictionary(
      ledger.events.map { ($0.id, contested.marked(told.of($0))) },
      uniquingKeysWith: { first, _ in first })
    leaderVisits = findLeaderVisits()
    leaderMeetings = findLeaderMeetings()
    unnamedLater = findUnnamedLater()
    overdue = findOverdue()
    ahead = findAhead()
    openings = findOpenings()
    printed = findPrinted()
  }

  var events: [Event] { numbering.events }

  /// An event's number in the chronology; 0 for none.
  func number(_ event: Event) -> Int { numbering.numbers[event.id] ?? 0 }

  /// The most entries of the chronology.
  static let mostPrinted = 400

  /// What each table of its own has at least, of the events that it may list.
  static let leastPrinted = 100

  /// The first by salience, but of encounters and of agreements as many as make a table.
  private func findPrinted() -> Set<String> {
    guard events.count > Self.mostPrinted else { return Set(events.map(\.id)) }
    let ranked = Salience.ranked(events)
    let encounters = ranked.filter(isEncounter).prefix(Self.leastPrinted)
    let agreements = ranked.filter(\.isAgreement).prefix(Self.leastPrinted)
    var printed = Set((encounters + agreements).map(\.id))
    for event in ranked where printed.count < Self.mostPrinted { printed.insert(event.id) }
    return printed
  }

  /// A visit or meeting of the parties.
  func isEncounter(_ event: Event) -> Bool {
    [.visit, .meeting, .consultation].contains(event.content.type) && isBilateral(event)
      && !event.content.isAggregate
  }

  /// Ours, then theirs; nil unless there are two parties.
  var sides: (ours: String, theirs: String)? {
    guard ledger.parties.count == 2 else { return nil }
    return (ledger.parties[0], ledger.parties[1])
  }

  /// "Pakistan and Azerbaijan"; "Dated events" where no party is known.
  var title: String {
    ledger.parties.isEmpty ? say.string(.noParties) : say.list(ledger.parties.map(naming.name))
  }

  /// `Pakistan and Azerbaijan: briefing as of 16 January 2017`.
  var runningTitle: String {
    guard let day = ledger.asOf else { return say.string(.runningTitleUndated, ["title": title]) }
    return say.string(.runningTitle, ["title": title, "date": dates.words(day)])
  }

  /// Whether something is told as having happened after the day of the newest document.
  func isBeyondReach(_ event: Event) -> Bool { Self.isBeyond(reach, event) }

  private static func isBeyond(_ reach: Day?, _ event: Event) -> Bool {
    guard let reach, event.content.status == .occurred, let first = event.drawnDate?.earliest
    else { return false }
    return first > reach
  }

  /// `these documents, which reach to 16 January 2017`.
  var theseDocuments: String {
    reach.map { say.string(.theseDocumentsTo, ["date": dates.words($0).glued]) }
      ?? say.string(.theseDocuments)
  }

  /// Whether both parties take part; always so where they are not two.
  func isBilateral(_ event: Event) -> Bool {
    guard let sides else { return true }
    func takesPart(_ side: String) -> Bool {
      event.content.actors.contains(side) || event.content.recipients.contains(side)
        || event.content.participants.contains { $0.side == side }
    }
    return takesPart(sides.ours) && takesPart(sides.theirs)
  }

  /// Happened, once, at a date that can be relied on: none that all documents are older than.
  func isSettled(_ event: Event) -> Bool {
    Column(of: event) == .counted && event.content.status == .occurred && !isBeyondReach(event)
  }

  /// What is announced in memory of the relations, for a time that is not over.
  var plannedCommemoration: Event? {
    events.first { event in
      event.content.type == .commemoration && event.content.status == .planned
        && isBilateral(event) && !overdue.contains { $0.id == event.id }
    }
  }

  /// The newest visit or meeting of both sides with as many outcomes as make it weighty, else the one
  /// with the most; nil where none has two.
  var weightiestOccasion: Occasion? {
    let all = tally.occasions.filter { $0.outcomes.count > 1 && isBilateral($0.event) }
    let most = all.first?.outcomes.count ?? 0
    return all.filter { $0.outcomes.count >= min(most, Self.weighty) }
      .max { (numbering.numbers[$0.id] ?? 0) < (numbering.numbers[$1.id] ?? 0) }
  }

  private static let weighty = 3

  // MARK: Editions

  /// What the edition before did not have.
  struct News {
    /// The number of the edition compared with.
    var baseline: Int
    var added: [Event]
    var changed: Int
    var gone: Int
  }

  /// nil where there is no edition to compare with.
  var news: News? {
    guard let baseline = settings.baseline else { return nil }
    let before = Dictionary(
      baseline.events.map { ($0.name, $0.digest) }, uniquingKeysWith: { first, _ in first })
    var news = News(baseline: baseline.number, added: [], changed: 0, gone: 0)
    var known: Set<String> = []
    for event in events {
      let names = [event.id] + event.aliases
      let old = names.filter { before[$0] != nil }
      known.formUnion(old)
      if old.isEmpty {
        news.added.append(event)
      } else if before[event.id] != settings.eventDigests[event.id] {
        news.changed += 1
      }
    }
    news.gone = before.keys.filter { !known.contains($0) }.count
    news.added = Salience.ranked(news.added)
    return news
  }

  /// What a document that tells an event says against the others.
  func denial(of event: Event) -> Denial? {
    guard event.mentions.count > 1, !settings.denials.isEmpty else { return nil }
    return event.mentions.lazy.compactMap { mention in
      settings.denials.first { $0.follows(mention) }
    }.first
  }

  // MARK: Sources

  /// `S1 l.19`, `65`: where an event is told, each place leading to its quotation; `by hand` where a
  /// person added it.
  func sources(_ event: Event, limit: Int = 6) -> [SourceReference] {
    if event.mentions.isEmpty {
      return [
        SourceReference(words: say.string(.byHand), destination: DecisionsSection.destination)
      ]
    }
    var references: [SourceReference] = []
    var document = ""
    var lines: Set<Int> = []
    for (index, mention) in event.mentions.enumerated() {
      if mention.document != document { lines = [] }
      guard lines.insert(mention.line).inserted else { continue }
      let line = mention.document == document ? "\(mention.line)" : self.line(mention)
      document = mention.document
      references.append(
        SourceReference(words: line, destination: Story.quoteName(event, index)))
    }
    guard references.count > limit + 1 else { return references }
    references[limit].words = say.string(.moreSources, ["n": references.count - limit])
    return Array(references.prefix(limit + 1))
  }

  /// `S1 l.17`.
  func line(_ mention: Mention) -> String {
    say.string(.lineReference, ["document": mention.document, "line": mention.line])
  }

  /// The name of the place where a mention is quoted; mentions count from 1.
  static func quoteName(_ event: Event, _ index: Int) -> String {
    "quote-\(event.id)-\(index + 1)"
  }

  /// What a link to an event says: `6: President Leghari visits Baku`.
  func linkNote(_ id: String) -> String? {
    guard let number = numbering.numbers[id], let words = headlines[id] else { return nil }
    return "\(number): \(words)"
  }

  /// The headline, contested terms within quotation marks; short enough for a figure.
  func headline(_ event: Event) -> String {
    say.isolated(headlines[event.id] ?? event.content.headline)
  }

  /// The headline with its end, where a figure has no room for that.
  func wholeHeadline(_ event: Event) -> String {
    wholeHeadlines[event.id].map(say.isolated) ?? headline(event)
  }
}
