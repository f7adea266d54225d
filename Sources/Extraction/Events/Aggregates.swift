import Prose

/// Tells totals over many happenings: "more than 30 agreements", "five sessions since 2000".
enum Aggregates {
  static let rules = PatternRules(Knowledge.file("rules/aggregates.rules"), fact: .aggregate)
  private static let patterns = rules.patterns()

  /// - Parameter deed: the words of the deed; nil: anything in the clause.
  static func isAggregate(_ reading: BlockReading, _ clause: Range<Int>, deed: Range<Int>? = nil)
    -> Bool
  {
    guard let deed else { return patterns.matches(in: reading, clause) }
    return patterns.all(in: reading, clause).contains { $0.place.overlaps(deed) }
  }
}
