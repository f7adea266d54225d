import Prose
import Testing

@testable import Extraction

@Suite struct TokenPatternTests {
  let compiler = PatternCompiler(
    categories: ["number": 0], inflection: .english,
    macros: ["the": .choice([.word(WordKey("the")), .word(WordKey("a"))])])

  struct Numbers: TokenClasses {
    let tokens: [Token]

    func end(of category: Int, at token: Int) -> Int? {
      tokens[token].kind == .number ? token + 1 : nil
    }
  }

  func match(_ pattern: String, _ text: String) throws -> TokenPattern.Match? {
    let tokens = Tokenizer.tokens(of: Array(text.utf8))
    let compiled = try compiler.compile(pattern)
    for i in tokens.indices {
      if let found = compiled.match(tokens, at: i, Numbers(tokens: tokens)) { return found }
    }
    return nil
  }

  @Test(arguments: [
    ("~visit", "the President visited Baku", 2..<3),
    ("~pay _{0,3} ~visit", "he paid a return visit to", 1..<5),
    ("(state | official) visit", "an Official Visit", 1..<3),
    ("co-operation", "cultural Co-operation now", 1..<4),
    ("@number ^ th", "the 6th session", 1..<3),
    ("$the visit", "during the visit", 1..<3),
    ("x+ y", "a x x y", 1..<4),
  ])
  func finds(_ pattern: String, _ text: String, _ range: Range<Int>) throws {
    #expect(try match(pattern, text)?.range == range)
  }

  @Test(arguments: [
    ("@number ^ th", "6 th"), ("~visit", "revisit"), ("a b", "a x b"), ("x{2,3}", "x y"),
  ])
  func refuses(_ pattern: String, _ text: String) throws {
    #expect(try match(pattern, text) == nil)
  }

  @Test func remembersNames() throws {
    let found = try #require(try match("n=@number who=(men | women)", "and 30 women came"))
    #expect(found["n"] == 1..<2)
    #expect(found["who"] == 2..<3)
    #expect(found["other"] == nil)
  }

  @Test(arguments: [
    ("(a", 2, "\"(\" without \")\""), ("@nothing", 8, "no class \"@nothing\""),
    ("a{2}", 1, "expected {least,most}"), ("a)", 1, "unexpected \")\""),
  ])
  func saysWhatIsWrong(_ pattern: String, _ offset: Int, _ message: String) {
    #expect(throws: PatternError(message: message, offset: offset)) {
      try compiler.compile(pattern)
    }
  }

  @Test func aGapLooksNoFurtherThanTheSentence() {
    let text =
      "Our embassy in Paris has been there since 2007. The consulate has existed since 1994."
    let reading = RuleExampleTests.reading(text)
    let stop = reading.tokens.firstIndex { $0.key == "." }! + 1
    let found = TriggerFinder(rules: .builtIn).triggers(in: reading, 0..<stop)
    #expect(found.map(\.rule.id) == ["establishment/exists"])
  }

  @Test func hostileTextEndsSoon() throws {
    let text = String(repeating: "a ", count: 5000)
    #expect(try match("(a* a*)* b", text) == nil)
  }

  @Test func irregularFormsComeFromTheTable() {
    #expect(Inflection.english.forms(of: "hold") == ["hold", "holds", "held", "holding"])
    #expect(Inflection.english.forms(of: "supply").contains("supplied"))
  }
}
