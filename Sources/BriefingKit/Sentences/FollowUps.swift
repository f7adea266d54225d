import Chronicle
import Chronology

/// Which agreements a later event names, as their own sentences do.
struct FollowUps {
  private let later: [String: [Event]]

  /// - Parameter events: in the order of their numbers.
  init(_ events: [Event]) {
    var byWord: [String: [Int]] = [:]
    for (index, event) in events.enumerated() where event.drawnDate != nil {
      for word in Set(event.mentions.flatMap { Self.words($0.quote) }) {
        byWord[word, default: []].append(index)
      }
    }
    var later: [String: [Event]] = [:]
    for (index, event) in events.enumerated() where Self.isAgreed(event) {
      guard let name = AgreementWords.name(event) else { continue }
      // Few events have the rarest word of a name.
      let candidates = Self.words(name).map { byWord[$0] ?? [] }.min { $0.count < $1.count } ?? []
      let found = candidates.filter { $0 > index }.map { events[$0] }.filter { other in
        other.drawnDate != event.drawnDate && other.partOf != event.partOf
          && other.mentions.contains { $0.quote.contains(name) }
      }
      if !found.isEmpty { later[event.id] = found }
    }
    self.later = later
  }

  /// The later events that name an agreement.
  func of(_ event: Event) -> [Event] { later[event.id] ?? [] }

  /// A dated agreement or declaration, one and not a total.
  static func isAgreed(_ event: Event) -> Bool {
    [.agreement, .declaration].contains(event.content.type) && !event.content.isAggregate
      && event.drawnDate != nil
  }

  /// Whether what was agreed has a form that can be followed up: an instrument, or a promise.
  static func isInstrument(_ event: Event) -> Bool {
    let texts = [event.content.headline] + event.mentions.map(\.quote)
    return texts.contains { text in
      words(text.lowercased()).contains { word in
        instruments.contains(word) || word.hasPrefix("agree")
      }
    }
  }

  private static let instruments: Set<String> = [
    "accord", "accords", "charter", "communiqué", "contract", "contracts", "convention",
    "declaration", "memorandum", "memoranda", "mou", "mous", "pact", "plan", "programme", "program",
    "protocol", "protocols", "statement", "treaty", "treaties",
  ]

  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").map { String($0.filter { $0.isLetter || $0.isNumber }) }
      .filter { !$0.isEmpty }
  }
}

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

  static func kind(_ event: Event) -> Kind {
    if event.content.isAggregate { return .total }
    let texts = [event.content.headline] + event.mentions.map(\.quote)
    for text in texts {
      let words = " " + text.lowercased().map { $0.isLetter ? String($0) : " " }.joined() + " "
      for (word, kind) in kinds where words.contains(" \(word) ") { return kind }
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

  /// The longest row of capitalised words in an event's sentences: the agreement's own name.
  static func name(_ event: Event) -> String? {
    var best: [Substring] = []
    for mention in event.mentions {
      var row: [Substring] = []
      for word in mention.quote.split(separator: " ") {
        let isName = word.first?.isUppercase == true
        let isJoint = ["on", "of", "and", "for"].contains(word) && !row.isEmpty
        if isName || isJoint { row.append(word) } else { row = [] }
        var trimmed = row
        while let last = trimmed.last, last.first?.isUppercase != true { trimmed.removeLast() }
        if trimmed.count > best.count { best = trimmed }
      }
    }
    return best.count >= 3 ? best.joined(separator: " ") : nil
  }
}
