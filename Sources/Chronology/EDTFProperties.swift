extension EDTF {
  /// Whether it is written as an interval (with "/").
  public var isInterval: Bool {
    if case .interval = form { return true }
    return false
  }

  /// Whether it is a set: one of (`[…]`) or all of (`{…}`) several dates.
  public var isSet: Bool {
    if case .set = form { return true }
    return false
  }

  /// `../X`, or `/X` with an unknown start.
  public var isOpenStart: Bool {
    guard case .interval(let start, _) = form else { return false }
    return start.date == nil
  }

  /// `X/..`, or `X/` with an unknown end.
  public var isOpenEnd: Bool {
    guard case .interval(_, let end) = form else { return false }
    return end.date == nil
  }

  /// Carries "~" or "%".
  public var isApproximate: Bool { dates.contains { $0.qualifiers.contains(.approximate) } }

  /// Carries "?" or "%".
  public var isUncertain: Bool { dates.contains { $0.qualifiers.contains(.uncertain) } }

  /// The dates it is written with, in order.
  public var dates: [EDTFDate] {
    switch form {
    case .date(let date): [date]
    case .interval(let start, let end): [start.date, end.date].compactMap { $0 }
    case .set(let set): set.members.flatMap(\.dates)
    }
  }

  /// The date before the "/", or the whole; nil for an open start or a set.
  public var start: EDTFDate? {
    switch form {
    case .date(let date): date
    case .interval(let start, _): start.date
    case .set: nil
    }
  }

  /// The date after the "/", or the whole; nil for an open end or a set.
  public var end: EDTFDate? {
    switch form {
    case .date(let date): date
    case .interval(_, let end): end.date
    case .set: nil
    }
  }

  /// Earliest possible day, then latest, open ends last, then the text: the order of a chronology.
  public static func inOrder(_ a: EDTF, _ b: EDTF) -> Bool {
    let (left, right) = (a.days, b.days)
    return left == right ? a.description < b.description : left < right
  }

  /// First and last day, as numbers that put dates in order: an open end is last.
  package var days: (first: Int, last: Int) {
    (earliest?.number ?? latest?.number ?? Int.max, latest?.number ?? Int.max)
  }
}
