import Chronology
import Prose

/// Productions that stand on dates found before.
extension DateProduction {
  func composed(_ c: DateCaptures) -> DateExpression? {
    let a = c.a
    let b = c.b
    switch self {
    case .between:
      // "Lima, 1 December 2023 – Today we celebrate": a dateline, and what is told.
      if case .unit(.day, 0, .document)? = b, let place = c["b"],
        c.words.tokens[place.lowerBound].isCapitalised
      {
        return nil
      }
      // "In the year to March 2014": the words "the year" are found as a date before.
      if let b, case .unit(.year, _, _)? = a, let place = c["a"],
        c.words.tokens[place.upperBound - 1].key == "year", let year = yearEnding(b)
      {
        return year
      }
      return both(a, b).map { .range($0, $1) }
    case .either: return both(a, b).map { .either($0, $1) }
    case .asked: return both(a, b).map { .uncertain($0.0) }
    case .recount:
      guard case .shift(let amounts, .document)? = b, amounts.allSatisfy({ $0.count < 0 }) else {
        return nil
      }
      return a.map { .shift(amounts, .date($0)) }
    case .within:
      // "Last year, in May", but "ten years ago, on 5 May".
      if c.has("whole"), b?.isUnit != true { return nil }
      return both(a, b).flatMap { $0.canLie(within: $1) ? .within($0, $1) : nil }
    case .gloss: return both(a, b).map { .gloss($0, $1) }
    case .part:
      guard let a, let part = c.word("p", .part).flatMap({ DatePart(rawValue: $0) }) else {
        return nil
      }
      return .part(part, a)
    case .sub: return sub(c, a)
    case .weekof: return a.map { .weekOf($0) }
    case .weekdayof:
      guard let a, let weekday = c.weekday() else { return nil }
      return .within(.weekday(weekday, .none), a)
    case .dayof:
      if let a, let b, b.isOfDays { return .within(b, a) }
      // "The first day of the following year" is the first of its days.
      guard let a, let day = c.day() ?? b?.dayOfMonth, !a.isYears else { return nil }
      return .within(.dayOfMonth(day, weekday: nil), a)
    case .dayrange:
      guard let a, let start = c.day() ?? b?.dayOfMonth, let end = c.day(2), start < end else {
        return nil
      }
      return .within(
        .range(.dayOfMonth(start, weekday: nil), .dayOfMonth(end, weekday: nil)), a)
    case .unspecified:
      guard let a, let unit = c.unit() else { return nil }
      return .unspecified(unit, a)
    case .yearto: return a.flatMap(yearEnding)
    case .from: return a.map { .from($0) }
    case .upto: return a.map { .upTo($0) }
    case .same: return a
    case .apposed:
      guard case .calendar(let named)? = a, named.year != nil else { return nil }
      return a
    default: return nil
    }
  }

  /// "The year to March 2024": twelve months.
  private func yearEnding(_ end: DateExpression) -> DateExpression? {
    guard case .calendar(let date) = end, let year = date.year, let month = date.month else {
      return nil
    }
    var start = PartialDate(year: month == 12 ? year : year - 1, month: month % 12 + 1)
    if let day = date.day {
      guard let last = Day(year: year - 1, month: month, day: day) else { return nil }
      start = PartialDate(last + 1)
    }
    return .range(.calendar(start), end)
  }

  /// "12 June and 4 December 2019": the first takes the year of the second.
  func shared(_ c: DateCaptures) -> [Made] {
    guard let a = c.a, let b = c.b, let first = c["a"], let second = c["b"],
      case .calendar(var start) = a, case .calendar(let end) = b, let year = end.year,
      let month = start.month, let other = end.month, (start.day == nil) == (end.day == nil)
    else { return [] }
    start.year = (month, start.day ?? 1) < (other, end.day ?? 2) ? year : year - 1
    // "31 May and 1 June 2012", "January and February 2023": neighbours are one time.
    if start.year == end.year, isNext(start, end) { return [(.range(.calendar(start), b), nil)] }
    return [(.calendar(start), first), (b, second)]
  }

  /// "On 25 September 2024, seven months after the signing": unless the day of the signing is known,
  /// it was seven months before.
  func counter(_ c: DateCaptures) -> [Made] {
    guard let a = c.a, let place = c["a"] else { return [] }
    if let amounts = c.amounts(-1), let other = c["x"] {
      let made: [Made] = [
        (a, place), (Self.shift(amounts, .date(a), isRound: true), other),
      ]
      return other.lowerBound < place.lowerBound ? made.reversed() : made
    }
    guard let other = c["b"], let b = c.b, case .shift(let amounts, .occasion) = b,
      amounts.allSatisfy({ $0.count > 0 })
    else { return [] }
    let back = amounts.map { DateExpression.Amount(count: -$0.count, unit: $0.unit) }
    return [
      (a, place), (.orElse(b, Self.shift(back, .date(a), isRound: true)), other),
    ]
  }

  private func isNext(_ start: PartialDate, _ end: PartialDate) -> Bool {
    guard let month = start.month, let next = end.month, next == month + 1 else { return false }
    guard let day = start.day, let other = end.day else { return true }
    return other == 1 && day == Day.count(ofMonth: month, year: start.year ?? 2023)
  }

  private func both(_ a: DateExpression?, _ b: DateExpression?) -> (DateExpression, DateExpression)?
  {
    guard let a, let b else { return nil }
    return (a, b)
  }

  /// "the third quarter", alone or of a longer time.
  private func sub(_ c: DateCaptures, _ a: DateExpression?) -> DateExpression? {
    guard let unit = c.unit(), let number = c.number("q", .nth, .small) else { return nil }
    let count = c.count() ?? 1
    let place = number < 0 || count == 1 ? number : 1
    let frame: DateExpression
    if let a {
      frame = a
    } else if let year = c.year() {
      frame =
        c.has("fiscal")
        ? .fiscalYear(year, isFirst: c.has("y2")) : .calendar(PartialDate(year: year))
    } else {
      frame = .unit(.year, 0, .passage)
    }
    return .sub(unit, place, count: count, of: frame)
  }
}

extension DateExpression {
  /// Whether "27 July" + "last year" and the like make sense together.
  func canLie(within frame: DateExpression) -> Bool {
    switch frame {
    case .unit(let unit, _, _):
      switch unit {
      case .year, .decade, .century: return isYearless || isPlaceless
      case .month, .week, .weekend: return isDayOnly
      default: return false
      }
    case .calendar(let date):
      if date.day != nil { return false }
      return date.month == nil ? isYearless || isPlaceless : isDayOnly
    case .shift(let amounts, _):
      return amounts.allSatisfy { $0.unit == .year } && (isYearless || isPlaceless)
    case .named: return isDayOnly
    case .fiscalYear: return isPlaceless
    case .part(_, let inner): return canLie(within: inner)
    default: return false
    }
  }

  /// Words that can be part of a longer date: "two weeks after" of "two weeks after 5 May".
  var isWeak: Bool {
    switch self {
    case .unit, .shift, .span, .during, .weekday, .dayOfMonth, .sub: true
    default: false
    }
  }

  /// "the following year", "two years later"
  fileprivate var isYears: Bool {
    switch self {
    case .unit(let unit, _, _): unit == .year || unit == .decade || unit == .century
    case .shift(let amounts, _): amounts.allSatisfy { $0.unit == .year }
    default: false
    }
  }

  /// "last year"
  fileprivate var isUnit: Bool {
    if case .unit = self { return true }
    return false
  }

  /// The number of "the 12th".
  fileprivate var dayOfMonth: Int? {
    if case .dayOfMonth(let day, nil) = self { return day }
    return nil
  }

  /// "the 12th to the 14th"
  fileprivate var isOfDays: Bool {
    if case .range(.dayOfMonth, .dayOfMonth) = self { return true }
    return false
  }

  /// "the last three months": says how long.
  var isSpan: Bool {
    switch self {
    case .span, .during: true
    default: false
    }
  }

  /// "on the eve of the summit"
  var leansOnOccasion: Bool {
    switch self {
    case .unit(_, _, .occasion), .shift(_, .occasion), .beside(_, .occasion), .orElse: true
    default: false
    }
  }

  /// "1992 or 1993"
  var leavesOpen: Bool {
    switch self {
    case .either, .uncertain: true
    default: false
    }
  }

  /// "within a month"
  var isDeadline: Bool {
    if case .during = self { return true }
    return false
  }

  private var isPlaceless: Bool {
    if case .sub(_, _, _, .unit(.year, 0, .passage)) = self { return true }
    if case .weekNumber(_, nil) = self { return true }
    return false
  }

  private var isDayOnly: Bool {
    switch self {
    case .dayOfMonth, .weekday: true
    case .calendar(let date): date.year == nil && date.month == nil && date.day != nil
    case .sub(let unit, _, _, .unit(.year, 0, .passage)): unit == .week || unit == .day
    default: false
    }
  }

  /// The ``DateCategory`` of dates found before to which it belongs, as bits in their order.
  var categories: Int {
    var bits = 1
    if isYearless { bits |= 2 }
    switch self {
    case .calendar(let date):
      if date.year != nil, date.month == nil { bits |= 4 }
      if date.day != nil { bits |= 8 }
      if date.day == nil, date.month != nil { bits |= 16 }
    case .unit(.year, _, _): bits |= 4 | 32
    case .unit(.month, _, _): bits |= 16 | 32
    case .named: bits |= 16 | 32
    case .weekday: bits |= 32 | 64
    case .shift, .unit, .span, .during, .dayOfStay, .arrival, .dayOfMonth,
      .range(.dayOfMonth, .dayOfMonth):
      bits |= 32
    case .foreign: bits |= 128
    case .fiscalYear: bits |= 4
    case .feast: bits |= 8
    case .within(let inner, _): bits |= inner.categories & 24
    case .part(_, let inner): bits |= inner.categories
    default: break
    }
    return bits
  }
}
