import Chronicle
import Diagnostics
import Prose

/// The column of a table whose head names the money of the bare numbers below it: "Budget (US$)",
/// "Cost in million euros".
struct MoneyColumn {
  /// From 0.
  private let index: Int
  /// Columns of the table.
  private let count: Int
  /// ISO 4217 code.
  private let unit: String
  private let factor: Double

  /// Nil where no cell of the head names a currency, or more than one does.
  init?(head: Block, _ tokens: [Token]) {
    let units = Units.builtIn
    var found: [(index: Int, unit: String, factor: Double)] = []
    for (index, cell) in head.cells.enumerated() {
      let range = Self.place(of: cell, tokens)
      let unit = range.lazy.compactMap {
        units.currency(at: $0, tokens, range.upperBound)?.0
      }.first
      guard let unit else { continue }
      let factor = range.lazy.compactMap {
        units.scale(at: $0, tokens, range.upperBound, isMoney: true)?.0
      }.first
      found.append((index, unit, factor ?? 1))
    }
    guard found.count == 1, let only = found.first else { return nil }
    index = only.index
    count = head.cells.count
    unit = only.unit
    factor = only.factor
  }

  /// The sum in a row and the tokens of its cell; nil where the cell holds more than a number, or the row
  /// has other columns.
  func sum(in row: Block, _ tokens: [Token], of text: SourceText)
    -> (amount: Amount, cell: Range<Int>)?
  {
    guard row.cells.count == count else { return nil }
    let cell = Self.place(of: row.cells[index], tokens)
    guard !cell.isEmpty,
      let (value, next) = AmountReader.number(at: cell.lowerBound, tokens, text, cell.upperBound),
      next == cell.upperBound
    else { return nil }
    return (Amount(value: (value * factor * 1000).rounded() / 1000, unit: unit), cell)
  }

  private static func place(of cell: Span, _ tokens: [Token]) -> Range<Int> {
    let start = tokens.firstIndex { $0.start >= cell.start } ?? tokens.count
    let end = tokens[start...].firstIndex { $0.start >= cell.end } ?? tokens.count
    return start..<end
  }
}
