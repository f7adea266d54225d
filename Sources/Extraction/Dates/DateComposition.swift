import Chronology

/// Values made of other values: ranges, parts, parts within others.
extension DateResolver {
  /// Units that one side leaves out are the other's.
  func range(_ a: DateExpression, _ b: DateExpression) -> DateValue? {
    let (a, b) = within(told: Self.shared(a, b))
    guard let start = value(of: a) else { return nil }
    var context = context
    context.tell(start)
    // The end of a range lies after its start, whatever the passage.
    if a.isYearless || b.isYearless { context.mode = .narrative }
    var inner = DateResolver(context: context, hints: hints)
    if case .weekday = b { inner = DateResolver(context: context, hints: hints) }
    guard var end = inner.value(of: b), let first = start.first, let last = end.last else {
      return nil
    }
    if last < first {
      guard b.isYearless, let later = end.end ?? end.start, later.month != nil else { return nil }
      end = DateValue(
        EDTFDate(
          year: last.year + 1, month: later.month?.value, day: later.day?.value),
        isRelative: true)
    }
    var value = DateValue(
      from: start.start, to: end.end ?? end.start, isRelative: start.isRelative || end.isRelative)
    value.notes = start.notes + (end.notes == start.notes ? [] : end.notes)
    value.flags = start.flags + end.flags
    if value.start == value.end, let date = value.start {
      var single = DateValue(date, isRelative: value.isRelative)
      single.notes = value.notes
      return single
    }
    return value
  }

  /// Gives "October to March" its years, where the story stands within it.
  private func within(told sides: (DateExpression, DateExpression))
    -> (DateExpression, DateExpression)
  {
    guard case (.calendar(var a), .calendar(var b)) = sides, a.year == nil, b.year == nil,
      let first = a.month, let last = b.month, first > last, !context.leansOnDocument(hints),
      let told = context.told?.date, let year = told.year, let month = told.month, month <= last
    else { return sides }
    (a.year, b.year) = (year - 1, year)
    return (.calendar(a), .calendar(b))
  }

  /// Gives each side the month and year that only the other names.
  private static func shared(_ a: DateExpression, _ b: DateExpression) -> (
    DateExpression, DateExpression
  ) {
    switch (a, b) {
    case (.calendar(var x), .calendar(var y)):
      if y.year != nil, x.year == nil {
        x.year = y.year
        if let m = x.month, let n = y.month, (m, x.day ?? 1) > (n, y.day ?? 31) {
          x.year = y.year.map { $0 - 1 }
        }
      }
      if x.year != nil, y.year == nil, y.month != nil {
        y.year = x.year
        if let m = x.month, let n = y.month, (m, x.day ?? 1) > (n, y.day ?? 31) {
          y.year = x.year.map { $0 + 1 }
        }
      }
      return (.calendar(x), .calendar(y))
    case (.part(let part, let inner), let other):
      let (x, y) = shared(inner, other)
      return (.part(part, x), y)
    case (let other, .part(let part, let inner)):
      let (x, y) = shared(other, inner)
      return (x, .part(part, y))
    case (.season(let s, nil), .season(let t, let year?)):
      return (.season(s, year: s > t ? year - 1 : year), b)
    case (.calendar(var x), .season(_, let year?)) where x.year == nil:
      x.year = year
      return (.calendar(x), b)
    case (.calendar(var x), .within(let inner, let outer)) where x.year == nil:
      _ = inner
      x.year = nil
      return (.within(.calendar(x), outer), b)
    default: return (a, b)
    }
  }

  func either(_ a: DateExpression, _ b: DateExpression) -> DateValue? {
    let (a, b) = Self.shared(a, b)
    guard let first = value(of: a), let second = value(of: b), let start = first.start,
      let end = second.end ?? second.start, let x = first.first, let y = second.first, x < y
    else { return nil }
    var value = DateValue(
      from: start, to: end, isRelative: first.isRelative || second.isRelative,
      note: "one of the two")
    value.flags = first.flags + second.flags
    return value
  }

  func part(_ part: DatePart, _ inner: DateExpression) -> DateValue? {
    guard var value = value(of: inner) else { return nil }
    value.part = part
    return value
  }

  /// A month, day or season of the year that another date gives.
  func within(_ inner: DateExpression, _ outer: DateExpression) -> DateValue? {
    guard let frame = value(of: outer), let first = frame.first, let last = frame.last else {
      return nil
    }
    var result: DateValue?
    switch inner {
    case .calendar(var date) where date.year == nil:
      if date.month == nil { return dayWithin(date.day, frame, first, last) }
      date.year = first.year
      result = value(of: .calendar(date))
      if let found = result?.first, found < first, last.year > first.year {
        date.year = first.year + 1
        result = value(of: .calendar(date))
      }
    case .season(let season, nil): result = seasonValue(season, first.year)
    case .feast(let feast, nil): result = value(of: .feast(feast, year: first.year))
    case .dayOfMonth(let day, _): return dayWithin(day, frame, first, last)
    case .part(let part, let core):
      result = within(core, outer)
      result?.part = part
    case .sub(let unit, let number, let count, _): result = sub(unit, number, count, frame)
    case .weekday(let weekday, _):
      guard last.number - first.number < 10 else { return nil }
      result = DateValue(first + (weekday - first.weekday + 7) % 7)
    case .weekNumber(let number, nil): result = value(of: .weekNumber(number, year: first.year))
    case .range(let a, let b):
      guard let start = within(a, outer), let end = within(b, outer) else { return nil }
      result = DateValue(from: start.start, to: end.end ?? end.start)
    default: return nil
    }
    result?.isRelative = frame.isRelative
    let notes = result?.notes ?? []
    result?.notes = frame.notes + notes
    return result
  }

  /// "the thirtieth of this month".
  private func dayWithin(_ day: Int?, _ frame: DateValue, _ first: Day, _ last: Day) -> DateValue? {
    guard let day, last.number - first.number <= 31 else { return nil }
    let date = PartialDate(year: first.year, month: first.month, day: day)
    guard let found = date.date else { return nil }
    var value = DateValue(found, isRelative: frame.isRelative)
    value.notes = frame.notes
    if date.isImpossible { value.flags.append("invalid_date") }
    return value
  }

  /// The n-th unit of a time, counted from its end where the number is negative.
  func sub(_ unit: DateUnit, _ number: Int, _ count: Int, _ frame: DateValue) -> DateValue? {
    guard let first = frame.first, let last = frame.last, number != 0, count > 0 else { return nil }
    var value: DateValue?
    if let parts = unit.parts, !frame.isOfYear {
      value = fraction(of: first, last, parts, number, count)
    } else if let months = unit.months {
      value = part(of: first, last, months, number, count)
    } else if unit == .day {
      let offset = number > 0 ? number - 1 : number + 2 - count
      let start = (number > 0 ? first : last) + offset
      let end = start + (count - 1)
      guard start >= first, end <= last else { return nil }
      value = DateValue(days: start, end)
    } else if unit == .week {
      value = weeks(number, count, first, last)
    }
    value?.isRelative = frame.isRelative
    value?.notes = frame.notes
    return value
  }

  /// "the second half of August", "the first half of the nineteenth century": so many of the equal parts
  /// of a time, in days or years.
  private func fraction(of first: Day, _ last: Day, _ parts: Int, _ number: Int, _ count: Int)
    -> DateValue?
  {
    let start = number > 0 ? number - 1 : parts + number + 1 - count
    guard start >= 0, start + count <= parts else { return nil }
    let years = last.year - first.year + 1
    if years >= parts {
      let from = EDTFDate(year: first.year + start * years / parts)
      let to = EDTFDate(year: first.year + (start + count) * years / parts - 1)
      return DateValue(from: from, to: to)
    }
    let days = last - first + 1
    guard days <= 31, parts == 2 else { return nil }
    return DateValue(days: first + start * 15, start + count == parts ? last : first + 14)
  }

  /// A part of so many months, as years where it is whole years.
  private func part(of first: Day, _ last: Day, _ months: Int, _ number: Int, _ count: Int)
    -> DateValue?
  {
    let total = (last.year - first.year) * 12 + last.month - first.month + 1
    let fromEnd = total + (number + 1 - count) * months
    let start = number > 0 ? (number - 1) * months : fromEnd
    guard start >= 0, start + months * count <= total, total > months,
      let from = first.adding(months: start),
      let to = first.adding(months: start + months * count - 1)
    else { return nil }
    if months == 120, count == 1, from.year % 10 == 0 {
      return DateValue(Self.decade(from.year / 10))
    }
    if months == 12, first.month == 1 {
      let end = EDTFDate(year: to.year)
      let start = EDTFDate(year: from.year)
      return start == end ? DateValue(start) : DateValue(from: start, to: end)
    }
    if from == to { return DateValue(EDTFDate(monthOf: from)) }
    return DateValue(from: EDTFDate(monthOf: from), to: EDTFDate(monthOf: to))
  }

  /// Weeks from Monday to Sunday that have most of their days in a time.
  private func weeks(_ number: Int, _ count: Int, _ first: Day, _ last: Day) -> DateValue? {
    let start: Day
    if number > 0 {
      // The first week of a month is its first seven days; of a year the one with its first Thursday.
      let monday = first + (1 - first.weekday)
      let one = last - first <= 31 ? first : first.weekday <= 4 ? monday : monday + 7
      start = one + 7 * (number - 1)
    } else {
      let monday = last + (1 - last.weekday)
      let one = last.weekday >= 4 ? monday : monday + -7
      start = one + 7 * (number + 2 - count)
    }
    guard start <= last, start + 6 >= first else { return nil }
    return DateValue(days: start, start + (7 * count - 1))
  }

  func open(_ inner: DateExpression, isStart: Bool) -> DateValue? {
    guard let value = value(of: inner) else { return nil }
    var result = DateValue(
      from: isStart ? value.start : nil, to: isStart ? nil : value.end ?? value.start,
      isRelative: value.isRelative)
    result.notes = value.notes
    result.flags = value.flags
    return result
  }
}

extension DateExpression {
  /// Names a month or season, but no year and no other date to lean on.
  var isYearless: Bool {
    switch self {
    case .calendar(let date): date.year == nil
    case .season(_, let year), .feast(_, let year): year == nil
    case .part(_, let inner): inner.isYearless
    case .range(let a, let b): a.isYearless && b.isYearless
    default: false
    }
  }
}
