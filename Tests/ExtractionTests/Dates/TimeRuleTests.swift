import Chronology
import Diagnostics
import Prose
import Testing

@testable import Extraction

/// Every time rule's examples and counterexamples, executed.
@Suite struct TimeRuleTests {
  static func read(_ line: String, _ rule: DateRule) -> [DateMention] {
    var reader = DateReader(
      .init(
        reference: rule.reference, mode: rule.mode,
        locale: rule.locale))
    // What stands below a heading is read below one with the reference's year.
    if rule.constants["headed"]?.number == 1, let year = rule.reference?.year {
      let heading = SourceText(path: "heading", text: String(year))
      _ = reader.read(
        Tokenizer.tokens(of: heading, in: Span(0, heading.bytes.count)), of: heading,
        isHeading: true)
    }
    let text = SourceText(path: "example", text: line)
    let tokens = Tokenizer.tokens(of: text, in: Span(0, text.bytes.count))
    return reader.read(tokens, of: text, isHeading: false)
  }

  @Test func rulesAndWordsAreWellFormed() {
    #expect(DateGrammar.builtIn.diagnostics.map(\.message) == [])
  }

  @Test(arguments: DateGrammar.builtIn.rules.indices)
  func ruleFindsItsExamples(number: Int) {
    let rule = DateGrammar.builtIn.rules[number]
    #expect(!rule.examples.isEmpty, "\(rule.id) has no example")
    for example in rule.examples {
      let parts = example.value.split(separator: "=>", omittingEmptySubsequences: false).map {
        String($0).trimmingSpaces
      }
      guard parts.count == 2 else {
        Issue.record("\(rule.id): an example without a value")
        continue
      }
      let found = Self.read(parts[0], rule)
      let values = found.map(\.value.description).joined(separator: ", ")
      #expect(values == parts[1], "\(rule.id): \(parts[0])")
      #expect(
        found.isEmpty == (rule.make == .nothing)
          && found.allSatisfy { _ in found.contains { $0.rules.contains(rule.id) } },
        "\(rule.id): “\(parts[0])” is read by \(found.map(\.rules))")
    }
  }

  @Test(arguments: DateGrammar.builtIn.rules.indices)
  func ruleLeavesItsCounterexamples(number: Int) {
    let rule = DateGrammar.builtIn.rules[number]
    #expect(!rule.counterexamples.isEmpty, "\(rule.id) has no counterexample")
    for line in rule.counterexamples {
      let found = Self.read(line.value, rule)
      #expect(
        !found.contains { $0.rules.contains(rule.id) }, "\(rule.id) finds “\(line.value)”")
    }
  }
}
