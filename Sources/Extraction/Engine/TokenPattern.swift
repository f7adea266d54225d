import Prose

/// A pattern over tokens, compiled to a small program that backtracks.
///
/// | written | matches |
/// |---|---|
/// | `word`, `"any text"` | these words, in any case |
/// | `~visit` | visit, visits, visited, visiting |
/// | `@month` | what the class of that name matches at this place |
/// | `_` | any one token |
/// | `^` | nothing, where no space stands between the tokens around it |
/// | `(a \| b c)` | one of them |
/// | `x?` `x*` `x+` `x{0,3}` | as in regular expressions, longest first |
/// | `name=x` | x, remembered under the name |
struct TokenPattern: Sendable {
  enum Instruction: Sendable {
    case key(WordKey)
    case keys(Set<WordKey>)
    case category(Int)
    case any
    case adjacent
    /// Try the first, then the second.
    case split(Int, Int)
    case jump(Int)
    case open(Int)
    case close(Int)
    case accept
  }

  /// What a pattern found: token ranges, of the whole and of each name.
  struct Match: Sendable {
    var range: Range<Int>
    var captures: [(name: String, range: Range<Int>)]

    subscript(name: String) -> Range<Int>? { captures.first { $0.name == name }?.range }
  }

  let program: [Instruction]
  let names: [String]
  /// The keys with which a match can begin; nil when a class or any token can.
  let firstKeys: Set<WordKey>?

  /// Matches at a token.
  ///
  /// - Parameters:
  ///   - category: end of what a class matches at a token, or nil; classes by number.
  func match(
    _ tokens: [Token], at start: Int, category: (_ number: Int, _ token: Int) -> Int?
  ) -> Match? {
    var marks = [Int](repeating: -1, count: names.count * 2)
    var steps = 0
    guard
      let end = run(tokens, pc: 0, at: start, marks: &marks, steps: &steps, category: category)
    else { return nil }
    var captures: [(String, Range<Int>)] = []
    for (i, name) in names.enumerated() where marks[2 * i] >= 0 && marks[2 * i + 1] >= marks[2 * i]
    {
      captures.append((name, marks[2 * i]..<marks[2 * i + 1]))
    }
    return Match(range: start..<end, captures: captures)
  }

  private static let stepLimit = 4000

  private func run(
    _ tokens: [Token], pc start: Int, at first: Int, marks: inout [Int], steps: inout Int,
    category: (Int, Int) -> Int?
  ) -> Int? {
    var pc = start
    var i = first
    while true {
      steps += 1
      if steps > Self.stepLimit { return nil }
      switch program[pc] {
      case .key(let key):
        guard i < tokens.count, tokens[i].key == key else { return nil }
        i += 1
        pc += 1
      case .keys(let keys):
        guard i < tokens.count, keys.contains(tokens[i].key) else { return nil }
        i += 1
        pc += 1
      case .any:
        guard i < tokens.count else { return nil }
        i += 1
        pc += 1
      case .category(let number):
        guard i < tokens.count, let end = category(number, i), end > i else { return nil }
        i = end
        pc += 1
      case .adjacent:
        guard i > 0, i < tokens.count, tokens[i - 1].end == tokens[i].start else { return nil }
        pc += 1
      case .jump(let target): pc = target
      case .split(let a, let b):
        let saved = marks
        if let end = run(tokens, pc: a, at: i, marks: &marks, steps: &steps, category: category) {
          return end
        }
        marks = saved
        pc = b
      case .open(let n):
        marks[2 * n] = i
        pc += 1
      case .close(let n):
        marks[2 * n + 1] = i
        pc += 1
      case .accept: return i
      }
    }
  }
}
