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
    guard let place = reading.find(patterns, in: sentence) else { return nil }
    // "Has still not taken off the ground": the opposite of one.
    let around = max(sentence.lowerBound, place.lowerBound - 4)..<place.upperBound
    if around.contains(where: { reading.has(.negation, at: $0) }) { return nil }
    let isPronoun = sentence.first.map { pronouns.contains(reading.tokens[$0].key) } ?? false
    if isPronoun || namesField(reading, sentence),
      let topic = domains.topic(before: sentence, reading, isNearest: isPronoun)
    {
      return topic
    }
    return domains.choose(
      .other, reading, clause: sentence, sentence: sentence, heading: nil
    ).domain
  }

  /// What is quoted: with the sentence before, if it is short, where a pronoun points back to it.
  static func passage(of sentence: Range<Int>, _ reading: BlockReading) -> Range<Int> {
    guard pronouns.contains(reading.tokens[sentence.lowerBound].key),
      let before = reading.sentences.last(where: { $0.upperBound == sentence.lowerBound }),
      before.count <= 25
    else { return sentence }
    return before.lowerBound..<sentence.upperBound
  }

  /// "There is great potential in this domain": the one spoken of before; so with "They need to explore".
  private static func namesField(_ reading: BlockReading, _ sentence: Range<Int>) -> Bool {
    sentence.dropFirst().contains { i in
      fields.contains(reading.tokens[i].key) && pointers.contains(reading.tokens[i - 1].key)
    }
  }

  private static let pronouns = BlockReading.keys("they it these such both")
  private static let pointers = BlockReading.keys("this that these those same said")
  private static let fields = BlockReading.keys(
    "domain domains field fields area areas sector sectors sphere spheres regard respect direction")
}
