import Prose

/// What is wrong with a pattern, and at which scalar of it.
struct PatternError: Error, Equatable {
  var message: String
  var offset: Int
}

/// Compiles the notation of ``TokenPattern``.
struct PatternCompiler {
  /// Numbers of the classes that patterns may name.
  var categories: [String: Int]
  var inflection: Inflection
  /// Patterns by name, put in where `$name` stands.
  var macros: [String: String] = [:]

  func compile(_ text: String) throws(PatternError) -> TokenPattern {
    var parser = Parser(text: Array(text.unicodeScalars), compiler: self)
    let node = try parser.alternatives()
    if parser.at < parser.text.count { throw parser.unexpected() }
    var emitter = Emitter()
    emitter.emit(node)
    emitter.program.append(.accept)
    var keys: Set<WordKey> = []
    let hasKeys = node.addFirstKeys(to: &keys)
    return TokenPattern(
      program: emitter.program, names: emitter.names, firstKeys: hasKeys ? keys : nil)
  }

  fileprivate indirect enum Node {
    case empty
    case word(WordKey)
    case words([WordKey])
    case category(Int)
    case any
    case adjacent
    case sequence([Node])
    case choice([Node])
    case repeated(Node, Int, Int?)
    case named(String, Node)

    var canBeEmpty: Bool {
      switch self {
      case .empty, .adjacent: true
      case .word, .words, .category, .any: false
      case .sequence(let nodes): nodes.allSatisfy(\.canBeEmpty)
      case .choice(let nodes): nodes.contains(where: \.canBeEmpty)
      case .repeated(let node, let low, _): low == 0 || node.canBeEmpty
      case .named(_, let node): node.canBeEmpty
      }
    }

    /// Adds the keys with which a match can begin; false when a class or any token can.
    func addFirstKeys(to all: inout Set<WordKey>) -> Bool {
      switch self {
      case .empty, .adjacent: return true
      case .word(let key):
        all.insert(key)
        return true
      case .words(let keys):
        all.formUnion(keys)
        return true
      case .category, .any: return false
      case .named(_, let node), .repeated(let node, _, _): return node.addFirstKeys(to: &all)
      case .choice(let nodes): return nodes.allSatisfy { $0.addFirstKeys(to: &all) }
      case .sequence(let nodes):
        for node in nodes {
          guard node.addFirstKeys(to: &all) else { return false }
          if !node.canBeEmpty { return true }
        }
        return true
      }
    }
  }

  private struct Parser {
    var text: [Unicode.Scalar]
    var at = 0
    let compiler: PatternCompiler

    init(text: [Unicode.Scalar], compiler: PatternCompiler) {
      self.text = text
      self.compiler = compiler
    }

    func error(_ message: String) -> PatternError { PatternError(message: message, offset: at) }

    func unexpected() -> PatternError { error("unexpected \"\(text[at])\"") }

    /// What is written in a range, as text.
    private func string(_ range: Range<Int>) -> String {
      var result = String.UnicodeScalarView()
      result.append(contentsOf: text[range])
      return String(result)
    }

    mutating func skipSpaces() {
      while at < text.count, text[at] == " " || text[at] == "\t" { at += 1 }
    }

    mutating func alternatives() throws(PatternError) -> Node {
      var choices: [Node] = [try sequence()]
      while at < text.count, text[at] == "|" {
        at += 1
        choices.append(try sequence())
      }
      return choices.count == 1 ? choices[0] : .choice(choices)
    }

    mutating func sequence() throws(PatternError) -> Node {
      var nodes: [Node] = []
      while true {
        skipSpaces()
        guard at < text.count, text[at] != "|", text[at] != ")" else { break }
        nodes.append(try quantified())
      }
      return nodes.count == 1 ? nodes[0] : .sequence(nodes)
    }

    mutating func quantified() throws(PatternError) -> Node {
      var node = try atom()
      while at < text.count {
        switch text[at] {
        case "?": node = .repeated(node, 0, 1)
        case "*": node = .repeated(node, 0, nil)
        case "+": node = .repeated(node, 1, nil)
        case "{":
          guard let close = text[at...].firstIndex(of: "}") else {
            throw error("\"{\" without \"}\"")
          }
          let bounds = string((at + 1)..<close).split(separator: ",")
          guard bounds.count == 2, let low = Int(bounds[0]), let high = Int(bounds[1]), low <= high
          else { throw error("expected {least,most}") }
          node = .repeated(node, low, high)
          at = close
        default: return node
        }
        at += 1
      }
      return node
    }

    mutating func atom() throws(PatternError) -> Node {
      switch text[at] {
      case "(":
        at += 1
        let node = try alternatives()
        guard at < text.count, text[at] == ")" else { throw error("\"(\" without \")\"") }
        at += 1
        return node
      case "\"":
        guard let close = text[(at + 1)...].firstIndex(of: "\"") else {
          throw error("unclosed quote")
        }
        let literal = string((at + 1)..<close)
        at = close + 1
        return literalNode(literal)
      case "^":
        at += 1
        return .adjacent
      case "@":
        at += 1
        let name = word()
        guard let number = compiler.categories[name] else { throw error("no class \"@\(name)\"") }
        return .category(number)
      case "$":
        at += 1
        let name = word()
        guard let macro = compiler.macros[name] else { throw error("no macro \"$\(name)\"") }
        var inner = Parser(text: Array(macro.unicodeScalars), compiler: compiler)
        return try inner.alternatives()
      case "~":
        at += 1
        let lemma = word()
        guard !lemma.isEmpty else { throw error("expected a word after \"~\"") }
        return .words(compiler.inflection.forms(of: lemma).map { WordKey($0) })
      default:
        let start = at
        let name = word()
        if name == "_" { return .any }
        guard !name.isEmpty else { throw unexpected() }
        if at < text.count, text[at] == "=" {
          at += 1
          return .named(name, try quantifiedForName())
        }
        at = start + name.unicodeScalars.count
        return literalNode(name)
      }
    }

    private mutating func quantifiedForName() throws(PatternError) -> Node {
      skipSpaces()
      guard at < text.count else { throw error("expected something after \"=\"") }
      return try quantified()
    }

    private mutating func word() -> String {
      let start = at
      while at < text.count, !Self.marks.contains(text[at]) { at += 1 }
      return string(start..<at)
    }

    /// What ends a word.
    private static let marks = Array(" \t()|?*+{}\"^=@$~".unicodeScalars)

    private func literalNode(_ literal: String) -> Node {
      let tokens = Tokenizer.tokens(of: Array(literal.utf8))
      if tokens.isEmpty { return .empty }
      return tokens.count == 1 ? .word(tokens[0].key) : .sequence(tokens.map { .word($0.key) })
    }
  }

  private struct Emitter {
    var program: [TokenPattern.Instruction] = []
    var names: [String] = []

    mutating func emit(_ node: Node) {
      switch node {
      case .empty: break
      case .word(let key): program.append(.key(key))
      case .words(let keys): program.append(.keys(keys))
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
      case .choice(let nodes):
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
