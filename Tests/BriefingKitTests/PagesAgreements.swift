import Chronicle
import Chronology
import Testing

@testable import BriefingKit

@Suite struct `How agreements stand` {
  private func paper(
    _ headline: String, _ quote: String, _ type: EventType = .agreement, _ date: String = "2010-05"
  ) -> Event {
    var result = event("a", date, type, from: ["FIN", "NAM"]) { $0.headline = headline }
    result.mentions[0].quote = quote
    result.mentions[0].end = 50
    return result
  }

  @Test(arguments: [
    ("Treaty of Friendship… in force", "Treaty of Friendship. S: Oulu. F: 2010.", "in-force"),
    ("Treaty of Friendship signed", "Treaty of Friendship. S: Oulu, 2010.", "signed"),
    ("Two sides sign a contract", "They put pen to paper.", "signed"),
    ("Customs protocol", "The protocol was initialled.", "initialled"),
    ("Customs protocol", "The protocol has not been signed.", "unsigned"),
    ("Customs protocol", "Of the protocols neither is in force.", "not-in-force"),
    ("Customs protocol", "The protocol.", "untold"),
  ])
  func `is told by the headline before the sentence`(headline: String, quote: String, word: String)
  {
    #expect(AgreementWords.standing(paper(headline, quote), headline: headline).rawValue == word)
  }

  @Test func `is no verb of another paper in the same sentence`() {
    let quote = "Officials initialled one, a sales agreement, and both amended the gas contract."
    var sales = paper("Sales agreement initialled", quote)
    sales.id = "b"
    let amended = paper("Two sides amend the gas contract", quote)
    let told = Story(ledger([amended, sales]), BriefingSettings())
    #expect(told.standing(amended) == .untold)
    #expect(told.standing(sales) == .initialled)
  }

  @Test(arguments: [
    ("President expected in Oulu", false), ("Contract signed", true),
    ("Two countries agree to establish joint ventures", true), ("Oulu Declaration", true),
    ("13 documents signed after the talks", true),
  ])
  func `only what names a paper stands in their table`(headline: String, isPaper: Bool) {
    #expect(AgreementWords.namesPaper(headline) == isPaper)
  }

  @Test func `is told by the sentence after it too`() {
    let event = paper(
      "Two countries sign 15 documents", "Fish Agreement and Wood Agreement signed.")
    let sequel = Sequel(document: "S1", start: 51, standing: .notInForce)
    var settings = BriefingSettings()
    settings.sequels = [sequel]
    let told = Story(ledger([event]), settings)
    #expect(told.standing(event) == .notInForce)
    #expect(told.paperTitle(event) == "Fish Agreement and Wood Agreement")
    #expect(told.unnamedLater.map(\.id) == ["a"])
    settings.sequels[0].start = 70
    #expect(Story(ledger([event]), settings).standing(event) == .signed)
  }

  @Test func `is not said twice`() {
    #expect(AgreementWords.title("Fish Agreement signed", standing: .signed) == "Fish Agreement")
    #expect(AgreementWords.title("Text initialled", standing: .initialled) == "Text initialled")
    #expect(
      AgreementWords.title("Contract reported signed", standing: .signed)
        == "Contract reported signed")
  }

  @Test func `a title that was cut before it is whole again`() {
    #expect(
      FullHeadline.complete(
        "Agreement on fish… signed",
        quotes: ["Agreement on fish, wood and air (with annex). S: Oulu, 2 May 2010."], dates: [])
        == "Agreement on fish, wood and air signed")
  }

  @Test func `a declaration has the name that any sentence gives it`() {
    var event = paper(
      "Ministers put their names to the declaration", "They put their names to the declaration.",
      .declaration)
    event.mentions.append(event.mentions[0])
    event.mentions[1].quote = "13/01: Second meeting, Oulu; Oulu Declaration."
    #expect(story([event]).wholeHeadline(event) == "Oulu Declaration")
    event.mentions[1].quote = "The Oulu Declaration follows the Turku Declaration."
    #expect(PaperName.declaration(event) == nil)
  }

  @Test func `what is in force or a partnership asks for nothing`() {
    let force = paper("Treaty on fish in force", "Treaty on fish. F: May 2010.")
    #expect(story([force]).unnamedLater.isEmpty)
    let partners = paper(
      "Declaration on Strategic Partnership", "They signed a Declaration on Strategic Partnership.",
      .declaration)
    #expect(story([partners]).unnamedLater.isEmpty)
  }

  @Test func `what is in force under its title is not open`() {
    var signed = paper("Treaty on fish signed", "Treaty on fish. S: May 2010.")
    signed.id = "s"
    let force = paper("Treaty on fish in force", "Treaty on fish. S: May 2010. F: same day.")
    #expect(story([signed, force]).unnamedLater.isEmpty)
    #expect(story([signed]).unnamedLater.map(\.id) == ["s"])
  }

  @Test func `what has no title comes last`() {
    var untitled = paper("Agreement of Finland and Namibia", "Agreement on geology and mines.")
    untitled.content.date = EDTF("2012")
    untitled.id = "u"
    #expect(
      story([paper("Treaty on fish signed", "Treaty on fish."), untitled]).unnamedLater.map(\.id)
        == ["a", "u"])
  }

  @Test func `a body that is founded twice has one anniversary`() {
    let formed = event("a", "1997-05", .establishment, from: ["FIN", "NAM"]) {
      $0.headline = "Joint Commission formed"
    }
    let paper = event("b", "1997-05-11", .agreement, from: ["FIN", "NAM"]) {
      $0.headline = "Joint Commission constituted by an agreement"
    }
    let all = Anniversary.all(in: story([formed, paper]))
    #expect(all.map(\.event.id) == ["b"])
    #expect(all.map(\.years) == [20])
    #expect(all.first?.again.map(\.id) == ["a"])
  }
}

@Suite struct `A clause` {
  private let sentence =
    "The two sides also opened a consulate in the old harbour after years of waiting, and Finland "
    + "sent forty teachers to Oshakati in May 2011; others had come before by way of Lusaka."

  @Test func `of a long sentence is quoted alone where it tells all of the event`() {
    let event = event("a", "2011-05", .aid, from: ["FIN"], to: ["NAM"]) {
      $0.headline = "Finland sends forty teachers"
    }
    var mention = event.mentions[0]
    mention.quote = sentence
    mention.dateText = "May 2011"
    #expect(
      ClauseQuote.of(mention, event)
        == "… and Finland sent forty teachers to Oshakati in May 2011 …")
    mention.dateText = nil
    mention.quote = "Finland sent forty teachers; others had come before by way of Lusaka."
    #expect(ClauseQuote.of(mention, event) == mention.quote)
  }
}
