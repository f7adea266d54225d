import Chronicle
import Chronology
import Prose
import Testing

@testable import Extraction

/// When a paper was written, and what it is made of.
@Suite struct PaperTests {
  static func paper(_ text: String) throws -> Paper {
    Paper(try DocumentReader.read(path: "a.txt", bytes: Array(text.utf8)), locale: "en-GB")
  }

  static func events(_ text: String) throws -> [String] {
    let document = try DocumentReader.read(path: "a.txt", bytes: Array(text.utf8))
    return Extractor.extract([document]).ledger.events.map { event in
      "\(event.content.date?.description ?? "–") \(event.content.type.rawValue)"
    }
  }

  @Test(arguments: [
    ("Web page, Riga, 15 May 2013", "2013-05-15"),
    ("Series B, Number 7, 4 March 2014. Author: L. Quispe, Research", "2014-03-04"),
    ("Andean desk. State of play 15 May 2021. Internal.", "2021-05-15"),
    ("Facts as of 3 June 2010", "2010-06-03"),
    ("Position at 14 June 2011 (replaces the edition of 22 November 2010)", "2011-06-14"),
    ("Situation as at 20.11.2017 – replaces the edition of 02.05.2016", "2017-11-20"),
  ])
  func aLineOfTheHeadSaysWhen(line: String, date: String) throws {
    let text = "Peru and Latvia\n\(line)\n\n\(HeaderTests.body)\n\nFigures updated 1 March 2009.\n"
    #expect(try Self.paper(text).header.date?.description == date)
  }

  @Test(arguments: [
    ("Weekend of 12–13 July 2025", "2025-07-12"),
    (
      "On Tuesday the two states will have had relations for twenty-six years, on paper at least, which is more"
        + " than many of their neighbours can say of themselves. Peru’s ambassador in Riga spoke to Marcia Bent"
        + " on Friday, 4 December 2020. The translation is his own.",
      "2020-12-04"
    ),
  ])
  func anIssueAndATalkHaveADay(line: String, date: String) throws {
    let text = "Peru and Latvia\n\(line)\n\n\(HeaderTests.body)\n\n\(HeaderTests.body)\n"
    #expect(try Self.paper(text).header.date?.description == date)
  }

  @Test func aPlaceAndDayCloseWhatWasSignedThere() throws {
    let text = """
      JOINT STATEMENT OF PERU AND LATVIA

      1. The Foreign Minister of Latvia paid an official visit to Peru from May 4th to May 7th, 2016.
      \(HeaderTests.body)

      2. The ministers met in Lima on May 5th. \(HeaderTests.body)

      3. \(HeaderTests.body)

      Lima, May 7th, 2016
      """
    #expect(try Self.paper(text).header.date?.description == "2016-05-07")
  }

  @Test func whoCameWhenIsNotWhenThePageWasWritten() throws {
    let text = """
      Embassy of Peru in Riga
      Visits from Peru
      - Prime Minister Ana Jara – February 2010
      - President Alan García – May 2009
      Upcoming events
      Peru Day, Embassy Hall: Friday, 28 July 2017
      Last reviewed: 22 July 2017 | Consular hours 10.00–12.30 | © 2012
      """
    #expect(try Self.paper(text).header.date?.description == "2017-07-22")
  }

  @Test func aDayBeforeMostOfWhatIsToldIsNotThePapers() throws {
    let text = """
      Peru and Latvia

      The first treaty, 4 May 1922

      \(HeaderTests.body) Embassies opened in 1992 and 1994, and ministers met in 2001 and 2005.
      """
    #expect(try Self.paper(text).header.date == nil)
  }

  @Test func eachReportOfAFileHasItsOwnDay() throws {
    let text = """
      LIMA, May 4 2012 (Agency) - The president of Latvia arrived here on Thursday, officials said.
      He will meet the president of Peru tomorrow.

      ===

      RIGA, June 9, 2015 (Agency) - The foreign minister of Peru arrived in Riga on Monday.

      Notes follow.

      ===

      LIMA, July 3, 2018 (Agency) - The foreign minister of Latvia arrived in Lima yesterday.
      """
    let paper = try Self.paper(text)
    #expect(
      paper.reports.compactMap(\.header.date?.description) == [
        "2012-05-04", "2015-06-09", "2018-07-03",
      ])
    #expect(paper.header.date?.description == "2018-07-03")
    #expect(
      try Self.events(text) == [
        "2012-05-03 visit", "2012-05-05 meeting", "2015-06-08 visit", "2018-07-02 visit",
      ])
  }

  @Test func rulesInAnArticleMakeNoReports() throws {
    let text = "Tea\n\nRiga, 3 May 2011 –\n\n\(HeaderTests.body)\n\n***\n\n\(HeaderTests.body)\n"
    #expect(try Self.paper(text).reports.isEmpty)
  }
}
