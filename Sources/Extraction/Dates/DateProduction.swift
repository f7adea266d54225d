import Prose

/// Makes an expression of what a rule captured. The names are those of `make` in the rules.
enum DateProduction: String, CaseIterable, Sendable {
  // Calendar
  case date, numeric, range, days, years, alternatives, winter
  case season, decade, decadeword, century, centuries, fiscal, feast, foreign, monthnumber,
    doubled, dualyear, digits
  // Relative
  case unit, weekday, weekdays, named, shift, span, during, dayofstay, arrival, dayalone, daysalone,
    weeknumber, ofmonth
  case aftermath, seasonof, academic, daytold, inyear
  /// Words that are no date.
  case nothing
  // Of other dates
  case sub, within, yearto, part, between, either, weekof, weekdayof, from, upto, gloss, same,
    dayof, asked,
    recount, counter, apposed
  case dayrange, share, unspecified
  // Several
  case months, seasons, decades, decadewords

  /// An expression, and the tokens that it stands on when these are not the whole match.
  typealias Made = (expression: DateExpression, range: Range<Int>?)

  /// Whether it makes a list of dates rather than one.
  var makesSeveral: Bool {
    switch self {
    case .days, .share, .counter, .months, .seasons, .decadewords: true
    default: false
    }
  }

  /// What the captures say, of a list. None when they say nothing sensible.
  func several(_ c: DateCaptures) -> [Made] {
    switch self {
    case .days: days(c)
    case .counter: counter(c)
    case .months: months(c)
    case .seasons: seasons(c)
    case .decadewords: decadeWords(c)
    default: shared(c)
    }
  }

  /// What the captures say; nil when they say nothing sensible.
  func expression(_ c: DateCaptures, _ monthFirst: Bool) -> DateExpression? {
    switch self {
    case .date:
      let date = c.partial()
      // "2005-07" is years, "2015-12" a month.
      if c.has("after"), let month = date.month, let year = date.year, month > year % 100 {
        return nil
      }
      return date == PartialDate() ? nil : .calendar(date)
    case .numeric: return numeric(c, monthFirst)
    case .monthnumber: return monthNumber(c)
    case .range: return range(c, monthFirst)
    case .years: return years(c).map { .range($0, $1) }
    case .alternatives: return years(c).map { .either($0, $1) }
    case .season: return season(c)
    case .winter: return winter(c)
    case .doubled, .dualyear, .digits: return ofLibraries(c)
    case .decade, .decades, .decadeword, .century, .centuries, .fiscal, .feast, .foreign:
      return period(c)
    case .unit, .weekday, .weekdays, .named, .shift, .span, .during, .dayofstay, .arrival,
      .dayalone, .daysalone, .weeknumber,
      .ofmonth, .aftermath, .seasonof, .academic, .daytold, .inyear:
      return relative(c)
    default: return composed(c)
    }
  }

  /// Day and month by the order of the document; where only one order is possible, by that.
  private func numeric(_ c: DateCaptures, _ monthFirst: Bool) -> DateExpression? {
    guard let a = c.digits("d")?.value ?? c.day(), let b = c.month() else { return nil }
    var (day, month) = (a, b)
    if monthFirst && a <= 12 || b > 12 { (day, month) = (b, a) }
    guard month <= 12, month > 0, day > 0 else { return nil }
    // "24/7": always.
    if a == 24, b == 7, c.has("slash") { return nil }
    return .calendar(
      PartialDate(year: c.year(), month: month, day: day, weekday: c.weekday()))
  }

  /// "04/2016".
  private func monthNumber(_ c: DateCaptures) -> DateExpression? {
    guard let year = c.year(), let month = c.month(), (1...12).contains(month) else { return nil }
    return .calendar(PartialDate(year: year, month: month))
  }

  private func years(_ c: DateCaptures) -> (DateExpression, DateExpression)? {
    guard let y = c.year() else { return nil }
    let end: Int?
    if c.has("e") {
      // "499–493 BC": both count back.
      end = c.year(2).map { end in
        // "387/6 BC": the last digit alone.
        c.digits("y2")?.count == 1 && c.digits("y")?.count ?? 1 > 1
          ? end - (1 - y) / 10 * 10 : end
      }
    } else {
      end = c.endYear(after: y)
    }
    guard let end, end > y else { return nil }
    return (.calendar(PartialDate(year: y)), .calendar(PartialDate(year: end)))
  }

  /// "the summer of 2004", "spring and summer 1848".
  private func season(_ c: DateCaptures) -> DateExpression? {
    guard let season = c.number("s", .season) else { return nil }
    guard c["s2"] != nil else { return .season(season, year: c.year()) }
    guard let end = c.number("s2", .season), end > season else { return nil }
    return .range(.season(season, year: c.year()), .season(end, year: c.year()))
  }

  private func winter(_ c: DateCaptures) -> DateExpression? {
    guard let s = c.number("s", .season), let y = c.year() else { return nil }
    guard let end = c.endYear(after: y) ?? c.year(2), s == 24, end == y + 1 else {
      return .season(s, year: y)
    }
    return .range(
      .calendar(PartialDate(year: y, month: 12)), .calendar(PartialDate(year: end, month: 2)))
  }

  /// Days or months that share a month or a year.
  private func range(_ c: DateCaptures, _ monthFirst: Bool) -> DateExpression? {
    var start = c.partial()
    var end = c.partial(2)
    if monthFirst, c.constants["order"]?.text == "numeric" {
      if let d = start.day, let m = start.month, d <= 12 { (start.day, start.month) = (m, d) }
      if let d = end.day, let m = end.month, d <= 12 { (end.day, end.month) = (m, d) }
    }
    if end.day != nil, end.month == nil { end.month = start.month }
    if start.month == nil { start.month = end.month }
    if c.has("next"), end.month != start.month.map({ $0 + 1 }) { return nil }
    if let a = start.day, let b = end.day, start.month == end.month, a >= b,
      start.year == nil || end.year == nil || start.year == end.year
    {
      return nil
    }
    return .range(.calendar(start), .calendar(end))
  }

  /// "4 and 7 May": each a date; neighbours, "26 and 27 April", are one time.
  private func days(_ c: DateCaptures) -> [Made] {
    let captured = c.parts.names.filter { $0.begins(with: "d") }
      .compactMap { name in c[name].map { (name: name, range: $0) } }
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
    let days = captured.compactMap { c.number($0.name, .nth) }
    guard days.count == captured.count, days.count > 1 else { return [] }
    let dates = days.map {
      DateExpression.calendar(PartialDate(year: c.year(), month: c.month(), day: $0))
    }
    if days.count == 2, days[1] == days[0] + 1, !c.has("each") {
      return [(.range(dates[0], dates[1]), nil)]
    }
    guard zip(days, days.dropFirst()).allSatisfy({ $0 < $1 }) else { return [] }
    var made: [Made] = []
    for (i, date) in dates.enumerated() {
      let start = i == 0 ? c.range.lowerBound : captured[i].range.lowerBound
      let end = i == dates.count - 1 ? c.range.upperBound : captured[i].range.upperBound
      made.append((date, start..<end))
    }
    return made
  }

  /// "January, May and October 2012": each a date.
  private func months(_ c: DateCaptures) -> [Made] {
    listed(c, "m") { name in
      c.number(name, .month).map { .calendar(PartialDate(year: c.year(), month: $0)) }
    }
  }

  /// "spring and summer 1848"
  private func seasons(_ c: DateCaptures) -> [Made] {
    listed(c, "s") { name in c.number(name, .season).map { .season($0, year: c.year()) } }
  }

  /// "the twenties and thirties"
  private func decadeWords(_ c: DateCaptures) -> [Made] {
    listed(c, "k") { name in c.number(name, .decadeword).map { .decadeOfCentury($0) } }
  }

  /// What is listed under names that begin with a letter, each with its own words; none where one of
  /// them says nothing.
  private func listed(
    _ c: DateCaptures, _ letter: Unicode.Scalar, _ make: (CaptureName) -> DateExpression?
  ) -> [Made] {
    let captured = c.parts.names.filter { $0.begins(with: letter) }
      .compactMap { name in c[name].map { (name: name, range: $0) } }
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
    let made: [Made] = captured.enumerated().compactMap { i, part in
      let isLast = i == captured.count - 1
      let start = i == 0 ? c.range.lowerBound : part.range.lowerBound
      let end = isLast ? c.range.upperBound : part.range.upperBound
      return make(part.name).map { ($0, start..<end) }
    }
    return made.count == captured.count ? made : []
  }

  private func period(_ c: DateCaptures) -> DateExpression? {
    switch self {
    case .decade:
      guard let year = c.year(), year % 10 == 0, year > 0 else { return nil }
      if c.constants["century"] != nil, year % 100 == 0 { return .century(year / 100) }
      return .decade(year / 10)
    case .decades:
      guard let year = c.year(), let end = c.endYear(after: year), year % 10 == 0, end % 10 == 0
      else { return nil }
      return .range(.decade(year / 10), .decade(end / 10))
    case .decadeword:
      guard let tens = c.number("k", .decadeword) else { return nil }
      if let high = c.count(), high >= 15 { return .decade(high * 10 + tens / 10) }
      return .decadeOfCentury(tens)
    case .century: return century(c, "n")
    case .centuries:
      guard let a = century(c, "n"), let b = century(c, "n2") else { return nil }
      return .range(a, b)
    case .fiscal:
      guard let year = c.year(), c["y2"] == nil || c.endYear(after: year) == year + 1 else {
        return nil
      }
      return .fiscalYear(year, isFirst: c["y2"] != nil)
    case .feast:
      guard let feast = c.word("f", .feast).flatMap({ Feast($0) }) else { return nil }
      return .feast(feast, year: c.year())
    default: return foreign(c)
    }
  }

  private func century(_ c: DateCaptures, _ name: CaptureName) -> DateExpression? {
    guard let number = c.number(name, .nth, .romannth), (1...22).contains(number) else {
      return nil
    }
    if let era = c["e"], c.value(.era, era)?.text == "bc" {
      return number > 1 ? .century(1 - number) : nil
    }
    return .century(number - 1)
  }

  private func foreign(_ c: DateCaptures) -> DateExpression? {
    guard
      let calendar = c.constants["calendar"].flatMap({ ForeignDate.Calendar(rawValue: $0.text) }),
      let year = c.number("y", .roman, .romannth)
    else { return nil }
    if c["k"] != nil, c.word("k", .mark) != calendar.rawValue { return nil }
    let month: Int?
    switch calendar {
    case .hijri: month = c.number("m", .hijri)
    case .bikram: month = c.number("m", .bikram)
    case .persian: month = c.number("m", .persian)
    case .ethiopian: month = c.number("m", .ethiopian)
    case .republican: month = c.number("m", .republican)
    default: month = c.month()
    }
    if c["m"] != nil, month == nil { return nil }
    return .foreign(
      ForeignDate(
        calendar: calendar, year: year, month: month, day: c.day(),
        eraStart: c.number("e", .reign)))
  }

  private func relative(_ c: DateCaptures) -> DateExpression? {
    switch self {
    case .unit: return c.unit().map { .unit($0, c.number("offset") ?? 0, c.anchor) }
    case .weekday: return c.weekday().map { .weekday($0, c.direction) }
    case .weekdays:
      guard let first = c.weekday(), let last = c.weekday(2), last == first % 7 + 1 else {
        return nil
      }
      let end = DateExpression.weekday(last, .none)
      return .range(.shift([.init(count: -1, unit: .day)], .date(end)), end)
    case .named:
      if let month = c.month(), let day = c.day() {
        return .named(.day(month: month, day: day), c.direction)
      }
      if let month = c.month() { return shifted(.named(.month(month), c.direction), c) }
      return c.number("s", .season).map { shifted(.named(.season($0), c.direction), c) }
    case .shift:
      let sign = c.number("sign") ?? 1
      let anchor = c.a.map { DateAnchor.date($0) } ?? c.anchor
      return c.amounts(sign).map { Self.shift($0, anchor, isRound: c.has("round")) }
    case .span:
      let anchor = c.a.map { DateAnchor.date($0) } ?? c.anchor
      return c.amounts(c.number("sign") ?? 1).map { .span($0, anchor) }
    case .during:
      let anchor = c.a.map { DateAnchor.date($0) } ?? c.anchor
      return c.amounts(1).map { .during($0, anchor) }
    case .seasonof:
      return c.number("s", .season).map { .beside(.named(.season($0), c.direction), c.anchor) }
    case .academic: return .academicYears(c.count() ?? 1, offset: c.number("offset") ?? 0)
    case .aftermath: return c.unit().map { .aftermath($0) }
    case .dayofstay: return c.number("n", .nth).map { .dayOfStay($0) }
    case .arrival: return .arrival(offset: c.number("offset") ?? 0)
    case .daytold: return .dayTold
    case .inyear:
      guard let unit = c.unit() ?? (c["u"] != nil ? .day : nil), let year = c.year() else {
        return nil
      }
      return .inYear(year, unit, c.anchor)
    case .dayalone: return c.day().map { .dayOfMonth($0, weekday: c.weekday()) }
    case .daysalone:
      guard let first = c.day(), let last = c.day(2), first < last else { return nil }
      return .range(.dayOfMonth(first, weekday: nil), .dayOfMonth(last, weekday: nil))
    case .ofmonth:
      guard let day = c.day() else { return nil }
      return .within(
        .dayOfMonth(day, weekday: nil), .unit(.month, c.number("offset") ?? 0, .document))
    default: return c.number("n", .nth).map { .weekNumber($0, year: c.year()) }
    }
  }

  /// Counted from an anchor; as exactly as its unit where that is asked for.
  static func shift(
    _ amounts: [DateExpression.Amount], _ anchor: DateAnchor, isRound: Bool
  ) -> DateExpression {
    let exact = DateExpression.shift(amounts, anchor)
    guard isRound, let unit = amounts.last?.unit, unit.months != nil else { return exact }
    return .unit(unit, 0, .date(exact))
  }

  /// "last March but one": a year further back.
  private func shifted(_ expression: DateExpression, _ c: DateCaptures) -> DateExpression {
    guard let years = c.number("years") else { return expression }
    return .shift([.init(count: years, unit: .year)], .date(expression))
  }
}
