/// Finds the parts of a match whose pattern and ends are known.
struct RuleMatcher {
  let program: RuleProgram
  let alphabet: RuleAlphabet
  /// Class of each token, and whether it touches the one before.
  let token: (Int) -> (number: UInt16, isGlued: Bool)

  /// The named parts of a pattern's match of a range, the first reading of the pattern that fits.
  func parts(of pattern: Int, _ range: Range<Int>) -> [(name: String, range: Range<Int>)]? {
    var run = Run(matcher: self, end: range.upperBound, names: program.names[pattern].count)
    guard run.matches(program.starts[pattern], range.lowerBound) else { return nil }
    var result: [(String, Range<Int>)] = []
    for (i, name) in program.names[pattern].enumerated() {
      let (open, close) = (run.marks[2 * i], run.marks[2 * i + 1])
      if open >= 0, close >= open { result.append((name, open..<close)) }
    }
    return result
  }

  private struct Run {
    let matcher: RuleMatcher
    let end: Int
    /// Where each name opens and closes; -1 where it does not.
    var marks: [Int]
    private var steps = 0

    private static let stepLimit = 20_000

    init(matcher: RuleMatcher, end: Int, names: Int) {
      self.matcher = matcher
      self.end = end
      marks = Array(repeating: -1, count: names * 2)
    }

    mutating func matches(_ start: Int, _ first: Int) -> Bool {
      var pc = start
      var i = first
      while true {
        steps += 1
        if steps > Self.stepLimit { return false }
        switch matcher.program.code[pc] {
        case .test(let test):
          guard i < end, matcher.alphabet.passes(test, matcher.token(i).number) else {
            return false
          }
          i += 1
          pc += 1
        case .adjacent:
          guard i < end, matcher.token(i).isGlued else { return false }
          pc += 1
        case .jump(let target): pc = target
        case .split(let a, let b):
          let before = marks
          if matches(a, i) { return true }
          marks = before
          pc = b
        case .open(let n):
          marks[2 * n] = i
          marks[2 * n + 1] = -1
          pc += 1
        case .close(let n):
          marks[2 * n + 1] = i
          pc += 1
        case .accept: return i == end
        }
      }
    }
  }
}
