import Prose

/// Where an adverbial ends that opens a clause without a comma behind it.
extension ClauseParser {
  /// "After the floods Qatar Charity shipped", "under the agreement Kenyan firms built": the first word
  /// of the name behind the noun of a short adverbial.
  func nameBehindNoun(_ range: Range<Int>) -> Int? {
    guard let first = range.first,
      Self.times.contains(reading.tokens[first].key)
        || first > 0 && Self.times.contains(reading.tokens[first - 1].key),
      let noun = range.prefix(6).dropFirst().first(where: { isHappening($0) })
    else { return nil }
    let name = noun + 1
    let isPlain = !(first + 1..<noun).contains { reading.tokens[$0].isCapitalised }
    guard isPlain, range.contains(name), reading.tokens[name].kind == .word,
      reading.tokens[name].isCapitalised,
      !(name..<range.upperBound).contains(where: { reading.has(.date, at: $0) })
    else { return nil }
    return name
  }

  private func isHappening(_ i: Int) -> Bool {
    !reading.tokens[i].isCapitalised && Self.happenings.contains(reading.tokens[i].key)
  }

  private static let times = BlockReading.keys(
    "after before during following since under amid despite")
  private static let happenings = BlockReading.keys(
    "floods flood earthquake tsunami cyclone hurricane typhoon storm drought famine fire disaster"
      + " eruption war wars conflict crisis pandemic epidemic outbreak invasion occupation revolution"
      + " coup attack attacks embargo blockade independence elections election visit visits trip summit"
      + " talks meeting session conference ceremony agreement agreements treaty accord memorandum"
      + " protocol programme program scheme project deal")
}
