import Chronicle
import Chronology
import Prose
import Testing

@testable import Extraction

/// Dates that only measure, count or frame what a sentence tells.
@Suite struct MeasuredDateTests {
  static func told(_ text: String) throws -> [String] {
    let page = "---\ndate: 2023-05-01\nparties: [FRA, KEN]\n---\n\n\(text)\n"
    let document = try DocumentReader.read(path: "a.md", bytes: Array(page.utf8))
    return Extractor.extract([document]).ledger.events.map {
      "\($0.content.date?.description ?? "–") \($0.content.type.rawValue)"
    }
  }

  @Test(arguments: [
    (
      "Trade stood at 5 million dollars in 2022, a third more than in 2019.", ["2022 trade"]
    ),
    (
      "Trade reached 5 million dollars in 2022, rising by 3.8 times compared with 2019.",
      ["2022 trade"]
    ),
    (
      "Before taking the chair in June 2013, Mr Odinga served as a minister in Nairobi.", []
    ),
    (
      "The dam in Kisumu was due in 2008 and was finally finished in May 2011.",
      ["2011-05 construction"]
    ),
    (
      "A school programme, with 40 million dollars for 2010–2014, was launched in Nairobi on 4 May 2010.",
      ["2010-05-04 establishment"]
    ),
    (
      "France flew rice to Lamu on 9 May 2008, four days after the earthquake.",
      ["2008-05-09 aid"]
    ),
    ("The consulate in Paris is closed from 1 May 2023.", []),
    (
      "It was agreed that the next session would be convened in Paris in May 2024.",
      ["2024-05 meeting"]
    ),
  ])
  func whatADateOnlyMeasuresIsNoDeed(text: String, events: [String]) throws {
    #expect(
      try Self.told(text) == events)
  }

  @Test func aThirdFromTheSentenceBeforeSpeaksOfItself() throws {
    let page = """
      ---
      date: 2015-05-01
      parties: [FRA, KEN]
      ---

      Kenya opened a school in Lyon in 2014. The French side announced that it would open a consulate in \
      Mombasa in 2016.
      """
    let document = try DocumentReader.read(path: "a.md", bytes: Array(page.utf8))
    let event = Extractor.extract([document]).ledger.events.last
    #expect(event?.content.actors == ["FRA"])
  }
}
