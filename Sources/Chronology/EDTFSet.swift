/// Several dates: one of them (`[1667, 1668]`) or all of them (`{1667, 1668}`).
public struct EDTFSet: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case oneOf
    case allOf
  }

  public enum Member: Hashable, Sendable {
    case date(EDTFDate)
    /// `1670..1672`
    case range(EDTFDate, EDTFDate)
    /// `..1984`
    case upTo(EDTFDate)
    /// `1760-12..`
    case from(EDTFDate)

    /// The dates it is written with.
    public var dates: [EDTFDate] {
      switch self {
      case .date(let date), .upTo(let date), .from(let date): [date]
      case .range(let first, let last): [first, last]
      }
    }
  }

  public var kind: Kind
  public var members: [Member]

  /// First possible day of any member; nil when one reaches back without end.
  var earliest: Day? {
    var result: Day?
    for member in members {
      if case .upTo = member { return nil }
      guard let first = member.dates.first?.bounds?.lowerBound else { continue }
      result = result.map { min($0, first) } ?? first
    }
    return result
  }

  /// Last possible day of any member; nil when one goes on without end.
  var latest: Day? {
    var result: Day?
    for member in members {
      if case .from = member { return nil }
      guard let last = member.dates.last?.bounds?.upperBound else { continue }
      result = result.map { max($0, last) } ?? last
    }
    return result
  }

  var precision: Precision {
    members.flatMap(\.dates).map(\.precision).max() ?? .day
  }
}
