import Prose

/// Parses the notation of ``TokenPattern``.
struct PatternParser {
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

  mutating func alternatives() throws(PatternError) -> PatternNode {
    var choices: [PatternNode] = [try sequence()]
    while at < text.count, text[at] == "|" {
      at += 1
      choices.append(try sequence())
    }
    return choices.count == 1 ? choices[0] : .choice(choices)
  }

  mutating func sequence() throws(PatternError) -> PatternNode {
    var nodes: [PatternNode] = []
    while true {
      skipSpaces()
      guard at < text.count, text[at] != "|", text[at] != ")" else { break }
      nodes.append(try quantified())
    }
    return nodes.count == 1 ? nodes[0] : .sequence(nodes)
  }

  mutating func quantified() throws(PatternError) -> PatternNode {
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

  mutating func atom() throws(PatternError) -> PatternNode {
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
      var inner = PatternParser(text: Array(macro.unicodeScalars), compiler: compiler)
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

  private mutating func quantifiedForName() throws(PatternError) -> PatternNode {
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

  private func literalNode(_ literal: String) -> PatternNode {
    let tokens = Tokenizer.tokens(of: Array(literal.utf8))
    if tokens.isEmpty { return .empty }
    return tokens.count == 1 ? .word(tokens[0].key) : .sequence(tokens.map { .word($0.key) })
  }
}
