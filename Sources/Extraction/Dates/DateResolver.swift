import Chronology

/// Gives expressions their values.
struct DateResolver {
  let context: DateContext
  let hints: DateContext.Hints

  func value(of expression: DateExpression) -> DateValue? {
    switch expression {
    case .calendar(let date): calendar(date)
    case .season(let season, let year): self.season(season, year)
    case .decade(let decade): DateValue(Self.decade(decade))
    case .decadeOfCentury(let tens): decadeOfCentury(tens)
    case .century(let century): DateValue(Self.century(century))
    case .fiscalYear(let year, let isFirst): fiscalYear(year, isFirst)
    case .feast(let feast, let year): self.feast(feast, year)
    case .foreign(let date): foreign(date)
    case .range(let a, let b): range(a, b)
    case .either(let a, let b): either(a, b)
    case .uncertain(let inner): uncertain(inner)
    case .part(let part, let inner): self.part(part, inner)
    case .within(let inner, let outer): within(inner, outer)
    case .sub(let unit, let number, let count, let of): partOf(of, unit, number, count)
    case .unspecified(let unit, let inner): unspecified(unit, inner)
    case .from(let inner): open(inner, isStart: true)
    case .upTo(let inner): open(inner, isStart: false)
    case .gloss(_, let ours): value(of: ours)
    case .orElse(let a, let b): value(of: a) ?? value(of: b)
    case .weekOf(let inner):
      value(of: inner).flatMap { value in
        value.first.map { week($0, value.notes.last ?? "", value.isRelative) }
      }
    case .weekNumber(let number, let year): weekNumber(number, year)
    case .unit, .weekday, .named, .shift, .span, .during, .aftermath, .dayOfStay, .arrival,
      .dayOfMonth, .dayTold, .beside, .academicYears, .inYear:
      RelativeDates(resolver: self).value(of: expression)
    }
  }

  /// "the fourth quarter": of the year before, where that of this year is still to come.
  private func partOf(_ frame: DateExpression, _ unit: DateUnit, _ number: Int, _ count: Int)
    -> DateValue?
  {
    guard let year = value(of: frame) else { return nil }
    let found = sub(unit, number, count, year)
    // "The eighth is scheduled for the second quarter": the next one from the document's date on.
    if case .unit(.year, 0, .passage) = frame, number > 0, hints.isFuture, context.bearsDate,
      let reference = context.reference, let last = found?.last, last < reference
    {
      let years = (0...1).lazy.map { reference.year + $0 }
      return years.compactMap {
        let year = DateValue(EDTFDate(year: $0), isRelative: true)
        return self.sub(unit, number, count, year)
      }.first { $0.last.map { $0 >= reference } ?? false }
    }
    if case .unit(.year, 0, .passage) = frame, number > 0, context.leansOnDocument, !hints.isFuture,
      let reference = context.reference, let first = found?.first, first > reference
    {
      let year = DateValue(EDTFDate(year: reference.year - 1), isRelative: true)
      // One that begins soon is meant rather than one that ended long ago.
      let before = sub(unit, number, count, year)
      guard let last = before?.last, 2 * (first - reference) < reference - last else {
        return before
      }
    }
    return found
  }

  private func calendar(_ date: PartialDate) -> DateValue? {
    var date = date
    var value: DateValue
    if date.year == nil, context.mode == .catalogue {
      // A statement that stands alone has no other date to lean on.
      guard let month = date.month, !date.isImpossible else { return nil }
      let day = date.day.map { "-" + PartialDate.pad($0, 2) } ?? ""
      value = DateValue(EDTFDate("XXXX-" + PartialDate.pad(month, 2) + day))
    } else if date.year == nil {
      guard
        let (year, note) = context.year(
          month: date.month, day: date.day, weekday: date.weekday, hints)
      else { return nil }
      date.year = year
      guard let found = date.date else { return nil }
      value = DateValue(found, isRelative: true, note: note)
    } else {
      guard let found = date.date else { return nil }
      value = DateValue(found)
    }
    if date.isImpossible {
      value.flags.append("invalid_date")
      value.notes.append("the month has no such day")
    }
    return value
  }

  static func decade(_ decade: Int) -> EDTFDate { EDTFDate("\(PartialDate.pad(decade, 3))X") }

  static func century(_ century: Int) -> EDTFDate {
    EDTFDate((century < 0 ? "-" : "") + "\(PartialDate.pad(abs(century), 2))XX")
  }

  /// "the sixties": of the century told, or the last before the document.
  private func decadeOfCentury(_ tens: Int) -> DateValue? {
    guard let base = context.told?.date.year ?? context.reference?.year else { return nil }
    var decade = base / 100 * 10 + tens / 10
    if let reference = context.reference, decade * 10 > reference.year { decade -= 10 }
    return DateValue(Self.decade(decade), isRelative: true, note: "of the century in question")
  }

  private func season(_ season: Int, _ year: Int?) -> DateValue? {
    guard let year else { return RelativeDates(resolver: self).season(season) }
    return seasonValue(season, year)
  }

  /// A season of the hemisphere; months where that is the southern one.
  func seasonValue(_ season: Int, _ year: Int) -> DateValue {
    guard context.isSouthern else { return DateValue(EDTFDate(year: year, month: season)) }
    let (from, to) = [(9, 11), (12, 2), (3, 5), (6, 8)][season - 21]
    return DateValue(
      from: EDTFDate(year: from > to ? year - 1 : year, month: from),
      to: EDTFDate(year: year, month: to), note: "a season of the south")
  }

  /// Years that begin by April are called by the year in which they begin, others by that in which
  /// they end.
  private func fiscalYear(_ year: Int, _ isFirst: Bool) -> DateValue? {
    let month = context.fiscalStart ?? 4
    if month == 1 { return DateValue(EDTFDate(year: year)) }
    let first = month <= 4 || isFirst ? year : year - 1
    return DateValue(
      from: EDTFDate(year: first, month: month), to: EDTFDate(year: first + 1, month: month - 1),
      note: context.fiscalStart.map { _ in "fiscal years as the text says them" })
  }

  private func feast(_ feast: Feast, _ year: Int?) -> DateValue? {
    if let year { return feast.day(in: year).map { DateValue($0, isRelative: false) } }
    guard let base = context.reference?.year ?? context.told?.date.year,
      let day = feast.day(in: base),
      let (found, note) = context.year(
        month: day.month, day: day.day, hints),
      let result = feast.day(in: found)
    else { return nil }
    return DateValue(result, note: note)
  }

  private func foreign(_ date: ForeignDate) -> DateValue? {
    guard let (first, last) = date.span else { return nil }
    let qualifier: Qualifier = date.isApproximate ? .approximate : []
    func day(_ day: Day) -> EDTFDate {
      let (y, m, d) = day.components
      return EDTFDate(year: y, month: m, day: d, qualifier: qualifier)
    }
    var value: DateValue
    if date.day != nil {
      value = DateValue(day(first))
    } else if date.calendar.hasOurMonths, date.month != nil {
      value = DateValue(EDTFDate(monthOf: first))
    } else if date.calendar.hasOurMonths {
      value = DateValue(EDTFDate(year: first.year))
    } else {
      let (a, b) = (first.components, last.components)
      let hasMonth = date.month != nil
      value = DateValue(
        from: EDTFDate(year: a.year, month: hasMonth ? a.month : nil, qualifier: qualifier),
        to: EDTFDate(year: b.year, month: hasMonth ? b.month : nil, qualifier: qualifier))
    }
    value.flags.append("other_calendar")
    value.notes.append("converted from the \(date.calendar.rawValue) calendar")
    return value
  }

  private func uncertain(_ inner: DateExpression) -> DateValue? {
    guard var value = value(of: inner), !value.isInterval, let date = value.start else {
      return nil
    }
    value.start = EDTF(date).flatMap { EDTF($0.description + "?")?.start } ?? date
    value.notes.append("the writer asks which")
    return value
  }

  /// "a day in January 1872": its digits are unspecified.
  private func unspecified(_ unit: DateUnit, _ inner: DateExpression) -> DateValue? {
    guard let value = value(of: inner), let date = value.start, !value.isInterval,
      let text = EDTF(date)?.description
    else { return nil }
    let digits: String? =
      switch (unit, date.precision) {
      case (.day, .year): text + "-XX-XX"
      case (.day, .month), (.month, .year): text + "-XX"
      default: nil
      }
    return digits.flatMap { EDTF($0)?.start }.map { DateValue($0) } ?? value
  }

  private func weekNumber(_ number: Int, _ year: Int?) -> DateValue? {
    guard let year = year ?? context.reference?.year, (1...53).contains(number),
      let fourth = Day(year: year, month: 1, day: 4)
    else { return nil }
    // The first week of ISO 8601 holds 4 January.
    let monday = fourth + (1 - fourth.weekday + 7 * (number - 1))
    return DateValue(days: monday, monday + 6, isRelative: false)
  }

  /// Monday to Sunday.
  func week(_ day: Day, _ note: String, _ isRelative: Bool = true) -> DateValue {
    let monday = day + (1 - day.weekday)
    return DateValue(days: monday, monday + 6, isRelative: isRelative, note: note)
  }
}

extension EDTFDate {
  /// Text that is known to be a date.
  init(_ text: String) {
    self = EDTF(text)?.start ?? EDTFDate(year: 0)
  }
}

extension PartialDate {
  static func pad(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
