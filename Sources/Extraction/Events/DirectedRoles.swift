import Chronicle
import Prose

/// Deeds that one side does for or to the other.
extension RoleResolver {
  /// "Its air force unveiled its first fighters": who shows them has got them from the other side.
  func shown(_ cast: Cast) -> Roles? {
    guard cast.draft.type == .arms, cast.isVerb == false || !cast.isPassive,
      let clause = cast.draft.clause, Self.showing.contains(clause.verb.lemma),
      !clause.verb.isPassive, cast.subject.count == 1,
      let seller = context.other(than: cast.subject[0])
    else { return nil }
    return Roles(actors: [seller], recipients: cast.subject, subject: cast.subject[0])
  }

  private static let showing: Set<String> = ["unveil", "show", "display", "parade", "present"]

  func directed(_ cast: Cast) -> Roles {
    let draft = cast.draft
    if let side = respective(cast), let other = context.other(than: side) {
      return Roles(actors: [side], recipients: [other], subject: side)
    }
    if let recognised = recognition(cast) { return recognised }
    if let others = others(cast) { return others }
    if isTogether(cast) || isRelations(cast) { return bothAct(cast) }
    let agents = agents(cast)
    if agents.count > 1 { return Roles(actors: agents.sorted(), recipients: [], subject: nil) }
    if let organisation = organisation(cast) {
      return Roles(actors: [organisation], recipients: [], subject: nil)
    }
    if cast.sides.isEmpty, cast.subject.isEmpty, cast.discourse.entryActors.count > 1,
      spoken(cast) == nil
    {
      return Roles(actors: cast.discourse.entryActors.sorted(), recipients: [], subject: nil)
    }
    guard let actor = actor(cast) else {
      return Roles(actors: context.parties.sorted(), recipients: [], subject: nil)
    }
    let organisations = cast.sides.filter(\.isOrganisation).map(\.code)
    var recipients = context.other(than: actor).map { [$0] } ?? []
    if draft.type == .aid, let body = payee(cast) { recipients = [body] }
    if draft.type == .recognition, let mine = ownCountry(cast), mine != actor {
      recipients = [mine]
    } else if draft.type == .recognition,
      let object = cast.sides.first(where: {
        $0.at > cast.at && $0.code != actor && !$0.isBy && $0.at - cast.at <= 8
      })
    {
      recipients = [object.code]
    }
    let isOfBody =
      draft.type == .resolution && recipients.isEmpty
      || cast.draft.segment.contains { Self.bodyWords.contains(cast.reading.tokens[$0].key) }
    if isOfBody, !isVotedFor(cast, recipients),
      draft.type == .resolution || draft.type == .appointment, !organisations.isEmpty
    {
      recipients = unique(organisations)
    } else if isVoteElsewhere(cast, recipients) {
      recipients = []
    }
    return Roles(actors: [actor], recipients: recipients, subject: actor)
  }

  /// Deeds done for the place where they are done.
  static let local: Set<EventType> = [
    .establishment, .construction, .aid, .training, .support, .conflict, .investment,
  ]

  /// "Recognised my country": the voice's own, behind the verb.
  private func ownCountry(_ cast: Cast) -> String? {
    let start = cast.draft.trigger?.upperBound ?? cast.at
    return pronounSide(
      cast.reading, start..<min(cast.reading.tokens.count, start + 3), cast.discourse)
  }

  private func actor(_ cast: Cast) -> String? {
    let own = cast.sides.filter { context.parties.contains($0.code) }
    let takes = receives(cast)
    func given(_ side: String) -> String? { takes ? context.other(than: side) : side }
    // "Were treated by an Algerian field hospital": behind the verb, where a noun is the deed's word.
    let agentStart =
      cast.draft.clause.map { $0.verb.isPassive ? min(cast.at, $0.verb.main) : cast.at } ?? cast.at
    if hasAgent(cast), let agent = own.first(where: { $0.isBy && $0.at > agentStart }) {
      return agent.code
    }
    if hasAgent(cast), let agent = spokenAgent(cast) { return agent }
    if let taker = granted(cast) { return context.other(than: taker) }
    if let doer = voteOwner(cast) ?? doerBehind(cast) { return doer }
    if let host = inviter(cast, own) { return host }
    if let owner = branchOwner(cast, own) { return owner }
    if let donor = donor(cast) ?? thanked(cast) ?? means(cast, own) { return donor }
    if Self.giving.contains(cast.draft.type), cast.draft.type != .transportLink,
      let taker = spokenTaker(cast), taker == context.voice, !cast.subject.contains(taker)
    {
      return context.other(than: taker)
    }
    if cast.draft.type == .award, let taker = honoured(cast) { return context.other(than: taker) }
    if cast.draft.type == .award, let taker = own.first(where: { isGiven($0, cast) }) {
      return context.other(than: taker.code)
    }
    if cast.draft.type == .award, let giver = source(cast, own) ?? honourOwner(cast) {
      return giver
    }
    if cast.draft.type == .award, let taker = spokenTaker(cast), !cast.subject.contains(taker) {
      return context.other(than: taker)
    }
    if let host = unveiler(cast, own) { return host }
    if cast.draft.type == .commemoration, let owner = dayOwner(cast) { return owner }
    if cast.draft.type == .appointment, let owner = officeOwner(cast) { return owner }
    if cast.draft.type == .establishment, let seat = seat(cast, own) {
      return context.other(than: seat)
    }
    if Self.sent.contains(cast.draft.rule?.id ?? ""),
      let giver = source(cast, own.filter { !$0.isCity })
    {
      return giver
    }
    if cast.draft.rule?.id == "scholarship/places", let giver = source(cast, own) { return giver }
    if cast.draft.rule?.id == "aid/treated", cast.isPassive, let taker = own.first(where: \.isTaker)
    {
      return context.other(than: taker.code)
    }
    if let giver = announcer(cast, own) ?? namedGift(cast, own) ?? shown(cast, own) {
      return giver
    }
    if !isTeacher(cast),
      let school = school(cast, own) ?? studyPlace(cast, own) ?? learnersHost(cast)
    {
      return school
    }
    if Self.teaching.contains(cast.draft.type), !isTeacher(cast),
      let taker = own.first(where: \.isTaker)
    {
      return context.other(than: taker.code)
    }
    if let taker = goal(cast, own) { return context.other(than: taker) }
    if let origin = origin(cast, own) { return origin }
    if let guest = guestGoingOn(cast) { return given(guest) }
    // "The navy received two aircraft from Germany".
    if let verb = cast.draft.clause?.verb, Self.getting.contains(verb.lemma), !verb.isPassive,
      cast.draft.type != .visit,
      let source = own.first(where: {
        $0.at > verb.main && preposition(before: $0.at, cast) == WordKey("from")
      })
    {
      return source.code
    }
    // "Twelve students from Argentina received grants".
    if takes, cast.subject.isEmpty, let subject = cast.draft.clause?.subject,
      let taker = own.first(where: {
        subject.contains($0.at) && preposition(before: $0.at, cast) == WordKey("from")
      })
    {
      return context.other(than: taker.code)
    }
    if let builder = builder(cast) ?? listedGiver(cast) { return builder }
    if let subject = cast.subject.first(where: context.parties.contains) {
      if isDoneTo(cast) { return context.other(than: subject) }
      // "The embassy was opened": whose thing it is, not who is given something.
      return given(subject)
    }
    if let before = own.last(where: { $0.at < cast.at && !$0.isPlace && !$0.isCity }) {
      return given(before.code)
    }
    if let side = spoken(cast) { return given(side) }
    if let possessor = own.first(where: { $0.at > cast.at && $0.isPossessor && !$0.isCity }),
      cast.draft.type != .support
    {
      return possessor.code
    }
    if let listed = cast.discourse.listSubject ?? cast.discourse.lead?.actor {
      return given(listed)
    }
    if let goal = own.first(where: \.isPlace) ?? own.first(where: { $0.at > cast.at }) {
      let isOwner =
        !goal.isPlace && !goal.isCity
        && (cast.draft.type == .establishment || cast.draft.type == .resolution && goal.isBody)
      return isOwner || takes && goal.isPlace ? goal.code : context.other(than: goal.code)
    }
    if cast.draft.type == .appointment, let voice = context.voice { return voice }
    if let giver = payer(cast) ?? helper(cast) ?? usualGiver(cast) { return giver }
    // A deed that no rule knows, told of nobody: both are concerned.
    if cast.draft.rule == nil { return nil }
    return cast.discourse.subject ?? (Self.gifts.contains(cast.draft.type) ? context.voice : nil)
  }

  /// "Ukraine was put on the list", "the President was congratulated": the other side does it.
  private func isDoneTo(_ cast: Cast) -> Bool {
    guard cast.isPassive, [.statement, .support, .other].contains(cast.draft.type),
      let subject = cast.draft.clause?.subject
    else { return false }
    return cast.reading.entities.contains { entity in
      [.state, .person, .office].contains(entity.kind) && subject.overlaps(entity.range)
        && subject.count <= entity.range.count + 2 && entity.range.upperBound == subject.upperBound
    }
  }

  /// "Conferred on Mehriban Aliyeva": who gets it.
  private func isGiven(_ side: Side, _ cast: Cast) -> Bool {
    // "Conferred on the professor for his research on Mongolia": on him.
    guard side.at > cast.at,
      let upon = (cast.at..<side.at).first(where: {
        Self.upon.contains(cast.reading.tokens[$0].key)
      })
    else { return false }
    return side.at - upon <= 5
  }

  /// "The embassy in Baku was opened": where a mission stands, if nobody is named as its owner.
  private func seat(_ cast: Cast, _ own: [Side]) -> String? {
    guard
      cast.draft.segment.contains(where: {
        Self.missions.contains(cast.reading.tokens[$0].key)
      }), own.allSatisfy({ $0.isPlace || $0.isCity }), Set(own.map(\.code)).count == 1,
      pronounSide(cast.reading, cast.draft.segment, cast.discourse) == nil
    else { return nil }
    return own.first?.code
  }

  /// Deeds whose "from" names who does them: "a message from the President", "funded by a loan from France".
  private static let sent: Set<String> = ["statement/note", "aid/gave", "aid/contribution"]

  private static let upon = BlockReading.keys("on upon")

  /// Whether "by" names who does the deed: in the passive, behind a noun or a participle.
  private func hasAgent(_ cast: Cast) -> Bool {
    if cast.isPassive || cast.draft.rule?.kind != .verb { return true }
    guard !cast.isVerb, let trigger = cast.draft.trigger else { return false }
    // "Statement of support by the Foreign Office": a verb's words used as a noun.
    guard cast.draft.clause.map({ $0.range.contains(trigger.lowerBound) }) ?? false else {
      return true
    }
    return trigger.contains { i in
      switch VerbLexicon.builtIn.entry(cast.reading.tokens[i].key)?.form {
      case .participle, .pastOrParticiple: true
      default: false
      }
    }
  }

  /// Where nothing names who gives, the side that has given most so far in this document.
  private func usualGiver(_ cast: Cast) -> String? {
    Self.giving.contains(cast.draft.type) ? mostGiving(cast) : nil
  }

  /// The side that has given by far most so far.
  func mostGiving(_ cast: Cast) -> String? {
    let gifts = cast.discourse.gifts
    let ranked = context.parties.sorted {
      (-gifts[$0, default: 0], $0) < (-gifts[$1, default: 0], $1)
    }
    guard let most = ranked.first, let least = ranked.last,
      gifts[most, default: 0] >= 2 * gifts[least, default: 0] + 2
    else { return nil }
    return most
  }

  /// "They were established in 1994": relations, not a side.
  private func isRelations(_ cast: Cast) -> Bool {
    guard cast.draft.type == .establishment, cast.isPassive,
      let subject = cast.draft.clause?.subject, subject.count == 1
    else { return false }
    let key = cast.reading.tokens[subject.lowerBound].key
    return key == WordKey("they") || key == WordKey("these")
  }

  private func bothAct(_ cast: Cast) -> Roles {
    Roles(
      actors: unique(context.parties + cast.subject).sorted(), recipients: [], subject: nil)
  }

  /// An organisation that adopts or gives: "The Security Council adopted resolution 822".
  private func organisation(_ cast: Cast) -> String? {
    guard let subject = cast.draft.clause?.subject, cast.isVerb, !cast.isPassive else { return nil }
    guard cast.subject.isEmpty else { return nil }
    return finder.sides(in: subject, cast.reading).first(where: \.isOrganisation)?.code
  }

  /// "The two countries", "both sides", "each other": both act.
  private func isTogether(_ cast: Cast) -> Bool {
    if cast.subject.count > 1, Set(cast.subject).isSuperset(of: context.parties) { return true }
    let tokens = cast.reading.tokens
    // "A joint review was held", "jointly restored".
    if let subject = cast.draft.clause?.subject, cast.subject.isEmpty,
      subject.prefix(3).contains(where: { tokens[$0].key == WordKey("joint") })
    {
      return true
    }
    return cast.draft.segment.dropLast().contains {
      tokens[$0].key == WordKey("each") && tokens[$0 + 1].key == WordKey("other")
    }
  }

  /// Whether the verb makes its subject the taker: "received training", "was decorated".
  func receives(_ cast: Cast) -> Bool {
    let type = cast.draft.type
    if type == .trade || type == .arms { return isBought(cast) }
    // "Ghana was a partner country of Dutch aid".
    if cast.draft.rule?.id == "aid/partner-country" { return true }
    guard Self.teaching.contains(type) || type == .award || type == .aid, !isTeacher(cast) else {
      return false
    }
    let from = max(cast.draft.segment.lowerBound, cast.at - 3)
    let to = cast.draft.trigger?.upperBound ?? cast.draft.segment.upperBound
    let words = (from..<max(from, to)).map { cast.reading.tokens[$0].key }
    if words.contains(where: Self.receivers.contains) { return true }
    // "Had a course"; "had sent" is another's past.
    if let verb = cast.draft.clause?.verb, Self.having.contains(verb.lemma),
      (from..<to).contains(verb.main)
    {
      return true
    }
    if let clause = cast.draft.clause, Self.getting.contains(clause.verb.lemma),
      !clause.verb.isPassive, clause.subject?.contains(cast.at) == true
    {
      return true
    }
    guard type != .scholarship else { return false }
    let isShared = cast.draft.clause?.isShared == true
    if type == .aid {
      // "A rescue team was flown out": who helps is sent, not helped.
      let isHelper = cast.draft.clause?.subject?.contains {
        Self.helpers.contains(cast.reading.tokens[$0].key)
      }
      return cast.isPassive && !cast.subject.isEmpty && !isShared && isHelper != true
    }
    if cast.isPassive { return true }
    guard type == .training else { return false }
    if !cast.isVerb { return words.contains(WordKey("trained")) }
    return cast.draft.clause?.verb.lemma == "train" && isIntransitive(cast)
  }

  /// "Bought rice", "took delivery of three fighters": the subject is the buyer.
  private func isBought(_ cast: Cast) -> Bool {
    if cast.draft.rule?.id == "trade/waived" { return cast.isPassive }
    guard let verb = cast.draft.clause?.verb, !verb.isPassive,
      cast.draft.segment.contains(verb.main)
    else { return false }
    if Self.buying.contains(verb.lemma) { return true }
    let next = verb.main + 1
    return verb.lemma == "take" && next < cast.reading.tokens.count
      && cast.reading.tokens[next].key == WordKey("delivery")
  }

  private static let buying: Set<String> = ["buy", "purchase", "import", "acquire", "receive"]

  /// "130 personnel trained in Pakistan": no object behind the verb.
  private func isIntransitive(_ cast: Cast) -> Bool {
    guard let end = cast.draft.clause?.verb.range.upperBound, end < cast.reading.tokens.count else {
      return true
    }
    return cast.reading.has(.preposition, at: end)
  }

  static let teaching: Set<EventType> = [.training, .scholarship]
  /// Deeds that tell who gives in a document as a rule.
  static let gifts: Set<EventType> = [.aid, .training, .scholarship, .construction]
  static let giving: Set<EventType> = [
    .aid, .training, .scholarship, .construction, .award, .transportLink,
  ]
  static let receivers = BlockReading.keys(
    "receive received receives receiving filled fill took attend attended attends completed complete student"
      + " students trainees officers came come sailed graduated enrolled")
  /// "Twelve students received grants": the takers are the subject.
  private static let getting: Set<String> = ["receive", "get", "obtain", "win", "gain"]
  private static let helpers = BlockReading.keys(
    "team teams rescuers doctors nurses medics firefighters brigade experts advisers adviser"
      + " volunteers contingent hospital contribution contributions grant grants loan credit donation"
      + " donations gift aid assistance payment instalment tranche cheque consignment shipment")
  private static let having: Set<String> = ["have", "hold"]
}
