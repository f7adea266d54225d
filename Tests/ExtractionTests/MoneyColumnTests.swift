import Chronicle
import Prose
import Testing

@testable import Extraction

/// The head of a table says what money the bare numbers below it are.
@Suite struct MoneyColumnTests {
  static func rows(_ head: String, _ row: String) throws -> [String] {
    let page =
      "---\ndate: 2023-06-01\nparties: [FRA, KEN]\n---\n\n# French aid to Kenya\n\n"
      + "\(head)\n|---|---|---|\n\(row)\n"
    let document = try DocumentReader.read(path: "a.md", bytes: Array(page.utf8))
    return Extractor.extract([document]).ledger.events.map { event in
      let sums = event.content.amounts.map { "\(Int($0.value)) \($0.unit)" }
      return "\(event.content.headline): \(sums.joined(separator: ", "))"
    }
  }

  @Test(arguments: [
    ("| Year | Project | Budget (US$) |", "5,600,000", ": 5600000 USD"),
    ("| Year | Project | Cost (EUR million) |", "4.5", ": 4500000 EUR"),
    // No money is named, two are, or the cell says more.
    ("| Year | Project | Beds |", "120", ": "),
    ("| Year | Grant (EUR) | Loan (US$) |", "120", ": "),
    ("| Year | Project | Budget (US$) |", "see 5", ": "),
  ])
  func aBareNumberHasTheMoneyOfItsHead(head: String, cell: String, sum: String) throws {
    let rows = try Self.rows(head, "| 2012 | Hospital in Mombasa opened | \(cell) |")
    #expect(rows.count == 1)
    #expect(rows.first?.hasSuffix(sum) == true)
  }

  @Test func theNumberIsNoPartOfTheHeadline() throws {
    #expect(
      try Self.rows(
        "| Year | Project | Budget (US$) |", "| 2012 | Hospital in Mombasa opened | 5,600,000 |")
        == ["Hospital in Mombasa opens: 5600000 USD"])
  }
}
