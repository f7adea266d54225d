import Chronicle
import Diagnostics
import Prose

/// Reads sums of money and counts of things: "US$ 1 million", "50 scholarships".
enum AmountReader {
  struct Found {
    var range: Range<Int>
    var amount: Amount
    var isMoney: Bool
  }

  /// Token ranges of sums of money.
  static func money(_ tokens: [Token], of text: SourceText) -> [Range<Int>] {
    scan(tokens, text, in: tokens.indices, skipping: []).filter(\.isMoney).map(\.range)
  }

  /// The amounts of a clause, in order; numbers of dates left out.
  static func amounts(_ reading: BlockReading, _ clause: Range<Int>) -> [Amount] {
    let dates = reading.dates.map(\.range)
    var result: [Amount] = []
    for found in scan(reading.tokens, reading.text, in: clause, skipping: dates)
    where !result.contains(found.amount) {
      result.append(found.amount)
    }
    return result
  }

  private static func scan(
    _ tokens: [Token], _ text: SourceText, in range: Range<Int>, skipping: [Range<Int>]
  ) -> [Found] {
    var result: [Found] = []
    var i = range.lowerBound
    while i < range.upperBound {
      if skipping.contains(where: { $0.contains(i) }) {
        i += 1
        continue
      }
      if let found = amount(at: i, tokens, text, range.upperBound) {
        result.append(found)
        i = found.range.upperBound
      } else {
        i += 1
      }
    }
    return result
  }

  private static func amount(at start: Int, _ tokens: [Token], _ text: SourceText, _ end: Int)
    -> Found?
  {
    let units = Units.builtIn
    var i = start
    var currency: String?
    if let (code, next) = units.currency(at: i, tokens, end) {
      currency = code
      i = next
    }
    guard i < end, var (value, next) = number(at: i, tokens, text, end) else { return nil }
    // A number after a letter or hyphen is a name: "JF-17", "ES-11".
    if currency == nil, i > 0, tokens[i - 1].end == tokens[i].start,
      tokens[i - 1].kind != .punctuation || tokens[i - 1].key == WordKey("-")
    {
      return nil
    }
    if let (factor, after) = units.scale(at: next, tokens, end) {
      value *= factor
      next = after
    }
    if currency == nil, let (code, after) = units.currency(at: next, tokens, end) {
      currency = code
      next = after
    }
    if let currency {
      return Found(
        range: start..<next, amount: Amount(value: value, unit: currency), isMoney: true)
    }
    guard
      let (unit, after) = units.countable(at: next, tokens, end)
        ?? things(at: next, tokens, text, end)
    else { return nil }
    return Found(range: start..<after, amount: Amount(value: value, unit: unit), isMoney: false)
  }

  /// "5,000 protective suits": a plural noun that no list names, adjectives before it.
  private static func things(at start: Int, _ tokens: [Token], _ text: SourceText, _ end: Int)
    -> (String, Int)?
  {
    for i in start..<min(end, start + 3) {
      let token = tokens[i]
      guard token.kind == .word, !token.isCapitalised, !WordClass.prepositions.contains(token.key),
        !WordClass.conjunctions.contains(token.key), !WordClass.be.contains(token.key),
        !measures.contains(token.key)
      else { return nil }
      let word = text.string(token.span)
      if word.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("ous") {
        return (word.lowercased(), i + 1)
      }
    }
    return nil
  }

  /// Spans of time and space count nothing that is given.
  private static let measures = BlockReading.keys(
    "years year months month days day hours hour weeks week minutes times percent per km kilometres"
      + " kilometers metres meters miles degrees decades centuries countries sides votes points"
      + " governments states nations leaders presidents ministers ways occasions others parts members"
      + " parties capitals stories reasons")

  /// A number in digits or words and the token after it.
  static func number(at start: Int, _ tokens: [Token], _ text: SourceText, _ end: Int)
    -> (Double, Int)?
  {
    if tokens[start].kind == .number {
      let digits = text.string(tokens[start].span).filter { $0 != "," }
      guard var value = Double(digits) else { return nil }
      var next = start + 1
      if next + 1 < end, tokens[next].key == WordKey("."), tokens[next].start == tokens[start].end,
        tokens[next + 1].kind == .number, tokens[next + 1].start == tokens[next].end
      {
        let fraction = text.string(tokens[next + 1].span)
        value = Double("\(digits).\(fraction)") ?? value
        next += 2
      }
      // "1st", "6th" are no amounts.
      if next < end, tokens[next].start == tokens[next - 1].end,
        BlockReading.ordinalEndings.contains(tokens[next].key)
      {
        return nil
      }
      return (value, next)
    }
    return NumberWords.number(at: start, tokens, end)
  }
}
