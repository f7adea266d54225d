import Prose

/// Parses the notation of ``TokenPattern``.
struct PatternParser {
  /// The pattern in UTF-8.
  let text: [UInt8]
  var at = 0
  let compiler: PatternCompiler

  init(text: [UInt8], compiler: PatternCompiler) {
    self.text = text
    self.compiler = compiler
  }

  func error(_ message: String) -> PatternError { PatternError(message: message, offset: at) }

  func unexpected() -> PatternError {
    let character = String(decoding: text[at...], as: UTF8.self).prefix(1)
    return error("unexpected \"\(character)\"")
  }

  /// What is written in a range, as text.
  private func string(_ range: Range<Int>) -> String {
    String(decoding: text[range], as: UTF8.self)
  }

  /// Whether a mark of ASCII stands here.
  private func sees(_ mark: Unicode.Scalar) -> Bool {
    at < text.count && text[at] == UInt8(ascii: mark)
  }

  mutating func skipSpaces() {
    while sees(" ") || sees("\t") { at += 1 }
  }

  mutating func alternatives() throws(PatternError) -> PatternNode {
    let first = try sequence()
    guard sees("|") else { return first }
    var choices = [first]
    while sees("|") {
      at += 1
      choices.append(try sequence())
    }
    return .choice(choices)
  }

  mutating func sequence() throws(PatternError) -> PatternNode {
    var nodes: [PatternNode] = []
    while true {
      skipSpaces()
      guard at < text.count, !sees("|"), !sees(")") else { break }
      nodes.append(try quantified())
    }
    return nodes.count == 1 ? nodes[0] : .sequence(nodes)
  }

  mutating func quantified() throws(PatternError) -> PatternNode {
    var node = try atom()
    while at < text.count {
      switch text[at] {
      case UInt8(ascii: "?"): node = .repeated(node, 0, 1)
      case UInt8(ascii: "*"): node = .repeated(node, 0, nil)
      case UInt8(ascii: "+"): node = .repeated(node, 1, nil)
      case UInt8(ascii: "{"):
        guard let close = text[at...].firstIndex(of: UInt8(ascii: "}")) else {
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
    case UInt8(ascii: "("):
      at += 1
      let node = try alternatives()
      guard sees(")") else { throw error("\"(\" without \")\"") }
      at += 1
      return node
    case UInt8(ascii: "\""):
      guard let close = text[(at + 1)...].firstIndex(of: UInt8(ascii: "\"")) else {
        throw error("unclosed quote")
      }
      let literal = (at + 1)..<close
      at = close + 1
      return literalNode(literal)
    case UInt8(ascii: "^"):
      at += 1
      return .adjacent
    case UInt8(ascii: "@"):
      at += 1
      let name = string(word())
      guard let number = compiler.categories[name] else { throw error("no class \"@\(name)\"") }
      return .category(number)
    case UInt8(ascii: "$"):
      at += 1
      let name = string(word())
      guard let node = compiler.macros[name] else { throw error("no macro \"$\(name)\"") }
      return node
    case UInt8(ascii: "~"):
      at += 1
      let lemma = word()
      guard !lemma.isEmpty else { throw error("expected a word after \"~\"") }
      return .words(compiler.inflection().forms(of: string(lemma)).map { WordKey($0) })
    default: return try wordOrName()
    }
  }

  /// A word of the text, any token, or the name of what follows.
  private mutating func wordOrName() throws(PatternError) -> PatternNode {
    let name = word()
    guard !name.isEmpty else { throw unexpected() }
    if name.count == 1, text[name.lowerBound] == UInt8(ascii: "_") { return .any }
    guard sees("=") else { return literalNode(name) }
    at += 1
    skipSpaces()
    guard at < text.count else { throw error("expected something after \"=\"") }
    return .named(string(name), try quantified())
  }

  private mutating func word() -> Range<Int> {
    let start = at
    while at < text.count, !Self.endsWord(text[at]) { at += 1 }
    return start..<at
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: "|"), UInt8(ascii: "?"), UInt8(ascii: "*"), UInt8(ascii: "+"),
      UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\""), UInt8(ascii: "^"),
      UInt8(ascii: "="), UInt8(ascii: "@"), UInt8(ascii: "$"), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  private func literalNode(_ literal: Range<Int>) -> PatternNode {
    // One token, as behind a word.
    if text[literal].elementsEqual("'s".utf8) { return .word(Tokenizer.possessive) }
    if let key = Tokenizer.key(plain: text[literal]) { return .word(key) }
    let tokens = Tokenizer.tokens(of: Array(text[literal]))
    if tokens.isEmpty { return .empty }
    return tokens.count == 1 ? .word(tokens[0].key) : .sequence(tokens.map { .word($0.key) })
  }
}
