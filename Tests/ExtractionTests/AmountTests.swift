import Chronicle
import Prose
import Testing

@testable import Extraction

/// How much each deed of a sentence gave, and in what.
@Suite struct AmountTests {
  /// The amounts of each event, in the order of their dates.
  static func told(_ text: String) throws -> [[Amount]] {
    let page = "---\ndate: 2023-06-01\nparties: [EGY, LKA]\n---\n\n\(text)\n"
    let document = try DocumentReader.read(path: "a.md", bytes: Array(page.utf8))
    return Extractor.extract([document]).ledger.events.map(\.content.amounts)
  }

  /// The same in words: "4 persons, 40 houses".
  static func amounts(_ text: String) throws -> [String] {
    try told(text).map { amounts in
      amounts.map { "\(Int($0.value)) \($0.unit)" }.joined(separator: ", ")
    }
  }

  @Test(arguments: [
    (
      "Egypt sent four structural engineers in January 2017 and, two months later, forty modular houses.",
      ["4 persons", "40 houses"]
    ),
    (
      "Foreign Minister Shoukry was in Colombo in February 2015 and again in November 2017, on the second occasion in the company of thirty entrepreneurs.",
      ["", "30 persons"]
    ),
    (
      "Egypt gave 1 million dollars in 2010 and in 2011.", ["1000000 USD", "1000000 USD"]
    ),
  ])
  func `an amount between two dates of one verb is that of one of them`(
    _ text: String, _ amounts: [String]
  ) throws {
    #expect(try Self.amounts(text) == amounts)
  }

  @Test(arguments: [
    ("In May 2019 Egypt gave C$90 million to Sri Lanka.", "90000000 CAD"),
    ("In May 2019 Egypt gave A$90,000 to Sri Lanka.", "90000 AUD"),
    ("In May 2019 Egypt gave R350 million to Sri Lanka.", "350000000 ZAR"),
    ("In May 2019 Egypt gave 200,000 leva to Sri Lanka.", "200000 BGN"),
    ("In May 2019 Egypt gave 2,000 kg of tea to Sri Lanka.", "2000 kilograms"),
    ("In May 2019 the two governments signed eighteen memorandums.", "18 documents"),
    ("In May 2019 four papers were signed.", "4 documents"),
    ("The Commission, formed in May 2019, has held five sessions.", ""),
  ])
  func `the money and the things are named as the text names them`(
    _ text: String, _ amount: String
  ) throws {
    #expect(try Self.amounts(text) == [amount])
  }

  @Test(arguments: [
    ("Egypt gave 16.6 billion yen in May 2018.", [16_600_000_000.0]),
    ("In May 2018 Egypt sent a team of seventy and 33 tonnes of medicine.", [70, 33]),
    ("In May 2018 sixty of our officers were trained in Cairo.", [60]),
    ("The two ministries signed a protocol in May 2018.", []),
    // Who did it, without a noun; a few of what no list names, where they are given; compounds.
    ("In January 2015 fifty-two were trained in Cairo.", [52]),
    ("In 2016 Egypt sent two Guardian-class boats to Sri Lanka.", [2]),
    // The harm done is nothing given.
    ("In May 2018 Egypt gave 20 tents after floods that killed some 16 people in Galle.", [20]),
    ("In May 2018 Egypt gave 20 tents after a fire in which 16 people died.", [20]),
    // A decimal comma before a scale; a currency of one letter, but no road.
    ("In May 2018 Egypt gave €1,1 billion to Sri Lanka.", [1_100_000_000]),
    ("In May 2018 Egypt gave a grant of R20,500 to Sri Lanka.", [20_500]),
    ("In May 2018 Egypt paid for the road R350 in Sri Lanka.", []),
  ])
  func `numbers are read as they are written`(_ text: String, _ values: [Double]) throws {
    #expect(try Self.told(text).first?.map(\.value) == values)
  }
}
