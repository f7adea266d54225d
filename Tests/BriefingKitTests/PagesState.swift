import Chronicle
import Chronology
import Drawing
import Layout
import Testing

@testable import BriefingKit

@Suite struct `The state of play` {
  private func rows(_ events: [Event], _ change: (inout Ledger) -> Void = { _ in }) -> [String] {
    var ledger = ledger(events)
    change(&ledger)
    let story = Story(ledger, BriefingSettings())
    let setter = Typesetter(FixedMeasurer(advance: 0.5), grid: PageStyle.grid)
    let writer = PageWriter(story: story, setter: setter, pages: nil, figure: { _, _ in nil })
    let all = StateSection(writer: writer).blocks.compactMap { $0 as? Table }
    return all.flatMap(\.rows).map { row in
      row.cells.flatMap(\.blocks).compactMap { block in
        (block as? Paragraph)?.runs.map(\.string).joined().loosened
      }.filter { !$0.isEmpty }.joined(separator: " | ")
    }
  }

  private func deed(_ id: String, _ date: String?, _ status: Status, _ type: EventType = .visit)
    -> Event
  {
    event(id, date, type, from: ["FIN", "NAM"]) { $0.status = status }
  }

  @Test func `announces nothing that is past`() {
    let told = rows([deed("a", "2015-05", .planned), deed("b", "2017-05", .planned)])
    #expect(told.contains { $0.hasPrefix("Announced") && $0.contains("Event b") })
    #expect(!told.contains { $0.hasPrefix("Announced") && $0.contains("Event a") })
  }

  @Test func `says of a domain what is left to say`() {
    let told = rows(
      [deed("a", "2015-05", .planned, .agreement)].map { event in
        var event = event
        event.content.type = .culturalEvent
        event.content.domain = .culture
        return event
      })
    #expect(told.contains { $0.hasPrefix("Planned earlier") && $0.contains("Event a") })
  }

  @Test func `has no condition whose time is over`() {
    let told = rows([deed("a", "2015-05", .hypothetical), deed("b", "2017-05", .hypothetical)])
    #expect(told.filter { $0.contains("Sentence of") }.count == 1)
    #expect(told.contains { $0.hasPrefix("On a condition | May 2017. “Sentence of b” [2]") })
  }

  @Test func `quotes the newest amounts first, with their dates`() {
    let told = rows(
      ["2010", "2012"].map { year in
        event(year, year, .aid, from: ["FIN"], to: ["NAM"]) {
          $0.amounts = [Amount(value: 1, unit: "USD")]
        }
      })
    let first = told.first { $0.hasPrefix("Amounts") }
    #expect(first == "Amounts, as quoted | 2012. “Sentence of 2012” [2]")
  }

  @Test func `has an opening once, and none that is outdated`() {
    func opening(_ domain: Domain, _ quote: String) -> Opening {
      Opening(
        domain: domain,
        mention: Mention(
          document: "S1", start: 0, end: 9, line: 1, quote: quote, dateText: nil, rules: []))
    }
    func told(_ date: String) -> [String] {
      rows([
        event("a", "2016-05", .agreement, .energy, from: ["FIN", "NAM"]),
        event("b", "2016-05", .agreement, .economy, from: ["FIN", "NAM"]),
      ]) { ledger in
        ledger.documents[0].date = EDTF(date)
        ledger.documents.append(
          DocumentRecord(
            id: "S2", path: "b.txt", title: "B", date: EDTF("2017-01-16"), sha256: "cd"))
        ledger.openings = [
          opening(.energy, "Much can be done."), opening(.economy, "Much can be done."),
        ]
      }.filter { $0.contains("Much can be done") }
    }
    #expect(told("2016-12").count == 1)
    #expect(told("2016-12")[0].hasSuffix("S1 l.1, 2016"))
    #expect(told("2016-01").isEmpty)
  }
}
