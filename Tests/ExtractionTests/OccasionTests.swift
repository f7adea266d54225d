import Chronicle
import Prose
import Testing

@testable import Extraction

/// Dates counted from what was told before, and what they date.
@Suite struct OccasionTests {
  @Test(arguments: [
    // A noun told with its day gives it to later words.
    (
      "President Macron was in Nairobi on 13 March 2019 for the summit. He met President Kenyatta on the eve of the summit.",
      ["2019-03-12 meeting FRA+KEN", "2019-03-13 visit FRA>KEN"]
    ),
    // Of one that the text does not date, the day of independence is known.
    (
      "In the first year of independence many came. Two years after independence France sent twelve doctors to Kenya.",
      ["1965 aid FRA>KEN"]
    ),
    // Counted back: the signing was before.
    (
      "The first helicopter was delivered by France to Kenya on 25 September 2018, seven months after the signing of the contract.",
      ["2018-02 agreement FRA+KEN", "2018-09-25 arms FRA>KEN"]
    ),
    (
      "France recognised Kenya within a week of its proclamation as a republic on 12 December 1964.",
      ["1964-12-12/1964-12-19 recognition FRA>KEN"]
    ),
    // What says the date once more dates nothing.
    (
      "The earthquake of 25 April 2015 was felt in Kenya. France sent tents in March 2015, a month before the earthquake.",
      ["2015-03 aid FRA>KEN"]
    ),
    (
      "President Moi’s visit to Paris in May 1986 was returned by President Mitterrand a year later.",
      ["1986-05 visit KEN>FRA", "1987 visit FRA>KEN"]
    ),
    (
      "The French visit had been planned for May 2018 but took place in June 2019.",
      ["2019-06 visit FRA>KEN"]
    ),
    ("The French embassy was due to open in 2018 but the pandemic delayed it.", []),
    // Still ahead, though the words of plans follow the date.
    (
      "France opened a centre in Kisumu on 27 September 2018, and from 12 June a second one, beside the lake, is to be opened.",
      ["2018-09-27 establishment FRA>KEN", "2020-06-12 establishment FRA>KEN planned"]
    ),
  ])
  func areDated(text: String, events: [String]) throws {
    #expect(try EventSpecificationTests.events(text).sorted() == events)
  }

  /// A condition with a clause thrown in is no deed, and its dates are none.
  @Test func aConditionDatesNothing() throws {
    let text =
      "If the virus, which halted all travel a fortnight ago, is gone by July, the French minister will visit Nairobi on 3 September 2020."
    #expect(
      try EventSpecificationTests.events(text) == ["2020-09-03 visit FRA>KEN hypothetical"])
  }

  /// Semicolons part deeds, with "and" behind them or not.
  @Test func semicolonsPartDeeds() throws {
    let text =
      "France recognised Kenya on 12 December 1963; ambassadors were exchanged the year after; and it was on 3 May 1971 that the French President opened the bridge."
    #expect(
      try EventSpecificationTests.events(text).map { $0.prefix(4) } == ["1963", "1964", "1971"])
  }

  /// A name with its office before the verb, and verbs that follow: each a deed of the same days.
  @Test func verbsInARowShareTheirDays() throws {
    let text =
      "Mr Dupont, Minister for Overseas Development, toured Kenya in May 2017, signed an agreement on fisheries and laid the foundation stone of a hospital, which was opened two years later."
    let events = try EventSpecificationTests.events(text).sorted()
    #expect(
      events.dropLast() == [
        "2017-05 agreement FRA+KEN", "2017-05 construction FRA>KEN", "2017-05 visit FRA>KEN",
      ])
    #expect(events.last?.hasPrefix("2019 establishment") == true)
  }

  @Test(arguments: [
    (
      "Courses in France with Kenyan participants\n\nMine safety, Lyon, 6 Sept.–15 Oct. 1993: 5",
      "1993-09-06/1993-10-15 training"
    ),
    (
      "Ambassadors of France in Nairobi\n\nPaul Blanc (1988–1994); Jean “Jo” Noir (since May 2018)",
      "1988/1994 appointment"
    ),
  ])
  func listsAndPapersAreRead(text: String, event: String) throws {
    let events = try EventSpecificationTests.events(text)
    #expect(events.first?.hasPrefix(event) == true)
  }

  /// One sum in two winters, one of them only counted from the independence: one gift, with a
  /// contradiction; two years told apart stay two.
  @Test func aCountedWinterIsTheOneThatOthersTell() throws {
    func document(_ name: String, _ text: String) throws -> Document {
      let page = "---\ndate: 2020-06-01\nparties: [FRA, UZB]\n---\n\n\(text)\n"
      return try DocumentReader.read(path: name, bytes: Array(page.utf8))
    }
    let events = Extractor.extract([
      try document(
        "a.md", "In the winter of 1992–93 France gave Uzbekistan 1 million dollars for flour."),
      try document(
        "b.md",
        "In the first winter of independence a grant of 1 million dollars was made by France to Uzbekistan."
      ),
      try document(
        "c.md", "France gave Uzbekistan 2 million dollars in 2010 and 2 million dollars in 2011."),
    ]).ledger.events
    #expect(events.map { $0.mentions.count } == [2, 1, 1])
    #expect(events[0].content.flags.contains("contradiction"))
  }

  /// "In this domain": the one that the paragraph speaks of.
  @Test func anOpeningPointsBackToItsDomain() throws {
    let text =
      "---\ndate: 2020-06-01\nparties: [FRA, KEN]\n---\n\nCooperation in defence has grown. In 2015 some 130 Kenyan soldiers were trained in Lyon. There is great potential in this domain for joint ventures.\n"
    let document = try DocumentReader.read(path: "a.md", bytes: Array(text.utf8))
    #expect(Extractor.extract([document]).ledger.openings.map(\.domain) == [.defence])
  }

  /// "They": the sentence before says who.
  @Test func anOpeningIsQuotedWithWhomItPointsBackTo() throws {
    let text =
      "---\ndate: 2020-06-01\nparties: [FRA, KEN]\n---\n\nEnergy is young here. The experts are in contact. They need to explore the possibilities of cooperation.\n"
    let document = try DocumentReader.read(path: "a.md", bytes: Array(text.utf8))
    #expect(
      Extractor.extract([document]).ledger.openings.map(\.mention.quote) == [
        "The experts are in contact. They need to explore the possibilities of cooperation."
      ])
  }

  /// An office behind a name is that one's, not the next one's.
  @Test func eachHasTheOwnOffice() throws {
    let text =
      "At the invitation of H.E. Dr Otieno, President of the Republic of Kenya, H.E. Mr Blanc, President of the French Republic, paid a State visit to Kenya from 3 to 5 May 2019."
    #expect(
      try EventSpecificationTests.events(text) == ["2019-05-03/2019-05-05 visit FRA>KEN"])
  }

  /// What has gone on since a day goes on.
  @Test func whatHasGoneOnSinceGoesOn() throws {
    let text = "Air France has flown to Mombasa twice a week since 28 October 2018."
    #expect(
      try EventSpecificationTests.events(text) == ["2018-10-28/.. transport_link FRA>KEN ongoing"])
  }
}
