import Chronology

/// Gives relative words their values.
struct RelativeDates {
  let resolver: DateResolver

  var context: DateContext { resolver.context }

  func value(of expression: DateExpression) -> DateValue? {
    switch expression {
    case .unit(let unit, let offset, let anchor): self.unit(unit, offset, anchor)
    case .weekday(let weekday, let direction): self.weekday(weekday, direction)
    case .named(let named, let direction): self.named(named, direction)
    case .shift(let amounts, let anchor): shift(amounts, anchor)
    case .span(let amounts, let anchor): span(amounts, anchor)
    case .during(let amounts, let anchor): during(amounts, anchor)
    case .aftermath(let unit): aftermath(unit)
    case .beside(let inner, let anchor): beside(inner, anchor)
    case .academicYears(let count, let offset): academicYears(count, offset)
    case .dayOfStay(let number): dayOfStay(number)
    case .arrival(let offset): arrival(offset)
    case .dayOfMonth(let day, let weekday): dayOfMonth(day, weekday)
    case .dayTold: dayTold
    case .inYear(let year, let unit, let anchor): inYear(year, unit, anchor)
    default: nil
    }
  }

  /// What a word leans on: its first and last day, as far as it is known, and how to call it.
  struct Base {
    var date: PartialDate
    var first: Day
    var last: Day
    var note: String
    /// 21…24, when it is a season.
    var season: Int?
  }

  func base(_ anchor: DateAnchor) -> Base? {
    switch anchor {
    case .document: return isOfStory ? told : document ?? told
    // "They have had relations since 1997. In the same year …": the date named, not the day of the text.
    case .told: return context.isNow ? context.named.map(base) ?? document : told ?? document
    case .named: return context.named.map(base) ?? document
    case .near:
      if let told, let document, told.date.day != nil, abs(told.last - document.first) <= 7 {
        return told
      }
      return base(.passage)
    case .occasion(let noun):
      return context.occasions[noun].map {
        var base = base($0)
        base.note =
          context.occasions.assumed.flatMap { $0.noun == noun ? $0.note : nil }
          ?? "counted from the day told before of what is named"
        return base
      }
    case .passage:
      let isOfNow = context.leansOnDocument(resolver.hints) || isStillAhead
      return isOfNow ? document : told ?? document
    case .date(let expression):
      guard let value = resolver.value(of: expression), let first = value.first,
        let last = value.last, let start = value.start
      else { return nil }
      let note = value.notes.last ?? "counted from the date named"
      return Base(
        date: PartialDate(
          year: first.year, month: start.precision <= .month ? first.month : nil,
          day: start.precision == .day ? first.day : nil), first: first, last: last, note: note,
        season: value.isInterval ? nil : start.season)
    }
  }

  /// Words such as "last week" lean on the story, and no verb says otherwise.
  var isOfStory: Bool {
    context.leansOnStory && !(context.reference != nil && resolver.hints.isNow)
  }

  /// A plan that is still ahead of the document's day, whatever the story has come to.
  private var isStillAhead: Bool {
    guard resolver.hints.isAhead, let reference = context.reference, let told = context.told else {
      return false
    }
    return told.last < reference
  }

  private var document: Base? {
    context.reference.map {
      Base(date: PartialDate($0), first: $0, last: $0, note: "counted from the document's date")
    }
  }

  var told: Base? { context.told.map(base) }

  /// The month or day named last in the block: "on 5 September 2018. The following March".
  private var toldJustNow: Base? {
    context.recent.flatMap { $0.date.month == nil ? nil : base($0) }
  }

  private func base(_ told: DateContext.Told) -> Base {
    Base(
      date: told.date, first: told.first, last: told.last,
      note: "counted from the date told before")
  }

  /// The day of a base that has one; of an interval its end for what comes later.
  func day(_ base: Base, later: Bool) -> Day? {
    guard base.date.day != nil else { return nil }
    return later ? base.last : base.first
  }

  private func unit(_ unit: DateUnit, _ offset: Int, _ anchor: DateAnchor) -> DateValue? {
    var from = base(anchor)
    if case .told = anchor, unit == .month || unit == .week { from = toldJustNow ?? from }
    guard let base = fine(from, unit, anchor), let year = base.date.year else { return nil }
    let note = base.note
    switch unit {
    case .day:
      guard let day = day(base, later: offset > 0) else {
        guard offset == 0, let date = base.date.date else { return nil }
        return DateValue(date, isRelative: true, note: note)
      }
      return DateValue(day + offset, note: note)
    case .week, .fortnight:
      guard let day = day(base, later: offset > 0) else { return nil }
      let week = resolver.week(day + 7 * offset, note)
      return week
    case .weekend:
      guard let day = day(base, later: offset > 0) else { return nil }
      let saturday = day + (6 - day.weekday + 7 * offset)
      return DateValue(days: saturday, saturday + 1, note: note)
    case .month:
      guard let month = base.date.month else { return nil }
      return DateValue(Self.month(year, month, offset), isRelative: true, note: note)
    case .quarter, .half:
      guard let month = base.date.month else { return nil }
      let size = unit == .quarter ? 3 : 6
      let start = (month - 1) / size * size + 1 + offset * size
      return DateValue(
        from: Self.month(year, 1, start - 1), to: Self.month(year, 1, start + size - 2),
        isRelative: true, note: note)
    case .year: return DateValue(EDTFDate(year: year + offset), isRelative: true, note: note)
    case .decade:
      return DateValue(DateResolver.decade(year / 10 + offset), isRelative: true, note: note)
    case .century:
      return DateValue(DateResolver.century(year / 100 + offset), isRelative: true, note: note)
    }
  }

  /// "Last month", where the story names years alone: that of the document.
  private func fine(_ base: Base?, _ unit: DateUnit, _ anchor: DateAnchor) -> Base? {
    guard case .document = anchor, let base, base.date.month == nil, unit == .month || unit == .week
    else { return base }
    return document ?? base
  }

  static func month(_ year: Int, _ month: Int, _ offset: Int) -> EDTFDate {
    let count = year * 12 + month - 1 + offset
    let newYear = count >= 0 ? count / 12 : (count - 11) / 12
    return EDTFDate(year: newYear, month: count - newYear * 12 + 1)
  }

  private func named(_ named: DateExpression.Named, _ direction: DateDirection) -> DateValue? {
    let isStory = direction == .that || direction == .following || direction == .previous
    guard let base = isStory ? toldJustNow ?? base(.told) : base(.document),
      let year = base.date.year
    else {
      return nil
    }
    let span: (first: Int, last: Int) =
      switch named {
      case .month(let month): (month, month)
      case .season(let season): (3 * (season - 21) + 3, 3 * (season - 21) + 5)
      case .day(let month, _): (month, month)
      }
    let month = base.date.month ?? (direction == .following ? 12 : 1)
    let offset =
      switch direction {
      case .last: span.last >= month ? -1 : 0
      case .previous: span.first >= month ? -1 : 0
      case .next: span.first <= month ? 1 : 0
      case .following: span.first <= month ? 1 : 0
      default: 0
      }
    let note = isStory ? "beside the date told before" : "beside the document's date"
    switch named {
    case .day(let month, let number):
      let isBefore = (month, number) < (month, base.date.day ?? 1) && span.first == base.date.month
      guard let day = Day(year: isBefore ? year : year + offset, month: month, day: number) else {
        return nil
      }
      return DateValue(day, note: note)
    case .month(let month):
      return DateValue(
        EDTFDate(year: year + offset, month: month), isRelative: true, note: note)
    case .season(let season):
      var value = resolver.seasonValue(season, year + offset)
      value.isRelative = true
      value.notes.append(note)
      return value
    }
  }

  /// A season named alone.
  func season(_ season: Int) -> DateValue? {
    let leans = context.leansOnDocument(resolver.hints) || isStillAhead
    guard let base = leans ? document : told ?? document, var year = base.date.year else {
      return nil
    }
    let start = 3 * (season - 21) + 3
    if let month = base.date.month, leans || context.told?.season != season {
      if leans {
        if start > month, !resolver.hints.isFuture { year -= 1 }
      } else if season == 24 {
        // The winter that follows an autumn is that of the new year.
        if month >= 7 { year += 1 }
      } else if month - start >= DateContext.rollOver {
        year += 1
      }
    } else if season == 24, !leans, context.told?.season == 23 {
      year += 1
    }
    if !leans, let old = base.date.year, context.isBeyondChapter(year, from: old) { year = old }
    var value = resolver.seasonValue(season, year)
    value.isRelative = true
    value.notes.append(base.note)
    return value
  }

  /// Counts on from an anchor, as exactly as the words are.
  private func shift(_ amounts: [DateExpression.Amount], _ anchor: DateAnchor) -> DateValue? {
    let days = amounts.reduce(0) { $0 + $1.count * ($1.unit.days ?? 0) }
    let months = amounts.reduce(0) { $0 + $1.count * ($1.unit.months ?? 0) }
    let isLater = days + months > 0
    guard let base = isLater ? laterBase(anchor) : base(anchor), let year = base.date.year else {
      return nil
    }
    let isNamed =
      switch anchor {
      case .date, .named: true
      default: false
      }
    let usesDays = amounts.contains { $0.unit.days != nil }
    let usesMonths = amounts.contains { $0.unit == .month || $0.unit == .quarter }
    if usesDays || isNamed && base.date.day != nil
      || amounts.contains(where: { $0.unit != amounts[0].unit })
    {
      guard let day = day(base, later: isLater), let moved = day.adding(months: months) else {
        return usesDays ? nil : coarse(base, year, months, keepsMonth: true)
      }
      return DateValue(moved + days, note: base.note)
    }
    // "Sixty years on", told of this year: of something else.
    if months > 120, context.bearsDate, let reference = context.reference,
      year * 12 + months > (reference.year + 10) * 12
    {
      return nil
    }
    return coarse(base, year, months, keepsMonth: usesMonths || isNamed)
  }

  /// What comes later is counted from the last date before it: "It became an embassy in 1971. Oman
  /// followed a year later."
  private func laterBase(_ anchor: DateAnchor) -> Base? {
    guard case .told = anchor, let told = context.told, let recent = context.recent,
      !recent.isRelative, recent.last < told.first || recent.first > told.last
    else { return base(anchor) }
    return base(recent)
  }

  private func coarse(_ base: Base, _ year: Int, _ months: Int, keepsMonth: Bool) -> DateValue? {
    // Twelve months after a summer is the next one.
    if keepsMonth, months % 12 == 0,
      let season = base.season ?? (base.first == context.told?.first ? context.told?.season : nil)
    {
      var value = resolver.seasonValue(season, year + months / 12)
      value.isRelative = true
      value.notes.append(base.note)
      return value
    }
    if keepsMonth, let month = base.date.month {
      return DateValue(Self.month(year, month, months), isRelative: true, note: base.note)
    }
    guard months % 12 == 0 else { return nil }
    return DateValue(EDTFDate(year: year + months / 12), isRelative: true, note: base.note)
  }

  /// "the last three months": up to the anchor or from it on.
  private func span(_ amounts: [DateExpression.Amount], _ anchor: DateAnchor) -> DateValue? {
    guard let base = base(anchor), let amount = amounts.first, base.date.year != nil else {
      return nil
    }
    let isBack = amount.count < 0
    let months = amounts.reduce(0) { $0 + $1.count * ($1.unit.months ?? 0) }
    let days = amounts.reduce(0) { $0 + $1.count * ($1.unit.days ?? 0) }
    if amounts.allSatisfy({ $0.unit == .quarter }), let month = base.date.month,
      let year = base.date.year
    {
      let now = (month - 1) / 3
      let start = isBack ? now + amount.count : now + 1
      let end = isBack ? now - 1 : now + amount.count
      return DateValue(
        from: Self.month(year, 1, 3 * start), to: Self.month(year, 1, 3 * end + 2),
        isRelative: true, note: base.note)
    }
    // "The decade before 1914"
    if case .date = anchor, base.date.month == nil, days == 0, months % 12 == 0,
      let year = base.date.year
    {
      let edge = year + months / 12
      return isBack
        ? DateValue(from: EDTFDate(year: edge), to: EDTFDate(year: year - 1), note: base.note)
        : DateValue(from: EDTFDate(year: year + 1), to: EDTFDate(year: edge), note: base.note)
    }
    guard let day = day(base, later: !isBack),
      let edge = day.adding(months: months).map({ $0 + days })
    else { return nil }
    return isBack
      ? DateValue(days: edge, day + -1, note: base.note)
      : DateValue(days: day + 1, edge, note: base.note)
  }
}
