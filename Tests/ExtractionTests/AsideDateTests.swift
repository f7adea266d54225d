import Chronicle
import Chronology
import Prose
import Testing

@testable import Extraction

/// Dates by the way, and what was not to be.
@Suite struct AsideDateTests {
  @Test(arguments: [
    // What is said has a date of its own, or is still to come.
    (
      "A French frigate visited Mombasa on 12 May, the embassy said on Thursday.",
      ["2020-05-12 visit FRA>KEN"]
    ),
    (
      "President Kenyatta will visit Paris in July, a spokesman told reporters on Thursday.",
      ["2020-07 visit KEN>FRA planned"]
    ),
    // A plan that changed.
    (
      "The training of Kenyan officers in Lyon, due to start in May 2018, has slipped by a year.",
      ["2019-05 training FRA>KEN"]
    ),
    ("The French minister ought to have visited Nairobi in the spring of 2018.", []),
    ("Nairobi will no longer host the French summit in July 2020.", []),
    ("A visit of the French minister was meant for May 2018; it was not to be.", []),
    ("A treaty with Kenya was meant to be signed in Paris in May 2018; it was not.", []),
    // A name, a book.
    (
      "Kenya and France signed a protocol on the World Cup 2030 in May 2018.",
      ["2018-05 agreement FRA+KEN"]
    ),
    (
      "Dupont (1998) holds that the two countries signed a treaty in 1964.",
      ["1964 agreement FRA+KEN"]
    ),
    // A clause that only describes.
    (
      "France sent tents in May 2018 to families who lived by the lake until 2019.",
      ["2018-05 aid FRA>KEN"]
    ),
    // Given up, and said before.
    ("A visit of the French minister to Nairobi on the first of March 2020 was given up.", []),
    ("A ferry between Mombasa and Marseille, advertised for summer 2018, never sailed.", []),
    ("The French minister, whose visit to Nairobi was to have begun on 14 May 2018, fell ill.", []),
    ("Kenya neither cut nor downgraded its ties with France in January 2016.", []),
    // What others say.
    ("The rumour, revived in May 2018, that France is to close its consulate is untrue.", []),
    ("It is not true, as a weekly wrote in March 2018, that France sold Kenya weapons.", []),
    ("He dismissed a newspaper’s report that the two had signed a pact on 4 May 2018.", []),
    // Counted from another, beside the day itself.
    (
      "On 25 June 2010, sixty years after the outbreak of the war, France decorated nine Kenyan veterans.",
      ["2010-06-25 award FRA>KEN"]
    ),
    // A time that owns what is no deed.
    (
      "The French President visited Nairobi in June 2006; the town remembers it as well as that year’s snow.",
      ["2006-06 visit FRA>KEN"]
    ),
    ("Some 20,000 Kenyans worked in France in 1998 and sent money home.", []),
    // The author's own life.
    ("My father died in 2016.", []),
  ])
  func datesNoDeed(text: String, events: [String]) throws {
    #expect(try EventSpecificationTests.events(text) == events)
  }

  @Test(arguments: [
    (
      "It is thirty years since France opened its embassy in Nairobi.",
      ["1990 establishment FRA>KEN"]
    ),
    (
      "Kenyan fiscal years (1 July–30 June) are meant. France gave 2 million euros in FY2014.",
      ["2013-07/2014-06 aid FRA>KEN"]
    ),
    (
      "The French minister came to Nairobi on 13 May 2018. He stayed a further day for talks with the President.",
      ["2018-05-13 visit FRA>KEN", "2018-05-14 meeting FRA+KEN"]
    ),
    (
      "- Treaty on fishing. Signed: Paris, 30 July 1992\n- Treaty on tax. Signed: same place and date",
      ["1992-07-30 agreement FRA+KEN", "1992-07-30 agreement FRA+KEN"]
    ),
  ])
  func areRead(text: String, events: [String]) throws {
    #expect(try EventSpecificationTests.events(text) == events)
  }

  @Test func theDayOfTheReportIsNoOtherDate() throws {
    let text =
      "NAIROBI, 1 June 2020 (Agency) - Kenya and France signed a protocol on tea, officials said on Friday."
    let document = try DocumentReader.read(path: "a.txt", bytes: Array(text.utf8))
    let events = Extractor.extract([document]).ledger.events
    #expect(events.map { $0.content.date?.description } == ["2020-05-29"])
  }
}
