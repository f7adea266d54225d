import Chronology

/// Days told by their number alone: "on the 24th".
extension RelativeDates {
  func dayOfMonth(_ number: Int, _ weekday: Int?) -> DateValue? {
    // "On 23 and 24 November, after his stay here in May. On the morning of the 24th …".
    if weekday == nil, context.told?.date.day == nil, let days = context.days,
      days.upperBound - days.lowerBound < 28,
      let day = (0...(days.upperBound - days.lowerBound)).lazy.map({ days.lowerBound + $0 }).first(
        where: { $0.day == number })
    {
      return DateValue(day, note: "of the days told before")
    }
    // "And to Manila in November 2015. On the 17th": of the month named in the sentence before.
    if weekday == nil, let named = context.recent, named.date.day == nil,
      let year = named.date.year, let month = named.date.month,
      let day = Day(year: year, month: month, day: number)
    {
      return DateValue(day, note: "the month told before")
    }
    if !context.leansOnDocument(resolver.hints) || weekday == nil && context.told?.isNear == true,
      let base = told, let year = base.date.year, let month = base.date.month
    {
      let isNext = (base.date.day ?? 0) - number > 14
      let date = Self.month(year, month, isNext ? 1 : 0)
      let value = PartialDate(year: date.years.lowerBound, month: date.month?.value, day: number)
      if weekday == nil || value.date?.bounds?.lowerBound.weekday == weekday {
        guard let found = value.date, !value.isImpossible else { return nil }
        return DateValue(found, isRelative: true, note: "the month told before")
      }
    }
    guard let reference = context.reference else { return nil }
    // The weekday shows which month is meant, the nearest on either side.
    let steps =
      weekday == nil
      ? (0..<14).map { resolver.hints.isFuture ? $0 : -$0 }
      : (0..<14).flatMap { resolver.hints.isFuture ? [$0] : [-$0, $0] }
    for step in steps {
      let month = Self.month(reference.year, reference.month, step)
      guard let monthNumber = month.month?.value,
        let day = Day(year: month.years.lowerBound, month: monthNumber, day: number),
        weekday == nil || day.weekday == weekday,
        weekday != nil || (resolver.hints.isFuture ? day >= reference : day <= reference)
      else { continue }
      return DateValue(day, note: "nearest the document's date")
    }
    return nil
  }
}
