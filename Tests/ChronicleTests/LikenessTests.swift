import Chronology
import Testing

@testable import Chronicle

@Suite struct `Of one happening` {
  private func telling(
    _ type: EventType, _ date: String, _ quote: String, from actors: [String] = ["AZE", "PAK"],
    to recipients: [String] = [], amounts: [Amount] = [], subjects: [String], in document: String
  ) -> Assertion {
    var content = Content()
    content.headline = quote
    content.date = EDTF(date)
    content.dateBasis = .explicit
    content.type = type
    content.actors = actors
    content.recipients = recipients
    content.amounts = amounts
    let mention = Mention(
      document: document, start: 0, end: 9, line: 1, quote: quote, dateText: date, rules: [])
    return Assertion(content: content, mention: mention, subjects: subjects)
  }

  private func count(_ a: Assertion, _ b: Assertion) -> Int { Merger.events([[a], [b]]).count }

  @Test func `are the founding of a body and the agreement that constituted it`() {
    let founding = telling(
      .establishment, "2000-09", "The Commission was formed in September 2000.",
      subjects: ["commission"], in: "S1")
    func paper(_ quote: String) -> Assertion {
      telling(.agreement, "2000-09-11", quote, subjects: ["commission"], in: "S2")
    }
    #expect(count(founding, paper("The Commission was constituted by an agreement.")) == 1)
    #expect(count(founding, paper("The Commission signed an agreement.")) == 2)
  }

  @Test func `are two contracts of a month for one thing with a number in its name`() {
    func contract(_ quote: String, _ date: String, in document: String) -> Assertion {
      telling(
        .agreement, date, quote, subjects: ["contract", document, "a" + document, "b" + document],
        in: document)
    }
    let exact = contract("Contract for JF-17 aircraft signed", "2024-02-22", in: "S1")
    #expect(count(exact, contract("A contract for the JF-17C", "2024-02", in: "S2")) == 1)
    #expect(count(exact, contract("A contract for the Mi-8", "2024-02", in: "S2")) == 2)
    #expect(count(exact, contract("A contract for the JF-17C", "2024", in: "S2")) == 2)
  }

  @Test func `the fuller headline tells it`() {
    func contract(_ headline: String, in document: String) -> Assertion {
      telling(.agreement, "2024-02-22", headline, subjects: ["contract"], in: document)
    }
    let events = Merger.events([
      [contract("Contract signed", in: "S1")],
      [contract("Contract for JF-17 aircraft signed", in: "S2")],
    ])
    #expect(events.map(\.content.headline) == ["Contract for JF-17 aircraft signed"])
  }

  @Test func `are none where the one without a date names another sum`() {
    func gift(_ date: String?, _ amount: Amount?) -> Assertion {
      var gift = telling(
        .aid, date ?? "2021-04", "India gave", from: ["IND"], to: ["TTO"],
        amounts: amount.map { [$0] } ?? [], subjects: ["institute", "gave"], in: "S1")
      if date == nil {
        gift.content.date = nil
        gift.content.dateBasis = .none
      }
      return gift
    }
    let doses = gift("2021-04", Amount(value: 40_000, unit: "doses"))
    #expect(count(doses, gift(nil, nil)) == 1)
    #expect(count(doses, gift(nil, Amount(value: 4_000_000, unit: "USD"))) == 2)
  }

  @Test func `are scholarships of a month of which one teller says how many`() {
    func offer(_ date: String, _ number: Double?, in document: String) -> Assertion {
      telling(
        .scholarship, date, "Scholarships were offered.", from: ["PAK"], to: ["AZE"],
        amounts: number.map { [Amount(value: $0, unit: "scholarships")] } ?? [],
        subjects: [document], in: document)
    }
    let counted = offer("2015-03-11/2015-03-14", 50, in: "S1")
    #expect(count(counted, offer("2015-03", nil, in: "S2")) == 1)
    #expect(count(counted, offer("2015-03", 100, in: "S2")) == 2)
    #expect(count(counted, offer("2015", nil, in: "S2")) == 2)
  }
}
