import Prose

/// The openings of many patterns, of which those are found that can begin at a token.
struct OpeningSet: Sendable {
  /// The row of ``table`` of each word with which one begins; the first is that of all other words.
  private(set) var rows: [WordKey: Int32] = [:]
  private let width: Int
  /// For each row, and behind them for each class, which openings begin so, one bit each.
  private var table: [UInt64] = []
  private var classes: [UInt64]
  /// The classes with which one begins.
  private var someClasses: UInt32 = 0
  /// Whether one begins with any token.
  private var hasAny = false

  init(_ openings: [TokenPattern.Opening]) {
    width = (openings.count + 63) / 64
    classes = [UInt64](repeating: 0, count: 32 * width)
    for word in Set(openings.flatMap(\.words)).sorted(by: { $0.value < $1.value }) {
      rows[word] = Int32(rows.count + 1)
    }
    table = [UInt64](repeating: 0, count: (rows.count + 1) * width)
    for (number, opening) in openings.enumerated() {
      let (column, bit) = (number / 64, UInt64(1) << UInt64(number % 64))
      if let kind = opening.category {
        classes[kind * width + column] |= bit
        someClasses |= 1 << UInt32(kind)
      } else if opening.words.isEmpty {
        hasAny = true
        for row in 0...rows.count { table[row * width + column] |= bit }
      } else {
        for word in opening.words { table[Int(rows[word] ?? 0) * width + column] |= bit }
      }
    }
  }

  /// Calls with the numbers of those that can begin with the word of a row, or a class, ascending.
  @inline(__always)
  func forEach(row: Int, classes kinds: UInt32, _ body: (Int) -> Void) {
    let kinds = kinds & someClasses
    guard row > 0 || kinds != 0 || hasAny else { return }
    for column in 0..<width {
      var found = table[row * width + column]
      var rest = kinds
      while rest != 0 {
        found |= classes[rest.trailingZeroBitCount * width + column]
        rest &= rest - 1
      }
      while found != 0 {
        body(64 * column + found.trailingZeroBitCount)
        found &= found - 1
      }
    }
  }
}
