import Chronicle
import Chronology
import Diagnostics
import Testing

@testable import BriefingKit

@Suite struct `Editions` {
  private func ledger(_ sha: String = "aa", headline: String = "Visit", asOf: Int = 16) -> Ledger {
    var content = Content()
    content.headline = headline
    content.date = EDTF("2015")
    return Ledger(
      asOf: Day(year: 2017, month: 1, day: asOf), parties: ["PAK", "AZE"],
      documents: [DocumentRecord(id: "S1", path: "seeds/a.txt", title: "", sha256: sha)],
      events: [Event(id: "e1", content: content, mentions: [])])
  }

  @Test func `the first has no baseline`() {
    let edition = Edition(ledger(), extras: [], previous: nil)
    #expect(edition.number == 1)
    #expect(edition.baseline == nil)
  }

  @Test func `from the same seeds it is the same edition, to the byte`() throws {
    let first = Edition(ledger("aa"), extras: [], previous: nil)
    let second = Edition(ledger("bb"), extras: [], previous: first)
    let again = Edition(ledger("bb"), extras: [], previous: second)
    #expect(second.number == 2)
    #expect(second.baseline?.number == 1)
    #expect(again.bytes() == second.bytes())
  }

  @Test func `another seed, day or filled-in file makes a new edition`() {
    let first = Edition(ledger(), extras: [], previous: nil)
    let yaml = Edition.Entry(name: "seeds/briefing.yaml", digest: "cc")
    #expect(Edition(ledger("bb"), extras: [], previous: first).number == 2)
    #expect(Edition(ledger(asOf: 17), extras: [], previous: first).number == 2)
    #expect(Edition(ledger(), extras: [yaml], previous: first).number == 2)
    #expect(Edition(ledger(), extras: [], previous: first).number == 1)
  }

  @Test func `an event that says something else has another digest`() {
    let one = Edition(ledger(), extras: [], previous: nil)
    let other = Edition(ledger(headline: "Call"), extras: [], previous: nil)
    #expect(one.events.map(\.name) == other.events.map(\.name))
    #expect(one.events != other.events)
  }

  @Test func `what the one before counted is kept, with its number`() throws {
    let first = Edition(ledger("aa"), extras: [], previous: nil)
    let read = try Edition.read(first.bytes(), path: "edition.json")
    let second = Edition(ledger("bb"), extras: [], previous: read)
    let counts = try #require(PreviousCounts(second.baseline, Language("en-GB")))
    #expect(counts.name == "edition 1")
    #expect(counts.counted[.political] == 1 && counts.counted[.economy] == 0)
    #expect(PreviousCounts(first.baseline, Language("en-GB")) == nil)
  }

  @Test func `the file reads back`() throws {
    let first = Edition(ledger("aa"), extras: [], previous: nil)
    let second = Edition(ledger("bb"), extras: [], previous: first)
    #expect(try Edition.read(second.bytes(), path: "edition.json") == second)
    #expect(try Edition.read(first.bytes(), path: "edition.json") == first)
  }

  @Test(arguments: ["", "{}", "<<<<<<< HEAD", #"{"format":"briefing-edition/1","number":"1"}"#])
  func `what is no edition says how to go on`(_ text: String) {
    let failure = #expect(throws: Failure.self) {
      try Edition.read(Array(text.utf8), path: "Output/edition.json")
    }
    #expect(failure?.diagnostic.hints.first?.contains("--baseline none") == true)
  }
}
