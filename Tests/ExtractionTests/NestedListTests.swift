import Chronicle
import Chronology
import Prose
import Testing

@testable import Extraction

/// Lists within lists: whose deeds their items tell, and how many.
@Suite struct NestedListTests {
  static func events(_ text: String) throws -> [Event] {
    let document = try DocumentReader.read(path: "a.txt", bytes: Array("\(text)\n".utf8))
    let settings = ExtractionSettings(parties: ["PER", "ROU"])
    return Extractor.extract([document], settings: settings).ledger.events
  }

  static func told(_ text: String) throws -> [String] {
    try events(text).map { event in
      let content = event.content
      return "\(content.date?.description ?? "–") \(content.type.rawValue)"
        + " \(content.actors.joined(separator: "+"))"
    }
  }

  static let visits = """
    Relations of Peru and Romania

    • High-level visits
      • From Peru:
        - President of Peru – 1992, 2003 and 2010
        - Speaker of the Congress – 2010
        From Romania:
        - Prime Minister of Romania – 2010
        - Foreign Minister – 1979, 2008 (APEC Summit)
    """

  @Test func eachYearOfAnOfficeIsAVisitOfTheSideAbove() throws {
    #expect(
      try Self.told(Self.visits).sorted() == [
        "1979 visit ROU", "1992 visit PER", "2003 visit PER", "2008 visit ROU", "2010 visit PER",
        "2010 visit PER", "2010 visit ROU",
      ])
  }

  @Test func aTitleAboveATitleSaysWhatTheLinesBelowAre() throws {
    let text = """
      Relations of Peru and Romania
      3 May 2018

      High-level visits since 1990
      From Peru
      President A. Fujimori, 17–20 April 1994
      Prime Minister B. Merino, October 2001
      From Romania
      President E. Constantinescu (planned for September 2011, did not take place)
      Foreign Minister T. Baconschi, 8 July 2010
      Economic relations
      """
    #expect(
      try Self.told(text).sorted() == [
        "1994-04-17/1994-04-20 visit PER", "2001-10 visit PER", "2010-07-08 visit ROU",
      ])
  }

  @Test func theLineAboveAListSaysWhoActsInIt() throws {
    let text = """
      What Peru did for Romania

      a. Sent two ambulances to Cluj in May 2003.
      b. Trained eight officers of the Romanian Navy at Callao in 2012.

      What Romania did for Peru

      a. Trained six pilots of the Peruvian Navy at Cluj in 2014.
      b. Gave tents for Pisco in August 2007.
      """
    #expect(
      try Self.told(text) == [
        "2003-05 aid PER", "2007-08 aid ROU", "2012 training PER", "2014 training ROU",
      ])
  }

  @Test func aTitleWithinAListHeadsOnlyWhatStandsFurtherIn() throws {
    let text = """
      Relations of Peru and Romania

      • Visits
      • Trade fell in 2010
      """
    #expect(try !Self.told(text).contains { $0.contains("visit") })
  }

  @Test func aPaperOfSeveralYearsIsOneOfEach() throws {
    #expect(
      try Self.told("Papers\n\n- Joint Peru-Romania Communiqués of 1974, 1983 and 1996") == [
        "1974 declaration PER+ROU", "1983 declaration PER+ROU", "1996 declaration PER+ROU",
      ])
  }

  @Test func rowsOfVisitsSayWhoWentWhere() throws {
    let text = """
      They praised the visits, among them those of President Iliescu to Lima in May 1995 and \
      of President Humala for the summit of the Francophonie in Bucharest on 6 and 7 March 2013.
      """
    #expect(
      try Self.told(text) == ["1995-05 visit ROU", "2013-03-06/2013-03-07 visit PER"])
  }

  @Test(arguments: [
    ("date_published: 2019-05-08 10:00", "2019-05-08"), ("date: 8 May 2019", "2019-05-08"),
  ])
  func aFieldAboveTheTextGivesItsDate(line: String, day: String) throws {
    let text = "Peru and Romania: a fact sheet\n\(line)\nToday the two ministers meet in Lima."
    #expect(
      try Self.events(text).map { $0.content.date?.description } == [day])
  }

  /// Each paper listed is an event; the line above them is none besides, a paper of its own is.
  @Test(arguments: [
    ("In Lima on 3 May 2009 the following instruments were signed:", 2),
    ("The following were signed in Lima on 3 May 2009:", 2),
    ("On 3 May 2004 a treaty on trade was signed in Lima, and later two others:", 3),
  ])
  func aLineThatOnlyAnnouncesPapersIsNoneItself(line: String, count: Int) throws {
    let text = """
      JOINT COMMUNIQUÉ

      1. The President of Peru visited Romania from 2 to 4 May 2009.
      2. \(line)
      (a) Agreement on Air Services;
      (b) Memorandum of Understanding on Health.
      """
    #expect(try Self.told(text).count { $0.contains("agreement") } == count)
  }
}
