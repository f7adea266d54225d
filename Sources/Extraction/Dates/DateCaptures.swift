import Diagnostics
import Prose

/// The named parts of a match, and what a rule adds to them.
///
/// The first letter of a name says what it holds: y year, m month, d day, w weekday, n a count,
/// u unit, s season, p part, f feast, e era, a and b dates found before; digits tell several apart.
struct DateCaptures {
  let parts: [(name: String, range: Range<Int>)]
  let constants: [String: String]
  let tokens: [Token]
  let text: SourceText
  let lexicon: DateLexicon
  /// Tokens of the whole match.
  let range: Range<Int>
  /// Dates found before, by the name of their capture.
  var dates: [String: DateExpression] = [:]

  subscript(name: String) -> Range<Int>? { parts.last { $0.name == name }?.range }

  func has(_ name: String) -> Bool { self[name] != nil || constants[name] != nil }

  private func keys(_ range: Range<Int>) -> [WordKey] { tokens[range].map(\.key) }

  /// The value that the table gives to captured words, or the rule's own.
  func word(_ name: String, _ category: DateCategory) -> String? {
    if let range = self[name] { return lexicon.value(category, keys(range)) }
    return constants[name]
  }

  /// Digits at the start of captured words.
  func digits(_ name: String) -> (value: Int, count: Int)? {
    guard let range = self[name], let token = tokens[range].first, token.kind == .number else {
      return nil
    }
    var value = 0
    for i in token.start..<token.end where text.bytes[i] != 0x2C {
      let digit = Int(text.bytes[i]) - 48
      guard (0...9).contains(digit), value < 1_000_000 else { return nil }
      value = value * 10 + digit
    }
    return (value, token.end - token.start)
  }

  /// A number in digits, as an ordinal, of the table, or in words.
  func number(_ name: String, _ categories: DateCategory...) -> Int? {
    if let digits = digits(name) { return digits.value }
    guard let range = self[name] else { return constants[name].flatMap { Int($0) } }
    let words = keys(range)
    for category in categories {
      if let value = lexicon.value(category, words).flatMap({ Int($0) }) { return value }
    }
    return nil
  }

  func month(_ suffix: String = "") -> Int? { number("m\(suffix)", .month, .roman) }
  func day(_ suffix: String = "") -> Int? { number("d\(suffix)", .nth) }
  func weekday(_ suffix: String = "") -> Int? { number("w\(suffix)", .weekday) }

  /// A year in digits, two of them counted from 1950 to 2049, or in words; astronomical.
  func year(_ suffix: String = "") -> Int? {
    guard let year = bareYear("y\(suffix)") else { return nil }
    let era = self["e\(suffix)"] ?? self["e"]
    guard let era, let value = lexicon.value(.era, keys(era)) else { return year }
    return value == "bc" ? 1 - year : year
  }

  private func bareYear(_ name: String) -> Int? {
    if let digits = digits(name) {
      return digits.count == 2 && !has("e") ? Self.full(digits.value) : digits.value
    }
    guard let range = self[name] else { return constants[name].flatMap { Int($0) } }
    return SpelledYear.value(of: Array(tokens[range]))
  }

  static func full(_ short: Int) -> Int { short < 50 ? 2000 + short : 1900 + short }

  /// The end of a range of years, perhaps in two digits; nil when it does not lie after the start.
  func endYear(_ name: String = "y2", after start: Int) -> Int? {
    guard let digits = digits(name) else { return nil }
    guard digits.count <= 2 else { return digits.value > start ? digits.value : nil }
    let century = start / 100 * 100
    let end = century + digits.value
    if end > start { return end }
    return digits.value == 0 || start % 100 > 89 && digits.value < 30 ? end + 100 : nil
  }

  /// A count in digits or words; "a" and "the" are one, "a couple" two.
  func count(_ name: String = "n") -> Int? {
    if let digits = digits(name) { return digits.value }
    guard let range = self[name] else { return constants[name].flatMap { Int($0) } }
    if let value = lexicon.value(.small, keys(range)) ?? lexicon.value(.tens, keys(range)) {
      return Int(value)
    }
    if range.count == 1, Self.articles.contains(tokens[range.lowerBound].key) { return 1 }
    return NumberWords.number(at: range.lowerBound, tokens, range.upperBound).map { Int($0.0) }
  }

  private static let articles = BlockReading.keys("a an the")

  func unit(_ name: String = "u") -> DateUnit? {
    word(name, .unit).flatMap { DateUnit(rawValue: $0) }
  }

  /// Amounts such as "two years and three months", times a sign.
  func amounts(_ sign: Int) -> [DateExpression.Amount]? {
    guard let count = count(), let unit = unit() else { return nil }
    var result = [DateExpression.Amount(count: sign * count, unit: unit)]
    for suffix in ["2", "3"] {
      if let count = self.count("n\(suffix)"), let unit = self.unit("u\(suffix)") {
        result.append(.init(count: sign * count, unit: unit))
      }
    }
    return result
  }

  func direction(_ name: String = "dir") -> DateDirection {
    constants[name].flatMap { DateDirection(rawValue: $0) } ?? .none
  }

  /// The rule's anchor: `to=told`, `to=document`; without one the passage's.
  var anchor: DateAnchor {
    switch constants["to"] {
    case "document": .document
    case "told": .told
    default: .passage
    }
  }

  func partial(_ suffix: String = "") -> PartialDate {
    PartialDate(
      year: year(suffix), month: month(suffix), day: day(suffix), weekday: weekday(suffix))
  }
}

/// Years in words: "nineteen ninety-three", "two thousand and fifteen".
enum SpelledYear {
  static func value(of tokens: [Token]) -> Int? {
    if let (number, end) = NumberWords.number(at: 0, tokens, tokens.count), end == tokens.count,
      number >= 1000
    {
      return Int(number)
    }
    // Two halves: "eighteen twelve", "nineteen hundred ninety-three".
    for cut in 1..<max(1, tokens.count) {
      let head = Array(tokens[..<cut])
      var tail = Array(tokens[cut...])
      if tail.first?.key == WordKey("hundred") { tail.removeFirst() }
      if tail.first?.key == WordKey("and") { tail.removeFirst() }
      guard let (high, end) = NumberWords.number(at: 0, head, head.count), end == head.count,
        (10...21).contains(high)
      else { continue }
      if tail.isEmpty { return Int(high) * 100 }
      if let (low, stop) = NumberWords.number(at: 0, tail, tail.count), stop == tail.count,
        low < 100
      {
        return Int(high) * 100 + Int(low)
      }
    }
    return nil
  }
}
