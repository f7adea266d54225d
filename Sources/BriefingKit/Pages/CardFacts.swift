import Chronicle
import Chronology

/// The five facts of the first page.
struct CardFacts {
  let story: Story

  struct Fact {
    var value: String
    var caption: Phrase
  }

  var all: [Fact] { [relations, missions, leaders, session, events] }

  private func none(_ what: String) -> Fact {
    Fact(value: "none", caption: "\(what), in these documents")
  }

  private var relations: Fact {
    guard let event = story.relations else { return none("establishment of relations") }
    return Fact(
      value: DateText.words(event), caption: "diplomatic relations established \(cite: event)")
  }

  private var missions: Fact {
    let missions = story.missions
    guard !missions.isEmpty else { return none("opening of a mission") }
    let shown = missions.prefix(2)
    let years = shown.compactMap { $0.drawnDate.flatMap { $0.earliest ?? $0.latest }?.year }
    let places = shown.map { event -> Phrase in
      let place =
        event.content.places.first
        ?? event.content.recipients.first.map(story.naming.inSentence) ?? "an untold place"
      return "\(place) \(cite: event)"
    }
    let more: Phrase = missions.count > 2 ? "; +\(missions.count - 2) more" : ""
    return Fact(
      value: years.map { "\($0)" }.joined(separator: ", "),
      caption: "missions in " + Phrase.joined(places, " and ") + more)
  }

  private var leaders: Fact {
    let number = { (event: Event) in story.numbering.numbers[event.id] ?? 0 }
    let last = (story.leaderVisits + story.leaderMeetings).max { number($0) < number($1) }
    guard let last else { return none("contact of leaders") }
    let isMeeting = last.content.type == .meeting
    let place = last.content.places.first.map { isMeeting ? ", in \($0)" : ", to \($0)" } ?? ""
    return Fact(
      value: DateText.words(last),
      caption: isMeeting
        ? "last meeting of leaders\(place) \(cite: last)"
        : "last visit of a leader\(place) \(cite: last)")
  }

  private var session: Fact {
    let number = { (event: Event) in story.numbering.numbers[event.id] ?? 0 }
    let newest = story.mechanisms.filter { $0.lastSession != nil }.max { a, b in
      (a.lastSession.map(number) ?? 0) < (b.lastSession.map(number) ?? 0)
    }
    guard let newest, let last = newest.lastSession else { return none("session of a mechanism") }
    let name = newest.shortName
    let ordinal = Mechanism.ordinal(last).map { "\($0.lowercased()) session" } ?? "last session"
    let flag: Phrase = DateText.proposal(last).map { " \(flag: "(\($0))")" } ?? ""
    return Fact(
      value: shortened(DateText.words(last)),
      caption: "\(ordinal) of the \(name)" + flag + " \(cite: last)")
  }

  /// Without the days where the date is long: the strip is narrow.
  private func shortened(_ words: String) -> String {
    guard words.count > 16, let space = words.firstIndex(of: " ") else { return words }
    let first = words[..<space]
    return first.contains("–") && first.allSatisfy({ $0.isNumber || $0 == "–" })
      ? String(words[words.index(after: space)...]) : words
  }

  private var events: Fact {
    Fact(
      value: Naming.count(story.events.count, "event"),
      caption:
        "\(story.dated.count) dated, \(story.undated.count) not; \(Naming.count(story.ledger.documents.count, "document").glued)"
    )
  }
}
