import Chronicle
import Prose

/// Small words and the order of words by which a clause tells who acts.
extension RoleResolver {
  /// "The two countries", "both sides", "the two Presidents".
  func isPair(_ phrase: Range<Int>, _ reading: BlockReading) -> Bool {
    // "Two Austrian ministers" are of one side.
    let owners = Set(
      reading.entities[reading.entities(in: phrase)].filter {
        $0.kind == .demonym && $0.range.lowerBound >= phrase.lowerBound
      }.compactMap(\.code))
    if owners.count == 1 { return false }
    let keys = phrase.map { reading.tokens[$0].key }
    let hasPair = keys.contains { Self.pairs.contains($0) }
    let isCounted = keys.contains(WordKey("two")) || keys.contains(WordKey("both"))
    let isPlain = keys.count <= 2 && hasPair && keys.first == WordKey("the")
    // "The two set up a mechanism", "both spoke".
    let isAlone = isCounted && (keys.count == 1 || keys.count == 2 && keys[0] == WordKey("the"))
    return hasPair && isCounted || isPlain || isAlone
  }

  // MARK: Pronouns and possessives

  /// The side of "we", "our", "they" up to the deed's words.
  func spoken(_ cast: Cast) -> String? {
    let start = cast.draft.segment.lowerBound
    return pronounSide(cast.reading, start..<max(cast.at + 1, start), cast.discourse)
  }

  /// "Was restored by your Ministry": the side of a possessive behind "by".
  func spokenAgent(_ cast: Cast) -> String? {
    let tokens = cast.reading.tokens
    for i in cast.draft.segment.dropFirst() where i > cast.at && tokens[i - 1].key == WordClass.by {
      if let side = pronounSide(cast.reading, i..<(i + 1), cast.discourse) {
        return isOpposite(i, cast) ? opposite(of: side, cast) : side
      }
    }
    return nil
  }

  /// "Decorated me", "conferred on him": who gets what the deed gives.
  func spokenTaker(_ cast: Cast) -> String? {
    let tokens = cast.reading.tokens
    let end = cast.draft.trigger?.upperBound ?? cast.at + 1
    // "Made him an honorary doctor".
    if let trigger = cast.draft.trigger,
      trigger.dropFirst().contains(where: { Self.his.contains(tokens[$0].key) })
    {
      return cast.discourse.subject
    }
    for i in end..<max(end, min(end + 4, cast.draft.segment.upperBound)) {
      let key = tokens[i].key
      if Self.mine.contains(key), cast.discourse.isVoice { return context.voice }
      if Self.his.contains(key) { return cast.discourse.subject }
      guard i == end, Self.before.contains(key) else { return nil }
    }
    return nil
  }

  /// The subject is no more than a pronoun, or something of ours.
  func isPronoun(_ cast: Cast) -> Bool {
    guard let subject = cast.draft.clause?.subject, let first = subject.first else { return false }
    let key = cast.reading.tokens[first].key
    return subject.count == 1 && Self.third.contains(key) || Self.ours.contains(key)
  }

  /// "The Foreign Secretary and I": the voice of the document with its host.
  func isVoiceWithHost(_ subject: Range<Int>, _ reading: BlockReading, _ discourse: Discourse)
    -> Bool
  {
    guard context.voice != nil, discourse.isVoice else { return false }
    let keys = subject.map { reading.tokens[$0].key }
    return keys.contains(WordKey("i")) && keys.contains(WordKey("and"))
      && !keys.contains { Self.family.contains($0) }
  }

  // MARK: Several who act

  /// "By the leaders of Kenya, Ethiopia and South Sudan": all that stand behind "by".
  func agents(_ cast: Cast) -> [String] {
    let tokens = cast.reading.tokens
    guard
      let by = cast.draft.segment.first(where: { $0 > cast.at && tokens[$0].key == WordClass.by })
    else { return [] }
    return joined(from: by + 1, cast)
  }

  /// "Between Namibia and the European Union": parties to what is made, if others than ours.
  func between(_ cast: Cast) -> [String]? {
    let tokens = cast.reading.tokens
    guard
      let start = cast.draft.segment.last(where: { tokens[$0].key == WordKey("between") })
    else { return nil }
    let both = joined(from: start + 1, cast)
    return both.count > 1 && Set(both) != Set(context.parties) ? both : nil
  }

  /// "Its Association Agreement with the European Union", "EU–Viet Nam Agreement": one of us with a
  /// body that is no state.
  func withBody(_ cast: Cast) -> [String]? {
    guard cast.draft.type == .agreement || cast.draft.type == .declaration else { return nil }
    let tokens = cast.reading.tokens
    let bodies = cast.sides.filter { side in
      guard side.isOrganisation, cast.draft.segment.contains(side.at) else { return false }
      if side.isWith { return true }
      return side.at + 1 < tokens.count && tokens[side.at + 1].key == WordKey("-")
        && cast.sides.contains { $0.at == side.at + 2 && !$0.isOrganisation }
    }
    guard let body = bodies.first, cast.subject.count < 2 else { return nil }
    let own =
      cast.sides.first { $0.at == body.at + 2 && !$0.isOrganisation }?.code ?? cast.subject.first
      ?? spoken(cast) ?? cast.sides.first { !$0.isOrganisation && !$0.isCity && !$0.isPlace }?.code
    return own.map { unique([$0, body.code]) }
  }

  /// "We signed it", "it has been in force": the agreement told before, with those who made it.
  func paper(_ cast: Cast) -> [String]? {
    let actors = cast.discourse.paperActors
    guard cast.draft.type == .agreement, !actors.isEmpty, Set(actors) != Set(context.parties) else {
      return nil
    }
    let tokens = cast.reading.tokens
    let end = cast.draft.trigger?.upperBound ?? cast.at + 1
    let isObject = end < cast.draft.segment.upperBound && tokens[end].key == WordKey("it")
    let isSubject =
      cast.draft.clause?.subject.map {
        $0.count == 1 && tokens[$0.lowerBound].key == WordKey("it")
      } ?? false
    let isLeftOut =
      cast.draft.rule?.id.hasPrefix("agreement/in-force") == true && cast.draft.clause == nil
    return isObject || isSubject || isLeftOut ? actors : nil
  }

  /// The sides of a phrase of names joined by commas and "and".
  private func joined(from start: Int, _ cast: Cast) -> [String] {
    let tokens = cast.reading.tokens
    var end = start
    while end < cast.draft.segment.upperBound {
      let token = tokens[end]
      guard
        token.isCapitalised || SideFinder.articles.contains(token.key)
          || SideFinder.speakers.contains(token.key) || Self.joints.contains(token.key)
      else { break }
      end += 1
    }
    guard end > start else { return [] }
    return unique(
      finder.sides(in: start..<end, cast.reading).filter { !$0.isCity && !$0.isPlace }.map(\.code))
  }

  /// "The embassies of Chile and of Indonesia were opened in 1989 and in 1991, respectively".
  func respective(_ cast: Cast) -> String? {
    guard
      cast.draft.sentence.contains(where: {
        cast.reading.tokens[$0].key == WordKey("respectively")
      }), let own = cast.draft.date
    else { return nil }
    let dates = cast.reading.dates[cast.reading.dates(in: cast.draft.segment)]
    let sides = cast.sides.filter { !$0.isCity && !$0.isPlace && !$0.isOrganisation }
    guard dates.count > 1, sides.count == dates.count,
      let place = dates.firstIndex(where: { $0.mention.span == own.span })
    else { return nil }
    return sides[place - dates.startIndex].code
  }

  /// "In that format": the three that met before.
  func isSameFormat(_ i: Int, _ cast: Cast) -> Bool {
    cast.reading.tokens[i].key == WordKey("format") && i > 0
      && Self.pointers.contains(cast.reading.tokens[i - 1].key) && !cast.discourse.thirds.isEmpty
  }

  // MARK: Givers and takers

  /// "Offered to Mongolia", "for the Kenyan army": who is given something.
  func goal(_ cast: Cast, _ own: [Side]) -> String? {
    let isGift =
      Self.giving.contains(cast.draft.type) && cast.draft.type != .transportLink
      || cast.draft.type == .other && cast.isPassive
    if let buyer = delivered(cast, own) { return buyer }
    guard isGift else { return nil }
    let taker = own.first { side in
      side.at > cast.at && !side.isCity
        && preposition(before: side.at, cast).map(Self.goals.contains) == true
    }?.code
    // "The Kenyan government gave to Kenyan farmers": no gift between the two.
    return taker.flatMap { cast.subject.contains($0) ? nil : $0 }
  }

  /// The state in whose schools others learn: "36 officers in Baku", "trained in Lyon".
  func school(_ cast: Cast, _ own: [Side]) -> String? {
    guard cast.draft.type == .training, !cast.isVerb || cast.isPassive || cast.subject.isEmpty
    else {
      return nil
    }
    if let side = spokenSchool(cast) { return side }
    let places = own.filter { side in
      guard side.isPlace || side.isCity else { return false }
      let word = preposition(before: side.at, cast)
      return word.map(Self.seats.contains) == true || side.isCity && word == nil
    }
    guard let place = places.last, own.contains(where: { $0.isTaker && $0.code != place.code })
    else { return nil }
    return place.code
  }

  /// "Graduated from our war colleges": whose schools they are.
  private func spokenSchool(_ cast: Cast) -> String? {
    let tokens = cast.reading.tokens
    for i in cast.draft.segment.dropFirst() where i > cast.at {
      guard Self.from.contains(tokens[i - 1].key),
        Self.first.contains(tokens[i].key) || Self.second.contains(tokens[i].key)
      else { continue }
      return pronounSide(cast.reading, i..<(i + 1), cast.discourse)
    }
    return nil
  }

  /// "A gift of Chile", "a gift from the city of Kyiv": who gave it.
  func donor(_ cast: Cast) -> String? {
    guard cast.draft.rule?.id == "other/gift" else { return nil }
    let tokens = cast.reading.tokens
    guard let gift = cast.draft.segment.first(where: { tokens[$0].key == WordKey("gift") }) else {
      return nil
    }
    return cast.sides.first {
      $0.at > gift && $0.at - gift <= 6 && context.parties.contains($0.code)
    }?
    .code
  }

  /// "Received from President Nasser the Order of the Nile": who gives.
  func source(_ cast: Cast, _ own: [Side]) -> String? {
    own.first { side in
      side.at > cast.at && side.at - cast.at <= 9
        && preposition(before: side.at, cast) == WordKey("from")
    }?.code
  }

  /// The state of the office that is taken up: "Ambassador of India", "the Indian ambassador".
  func officeOwner(_ cast: Cast) -> String? {
    let named = cast.reading.entities.filter {
      $0.code != nil && ($0.kind == .state || $0.kind == .demonym)
    }
    for office in cast.reading.entities
    where office.kind == .office && cast.draft.segment.contains(office.range.lowerBound) {
      let end = office.range.upperBound
      let beside = named.first { entity in
        if entity.range.upperBound == office.range.lowerBound { return true }
        return entity.range.lowerBound > end && entity.range.lowerBound - end <= 4
          && cast.reading.tokens[end].key == WordKey("of")
          && (end + 1..<entity.range.lowerBound).allSatisfy {
            SideFinder.articles.contains(cast.reading.tokens[$0].key)
          }
      }
      if let code = beside?.code, context.parties.contains(code) { return code }
    }
    return nil
  }

  /// The state whose honour is given: "with our Padak", "the Order of the White Eagle".
  func honourOwner(_ cast: Cast) -> String? {
    let tokens = cast.reading.tokens
    for i in cast.draft.segment.dropFirst() where i > cast.at {
      if tokens[i - 1].key == WordKey("with") || tokens[i - 1].key == WordKey("the"),
        Self.first.contains(tokens[i].key) || Self.second.contains(tokens[i].key),
        let side = pronounSide(cast.reading, i..<(i + 1), cast.discourse)
      {
        return side
      }
    }
    return cast.reading.entities.first { entity in
      entity.kind == .body && cast.draft.segment.contains(entity.range.lowerBound)
        && entity.code.map(context.parties.contains) == true
        && entity.range.contains { Self.honours.contains(tokens[$0].key) }
    }?.code
  }

  /// A day that one state celebrates: its National Day, its independence.
  func isOwnDay(_ cast: Cast) -> Bool {
    let tokens = cast.reading.tokens
    return cast.draft.segment.dropFirst().contains { i in
      tokens[i].key == WordKey("day")
        && (Self.days.contains(tokens[i - 1].key) || stateDay(i, cast) != nil)
    }
  }

  /// "Pakistan Day", "the Independence Day of Georgia", "our National Day": whose it is.
  func dayOwner(_ cast: Cast) -> String? {
    let tokens = cast.reading.tokens
    guard let day = cast.draft.segment.first(where: { tokens[$0].key == WordKey("day") }) else {
      return nil
    }
    if let code = stateDay(day, cast) { return code }
    if let side = cast.sides.first(where: { $0.at > day && $0.at - day <= 3 && $0.isPossessor }) {
      return side.code
    }
    let before = max(cast.draft.segment.lowerBound, day - 3)..<day
    return before.lazy.compactMap {
      pronounSide(cast.reading, $0..<($0 + 1), cast.discourse)
    }.first
  }

  private func stateDay(_ day: Int, _ cast: Cast) -> String? {
    cast.reading.entities.first {
      $0.range.upperBound == day && ($0.kind == .state || $0.kind == .demonym)
    }?.code
  }

  // MARK: Acts of one side

  /// An act by which one state makes itself: its independence, its constitution.
  func isOwnAct(_ cast: Cast) -> Bool {
    let words = cast.draft.segment.map { cast.reading.tokens[$0].key }
    return cast.draft.rule?.id == "declaration/independence"
      || words.contains(WordKey("independence")) || words.contains(WordKey("constitutional"))
  }

  func ownAct(_ cast: Cast) -> Roles {
    let who =
      cast.subject.first ?? cast.sides.first { !$0.isOrganisation && !$0.isCity }?.code
      ?? cast.discourse.subject
    return Roles(actors: who.map { [$0] } ?? [], recipients: [], subject: who)
  }

  // MARK: Visits

  /// Of several visitors with a date each, the one before the deed's own date: "the visits of
  /// President Soeharto (1995) and President Lagos (2004)".
  func besideDate(_ people: [Side], _ cast: Cast) -> Side? {
    guard let own = cast.draft.date, people.count > 1,
      let range = cast.reading.dates.first(where: { $0.mention.span == own.span })?.range
    else { return nil }
    let others = cast.reading.dates[cast.reading.dates(in: cast.draft.segment)].filter {
      $0.mention.span != own.span
    }
    guard !others.isEmpty else { return nil }
    let floor = others.last { $0.range.upperBound <= range.lowerBound }?.range.upperBound
    // "Of President Lula in 2003 and in 2007": the visitor before both.
    return people.last { $0.at < range.lowerBound && $0.at >= (floor ?? 0) && !$0.isBy }
      ?? people.last { $0.at < range.lowerBound && !$0.isBy }
  }

  // MARK: Words

  /// The preposition before a side, articles and capitalised words between.
  func preposition(before at: Int, _ cast: Cast) -> WordKey? {
    var i = at - 1
    while i >= cast.draft.sentence.lowerBound, at - i <= 6 {
      let token = cast.reading.tokens[i]
      let isOffice = token.key == WordKey("of") && i > 0 && cast.reading.tokens[i - 1].isCapitalised
      if SideFinder.articles.contains(token.key) && token.key != WordKey("of") || isOffice
        || token.isCapitalised && token.kind == .word
        // "From Georgetown, Guyana".
        || token.key == WordClass.comma && i > 0 && cast.reading.tokens[i - 1].isCapitalised
      {
        i -= 1
        continue
      }
      return WordClass.prepositions.contains(token.key) ? token.key : nil
    }
    return nil
  }

  private static let honours = BlockReading.keys(
    "order medal cross star legion hilal nishan sitara tamgha padak award crown honour honor")
  private static let days = BlockReading.keys(
    "national independence republic victory constitution state flag army")
  private static let from = BlockReading.keys("from at in")
  private static let family = BlockReading.keys("my our family wife husband")
  private static let mine = BlockReading.keys("me us")
  private static let his = BlockReading.keys("him her")
  private static let ours = BlockReading.keys("our ours their theirs")
  private static let before = BlockReading.keys("on upon to")
  private static let joints = BlockReading.keys(", and both as well")
  static let goals = BlockReading.keys("to for")
  private static let seats = BlockReading.keys("in at")
  private static let pointers = BlockReading.keys("that this same")
  static let bodyWords = BlockReading.keys("assembly council organ chair presidency chairmanship")
}
