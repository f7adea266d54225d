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
  let mechanisms: [Mechanism]
  /// By id.
  private let wholeHeadlines: [String: String]
  private let headlines: [String: String]

  init(_ ledger: Ledger, _ settings: BriefingSettings) {
    self.ledger = ledger
    self.settings = settings
    numbering = Numbering(ledger)
    tally = Tally(ledger)
    naming = Naming(names: settings.names)
    let contested = Contested(settings.contestedTerms)
    wholeHeadlines = Dictionary(
      ledger.events.map { event in
        let whole = FullHeadline.complete(
          event.content.headline, quotes: event.mentions.map(\.quote),
          dates: event.mentions.compactMap(\.dateText))
        return (event.id, contested.marked(whole))
      }, uniquingKeysWith: { first, _ in first })
    mechanisms = Mechanism.all(
      in: numbering.events, parties: ledger.parties, abbreviations: settings.abbreviations,
      headlines: wholeHeadlines)
    headlines = Dictionary(
      ledger.events.map { ($0.id, contested.marked($0.content.headline)) },
      uniquingKeysWith: { first, _ in first })
  }

  var events: [Event] { numbering.events }
  var dated: [Event] { events.filter { $0.drawnDate != nil } }
  var undated: [Event] { events.filter { $0.drawnDate == nil } }

  /// Ours, then theirs; nil unless there are two parties.
  var sides: (ours: String, theirs: String)? {
    guard ledger.parties.count == 2 else { return nil }
    return (ledger.parties[0], ledger.parties[1])
  }

  /// "Pakistan and Azerbaijan"; "Dated events" where no party is known.
  var title: String {
    ledger.parties.isEmpty ? "Dated events" : Naming.list(ledger.parties.map(naming.name))
  }

  /// The newest day of any document.
  var reach: Day? {
    ledger.documents.compactMap { $0.date?.latest ?? $0.date?.earliest }.max()
  }

  /// `these documents, which reach to 16 January 2017`.
  var theseDocuments: String {
    reach.map { "these documents, which reach to \(DateText.words($0).glued)" } ?? "these documents"
  }

  /// Whether both parties take part; always so where they are not two.
  func isBilateral(_ event: Event) -> Bool {
    guard let sides else { return true }
    let all =
      event.content.actors + event.content.recipients
      + event.content.participants.compactMap(\.side)
    return all.contains(sides.ours) && all.contains(sides.theirs)
  }

  /// Happened, once, at a date that can be relied on.
  func isSettled(_ event: Event) -> Bool {
    Column(of: event) == .counted && event.content.status == .occurred
  }

  // MARK: Encounters

  /// From which party to which a visit went; nil for other events.
  func direction(_ event: Event) -> (from: String, to: String)? {
    let content = event.content
    guard content.type == .visit, content.actors.count == 1, content.recipients.count == 1,
      content.actors != content.recipients
    else { return nil }
    return (content.actors[0], content.recipients[0])
  }

  /// Whether a head of state or of government visited or met another.
  func isOfLeaders(_ event: Event) -> Bool {
    guard [.visit, .meeting].contains(event.content.type) else { return false }
    let rank = Salience(of: event)
    return rank == .headOfState || rank == .headOfGovernment
  }

  /// Settled visits of leaders between the parties, oldest first.
  var leaderVisits: [Event] {
    events.filter { event in
      guard let way = direction(event), isSettled(event), isOfLeaders(event) else { return false }
      guard let sides else { return true }
      return Set([way.from, way.to]) == Set([sides.ours, sides.theirs])
    }
  }

  func leaderVisits(from: String, to: String) -> [Event] {
    leaderVisits.filter { event in
      direction(event).map { $0.from == from && $0.to == to } ?? false
    }
  }

  /// Settled meetings of leaders of both sides that are no visits, oldest first.
  var leaderMeetings: [Event] {
    events.filter {
      $0.content.type == .meeting && isSettled($0) && isOfLeaders($0) && isBilateral($0)
        && Set($0.content.participants.compactMap(\.side)).count > 1
    }
  }

  // MARK: Foundations

  private func says(_ event: Event, _ words: [String]) -> Bool {
    let texts = ([event.content.headline] + event.mentions.map(\.quote)).map { $0.lowercased() }
    return words.contains { word in texts.contains { $0.contains(word) } }
  }

  /// The establishment of diplomatic relations.
  var relations: Event? {
    events.first {
      $0.content.type == .establishment && isSettled($0) && isBilateral($0)
        && says($0, ["diplomatic relations", "diplomatic ties"])
        && !says($0, ["embassy", "mission"])
    }
  }

  /// Embassies and missions that one party opened with the other, oldest first.
  var missions: [Event] {
    events.filter {
      $0.content.type == .establishment && isSettled($0) && isBilateral($0)
        && $0.content.actors.count == 1
        && says($0, ["embassy", "mission", "high commission", "legation", "consulate"])
        && !says($0, ["joint", "commission on"])
    }
  }

  /// What is announced in memory of the relations.
  var plannedCommemoration: Event? {
    events.first {
      $0.content.type == .commemoration && $0.content.status == .planned && isBilateral($0)
    }
  }

  /// The occasion with the most outcomes, at least two; the newest of equals.
  var richestOccasion: Occasion? {
    let most = tally.occasions.first?.outcomes.count ?? 0
    guard most > 1 else { return nil }
    return tally.occasions.filter { $0.outcomes.count == most && isBilateral($0.event) }
      .max { (numbering.numbers[$0.id] ?? 0) < (numbering.numbers[$1.id] ?? 0) }
  }

  // MARK: Sources

  /// `S1 l.19`, `65`: where an event is told, each place leading to its quotation.
  func sources(_ event: Event, limit: Int = 6) -> [SourceReference] {
    var references: [SourceReference] = []
    var document = ""
    var lines: Set<Int> = []
    for (index, mention) in event.mentions.enumerated() {
      if mention.document != document { lines = [] }
      guard lines.insert(mention.line).inserted else { continue }
      let line =
        mention.document == document
        ? "\(mention.line)" : "\(mention.document)\u{A0}l.\(mention.line)"
      document = mention.document
      references.append(
        SourceReference(words: line, destination: Story.quoteName(event, index)))
      if references.count == limit && index < event.mentions.count - 1 {
        references.append(
          SourceReference(
            words: "and\u{A0}\(event.mentions.count - index - 1)\u{A0}more",
            destination: Story.quoteName(event, index + 1)))
        break
      }
    }
    return references
  }

  /// The name of the place where a mention is quoted; mentions count from 1.
  static func quoteName(_ event: Event, _ index: Int) -> String {
    "quote-\(event.id)-\(index + 1)"
  }

  /// The headline, contested terms within quotation marks; short enough for a figure.
  func headline(_ event: Event) -> String { headlines[event.id] ?? event.content.headline }

  /// The headline with its end, where a figure has no room for that.
  func wholeHeadline(_ event: Event) -> String {
    wholeHeadlines[event.id] ?? headline(event)
  }
}
