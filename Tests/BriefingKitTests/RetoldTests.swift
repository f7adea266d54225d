import Chronicle
import Testing

@testable import BriefingKit

@Suite struct `What may be told twice` {
  private func found(_ events: [Event]) -> [String: String] {
    Retold(events, headlines: [:]).first.mapValues(\.id)
  }

  private func one(
    _ id: String, _ date: String, _ type: EventType, _ headline: String, place: String? = nil,
    states: [String] = ["FIN", "NAM"]
  ) -> Event {
    event(id, date, type, from: states) {
      $0.headline = headline
      $0.places = place.map { [$0] } ?? []
    }
  }

  @Test func `is known by its number, session or words`() {
    #expect(
      found([
        one("a", "2015-02-23/2015-02-25", .agreement, "State visit produces 13 agreements"),
        one("b", "2015-02-24", .agreement, "13 documents signed after the talks"),
      ]) == ["b": "a"])
    #expect(
      found([
        one("a", "2016-04-26/2016-04-27", .meeting, "6th meeting of the JEC held in Oulu"),
        one("b", "2016-04-26/2016-04-27", .establishment, "Commission held its sixth session"),
      ]) == ["b": "a"])
    #expect(
      found([
        one("a", "2018-02", .meeting, "JEC, 7th session, Oulu"),
        one("b", "2018-02-22/2018-02-23", .meeting, "Seventh session, Oulu"),
      ]) == ["b": "a"])
    #expect(
      found([
        one("a", "2021-01-13", .meeting, "Foreign ministers meet in Oulu", place: "Oulu"),
        one("b", "2021-01-13", .visit, "Foreign ministers in Oulu", place: "Oulu"),
      ]) == ["b": "a"])
  }

  @Test func `is not what differs`() {
    let first = one("a", "2015-02-24", .agreement, "13 documents signed")
    let others = [
      one("b", "2015-02-24", .agreement, "15 documents signed"),
      one("b", "2015-03-24", .agreement, "13 papers signed"),
      one("b", "2015", .agreement, "13 papers signed"),
      one("b", "2015-02-24", .agreement, "13 papers signed", states: ["FIN", "SWE"]),
      one("b", "2015-02-24", .trade, "13 ships sold"),
      one("b", "2015-02-24", .agreement, "Loan of 13 million signed"),
    ]
    for other in others { #expect(found([first, other]) == [:], "\(other.content.headline)") }
    var part = one("b", "2015-02-24", .agreement, "13 papers signed")
    part.partOf = "a"
    #expect(found([first, part]) == [:])
    var same = one("b", "2015-02-24", .agreement, "13 papers signed")
    same.mentions = first.mentions
    #expect(found([first, same]) == [:])
    #expect(
      found([
        one("a", "2021-01-13", .meeting, "Foreign ministers meet in Oulu", place: "Oulu"),
        one("b", "2021-01-13", .visit, "President Aho visits Oulu", place: "Oulu"),
      ]) == [:])
  }
}
