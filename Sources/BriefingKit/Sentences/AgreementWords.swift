import Chronicle

/// What the words of an agreement say of it.
enum AgreementWords {
  enum Kind: String, CaseIterable {
    case agreement, memorandum, mou, accord = "protocol", treaty, convention, programme
    case communique, declaration, contract, letter, total
  }

  enum Standing: String, CaseIterable {
    case initialled, ratified, inForce = "in-force", signed, concluded, adopted, agreed, renewed
    case extended, announced, conditional, untold
  }

  private static let kinds: [(String, Kind)] = [
    ("mou", .mou), ("memorandum of understanding", .mou), ("memorandum", .memorandum),
    ("protocol", .accord), ("treaty", .treaty), ("convention", .convention),
    ("programme", .programme), ("program", .programme), ("communiqué", .communique),
    ("declaration", .declaration), ("contract", .contract), ("letter of intent", .letter),
  ]
  private static let verbs: [(String, Standing)] = [
    ("initialled", .initialled), ("ratified", .ratified), ("entered into force", .inForce),
    ("in force", .inForce), ("signed", .signed), ("concluded", .concluded),
    ("adopted", .adopted), ("agreed", .agreed), ("renewed", .renewed), ("extended", .extended),
  ]

  /// Words that name a paper.
  static let nouns = Set(kinds.map(\.0) + ["agreement", "accord", "understanding"])

  /// - Parameter headline: as it is printed; what it names goes before what its sentences do.
  static func kind(_ event: Event, headline: String? = nil) -> Kind {
    if event.content.isAggregate { return .total }
    let texts = [headline ?? event.content.headline] + event.mentions.map(\.quote)
    for (index, text) in texts.enumerated() {
      let words = " " + text.lowercased().map { $0.isLetter ? String($0) : " " }.joined() + " "
      for (word, kind) in kinds where words.contains(" \(word) ") { return kind }
      if index == 0, words.contains(" agreement ") || words.contains(" accord ") { break }
    }
    return event.content.type == .declaration ? .declaration : .agreement
  }

  /// The word of the first sentence that has one.
  static func standing(_ event: Event) -> Standing {
    switch event.content.status {
    case .planned: return .announced
    case .hypothetical: return .conditional
    default: break
    }
    for mention in event.mentions {
      let text = mention.quote.lowercased()
      if let verb = verbs.first(where: { text.contains($0.0) }) { return verb.1 }
    }
    return .untold
  }
}
