import Chronicle
import Prose

/// Whose things are that name no state, or name it only in their own name.
extension RoleResolver {
  /// "Parliament", "the Prime Minister" in a paper of a state's own office: its own.
  func isOwnOffice(_ subject: Range<Int>, _ reading: BlockReading) -> Bool {
    let isBody = subject.contains { Self.ownBodies.contains(reading.tokens[$0].key) }
    return subject.count <= 6
      && (isBody
        || reading.entities.contains { entity in
          guard entity.kind == .office, subject.overlaps(entity.range) else { return false }
          // "Prime Minister Roble": a name that no list knows may be anybody's.
          let next = entity.range.upperBound
          return next >= reading.tokens.count || !reading.tokens[next].isCapitalised
        })
  }

  /// "Our consulate in Lyon, which France had asked us to close": the speaker's own, wherever it stands.
  func isOurs(_ subject: Range<Int>, _ reading: BlockReading) -> Bool {
    guard let first = subject.first, subject.count > 1,
      Self.ours.contains(reading.tokens[first].key)
    else { return false }
    return subject.dropFirst().prefix(4).contains {
      Self.ownHouses.contains(reading.tokens[$0].key)
    }
  }

  private static let ours = BlockReading.keys("our my")
  private static let ownHouses = BlockReading.keys(
    "embassy consulate mission legation chancery parliament government ministry minister ministers"
      + " president navy army police airline university ambassador predecessor troops soldiers pilots"
      + " doctors nurses engineers team company companies volunteers delegation frigate frigates ships"
  )

  /// "The Government", with a capital and no state: the speaker's own.
  func isGovernment(_ subject: Range<Int>, _ reading: BlockReading) -> Bool {
    subject.count == 2 && reading.tokens[subject.lowerBound].key == WordKey("the")
      && reading.tokens[subject.lowerBound + 1].key == WordKey("government")
      && reading.tokens[subject.lowerBound + 1].isCapitalised
  }

  private static let ownBodies = BlockReading.keys(
    "parliament government cabinet senate house commons treasury")

  /// "The Canadian Institute of …": one state's, by the first word of its name.
  func isOwned(_ cast: Cast) -> Bool {
    guard cast.subject.count == 1, let subject = cast.draft.clause?.subject,
      let name = cast.reading.entities.first(where: { subject.contains($0.range.lowerBound) }),
      name.kind == .demonym || name.kind == .body, name.code == cast.subject[0]
    else { return false }
    return name.range.lowerBound - subject.lowerBound <= 1
  }
}

extension RoleResolver {
  /// "The island nation opened its embassy in Lima", "the country closed the Kenyan consulate": a
  /// state called by what it is, told by where it acts or whose thing it is.
  func epithet(_ subject: Range<Int>, _ draft: Draft, _ reading: BlockReading) -> String? {
    guard (2...6).contains(subject.count), let last = subject.last,
      Self.lands.contains(reading.tokens[last].key),
      Self.thats.contains(reading.tokens[subject.lowerBound].key),
      reading.entities.allSatisfy({ !subject.overlaps($0.range) || $0.code == nil }),
      let verb = draft.clause?.verb.main
    else { return nil }
    let behind = finder.sides(in: draft.segment, reading).filter {
      $0.at > verb && context.parties.contains($0.code)
    }
    let owner = behind.first { !$0.isPlace && !$0.isCity && !$0.isOrganisation && !$0.isTaker }
    let isMission = draft.segment.contains { Self.missions.contains(reading.tokens[$0].key) }
    if isMission, let owner { return owner.code }
    return behind.first { $0.isPlace || $0.isCity }.flatMap { context.other(than: $0.code) }
  }

  private static let lands = BlockReading.keys(
    "country nation state republic kingdom island sultanate")
  private static let thats = BlockReading.keys("the this that")
}

extension RoleResolver {
  /// "Pakistan’s recognition of Azerbaijan": who recognises whom.
  func recognition(_ cast: Cast) -> Roles? {
    guard cast.draft.type == .recognition, cast.draft.rule?.kind == .noun else { return nil }
    let own = cast.sides.filter { context.parties.contains($0.code) && !$0.isPlace && !$0.isCity }
    guard let giver = own.last(where: { $0.at < cast.at }),
      let taker = own.first(where: { $0.at > cast.at && $0.isPossessor }), giver.code != taker.code
    else { return nil }
    return Roles(actors: [giver.code], recipients: [taker.code], subject: giver.code)
  }
}

extension RoleResolver {
  /// "Poles need no visa", "Estonia lifted visas for Georgians": one side lets in the other's people.
  func visaWaiver(_ cast: Cast) -> Roles? {
    guard cast.draft.rule?.id == "agreement/visas", cast.subject.count == 1,
      context.parties.contains(cast.subject[0]), let clause = cast.draft.clause,
      let other = context.other(than: cast.subject[0])
    else { return nil }
    let isGiver = !clause.verb.isPassive && Self.lifting.contains(clause.verb.lemma)
    let giver = isGiver ? cast.subject[0] : other
    return Roles(
      actors: [giver], recipients: [isGiver ? other : cast.subject[0]], subject: giver)
  }

  private static let lifting: Set<String> = [
    "abolish", "waive", "lift", "introduce", "grant", "scrap", "drop", "exempt",
  ]
}

extension RoleResolver {
  /// "They", "it": no more than a pronoun of the third person.
  func isPlainPronoun(_ cast: Cast) -> Bool {
    guard let subject = cast.draft.clause?.subject, subject.count == 1 else { return false }
    return Self.third.contains(cast.reading.tokens[subject.lowerBound].key)
  }

  /// "The Finnish side announced that it would open a consulate": who speaks, speaks of itself.
  func speaker(of subject: Range<Int>, _ draft: Draft, _ reading: BlockReading) -> String? {
    let at = subject.lowerBound
    guard subject.count == 1, Self.selves.contains(reading.tokens[at].key) else { return nil }
    let before = draft.sentence.lowerBound..<max(at, draft.sentence.lowerBound)
    guard
      let verb = before.last(where: {
        VerbLexicon.builtIn.entry(reading.tokens[$0].key).map {
          VerbLexicon.builtIn.isReport($0.lemma)
        } ?? false
      }), at - verb <= 5
    else { return nil }
    let codes = unique(
      finder.sides(in: draft.sentence.lowerBound..<verb, reading).filter {
        !$0.isOrganisation && !$0.isPlace && !$0.isCity && !$0.isFor && !$0.isWith
      }.map(\.code))
    return codes.count == 1 && context.parties.contains(codes[0]) ? codes[0] : nil
  }

  private static let selves = BlockReading.keys("it they he she")

  /// Whom the next "it" means after a sentence that tells no deed: the one party that is its subject.
  func speaker(of sentence: Range<Int>, _ reading: BlockReading) -> String? {
    guard !reading.entities(in: sentence).isEmpty,
      let subject = ClauseParser(reading: reading).clauses(sentence).first?.subject
    else { return nil }
    let codes = finder.codes(of: subject, reading)
    return codes.count == 1 && context.parties.contains(codes[0]) ? codes[0] : nil
  }
}
