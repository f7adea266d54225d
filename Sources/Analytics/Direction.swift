import Chronicle

/// How often one side acts, alone or towards another.
public struct DirectionCount: Sendable, Hashable {
  /// Alpha-3 code or acronym.
  public let actor: String
  /// Nil: towards none that is named.
  public let recipient: String?
  public let count: Int
}

/// The acts between two sides among the counted events.
public struct Balance: Sendable, Hashable {
  /// The first alone acts, the second receives.
  public let firstToSecond: Int
  public let secondToFirst: Int
  /// Both act.
  public let joint: Int
  /// Everything else.
  public let other: Int
}

extension Tally {
  /// Counted events by single actor and recipient, most first, then by code.
  public var directions: [DirectionCount] {
    var counts: [[String]: Int] = [:]
    for placement in placements where placement.column == .counted {
      let content = placement.event.content
      for actor in content.actors {
        let recipients = content.recipients.filter { $0 != actor }
        for recipient in recipients { counts[[actor, recipient], default: 0] += 1 }
        if recipients.isEmpty { counts[[actor], default: 0] += 1 }
      }
    }
    return counts.map { key, count in
      DirectionCount(actor: key[0], recipient: key.count > 1 ? key[1] : nil, count: count)
    }.sorted {
      ($1.count, $0.actor, $0.recipient ?? "") < ($0.count, $1.actor, $1.recipient ?? "")
    }
  }

  /// Counted events by actor, most first, then by code; an event of two actors counts for both.
  public var actors: [DirectionCount] {
    var counts: [String: Int] = [:]
    for placement in placements where placement.column == .counted {
      for actor in Set(placement.event.content.actors) { counts[actor, default: 0] += 1 }
    }
    return counts.map { DirectionCount(actor: $0.key, recipient: nil, count: $0.value) }
      .sorted { ($1.count, $0.actor) < ($0.count, $1.actor) }
  }

  /// Who acts towards whom, of two sides.
  public func balance(_ first: String, _ second: String) -> Balance {
    var counts = [0, 0, 0, 0]
    for placement in placements where placement.column == .counted {
      let actors = Set(placement.event.content.actors)
      let recipients = Set(placement.event.content.recipients)
      if actors.contains(first) && actors.contains(second) {
        counts[2] += 1
      } else if actors.contains(first) && recipients.contains(second) {
        counts[0] += 1
      } else if actors.contains(second) && recipients.contains(first) {
        counts[1] += 1
      } else {
        counts[3] += 1
      }
    }
    return Balance(
      firstToSecond: counts[0], secondToFirst: counts[1], joint: counts[2], other: counts[3])
  }
}
