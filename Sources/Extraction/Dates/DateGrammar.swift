import Diagnostics
import Prose
import Synchronization

/// The time rules and the words of the calendar, compiled. Made once and shared.
final class DateGrammar: Sendable {
  /// Rules with the program that finds their words.
  struct Pass: Sendable {
    var program: RuleProgram
    var alphabet: RuleAlphabet
    /// The rule of each pattern of the program.
    var rules: [Int]
    /// Classes of tokens that no test knows: other words, words with a capital, anything else.
    var otherWord: UInt16 = 0
    var otherName: UInt16 = 0
    var other: UInt16 = 0
    /// Classes of runs of one to four digits, by length and value, and of longer ones.
    var digits: [[UInt16]] = []
    var longNumber: UInt16 = 0
    /// Classes of dates found before, by the ``DateCategory`` they belong to as bits.
    var dates: [UInt16] = []
  }

  let lexicon: DateLexicon
  let rules: [DateRule]
  let diagnostics: [Diagnostic]
  let first: Pass
  let second: Pass
  private let idle = Mutex<[DateScanner]>([])

  static let builtIn = DateGrammar(Knowledge.files(in: "rules/time"))

  /// - Parameter files: rule files; those of a user come last.
  init(_ files: [SourceText], lexicon: DateLexicon = .builtIn) {
    let set = DateRuleSet(files, lexicon)
    self.lexicon = lexicon
    rules = set.rules
    diagnostics = lexicon.diagnostics + set.diagnostics
    first = DatePassBuilder.pass(set.first, lexicon)
    second = DatePassBuilder.pass(set.second, lexicon)
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
  static func pass(_ patterns: [(rule: Int, node: PatternNode)], _ lexicon: DateLexicon)
    -> DateGrammar.Pass
  {
    var program = RuleProgram()
    var rules: [Int] = []
    for (rule, node) in patterns {
      _ = program.add(node)
      rules.append(rule)
    }
    let tests = Tests(program.tests)
    let words = tests.words(with: lexicon)
    var pass = DateGrammar.Pass(
      program: program,
      alphabet: RuleAlphabet(tests: program.tests.count + 1, words: words.count), rules: rules)
    for (word, passed) in words {
      pass.alphabet.add(
        word, plain: pass.alphabet.add(passing: tests.any + passed.plain),
        capital: pass.alphabet.add(passing: tests.any + passed.capital))
    }
    pass.other = pass.alphabet.add(passing: tests.any)
    pass.otherWord = pass.other
    pass.otherName = pass.alphabet.add(passing: tests.any + tests.of(.name))
    pass.longNumber = pass.other
    addNumbers(&pass, tests)
    addDates(&pass, tests)
    return pass
  }

  private static func addNumbers(_ pass: inout DateGrammar.Pass, _ tests: Tests) {
    for digits in 1...4 {
      var classes: [UInt16] = []
      let limit = [10, 100, 1000, 10000][digits - 1]
      classes.reserveCapacity(limit)
      // No number between two bounds differs from its neighbours.
      let bounds = DateCategory.numberBounds.filter { $0 < limit } + [limit]
      for (first, next) in zip(bounds, bounds.dropFirst()) {
        let number = pass.alphabet.add(passing: tests.passed(by: first, digits: digits))
        classes.append(contentsOf: repeatElement(number, count: next - first))
      }
      pass.digits.append(classes)
    }
  }

  /// A class for each set of the categories of dates that were found.
  private static func addDates(_ pass: inout DateGrammar.Pass, _ tests: Tests) {
    let kinds = DateCategory.allCases.filter(\.isFound)
    for bits in 0..<(1 << kinds.count) {
      let passed = kinds.indices.filter { bits >> $0 & 1 == 1 }.flatMap { tests.of(kinds[$0]) }
      pass.dates.append(pass.alphabet.add(passing: tests.any + passed))
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
