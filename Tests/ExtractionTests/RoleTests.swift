import Chronicle
import Prose
import Testing

@testable import Extraction

/// Who acts and to whom, where small words, epithets and places tell it.
@Suite struct RoleTests {
  static func told(_ text: String) throws -> [String] {
    let page = "---\ndate: 2023-06-01\nparties: [FRA, KEN]\n---\n\n\(text)\n"
    let document = try DocumentReader.read(path: "a.md", bytes: Array(page.utf8))
    return Extractor.extract([document]).ledger.events.map { event in
      let content = event.content
      return "\(content.type.rawValue) \(content.actors.joined(separator: "+"))"
        + ">\(content.recipients.joined(separator: "+"))"
    }
  }

  @Test(arguments: [
    (
      "The country opened the Kenyan Consulate General in Lyon in May 2019.",
      "establishment KEN>FRA"
    ),
    (
      "The East African nation opened its embassy in Paris in March 2015.",
      "establishment KEN>FRA"
    ),
    ("France announced a contribution of 2 million dollars to UNRWA in May 2021.", "aid FRA>UNRWA"),
    (
      "26 May 2016: Message of condolence from President Kenyatta on the floods.",
      "statement KEN>FRA"
    ),
    ("A bust of Jomo Kenyatta was unveiled in Lyon in 2007.", "cultural_event FRA>KEN"),
    (
      "Twelve French passengers were treated free of charge in Mombasa in May 2004.", "aid KEN>FRA"
    ),
    (
      "In August 2022 nine Kenyans took up master’s places on grants from the French Institute.",
      "scholarship FRA>KEN"
    ),
    ("In 2012 the French Red Cross gave 20,000 dollars for the victims.", "aid FRA>KEN"),
    ("A French trawler was seized off Lamu in August 1993.", "conflict KEN>FRA"),
    ("The French rescue team was flown out on 7 February 2020 with 86 men.", "aid FRA>KEN"),
    (
      "Kenya cast its vote for the French candidature in June 2016.", "support KEN>FRA"
    ),
    ("A delegation which toured Lyon in October 2011 was led by him.", "visit KEN>FRA"),
  ])
  func theWordsAroundADeedSayWhoDoesIt(text: String, deed: String) throws {
    #expect(try Self.told(text) == [deed])
  }

  @Test func aCourtesyReturnedIsWhatWasDoneBefore() throws {
    #expect(
      try Self.told(
        "Kenya cast its vote for the French candidature in June 2016; France returned the courtesy in May 2018."
      ).sorted() == ["support FRA>KEN", "support KEN>FRA"])
  }

  @Test func whatIsSoTodayIsNoDeedOfToday() throws {
    #expect(
      try Self.told(
        "Both sides praised the factory which a French firm opened in Thika in 2009 and which today employs many."
      ).count == 1)
  }
}
