import Prose

/// What one step of a rule asks of a token.
enum TokenTest: Hashable, Sendable {
  case word(WordKey)
  case category(Int)
  case any
}

/// The patterns of many rules as one program, whose steps are numbered tests.
struct RuleProgram: Sendable {
  enum Instruction: Sendable {
    /// The token passes the test of this number.
    case test(Int)
    /// No space stands before the next token.
    case adjacent
    case split(Int, Int)
    case jump(Int)
    case open(Int)
    case close(Int)
    /// The pattern of this number matches.
    case accept(Int)
  }

  private(set) var code: [Instruction] = []
  /// Where each pattern begins.
  private(set) var starts: [Int] = []
  /// The names that each pattern gives to parts.
  private(set) var names: [[String]] = []
  private(set) var tests: [TokenTest] = []
  private var words: [WordKey: Int] = [:]
  private var others: [TokenTest: Int] = [:]

  /// Adds a pattern; returns its number.
  mutating func add(_ node: PatternNode) -> Int {
    let number = starts.count
    starts.append(code.count)
    names.append([])
    emit(node)
    code.append(.accept(number))
    return number
  }

  private mutating func test(_ test: TokenTest) {
    let next = tests.count
    let number =
      switch test {
      case .word(let key): Self.known(next, &words[key])
      case .category, .any: Self.known(next, &others[test])
      }
    if number == next { tests.append(test) }
    code.append(.test(number))
  }

  private static func known(_ next: Int, _ number: inout Int?) -> Int {
    if let number { return number }
    number = next
    return next
  }

  private mutating func emit(_ node: PatternNode) {
    switch node {
    case .empty: break
    case .word(let key): test(.word(key))
    case .words(let keys): emit(.choice(keys.map { .word($0) }))
    case .category(let number): test(.category(number))
    case .any: test(.any)
    case .adjacent: code.append(.adjacent)
    case .sequence(let nodes): for inner in nodes { emit(inner) }
    case .named(let name, let inner): named(name, inner)
    case .choice(let nodes): choice(nodes)
    case .repeated(let inner, let low, let high):
      // What can be empty is not repeated without end.
      repeated(inner, low, high ?? (inner.canBeEmpty ? low + 8 : nil))
    }
  }

  private mutating func named(_ name: String, _ inner: PatternNode) {
    let pattern = names.count - 1
    let number = names[pattern].firstIndex(of: name) ?? names[pattern].count
    if number == names[pattern].count { names[pattern].append(name) }
    code.append(.open(number))
    emit(inner)
    code.append(.close(number))
  }

  private mutating func choice(_ nodes: [PatternNode]) {
    var exits: [Int] = []
    for (i, inner) in nodes.enumerated() {
      if i == nodes.count - 1 {
        emit(inner)
      } else {
        let split = code.count
        code.append(.jump(0))
        emit(inner)
        exits.append(code.count)
        code.append(.jump(0))
        code[split] = .split(split + 1, code.count)
      }
    }
    for exit in exits { code[exit] = .jump(code.count) }
  }

  private mutating func repeated(_ inner: PatternNode, _ low: Int, _ high: Int?) {
    for _ in 0..<low { emit(inner) }
    var splits: [Int] = []
    if let high {
      for _ in low..<max(low, high) {
        splits.append(code.count)
        code.append(.jump(0))
        emit(inner)
      }
    } else {
      splits.append(code.count)
      code.append(.jump(0))
      emit(inner)
      code.append(.jump(splits[0]))
    }
    for split in splits { code[split] = .split(split + 1, code.count) }
  }
}
