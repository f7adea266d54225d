import Chronology
import Diagnostics
import Prose
import Testing

@testable import Extraction

/// What documents say about themselves, in the forms that readers meet.
@Suite struct HeaderTests {
  static func header(_ text: String, path: String = "a.txt") throws -> DocumentHeader {
    let document = try DocumentReader.read(path: path, bytes: Array(text.utf8))
    return HeaderReader().read(document).header
  }

  /// A paragraph of an article, so that the head has an end.
  static let body = """
    The two countries have known each other for a long time, and their peoples have traded, sung and
    studied together for longer than that. France and Kenya agree on much, and where they do not,
    they say so. In Nairobi and in Paris the doors stand open, and no visitor has ever left hungry.
    """

  @Test(arguments: [
    ("Tirana, 3 May 2011 – The ambassador writes.", "2011-05-03"),
    ("ANKARA, Jan. 5, 2020 (Agency) — Talks began.", "2020-01-05"),
    ("Wednesday, 8 March 2023", "2023-03-08"),
    ("Published on 14 August 2018", "2018-08-14"),
    ("Published: 14 August 2018 | 10:32", "2018-08-14"),
    ("Last updated 2 June 2019", "2019-06-02"),
    ("Lima/Quito, 7 July 2004", "2004-07-07"),
    ("Position as at 15 January 2019", "2019-01-15"),
    ("The interview was recorded in Riga on 6 October 2012.", "2012-10-06"),
    ("03.11.2014", "2014-11-03"),
    ("London, May 2009", "2009-05"),
  ])
  func anOwnDateStandsAtTheHead(line: String, date: String) throws {
    let header = try Self.header("A friendship of two shores\n\n\(line)\n\n\(Self.body)\n")
    #expect(header.date?.description == date)
  }

  @Test(arguments: [
    ("Done at Paris on 7 June 2018, in two originals.", "2018-06-07"),
    ("Page last updated: 9 October 2015", "2015-10-09"),
    ("(Issued to the press 28/4/2013)", "2013-04-28"),
  ])
  func orAtTheEnd(line: String, date: String) throws {
    let text = "A friendship of two shores\n\n\(Self.body)\n\n\(Self.body)\n\n\(line)\n"
    #expect(try Self.header(text).date?.description == date)
  }

  @Test func datesInTheProseAreNotTheDocuments() throws {
    let prose = "In June 1992 Kenya and France signed an accord. On 4 May 2003 they renewed it."
    #expect(try Self.header("A friendship\n\n\(prose) \(Self.body)\n").date == nil)
  }

  @Test func teasersBelowHaveDatesOfTheirOwn() throws {
    let text = """
      A friendship of two shores

      Paris, 3 May 2011 –

      \(Self.body)

      Related articles

      Something else
      9 September 2021
      """
    #expect(try Self.header(text).date?.description == "2011-05-03")
  }

  @Test func aDocumentWithoutDateIsReported() throws {
    let document = try DocumentReader.read(path: "a.txt", bytes: Array(Self.body.utf8))
    #expect(HeaderReader().read(document).diagnostics.map(\.id) == ["document/no-date"])
  }

  @Test(arguments: [
    ("By the Ambassador of Kenya to France", "Ambassador of Kenya to France", "KEN"),
    ("By Jane Wanjiru, Ambassador of Kenya to France", "Ambassador of Kenya to France", "KEN"),
    ("By H.E. Jane Wanjiru, Kenya’s Ambassador in Paris", "Ambassador of Kenya", "KEN"),
    (
      "Jane Wanjiru\nAmbassador Extraordinary and Plenipotentiary\nof the Republic of Kenya to France",
      "Ambassador of Kenya to France", "KEN"
    ),
    ("French Minister of Foreign Affairs", "Minister of Foreign Affairs of France", "FRA"),
    (
      "Kenya’s ambassador to France speaks to Paul Petit about tea",
      "Ambassador of Kenya to France", "KEN"
    ),
  ])
  func theVoiceIsThatOfTheOffice(lines: String, voice: String, side: String) throws {
    let header = try Self.header(
      "Tea and friendship\n\n\(lines)\n\nParis, 3 May 2011\n\n\(Self.body)")
    #expect(header.voice == voice)
    #expect(header.side == side)
    #expect(header.parties == ["FRA", "KEN"])
    #expect(header.title == "Tea and friendship")
  }

  @Test func theWriterIsNamedUnderTheArticle() throws {
    let text =
      "Tea and friendship\n\n\(Self.body)\n\n\(Self.body)\n\nThe writer is Ambassador of Kenya to France.\n"
    #expect(try Self.header(text).side == "KEN")
  }

  @Test func papersOfBothSidesAreNeutral() throws {
    let text = "Joint Statement of the Republic of Kenya and the French Republic\n\n\(Self.body)"
    #expect(try Self.header(text).side == "neutral")
  }

  @Test func aDeskPaperOnOneStateIsTheOthers() throws {
    let text = "Briefing note: relations with Kenya\n\nPrepared for the Minister\n\n\(Self.body)"
    #expect(try Self.header(text).side == "FRA")
  }

  @Test func frontMatterHoldsOverWhatIsFound() throws {
    let text = """
      ---
      title: Tea
      date: 2012-06-01
      author: Desk officer
      parties: [KEN, FRA]
      classification: RESTRICTED
      ---

      # Something else

      Paris, 3 May 2011 –

      \(Self.body)
      """
    let header = try Self.header(text, path: "a.md")
    #expect(header.title == "Tea")
    #expect(header.date?.description == "2012-06-01")
    #expect(header.author == "Desk officer")
    #expect(header.parties == ["KEN", "FRA"])
    #expect(header.marking == "RESTRICTED")
  }

  @Test func aPageNamesItsTitleDateAndPublisher() throws {
    let html = """
      <html><head><title>History | Embassy of Kenya, Paris</title>
      <meta name="date" content="2018-08-14T09:00:00Z"></head>
      <body><h1>Kenya and France</h1><p>\(Self.body)</p></body></html>
      """
    let header = try Self.header(html, path: "a.html")
    #expect(header.title == "Kenya and France")
    #expect(header.publisher == "Embassy of Kenya, Paris")
    #expect(header.side == "KEN")
    #expect(header.date?.description == "2018-08-14")
  }

  @Test func mastheadsAndOfficesAreNoTitles() throws {
    let text =
      "FOREIGN POLICY INSTITUTE\nKenya in the world: a survey\n3 March 2021. For members.\n\n\(Self.body)"
    let header = try Self.header(text)
    #expect(header.title == "Kenya in the world: a survey")
    #expect(header.publisher == "FOREIGN POLICY INSTITUTE")
  }

  @Test func everyDocumentOfTheCorpusKnowsItsDayAndParties() throws {
    for stem in Gold.stems {
      let gold = try Gold.read(stem)
      let document = try CorpusTests.document(stem)
      let header = HeaderReader().read(document).header
      #expect(header.date?.description == gold.documentDate, "\(stem)")
      #expect(header.parties.sorted() == gold.parties, "\(stem)")
      let title = Self.folded(header.title)
      #expect(Self.folded(gold.title).hasPrefix(title), "\(stem): \(title)")
    }
  }

  /// In small letters, dotted and dotless i alike.
  static func folded(_ text: String) -> String {
    String(String.UnicodeScalarView(text.lowercased().unicodeScalars.filter { $0 != "\u{307}" }))
  }
}
