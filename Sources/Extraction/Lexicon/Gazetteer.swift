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
    var words: ArraySlice<Word>
    var candidates: [String]
    /// Means a state only beside a party that has one of the name.
    var isShared = false
    /// Refused amid other words in capitals.
    var isCommonWord: Bool

    /// Names that need capitals come before names that match in any case.
    var strictness: Int { words.reduce(0) { $0 + Int($1.rule.rawValue) } }
  }

  /// Those that begin with one word together.
  private var entries: [Entry] = []
  /// Which entries a word can begin that has a capital, and one that has none.
  private var capitals = WordMap<Range<Int>>()
  private var smalls = WordMap<Range<Int>>()

  static let builtIn = Gazetteer(.builtIn)

  /// Compiles the names of a lexicon; later terms replace earlier ones of the same name.
  init(_ lexicon: Lexicon) {
    let listed = lexicon.ambiguous
    var index: [WordKey: [Entry]] = [:]
    for term in lexicon.terms {
      for spelling in Spelling.variants(of: term.name) {
        let bytes = Array(spelling.utf8)
        let tokens = Tokenizer.tokens(of: bytes)
        guard let first = tokens.first else { continue }
        let candidates = listed[term.name] ?? []
        insert(
          Entry(
            kind: term.kind, code: candidates.first ?? term.code, rank: term.rank,
            name: term.kind == .office ? Spelling.title(of: term.name, or: term.main) : term.name,
            words: tokens.map(Self.word)[...], candidates: candidates,
            isCommonWord: lexicon.commonWords.contains(term.name)), first.key, &index)
      }
    }
    for (name, codes) in lexicon.shared {
      let tokens = Tokenizer.tokens(of: Array(name.utf8))
      guard let first = tokens.first else { continue }
      insert(
        Entry(
          kind: .body, code: nil, rank: 0, name: name, words: tokens.map(Self.word)[...],
          candidates: codes, isShared: true, isCommonWord: false), first.key, &index)
    }
    // All words stand together, too: most places are looked at and left.
    var words: [Word] = []
    for list in index.values {
      for entry in list { words += entry.words }
    }
    var place = 0
    for (key, list) in index {
      let sorted = list.map { entry in
        var entry = entry
        entry.words = words[place..<(place + entry.words.count)]
        place += entry.words.count
        return entry
      }.sorted { ($0.words.count, $0.strictness) > ($1.words.count, $1.strictness) }
      capitals[key] = add(sorted)
      let small = sorted.filter { $0.words.first?.rule == .any }
      if !small.isEmpty { smalls[key] = small.count == sorted.count ? capitals[key] : add(small) }
    }
  }

  private mutating func add(_ list: [Entry]) -> Range<Int> {
    entries += list
    return (entries.count - list.count)..<entries.count
  }

  private func insert(_ entry: Entry, _ key: WordKey, _ index: inout [WordKey: [Entry]]) {
    index[key, default: []].removeAll { $0.words == entry.words }
    index[key, default: []].append(entry)
  }

  private static func word(_ token: Token) -> Word {
    Word(
      key: token.key,
      rule: token.isUpperCase ? .upper : token.isCapitalised ? .capitalised : .any)
  }

  /// The names in these tokens, in order, none overlapping another.
  ///
  /// - Parameter preferred: codes that an ambiguous name is taken to mean when it can: the parties.
  func entities(_ tokens: [Token], of text: SourceText, preferring preferred: [String] = [])
    -> [Entity]
  {
    var result: [Entity] = []
    var i = 0
    while i < tokens.count {
      let index = tokens[i].isCapitalised || tokens[i].isUpperCase ? capitals : smalls
      guard let list = index[tokens[i].key],
        let number = list.first(where: { matches(entries[$0], tokens, i) })
      else {
        i += 1
        continue
      }
      let entry = entries[number]
      let end = i + entry.words.count
      // A chamber that several states have is that of the one party which has it.
      let own = entry.isShared ? preferred.filter(entry.candidates.contains) : []
      if entry.isShared {
        if own.count == 1 {
          result.append(Entity(kind: .body, code: own[0], range: i..<end, name: entry.name))
        }
        i = end
        continue
      }
      if let kind = entry.kind {
        var entity = Entity(
          kind: kind, code: entry.code, range: i..<end, rank: entry.rank, name: entry.name)
        if !entry.candidates.isEmpty {
          let code = preferred.first { entry.candidates.contains($0) } ?? entry.code
          entity.code = code
          entity.candidates = [code].compactMap(\.self) + entry.candidates.filter { $0 != code }
        }
        result.append(entity)
      }
      i = end
    }
    return result
  }

  private func matches(_ entry: Entry, _ tokens: [Token], _ start: Int) -> Bool {
    guard start + entry.words.count <= tokens.count else { return false }
    var i = start
    for word in entry.words {
      let token = tokens[i]
      guard token.key == word.key else { return false }
      switch word.rule {
      case .any: break
      case .capitalised: guard token.isCapitalised else { return false }
      case .upper: guard token.isUpperCase else { return false }
      }
      i += 1
    }
    return !(entry.isCommonWord && isAmidCapitals(tokens, start..<i))
  }

  /// Whether a word of at least four capitals stands beside a range.
  private func isAmidCapitals(_ tokens: [Token], _ range: Range<Int>) -> Bool {
    let beside = [range.lowerBound - 1, range.upperBound].filter(tokens.indices.contains)
    return beside.contains { tokens[$0].isUpperCase && tokens[$0].end - tokens[$0].start >= 4 }
  }
}
