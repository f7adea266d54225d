/// Finds the parts of a match whose pattern and ends are known.
struct RuleMatcher {
  let machine: RuleMachine
  let items: UnsafeBufferPointer<RuleItem>

  typealias Part = (name: CaptureName, range: Range<Int>)

  /// The named parts of a pattern's match of a range, the first reading of the pattern that fits.
  func parts(of pattern: Int, _ range: Range<Int>) -> [Part]? {
    let names = machine.program.names[pattern]
    var run = Run(machine: machine, items: items, end: range.upperBound, names: names.count)
    guard run.matches(machine.program.starts[pattern], range.lowerBound) else { return nil }
    var result: [Part] = []
    result.reserveCapacity(names.count)
    for (i, name) in names.enumerated() {
      let (open, close) = (run.marks[2 * i], run.marks[2 * i + 1])
      if open >= 0, close >= open { result.append((name, open..<close)) }
    }
    return result
  }

  private struct Run {
    let machine: RuleMachine
    let items: UnsafeBufferPointer<RuleItem>
    let end: Int
    /// Where each name opens and closes; -1 where it does not.
    var marks: [Int]
    /// The marks that were changed, with what they were before.
    private var trail: [(mark: Int, old: Int)] = []
    private var steps = 0

    private static let stepLimit = 20_000

    init(machine: RuleMachine, items: UnsafeBufferPointer<RuleItem>, end: Int, names: Int) {
      self.machine = machine
      self.items = items
      self.end = end
      marks = Array(repeating: -1, count: names * 2)
    }

    mutating func matches(_ start: Int, _ first: Int) -> Bool {
      var pc = start
      var i = first
      while true {
        steps += 1
        if steps > Self.stepLimit { return false }
        switch machine.program.code[pc] {
        case .test(let test):
          guard i < end, machine.alphabet.passes(test, items[i].number) else {
            return false
          }
          i += 1
          pc += 1
        case .adjacent:
          guard i < end, items[i].isGlued else { return false }
          pc += 1
        case .jump(let target): pc = target
        case .split(let a, let b):
          if !canBegin(a, i) {
            pc = b
            continue
          }
          let changes = trail.count
          if matches(a, i) { return true }
          undo(to: changes)
          pc = b
        case .open(let n):
          set(2 * n, i)
          set(2 * n + 1, -1)
          pc += 1
        case .close(let n):
          set(2 * n + 1, i)
          pc += 1
        case .accept: return i == end
        }
      }
    }

    /// False where the first step fails at once.
    private func canBegin(_ start: Int, _ i: Int) -> Bool {
      var pc = start
      while case .open = machine.program.code[pc] { pc += 1 }
      guard case .test(let test) = machine.program.code[pc] else { return true }
      return i < end && machine.alphabet.passes(test, items[i].number)
    }

    private mutating func set(_ mark: Int, _ token: Int) {
      if marks[mark] == token { return }
      trail.append((mark, marks[mark]))
      marks[mark] = token
    }

    private mutating func undo(to count: Int) {
      while trail.count > count, let last = trail.popLast() { marks[last.mark] = last.old }
    }
  }
}
