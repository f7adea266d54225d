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
    if rule.constants["open"] != nil, let next = key(last + 1), hasWord(last + 1),
      !Self.dayFollowers.contains(next)
    {
      return false
    }
    if rule.isSecond { return true }
    if rule.constants["alone"] != nil, let next = key(last + 1), hasWord(last + 1),
      !Self.clauseFollowers.contains(next)
    {
      return false
    }
    if rule.constants["closed"] != nil, last + 1 < tokens.count,
      tokens[last + 1].kind != .punctuation
    {
      return false
    }
    if isCatalogue { return true }
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
    if case .season = found.expression, let next = key(last + 1), next == Self.of,
      key(last) == Self.fall || key(last) == Self.spring
    {
      return false
    }
    if tokens[first].kind == .number, isJoined(first) || isNumbering(first) { return false }
    if tokens[last].kind == .number, isContinued(last, isAlone: first == last) { return false }
    if first == last, tokens[first].kind == .number { return isYear(first) }
    // "Two thousand tents".
    if case .calendar(let date) = found.expression, date.month == nil, tokens[last].kind == .word,
      isCounted(first, to: last)
    {
      return false
    }
    return true
  }

  /// "He leaves on Monday. The first is here": a stop behind a word that is no abbreviation.
  private func isAcrossSentences(_ range: Range<Int>) -> Bool {
    range.dropFirst().dropLast().contains {
      key($0) == Self.stop && tokens[$0 - 1].kind == .word
        && tokens[$0 - 1].end - tokens[$0 - 1].start > Self.longestAbbreviation
        && tokens[$0 + 1].start > tokens[$0].end
    }
  }

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
    if before == Self.stop { return i > 1 && tokens[i - 2].kind == .number || isNumbered(i - 2) }
    return true
  }

  private func isNumbered(_ i: Int) -> Bool {
    guard let key = key(i) else { return false }
    return Self.numberLabels.contains(key)
  }

  /// "Version: 1.10.30": the parts of a number, parted by stops, behind its label.
  private func isNumbering(_ i: Int) -> Bool {
    guard key(i + 1) == Self.stop, let before = key(i - 1) else { return false }
    return isNumbered(before == Self.colon || before == Self.stop ? i - 2 : i - 1)
  }

  /// Something stands right after the number: "2016%", "1299.59", "2010/5".
  private func isContinued(_ i: Int, isAlone: Bool) -> Bool {
    guard let after = key(i + 1), tokens[i + 1].start == tokens[i].end else { return false }
    if after == Self.slash || after == Self.percent { return true }
    if after == Self.stop || after == Self.dash, let next = key(i + 2),
      tokens[i + 2].start == tokens[i + 1].end, tokens[i + 2].kind == .number
    {
      _ = next
      return after == Self.stop || isAlone
    }
    return tokens[i + 1].kind == .word
  }

  /// A bare year: not counted, not money, not a number of something.
  private func isYear(_ i: Int) -> Bool {
    if isNumbered(i - 1) { return false }
    if key(i - 1) == Self.stop, isNumbered(i - 2) { return false }
    guard let after = key(i + 1) else { return true }
    // "2012 80 10": the groups of a longer number.
    if i + 2 < tokens.count, tokens[i + 1].kind == .number, tokens[i + 2].kind == .number {
      return false
    }
    if isCounted(i, to: i) { return false }
    if after == Self.dash, let next = key(i + 2), Self.counted.contains(next) { return false }
    return !Self.counted.contains(after)
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
  static let joiners = BlockReading.keys("/ - $ £ € ¥ . # : _ = + @")
  static let numberLabels = BlockReading.keys(
    "resolution resolutions cm cmd cmnd col cols vol vols fol cets ets tias unts doc docs ref refs p pp no nos number room vision ext article page pages $ us$ usd eur £ € ¥ cop"
      + " agenda act law flat suite tel fax box para paragraph version")
  /// "mid-2007", "31 May-1 June".
  static let beforeDashes = BlockReading.keys(
    "early mid late january february march april may june july august september october november"
      + " december jan feb mar apr jun jul aug sep sept oct nov dec")
  /// What goes on after "two years before": no name of what it was before.
  static let clauseFollowers = BlockReading.keys(
    "and or but in at on by with as was were had did saw when while")
  static let dayFollowers = BlockReading.keys(
    "of and or in at to for but the it he she they a that when while with by as")
  static let counted = BlockReading.keys(
    "persons people troops soldiers men women km kilometres kilometers miles tonnes tons metres"
      + " meters feet euros dollars rupees pounds yen hours minutes % percent copies houses mw million"
      + " billion casualties dead wounded aircraft tanks planes ships guns prisoners civilians"
      + " families students officers teachers pupils books patients children villages")
}

extension Token {
  /// A small word of more than three letters that ends in "s", and not in "ss".
  fileprivate func isPlural(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard kind == .word, !isCapitalised, end - start > 3 else { return false }
    return bytes[end - 1] == UInt8(ascii: "s") && bytes[end - 2] != UInt8(ascii: "s")
  }
}
