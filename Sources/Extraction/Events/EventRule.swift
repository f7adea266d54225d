import Chronicle
import Diagnostics
import Prose

/// A rule that finds the deed in a clause: words that say which type of event is told.
///
/// An object, as each deed found carries its rule.
final class EventRule: Sendable {
  /// Which part the words play in their clause.
  enum Kind: String, Sendable {
    /// Says what is done: "visited", "was signed".
    case verb
    /// Names a deed: "visit", "agreement". A verb in the same clause takes precedence.
    case noun
    /// Stands for a clause in lists, tables and headlines: "President X in Baku".
    case entry
  }

  let id: String
  let type: EventType
  let kind: Kind
  /// Which of several rules in a clause decides, 1…9.
  let strength: Int
  /// A policy that stands: "has never recognised". No day told near it is its own, and what it denies
  /// is what it tells.
  let isStanding: Bool
  /// What is suffered where it is done, by whomever: a massacre.
  let isSuffered: Bool
  /// An act with lasting effect: "in force since" tells the moment it began.
  let isMoment: Bool
  /// Neither side does it to the other: both are told of.
  let isShared: Bool
  /// What the rule's own words speak for, whatever else the clause is about: an embassy is political.
  let domain: Domain?
  let patterns: [TokenPattern]
  /// Each must match somewhere in the clause.
  let with: [TokenPattern]
  /// None may match in the clause.
  let without: PatternList
  let examples: [RuleBlock.Field]
  let counterexamples: [RuleBlock.Field]
  let text: SourceText

  init(
    _ block: RuleBlock, type: EventType, kind: Kind, strength: Int, patterns: [TokenPattern],
    with: [TokenPattern], without: [TokenPattern]
  ) {
    id = block.id
    self.type = type
    self.kind = kind
    self.strength = strength
    isStanding = block.value("standing") == "yes"
    isSuffered = block.value("suffered") == "yes"
    isMoment = block.value("moment") == "yes"
    isShared = block.value("shared") == "yes"
    domain = block.value("domain").flatMap(Domain.init(rawValue:))
    self.patterns = patterns
    self.with = with
    self.without = PatternList(without)
    examples = block.values("example")
    counterexamples = block.values("not")
    text = block.text
  }
}

/// The classes of tokens that event rules may name with "@".
enum EventCategory: Int, CaseIterable {
  case state, demonym, city, org, office, person, date, money, number, ordinal, roman, proper
  case pronoun, quoted, body

  static var last: EventCategory { .body }

  static let numbers: [String: Int] = {
    var result: [String: Int] = [:]
    for category in allCases { result["\(category)"] = category.rawValue }
    return result
  }()
}

/// All event rules, compiled, with an index from first words.
struct EventRuleSet: Sendable {
  var rules: [EventRule] = []
  /// The patterns of all rules.
  private(set) var index = PatternIndex()
  /// The rule of each of them.
  private(set) var rulesOfPatterns: [EventRule] = []
  var diagnostics: [Diagnostic] = []

  static let builtIn = EventRuleSet(
    [
      "visits", "meetings", "agreements", "positions", "aid", "learning", "business",
      "works", "happenings",
    ].compactMap {
      Knowledge.file("rules/\($0).rules")
    })

  /// Compiles rule files; what is wrong with them is in ``diagnostics``.
  init(_ files: [SourceText]) {
    let compiler = PatternCompiler(
      categories: EventCategory.numbers, inflection: .english, macros: [:])
    for file in files {
      let (blocks, problems) = RuleFile.read(file)
      diagnostics += problems
      for block in blocks { add(block, compiler) }
    }
    index = PatternIndex(rules.flatMap(\.patterns), fact: .deed)
    rulesOfPatterns = rules.flatMap { rule in rule.patterns.map { _ in rule } }
  }

  private mutating func add(_ block: RuleBlock, _ compiler: PatternCompiler) {
    func problem(_ message: String, _ span: Span, _ hint: String) -> Diagnostic {
      Diagnostic(.error, "rules/event", message, at: .init(block.text, span), hints: [hint])
    }
    var patterns: [String: [TokenPattern]] = [:]
    for field in block.fields {
      switch field.key {
      case "pattern", "with", "without":
        do {
          patterns[field.key, default: []].append(try compiler.compile(field.value))
        } catch {
          let at = Span(min(field.span.end, field.span.start + error.offset), field.span.end)
          diagnostics.append(problem(error.message, at, "see the notation of patterns"))
        }
      case "type", "kind", "strength", "standing", "suffered", "moment", "shared", "domain",
        "example", "not":
        break
      default:
        diagnostics.append(
          problem(
            "no field \"\(field.key)\" in an event rule", field.span,
            "the fields are type, kind, strength, standing, domain, pattern, with, without, example, not"
          ))
      }
    }
    guard let type = block.value("type").flatMap(EventType.init(rawValue:)),
      let kind = block.value("kind").flatMap(EventRule.Kind.init(rawValue:)),
      let strength = block.value("strength").flatMap({ Int($0) }), (1...9).contains(strength),
      let own = patterns["pattern"], !own.isEmpty
    else {
      diagnostics.append(
        problem(
          "rule \"\(block.id)\" lacks a type, a kind, a strength 1…9 or a pattern", block.span,
          "see the rules beside it"))
      return
    }
    let rule = EventRule(
      block, type: type, kind: kind, strength: strength, patterns: own,
      with: patterns["with"] ?? [], without: patterns["without"] ?? [])
    rules.append(rule)
  }
}
