import Diagnostics
import Prose
import Synchronization

/// The time rules and the words of the calendar, compiled. Made once and shared.
final class DateGrammar: Sendable {
  /// Rules with the program that finds their words.
  final class Pass: Sendable {
    let machine: RuleMachine
    /// The rule of each pattern of the program.
    let rules: [DateRule]
    let classes: Classes
    /// Classes of dates found before, by the ``DateCategory`` they belong to as bits.
    let dates: [UInt16]

    init(_ machine: RuleMachine, rules: [DateRule], classes: Classes, dates: [UInt16]) {
      self.machine = machine
      self.rules = rules
      self.classes = classes
      self.dates = dates
    }
  }

  /// The classes of an alphabet, by what belongs to them.
  struct Classes: Sendable {
    /// Classes of words that some test knows: as they stand, and with a capital.
    var words: [(key: WordKey, plain: UInt16, capital: UInt16)] = []
    /// Classes of tokens that no test knows: words with a capital, anything else.
    var otherName: UInt16 = 0
    var other: UInt16 = 0
    /// Classes of runs of one to four digits, by length and value.
    var digits: [[UInt16]] = []
  }

  let lexicon: DateLexicon
  let rules: [DateRule]
  let diagnostics: [Diagnostic]
  let first: Pass
  let second: Pass
  let classes: DateTokenClasses
  private let idle = Mutex<[DateScanner]>([])

  static let builtIn = DateGrammar(Knowledge.files(in: "rules/time"))

  /// - Parameter files: rule files; those of a user come last.
  init(_ files: [SourceText], lexicon: DateLexicon = .builtIn) {
    let set = DateRuleSet(files, lexicon)
    self.lexicon = lexicon
    rules = set.rules
    diagnostics = lexicon.diagnostics + set.diagnostics
    first = DatePassBuilder.pass(set.first, set.rules, lexicon)
    second = DatePassBuilder.pass(set.second, set.rules, lexicon)
    classes = DateTokenClasses(first.classes, second.classes)
  }

  /// A scanner for one thread, with what it learnt before.
  func borrow() -> DateScanner {
    idle.withLock { $0.popLast() } ?? DateScanner(self)
  }

  func giveBack(_ scanner: DateScanner) {
    idle.withLock { $0.append(scanner) }
  }
}

/// Compiles one pass of a grammar.
enum DatePassBuilder {
  static func pass(
    _ patterns: [(rule: Int, node: PatternNode)], _ rules: [DateRule], _ lexicon: DateLexicon
  ) -> DateGrammar.Pass {
    var program = RuleProgram(room: 1 << 15)
    for (_, node) in patterns { _ = program.add(node) }
    let tests = Tests(program.tests)
    var alphabet = RuleAlphabet(tests: program.tests.count + 1)
    var classes = DateGrammar.Classes()
    // What most tokens are comes first: side by side in each row of the automaton.
    classes.other = alphabet.add(passing: tests.any)
    classes.otherName = alphabet.add(passing: tests.any + tests.of(.name))
    for (word, passed) in tests.words(with: lexicon) {
      let plain = alphabet.add(passing: tests.any + passed.plain)
      classes.words.append((word, plain, alphabet.add(passing: tests.any + passed.capital)))
    }
    classes.digits = numbers(&alphabet, tests)
    let dates = dates(&alphabet, tests)
    return DateGrammar.Pass(
      RuleMachine(program, alphabet), rules: patterns.map { rules[$0.rule] }, classes: classes,
      dates: dates)
  }

  private static func numbers(_ alphabet: inout RuleAlphabet, _ tests: Tests) -> [[UInt16]] {
    (1...4).map { digits in
      var classes: [UInt16] = []
      let limit = [10, 100, 1000, 10000][digits - 1]
      classes.reserveCapacity(limit)
      // No number between two bounds differs from its neighbours.
      let bounds = DateCategory.numberBounds.filter { $0 < limit } + [limit]
      for (first, next) in zip(bounds, bounds.dropFirst()) {
        let number = alphabet.add(passing: tests.passed(by: first, digits: digits))
        classes.append(contentsOf: repeatElement(number, count: next - first))
      }
      return classes
    }
  }

  /// A class for each set of the categories of dates that were found.
  private static func dates(_ alphabet: inout RuleAlphabet, _ tests: Tests) -> [UInt16] {
    let kinds = DateCategory.allCases.filter(\.isFound)
    return (0..<(1 << kinds.count)).map { bits in
      let passed = kinds.indices.filter { bits >> $0 & 1 == 1 }.flatMap { tests.of(kinds[$0]) }
      return alphabet.add(passing: tests.any + passed)
    }
  }
}

/// The tests of a program, by what they ask for.
private struct Tests {
  private var byWord: [WordKey: Int] = [:]
  private var byCategory: [DateCategory: Int] = [:]
  private(set) var any: [Int] = []
  private var known: [(category: DateCategory, test: Int)] = []

  init(_ tests: [TokenTest]) {
    for (number, test) in tests.enumerated() {
      switch test {
      case .word(let key): byWord[key] = number
      case .category(let category): byCategory[DateCategory.numbered[category]] = number
      case .any: any = [number]
      }
    }
    for category in DateCategory.allCases where !category.isFound {
      if let test = byCategory[category] { known.append((category, test)) }
    }
  }

  func of(_ category: DateCategory) -> [Int] { byCategory[category].map { [$0] } ?? [] }

  /// The words that some test knows, with the tests that they pass as they stand and with a capital.
  func words(with lexicon: DateLexicon) -> [(WordKey, (plain: [Int], capital: [Int]))] {
    var result: [WordKey: (plain: [Int], capital: [Int])] = [:]
    for (word, test) in byWord { result[word] = ([test], [test]) }
    for (category, test) in known {
      for entry in lexicon.entries[category.source] ?? [] where entry.words.count == 1 {
        var passed = result[entry.words[0]] ?? ([], [])
        if passed.capital.last != test { passed.capital.append(test) }
        if !entry.needsCapital || category.takesAnyCase, passed.plain.last != test {
          passed.plain.append(test)
        }
        result[entry.words[0]] = passed
      }
    }
    return result.sorted { $0.key.value < $1.key.value }.map { ($0.key, $0.value) }
  }

  func passed(by value: Int, digits: Int) -> [Int] {
    var result = any
    for (category, test) in known where category.contains(value, digits: digits) {
      result.append(test)
    }
    return result
  }
}
