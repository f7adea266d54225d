/// Finds the parts of a match whose pattern and ends are known.
struct RuleMatcher {
  let machine: RuleMachine
  let items: UnsafeBufferPointer<RuleItem>

  /// So many names a pattern can give to parts.
  static let mostNames = Marks.scalarCount / 2

  typealias Part = (name: CaptureName, range: Range<Int>)

  /// The named parts of a pattern's match of a range, the first reading of the pattern that fits.
  func parts(of pattern: Int, _ range: Range<Int>) -> [Part]? {
    let names = machine.program.names[pattern]
    var run = Run(machine: machine, items: items, first: range.lowerBound, end: range.upperBound)
    guard run.matches(machine.program.starts[pattern], range.lowerBound) else { return nil }
    var result: [Part] = []
    result.reserveCapacity(names.count)
    for (i, name) in names.enumerated() {
      guard i < Self.mostNames else { break }
      let (open, close) = (Int(run.marks[2 * i]), Int(run.marks[2 * i + 1]))
      if open >= 0, close >= open {
        result.append((name, range.lowerBound + open..<range.lowerBound + close))
      }
    }
    return result
  }

  /// Where each name opens and closes, counted from the start of the match; -1 where it does not.
  private typealias Marks = SIMD32<Int16>

  private struct Run {
    let machine: RuleMachine
    let items: UnsafeBufferPointer<RuleItem>
    let first: Int
    let end: Int
    var marks = Marks(repeating: -1)
    private var steps = 0

    private static let stepLimit = 20_000

    init(machine: RuleMachine, items: UnsafeBufferPointer<RuleItem>, first: Int, end: Int) {
      self.machine = machine
      self.items = items
      self.first = first
      self.end = end
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
          let before = marks
          if matches(a, i) { return true }
          marks = before
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
      guard mark < Marks.scalarCount else { return }
      marks[mark] = token < 0 ? -1 : Int16(truncatingIfNeeded: token - first)
    }
  }
}
