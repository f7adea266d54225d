import Prose

/// Which of the program's own lists hold a word: looked up once for each token, so that a list is asked
/// only for words that it has.
struct WordFacts: OptionSet, Sendable {
  let rawValue: UInt32

  /// Begins the words of a deed.
  static let deed = WordFacts(rawValue: 1 << 0)
  /// Begins the words of a domain.
  static let domain = WordFacts(rawValue: 1 << 1)
  /// A verb's form.
  static let verb = WordFacts(rawValue: 1 << 2)
  /// "Will", "was", "has", "did", "to".
  static let auxiliary = WordFacts(rawValue: 1 << 3)
  /// Parts a sentence.
  static let separator = WordFacts(rawValue: 1 << 4)
  /// Begins a sum of money or a number in words.
  static let amount = WordFacts(rawValue: 1 << 5)
  /// "Sixth", "VI".
  static let ordinal = WordFacts(rawValue: 1 << 6)
  /// Begins a contested term.
  static let contested = WordFacts(rawValue: 1 << 7)
  /// Begins a pattern of a file of rules.
  static let opening = WordFacts(rawValue: 1 << 8)
  static let aggregate = WordFacts(rawValue: 1 << 9)
  static let report = WordFacts(rawValue: 1 << 10)
  static let status = WordFacts(rawValue: 1 << 11)
  static let refusal = WordFacts(rawValue: 1 << 12)
  // The closed classes of ``WordClass``.
  static let preposition = WordFacts(rawValue: 1 << 13)
  static let conjunction = WordFacts(rawValue: 1 << 14)
  static let determiner = WordFacts(rawValue: 1 << 15)
  static let relative = WordFacts(rawValue: 1 << 16)
  static let subordinator = WordFacts(rawValue: 1 << 17)
  static let adverb = WordFacts(rawValue: 1 << 18)
  static let negation = WordFacts(rawValue: 1 << 19)
  /// Begins a name of the lexicon.
  static let entity = WordFacts(rawValue: 1 << 20)
  /// Begins a leader's full name.
  static let leader = WordFacts(rawValue: 1 << 21)
  /// Has an ``EventCategory`` by itself.
  static let listed = WordFacts(rawValue: 1 << 22)

  /// Of each token.
  static func of(_ tokens: [Token]) -> [WordFacts] {
    let table = Self.table
    return tokens.map { table[$0.key] ?? [] }
  }

  private static let table: WordMap<WordFacts> = {
    var table = WordMap<WordFacts>()
    table.reserveCapacity(2 * VerbLexicon.builtIn.words.count + Gazetteer.builtIn.firstWords.count)
    func add(_ fact: WordFacts, _ words: some Sequence<WordKey>) {
      for word in words { table[word] = (table[word] ?? []).union(fact) }
    }
    add(.deed, EventRuleSet.builtIn.index.words)
    add(.domain, DomainClassifier.builtIn.firstWords)
    add(.verb, VerbLexicon.builtIn.words)
    for list in [WordClass.modals, WordClass.be, WordClass.have, WordClass.auxiliaryDo] {
      add(.auxiliary, list.words)
    }
    add(.auxiliary, [WordClass.to])
    add(.preposition, WordClass.prepositions.words)
    add(.conjunction, WordClass.conjunctions.words)
    add(.determiner, WordClass.determiners.words)
    add(.relative, WordClass.relatives.words)
    add(.subordinator, WordClass.subordinators.words)
    add(.adverb, WordClass.adverbs.words)
    add(.negation, WordClass.negations.words)
    add(.entity, Gazetteer.builtIn.firstWords)
    add(.leader, People.builtIn.firstWords)
    add(.listed, BlockReading.listed)
    add(.separator, Segmenter.separators.words)
    add(.amount, Units.builtIn.currencyWords)
    add(.amount, NumberWords.firstWords)
    add(.ordinal, Subjects.ordinalWords)
    add(.contested, ContestedTerms.builtIn.firstWords)
    for rules in [
      OpeningFinder.rules, Aggregates.rules, DateReportFinder.rules, StatusReader.rules,
      Refusal.rules,
    ] {
      for pattern in rules.rules.flatMap(\.patterns) { add(rules.fact, pattern.firstWords) }
    }
    return table
  }()
}
