import Chronicle
import Chronology

/// The five facts of the first page.
struct CardFacts {
  let story: Story

  struct Fact {
    var value: String
    var caption: Phrase
  }

  private var say: Language { story.say }
  private var dates: DateWords { story.dates }

  var all: [Fact] { [relations, missions, leaders, session, events] }

  private func none(_ what: Language.Key) -> Fact {
    Fact(value: say.string(.factNone), caption: say(what))
  }

  private var relations: Fact {
    guard let event = story.relations else {
      guard let paper = story.relationsPaper else { return none(.factNoRelations) }
      return Fact(
        value: dates.words(paper), caption: say(.factRelationsPaper, ["cite": Phrase.cite(paper)]))
    }
    return Fact(
      value: shortened(event), caption: say(.factRelations, ["cite": Phrase.cite(event)]))
  }

  private var missions: Fact {
    let missions = story.missions
    guard !missions.isEmpty else { return none(.factNoMissions) }
    let shown = missions.prefix(2)
    let years = shown.compactMap { $0.drawnDate.flatMap { $0.earliest ?? $0.latest }?.year }
    let places = shown.map { event -> Phrase in
      let place =
        event.content.places.first
        ?? event.content.recipients.first.map(story.naming.inSentence)
        ?? say.string(.factMissionUntold)
      return say(.factMissionPlace, ["place": place, "cite": Phrase.cite(event)])
    }
    let list = say.list(places)
    let rest = missions.count - shown.count
    return Fact(
      value: years.map(String.init).joined(separator: say.string(.comma)),
      caption: rest == 0
        ? say(.factMissions, ["places": list, "n": shown.count])
        : say(.factMissionsMore, ["places": list, "n": rest]))
  }

  private var lastOfLeaders: Event? {
    (story.leaderVisits + story.leaderMeetings).max { story.number($0) < story.number($1) }
  }

  private var leaders: Fact {
    guard let last = lastOfLeaders else { return none(.factNoLeaders) }
    let isMeeting = last.content.type == .meeting
    let cite: Phrase = Phrase.cite(last)
    guard let place = last.content.places.first else {
      return Fact(
        value: shortened(last), caption: say(isMeeting ? .factMet : .factVisit, ["cite": cite]))
    }
    return Fact(
      value: shortened(last),
      caption: say(isMeeting ? .factMetIn : .factVisitTo, ["place": place, "cite": cite]))
  }

  private var newestSession: Mechanism? {
    story.mechanisms.filter { $0.lastSession != nil }.max { a, b in
      (a.lastSession.map(story.number) ?? 0) < (b.lastSession.map(story.number) ?? 0)
    }
  }

  private var session: Fact {
    guard let newest = newestSession, let last = newest.lastSession else {
      return none(.factNoSession)
    }
    let which =
      Mechanism.ordinal(of: last, say).map { say.string(.ordinalSession, ["ordinal": $0]) }
      ?? say.string(.lastSession)
    let flag: Phrase = dates.proposal(last).map { " \(flag: "(\($0))")" } ?? ""
    return Fact(
      value: shortened(last),
      caption: say(
        .factSession,
        ["session": which, "body": newest.shortName, "flag": flag, "cite": Phrase.cite(last)]))
  }

  /// Whether a date of the strip is too long for it: then all are short.
  private var hasLongDate: Bool {
    [story.relations, lastOfLeaders, newestSession?.lastSession].contains { event in
      event.map { dates.words($0).count > 15 } ?? false
    }
  }

  /// The date, without its days where it is long: the strip is narrow.
  private func shortened(_ event: Event) -> String {
    let words = dates.words(event)
    guard words.count > 15 || hasLongDate && words.count > 11 else { return words }
    if event.content.proposedDate == nil, let date = event.content.date, !date.isInterval,
      date.precision == .day, !date.isApproximate, !date.isUncertain, let day = date.earliest
    {
      return dates.shortWords(day)
    }
    guard words.count > 16, let date = event.content.date, date.isInterval,
      let first = date.earliest, let last = date.latest, first.month == last.month,
      first.year == last.year
    else { return words }
    var month = event
    let text = first.description.prefix(7)
    month.content.date = EDTF(String(text))
    return dates.words(month)
  }

  private var events: Fact {
    Fact(
      value: say.string(.countEvents, ["n": story.events.count]),
      caption: say(
        .factEvents,
        [
          "dated": story.dated.count, "undated": story.undated.count,
          "documents": say.string(.countDocuments, ["n": story.ledger.documents.count]).glued,
        ]))
  }
}
