import Chronicle
import Prose

/// Finds prospects and wishes: "there is great scope for …". They are listed, never counted.
struct OpeningFinder: Sendable {
  private let patterns: [TokenPattern]

  static let builtIn = OpeningFinder(
    Knowledge.file("rules/openings.rules").map(RuleFile.read)?.rules)

  init(_ rules: [RuleBlock]?) {
    let compiler = PatternCompiler(categories: EventCategory.numbers, inflection: .english)
    patterns = (rules ?? []).flatMap { rule in
      rule.values("pattern").compactMap { try? compiler.compile($0.value) }
    }
  }

  /// The domain of the opening that the sentence names, or nil when it names none.
  func opening(in reading: BlockReading, _ sentence: Range<Int>, _ domains: DomainClassifier)
    -> Domain?
  {
    guard patterns.contains(where: { reading.find($0, in: sentence) != nil }) else { return nil }
    return domains.choose(
      .other, reading, clause: sentence, sentence: sentence, heading: nil
    ).domain
  }
}
