import Chronicle
import Diagnostics
import Prose

/// Reads sums of money and counts of things: "US$ 1 million", "50 scholarships".
enum AmountReader {
  struct Found {
    var range: Range<Int>
    var amount: Amount
    var isMoney: Bool
    /// Counts what no list names.
    var isThing = false
  }

  /// Token ranges of sums of money.
  static func money(_ tokens: [Token], _ facts: [WordFacts], of text: SourceText) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var i = 0
    while i < tokens.count {
      guard tokens[i].kind == .number || facts[i].contains(.amount),
        let found = amount(at: i, tokens, text, tokens.count)
      else {
        i += 1
        continue
      }
      if found.isMoney { result.append(found.range) }
      i = found.range.upperBound
    }
    return result
  }

  /// The amounts of a sentence, in order; numbers of dates left out.
  static func found(_ reading: BlockReading, _ sentence: Range<Int>) -> [Found] {
    var result = scan(reading, in: sentence).filter {
      !isPair($0, reading) && !isCompany($0, reading)
    }
    // "Two loan agreements: ¥14 billion and ¥12 billion": the papers are told by their sums.
    if result.contains(where: \.isMoney) {
      result.removeAll { $0.amount.unit == "documents" && $0.amount.value <= 4 }
    }
    // "20 million dollars in 2010 and 45 million in 2015": of one currency.
    for i in result.indices where result[i].amount.unit == "total" && result[i].amount.value >= 1000
    {
      guard
        let money = result[..<i].last(where: \.isMoney)
          ?? scan(reading, in: 0..<sentence.lowerBound).last(where: \.isMoney)
      else { continue }
      result[i].amount.unit = money.amount.unit
      result[i].isMoney = true
    }
    return (result + repeated(reading, sentence)).sorted {
      $0.range.lowerBound < $1.range.lowerBound
    }
  }

  /// "The same sum again": the last sum of money before it in the block.
  private static func repeated(_ reading: BlockReading, _ sentence: Range<Int>) -> [Found] {
    let tokens = reading.tokens
    guard
      let at = sentence.dropLast().first(where: {
        tokens[$0].key == WordKey("same") && sums.contains(tokens[$0 + 1].key)
      }),
      let last = scan(reading, in: 0..<at).last(where: \.isMoney)
    else { return [] }
    return [Found(range: at..<(at + 2), amount: last.amount, isMoney: true)]
  }

  private static let sums = BlockReading.keys("sum amount figure again")

  /// "Accompanied by a mission of 150 entrepreneurs": who came along is nothing given.
  private static func isCompany(_ found: Found, _ reading: BlockReading) -> Bool {
    guard !found.isMoney else { return false }
    let start = found.range.lowerBound
    return (max(0, start - 12)..<start).contains {
      reading.tokens[$0].key == WordKey("accompanied")
    }
  }

  /// "Floods that killed 16 people", "with 30 families homeless": harm done, nothing given.
  static func isToll(_ found: Found, _ reading: BlockReading, _ sentence: Range<Int>) -> Bool {
    guard !found.isMoney else { return false }
    let start = found.range.lowerBound
    let verb = sentence.prefix { $0 < start }.suffix(4).last {
      !estimates.contains(reading.tokens[$0].key)
    }
    if let verb, harms.contains(reading.tokens[verb].key) { return true }
    var after = found.range.upperBound
    if after < sentence.upperBound, WordClass.be.contains(reading.tokens[after].key) { after += 1 }
    return after < sentence.upperBound && harmed.contains(reading.tokens[after].key)
  }

  private static let estimates = BlockReading.keys(
    "some about over nearly almost around at least more than up to as many the approximately")
  private static let harms = BlockReading.keys(
    "killed killing kills claimed claiming injured injuring wounded wounding displaced displacing"
      + " destroyed destroying drowned drowning")
  private static let harmed = BlockReading.keys("dead died killed drowned homeless perished")

  /// "The two air forces", "two ministries": partners and papers are named so, not counted.
  private static func isPair(_ found: Found, _ reading: BlockReading) -> Bool {
    guard !found.isMoney, found.amount.value <= 4 else { return false }
    let before = found.range.lowerBound - 1
    let isDefinite =
      before >= 0
      && (WordClass.definites.contains(reading.tokens[before].key)
        || reading.tokens[before].key == Tokenizer.possessive)
    return isDefinite
  }

  private static func scan(_ reading: BlockReading, in range: Range<Int>) -> [Found] {
    var result: [Found] = []
    var i = range.lowerBound
    while i < range.upperBound {
      if let (amount, cell) = reading.rowSum, cell.lowerBound == i {
        result.append(Found(range: cell, amount: amount, isMoney: true))
        i = cell.upperBound
        continue
      }
      guard reading.tokens[i].kind == .number || reading.has(.amount, at: i),
        !reading.has(.date, at: i),
        let found = amount(at: i, reading.tokens, reading.text, range.upperBound)
      else {
        i += 1
        continue
      }
      result.append(found)
      i = found.range.upperBound
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
    var isScaled = false
    if let (factor, after) = units.scale(at: next, tokens, end, isMoney: currency != nil) {
      isScaled = factor >= 1_000_000
      // Decimal fractions such as 16.6 times a scale are whole.
      value = (value * factor * 1000).rounded() / 1000
      next = after
    }
    // "R350 million" and "R20,000" are money, "R350" is a road.
    if currency != nil, i == start + 1, isLetter(start, tokens) {
      let digits = text.bytes[tokens[i].start..<tokens[i].end]
      guard isScaled || digits.contains(UInt8(ascii: ",")), tokens[start].end == tokens[i].start
      else { return nil }
    }
    if currency == nil, let (code, after) = units.currency(at: next, tokens, end),
      !isLetter(next, tokens)
    {
      currency = code
      next = after
    }
    if let currency {
      return Found(
        range: start..<next, amount: Amount(value: value, unit: currency), isMoney: true)
    }
    if let (unit, after) = units.countable(at: next, tokens, end)
      ?? designated(at: next, tokens, end)
    {
      if isFrequency(after, unit, tokens, end) { return nil }
      return Found(range: start..<after, amount: Amount(value: value, unit: unit), isMoney: false)
    }
    if let (unit, after) = things(at: next, tokens, text, end) {
      return Found(
        range: start..<after, amount: Amount(value: value, unit: unit), isMoney: false,
        isThing: true)
    }
    if let unit = listed(at: next, tokens, text, end) {
      return Found(range: start..<next, amount: Amount(value: value, unit: unit), isMoney: false)
    }
    if value > 1, let (unit, after) = share(at: next, tokens, text, end) {
      return Found(range: start..<after, amount: Amount(value: value, unit: unit), isMoney: false)
    }
    guard isScaled || isStrength(start, next, tokens, end) else { return nil }
    return Found(range: start..<next, amount: Amount(value: value, unit: "total"), isMoney: false)
  }

  private static func isLetter(_ i: Int, _ tokens: [Token]) -> Bool {
    tokens[i].kind == .word && tokens[i].span.count == 1
  }

  /// "Twenty KT-1P training aircraft", "forty-two Moche and Chimú pieces": names and numbers of a make before
  /// what is counted.
  private static func designated(at start: Int, _ tokens: [Token], _ end: Int) -> (String, Int)? {
    guard start < end, tokens[start].isCapitalised else { return nil }
    for i in start + 1..<max(start + 1, min(start + 8, end)) {
      // "83 Pakistani and 101 Azerbaijani companies": two counts.
      if tokens[i].kind == .number, tokens[i - 1].key == WordKey("and") { return nil }
      if let found = Units.builtIn.countable(at: i, tokens, end), found.1 - i <= 2 { return found }
      guard
        tokens[i].isCapitalised || tokens[i].kind == .number || tokens[i].key == WordKey("-")
          || tokens[i].key == WordKey("and")
      else { return nil }
    }
    return nil
  }

  /// "Three flights a week", "five weekly frequencies": how often, not how many.
  private static func isFrequency(_ i: Int, _ unit: String, _ tokens: [Token], _ end: Int) -> Bool {
    guard services.contains(WordKey(unit)) else { return false }
    return (max(0, i - 3)..<min(end, i + 3)).contains { rhythms.contains(tokens[$0].key) }
  }

  private static let services = BlockReading.keys(
    "flights frequencies services connections sailings departures trips trains")
  private static let rhythms = BlockReading.keys(
    "weekly daily monthly week day month a per each every regular direct return")

  /// "83 Pakistani and 101 Azerbaijani companies": what the next number counts.
  private static func listed(at start: Int, _ tokens: [Token], _ text: SourceText, _ end: Int)
    -> String?
  {
    guard
      let joint = (start..<min(end, start + 3)).first(where: { tokens[$0].key == WordKey("and") }),
      joint > start, (start..<joint).allSatisfy({ tokens[$0].isCapitalised }), joint + 1 < end,
      let (_, next) = number(at: joint + 1, tokens, text, end)
    else { return nil }
    return (Units.builtIn.countable(at: next, tokens, end) ?? things(at: next, tokens, text, end))?
      .0
  }

  /// "Sixty of our young officers": the plural behind "of".
  private static func share(at start: Int, _ tokens: [Token], _ text: SourceText, _ end: Int)
    -> (String, Int)?
  {
    guard start + 2 < end, tokens[start].key == WordKey("of") else { return nil }
    // "The first three of six aircraft": three.
    if let (_, next) = number(at: start + 1, tokens, text, end), next < end {
      return Units.builtIn.countable(at: next, tokens, end) ?? things(at: next, tokens, text, end)
    }
    guard WordClass.determiners.contains(tokens[start + 1].key) else { return nil }
    return things(at: start + 2, tokens, text, end)
  }

  /// "A team of seventy", "seventy strong", "the number rose to fifty", "another 58 were selected".
  private static func isStrength(_ start: Int, _ next: Int, _ tokens: [Token], _ end: Int) -> Bool {
    if next < end, tokens[next].key == WordKey("strong") { return true }
    // "94 of them".
    if next + 1 < end, tokens[start].key != WordKey("one"), tokens[next].key == WordKey("of"),
      themselves.contains(tokens[next + 1].key)
    {
      return true
    }
    if isSubject(start, next, tokens, end) { return true }
    guard start >= 2 else { return false }
    let before = tokens[start - 1].key
    if before == WordKey("another") || before == WordKey("further"), next < end,
      WordClass.be.contains(tokens[next].key) || WordClass.prepositions.contains(tokens[next].key)
    {
      return true
    }
    let window = tokens[max(0, start - 6)..<(start - 1)].lazy.map(\.key)
    if before == WordKey("of") { return window.last.map(companies.contains) == true }
    return before == WordClass.to && window.contains { raises.contains($0) }
      && window.contains { totals.contains($0) }
  }

  /// "Fifty-two set out in January", "fifty more arrived", "2,050 were resettled": those who did it.
  private static func isSubject(_ start: Int, _ next: Int, _ tokens: [Token], _ end: Int) -> Bool {
    if start > 0, WordClass.prepositions.contains(tokens[start - 1].key) { return false }
    let verb = next < end && more.contains(tokens[next].key) ? next + 1 : next
    guard verb < end, tokens[start].key != WordKey("one") else { return false }
    if WordClass.be.contains(tokens[verb].key) || havings.contains(tokens[verb].key) { return true }
    switch VerbLexicon.builtIn.entry(tokens[verb].key)?.form {
    case .past, .pastOrParticiple: return true
    default: return false
    }
  }

  private static let more = BlockReading.keys("more others")
  private static let havings = BlockReading.keys("had have")
  private static let themselves = BlockReading.keys("them whom which these those")
  private static let companies = BlockReading.keys(
    "team group delegation contingent crew party batch class detachment mission")
  private static let raises = BlockReading.keys(
    "raised raise rise rises rose increased increase doubled grew brought reduced fell")
  private static let totals = BlockReading.keys(
    "number total figure quota places seats scholarships slots it")

  /// "5,000 protective suits": a plural noun that no list names, adjectives before it.
  private static func things(at start: Int, _ tokens: [Token], _ text: SourceText, _ end: Int)
    -> (String, Int)?
  {
    var words = 0
    for i in start..<min(end, start + 7) where words < 3 {
      let token = tokens[i]
      if i > start, isOfCompound(i, tokens, end, isFirst: words == 0) { continue }
      words += 1
      guard token.kind == .word, !token.isCapitalised || i < start + 2,
        !WordClass.prepositions.contains(token.key),
        !WordClass.conjunctions.contains(token.key), !WordClass.be.contains(token.key),
        !measures.contains(token.key), !WordClass.determiners.contains(token.key),
        !WordClass.subjects.contains(token.key), !isVerb(token)
      else { return nil }
      let word = text.string(token.span)
      if word.count > 3, !token.isCapitalised || word.hasSuffix("ns"), word.hasSuffix("s"),
        !word.hasSuffix("ss"), !word.hasSuffix("ous")
      {
        return (word.lowercased(), i + 1)
      }
    }
    return nil
  }

  /// "Two Guardian-class boats", "twenty KT-1P trainers": the parts of a compound are one word.
  private static func isOfCompound(_ i: Int, _ tokens: [Token], _ end: Int, isFirst: Bool) -> Bool {
    guard tokens[i - 1].end == tokens[i].start, i + 1 < end else { return false }
    let isMark = tokens[i].key == WordKey("-") || tokens[i - 1].key == WordKey("-")
    return isMark || tokens[i].kind != .word || !isFirst && tokens[i].end == tokens[i + 1].start
  }

  /// "Reads", "shows": no plural.
  private static func isVerb(_ token: Token) -> Bool {
    guard let entry = VerbLexicon.builtIn.entry(token.key), case .third = entry.form else {
      return false
    }
    return !entry.isNoun
  }

  /// Spans of time and space count nothing that is given.
  private static let measures = BlockReading.keys(
    "rounds sessions session meetings consultations summits visits trips districts regions provinces sectors fields areas articles chapters storeys stories floors rooms pages entries years year months month days day hours hour weeks week minutes times percent per km kilometres"
      + " kilometers metres meters miles degrees decades centuries countries sides votes points"
      + " governments states nations leaders presidents ministers ways occasions others parts"
      + " parties capitals reasons")

  /// The value of digits with commas between.
  private static func value(of span: Span, _ text: SourceText) -> Double? {
    let digits = text.bytes[span.start..<span.end]
    // More of them may be no whole number of this type.
    guard digits.count <= 15, digits.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ",") }) else {
      return Double(text.string(span).filter { $0 != "," })
    }
    return Double(
      digits.reduce(0) { $1 == UInt8(ascii: ",") ? $0 : 10 * $0 + Int($1 - UInt8(ascii: "0")) })
  }

  /// A number in digits or words and the token after it.
  static func number(at start: Int, _ tokens: [Token], _ text: SourceText, _ end: Int)
    -> (Double, Int)?
  {
    if tokens[start].kind == .number {
      guard var value = value(of: tokens[start].span, text) else { return nil }
      var next = start + 1
      if next + 1 < end, tokens[next].start == tokens[start].end,
        tokens[next + 1].kind == .number, tokens[next + 1].start == tokens[next].end,
        tokens[next].key == WordKey(".") || isDecimalComma(at: next, tokens, end)
      {
        let digits = text.string(tokens[start].span).filter { $0 != "," }
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

  /// "R1,1 billion", "€ 3,75 million": with a scale behind it; "articles 1,2 and 3" is a list.
  private static func isDecimalComma(at i: Int, _ tokens: [Token], _ end: Int) -> Bool {
    tokens[i].key == WordKey(",") && tokens[i + 1].span.count <= 2
      && Units.builtIn.scale(at: i + 2, tokens, end, isMoney: true) != nil
  }
}
