import Chronicle
import Chronology

/// Finds events that may be one happening told twice, which the documents give no ground to join: of
/// one time and the same states, with the same number of papers, the same session, or words of which
/// one holds the other.
///
/// Nothing is joined for it: a line of the chronology says “perhaps the same as”.
struct Retold {
  /// The earlier event that an event may tell again, by the later one's id.
  private(set) var first: [String: Event] = [:]

  /// Days that a happening may take.
  private static let longest = 62
  /// Events of a key are in order: those long before can't meet.
  private static let reach = 12

  init(_ events: [Event], headlines: [String: String]) {
    var known: [String: [(event: Event, words: Set<String>)]] = [:]
    for event in events {
      guard let days = Self.days(event), !event.content.isAggregate else { continue }
      let words = Self.words(headlines[event.id] ?? event.content.headline)
      for key in Self.keys(event, words, days.lowerBound) {
        let found = known[key, default: []].suffix(Self.reach).first { other in
          Self.days(other.event)?.overlaps(days) == true && Self.isApart(event, other.event)
            && (!key.hasPrefix("place") || Self.holds(Set(words), other.words))
        }
        if let found, first[event.id] == nil { first[event.id] = found.event }
        known[key, default: []].append((event, Set(words)))
      }
    }
  }

  private static func days(_ event: Event) -> ClosedRange<Int>? {
    guard let date = event.content.date, event.content.proposedDate == nil,
      let first = date.earliest?.number, let last = date.latest?.number, first <= last,
      last - first <= longest
    else { return nil }
    return first...last
  }

  /// Neither is a part of the other, and no sentence tells both: what one sentence tells as two is two.
  private static func isApart(_ a: Event, _ b: Event) -> Bool {
    a.partOf != b.id && b.partOf != a.id && a.content.status == b.content.status
      && Set(a.mentions.map(\.quote)).isDisjoint(with: b.mentions.map(\.quote))
  }

  /// One in all words of the other, at least three.
  private static func holds(_ a: Set<String>, _ b: Set<String>) -> Bool {
    min(a.count, b.count) > 2 && (a.isSubset(of: b) || b.isSubset(of: a))
  }

  private static let encounters: Set<EventType> = [.visit, .meeting, .consultation]
  private static let papers: Set<EventType> = [.agreement, .declaration]

  private static func keys(_ event: Event, _ words: [String], _ day: Int) -> [String] {
    let states = Set(event.content.actors + event.content.recipients).sorted()
      .joined(separator: ",")
    var keys: [String] = []
    if papers.contains(event.content.type), let count = count(words) {
      keys.append("count \(count) \(states)")
    }
    if let number = session(words) { keys.append("session \(number) \(states)") }
    if encounters.contains(event.content.type), let place = event.content.places.first {
      keys.append("place \(place) \(day)")
    }
    return keys
  }

  /// "13" of "13 documents signed"; no year, and no sum of money.
  private static func count(_ words: [String]) -> Int? {
    let numbers = words.indices.compactMap { index -> Int? in
      guard let number = Int(words[index]), (2..<1000).contains(number) else { return nil }
      let next = index + 1 < words.count ? words[index + 1] : ""
      return ["million", "billion", "percent", "per"].contains(next) ? nil : number
    }
    return numbers.count == 1 ? numbers[0] : nil
  }

  /// 6 of "6th meeting" and of "its sixth session".
  private static func session(_ words: [String]) -> Int? {
    for (index, word) in words.enumerated() where BodyReader.isOrdinal(word) {
      guard words[index...].contains(where: BodyReader.isSessionWord) else { continue }
      return Int(word.prefix { $0.isNumber })
        ?? BodyReader.ordinals.firstIndex(of: word).map { $0 + 1 }
    }
    return nil
  }

  private static func words(_ headline: String) -> [String] {
    headline.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "$" }.map(String.init)
  }
}
