import Analytics
import Chronicle
import Chronology
import Testing

@testable import BriefingKit

@Suite struct `What came of visits` {
  private func visit(_ id: String, _ date: String) -> Event {
    event(id, date, .visit, from: ["FIN"], to: ["NAM"])
  }

  private func outcomes(_ visit: String, _ date: String, _ headlines: [String]) -> [Event] {
    headlines.enumerated().map { index, headline in
      var result = event("\(visit)\(index)", date, .agreement, from: ["FIN", "NAM"]) {
        $0.headline = headline
      }
      result.partOf = visit
      return result
    }
  }

  private let four = ["Accord on fish", "Accord on wood", "Accord on air", "Accord on rail"]
  private let three = [
    "State visit produces nine papers", "Two sides amend the contract", "Sales agreement for fuel",
  ]

  @Test func `the newest weighty one is told, not the richest`() {
    let old = [visit("a", "2010-05")] + outcomes("a", "2010-05", four)
    let new = [visit("b", "2016-05")] + outcomes("b", "2016-05", three)
    #expect(story(old + new).weightiestOccasion?.id == "b")
    let light = [visit("c", "2016-06")] + outcomes("c", "2016-06", Array(four.prefix(2)))
    #expect(story(old + light).weightiestOccasion?.id == "a")
    #expect(story(light).weightiestOccasion?.id == "c")
    #expect(story([visit("d", "2016")] + outcomes("d", "2016", ["One"])).weightiestOccasion == nil)
  }

  @Test func `a paper stands for them before a deed`() {
    let deeds = ["State visit ends", "Two sides amend the contract", "Sales agreement for fuel"]
    let told = story([visit("b", "2016-05")] + outcomes("b", "2016-05", deeds))
    #expect(
      CardSentences(story: told).outcomes.words.contains("three outcomes: Sales agreement for fuel")
    )
  }

  @Test func `where one of them tells many papers no number is told`() {
    let told = story([visit("b", "2016-05")] + outcomes("b", "2016-05", three))
    let words = CardSentences(story: told).outcomes.words
    #expect(words.contains("brought, among other outcomes"))
    #expect(words.contains(": State visit produces nine papers"))
    #expect(!words.contains("three"))
  }

  @Test func `those of a meeting on its days are its own`() {
    let meeting = event("m", "2016-05-03", .meeting, from: ["FIN", "NAM"])
    let visit = event("b", "2016-05-02/2016-05-04", .visit, from: ["FIN"], to: ["NAM"])
    let own = outcomes("b", "2016-05-02", Array(four.prefix(2)))
    let inner = outcomes("m", "2016-05-03", ["13 documents signed after the talks"])
    let told = story([visit, meeting] + own + inner)
    #expect(CardSentences(story: told).outcomes.words.contains("13 documents signed"))
  }

  @Test func `what a headline names is its kind`() {
    let sale = event("a", "2016", .agreement, from: ["FIN", "NAM"]) { $0.headline = "Agreement" }
    var other = sale
    other.mentions[0].quote = "They signed a sales agreement and amended the contract."
    #expect(AgreementWords.kind(other, headline: "Sales agreement for fuel") == .agreement)
    #expect(AgreementWords.kind(other, headline: "Two sides sign") == .contract)
    #expect(AgreementWords.kind(sale, headline: "Protocol to the agreement") == .accord)
  }

  @Test func `an author is known by the post that the document gives`() throws {
    let named = event("a", "2016-01") {
      $0.headline = "Niilo arrives"
      $0.participants = [Participant(name: "Eino Niilo", role: "", side: nil)]
    }
    var told = ledger([named])
    told.documents = [
      DocumentRecord(
        id: "S1", path: "a.txt", title: "", date: nil, author: "Eino Niilo", side: "FIN",
        voice: "Ambassador of Finland to Namibia", sha256: "")
    ]
    let person = try #require(PeopleIndex(story: Story(told, BriefingSettings())).people.first)
    #expect(person.role == "Ambassador of Finland to Namibia")
    #expect(person.side == "FIN")
  }
}
