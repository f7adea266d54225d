import Chronology

/// A date of a calendar other than ours, named as such.
struct ForeignDate: Equatable, Sendable {
  enum Calendar: String, Equatable, Sendable {
    /// The Islamic lunar calendar.
    case hijri
    /// The Nepalese Vikram Sambat.
    case bikram
    /// The Iranian solar calendar.
    case persian
    /// The Ethiopian calendar.
    case ethiopian
    /// Years since 543 BC, months as ours.
    case buddhist
    /// Years of the Republic of China, months as ours.
    case minguo
    /// Years of a Japanese era, months as ours since 1873.
    case japanese
    /// The calendar of the first French republic.
    case republican

    /// Whether years and months are ours, but for the number of the year.
    var hasOurMonths: Bool { self == .buddhist || self == .minguo || self == .japanese }
  }

  var calendar: Calendar
  var year: Int
  var month: Int?
  var day: Int?
  /// First year of a Japanese era in our calendar.
  var eraStart: Int?

  /// What it is in our calendar: first and last day; nil where no conversion is kept.
  var span: (first: Day, last: Day)? {
    switch calendar {
    case .buddhist: ours(year - 543)
    case .minguo: ours(year + 1911)
    case .japanese: eraStart.flatMap { ours($0 + year - 1) }
    case .hijri: HijriCalendar.span(year, month, day)
    case .persian: PersianCalendar.span(year, month, day)
    case .ethiopian: EthiopianCalendar.span(year, month, day)
    case .bikram: BikramCalendar.span(year, month, day)
    case .republican: RepublicanCalendar.span(year, month, day)
    }
  }

  /// Whether the conversion may be a day or two off.
  var isApproximate: Bool {
    switch calendar {
    case .hijri, .bikram, .persian: true
    case .ethiopian, .buddhist, .minguo, .japanese, .republican: false
    }
  }

  private func ours(_ year: Int) -> (first: Day, last: Day)? {
    EDTFDate(year: year, month: month, day: day).bounds.map { ($0.lowerBound, $0.upperBound) }
  }
}

/// The tabular Islamic calendar: months of 30 and 29 days in turn, eleven leap years in thirty
/// (2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29), from 16 July 622 of the Julian calendar. Observed
/// months begin up to two days earlier or later. After Reingold and Dershowitz, Calendrical
/// Calculations.
enum HijriCalendar {
  private static let epoch = Day(number: -492_148)

  static func span(_ year: Int, _ month: Int?, _ day: Int?) -> (first: Day, last: Day)? {
    guard (1...2000).contains(year), (1...12).contains(month ?? 1) else { return nil }
    if let month, let day {
      guard (1...30).contains(day) else { return nil }
      let found = start(year, month) + (day - 1)
      return (found, found)
    }
    let first = start(year, month ?? 1)
    let next = month == nil || month == 12 ? start(year + 1, 1) : start(year, (month ?? 1) + 1)
    return (first, next + -1)
  }

  private static func start(_ year: Int, _ month: Int) -> Day {
    epoch + ((year - 1) * 354 + (3 + 11 * year) / 30 + 29 * (month - 1) + month / 2)
  }
}

/// The Iranian solar calendar by its cycle of 33 years with eight leap years, right to a day from
/// 1800 to 2256. Six months of 31 days, then of 30; the year begins at the March equinox.
enum PersianCalendar {
  /// 1 Farvardin 1300, 21 March 1921.
  private static let base = Day(number: -17_818)

  static func span(_ year: Int, _ month: Int?, _ day: Int?) -> (first: Day, last: Day)? {
    guard (1000...1700).contains(year), (1...12).contains(month ?? 1) else { return nil }
    if let month, let day {
      guard (1...31).contains(day) else { return nil }
      let found = start(year, month) + (day - 1)
      return (found, found)
    }
    let first = start(year, month ?? 1)
    let next = month == nil || month == 12 ? start(year + 1, 1) : start(year, (month ?? 1) + 1)
    return (first, next + -1)
  }

  private static func leaps(before year: Int) -> Int { (8 * year + 21) / 33 }

  private static func start(_ year: Int, _ month: Int) -> Day {
    let days = (year - 1300) * 365 + leaps(before: year) - leaps(before: 1300)
    return base + (days + 31 * (month - 1) - max(0, month - 7))
  }
}

/// Vikram Sambat by the days on which its months usually begin in our calendar, as the Nepal Calendar
/// Determination Committee's calendars of 2000 to 2090 BS have them, to within two days.
enum BikramCalendar {
  /// Baishakh to Chaitra: month and day on which each begins.
  private static let starts = [
    (4, 14), (5, 14), (6, 15), (7, 16), (8, 17), (9, 17), (10, 18), (11, 17), (12, 16), (1, 15),
    (2, 13), (3, 14),
  ]

  static func span(_ year: Int, _ month: Int?, _ day: Int?) -> (first: Day, last: Day)? {
    guard (1900...2200).contains(year), let first = start(year, month ?? 1) else { return nil }
    if let day, month != nil {
      guard (1...32).contains(day) else { return nil }
      return (first + (day - 1), first + (day - 1))
    }
    let next = month == nil || month == 12 ? start(year + 1, 1) : start(year, (month ?? 1) + 1)
    return next.map { (first, $0 + -1) }
  }

  private static func start(_ year: Int, _ month: Int) -> Day? {
    guard (1...12).contains(month) else { return nil }
    let (ours, day) = starts[month - 1]
    return Day(year: year - (month < 10 ? 57 : 56), month: ours, day: day)
  }
}

/// The Ethiopian calendar: twelve months of thirty days and a thirteenth of five, of six every fourth
/// year, from 29 August 8 of the Julian calendar. After Reingold and Dershowitz, Calendrical
/// Calculations.
enum EthiopianCalendar {
  /// The day before 1 Meskerem 1.
  private static let epoch = Day(number: -716_368)

  static func span(_ year: Int, _ month: Int?, _ day: Int?) -> (first: Day, last: Day)? {
    guard (1000...2199).contains(year), (1...13).contains(month ?? 1) else { return nil }
    let isLeap = year % 4 == 3
    if let month, let day {
      guard (1...(month < 13 ? 30 : isLeap ? 6 : 5)).contains(day) else { return nil }
      let found = start(year, month) + (day - 1)
      return (found, found)
    }
    let isLast = month == nil || month == 13
    let next = isLast ? start(year + 1, 1) : start(year, (month ?? 1) + 1)
    return (start(year, month ?? 1), next + -1)
  }

  private static func start(_ year: Int, _ month: Int) -> Day {
    epoch + (365 * (year - 1) + year / 4 + 30 * (month - 1) + 1)
  }
}

/// The calendar of the first French republic, kept from 1793 to 1805: months of thirty days from the day
/// of the autumn equinox in Paris. After the days on which its years were decreed to begin.
enum RepublicanCalendar {
  /// The day of September on which each year begins, from the first, 1792.
  private static let starts = [22, 22, 22, 23, 22, 22, 22, 23, 23, 23, 23, 24, 23, 23]

  /// A day, which is all that texts name of it.
  static func span(_ year: Int, _ month: Int?, _ day: Int?) -> (first: Day, last: Day)? {
    guard let month, let day, starts.indices.contains(year - 1), (1...12).contains(month),
      (1...30).contains(day), let start = Day(year: 1791 + year, month: 9, day: starts[year - 1])
    else { return nil }
    let own = start + (30 * (month - 1) + day - 1)
    return (own, own)
  }
}
