import Chronology
import Prose

/// Dates as archives and libraries print them: in two calendars, with digits that nobody knows, in Roman
/// numerals.
extension DateProduction {
  func ofLibraries(_ c: DateCaptures) -> DateExpression? {
    switch self {
    case .doubled: doubled(c)
    case .dualyear: dualYear(c)
    default: digits(c)
    }
  }

  /// "25 October/7 November 1917": the later of two days, if they are as far apart as the calendars.
  private func doubled(_ c: DateCaptures) -> DateExpression? {
    var a = c.partial()
    var b = c.partial(2)
    // One year behind both, or behind the first.
    let named = a.year ?? b.year
    (a.year, b.year, a.month) = (named, named, a.month ?? b.month)
    guard a.day != nil, b.day != nil, !a.isImpossible, !b.isImpossible,
      let first = a.date?.bounds?.lowerBound, let second = b.date?.bounds?.lowerBound,
      let year = a.year, year < 1930, abs(second - first) == max(10, year / 100 - 6)
    else { return nil }
    return .calendar(first < second ? b : a)
  }

  /// "18 February 1688/9": where the year began in March, the days before were those of two years.
  private func dualYear(_ c: DateCaptures) -> DateExpression? {
    var date = c.partial()
    guard let year = date.year, let month = date.month, month <= 3, year < 1800,
      c.endYear(after: year) == year + 1
    else { return nil }
    date.year = year + 1
    return .calendar(date)
  }

  /// "18--", "187-": the hundreds or tens of a year.
  private func digits(_ c: DateCaptures) -> DateExpression? {
    guard let (value, count) = c.digits("n") else { return nil }
    switch count {
    case 2 where (10...21).contains(value): return .century(value)
    case 3 where (100...219).contains(value): return .decade(value)
    default: return nil
    }
  }
}

/// Years in Roman numerals, as title pages have them.
enum RomanYear {
  /// "MDCCXCIV", "MDCCCCX": numerals in falling order, with none subtracted twice; nil for other words.
  static func value(of token: Token, _ words: BlockWords) -> Int? {
    guard token.isUpperCase else { return nil }
    var rest = words.bytes[token.start..<token.end]
    var year = 0
    for (letters, value) in numerals {
      while rest.starts(with: letters) {
        year += value
        rest = rest.dropFirst(letters.count)
        if letters.count > 1 { break }
      }
    }
    return rest.isEmpty && (1400...2100).contains(year) ? year : nil
  }

  /// The first of a statement that has no other date.
  static func date(in words: BlockWords) -> FoundDate? {
    for (i, token) in words.tokens.enumerated() {
      if let year = value(of: token, words) {
        return FoundDate(
          range: i..<i + 1, expression: .calendar(PartialDate(year: year)),
          rules: ["time/catalogue-roman-year"])
      }
    }
    return nil
  }

  private static let numerals: [([UInt8], Int)] = [
    ("M", 1000), ("CM", 900), ("D", 500), ("CD", 400), ("C", 100), ("XC", 90), ("L", 50),
    ("XL", 40),
    ("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1),
  ].map { (Array($0.0.utf8), $0.1) }
}
