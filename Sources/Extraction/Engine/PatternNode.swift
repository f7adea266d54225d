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
