/// Finds the parts of a match whose pattern and ends are known.
struct RuleMatcher {
  let machine: RuleMachine
  let items: UnsafeBufferPointer<RuleItem>

  /// So many names a pattern can give to parts.
  static let mostNames = Marks.scalarCount / 2

  /// Where each name opens and closes, counted from the start of the match; -1 where it does not.
  typealias Marks = SIMD32<Int16>

  /// The named parts of a match, in items.
  struct Parts {
    let names: [CaptureName]
    fileprivate let marks: Marks
    fileprivate let first: Int

    /// The items of the part of that name; nil where it has none.
    subscript(name: CaptureName) -> Range<Int>? {
      for i in names.indices where names[i] == name { return self[number: i] }
      return nil
    }

    /// The items of the part with the name of that number.
    subscript(number i: Int) -> Range<Int>? {
      guard i < RuleMatcher.mostNames else { return nil }
      let (open, close) = (Int(marks[2 * i]), Int(marks[2 * i + 1]))
      return open >= 0 && close >= open ? first + open..<first + close : nil
    }
  }

  /// The named parts of a pattern's match of a range, the first reading of the pattern that fits.
  func parts(of pattern: Int, _ range: Range<Int>) -> Parts? {
    var run = Run(machine: machine, items: items, first: range.lowerBound, end: range.upperBound)
    guard run.matches(Int32(machine.program.starts[pattern]), range.lowerBound) else { return nil }
    return Parts(
      names: machine.program.names[pattern], marks: run.marks, first: range.lowerBound)
  }

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

    mutating func matches(_ start: Int32, _ first: Int) -> Bool {
      let code = machine.code
      var pc = Int(start)
      var i = first
      while true {
        steps += 1
        if steps > Self.stepLimit { return false }
        switch code[pc] {
        case .test(let test):
          guard i < end, machine.passes(test, items[i].number) else { return false }
          i += 1
          pc += 1
        case .adjacent:
          guard i < end, items[i].isGlued else { return false }
          pc += 1
        case .jump(let target): pc = Int(target)
        case .split(let a, let b):
          if !canBegin(a, i) {
            pc = Int(b)
            continue
          }
          let before = marks
          if matches(a, i) { return true }
          marks = before
          pc = Int(b)
        case .open(let n):
          set(2 * Int(n), i)
          set(2 * Int(n) + 1, -1)
          pc += 1
        case .close(let n):
          set(2 * Int(n) + 1, i)
          pc += 1
        case .accept: return i == end
        }
      }
    }

    /// False where the first step fails at once.
    private func canBegin(_ start: Int32, _ i: Int) -> Bool {
      var pc = Int(start)
      while case .open = machine.code[pc] { pc += 1 }
      guard case .test(let test) = machine.code[pc] else { return true }
      return i < end && machine.passes(test, items[i].number)
    }

    private mutating func set(_ mark: Int, _ token: Int) {
      guard mark < Marks.scalarCount else { return }
      marks[mark] = token < 0 ? -1 : Int16(truncatingIfNeeded: token - first)
    }
  }
}
