import Chronicle
import Chronology
import Prose
import Testing

@testable import Extraction

/// What one sentence tells beside another: papers signed together, deeds of the same visit, what is denied
/// of a thing that was done.
@Suite struct SequenceTests {
  static func told(_ text: String, date: String = "2023-06-01") throws -> [String] {
    let page = "---\ndate: \(date)\nparties: [FRA, KEN]\n---\n\n\(text)\n"
    let document = try DocumentReader.read(path: "a.md", bytes: Array(page.utf8))
    return Extractor.extract([document]).ledger.events.map { event in
      let content = event.content
      return "\(content.date?.description ?? "–") \(content.type.rawValue)"
        + " \(content.actors.joined(separator: "+"))>\(content.recipients.joined(separator: "+"))"
    }
  }

  @Test(arguments: [
    // Papers of two kinds are two, of one day.
    (
      "They signed an agreement on trade and a memorandum on sport on 4 May 2021.",
      ["2021-05-04 agreement FRA+KEN>", "2021-05-04 agreement FRA+KEN>"]
    ),
    // The changed paper has its own day, the change that of the talks.
    (
      "Consultations were held in Paris on 22 April 2022. The delegations initialled a protocol to the tax agreement of 4 December 2007.",
      [
        "2007-12-04 agreement FRA+KEN>", "2022-04-22 agreement FRA+KEN>",
        "2022-04-22 consultation FRA+KEN>",
      ]
    ),
    (
      "The air services agreement signed in Paris in January 2001 has never carried a passenger.",
      ["2001-01 agreement FRA+KEN>"]
    ),
    (
      "President Moi was in Paris in September 1988, for five days. The university made him an honorary doctor.",
      ["1988-09 award FRA>KEN", "1988-09 visit KEN>FRA"]
    ),
    (
      "The agreement, signed on 25 January 2022, provides for 20 scholarships a year.",
      ["2022-01-25 agreement FRA+KEN>"]
    ),
    // What he travelled for was done then.
    (
      "The French Foreign Minister travelled to Nairobi in April 2014 to open his country’s embassy there.",
      ["2014-04 establishment FRA>KEN", "2014-04 visit FRA>KEN"]
    ),
    // Put off, and to be held after all.
    (
      "The third round of consultations, which should have been held in April 2020, could not take place and has been rescheduled for 7 and 8 September 2023.",
      ["2023-09-07/2023-09-08 consultation FRA+KEN>"]
    ),
    // A verb of the past tells of no day to come.
    ("The memorandum was signed in Paris on 9 February 2032.", ["2032-02-09 agreement FRA+KEN>"]),
  ])
  func eachDeedHasItsOwnDay(text: String, deeds: [String]) throws {
    #expect(try Self.told(text).sorted() == deeds)
  }

  @Test(arguments: [
    (
      "France thanked Kenya for having supported its candidature in October 2022.",
      "support KEN>FRA"
    ),
    (
      "The Kenyan side was grateful for the 500,000 doses of vaccine which France had delivered in May 2022.",
      "aid FRA>KEN"
    ),
    ("In June 2017 France had Kenya’s vote for its seat on the Council.", "support KEN>FRA"),
    (
      "Seven Kenyans began master’s studies in Lyon in September 2021 on scholarships.",
      "scholarship FRA>KEN"
    ),
  ])
  func whoGaveIsWhoIsThanked(text: String, deed: String) throws {
    #expect(try Self.told(text).contains { $0.hasSuffix(deed) })
  }

  @Test func whatIsPlannedUnderAConditionIsHypothetical() throws {
    let page =
      "---\ndate: 2023-06-01\nparties: [FRA, KEN]\n---\n\nShould enough bookings be made, Kenya Airways would fly to Lyon in December 2023.\n"
    let document = try DocumentReader.read(path: "a.md", bytes: Array(page.utf8))
    #expect(Extractor.extract([document]).ledger.events.map(\.content.status) == [.hypothetical])
  }
}
