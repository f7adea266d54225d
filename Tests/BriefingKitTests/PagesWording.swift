import Chronicle
import Chronology
import Testing

@testable import BriefingKit

@Suite struct WholeHeadlines {
  private func whole(_ headline: String, _ quote: String, _ dates: [String] = []) -> String {
    FullHeadline.complete(headline, quotes: [quote], dates: dates)
  }

  @Test func aHeadlineThatWasNotCutStays() {
    #expect(whole("Embassy opens", "The Embassy opens in Windhoek.") == "Embassy opens")
  }

  @Test func theSentenceGivesTheEndOfTheClause() {
    #expect(
      whole(
        "The two ministers signed a protocol on…",
        "Then the two ministers signed a protocol on fishing rights, which was renewed.")
        == "The two ministers signed a protocol on fishing rights")
  }

  @Test func theDateIsNotRepeated() {
    #expect(
      whole(
        "A direct flight between Helsinki…",
        "A direct flight between Helsinki and Windhoek became operational in May 1995.",
        ["May 1995"]) == "A direct flight between Helsinki and Windhoek became operational")
  }

  @Test func aPairKeepsItsSecondHalf() {
    #expect(
      whole(
        "Programme between the Academy…",
        "Programme between the Academy (FSA), Helsinki and the Institute, Windhoek and others")
        == "Programme between the Academy (FSA), Helsinki and the Institute, Windhoek")
  }

  @Test func theSecondHalfEndsWhereTheFirstNamesNoPlace() {
    #expect(
      whole("Programme between the…", "Programme between the Academy and the Institute, Oulu said")
        == "Programme between the Academy and the Institute")
  }

  @Test func halfOfAPairIsNoEnd() {
    let long = Array(repeating: "Chambers", count: 12).joined(separator: " ")
    #expect(
      whole("MoU on a Business…", "MoU on a Business Council between \(long) and others")
        == "MoU on a Business Council")
  }

  @Test func whereNoSentenceContinuesItTheCutIsSeen() {
    #expect(whole("Finland gave assistance…", "Aid was sent.") == "Finland gave assistance…")
  }
}

@Suite struct Abbreviations {
  @Test(arguments: [
    ("a Joint Economic Commission (JEC) meets", "JEC", "Joint Economic Commission"),
    ("the Bank of Namibia (BN).", "BN", "Bank of Namibia"),
    ("Finnish Export Credit (FEC), its", "FEC", "Finnish Export Credit"),
  ])
  func aNameInitialsInBracketsIsShort(text: String, short: String, name: String) {
    #expect(Abbreviation.all(in: text) == [Abbreviation(short: short, name: name)])
  }

  @Test(arguments: ["in the north (NW) of it", "Joint Commission (JMC)", "signed (two) papers"])
  func otherBracketsAreNot(text: String) {
    #expect(Abbreviation.all(in: text).isEmpty)
  }
}

@Suite struct Mechanisms {
  private func joint(_ id: String, _ date: String, _ type: EventType, _ quote: String) -> Event {
    var event = event(id, date, type, .economy, from: ["FIN", "NAM"])
    event.content.headline = "Event"
    event.mentions[0].quote = quote
    return event
  }

  private func all(_ events: [Event], _ abbreviations: [Abbreviation] = []) -> [Mechanism] {
    Mechanism.all(in: events, parties: ["FIN", "NAM"], abbreviations: abbreviations)
  }

  @Test func aBodyKnownByItsShortFormHasItsFoundingSessionsAndTotal() throws {
    let found = all(
      [
        joint(
          "a", "2000-09", .establishment, "The JEC has held five sessions since its formation."),
        joint("b", "2016-04", .meeting, "The 6th meeting of the JEC was held in Oulu."),
      ], [Abbreviation(short: "JEC", name: "Joint Economic Commission")])
    let body = try #require(found.first)
    #expect(found.count == 1)
    #expect(body.fullName == "Joint Economic Commission (JEC)")
    #expect(body.founding?.id == "a")
    #expect(body.sessions.map(\.id) == ["b"])
    #expect(body.total?.words == "five sessions")
    #expect(Mechanism.ordinal(body.sessions[0]) == "6th")
  }

  @Test func anotherDocumentsLaterSessionIsBeyondACount() throws {
    var later = joint("b", "2016-04", .meeting, "The 6th meeting of the Joint Commission was held.")
    later.mentions[0].document = "S2"
    let body = try #require(
      all([
        joint(
          "a", "2000-09", .establishment,
          "The Joint Commission has held five sessions since its establishment."), later,
      ]).first)
    #expect(body.total == nil)
    #expect(body.sessionNumber == 6)
  }

  @Test func aBodyOfBothIsKnownByASessionWithoutANumber() {
    let session = joint("a", "2012", .meeting, "The Joint Commission held its session in Oulu.")
    #expect(all([session]).map(\.name) == ["Joint Commission"])
    var many = session
    many.content.actors.append("SWE")
    #expect(all([many]).isEmpty)
  }

  @Test func aMeetingThatNamesAnOrganisationIsNoMechanism() {
    var summit = joint("a", "2012-10", .meeting, "The 12th meeting of the ECO was held.")
    #expect(all([summit]).map(\.name) == ["ECO"])
    summit.content.recipients = ["ECO"]
    #expect(all([summit]).isEmpty)
  }

  @Test func aShorterNameWhoseSessionsGoOnIsTheSameBody() throws {
    func all(_ number: String) -> [Mechanism] {
      self.all([
        joint("a", "2016", .meeting, "The 6th session of the Joint Economic Commission met."),
        joint("b", "2018", .meeting, "The \(number) session of the Joint Commission met."),
      ])
    }
    let body = try #require(all("7th").first)
    #expect(all("7th").count == 1)
    #expect(body.title(.british) == "Joint Economic Commission, also “Joint Commission”")
    #expect(body.sessions.map(\.id) == ["a", "b"])
    #expect(all("2nd").count == 2)
  }

  @Test func anUncountedMeetingMakesNoBody() {
    #expect(all([joint("a", "2012", .meeting, "They spoke at the World Forum.")]).isEmpty)
  }

  @Test func ofTwoEventsInOneSentenceTheBodyIsThatOfWhichTheHeadlineSpeaks() {
    let quote = "They concluded a Programme and an MoU on the Establishment of Business Council."
    var other = joint("a", "2015", .agreement, quote)
    other.content.headline = "Programme"
    var founding = joint("b", "2015", .agreement, quote)
    founding.content.headline = "MoU on the Establishment of Business Council"
    #expect(all([other, founding]).map(\.founding?.id) == ["b"])
  }
}

@Suite struct VisitPurposes {
  @Test(arguments: [
    (
      "She visited Oulu to attend 9th session of the forum, then left.",
      "to attend 9th session of the forum"
    ),
    ("They met on the sidelines of the summit.", "on the sidelines of the summit"),
    ("Prime Minister Aziz to Windhoek (ninth ECO summit)", "ninth ECO summit"),
    ("12/11: PM Sharif at COP29 in Windhoek.", "at COP29"),
    ("President Aho in Windhoek for thirteenth ECO summit.", "for thirteenth ECO summit"),
  ])
  func thePurposeIsQuoted(quote: String, words: String) {
    #expect(VisitPurpose.words(in: quote) == words)
  }

  @Test func aPurposeBelongsToTheVisitOfItsDate() {
    let quote =
      "Aho was in Oulu yesterday for the ninth ECO summit, his second visit after April 2005."
    #expect(VisitPurpose.words(in: quote, of: "yesterday") == "for the ninth ECO summit")
    #expect(VisitPurpose.words(in: quote, of: "April 2005") == nil)
  }

  @Test func aVisitWithoutAPurposeHasNone() {
    #expect(VisitPurpose.words(in: "She visited Oulu in May.") == nil)
    #expect(VisitPurpose.words(in: "The minister stayed at the embassy for a week.") == nil)
  }
}

/// What is printed is what the documents say, in their words.
@Suite struct PrintedStatements {
  @Test func aQuotationFromMarkdownHasNoMarks() {
    var told = event("a", "2017-03-01")
    told.mentions[0].quote =
      "President Geingob was in Oulu **yesterday**, see [the note](https://a.example)"
    var source = ledger([told])
    source.documents[0].path = "seeds/note.md"
    #expect(
      PrintedQuotes.of(source).events[0].mentions[0].quote
        == "President Geingob was in Oulu yesterday, see the note")
    source.documents[0].path = "seeds/note.txt"
    #expect(PrintedQuotes.of(source).events[0].mentions[0].quote.contains("**"))
  }

  private static let visit = event("v", "2017-01-04/2017-01-06", .visit, from: ["FIN"], to: ["NAM"])
  {
    $0.participants = [Participant(name: "Sauli Niinistö", role: "President", side: "FIN")]
  }

  private static func reception(_ day: String) -> Event {
    event("m", day, .meeting, from: ["FIN", "NAM"]) {
      $0.participants = [Participant(name: "Hage Geingob", role: "President", side: "NAM")]
    }
  }

  @Test func aLeaderReceivedOnAVisitHasMetHisHost() {
    #expect(story([Self.visit, Self.reception("2017-01-05")]).leaderMeetings.map(\.id) == ["m"])
  }

  @Test func aHostWithoutAGuestOfRankMeetsNoLeader() {
    #expect(story([Self.visit, Self.reception("2016-01-05")]).leaderMeetings.isEmpty)
  }
}
