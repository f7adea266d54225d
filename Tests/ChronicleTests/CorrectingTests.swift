import Chronology
import Testing

@testable import Chronicle

@Suite struct `Decisions about events` {
  private func assertion(
    _ headline: String, _ date: String, _ quote: String, at start: Int, partOf: Int? = nil,
    _ change: (inout Content) -> Void = { _ in }
  ) -> Assertion {
    var content = Content()
    content.headline = headline
    content.date = EDTF(date)
    content.dateBasis = .explicit
    content.type = .meeting
    content.actors = ["AZE", "PAK"]
    change(&content)
    let mention = Mention(
      document: "S1", start: start, end: start + 9, line: 1, quote: quote, dateText: nil, rules: [])
    return Assertion(content: content, mention: mention, partOf: partOf)
  }

  /// A session of a misprinted year, one told twice, a visit with an agreement within it.
  private var ledger: Ledger {
    let session = assertion("Fifth session", "2106-04", "The fifth session met in 2106.", at: 0) {
      $0.proposedDate = EDTF("2016-04").map { ProposedDate(date: $0, reason: "2106 lies ahead") }
      $0.flags = ["implausible_year"]
    }
    let talks = [
      assertion("Talks in Baku", "2015-03-11", "They met in Baku.", at: 20),
      assertion("Talks in Baku", "2015-03-11", "The ministers conferred.", at: 40),
    ]
    let visit = assertion("President visits Baku", "2012-10", "The President came.", at: 60)
    let signed = assertion("Accord", "2012-10", "An accord was signed.", at: 80, partOf: 3)
    return Ledger(
      asOf: nil, parties: ["PAK", "AZE"], documents: [],
      events: Merger.events([[session] + talks + [visit, signed]]))
  }

  private func decide(_ action: Correction.Action) -> Correction {
    Correction(action, by: "Desk", why: "It is so")
  }

  private func id(_ headline: String, _ ledger: Ledger) throws -> EventReference {
    EventReference(try #require(ledger.events.first { $0.content.headline == headline }).id)
  }

  @Test func `a proposed date is confirmed`() throws {
    let event = try id("Fifth session", ledger)
    let (result, faults) = Correcting.apply([decide(.correct(event, [.proposedDate]))], to: ledger)
    #expect(faults.isEmpty)
    let content = try #require(result.event(event.text)).content
    #expect(content.date == EDTF("2016-04"))
    #expect(content.proposedDate == nil)
    #expect(content.flags == ["corrected"])
    #expect(
      content.reasons.last?.words == "date 2016-04, was 2106-04; Desk: It is so")
    #expect(
      result.decisions == [
        Decision(
          kind: "correct", events: [event.text], headline: "Fifth session",
          changes: [.init(field: "date", from: "2106-04", to: "2016-04")], by: "Desk",
          why: "It is so")
      ])
    // In its new place.
    #expect(result.events.map(\.id).last == event.text)
    #expect(result.events.count == ledger.events.count)
  }

  @Test func `every field can be corrected`() throws {
    let event = try id("Accord", ledger)
    let session = try id("Fifth session", ledger)
    let changes: [Change] = [
      .headline("Accord on gas"), .date(nil), .type(.agreement), .domain(.energy),
      .status(.planned), .actors(["PAK"]), .recipients(["AZE"]), .places(["Baku"]),
      .partOf(session), .aggregate(true),
    ]
    #expect(changes.map(\.field) == Change.fields)
    let (result, faults) = Correcting.apply([decide(.correct(event, changes))], to: ledger)
    #expect(faults.isEmpty)
    let found = try #require(result.event(event.text))
    #expect(found.content.headline == "Accord on gas")
    #expect(found.content.date == nil)
    #expect(found.content.dateBasis == .none)
    #expect((found.content.type, found.content.domain) == (.agreement, .energy))
    #expect(found.content.status == .planned)
    #expect((found.content.actors, found.content.recipients) == (["PAK"], ["AZE"]))
    #expect(found.content.places == ["Baku"])
    #expect(found.partOf == session.text)
    #expect(found.content.isAggregate)
    #expect(result.decisions.first?.changes.map(\.field) == Change.fields)
  }

  @Test func `merged events are as if the program had merged them`() throws {
    let talks = try id("Talks in Baku", ledger)
    let visit = try id("President visits Baku", ledger)
    let (result, faults) = Correcting.apply([decide(.merge([visit, talks]))], to: ledger)
    #expect(faults.isEmpty)
    #expect(result.events.count == ledger.events.count - 1)
    let one = try #require(result.event(talks.text))
    #expect(result.event(visit.text)?.id == one.id)
    #expect(one.mentions.map(\.start) == [20, 40, 60])
    let old = ledger.events.filter { [talks.text, visit.text].contains($0.id) }
    let names = old.flatMap { [$0.id] + $0.aliases }
    #expect(one.id == names.min())
    #expect(one.aliases == names.filter { $0 != one.id }.sorted())
    // What was within one of them is within both.
    #expect(result.events.first { $0.content.headline == "Accord" }?.partOf == one.id)
  }

  @Test func `a sentence goes apart, with its own words and id`() throws {
    let talks = try id("Talks in Baku", ledger)
    let split = decide(.split(talks, [EventReference("conferred")]))
    let (result, faults) = Correcting.apply([split], to: ledger)
    #expect(faults.isEmpty)
    let both = result.events.filter { $0.content.headline == "Talks in Baku" }
    #expect(both.map(\.mentions.count) == [1, 1])
    let whole = try #require(ledger.event(talks.text))
    #expect(Set(both.map(\.id)) == Set([whole.id] + whole.aliases))
    #expect(both.allSatisfy { $0.content.flags == ["corrected"] && $0.aliases.isEmpty })
  }

  @Test func `a dropped event is gone, what was within it stays`() throws {
    let visit = try id("President visits Baku", ledger)
    let (result, _) = Correcting.apply([decide(.drop(visit))], to: ledger)
    #expect(result.event(visit.text) == nil)
    #expect(result.events.first { $0.content.headline == "Accord" }?.partOf == nil)
    #expect(result.decisions.first?.headline == "President visits Baku")
  }

  @Test func `an event is added with an id of its own`() throws {
    let add = decide(.add(EventReference("Envoy arrives"), [.date(EDTF("2014")), .type(.visit)]))
    let later = decide(.add(EventReference("Envoy arrives"), [.date(EDTF("2015"))]))
    let (result, faults) = Correcting.apply([add, later], to: ledger)
    #expect(faults.isEmpty)
    let added = result.events.filter { $0.mentions.isEmpty }
    #expect(added.map { $0.content.date?.description } == ["2014", "2015"])
    #expect(Set(added.map(\.id)).count == 2)
    #expect(added.allSatisfy { $0.content.flags == ["corrected"] })
  }

  @Test func `the same again changes nothing`() throws {
    let all = [
      decide(.add(EventReference("Envoy arrives"), [.date(EDTF("2014"))])),
      decide(.correct(try id("Fifth session", ledger), [.proposedDate])),
      decide(.drop(try id("Accord", ledger))),
      decide(.split(try id("Talks in Baku", ledger), [EventReference("conferred")])),
    ]
    let once = Correcting.apply(all, to: ledger).ledger
    let twice = Correcting.apply(all, to: once).ledger
    #expect(LedgerJSON.write(once) == LedgerJSON.write(twice))
    // Nor does the order of the file.
    let turned = Correcting.apply(Array(all.reversed()), to: ledger).ledger
    #expect(turned.events.map(LedgerJSON.write) == once.events.map(LedgerJSON.write))
  }

  @Test func `what fits no more is said`() throws {
    let gone = EventReference("0000000")
    let talks = try id("Talks in Baku", ledger)
    let visit = try id("President visits Baku", ledger)
    let words = EventReference("nobody said this")
    let all: [(Correction.Action, Correcting.Fault)] = [
      (.drop(gone), .noEvent(gone)),
      (.correct(talks, [.proposedDate]), .noProposal(talks)),
      (.correct(visit, [.type(.meeting)]), .needless(visit, field: "type")),
      (.correct(visit, [.partOf(gone)]), .noEvent(gone)),
      (.merge([talks, talks]), .sameEvent(talks)),
      (.split(talks, [words]), .noWords(words)),
      (.split(visit, [EventReference("came")]), .nothingLeft(EventReference("came"))),
    ]
    for (action, fault) in all {
      let (result, faults) = Correcting.apply([decide(action)], to: ledger)
      #expect(faults == [fault])
      #expect(result.events.map(LedgerJSON.write) == ledger.events.map(LedgerJSON.write))
      #expect(result.decisions.isEmpty)
    }
    let twice = [
      decide(.correct(talks, [.date(nil)])), decide(.correct(talks, [.date(EDTF("2015"))])),
    ]
    #expect(Correcting.apply(twice, to: ledger).faults == [.twice(talks, field: "date")])
  }

  @Test func `who and why are left out where nobody may know`() throws {
    let event = try id("Fifth session", ledger)
    let (result, _) = Correcting.apply(
      [decide(.correct(event, [.proposedDate]))], to: ledger, namesDeciders: false)
    let text = String(decoding: LedgerJSON.write(result), as: UTF8.self)
    #expect(!text.contains("Desk") && !text.contains("It is so"))
    #expect(result.event(event.text)?.content.date == EDTF("2016-04"))
  }

  @Test func `events json keeps decisions`() throws {
    let event = try id("Fifth session", ledger)
    let (result, _) = Correcting.apply([decide(.correct(event, [.proposedDate]))], to: ledger)
    let read = try LedgerJSON.read(LedgerJSON.write(result))
    #expect(read.decisions == result.decisions)
    #expect(LedgerJSON.write(read) == LedgerJSON.write(result))
  }
}
