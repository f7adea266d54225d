import Chronicle
import Prose
import Testing

@testable import Extraction

/// Headlines stand alone: who and what, with no word that leans on the sentence around them.
@Suite struct HeadlineTests {
  static func headlines(_ text: String) throws -> [String] {
    let page = "---\ndate: 2020-06-01\nparties: [FRA, KEN]\nside: KEN\n---\n\n\(text)\n"
    let document = try DocumentReader.read(path: "a.md", bytes: Array(page.utf8))
    return Extractor.extract([document]).ledger.events.map(\.content.headline)
  }

  @Test(arguments: [
    "Was signed", "S: Ankara", "Theirs", "Of the State Visit of the President", "It was",
    "Amounted to some 200 million", "?: Trilateral summit", "29 IV – 11 V", "Please",
  ])
  func wordsThatLeanOnOthersArePoor(text: String) {
    #expect(PlainHeadline.isPoor(WordLine(text)))
  }

  @Test(arguments: [
    ("Azerbaijan makes him an honorary doctor", EventType.award), ("Kenya provided", .aid),
    ("Kenya contributes a further euros", .aid), ("Will resume not later", .consultation),
    ("Kenya announces that its mission", .statement), ("Kenya announced", .statement),
    ("That whoever sits here will", .other),
    ("S (USSR)", .agreement), ("Both sides open", .establishment), ("Meeting held", .meeting),
    ("The first test under it was held", .agreement), ("Rescheduled 1996 and 1999", .agreement),
    ("Twenty-five of young officials signed", .agreement),
    ("Scholarship costs less than a reception", .scholarship),
    ("Last sits", .meeting), ("Last one handed over", .arms),
    ("My government provides tents", .aid),
    ("Broke down", .meeting), ("Brought them back", .transportLink),
    ("Latter suspended", .transportLink), ("Kenya’s in Paris did not open", .establishment),
  ])
  func aHalfOfASentenceIsAFault(text: String, type: EventType) {
    #expect(HeadlineFaults(names: ["KEN": "Kenya"]).areIn(WordLine(text), of: type))
  }

  @Test(arguments: [
    ("Loan of ¥16.6 billion signed", EventType.agreement), ("Gate opens", .transportLink),
    ("Kenya opens embassy in Paris", .establishment), ("Kenya pledges 2 million euros", .aid),
    ("President Kovind receives the minister", .meeting), ("15 documents signed", .agreement),
    ("A second shock", .disaster),
  ])
  func aWholeOneIsNone(text: String, type: EventType) {
    #expect(!HeadlineFaults(names: ["KEN": "Kenya"]).areIn(WordLine(text), of: type))
  }

  @Test(arguments: [
    (
      "France opened an embassy in Nairobi in 1964. Kenya’s in Paris did not open until August 2007.",
      ["France opens embassy in Nairobi", "Kenya opens mission in Paris"]
    ),
    (
      "The French Embassy in Nairobi, opened in 1964, was closed in 2007, and its affairs were looked after from Cairo.",
      ["France opens embassy in Nairobi", "France closes embassy in Nairobi"]
    ),
    (
      "The company plans to open a factory in Mombasa in 2024.",
      ["France to open a factory in Mombasa"]
    ),
    ("Two French ministers visited Nairobi in 2014.", ["Ministers of France visit Nairobi"]),
    (
      "The treaty was signed in Paris in 1994 and ratified by both parliaments in 1995.",
      ["Treaty signed in Paris", "Treaty ratified by both parliaments"]
    ),
    (
      "France sent doctors to Kisumu in 1999 and again in 2004.",
      ["France sends doctors to Kisumu", "France sends doctors to Kisumu"]
    ),
    (
      "The dam at Kisumu was financed by France and opened by President Kenyatta on 5 June 2014.",
      ["Dam at Kisumu opened by President Kenyatta"]
    ),
    (
      "Ten Kenyan students a year have received French scholarships since 2010.",
      ["Ten Kenyan students receive French scholarships"]
    ),
    ("In 1964 the two countries exchanged ambassadors.", ["Ambassadors exchanged"]),
    (
      "The Order of the Spear was conferred on Mr Macron by President Kenyatta in May 2014.",
      ["Kenya awards the Order of the Spear to Macron"]
    ),
    (
      "The consulate which opened in 2003 was upgraded to an embassy in 2008.",
      ["Consulate opens", "Consulate upgraded to an embassy"]
    ),
    (
      "They extended the agreement, which was signed in 2001 and which entered into force in 2003.",
      ["Agreement signed", "Agreement enters into force"]
    ),
    ("The French hospital did not open until January 2004.", ["French hospital opens"]),
    (
      "No minister has come to Paris since May 2010.", ["Last visit from Kenya to France"]
    ),
    (
      "In early August 2012, when snow cut off Kisumu, France sent four thousand blankets.",
      ["France sends four thousand blankets"]
    ),
    ("Kenyan midshipmen studied in Brest in 2008.", ["Kenyan midshipmen study in Brest"]),
  ])
  func itSaysWhoDidIt(text: String, headlines: [String]) throws {
    #expect(try Self.headlines(text) == headlines)
  }

  @Test func nobodySpeaksInIt() throws {
    let text = "In February 2019, with the fires in Kisumu, your air force offered a Canadair."
    #expect(try Self.headlines(text) == ["France’s air force offers a Canadair"])
  }

  @Test func whoInvitesIsNotWhoVisits() throws {
    let text = """
      Upon the invitation of the Speaker of the National Assembly of Kenya, Grace Otieno, a delegation of the French \
      Senate headed by Marc Duval visited Nairobi from 3 to 5 May 2019.
      """
    #expect(try Self.headlines(text).allSatisfy { !$0.contains("Otieno") })
  }

  @Test func whoIsGivenSomethingDoesNotGiveIt() throws {
    #expect(
      try Self.headlines("Kenya was granted 85 civilian slots in 2017.") == [
        "Kenya is granted 85 civilian slots"
      ])
  }

  @Test func anHonourHasItsWholeName() throws {
    #expect(
      try Self.headlines("In March 2019 France conferred the Order of the Palm on Dr Otieno.")
        == ["France awards Order of the Palm"])
  }

  @Test(arguments: [
    (
      "A treaty of friendship, commerce and navigation was concluded in Paris in May 1959.",
      ["Treaty of friendship… concluded in Paris"]
    ),
    (
      "A memorandum on trade, tourism and fisheries was signed in May 2003.",
      ["Memorandum on trade… signed"]
    ),
    (
      "An agreement on investment was signed by the two ministers in May 2008.",
      ["Agreement on investment signed"]
    ),
  ])
  func aPaperKeepsItsMatter(text: String, headlines: [String]) throws {
    #expect(try Self.headlines(text) == headlines)
  }

  /// A deed of a relative clause with its own date is not that of the clause before.
  @Test func aRelativeClauseDatesItself() throws {
    let text =
      "In 1984 the Curie Foundation paid for the excavation of the church in Mombasa, whose small museum"
      + " was inaugurated in 1995."
    #expect(
      try Self.headlines(text)
        == ["Curie Foundation pays for the excavation", "Small museum inaugurated"])
  }

  /// "He" is no princess.
  @Test func aPronounFitsWhomItMeans() throws {
    let text =
      "On 21 February 2012 Princess Anne opened the French pavilion in Nairobi. He died in 2015."
    #expect(try !Self.headlines(text).contains { $0.contains("Princess Anne dies") })
  }

  @Test func aVoteIsNoResolutionOfItsOwn() throws {
    #expect(
      try Self.headlines(
        "Kenya voted against the resolution of the Human Rights Council on 7 April 2018.")
        == ["Kenya votes against the resolution"])
  }

  @Test func noCommaStandsBesideAnother() {
    let line = WordLine("Programme comprised,, a wreath and a talk,")
    #expect(HeadlineWriter.tidy(line).string == "Programme comprised, a wreath and a talk")
  }

  @Test(arguments: [
    "Kenya opens embassy in Paris", "Earthquake in Kenya", "Trade agreement signed",
    "Prime Minister Sharif visits Baku", "School reopened",
  ])
  func wordsThatTellWhoOrWhatAreNot(text: String) {
    #expect(!PlainHeadline.isPoor(WordLine(text)))
  }

  @Test(arguments: [
    (
      "Our two navies signed an arrangement on salvage in May 1992.",
      "Two navies sign an arrangement on salvage"
    ),
    (
      "1. Treaty of Friendship. S: Nairobi, 30 July 1992. F: 3 April 1994.",
      "Treaty of Friendship signed"
    ),
    (
      "After the floods of May 2018 the French government gave two million euros.",
      "France gives two million euros"
    ),
    ("Ministers met in Nairobi on 3 May 2019.", "Ministers meet in Nairobi"),
  ])
  func headlineOf(text: String, headline: String) throws {
    let made = try Self.headlines(text)
    #expect(made.contains(headline), "\(made)")
  }

  @Test(arguments: [
    ("Landslide at Gjerdrum ( collects NOK 412,000", "Landslide at Gjerdrum collects NOK 412,000"),
    ("A school after the", "A school"),
    ("Vietnam bears )", "Vietnam bears"),
    ("Agreement on a battalion (POLUKRBAT)", "Agreement on a battalion (POLUKRBAT)"),
  ])
  func nothingIsLeftOpen(text: String, headline: String) {
    #expect(HeadlineWriter.tidy(WordLine(text)).string == headline)
  }
}
