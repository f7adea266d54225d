import Chronicle
import Chronology
import Prose
import Testing

@testable import Extraction

/// What a briefing may state of an event: what its sentences say, and nothing that only seems so.
@Suite struct StatementTests {
  static func events(_ text: String, date: String = "2020-06-02") throws -> [Event] {
    try events([(date, text)])
  }

  /// What documents of several dates tell together.
  static func events(_ documents: [(date: String, text: String)]) throws -> [Event] {
    let read = try documents.map { date, text in
      let page = "---\ndate: \(date)\nparties: [FRA, KEN]\nside: KEN\n---\n\n\(text)\n"
      return try DocumentReader.read(path: date + ".md", bytes: Array(page.utf8))
    }
    return Extractor.extract(read).ledger.events
  }

  // MARK: Dates

  @Test func thePlanOfAVisitGivesNoDateToTheVisit() throws {
    let events = try Self.events([
      ("2019-12-01", "President Moi will pay a state visit to Paris in February 2020."),
      (
        "2020-06-02",
        "President Moi landed in Paris on 23 February 2020. He left Paris on 25 February 2020."
      ),
    ])
    let visits = events.filter { $0.content.type == .visit }
    #expect(visits.first?.content.date?.description == "2020-02-23/2020-02-25")
  }

  @Test func aDayTellsMoreThanADecade() throws {
    let events = try Self.events(
      """
      Since 1 December 2017 France has waived customs duty on Kenyan tea.

      Late 2010s: France waived customs duty on Kenyan tea.
      """)
    let waived = events.filter { $0.content.type == .trade }
    #expect(waived.first?.content.date?.description == "2017-12-01/..")
  }

  @Test func whatIsSignedAfterTheTalksIsOfTheirDay() throws {
    let page = "---\ndate: 2020-05-28\nparties: [FRA, KEN]\n---\n\n"
    let text =
      "President Moi landed on Sunday and was received on Monday by President Macron. "
      + "The four agreements, signed after the talks, cover ports, rail and health.\n"
    let document = try DocumentReader.read(path: "a.md", bytes: Array((page + text).utf8))
    let events = Extractor.extract([document]).ledger.events
    #expect(
      events.first { $0.content.type == .agreement }?.content.date?.description == "2020-05-25")
  }

  @Test func theDayOfAReportThatIsNotFollowedIsNobodysDay() throws {
    let events = try Self.events(
      "Kenya has neither recognised Ruritania nor, contrary to a report in a newspaper last year, "
        + "taken any step to do so.")
    #expect(events.allSatisfy { $0.content.date == nil })
  }

  @Test func aMonthAfterOneNamedInTheYearToldIsOfTheNext() throws {
    let events = try Self.events(
      "Goods worth 17 million dollars crossed in 2018. Since 1 December 2018 France has waived "
        + "customs duty on tea. The two countries initialled an agreement in March.",
      date: "2019-06-09")
    #expect(
      events.first { $0.content.type == .agreement }?.content.date?.description == "2019-03")
  }

  @Test(arguments: [
    (
      "Kenya Airways linked Nairobi with Paris from 1993 until, as far as I can establish, 1996.",
      ["1993/1996"]
    ),
    (
      "Bilateral trade was worth US$ 13 million in 2018/19 (July–June), against US$ 21 million two "
        + "years before.", ["2016-07/2017-06", "2018-07/2019-06"]
    ),
    (
      "The ambassador presented her credentials in the last week of October last year.",
      ["2019-10-28/2019-11-03"]
    ),
  ])
  func datesThatTheWordsBetweenJoinAreOne(text: String, dates: [String]) throws {
    #expect(try Self.events(text).map { $0.content.date?.description } == dates)
  }

  @Test func sinceWhenThereWasNoneIsNoDayOfAVisit() throws {
    let events = try Self.events("President Macron’s visit of May 2020 was his first since 2017.")
    #expect(events.map { $0.content.date?.description } == ["2020-05"])
  }

  // MARK: Who

  @Test func whoIsReceivedTakesPart() throws {
    let events = try Self.events(
      "President Moi landed in Paris on 4 May 2020 and was received on 5 May 2020 by President Macron."
    )
    let meeting = events.first { $0.content.type == .meeting }
    #expect(meeting?.content.participants.map(\.side) == ["KEN", "FRA"])
  }

  @Test func itIsTheOneWhomTheSentenceBeforeSpokeOf() throws {
    let events = try Self.events(
      "Within three days the French government had said where France stood. "
        + "It sent two consignments of medicines in November 2019.")
    let aid = events.first { $0.content.type == .aid }
    #expect(aid?.content.actors == ["FRA"])
    #expect(aid?.content.recipients == ["KEN"])
  }

  @Test func aTruceIsNoAgreementOfTheParties() throws {
    let events = try Self.events("The truce that took effect on 10 November 2019 ended the war.")
    #expect(events.map(\.content.type) == [.conflict])
  }

  @Test func aGoalIsNoGift() throws {
    let events = try Self.events("Nairobi’s stated goal, announced on 4 May 2020, is $2 billion.")
    #expect(!events.contains { $0.content.type == .aid })
  }

  @Test func whoShowsArmsHasGotThem() throws {
    let events = try Self.events(
      "France’s air force unveiled its first fighters on 4 May 2019, months after the signing of a "
        + "contract.")
    #expect(events.map(\.content.actors) == [["KEN"]])
    #expect(events.map(\.content.recipients) == [["FRA"]])
  }

  @Test func anEnvoyWhoHasASuccessorHasLeftHisPost() throws {
    let events = try Self.events(
      "He left Paris last month; agrément for his successor, Mr Otieno, was requested on 6 May 2020."
    )
    #expect(events.allSatisfy { $0.content.type == .appointment })
  }

  // MARK: One happening

  @Test func aBodysLettersStandForItsName() throws {
    let events = try Self.events(
      """
      The JMC has held five sessions since its formation in September 2000.

      The Joint Ministerial Commission was constituted on 11 September 2000.
      """)
    #expect(events.map { $0.content.date?.description } == ["2000-09-11"])
  }

  @Test func aSessionHeldAndThatWhichIsToBeHeldAreOne() throws {
    let events = try Self.events(
      """
      JMC, 7th session, Paris, 22 February 2019.

      The JMC meets in turn. Its sixth session took place in Nairobi on 4 May 2016. The seventh is \
      now to be held in Paris before the end of 2019.
      """)
    let seventh = events.filter { event in event.mentions.contains { $0.quote.contains("eventh") } }
    #expect(seventh.count == 1 && seventh.first?.content.status == .occurred)
  }

  @Test func papersCountedAgainAreNoOthers() throws {
    let events = try Self.events(
      "The two sides signed 13 documents on 4 May 2020. The 13 documents, signed on 5 May 2020 in the "
        + "palace, cover ports and rail.")
    #expect(events.filter { $0.content.type == .agreement }.count == 1)
  }

  @Test func theWordsOfWhatWasDoneComeBeforeThoseOfThePlan() throws {
    let events = try Self.events([
      (
        "2018-12-01",
        "In 2019 the two countries will celebrate the golden jubilee of their relations."
      ),
      ("2020-06-02", "9 June 2019: Golden jubilee of diplomatic relations: concert in Paris."),
    ])
    #expect(!events.contains { $0.content.headline.contains("to celebrate") })
  }

  // MARK: Headlines

  @Test(arguments: [
    (
      "The trade accord of October 1995 was allowed to lapse in 1998.", "1995-10",
      "allowed to lapse"
    ),
    (
      "The foreign ministers of Kenya, France and Italy met in Nairobi in May 2019.", "2019-05",
      "Foreign ministers of Kenya meet"
    ),
    (
      "Kenya Airways began flying to Paris on 20 September 2018, and to Lyon in April 2019.",
      "2019-04", "to Paris"
    ),
    (
      "The two ministers initialled a plan on 2 May 2020; signature foreseen in Paris in June 2020.",
      "2020-06", "initial a plan"
    ),
    (
      "Trade fell to $15 million in 2018 from $28 million a year earlier.", "2017", "falls"
    ),
    (
      "The Kenyan government offered 100 scholarships a year from the 2019 intake in May 2018.",
      "2018-05", "year intake"
    ),
  ])
  func noHeadlineTellsAnother(text: String, date: String, wrong: String) throws {
    let headlines = try Self.events(text).filter { $0.content.date?.description == date }
      .map(\.content.headline)
    #expect(!headlines.isEmpty)
    #expect(!headlines.contains { $0.contains(wrong) }, "\(headlines)")
  }

  @Test(arguments: [
    (
      "The first round of staff talks between the two navies was held in May 2013, the second in "
        + "Nairobi eleven months later.",
      ["First round of staff talks held", "Second round of staff talks, Nairobi"]
    ),
    (
      "Allegations that French troops took part were rejected by Kenya on 17 October 2019.",
      ["Allegations rejected by Kenya"]
    ),
    (
      "This afternoon the Foreign Secretary and I will open an exhibition of photographs.",
      ["Both sides to open an exhibition of photographs"]
    ),
  ])
  func headlinesOf(text: String, wanted: [String]) throws {
    let headlines = try Self.events(text).map(\.content.headline)
    for headline in wanted { #expect(headlines.contains(headline), "\(headlines)") }
  }
}
