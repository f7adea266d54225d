import Prose

/// Dates behind "since" that tell no deed: when the one before was, when somebody took an office.
extension DateUseReader {
  /// "Since his appointment in 2012", "since taking office in May": what is told was done afterwards.
  static func isOfOffice(_ before: Int, _ reading: BlockReading, _ sentence: Range<Int>)
    -> Bool
  {
    guard before - 1 >= sentence.lowerBound, insAndOns.contains(reading.tokens[before].key),
      offices.contains(reading.tokens[before - 1].key)
    else { return false }
    return (max(sentence.lowerBound, before - 6)..<before).contains {
      reading.tokens[$0].key == WordKey("since")
    }
  }

  /// "The committee, dormant since 1991, was revived": how long nothing was done.
  static func isOfRest(_ before: Int, _ reading: BlockReading, _ sentence: Range<Int>) -> Bool {
    before - 1 >= sentence.lowerBound && reading.tokens[before].key == WordKey("since")
      && rests.contains(reading.tokens[before - 1].key)
  }

  private static let rests = BlockReading.keys(
    "dormant asleep idle inactive stalled unused moribund paralysed")
  private static let offices = BlockReading.keys(
    "appointment accreditation election inauguration office post duties nomination posting tenure")

  /// "His first since 2017", "the first stay in Lima since she came to power in 2011": when the one before
  /// was, or when the time began that has seen but one.
  static func isFirstSince(_ before: Int, _ reading: BlockReading, _ sentence: Range<Int>)
    -> Bool
  {
    var since = before
    while since > sentence.lowerBound, before - since < Self.longestTime,
      !reading.has(.date, at: since),
      reading.tokens[since].kind != .punctuation, reading.tokens[since].key != WordKey("since")
    {
      since -= 1
    }
    guard since > sentence.lowerBound, reading.tokens[since].key == WordKey("since") else {
      return false
    }
    // "The first since President N. came in May 1991" tells of his visit too.
    if (since..<before).contains(where: { Self.travels.contains(reading.tokens[$0].key) }),
      !(since..<before).contains(where: { Self.powers.contains(reading.tokens[$0].key) })
    {
      return false
    }
    // "The largest exercise of the two navies since 1990", not "the first has been there since 1990".
    for i in stride(from: since - 1, through: max(sentence.lowerBound, since - Self.phrase), by: -1)
    {
      let token = reading.tokens[i]
      if Self.counted.contains(token.key) { return true }
      if token.kind == .punctuation && token.key != WordKey("-") || reading.has(.auxiliary, at: i) {
        return false
      }
    }
    return false
  }

  /// Tokens of "first visit to Nepal by a president of Austria".
  private static let phrase = 14
  private static let counted = BlockReading.keys(
    "first second third fourth fifth sixth seventh eighth ninth tenth only latest largest biggest"
      + " highest lowest greatest worst best longest smallest fewest")

  private static let travels = BlockReading.keys("came visited went travelled traveled")
  private static let powers = BlockReading.keys("power office age")
  /// Tokens of "since she came to power in".
  static let longestTime = 8
}
