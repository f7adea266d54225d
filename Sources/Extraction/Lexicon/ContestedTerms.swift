import Diagnostics
import Prose

/// Words that one side uses and the other refuses, and places that several sides claim.
struct ContestedTerms: Sendable {
  struct Term: Sendable {
    /// The spelling that the pattern of the same index finds.
    var term: String
    /// A form that takes no side; nil where only quoting will do.
    var neutral: String?
    /// Who objects to what.
    var why: String
    var isPlace: Bool
  }

  static let columns = ["kind", "terms", "neutral", "why"]

  private(set) var terms: [Term] = []
  /// One for each term, in the same order.
  private(set) var patterns: [TokenPattern] = []
  /// Patterns by the word with which they begin.
  private var byFirstKey = WordMap<[TokenPattern]>()
  private var wordsByFirstKey = WordMap<[TokenPattern]>()
  private(set) var diagnostics: [Diagnostic] = []

  static let builtIn = ContestedTerms(Knowledge.files(in: "lexicon"))

  /// Reads the tables named `contested.tsv`; a later file's form of a term holds.
  init(_ files: [SourceText]) {
    for file in files where file.path.split(separator: "/").last == "contested.tsv" {
      var table = LexiconTable(file, columns: Self.columns, required: ["kind", "terms"])
      for row in table.rows {
        let kind = row.value("kind")
        guard kind == "word" || kind == "place" else {
          table.problem(
            "no kind is called \"\(kind)\"", row.span("kind"), file, hint: "kinds are word, place")
          continue
        }
        let neutral = row.value("neutral")
        for name in row.names("terms") where !name.text.isEmpty {
          insert(
            Term(
              term: name.text, neutral: neutral.isEmpty ? nil : neutral, why: row.value("why"),
              isPlace: kind == "place"))
        }
      }
      diagnostics += table.diagnostics
    }
  }

  private mutating func insert(_ term: Term) {
    let keys = Tokenizer.tokens(of: Array(term.term.utf8)).map(\.key)
    guard let first = keys.first else { return }
    let program = keys.map { TokenPattern.Instruction.key($0) } + [.accept]
    let pattern = TokenPattern(
      program: program, words: [], names: [], firstKeys: [first])
    if let index = terms.firstIndex(where: { $0.term == term.term }) {
      terms[index] = term
    } else {
      terms.append(term)
      patterns.append(pattern)
      byFirstKey[first] = patterns(at: first) + [pattern]
      if !term.isPlace { wordsByFirstKey[first] = wordPatterns(at: first) + [pattern] }
    }
  }

  /// The words with which terms begin.
  var firstWords: [WordKey] { byFirstKey.words }

  /// The patterns that can match at a word.
  func patterns(at word: WordKey) -> [TokenPattern] { byFirstKey[word] ?? [] }

  /// Those of words alone: places are printed as the text names them.
  func wordPatterns(at word: WordKey) -> [TokenPattern] { wordsByFirstKey[word] ?? [] }
}

extension Extractor {
  /// The words that the program uses only within quotation marks, as they are spelled.
  public static var contestedTerms: [String] { ContestedTerms.builtIn.terms.map(\.term) }
}
