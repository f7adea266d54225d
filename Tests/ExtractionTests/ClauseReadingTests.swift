import Testing

@testable import Extraction

/// What a clause tells by its own words: which kind of deed, how many, on which day, and who acts.
@Suite struct ClauseReadingTests {
  @Test(arguments: [
    (
      "The contractor began work in January 2013 and stopped in the second quarter of 2015 over unpaid bills.",
      ["construction", "other"]
    ),
    ("Freed slaves settled in Mombasa in 1836, according to most authors.", ["other"]),
    ("Relations were formally entered into in the course of 1961.", ["establishment"]),
    (
      "The bank has maintained an office in Nairobi since November 2006 (the agreement that allows it to do so was signed in April 2008).",
      ["establishment", "agreement"]
    ),
    (
      "France recognised Kenya on 12 December 1963, as one of the first, and the first instalment, 3 million francs for schools, was decided upon later that month.",
      ["recognition", "aid"]
    ),
    (
      "On 12 June 2014, when nobody could travel, three ministers signed the agreement on data.",
      ["agreement"]
    ),
  ])
  func theClauseOfTheDateDecidesTheType(text: String, types: [String]) throws {
    #expect(Set(try Self.types(text)) == Set(types))
  }

  @Test(arguments: [
    ("The two sides have not met since September 2012.", "2012-09 meeting FRA+KEN"),
    ("No agreement has been signed since October 1999.", "1999-10 agreement FRA+KEN"),
    ("The embassy has not had a librarian since October 1999.", nil),
    (
      "Relations have been formal since 8 May 1989, when the two ministers exchanged notes.",
      "1989-05-08 consultation FRA+KEN"
    ),
  ])
  func whatHasNotBeenDoneSinceWasDoneThen(text: String, event: String?) throws {
    #expect(try EventSpecificationTests.events(text).first == event)
  }

  @Test(arguments: [
    ("The joint commission sat in Paris on 4 May 2015.", "2015-05-04 meeting FRA+KEN"),
    ("President Kenyatta was last in Paris in May 2015.", "2015-05 visit KEN>FRA"),
    (
      "The French navy means to send a frigate to Mombasa in the first half of 2024.",
      "2024-01/2024-06 visit FRA>KEN planned"
    ),
    (
      "Political consultations are fixed for 17 and 18 November 2024 in Paris.",
      "2024-11-17/2024-11-18 consultation FRA+KEN planned"
    ),
    (
      "The French turbine was not switched on until January 2004.",
      "2004-01 construction FRA>KEN"
    ),
  ])
  func whatIsDoneIsFoundInItsIdiom(text: String, event: String) throws {
    #expect(try EventSpecificationTests.events(text) == [event])
  }

  @Test(arguments: [
    (
      "In May 1999 and June 2004 President Macron visited Nairobi.",
      ["1999-05 visit FRA>KEN", "2004-06 visit FRA>KEN"]
    ),
    (
      "In 1999 and in 2004 France sent doctors to Kisumu.",
      ["1999 aid FRA>KEN", "2004 aid FRA>KEN"]
    ),
    ("It was in May 1998 that President Macron visited Nairobi.", ["1998-05 visit FRA>KEN"]),
    (
      "The first visit by a French president since 1990 took place on 5 May 2010.",
      ["2010-05-05 visit FRA>KEN"]
    ),
    (
      "The agreement that was signed in 2003 was extended in 2008.",
      ["2003 agreement FRA+KEN", "2008 agreement FRA+KEN"]
    ),
    (
      "During his visit to Nairobi in May 2014, President Macron signed a memorandum.",
      ["2014-05 agreement FRA+KEN", "2014-05 visit FRA>KEN"]
    ),
    (
      "The French dam was completed in November 2001 and in January 2005.",
      ["2001-11 construction FRA>KEN", "2005-01 construction FRA>KEN"]
    ),
    (
      "The French embassy in Nairobi reopened after eight years on 7 December 2012.",
      ["2012-12-07 establishment FRA>KEN"]
    ),
    (
      "Under the agreement signed in May 1994, France has built three schools.",
      ["1994-05 agreement FRA+KEN", "– construction FRA>KEN"]
    ),
    (
      "The round originally scheduled for March 2015 took place in June.",
      ["2015-06 meeting FRA+KEN"]
    ),
    (
      "The committee, dormant since 1991, was revived by an agreement signed on 25 November 2014.",
      ["2014-11-25 agreement FRA+KEN"]
    ),
    (
      "The minister who signed the treaty in Nairobi in 1999 visited Paris in 2003.",
      ["1999 agreement FRA+KEN", "2003 visit KEN>FRA"]
    ),
  ])
  func eachDateIsOfItsOwnClause(text: String, events: [String]) throws {
    #expect(try EventSpecificationTests.events(text).sorted() == events)
  }

  @Test func whatWasDoneSinceAnAppointmentHasNoDayOfIt() throws {
    let text = "Since his appointment in 2012, the ambassador has visited Nairobi eleven times."
    #expect(try EventSpecificationTests.events(text) == [])
  }

  @Test(arguments: [
    "President Macron was expected in Nairobi on 5 May 2014. The visit was called off the day before.",
    "President Macron never came here, although his visit was announced twice, for 2003 and for 2009.",
    "The opening was announced for 2013 and then for 2014, and neither came about.",
    "Had the king not fallen ill, he would have visited Paris in 2009.",
    "If the flood had not come, the treaty would have been signed in May 2009.",
    "A visit by President Macron, pencilled in for June 2014, was rubbed out again.",
  ])
  func whatWasOnlyAnnouncedIsNoEvent(text: String) throws {
    #expect(try EventSpecificationTests.events(text) == [])
  }

  @Test(arguments: [
    (
      "President Macron’s stay in Nairobi, 13–14 March 2019, gave us a joint declaration.",
      ["2019-03-13/2019-03-14 declaration FRA+KEN", "2019-03-13/2019-03-14 visit FRA>KEN"]
    ),
    (
      "The two men last saw each other in Paris on 29 April 2019, during a state visit by President Kenyatta that yielded agreements on defence and railways.",
      [
        "2019-04-29 agreement FRA+KEN", "2019-04-29 meeting FRA+KEN", "2019-04-29 visit KEN>FRA",
      ]
    ),
    (
      "The two ministers met in Nairobi on 14 November 2016 and watched while their officials put their signatures to five documents.",
      ["2016-11-14 agreement FRA+KEN", "2016-11-14 meeting FRA+KEN"]
    ),
    (
      "They recalled the working visit to Paris by Minister Wetangula in June 2010, and the sixth round of political consultations, hosted by Nairobi in March 2011.",
      ["2010-06 visit KEN>FRA", "2011-03 consultation FRA+KEN"]
    ),
    (
      "The ministers met on 5 May 2015. They also initialled a protocol on certificates of origin.",
      ["2015-05-05 agreement FRA+KEN", "2015-05-05 meeting FRA+KEN"]
    ),
  ])
  func twoDeedsOfOneSentenceShareItsDay(text: String, events: [String]) throws {
    #expect(try EventSpecificationTests.events(text).sorted() == events)
  }

  @Test(arguments: [
    (
      "When thousands fled the coast in August 2017, France released 20 million euros in September 2017.",
      ["2017-09 aid FRA>KEN"]
    )
  ])
  func aClauseOfTimeGivesNoSecondDeed(text: String, events: [String]) throws {
    #expect(try EventSpecificationTests.events(text) == events)
  }

  @Test(arguments: [
    (
      "President Kenyatta was welcomed at the Élysée on 5 October 2017.",
      ["2017-10-05 visit KEN>FRA"]
    ),
    (
      "President Kibaki visited Paris in May 2007. He was given the Order of Merit by his host on 5 May 2007.",
      ["2007-05 visit KEN>FRA", "2007-05-05 award FRA>KEN"]
    ),
    (
      "Nine members visited the National Assembly of France in May 2011.",
      ["2011-05 visit KEN>FRA"]
    ),
    (
      "A French embassy was opened in Nairobi in 1964. Kenya reciprocated the year after.",
      ["1964 establishment FRA>KEN", "1965 establishment KEN>FRA"]
    ),
    (
      "Kenya thanked France for its supporting vote of 2 June 2017.",
      ["2017-06-02 support FRA>KEN"]
    ),
    (
      "## Visits from Kenya\n\n- President Moi – April 1982 (official visit); May 1990 (funeral of President Pompidou)",
      ["1982-04 visit KEN>FRA", "1990-05 visit KEN>FRA"]
    ),
  ])
  func whoeverIsMeantActs(text: String, events: [String]) throws {
    #expect(try EventSpecificationTests.events(text) == events)
  }

  @Test func nobodyGivesInTheOthersMoney() throws {
    let events = try EventSpecificationTests.events(
      "- 1972–1975 Emergency relief and paper for schools: EUR 2 million\n- 1976 Relief: KES 9 million"
    )
    #expect(events.count == 2)
  }

  private static func types(_ text: String) throws -> [String] {
    try EventSpecificationTests.events(text).map {
      String($0.split(separator: " ")[1])
    }
  }
}
