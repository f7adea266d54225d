import Diagnostics
import Prose

/// The named parts of a match, and what a rule adds to them.
///
/// The first letter of a name says what it holds: y year, m month, d day, w weekday, n a count,
/// u unit, s season, p part, f feast, e era, a and b dates found before; digits tell several apart.
struct DateCaptures {
  let parts: RuleMatcher.Parts
  let items: UnsafeBufferPointer<RuleItem>
  let constants: DateRule.Constants
  let words: BlockWords
  let grammar: DateGrammar
  /// Tokens of the whole match.
  let range: Range<Int>
  /// What years in two digits lie near.
  var century = ShortYears()
  /// Dates found before that were captured as "a" and "b".
  var a: DateExpression?
  var b: DateExpression?

  /// The tokens of a part.
  subscript(name: CaptureName) -> Range<Int>? { parts[name].map { items.tokens(of: $0) } }

  /// Words that go on in one breath: no mark, no second verb, nobody who does something else.
  func isClause(_ range: Range<Int>) -> Bool {
    var verbs = 0
    for i in range {
      let token = words.tokens[i]
      if token.kind == .punctuation, !Self.joints.contains(token.key) { return false }
      if Self.breaks.contains(token.key)
        || i > range.lowerBound && WordClass.subjects.contains(token.key)
      {
        return false
      }
      if case .past? = VerbLexicon.builtIn.entry(token.key)?.form { verbs += 1 }
    }
    return verbs < 2
  }

  private static let joints = BlockReading.keys("' ’ - 's ’s")
  private static let breaks = BlockReading.keys("and but while when who which that where whose")

  func has(_ name: CaptureName) -> Bool { self[name] != nil || constants[name] != nil }

  func value(_ category: DateCategory, _ range: Range<Int>) -> DateLexicon.Value? {
    grammar.lexicon.value(category, words.tokens[range])
  }

  /// The value that the table gives to captured words, or the rule's own.
  func word(_ name: CaptureName, _ category: DateCategory) -> String? {
    if let range = self[name] { return value(category, range)?.text }
    return constants[name]?.text
  }

  /// Digits at the start of captured words.
  func digits(_ name: CaptureName) -> (value: Int, count: Int)? { self[name].flatMap(digits) }

  private func digits(_ range: Range<Int>) -> (value: Int, count: Int)? {
    guard !range.isEmpty, words.tokens[range.lowerBound].kind == .number else { return nil }
    let token = words.tokens[range.lowerBound]
    var value = 0
    for i in token.start..<token.end where words.bytes[i] != 0x2C {
      let digit = Int(words.bytes[i]) - 48
      guard (0...9).contains(digit), value < 1_000_000 else { return nil }
      value = value * 10 + digit
    }
    return (value, token.end - token.start)
  }

  /// A number in digits, as an ordinal, of the table, or in words.
  func number(_ name: CaptureName, _ category: DateCategory? = nil, _ other: DateCategory? = nil)
    -> Int?
  {
    guard let range = self[name] else { return constants[name]?.number }
    if let digits = digits(range) { return digits.value }
    return category.flatMap { value($0, range)?.number }
      ?? other.flatMap { value($0, range)?.number }
  }

  func month(_ digit: UInt8 = 0) -> Int? {
    number(CaptureName("m").numbered(digit), .month, .roman)
      ?? number(CaptureName("m").numbered(digit), .smallroman)
  }
  func day(_ digit: UInt8 = 0) -> Int? {
    let name = CaptureName("d").numbered(digit)
    if let day = number(name, .nth, .small) { return day }
    // "twenty-one December"
    guard let range = self[name] else { return nil }
    return NumberWords.number(at: 0, Array(words.tokens[range]), range.count).map { Int($0.0) }
  }
  func weekday(_ digit: UInt8 = 0) -> Int? { number(CaptureName("w").numbered(digit), .weekday) }

  /// A year in digits, two of them of the century in question, or in words; astronomical.
  func year(_ digit: UInt8 = 0) -> Int? {
    guard let year = bareYear(CaptureName("y").numbered(digit)) else { return nil }
    let era = self[CaptureName("e").numbered(digit)] ?? self["e"]
    guard let era, let value = value(.era, era) else { return year }
    return value.text == "bc" ? 1 - year : year
  }

  private func bareYear(_ name: CaptureName) -> Int? {
    guard let range = self[name] else { return constants[name]?.number }
    if let digits = digits(range) {
      return digits.count == 2 && !has("e") ? century.full(digits.value) : digits.value
    }
    return SpelledYear.value(of: Array(words.tokens[range]))
  }

  /// The end of a range of years, perhaps in two digits; nil when it does not lie after the start.
  func endYear(after start: Int) -> Int? {
    guard let digits = digits("y2") else { return nil }
    guard digits.count <= 2 else { return digits.value > start ? digits.value : nil }
    if digits.count == 1 {
      let end = start / 10 * 10 + digits.value
      return end > start ? end : nil
    }
    let century = start / 100 * 100
    let end = century + digits.value
    if end > start { return end }
    return digits.value == 0 || start % 100 > 89 && digits.value < 30 ? end + 100 : nil
  }

  /// A count in digits or words; "a" and "the" are one, "a couple" two.
  func count(_ digit: UInt8 = 0) -> Int? {
    let name = CaptureName("n").numbered(digit)
    guard let range = self[name] else { return constants[name]?.number }
    if let digits = digits(range) { return digits.value }
    if let value = value(.small, range) ?? value(.tens, range) { return value.number }
    if range.count == 1, Self.articles.contains(words.tokens[range.lowerBound].key) { return 1 }
    if range.isEmpty { return nil }
    return NumberWords.number(at: 0, Array(words.tokens[range]), range.count).map { Int($0.0) }
  }

  private static let articles = BlockReading.keys("a an the")

  func unit(_ digit: UInt8 = 0) -> DateUnit? {
    word(CaptureName("u").numbered(digit), .unit).flatMap { DateUnit(rawValue: $0) }
  }

  /// Amounts such as "two years and three months", times a sign.
  func amounts(_ sign: Int) -> [DateExpression.Amount]? {
    guard let count = count(), let unit = unit() else { return nil }
    var result = [DateExpression.Amount(count: sign * count, unit: unit)]
    for digit: UInt8 in [2, 3] {
      if let count = self.count(digit), let unit = self.unit(digit) {
        result.append(.init(count: sign * count, unit: unit))
      }
    }
    return result
  }

  var direction: DateDirection {
    constants["dir"].flatMap { DateDirection(rawValue: $0.text) } ?? .none
  }

  /// The rule's anchor: `to=told`, `to=document`; without one the passage's.
  var anchor: DateAnchor {
    switch constants["to"]?.text {
    case "document": .document
    case "told": .told
    case "today": .date(.unit(.day, 0, .document))
    case "named": .named
    case "near": .near
    case "occasion": self["o"].map { .occasion(words.tokens[$0.lowerBound].key) } ?? .told
    default: .passage
    }
  }

  func partial(_ digit: UInt8 = 0) -> PartialDate {
    PartialDate(
      year: year(digit), month: month(digit), day: day(digit), weekday: weekday(digit))
  }
}

/// What years in two digits stand for: '48 is 1948, and 1848 where a text tells of 1846.
struct ShortYears {
  /// The document's own year.
  var reference: Int?
  /// The year named last.
  var named: Int?

  /// The nearest to the year named last, and none far ahead of the document; with neither, from 1950
  /// to 2049.
  func full(_ short: Int) -> Int {
    let latest = reference.map { $0 + Self.ahead } ?? Int.max
    guard let near = named ?? reference else { return short < 50 ? 2000 + short : 1900 + short }
    let base = near / 100 * 100 + short
    if named == nil { return base > latest ? base - 100 : base }
    let years = [base - 100, base, base + 100].filter { $0 <= latest }
    return years.min { abs($0 - near) < abs($1 - near) } ?? base
  }

  /// Plans reach so far.
  private static let ahead = 20
}

/// Years in words: "nineteen ninety-three", "two thousand and fifteen".
enum SpelledYear {
  static func value(of tokens: [Token]) -> Int? {
    if let (number, end) = NumberWords.number(at: 0, tokens, tokens.count), end == tokens.count,
      number > 1000
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
