import Prose

/// What one step of a rule asks of a token.
enum TokenTest: Hashable, Sendable {
  case word(WordKey)
  case category(Int)
  case any
}

/// A program with the classes of tokens that it tells apart.
final class RuleMachine: @unchecked Sendable {
  let program: RuleProgram
  let alphabet: RuleAlphabet
  /// The program's code and the alphabet's bits where they lie still: written here, never again.
  let code: UnsafeBufferPointer<RuleProgram.Instruction>
  private let bits: UnsafeBufferPointer<UInt64>
  private let width: Int

  init(_ program: RuleProgram, _ alphabet: RuleAlphabet) {
    self.program = program
    self.alphabet = alphabet
    code = Self.copy(program.code)
    bits = Self.copy(alphabet.bits)
    width = alphabet.width
  }

  deinit {
    code.deallocate()
    bits.deallocate()
  }

  private static func copy<Element: BitwiseCopyable>(_ elements: [Element])
    -> UnsafeBufferPointer<Element>
  {
    let room = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
    _ = room.initialize(from: elements)
    return UnsafeBufferPointer(room)
  }

  /// Whether tokens of a class pass a test.
  @inline(__always)
  func passes(_ test: Int32, _ number: UInt16) -> Bool {
    let word = bits[Int(number) &* width &+ Int(test) / 64]
    return word &>> UInt64(truncatingIfNeeded: test) & 1 == 1
  }
}

/// The patterns of many rules as one program, whose steps are numbered tests.
struct RuleProgram: Sendable {
  enum Instruction: Sendable {
    /// The token passes the test of this number.
    case test(Int32)
    /// No space stands before the next token.
    case adjacent
    case split(Int32, Int32)
    case jump(Int32)
    case open(Int32)
    case close(Int32)
    /// The pattern of this number matches.
    case accept(Int32)
  }

  private(set) var code: [Instruction]
  /// Where each pattern begins.
  private(set) var starts: [Int] = []
  /// The names that each pattern gives to parts.
  private(set) var names: [[CaptureName]] = []
  private(set) var tests: [TokenTest] = []
  private var words: [WordKey: Int] = [:]
  private var others: [TokenTest: Int] = [:]

  /// - Parameter room: for about so many instructions.
  init(room: Int = 0) {
    code = []
    code.reserveCapacity(room)
  }

  /// Where the next instruction stands.
  private var end: Int32 { Int32(truncatingIfNeeded: code.count) }

  /// Adds a pattern; returns its number.
  mutating func add(_ node: PatternNode) -> Int {
    let number = starts.count
    starts.append(code.count)
    names.append([])
    emit(node)
    code.append(.accept(Int32(truncatingIfNeeded: number)))
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
    code.append(.test(Int32(truncatingIfNeeded: number)))
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

  private mutating func named(_ text: String, _ inner: PatternNode) {
    let name = CaptureName(text)
    let pattern = names.count - 1
    let number = names[pattern].firstIndex(of: name) ?? names[pattern].count
    if number == names[pattern].count { names[pattern].append(name) }
    code.append(.open(Int32(truncatingIfNeeded: number)))
    emit(inner)
    code.append(.close(Int32(truncatingIfNeeded: number)))
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
        code[split] = .split(Int32(truncatingIfNeeded: split + 1), end)
      }
    }
    for exit in exits { code[exit] = .jump(end) }
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
      code.append(.jump(Int32(truncatingIfNeeded: splits[0])))
    }
    for split in splits { code[split] = .split(Int32(truncatingIfNeeded: split + 1), end) }
  }
}
