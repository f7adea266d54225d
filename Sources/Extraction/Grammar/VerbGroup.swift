import Diagnostics
import Prose

/// The verb of a clause with its auxiliaries: "has not yet been signed".
struct VerbGroup: Sendable {
  enum Mood: Sendable {
    /// Carries a clause: "visited", "was signed", "will visit".
    case finite
    /// "to visit"
    case infinitive
    /// "signed in May", behind its noun
    case participle
    /// "visiting"
    case gerund
  }

  var range: Range<Int>
  /// The token of the main verb.
  var main: Int
  var lemma: String
  var mood: Mood
  var isPassive = false
  var isNegated = false
  /// "will", "would", "may" …; nil without one.
  var modal: WordKey?
  /// Present tense of the main verb or first auxiliary.
  var isPresent = false
  /// "is", "was" with no other verb.
  var isCopula = false
}

/// Finds the verb groups of a sentence, in order.
struct VerbGroupFinder {
  let lexicon: VerbLexicon
  let reading: BlockReading
  let sentence: Range<Int>

  func key(_ i: Int) -> WordKey? {
    sentence.contains(i) ? reading.tokens[i].key : nil
  }

  /// The form of a word; of unknown words in "-ed" a past form.
  func entry(_ i: Int) -> VerbLexicon.Entry? {
    guard let key = key(i) else { return nil }
    if reading.has(.verb, at: i) { return lexicon.entry(key) }
    guard endsInEd(i), !Self.noVerbs.contains(key) else { return nil }
    let stem = String(reading.text.string(reading.tokens[i].span).dropLast(2))
    return VerbLexicon.Entry(lemma: stem, form: .pastOrParticiple, isNoun: false)
  }

  /// A long word in small letters that ends as a past form does.
  private func endsInEd(_ i: Int) -> Bool {
    let token = reading.tokens[i]
    return token.kind == .word && !token.isCapitalised && token.end - token.start > 4
      && reading.text.bytes[token.end - 1] == 0x64 && reading.text.bytes[token.end - 2] == 0x65
  }

  private static let noVerbs = BlockReading.keys(
    "hundred indeed kindred sacred embed exceed proceed succeed agreed need seed speed breed"
      + " united advanced skilled talented limited related detailed sophisticated")

  func groups() -> [VerbGroup] {
    var result: [VerbGroup] = []
    var i = sentence.lowerBound
    while i < sentence.upperBound {
      if let group = group(at: i, after: result.last) {
        result.append(group)
        i = group.range.upperBound
      } else {
        i += 1
      }
    }
    return markParticiples(result)
  }

  private func group(at i: Int, after last: VerbGroup?) -> VerbGroup? {
    guard reading.has([.verb, .auxiliary], at: i) || endsInEd(i), let key = key(i),
      !isInsideName(i)
    else { return nil }
    guard reading.has(.auxiliary, at: i) else { return lone(i, last) }
    if WordClass.modals.contains(key), !reading.tokens[i].isCapitalised || i == sentence.lowerBound
    {
      return chain(from: i, next: i + 1, modal: key)
    }
    if WordClass.be.contains(key) || WordClass.have.contains(key) { return chain(from: i, next: i) }
    if WordClass.auxiliaryDo.contains(key) {
      let next = skipped(i + 1)
      if next > i + 1, let verb = entry(next), verb.form == .base {
        return make(i..<(next + 1), next, verb.lemma, .finite)
      }
      return nil
    }
    if key == WordClass.to {
      let next = skipped(i + 1)
      if let verb = entry(next), verb.form == .base, !reading.tokens[next].isCapitalised {
        return make(i..<(next + 1), next, verb.lemma, .infinitive)
      }
      if self.key(next) == WordKey("be") || self.key(next) == WordKey("have"),
        var group = chain(from: i, next: next)
      {
        group.mood = .infinitive
        return group
      }
      return nil
    }
    return lone(i, last)
  }

  /// A verb without auxiliaries.
  private func lone(_ i: Int, _ last: VerbGroup?) -> VerbGroup? {
    let token = reading.tokens[i]
    guard let verb = entry(i), token.kind == .word else { return nil }
    if i > sentence.lowerBound, reading.tokens[i - 1].end == token.start,
      reading.tokens[i - 1].key == WordKey("-")
    {
      return prefixed(i, verb)
    }
    let before = key(i - 1)
    let isFirst =
      i == sentence.lowerBound || before.map { BlockReading.quotes.contains($0) } == true
    if token.isCapitalised, !isFirst { return nil }
    let isNominal =
      before.map {
        WordClass.determiners.contains($0) && !WordClass.relatives.contains($0)
          || WordClass.prepositions.contains($0) || $0 == Tokenizer.possessive
          || WordClass.cardinals.contains($0)
      } ?? false
    var group = make(i..<(i + 1), i, verb.lemma, .finite)
    switch verb.form {
    case .gerund:
      group.mood = .gerund
      return isNominal && before.map(WordClass.determiners.contains) == true ? nil : group
    case .past: return group
    case .pastOrParticiple, .participle:
      // "Held extended talks": right behind a verb it qualifies the object.
      if isNominal || isAdjective(i) || last?.range.upperBound == i { return nil }
      if verb.form == .participle { group.mood = .participle }
      // "signed documents": a participle before its noun, behind an adjective or number.
      if before.map(isNumberWord) == true { return nil }
      if before == WordClass.comma,
        last?.mood == .finite,
        last?.isPassive == true || last?.isCopula == true
      {
        group.mood = .participle
      }
      // "Consultations held in Helsinki", "agreement signed": a passive that saves its "was".
      group.isPassive =
        (!lexicon.isIntransitive(verb.lemma) || isByWhom(i + 1))
        && lacksObject(key(i + 1).map(Self.particles.contains) == true ? i + 2 : i + 1)
        && !isPromise(i, verb.lemma) && !isPaying(i, verb.lemma)
      return group
    case .third:
      let goesOn = last?.mood == .finite && before.map(WordClass.conjunctions.contains) == true
      guard !isNominal, !isFirst, !(verb.isNoun && reading.has(Self.peoples, at: i - 1)),
        goesOn || isSingularSubject(i - 1, strict: verb.isNoun)
          || verb.isNoun && key(i + 1).map(Self.heres.contains) == true
      else { return nil }
      group.isPresent = true
      return group
    case .base:
      if isNominal { return nil }
      if verb.isAlsoPast, isSubject(i - 1) {
        // "The committee set up in May", "the visit put off": nothing is set up by it.
        group.isPassive =
          key(i + 1).map(Self.particles.contains) == true && lacksObject(i + 2)
          && key(i - 1).map(WordClass.subjects.contains) != true
        return group
      }
      guard let before, !isFirst else { return nil }
      let isPronoun = Self.plurals.contains(before)
      let hasObject = startsObject(i + 1) || key(i + 1) == WordKey("each")
      guard isPronoun || isPlural(i - 1) && (!verb.isNoun || hasObject) else { return nil }
      group.isPresent = true
      return group
    }
  }

  /// "Opened by the king", not "opened by 2010".
  private func isByWhom(_ i: Int) -> Bool {
    key(i) == WordClass.by && i + 1 < sentence.upperBound && !reading.has(.dateStart, at: i + 1)
      && startsObject(i + 1)
  }

  /// "Promised to pay": who promises is the one who pays.
  private func isPromise(_ i: Int, _ lemma: String) -> Bool {
    key(i + 1) == WordClass.to && entry(i + 2)?.form == .base && Self.promises.contains(lemma)
  }

  /// "The programme paid for three wells": who pays is the subject, unless "by" names another.
  private func isPaying(_ i: Int, _ lemma: String) -> Bool {
    Self.paying.contains(lemma) && key(i + 1) == WordKey("for")
      && !(i + 2..<min(i + 5, sentence.upperBound)).contains {
        reading.tokens[$0].key == WordClass.by
      }
  }

  private static let paying: Set<String> = ["pay", "ask", "call", "press", "plead", "vote"]
  private static let heres = BlockReading.keys("here there")
  private static let promises: Set<String> = [
    "promise", "pledge", "offer", "vow", "threaten", "refuse", "decline", "hope", "plan", "propose",
    "seek", "attempt", "choose", "resolve", "volunteer", "undertake", "commit", "decide", "agree",
  ]

  /// "co-inaugurated": a verb with a prefix; other words behind a hyphen are adjectives.
  private func prefixed(_ i: Int, _ verb: VerbLexicon.Entry) -> VerbGroup? {
    guard i >= sentence.lowerBound + 2, Self.prefixes.contains(reading.tokens[i - 2].key),
      verb.form == .pastOrParticiple || verb.form == .past
    else { return nil }
    var group = make((i - 2)..<(i + 1), i, verb.lemma, .finite)
    group.isPassive = verb.form != .past && lacksObject(i + 1)
    return group
  }

  /// "Twelve Kenyan nurses left".
  private static let peoples: TokenMarks = [.kind(.demonym)]
  private static let plurals = BlockReading.keys("we they i you who there")
  private static let particles = BlockReading.keys("up off back down aside forward out over")
  private static let prefixes = BlockReading.keys("co re pre un de over under out")

  /// Auxiliaries and the main verb behind them.
  private func chain(from start: Int, next first: Int, modal: WordKey? = nil) -> VerbGroup? {
    var i = first
    var passive = false
    var copula = false
    var end = start + 1
    var main = start
    var lemma = "be"
    var isDue = false
    while i < sentence.upperBound {
      var at = i == first ? i : skipped(i)
      // "Had to be closed", "is to be held".
      if i > first || modal == nil && at > start, key(at) == WordClass.to,
        at + 1 < sentence.upperBound,
        key(at + 1) == WordKey("be")
      {
        if lemma == "be" { isDue = true }
        at += 1
      }
      guard let key = key(at) else { break }
      if WordClass.be.contains(key) {
        passive = true
        copula = true
        lemma = "be"
      } else if WordClass.have.contains(key) {
        passive = false
        copula = false
        lemma = "have"
      } else if let verb = entry(at), !reading.tokens[at].isCapitalised {
        let isParticiple =
          verb.form == .pastOrParticiple || verb.form == .participle
          || verb.isAlsoPast
        guard isParticiple || verb.form == .gerund || modal != nil && verb.form == .base else {
          break
        }
        if verb.form != .pastOrParticiple && verb.form != .participle && !verb.isAlsoPast {
          passive = false
        }
        var group = make(start..<(at + 1), at, verb.lemma, .finite)
        group.isPassive = passive && isParticiple
        group.modal = modal ?? (isDue ? WordKey("will") : nil)
        group.isNegated = isNegated(group.range)
        group.isPresent = isPresent(start)
        return group
      } else {
        break
      }
      main = at
      end = at + 1
      i = at + 1
    }
    guard end > start, main >= start, modal == nil || main > start else { return nil }
    var group = make(start..<end, main, lemma, .finite)
    group.isCopula = copula
    group.modal = modal
    // "is not", "has no": the negation stands behind.
    group.isNegated = isNegated(start..<min(end + 1, sentence.upperBound))
    group.isPresent = isPresent(start)
    return group
  }

  private func isPresent(_ i: Int) -> Bool {
    key(i).map(Self.presents.contains) ?? false
  }

  private static let presents = BlockReading.keys("is are has have am will shall can may")

  private func make(_ range: Range<Int>, _ main: Int, _ lemma: String, _ mood: VerbGroup.Mood)
    -> VerbGroup
  {
    var group = VerbGroup(range: range, main: main, lemma: lemma, mood: mood)
    group.isNegated = isNegated(max(sentence.lowerBound, range.lowerBound - 1)..<range.upperBound)
    return group
  }

  private func isNegated(_ range: Range<Int>) -> Bool {
    range.contains { reading.has(.negation, at: $0) }
  }

  /// Past adverbs between the parts of a verb group.
  private func skipped(_ i: Int) -> Int {
    var at = i
    while at < sentence.upperBound, at - i < 4,
      WordClass.isBetweenVerbs(at, reading)
    {
      at += 1
    }
    return at
  }

  /// Whether an object can begin here: a verb with one is no participle.
  func startsObject(_ i: Int) -> Bool {
    guard let key = key(i) else { return false }
    return WordClass.determiners.contains(key) || reading.tokens[i].isCapitalised
  }

  /// "Newly accredited Ambassador", "the jointly built school": adverbs and an article before.
  private func isAdjective(_ i: Int) -> Bool {
    var at = i
    while at > sentence.lowerBound,
      WordClass.isBetweenVerbs(at - 1, reading)
        || at - 1 == sentence.lowerBound && isLy(at - 1)
    {
      at -= 1
    }
    guard at < i else { return false }
    return at == sentence.lowerBound || key(at - 1).map(WordClass.determiners.contains) == true
  }

  private func isLy(_ i: Int) -> Bool {
    let end = reading.tokens[i].end
    return reading.tokens[i].kind == .word && end - reading.tokens[i].start > 4
      && reading.text.bytes[end - 1] == 0x79 && reading.text.bytes[end - 2] == 0x6C
  }

  /// Whether a preposition, a date, a mark or the end follows.
  func lacksObject(_ i: Int) -> Bool {
    guard let key = key(i) else { return true }
    // "Pledged ¥32 billion": the sum is the object.
    if reading.end(of: EventCategory.money.rawValue, at: i) != nil { return false }
    return WordClass.prepositions.contains(key) || WordClass.conjunctions.contains(key)
      || reading.tokens[i].kind == .punctuation && !BlockReading.quotes.contains(key)
        && reading.tokens[i].key != WordKey("$")
      || reading.has(.dateStart, at: i)
  }

  private func isName(_ i: Int) -> Bool { reading.has(.name, at: i) }

  private func isInsideName(_ i: Int) -> Bool {
    reading.has([.insideName, .date], at: i)
  }

  private func isNumberWord(_ key: WordKey) -> Bool { BlockReading.ordinals.contains(key) }

  private func isSubject(_ i: Int) -> Bool {
    guard let key = key(i) else { return false }
    return WordClass.subjects.contains(key)
      || reading.tokens[i].kind == .word
        && !WordClass.prepositions.contains(key) && !WordClass.determiners.contains(key)
  }

  private func isSingularSubject(_ i: Int, strict: Bool) -> Bool {
    guard let key = key(i) else { return false }
    let token = reading.tokens[i]
    if WordClass.subjects.contains(key) || key == WordKey("that") { return true }
    // Behind an aside: "the road, which …, links the towns".
    if key == WordClass.comma { return startsObject(i + 2) }
    if WordClass.adverbs.contains(key) { return isSingularSubject(i - 1, strict: strict) }
    guard token.kind == .word || key == WordKey(")") || token.kind == .number else { return false }
    if token.kind == .number { return false }
    if strict { return token.isCapitalised && (i > sentence.lowerBound || isName(i)) }
    return !WordClass.prepositions.contains(key) && !WordClass.conjunctions.contains(key)
  }

  private func isPlural(_ i: Int) -> Bool {
    guard sentence.contains(i) else { return false }
    let token = reading.tokens[i]
    if WordClass.adverbs.contains(token.key) { return isPlural(i - 1) }
    if isJoinedName(i) { return true }
    guard token.kind == .word, token.end - token.start > 3 else { return false }
    let last = reading.text.bytes[token.end - 1] | 0x20
    let other = reading.text.bytes[token.end - 2] | 0x20
    return last == 0x73 && other != 0x73
  }

  /// "Kenya and Uganda": names joined by "and" before a verb of the plural.
  private func isJoinedName(_ i: Int) -> Bool {
    guard reading.tokens[i].isCapitalised, reading.tokens[i].kind == .word else { return false }
    var at = i
    while at > sentence.lowerBound, reading.tokens[at].isCapitalised, i - at < 4 { at -= 1 }
    return key(at) == WordKey("and") && at > sentence.lowerBound
      && reading.tokens[at - 1].isCapitalised
  }
}
