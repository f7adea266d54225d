import Diagnostics
import Testing

@testable import Extraction

/// Rules that are words alone: every example and counterexample, executed.
@Suite struct PatternRulesTests {
  static let builtIn = [
    Aggregates.rules, OpeningFinder.rules, StatusReader.rules, Refusal.rules,
    DateReportFinder.rules,
  ]

  @Test(arguments: builtIn.indices)
  func loadWithoutProblem(file: Int) {
    #expect(Self.builtIn[file].diagnostics.map(\.message) == [])
    #expect(!Self.builtIn[file].rules.isEmpty)
  }

  @Test(arguments: builtIn.flatMap(\.rules))
  func findTheirExamplesAndNoCounterexample(rule: PatternRules.Rule) {
    #expect(!rule.examples.isEmpty, "\(rule.id) has no example")
    for example in rule.examples {
      let reading = RuleExampleTests.reading(example.value)
      #expect(
        reading.find(PatternList(rule.patterns), in: reading.tokens.indices) != nil,
        "\(rule.id) misses \(example.value)")
    }
    for line in rule.counterexamples {
      let reading = RuleExampleTests.reading(line.value)
      #expect(
        reading.find(PatternList(rule.patterns), in: reading.tokens.indices) == nil,
        "\(rule.id) finds \(line.value)")
    }
  }

  @Test func aMistakeIsPointedAt() {
    let text = SourceText(path: "own.rules", text: "rule own/x\n  pattern (a | b\n")
    let rules = PatternRules(text)
    #expect(rules.diagnostics.map(\.message) == ["\"(\" without \")\""])
    #expect(rules.patterns("own/x").patterns.isEmpty)
  }
}
