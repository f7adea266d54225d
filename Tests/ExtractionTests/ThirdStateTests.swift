import Chronicle
import Chronology
import Prose
import Testing

@testable import Extraction

/// Who acts where a sentence names more than one who could.
@Suite struct ThirdStateTests {
  @Test(arguments: [
    // A state that is no party does what it does.
    ("In December 2020 France recognised Moroccan sovereignty.", ["2020-12 recognition FRA>MAR"]),
    ("In May 2012 the United Kingdom gave Morocco ten buses.", ["2012-05 aid GBR>MAR"]),
    ("In May 2012 France opened a consulate in Mombasa.", ["2012-05 establishment FRA>KEN"]),
    ("Britain sold Kenya two frigates in 1987.", ["1987 arms GBR>KEN"]),
    ("Kenya bought two frigates from Britain in 1987.", ["1987 arms GBR>KEN"]),
    (
      "The Kenyan trawler was seized by the Spanish navy in March 2004.",
      ["2004-03 conflict ESP>KEN"]
    ),
    // The clause that says what went before has its own doer.
    ("Morocco sent tents in 2006 after Kenya asked for help.", ["2006 aid MAR>KEN"]),
    (
      "Morocco recalled its ambassador in July 2006 after Kenya recognised the republic.",
      ["2006-07 appointment MAR>KEN"]
    ),
    // Behind a comma the sentence goes on with its first subject.
    (
      "Kenya recognised Morocco in May 1991, two days after the Emperor resigned, but opened an"
        + " embassy only in 1995.",
      ["1991-05 recognition KEN>MAR", "1995 establishment KEN>MAR"]
    ),
    (
      "The two spoke by telephone three days after Russia had invaded Ukraine in February 2022.", []
    ),
    (
      "The two ministers spoke by telephone on 3 April 2021.",
      ["2021-04-03 meeting KEN+MAR>"]
    ),
    // Whose means they are.
    (
      "The school at Nakuru, built with Moroccan money between 2006 and 2010, trains sixty rangers.",
      ["2006/2010 construction MAR>KEN"]
    ),
    ("In May 2022 Kenya promised to pay 4 million dollars.", ["2022-05 aid KEN>MAR"]),
    // Who teaches is no learner, wherever he does.
    (
      "Moroccan officers have taught at the staff college in Karen since 2005.",
      ["2005/.. training MAR>KEN"]
    ),
    // Whence one comes is not where one goes.
    ("Minister Amina came from Macau in March 2014.", ["2014-03 visit KEN>MAR"]),
    (
      "In July 2019 an ensemble from Rabat played at the festival in Mombasa.",
      ["2019-07 cultural_event MAR>KEN"]
    ),
    // What points back goes on with the deed before it.
    (
      "Morocco sent fifty doctors to Nairobi in March 2020. Fifty more arrived in May 2021.",
      ["2020-03 aid MAR>KEN", "2021-05 aid MAR>KEN"]
    ),
    // A port call and a minister’s stay are two visits.
    (
      "Foreign Minister Bourita was in Nairobi on 3 May 2019. The Moroccan frigate sailed into Mombasa on"
        + " 4 May 2019.",
      ["2019-05-03 visit MAR>KEN", "2019-05-04 visit MAR>KEN"]
    ),
    // Whose help it is as a rule.
    (
      "Kenya became a partner country of Morocco’s development cooperation in 2010. Moroccan aid has grown. Two"
        + " schools were handed over in May 2014.",
      ["2010 aid MAR>KEN", "2014-05 construction MAR>KEN"]
    ),
    // A list of visitors keeps its direction.
    (
      "They recalled the visits to Morocco by President Moi in 1978, and by Vice-President Saitoti in 2002.",
      ["1978 visit KEN>MAR", "2002 visit KEN>MAR"]
    ),
    // Goals, notices and what relatives did are no deeds of states.
    ("The presidents set a target of 200 million dollars by 2030.", []),
    ("Companies who wish to meet them should write to us by 15 May 2023.", []),
    ("My grandfather lay at anchor off Mombasa in 1952.", []),
    // What will be is none of the visit that is over.
    (
      "President Kenyatta made a state visit to Morocco on 29 and 30 April 2023. The two presidents will meet"
        + " again at the summit.",
      ["2023-04-29/2023-04-30 visit KEN>MAR"]
    ),
  ])
  func whoActs(_ text: String, _ events: [String]) throws {
    #expect(try Self.events(text).map(\.told) == events, "\(text)")
  }

  /// "In 1975, … on 4 July": one day.
  @Test func aYearBeforeItsDayIsNoOtherDate() throws {
    let text = "In 1975, the year of its independence, Kenya recognised Morocco on 4 July."
    #expect(try Self.events(text).map(\.told) == ["1975-07-04 recognition KEN>MAR"])
  }

  /// Each figure is of the year beside it.
  @Test(arguments: [
    "Trade rose from 62 million dollars in 2012 to 104 million dollars in 2019.",
    "Trade was worth 62 million dollars in 2012 and 104 million in 2019.",
  ])
  func figuresOfTwoYears(_ text: String) throws {
    let events = try Self.events(text)
    #expect(events.map(\.told) == ["2012 trade KEN+MAR>", "2019 trade KEN+MAR>"])
    #expect(
      events.map(\.amounts) == [
        [Amount(value: 62_000_000, unit: "USD")], [Amount(value: 104_000_000, unit: "USD")],
      ])
  }

  /// "…; a year ago, we …" begins another deed.
  @Test func aDateBehindASemicolonBeginsADeed() throws {
    let text =
      "Kenya convened the conference on 17 June 2021, and pledged 115 million dollars; in May 2022"
      + " Kenya promised to pay 4 million dollars more."
    let aid = try Self.events(text).filter { $0.told.contains("aid") }
    #expect(aid.map(\.told) == ["2021-06-17 aid KEN>MAR", "2022-05 aid KEN>MAR"])
    #expect(aid.map { $0.amounts.map(\.value) } == [[115_000_000], [4_000_000]])
  }

  private static func events(_ text: String) throws -> [(told: String, amounts: [Amount])] {
    let document = try DocumentReader.read(
      path: "a.txt", bytes: Array("---\ndate: 2023-05-01\n---\n\n\(text)".utf8))
    return Extractor.extract([document], settings: .init(parties: ["KEN", "MAR"])).ledger.events
      .map(\.content).map { content in
        let sides =
          content.actors.joined(separator: "+") + ">" + content.recipients.joined(separator: "+")
        return (
          "\(content.date?.description ?? "") \(content.type.rawValue) \(sides)", content.amounts
        )
      }
  }
}
