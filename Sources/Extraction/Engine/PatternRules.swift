import Diagnostics
import Prose

/// Rules that are words alone: a rule holds where one of its patterns matches.
struct PatternRules: Sendable {
  struct Rule: Sendable {
    var id: String
    var patterns: [TokenPattern]
    var examples: [RuleBlock.Field]
    var counterexamples: [RuleBlock.Field]
  }

  private(set) var rules: [Rule] = []
  /// What words with which the patterns begin have in ``WordFacts``; nothing for rules that are not the
  /// program's own.
  let fact: WordFacts
  private(set) var diagnostics: [Diagnostic] = []

  /// Compiles a rule file; what is wrong with it is in ``diagnostics``.
  init(_ file: SourceText?, fact: WordFacts = []) {
    self.fact = fact
    guard let file else { return }
    let compiler = PatternCompiler(categories: EventCategory.numbers, inflection: .english)
    let (blocks, problems) = RuleFile.read(file)
    diagnostics = problems
    for block in blocks {
      var rule = Rule(
        id: block.id, patterns: [], examples: block.values("example"),
        counterexamples: block.values("not"))
      for field in block.values("pattern") {
        do {
          rule.patterns.append(try compiler.compile(field.value))
        } catch {
          let at = Span(min(field.span.end, field.span.start + error.offset), field.span.end)
          diagnostics.append(
            Diagnostic(
              .error, "rules/pattern", error.message, at: .init(block.text, at),
              hints: ["see the notation of patterns"]))
        }
      }
      rules.append(rule)
    }
  }

  /// The patterns of all rules of that name; of all rules without one.
  func patterns(_ id: String? = nil) -> PatternList {
    PatternList(rules.filter { id == nil || $0.id == id }.flatMap(\.patterns), fact: fact)
  }
}

extension BlockReading {
  /// The place of the first of some patterns that matches in a range.
  func find(_ patterns: PatternList, in range: Range<Int>) -> Range<Int>? {
    patterns.find(in: self, range)
  }

  /// The tokens of a date of this block.
  func range(of date: DateMention) -> Range<Int>? {
    dates.first { $0.mention.span == date.span }?.range
  }
}
