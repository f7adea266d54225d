import Prose

/// A pattern as written, before it is compiled.
indirect enum PatternNode: Equatable, Sendable {
  case empty
  case word(WordKey)
  case words([WordKey])
  case category(Int)
  case any
  case adjacent
  case sequence([PatternNode])
  case choice([PatternNode])
  case repeated(PatternNode, Int, Int?)
  case named(String, PatternNode)

  /// The names that it gives to parts.
  var names: Set<String> {
    switch self {
    case .named(let name, let node): node.names.union([name])
    case .repeated(let node, _, _): node.names
    case .sequence(let nodes), .choice(let nodes):
      nodes.reduce(into: []) { $0.formUnion($1.names) }
    case .empty, .word, .words, .category, .any, .adjacent: []
    }
  }

  /// How many parts it names, those of the same name counted each.
  var namedCount: Int {
    switch self {
    case .named(_, let node): node.namedCount + 1
    case .repeated(let node, _, _): node.namedCount
    case .sequence(let nodes), .choice(let nodes): nodes.reduce(0) { $0 + $1.namedCount }
    case .empty, .word, .words, .category, .any, .adjacent: 0
    }
  }

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

  /// Adds the keys and classes with which a match can begin; false when any token can.
  func addFirst(keys: inout Set<WordKey>, classes: inout Set<Int>) -> Bool {
    switch self {
    case .empty, .adjacent: return true
    case .word(let key):
      keys.insert(key)
      return true
    case .words(let words):
      keys.formUnion(words)
      return true
    case .category(let number):
      classes.insert(number)
      return true
    case .any: return false
    case .named(_, let node), .repeated(let node, _, _):
      return node.addFirst(keys: &keys, classes: &classes)
    case .choice(let nodes):
      return nodes.allSatisfy { $0.addFirst(keys: &keys, classes: &classes) }
    case .sequence(let nodes):
      for node in nodes {
        guard node.addFirst(keys: &keys, classes: &classes) else { return false }
        if !node.canBeEmpty { return true }
      }
      return true
    }
  }
}
