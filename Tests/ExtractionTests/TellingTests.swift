import Chronicle
import Chronology
import Prose
import Testing

@testable import Extraction

/// One happening told several times: which date is its own, and what is reported beside it.
@Suite struct TellingTests {
  static func events(_ text: String, date: String? = "2020-06-01") throws -> [Event] {
    let own = date.map { "date: \($0)\n" } ?? ""
    let page = "---\n\(own)parties: [FRA, KEN]\nside: KEN\n---\n\n\(text)\n"
    let document = try DocumentReader.read(path: "a.md", bytes: Array(page.utf8))
    return Extractor.extract([document]).ledger.events
  }

  @Test(arguments: [
    "Our embassy in Paris was opened on 4 May 1964. The Foreign Ministry’s list has 12 June 1964.",
    "Kenya and France signed a treaty on tax in March 1979; French sources put it in 1981.",
    "Kenya opened an embassy in Paris in 1964. A plaque in the hall gives 1966.",
    "The two sides signed the protocol on 4 May 1999. A fact sheet gave the date of the protocol as 11 July 2099.",
    "Kenya gave France 2 million dollars in May 2018 (it is entered under 2017 in our accounts).",
  ])
  func aSourcesOtherDateIsReportedAndDisputed(text: String) throws {
    let events = try Self.events(text)
    #expect(events.count == 1)
    #expect(events.first?.content.flags.contains("contradiction") == true)
    #expect(events.first?.mentions.count == 2)
  }

  @Test func aSourcesCloserDateMakesItMorePrecise() throws {
    let events = try Self.events(
      "France recognised Kenya in late 1963. The Ministry’s file gives 12 December.")
    #expect(events.map { $0.content.date?.description } == ["1963-12-12"])
    #expect(events.first?.content.flags == [])
  }

  @Test func twoValuesLeftOpenAreAContradiction() throws {
    let events = try Self.events("President Moi visited Paris in 1986 or 1987.")
    #expect(events.map { $0.content.date?.description } == ["1986/1987"])
    #expect(events.first?.content.flags == ["contradiction"])
  }

  @Test func arrivalAndDepartureAreOneVisit() throws {
    let events = try Self.events(
      "President Moi arrived in Paris on 4 May 1986. He left Paris on 7 May 1986.")
    #expect(events.map { $0.content.date?.description } == ["1986-05-04/1986-05-07"])
  }

  @Test func aDayOfAVisitIsNoBetterDateThanTheVisit() throws {
    let events = try Self.events(
      """
      President Moi visited Paris from 4 to 7 May 1986.

      President Moi was in Paris on 5 May 1986.
      """)
    #expect(
      events.filter { $0.content.type == .visit }.map { $0.content.date?.description }
        == ["1986-05-04/1986-05-07"])
  }

  @Test func aWorksOpeningBelongsToItsBuilding() throws {
    let events = try Self.events(
      "Kenya built a school in Lyon after the fire of October 2005; it was opened in 2007.")
    #expect(events.count == 1)
    #expect(events.first?.content.flags == [])
  }

  @Test func whatIsSignedDuringAVisitTakesItsDays() throws {
    let events = try Self.events(
      """
      President Moi visited Paris from 4 to 7 May 1986. During the visit the two countries signed an \
      agreement on tax.
      """)
    #expect(
      events.first { $0.content.type == .agreement }?.content.date?.description
        == "1986-05-04/1986-05-07")
  }

  @Test func aPolicyThatStandsIsOneWhateverTheWords() throws {
    let events = try Self.events(
      """
      Kenya neither recognised Armenia nor established relations with it as yet.

      Kenya is the only country that has not recognised Armenia.

      Kenya has never recognised Armenia.
      """)
    #expect(events.map(\.content.type) == [.support])
    #expect(events.first?.mentions.count == 3)
    #expect(events.first?.content.date == nil)
  }

  @Test func aPolicyThatStandsTakesNoDayToldNearIt() throws {
    let events = try Self.events(
      "On 1 February 2012 the two countries signed a protocol. Kenya has never recognised Ruritania."
    )
    #expect(events.filter { $0.content.type == .support }.allSatisfy { $0.content.date == nil })
  }

  @Test(arguments: [
    (
      "In May 2019 France gave 2 million euros, and in June 2019 it sent the same sum again.",
      [2_000_000]
    )
  ])
  func anAmountBelongsToTheDeedBesideIt(text: String, last: [Double]) throws {
    let events = try Self.events(text)
    #expect(events.last?.content.amounts.map(\.value) == last)
  }

  // MARK: What yearless and deictic words lean on

  @Test(arguments: [
    ("They met in 1987. On 26 June we shall celebrate our National Day in Paris.", "2020-06-26"),
    ("They met in 1987. This spring France gave 2 million euros for Kenyan schools.", "2020-21"),
    ("They met in 1987. Two years ago France gave 2 million euros for Kenyan schools.", "2018"),
    ("They met in April 2106. On 4 May France gave 2 million euros.", "2016-05-04"),
  ])
  func wordsOfTheSpeakersNow(text: String, date: String) throws {
    let events = try Self.events(text)
    #expect(events.contains { $0.content.date?.description == date })
  }

  @Test func seasonsOfTheSouth() throws {
    let page =
      "---\ndate: 2020-06-01\nparties: [CHL, NZL]\n---\n\n"
      + "President Frei visited Wellington in the spring of 2010.\n"
    let document = try DocumentReader.read(path: "a.md", bytes: Array(page.utf8))
    let dates = Extractor.extract([document]).ledger.events.map { $0.content.date?.description }
    #expect(dates == ["2010-09/2010-11"])
  }

  @Test func anAnswerGoesOnFromItsQuestion() throws {
    let events = try Self.events(
      "Q. You came to Paris in the autumn of 2015?\n\nA. I presented my credentials on 27 October.")
    #expect(events.contains { $0.content.date?.description == "2015-10-27" })
  }

  @Test(arguments: [
    ("Eastern Department, internal. Position on 30 June 2013.", "2013-06-30"),
    ("Third edition, closed on 30 November 2024", "2024-11-30"),
    ("PARIS MERIDIAN – weekly – No. 212, Thursday 6 June 2019", "2019-06-06"),
    (
      "Report to the Ministry of Foreign Affairs in Nairobi. Paris, 12 September 2024", "2024-09-12"
    ),
  ])
  func theDocumentsOwnDateAtItsHead(line: String, date: String) throws {
    let text = "KENYA AND FRANCE\n\n\(line)\n\n4 May 1964 – Kenya opens an embassy in Paris.\n"
    let document = try DocumentReader.read(path: "a.txt", bytes: Array(text.utf8))
    #expect(HeaderReader().read(document).header.date?.description == date)
  }
}
