import Chronicle
import Diagnostics
import Prose

/// Makes the short name of an event from its parts: at most 48 characters, nothing invented.
struct HeadlineWriter {
  static let limit = 48

  /// Short names of states by alpha-3 code.
  let names: [String: String]

  /// - Parameters:
  ///   - clause: the words around the deed, without its date.
  func headline(_ draft: Draft, _ content: Content, _ reading: BlockReading, clause: Range<Int>)
    -> String
  {
    if let made = template(draft, content, reading), made.count <= Self.limit, !made.isEmpty {
      return made
    }
    var text = Self.shorten(reading.string(clause))
    if !text.contains(where: \.isLetter) {
      text = Self.shorten(reading.string(draft.sentence))
    }
    if text.isEmpty { text = draft.type.rawValue }
    return content.flags.contains("contested") ? Self.quoted(text) : text
  }

  private func template(_ draft: Draft, _ content: Content, _ reading: BlockReading) -> String? {
    switch content.type {
    case .visit: visit(draft, content, reading)
    case .recognition:
      pair(content, "recognises")
    case .establishment where draft.rule?.id.hasPrefix("establishment/relations") == true:
      "Diplomatic relations established"
    case .establishment where draft.rule?.id.hasPrefix("establishment/mission") == true:
      mission(draft, content, reading)
    case .meeting where content.participants.count >= 2:
      meeting(draft, content, reading)
    case .agreement, .declaration: document(draft, content, reading)
    default: nil
    }
  }

  private func name(_ code: String) -> String { names[code] ?? code }

  private func pair(_ content: Content, _ verb: String) -> String? {
    guard content.actors.count == 1, content.recipients.count == 1 else { return nil }
    return "\(name(content.actors[0])) \(verb) \(name(content.recipients[0]))"
  }

  private func visit(_ draft: Draft, _ content: Content, _ reading: BlockReading) -> String? {
    guard let guest = content.actors.first, content.actors.count == 1 else { return nil }
    let person = content.participants.first { $0.side == guest } ?? content.participants.first
    guard let person else { return nil }
    let place =
      hostPlace(draft, content, reading) ?? content.recipients.first.map(name)
    guard let place else { return nil }
    let verb = content.status == .planned ? "to visit" : "visits"
    for who in [long(person), short(person)] {
      let text = "\(who) \(verb) \(place)"
      if text.count <= Self.limit { return text }
    }
    return nil
  }

  /// The first place named after the deed that lies in the host's state.
  private func hostPlace(_ draft: Draft, _ content: Content, _ reading: BlockReading) -> String? {
    let hosts = Set(content.recipients)
    let entity = reading.entities.first {
      draft.segment.contains($0.range.lowerBound)
        && [.city, .capital, .state].contains($0.kind) && $0.code.map(hosts.contains) == true
        && $0.range.lowerBound >= (draft.trigger?.lowerBound ?? 0)
    }
    return entity.map { reading.string($0.range) }
  }

  private func long(_ person: Participant) -> String {
    person.role.isEmpty ? person.name : "\(person.role) \(surname(person))"
  }

  private func short(_ person: Participant) -> String { surname(person) }

  private func surname(_ person: Participant) -> String {
    let parts = person.name.split(separator: " ")
    return parts.last.map(String.init) ?? person.name
  }

  private func meeting(_ draft: Draft, _ content: Content, _ reading: BlockReading) -> String? {
    let people = content.participants
    guard people.count >= 2, people[0].side != people[1].side else { return nil }
    let place = content.places.first.map { ", \($0)" } ?? ""
    for (a, b) in [(long(people[0]), long(people[1])), (short(people[0]), short(people[1]))] {
      let text = "\(a) meets \(b)\(place)"
      if text.count <= Self.limit { return text }
    }
    return nil
  }

  private func mission(_ draft: Draft, _ content: Content, _ reading: BlockReading) -> String? {
    guard content.actors.count == 1, let owner = content.actors.first else { return nil }
    let kinds = ["embassy", "mission", "consulate", "legation"]
    let kind =
      draft.segment.lazy.map { reading.text.string(reading.tokens[$0].span).lowercased() }
      .first(where: kinds.contains) ?? "mission"
    let place = content.places.first.map { " in \($0)" } ?? ""
    return "\(name(owner)) opens \(kind)\(place)"
  }

  /// The title of what was signed: the capitalised words around its noun.
  private func document(_ draft: Draft, _ content: Content, _ reading: BlockReading) -> String? {
    var best: Range<Int>?
    var start: Int?
    var last = draft.segment.lowerBound
    func close(_ end: Int) {
      guard let from = start, end - from >= 2 else { return }
      let range = from..<end
      let named = range.contains { Self.papers.contains(reading.tokens[$0].key) }
      if named, range.count > (best?.count ?? 0) { best = range }
    }
    for i in draft.segment {
      let token = reading.tokens[i]
      let isDate = reading.dates.contains { $0.range.contains(i) }
      if token.isCapitalised && token.kind == .word && !isDate {
        if start == nil { start = i }
        last = i
      } else if start != nil, i - last <= 2, Self.joints.contains(token.key), !isDate {
        continue
      } else if start != nil {
        close(last + 1)
        start = nil
      }
    }
    if start != nil { close(last + 1) }
    guard let best else { return nil }
    let text = Self.shorten(reading.string(best))
    return content.flags.contains("contested") ? Self.quoted(text) : text
  }

  /// The clause in one line, cut at a word if it is longer than the limit.
  static func shorten(_ clause: String, limit: Int = limit) -> String {
    var text = clause.filter { !"*_`\"“”„".contains($0) }
    text = text.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\u{A0}" })
      .joined(separator: " ")
    while let last = text.last, " ,;:.–—-(".contains(last) { text.removeLast() }
    while let first = text.first, " ,;:.–—-)".contains(first) { text.removeFirst() }
    if let first = text.first, first.isLowercase {
      text = first.uppercased() + text.dropFirst()
    }
    let words = withoutFillers(text.split(separator: " ").map(String.init))
    text = words.joined(separator: " ")
    guard text.count > limit else { return text }
    return cut(words, limit)
  }

  /// The longest beginning that ends with a phrase, else with a word and "…".
  private static func cut(_ words: [String], _ limit: Int) -> String {
    var kept: [String] = []
    var length = -1
    for word in words {
      if length + word.count + 1 > limit { break }
      kept.append(word)
      length += word.count + 1
    }
    for end in stride(from: kept.count, to: 2, by: -1) {
      let next = end < words.count ? words[end].lowercased() : ""
      let isPhrase = phraseStarts.contains(next) || kept[end - 1].hasSuffix(",")
      guard isPhrase, !dangling.contains(kept[end - 1].lowercased()) else { continue }
      let text = trimmed(kept[..<end].joined(separator: " "))
      if text.count >= limit / 2 { return text }
    }
    while let last = kept.last, kept.count > 1,
      dangling.contains(last.lowercased()) || kept.joined(separator: " ").count > limit - 1
    {
      kept.removeLast()
    }
    return String(trimmed(kept.joined(separator: " ")).prefix(limit - 1)) + "…"
  }

  private static func trimmed(_ text: String) -> String {
    var text = text
    while let last = text.last, " ,;:.–—-(".contains(last) { text.removeLast() }
    return text
  }

  /// Without the words that only join a sentence to the one before.
  private static func withoutFillers(_ words: [String]) -> [String] {
    var words = words
    while words.count > 3, let first = words.first,
      fillers.contains(first.lowercased().filter(\.isLetter))
    {
      words.removeFirst()
    }
    words = words.filter { $0.lowercased() != "also" }
    if let first = words.first?.first, first.isLowercase {
      words[0] = first.uppercased() + words[0].dropFirst()
    }
    return words
  }

  /// In quotation marks: the source's words, not the tool's.
  static func quoted(_ text: String) -> String {
    "“" + shorten(text, limit: limit - 2) + "”"
  }

  static let papers = BlockReading.keys(
    "agreement declaration protocol memorandum treaty convention mou programme accord statement"
      + " communiqué communique pact plan framework arrangement")
  static let joints = BlockReading.keys("of on the and for in between - & ( ) with to")
  static let fillers: Set<String> = [
    "similarly", "also", "moreover", "furthermore", "meanwhile", "then", "and", "but", "later",
    "some", "further",
  ]
  static let phraseStarts: Set<String> = [
    "in", "on", "at", "to", "for", "by", "with", "from", "which", "who", "that", "where", "when",
    "during", "since", "after", "before", "under", "and", "between", "through", "as", "of",
    "including", "covering", "due",
  ]
  static let dangling: Set<String> = [
    "the", "a", "an", "of", "in", "on", "at", "to", "for", "and", "or", "by", "with", "from",
    "as", "its", "their", "his", "her", "that", "which", "is", "was", "were", "has", "have",
    "between", "some", "one", "after", "no.",
  ]
}
