import Chronicle
import Prose

/// A state or organisation named in a clause, with the part it plays there.
struct Side: Equatable {
  var at: Int
  var code: String
  /// Stands behind "in", "to", "at", "from": a place or goal, not an actor.
  var isPlace: Bool
  /// Stands behind "by".
  var isBy: Bool
  /// "of Pakistan", "Pakistan’s".
  var isPossessor: Bool
  /// A people's adjective before "students", "officers": who is taught or helped.
  var isTaker: Bool
  var isOrganisation: Bool
  /// Stands behind "for".
  var isFor = false
  /// Stands behind "with" or "between".
  var isWith = false
  /// A chamber, company or agency that acts for its state.
  var isBody = false
  /// A town, which says where and not who.
  var isCity = false
}

/// Finds the sides of a clause or noun phrase.
struct SideFinder {
  let context: DocumentContext

  /// The sides named in a range, in order of place.
  func sides(in range: Range<Int>, _ reading: BlockReading) -> [Side] {
    reading.entities[reading.entities(in: range)].compactMap { entity in
      guard let named = entity.code ?? realm(of: entity, reading) else { return nil }
      let code = Lexicon.builtIn.organs[named] ?? named
      let before = wordBefore(entity.range.lowerBound, reading, range)
      let isPlaceName = entity.kind == .city || entity.kind == .capital
      let isPlace =
        entity.kind != .person && before.map(Self.placePrepositions.contains) == true
        || isPlaceName && before == nil && isAfterComma(entity, reading)
        || entity.kind == .state && isAfterPlace(entity, reading, range)
      return Side(
        at: entity.range.lowerBound, code: code, isPlace: isPlace,
        isBy: isAgent(entity.range.lowerBound, reading, range, isCity: isPlaceName),
        isPossessor: isPossessor(entity, reading, before), isTaker: isTaker(entity, reading),
        isOrganisation: entity.kind == .organisation, isFor: before == WordKey("for"),
        isWith: before == WordKey("with") || before == WordKey("between"),
        isBody: entity.kind == .body, isCity: isPlaceName)
    }
  }

  /// The codes for which a noun phrase stands: its own, not those of its places and goals.
  func codes(of phrase: Range<Int>, _ reading: BlockReading) -> [String] {
    var result: [String] = []
    let named = sides(in: phrase, reading).filter { !$0.isOrganisation }
    let people = reading.entities[reading.entities(in: phrase)].filter {
      $0.kind == .person && $0.code != nil
    }
    if !people.isEmpty {
      for person in people { if let code = person.code { append(code, &result) } }
      return result
    }
    for side in named
    where !side.isPlace && !side.isFor && !side.isWith && !isTopic(side, named, reading) {
      append(side.code, &result)
    }
    // "The embassy in Baku": whose it is, a place does not say; "the parliament in Tbilisi" does.
    if result.isEmpty, phrase.contains(where: { Self.ownBodies.contains(reading.tokens[$0].key) }) {
      for side in named where side.isCity { append(side.code, &result) }
    }
    return result
  }

  /// "The Canadian Institute of Ukrainian Studies": what it is about acts for nobody.
  private func isTopic(_ side: Side, _ named: [Side], _ reading: BlockReading) -> Bool {
    guard side.isPossessor, let first = named.first, first != side, !first.isCity else {
      return false
    }
    let end = min(side.at + 3, reading.tokens.count)
    return (side.at + 1..<max(end, side.at + 1)).contains {
      Self.topics.contains(reading.tokens[$0].key)
    }
  }

  private static let topics = BlockReading.keys(
    "studies language languages literature culture history art arts film cinema music cuisine")

  /// "The Sultan", "His Majesty": the state of the one party that is a monarchy.
  private func realm(of entity: Entity, _ reading: BlockReading) -> String? {
    guard entity.kind == .office, Realms.titles.contains(entity.name) else { return nil }
    let next = entity.range.upperBound
    if next < reading.tokens.count, reading.tokens[next].key == WordKey("of") { return nil }
    return Realms.side(context.parties, title: entity.name)
  }

  private func append(_ code: String, _ codes: inout [String]) {
    if !codes.contains(code) { codes.append(code) }
  }

  private func isAfterComma(_ entity: Entity, _ reading: BlockReading) -> Bool {
    let i = entity.range.lowerBound
    guard i > 1, reading.tokens[i - 1].key == WordClass.comma else { return false }
    // "Prague Castle, Prague"; in "That May, Seoul donated" the comma ends an adverbial.
    return reading.tokens[i - 2].isCapitalised
      && !reading.has(.date, at: i - 2)
  }

  /// "In Davos, Switzerland": a state behind the comma of a place.
  private func isAfterPlace(_ entity: Entity, _ reading: BlockReading, _ range: Range<Int>) -> Bool
  {
    let i = entity.range.lowerBound
    guard i >= range.lowerBound + 3, reading.tokens[i - 1].key == WordClass.comma,
      reading.tokens[i - 2].isCapitalised
    else { return false }
    var at = i - 2
    while at > range.lowerBound, reading.tokens[at].isCapitalised, i - at < 6 { at -= 1 }
    return Self.nearWords.contains(reading.tokens[at].key)
  }

  private func isPossessor(_ entity: Entity, _ reading: BlockReading, _ before: WordKey?) -> Bool {
    let next = entity.range.upperBound
    return before == WordKey("of")
      || (next < reading.tokens.count && reading.tokens[next].key == Tokenizer.possessive)
  }

  private func isTaker(_ entity: Entity, _ reading: BlockReading) -> Bool {
    guard entity.kind == .demonym || entity.kind == .body else { return false }
    let end = min(reading.tokens.count, entity.range.upperBound + 3)
    return (entity.range.upperBound..<max(entity.range.upperBound, end)).contains {
      Self.takers.contains(reading.tokens[$0].key)
    }
  }

  /// Stands behind "by" of the clause's own deed, with articles and offices between; "the work done
  /// by X" tells of another deed.
  private func isAgent(
    _ at: Int, _ reading: BlockReading, _ range: Range<Int>, isCity: Bool
  ) -> Bool {
    var i = at - 1
    while i >= range.lowerBound, at - i <= 7 {
      let token = reading.tokens[i]
      if token.key == WordClass.by { return i == range.lowerBound || !isOtherDeed(i - 1, reading) }
      // "By the Foreign Office, Islamabad": the seat behind the office.
      let isSeat = isCity && i == at - 1 && token.key == WordClass.comma
      guard
        token.isCapitalised || Self.articles.contains(token.key) || isSeat
          || Self.speakers.contains(token.key)
      else {
        return false
      }
      i -= 1
    }
    return false
  }

  private func isOtherDeed(_ i: Int, _ reading: BlockReading) -> Bool {
    i > 0 && Self.otherDeeds.contains(reading.tokens[i].key)
      && !WordClass.be.contains(reading.tokens[i - 1].key)
  }

  /// The preposition right before an entity, articles between.
  private func wordBefore(_ at: Int, _ reading: BlockReading, _ range: Range<Int>) -> WordKey? {
    var i = at - 1
    while i >= range.lowerBound {
      let key = reading.tokens[i].key
      if Self.articles.contains(key) {
        i -= 1
        continue
      }
      return Self.prepositions.contains(key) ? key : nil
    }
    return nil
  }

  /// Bodies that belong to the state of their seat.
  private static let ownBodies = BlockReading.keys(
    "parliament government authorities ministry municipality mayor university company court cabinet"
      + " museum academy hospital assembly senate city")
  private static let nearWords = BlockReading.keys("in at near")
  static let placePrepositions = BlockReading.keys("in to at from for into on towards near")
  static let prepositions = BlockReading.keys(
    "in to at from for into with on towards near by of between")
  static let articles = BlockReading.keys(
    "the a an of republic islamic its our their his her visiting brotherly state city capital")
  /// Who does a deed for a state behind "by": "by the leaders of", "by the government of".
  static let speakers = BlockReading.keys(
    "leader leaders president presidents minister ministers government governments authorities"
      + " heads head parliament parliaments foreign prime embassy navy army ambassador people"
      + " company firm")
  static let takers = BlockReading.keys(
    "student students officer officers personnel official officials cadets trainees servicemen"
      + " patients victims nationals pupils diplomats participants farmers scholars experts"
      + " specialists children families refugees nurses engineers teachers")
  private static let otherDeeds = BlockReading.keys("done made run headed led chaired written")
}
