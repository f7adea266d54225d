extension EDTF {
  /// How far a doubtful date reaches beyond its bounds.
  public struct Leniency: Sendable {
    /// Units of the qualified part, such as years of `1984~`, that "~" adds on either side.
    public var approximate: Int
    /// The same for "?"; "%" adds both.
    public var uncertain: Int
    /// Years before or after the known end of an interval whose other end is unknown.
    public var unknownYears: Int

    public init(approximate: Int = 1, uncertain: Int = 1, unknownYears: Int = 10) {
      self.approximate = approximate
      self.uncertain = uncertain
      self.unknownYears = unknownYears
    }

    func units(_ qualifier: Qualifier) -> Int {
      (qualifier.contains(.approximate) ? approximate : 0)
        + (qualifier.contains(.uncertain) ? uncertain : 0)
    }
  }

  /// The days that the date may mean at its widest, its qualifiers and significant digits counted:
  /// `1984~` from 1983-01-01 to 1985-12-31. Nil for an open end.
  public func reach(_ leniency: Leniency = Leniency()) -> (first: Day?, last: Day?) {
    switch form {
    case .date(let date): return (date.reach(leniency, -1), date.reach(leniency, 1))
    case .interval(let start, let end):
      return (
        start == .unknown
          ? end.date?.bounds.flatMap { $0.upperBound.adding(years: -leniency.unknownYears) }
          : start.date?.reach(leniency, -1),
        end == .unknown
          ? start.date?.bounds.flatMap { $0.lowerBound.adding(years: leniency.unknownYears) }
          : end.date?.reach(leniency, 1)
      )
    case .set(let set):
      let first = set.members.compactMap { $0.dates.first?.reach(leniency, -1) }.min()
      let last = set.members.compactMap { $0.dates.last?.reach(leniency, 1) }.max()
      return (set.earliest == nil ? nil : first, set.latest == nil ? nil : last)
    }
  }
}

extension EDTFDate {
  /// The first (direction -1) or last (1) day that a doubtful date may mean.
  func reach(_ leniency: EDTF.Leniency, _ direction: Int) -> Day? {
    guard var day = direction < 0 ? bounds?.lowerBound : bounds?.upperBound else { return nil }
    if let significantDigits, significantDigits < year.count + exponent {
      var block = 1
      for _ in significantDigits..<(year.count + exponent) { block *= 10 }
      let size = abs(day.year) / block * block
      let years =
        isNegative ? -(size + block - 1)...(-size) : size...(size + block - 1)
      guard
        let edge = direction < 0
          ? Day(year: years.lowerBound, month: 1, day: 1)
          : Day(year: years.upperBound, month: 12, day: 31)
      else { return nil }
      day = edge
    }
    let unit =
      switch precision {
      case .decade: 10
      case .century: 100
      case .millennium: 1000
      default: 1
      }
    let years = direction * leniency.units(yearQualifier) * unit
    let months = direction * leniency.units(monthQualifier) * (season == nil ? 1 : 3)
    let days = direction * leniency.units(dayQualifier)
    return (day.adding(years: years)?.adding(months: months)).map { $0 + days }
  }
}
