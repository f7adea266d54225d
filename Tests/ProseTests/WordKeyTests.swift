import Testing

@testable import Prose

@Suite struct WordKeyTests {
  @Test func whatTheCompilerKnowsIsWhatTheTokenizerFinds() {
    let known: [(WordKey, String)] = [
      ("of", "of"), ("independence", "Independence"), ("signature", "SIGNATURE"), (";", ";"),
      ("-", "–"), ("'", "’"), ("\u{2019}", "'"), ("establishment", "establishment"),
      ("ministry", "ministry"),
    ]
    for (key, text) in known {
      #expect(key == WordKey(text), "\(text)")
      #expect(key == Tokenizer.tokens(of: Array(text.utf8)).first?.key, "\(text)")
    }
  }
}
