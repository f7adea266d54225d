import Prose

/// A pattern over tokens, compiled to a small program that backtracks.
///
/// An object, as many rules and lists hold the same pattern.
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
final class TokenPattern: Sendable {
  enum Instruction: Sendable {
    case key(WordKey)
    /// One of the words in a range of ``TokenPattern/words``, of which each has one of the bits.
    case keys(Int32, Int32, bits: UInt64)
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
  let words: [WordKey]
  let names: [String]
  /// The keys with which a match can begin; nil when a class or any token can.
  let firstKeys: Set<WordKey>?
  /// The classes with which a match can begin, besides keys, one bit each; all bits when any token
  /// can begin one.
  let firstClasses: UInt32
  /// For each key with which a match can begin, the bit of its last six.
  let firstMask: UInt64

  init(
    program: [Instruction], words: [WordKey], names: [String], firstKeys: Set<WordKey>,
    firstClasses: [Int]? = []
  ) {
    self.program = program
    self.words = words
    self.names = names
    self.firstKeys = firstClasses == [] ? firstKeys : nil
    self.firstClasses = firstClasses?.reduce(0) { $0 | 1 << UInt32($1) } ?? .max
    firstMask = firstKeys.reduce(0) { $0 | $1.bit }
  }

  /// Whether a match may begin at a token: if not, it is not worth trying.
  ///
  /// - Parameter classes: those that match something there, one bit each.
  @inline(__always)
  func mayBegin(at key: WordKey, _ classes: UInt32) -> Bool {
    if firstMask & key.bit != 0 { return firstKeys?.contains(key) ?? true }
    return firstClasses & classes != 0 || firstClasses == .max
  }

  /// What can stand at a token, one bit a word and one a class: if nothing of it does, nothing matches.
  struct Sieve: Sendable {
    var words: UInt64 = 0
    var classes: UInt32 = 0

    static var anything: Sieve { Sieve(words: .max, classes: .max) }

    mutating func formUnion(_ other: Sieve) {
      words |= other.words
      classes |= other.classes
    }

    /// Whether something of what does stand there can.
    @inline(__always)
    func lets(_ there: Sieve) -> Bool { words & there.words != 0 || classes & there.classes != 0 }
  }

  /// How a match goes on behind its first word.
  struct Start: Sendable {
    /// The instruction behind the one that is the word.
    var pc: Int32
    /// What can stand there.
    var next: Sieve
  }

  /// An instruction with which a match can begin.
  struct Opening: Sendable {
    var pc: Int32
    /// The class that it looks for; nil where it takes one token.
    var category: Int?
    /// The words that it looks for; none where it takes any token or none.
    var words: [WordKey] = []
    /// What can stand behind.
    var next: Sieve

    /// One past what it takes at a token.
    @inline(__always)
    func end(at i: Int, _ reading: BlockReading) -> Int {
      category.map { reading.end(of: $0, at: i) ?? i } ?? i + 1
    }
  }

  /// All with which a match can begin, in their order.
  var openings: [Opening] {
    steps(from: 0).map { pc in
      let next = sieve(behind: pc)
      return switch program[pc] {
      case .key, .keys: Opening(pc: Int32(pc), words: words(at: pc), next: next)
      case .any: Opening(pc: Int32(pc), next: next)
      case .category(let number): Opening(pc: Int32(pc), category: number, next: next)
      default: Opening(pc: Int32(pc), next: .anything)
      }
    }
  }

  /// The words with which a match can begin, classes aside.
  var firstWords: [WordKey] { steps(from: 0).flatMap(words) }

  private func sieve(behind pc: Int) -> Sieve {
    steps(from: pc + 1).reduce(into: Sieve()) { $0.formUnion(sieve(of: $1)) }
  }

  /// The words for which an instruction looks.
  private func words(at pc: Int) -> [WordKey] {
    switch program[pc] {
    case .key(let word): [word]
    case .keys(let first, let last, _): Array(words[Int(first)..<Int(last)])
    default: []
    }
  }

  /// What an instruction lets pass.
  private func sieve(of pc: Int) -> Sieve {
    switch program[pc] {
    case .key(let word): Sieve(words: word.bit)
    case .keys(_, _, let bits): Sieve(words: bits)
    case .category(let number): Sieve(classes: 1 << UInt32(number))
    default: .anything
    }
  }

  /// The instructions that look at a token, or end the match, which come first from one on.
  private func steps(from start: Int) -> [Int] {
    var result: [Int] = []
    addSteps(from: start, &result)
    return result
  }

  /// - Parameter depth: what is repeated may be empty, and then leads back to where it begins.
  private func addSteps(from start: Int, _ steps: inout [Int], depth: Int = 0) {
    var pc = start
    while depth < 64 {
      switch program[pc] {
      case .split(let a, let b):
        addSteps(from: a, &steps, depth: depth + 1)
        pc = b
      case .jump(let target): pc = target
      case .open, .close: pc += 1
      case .key, .keys, .category, .any, .adjacent, .accept:
        if !steps.contains(pc) { steps.append(pc) }
        return
      }
    }
  }

  /// One past the last token of a match at a token.
  ///
  /// - Parameters:
  ///   - pc: the instruction that looks at it.
  ///   - limit: one past the last token that it may take; a gap looks no further.
  func end(
    _ tokens: [Token], at start: Int, from pc: Int = 0, before limit: Int = .max,
    _ classes: some TokenClasses
  ) -> Int? {
    var run = Run()
    return end(tokens, at: start, from: pc, before: limit, classes, &run)
  }

  /// Matches at a token.
  func match(_ tokens: [Token], at start: Int, _ classes: some TokenClasses) -> Match? {
    let marks = Marks(names.count * 2)
    var run = Run(marks: marks)
    guard let end = end(tokens, at: start, from: 0, before: .max, classes, &run) else {
      return nil
    }
    var captures: [(String, Range<Int>)] = []
    for (i, name) in names.enumerated() {
      let (open, close) = (marks[2 * i], marks[2 * i + 1])
      if open >= 0, close >= open { captures.append((name, open..<close)) }
    }
    return Match(range: start..<end, captures: captures)
  }

  private func end(
    _ tokens: [Token], at start: Int, from pc: Int, before limit: Int,
    _ classes: some TokenClasses, _ run: inout Run
  ) -> Int? {
    program.withUnsafeBufferPointer { program in
      words.withUnsafeBufferPointer { words in
        tokens.withUnsafeBufferPointer { all in
          let tokens = UnsafeBufferPointer(start: all.baseAddress, count: min(limit, all.count))
          return run.end(Code(program: program, words: words, tokens: tokens), pc, start, classes)
        }
      }
    }
  }

  /// What an attempt reads, where it lies.
  private struct Code {
    let program: UnsafeBufferPointer<Instruction>
    let words: UnsafeBufferPointer<WordKey>
    let tokens: UnsafeBufferPointer<Token>

    @inline(__always)
    func has(_ key: WordKey, _ first: Int32, _ last: Int32, _ bits: UInt64) -> Bool {
      if bits & key.bit == 0 { return false }
      var i = Int(first)
      while i < Int(last) {
        if words[i] == key { return true }
        i += 1
      }
      return false
    }
  }

  /// Where each name opens and closes; -1 where it does not.
  private final class Marks {
    private var places: [Int]
    /// The marks that were changed, with what they were before.
    private var trail: [(mark: Int, old: Int)] = []

    init(_ count: Int) { places = [Int](repeating: -1, count: count) }

    subscript(mark: Int) -> Int { places[mark] }

    var changes: Int { trail.count }

    func set(_ mark: Int, _ token: Int) {
      trail.append((mark, places[mark]))
      places[mark] = token
    }

    func undo(to count: Int) {
      while trail.count > count, let last = trail.popLast() { places[last.mark] = last.old }
    }
  }

  /// One attempt to match.
  private struct Run {
    /// Nil where nobody asks.
    var marks: Marks?
    private var steps = 0

    private static var stepLimit: Int { 4000 }

    init(marks: Marks? = nil) { self.marks = marks }

    mutating func end(
      _ code: Code, _ start: Int, _ first: Int, _ classes: some TokenClasses
    ) -> Int? {
      let tokens = code.tokens
      var pc = start
      var i = first
      while true {
        steps += 1
        if steps > Self.stepLimit { return nil }
        switch code.program[pc] {
        case .key(let key):
          guard i < tokens.count, tokens[i].key == key else { return nil }
          i += 1
          pc += 1
        case .keys(let first, let last, let bits):
          guard i < tokens.count, code.has(tokens[i].key, first, last, bits) else { return nil }
          i += 1
          pc += 1
        case .any:
          guard i < tokens.count else { return nil }
          i += 1
          pc += 1
        case .category(let number):
          guard i < tokens.count, let end = classes.end(of: number, at: i), end > i else {
            return nil
          }
          i = end
          pc += 1
        case .adjacent:
          guard i > 0, i < tokens.count, tokens[i - 1].end == tokens[i].start else { return nil }
          pc += 1
        case .jump(let target): pc = target
        case .split(let a, let b):
          if !canBegin(code, a, i, classes) {
            pc = b
            continue
          }
          let changes = marks?.changes ?? 0
          if let end = end(code, a, i, classes) { return end }
          marks?.undo(to: changes)
          pc = b
        case .open(let n):
          marks?.set(2 * n, i)
          pc += 1
        case .close(let n):
          marks?.set(2 * n + 1, i)
          pc += 1
        case .accept: return i
        }
      }
    }

    /// False where the first step fails at once.
    private func canBegin(
      _ code: Code, _ pc: Int, _ i: Int, _ classes: some TokenClasses
    ) -> Bool {
      guard i < code.tokens.count else { return true }
      return switch code.program[pc] {
      case .key(let key): code.tokens[i].key == key
      case .keys(let first, let last, let bits): code.has(code.tokens[i].key, first, last, bits)
      case .category(let number): classes.end(of: number, at: i) != nil
      default: true
      }
    }
  }
}

extension WordKey {
  /// One of 64 bits, by which most other words are told apart at once.
  @inline(__always)
  var bit: UInt64 { 1 &<< (value & 63) }
}

/// Says what the classes that patterns name match.
protocol TokenClasses {
  /// One past the last token that a class matches at a token; nil where it matches none.
  func end(of category: Int, at token: Int) -> Int?
}

/// For patterns without classes.
struct NoClasses: TokenClasses {
  func end(of category: Int, at token: Int) -> Int? { nil }
}
