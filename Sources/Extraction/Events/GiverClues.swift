import Chronicle
import Prose

/// Clues to who gives, where the clause has no subject that says it.
extension RoleResolver {
  /// "Thanked Viet Nam for its vote", "grateful to Norway for the tents": who is thanked has done it.
  func thanked(_ cast: Cast) -> String? {
    let tokens = cast.reading.tokens
    guard Self.thankworthy.contains(cast.draft.type),
      let thanks = cast.draft.sentence.first(where: {
        $0 < cast.at && Self.thanks.contains(tokens[$0].key)
      }),
      let reason = (thanks..<cast.at).first(where: { tokens[$0].key == WordKey("for") }),
      // "Thanked Peru for its help and sent a team".
      !(reason..<cast.at).contains(where: { tokens[$0].key == WordKey("and") })
        || !cast.isVerb || cast.subject.isEmpty
    else { return nil }
    return finder.sides(in: thanks..<reason, cast.reading).first {
      !$0.isOrganisation && context.parties.contains($0.code)
    }?.code
  }

  /// "Mongolia was granted 85 places", "we were lent two ships": who is given something behind the verb.
  func granted(_ cast: Cast) -> String? {
    guard Self.giving.contains(cast.draft.type) || cast.draft.type == .arms,
      let verb = cast.draft.clause?.verb, verb.isPassive, Self.granting.contains(verb.lemma),
      verb.range.upperBound < cast.draft.segment.upperBound,
      let taker = cast.subject.first(where: context.parties.contains), cast.subject.count == 1,
      let subject = cast.draft.clause?.subject
    else { return nil }
    let next = verb.range.upperBound
    let token = cast.reading.tokens[next]
    guard token.kind != .punctuation, !WordClass.prepositions.contains(token.key),
      !cast.reading.has(.date, at: next), !cast.reading.has(.adverb, at: next)
    else { return nil }
    // "A Kenyan grant was given": no taker.
    let isSomebody = subject.allSatisfy { i in
      cast.reading.tokens[i].isCapitalised
        || SideFinder.articles.contains(cast.reading.tokens[i].key)
        || Self.first.contains(cast.reading.tokens[i].key)
        || Self.third.contains(cast.reading.tokens[i].key)
    }
    return isSomebody ? taker : nil
  }

  static let granting: Set<String> = [
    "grant", "give", "offer", "award", "allot", "allocate", "lend", "loan", "pay", "send", "sell",
    "promise", "pledge", "present",
  ]

  /// "The medicines that we sent", "the doses which Norway had delivered", "it was Norway that gave": who
  /// does it stands in the clause behind what is given, or before "that".
  func doerBehind(_ cast: Cast) -> String? {
    let tokens = cast.reading.tokens
    guard Self.thankworthy.contains(cast.draft.type) || cast.draft.type == .trade else {
      return nil
    }
    let start = max(cast.draft.segment.lowerBound, cast.at - 3)
    let end = min(cast.draft.segment.upperBound, (cast.draft.trigger?.upperBound ?? cast.at) + 6)
    guard
      let relative = (start..<max(start, end)).first(where: {
        Self.relatives.contains(tokens[$0].key)
      })
    else { return nil }
    let verb = (relative + 1..<max(relative + 1, min(relative + 7, end))).first {
      cast.reading.has(.verb, at: $0) && !tokens[$0].isCapitalised
    }
    guard let verb else { return nil }
    // "It was Norway that gave".
    if verb == relative + 1, relative >= 3, Self.its.contains(tokens[relative - 1 - 2].key) {
      return finder.codes(of: (relative - 1)..<relative, cast.reading).first(
        where: context.parties.contains)
    }
    let subject = (relative + 1)..<verb
    guard !subject.isEmpty,
      !(verb..<min(verb + 4, tokens.count)).contains(where: { tokens[$0].key == WordClass.by })
    else { return nil }
    return finder.codes(of: subject, cast.reading).first(where: context.parties.contains)
      ?? pronounSide(cast.reading, subject, cast.discourse)
  }

  private static let relatives = BlockReading.keys("that which")
  private static let its = BlockReading.keys("it")

  /// "You had our vote", "won Kenya's backing": whose vote it is.
  func voteOwner(_ cast: Cast) -> String? {
    guard cast.draft.type == .support, let trigger = cast.draft.trigger,
      let vote = trigger.last(where: { Self.votes.contains(cast.reading.tokens[$0].key) }),
      let verb = cast.draft.clause?.verb.lemma, Self.having.contains(verb)
    else { return nil }
    let owner = max(trigger.lowerBound, vote - 3)..<vote
    return finder.codes(of: owner, cast.reading).first(where: context.parties.contains)
      ?? owner.lazy.compactMap {
        pronounSide(cast.reading, $0..<($0 + 1), cast.discourse)
      }.first
  }

  private static let votes = BlockReading.keys("vote votes backing")
  private static let having: Set<String> = [
    "have", "win", "get", "receive", "enjoy", "secure", "obtain",
  ]

  /// "The President made me a Grand Officer": the voice, where the verb does it to "me".
  func honoured(_ cast: Cast) -> String? {
    guard let voice = context.voice, cast.discourse.isVoice,
      let verb = cast.draft.clause?.verb.main,
      verb + 1 < cast.draft.segment.upperBound,
      Self.objects.contains(cast.reading.tokens[verb + 1].key)
    else { return nil }
    return voice
  }

  private static let objects = BlockReading.keys("me us")

  /// "Forty-two doctors from Coimbra worked in Kisumu", "grapes from Portugal": where those who help and
  /// what is sold come from.
  func origin(_ cast: Cast, _ own: [Side]) -> String? {
    guard [.aid, .trade, .arms, .support, .culturalEvent].contains(cast.draft.type),
      cast.subject.isEmpty,
      let subject = cast.draft.clause?.subject
    else { return nil }
    return own.first { side in
      (side.isPlace || side.isCity) && subject.contains(side.at)
        && preposition(before: side.at, cast) == WordKey("from")
    }?.code
  }

  /// "Thirty students left for Turkey on scholarships", "guards completed a course in Poland": who
  /// learns abroad is taught there.
  func studyPlace(_ cast: Cast, _ own: [Side]) -> String? {
    guard cast.draft.type == .scholarship || cast.draft.type == .training,
      let verb = cast.draft.clause?.verb, Self.studying.contains(verb.lemma), !verb.isPassive,
      let subject = cast.draft.clause?.subject,
      !subject.contains(where: { Self.teachers.contains(cast.reading.tokens[$0].key) })
    else { return nil }
    return own.first { side in
      (side.isPlace || side.isCity) && side.at > verb.main
        && preposition(before: side.at, cast).map(Self.studyPlaces.contains) == true
        && !cast.subject.contains(side.code)
    }?.code
  }

  /// "Seven Tunisians began studies in Seoul", "our students left on scholarships": who learns is taught by
  /// the other.
  func learnersHost(_ cast: Cast) -> String? {
    guard Self.teaching.contains(cast.draft.type), let clause = cast.draft.clause,
      Self.studying.contains(clause.verb.lemma) || Self.learning.contains(clause.verb.lemma),
      !clause.verb.isPassive, let subject = clause.subject, cast.subject.count == 1,
      !subject.contains(where: { Self.teachers.contains(cast.reading.tokens[$0].key) })
    else { return nil }
    let isOfLearners =
      subject.contains { Self.learners.contains(cast.reading.tokens[$0].key) }
      || cast.reading.entities[cast.reading.entities(in: subject)].contains {
        $0.kind == .demonym && $0.code == cast.subject[0]
      }
    return isOfLearners ? context.other(than: cast.subject[0]) : nil
  }

  private static let learning: Set<String> = [
    "begin", "start", "take", "fill", "attend", "follow", "obtain", "spend", "return", "win",
  ]
  private static let learners = BlockReading.keys(
    "student students pupil pupils graduate graduates trainee trainees cadet cadets officer officers"
      + " official officials diplomat diplomats nurse nurses doctor doctors teacher teachers journalist"
      + " journalists farmer farmers engineer engineers servants scholars youths athletes specialists"
  )

  private static let studying: Set<String> = [
    "leave", "go", "travel", "depart", "come", "fly", "study", "enrol", "enroll", "graduate",
    "complete", "finish", "learn", "move", "set",
  ]
  private static let studyPlaces = BlockReading.keys("for to in at from")
  private static let teachers = BlockReading.keys(
    "instructor instructors teacher teachers trainer trainers expert experts adviser advisers"
      + " lecturer lecturers professor professors mission team coach coaches volunteers")

  /// "SEK 210 million": nobody gives in the other’s money.
  func payer(_ cast: Cast) -> String? {
    guard Self.gifts.contains(cast.draft.type) || Self.works.contains(cast.draft.type) else {
      return nil
    }
    let states = Set(
      AmountReader.found(cast.reading, cast.draft.segment).filter(\.isMoney).map {
        Units.builtIn.state(ofCurrency: $0.amount.unit)
      })
    guard states.count == 1, let state = states.first, let state,
      context.parties.contains(state)
    else { return nil }
    return state
  }

  /// "Cyclone in Lamu: 8 million through the Red Cross": the other side helps the one that was struck.
  func helper(_ cast: Cast) -> String? {
    guard cast.draft.type == .aid else { return nil }
    let struck = Set(
      finder.sides(in: cast.draft.sentence.lowerBound..<cast.at, cast.reading).filter {
        $0.isPlace || $0.isCity
      }.map(\.code))
    return struck.count == 1 ? struck.first.flatMap(context.other) : nil
  }

  /// "Built with Finnish money", "a Kenyan-funded clinic": whose means they are.
  func means(_ cast: Cast, _ own: [Side]) -> String? {
    guard Self.gifts.contains(cast.draft.type) || cast.draft.type == .scholarship else {
      return nil
    }
    let tokens = cast.reading.tokens
    return own.first { side in
      let with = (max(0, side.at - 2)..<side.at).contains {
        tokens[$0].key == WordKey("with") || tokens[$0].key == WordKey("through")
      }
      let behind = (side.at..<min(side.at + 4, tokens.count)).dropFirst()
      return (with || tokens[behind.first ?? side.at].key == WordKey("-"))
        && behind.contains { Self.funds.contains(tokens[$0].key) }
    }?.code
  }

  /// "The Sindhuli road was handed over": a town in the name of what was built says where it stands.
  func builder(_ cast: Cast) -> String? {
    guard cast.draft.type == .construction, cast.subject.count == 1,
      let clause = cast.draft.clause, let subject = clause.subject,
      clause.verb.isPassive || Self.opening.contains(clause.verb.lemma),
      let place = cast.reading.entities.first(where: { subject.contains($0.range.lowerBound) }),
      place.kind == .city || place.kind == .capital, place.code == cast.subject[0],
      place.range.upperBound < subject.upperBound
    else { return nil }
    return mostGiving(cast) ?? context.other(than: cast.subject[0])
  }

  private static let opening: Set<String> = ["open", "begin", "start", "close"]

  /// "Mahendra, Kavre: US$ 64,300": a row of gifts that names no state.
  func listedGiver(_ cast: Cast) -> String? {
    guard cast.draft.rule?.kind == .entry, Self.gifts.contains(cast.draft.type),
      !cast.reading.entities.contains(where: {
        ($0.kind == .state || $0.kind == .demonym || $0.kind == .capital)
          && cast.draft.sentence.contains($0.range.lowerBound)
      })
    else { return nil }
    return mostGiving(cast)
  }

  /// "German experts trained 118 inspectors": who teaches is not taught.
  func isTeacher(_ cast: Cast) -> Bool {
    guard let verb = cast.draft.clause?.verb, cast.isVerb, !verb.isPassive else { return false }
    if verb.lemma == "teach" || verb.lemma == "instruct" { return true }
    return ["train", "coach"].contains(verb.lemma)
      && verb.main + 1 < cast.draft.segment.upperBound
      && !cast.reading.has(.preposition, at: verb.main + 1)
  }

  /// "Opened its Ethiopian programme": what somebody runs in a state is not that state's.
  func branchOwner(_ cast: Cast, _ own: [Side]) -> String? {
    let tokens = cast.reading.tokens
    guard cast.subject.isEmpty, cast.draft.clause?.subject != nil else { return nil }
    let place = own.first { side in
      let next = side.at + 1
      return side.at > cast.at && side.at > 0 && Self.theirs.contains(tokens[side.at - 1].key)
        && next < tokens.count && Self.branches.contains(tokens[next].key)
    }
    return place.flatMap { context.other(than: $0.code) }
  }

  private static let theirs = BlockReading.keys("its their his her our")
  private static let branches = BlockReading.keys(
    "programme program office offices branch branches operation operations mission work business"
      + " subsidiary desk project projects service services chapter bureau plant factory")
  private static let funds = BlockReading.keys(
    "money funds funding financing finance help aid assistance support credit credits loan loans"
      + " grant grants capital donation donations gifts contributions funded financed built backed")
  private static let works: Set<EventType> = [.scholarship, .construction]

  /// "The last of the ships was delivered to Mombasa": who gets what was bought.
  func delivered(_ cast: Cast, _ own: [Side]) -> String? {
    guard let verb = cast.draft.clause?.verb, verb.isPassive, Self.handing.contains(verb.lemma)
    else { return nil }
    return own.first {
      $0.at > verb.main && $0.at - verb.main <= 4
        && cast.reading.tokens[$0.at - 1].key == WordClass.to
    }?.code
  }

  private static let handing: Set<String> = ["deliver", "hand", "supply", "sell", "ship", "export"]

  /// "By her host", "by his counterpart": the other than the one whose host it is.
  func isOpposite(_ possessive: Int, _ cast: Cast) -> Bool {
    let end = min(possessive + 4, cast.reading.tokens.count)
    return (possessive + 1..<max(end, possessive + 1)).contains {
      Self.opposites.contains(cast.reading.tokens[$0].key)
    }
  }

  /// The other side than the subject of the clause, else than the one the possessive means.
  func opposite(of side: String, _ cast: Cast) -> String? {
    let own = cast.subject.count == 1 ? cast.subject[0] : side
    return context.other(than: own)
  }

  private static let thankworthy: Set<EventType> = [
    .aid, .support, .training, .scholarship, .construction, .resolution, .recognition,
  ]
  private static let thanks = BlockReading.keys(
    "thank thanks thanked thanking grateful gratitude appreciation appreciated indebted obliged")
  private static let opposites = BlockReading.keys(
    "host hosts hostess counterpart counterparts colleague colleagues opposite homologue")
}
