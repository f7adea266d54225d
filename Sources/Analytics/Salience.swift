public import Chronicle
import Chronology

/// Which events are named first where only some fit.
public enum Salience: Int, Comparable, Sendable {
  /// Recognition, relations, missions.
  case founding
  /// Visits and meetings of heads of state.
  case headOfState
  case headOfGovernment
  case minister
  /// Signed agreements and declarations, and bodies founded.
  case agreement
  /// Sessions of mechanisms, and other visits and meetings.
  case session
  case other

  public static func < (a: Salience, b: Salience) -> Bool { a.rawValue < b.rawValue }

  /// The rank of an event.
  public init(of event: Event) {
    switch event.content.type {
    case .recognition: self = .founding
    case .establishment:
      self = event.content.domain == .political ? .founding : .agreement
    case .visit, .meeting:
      self = Salience.encounter(event.content.participants, event.content.headline)
    case .agreement, .declaration: self = .agreement
    case .consultation: self = .session
    default: self = .other
    }
  }

  /// The rank of a visit by its visitor: of the people of that side, else of all who are named.
  public init(of event: Event, visitor side: String) {
    let all = event.content.participants
    let own = all.filter { $0.side == side }
    self = Salience.encounter(own.isEmpty ? all : own, event.content.headline)
  }

  /// The highest rank among the people who met.
  private static func encounter(_ participants: [Participant], _ headline: String) -> Salience {
    let roles = participants.map { $0.role.lowercased() }
    let words = roles.isEmpty ? [headline.lowercased()] : roles
    return words.map(rank).min() ?? .session
  }

  private static func rank(_ role: String) -> Salience {
    let words = role.split { !$0.isLetter }.map(String.init)
    func has(_ any: [String]) -> Bool { any.contains { words.contains($0) } }
    let deputy = has(["vice", "deputy", "assistant"])
    if has(["king", "queen", "emir", "sultan", "monarch"]) { return .headOfState }
    if has(["president", "presidents"]) { return deputy ? .minister : .headOfState }
    if has(["pm", "premier", "chancellor"]) || has(["prime"]) && has(["minister", "ministers"]) {
      return deputy ? .minister : .headOfGovernment
    }
    if has(["minister", "ministers"]) { return deputy ? .session : .minister }
    return .session
  }

  /// Whether `a` is named before `b`: by rank, newer first, then by id.
  public static func precedes(_ a: Event, _ b: Event) -> Bool {
    Key(a) < Key(b)
  }

  /// Events with the one that is named first in front.
  public static func ranked(_ events: [Event]) -> [Event] {
    events.map { (key: Key($0), event: $0) }.sorted { $0.key < $1.key }.map(\.event)
  }

  private struct Key: Comparable {
    let rank: Salience
    let day: Int
    let id: String

    init(_ event: Event) {
      rank = Salience(of: event)
      day = event.drawnDate.flatMap { $0.earliest ?? $0.latest }?.number ?? Int.min
      id = event.id
    }

    static func < (a: Key, b: Key) -> Bool {
      if a.rank != b.rank { return a.rank < b.rank }
      return a.day != b.day ? a.day > b.day : a.id < b.id
    }
  }
}
