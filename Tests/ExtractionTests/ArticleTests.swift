import Chronicle
import Chronology
import Prose
import Testing

@testable import Extraction

/// Articles and speeches: who speaks, what is told by the way, and what only seems to be told.
@Suite struct ArticleTests {
  @Test(arguments: [
    // Told twice, it is one time; later is counted from what was told last.
    (
      "Forty years ago, on 4 February 1983, Kenya recognised Morocco.",
      ["1983-02-04 recognition KEN>MAR"]
    ),
    (
      "Kenya opened a consulate in Rabat in February 1965, and it became an embassy in 1981. Morocco"
        + " opened its own embassy in Nairobi a year later.",
      [
        "1965-02 establishment KEN>MAR", "1981 establishment KEN>MAR", "1982 establishment MAR>KEN",
      ]
    ),
    // A clause of time lends its date to what is told.
    (
      "In July 2022, when the rains turned ugly in Lamu, the Moroccan governor lent Kenya two buses.",
      ["2022-07 aid MAR>KEN"]
    ),
    // What says where a thing comes from is no deed, nor is what an anniversary remembers.
    (
      "The museum in Rabat returned to Kenya, in 2021, a mask that an officer had carried off in 1898.",
      ["2021 other MAR>KEN"]
    ),
    (
      "In 2020 Kenya and Morocco marked the 50th anniversary of that day.",
      ["2020 commemoration KEN+MAR>"]
    ),
    // One giver, one day, one help.
    (
      "In 2016 Kenya gave Morocco half a million syringes and lent it a laboratory.",
      ["2016 aid KEN>MAR"]
    ),
    // A paper and what it holds.
    (
      "A free trade agreement between Morocco and the Kenyan Union could be signed by 2025.",
      ["../2025 agreement KEN+MAR>"]
    ),
    (
      "In May 2021 Kenya and Morocco signed a trade pact. The pact removes the tariff on Kenyan tea"
        + " within five years.",
      ["2021-05 agreement KEN+MAR>"]
    ),
    // What is so as a rule is no deed.
    ("Some of their grandchildren now teach in Kenya.", []),
    // A town in the name of a work says where it stands.
    ("The Kisumu road was handed over on 3 July 2015.", ["2015-07-03 construction MAR>KEN"]),
    // What somebody runs in a state is not that state's.
    ("The fund opened its Kenyan office in 1973.", ["1973 establishment MAR>KEN"]),
    // The second of two names side by side acts.
    (
      "After the division of Czechoslovakia Kenya recognised the Kingdom of Morocco on 1 January 1993.",
      ["1993-01-01 recognition KEN>MAR"]
    ),
    // The year of the paper under which it was done is not the deed's.
    (
      "Under the protocol of 1978 Morocco trained 30 Kenyan engineers in Rabat in 1980.",
      ["1980 training MAR>KEN"]
    ),
    // Who lets in, and who needs no visa.
    (
      "Since 1 March 2022 Kenyans have not needed a visa for Morocco.",
      ["2022-03-01 agreement MAR>KEN"]
    ),
    // Takers that come from a state.
    (
      "Twelve doctoral students from Kenya received grants of the Moroccan foundation in 2017.",
      ["2017 scholarship MAR>KEN"]
    ),
    (
      "Kenya’s Peace Prize for 2019 was conferred on the King of Morocco in March 2021.",
      ["2021-03 award KEN>MAR"]
    ),
    ("A visit by the Kenyan President was pencilled in for July 2020 and fell through.", []),
  ])
  func tells(_ text: String, _ events: [String]) throws {
    #expect(try Self.events("date: 2023-05-01", text) == events, "\(text)")
  }

  /// "We" is the side whose envoy is named over the text, or under it.
  @Test(arguments: [
    ("A long road\n\nBy the Ambassador of Kenya to Morocco", ""),
    ("“A long road”\n\nKenya’s ambassador to Morocco on a road, a dam and the price of tea.", ""),
    (
      "“A long road”\n\nMs A. Mwangi, the Ambassador of Kenya, received us for a farewell conversation.",
      ""
    ),
    ("Embassy of the Republic of Kenya in Rabat\n\nRemarks by the Ambassador at the reception", ""),
    (
      "Morocco and Kenya: a long road\n\nAmina Mwangi",
      "A former Kenyan diplomat, Amina Mwangi teaches in Kisumu."
    ),
    ("Ministry of Foreign Affairs, Kenya\n\nRelations with Morocco", ""),
    ("National Assembly of the Republic of Kenya\n\nThe friendship with Morocco", ""),
  ])
  func weAreTheSideThatSpeaks(_ head: String, _ end: String) throws {
    let filler =
      "Kenya and Morocco have known each other for a long time, and their peoples have traded and sung"
      + " together for longer than that; in Nairobi and in Rabat the doors stand open to all."
    let text =
      "\(head)\n\n\(filler)\n\nIn May 2012 we opened an embassy there.\n\n\(filler)\n\n\(end)\n"
    let document = try DocumentReader.read(path: "a.txt", bytes: Array(text.utf8))
    let events = Extractor.extract([document], settings: .init()).ledger.events.map(\.content)
    #expect(events.map(\.actors) == [["KEN"]], "\(head)")
  }

  /// Papers of one day and one city are two; so are a title and the paper's.
  @Test func papersOfOneDayStayApart() throws {
    let text = """
      1. Treaty of Friendship and Co-operation. S: Rabat, 30 July 1992.
      2. Agreement on Trade and Economic Co-operation. S: Rabat, 30 July 1992.
      3. Agreement on co-operation in education and sport. S: Rabat, 30 July 1992.
      """
    #expect(
      try Self.events("title: Agreements of Kenya and Morocco", text)
        == Array(repeating: "1992-07-30 agreement KEN+MAR>", count: 3))
  }

  /// A title without a colon says what the dated lines below it are.
  @Test func titlesLeadTheLinesBelow() throws {
    let text = """
      Visits from Kenya
      April 1999 – Minister Wafula Wamunyinyi
      7–8 September 2005 – President Mwai Kibaki

      Visits from Morocco
      12 May 2008 – Prime Minister Abbas El Fassi
      """
    #expect(
      try Self.events("title: Relations of Kenya and Morocco", text) == [
        "1999-04 visit KEN>MAR", "2005-09-07/2005-09-08 visit KEN>MAR", "2008-05-12 visit MAR>KEN",
      ])
  }

  /// A block that is longer than any person's is read in parts; what waits for a date stays in its own.
  @Test func longBlocksAreReadInParts() throws {
    let text =
      String(repeating: "It rained. ", count: 1331) + "An agreement was signed. In 1996 too."
    #expect(try Self.events("date: 2023-05-01", text) == [])
  }

  @Test func linesOfMarksAreNoEntries() throws {
    let text = "1992\n\nKenya opened an embassy in Rabat.\n\n---\n\n1993\n\n***\n"
    #expect(try Self.events("title: Kenya and Morocco", text) == ["1992 establishment KEN>MAR"])
  }

  private static func events(_ field: String, _ text: String) throws -> [String] {
    let document = try DocumentReader.read(
      path: "a.txt", bytes: Array("---\n\(field)\n---\n\n\(text)\n".utf8))
    return Extractor.extract([document], settings: .init(parties: ["KEN", "MAR"])).ledger.events
      .map(\.content).map { content in
        let sides =
          content.actors.joined(separator: "+") + ">" + content.recipients.joined(separator: "+")
        return "\(content.date?.description ?? "") \(content.type.rawValue) \(sides)"
      }
  }
}
