import Chronicle

/// What the titles of people say of their rank.
public enum Titles {
  private static let heads: Set = [
    "king", "queen", "emir", "amir", "sultan", "monarch", "emperor", "empress", "pope",
  ]
  /// Of whom a president may be one too.
  private static let bodies: Set = [
    "senate", "parliament", "assembly", "chamber", "chambers", "council", "court", "academy",
    "bank",
    "company", "corporation", "university", "commission", "association", "committee", "club",
    "society", "institute", "board",
  ]
  private static let deputies: Set = ["vice", "deputy", "assistant"]

  /// The rank that words of a title give.
  static func rank(_ title: String) -> Salience {
    let words = title.lowercased().split { !$0.isLetter }.map(String.init)
    func has(_ any: Set<String>) -> Bool { words.contains(where: any.contains) }
    let isDeputy = has(deputies)
    if has(heads) { return .headOfState }
    if has(["president", "presidents"]) {
      if isOfBody(words) { return .session }
      return isDeputy ? .minister : .headOfState
    }
    if has(["pm", "premier", "chancellor"]) || has(["prime"]) && has(["minister", "ministers"]) {
      return isDeputy ? .minister : .headOfGovernment
    }
    if has(["minister", "ministers"]) { return isDeputy ? .session : .minister }
    return has(["crown"]) && has(["prince", "princess"]) ? .minister : .session
  }

  /// "President of the Senate": one of a body, not of a state.
  private static func isOfBody(_ words: [String]) -> Bool {
    guard let president = words.firstIndex(where: { $0.hasPrefix("president") }) else {
      return false
    }
    let after = words[(president + 1)...].prefix(5)
    return after.first == "of" && after.contains(where: bodies.contains)
      && !after.contains("ministers")
  }

  /// What a visit's headline begins with: "President of Namibia" of "President of Namibia meets the
  /// Prime Minister".
  static func subject(_ headline: String) -> String {
    let joints: Set = ["of", "the", "and", "by", "a", "an"]
    return headline.split(separator: " ").prefix { word in
      word.first?.isLowercase != true || joints.contains(String(word))
    }.joined(separator: " ")
  }

  /// The words of a name that are a title before it: "King" of "King Mahendra", nothing of "Martin
  /// Luther King".
  public static func leading(_ name: String) -> String {
    let words = name.split(separator: " ")
    guard words.count > 1 else { return "" }
    let titles: Set = [
      "king", "queen", "emir", "amir", "sultan", "emperor", "empress", "pope", "president", "prime",
      "minister", "premier", "chancellor", "crown", "prince", "princess", "vice", "deputy",
      "foreign", "former",
    ]
    return words.dropLast().prefix { titles.contains($0.lowercased()) }.joined(separator: " ")
  }

  /// Whether its headline calls it a state visit, or a clause that names a visitor does: a sentence may
  /// tell of two.
  static func isStateVisit(_ event: Event, by people: [Participant]) -> Bool {
    let headline = event.content.headline
    if place(of: "tate visit", in: headline) != nil { return true }
    let names = people.map { PersonalName.surname(of: $0.name) }.filter { !$0.isEmpty }
    guard !names.isEmpty else { return false }
    return event.mentions.contains { mention in
      guard let end = place(of: "tate visit", in: mention.quote) else { return false }
      let before = mention.quote[..<end]
      let marks: Set<Character> = [";", ".", ":"]
      let clause = before.lastIndex(where: marks.contains).map { before[$0...] } ?? before
      return names.contains { place(of: $0, in: String(clause)) != nil }
    }
  }

  private static func place(of wanted: String, in text: String) -> String.Index? {
    let words = text.utf8
    guard let first = wanted.utf8.first else { return nil }
    var start = words.startIndex
    while let next = words[start...].firstIndex(of: first) {
      if words[next...].starts(with: wanted.utf8) { return next }
      start = words.index(after: next)
    }
    return nil
  }
}
