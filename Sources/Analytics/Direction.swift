import Chronicle

/// Who acts towards whom, of two sides.
public enum Way: Int, Sendable, Hashable, CaseIterable {
  /// The first alone acts, the second receives.
  case there
  case back
  /// Both act.
  case together
}

/// An event between two sides, with its direction.
public struct Act: Sendable, Identifiable {
  public let placement: Placement
  public let way: Way

  public var id: String { placement.id }
}

extension Tally {
  /// The columns whose events are acts that were done: dated or not, doubtful or not.
  public static let done: [Column] = [.counted, .doubtful, .undated, .imprecise]

  /// The acts between two sides that were done, in the ledger's order. Acts of or towards others
  /// alone are none.
  public func acts(_ first: String, _ second: String) -> [Act] {
    placements.compactMap { placement in
      guard Tally.done.contains(placement.column) else { return nil }
      return Tally.way(placement.event.content, first, second).map {
        Act(placement: placement, way: $0)
      }
    }
  }

  private static func way(_ content: Content, _ first: String, _ second: String) -> Way? {
    let isByFirst = content.actors.contains(first)
    let isBySecond = content.actors.contains(second)
    if isByFirst, isBySecond { return .together }
    guard isByFirst || isBySecond else { return nil }
    let (actor, other) = isByFirst ? (first, second) : (second, first)
    guard content.actors.allSatisfy({ $0 == actor }), content.recipients.contains(other) else {
      return nil
    }
    return isByFirst ? .there : .back
  }
}
