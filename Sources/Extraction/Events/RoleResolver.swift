import Chronicle
import Diagnostics
import Prose

/// Tells who acts and to whom, from the type of the deed, the subject of its clause, the voice of the
/// verb and the dyad.
struct RoleResolver {
  let context: DocumentContext
  let finder: SideFinder

  init(context: DocumentContext) {
    self.context = context
    finder = SideFinder(context: context)
  }

  struct Roles {
    var actors: [String]
    var recipients: [String]
    /// The side that the next "it" or "they" means.
    var subject: String?
  }

  /// What a clause offers to choose from.
  struct Cast {
    let draft: Draft
    let reading: BlockReading
    let discourse: Discourse
    let sides: [Side]
    /// First token of the deed's words.
    let at: Int
    /// Codes for which the clause's subject stands.
    let subject: [String]
    /// Whether the deed is the clause's verb in the passive.
    let isPassive: Bool
    /// Whether the deed is the clause's verb.
    let isVerb: Bool
  }

  func roles(_ draft: Draft, _ reading: BlockReading, _ discourse: Discourse) -> Roles {
    let cast = cast(draft, reading, discourse)
    if let shown = shown(cast) { return shown }
    // "Visits to Angola by Prime Minister Dong in 1978, and by Vice President Doan in 2013".
    let isListed =
      draft.type == .visit && draft.rules.first?.hasPrefix("ellipsis/") == true
      && discourse.lastType == .visit && finder.sides(in: draft.segment, reading).isEmpty
      && discourse.lead == nil
    if draft.goesOn || isListed, let last = discourse.lastRoles {
      return Roles(actors: last.actors, recipients: last.recipients, subject: nil)
    }
    if let company = company(cast) { return Roles(actors: company, recipients: [], subject: nil) }
    if let waiver = visaWaiver(cast) { return waiver }
    switch draft.type {
    case .declaration where isOwnAct(cast): return ownAct(cast)
    case .commemoration where isOwnDay(cast): return directed(cast)
    case .agreement, .meeting, .consultation, .declaration, .exercise, .commemoration:
      return mutual(cast)
    case .establishment where isShared(cast): return mutual(cast)
    case .trade where draft.rule?.isShared == true: return mutual(cast)
    case .visit: return visit(cast)
    case .membership: return membership(cast)
    case .conflict: return struck(cast)
    case .disaster: return stricken(cast)
    case .transportLink: return transport(cast)
    case .arms
    where told(draft, reading).contains { Self.contract.contains(reading.tokens[$0].key) }:
      return mutual(cast)
    case .other
    where cast.sides.filter({ context.parties.contains($0.code) }).isEmpty
      && cast.subject.isEmpty:
      return Roles(actors: context.parties.sorted(), recipients: [], subject: discourse.subject)
    case .other where draft.rule?.id == "other/accession-independence",
      .declaration where draft.rule?.id == "declaration/independence":
      // A state becomes independent by itself, whoever recognises it.
      let roles = directed(cast)
      return Roles(actors: roles.actors, recipients: [], subject: roles.subject)
    default: return directed(cast)
    }
  }

  private func cast(_ draft: Draft, _ reading: BlockReading, _ discourse: Discourse) -> Cast {
    var sides = finder.sides(in: draft.segment, reading)
    let isNamed = sides.contains { !$0.isPlace && !$0.isCity && !$0.isOrganisation }
    if sides.isEmpty { sides = finder.sides(in: draft.sentence, reading) }
    let at = draft.trigger?.lowerBound ?? draft.segment.lowerBound
    let isVerb =
      draft.clause.map { clause in draft.trigger.map { $0.contains(clause.verb.main) } ?? false }
      ?? false
    return Cast(
      draft: draft, reading: reading, discourse: discourse, sides: sides, at: at,
      subject: isLeftOut(draft) && isNamed ? [] : subjectCodes(draft, reading, discourse),
      isPassive: isVerb && draft.clause?.verb.isPassive == true, isVerb: isVerb)
  }

  /// The segment up to what only says when: "unveiled, seven months after the signing of a contract".
  private func told(_ draft: Draft, _ reading: BlockReading) -> Range<Int> {
    let end = draft.segment.dropFirst().first { Self.timing.contains(reading.tokens[$0].key) }
    return draft.segment.lowerBound..<(end ?? draft.segment.upperBound)
  }

  // MARK: Subjects

  /// "…, that of Viet Nam in Budapest two years later": the subject stands in the clause before.
  private func isLeftOut(_ draft: Draft) -> Bool {
    guard draft.trigger == nil, let subject = draft.clause?.subject else { return false }
    return !subject.overlaps(draft.segment)
  }

  /// The codes for which the subject of the deed's clause stands, pronouns resolved.
  private func subjectCodes(_ draft: Draft, _ reading: BlockReading, _ discourse: Discourse)
    -> [String]
  {
    guard let subject = draft.clause?.subject else { return [] }
    if isPair(subject, reading) || isVoiceWithHost(subject, reading, discourse) {
      return context.parties.sorted()
    }
    if let side = epithet(subject, draft, reading) ?? speaker(of: subject, draft, reading) {
      return [side]
    }
    if let last = discourse.subject, let other = context.other(than: last),
      subject.contains(where: { Self.counterparts.contains(reading.tokens[$0].key) })
    {
      return [other]
    }
    if let voice = context.voice, discourse.isVoice, isOurs(subject, reading) { return [voice] }
    let codes = finder.codes(of: subject, reading)
    if !codes.isEmpty { return codes }
    if let side = pronounSide(reading, subject, discourse) { return [side] }
    if let house = context.house, isOwnOffice(subject, reading) { return [house] }
    if let voice = context.voice, discourse.isVoice, isGovernment(subject, reading) {
      return [voice]
    }
    return []
  }

  /// The side that "we", "our", "your", "they" stand for in a part of the text.
  func pronounSide(_ reading: BlockReading, _ range: Range<Int>, _ discourse: Discourse) -> String?
  {
    for i in range {
      let key = reading.tokens[i].key
      // A "thank-you letter" speaks to nobody.
      if i > 0, reading.tokens[i - 1].key == WordKey("-") { continue }
      // "You were there last month", asks the interviewer.
      if let voice = context.voice, !discourse.isVoice, Self.second.contains(key) { return voice }
      if let voice = context.voice, discourse.isVoice {
        if Self.first.contains(key) { return voice }
        if Self.second.contains(key) { return context.other(than: voice) }
        // "Their embassy", said by us.
        if Self.possessors.contains(key), i + 1 < reading.tokens.count,
          Self.missions.contains(reading.tokens[i + 1].key)
        {
          return context.other(than: voice)
        }
        // Beside "we", "they" are the others.
        if Self.others.contains(key), discourse.subject == voice {
          return context.other(than: voice)
        }
      }
      if Self.third.contains(key), i == range.lowerBound { return discourse.subject }
    }
    return nil
  }

  // MARK: Both act

  /// Relations and joint bodies belong to both sides.
  private func isShared(_ cast: Cast) -> Bool {
    guard let rule = cast.draft.rule?.id else { return false }
    if cast.sides.contains(where: { $0.isBy && context.parties.contains($0.code) }) {
      return rule.hasPrefix("establishment/relations") || agents(cast).count > 1
    }
    if Self.ownHouses.contains(rule) { return false }
    if !rule.hasPrefix("establishment/relations"), isOwned(cast) { return false }
    return rule.hasPrefix("establishment/relations")
      || !cast.draft.segment.contains { Self.missions.contains(cast.reading.tokens[$0].key) }
  }

  /// Three and more who act in the entry, where the clause itself names nobody.
  private func company(_ cast: Cast) -> [String]? {
    guard cast.discourse.entryActors.count > 2,
      cast.subject.isEmpty && spoken(cast) == nil || isPlainPronoun(cast),
      cast.sides.allSatisfy(\.isCity), cast.draft.type != .visit
    else { return nil }
    return cast.discourse.entryActors.sorted()
  }

  /// Who is named in a sentence that tells a deed without a date: "(with Azerbaijan)" joins the
  /// parties.
  func company(named sentence: Range<Int>, _ reading: BlockReading) -> [String] {
    let named = finder.codes(of: sentence, reading)
    let joined = finder.sides(in: sentence, reading).filter {
      $0.isWith && !$0.isOrganisation && !context.parties.contains($0.code)
    }
    return joined.isEmpty ? named : unique(context.parties + joined.map(\.code))
  }

  private func mutual(_ cast: Cast) -> Roles {
    let draft = cast.draft
    if draft.rule?.id.hasPrefix("agreement/in-force") == true
      || draft.rule?.id == "agreement/procedures"
    {
      let bound = inForce(cast)
      if !bound.isEmpty { return Roles(actors: bound.sorted(), recipients: [], subject: nil) }
    }
    let isNamed = cast.draft.type != .establishment || isOwn(cast)
    // "Met in May after Russia had invaded Ukraine".
    let end =
      (cast.at..<max(cast.at, draft.segment.upperBound)).first {
        Self.timing.contains(cast.reading.tokens[$0].key)
      } ?? .max
    let named = unique(
      cast.subject
        + cast.sides.filter {
          isNamed && $0.at < end && !$0.isOrganisation
            && (!$0.isPlace || $0.isWith || isSent($0, cast))
            && !$0.isCity
        }
        .map(\.code))
    let organisations = unique(cast.sides.filter(\.isOrganisation).map(\.code))
    if draft.type == .meeting, named.isEmpty, let host = organisations.first,
      draft.rule?.kind != .verb, !isTrilateral(cast)
    {
      return Roles(actors: [host], recipients: [], subject: nil)
    }
    if let both = between(cast) ?? withBody(cast) ?? paper(cast) {
      return Roles(actors: both.sorted(), recipients: [], subject: nil)
    }
    var actors: [String]
    let thirds = named.filter { !context.parties.contains($0) }
    if isTrilateral(cast) {
      actors = context.parties + (thirds.isEmpty ? cast.discourse.thirds : thirds)
    } else if named.count >= 2, !named.allSatisfy({ !context.parties.contains($0) }) {
      actors = named
    } else if named.isEmpty, cast.discourse.entryActors.count > 2 {
      // The entry has named who takes part.
      actors = cast.discourse.entryActors
    } else {
      actors = context.parties + thirds
    }
    return Roles(actors: unique(actors).sorted(), recipients: [], subject: nil)
  }

  /// "Negotiators from Brunei": people who come from a state act for it.
  private func isSent(_ side: Side, _ cast: Cast) -> Bool {
    let i = side.at - 1
    let tokens = cast.reading.tokens
    guard i > cast.draft.segment.lowerBound, tokens[i].key == WordKey("from"),
      tokens[i - 1].kind == .word
    else { return false }
    return cast.reading.text.bytes[tokens[i - 1].end - 1] == 0x73
  }

  /// "Entered into force for New Zealand", "Chile completed its procedures": whom it binds.
  private func inForce(_ cast: Cast) -> [String] {
    let bound = cast.sides.filter(\.isFor).map(\.code)
    if !bound.isEmpty {
      // "For New Zealand and Singapore".
      return unique(
        bound
          + cast.sides.filter { !$0.isOrganisation && !$0.isPlace && $0.at > cast.at }.map(\.code))
    }
    let tokens = cast.reading.tokens
    for i in cast.draft.segment.dropFirst() where tokens[i - 1].key == WordKey("for") {
      if let side = pronounSide(cast.reading, i..<(i + 1), cast.discourse) { return [side] }
    }
    return cast.isVerb && cast.subject.count == 1 && !isPronoun(cast) ? cast.subject : []
  }

  /// "The trilateral meeting", "the three ministers".
  private func isTrilateral(_ cast: Cast) -> Bool {
    let tokens = cast.reading.tokens
    return cast.draft.segment.contains { i in
      let key = tokens[i].key
      if cast.discourse.wasThree, isPronoun(cast) { return true }
      if Self.trilateral.contains(key) || isSameFormat(i, cast) { return true }
      guard key == WordKey("three") else { return false }
      return (i + 1..<min(i + 3, tokens.count)).contains { Self.pairs.contains(tokens[$0].key) }
    }
  }

  // MARK: Visits, members

  private func visit(_ cast: Cast) -> Roles {
    let people = cast.sides.filter {
      !$0.isPlace && !$0.isOrganisation && !$0.isCity && !isAside($0, cast)
    }
    var visitors: [String] = []
    if cast.isVerb { visitors = isVisited(cast) ? guests(ofVisited: cast) : cast.subject }
    if cast.isPassive, isReturn(cast) {
      visitors = people.filter(\.isBy).map(\.code)
      if visitors.isEmpty { visitors = cast.subject.compactMap(context.other) }
    }
    if let guest = guest(of: cast) ?? guestHere(cast, visitors) { visitors = [guest] }
    let beside = cast.isVerb ? nil : besideDate(people, cast)
    if let beside { visitors = [beside.code] }
    if visitors.isEmpty {
      let after = people.first { $0.at > cast.at && !$0.isBy }
      let isNoun = cast.draft.rule?.kind == .noun
      let ofPhrase =
        isNoun
        && after.map { $0.isPossessor && $0.at - (cast.draft.trigger?.upperBound ?? 0) <= 8 }
          == true
      let before = people.last { $0.at <= cast.at }
      let named = ofPhrase ? after : visitor(people, cast) ?? before ?? after
      if named == nil, isReturn(cast), let last = cast.discourse.subject,
        let other = context.other(than: last)
      {
        visitors = [other]
      }
      let pronoun = pronounSide(
        cast.reading, cast.draft.segment.lowerBound..<max(cast.at, cast.draft.segment.lowerBound),
        cast.discourse)
      if visitors.isEmpty {
        visitors = [
          named?.code ?? pronoun ?? cast.discourse.lead?.actor ?? entryGuest(cast)
        ].compactMap(\.self)
      }
    }
    // "Recalled the visit of President Pohamba to Finland": nobody goes to himself.
    if namesNoGuest(cast), beside == nil, let guest = visitors.first,
      let other = context.other(than: guest),
      cast.sides.contains(where: {
        $0.at > cast.at && $0.isPlace && $0.code == guest && isGoal($0, cast)
      })
    {
      visitors = [other]
    }
    // "Came from Macau" says whence, not where to.
    let places = cast.sides.filter {
      ($0.isPlace || $0.isCity) && !visitors.contains($0.code) && !$0.isOrganisation
        && preposition(before: $0.at, cast) != WordKey("from")
    }
    let host =
      (places.first { $0.at > cast.at } ?? places.first)?.code
      ?? cast.sides.first {
        $0.at > cast.at && !visitors.contains($0.code) && !$0.isOrganisation
          && preposition(before: $0.at, cast) != WordKey("from")
      }?.code
    if visitors.isEmpty {
      let guest = host.flatMap(context.other) ?? cast.discourse.subject
      visitors = guest.map { [$0] } ?? []
    }
    guard let guest = visitors.first else {
      return Roles(actors: context.parties.sorted(), recipients: [], subject: nil)
    }
    let goal = host.flatMap { visitors.contains($0) ? nil : $0 } ?? context.other(than: guest)
    return Roles(
      actors: visitors.sorted(), recipients: goal.map { visitors.contains($0) ? [] : [$0] } ?? [],
      subject: guest)
  }

  /// "Returned the visit", "a return visit": the other side than the last.
  private func isReturn(_ cast: Cast) -> Bool {
    let end = cast.draft.trigger?.upperBound ?? cast.at + 1
    return (max(cast.draft.segment.lowerBound, cast.at - 2)..<max(end, cast.at)).contains {
      Self.returns.contains(cast.reading.tokens[$0].key)
    }
  }

  func unique(_ codes: [String]) -> [String] {
    var result: [String] = []
    for code in codes where !result.contains(code) { result.append(code) }
    return result
  }

  private static let timing = BlockReading.keys("after before since")
  private static let returns = BlockReading.keys("return returned returns returning reciprocated")
  static let counterparts = BlockReading.keys("counterpart counterparts")
  static let first = BlockReading.keys("we our us ours my i")
  static let second = BlockReading.keys("you your yours")
  private static let possessors = BlockReading.keys("their")
  static let others = BlockReading.keys("they their theirs them")
  static let third = BlockReading.keys("he she it they his her its their this")
  static let contract = BlockReading.keys(
    "contract contracts signing signed agreement deal ordered orders")
  static let trilateral = BlockReading.keys("trilateral tripartite")
  static let pairs = BlockReading.keys(
    "countries sides leaders presidents governments states parties ministers nations"
      + " parliaments ministries partners speakers capitals peoples delegations neighbours"
      + " republics kingdoms premiers heads chiefs")
  /// Rules of houses that belong to one side.
  private static let ownHouses: Set<String> = [
    "establishment/maintained", "establishment/exists", "establishment/posted",
    "establishment/mission", "establishment/mission-label",
    "establishment/mission-entry", "establishment/doors", "establishment/ours",
  ]
  static let missions = BlockReading.keys("embassy mission consulate legation")
}
