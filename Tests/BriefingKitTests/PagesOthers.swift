import Chronicle
import Chronology
import Drawing
import Testing

@testable import BriefingKit

@Suite struct `Events of other states` {
  private func pair(_ id: String, _ date: String, _ type: EventType, _ states: [String]) -> Event {
    event(id, date, type, from: states) { $0.headline = "Relations established" }
  }

  private func both(_ type: EventType, _ date: String, planned: Bool = false) -> Story {
    story(
      [("a", ["FIN", "NAM"]), ("b", ["KEN", "FRA"]), ("c", ["FIN", "FRA"])].map { id, states in
        var event = pair(id, date, type, states)
        if planned { event.content.status = .planned }
        if type == .visit { event.content.flags = ["contradiction"] }
        return event
      })
  }

  @Test func `are no anniversaries, announcements or doubts of the parties`() {
    #expect(Anniversary.all(in: both(.establishment, "1992-06")).map(\.event.id) == ["a"])
    #expect(both(.other, "2016", planned: true).overdue.map(\.id) == ["a"])
    #expect(Doubts(story: both(.visit, "2016-05")).grave.map(\.id) == ["a"])
  }

  @Test func `have their names in the headline`() {
    let told = both(.establishment, "1992-06")
    func headline(_ id: String) -> String? {
      told.events.first { $0.id == id }.map(told.namedHeadline)
    }
    #expect(headline("a") == "Relations established")
    #expect(headline("b") == "KEN and FRA: Relations established")
    var named = pair("d", "1992", .visit, ["KEN", "FRA"])
    named.content.headline = "KEN visits FRA"
    #expect(story([named]).namedHeadline(named) == "KEN visits FRA")
  }

  @Test func `that ended are not celebrated`() {
    var ended = event("a", "1997-06", .agreement, from: ["FIN", "NAM"])
    ended.content.headline = "Fishing accord"
    #expect(Anniversary.all(in: story([ended])).count == 1)
    ended.mentions[0].quote = "The fishing accord of June 1997 was allowed to lapse in 1998."
    #expect(Anniversary.all(in: story([ended])).isEmpty)
  }
}
