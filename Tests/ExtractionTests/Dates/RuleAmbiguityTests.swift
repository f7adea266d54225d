import Diagnostics
import Prose
import Testing

@testable import Extraction

/// No words of the corpus may be read in two ways by two time rules.
@Suite struct RuleAmbiguityTests {
  private static func rivals(in document: Document, _ grammar: DateGrammar) -> [String] {
    let loan = DateScannerLoan(grammar)
    let found = Found()
    for block in document.blocks {
      var finder = DateFinder(
        grammar: grammar, scanner: loan.scanner, text: document.text,
        tokens: document.tokens(of: block))
      finder.onRivals = { found.all.append("“\($0.words)”: \($0.rules.joined(separator: ", "))") }
      _ = finder.find()
    }
    return found.all
  }

  private final class Found { var all: [String] = [] }

  @Test(arguments: Gold.stems) func theCorpusIsReadInOneWay(stem: String) throws {
    let document = try CorpusTests.document(stem)
    #expect(Self.rivals(in: document, .builtIn) == [])
  }

  @Test func twoReadingsAreSeen() {
    let rule = SourceText(
      path: "own.rules",
      text: "rule own/year\n  pattern y=@year\n  make decade\n")
    let grammar = DateGrammar(Knowledge.files(in: "rules/time") + [rule])
    let document = DocumentReader.plain(SourceText(path: "x.txt", text: "They met in 1990.\n"))
    #expect(!Self.rivals(in: document, grammar).isEmpty)
  }
}
