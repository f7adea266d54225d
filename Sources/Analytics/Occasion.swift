public import Chronicle

/// An event with what happened within it: a visit and its outcomes.
public struct Occasion: Sendable, Identifiable {
  public let event: Event
  /// The events whose `partOf` it is, in the ledger's order.
  public let outcomes: [Event]

  public var id: String { event.id }
}

extension Tally {
  /// The events with outcomes, most outcomes first, then in the ledger's order.
  public var occasions: [Occasion] {
    var outcomes: [String: [Event]] = [:]
    for placement in placements {
      if let parent = placement.event.partOf, parent != placement.id {
        outcomes[parent, default: []].append(placement.event)
      }
    }
    let found = placements.compactMap { placement in
      outcomes[placement.id].map { Occasion(event: placement.event, outcomes: $0) }
    }
    return found.enumerated().sorted {
      ($1.element.outcomes.count, $0.offset) < ($0.element.outcomes.count, $1.offset)
    }.map(\.element)
  }

  /// The counted events of one occasion that begin in a year: the occasion's own and its outcomes'.
  public func counted(of occasion: Occasion, in year: Int) -> [Placement] {
    let ids = Set([occasion.id] + occasion.outcomes.map(\.id))
    return placements.filter {
      $0.column == .counted && $0.year == year && ids.contains($0.id)
    }
  }
}
