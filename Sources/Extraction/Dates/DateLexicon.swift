import Diagnostics
import Prose

/// The classes that time rules may name with "@".
enum DateCategory: String, CaseIterable {
  case day, daynth, nth, month, monthnumber, year, yearend, yearish, twodigits, season, weekday
  case quarter, half, part, unit, count, relativeyear, relativeday, roman

  /// In the order of their numbers.
  static let numbered = allCases

  static let numbers: [String: Int] = {
    var result: [String: Int] = [:]
    for (i, category) in numbered.enumerated() { result[category.rawValue] = i }
    return result
  }()
}

/// The words of the calendar, from `lexicon/time.tsv`.
struct DateLexicon: Sendable {
  struct Entry: Sendable {
    var words: [WordKey]
    var value: String
  }

  /// Entries by class and first word, longest first.
  private var entries: [String: [WordKey: [Entry]]] = [:]
  /// Words with which an entry begins.
  private(set) var starts: Set<WordKey> = []
  private(set) var diagnostics: [Diagnostic] = []

  static let builtIn = DateLexicon(Knowledge.file("lexicon/time.tsv"))

  init(_ table: SourceText?) {
    guard let table else { return }
    for index in table.lineStarts.indices {
      let span = table.line(index)
      let line = table.string(span)
      if line.isEmpty || line.hasPrefix("#") { continue }
      let columns = line.split(separator: "\t")
      guard columns.count == 3, DateCategory(rawValue: String(columns[0])) != nil else {
        diagnostics.append(
          Diagnostic(
            .error, "lexicon/time", "expected class, value, words", at: .init(table, span),
            hints: ["separate the three columns by tabs"]))
        continue
      }
      for phrase in columns[2].split(separator: "|") {
        let keys = Tokenizer.tokens(of: Array(phrase.utf8)).map(\.key)
        guard let first = keys.first else { continue }
        starts.insert(first)
        entries[String(columns[0]), default: [:]][first, default: []].append(
          Entry(words: keys, value: String(columns[1])))
      }
    }
    for (category, table) in entries {
      for (key, list) in table {
        entries[category]?[key] = list.sorted { $0.words.count > $1.words.count }
      }
    }
  }

  /// The longest entry of a class at a token: its value and end.
  func find(_ category: DateCategory, _ tokens: [Token], at i: Int) -> (value: String, end: Int)? {
    guard i < tokens.count, let list = entries[category.rawValue]?[tokens[i].key] else {
      return nil
    }
    for entry in list where i + entry.words.count <= tokens.count {
      if entry.words.indices.allSatisfy({ tokens[i + $0].key == entry.words[$0] }) {
        return (entry.value, i + entry.words.count)
      }
    }
    return nil
  }
}

/// Numbers and calendar words at a token of one block.
struct DateWordReader: TokenClasses {
  let tokens: [Token]
  let text: SourceText
  let lexicon: DateLexicon

  /// End of what a class matches at a token, or nil.
  func end(_ category: DateCategory, at i: Int) -> Int? { value(category, at: i)?.end }

  func end(of category: Int, at token: Int) -> Int? {
    end(DateCategory.numbered[category], at: token)
  }

  /// Number and end of a class at a token; month and season words give their numbers.
  func value(_ category: DateCategory, at i: Int) -> (value: Int, end: Int)? {
    guard i < tokens.count else { return nil }
    switch category {
    case .day: return digits(i, 1...2, 1...31)
    case .nth: return nth(i)
    case .daynth:
      if let ordinal = nth(i) { return ordinal }
      return digits(i, 1...2, 1...31)
    case .monthnumber:
      if let number = digits(i, 1...2, 1...12) { return number }
      guard tokens[i].isCapitalised else { return nil }
      return word(.roman, i)
    case .year: return year(i)
    case .yearend: return digits(i, 4...4, 1000...2199) ?? digits(i, 2...2, 0...99)
    case .yearish: return digits(i, 4...4, 1900...2199) ?? digits(i, 2...2, 0...99)
    case .twodigits: return digits(i, 2...2, 0...99)
    case .count: return digits(i, 1...3, 1...999) ?? word(.count, i)
    case .month: return tokens[i].isCapitalised ? word(.month, i) : nil
    case .weekday: return tokens[i].isCapitalised ? word(.weekday, i) : nil
    case .season, .quarter, .half: return word(category, i)
    default: return lexicon.find(category, tokens, at: i).map { (0, $0.end) }
    }
  }

  private func word(_ category: DateCategory, _ i: Int) -> (value: Int, end: Int)? {
    guard let found = lexicon.find(category, tokens, at: i), let number = Int(found.value) else {
      return nil
    }
    return (number, found.end)
  }

  private func digits(_ i: Int, _ length: ClosedRange<Int>, _ range: ClosedRange<Int>)
    -> (value: Int, end: Int)?
  {
    let token = tokens[i]
    guard token.kind == .number, length.contains(token.end - token.start) else { return nil }
    var number = 0
    for k in token.start..<token.end {
      let digit = Int(text.bytes[k]) - 48
      guard (0...9).contains(digit) else { return nil }
      number = number * 10 + digit
    }
    return range.contains(number) ? (number, i + 1) : nil
  }

  private func nth(_ i: Int) -> (value: Int, end: Int)? {
    if let number = digits(i, 1...2, 1...31), i + 1 < tokens.count,
      tokens[i + 1].start == tokens[i].end, Self.endings.contains(tokens[i + 1].key)
    {
      return (number.value, i + 2)
    }
    return word(.nth, i)
  }

  /// Four digits, or "two thousand and twenty-three".
  private func year(_ i: Int) -> (value: Int, end: Int)? {
    if let number = digits(i, 4...4, 1000...2199) { return number }
    guard tokens[i].key == WordKey("two"), i + 1 < tokens.count,
      tokens[i + 1].key == WordKey("thousand")
    else { return nil }
    guard let (value, end) = NumberWords.number(at: i, tokens, tokens.count), value > 2000 else {
      return nil
    }
    return (Int(value), end)
  }

  static let endings = BlockReading.keys("st nd rd th")
}
