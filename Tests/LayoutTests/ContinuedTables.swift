import Drawing
import Testing

@testable import Layout

@Suite struct ContinuedTables {
  /// Two rows of a table on each page, its second column the numbers.
  private func pages(_ change: (inout Table) -> Void) -> [[String]] {
    let rows = (1...4).map { number -> Row in
      var row = Row([Cell(), Cell([run("r\(number)")], leading: 12)])
      row.opening = [Paragraph([run("again")], leading: 12, role: nil)]
      return row
    }
    var table = Table([TableColumn(40), TableColumn(40)], rows: rows)
    change(&table)
    return compose([table], width: 100, height: 36).map { texts($0.frame.items).map(\.string) }
  }

  @Test func aRowThatBeginsAPageSaysItsYearAgain() {
    let pages = pages { _ in }
    #expect(pages[0] == ["r1", "r2", "r3"] || pages[0] == ["r1", "r2"])
    #expect(pages[1].filter { $0 == "again" }.count == 1)
  }

  @Test func aTableThatGoesOnSaysOfWhatButNotWhereItBegins() {
    let pages = pages { $0.continuedHead = [Row([Cell([run("on")], leading: 12)])] }
    #expect(!pages[0].contains("on"))
    #expect(pages[1].filter { $0 == "on" }.count == 1)
  }
}

@Suite struct `A label that is said again` {
  private func pages(_ label: String, rows: Int) -> [[(string: String, at: Point)]] {
    let rows = (1...rows).map { number -> Row in
      var row = Row([Cell([run(label)], leading: 12), Cell([run("r\(number)")], leading: 12)])
      row.opening = [Paragraph([run("label on")], leading: 12, role: nil)]
      return row
    }
    return compose(
      [Table([TableColumn(50), TableColumn(40)], rows: rows)], width: 100, height: 36
    ).map { texts($0.frame.items) }
  }

  @Test func `is not where the row has its own`() {
    #expect(!pages("label", rows: 8).joined().contains { $0.string == "label on" })
  }

  @Test func `takes as much room as it needs`() {
    var row = Row([
      Cell([run("label")], leading: 12),
      Cell([Paragraph([run("one")], leading: 12), Paragraph([run("two")], leading: 12)]),
    ])
    row.divides = true
    row.opening = (1...3).map { Paragraph([run("again\($0)")], leading: 12, role: nil) }
    let table = Table(
      [TableColumn(50), TableColumn(40)],
      rows: [row, Row([Cell([run("next")], leading: 12), Cell()])])
    let told = compose([Space(24), Paragraph([run("before")], leading: 24), table], height: 72)
      .map { texts($0.frame.items) }
    for page in told {
      guard let next = page.first(where: { $0.string == "next" }) else { continue }
      for again in page where again.string.hasPrefix("again") { #expect(again.at.y < next.at.y) }
    }
  }

  @Test func `stands at the head of a column`() {
    let rows = (1...8).map { number -> Row in
      var row = Row([
        number == 1 ? Cell([run("7")], leading: 12) : Cell(),
        Cell([run("r\(number)")], leading: 12),
      ])
      if number > 1 { row.opening = [Paragraph([run("7 again")], leading: 12, role: nil)] }
      return row
    }
    let table = Table([TableColumn(10), TableColumn(30)], rows: rows)
    let told = compose([ColumnFlow(count: 2, gap: 10, [table])], width: 100, height: 60)
      .map { texts($0.frame.items) }
    #expect(told.joined().count { $0.string.hasPrefix("7") } == 2)
  }
}

@Suite struct `What is taller than a page` {
  private let words = (1...30).map { "w\($0)" }

  @Test func `a row that divides goes on, with its label again`() {
    var row = Row([
      Cell([run("label")], leading: 12),
      Cell([run(words.joined(separator: " "))], leading: 12),
    ])
    row.divides = true
    row.opening = [Paragraph([run("label on")], leading: 12, role: nil)]
    let table = Table([TableColumn(50), TableColumn(20)], rows: [row])
    let pages = compose([table], width: 100, height: 120)
    let told = pages.map { texts($0.frame.items) }
    #expect(pages.count > 2)
    #expect(
      told.joined().map(\.string).filter { $0.hasPrefix("w") }.map { $0.filter { $0 != " " } }
        == words)
    #expect(told.map { $0.count { $0.string.hasPrefix("label") } } == pages.map { _ in 1 })
    for page in told.dropFirst() {
      let label = page.first { $0.string == "label on" }
      let first = page.first { $0.string.hasPrefix("w") }
      #expect(label?.at.y == first?.at.y)
    }
  }

  @Test func `any row that is taller than most pages divides`() {
    let cell = Cell([run((1...60).map { "w\($0)" }.joined(separator: " "))], leading: 12)
    let table = Table([TableColumn(20)], rows: [Row([cell])])
    let told = compose([table], width: 100, height: 300).flatMap { texts($0.frame.items) }
    #expect(told.allSatisfy { $0.at.y <= 310 })
    #expect(told.count == 60)
  }
}
