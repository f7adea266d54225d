import Analytics
import Chronicle
import Chronology

/// What was agreed or announced, and what became of it.
extension Story {
  /// What the documents themselves say is wanting first; then what no later sentence names.
  func findUnnamedLater() -> [Event] {
    let agreed: [Event] = events.filter {
      FollowUps.isAgreed($0) && $0.content.status == .occurred && isBilateral($0)
        && FollowUps.isInstrument($0)
    }.reversed()
    let wanting = agreed.filter {
      AgreementWords.want($0, settings.sequels) != nil && standing($0).isWanting
    }
    let known = Set(wanting.map(\.id))
    let open = agreed.filter {
      !known.contains($0.id) && followUps.hasNone($0) && standing($0) != .inForce
        && !isOfPartnership($0)
    }
    let inForce = Set(
      events.lazy.filter { $0.isAgreement && wholeHeadline($0).hasSuffix(" in force") }
        .map(paperTitle))
    let left = open.filter { !inForce.contains(paperTitle($0)) }
    // What has no title of its own says least.
    return wanting + left.filter { !isUntitled($0) } + left.filter(isUntitled)
  }

  /// "Agreement of Finland and Namibia": a kind, and who.
  private func isUntitled(_ event: Event) -> Bool {
    let words = wholeHeadline(event).split(separator: " ").prefix(2)
    return words.count == 2 && words[1] == "of"
      && ["Agreement", "Declaration", "Memorandum"].contains(words[0])
  }

  /// How a paper stands, in the words of the documents.
  func standing(_ event: Event) -> AgreementWords.Standing {
    AgreementWords.standing(
      event, headline: wholeHeadline(event), sequels: settings.sequels, beside: beside(event))
  }

  /// The headlines of other papers that an event's sentences tell.
  private func beside(_ event: Event) -> [String] {
    let places = Set(event.mentions.map(Place.init))
    var others: [String] = []
    for place in places {
      for other in papers[place, default: []] where other.id != event.id {
        others.append(wholeHeadline(other))
      }
    }
    return others
  }

  /// The title of a paper, without how it stands: the name that its own sentence gives it where the
  /// headline has none.
  func paperTitle(_ event: Event) -> String {
    let headline = wholeHeadline(event)
    let standing = standing(event)
    if standing.isWanting, PaperName.names(in: headline).isEmpty,
      let mention = event.mentions.first(where: { mention in
        settings.sequels.contains { $0.follows(mention) }
      }), let name = PaperName.names(in: mention.quote).first
    {
      return say.isolated(name)
    }
    return AgreementWords.title(headline, standing: standing)
  }

  /// What two states declare about themselves asks for no follow-up.
  private func isOfPartnership(_ event: Event) -> Bool {
    event.content.type == .declaration
      && ([wholeHeadline(event)] + event.mentions.map(\.quote)).contains {
        $0.lowercased().contains("strategic partnership")
      }
  }

  func findOverdue() -> [Event] {
    let past = events.filter { event in
      event.content.status == .planned && isBilateral(event) && isOver(event)
        && event.content.type != .culturalEvent && !isOfItsDocumentsDay(event)
    }
    guard !past.isEmpty else { return [] }
    let outcomes = Outcomes(events: events.filter(isSettled))
    return past.filter { event in
      event.isAgreement ? followUps.of(event).isEmpty : !outcomes.isTold(event)
    }.reversed()
  }

  func findAhead() -> [Event] {
    func first(_ event: Event) -> Int {
      event.drawnDate.flatMap { $0.isOpenStart ? $0.latest : $0.earliest ?? $0.latest }?.number
        ?? Int.max
    }
    return events.filter { event in
      event.content.status == .planned && isBilateral(event) && isAhead(event)
    }.sorted { (first($0), number($0)) < (first($1), number($1)) }
  }

  /// Openings that the documents see, each once, under the first domain that has it; none that is older
  /// than what happened in its domain since.
  func findOpenings() -> [Opening] {
    guard !ledger.openings.isEmpty else { return [] }
    let latest = latestDays
    var seen: Set<String> = []
    let order = Dictionary(
      uniqueKeysWithValues: tally.domains.enumerated().map { ($0.element, $0.offset) })
    return ledger.openings.filter { !isOutdated($0, latest) }
      .enumerated().sorted {
        (order[$0.element.domain] ?? 0, $0.offset) < (order[$1.element.domain] ?? 0, $1.offset)
      }.map(\.element)
      .filter { seen.insert(FullHeadline.bare($0.mention.quote)).inserted }
  }

  private func isOutdated(_ opening: Opening, _ latest: [Domain: Day]) -> Bool {
    guard let written = date(of: opening.mention), let day = latest[opening.domain] else {
      return false
    }
    return day > written
  }

  /// When the last of what happened in each domain began.
  private var latestDays: [Domain: Day] {
    var latest: [Domain: Day] = [:]
    for event in events where isSettled(event) && isBilateral(event) {
      guard let day = event.drawnDate?.earliest else { continue }
      latest[event.content.domain] = max(latest[event.content.domain] ?? day, day)
    }
    return latest
  }

  /// The day of the document that a sentence stands in.
  private func date(of mention: Mention) -> Day? {
    ledger.documents.first { $0.id == mention.document }?.date.flatMap { $0.latest ?? $0.earliest }
  }

  /// The year in which a sentence was written; nil for that of the newest document, where nothing is
  /// old.
  func year(of mention: Mention) -> Int? {
    guard let year = date(of: mention)?.year, year != reach?.year else { return nil }
    return year
  }

  /// Whether a dated event's time is over at the as-of day.
  func isOver(_ event: Event) -> Bool {
    guard let asOf = ledger.asOf, let last = event.drawnDate?.latest else { return false }
    return last < asOf
  }

  /// Whether a dated event may still come.
  func isAhead(_ event: Event) -> Bool {
    guard let asOf = ledger.asOf, let date = event.drawnDate else { return false }
    return date.latest.map { $0 >= asOf } ?? true
  }

  /// Whether something is announced in the morning of the day that it is held on: nobody writes
  /// again of that.
  private func isOfItsDocumentsDay(_ event: Event) -> Bool {
    guard let date = event.drawnDate, date.precision == .day, let day = date.latest else {
      return false
    }
    return event.mentions.contains { mention in
      ledger.documents.first { $0.id == mention.document }?.date?.latest == day
    }
  }

  /// The session of a body that is announced next: one that names it, or that has the number after
  /// its last.
  func nextSession(_ mechanism: Mechanism) -> Event? {
    ahead.first { event in
      guard [.meeting, .consultation].contains(event.content.type) else { return false }
      if mechanism.isNamed(in: event) { return true }
      guard let next = Mechanism.number(event),
        let last = mechanism.lastSession.flatMap(Mechanism.number)
      else { return false }
      return next == last + 1
    }
  }
}
