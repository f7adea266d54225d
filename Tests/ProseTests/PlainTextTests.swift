import Diagnostics
import Testing

@testable import Prose

@Suite struct PlainTextTests {
  @Test func sectionsYearsAndEntries() throws {
    let text = """
      RIVERLAND–LAKELAND: CHRONOLOGY

      A. Political

      1991
      18/10: Parliament adopts the act.
      – Second thoughts follow.

      2025 (forecast)
      Q1: Visit, to be confirmed.

      B. Economic

      Sept. 2000  Commission established.
      """
    #expect(
      outline(try document(text)) == [
        "h1: RIVERLAND–LAKELAND: CHRONOLOGY", "h2: Political", "h4: 1991",
        "p: 18/10: Parliament adopts the act.", "li –: Second thoughts follow.",
        "h4: 2025 (forecast)", "p: Q1: Visit, to be confirmed.", "h2: Economic",
        "p: Sept. 2000  Commission established.",
      ])
    let found = try document(text)
    #expect(
      found.blocks.compactMap(\.label).map(found.text.string) == ["18/10", "Q1", "Sept. 2000"])
  }

  @Test func numberedParagraphsAreItemsAndNumberedTitlesAreHeadings() throws {
    let text = """
      Brief on fisheries

      1. Background

      1.1 The first accord was signed in 1971.

      1.2 It lapsed. Talks (i.e. the third round) go on.

      2. What next

      2.1 Nothing is planned.
      """
    #expect(
      outline(try document(text)) == [
        "h1: Brief on fisheries", "h2: Background",
        "li 1.1: The first accord was signed in 1971.",
        "li 1.2: It lapsed. Talks (i.e. the third round) go on.", "h2: What next",
        "li 2.1: Nothing is planned.",
      ])
  }

  @Test func itemsOfAListAreNoHeadings() throws {
    let text = """
      They gave, as I said:

      a. A school after the flood

      b. A bridge in 1993

      (i) a boat; and
      [x] a letter
      • a stamp
      """
    let found = outline(try document(text))
    #expect(
      found.dropFirst() == [
        "li a.: A school after the flood", "li b.: A bridge in 1993", "li (i): a boat; and",
        "li [x]: a letter", "li •: a stamp",
      ])
  }

  @Test(arguments: [
    "H. Aliyev visited the town in 1996 and stayed.", "24. August was the day of the opening.",
    "09.06 Relations were established then.", "12.5 million people live there, all told.",
    "I. Rossi signed for the other side that day.",
  ])
  func initialsAndDatesAreNoMarkers(line: String) throws {
    #expect(outline(try document("A title of the text\n\n\(line)")).last == "p: \(line)")
  }

  @Test func tabsAndWideGapsMakeRows() throws {
    let text =
      "Year\tDate\tVisit\n1995\tMay\tA to B\n2012\t3 May\tC to D\n9 June\tE to F\n\tJuly\tG"
    #expect(
      outline(try document(text)) == [
        "head: ; Year ; Date ; Visit", "row: ; 1995 ; May ; A to B", "row: ; 2012 ; 3 May ; C to D",
        "row: ; ^2012 ; 9 June ; E to F", "row: ; ^2012 ; July ; G",
      ])
    let wide = outline(
      try document("Budget of the fund\n\nFY2015   3.1 bn   grants\nFY2016   none"))
    #expect(wide.dropFirst() == ["row: ; FY2015 ; 3.1 bn ; grants", "row: ; FY2016 ; none"])
  }

  @Test func wrappedLinesAreOneParagraphAndEntriesAreNot() throws {
    let wrapped = """
      The two ministers met in the capital on the third of May and agreed that
      the commission should meet again before the end of the year, which it did
      not. It met in 1998.
      """
    #expect(try document(wrapped).blocks.count == 1)
    let entries = """
      The embassy in the capital was opened by the minister on 3 May 1994.
      Direct flights between the two capitals began in the autumn of 1997.
      The commission met twice.
      """
    #expect(try document(entries).blocks.count == 3)
  }

  @Test func addressesAreNoWords() throws {
    let text =
      "Title of it\n\nSee https://example.org/2009/05/a.html, or www.example.org/1996 or me@example.org."
    #expect(words(try document(text), 1) == ["See", ",", "or", "or", "."])
  }
}
