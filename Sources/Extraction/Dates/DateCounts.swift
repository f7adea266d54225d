import Prose

/// Sees numbers of four digits that count or number something: "some 2000 refugees", "1800 Kurds, 2000
/// Armenians", "UNSCR 1701 and 1860", "1914 Connecticut Avenue".
struct DateCounts {
  let words: BlockWords

  private var tokens: UnsafeBufferPointer<Token> { words.tokens }
  private func key(_ i: Int) -> WordKey? { words.key(i) }

  /// A number in a list leans on the one before it, so many times.
  private static let chain = 4

  /// Whether a number is no year but counts what stands around it.
  func isCount(_ i: Int) -> Bool { isCount(i, Self.chain) }

  private func isCount(_ i: Int, _ depth: Int) -> Bool {
    if let before = key(i - 1) {
      if Self.adders.contains(before) { return true }
      if before == Self.at, let after = key(i + 1), !Self.prices.contains(after) { return true }
      if isOfCrowd(i) { return true }
    }
    guard let after = key(i + 1) else { return isChained(i, depth) }
    // "Between 1500 and 1800 people"
    if Self.ands.contains(after), isNumber(i + 2), tokens[i + 2].end - tokens[i + 2].start == 4,
      key(i + 3).map(Self.counted.contains) == true
    {
      return true
    }
    if after == Self.dash { return isCompound(i) }
    if after == Self.against, isNumber(i + 2) { return true }
    let isThing = isPlural(i + 1) || Self.counted.contains(after)
    if isThing || Self.losses.contains(after) {
      if isAfterWord(i) { return true }
    }
    if isThing || Self.were.contains(after), isAbout(i) { return true }
    return isChained(i, depth) || isAddress(i)
  }

  /// "butcher 1400 victims": no preposition of time and no determiner stands before.
  private func isAfterWord(_ i: Int) -> Bool {
    guard let before = key(i - 1) else { return false }
    return tokens[i - 1].kind == .word && !tokens[i - 1].isCapitalised
      && !DateFilter.beforeYears.contains(before) && !Self.seasons.contains(before)
  }

  /// "about 1800 were sent back", but "in about 1500 knights ruled".
  private func isAbout(_ i: Int) -> Bool {
    guard let before = key(i - 1) else { return false }
    if before == Self.than { return isMoreThan(i - 1) }
    guard Self.about.contains(before) else { return false }
    return key(i - 2).map { !Self.times.contains($0) } ?? true
  }

  /// "more than 2000", but "later than 1990".
  private func isMoreThan(_ than: Int) -> Bool { key(than - 1).map(Self.more.contains) ?? false }

  /// "The garrison of 1500", "a force of about 2000".
  private func isOfCrowd(_ i: Int) -> Bool {
    let of = key(i - 1).map(Self.about.contains) == true ? i - 2 : i - 1
    guard key(of) == Self.of, let crowd = key(of - 1) else { return false }
    if Self.crowds.contains(crowd) { return true }
    return Self.bodies.contains(crowd) && (1...3).contains { key(of - 1 - $0) == Self.a }
  }

  /// "2000-strong", "the 1700-kilometre line", but "1941-era".
  private func isCompound(_ i: Int) -> Bool {
    guard words.hasWord(i + 2), tokens[i + 1].start == tokens[i].end,
      tokens[i + 2].start == tokens[i + 1].end, !tokens[i + 2].isCapitalised
    else { return false }
    return !Self.behindYears.contains(tokens[i + 2].key)
  }

  /// In a list of counts the first's class holds for the rest: "1800 Kurds, 2000 Armenians and 1500
  /// Jews", "1917 votes against 1848", "1600 of the 2000 delegates".
  private func isChained(_ i: Int, _ depth: Int) -> Bool {
    guard depth > 0, let before = key(i - 1) else { return false }
    if before == Self.the, key(i - 2) == Self.of, isNumber(i - 3) {
      return isCount(i - 3, depth - 1)
    }
    let isAgainst = before == Self.against
    guard isAgainst || Self.joints.contains(before) else { return false }
    if !isAgainst {
      guard let after = key(i + 1),
        isPlural(i + 1) || Self.counted.contains(after) || Self.losses.contains(after)
          || Self.were.contains(after)
      else { return false }
    }
    for j in stride(from: i - 2, through: max(0, i - 6), by: -1) where isNumber(j) {
      return isAgainst && j == i - 2 || isCount(j, depth - 1)
    }
    return false
  }

  /// "1914 Connecticut Avenue"
  private func isAddress(_ i: Int) -> Bool {
    for j in i + 1...i + 3 {
      guard words.hasWord(j), tokens[j].isCapitalised else { return false }
      if j > i + 1, Self.streets.contains(tokens[j].key) { return true }
    }
    return false
  }

  /// "28 May Street"
  func isStreet(behind last: Int) -> Bool {
    words.hasWord(last + 1) && tokens[last + 1].isCapitalised
      && Self.streets.contains(tokens[last + 1].key)
  }

  /// Whether a label of numbers stands before a number, or before the one that it is joined to:
  /// "Resolutions 1966 and 1970".
  func isLabelled(_ i: Int) -> Bool { isLabelled(i, Self.chain) }

  private func isLabelled(_ i: Int, _ depth: Int) -> Bool {
    guard depth > 0, let before = key(i - 1) else { return false }
    if Self.labels.contains(before) { return true }
    if before == Self.stop { return isLabel(i - 2) }
    return Self.ands.contains(before) && isNumber(i - 2)
      && tokens[i - 2].end - tokens[i - 2].start > 2
      && isLabelled(i - 2, depth - 1)
  }

  func isLabel(_ i: Int) -> Bool { key(i).map(Self.labels.contains) ?? false }

  private func isNumber(_ i: Int) -> Bool {
    i >= 0 && i < tokens.count && tokens[i].kind == .number
  }

  /// A word of more than three letters that ends in "s", and not in "ss".
  private func isPlural(_ i: Int) -> Bool {
    guard words.hasWord(i) else { return false }
    let token = tokens[i]
    return token.end - token.start > 3 && words.bytes[token.end - 1] == UInt8(ascii: "s")
      && words.bytes[token.end - 2] != UInt8(ascii: "s")
  }

  private static var a: WordKey { "a" }
  private static var against: WordKey { "against" }
  private static var at: WordKey { "at" }
  private static var dash: WordKey { "-" }
  private static var of: WordKey { "of" }
  private static var stop: WordKey { "." }
  private static var than: WordKey { "than" }
  private static var the: WordKey { "the" }
  private static let adders = BlockReading.keys("some another additional")
  static let about = BlockReading.keys(
    "about around nearly almost over roughly approximately only barely")
  private static let ands = BlockReading.keys("and or & - to")
  private static let behindYears = BlockReading.keys(
    "era style present vintage built born based dated level today now to through and or early mid late"
      + " onward onwards is the")
  private static let bodies = BlockReading.keys(
    "force army group fleet population body band unit strength staff number")
  private static let crowds = BlockReading.keys(
    "crowd garrison total battery contingent detachment column crew average")
  static let counted = BlockReading.keys(
    "persons people troops soldiers men women km kilometres kilometers miles tonnes tons metres"
      + " meters feet euros dollars rupees pounds yen hours minutes % percent copies houses mw million"
      + " billion casualties dead wounded aircraft tanks planes ships guns prisoners civilians"
      + " families students officers teachers pupils books patients children villages infantry cavalry"
  )
  private static let joints = BlockReading.keys(", and or &")
  static let labels = BlockReading.keys(
    "resolution resolutions cm cmd cmnd col cols vol vols fol cets ets tias unts doc docs ref refs p pp no nos number room vision ext article page pages $ us$ usd eur £ € ¥ cop"
      + " agenda act law flat suite tel fax box para paragraph version res unscr section sections"
      + " directive directives folio folios ff telegram telegrams telephone extension door house"
      + " flight code windows")
  private static let losses = BlockReading.keys("killed wounded missing captured injured arrested")
  private static let more = BlockReading.keys("more fewer less greater")
  private static let prices = BlockReading.keys("prices levels values rates dollars . , ; )")
  private static let seasons = BlockReading.keys("spring summer autumn winter fall season")
  private static let streets = BlockReading.keys("street avenue road boulevard square lane")
  private static let times = BlockReading.keys("in from since until by to between of")
  private static let were = BlockReading.keys("were was are had have")
}
