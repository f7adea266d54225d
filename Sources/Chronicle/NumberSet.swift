/// A set of small numbers, compared with many others: those below 64 are bits.
struct NumberSet: Equatable {
  private var bits: UInt64 = 0
  /// The others, ascending.
  private var rest: [Int] = []

  mutating func insert(_ number: Int) {
    if number < 64 {
      bits |= 1 << UInt64(number)
    } else if !rest.contains(number) {
      rest.append(number)
      rest.sort()
    }
  }

  func union(_ other: NumberSet) -> NumberSet {
    var both = self
    both.bits |= other.bits
    for number in other.rest { both.insert(number) }
    return both
  }

  var isEmpty: Bool { bits == 0 && rest.isEmpty }

  /// Whether both have a number in common.
  func meets(_ other: NumberSet) -> Bool {
    bits & other.bits != 0 || rest.contains(where: other.rest.contains)
  }

  func isSubset(of other: NumberSet) -> Bool {
    bits & ~other.bits == 0 && rest.allSatisfy(other.rest.contains)
  }
}
