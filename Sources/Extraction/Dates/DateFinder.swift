import Diagnostics
import Prose

/// A date found, before a context gives it a value.
struct FoundDate {
  /// All tokens that the rules took.
  var range: Range<Int>
  var expression: DateExpression
  /// The rules that made it, outermost first.
  var rules: [String]
}

/// Finds the date expressions among the tokens of one block.
struct DateFinder {
  let grammar: DateGrammar
  let scanner: DateScanner
  let text: SourceText
  let tokens: [Token]
  /// Numeric dates are month/day.
  var monthFirst = false
  var isCatalogue = false

  /// What one pass looks at: a token, or a date found before.
  private struct Item {
    var number: UInt16
    var isGlued: Bool
    var range: Range<Int>
    /// Index of a date found before.
    var date: Int?
  }

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

  func find() -> [FoundDate] {
    var found = first()
    // Ranges of parts of seasons of years: each pass can use what the one before made.
    for _ in 0..<4 where !found.isEmpty {
      guard let next = second(found) else { break }
      found = next
    }
    return found
  }

  private func items() -> [Item] {
    let pass = grammar.first
    return text.bytes.withUnsafeBufferPointer { bytes in
      var end = -1
      return tokens.indices.map { i in
        let item = Item(
          number: pass.number(of: tokens[i], in: bytes), isGlued: tokens[i].start == end,
          range: i..<(i + 1))
        end = tokens[i].end
        return item
      }
    }
  }

  private func first() -> [FoundDate] {
    scanner.first.tidy()
    let items = items()
    var found: [FoundDate] = []
    var i = 0
    while i < items.count {
      guard var match = match(items, at: i, grammar.first, scanner.first, []) else {
        i += 1
        continue
      }
      // Words around a date do not keep a longer one from beginning among them.
      let isWeak = match.dates.first?.expression.isWeak == true
      for start in i + 1..<max(i + 1, isWeak ? match.end : match.start + 1) {
        if let other = self.match(items, at: start, grammar.first, scanner.first, []),
          other.end > match.end
        {
          match = other
        }
      }
      found += match.dates
      // Words after the date are looked at again.
      i = max(i + 1, match.dates.last?.range.upperBound ?? match.end)
    }
    return found
  }

  /// Dates made of dates; nil when there is nothing to make.
  private func second(_ dates: [FoundDate]) -> [FoundDate]? {
    scanner.second.tidy()
    let items = items(with: dates)
    var found: [FoundDate] = []
    var isChanged = false
    var i = 0
    while i < items.count {
      let closed = match(items, at: i, grammar.second, scanner.second, dates)
      let opened = opened(items, at: i, dates)
      if let opened, opened.range.upperBound > closed?.range.upperBound ?? 0 {
        found += opened.dates
        isChanged = true
        i = opened.end
        continue
      }
      if let closed {
        found += closed.dates
        isChanged = true
        i = closed.end
        continue
      }
      if let date = items[i].date { found.append(dates[date]) }
      i += 1
    }
    return isChanged ? found : nil
  }

  /// A match that takes a date's words anew: "two weeks after" of "two weeks after 5 May".
  private func opened(_ items: [Item], at i: Int, _ dates: [FoundDate]) -> Match? {
    guard let number = items[i].date, dates[number].expression.isWeak else { return nil }
    let range = dates[number].range
    let words = text.bytes.withUnsafeBufferPointer { bytes in
      range.map { token($0, grammar.second, bytes) }
    }
    let near = words + items[(i + 1)..<min(items.count, i + 1 + 2 * Self.reach)]
    guard var match = match(near, at: 0, grammar.second, scanner.second, dates),
      match.end > words.count
    else { return nil }
    match.end += i + 1 - words.count
    return match
  }

  private func token(
    _ i: Int, _ pass: DateGrammar.Pass, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Item {
    Item(
      number: pass.number(of: tokens[i], in: bytes),
      isGlued: i > 0 && tokens[i].start == tokens[i - 1].end, range: i..<(i + 1))
  }

  /// The tokens around dates, and the dates as one item each.
  private func items(with dates: [FoundDate]) -> [Item] {
    let pass = grammar.second
    var items: [Item] = []
    var at = 0
    text.bytes.withUnsafeBufferPointer { bytes in
      for (number, date) in dates.enumerated() {
        let start = date.range.lowerBound
        for i in max(at, start - Self.reach)..<max(at, start) {
          items.append(token(i, pass, bytes))
        }
        items.append(
          Item(
            number: pass.dates[date.expression.categories],
            isGlued: start > 0 && tokens[start].start == tokens[start - 1].end, range: date.range,
            date: number))
        at = date.range.upperBound
        let next = number + 1 < dates.count ? dates[number + 1].range.lowerBound : tokens.count
        let stop = min(at + Self.reach, max(at, next))
        for i in at..<stop { items.append(token(i, pass, bytes)) }
        at = stop
      }
    }
    return items
  }

  /// So many tokens before and after a date can belong to it.
  private static let reach = 9

  /// The longest match at an item that makes sense, of several the first rule's.
  private func match(
    _ items: [Item], at start: Int, _ pass: DateGrammar.Pass, _ automaton: RuleAutomaton,
    _ dates: [FoundDate]
  ) -> Match? {
    var state = automaton.next(RuleAutomaton.start, items[start].number, isGlued: false)
    guard state != 0 else { return nil }
    var ends: [(end: Int, state: Int32)] = []
    var i = start + 1
    while true {
      if automaton.hasAccept(state) { ends.append((i, state)) }
      guard i < items.count, items[i].range.lowerBound == items[i - 1].range.upperBound else {
        break
      }
      state = automaton.next(state, items[i].number, isGlued: items[i].isGlued)
      if state == 0 { break }
      i += 1
    }
    for (end, state) in ends.reversed() {
      for pattern in automaton.accepts[Int(state)] {
        guard let made = make(pattern, items, start..<end, pass, dates) else { continue }
        let first = made.first?.range.lowerBound ?? 0
        if let onRivals {
          for other in automaton.accepts[Int(state)] where other > pattern {
            guard let rival = make(other, items, start..<end, pass, dates),
              rival.map(\.expression) != made.map(\.expression)
            else { continue }
            onRivals(
              Rivals(
                words: text.string(
                  Span(
                    tokens[items[start].range.lowerBound].start,
                    tokens[items[end - 1].range.upperBound - 1].end)),
                rules: [
                  grammar.rules[pass.rules[pattern]].id, grammar.rules[pass.rules[other]].id,
                ]))
          }
        }
        let core = items[start..<end].firstIndex { $0.range.upperBound > first } ?? start
        return Match(
          dates: made, start: core, end: end,
          range: items[start].range.lowerBound..<items[end - 1].range.upperBound)
      }
    }
    return nil
  }

  private func make(
    _ pattern: Int, _ items: [Item], _ range: Range<Int>, _ pass: DateGrammar.Pass,
    _ dates: [FoundDate]
  ) -> [FoundDate]? {
    let rule = grammar.rules[pass.rules[pattern]]
    if rule.isForCatalogues && !isCatalogue { return nil }
    let matcher = RuleMatcher(program: pass.program, alphabet: pass.alphabet) {
      (items[$0].number, items[$0].isGlued)
    }
    guard let parts = matcher.parts(of: pattern, range) else { return nil }
    func tokenRange(_ range: Range<Int>) -> Range<Int> {
      range.isEmpty
        ? items[range.lowerBound].range.lowerBound..<items[range.lowerBound].range.lowerBound
        : items[range.lowerBound].range.lowerBound..<items[range.upperBound - 1].range.upperBound
    }
    var captures = DateCaptures(
      parts: parts.map { ($0.name, tokenRange($0.range)) }, constants: rule.constants,
      tokens: tokens, text: text, lexicon: grammar.lexicon, range: tokenRange(range))
    var rules = [rule.id]
    for (name, part) in parts where !part.isEmpty {
      guard let date = items[part.lowerBound].date else { continue }
      captures.dates[name] = dates[date].expression
      rules += dates[date].rules
    }
    let made = rule.make.make(captures, monthFirst: monthFirst)
    if made.isEmpty { return rule.make == .nothing ? [] : nil }
    let found = made.map { expression, part in
      FoundDate(range: part ?? captures.range, expression: expression, rules: rules)
    }
    if !rule.isSecond {
      let filter = DateFilter(tokens: tokens, text: text, isCatalogue: isCatalogue)
      guard found.allSatisfy({ filter.isDate(rule, $0) }) else { return nil }
    }
    return found
  }
}
