import Chronicle
import Chronology
import Diagnostics
import Prose
import Testing

@testable import Extraction

/// Every rule's examples and counterexamples, executed.
@Suite struct RuleExampleTests {
  static func reading(_ line: String) -> BlockReading {
    let text = SourceText(path: "example", text: line)
    let tokens = Tokenizer.tokens(of: text, in: Span(0, text.bytes.count))
    var reader = DateReader(.init(reference: Day(year: 2017, month: 1, day: 16)))
    var people = PersonFinder()
    let dates = reader.read(tokens, of: text, isHeading: false)
    let entities = people.find(
      tokens, of: text, entities: Gazetteer.builtIn.entities(tokens, of: text))
    return BlockReading(
      text: text, tokens: tokens, sentences: [tokens.indices], entities: entities, dates: dates,
      money: AmountReader.money(tokens, WordFacts.of(tokens), of: text))
  }

  static func triggers(_ line: String) -> [Trigger] {
    let reading = reading(line)
    return TriggerFinder(rules: .builtIn).triggers(in: reading, reading.tokens.indices)
  }

  @Test func everyEventRuleHasAnExampleThatItFinds() {
    for rule in EventRuleSet.builtIn.rules {
      #expect(!rule.examples.isEmpty, "\(rule.id) has no example")
      for example in rule.examples {
        let parts = example.value.split(separator: "=>").map { String($0).trimmingSpaces }
        let found = Self.triggers(parts[0])
        let types = found.map(\.rule.type.rawValue)
        #expect(types.contains(parts.last ?? ""), "\(rule.id): \(parts[0]) gives \(types)")
      }
    }
  }

  @Test func noEventRuleFindsItsCounterexample() {
    for rule in EventRuleSet.builtIn.rules {
      for line in rule.counterexamples {
        let found = Self.triggers(line.value).map(\.rule.id)
        #expect(!found.contains(rule.id), "\(rule.id) finds \(line.value)")
      }
    }
  }
}
