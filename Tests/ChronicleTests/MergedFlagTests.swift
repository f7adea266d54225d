import Chronology
import Testing

@testable import Chronicle

@Suite struct `A misprinted year that others mend` {
  private func session(_ date: String, _ flags: [String], at start: Int) -> Assertion {
    var content = Content()
    content.headline = "Sixth session of the commission"
    content.date = EDTF(date)
    if let date = EDTF("2016-04-26"), !flags.isEmpty {
      content.proposedDate = ProposedDate(date: date, reason: "2106 lies ahead")
    }
    content.dateBasis = .explicit
    content.type = .meeting
    content.actors = ["AZE", "PAK"]
    content.flags = flags
    let mention = Mention(
      document: "S\(start)", start: start, end: start + 9, line: 1, quote: "Session \(date).",
      dateText: date, rules: [])
    return Assertion(content: content, mention: mention, subjects: ["#6", "commission"])
  }

  @Test func `is no doubt about the event`() throws {
    let odd = session("2106-04-26", ["implausible_year"], at: 1)
    let sound = session("2016-04-26", [], at: 2)
    for documents in [[[odd], [sound]], [[sound], [odd]]] {
      let events = Merger.events(documents)
      let event = try #require(events.first)
      #expect(events.count == 1)
      #expect(event.content.date == EDTF("2016-04-26"))
      #expect(event.content.flags == [])
    }
    #expect(Merger.events([[odd]]).first?.content.flags == ["implausible_year"])
  }
}
