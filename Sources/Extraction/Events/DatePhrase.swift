import Prose

/// The relation that a preposition gives to a date over the words between.
extension DateUseReader {
  /// "After the earthquake of 27 February 2010": the preposition's relation over a noun phrase.
  static func phraseRelation(_ date: Int, in reading: BlockReading, _ sentence: Range<Int>)
    -> DateMention.Relation?
  {
    let range = reading.dates[date].range
    var i = range.lowerBound - 1
    var steps = 0
    while i >= sentence.lowerBound, steps < 9 {
      let token = reading.tokens[i]
      if token.key == WordKey("after") || token.key == WordKey("following") {
        // "Named after Jinnah in May".
        if (max(sentence.lowerBound, i - 6)..<i).contains(where: {
          namings.contains(reading.tokens[$0].key)
        }) {
          return nil
        }
        if i + 1 < sentence.upperBound, hours.contains(reading.tokens[i + 1].key) { return nil }
        // "Reopened after eight years on 7 December": on that day.
        let end = range.lowerBound
        if (i + 1..<end).contains(where: { spans.contains(reading.tokens[$0].key) }),
          insAndOns.contains(reading.tokens[end - 1].key)
        {
          return nil
        }
        return steps > 0 ? .after : nil
      }
      // "After the one of April 2005": its own day.
      if steps <= 1, Self.stands.contains(token.key) { return nil }
      if token.kind == .punctuation && token.key != WordKey("-") { return nil }
      if verbsBetween.contains(token.key) { return nil }
      i -= 1
      steps += 1
    }
    return nil
  }

  private static let stands = BlockReading.keys("one ones that those")

  private static let spans = BlockReading.keys("years months weeks days year month week decades")
  static let insAndOns = BlockReading.keys("on in")

  /// "After midnight on 22 May": on that day.
  private static let hours = BlockReading.keys(
    "midnight noon midday dawn dusk sunset sunrise dark nightfall lunch dinner breakfast mass prayers"
  )
  private static let namings = BlockReading.keys(
    "named names renamed called looked sought naming christened titled")
}
