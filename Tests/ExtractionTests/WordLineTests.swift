import Diagnostics
import Prose
import Testing

@testable import Extraction

/// Lines of words are counted and changed as people see them, whatever their bytes.
@Suite struct WordLineTests {
  @Test(arguments: [("visit", 5), ("Niinistö’s", 10), ("e\u{301}cole", 5)])
  func countsCharacters(text: String, count: Int) {
    #expect(WordLine(text).count == count)
    #expect(WordLine(text).fits(count))
    #expect(!WordLine(text).fits(count - 1))
  }

  @Test(arguments: [("visit", "Visit"), ("élan", "Élan"), ("5 visits", "5 visits"), ("", "")])
  func capitalises(text: String, capitalised: String) {
    var line = WordLine(text)
    line.capitalise()
    #expect(line.string == capitalised)
  }

  @Test func findsWords() throws {
    let line = WordLine(" two  words ")
    #expect(line.words.map { line.text($0) } == ["two", "words"])
    #expect(line.lastWord.map { line.text($0) } == "words")
    #expect(line.hasMoreWords(than: 1) && !line.hasMoreWords(than: 2))
    #expect(!line.isSpacedEvenly)
  }

  @Test func marksAtTheEndAreCut() {
    var line = WordLine("Signed in Baku – (")
    line.trimEnd()
    #expect(line.string == "Signed in Baku")
  }

  @Test func theFirstPatternCountsAndNotTheFirstPlace() throws {
    let compiler = PatternCompiler(categories: EventCategory.numbers, inflection: .english)
    let list = PatternList([
      try compiler.compile("(the | a) treaty"), try compiler.compile("signed (a | the)"),
    ])
    let reading = RuleExampleTests.reading("They signed a paper and the treaty.")
    #expect(list.find(in: reading, reading.tokens.indices) == 5..<7)
    #expect(list.find(in: reading, 0..<4) == 1..<3)
    #expect(list.all(in: reading, reading.tokens.indices).count == 2)
    #expect(list.find(in: reading, 2..<5) == nil)
  }
}
