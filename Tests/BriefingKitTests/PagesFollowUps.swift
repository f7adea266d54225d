import Chronicle
import Testing

@testable import BriefingKit

@Suite struct `What became of agreements` {
  private func told(
    _ id: String, _ date: String?, _ headline: String, _ quote: String? = nil,
    _ type: EventType = .agreement, partOf: String? = nil
  ) -> Event {
    var result = event(id, date, type, from: ["FIN", "NAM"]) { $0.headline = headline }
    result.mentions[0].quote = quote ?? headline
    result.partOf = partOf
    return result
  }

  private func open(_ events: [Event]) -> [String] { story(events).unnamedLater.map(\.id) }

  private func later(_ events: [Event]) -> [String] {
    let story = story(events)
    return story.followUps.of(events[0]).map(\.id)
  }

  private let contract = "Contract for JF-17 aircraft reported signed."

  @Test func `an agreement that can't be told from others is not said to be without`() {
    let sentence = "The two sides signed an agreement in Windhoek."
    #expect(open([told("a", "2010", "Two sides sign an agreement", sentence)]).isEmpty)
    #expect(open([told("a", "2010", "Two countries sign 15 documents")]).isEmpty)
    #expect(open([told("a", "2010", "Contract for JF-17 aircraft", contract)]) == ["a"])
  }

  @Test(
    "a later sentence names it",
    arguments: [
      ("Contract for JF-17 aircraft", "The first JF-17C jets were delivered to Windhoek."),
      ("Baku Declaration", "The speakers reviewed the Baku Declaration."),
      ("Preferential trade agreement", "The preferential trade agreement was signed at last."),
      ("Protocol on customs data", "The protocol for the customs data took effect."),
    ])
  func named(_ headline: String, _ sentence: String) {
    let events = [
      told("a", "2010", headline), told("b", "2014", "Event b", sentence, .other),
    ]
    #expect(later(events) == ["b"])
    #expect(open(events).isEmpty)
  }

  @Test func `a session of the body it made is what came of it`() {
    let events = [
      told("a", "2000-09", "Agreement on the Joint Commission"),
      told(
        "b", "2004-05", "First session", "The first session of the Joint Commission met.", .meeting),
    ]
    #expect(later(events) == ["b"])
  }

  @Test func `other papers are no follow-up`() {
    let events = [
      told("a", "2010", "Joint Declaration on Strategic Partnership"),
      told("b", "2014", "Joint Declaration on Fisheries"),
      told("c", "2015", "Preferential trade agreement"),
      told("d", "2016", "Transit trade agreement"),
    ]
    #expect(later(events) == [])
    #expect(open(events) == ["d", "c", "b", "a"])
  }

  @Test func `what is of the same occasion or earlier is no follow-up`() {
    let paper = told("a", "2010-05-02", "Baku Declaration", partOf: "v")
    let same = told("b", "2010-05-03", "Event b", "On the Baku Declaration.", .other, partOf: "v")
    let before = told("c", "2009", "Event c", "The Baku Declaration is drafted.", .other)
    #expect(later([paper, same, before]) == [])
  }

  @Test func `where its own sentence tells its fate nothing is denied`() {
    let lapsed = told(
      "a", "1995-10", "Fishing accord", "The fishing accord of 1995 was allowed to lapse in 1998.")
    #expect(open([lapsed]).isEmpty)
    #expect(story([lapsed]).followUps.isLapsed(lapsed))
    let undated = told("b", nil, "Event b", "The fishing accord was put to the test.", .other)
    #expect(open([told("a", "1995", "Fishing accord"), undated]).isEmpty)
  }
}
