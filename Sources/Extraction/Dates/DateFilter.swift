import Prose

/// Refuses what only looks like a date: counts, resolutions, money, reference numbers.
enum DateFilter {
  static func isDate(_ rule: DateRule, _ range: Range<Int>, _ words: DateWordReader) -> Bool {
    let tokens = words.tokens
    let first = range.lowerBound
    let last = range.upperBound - 1
    func key(_ i: Int) -> WordKey? { tokens.indices.contains(i) ? tokens[i].key : nil }
    if first > 0, tokens[first].kind == .number, tokens[first - 1].end == tokens[first].start,
      let before = key(first - 1)
    {
      if joiners.contains(before), !opensAfter(first - 2, tokens, before) { return false }
      if tokens[first - 1].kind == .word, before != WordKey("fy") { return false }
    }
    if tokens[last].kind == .number, let after = key(last + 1),
      tokens[last + 1].start == tokens[last].end,
      after == WordKey("/")
        || tokens[last + 1].kind == .word && rule.id == "time/year" || after == WordKey("%")
    {
      return false
    }
    switch rule.make {
    case "monthalone": return isMonthAlone(first, words)
    case "dayalone":
      guard let next = key(last + 1) else { return true }
      return !(tokens[last + 1].kind == .word) || dayFollowers.contains(next)
    case "numeric-yearless", "sameunit", "nextunit": return true
    default: break
    }
    if range.count == 1, tokens[first].kind == .number { return isYear(first, tokens) }
    return true
  }

  /// A bare year: not counted, not money, not a number of something.
  private static func isYear(_ i: Int, _ tokens: [Token]) -> Bool {
    if i > 0, numberLabels.contains(tokens[i - 1].key) { return false }
    if i > 1, tokens[i - 1].key == WordKey("."), tokens[i - 2].key == WordKey("no") { return false }
    guard i + 1 < tokens.count else { return true }
    return !counted.contains(tokens[i + 1].key)
  }

  /// "in June", "October: …": a month by itself needs a preposition or a label's colon.
  private static func isMonthAlone(_ i: Int, _ words: DateWordReader) -> Bool {
    let tokens = words.tokens
    if i == 0 { return tokens.count > 1 && (tokens[1].key == WordKey(":") || tokens.count == 1) }
    return prepositions.contains(tokens[i - 1].key)
  }

  /// A bracket or quote before the joiner: "(2018", "’93".
  private static func opensAfter(_ i: Int, _ tokens: [Token], _ joiner: WordKey) -> Bool {
    joiner == WordKey("-") && (i < 0 || tokens[i].end < tokens[i + 1].start)
  }

  /// The match without a leading preposition or article.
  static func core(of range: Range<Int>, _ words: DateWordReader) -> Range<Int> {
    var start = range.lowerBound
    while start < range.upperBound - 1, leading.contains(words.tokens[start].key) { start += 1 }
    return start..<range.upperBound
  }

  static let joiners = BlockReading.keys("/ - $ £ € ¥ . #")
  static let leading = BlockReading.keys("on in from between during")
  static let prepositions = BlockReading.keys(
    "in of by since until till before after from during for to late early mid between and")
  static let numberLabels = BlockReading.keys(
    "resolution no number room vision ext article page $ us$ usd eur £ € ¥ cop agenda act law")
  static let counted = BlockReading.keys(
    "persons people troops soldiers km kilometres kilometers tonnes tons metres euros dollars"
      + " rupees hours % percent copies houses mw million billion")
  static let dayFollowers = BlockReading.keys("of and or in at to for but the")
}
