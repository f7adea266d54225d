import Diagnostics
import Testing

@testable import Prose

@Suite struct SentenceTests {
  private func sentences(_ string: String) -> [String] {
    let text = SourceText(path: "a", text: string)
    let tokens = Tokenizer.tokens(of: text.bytes)
    return SentenceSplitter.sentences(tokens, in: text).map { range in
      text.string(Span(tokens[range.lowerBound].start, tokens[range.upperBound - 1].end))
    }
  }

  @Test(arguments: [
    "H.E. Dr Hage G. Geingob met Mr. J. Smith and Gen. Musharraf.",
    "It opened on Sept. 25, 2024, and on Jan. 9.",
    "Trade, i.e. goods worth US$ 1.2 million (e.g. rice), grew.",
    "The U.S. Congress passed resolution No. 822 at 6:40 p.m. Feb. 25.",
    "“If it is ready by Easter, we sign,” he said; nobody laughed.",
    "S: 21 November 2070 [sic], under No. 14.",
    "Leghari (10/95), Aziz (5/05 or 5/06?), Zardari (10/12).",
    "1. Recognition came in 1991.",
    "A grant of Rs. 14.6 crore and seeds worth Nu. 900,000 were given.",
    "The embassy (opened 1993; cf. p. 12) is at www.example.org/a.b today.",
    "Smt. Swaraj met Premier Yu. Tsedenbal and Kh. Battulga.",
  ])
  func one(sentence: String) {
    #expect(sentences(sentence) == [sentence])
  }

  @Test(arguments: [
    ["We were slower.", "Our flag went up in 1997."],
    ["He left in Feb. 2018.", "In March he was back."],
    ["It was signed in the U.S.", "The other was not."],
    ["“We sign by Easter.”", "Then he left."],
    ["(It was paid once.)", "The rest followed."],
    ["Opened 14 March 2006.", "Terminal opened 26 May 2007."],
    ["It was ready!", "Was it?", "Yes…", "Perhaps."],
    ["Trade fell in 1998.[3]", "It rose in 1999."],
    ["It ended at 5 p.m.", "The talks went on."],
    ["It cost 40 million.", "2005 was better."],
  ])
  func several(expected: [String]) {
    #expect(sentences(expected.joined(separator: " ")) == expected)
  }

  @Test func anEmptyLineAlwaysParts() {
    #expect(sentences("no stop here\n\nnor here") == ["no stop here", "nor here"])
    #expect(sentences("a wrapped\nline") == ["a wrapped\nline"])
    #expect(sentences("") == [])
  }

  @Test func signsOpenASentence() {
    #expect(sentences("🇵🇰 met in May. 🇦🇿 came in June.").count == 2)
  }

  @Test func whatRunsOnIsReadInParts() {
    let parts = sentences(String(repeating: "they met and ", count: 1000))
    #expect(parts.count == 8)
  }

  @Test func rangesCoverAllTokens() {
    let text = SourceText(path: "a", text: "One. Two? (Three.) Mr. Four… 5. Six")
    let tokens = Tokenizer.tokens(of: text.bytes)
    let ranges = SentenceSplitter.sentences(tokens, in: text)
    #expect(ranges.flatMap { Array($0) } == Array(tokens.indices))
  }
}
