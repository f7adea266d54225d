import Chronicle
import Chronology
import Prose
import Testing

@testable import Extraction

/// The events of a page on Norway and Kenya, as "DATE TYPE HEADLINE".
private func events(_ lines: [String]) throws -> [String] {
  let page =
    "---\ndate: 2024-06-01\nparties: [NOR, KEN]\n---\n\n" + lines.joined(separator: "\n") + "\n"
  let document = try DocumentReader.read(path: "a.md", bytes: Array(page.utf8))
  return Extractor.extract([document]).ledger.events.map {
    "\($0.content.date?.description ?? "-") \($0.content.type.rawValue) \($0.content.headline)"
  }
}

/// The rows of tables: each cell says one thing, and the head says what.
@Suite struct RowTests {
  @Test(arguments: ["Phase II | 2014–2017", "Hall 3 | 2014–2017"])
  func noDateReachesOverTwoCells(row: String) throws {
    let found = try events([
      "| Project | Year | Amount |", "|---|---|---|", "| Wells, \(row) | USD 12 million |",
    ])
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("2014/2017 aid Wells, ") == true)
  }

  @Test func aSumIsNamedByTheWordsOfItsRow() throws {
    #expect(
      try events(["## Aid from Norway", "", "2003 – 2007 – Programme for Forests, EUR 8.9 million"])
        == ["2003/2007 aid Programme for Forests"])
  }

  @Test func theHeadSaysWhatBefellAPaper() throws {
    #expect(
      try events([
        "| No. | Agreement | Signed | Place | In force |", "|---|---|---|---|---|",
        "| 1 | Agreement on Technical Cooperation | 17 May 1996 | Nairobi | 1 July 1996 |",
      ]) == [
        "1996-05-17 agreement Agreement on Technical Cooperation signed",
        "1996-07-01 agreement Agreement on Technical Cooperation in force",
      ])
  }

  @Test func aTableOfSittingsCountsThemByItsHeading() throws {
    #expect(
      try events([
        "## Meetings of the Joint Commission", "", "| Session | Date | Venue |", "|---|---|---|",
        "| First | 3 May 2001 | Oslo |", "| Second | 10–11 June 2004 | Nairobi |",
      ]) == [
        "2001-05-03 meeting First session of the Joint Commission, Oslo",
        "2004-06-10/2004-06-11 meeting Second session of the Joint Commission, Nairobi",
      ])
  }

  @Test func whatSomebodyCameForIsNoDeedBesideTheVisit() throws {
    #expect(
      try events([
        "## Visits", "", "| Date | Visitor | Place | Occasion |", "|---|---|---|---|",
        "| 7 June 2018 | Minister for Foreign Trade Paavo Berg | Nairobi | Political consultations |",
      ]) == ["2018-06-07 visit Minister for Foreign Trade Berg visits Nairobi"])
  }

  @Test func aLineWithALabelIsAnEntry() throws {
    #expect(
      try events([
        "## Ambassadors of Norway to Kenya", "", "1965–1969  Ambassador Ole Frey",
        "2019–2023  Ambassador Erik Lund",
        "since September 2023  Ambassador Per Tapper",
      ]) == [
        "1965/1969 appointment Ambassador Ole Frey", "2019/2023 appointment Ambassador Erik Lund",
        "2023-09/.. appointment Ambassador Per Tapper",
      ])
  }
}

/// Papers named before what befell them.
@Suite struct EntryPaperTests {
  @Test(
    arguments: [
      (
        "- Agreement on forestry (signed in Nairobi on 17 September 2008)",
        "Agreement on forestry signed"
      ),
      ("- Agreement on forestry (in force since 4 October 2009)", "Agreement on forestry in force"),
      ("- Agreement on forestry (Nairobi, 1984)", "Agreement on forestry"),
      ("- Air services agreement – signed 2019, not yet ratified", "Air services agreement signed"),
    ])
  func theBracketTellsOfThePaperBeforeIt(line: String, headline: String) throws {
    #expect(
      try events(["## Agreements", "", line]).first?.hasSuffix("agreement \(headline)") == true)
  }
}
