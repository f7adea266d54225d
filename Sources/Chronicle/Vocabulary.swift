/// The eight fields of a relationship, in the fixed order that breaks ties.
public enum Domain: String, Sendable, Hashable, CaseIterable, Comparable {
  case political
  case defence
  case economy
  case energy
  case transport
  case education
  case culture
  case humanitarian

  /// Its place in ``allCases``.
  public var rank: Int {
    switch self {
    case .political: 0
    case .defence: 1
    case .economy: 2
    case .energy: 3
    case .transport: 4
    case .education: 5
    case .culture: 6
    case .humanitarian: 7
    }
  }

  public static func < (a: Domain, b: Domain) -> Bool { a.rank < b.rank }
}

/// What kind of happening an event is.
public enum EventType: String, Sendable, Hashable, CaseIterable {
  case recognition, establishment, visit, meeting, consultation, agreement, declaration, statement
  case resolution, support, membership, aid, training, scholarship, award, trade, investment
  case transportLink = "transport_link"
  case construction, exercise, arms, conflict, disaster, appointment, commemoration
  case culturalEvent = "cultural_event"
  case other

  /// Hashed by its place among the cases: by its name, as such types are else, it takes longer than to
  /// look at all of a small set.
  public func hash(into hasher: inout Hasher) { hasher.combine(place) }
  public func _rawHashValue(seed: Int) -> Int { place ^ seed }
  private var place: Int { Int(unsafeBitCast(self, to: UInt8.self)) }

  /// The nearest event class of PLOVER (2016 ontology).
  public var plover: String {
    switch self {
    case .recognition, .establishment: "COOPERATE"
    case .visit, .meeting, .consultation: "CONSULT"
    case .agreement, .declaration, .membership: "AGREE"
    case .statement: "STATEMENT"
    case .resolution, .support, .award, .commemoration: "SUPPORT"
    case .aid, .training, .scholarship: "AID"
    case .trade, .investment, .transportLink, .construction, .exercise, .arms, .culturalEvent:
      "COOPERATE"
    case .conflict: "ASSAULT"
    case .disaster, .appointment, .other: "NONE"
    }
  }
}

public enum Status: String, Sendable, Hashable, CaseIterable {
  case occurred
  case planned
  case ongoing
  case hypothetical
}

/// How an event came by its date.
public enum DateBasis: String, Sendable, Hashable, CaseIterable {
  case explicit
  case relative
  case inherited
  case none
}
