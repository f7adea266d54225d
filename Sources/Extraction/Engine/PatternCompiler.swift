import Prose

/// What is wrong with a pattern, and at which byte of it.
struct PatternError: Error, Equatable {
  var message: String
  var offset: Int
}

/// Compiles the notation of ``TokenPattern``.
struct PatternCompiler {
  /// Numbers of the classes that patterns may name.
  let categories: [String: Int]
  /// Asked for by patterns with "~" alone: many have none.
  let inflection: () -> Inflection
  /// Patterns by name, put in where `$name` stands.
  var macros: [String: PatternNode]

  init(
    categories: [String: Int], inflection: @autoclosure @escaping () -> Inflection,
    macros: [String: PatternNode] = [:]
  ) {
    self.categories = categories
    self.inflection = inflection
    self.macros = macros
  }

  /// Reads a pattern without compiling it.
  func parse(_ text: String) throws(PatternError) -> PatternNode {
    var parser = PatternParser(text: Array(text.utf8), compiler: self)
    let node = try parser.alternatives()
    if parser.at < parser.text.count { throw parser.unexpected() }
    return node
  }

  func compile(_ text: String) throws(PatternError) -> TokenPattern {
    let node = try parse(text)
    var emitter = Emitter()
    emitter.emit(node)
    emitter.program.append(.accept)
    var keys: Set<WordKey> = []
    var classes: Set<Int> = []
    let isKnown = node.addFirst(keys: &keys, classes: &classes)
    return TokenPattern(
      program: emitter.program, words: emitter.words, names: emitter.names, firstKeys: keys,
      firstClasses: isKnown ? classes.sorted() : nil)
  }

  private struct Emitter {
    var program: [TokenPattern.Instruction] = []
    var words: [WordKey] = []
    var names: [String] = []

    /// With single words that stand side by side as one test.
    private static func joined(_ choices: [PatternNode]) -> [PatternNode] {
      var result: [PatternNode] = []
      for node in choices {
        var keys: [WordKey]
        switch node {
        case .word(let key): keys = [key]
        case .words(let more): keys = more
        default: keys = []
        }
        if !keys.isEmpty, case .words(let before)? = result.last {
          result[result.count - 1] = .words(before + keys)
        } else {
          result.append(keys.isEmpty ? node : .words(keys))
        }
      }
      return result
    }

    mutating func emit(_ node: PatternNode) {
      switch node {
      case .empty: break
      case .word(let key): program.append(.key(key))
      case .words(let keys):
        program.append(
          .keys(
            Int32(words.count), Int32(words.count + keys.count),
            bits: keys.reduce(0) { $0 | $1.bit }))
        words += keys
      case .category(let n): program.append(.category(n))
      case .any: program.append(.any)
      case .adjacent: program.append(.adjacent)
      case .sequence(let nodes): for inner in nodes { emit(inner) }
      case .named(let name, let inner):
        let number = names.firstIndex(of: name) ?? names.count
        if number == names.count { names.append(name) }
        program.append(.open(number))
        emit(inner)
        program.append(.close(number))
      case .choice(let choices):
        let nodes = Self.joined(choices)
        var exits: [Int] = []
        for (i, inner) in nodes.enumerated() {
          if i == nodes.count - 1 {
            emit(inner)
          } else {
            let split = program.count
            program.append(.accept)
            emit(inner)
            exits.append(program.count)
            program.append(.accept)
            program[split] = .split(split + 1, program.count)
          }
        }
        for exit in exits { program[exit] = .jump(program.count) }
      case .repeated(let inner, let low, let high):
        for _ in 0..<low { emit(inner) }
        if let high {
          var splits: [Int] = []
          for _ in low..<max(low, high) {
            splits.append(program.count)
            program.append(.accept)
            emit(inner)
          }
          for split in splits { program[split] = .split(split + 1, program.count) }
        } else {
          let split = program.count
          program.append(.accept)
          emit(inner)
          program.append(.jump(split))
          program[split] = .split(split + 1, program.count)
        }
      }
    }
  }
}
