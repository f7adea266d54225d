import Chronicle
import Chronology

/// A standing body of the two sides, with its sessions.
struct Mechanism {
  /// As the documents name it: "Joint Ministerial Commission".
  var name: String
  /// "JMC"; nil when none is told.
  var acronym: String?
  /// Shorter names under which its sessions are counted on: "Joint Commission".
  var otherNames: [String] = []
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

  /// The same with its other names.
  func title(_ say: Language) -> String {
    otherNames.isEmpty
      ? fullName
      : say.string(.bodyAlso, ["body": fullName, "names": otherNames.joined(separator: "”, “")])
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
      guard let body = reader.body(event, amongMany: joint),
        canFound(event) || body.isNumbered || body.isInSession && isOfBoth(event, parties)
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
    return joined(found, in: joint)
  }

  /// Bodies whose sessions go on from each other's, one under a name that is the other's in short.
  private static func joined(_ all: [Mechanism], in events: [Event]) -> [Mechanism] {
    let order = Dictionary(
      events.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { a, _ in a })
    var result = all
    for short in all.indices.reversed() {
      guard let whole = result.firstIndex(where: { $0.goesOn(as: all[short]) }) else { continue }
      result[whole].otherNames.append(all[short].name)
      result[whole].founding = result[whole].founding ?? all[short].founding
      result[whole].total = result[whole].total ?? all[short].total
      result[whole].sessions = (result[whole].sessions + all[short].sessions).sorted {
        (order[$0.id] ?? 0) < (order[$1.id] ?? 0)
      }
      result.remove(at: short)
    }
    return result
  }

  /// Whether another body's name is this one's without some of its words, and the numbers of their
  /// sessions follow each other in time.
  private func goesOn(as other: Mechanism) -> Bool {
    let own = name.split(separator: " ")
    let short = other.name.split(separator: " ")
    guard short.count > 1, short.count < own.count, own.last == short.last else { return false }
    var rest = own[...]
    for word in short {
      guard let place = rest.firstIndex(of: word) else { return false }
      rest = rest[(place + 1)...]
    }
    func numbered(_ mechanism: Mechanism) -> [(day: Int, number: Int)] {
      mechanism.sessions.compactMap { session in
        guard let number = Self.number(session), let date = session.drawnDate,
          let day = date.earliest ?? date.latest
        else { return nil }
        return (day.number, number)
      }
    }
    guard let last = numbered(self).max(by: { $0.day < $1.day }),
      let first = numbered(other).min(by: { $0.day < $1.day })
    else { return false }
    return last.day < first.day && last.number < first.number
  }

  private func isNamed(_ body: BodyReader.Body) -> Bool {
    name == body.name || (acronym != nil && acronym == body.acronym)
  }

  private static func isJoint(_ event: Event, _ parties: [String]) -> Bool {
    let actors = event.content.actors
    return event.content.status == .occurred
      && (parties.count == 2 ? parties.allSatisfy(actors.contains) : actors.count > 1)
  }

  /// Whether the parties alone take part: others' sessions are those of an organisation.
  private static func isOfBoth(_ event: Event, _ parties: [String]) -> Bool {
    parties.count == 2 && Set(event.content.actors) == Set(parties)
  }

  private static func canFound(_ event: Event) -> Bool {
    [.establishment, .agreement].contains(event.content.type) && !event.content.isAggregate
  }

  private static func isSession(_ event: Event) -> Bool {
    [.meeting, .consultation].contains(event.content.type) && !event.content.isAggregate
      && event.drawnDate != nil
  }

  /// Whether an event's sentences or its headline name the body.
  func isNamed(in event: Event) -> Bool {
    ([event.content.headline] + event.mentions.map(\.quote)).contains { text in
      text.contains(name) || acronym.map { BodyReader.words(text).contains($0) } == true
    }
  }

  /// The number of its latest session; nil where none is numbered.
  var sessionNumber: Int? { numbered.compactMap(Self.number).max() }

  private var numbered: [Event] { sessions.filter { $0.content.proposedDate == nil } }

  /// The first count of sessions that a sentence naming the body gives, of two at least; none that
  /// another document's number of a session is beyond.
  private func total(in events: [Event]) -> (words: String, event: Event)? {
    for event in events where isNamed(in: event) {
      for mention in event.mentions {
        let words = BodyReader.words(mention.quote)
        for (index, word) in words.enumerated().dropFirst()
        where ["sessions", "meetings", "rounds"].contains(word) {
          let number = words[index - 1]
          let count = Int(number) ?? BodyReader.numerals.firstIndex(of: number).map { $0 + 2 }
          guard let count, !isBeyond(count, told: mention.document) else { continue }
          return ("\(number) \(word)", event)
        }
      }
    }
    return nil
  }

  /// Whether a document other than the one that counts tells of a later session.
  private func isBeyond(_ count: Int, told document: String) -> Bool {
    numbered.contains { session in
      (Self.number(session) ?? 0) > count
        && !session.mentions.contains { $0.document == document }
    }
  }

  /// The number of a session: 6 of "6th" and of "sixth".
  static func number(_ event: Event) -> Int? {
    guard let word = ordinal(event)?.lowercased() else { return nil }
    return Int(word.prefix { $0.isNumber })
      ?? BodyReader.ordinals.firstIndex(of: word).map { $0 + 1 }
  }

  /// The same as a page says it: in the documents' own word, or by its number in another script.
  static func ordinal(of event: Event, _ say: Language) -> String? {
    guard let word = ordinal(event)?.lowercased() else { return nil }
    return say.isRightToLeft ? say.string(.ordinal, ["n": number(event) ?? 1]) : word
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
