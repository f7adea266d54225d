/// Sorts tokens into classes that no test of a program tells apart.
struct RuleAlphabet: Sendable {
  /// How many classes there are.
  private(set) var count = 0
  /// For each class the tests that its tokens pass, one bit a test.
  private(set) var bits: [UInt64] = []
  private var numbers: [[UInt64]: UInt16] = [:]
  /// Words of bits for each class.
  let width: Int

  init(tests: Int) { width = (tests + 63) / 64 }

  /// The class of tokens that pass these tests and no others.
  mutating func add(passing tests: [Int]) -> UInt16 {
    var row = [UInt64](repeating: 0, count: width)
    for test in tests { row[test / 64] |= 1 << UInt64(test % 64) }
    if let number = numbers[row] { return number }
    let number = UInt16(count)
    count += 1
    bits += row
    numbers[row] = number
    return number
  }
}
