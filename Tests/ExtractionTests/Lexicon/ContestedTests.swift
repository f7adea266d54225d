import Prose
import Testing

@testable import Extraction

@Suite struct ContestedTests {
  func terms(_ sentence: String) -> [String] {
    let tokens = Tokenizer.tokens(of: Array(sentence.utf8))
    let contested = ContestedTerms.builtIn
    return zip(contested.terms, contested.patterns).filter { _, pattern in
      tokens.indices.contains { pattern.match(tokens, at: $0, NoClasses()) != nil }
    }.map(\.0.term)
  }

  @Test(arguments: [
    ("recognized the tragedy as genocide", "genocide"),
    ("the occupied territories", "occupied territories"),
    ("the so-called republic", "so-called"), ("after the annexation", "annexation"),
    ("the liberated districts", "liberated"), ("on Jammu & Kashmir", "Jammu & Kashmir"),
  ])
  func finds(_ sentence: String, _ term: String) {
    #expect(terms(sentence).contains(term))
  }

  @Test(arguments: ["two fraternal countries", "the visit was a success", "a liberal policy"])
  func leavesPlainWords(_ sentence: String) { #expect(terms(sentence) == []) }

  @Test func everyTermSaysWhoObjects() {
    #expect(ContestedTerms.builtIn.terms.filter(\.why.isEmpty).map(\.term) == [])
    #expect(ContestedTerms.builtIn.terms.count == ContestedTerms.builtIn.patterns.count)
  }
}
