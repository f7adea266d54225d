import Prose

/// Tells totals over many happenings: "more than 30 agreements", "five sessions since 2000".
enum Aggregates {
  /// - Parameter deed: the words of the deed; nil: anything in the clause.
  static func isAggregate(_ reading: BlockReading, _ clause: Range<Int>, deed: Range<Int>? = nil)
    -> Bool
  {
    patterns.contains { pattern in
      guard let found = reading.find(pattern, in: clause) else { return false }
      return deed.map(found.overlaps) ?? true
    }
  }

  private static let patterns: [TokenPattern] = {
    let compiler = PatternCompiler(categories: EventCategory.numbers, inflection: .english)
    let notations = (Knowledge.file("rules/aggregates.rules").map(RuleFile.read)?.rules ?? [])
      .flatMap { $0.values("pattern").map(\.value) }
    return notations.compactMap { try? compiler.compile($0) }
  }()
}
