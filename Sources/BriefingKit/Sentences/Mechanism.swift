import Chronicle
import Chronology

/// A standing body of the two sides, with its sessions.
struct Mechanism {
  /// As the documents name it: "Joint Ministerial Commission".
  var name: String
  /// "JMC"; nil when none is told.
  var acronym: String?
  /// Its founding, or the agreement that founds it.
  var founding: Event?
  /// Oldest first, by the dates at which they are drawn.
  var sessions: [Event] = []
  /// What an event says of many sessions, in its own words: "five sessions".
  var total: (words: String, event: Event)?

  var lastSession: Event? { sessions.last }

  /// "Joint Ministerial Commission (JMC)".
  var fullName: String {
    acronym.map { $0 == name ? name : "\(name) (\($0))" } ?? name
  }

  /// "JMC", else the whole name.
  var shortName: String { acronym ?? name }

  /// The bodies that both parties found or meet in, in the order of the chronology.
  ///
  /// - Parameters:
  ///   - abbreviations: names that the documents introduce with a short form.
  ///   - headlines: whole, by event id.
  static func all(
    in events: [Event], parties: [String], abbreviations: [Abbreviation] = [],
    headlines: [String: String] = [:]
  ) -> [Mechanism] {
    let joint = events.filter { isJoint($0, parties) }
    let organisations = Set(events.flatMap { $0.content.actors + $0.content.recipients })
    let reader = BodyReader(
      abbreviations: abbreviations, organisations: organisations, headlines: headlines)
    var found: [Mechanism] = []
    for event in joint where canFound(event) || isSession(event) {
      guard let body = reader.body(event, amongMany: joint), canFound(event) || body.isNumbered
      else { continue }
      let index = found.firstIndex { $0.isNamed(body) } ?? found.count
      if index == found.count {
        found.append(Mechanism(name: body.name, acronym: body.acronym))
      }
      if canFound(event) && found[index].founding == nil { found[index].founding = event }
    }
    for event in joint where isSession(event) {
      guard let index = found.firstIndex(where: { $0.isNamed(in: event) }) else { continue }
      found[index].sessions.append(event)
    }
    for index in found.indices { found[index].total = found[index].total(in: joint) }
    return found
  }

  private func isNamed(_ body: BodyReader.Body) -> Bool {
    name == body.name || (acronym != nil && acronym == body.acronym)
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
      text.contains(name) || acronym.map { BodyReader.words(text).contains($0) } == true
    }
  }

  /// The first count of sessions that a sentence naming the body gives, of two at least.
  private func total(in events: [Event]) -> (words: String, event: Event)? {
    for event in events where isNamed(in: event) {
      for mention in event.mentions {
        let words = BodyReader.words(mention.quote)
        for (index, word) in words.enumerated().dropFirst()
        where ["sessions", "meetings", "rounds"].contains(word) {
          let number = words[index - 1]
          let isNumber = number.allSatisfy(\.isNumber) || BodyReader.numerals.contains(number)
          if isNumber { return ("\(number) \(word)", event) }
        }
      }
    }
    return nil
  }

  /// "6th", "First": which session an event is, in the words before "session" or before the body.
  static func ordinal(_ event: Event) -> String? {
    for text in event.mentions.map(\.quote) + [event.content.headline] {
      let words = BodyReader.words(text)
      for (index, word) in words.enumerated().dropLast() where BodyReader.isOrdinal(word) {
        if BodyReader.isSessionWord(words[index + 1]) { return word }
        let next = words[(index + 1)...].prefix { $0.first?.isUppercase == true }
        if next.contains(where: BodyReader.nouns.contains) { return word }
      }
    }
    return nil
  }
}
