import Chronicle
import Chronology

/// Which agreements a later event names, as their own sentences do.
struct FollowUps {
  /// In the order of their numbers.
  private let events: [Event]
  private let numbers: [String: Int]
  /// The events whose sentences have a word of an agreement's name, by its hash, in their order.
  private let byWord: [UInt64: [Int32]]

  /// - Parameter numbering: numbers the events from 1.
  init(_ numbering: Numbering) {
    events = numbering.events
    numbers = numbering.numbers
    var byWord: [UInt64: [Int32]] = [:]
    for event in events where Self.isAgreed(event) {
      for word in AgreementWords.name(event).map(Self.words) ?? [] { byWord[word] = [] }
    }
    for (index, event) in events.enumerated() where event.drawnDate != nil {
      let index = Int32(index)
      for mention in event.mentions {
        for word in Self.words(mention.quote) {
          guard let place = byWord.index(forKey: word), byWord.values[place].last != index else {
            continue
          }
          byWord.values[place].append(index)
        }
      }
    }
    self.byWord = byWord
  }

  /// The later events that name an agreement.
  func of(_ event: Event) -> [Event] { Array(later(event)) }

  /// Whether a later event names an agreement.
  func hasAny(_ event: Event) -> Bool { later(event).first { _ in true } != nil }

  private func later(_ event: Event) -> some Sequence<Event> {
    let index = (numbers[event.id] ?? 0) - 1
    let name = Self.isAgreed(event) ? AgreementWords.name(event) : nil
    // Few events have the rarest word of a name.
    let rarest = name.flatMap { name in
      Self.words(name).map { byWord[$0] ?? [] }.min { $0.count < $1.count }
    }
    return (rarest ?? []).lazy.filter { $0 > index }.map { events[Int($0)] }.filter { other in
      other.drawnDate != event.drawnDate && other.partOf != event.partOf
        && other.mentions.contains { mention in name.map { mention.quote.contains($0) } ?? false }
    }
  }

  /// A dated agreement or declaration, one and not a total.
  static func isAgreed(_ event: Event) -> Bool {
    [.agreement, .declaration].contains(event.content.type) && !event.content.isAggregate
      && event.drawnDate != nil
  }

  /// Whether what was agreed has a form that can be followed up: an instrument, or a promise.
  static func isInstrument(_ event: Event) -> Bool {
    let texts = [event.content.headline] + event.mentions.map(\.quote)
    return texts.contains { text in
      BodyReader.words(text.lowercased()).contains { word in
        instruments.contains(word) || word.hasPrefix("agree")
      }
    }
  }

  private static let instruments: Set<String> = [
    "accord", "accords", "charter", "communiqué", "contract", "contracts", "convention",
    "declaration", "memorandum", "memoranda", "mou", "mous", "pact", "plan", "programme", "program",
    "protocol", "protocols", "statement", "treaty", "treaties",
  ]

  /// The hashes of the words between spaces, of their letters and digits. Two words with one hash do
  /// no harm: what is found by a word is looked at.
  private static func words(_ text: String) -> [UInt64] {
    var words: [UInt64] = []
    for word in text.utf8.split(separator: UInt8(ascii: " ")) {
      var hash = Self.start
      if word.allSatisfy({ $0 < 0x80 }) {
        for byte in word where isLetterOrDigit(byte) { mix(byte, into: &hash) }
      } else {
        for byte in Substring(word).filter({ $0.isLetter || $0.isNumber }).utf8 {
          mix(byte, into: &hash)
        }
      }
      if hash != Self.start { words.append(hash) }
    }
    return words
  }

  private static let start: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func mix(_ byte: UInt8, into hash: inout UInt64) {
    hash = (hash ^ UInt64(byte)) &* 0x0100_0000_01B3
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39
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
