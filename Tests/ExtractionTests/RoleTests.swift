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
      "The country closed and later reopened the Kenyan mission in Nice in May 1999.",
      "establishment KEN>FRA"
    ),
    (
      "This island nation opened its consulate in Paris in March 2005.",
      "establishment KEN>FRA"
    ),
    ("Kenya pledged 2 million dollars to WFP in May 2011.", "aid KEN>WFP"),
    (
      "3 May 1998: Telegram of sympathy from President Moi.",
      "statement KEN>FRA"
    ),
    ("A monument to Jomo Kenyatta was unveiled in Lyon in 1994.", "cultural_event FRA>KEN"),
    (
      "Twelve French pilots were fed and housed at no charge in Mombasa in May 2004.", "aid KEN>FRA"
    ),
    (
      "In May 2012 four Kenyans won doctoral places on grants from the French Academy.",
      "scholarship FRA>KEN"
    ),
    ("In 2012 the French Red Cross gave 20,000 dollars for the victims.", "aid FRA>KEN"),
    ("A French trawler was seized off Lamu in August 1993.", "conflict KEN>FRA"),
    ("The French rescue team was flown out on 7 February 2020 with 86 men.", "aid FRA>KEN"),
    (
      "Kenya gave its vote to the French bid in June 1996.", "support KEN>FRA"
    ),
    (
      "On 2 March 2022 Kenya voted, as France did, for the General Assembly resolution on Ukraine.",
      "resolution KEN>"
    ),
    ("Kenya abstained on the resolution on France in June 1996.", "resolution KEN>FRA"),
    ("Thank-you letter to Paris (sent 3 May 2023)", "other KEN>FRA"),
    ("A delegation which toured Lyon in October 2011 was led by him.", "visit KEN>FRA"),
    (
      "At the invitation of the President of the Republic of Kenya, Jomo Otieno Kamau, the President of the French"
        + " Republic, Jean Marc Duval, paid a State Visit to Kenya on 25 August 2021.",
      "visit FRA>KEN"
    ),
    (
      "At the invitation of his Kenyan counterpart, Jomo Kamau, the Minister of Trade of France, Marc Duval, visited"
        + " Nairobi on 25 August 2021.", "visit FRA>KEN"
    ),
    ("Kenya was granted 85 civilian slots in 2017.", "training FRA>KEN"),
    ("Kenya was given 3 million dollars in 2017.", "aid FRA>KEN"),
    ("Five million dollars were announced in Paris on 14 March 2018.", "aid FRA>KEN"),
    ("Forty-one French scholarships went to Kenyans in 2016.", "scholarship FRA>KEN"),
    (
      "Four Kenyan midshipmen have studied at the naval school in Brest since 2008.",
      "training FRA>KEN"
    ),
    ("Lakeside Airways has flown to Paris since 1997.", "transport_link KEN>FRA"),
    ("Week of Kenyan film, Paris, 8–14 March 2019", "cultural_event KEN>FRA"),
  ])
  func theWordsAroundADeedSayWhoDoesIt(text: String, deed: String) throws {
    #expect(try Self.told(text) == [deed])
  }

  @Test func aCourtesyReturnedIsWhatWasDoneBefore() throws {
    #expect(
      try Self.told(
        "Kenya voted for the French candidate in June 1996; France returned the favour in May 1998."
      ).sorted() == ["support FRA>KEN", "support KEN>FRA"])
  }

  @Test func aPaperBeforeItsClauseTellsTheDomain() throws {
    let page = """
      ---
      date: 2023-06-01
      parties: [FRA, KEN]
      ---

      # Official visit of the President

      The Air Services Agreement, signed in Nice on 7 August 2018, was welcomed.
      """
    let document = try DocumentReader.read(path: "a.md", bytes: Array(page.utf8))
    #expect(
      Extractor.extract([document]).ledger.events.map(\.content.domain) == [.transport])
  }

  @Test(arguments: [
    // A word in the name of a town says nothing of what is done there.
    ("The Agreement was signed in Port Moresby on 7 August 2018.", Domain.political),
    ("The Basic Treaty was signed in Paris on 7 August 2018.", .political),
    ("An agreement on ports was signed in Paris on 7 August 2018.", .transport),
  ])
  func theWordsOfADeedTellItsDomain(text: String, domain: Domain) throws {
    let page = "---\ndate: 2023-06-01\nparties: [FRA, PNG]\n---\n\n\(text)\n"
    let document = try DocumentReader.read(path: "a.md", bytes: Array(page.utf8))
    #expect(Extractor.extract([document]).ledger.events.map(\.content.domain) == [domain])
  }

  @Test func whatIsSoTodayIsNoDeedOfToday() throws {
    #expect(
      try Self.told(
        "The ministers saw the brewery that a French firm opened in Thika in 1999 and that today employs many."
      ).count == 1)
  }
}
