import Diagnostics
import Prose

/// What numbers count: currencies, scales ("million") and things ("scholarships").
struct Units: Sendable {
  private struct Entry: Sendable {
    var keys: [WordKey]
    /// Whether each token must begin with a capital.
    var capitals: [Bool]
    var unit: String

    var capitalCount: Int { capitals.count { $0 } }
  }

  private struct Index: Sendable {
    var entries = WordMap<[Entry]>()

    mutating func insert(_ entry: Entry) {
      guard let first = entry.keys.first else { return }
      var list = entries[first] ?? []
      list.removeAll { $0.keys == entry.keys && $0.capitals == entry.capitals }
      list.append(entry)
      list.sort { ($0.keys.count, $0.capitalCount) > ($1.keys.count, $1.capitalCount) }
      entries[first] = list
    }

    func longest(at start: Int, _ tokens: [Token], _ end: Int) -> (String, Int)? {
      guard start < min(end, tokens.count), let list = entries[tokens[start].key] else {
        return nil
      }
      for entry in list where start + entry.keys.count <= end {
        let fits = entry.keys.indices.allSatisfy {
          tokens[start + $0].key == entry.keys[$0]
            && (!entry.capitals[$0] || tokens[start + $0].isCapitalised)
        }
        if fits { return (entry.unit, start + entry.keys.count) }
      }
      return nil
    }
  }

  private var currencies = Index()
  private var scales = Index()
  private var countables = Index()
  private var states: [String: String] = [:]
  /// What a money that several states have is called in each: "RUPEE" → NPL → NPR.
  private var locals: [String: [String: String]] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  /// Every name with its kind and unit, for checks.
  private(set) var names: [(kind: String, name: String, unit: String)] = []

  static let builtIn = Units(Knowledge.files(in: "lexicon"))

  /// Reads the tables named `units.tsv`; a later file's meaning of a name holds.
  init(_ files: [SourceText]) {
    for file in files where file.path.split(separator: "/").last == "units.tsv" {
      let columns = ["kind", "unit", "names"]
      var table = LexiconTable(file, columns: columns + ["state"], required: columns)
      for row in table.rows {
        let kind = row.value("kind")
        let unit = row.value("unit")
        guard ["currency", "scale", "count", "local"].contains(kind) else {
          table.problem(
            "no kind is called \"\(kind)\"", row.span("kind"), file,
            hint: "kinds are currency, scale, count, local")
          continue
        }
        if kind == "local" {
          for name in row.names("names") {
            locals[name.text, default: [:]][row.value("state")] = unit
          }
          continue
        }
        if kind == "scale", Double(unit) == nil {
          table.problem("\"\(unit)\" is no number", row.span("unit"), file, hint: "write 1000000")
          continue
        }
        for name in row.names("names") { insert(name.text, kind, unit) }
        if kind == "currency", !row.value("state").isEmpty { states[unit] = row.value("state") }
      }
      diagnostics += table.diagnostics
    }
  }

  private mutating func insert(_ name: String, _ kind: String, _ unit: String) {
    let tokens = Tokenizer.tokens(of: Array(name.utf8))
    guard !tokens.isEmpty else { return }
    let entry = Entry(
      keys: tokens.map(\.key), capitals: tokens.map(\.isCapitalised), unit: unit)
    names.append((kind, name, unit))
    switch kind {
    case "currency": currencies.insert(entry)
    case "scale": scales.insert(entry)
    default: countables.insert(entry)
    }
  }

  /// The ISO 4217 code of a symbol or word at a token, and the token after it.
  ///
  /// Rupees of no stated country give `RUPEE`.
  func currency(at i: Int, _ tokens: [Token], _ end: Int) -> (String, Int)? {
    currencies.longest(at: i, tokens, end)
  }

  /// The state whose money a currency is, where it is nobody else's.
  func state(ofCurrency unit: String) -> String? { states[unit] }

  /// The ISO 4217 code of a money that a text names without its state, where one of the parties alone
  /// has such; else what it was.
  func unit(_ unit: String, of parties: [String]) -> String {
    guard let local = locals[unit] else { return unit }
    let own = parties.compactMap { local[$0] }
    return own.count == 1 ? own[0] : unit
  }

  /// The words with which names of currencies begin.
  var currencyWords: [WordKey] { currencies.entries.words }

  /// The factor of "million", "bn", "crore" at a token, and the token after it.
  ///
  /// One letter counts only right behind its number: "$1m", not "1 m".
  /// - Parameter isMoney: a currency stands before the number: "SEK 210 m" can be no metres.
  func scale(at i: Int, _ tokens: [Token], _ end: Int, isMoney: Bool = false) -> (Double, Int)? {
    guard let (unit, next) = scales.longest(at: i, tokens, end), let factor = Double(unit) else {
      return nil
    }
    if !isMoney, tokens[i].end - tokens[i].start == 1,
      i == 0 || tokens[i - 1].end != tokens[i].start
    {
      return nil
    }
    return (factor, next)
  }

  /// The plural noun of what is counted, up to two words after a token, and the token after it.
  ///
  /// Adjectives and "of the" may stand between: "50 full scholarships", "36 Pakistani officers".
  func countable(at i: Int, _ tokens: [Token], _ end: Int) -> (String, Int)? {
    for start in i..<max(i, min(i + 4, end)) {
      if let found = countables.longest(at: start, tokens, end) { return found }
      guard tokens[start].kind == .word, !Self.stops.contains(tokens[start].key),
        start == i
          || !isPastVerb(tokens[start]) && NumberWords.number(at: start, tokens, end) == nil
      else { return nil }
    }
    return nil
  }

  /// "Two governments signed eighteen agreements": what the verb behind a noun tells is counted anew.
  private func isPastVerb(_ token: Token) -> Bool {
    switch VerbLexicon.builtIn.entry(token.key)?.form {
    case .past, .pastOrParticiple: true
    default: false
    }
  }

  private static let stops = Set(
    ("and or in on at to from by for with was were is are has have had the a an of after before"
      + " since until million billion per").split(separator: " ").map { WordKey(String($0)) })
}
