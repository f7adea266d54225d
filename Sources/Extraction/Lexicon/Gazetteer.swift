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

  private struct Entry: Sendable {
    var kind: Entity.Kind?
    var code: String?
    var rank: Int
    var name: String
    var keys: [WordKey]
    var cases: [Case]
    var candidates: [String]
    /// Means a state only beside a party that has one of the name.
    var isShared = false
    /// Refused amid other words in capitals.
    var isCommonWord: Bool

    /// Names that need capitals come before names that match in any case.
    var strictness: Int { cases.reduce(0) { $0 + Int($1.rawValue) } }
  }

  private var index = WordMap<[Entry]>()

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
            keys: tokens.map(\.key),
            cases: tokens.map(Self.caseRule), candidates: candidates,
            isCommonWord: lexicon.commonWords.contains(term.name)), first.key, &index)
      }
    }
    for (name, codes) in lexicon.shared {
      let tokens = Tokenizer.tokens(of: Array(name.utf8))
      guard let first = tokens.first else { continue }
      insert(
        Entry(
          kind: .body, code: nil, rank: 0, name: name, keys: tokens.map(\.key),
          cases: tokens.map(Self.caseRule), candidates: codes, isShared: true,
          isCommonWord: false), first.key, &index)
    }
    for (key, entries) in index {
      self.index[key] = entries.sorted {
        ($0.keys.count, $0.strictness) > ($1.keys.count, $1.strictness)
      }
    }
  }

  private func insert(_ entry: Entry, _ key: WordKey, _ index: inout [WordKey: [Entry]]) {
    index[key, default: []].removeAll { $0.keys == entry.keys && $0.cases == entry.cases }
    index[key, default: []].append(entry)
  }

  private static func caseRule(_ token: Token) -> Case {
    token.isUpperCase ? .upper : token.isCapitalised ? .capitalised : .any
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
      guard let entries = index[tokens[i].key],
        let entry = entries.first(where: { matches($0, tokens, i) })
      else {
        i += 1
        continue
      }
      let end = i + entry.keys.count
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
    guard start + entry.keys.count <= tokens.count else { return false }
    for (offset, key) in entry.keys.enumerated() {
      let token = tokens[start + offset]
      guard token.key == key else { return false }
      switch entry.cases[offset] {
      case .any: continue
      case .capitalised: guard token.isCapitalised else { return false }
      case .upper: guard token.isUpperCase else { return false }
      }
    }
    return !(entry.isCommonWord && isAmidCapitals(tokens, start..<(start + entry.keys.count)))
  }

  /// Whether a word of at least four capitals stands beside a range.
  private func isAmidCapitals(_ tokens: [Token], _ range: Range<Int>) -> Bool {
    let beside = [range.lowerBound - 1, range.upperBound].filter(tokens.indices.contains)
    return beside.contains { tokens[$0].isUpperCase && tokens[$0].end - tokens[$0].start >= 4 }
  }
}
