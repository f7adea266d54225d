import Chronicle
import Chronology
import Prose
import Testing

@testable import Extraction

/// What texts tell, in one line for each event: date, type, who to whom, status where not occurred.
@Suite struct EventSpecificationTests {
  static func events(_ text: String, date: String = "2020-06-01") throws -> [String] {
    let page = "---\ndate: \(date)\nparties: [FRA, KEN]\nside: KEN\n---\n\n\(text)\n"
    let document = try DocumentReader.read(path: "a.md", bytes: Array(page.utf8))
    return Extractor.extract([document]).ledger.events.map { event in
      let content = event.content
      let to = content.recipients.isEmpty ? "" : ">" + content.recipients.joined(separator: "+")
      let status = content.status == .occurred ? "" : " \(content.status.rawValue)"
      return "\(content.date?.description ?? "–") \(content.type.rawValue)"
        + " \(content.actors.joined(separator: "+"))\(to)\(status)"
    }
  }

  @Test(arguments: [
    (
      "President Moi visited Paris in May 1986 and President Mitterrand paid a return visit in June 1987.",
      ["1986-05 visit KEN>FRA", "1987-06 visit FRA>KEN"]
    ),
    (
      "Our embassy in Paris has been there since 2007. The French consulate in Mombasa has existed since 1994.",
      ["1994/.. establishment FRA>KEN ongoing", "2007/.. establishment KEN>FRA ongoing"]
    ),
    (
      "Following the independence of Kenya on 12 December 1963, the two countries entered into diplomatic relations on 14 December 1963.",
      ["1963-12-14 establishment FRA+KEN"]
    ),
    (
      "The first French country programme covered the years 2010–2017.",
      ["2010/2017 aid FRA>KEN"]
    ),
    (
      "President Macron was here from 4 to 7 February 2018.",
      ["2018-02-04/2018-02-07 visit FRA>KEN"]
    ),
    (
      "The visit of the Governor of Lyon, for which all had been prepared for May 2018, did not go through.",
      []
    ),
    (
      "President Kenyatta was expected in Paris in November 2017, but the visit was called off.",
      []
    ),
    (
      "France recognised Kenya in 1963, but the agreement on trade was cancelled in 2001.",
      ["1963 recognition FRA>KEN"]
    ),
    (
      "Our two countries support each other on candidatures in the international organizations.",
      ["– support FRA+KEN"]
    ),
    (
      "The Prime Minister came to Nairobi in 1997. The laboratory in Kisumu was built in 2017 with French donations.",
      ["1997 visit FRA>KEN", "2017 construction FRA>KEN"]
    ),
    (
      "Three rounds have been held so far: the first in Paris (21 May 2007) and the second in Nairobi (6 June 2018).",
      ["2007-05-21 consultation FRA+KEN", "2018-06-06 consultation FRA+KEN"]
    ),
    (
      "We have always stood by each other. Our instructors taught them much.",
      []
    ),
    (
      "In March 2009 the two countries signed a protocol on tax.",
      ["2009-03 agreement FRA+KEN"]
    ),
    (
      "France gave 2 million euros after the floods of May 2018.",
      ["2018-05/.. aid FRA>KEN"]
    ),
    (
      "Thirty Kenyan officers were trained in Lyon in 2011.",
      ["2011 training FRA>KEN"]
    ),
    (
      "26 February 1992: Massacre at Nairobi.",
      ["1992-02-26 conflict >KEN"]
    ),
    (
      "The French embassy in Nairobi was opened in 1964.",
      ["1964 establishment FRA>KEN"]
    ),
    (
      "France recognised Kenya on 12 December 1963.",
      ["1963-12-12 recognition FRA>KEN"]
    ),
  ])
  func whoDidWhatToWhom(text: String, events: [String]) throws {
    #expect(try Self.events(text) == events)
  }

  @Test(arguments: [
    (
      "The library was restored by your Ministry of Culture in 1992.",
      ["1992 construction FRA>KEN"]
    ),
    (
      "In 2017 your navy trained sixty of our divers.",
      ["2017 training FRA>KEN"]
    ),
    (
      "In 2014 thirty Kenyan officers were in Paris for training.",
      ["2014 training FRA>KEN"]
    ),
    (
      "The embassy of Kenya in Paris and the embassy of France in Nairobi were opened in 1965 and in 1964, respectively.",
      ["1964 establishment FRA>KEN", "1965 establishment KEN>FRA"]
    ),
    (
      "Kenya initialled its Association Agreement with the European Union on 28 November 2013.",
      ["2013-11-28 agreement EU+KEN"]
    ),
    (
      "They recalled the visits of President Moi (May 1986) and President Mitterrand (June 1987).",
      ["1986-05 visit KEN>FRA", "1987-06 visit FRA>KEN"]
    ),
    (
      "Ambassador Dupont was decorated with our Order of the Golden Heart on 4 May 2019.",
      ["2019-05-04 award KEN>FRA"]
    ),
    (
      "Kenya had sent 5,000 blankets to France in 2011.",
      ["2011 aid KEN>FRA"]
    ),
    (
      "The embassy in Nairobi was opened in 1964; Kenya’s embassy in Paris followed two years later.",
      ["1964 establishment FRA>KEN", "1966 establishment KEN>FRA"]
    ),
    (
      "France offered on 3 May 2019 to train fifty Kenyan diplomats in 2021.",
      ["2019-05-03 training FRA>KEN"]
    ),
  ])
  func whoActsWhenSmallWordsTellIt(text: String, events: [String]) throws {
    #expect(try Self.events(text) == events)
  }

  @Test(arguments: [
    "The visit planned for May 2019 was cancelled.",
    "The agreement of 2011 was never signed.",
    "The ministers have not met since.",
    "A second meeting was scheduled for late 2018 but has not taken place.",
    "The direct charter announced for December 2018 did not push through.",
    "Could the friendship group be re-constituted by the summer of 2019?",
    "The table gives outlays by fiscal year (1 April 2018 to 31 March 2019).",
    "The grant is entered under 2018 in our accounts.",
    "The autumn of 2018 tested every promise of solidarity.",
  ])
  func whatDidNotHappenIsNoEvent(text: String) throws {
    #expect(try Self.events(text).filter { !$0.hasPrefix("–") } == [])
  }

  @Test(arguments: [
    (
      "The Kenyan minister will visit Paris in October 2020.",
      ["2020-10 visit KEN>FRA planned"]
    ),
    (
      "France has been training Kenyan nurses since 2004.",
      ["2004/.. training FRA>KEN ongoing"]
    ),
  ])
  func plansAndHabits(text: String, events: [String]) throws {
    #expect(try Self.events(text) == events)
  }

  @Test func aListTakesItsKindAndDirectionFromTheLineBefore() throws {
    let text = """
      Visits from France to Kenya:

      - President Jacques Chirac, May 1999
      - Foreign Minister Hubert Védrine (3 June 2001)
      """
    #expect(
      try Self.events(text) == ["1999-05 visit FRA>KEN", "2001-06-03 visit FRA>KEN"])
  }

  @Test func entriesUnderAYearAreDeeds() throws {
    let text = """
      # Chronology

      ## 1990

      Air France resumes Paris–Nairobi.

      ## 1991

      4 May: Lycée in Nairobi burns down.

      ## 1992

      Treaty on fisheries.

      ## 1993

      2 June: Exhibition of Makonde art in Lille.
      """
    let found = try Self.events(text)
    #expect(found.count == 4)
    #expect(found.map { String($0.prefix(4)) } == ["1990", "1991", "1992", "1993"])
  }

  @Test func thingsMakeNoVisits() throws {
    let found = try Self.events("A consignment of vaccines arrived in Mombasa on 4 May 2019.")
    #expect(found.count == 1)
    #expect(found.first?.contains("aid") == true)
  }

  @Test func aTitlesYearsAreNotTheDateOfItsSigning() throws {
    let found = try Self.events("On 3 May 2018 the two sides signed a programme for 2019–2021.")
    #expect(found == ["2018-05-03 agreement FRA+KEN"])
  }

  @Test func oneHappeningToldTwiceIsOneEvent() throws {
    let text = """
      President Moi visited Paris in May 1986.

      During the visit of 12 May 1986 President Moi met President Mitterrand at the Élysée.

      In his memoirs President Moi tells how he visited Paris on 12 May 1986.
      """
    let visits = try Self.events(text).filter { $0.contains("visit") }
    #expect(visits == ["1986-05-12 visit KEN>FRA"])
  }

  @Test func aSentencePrintedTwiceTellsOneEvent() throws {
    let line = "President Moi visited Paris in May 1986."
    #expect(try Self.events("\(line)\n\n\(line)") == ["1986-05 visit KEN>FRA"])
  }

  @Test func idsAreUnique() throws {
    // Deeds of one sentence that read alike are events of their own.
    let sentence =
      Array(repeating: "the ministers met in May 1986", count: 9).joined(separator: ", and ") + "."
    let page = "---\ndate: 2020-06-01\nparties: [FRA, KEN]\n---\n\n\(sentence)\n"
    let document = try DocumentReader.read(path: "a.md", bytes: Array(page.utf8))
    let ids = Extractor.extract([document]).ledger.events.map(\.id)
    #expect(ids.count == 9)
    #expect(Set(ids).count == ids.count)
  }

  @Test func aBlockOfAnyLengthIsReadWhole() throws {
    let line = "President Moi visited Paris in May 1986. Trade grew in many fields of interest. "
    let found = try Self.events(
      String(repeating: line, count: 400)
        + "In June 1987 the two countries signed a protocol on tax.")
    #expect(found == ["1986-05 visit KEN>FRA", "1987-06 agreement FRA+KEN"])
  }

  @Test func whatIsCalledAfterSomebodyBringsHimNot() throws {
    let text = "The Daniel Moi Foundation opened a school in Lyon in May 2018."
    let page = "---\ndate: 2020-06-01\nparties: [FRA, KEN]\nside: KEN\n---\n\n\(text)\n"
    let document = try DocumentReader.read(path: "a.md", bytes: Array(page.utf8))
    let events = Extractor.extract([document]).ledger.events
    #expect(events.count == 1)
    #expect(events.first?.content.participants.isEmpty == true)
  }

  @Test func aThirdNamedInAnEntryActsInAllOfIt() throws {
    let text = """
      Agreements:

      1. Agreement on the pipeline (with Uganda). Signed at Nairobi, 18 November 1999. Opened 13 July 2006.
      2. Agreement on tax. Signed 4 May 2001.
      """
    let found = try Self.events(text)
    #expect(found.first == "1999-11-18 agreement FRA+KEN+UGA")
    #expect(found.contains { $0.hasPrefix("2006-07-13") && $0.contains("FRA+KEN+UGA") })
    #expect(found.contains("2001-05-04 agreement FRA+KEN"))
  }

  @Test func theDocumentsOwnDateTellsNothing() throws {
    let text = "The conversation took place in Nairobi on 1 June 2020."
    let document = try DocumentReader.read(
      path: "a.txt", bytes: Array("Tea in Paris\n\n\(text)\n\nKenya and France agree.\n".utf8))
    #expect(Extractor.extract([document]).ledger.events.isEmpty)
  }
}
