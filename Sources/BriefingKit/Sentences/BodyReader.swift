import Chronicle

/// Reads the names of standing bodies out of the sentences of events: "Joint Ministerial
/// Commission (JMC)", "the 6th meeting of the JMC".
struct BodyReader {
  struct Body {
    var name: String
    var acronym: String?
    /// Whether one of its sessions is counted.
    var isNumbered: Bool
    /// Whether it is said to be in session, as no meeting is that only has a name.
    var isInSession = false
  }

  let abbreviations: [Abbreviation]
  /// Actors of the ledger, which are no bodies of the two sides.
  let organisations: Set<String>
  /// Whole headlines, by event id.
  let headlines: [String: String]

  static let nouns: Set<String> = [
    "Commission", "Committee", "Council", "Forum", "Dialogue", "Consultations",
  ]
  /// From two on.
  static let numerals = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
  ]
  /// In their order.
  static let ordinals = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
  ]
  private static let small: Set<String> = ["of", "on", "for", "and", "the"]
  private static let foundings: Set<String> = [
    "formation", "formed", "established", "establishment", "constituted", "set",
  ]

  /// The body that an event founds or meets in: one that its headline names before one that only a
  /// sentence does, unless another event's headline has that one.
  func body(_ event: Event, amongMany events: [Event]) -> Body? {
    if let own = body(in: headline(event), event) { return own }
    for quote in event.mentions.map(\.quote) {
      guard let body = body(in: quote, event) else { continue }
      let isAnothers = events.contains { other in
        other.id != event.id && headline(other).contains(body.name)
          && other.mentions.contains { $0.quote == quote }
      }
      if !isAnothers { return body }
    }
    return nil
  }

  private func headline(_ event: Event) -> String {
    headlines[event.id] ?? event.content.headline
  }

  private func body(in text: String, _ event: Event) -> Body? {
    named(text, event) ?? abbreviated(text, event)
  }

  /// Capitalised words that end with one such as "Commission", and the acronym in brackets after
  /// them.
  private func named(_ text: String, _ event: Event) -> Body? {
    let words = text.split(separator: " ").map(String.init)
    for (index, word) in words.enumerated() {
      let bare = word.filter(\.isLetter)
      guard Self.nouns.contains(bare) else { continue }
      var start = index
      while start > 0, Self.belongs(words[start - 1]) { start -= 1 }
      while start < index, Self.small.contains(words[start]) { start += 1 }
      guard start < index else { continue }
      let name = (words[start..<index] + [bare]).joined(separator: " ")
      let acronym =
        index + 1 < words.count ? Abbreviation.short(words[index + 1]) : nil
      return Body(
        name: name, acronym: acronym ?? abbreviations.first { $0.name == name }?.short,
        isNumbered: Mechanism.ordinal(event) != nil,
        isInSession: words.contains { $0.lowercased().hasPrefix("session") })
    }
    return nil
  }

  /// An acronym that a sentence counts a session of, or tells the founding of.
  private func abbreviated(_ text: String, _ event: Event) -> Body? {
    let words = Self.words(text)
    for (index, word) in words.enumerated() where Self.isAcronym(word) {
      guard !organisations.contains(word) else { continue }
      let before = words[..<index].suffix(4)
      let isCounted =
        before.contains(where: Self.isSessionWord) && before.contains(where: Self.isOrdinal)
      let isFounded =
        event.content.type == .establishment && words.contains(where: Self.foundings.contains)
      guard isCounted || isFounded else { continue }
      let name = abbreviations.first { $0.short == word }?.name ?? word
      return Body(name: name, acronym: word, isNumbered: isCounted)
    }
    return nil
  }

  private static func isAcronym(_ word: String) -> Bool {
    (2...6).contains(word.count) && word.allSatisfy { $0.isUppercase && $0.isASCII }
  }

  static func isSessionWord(_ word: String) -> Bool {
    ["session", "meeting", "round"].contains(word.lowercased())
  }

  static func isOrdinal(_ word: String) -> Bool {
    let lower = word.lowercased()
    let isNumeral =
      lower.first?.isNumber == true && ["st", "nd", "rd", "th"].contains(String(lower.suffix(2)))
    return isNumeral || lower == "inaugural" || ordinals.contains(lower)
  }

  static func words(_ text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map(String.init)
  }

  private static func belongs(_ word: String) -> Bool {
    guard let first = word.first, let last = word.last, last.isLetter else { return false }
    return first.isUppercase && !isOrdinal(word)
      && !["Establishment", "MoU", "Agreement", "The"].contains(word)
  }
}
