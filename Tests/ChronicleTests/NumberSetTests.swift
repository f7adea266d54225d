import Testing

@testable import Chronicle

@Suite struct `Sets of numbers` {
  private func set(_ numbers: [Int]) -> NumberSet {
    var set = NumberSet()
    for number in numbers { set.insert(number) }
    return set
  }

  @Test(arguments: [
    ([], []), ([1], []), ([1], [1]), ([1, 70], [70]), ([1, 70], [70, 1]), ([63, 64], [64, 65]),
    ([70, 80], [80, 70, 90]), ([5], [69]),
  ])
  func `are compared as sets`(_ a: [Int], _ b: [Int]) {
    let (x, y) = (Set(a), Set(b))
    #expect((set(a) == set(b)) == (x == y))
    #expect(set(a).isSubset(of: set(b)) == x.isSubset(of: y))
    #expect(set(a).meets(set(b)) == !x.isDisjoint(with: y))
    #expect(set(a).union(set(b)) == set(a + b))
    #expect(set(a).isEmpty == x.isEmpty)
  }
}
