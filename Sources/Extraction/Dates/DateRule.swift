import Chronology
import Diagnostics
import Prose

/// A rule that finds date words, with the production that gives them a meaning.
struct DateRule: Sendable {
  var id: String
  /// Names the production in ``DateProduction``.
  var make: DateProduction
  /// What the rule adds to the captures: `m=12 d=25`.
  var constants: [String: String]
  /// Its patterns stand on dates found before.
  var isSecond: Bool
  /// Only in catalogue mode.
  var isForCatalogues: Bool
  /// The mode, day and manner in which its examples are read.
  var mode: DateReader.Mode
  var reference: Day?
  var locale: String
  var examples: [RuleBlock.Field]
  var counterexamples: [RuleBlock.Field]
}

/// Rules as read from files, not yet compiled.
struct DateRuleSet {
  private(set) var rules: [DateRule] = []
  /// Parsed patterns with the numbers of their rules, of the first and of the second pass.
  private(set) var first: [(rule: Int, node: PatternNode)] = []
  private(set) var second: [(rule: Int, node: PatternNode)] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ files: [SourceText], _ lexicon: DateLexicon) {
    for file in files {
      var compiler = PatternCompiler(categories: DateCategory.numbers, inflection: .english)
      for (name, pattern, span) in RuleFile.definitions(file) {
        do {
          compiler.macros[name] = try compiler.parse(pattern)
        } catch { report(error, file, span) }
      }
      let (blocks, problems) = RuleFile.read(file)
      diagnostics += problems
      for block in blocks { add(block, compiler, lexicon) }
    }
  }

  private mutating func add(
    _ block: RuleBlock, _ compiler: PatternCompiler, _ lexicon: DateLexicon
  ) {
    let words = (block.value("make") ?? "").split(separator: " ").map(String.init)
    guard let name = words.first, let make = DateProduction(rawValue: name) else {
      diagnostics.append(
        Diagnostic(
          .error, "rules/time", "rule \"\(block.id)\" names no production",
          at: .init(block.text, block.span),
          hints: [
            "add a line \"make NAME\", one of "
              + DateProduction.allCases.map(\.rawValue).joined(separator: ", ")
          ]))
      return
    }
    for field in block.fields where !Self.keys.contains(field.key) {
      diagnostics.append(
        Diagnostic(
          .error, "rules/time", "unknown field \"\(field.key)\"", at: .init(block.text, field.span),
          hints: ["fields are \(Self.keys.joined(separator: ", "))"]))
    }
    var rule = DateRule(
      id: block.id, make: make, constants: [:], isSecond: false,
      isForCatalogues: block.value("mode") == "catalogue",
      mode: block.value("mode").flatMap { DateReader.Mode(rawValue: $0) } ?? .news,
      reference: block.value("reference").flatMap { EDTF($0)?.earliest }
        ?? Day(year: 2017, month: 1, day: 16),
      locale: block.value("locale") ?? "en-GB", examples: block.values("example"),
      counterexamples: block.values("not"))
    for word in words.dropFirst() {
      let parts = word.split(separator: "=")
      if parts.count == 2 { rule.constants[String(parts[0])] = String(parts[1]) }
    }
    var nodes: [PatternNode] = []
    for field in block.values("pattern") {
      do {
        nodes.append(try compiler.parse(field.value))
      } catch { report(error, block.text, field.span) }
    }
    rule.isSecond = nodes.contains(where: \.standsOnDates)
    let number = rules.count
    rules.append(rule)
    let expanded = nodes.map { (number, $0.expanded(lexicon)) }
    if rule.isSecond { second += expanded } else { first += expanded }
  }

  private mutating func report(_ error: any Error, _ text: SourceText, _ span: Span) {
    guard let error = error as? PatternError else { return }
    let at = Span(min(span.end, span.start + error.offset), span.end)
    diagnostics.append(Diagnostic(.error, "rules/time", error.message, at: .init(text, at)))
  }

  private static let keys = [
    "pattern", "make", "example", "not", "reference", "locale", "mode",
  ]
}

extension PatternNode {
  /// Names a class of dates that were found before.
  var standsOnDates: Bool {
    switch self {
    case .category(let number): DateCategory.numbered[number].isFound
    case .sequence(let nodes), .choice(let nodes): nodes.contains(where: \.standsOnDates)
    case .repeated(let node, _, _), .named(_, let node): node.standsOnDates
    case .empty, .word, .words, .any, .adjacent: false
    }
  }

  /// With the phrases of several words that its classes hold.
  func expanded(_ lexicon: DateLexicon) -> PatternNode {
    switch self {
    case .category(let number): lexicon.expansion(of: DateCategory.numbered[number])
    case .sequence(let nodes): .sequence(nodes.map { $0.expanded(lexicon) })
    case .choice(let nodes): .choice(nodes.map { $0.expanded(lexicon) })
    case .repeated(let node, let low, let high): .repeated(node.expanded(lexicon), low, high)
    case .named(let name, let node): .named(name, node.expanded(lexicon))
    case .empty, .word, .words, .any, .adjacent: self
    }
  }
}
