import Chronology

/// A day of the year that has a name: a date, or a weekday of a month, or days from Easter.
enum Feast: Equatable, Sendable {
  case fixed(month: Int, day: Int)
  /// The n-th such weekday of the month; -1 is the last.
  case weekday(month: Int, weekday: Int, number: Int)
  /// Days after the Sunday of Easter.
  case easter(Int)

  /// Reads "12-25", "11-4/4" (the fourth Thursday of November) and "easter+1".
  init?(_ text: String) {
    if text.hasPrefix("easter") {
      guard let offset = Int(text.dropFirst(6)) else { return nil }
      self = .easter(offset)
      return
    }
    let parts = text.split(separator: "-", maxSplits: 1)
    guard parts.count == 2, let month = Int(parts[0]) else { return nil }
    let rest = parts[1].split(separator: "/").compactMap { Int($0) }
    switch rest.count {
    case 1: self = .fixed(month: month, day: rest[0])
    case 2: self = .weekday(month: month, weekday: rest[1], number: rest[0])
    default: return nil
    }
  }

  func day(in year: Int) -> Day? {
    switch self {
    case .fixed(let month, let day): return Day(year: year, month: month, day: day)
    case .weekday(let month, let weekday, let number):
      if number < 0 {
        let count = Day.count(ofMonth: month, year: year)
        guard let last = Day(year: year, month: month, day: count) else { return nil }
        return last + -((last.weekday - weekday + 7) % 7)
      }
      guard let first = Day(year: year, month: month, day: 1) else { return nil }
      return first + ((weekday - first.weekday + 7) % 7 + 7 * (number - 1))
    case .easter(let offset): return Self.easter(year).map { $0 + offset }
    }
  }

  /// Easter Sunday of the Gregorian calendar, after Meeus.
  static func easter(_ year: Int) -> Day? {
    guard year > 0 else { return nil }
    let a = year % 19
    let (b, c) = (year / 100, year % 100)
    let g = (8 * b + 13) / 25
    let h = (19 * a + b - b / 4 - g + 15) % 30
    let m = (a + 11 * h) / 319
    let r = (2 * (b % 4) + 2 * (c / 4) - c % 4 - h + m + 32) % 7
    let month = (h - m + r + 90) / 25
    return Day(year: year, month: month, day: (h - m + r + month + 19) % 32)
  }
}
