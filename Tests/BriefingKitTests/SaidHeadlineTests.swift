import Chronicle
import Testing

@testable import BriefingKit

@Suite struct `A headline with its object` {
  private func event(_ headline: String, _ quote: String, date: String? = nil) -> Event {
    var content = Content()
    content.headline = headline
    let mention = Mention(
      document: "S1", start: 0, end: 9, line: 1, quote: quote, dateText: date, rules: [])
    return Event(id: headline + (date ?? ""), content: content, mentions: [mention])
  }

  private func told(_ headline: String, _ quote: String, date: String? = nil) -> String {
    let one = event(headline, quote, date: date)
    return Headlines([one]).told(headline, one)
  }

  @Test(arguments: [
    (
      "States sign an agreement", "On 4 May 2009, both signed an agreement on air services.",
      "States sign an agreement on air services"
    ),
    (
      "States sign a memorandum",
      "They signed a memorandum of understanding on visas in Oulu on 4 May 2009.",
      "States sign a memorandum of understanding on visas in Oulu"
    ),
    (
      "States sign an agreement", "Both signed an agreement on 4 May 2009.",
      "States sign an agreement"
    ),
    (
      "Memorandums and a promise",
      "She left after a visit that produced 13 agreements and memorandums and a promise to trade.",
      "13 agreements and memorandums and a promise"
    ),
    (
      "Trade of Finland and Namibia: US$ 21 million", "It was worth US$ 21 million on 4 May 2009.",
      "Trade of Finland and Namibia: US$ 21 million"
    ),
  ])
  func `has the paper's subject and its number`(headline: String, quote: String, told: String) {
    #expect(self.told(headline, quote, date: "4 May 2009") == told)
  }

  @Test func `is spelt as the language of the pages has it, names as they are`() {
    let one = event("Finland recognises a Defence Bank for defence", "It does.")
    #expect(
      Headlines([one], Language("en-US")).of(one)
        == "Finland recognizes a Defence Bank for defense")
    #expect(Headlines([one]).of(one) == one.content.headline)
  }

  @Test func `is found in the sentence`() {
    #expect(
      told(
        "Officials initialled",
        "An agreement, if both cabinets approve the text that officials initialled in March, could "
          + "be signed.", date: "March") == "Officials initialled the text")
    #expect(
      told(
        "Namibia announced",
        "Windhoek’s stated goal, announced on Monday, is $2 billion, without end.",
        date: "Monday") == "Windhoek’s stated goal is $2 billion")
    #expect(
      told(
        "Joint Commission signed",
        "The Joint Commission was constituted by an agreement signed on 11 May 2000.",
        date: "11 May 2000") == "Joint Commission constituted by an agreement")
    #expect(
      told(
        "The Joint Commission, set up",
        "The Joint Commission, set up in 2000, held its sixth session in Oulu on 2 May 2016 and its "
          + "seventh in Rehoboth.", date: "2 May 2016")
        == "Joint Commission held its sixth session in Oulu")
    #expect(
      told(
        "Ministers put their names",
        "The ministers met and put their names to the declaration that bears the city’s name.")
        == "Ministers put their names to the declaration")
    #expect(
      told(
        "Protocol initialled",
        "During the session a protocol on the exchange of customs data was initialled.")
        == "Protocol on the exchange of customs data initialled")
    #expect(
      told(
        "Finland supports the statements",
        "Finland sat there and supported the statements that the Group issued on 6 August 2019 and "
          + "22 June.", date: "22 June") == "Finland supports the statements that the Group issued")
    #expect(
      told(
        "A business forum", "A business forum on Tuesday morning drew 83 companies, they said.",
        date: "Tuesday") == "Business forum drew 83 companies")
    #expect(
      told(
        "Agreement of Finland and Namibia",
        "The oil company initialed one of them, a sales agreement for refined products, and left.")
        == "Sales agreement for refined products")
    #expect(
      told(
        "Trade of Finland and Namibia",
        "Trade was worth US$ 13 million, against US$ 21 million two "
          + "years before.", date: "two years before")
        == "Trade of Finland and Namibia: US$ 21 million")
  }

  @Test func `is not invented`() {
    let silent = [
      ("Officials initialled", "That was what officials initialled."),
      ("School equipped", "The school opened in 2007 and was equipped the year after."),
      ("Agreement of Finland and Namibia", "“If all is ready, we sign by Easter,” he said."),
      ("Trade of Finland and Namibia", "It fell before edging up last year."),
      ("President Nujoma visits Oulu", "President Nujoma visited Oulu and its port."),
      ("Accord signed", "They signed it."),
      ("A number of officials trained", "A number of officials have been trained."),
      ("The Presidents say that borders…", "The Presidents say that borders cannot be changed."),
    ]
    for (headline, quote) in silent {
      #expect(told(headline, quote, date: "last year") == headline)
    }
  }

  @Test func `tells twins apart`() {
    let quote =
      "Both Houses passed resolutions: the Senate on 2 October and the Assembly on the 6th."
    let houses = [
      event("Both Houses pass resolutions", quote, date: "2 October"),
      event("Both Houses pass resolutions", quote, date: "the 6th"),
    ]
    let told = Headlines(houses)
    #expect(
      houses.map(told.of) == [
        "Both Houses pass resolutions: the Senate", "Both Houses pass resolutions: the Assembly",
      ])
    var vote = event(
      "Council adopts resolution 822",
      "Council adopts resolution 822, with Namibia, then a member, voting in favour.")
    #expect(
      Headlines([vote, vote]).told("Council adopts resolution 822", vote) == vote.content.headline)
    vote.content.actors = ["NAM"]
    #expect(
      Headlines([vote, vote]).told("Council adopts resolution 822", vote)
        == "Council adopts resolution 822, Namibia voting in favour")
    #expect(Headlines([vote]).told("Council adopts resolution 822", vote) == vote.content.headline)
  }

  @Test func `is left out of a figure that has no room for it`() {
    let one = event(
      "Protocol initialled", "A protocol on the exchange of customs data and forms was initialled.")
    #expect(Headlines([one]).of(one) == "Protocol initialled")
    func short(_ headline: String, _ quote: String) -> String {
      let one = event(headline, quote)
      return Headlines([one]).of(one)
    }
    #expect(
      short(
        "Joint Ministerial Commission signed",
        "The Joint Ministerial Commission was constituted by an agreement signed in May.")
        == "Joint Ministerial Commission constituted")
    #expect(
      short(
        "The Joint Ministerial Commission, set up",
        "The Joint Ministerial Commission, set up in May, held its sixth session there.")
        == "Joint Ministerial Commission held its sixth…")
    #expect(
      short(
        "A business forum",
        "A business forum drew 83 Namibian and 101 Finnish companies and banks, they said.")
        == "Business forum")
  }
}
