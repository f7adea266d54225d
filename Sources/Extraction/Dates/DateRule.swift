import Chronology
import Diagnostics
import Prose

/// A rule that finds date words, with the production that gives them a meaning.
final class DateRule: Sendable {
  let id: String
  /// Its name alone: what a date that it makes is made by.
  let ids: [String]
  /// Names the production in ``DateProduction``.
  let make: DateProduction
  /// What the rule adds to the captures: `m=12 d=25`.
  let constants: Constants
  /// Words behind a match that make it none: `unless=of|after`.
  let unless: [WordKey]
  /// What must stand around a match.
  let bounds: Bounds
  /// Holds for the first words of a block alone.
  let isFirst: Bool
  /// Its patterns stand on dates found before.
  let isSecond: Bool
  /// Only in catalogue mode.
  let isForCatalogues: Bool
  /// The mode, day and manner in which its examples are read.
  let mode: DateReader.Mode
  let reference: Day?
  let locale: String
  let examples: [RuleBlock.Field]
  let counterexamples: [RuleBlock.Field]

  init(_ block: RuleBlock, _ make: DateProduction, _ constants: Constants, isSecond: Bool) {
    id = block.id
    ids = [block.id]
    self.make = make
    self.constants = constants
    isFirst = constants["first"] != nil
    bounds = Bounds(constants)
    unless = (constants["unless"]?.text ?? "").split(separator: "|").map { WordKey(String($0)) }
    self.isSecond = isSecond
    isForCatalogues = block.value("mode") == "catalogue"
    mode = block.value("mode").flatMap { DateReader.Mode(rawValue: $0) } ?? .news
    reference =
      block.value("reference").flatMap { EDTF($0)?.earliest } ?? Day(year: 2017, month: 1, day: 16)
    locale = block.value("locale") ?? "en-GB"
    examples = block.values("example")
    counterexamples = block.values("not")
  }
}

extension DateRule {
  /// What must stand around a match, by the names of the constants that say so.
  struct Bounds: OptionSet {
    let rawValue: UInt8

    /// No word but one that goes on.
    static let open = Bounds(rawValue: 1)
    /// No word but one with which another clause begins.
    static let alone = Bounds(rawValue: 2)
    /// A mark, or nothing.
    static let closed = Bounds(rawValue: 4)
    /// No "for" before it.
    static let timed = Bounds(rawValue: 8)
    /// No number and no name behind it.
    static let last = Bounds(rawValue: 16)
    /// The head of a sentence, and no rank behind it.
    static let opening = Bounds(rawValue: 32)
    /// The head of a clause.
    static let clause = Bounds(rawValue: 64)

    private static let names: [(CaptureName, Bounds)] = [
      ("open", .open), ("alone", .alone), ("closed", .closed), ("timed", .timed), ("last", .last),
      ("opening", .opening), ("clause", .clause),
    ]

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ constants: Constants) {
      self = []
      for (name, bound) in Self.names where constants[name] != nil { insert(bound) }
    }
  }

  /// Values by name.
  struct Constants: Sendable {
    private var all: [(name: CaptureName, value: DateLexicon.Value)] = []

    /// Reads "name=value", in words.
    init(_ words: some Sequence<String>) {
      for word in words {
        let parts = word.split(separator: "=")
        if parts.count == 2 { all.append((CaptureName(parts[0].utf8), .init(String(parts[1])))) }
      }
    }

    subscript(name: CaptureName) -> DateLexicon.Value? { all.first { $0.name == name }?.value }

    var isEmpty: Bool { all.isEmpty }
  }
}

/// Rules as read from files, not yet compiled.
struct DateRuleSet {
  private(set) var rules: [DateRule] = []
  /// Parsed patterns with the numbers of their rules, of the first and of the second pass.
  private(set) var first: [(rule: Int, node: PatternNode)] = []
  private(set) var second: [(rule: Int, node: PatternNode)] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// What each class of words stands for, by its number.
  private let expansions: [PatternNode]

  init(_ files: [SourceText], _ lexicon: DateLexicon) {
    expansions = DateCategory.numbered.map(lexicon.expansion)
    for file in files {
      var compiler = PatternCompiler(categories: DateCategory.numbers, inflection: .english)
      for (name, pattern, span) in RuleFile.definitions(file) {
        do {
          compiler.macros[name] = try compiler.parse(pattern)
        } catch { report(error, file, span) }
      }
      let (blocks, problems) = RuleFile.read(file)
      diagnostics += problems
      for block in blocks { add(block, compiler) }
    }
  }

  private mutating func add(_ block: RuleBlock, _ compiler: PatternCompiler) {
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
    var nodes: [PatternNode] = []
    for field in block.values("pattern") {
      do {
        let node = try compiler.parse(field.value)
        let most = RuleMatcher.mostNames
        guard node.namedCount <= most || node.names.count <= most else {
          throw PatternError(message: "more than \(most) names", offset: 0)
        }
        nodes.append(node)
      } catch { report(error, block.text, field.span) }
    }
    let rule = DateRule(
      block, make, .init(words.dropFirst()), isSecond: nodes.contains(where: \.standsOnDates))
    let number = rules.count
    rules.append(rule)
    let expanded = nodes.map { (number, $0.expanded(expansions)) }
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

  /// With the phrases of several words that its classes hold, by their numbers.
  func expanded(_ classes: [PatternNode]) -> PatternNode {
    switch self {
    case .category(let number): classes[number]
    case .sequence(let nodes): .sequence(nodes.map { $0.expanded(classes) })
    case .choice(let nodes): .choice(nodes.map { $0.expanded(classes) })
    case .repeated(let node, let low, let high): .repeated(node.expanded(classes), low, high)
    case .named(let name, let node): .named(name, node.expanded(classes))
    case .empty, .word, .words, .any, .adjacent: self
    }
  }
}
