import Chronicle
import Prose

/// Clues to who is the guest of a visit.
extension RoleResolver {
  /// "Nine members visited the Riksdag": what is visited belongs to the host, so the guests, of whom
  /// nothing is said, come from the other side.
  func guest(of cast: Cast) -> String? {
    guard cast.isVerb, !cast.isPassive, cast.subject.isEmpty,
      cast.draft.clause?.subject?.isEmpty == false, !isPronoun(cast),
      let verb = cast.draft.clause?.verb, Self.visiting.contains(verb.lemma),
      !cast.sides.contains(where: { $0.at < cast.at }),
      let host = cast.sides.first(where: {
        $0.at > verb.main && $0.at - verb.main <= 5 && !$0.isBy && !$0.isOrganisation
      })
    else { return nil }
    return context.other(than: host.code)
  }

  /// "President Moi spent a week here": of a guest whose state nobody names, the place of the speaker
  /// tells it.
  func guestHere(_ cast: Cast, _ known: [String]) -> String? {
    guard known.isEmpty, let voice = context.voice, cast.discourse.isVoice,
      cast.draft.segment.contains(where: { cast.reading.tokens[$0].key == WordKey("here") }),
      !cast.sides.contains(where: { !$0.isPlace && !$0.isCity && !$0.isOrganisation }),
      !isPronoun(cast)
    else { return nil }
    return context.house == nil ? voice : context.other(than: voice)
  }

  /// "Nov. 1990 (enthronement of Emperor Akihito)": what a visit was for stands in brackets behind its
  /// date.
  func isAside(_ side: Side, _ cast: Cast) -> Bool {
    let tokens = cast.reading.tokens
    guard cast.draft.rule?.kind != .verb,
      let mark = (cast.draft.sentence.lowerBound..<max(side.at, cast.draft.sentence.lowerBound))
        .last(where: { tokens[$0].key == WordKey("(") || tokens[$0].key == WordKey(")") }),
      tokens[mark].key == WordKey("(")
    else { return false }
    return cast.reading.dates.contains { $0.range.upperBound == mark }
  }

  /// "President Moi – April 1982; February 1989": who came in the same entry before.
  func entryGuest(_ cast: Cast) -> String? {
    guard cast.draft.rule?.kind != .verb, cast.discourse.entryActors.count == 1,
      cast.discourse.lastType == .visit, let guest = cast.discourse.entryActors.first,
      // "…; Speaker Abadula in Seoul": another, who goes there.
      !cast.sides.contains(where: {
        ($0.isPlace || $0.isCity) && $0.code == guest && cast.draft.segment.contains($0.at)
      })
    else { return nil }
    return guest
  }

  /// Whether the deed’s own words name a side, not only its sentence.
  func isOwn(_ cast: Cast) -> Bool {
    cast.sides.contains { cast.draft.segment.contains($0.at) }
  }

  /// The guest is not named with a state, so that one who comes home was another: "the Prime Minister came to
  /// Nairobi" in a Kenyan paper.
  func namesNoGuest(_ cast: Cast) -> Bool {
    if !cast.isVerb || isPronoun(cast) { return true }
    guard let subject = cast.draft.clause?.subject else { return false }
    return !subject.contains { Self.ours.contains(cast.reading.tokens[$0].key) }
      && subject.contains { cast.reading.has(.kind(.office), at: $0) }
      && finder.codes(of: subject, cast.reading).isEmpty
  }

  private static let ours = BlockReading.keys("our my we i")

  /// "Astana was visited by President Park": the subject is the host.
  func isVisited(_ cast: Cast) -> Bool {
    cast.isPassive && cast.draft.clause.map { Self.visiting.contains($0.verb.lemma) } == true
  }

  /// Who came, by what "by" names, else the other side than the host.
  func guests(ofVisited cast: Cast) -> [String] {
    let named = cast.sides.filter { $0.isBy && !cast.subject.contains($0.code) }.map(\.code)
    return named.isEmpty ? cast.subject.compactMap(context.other) : named
  }

  private static let visiting: Set<String> = ["visit", "tour", "inspect"]

  /// "An invitation from the Speaker of the Milli Majlis was received": who invites.
  func inviter(_ cast: Cast, _ own: [Side]) -> String? {
    guard cast.draft.rule?.id == "other/invitation" else { return nil }
    return own.first { side in
      side.at > cast.at
        && (cast.at..<side.at).contains { Self.inviters.contains(cast.reading.tokens[$0].key) }
    }?.code
  }

  private static let inviters = BlockReading.keys("from by of")

  /// "Mr Dupont toured Kenya in May and laid the stone of a hospital": whose guest he is, he stays.
  func guestGoingOn(_ cast: Cast) -> String? {
    guard cast.subject.isEmpty, cast.draft.clause?.isShared == true,
      cast.draft.clause?.verb.isPassive == false, cast.draft.basis == .inherited,
      let subject = cast.draft.clause?.subject,
      cast.reading.entities.contains(where: {
        ($0.kind == .person || $0.kind == .office || $0.kind == .title)
          && subject.contains($0.range.lowerBound)
      })
    else { return nil }
    return cast.discourse.subject
  }

  /// "A monument to Bolívar was unveiled in Accra": who puts it up, where nobody is named.
  func unveiler(_ cast: Cast, _ own: [Side]) -> String? {
    guard cast.draft.rule?.id == "culture/shown",
      cast.draft.segment.contains(where: { Self.unveiling.contains(cast.reading.tokens[$0].key) }),
      cast.subject.isEmpty || cast.draft.clause?.verb.isPassive != false
    else { return nil }
    let hosts = unique(own.filter { $0.isCity || $0.isPlace }.map(\.code))
    return hosts.count == 1 ? hosts[0] : nil
  }

  private static let unveiling = BlockReading.keys("unveiled unveiling unveil unveils")

  /// "The first visit by an Indonesian minister": who stands behind the noun and "by".
  func visitor(_ people: [Side], _ cast: Cast) -> Side? {
    guard cast.draft.rule?.kind == .noun, let end = cast.draft.trigger?.upperBound else {
      return nil
    }
    return people.first { side in
      side.isBy && side.at >= end && side.at - end <= 8
        && !(end..<side.at).contains { i in
          VerbLexicon.builtIn.entry(cast.reading.tokens[i].key).map { !$0.isNoun } ?? false
        }
    }
  }

  /// "To Finland": where somebody goes.
  func isGoal(_ side: Side, _ cast: Cast) -> Bool {
    (max(cast.at, side.at - 3)..<side.at).contains {
      cast.reading.tokens[$0].key == WordClass.to
    }
  }
}
