import Chronicle
import Prose

/// Finds prospects and wishes: "there is great scope for …". They are listed, never counted.
enum OpeningFinder {
  static let rules = PatternRules(Knowledge.file("rules/openings.rules"), fact: .opening)
  private static let patterns = rules.patterns()

  /// The domain of the opening that the sentence names, or nil when it names none.
  static func opening(in reading: BlockReading, _ sentence: Range<Int>, _ domains: DomainClassifier)
    -> Domain?
  {
    guard reading.find(patterns, in: sentence) != nil else { return nil }
    return domains.choose(
      .other, reading, clause: sentence, sentence: sentence, heading: nil
    ).domain
  }
}
