/// Runs all patterns of a program at once, from left to right, each token looked at once.
///
/// A deterministic automaton whose states are made when they are first needed. What a token is to
/// the rules is its class in a ``RuleAlphabet``. Not for use by two threads at a time, and no part of
/// it is used while another changes it: nobody has to watch over that as it runs.
final class RuleAutomaton {
  private let machine: RuleMachine
  private let width: Int
  /// By state, class and whether the token touches the one before: the next state, with ``accepting``
  /// where a pattern matches; 0 is the end of all matches, -1 not made yet.
  @exclusivity(unchecked) private var table: UnsafeMutablePointer<Int16>
  /// For so many states.
  @exclusivity(unchecked) private var room = 64
  /// Instructions at which each state waits: tests, adjacencies and accepts.
  @exclusivity(unchecked) private var waiting: [[Int32]] = []
  /// Whether some of them are adjacencies: only then it matters what stands before the next token.
  @exclusivity(unchecked) private var asksForGlue: [Bool] = []
  /// Numbers of the patterns that match when a state is reached, in order.
  @exclusivity(unchecked) private var accepts: [[Int]] = []
  private static let accepting: Int16 = 1 << 14
  @exclusivity(unchecked) private var numbers: [[Int32]: Int16] = [:]
  /// Where patterns matched on the way through a match.
  @exclusivity(unchecked) private var ends = UnsafeMutableBufferPointer<End>.allocate(capacity: 64)
  /// When each instruction was last gone to.
  private let visits: UnsafeMutablePointer<Int>
  @exclusivity(unchecked) private var visit = 0

  static let start: Int16 = 1
  /// So many states are kept; then all are forgotten and made anew.
  private static let limit = 6000
  /// No match ever needs so many more.
  private static let most = 1 << 14 - 1

  init(_ machine: RuleMachine) {
    self.machine = machine
    width = machine.alphabet.count * 2
    table = .allocate(capacity: room * width)
    visits = .allocate(capacity: machine.code.count)
    visits.initialize(repeating: 0, count: machine.code.count)
    reset()
  }

  deinit {
    table.deallocate()
    ends.deallocate()
    visits.deallocate()
  }

  private func reset() {
    waiting = []
    asksForGlue = []
    accepts = []
    numbers = [:]
    _ = state([])
    var closure: [Int32] = []
    visit += 1
    for start in machine.program.starts { go(to: Int32(start), nil, &closure) }
    _ = state(closure.sorted())
  }

  private func state(_ set: [Int32]) -> Int16 {
    if let number = numbers[set] { return number }
    guard waiting.count < Self.most else { return 0 }
    let number = Int16(waiting.count)
    numbers[set] = number
    waiting.append(set)
    asksForGlue.append(
      set.contains { pc in
        if case .adjacent = machine.code[Int(pc)] { return true }
        return false
      })
    if Int(number) == room { grow() }
    (table + Int(number) * width).initialize(repeating: set.isEmpty ? 0 : -1, count: width)
    accepts.append(
      set.compactMap { pc in
        if case .accept(let rule) = machine.code[Int(pc)] { return Int(rule) }
        return nil
      }.sorted())
    return number
  }

  private func grow() {
    let larger = UnsafeMutablePointer<Int16>.allocate(capacity: 2 * room * width)
    larger.initialize(from: table, count: room * width)
    table.deallocate()
    table = larger
    room *= 2
  }

  /// The state after a token.
  @inline(__always)
  func next(_ state: Int16, _ token: UInt16, isGlued: Bool) -> Int16 {
    let number = state & ~Self.accepting
    let cell = Int(number) &* width &+ Int(token) &* 2 &+ (isGlued ? 1 : 0)
    let known = table[cell]
    return known >= 0 ? known : make(number, token, isGlued)
  }

  /// The first item from one on at which a match may begin, by it and the next, or a date stands; or
  /// the end.
  func beginning(_ items: UnsafeBufferPointer<RuleItem>, from start: Int) -> Int {
    let row = table + Int(Self.start) * width
    let last = items.count - 1
    var i = start
    while i <= last {
      let state = row[Int(items[i].number) &* 2]
      if state != 0 || items[i].date >= 0 {
        // What is not made yet, or may end here, is looked at by others.
        guard i < last, state > 0, state & Self.accepting == 0, items[i].date < 0 else { return i }
        let next = Int(items[i + 1].number) &* 2 &+ (items[i + 1].isGlued ? 1 : 0)
        if table[Int(state) &* width &+ next] != 0, items[i + 1].start == items[i].end { return i }
      }
      i += 1
    }
    return i
  }

  /// The end of a match, in items, and the state there.
  struct End {
    var item: Int
    var state: Int16
  }

  /// The matches from an item on, the shortest first; they stand until the next are asked for.
  func matches(_ items: UnsafeBufferPointer<RuleItem>, at start: Int) -> UnsafeBufferPointer<End> {
    if waiting.count > Self.limit { reset() }
    var count = 0
    var state = next(Self.start, items[start].number, isGlued: false)
    var i = start + 1
    while state != 0 {
      if hasAccept(state) {
        if count == ends.count { growEnds() }
        ends[count] = End(item: i, state: state)
        count += 1
      }
      guard i < items.count, items[i].start == items[i - 1].end else { break }
      state = next(state, items[i].number, isGlued: items[i].isGlued)
      i += 1
    }
    return UnsafeBufferPointer(rebasing: ends[..<count])
  }

  private func growEnds() {
    let larger = UnsafeMutableBufferPointer<End>.allocate(capacity: 2 * ends.count)
    _ = larger.initialize(from: ends)
    ends.deallocate()
    ends = larger
  }

  /// Whether a pattern matches when a state is reached.
  @inline(__always)
  func hasAccept(_ state: Int16) -> Bool { state & Self.accepting != 0 }

  /// The patterns that match when a state is reached, in order.
  func patterns(_ state: Int16) -> [Int] { accepts[Int(state & ~Self.accepting)] }

  private func make(_ state: Int16, _ token: UInt16, _ isGlued: Bool) -> Int16 {
    var here = waiting[Int(state)]
    if asksForGlue[Int(state)] {
      let all = here
      here = []
      visit += 1
      for pc in all { go(to: pc, isGlued, &here) }
    }
    var after: [Int32] = []
    visit += 1
    for pc in here {
      if case .test(let test) = machine.code[Int(pc)], machine.passes(test, token) {
        go(to: pc + 1, nil, &after)
      }
    }
    let number = self.state(after.sorted())
    let result = accepts[Int(number)].isEmpty ? number : number | Self.accepting
    table[Int(state) * width + Int(token) * 2 + (isGlued ? 1 : 0)] = result
    return result
  }

  /// Adds the instructions that wait for a token, from one on.
  ///
  /// - Parameter isGlued: whether the token touches the one before; nil while that is not known:
  ///   then adjacencies wait, too.
  private func go(to pc: Int32, _ isGlued: Bool?, _ list: inout [Int32]) {
    guard visits[Int(pc)] != visit else { return }
    visits[Int(pc)] = visit
    switch machine.code[Int(pc)] {
    case .test, .accept: list.append(pc)
    case .adjacent:
      guard let isGlued else { return list.append(pc) }
      if isGlued { go(to: pc + 1, isGlued, &list) }
    case .jump(let target): go(to: target, isGlued, &list)
    case .split(let a, let b):
      go(to: a, isGlued, &list)
      go(to: b, isGlued, &list)
    case .open, .close: go(to: pc + 1, isGlued, &list)
    }
  }
}
