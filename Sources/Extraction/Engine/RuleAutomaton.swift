/// Runs all patterns of a program at once, from left to right, each token looked at once.
///
/// A deterministic automaton whose states are made when they are first needed. What a token is to
/// the rules is its class in a ``RuleAlphabet``. Not for use by two threads at a time.
final class RuleAutomaton {
  private let program: RuleProgram
  private let alphabet: RuleAlphabet
  private let width: Int
  /// By state, class and whether the token touches the one before: the next state; 0 is the end of
  /// all matches, -1 not made yet.
  private var table: [Int32] = []
  /// Instructions at which each state waits: tests, adjacencies and accepts.
  private var waiting: [[Int]] = []
  /// Numbers of the patterns that match when a state is reached, in order.
  private(set) var accepts: [[Int]] = []
  private var numbers: [[Int]: Int32] = [:]
  /// The round in which each instruction was last seen.
  private var seen: [Int]
  private var round = 0

  static let start: Int32 = 1
  /// So many states are kept; then all are forgotten and made anew.
  private static let limit = 6000

  init(_ program: RuleProgram, _ alphabet: RuleAlphabet) {
    self.program = program
    self.alphabet = alphabet
    width = alphabet.passes.count * 2
    seen = Array(repeating: 0, count: program.code.count)
    reset()
  }

  private func reset() {
    table = []
    waiting = []
    accepts = []
    numbers = [:]
    _ = state([])
    round += 1
    var closure: [Int] = []
    for start in program.starts { close(start, &closure) }
    closure.sort()
    _ = state(closure)
  }

  private func state(_ set: [Int]) -> Int32 {
    if let number = numbers[set] { return number }
    let number = Int32(waiting.count)
    numbers[set] = number
    waiting.append(set)
    table += repeatElement(set.isEmpty ? 0 : -1, count: width)
    accepts.append(
      set.compactMap { pc in
        if case .accept(let rule) = program.code[pc] { return rule }
        return nil
      }.sorted())
    return number
  }

  /// The state after a token.
  @inline(__always)
  func next(_ state: Int32, _ token: UInt16, isGlued: Bool) -> Int32 {
    let cell = Int(state) * width + Int(token) * 2 + (isGlued ? 1 : 0)
    let known = table[cell]
    return known >= 0 ? known : make(state, token, isGlued)
  }

  /// Whether a pattern matches when a state is reached.
  @inline(__always)
  func hasAccept(_ state: Int32) -> Bool { !accepts[Int(state)].isEmpty }

  /// Whether no pattern can begin with a token of a class.
  func isDead(_ token: UInt16) -> Bool { next(Self.start, token, isGlued: false) == 0 }

  /// To be called between matches: forgets the states when they are too many.
  func tidy() {
    if waiting.count > Self.limit { reset() }
  }

  private func make(_ state: Int32, _ token: UInt16, _ isGlued: Bool) -> Int32 {
    var here = waiting[Int(state)]
    if isGlued { here = pastAdjacencies(here) }
    round += 1
    var after: [Int] = []
    for pc in here {
      if case .test(let test) = program.code[pc], alphabet.passes(test, token) {
        close(pc + 1, &after)
      }
    }
    after.sort()
    let result = self.state(after)
    table[Int(state) * width + Int(token) * 2 + (isGlued ? 1 : 0)] = result
    return result
  }

  /// The instructions, and those that are reached from adjacencies among them.
  private func pastAdjacencies(_ waiting: [Int]) -> [Int] {
    round += 1
    var result: [Int] = []
    var next = 0
    for pc in waiting { close(pc, &result) }
    while next < result.count {
      if case .adjacent = program.code[result[next]] { close(result[next] + 1, &result) }
      next += 1
    }
    return result
  }

  /// Adds the instructions that wait for a token, from one on, which were not seen in this round.
  private func close(_ pc: Int, _ set: inout [Int]) {
    guard seen[pc] != round else { return }
    seen[pc] = round
    switch program.code[pc] {
    case .test, .adjacent, .accept: set.append(pc)
    case .jump(let target): close(target, &set)
    case .split(let a, let b):
      close(a, &set)
      close(b, &set)
    case .open, .close: close(pc + 1, &set)
    }
  }
}
