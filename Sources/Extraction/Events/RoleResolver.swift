import Chronicle
import Prose

/// Tells who acts and to whom, from the type of the deed, the voice of the verb and the dyad.
struct RoleResolver {
  let context: DocumentContext

  /// A state or organisation named in a clause.
  struct Side {
    var at: Int
    var code: String
    /// Stands behind "in", "to", "at", "from": a place or goal, not an actor.
    var isPlace: Bool
    var isBy: Bool
    var isPossessor: Bool
    /// A people's adjective before "students", "officers": who is taught or helped.
    var isTaker: Bool
    var isOrganisation: Bool
  }

  struct Roles {
    var actors: [String]
    var recipients: [String]
    /// The side that the next "it" or "they" means.
    var subject: String?
  }

  func roles(_ draft: Draft, _ reading: BlockReading, _ discourse: Discourse) -> Roles {
    var sides = sides(in: draft.segment, reading)
    if sides.isEmpty { sides = self.sides(in: draft.sentence, reading) }
    let at = draft.trigger?.lowerBound ?? draft.segment.lowerBound
    switch draft.type {
    case .agreement, .meeting, .consultation, .declaration, .exercise, .commemoration:
      return mutual(draft, sides, reading)
    case .establishment where isShared(draft, reading): return mutual(draft, sides, reading)
    case .trade where draft.rule?.id == "trade/volume": return mutual(draft, sides, reading)
    case .visit: return visit(sides, at, discourse, reading, draft)
    case .membership: return membership(sides, at, discourse)
    case .conflict, .disaster:
      let struck = sides.first { !$0.isOrganisation }?.code
      return Roles(actors: struck.map { [$0] } ?? [], recipients: [], subject: discourse.subject)
    case .transportLink: return transport(sides, at, discourse)
    case .arms where draft.segment.contains { Self.contract.contains(reading.tokens[$0].key) }:
      return mutual(draft, sides, reading)
    case .other where sides.filter({ context.parties.contains($0.code) }).isEmpty:
      return Roles(actors: context.parties.sorted(), recipients: [], subject: discourse.subject)
    default: return directed(draft, sides, at, discourse, reading)
    }
  }

  /// Relations and joint bodies belong to both sides.
  private func isShared(_ draft: Draft, _ reading: BlockReading) -> Bool {
    guard let rule = draft.rule?.id else { return false }
    if rule == "establishment/mission" || rule == "establishment/mission-label" { return false }
    return rule != "establishment/body"
      || !draft.segment.contains { Self.missions.contains(reading.tokens[$0].key) }
  }

  private func mutual(_ draft: Draft, _ sides: [Side], _ reading: BlockReading) -> Roles {
    let states = unique(sides.filter { !$0.isOrganisation }.map(\.code))
    let organisations = unique(sides.filter(\.isOrganisation).map(\.code))
    let thirds = sides.filter {
      !context.parties.contains($0.code) && !$0.isOrganisation && !$0.isPlace
    }.map(\.code)
    // "entered into force for New Zealand", "Chile completed its procedures"
    if draft.rule?.id == "agreement/in-force", let only = states.first, states.count == 1,
      sides.allSatisfy({ !$0.isPlace })
    {
      return Roles(actors: [only], recipients: [], subject: nil)
    }
    if draft.type == .meeting, states.filter({ !isPlace($0, sides) }).isEmpty,
      let host = organisations.first, draft.rule?.kind == .noun
    {
      return Roles(actors: [host], recipients: [], subject: nil)
    }
    return Roles(
      actors: unique(context.parties + thirds).sorted(), recipients: [], subject: nil)
  }

  private func isPlace(_ code: String, _ sides: [Side]) -> Bool {
    sides.filter { $0.code == code }.allSatisfy(\.isPlace)
  }

  private func visit(
    _ sides: [Side], _ at: Int, _ discourse: Discourse, _ reading: BlockReading, _ draft: Draft
  ) -> Roles {
    let people = sides.filter { !$0.isPlace && !$0.isOrganisation }
    let before = people.last { $0.at <= at }
    let visitor =
      before?.code ?? people.first { $0.at > at }?.code
      ?? pronounSide(reading, draft.segment.lowerBound..<max(at, draft.segment.lowerBound))
    let places = sides.filter { $0.isPlace && $0.code != visitor && !$0.isOrganisation }
    let host =
      (places.first { $0.at > at } ?? places.first)?.code
      ?? sides.first { $0.at > at && $0.code != visitor && !$0.isOrganisation }?.code
    let guest = visitor ?? host.flatMap(context.other) ?? discourse.subject
    var goal = host ?? guest.flatMap(context.other)
    if let g = goal, g == guest { goal = context.other(than: g) }
    return Roles(
      actors: guest.map { [$0] } ?? context.parties.sorted(),
      recipients: guest == nil ? [] : goal.map { [$0] } ?? [], subject: guest)
  }

  private func membership(_ sides: [Side], _ at: Int, _ discourse: Discourse) -> Roles {
    let body =
      sides.first { $0.isOrganisation && $0.at >= at }
      ?? sides.first { $0.isOrganisation }
    let member =
      sides.last { !$0.isOrganisation && $0.at <= at && !$0.isPlace }?.code
      ?? sides.first { !$0.isOrganisation && !$0.isPlace }?.code ?? discourse.subject
      ?? discourse.listSubject
    return Roles(
      actors: member.map { [$0] } ?? [], recipients: body.map { [$0.code] } ?? [], subject: member)
  }

  private func transport(_ sides: [Side], _ at: Int, _ discourse: Discourse) -> Roles {
    let carrier = sides.first { !$0.isPlace && context.parties.contains($0.code) }?.code
    guard let carrier, let end = context.other(than: carrier) else {
      return Roles(actors: context.parties.sorted(), recipients: [], subject: nil)
    }
    return Roles(actors: [carrier], recipients: [end], subject: carrier)
  }

  /// One side does something for or to the other.
  private func directed(
    _ draft: Draft, _ sides: [Side], _ at: Int, _ discourse: Discourse, _ reading: BlockReading
  ) -> Roles {
    let own = sides.filter { context.parties.contains($0.code) }
    if isTogether(draft, at, reading) { return mutual(draft, sides, reading) }
    var actor: String?
    let receiving =
      (draft.type == .training || draft.type == .scholarship || draft.type == .award)
      && receives(draft, reading)
    if let agent = own.first(where: { $0.isBy }) {
      actor = agent.code
    } else if let taker = own.first(where: { $0.isTaker }) {
      actor = context.other(than: taker.code)
    } else if let subject = own.last(where: { $0.at < at && !$0.isPlace }) {
      actor = receiving ? context.other(than: subject.code) : subject.code
    } else if let side = pronounSide(reading, draft.segment.lowerBound..<at) {
      actor = receiving ? context.other(than: side) : side
    } else if let possessor = own.first(where: { $0.at > at && $0.isPossessor }),
      draft.type != .support
    {
      actor = possessor.code
    } else if let listed = discourse.listSubject {
      actor = receiving ? context.other(than: listed) : listed
    } else if let goal = own.first(where: { $0.isPlace }) ?? own.first(where: { $0.at > at }) {
      let isOwner = !goal.isPlace && draft.type == .establishment
      actor = isOwner || receiving && goal.isPlace ? goal.code : context.other(than: goal.code)
    } else {
      actor = discourse.subject
    }
    guard let actor else {
      return Roles(actors: context.parties.sorted(), recipients: [], subject: nil)
    }
    let organisations = sides.filter { $0.isOrganisation }.map(\.code)
    var recipient = context.other(than: actor).map { [$0] } ?? []
    if draft.type == .recognition,
      let object = sides.first(where: { $0.at > at && $0.code != actor && !$0.isBy })
    {
      recipient = [object.code]
    }
    if draft.type == .resolution, draft.rule?.id == "resolution/passed", !organisations.isEmpty,
      recipient.isEmpty
    {
      recipient = unique(organisations)
    }
    return Roles(actors: [actor], recipients: recipient, subject: actor)
  }

  /// "The two countries", "both sides", "each other": both act.
  private func isTogether(_ draft: Draft, _ at: Int, _ reading: BlockReading) -> Bool {
    for i in draft.segment.dropLast() {
      let key = reading.tokens[i].key
      let next = reading.tokens[i + 1].key
      if key == WordKey("each"), next == WordKey("other") { return true }
      if i < at, key == WordKey("two") || key == WordKey("both"),
        Self.pairs.contains(next)
          || i + 2 < draft.segment.upperBound && Self.pairs.contains(reading.tokens[i + 2].key)
      {
        return true
      }
    }
    return false
  }

  /// Whether the verb makes its subject the taker: "received training", "was decorated".
  private func receives(_ draft: Draft, _ reading: BlockReading) -> Bool {
    let from = max(draft.segment.lowerBound, (draft.trigger?.lowerBound ?? 0) - 3)
    let to = draft.trigger?.upperBound ?? draft.segment.upperBound
    let words = (from..<max(from, to)).map { reading.tokens[$0].key }
    if words.contains(where: Self.receivers.contains) { return true }
    guard draft.type != .scholarship else { return false }
    // Passive: a form of "be" right before the trigger.
    let start = draft.trigger?.lowerBound ?? from
    return (from..<max(from, start)).contains { Self.passive.contains(reading.tokens[$0].key) }
  }

  /// The side that "we", "our", "your" stand for in a part of the text.
  private func pronounSide(_ reading: BlockReading, _ range: Range<Int>) -> String? {
    guard let voice = context.voice else { return nil }
    for i in range {
      let key = reading.tokens[i].key
      if Self.first.contains(key) { return voice }
      if Self.second.contains(key) { return context.other(than: voice) }
    }
    return nil
  }

  /// The sides named in a range, in order of place.
  func sides(in range: Range<Int>, _ reading: BlockReading) -> [Side] {
    reading.entities.compactMap { entity in
      guard range.contains(entity.range.lowerBound), let code = entity.code else { return nil }
      let before = wordsBefore(entity.range.lowerBound, reading, range)
      let isPlaceName = entity.kind == .city || entity.kind == .capital || entity.kind == .state
      let isPlace =
        entity.kind != .person && before.contains(where: Self.placePrepositions.contains)
        || (isPlaceName && entity.kind != .state && before.isEmpty && isAfterComma(entity, reading))
      return Side(
        at: entity.range.lowerBound, code: code, isPlace: isPlace,
        isBy: isAgent(entity.range.lowerBound, reading, range),
        isPossessor: isPossessor(entity, reading, before), isTaker: isTaker(entity, reading),
        isOrganisation: entity.kind == .organisation)
    }
  }

  private func isAfterComma(_ entity: Entity, _ reading: BlockReading) -> Bool {
    let i = entity.range.lowerBound
    return i > 0 && reading.tokens[i - 1].key == WordKey(",")
  }

  private func isPossessor(_ entity: Entity, _ reading: BlockReading, _ before: [WordKey]) -> Bool {
    let next = entity.range.upperBound
    return before.contains(WordKey("of"))
      || (next < reading.tokens.count && reading.tokens[next].key == Tokenizer.possessive)
  }

  private func isTaker(_ entity: Entity, _ reading: BlockReading) -> Bool {
    guard entity.kind == .demonym else { return false }
    let end = min(reading.tokens.count, entity.range.upperBound + 3)
    return (entity.range.upperBound..<max(entity.range.upperBound, end)).contains {
      Self.takers.contains(reading.tokens[$0].key)
    }
  }

  /// Stands behind "by", with articles and offices between: "by the President of Pakistan".
  private func isAgent(_ at: Int, _ reading: BlockReading, _ range: Range<Int>) -> Bool {
    var i = at - 1
    while i >= range.lowerBound, at - i <= 7 {
      let token = reading.tokens[i]
      if token.key == WordKey("by") { return true }
      guard token.isCapitalised || Self.articles.contains(token.key) else { return false }
      i -= 1
    }
    return false
  }

  /// The preposition and articles right before an entity.
  private func wordsBefore(_ at: Int, _ reading: BlockReading, _ range: Range<Int>) -> [WordKey] {
    var result: [WordKey] = []
    var i = at - 1
    while i >= range.lowerBound, result.count < 4 {
      let key = reading.tokens[i].key
      if Self.articles.contains(key) {
        i -= 1
        continue
      }
      if Self.prepositions.contains(key) { result.append(key) }
      break
    }
    return result
  }

  private func unique(_ codes: [String]) -> [String] {
    var result: [String] = []
    for code in codes where !result.contains(code) { result.append(code) }
    return result
  }

  static let placePrepositions = BlockReading.keys("in to at from for into with on towards near")
  static let prepositions = BlockReading.keys(
    "in to at from for into with on towards near by of between")
  static let articles = BlockReading.keys(
    "the a an of republic islamic its our their his her visiting brotherly state city")
  static let first = BlockReading.keys("we our us ours my i")
  static let second = BlockReading.keys("you your yours")
  static let passive = BlockReading.keys("was were been be being is are")
  static let receivers = BlockReading.keys(
    "receive received receives receiving attend attended attends completed complete student"
      + " students trainees trained training officers came come sailed had")
  static let takers = BlockReading.keys(
    "student students officer officers personnel officials cadets trainees servicemen patients"
      + " victims nationals pupils diplomats participants")
  static let contract = BlockReading.keys("contract contracts signing signed agreement deal")
  static let pairs = BlockReading.keys(
    "countries sides leaders presidents governments states parties ministers nations sides houses"
      + " parliaments ministries partners")
  static let missions = BlockReading.keys("embassy mission consulate legation")
}
