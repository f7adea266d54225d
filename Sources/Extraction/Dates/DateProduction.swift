import Chronology
import Diagnostics
import Prose

/// Makes an expression of what a rule captured. The names are those of `make` in the rules.
enum DateProduction: String {
  case date, range, numeric, numericYearless = "numeric-yearless", season, winter, alternatives
  case fiscal, academic, quarter, half, part, partmonth, decade, last, next, this, that
  case relativemonth, following, relativeseason, relativeyear, relativeday, weekday, ago, later
  case same, sameunit, nextunit, dayalone, monthalone

  /// What the captures of a match say.
  struct Captures {
    let match: TokenPattern.Match
    let words: DateWordReader

    func number(_ name: String, _ category: DateCategory) -> Int? {
      guard let range = match[name] else { return nil }
      return words.value(category, at: range.lowerBound)?.value
    }

    func text(_ name: String, _ category: DateCategory) -> String? {
      guard let range = match[name] else { return nil }
      return words.lexicon.find(category, words.tokens, at: range.lowerBound)?.value
    }

    func year(_ suffix: String = "") -> Int? {
      if let year = number("y\(suffix)", .year) { return year }
      if let short = number("yy\(suffix)", .yearish) { return short < 100 ? full(short) : short }
      return nil
    }

    /// The end of a range of years, perhaps in two digits.
    func endYear(_ name: String = "y2") -> Int? {
      guard let end = number(name, .yearend), let start = year() else { return nil }
      guard end < 100 else { return end }
      let century = start / 100 * 100
      return century + end > start ? century + end : end == 0 ? century + 100 : nil
    }

    func full(_ short: Int) -> Int { short < 50 ? 2000 + short : 1900 + short }

    func partial(_ suffix: String = "") -> PartialDate {
      PartialDate(
        year: year(suffix),
        month: number("m\(suffix)", .month) ?? number("m\(suffix)", .monthnumber),
        day: number("d\(suffix)", .daynth))
    }
  }

  /// - Parameter monthFirst: numeric dates are month/day.
  func expression(_ c: Captures, monthFirst: Bool) -> DateExpression? {
    switch self {
    case .date: return .date(c.partial())
    case .numeric, .numericYearless: return numeric(c, monthFirst)
    case .range: return range(c)
    case .alternatives: return years(c).map { .either($0, $1) }
    case .season:
      guard let s = c.number("s", .season), let y = c.year() else { return nil }
      return .season(s, year: y)
    case .winter:
      guard let s = c.number("s", .season), let y = c.year() else { return nil }
      let end = c.endYear() ?? c.year("2") ?? y + 1
      return s == 24 && end == y + 1 ? .winter(y, end) : .season(s, year: y)
    case .fiscal, .academic, .quarter, .half, .part, .partmonth, .decade: return period(c)
    default: return relative(c)
    }
  }

  private func numeric(_ c: Captures, _ monthFirst: Bool) -> DateExpression {
    var date = c.partial()
    if let d = date.day, let m = date.month, monthFirst && d <= 12 {
      date.day = m
      date.month = d
    }
    return .date(date)
  }

  private func years(_ c: Captures) -> (PartialDate, PartialDate)? {
    guard let y = c.year(), let end = c.endYear() ?? c.year("2"), end > y else { return nil }
    return (PartialDate(year: y), PartialDate(year: end))
  }

  /// Units that one side leaves out are the other's.
  private func range(_ c: Captures) -> DateExpression? {
    var start = c.partial()
    var end = c.partial("2")
    if end.day == nil, end.month == nil {
      if start.month == nil { return years(c).map { .range($0, $1) } }
      guard end.year != nil else { return nil }
    }
    if end.day != nil, end.month == nil { end.month = start.month }
    if start.month == nil { start.month = end.month }
    if end.year == nil { end.year = start.year }
    if start.year == nil { start.year = end.year }
    if let a = start.month, let b = end.month, start.year == end.year {
      if (a, start.day ?? 1) > (b, end.day ?? 31) {
        guard let year = start.year, a > b else { return nil }
        start.year = year - 1
      }
    }
    return .range(start, end)
  }

  private func period(_ c: Captures) -> DateExpression? {
    guard let y = c.year() else { return nil }
    func months(_ from: Int, _ to: Int) -> DateExpression {
      .span(PartialDate(year: y, month: from), PartialDate(year: y, month: to))
    }
    switch self {
    case .fiscal:
      return .span(PartialDate(year: y, month: 4), PartialDate(year: y + 1, month: 3))
    case .academic:
      guard let last = c.number("y4", .yearend) else { return nil }
      return .range(
        PartialDate(year: y), PartialDate(year: last < 100 ? y / 100 * 100 + last : last))
    case .quarter:
      guard let q = c.number("q", .quarter) else { return nil }
      return months(3 * q - 2, 3 * q)
    case .half: return c.number("h", .half).map { months(6 * $0 - 5, 6 * $0) }
    case .part:
      switch c.text("p", .part) {
      case "early": return months(1, 3)
      case "late": return months(10, 12)
      default: return months(5, 8)
      }
    case .partmonth: return .date(PartialDate(year: y, month: c.number("m", .month)))
    default: return y % 10 == 0 ? .decade(y / 10) : nil
    }
  }

  private func relative(_ c: Captures) -> DateExpression? {
    let month = c.number("m", .month)
    let unit = c.text("u", .unit).flatMap(DateExpression.Unit.init(rawValue:))
    switch self {
    case .last: return month.map { .namedMonth($0, .last) }
    case .next: return month.map { .namedMonth($0, .next) }
    case .this: return month.map { .namedMonth($0, .this) }
    case .that: return month.map { .namedMonth($0, .that) }
    case .following: return month.map { .namedMonth($0, .following) }
    case .relativemonth:
      guard let month, let (anchor, offset) = anchored(c.text("r", .relativeyear)) else {
        return nil
      }
      return .monthInYear(month, anchor: anchor, offset: offset)
    case .relativeseason: return c.number("s", .season).map { .namedSeason($0, direction(c)) }
    case .relativeyear:
      return anchored(c.text("r", .relativeyear)).map { .year(anchor: $0, offset: $1) }
    case .relativeday:
      return anchored(c.text("r", .relativeday)).map { .day(anchor: $0, offset: $1) }
    case .weekday: return c.number("w", .weekday).map { .weekday($0, firstWord(c)) }
    case .ago:
      guard let n = c.number("n", .count), let unit else { return nil }
      return .shift(-n, unit, anchor: .document)
    case .later:
      guard let unit else { return nil }
      return .shift(c.number("n", .count) ?? 1, unit, anchor: .told)
    case .same: return .sameDay
    case .sameunit: return unit.map { .unit($0, offset: 0) }
    case .nextunit: return unit.map { .unit($0, offset: 1) }
    case .dayalone: return c.number("d", .nth).map { .dayOnly($0) }
    case .monthalone: return month.map { .date(PartialDate(month: $0)) }
    default: return nil
    }
  }

  private func firstWord(_ c: Captures) -> String? {
    let token = c.words.tokens[c.match.range.lowerBound]
    return String(decoding: c.words.text.bytes[token.start..<token.end], as: UTF8.self).lowercased()
  }

  private func direction(_ c: Captures) -> DateExpression.Direction {
    switch firstWord(c) {
    case "last": .last
    case "next": .next
    case "that": .that
    case "the": .following
    default: .this
    }
  }

  private func anchored(_ value: String?) -> (DateExpression.Anchor, Int)? {
    guard let parts = value?.split(separator: " "), parts.count == 2, let n = Int(parts[1]) else {
      return nil
    }
    return (parts[0] == "document" ? .document : .told, n)
  }
}
