import Chronicle
import Diagnostics
import Prose

/// Chooses the domain of a deed by weighted words, its type, and the heading above it.
struct DomainClassifier: Sendable {
  private struct Entry: Sendable {
    var domain: Domain
    var weight: Double
    var pattern: TokenPattern
    var words: String
  }

  struct Choice {
    var domain: Domain
    var secondary: [Domain]
    /// The words that decided, for `explain`.
    var words: [String]
  }

  private var entries: [Entry] = []
  /// Numbers of entries by the word with which they begin.
  private var byFirstKey = WordMap<[Int]>()
  private(set) var diagnostics: [Diagnostic] = []

  static let builtIn = DomainClassifier(Knowledge.file("lexicon/domains.tsv"))

  /// The words with which entries begin.
  var firstWords: [WordKey] { byFirstKey.words }

  init(_ table: SourceText?) {
    guard let table else { return }
    let compiler = PatternCompiler(categories: [:], inflection: .english)
    for index in table.lineStarts.indices {
      let span = table.line(index)
      let line = table.string(span)
      if line.isEmpty || line.hasPrefix("#") { continue }
      let columns = line.split(separator: "\t")
      guard columns.count == 3, let domain = Domain(rawValue: String(columns[0])),
        let weight = Double(columns[1])
      else {
        diagnostics.append(
          Diagnostic(
            .error, "lexicon/domains", "expected domain, weight, words", at: .init(table, span),
            hints: ["separate the three columns by tabs"]))
        continue
      }
      for words in columns[2].split(separator: "|") {
        guard let pattern = try? compiler.compile(Self.notation(String(words))),
          let keys = pattern.firstKeys
        else {
          diagnostics.append(
            Diagnostic(
              .error, "lexicon/domains", "can't read \"\(words)\"", at: .init(table, span)))
          continue
        }
        for key in keys { byFirstKey[key] = (byFirstKey[key] ?? []) + [entries.count] }
        entries.append(
          Entry(domain: domain, weight: weight, pattern: pattern, words: String(words)))
      }
    }
  }

  private static func notation(_ words: String) -> String {
    words.hasPrefix("~") ? words : "\"\(words)\""
  }

  /// The domain that a heading names, if one stands out.
  func heading(_ reading: BlockReading) -> Domain? {
    let scores = score(reading, reading.tokens.indices, 1).weights
    guard let best = Domain.allCases.max(by: { scores[$0.rank] < scores[$1.rank] }),
      scores[best.rank] >= 2,
      // "Energy and transport": each entry has its own.
      !Domain.allCases.contains(where: {
        $0 != best && $0 != .political && scores[$0.rank] >= 0.6 * scores[best.rank]
      })
    else { return nil }
    return best
  }

  func choose(
    _ type: EventType, _ reading: BlockReading, clause: Range<Int>, sentence: Range<Int>,
    label: Range<Int>? = nil, heading: Domain?, rule: Domain? = nil
  ) -> Choice {
    let own = score(reading, clause, 1)
    let wider = label.map { score(reading, $0, 1) } ?? score(reading, sentence, 0.4)
    var scores = own.weights + wider.weights
    let words = own.words.isEmpty ? wider.words : own.words
    if !words.contains(where: { $0.domain != .political }) {
      // "It was signed in 1964": what the passage has been about so far.
      scores += passage(before: sentence, reading)
    }
    if type == .training {
      // Every course is education; a soldier's is defence.
      for domain in Self.domains {
        scores[domain.rank] *= domain == .defence ? 4 : domain == .education ? 1 : 0.3
      }
    }
    for (domain, weight) in type == .visit ? visitPrior(reading, clause) : Self.prior(type) {
      scores[domain.rank] += weight
    }
    if let rule { scores[rule.rank] += 12 }
    // A heading on a visit says little of what was done there.
    if let heading { scores[heading.rank] += heading == .political ? 1 : 3 }
    var best = Domain.political
    for domain in Self.domains where scores[domain.rank] > scores[best.rank] { best = domain }
    let least = max(4, 0.5 * scores[best.rank])
    let others = Self.domains.filter { $0 != best && scores[$0.rank] >= least }
    let rest =
      others.count < 2
      ? others : others.sorted { (-scores[$0.rank], $0) < (-scores[$1.rank], $1) }
    var told = words.filter { $0.domain == best }.map { reading.string($0.range) }
    if told.isEmpty { told = ["type \(type.rawValue)"] }
    return Choice(domain: best, secondary: Array(rest.prefix(2)), words: told)
  }

  /// The visit of artists or scholars is about what they do.
  private func visitPrior(_ reading: BlockReading, _ clause: Range<Int>) -> [(Domain, Double)] {
    [(.political, clause.contains { Self.guests.contains(reading.tokens[$0].key) } ? 7 : 14)]
  }

  private static let guests = BlockReading.keys(
    "artist artists painter painters poet poets writer writers novelist singer singers musician"
      + " musicians orchestra choir dancers troupe ensemble scholars professors students teachers"
      + " athletes footballers archaeologists filmmakers")

  /// The domain, other than politics, of which most of the few sentences before speak; or the nearest
  /// of them that speaks of one.
  func topic(before sentence: Range<Int>, _ reading: BlockReading, isNearest: Bool) -> Domain? {
    let earlier = reading.sentences.filter { $0.upperBound <= sentence.lowerBound }.suffix(5)
    let weights = earlier.map { score(reading, $0, 1).weights }
    func best(_ weights: Weights) -> Domain? {
      let best = Self.domains.filter { $0 != .political }.max {
        weights[$0.rank] < weights[$1.rank]
      }
      return best.flatMap { weights[$0.rank] > 0 ? $0 : nil }
    }
    return isNearest
      ? weights.reversed().lazy.compactMap(best).first : best(weights.reduce(.zero, +))
  }

  /// What the sentence before speaks of, else the passage so far, the last 200 words of it.
  private func passage(before sentence: Range<Int>, _ reading: BlockReading) -> Weights {
    guard let first = reading.sentences.first, first.lowerBound < sentence.lowerBound else {
      return .zero
    }
    func topic(_ range: Range<Int>, _ factor: Double) -> Weights? {
      let found = score(reading, range, factor)
      return found.words.contains { $0.domain != .political } ? found.weights : nil
    }
    let start = max(first.lowerBound, sentence.lowerBound - 200)
    let near = reading.sentences.last { $0.upperBound <= sentence.lowerBound }
    return near.flatMap { topic(max(start, $0.lowerBound)..<$0.upperBound, 0.4) }
      ?? topic(start..<sentence.lowerBound, 0.25) ?? .zero
  }

  /// One for each domain, by ``Domain/rank``.
  private typealias Weights = SIMD8<Double>

  /// Words that speak for a domain.
  private struct Found {
    var domain: Domain
    var range: Range<Int>
    /// Number of the entry.
    var number: Int
  }

  /// The weights of a range, and the words that have them.
  private func score(_ reading: BlockReading, _ range: Range<Int>, _ factor: Double)
    -> (weights: Weights, words: [Found])
  {
    var scores = Weights.zero
    var words: [Found] = []
    for i in range {
      guard reading.has(.domain, at: i), let numbers = byFirstKey[reading.tokens[i].key],
        !isOfPlace(i, reading)
      else { continue }
      for number in numbers {
        guard let match = reading.match(entries[number].pattern, at: i, before: range.upperBound),
          !words.contains(where: { isSame($0.number, number) })
        else { continue }
        let domain = entries[number].domain
        scores[domain.rank] += entries[number].weight * factor
        words.append(Found(domain: domain, range: match, number: number))
      }
    }
    return (scores, words)
  }

  /// "Port Moresby": a word in the name of a town says nothing of what is done there.
  private func isOfPlace(_ i: Int, _ reading: BlockReading) -> Bool {
    reading.tokens[i].isCapitalised
      && reading.entities[reading.entities(in: i..<(i + 1))].contains {
        ($0.kind == .city || $0.kind == .capital || $0.kind == .state) && $0.range.count > 1
      }
  }

  /// Whether two entries are the same words for one domain.
  private func isSame(_ a: Int, _ b: Int) -> Bool {
    a == b || entries[a].domain == entries[b].domain && entries[a].words == entries[b].words
  }

  private static let domains = Domain.allCases

  /// What the type alone says.
  static func prior(_ type: EventType) -> [(Domain, Double)] {
    switch type {
    case .visit, .recognition: [(.political, 14)]
    case .establishment: [(.political, 4)]
    case .resolution, .support, .membership, .appointment, .commemoration:
      [(.political, 10)]
    case .declaration: [(.political, 6)]
    case .statement: [(.political, 8)]
    case .meeting: [(.political, 2)]
    case .consultation: [(.political, 3)]
    case .award: [(.political, 5), (.education, -2)]
    case .aid: [(.humanitarian, 8)]
    case .disaster: [(.humanitarian, 12)]
    case .training: [(.education, 4)]
    case .scholarship: [(.education, 12)]
    case .trade, .investment: [(.economy, 10)]
    case .transportLink: [(.transport, 12)]
    case .exercise, .arms, .conflict: [(.defence, 12)]
    case .culturalEvent: [(.culture, 10)]
    case .agreement: [(.political, 0.5)]
    case .construction: [(.economy, 1)]
    case .other: [(.political, 1)]
    }
  }
}
