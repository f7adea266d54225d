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
    var ranks: [String: Salience] = [:]
    self.init(of: event, &ranks)
  }

  /// - Parameter ranks: those of people's titles that were met before.
  private init(of event: Event, _ ranks: inout [String: Salience]) {
    switch event.content.type {
    case .recognition: self = .founding
    case .establishment:
      self = Salience.isOfRelations(event.content.headline) ? .founding : .agreement
    case .visit, .meeting:
      self = Salience.encounter(event, event.content.participants, &ranks)
    case .agreement, .declaration: self = .agreement
    case .consultation: self = .session
    default: self = .other
    }
  }

  /// Whether what is founded are relations or a mission, rather than a body.
  private static func isOfRelations(_ headline: String) -> Bool {
    let founded: Set = [
      "relations", "ties", "embassy", "embassies", "mission", "missions", "legation", "consulate",
      "consulates",
    ]
    return headline.lowercased().split { !$0.isLetter }.contains { founded.contains(String($0)) }
  }

  /// The rank of a visit by its visitor: of the people of that side, else of those of no known one:
  /// a host says nothing of who came.
  public init(of event: Event, visitor side: String) {
    let all = event.content.participants
    let own = all.filter { $0.side == side }
    var ranks: [String: Salience] = [:]
    let guests = own.isEmpty ? all.filter { $0.side == nil } : own
    let subject = Titles.subject(event.content.headline)
    let isOfHost = all.contains { person in
      person.side != nil && !person.name.isEmpty
        && subject.contains(PersonalName.surname(of: person.name))
    }
    self =
      guests.isEmpty && isOfHost ? .session : Salience.encounter(event, guests, &ranks)
  }

  /// The highest rank among the people who met; of a state visit a head of state's.
  private static func encounter(
    _ event: Event, _ people: [Participant], _ ranks: inout [String: Salience]
  ) -> Salience {
    var highest = Salience.other
    for person in people { highest = min(highest, rank(person, &ranks)) }
    let isVisit = event.content.type == .visit
    if people.isEmpty {
      let headline = event.content.headline
      highest = Titles.rank(isVisit ? Titles.subject(headline) : headline)
    }
    return isVisit && highest > .minister && Titles.isStateVisit(event, by: people)
      ? .headOfState : highest
  }

  private static func rank(_ person: Participant, _ ranks: inout [String: Salience]) -> Salience {
    let key = person.role.isEmpty ? person.name : person.role
    if let known = ranks[key] { return known }
    let rank =
      person.role.isEmpty ? Titles.rank(Titles.leading(person.name)) : Titles.rank(person.role)
    ranks[key] = rank
    return rank
  }

  /// Whether `a` is named before `b`: by rank, newer first, then by id.
  public static func precedes(_ a: Event, _ b: Event) -> Bool {
    var ranks: [String: Salience] = [:]
    return Key(a, &ranks) < Key(b, &ranks)
  }

  /// Events with the one that is named first in front.
  public static func ranked(_ events: [Event]) -> [Event] {
    // Many have the same role.
    var ranks: [String: Salience] = [:]
    return events.map { (key: Key($0, &ranks), event: $0) }.sorted { $0.key < $1.key }
      .map(\.event)
  }

  private struct Key: Comparable {
    let rank: Salience
    let day: Int
    let id: String

    init(_ event: Event, _ ranks: inout [String: Salience]) {
      rank = Salience(of: event, &ranks)
      day = event.drawnDate.flatMap { $0.earliest ?? $0.latest }?.number ?? Int.min
      id = event.id
    }

    static func < (a: Key, b: Key) -> Bool {
      if a.rank != b.rank { return a.rank < b.rank }
      return a.day != b.day ? a.day > b.day : a.id < b.id
    }
  }
}
