import Prose

/// The paper that a clause speaks of, as it is named there: "a preferential trade agreement" of "could be
/// signed before May".
struct PaperPhrase {
  let reading: BlockReading
  let draft: Draft

  /// "Preferential trade agreement", "Contract", "Sales agreement for refined products"; nil where the
  /// clause and its subject name none.
  ///
  /// - Parameter limit: the most characters.
  func text(limit: Int) -> String? {
    guard let noun else { return nil }
    var start = noun
    while start > draft.sentence.lowerBound, noun - start < 5, qualifies(start - 1) { start -= 1 }
    if reading.tokens[start].key == Self.hyphen { start += 1 }
    var end = noun + 1
    // "For refined products", "on the exchange of data".
    if end < draft.sentence.upperBound, Self.about.contains(reading.tokens[end].key) {
      var i = end + 1
      while i < draft.sentence.upperBound, i - end < 9, continues(i) { i += 1 }
      while i > end + 1, isLoose(i - 1) { i -= 1 }
      if i > end + 1 { end = i }
    }
    for cut in [end, noun + 1] {
      let line = HeadlineWriter.plain(start..<cut, reading)
      if line.fits(limit) { return line.string.prefix(1).uppercased() + line.string.dropFirst() }
    }
    return nil
  }

  /// "The tax agreement of 4 December 2007": named by its day, whatever is done with it.
  static func isDated(_ draft: Draft, _ reading: BlockReading) -> Bool {
    guard draft.rule?.kind == .noun, let end = draft.trigger?.upperBound,
      let date = draft.date.flatMap(reading.range)
    else { return false }
    return date.lowerBound == end + 1 && reading.tokens[end].key == WordKey("of")
  }

  /// The noun nearest to the deed's words in its own part of the sentence, else the first before it.
  private var noun: Int? {
    let at = draft.trigger?.lowerBound ?? draft.segment.lowerBound
    func nearest(_ range: Range<Int>) -> Int? {
      range.filter { Self.papers.contains(reading.tokens[$0].key) }.min {
        abs($0 - at) < abs($1 - at)
      }
    }
    return nearest(draft.segment)
      ?? (draft.sentence.lowerBound..<max(at, draft.sentence.lowerBound)).first {
        Self.papers.contains(reading.tokens[$0].key)
      }
  }

  private func qualifies(_ i: Int) -> Bool {
    let token = reading.tokens[i]
    if token.key == Self.hyphen { return true }
    return token.kind == .word && !reading.has(.determiner, at: i)
      && !reading.has(.preposition, at: i) && !reading.has(.conjunction, at: i)
      && !reading.has(.date, at: i) && !reading.has(.relative, at: i)
      && token.key != Tokenizer.possessive && !Self.stops.contains(token.key)
      && VerbLexicon.builtIn.entry(token.key).map { $0.isNoun } ?? true
  }

  private func continues(_ i: Int) -> Bool {
    let token = reading.tokens[i]
    guard token.kind != .punctuation || token.key == Self.hyphen, !reading.has(.date, at: i),
      !reading.has(.relative, at: i), !reading.has(.auxiliary, at: i)
    else { return false }
    return Self.inner.contains(token.key)
      || !reading.has(.preposition, at: i) && !reading.has(.conjunction, at: i)
        && VerbLexicon.builtIn.entry(token.key).map { $0.isNoun } ?? true
  }

  private func isLoose(_ i: Int) -> Bool {
    reading.has(.preposition, at: i) || reading.has(.determiner, at: i)
      || reading.tokens[i].key == Self.hyphen
  }

  private static let papers = BlockReading.keys(
    "agreement agreements contract contracts treaty protocol memorandum convention accord pact mou deal"
      + " text texts plan programme arrangement letter letters documents loan lease")
  private static let about = BlockReading.keys("on for")
  private static let inner = BlockReading.keys("of the a an")
  private static let stops = BlockReading.keys("first second third new latest same said such")
  private static var hyphen: WordKey { "-" }
}
