import Prose

/// Sorts tokens into classes that no test of a program tells apart.
struct RuleAlphabet: Sendable {
  /// For each class the tests that its tokens pass, one bit a test.
  private(set) var passes: [[UInt64]] = []
  private var numbers: [[UInt64]: UInt16] = [:]
  /// An open table of the words that some test knows: key, class in lower case, class capitalised.
  private var keys: [UInt64]
  private var plain: [UInt16]
  private var capital: [UInt16]
  private let mask: Int
  private let width: Int

  /// - Parameter words: how many words will be added at most.
  init(tests: Int, words: Int) {
    width = (tests + 63) / 64
    var size = 64
    while size < words * 3 { size *= 2 }
    mask = size - 1
    keys = Array(repeating: 0, count: size)
    plain = Array(repeating: 0, count: size)
    capital = Array(repeating: 0, count: size)
  }

  /// The class of tokens that pass these tests and no others.
  mutating func add(passing tests: [Int]) -> UInt16 {
    var bits = [UInt64](repeating: 0, count: width)
    for test in tests { bits[test / 64] |= 1 << UInt64(test % 64) }
    if let number = numbers[bits] { return number }
    let number = UInt16(passes.count)
    passes.append(bits)
    numbers[bits] = number
    return number
  }

  /// Says of which class a word is, as it stands and with a capital.
  mutating func add(_ word: WordKey, plain low: UInt16, capital high: UInt16) {
    var slot = Int(truncatingIfNeeded: word.value) & mask
    while keys[slot] != 0, keys[slot] != word.value { slot = (slot + 1) & mask }
    keys[slot] = word.value
    plain[slot] = low
    capital[slot] = high
  }

  /// The class of a word; nil for one that no test knows.
  @inline(__always)
  func find(_ word: WordKey, isCapitalised: Bool) -> UInt16? {
    var slot = Int(truncatingIfNeeded: word.value) & mask
    while keys[slot] != 0 {
      if keys[slot] == word.value { return isCapitalised ? capital[slot] : plain[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Whether tokens of a class pass a test.
  func passes(_ test: Int, _ number: UInt16) -> Bool {
    passes[Int(number)][test / 64] >> UInt64(test % 64) & 1 == 1
  }
}
