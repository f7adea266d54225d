import Chronicle
import Chronology

/// What became of agreements, as far as later sentences tell: where an agreement can't be told from
/// others by its words, nothing is said of it.
struct FollowUps {
  /// In the order of their numbers.
  private let events: [Event]
  private let numbers: [String: Int]
  /// Of the agreements, by event id.
  private let signs: [String: AgreementSigns]
  /// The sessions of the body that an agreement made, by the agreement's id.
  private let sessions: [String: [Event]]
  /// The sentences of each event.
  private let sentences: [[WordLine]]
  /// The events whose sentences have a word of an agreement's signs, in their order.
  private let byWord: [UInt64: [Int32]]

  /// - Parameters:
  ///   - numbering: numbers the events from 1.
  ///   - headlines: whole, by event id.
  init(_ numbering: Numbering, headlines: [String: String], mechanisms: [Mechanism]) {
    events = numbering.events
    numbers = numbering.numbers
    var signs: [String: AgreementSigns] = [:]
    var byWord: [UInt64: [Int32]] = [:]
    for event in events where Self.isAgreed(event) {
      let own = AgreementSigns(event, headline: headlines[event.id] ?? event.content.headline)
      signs[event.id] = own
      for word in own.words { byWord[word] = [] }
    }
    var sentences: [[WordLine]] = []
    for (index, event) in events.enumerated() {
      let index = Int32(index)
      let own = event.mentions.map { WordLine($0.quote) }
      for word in own.lazy.flatMap(\.words) {
        guard let place = byWord.index(forKey: word), byWord.values[place].last != index else {
          continue
        }
        byWord.values[place].append(index)
      }
      sentences.append(own)
    }
    self.signs = signs
    self.byWord = byWord
    self.sentences = sentences
    sessions = mechanisms.reduce(into: [:]) { sessions, body in
      for event in numbering.events
      where signs[event.id] != nil
        && (event.id == body.founding?.id
          || (headlines[event.id] ?? event.content.headline).contains(body.name))
      {
        sessions[event.id] = body.sessions
      }
    }
  }

  /// The later events that name an agreement, or what it is about, or in which its body met.
  func of(_ event: Event) -> [Event] {
    guard let own = signs[event.id] else { return [] }
    let told = candidates(own).filter { bond(own, event, $0) == .named }.map { events[$0] }
    let met = (sessions[event.id] ?? []).filter { isLater($0, event) }
    return Set((told + met).compactMap { numbers[$0.id] }).sorted().map { events[$0 - 1] }
  }

  /// Whether an agreement can be told from others by its words and no other sentence tells of it: of
  /// no other agreement is it said that nothing came of it.
  func hasNone(_ event: Event) -> Bool {
    guard let own = signs[event.id], own.areAny || sessions[event.id] != nil,
      !(sessions[event.id] ?? []).contains(where: { isLater($0, event) }), !tellsFate(event)
    else { return false }
    // Later events first: where there is one, it is soon found.
    let index = Int32((numbers[event.id] ?? 1) - 1)
    let all = lists(own)
    return all.allSatisfy { list in
      let start = list.partition(after: index)
      return list[start...].allSatisfy { bond(own, event, Int($0)) == .none }
    }
      && all.allSatisfy { list in
        list[..<list.partition(after: index)].allSatisfy { bond(own, event, Int($0)) == .none }
      }
  }

  /// Whether a sentence tells that an agreement ended.
  func isLapsed(_ event: Event) -> Bool {
    guard let index = numbers[event.id], let own = signs[event.id] else { return false }
    if sentences[index - 1].contains(where: { $0.hasAny(AgreementSigns.ends) }) { return true }
    return candidates(own).contains { other in
      bond(own, event, other) == .named
        && sentences[other].contains { own.areNamed(in: $0) && $0.hasAny(AgreementSigns.ends) }
    }
  }

  private enum Bond {
    case none
    /// Perhaps the same, or told with the same words, or without a date.
    case perhaps
    case named
  }

  /// Whether an agreement's own sentences tell what became of it.
  private func tellsFate(_ event: Event) -> Bool {
    guard let index = numbers[event.id] else { return false }
    return sentences[index - 1].contains { $0.hasAny(AgreementSigns.fates) }
  }

  private func bond(_ own: AgreementSigns, _ event: Event, _ index: Int) -> Bond {
    let other = events[index]
    guard other.id != event.id, !isOfOneOccasion(event, other), !isEarlier(other, event) else {
      return .none
    }
    var bond = Bond.none
    for (mention, line) in zip(other.mentions, sentences[index]) {
      let isNamed = own.areNamed(in: line)
      guard isNamed || own.mayBeMeant(in: line) else { continue }
      let isOwn = { event.mentions.contains { $0.quote == mention.quote } }
      if isNamed, isLater(other, event), !isOwn() { return .named }
      bond = .perhaps
    }
    return bond
  }

  private func isOfOneOccasion(_ event: Event, _ other: Event) -> Bool {
    event.partOf == other.id || other.partOf == event.id
      || event.partOf != nil && event.partOf == other.partOf
      || event.drawnDate != nil && event.drawnDate == other.drawnDate
  }

  /// Whether something began after an agreement was made.
  private func isLater(_ other: Event, _ event: Event) -> Bool {
    guard let last = event.drawnDate?.latest, let date = other.drawnDate,
      let first = date.earliest ?? date.latest
    else { return false }
    return first > last
  }

  private func isEarlier(_ other: Event, _ event: Event) -> Bool {
    guard let first = event.drawnDate?.earliest, let last = other.drawnDate?.latest else {
      return false
    }
    return last < first
  }

  /// The events that have the rarest word of a sign, in their order.
  private func candidates(_ own: AgreementSigns) -> [Int] {
    Set(lists(own).joined()).sorted().map(Int.init)
  }

  /// The same for each sign.
  private func lists(_ own: AgreementSigns) -> [[Int32]] {
    let phrases = (own.phrases + own.terms).compactMap { phrase in
      phrase.map { byWord[$0] ?? [] }.min { $0.count < $1.count }
    }
    return phrases + own.subject.sorted().map { byWord[$0] ?? [] }
  }

  /// A dated agreement or declaration, one and not a total.
  static func isAgreed(_ event: Event) -> Bool {
    event.isAgreement && !event.content.isAggregate
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
}

extension [Int32] {
  /// Where the numbers above another begin, in their order.
  fileprivate func partition(after number: Int32) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] > number { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
