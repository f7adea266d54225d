import Analytics
import Chronicle
import Chronology

/// The generated sentences of the first page.
///
/// Each is a template whose every clause is taken from an event that it cites, and falls away
/// without one. "Last" and "none" are said of the documents.
struct CardSentences {
  let story: Story

  /// Head word and sentence, in the order of print.
  var all: [(head: String, words: Phrase)] {
    [
      ("Relations.", relations), ("Contact.", contact), ("Mechanism.", mechanism),
      ("Outcomes.", outcomes), ("Pattern.", pattern),
    ].filter { !$0.1.isEmpty }
  }

  private func name(_ code: String) -> String { story.naming.inSentence(code) }

  var relations: Phrase {
    guard let event = story.relations else { return "" }
    var words: Phrase =
      "Diplomatic relations were established \(When.words(event)) \(cite: event)."
    let coming = Anniversary.all(in: story).first { $0.event.id == event.id }
    let planned = story.plannedCommemoration
    if let coming {
      let day =
        coming.isDay ? "on \(DateText.words(coming.day))" : "in \(DateText.month(coming.day))"
      words = words + " They will have lasted \(coming.years) years \(day.gluedDate)"
      words = words + (planned == nil ? "." : "; ")
    }
    if let planned {
      let opening = coming == nil ? " A" : "a"
      words =
        words
        + "\(opening) commemoration is announced for \(DateText.words(planned).gluedDate) \(cite: planned)."
    }
    return words
  }

  var contact: Phrase {
    guard let sides = story.sides else { return "" }
    let ours = story.leaderVisits(from: sides.ours, to: sides.theirs).last
    let theirs = story.leaderVisits(from: sides.theirs, to: sides.ours).last
    let meeting = story.leaderMeetings.last
    let start: Phrase = "In \(story.theseDocuments), "
    var words: Phrase
    switch (ours, theirs) {
    case (nil, nil): words = start + "no visit by a head of state or government is told"
    case (let event?, nil), (nil, let event?):
      guard let way = story.direction(event) else { return "" }
      words =
        start + "the last visit by a head of state or government went \(leg(way, event))"
        + "; none from \(name(way.to)) to \(name(way.from)) is told"
    case (let a?, let b?):
      let newestFirst = later(a, b) ? [a, b] : [b, a]
      let legs = newestFirst.compactMap { event in story.direction(event).map { leg($0, event) } }
      words =
        start + "the last visit by a head of state or government went \(legs[0]), and \(legs[1])"
    }
    if let meeting {
      let place = meeting.content.places.first.map { "in \($0), " } ?? ""
      words = words + "; leaders last met \(place)\(When.words(meeting)) \(cite: meeting)"
    }
    return words + "."
  }

  private func later(_ a: Event, _ b: Event) -> Bool {
    (story.numbering.numbers[a.id] ?? 0) > (story.numbering.numbers[b.id] ?? 0)
  }

  private func leg(_ way: (from: String, to: String), _ event: Event) -> Phrase {
    "from \(name(way.from)) to \(name(way.to)) \(When.words(event)) \(cite: event)"
  }

  var mechanism: Phrase {
    let number = { (event: Event?) in event.flatMap { story.numbering.numbers[$0.id] } ?? 0 }
    let newest =
      story.mechanisms.filter { $0.lastSession != nil }
      .max { number($0.lastSession) < number($1.lastSession) } ?? story.mechanisms.last
    guard let newest else { return "" }
    var words: Phrase = "The \(newest.name)"
    if let founding = newest.founding, founding.content.type == .establishment {
      words = words + ", formed \(When.words(founding)) \(cite: founding),"
    } else if let founding = newest.founding {
      words = words + ", of an agreement \(When.words(founding, of: true)) \(cite: founding),"
    }
    guard let last = newest.lastSession else {
      return words + " has no session in \(story.theseDocuments)."
    }
    let place = last.content.places.first.map { " in \($0)" } ?? ""
    let held: Phrase = " held its last session in these documents\(place) "
    guard let proposed = DateText.proposal(last), let date = last.content.date,
      let year = date.earliest?.year ?? date.latest?.year
    else { return words + held + "\(When.words(last)) \(cite: last)." }
    let day = DateText.words(date)
    let suffix = " \(year)"
    guard day.hasSuffix(suffix), proposed.count == "2016 proposed".count else {
      return words + held + "\(When.words(last)); \(proposed) \(cite: last)."
    }
    let preposition = date.precision == .day ? "on" : "in"
    let new = proposed.prefix(4)
    let dayAndMonth = String(day.dropLast(suffix.count)).gluedDate
    return words + held + "\(preposition) \(dayAndMonth); the year is printed as "
      + "\(quote: "\(year)"), and \(String(new)) is proposed \(cite: last)."
  }

  var outcomes: Phrase {
    guard let occasion = story.richestOccasion else { return "" }
    let number = { (event: Event) in story.numbering.numbers[event.id] ?? 0 }
    let parts = occasion.outcomes.sorted { number($0) < number($1) }
    guard let first = parts.first else { return "" }
    let noun = occasion.event.content.type == .visit ? "visit" : "meeting"
    let signed =
      parts.first { $0.content.type == .declaration }
      ?? parts.first { $0.content.type == .agreement }
    let lead = signed ?? first
    let others = parts.filter { $0.id != lead.id }
    let when = DateText.words(occasion.event).gluedDate
    let words: Phrase =
      "Told of the \(noun) of \(when) \(cite: occasion.event): \(story.headline(lead)) \(cite: lead)"
    return words
      + " and \(Naming.count(others.count, "other outcome")) \(cite: others)."
  }

  var pattern: Phrase { Phrase(stringLiteral: CountSentences(story: story).shares + ".") }
}

/// Sentences made of counts.
struct CountSentences {
  let story: Story

  /// `18 of 35 counted events are political, 6 economic, 4 humanitarian; none is in culture or
  /// energy`.
  var shares: String {
    let tally = story.tally
    let n = tally.count(.counted)
    guard n > 0 else { return "No event is counted" }
    let led = tally.domains.filter { tally.count(.counted, $0) > 0 }.prefix(3)
    let parts = led.enumerated().map { index, domain -> String in
      let count = tally.count(.counted, domain)
      let adjective = Naming.adjective(domain)
      if index > 0 { return "\(count)\u{A0}\(adjective.glued)" }
      let noun = n == 1 ? "event" : "events"
      return "\(count) of \(n) counted \(noun) \(count == 1 ? "is" : "are") \(adjective)"
    }
    let none = Domain.allCases.filter { tally.count(.counted, $0) == 0 }.map(\.rawValue)
    let tail = none.isEmpty ? "" : "; none is in \(Naming.list(none, "or"))"
    return parts.joined(separator: ", ") + (none.count > 5 ? "" : tail)
  }
}

/// Dates with their preposition.
enum When {
  /// `on 21 January 2016`, `in June 1992`, `by 1996`; with `of`, `of June 1992`.
  static func words(_ event: Event, of: Bool = false) -> String {
    guard let date = event.content.date else { return "at an untold date" }
    let words = DateText.words(event)
    if of { return "of \(words)".gluedDate }
    let first = words.split(separator: " ").first.map(String.init) ?? ""
    if ["since", "by", "about", "between", "perhaps"].contains(first) { return words.gluedDate }
    return (date.precision == .day ? "on \(words)" : "in \(words)").gluedDate
  }
}
