import Diagnostics
import Prose

/// Finds the lexicon's names in tokens: the longest at each place, from left to right.
///
/// Case counts: a name written "Turkey" needs a capital, "WHO" needs capitals throughout, a name
/// in lower case matches any. In a line of capitals, acronyms that are common words are no names.
struct Gazetteer: Sendable {
  private enum Case: UInt8 {
    case any
    case capitalised
    case upper
  }

  private struct Word: Equatable, Sendable {
    var key: WordKey
    var rule: Case
  }

  private struct Entry: Sendable {
    var kind: Entity.Kind?
    var code: String?
    var rank: Int
    var name: String
    /// Places in ``words``.
    var words: Range<Int>
    var candidates: [String]
    /// Means a state only beside a party that has one of the name.
    var isShared = false
    /// Refused amid other words in capitals.
    var isCommonWord: Bool
  }

  /// All words of all names, together: most places are looked at and left.
  private var words: [Word] = []

  /// Those that begin with one word together.
  private var entries: [Entry] = []
  /// Which entries a word can begin that has a capital, and one that has none.
  private var capitals = WordMap<Range<Int>>()
  private var smalls = WordMap<Range<Int>>()

  static let builtIn = Gazetteer(.builtIn)

  /// Compiles the names of a lexicon; later terms replace earlier ones of the same name.
  init(_ lexicon: Lexicon) {
    let listed = lexicon.ambiguous
    words.reserveCapacity(4 * lexicon.terms.count)
    var drafts: [Entry] = []
    drafts.reserveCapacity(2 * lexicon.terms.count)
    for term in lexicon.terms {
      let candidates = listed[term.name] ?? []
      var entry = Entry(
        kind: term.kind, code: candidates.first ?? term.code, rank: term.rank,
        name: term.kind == .office ? Spelling.title(of: term.name, or: term.main) : term.name,
        words: 0..<0, candidates: candidates,
        isCommonWord: lexicon.commonWords.contains(term.name))
      for spelling in Spelling.variants(of: term.name) {
        entry.words = add(spelling)
        if !entry.words.isEmpty { drafts.append(entry) }
      }
    }
    for name in lexicon.shared.keys.sorted() {
      let entry = Entry(
        kind: .body, code: nil, rank: 0, name: name, words: add(name),
        candidates: lexicon.shared[name] ?? [], isShared: true, isCommonWord: false)
      if !entry.words.isEmpty { drafts.append(entry) }
    }
    enter(drafts)
  }

  /// The words with which names begin.
  var firstWords: [WordKey] { capitals.words }

  /// Adds the words of a name.
  private mutating func add(_ name: String) -> Range<Int> {
    let start = words.count
    words += Tokenizer.tokens(of: Array(name.utf8)).map(Self.word)
    return start..<words.count
  }

  /// Enters names by their first words: the longest first, those that need capitals before those
  /// that match in any case.
  private mutating func enter(_ drafts: [Entry]) {
    var order = drafts.indices.map { number in
      let range = drafts[number].words
      let strictness = words[range].reduce(0) { $0 + Int($1.rule.rawValue) }
      return (
        first: words[range.lowerBound].key.value, rank: range.count << 16 | strictness,
        number: number
      )
    }
    order.sort { a, b in
      if a.first != b.first { return a.first < b.first }
      return a.rank != b.rank ? a.rank > b.rank : a.number < b.number
    }
    entries.reserveCapacity(2 * drafts.count)
    var from = 0
    while from < order.count {
      var to = from + 1
      while to < order.count, order[to].first == order[from].first { to += 1 }
      let key = words[drafts[order[from].number].words.lowerBound].key
      enter((from..<to).map { order[$0].number }, of: drafts, at: key)
      from = to
    }
  }

  /// Enters names that begin with one word.
  private mutating func enter(_ numbers: [Int], of drafts: [Entry], at key: WordKey) {
    // Names of the same words stand side by side, the last of them counts.
    let lasting = numbers.enumerated().filter { place, number in
      !numbers[(place + 1)...].contains { words[drafts[$0].words] == words[drafts[number].words] }
    }.map(\.element)
    capitals[key] = add(lasting.map { drafts[$0] })
    let small = lasting.filter { words[drafts[$0].words.lowerBound].rule == .any }
    if small.isEmpty { return }
    smalls[key] = small.count == lasting.count ? capitals[key] : add(small.map { drafts[$0] })
  }

  private mutating func add(_ list: [Entry]) -> Range<Int> {
    entries += list
    return (entries.count - list.count)..<entries.count
  }

  private static func word(_ token: Token) -> Word {
    Word(
      key: token.key,
      rule: token.isUpperCase ? .upper : token.isCapitalised ? .capitalised : .any)
  }

  /// The names in these tokens, in order, none overlapping another.
  ///
  /// - Parameters:
  ///   - preferred: codes that an ambiguous name is taken to mean when it can: the parties.
  ///   - facts: of each token, where they are known and the names are the program's own.
  func entities(
    _ tokens: [Token], of text: SourceText, preferring preferred: [String] = [],
    facts: [WordFacts]? = nil
  ) -> [Entity] {
    var result: [Entity] = []
    var i = 0
    while i < tokens.count {
      if let facts, !facts[i].contains(.entity) {
        i += 1
        continue
      }
      let key = tokens[i].key
      let list =
        tokens[i].isCapitalised || tokens[i].isUpperCase ? capitals[key] : smalls[key]
      guard let list, let number = list.first(where: { matches($0, tokens, i) })
      else {
        i += 1
        continue
      }
      let range = i..<(i + entries[number].words.count)
      if let entity = entity(number, range, preferred), !isShip(entity, tokens) {
        result.append(entity)
      }
      i = range.upperBound
    }
    return result
  }

  /// "HMAS Tobruk", "the frigate Lyon": called after a place, and none.
  private func isShip(_ entity: Entity, _ tokens: [Token]) -> Bool {
    guard [.city, .capital, .state].contains(entity.kind), entity.range.lowerBound > 0 else {
      return false
    }
    return Self.ships.contains(tokens[entity.range.lowerBound - 1].key)
  }

  private static let ships = BlockReading.keys(
    "hmas hms hmnzs hmcs uss ins roks kri pns bns bap jds frigate corvette destroyer cruiser submarine"
      + " schooner trawler ferry tanker freighter steamer")

  /// What a name means; nil where it means nothing here.
  private func entity(_ number: Int, _ range: Range<Int>, _ preferred: [String]) -> Entity? {
    let candidates = entries[number].candidates
    // A chamber that several states have is that of the one party which has it.
    if entries[number].isShared {
      let own = preferred.filter(candidates.contains)
      return own.count == 1
        ? Entity(kind: .body, code: own[0], range: range, name: entries[number].name) : nil
    }
    guard let kind = entries[number].kind else { return nil }
    let code =
      candidates.isEmpty
      ? entries[number].code : preferred.first { candidates.contains($0) } ?? entries[number].code
    return Entity(
      kind: kind, code: code, range: range, rank: entries[number].rank,
      name: entries[number].name,
      candidates: candidates.isEmpty
        ? [] : [code].compactMap(\.self) + candidates.filter { $0 != code })
  }

  private func matches(_ number: Int, _ tokens: [Token], _ start: Int) -> Bool {
    let range = entries[number].words
    guard start + range.count <= tokens.count else { return false }
    var i = start
    for place in range {
      let (word, token) = (words[place], tokens[i])
      guard token.key == word.key else { return false }
      switch word.rule {
      case .any: break
      case .capitalised: guard token.isCapitalised else { return false }
      case .upper: guard token.isUpperCase else { return false }
      }
      i += 1
    }
    return !(entries[number].isCommonWord && isAmidCapitals(tokens, start..<i))
      && !isOfNumber(tokens, start..<i)
  }

  /// "LAO/030", "FIN-2017/4": the letters of a number that a paper or project has.
  private func isOfNumber(_ tokens: [Token], _ range: Range<Int>) -> Bool {
    let mark = range.upperBound
    guard range.count == 1, tokens[range.lowerBound].isUpperCase, mark + 1 < tokens.count else {
      return false
    }
    return (tokens[mark].key == "/" || tokens[mark].key == "-")
      && tokens[mark].start == tokens[mark - 1].end && tokens[mark + 1].kind == .number
      && tokens[mark + 1].start == tokens[mark].end
  }

  /// Whether a word of at least four capitals stands beside a range.
  private func isAmidCapitals(_ tokens: [Token], _ range: Range<Int>) -> Bool {
    let beside = [range.lowerBound - 1, range.upperBound].filter(tokens.indices.contains)
    return beside.contains { tokens[$0].isUpperCase && tokens[$0].end - tokens[$0].start >= 4 }
  }
}
