import Diagnostics
import Prose
import Testing

@testable import Extraction

/// No words of the corpus may be read in two ways by two time rules.
@Suite struct RuleAmbiguityTests {
  private static func rivals(in tokens: [[Token]], of text: SourceText, _ grammar: DateGrammar)
    -> [String]
  {
    let loan = DateScannerLoan(grammar)
    let found = Found()
    for tokens in tokens {
      tokens.withUnsafeBufferPointer { tokens in
        text.bytes.withUnsafeBufferPointer { bytes in
          var finder = DateFinder(
            grammar: grammar, scanner: loan.scanner, words: .init(tokens: tokens, bytes: bytes))
          finder.onRivals = {
            found.all.append("“\($0.words)”: \($0.rules.joined(separator: ", "))")
          }
          _ = finder.find()
        }
      }
    }
    return found.all
  }

  private final class Found { var all: [String] = [] }

  @Test(arguments: Gold.stems) func theCorpusIsReadInOneWay(stem: String) throws {
    let document = try CorpusTests.document(stem)
    let tokens = document.blocks.map { document.tokens(of: $0) }
    #expect(Self.rivals(in: tokens, of: document.text, .builtIn) == [])
  }

  @Test func twoReadingsAreSeen() {
    let rule = SourceText(
      path: "own.rules",
      text: "rule own/year\n  pattern y=@year\n  make decade\n")
    let grammar = DateGrammar(Knowledge.files(in: "rules/time") + [rule])
    let text = SourceText(path: "x.txt", text: "They met in 1990.\n")
    #expect(!Self.rivals(in: [Tokenizer.tokens(of: text.bytes)], of: text, grammar).isEmpty)
  }
}
