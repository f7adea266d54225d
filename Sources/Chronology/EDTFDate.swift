/// One date of EDTF: a year, perhaps with a month or season and a day, each perhaps partly
/// unspecified and perhaps qualified.
public struct EDTFDate: Hashable, Sendable {
  /// The year's digits without its sign; fewer than four name a century (`19`) or decade (`193`).
  public var year: Digits
  /// Before the year 0 (1 BC).
  public var isNegative = false
  /// The power of ten that a year such as `Y17E7` is multiplied by.
  public var exponent = 0
  /// How many digits of the year are significant: 2 of `1950S2`.
  public var significantDigits: Int?
  /// 01…12, or a season or other part of a year: see ``SubYear``.
  public var month: Digits?
  public var day: Digits?
  /// Hours, minutes and seconds as written after the "T".
  public var time: String?
  public var yearQualifier: Qualifier = []
  public var monthQualifier: Qualifier = []
  public var dayQualifier: Qualifier = []

  init(year: Digits) { self.year = year }

  /// A year, month or day.
  ///
  /// - Parameter year: astronomical: 0 is 1 BC.
  public init(year: Int, month: Int? = nil, day: Int? = nil, qualifier: Qualifier = []) {
    let size = abs(year)
    self.year = Digits(size, count: max(4, String(size).count))
    isNegative = year < 0
    self.month = month.map { Digits($0, count: 2) }
    self.day = day.map { Digits($0, count: 2) }
    yearQualifier = qualifier
    if month != nil { monthQualifier = qualifier }
    if day != nil { dayQualifier = qualifier }
  }

  /// The season code, when one stands in place of the month.
  public var season: Int? {
    guard let month, month.isSpecified, SubYear.codes.contains(month.value) else { return nil }
    return month.value
  }

  public var precision: Precision {
    if let day, !day.isSpecified && month?.isSpecified == true { return .month }
    if day != nil, let month, month.isSpecified, year.isSpecified { return .day }
    if let month {
      if season != nil { return .season }
      if month.isSpecified, year.isSpecified { return .month }
    }
    if year.count < 4 { return year.count == 3 ? .decade : .century }
    let open = (0..<year.count).last { year.unspecified >> UInt16($0) & 1 == 1 }
    switch open.map({ $0 + 1 }) ?? 0 {
    case 0: return .year
    case 1: return .decade
    case 2: return .century
    default: return .millennium
    }
  }

  /// What is said about any part of it.
  public var qualifiers: Qualifier { yearQualifier.union(monthQualifier).union(dayQualifier) }

  /// First and last possible year.
  public var years: ClosedRange<Int> {
    var low = year.value
    var high = year.highest
    for _ in 0..<exponent {
      low *= 10
      high *= 10
    }
    for _ in year.count..<max(4, year.count) where exponent == 0 {
      low *= 10
      high = high * 10 + 9
    }
    return isNegative ? -high...(-low) : low...high
  }

  private func hasYear(_ number: Int) -> Bool {
    let range = years
    guard range.contains(number) else { return false }
    if year.count < 4 || exponent > 0 || range.count == 1 { return true }
    return year.matches(abs(number))
  }

  private var monthRange: [Int] {
    guard let month else { return [] }
    if month.isSpecified { return [month.value] }
    return (1...12).filter(month.matches)
  }

  /// First and last possible day; nil when no day fits, such as 30 February.
  public var bounds: ClosedRange<Day>? {
    guard let first = bound(first: true), let last = bound(first: false) else { return nil }
    return first...last
  }

  private func bound(first isFirst: Bool) -> Day? {
    let years = years
    if years.count == 1, let month, month.isSpecified, month.value <= 12, day?.isSpecified != false
    {
      let count = Day.count(ofMonth: month.value, year: years.lowerBound)
      return Day(
        year: years.lowerBound, month: month.value, day: day?.value ?? (isFirst ? 1 : count))
    }
    guard month != nil else {
      let year = isFirst ? years.lowerBound : years.upperBound
      return isFirst ? Day(year: year, month: 1, day: 1) : Day(year: year, month: 12, day: 31)
    }
    var year = isFirst ? years.lowerBound : years.upperBound
    while years.contains(year) {
      if hasYear(year), let day = bound(in: year, first: isFirst) { return day }
      year += isFirst ? 1 : -1
    }
    return nil
  }

  private func bound(in year: Int, first isFirst: Bool) -> Day? {
    if let season {
      let months = SubYear.months(of: season)
      let month = isFirst ? months.lowerBound : months.upperBound
      return Day(year: year, month: month, day: isFirst ? 1 : Day.count(ofMonth: month, year: year))
    }
    for month in isFirst ? monthRange : monthRange.reversed() {
      let count = Day.count(ofMonth: month, year: year)
      guard let day else { return Day(year: year, month: month, day: isFirst ? 1 : count) }
      let days = (1...count).filter(day.matches)
      if let found = isFirst ? days.first : days.last {
        return Day(year: year, month: month, day: found)
      }
    }
    return nil
  }

  /// Whether a date of the calendar fits; seasons take no day.
  var isPossible: Bool { hasPossibleParts && bounds != nil }

  /// Whether a year has such a month or season, and some year's month such a day.
  var hasPossibleParts: Bool {
    guard let month, month.isSpecified else { return true }
    guard (1...12).contains(month.value) else {
      return SubYear.codes.contains(month.value) && day == nil
    }
    guard let day, day.isSpecified else { return true }
    return day.value >= 1 && day.value <= Day.count(ofMonth: month.value, year: 2000)
  }

  /// Whether any digit is unspecified.
  var isOpen: Bool {
    !year.isSpecified || month?.isSpecified == false || day?.isSpecified == false
  }
}
