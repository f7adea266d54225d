import Chronicle
import Chronology
import Prose
import Testing

@testable import Extraction

/// What entries of lists, tables and chronologies tell.
@Suite struct EntryTests {
  static func events(_ text: String) throws -> [String] {
    let page = "Peru and Romania\nRiga, 3 May 2021\n\n\(text)\n"
    let document = try DocumentReader.read(path: "a.txt", bytes: Array(page.utf8))
    let settings = ExtractionSettings(parties: ["PER", "ROU"])
    return Extractor.extract([document], settings: settings).ledger.events.map { event in
      "\(event.content.date?.description ?? "–") \(event.content.type.rawValue)"
    }
  }

  static let table = """
    FROM 1939
    1939  15 Apr    Bucharest recognises Peru.
          Oct       Legations opened.
    1957            Romanian embassy, Lima.
    1974  after May Thaw. Foreign Minister Ionescu visits Lima, Oct.
    1993  Sept.     President Iliescu - official visit, Lima, 26 to 28. Trade agt. signed.
    1999  24 Feb    1st Mixed Commission, Lima.
                    Cultural protocol signed, March.
    2004            Earthquake Pisco (24 Feb.): tents sent by Romania, 26 Feb.
    2016  Nov       President Iohannis (14-16) attends APEC summit, Lima.
          27-28 June Foreign Minister Popescu on official visit to Lima.
    2021  Mar       Ministers meet, Lima (7th).
    """

  @Test(arguments: [
    "1939-04-15 recognition", "1939-10 establishment", "1957 establishment", "1974-10 visit",
    "1993-09-26/1993-09-28 visit", "1993-09-26/1993-09-28 agreement", "1999-02-24 meeting",
    "1999-03 agreement", "2004-02-24 disaster", "2004-02-26 aid", "2016-11-14/2016-11-16 visit",
    "2016-06-27/2016-06-28 visit", "2021-03-07 meeting",
  ])
  func aRowHasItsYearFromItselfOrTheRowAbove(event: String) throws {
    #expect(try Self.events(Self.table).contains(event))
  }

  @Test(arguments: ["1974 other", "2004 disaster"])
  func theYearBeforeAMonthOfTheRowIsNoDateOfItsOwn(event: String) throws {
    #expect(try !Self.events(Self.table).contains(event))
  }

  @Test(arguments: ["The nineties: health and schools", "Programmes, 2003–2013"])
  func captionsTellNothing(line: String) throws {
    #expect(try Self.events("\(line)\nMuch was done in those years for the people.").isEmpty)
  }

  @Test func listsOfVisitsBelowATitleNameGuestsAndDays() throws {
    let text = """
      High Level Visits

      From Peru:
      • Speakers of the Congress, August 1974 and July 2007
      • President Alan García, January 2008; six agreements signed

      From Romania:
      • EAM Smt. Ana Popescu, 25-26 April 2018, to co-chair the 6th Joint Committee
      """
    #expect(
      try Self.events(text) == [
        "1974-08 visit", "2007-07 visit", "2008-01 agreement", "2008-01 visit",
        "2018-04-25/2018-04-26 meeting", "2018-04-25/2018-04-26 visit",
      ])
  }

  @Test(arguments: ["FROM 1939", "UNTIL 1957", "1939–1957"])
  func aPeriodGivesNoYear(heading: String) throws {
    #expect(
      try Self.events("\(heading)\n\nIn May a treaty was signed.").first != "1939-05 agreement")
  }

  @Test(arguments: ["\n", ""])
  func aShortLineBeforeAListHeadsIt(gap: String) throws {
    let text = """
      Trade is small.
      \(gap)High-Level Visits
      \(gap)From Romania
      - Mr. Ion Popa, Minister for Foreign Affairs – 25-28 August 2016
      - Crown Prince Radu – 1983
      From Peru
      - Prime Minister Ana Jara – February 2010
      """
    #expect(
      try Self.events(text) == [
        "1983 visit", "2010-02 visit", "2016-08-25/2016-08-28 visit",
      ])
  }

  @Test(arguments: [
    (
      "President Iliescu in Lima, 12-13 April 2005 and again from 19 to 21 April 2008, when he spoke.",
      ["2005-04-12/2005-04-13 visit", "2008-04-19/2008-04-21 visit"]
    ),
    ("- 7th HLM, Lima – 3 May 2009", ["2009-05-03 meeting"]),
    ("- Fisheries agt., Bucharest – 3 May 2009", ["2009-05-03 agreement"]),
    (
      "The Joint Ocean Council (JOC) is new.\n\n- JOC, Bucharest – 3 May 2009",
      ["2009-05-03 meeting"]
    ),
    ("- Romanian sailors brought home from Callao – 3 May 2009", ["2009-05-03 other"]),
    (
      "1st political consultations: Lima, 3 May 2009\n2nd: Bucharest, 4 June 2010",
      ["2009-05-03 consultation", "2010-06-04 consultation"]
    ),
  ])
  func entriesTellWhatTheirWordsLeaveOut(text: String, events: [String]) throws {
    #expect(try Self.events(text) == events)
  }

  /// A date as a sentence of its own heads its entry, days and months alike.
  @Test func aDateThatIsASentenceHeadsItsEntry() throws {
    let text = """
      1969
      6 November. The Romanian bridge at Tarma is handed over.
      December. A protocol on tax is signed.

      1975
      First half. Talks in Lima.
      """
    #expect(
      try Self.events(text) == [
        "1969-11-06 construction", "1969-12 agreement", "1975-01/1975-06 meeting",
      ])
  }

  @Test(arguments: ["High-level exchanges", "HIGH-LEVEL CONTACTS", "Recent visits"])
  func aListOfVisitsNamesWhoWhereAndWhen(title: String) throws {
    let events = try Self.events(
      """
      \(title)
      President Ionescu, Lima, 8–11 July 2011
      Prime Minister Humala, Bucharest (Fourth Forum on Aid), 29 November 2011
      Prime Minister Humala, Bucharest, December 2014
      """)
    #expect(events == ["2011-07-08/2011-07-11 visit", "2011-11-29 visit", "2014-12 visit"])
  }
}
