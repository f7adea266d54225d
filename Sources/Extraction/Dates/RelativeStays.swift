import Chronology

/// Words that lean on what went on: the days of a stay, the weeks that followed, years of study.
extension RelativeDates {
  /// Loose words, in whole months: the one told, for weeks the next as well, for months half a year.
  func aftermath(_ unit: DateUnit) -> DateValue? {
    guard let told, let year = told.date.year, let month = told.date.month else { return nil }
    let start = EDTFDate(year: year, month: month)
    let months = unit == .month ? 6 : unit == .week ? 1 : 0
    if months == 0 { return DateValue(start, isRelative: true, note: told.note) }
    return DateValue(
      from: start, to: Self.month(year, month, months), isRelative: true, note: told.note)
  }

  func beside(_ inner: DateExpression, _ anchor: DateAnchor) -> DateValue? {
    guard case .occasion(let noun) = anchor, let told = context.occasions[noun] else { return nil }
    let resolver = DateResolver(context: context.going(on: told), hints: resolver.hints)
    guard let value = resolver.value(of: inner), let start = value.start, start.season == 24,
      !value.isInterval
    else { return resolver.value(of: inner) }
    // Counted from a day, a winter goes over the new year.
    let year = start.years.lowerBound
    return DateValue(
      from: EDTFDate(year: year, month: 12), to: EDTFDate(year: year + 1, month: 2),
      isRelative: true, note: base(anchor)?.note)
  }

  func during(_ amounts: [DateExpression.Amount], _ anchor: DateAnchor) -> DateValue? {
    guard let base = base(anchor), let day = day(base, later: true) else { return nil }
    let months = amounts.reduce(0) { $0 + $1.count * ($1.unit.months ?? 0) }
    let days = amounts.reduce(0) { $0 + $1.count * ($1.unit.days ?? 0) }
    return day.adding(months: months).map { DateValue(days: day, $0 + days, note: base.note) }
  }

  /// Years of study begin in September; in its last months the one that runs counts as past.
  func academicYears(_ count: Int, _ offset: Int) -> DateValue? {
    guard let reference = context.reference, count > 0 else { return nil }
    let running = reference.month >= 9 ? reference.year : reference.year - 1
    let isEnding = (5...8).contains(reference.month)
    let first =
      count > 1 && offset < 0
      ? running - count + (isEnding ? 1 : 0) : running + offset
    return DateValue(
      from: EDTFDate(year: first), to: EDTFDate(year: first + count), isRelative: true,
      note: "years of study beside the document's date")
  }

  var dayTold: DateValue? {
    guard let told = context.told, told.isNear, told.date.day != nil, told.first == told.last else {
      return nil
    }
    return DateValue(told.first, note: "the day told before")
  }

  func inYear(_ year: Int, _ unit: DateUnit, _ anchor: DateAnchor) -> DateValue? {
    guard let base = base(anchor), base.date.month != nil else { return nil }
    var date = base.date
    date.year = year
    if unit != .day { date.day = nil }
    return date.date.map { DateValue($0, isRelative: true, note: base.note) }
  }

  func arrival(_ offset: Int) -> DateValue? {
    guard let told = context.told, told.date.day != nil else { return nil }
    return DateValue(told.first + offset, note: "counted from the first of the days told before")
  }

  /// Counted from the end where the number is negative.
  func dayOfStay(_ number: Int) -> DateValue? {
    guard let told = context.told, told.date.day != nil, told.first < told.last else { return nil }
    if number < 0 { return DateValue(told.last, note: "of the days told before") }
    guard number > 0, told.first + (number - 1) <= told.last else { return nil }
    return DateValue(told.first + (number - 1), note: "of the days told before")
  }
}
