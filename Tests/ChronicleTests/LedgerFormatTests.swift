import Chronology
import Diagnostics
import Testing

@testable import Chronicle

/// One ledger with every field filled in, and its near-empty neighbours.
enum Sample {
  static func event(_ id: String, _ date: String?, _ change: (inout Content) -> Void = { _ in })
    -> Event
  {
    var content = Content()
    content.headline = "Event \(id)"
    content.date = date.flatMap { EDTF($0) }
    content.dateBasis = date == nil ? .none : .explicit
    change(&content)
    return Event(id: id, content: content, mentions: [mention])
  }

  static let mention = Mention(
    document: "S1", start: 10, end: 42, line: 3, quote: "They met, \"at last\"; in Baku.",
    dateText: "11 March 2015", rules: ["visit/head-of-state", "time/day-month-year"])

  static var full: Event {
    var event = event("abc1234", "2015-03-11/2015-03-14") { content in
      content.headline = "President visits Baku"
      content.proposedDate = EDTF("2016-04").map {
        ProposedDate(date: $0, reason: "2106 lies ahead")
      }
      content.dateBasis = .relative
      content.type = .transportLink
      content.domain = .energy
      content.secondaryDomains = [.political, .culture]
      content.status = .planned
      content.actors = ["AZE", "PAK"]
      content.recipients = ["OIC"]
      content.participants = [
        Participant(name: "Mamnoon Hussain", role: "President", side: "PAK"),
        Participant(name: "Rəhim", role: "", side: nil),
      ]
      content.places = ["Baku", "Islamabad"]
      content.amounts = [
        Amount(value: 1_000_000, unit: "USD"), Amount(value: 1.5, unit: "persons"),
      ]
      content.isAggregate = true
      content.flags = ["contested", "implausible_year"]
      content.confidence = 0.85
      content.reasons = [Reason("date", "as written"), Reason("domain", "gas")]
    }
    event.aliases = ["zzz9999"]
    event.partOf = "b"
    return event
  }

  static let ledger = Ledger(
    asOf: Day(year: 2017, month: 1, day: 16), parties: ["PAK", "AZE"],
    documents: [
      DocumentRecord(
        id: "S1", path: "seeds/a.txt", title: "A “title”", date: EDTF("2017-01-16"),
        author: "K. Qaiser", publisher: "News", side: "PAK", voice: "Ambassador of Pakistan",
        marking: "OFFICIAL", sha256: "00ff"),
      DocumentRecord(id: "S2", path: "seeds/b.html", title: "", sha256: "11"),
    ],
    events: [event("d", nil), full, event("b", "1992-06")],
    openings: [Opening(domain: .economy, mention: mention)])
}

@Suite struct `The ledger as JSON` {
  @Test func `reading what was written gives the same bytes again`() throws {
    let bytes = LedgerJSON.write(Sample.ledger)
    let back = try LedgerJSON.read(bytes)
    #expect(LedgerJSON.write(back) == bytes)
    #expect(back.events.map(\.id) == ["b", "abc1234", "d"])
    #expect(back.events[1].content == Sample.full.content)
    #expect(back.events[1].mentions == Sample.full.mentions)
    #expect(back.documents == Sample.ledger.documents)
    #expect(back.openings == Sample.ledger.openings)
  }

  @Test func `the members stand in a fixed order`() throws {
    let value = try JSON.read(LedgerJSON.write(Sample.ledger))
    #expect(
      names(value) == [
        "format", "as_of", "parties", "documents", "events", "undated", "openings",
        "decisions",
      ])
    #expect(
      names(try JSON.read(LedgerJSON.write(Sample.full))) == [
        "id", "aliases", "headline", "date", "proposed_date", "date_basis", "type", "plover",
        "domain", "secondary_domains", "status", "actors", "recipients", "participants", "places",
        "amounts", "part_of", "aggregate", "flags", "confidence", "reasons", "mentions",
      ])
    #expect(value["undated"] == 1)
    #expect(value["as_of"] == "2017-01-16")
  }

  @Test(arguments: [
    ("{", "expected a name in quotes"),
    ("[1, 2", "expected a comma or ]"),
    ("{}", "format is not a string"),
    (#"{"format": "other/1"}"#, #"format is not "briefing-events/1""#),
  ])
  func `a file that is none is named with its fault`(_ text: String, _ message: String) {
    let failure = #expect(throws: Failure.self) {
      try LedgerJSON.read(Array(text.utf8), path: "x.json")
    }
    #expect(failure?.diagnostic.message.contains(message) == true)
    #expect(failure?.diagnostic.path == "x.json")
  }

  @Test func `a wrong value is named by its path`() {
    let text = String(decoding: LedgerJSON.write(Sample.ledger), as: UTF8.self)
    let broken = text.split(separator: "\"type\": \"transport_link\"").joined(
      separator: "\"type\": \"walk\"")
    let failure = #expect(throws: Failure.self) { try LedgerJSON.read(Array(broken.utf8)) }
    #expect(failure?.diagnostic.message == "events[1].type is not a type of event")
  }

  private func names(_ value: JSON) -> [String] {
    guard case .object(let members) = value else { return [] }
    return members.map(\.name)
  }
}

@Suite struct `The ledger as a table` {
  @Test func `has one row an event and quotes what needs it`() {
    let text = String(decoding: LedgerCSV.write(Sample.ledger), as: UTF8.self)
    let lines = text.split(separator: "\r\n")
    #expect(lines.count == 4)
    #expect(lines[0].split(separator: ",").count == LedgerCSV.columns.count)
    #expect(lines[2].hasPrefix("abc1234,2015-03-11/2015-03-14,2015-03-11,2015-03-14,relative,"))
    #expect(lines[2].contains("President Mamnoon Hussain; Rəhim"))
    #expect(lines[2].contains("1000000 USD; 1.5 persons"))
    #expect(lines[2].hasSuffix(#""They met, ""at last""; in Baku.""#))
  }

  @Test(arguments: [
    (["a", "b"], "a,b\r\n"), (["", ""], ",\r\n"), (["a,b"], "\"a,b\"\r\n"),
    (["a\nb"], "\"a\nb\"\r\n"), (["\""], "\"\"\"\"\r\n"), (["ə;’"], "ə;’\r\n"),
  ])
  func `a record`(_ cells: [String], _ expected: String) {
    #expect(LedgerCSV.line(cells) == expected)
  }
}

@Suite struct `The ledger as a calendar` {
  private func text(_ events: [Event]) -> String {
    let ledger = Ledger(
      asOf: Day(year: 2017, month: 1, day: 16), parties: [], documents: [], events: events)
    return String(decoding: LedgerICS.write(ledger), as: UTF8.self)
  }

  @Test func `a visit of four days ends on the fifth, exclusive`() {
    let text = text([Sample.event("a", "2015-03-11/2015-03-14")])
    #expect(text.contains("DTSTART;VALUE=DATE:20150311\r\nDTEND;VALUE=DATE:20150315\r\n"))
    #expect(text.contains("DTSTAMP:20170116T000000Z\r\n"))
    #expect(text.contains("STATUS:CONFIRMED"))
    #expect(text.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"))
    #expect(text.hasSuffix("END:VEVENT\r\nEND:VCALENDAR\r\n"))
  }

  @Test func `what is ongoing stands on its first day`() {
    let text = text([Sample.event("a", "2015-03-11/..") { $0.status = .ongoing }])
    #expect(text.contains("DTSTART;VALUE=DATE:20150311\r\nDTEND;VALUE=DATE:20150312\r\n"))
  }

  @Test func `what is planned is tentative`() {
    let text = text([Sample.event("a", "2017-06-09") { $0.status = .planned }])
    #expect(text.contains("STATUS:TENTATIVE"))
  }

  @Test func `nothing without a known first day, nothing conditional, doubtful or total`() {
    let text = text([
      Sample.event("a", nil), Sample.event("b", "2015"), Sample.event("c", "2015-03"),
      Sample.event("d", "../2015-03-11"),
      Sample.event("e", "2015-03-11") { $0.isAggregate = true },
      Sample.event("f", "2015-03-11") { $0.status = .hypothetical },
      Sample.event("g", "2106-04-26") {
        $0.proposedDate = ProposedDate(date: EDTF("2016-04-26")!, reason: "misprint")
      },
    ])
    #expect(!text.contains("VEVENT"))
  }

  @Test func `no line is longer than 75 octets, and unfolding gives the line back`() {
    let line = "SUMMARY:" + String(repeating: "Azərbaycan və Pakistan ", count: 20)
    let bytes = LedgerICS.folded(line)
    let text = String(decoding: bytes, as: UTF8.self)
    for piece in text.split(separator: "\r\n") { #expect(piece.utf8.count <= 75) }
    #expect(text.split(separator: "\r\n ").joined() == line + "\r\n")
  }

  @Test func `commas, semicolons and line breaks are escaped`() {
    let text = text([Sample.event("a", "2015-03-11") { $0.headline = "a, b; c\\d\ne" }])
    #expect(text.contains(#"SUMMARY:a\, b\; c\\d\ne"#))
  }
}
