import Chronicle
import Chronology
import Drawing
import Testing

@testable import BriefingKit

@Suite struct `What pages tell besides` {
  private func groups(_ items: [Item]) -> [Group] {
    items.flatMap { item -> [Group] in
      guard case .group(let group) = item else { return [] }
      return [group] + groups(group.items)
    }
  }

  private func texts(_ items: [Item]) -> [String] {
    items.flatMap { item -> [String] in
      switch item {
      case .path, .image: []
      case .text(let line): [line.string]
      case .group(let group): texts(group.items)
      }
    }
  }

  private func document(_ events: [Event], documents: Int = 1) -> [Item] {
    let told = story(events)
    var ledger = told.ledger
    ledger.documents = (1...documents).map {
      DocumentRecord(
        id: "S\($0)", path: "seeds/\($0).txt", title: "A", date: EDTF("2017-01-16"), sha256: "ab")
    }
    return BriefingMaker(ledger: ledger, settings: told.settings, measurer: FixedMeasurer())
      .document().pages.flatMap(\.frame.items)
  }

  @Test func `marks in tables have words for those who can't see them`() {
    let all = groups(
      document([
        event("a", "2010-05-02", .visit, .energy), event("b", "2011", .visit, .defence),
      ]))
    let cells = all.filter { $0.role == .tableCell }
    let words = cells.flatMap { groups($0.items) }.compactMap(\.alternative)
    for word in ["Energy", "Defence", "day or month", "year only"] {
      #expect(words.contains(word), "\(word)")
    }
  }

  @Test func `all anniversaries are listed, those too that the first page only counts`() {
    let events = (1...9).map { number in
      event("a\(number)", "1992-0\(number)-20", .agreement, from: ["FIN", "NAM"]) {
        $0.headline = "Pact \(number)"
      }
    }
    let words = texts(document(events)).joined(separator: " ")
    for number in 1...9 { #expect(words.contains("25 years: Pact \(number)"), "\(number)") }
  }

  @Test func `a doubtful date says which document has it`() {
    var odd = event("a", "1992", .visit, from: ["FIN"], to: ["NAM"]) {
      $0.flags = ["contradiction"]
    }
    odd.mentions = (1...6).map { number in
      Mention(
        document: "S\(number)", start: 0, end: 9, line: 1, quote: "It was in 199\(number).",
        dateText: "199\(number)", rules: [])
    }
    let words = texts(document([odd], documents: 6)).joined()
      .replacing("\u{A0}", with: " ")
    #expect(words.contains("S1 “It was in 1991”"))
    #expect(words.contains("S4 “It was in 1994”"))
    #expect(!words.contains("S5 “"))
    #expect(words.contains("+2"))
  }
}
