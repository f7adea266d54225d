import Diagnostics
import Testing

@testable import Extraction

@Suite struct RuleFileTests {
  @Test func readsRulesAndFields() {
    let text = SourceText(
      path: "x.rules",
      text: "# words\n\nrule visit/paid\n  pattern ~pay\n  not  paid bills\nrule other\n")
    let (rules, problems) = RuleFile.read(text)
    #expect(problems.isEmpty)
    #expect(rules.map(\.id) == ["visit/paid", "other"])
    #expect(rules[0].value("pattern") == "~pay")
    #expect(rules[0].values("not").map(\.value) == ["paid bills"])
  }

  @Test func namesThePlaceOfAnError() {
    let text = SourceText(path: "x.rules", text: "  pattern early\nrule a\nnonsense here\n")
    let problems = RuleFile.read(text).diagnostics
    #expect(problems.count == 2)
    #expect(problems[1].place.map { text.position(of: $0.span.start).line } == 3)
  }

  @Test func builtInRulesLoadWithoutProblem() {
    #expect(EventRuleSet.builtIn.diagnostics.map(\.message) == [])
    #expect(DomainClassifier.builtIn.diagnostics.map(\.message) == [])
    #expect(EventRuleSet.builtIn.rules.count > 50)
  }

  @Test func userRulesWithMistakesArePointedAt() {
    let text = SourceText(
      path: "seeds/lexicon/own.rules",
      text: "rule own/x\n  type visit\n  kind verb\n  strength 5\n  pattern (a | b\n")
    let set = EventRuleSet([text])
    #expect(set.rules.isEmpty)
    #expect(set.diagnostics.contains { $0.message == "\"(\" without \")\"" })
  }
}
