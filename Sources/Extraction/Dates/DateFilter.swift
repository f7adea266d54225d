import Prose

/// Refuses what only looks like a date: counts, resolutions, money, versions, reference numbers.
struct DateFilter {
  let words: BlockWords
  var isCatalogue = false

  func isDate(_ rule: DateRule, _ found: FoundDate) -> Bool {
    let first = found.range.lowerBound
    let last = found.range.upperBound - 1
    if let next = key(last + 1), rule.unless.contains(next) { return false }
    if isAcrossSentences(found.range) || rule.isFirst && first > 0 { return false }
    if !rule.bounds.isEmpty, !isWithin(rule, found.range) { return false }
    if rule.isSecond { return true }
    if isCatalogue { return true }
    if counts.isStreet(behind: last) { return false }
    // "Two thousand tents": a number in words before what it counts.
    if let word = key(last), Self.roundNumbers.contains(word), hasWord(last + 1),
      !Self.dayFollowers.contains(tokens[last + 1].key)
    {
      return false
    }
    // "Two thousand nine hundred": a longer number.
    if tokens[last].kind == .word, let next = key(last + 1), Self.scales.contains(next) {
      return false
    }
    if case .season(_, nil) = found.expression, isName(found.range) || isSpringOf(last) {
      return false
    }
    if tokens[first].kind == .number, isJoined(first) || isNumbering(first) { return false }
    if isDecimal(found.range) { return false }
    if case .range = found.expression, tokens[last].kind == .number,
      found.expression.isOfYears && key(last + 1).map(DateCounts.counted.contains) == true
        || tokens[first].kind == .number && counts.isLabelled(first)
    {
      return false
    }
    // "2004-05-01", "1999-06-10T14:20": no span of years.
    let isAlone = first == last || found.expression.isOfYears
    if tokens[last].kind == .number, isContinued(last, isAlone: isAlone) { return false }
    if first == last, tokens[first].kind == .number { return isYear(first) }
    // "Two thousand tents".
    if case .calendar(let date) = found.expression, date.month == nil, tokens[last].kind == .word,
      isCounted(first, to: last)
    {
      return false
    }
    return true
  }

  /// Whether what a rule asks for stands around its match.
  private func isWithin(_ rule: DateRule, _ range: Range<Int>) -> Bool {
    let bounds = rule.bounds
    let last = range.upperBound - 1
    let next = hasWord(last + 1) ? key(last + 1) : nil
    if bounds.contains(.open), let next, !Self.dayFollowers.contains(next) { return false }
    // "For ten years from 1951" says how long.
    if bounds.contains(.timed) {
      var before = range.lowerBound - 1
      if let hedge = key(before), DateCounts.about.contains(hedge) { before -= 1 }
      if key(before) == Self.for { return false }
    }
    // "Before 2010 or after 2018"
    if bounds.contains(.last), last + 1 < tokens.count,
      tokens[last + 1].kind == .number || tokens[last + 1].isCapitalised
    {
      return false
    }
    if rule.isSecond { return true }
    if bounds.contains(.alone), let next, !Self.clauseFollowers.contains(next) { return false }
    if bounds.contains(.closed), last + 1 < tokens.count, tokens[last + 1].kind != .punctuation {
      return false
    }
    if bounds.contains(.clause), hasWord(range.lowerBound - 1),
      !Self.clauseLeaders.contains(tokens[range.lowerBound - 1].key)
    {
      return false
    }
    return !bounds.contains(.opening) || isDayAlone(range)
  }

  /// "He leaves on Monday. The first is here": a stop behind a word that is no abbreviation.
  private func isAcrossSentences(_ range: Range<Int>) -> Bool {
    range.dropFirst().dropLast().contains {
      key($0) == Self.stop && tokens[$0 - 1].kind == .word
        && tokens[$0 - 1].end - tokens[$0 - 1].start > Self.longestAbbreviation
        && tokens[$0 + 1].start > tokens[$0].end
    }
  }

  /// "On the 5th censorship was abolished", at the head of a sentence, but "On the 5th floor".
  private func isDayAlone(_ range: Range<Int>) -> Bool {
    let last = range.upperBound - 1
    guard hasWord(last + 1), let before = key(range.lowerBound - 1) else { return false }
    // The head of a sentence, or "the night of the 5th".
    guard tokens[range.lowerBound - 1].isCapitalised || before == Self.of else { return false }
    for i in last + 1...last + 3 where hasWord(i) && Self.ranked.contains(tokens[i].key) {
      return false
    }
    return true
  }

  /// "The fall of Berlin", but "the spring of the following year".
  private func isSpringOf(_ last: Int) -> Bool {
    guard key(last + 1) == Self.of, key(last) == Self.fall || key(last) == Self.spring else {
      return false
    }
    guard let next = key(last + 2) else { return true }
    return !Self.beforeRelative.contains(next) || !(3...5).contains { key(last + $0) == Self.year }
  }

  /// "The Winter Palace", "Ambassador Winter": a season within a name, where it is none of a war.
  private func isName(_ range: Range<Int>) -> Bool {
    let last = range.upperBound - 1
    guard tokens[last].isCapitalised else { return false }
    let names = (last + 1...last + 3).prefix { hasWord($0) && tokens[$0].isCapitalised }
    if names.contains(where: { Self.campaigns.contains(tokens[$0].key) }) { return false }
    if !names.isEmpty { return true }
    let first = range.lowerBound
    return range.count == 1 && hasWord(first - 1) && tokens[first - 1].isCapitalised
  }

  private var counts: DateCounts { DateCounts(words: words) }
  private var tokens: UnsafeBufferPointer<Token> { words.tokens }
  private func hasWord(_ i: Int) -> Bool { words.hasWord(i) }
  private func key(_ i: Int) -> WordKey? { words.key(i) }

  /// Something stands right before the number that makes it one of something else: "S/2012", "$1990".
  private func isJoined(_ i: Int) -> Bool {
    guard i > 0, tokens[i - 1].end == tokens[i].start, let before = key(i - 1) else { return false }
    if tokens[i - 1].kind == .word || tokens[i - 1].kind == .number { return true }
    guard Self.joiners.contains(before) else { return false }
    // A dash or a stop after a space or a word ends what was before: "Act No.1997" is none, "(–2018".
    if before == Self.dash, let part = key(i - 2) {
      // "6 Sept.–15 Oct. 1993", "31 May–1 June".
      let word = part == Self.stop ? key(i - 3) ?? part : part
      if Self.beforeDashes.contains(word) { return false }
    }
    if before == Self.dash { return i > 1 && tokens[i - 2].end == tokens[i - 1].start }
    if before == Self.stop {
      return i > 1 && tokens[i - 2].kind == .number || counts.isLabel(i - 2)
    }
    return true
  }

  /// "By 2.5 times", "4.5 points": a number with a decimal, no day and month.
  private func isDecimal(_ range: Range<Int>) -> Bool {
    guard range.count == 3, tokens[range.lowerBound].kind == .number,
      key(range.lowerBound + 1) == Self.stop, tokens[range.lowerBound + 2].kind == .number,
      tokens[range.lowerBound + 1].end == tokens[range.lowerBound + 2].start,
      let next = key(range.upperBound)
    else { return false }
    return Self.measures.contains(next) || DateCounts.counted.contains(next)
  }

  /// "Version: 1.10.30": the parts of a number, parted by stops, behind its label.
  private func isNumbering(_ i: Int) -> Bool {
    guard key(i + 1) == Self.stop, let before = key(i - 1) else { return false }
    return counts.isLabel(before == Self.colon || before == Self.stop ? i - 2 : i - 1)
  }

  /// Something stands right after the number: "2016%", "1299.59", "2010/5".
  private func isContinued(_ i: Int, isAlone: Bool) -> Bool {
    guard let after = key(i + 1), tokens[i + 1].start == tokens[i].end else { return false }
    if after == Self.slash || after == Self.percent { return true }
    if after == Self.stop || after == Self.dash, i + 2 < tokens.count,
      tokens[i + 2].start == tokens[i + 1].end, tokens[i + 2].kind == .number
    {
      return after == Self.stop || isAlone
    }
    // "1999-06-10T14:20"
    if after == Self.time, i > 1, tokens[i - 1].key == Self.dash { return false }
    return tokens[i + 1].kind == .word
  }

  /// A bare year: not counted, not money, not a number of something.
  private func isYear(_ i: Int) -> Bool {
    if counts.isLabelled(i) || counts.isCount(i) { return false }
    guard let after = key(i + 1) else { return true }
    // "2012 80 10": the groups of a longer number.
    if i + 2 < tokens.count, tokens[i + 1].kind == .number, tokens[i + 2].kind == .number {
      return false
    }
    if after == Self.dash, let next = key(i + 2), DateCounts.counted.contains(next) { return false }
    return !DateCounts.counted.contains(after)
  }

  /// "butcher 1400 victims": a small word in the plural follows and no "the" or "in" stands before.
  private func isCounted(_ i: Int, to last: Int) -> Bool {
    guard i > 0, last + 1 < tokens.count, tokens[last + 1].isPlural(in: words.bytes),
      let before = key(i - 1)
    else { return false }
    return tokens[i - 1].kind == .word && !tokens[i - 1].isCapitalised
      && !Self.beforeYears.contains(before)
  }

  static let beforeYears = BlockReading.keys(
    "the a an his her its their our your my this that these those in of since by after before from for"
      + " during and or to until till through at about around circa early late mid year years")
  /// "Sept.", "Thurs."
  static let longestAbbreviation = 5
  static let campaigns = BlockReading.keys(
    "offensive offensives uprisings revolt campaign campaigns attack attacks uprising session elections"
  )
  static let beforeRelative = BlockReading.keys("the that this last next")
  static var year: WordKey { "year" }
  static var `for`: WordKey { "for" }
  /// What is numbered by ordinals and is no day.
  static let ranked = BlockReading.keys(
    "of floor anniversary session attempt round day century ballot hole parallel congress army division"
      + " regiment brigade battalion fleet corps infantry cavalry street avenue meeting summit birthday"
      + " occasion page line item point article amendment reading try edition visit ward district hour"
      + " week month year quarter half party plenum panzer guards airborne meridian")
  static let clauseLeaders = BlockReading.keys("and but yet then now")
  static var time: WordKey { "t" }
  static var of: WordKey { "of" }
  static var fall: WordKey { "fall" }
  static var spring: WordKey { "spring" }
  static let scales = BlockReading.keys("hundred thousand million billion")
  static let roundNumbers = BlockReading.keys("thousand hundred")
  static var dash: WordKey { "-" }
  static var stop: WordKey { "." }
  static var colon: WordKey { ":" }
  static var slash: WordKey { "/" }
  static var percent: WordKey { "%" }
  static let measures = BlockReading.keys(
    "times fold points per percentage degrees magnitude bn mn billion trillion crore lakh")
  static let joiners = BlockReading.keys("/ - $ £ € ¥ . # : _ = + @")
  /// "mid-2007", "31 May-1 June".
  static let beforeDashes = BlockReading.keys(
    "early mid late end january february march april may june july august september october november"
      + " december jan feb mar apr jun jul aug sep sept oct nov dec")
  /// What goes on after "two years before": no name of what it was before.
  static let clauseFollowers = BlockReading.keys(
    "and or but in at on by with as was were had did saw when while he she they we i")
  static let dayFollowers = BlockReading.keys(
    "of and or in at to for but the it he she they a that when while with by as was were had saw")
}

extension DateExpression {
  /// "2004-05": from one year to another.
  fileprivate var isOfYears: Bool {
    switch self {
    case .range(.calendar(let a), .calendar(let b)), .either(.calendar(let a), .calendar(let b)):
      a.month == nil && b.month == nil
    default: false
    }
  }
}

extension Token {
  /// A small word of more than three letters that ends in "s", and not in "ss".
  fileprivate func isPlural(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard kind == .word, !isCapitalised, end - start > 3 else { return false }
    return bytes[end - 1] == UInt8(ascii: "s") && bytes[end - 2] != UInt8(ascii: "s")
  }
}
