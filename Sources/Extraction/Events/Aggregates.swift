import Prose

/// Tells totals over many happenings: "more than 30 agreements", "five sessions since 2000".
enum Aggregates {
  static func isAggregate(_ reading: BlockReading, _ clause: Range<Int>) -> Bool {
    patterns.contains { reading.find($0, in: clause) != nil }
  }

  private static let patterns: [TokenPattern] = {
    let compiler = PatternCompiler(categories: EventCategory.numbers, inflection: .english)
    let notations = (Knowledge.file("rules/aggregates.rules").map(RuleFile.read)?.rules ?? [])
      .flatMap { $0.values("pattern").map(\.value) }
    return notations.compactMap { try? compiler.compile($0) }
  }()
}
