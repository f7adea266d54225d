import Chronicle
import Chronology

/// A standing body of the two sides, with its sessions.
struct Mechanism {
  /// As the headline or the document names it: "Joint Ministerial Commission".
  var name: String
  /// "JMC"; nil when none is told.
  var acronym: String?
  /// Its founding, or the agreement that founds it.
  var founding: Event?
  /// Oldest first, by the dates at which they are drawn.
  var sessions: [Event]

  var lastSession: Event? { sessions.last }

  private static let nouns: Set<String> = [
    "Commission", "Committee", "Council", "Forum", "Dialogue", "Consultations",
  ]
  private static let small: Set<String> = ["of", "on", "for", "and", "the"]

  /// The bodies that both parties found or meet in, in the order of the chronology.
  static func all(in events: [Event], parties: [String]) -> [Mechanism] {
    var found: [Mechanism] = []
    for event in events where isJoint(event, parties) && canFound(event) {
      guard let (name, acronym) = body(event) else { continue }
      let known = found.contains { same($0, name, acronym) }
      if !known {
        found.append(Mechanism(name: name, acronym: acronym, founding: event, sessions: []))
      }
    }
    for event in events where isJoint(event, parties) && isSession(event) {
      if let index = found.firstIndex(where: {
        $0.founding?.id != event.id && $0.isNamed(in: event)
      }) {
        found[index].sessions.append(event)
      }
    }
    return found
  }

  private static func same(_ mechanism: Mechanism, _ name: String, _ acronym: String?) -> Bool {
    mechanism.name == name || (acronym != nil && mechanism.acronym == acronym)
  }

  private static func isJoint(_ event: Event, _ parties: [String]) -> Bool {
    let actors = event.content.actors
    return event.content.status == .occurred
      && (parties.count == 2 ? parties.allSatisfy(actors.contains) : actors.count > 1)
  }

  private static func canFound(_ event: Event) -> Bool {
    [.establishment, .agreement].contains(event.content.type) && !event.content.isAggregate
  }

  private static func isSession(_ event: Event) -> Bool {
    [.meeting, .consultation].contains(event.content.type) && !event.content.isAggregate
      && event.drawnDate != nil
  }

  /// Whether an event's sentences or its headline name the body.
  private func isNamed(in event: Event) -> Bool {
    ([event.content.headline] + event.mentions.map(\.quote)).contains { text in
      text.contains(name) || acronym.map { Mechanism.words(text).contains($0) } == true
    }
  }

  private static func words(_ text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map(String.init)
  }

  /// The body that an event names: capitalised words ending with one such as "Commission", and the
  /// acronym in brackets after them.
  private static func body(_ event: Event) -> (String, String?)? {
    for text in event.mentions.map(\.quote) + [event.content.headline] {
      let words = text.split(separator: " ").map(String.init)
      for (index, word) in words.enumerated() {
        let bare = word.filter(\.isLetter)
        guard nouns.contains(bare) else { continue }
        var start = index
        while start > 0, belongs(words[start - 1]) { start -= 1 }
        while start < index, small.contains(words[start]) { start += 1 }
        guard start < index else { continue }
        let name = (words[start..<index] + [bare]).joined(separator: " ")
        return (name, index + 1 < words.count ? acronym(words[index + 1]) : nil)
      }
    }
    return nil
  }

  private static func belongs(_ word: String) -> Bool {
    guard let first = word.first, let last = word.last, last.isLetter else { return false }
    return first.isUppercase
      && !["Establishment", "MoU", "Agreement", "The", "First"].contains(word)
  }

  private static func acronym(_ word: String) -> String? {
    guard word.hasPrefix("("), let close = word.firstIndex(of: ")") else { return nil }
    let inner = word[word.index(after: word.startIndex)..<close]
    let capitals = inner.filter(\.isUppercase).count
    return inner.count >= 2 && capitals * 2 > inner.count ? String(inner) : nil
  }

  /// "6th", "Third": which session an event is, in the words before "session", "meeting" or "round".
  static func ordinal(_ event: Event) -> String? {
    let spelt: Set<String> = [
      "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    ]
    for text in event.mentions.map(\.quote) + [event.content.headline] {
      let words = words(text)
      for (index, word) in words.enumerated().dropLast() {
        let next = words[index + 1].lowercased()
        guard ["session", "meeting", "round"].contains(next) else { continue }
        let lower = word.lowercased()
        let isNumeral =
          lower.first?.isNumber == true
          && ["st", "nd", "rd", "th"].contains(String(lower.suffix(2)))
        if isNumeral || spelt.contains(lower) { return word }
      }
    }
    return nil
  }
}
