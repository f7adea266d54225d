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
