import Chronicle
import Diagnostics
import Prose

/// The column of a table whose head names the money of the bare numbers below it: "Budget (US$)",
/// "Cost in million euros".
struct MoneyColumn {
  /// From 0.
  let index: Int
  /// Columns of the table.
  private let count: Int
  /// ISO 4217 code.
  private let unit: String
  private let factor: Double

  /// Nil where no cell of the head names a currency, or more than one does.
  init?(head: Block, _ reading: BlockReading) {
    let units = Units.builtIn
    var found: [(index: Int, unit: String, factor: Double)] = []
    for (index, cell) in head.cells.enumerated() {
      let range = Self.tokens(in: cell, reading)
      let unit = range.lazy.compactMap {
        units.currency(at: $0, reading.tokens, range.upperBound)?.0
      }.first
      guard let unit else { continue }
      let factor = range.lazy.compactMap {
        units.scale(at: $0, reading.tokens, range.upperBound, isMoney: true)?.0
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
  func sum(in row: Block, _ reading: BlockReading) -> (amount: Amount, cell: Range<Int>)? {
    guard row.cells.count == count else { return nil }
    let cell = Self.tokens(in: row.cells[index], reading)
    guard !cell.isEmpty,
      let (value, next) = AmountReader.number(
        at: cell.lowerBound, reading.tokens, reading.text, cell.upperBound),
      next == cell.upperBound
    else { return nil }
    return (Amount(value: (value * factor * 1000).rounded() / 1000, unit: unit), cell)
  }

  /// Whether an amount is the sum's bare number, taken for a count of what the next cell names.
  func isNumber(of sum: Amount, _ amount: Amount) -> Bool { amount.value * factor == sum.value }

  private static func tokens(in cell: Span, _ reading: BlockReading) -> Range<Int> {
    let tokens = reading.tokens
    let start = tokens.firstIndex { $0.start >= cell.start } ?? tokens.count
    let end = tokens[start...].firstIndex { $0.start >= cell.end } ?? tokens.count
    return start..<end
  }
}
