public import Diagnostics

/// The rules by which dates are read, compiled: those of the program, perhaps with a user's own.
public struct DateRules: Sendable {
  let grammar: DateGrammar
  /// What is wrong with the user's files: places, messages, hints. Such rules are left out.
  public let diagnostics: [Diagnostic]

  public static let builtIn = DateRules(grammar: .builtIn, diagnostics: [])

  private init(grammar: DateGrammar, diagnostics: [Diagnostic]) {
    self.grammar = grammar
    self.diagnostics = diagnostics
  }

  /// The built-in rules and those of a user's files, in the same notation.
  ///
  /// - Parameter words: tables of words of the calendar: class, value, words.
  public init(own files: [SourceText], words: [SourceText] = []) {
    guard !files.isEmpty || !words.isEmpty else {
      self = .builtIn
      return
    }
    let grammar = DateGrammar(
      Knowledge.files(in: "rules/time") + files,
      lexicon: words.isEmpty ? .builtIn : DateLexicon(words))
    self.init(grammar: grammar, diagnostics: grammar.diagnostics)
  }
}
