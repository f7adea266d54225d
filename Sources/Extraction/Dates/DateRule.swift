import Diagnostics
import Prose

/// A rule that finds date words, with the production that gives them a value.
struct DateRule: Sendable {
  var id: String
  var pattern: TokenPattern
  /// Names the production in ``DateProduction``.
  var make: String
  var examples: [RuleBlock.Field]
  var counterexamples: [RuleBlock.Field]
}

/// All time rules, compiled.
struct DateRuleSet: Sendable {
  var rules: [DateRule] = []
  var diagnostics: [Diagnostic] = []
  /// Words that can begin an expression; numbers can, too.
  var starts: Set<WordKey> = []
  /// Numbers of the rules by the word with which a match begins, and those that can begin with any.
  private var byFirstKey: [WordKey: [Int]] = [:]
  private var unindexed: [Int] = []

  static let builtIn = DateRuleSet([Knowledge.file("rules/time.rules")].compactMap { $0 })

  init(_ files: [SourceText]) {
    let compiler = PatternCompiler(categories: DateCategory.numbers, inflection: .english)
    starts = DateLexicon.builtIn.starts
    for file in files {
      let (blocks, problems) = RuleFile.read(file)
      diagnostics += problems
      for block in blocks { add(block, compiler) }
    }
    unindexed = rules.indices.filter { rules[$0].pattern.firstKeys == nil }
    for (number, rule) in rules.enumerated() {
      for key in rule.pattern.firstKeys ?? [] { byFirstKey[key, default: []].append(number) }
    }
    for key in byFirstKey.keys {
      byFirstKey[key] = (byFirstKey[key, default: []] + unindexed).sorted()
    }
  }

  /// Numbers of the rules that can match at a word, in the order of the files.
  func candidates(at word: WordKey) -> [Int] { byFirstKey[word] ?? unindexed }

  private mutating func add(_ block: RuleBlock, _ compiler: PatternCompiler) {
    guard let make = block.value("make"), DateProduction(rawValue: make) != nil else {
      diagnostics.append(
        Diagnostic(
          .error, "rules/time", "rule \"\(block.id)\" names no production",
          at: .init(block.text, block.span),
          hints: ["add a line \"make NAME\" with one of Dates/DateProduction.swift"]))
      return
    }
    for field in block.values("pattern") {
      do {
        let pattern = try compiler.compile(field.value)
        if let keys = pattern.firstKeys { starts.formUnion(keys) }
        rules.append(
          DateRule(
            id: block.id, pattern: pattern, make: make, examples: block.values("example"),
            counterexamples: block.values("not")))
      } catch {
        let at = Span(min(field.span.end, field.span.start + error.offset), field.span.end)
        diagnostics.append(
          Diagnostic(.error, "rules/time", error.message, at: .init(block.text, at)))
      }
    }
  }
}
