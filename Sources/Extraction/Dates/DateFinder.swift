import Prose

/// A date found, before a context gives it a value.
struct FoundDate {
  /// All tokens that the rules took.
  var range: Range<Int>
  var expression: DateExpression
  /// The rules that made it, outermost first.
  var rules: [String]
  /// Dates something else than what the story tells.
  var isCited = false
}

/// Finds the date expressions among the tokens of one block.
struct DateFinder {
  let grammar: DateGrammar
  let scanner: DateScanner
  let words: BlockWords
  /// Numeric dates are month/day.
  var monthFirst = false
  var isCatalogue = false
  /// A heading gives the year.
  var hasYear = false
  /// What years in two digits lie near.
  var century = ShortYears()

  private typealias Items = UnsafeBufferPointer<RuleItem>

  /// Dates with the items that they were made of: from the first of the date itself to the last.
  private struct Match {
    var dates: [FoundDate]
    var start: Int
    var end: Int
    /// Tokens, with those around the date.
    var range: Range<Int>
  }

  /// Two rules that read the same words differently, neither before the other but in the files' order.
  struct Rivals {
    var words: String
    var rules: [String]
  }

  /// Called with rules that read the same words differently: tests of the rules ask for it.
  var onRivals: ((Rivals) -> Void)?

  mutating func find() -> [FoundDate] {
    let items = scanner.items(of: words, grammar.classes)
    var found = first(items)
    if isCatalogue, found.isEmpty, let year = RomanYear.date(in: words) { return [year] }
    // Ranges of parts of seasons of years: each pass can use what the one before made.
    for _ in 0..<4 where !found.isEmpty {
      guard let next = second(found, items) else { break }
      found = next
    }
    return found
  }

  private mutating func first(_ items: Items) -> [FoundDate] {
    var found: [FoundDate] = []
    let automaton = scanner.first
    let pass = grammar.first
    var i = 0
    while true {
      i = automaton.beginning(items, from: i)
      guard i < items.count else { return found }
      guard var match = match(items, at: i, pass, automaton, []) else {
        i += 1
        continue
      }
      // Words around a date do not keep a longer one from beginning among them.
      let isWeak = match.dates.first?.expression.isWeak == true
      for start in i + 1..<max(i + 1, isWeak ? match.end : match.start + 1) {
        if let other = self.match(items, at: start, pass, automaton, []),
          other.end > match.end
        {
          match = other
        }
      }
      found += match.dates
      if case .calendar(let date)? = match.dates.last?.expression, let year = date.year {
        century.named = year
      }
      // Words after the date are looked at again.
      i = max(i + 1, match.dates.last?.range.upperBound ?? match.end)
    }
  }

  /// Dates made of dates; nil when there is nothing to make.
  private func second(_ dates: [FoundDate], _ words: Items) -> [FoundDate]? {
    let items = scanner.items(with: dates, words, grammar.second)
    var found: [FoundDate] = []
    /// So many of the dates are in what was found, or were made part of others.
    var passed = 0
    var i = 0
    while true {
      i = scanner.second.beginning(items, from: i)
      guard i < items.count else { break }
      let closed = match(items, at: i, grammar.second, scanner.second, dates)
      let opened = opened(items, at: i, dates, words)
      let isOpened = opened.map { $0.range.upperBound > closed?.range.upperBound ?? 0 } ?? false
      guard let made = isOpened ? opened : closed else {
        i += 1
        continue
      }
      // "Moved from 30 April to 7 May": found before, and no longer by it.
      if let only = made.dates.first, made.dates.count == 1,
        dates.contains(where: { $0.range == only.range && $0.rules.first == only.rules.first })
      {
        i = made.end
        continue
      }
      let before = items[..<i].last { $0.date >= 0 }.map { Int($0.date) + 1 } ?? 0
      found += dates[passed..<max(passed, before)]
      found += made.dates
      passed = items[..<made.end].last { $0.date >= 0 }.map { Int($0.date) + 1 } ?? 0
      i = made.end
    }
    guard passed > 0 || !found.isEmpty else { return nil }
    return found + dates[passed...]
  }

  /// A match that takes a date's words anew: "two weeks after" of "two weeks after 5 May".
  private func opened(_ items: Items, at i: Int, _ dates: [FoundDate], _ words: Items) -> Match? {
    guard items[i].date >= 0, dates[Int(items[i].date)].expression.isWeak else { return nil }
    let taken = items[i].range
    let near =
      taken.map { words[$0].inSecondPass }
      + items[(i + 1)..<min(items.count, i + 1 + 2 * DateScanner.reach)]
    return near.withUnsafeBufferPointer { near in
      guard var match = match(near, at: 0, grammar.second, scanner.second, dates),
        match.end > taken.count
      else { return nil }
      match.end += i + 1 - taken.count
      return match
    }
  }

  /// The longest match at an item that makes sense, of several the first rule's.
  private func match(
    _ items: Items, at start: Int, _ pass: DateGrammar.Pass, _ automaton: RuleAutomaton,
    _ dates: [FoundDate]
  ) -> Match? {
    let ends = automaton.matches(items, at: start)
    for reached in ends.reversed() {
      let end = reached.item
      let patterns = automaton.patterns(reached.state)
      for pattern in patterns {
        guard let made = make(pattern, items, start..<end, pass, dates) else { continue }
        if onRivals != nil {
          for other in patterns where other > pattern {
            report(pattern, other, made, items, start..<end, pass, dates)
          }
        }
        let first = made.first?.range.lowerBound ?? 0
        let core = (start..<end).first { Int(items[$0].end) > first } ?? start
        return Match(
          dates: made, start: core, end: end,
          range: items[start].range.lowerBound..<items[end - 1].range.upperBound)
      }
    }
    return nil
  }

  /// Reports a pattern that reads the same words differently.
  private func report(
    _ pattern: Int, _ other: Int, _ made: [FoundDate], _ items: Items, _ range: Range<Int>,
    _ pass: DateGrammar.Pass, _ dates: [FoundDate]
  ) {
    guard let rival = make(other, items, range, pass, dates),
      rival.map(\.expression) != made.map(\.expression)
    else { return }
    let range = items.tokens(of: range)
    onRivals?(
      Rivals(
        words: String(
          decoding: words.bytes[
            words.tokens[range.lowerBound].start..<words.tokens[range.upperBound - 1].end],
          as: UTF8.self),
        rules: [pass.rules[pattern].id, pass.rules[other].id]))
  }

  private func make(
    _ pattern: Int, _ items: Items, _ range: Range<Int>, _ pass: DateGrammar.Pass,
    _ dates: [FoundDate]
  ) -> [FoundDate]? {
    let rule = pass.rules[pattern]
    let headed = rule.constants["headed"]?.number
    if rule.isForCatalogues && !isCatalogue || hasYear && headed == 0 || !hasYear && headed == 1 {
      return nil
    }
    let matcher = RuleMatcher(machine: pass.machine, items: items)
    guard let parts = matcher.parts(of: pattern, range) else { return nil }
    var captures = DateCaptures(
      parts: parts, items: items, constants: rule.constants, words: words, grammar: grammar,
      range: items.tokens(of: range), century: century)
    var rules = rule.ids
    if !dates.isEmpty {
      for (i, name) in parts.names.enumerated() {
        guard let part = parts[number: i], !part.isEmpty, items[part.lowerBound].date >= 0 else {
          continue
        }
        let date = dates[Int(items[part.lowerBound].date)]
        if name == "x" { continue }
        if name == "a" { captures.a = date.expression }
        if name == "b" { captures.b = date.expression }
        rules += date.rules
      }
    }
    if let gap = captures["g"], !captures.isClause(gap) { return nil }
    if rule.make == .nothing { return [] }
    let found: [FoundDate]
    if rule.make.makesSeveral {
      found = rule.make.several(captures).map { expression, part in
        FoundDate(range: part ?? captures.range, expression: expression, rules: rules)
      }
      if found.isEmpty { return nil }
    } else {
      guard let expression = rule.make.expression(captures, monthFirst) else { return nil }
      let range = captures["x"] ?? captures.range
      found = [FoundDate(range: range, expression: expression, rules: rules)]
    }
    let filter = DateFilter(words: words, isCatalogue: isCatalogue)
    guard found.allSatisfy({ filter.isDate(rule, $0) }) else { return nil }
    return found
  }
}
