import Analytics
import Chronicle
import Chronology

/// The generated sentences of the first page.
///
/// Each is a template whose every clause is taken from an event that it cites, and falls away
/// without one. "Last" and "none" are said of the documents.
struct CardSentences {
  let story: Story
  /// Where room is short: one mechanism, no outcomes.
  var isShort = false

  private var say: Language { story.say }
  private var dates: DateWords { story.dates }

  /// Head word and sentence, in the order of print.
  var all: [(head: String, words: Phrase)] {
    let heads: [(Language.Key, Phrase)] = [
      (.headRelations, relations), (.headContact, contact), (.headMechanisms, mechanisms),
      (.headOutcomes, isShort ? "" : outcomes), (.headPattern, pattern),
    ]
    return heads.filter { !$0.1.isEmpty }.map { (say.string($0.0), $0.1) }
  }

  private func name(_ code: String) -> String { story.naming.inSentence(code) }

  /// Sentences beside each other.
  private func joined(_ sentences: [Phrase]) -> Phrase {
    Phrase.joined(sentences.filter { !$0.isEmpty }, " ")
  }

  // MARK: Relations

  var relations: Phrase {
    guard let event = story.relations else {
      return story.relationsPaper.map { paper in
        say(.relationsAgreed, ["when": dates.when(paper), "cite": Phrase.cite(paper)])
      } ?? ""
    }
    let established = say(
      .relationsEstablished, ["when": dates.when(event), "cite": Phrase.cite(event)])
    let planned = story.plannedCommemoration.map { planned in
      say(.commemoration, ["date": dates.words(planned), "cite": Phrase.cite(planned)])
    }
    let coming = Anniversary.all(in: story).first { $0.event.id == event.id }
    guard let coming else {
      let alone = planned.map { say(.relationsPlanned, ["commemoration": $0]) }
      return joined([established, alone ?? ""])
    }
    let day =
      coming.isDay
      ? say.string(.whenOn, ["date": dates.words(coming.day)])
      : say.string(.whenIn, ["date": dates.month(coming.day)])
    let lasted: Phrase
    if let planned {
      lasted = say(
        .relationsLastedAndPlanned,
        ["years": coming.years, "when": day, "commemoration": planned])
    } else {
      lasted = say(.relationsLasted, ["years": coming.years, "when": day])
    }
    return joined([established, lasted])
  }

  // MARK: Contact

  var contact: Phrase {
    guard let sides = story.sides else { return "" }
    let ours = story.leaderVisits(from: sides.ours, to: sides.theirs).last
    let theirs = story.leaderVisits(from: sides.theirs, to: sides.ours).last
    let visits: Phrase
    switch (ours, theirs) {
    case (nil, nil): visits = say(.contactNone, ["documents": story.theseDocuments])
    case (let event?, nil), (nil, let event?):
      guard let way = story.direction(event) else { return "" }
      visits = say(
        .contactOneWay,
        [
          "documents": story.theseDocuments, "leg": leg(way, event), "from": name(way.to),
          "to": name(way.from),
        ])
    case (let a?, let b?):
      let newestFirst = later(a, b) ? [a, b] : [b, a]
      let legs = newestFirst.compactMap { event in story.direction(event).map { leg($0, event) } }
      visits = say(
        .contactBothWays,
        ["documents": story.theseDocuments, "first": legs[0], "second": legs[1]])
    }
    guard let meeting = story.leaderMeetings.last else {
      return say(.sentence, ["words": visits])
    }
    return say(.sentenceTwo, ["a": visits, "b": self.meeting(meeting)])
  }

  private func meeting(_ event: Event) -> Phrase {
    let when = dates.when(event)
    let who = people(event)
    let place = event.content.places.first.map { say.string(.inPlace, ["place": $0]) }
    let whenAndWhere = [place, when].compactMap { $0 }.joined(separator: say.string(.comma))
    return say(.contactMet, ["when": whenAndWhere, "who": who, "cite": Phrase.cite(event)])
  }

  private func later(_ a: Event, _ b: Event) -> Bool {
    story.number(a) > story.number(b)
  }

  private func leg(_ way: (from: String, to: String), _ event: Event) -> Phrase {
    say(
      .contactLeg,
      [
        "from": name(way.from), "to": name(way.to), "when": dates.when(event),
        "who": people(event), "cite": Phrase.cite(event),
      ])
  }

  /// ` (President Hussain)`; nothing where nobody is named.
  private func people(_ event: Event) -> String {
    let names = story.visitors(event).map { story.naming.short($0) }
    return names.isEmpty ? "" : say.string(.aside, ["words": say.list(names)])
  }

  // MARK: Mechanisms

  private static let mostMechanisms = 2
  private static let mostSilent = 3

  /// The last session of each, the newest first; then those without one.
  var mechanisms: Phrase {
    let met = story.mechanisms.filter { $0.lastSession != nil }.sorted { a, b in
      (a.lastSession.map(story.number) ?? 0) > (b.lastSession.map(story.number) ?? 0)
    }
    let silent = story.mechanisms.filter { $0.lastSession == nil }
    let shown = met.prefix(isShort ? 1 : Self.mostMechanisms)
    var sentences = shown.map { joined([sentence($0), next($0)]) }
    if !silent.isEmpty {
      let bodies = silent.prefix(Self.mostSilent).map { mechanism -> Phrase in
        let name = say(.theBody, ["body": mechanism.name])
        return mechanism.founding.map { name + " \(cite: $0)" } ?? name
      }
      sentences.append(say(.mechanismsNoSession, ["bodies": say.list(bodies)]))
    }
    let rest = met.count - shown.count + max(0, silent.count - Self.mostSilent)
    if rest > 0 {
      let number = say.capitalised(FigureWords(say: say).number(rest))
      sentences.append(say(.moreMechanisms, ["n": rest, "number": number]))
    }
    return joined(sentences)
  }

  private func next(_ mechanism: Mechanism) -> Phrase {
    story.nextSession(mechanism).map {
      say(.mechanismNext, ["date": dates.words($0), "cite": Phrase.cite($0)])
    } ?? ""
  }

  private func sentence(_ mechanism: Mechanism) -> Phrase {
    guard let last = mechanism.lastSession else { return "" }
    var body: Phrase = "\(mechanism.name)"
    if let founding = mechanism.founding {
      let key: Language.Key =
        founding.content.type == .establishment ? .mechanismFormed : .mechanismAgreed
      body = say(
        key, ["body": body, "when": dates.when(founding), "cite": Phrase.cite(founding)])
    }
    let place = last.content.places.first.map { say.string(.spaceInPlace, ["place": $0]) } ?? ""
    if let misprint = dates.misprint(last) {
      return say(
        .mechanismMisprint,
        [
          "body": body, "place": place, "date": misprint.date,
          "printed": Phrase.quote(misprint.printed), "proposed": misprint.proposed,
          "cite": Phrase.cite(last),
        ])
    }
    let when =
      visit(of: last)
      ?? dates.proposal(last).map { "\(dates.when(last)) (\($0))" } ?? dates.when(last)
    return say(
      key(mechanism, last), ["body": body, "place": place, "when": when, "cite": Phrase.cite(last)])
  }

  /// What no sentence counts as a session is a meeting; of one alone none is the last.
  private func key(_ mechanism: Mechanism, _ last: Event) -> Language.Key {
    let isOnly = mechanism.sessions.count == 1
    guard let number = Mechanism.number(last) else {
      return isOnly ? .mechanismMet : .mechanismLastMet
    }
    return isOnly && number == 1 ? .mechanismFirst : .mechanismSession
  }

  /// `during the visit of 11–14 March 2015`; nil for what has a date of its own.
  private func visit(of event: Event) -> String? {
    guard event.content.dateBasis == .inherited,
      let visit = story.events.first(where: { $0.id == event.partOf }),
      visit.content.type == .visit
    else { return nil }
    return say.string(.mechanismVisit, ["date": dates.words(visit)])
  }

  // MARK: Outcomes and pattern

  var outcomes: Phrase {
    guard let occasion = story.weightiestOccasion else { return "" }
    let parts = story.outcomes(of: occasion)
    guard let first = parts.first else { return "" }
    if parts.contains(where: story.tellsMany) { return outcomes(parts, of: occasion.event) }
    let signed =
      parts.first { $0.content.type == .declaration }
      ?? parts.first { $0.content.type == .agreement && isTitle(story.wholeHeadline($0)) }
      ?? parts.first { $0.content.type == .agreement }
    let lead = signed ?? first
    let others = parts.filter { $0.id != lead.id }
    let isVisit = occasion.event.content.type == .visit
    return say(
      isVisit ? .outcomesOfVisit : .outcomesOfMeeting,
      [
        "date": dates.words(occasion.event), "cite": Phrase.cite(occasion.event),
        "all": FigureWords(say: say).number(parts.count), "n": parts.count,
        "headline": story.wholeHeadline(lead), "citeFirst": Phrase.cite(lead),
        "others": FigureWords(say: say).number(others.count), "rest": others.count,
        "citeOthers": Phrase.cite(others),
      ])
  }

  /// Where some tell of many papers, their number is not known: those that tell the most, among others.
  private func outcomes(_ parts: [Event], of occasion: Event) -> Phrase {
    let many = parts.filter(story.tellsMany)
    let lead = many.first { story.wholeHeadline($0).first?.isNumber == true } ?? many[0]
    let others = parts.filter { $0.id != lead.id }
    return say(
      occasion.content.type == .visit ? .outcomesAmongVisit : .outcomesAmongMeeting,
      [
        "date": dates.words(occasion), "cite": Phrase.cite(occasion),
        "headline": story.wholeHeadline(lead), "citeFirst": Phrase.cite(lead),
        "citeOthers": Phrase.cite(others),
      ])
  }

  /// Whether a headline names a paper rather than a deed: "Sales agreement for refined products".
  private func isTitle(_ headline: String) -> Bool {
    let words = headline.lowercased().split { !$0.isLetter }.prefix(3).map(String.init)
    return words.contains(where: AgreementWords.nouns.contains)
  }

  var pattern: Phrase { say(.sentence, ["words": CountSentences(story: story).shares]) }
}

/// Sentences made of counts.
struct CountSentences {
  let story: Story

  /// `18 of 35 counted events are political, 6 economic, 4 humanitarian; none is in culture or
  /// energy`.
  var shares: String {
    let say = story.say
    let tally = story.tally
    let n = tally.count(.counted)
    guard n > 0 else { return say.string(.sharesNone) }
    let led = tally.domains.filter { tally.count(.counted, $0) > 0 }.prefix(3)
    let parts = led.enumerated().map { index, domain -> String in
      let count = tally.count(.counted, domain)
      let kind = story.naming.adjective(domain)
      return index == 0
        ? say.string(.sharesFirst, ["k": count, "n": n, "kind": kind])
        : say.string(.sharesNext, ["k": count, "kind": kind.glued])
    }
    let all = parts.joined(separator: say.string(.comma))
    let empty = Domain.allCases.filter { tally.count(.counted, $0) == 0 }
      .map(say.isRightToLeft ? story.naming.inSentence : story.naming.adjective)
    // "Cultural or in energy": what takes a preposition last.
    let none = empty.filter { !$0.contains(" ") } + empty.filter { $0.contains(" ") }
    guard !none.isEmpty, none.count <= 5 else { return all }
    return say.string(.sharesAndNone, ["shares": all, "domains": say.list(none, or: true)])
  }
}
