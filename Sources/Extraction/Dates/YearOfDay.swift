import Chronology

/// Chooses the year of a month or day that is told without one.
extension DateContext {
  /// The year of a month or day told without one, and how it was found.
  func year(month: Int?, day: Int?, weekday: Int? = nil, _ hints: Hints) -> (Int, String)? {
    if let entryYear, told.map({ !$0.isNear || ($0.date.year ?? 0) <= entryYear }) ?? true {
      return (entryYear, "the year of the entry")
    }
    if let headingYear, mode == .chronology || mode == .list || told == nil {
      return (headingYear, "the year of the heading")
    }
    if isOfPlans, let reference, let month {
      let isPast = (month, day ?? 31) < (reference.month, reference.day)
      return (isPast ? reference.year + 1 : reference.year, "the next after the document's date")
    }
    if let reportYear, !hints.isAhead, !hints.isFuture, isStoryAside || told?.isNear != true {
      return (reportYear, "the year that the text covers")
    }
    if let year = yearOfMonth(month, day, hints) { return (year, "the month told before") }
    if hints.isUntilNow, bearsDate, asksForAhead, let reference, let month {
      return (last(month, day, before: reference), "the last before the document's date")
    }
    if let told, let year = latelyYear(told, month, day, hints) {
      return (year, "nearest the document's date")
    }
    if let told, let year = told.date.year,
      !leansOnDocument || isInStory(told, hints) && !(day != nil && isBehind(told)),
      !isOfNow(month, day, told, hints)
    {
      if let recent = recentYear(told, month, day, hints) {
        return (recent, "nearest the document's date")
      }
      return following(told, year, month, day, hints)
    }
    guard let reference else { return told?.date.year.map { ($0, "the year told last") } }
    let month = month ?? reference.month
    return (
      nearest(month, day, weekday, reference, hints), "nearest the document's date"
    )
  }

  /// The year of the last such month or day that has come before a day, or on it.
  private func last(_ month: Int, _ day: Int?, before reference: Day) -> Int {
    let isLater = (month, day ?? 1) > (reference.month, day == nil ? 1 : reference.day)
    return isLater ? reference.year - 1 : reference.year
  }

  /// "In August last year, on 15 August": a day of the month told just before it.
  private func yearOfMonth(_ month: Int?, _ day: Int?, _ hints: Hints) -> Int? {
    guard let told, told.isNear, let month, day != nil, told.date.month == month,
      told.date.day == nil, told.isRelative, !hints.isFuture
    else { return nil }
    return told.date.year
  }

  /// "Lamps came in September 2015. The audit, published on 12 June, …": a day for which the story would
  /// have to go back, and that lies not far before the document's own.
  private func latelyYear(_ told: Told, _ month: Int?, _ day: Int?, _ hints: Hints) -> Int? {
    guard bearsDate, mode == .news || mode == .narrative, !hints.isBack, !hints.isFuture,
      !hints.isAhead, !told.isOfSentence, told.date.month != nil, let year = told.date.year,
      let reference, let month, let day, let then = Day(year: year, month: month, day: day),
      then < told.first, !isWithinStory(year, month, day)
    else { return nil }
    guard
      let lately = Day(year: last(month, day, before: reference), month: month, day: day),
      lately > told.last, reference - lately <= Self.recent
    else { return nil }
    return lately.year
  }

  /// The year of a day or month just before the document's own, or of a plan, where another section
  /// or another entry of a list begins: these have little to do with the one before.
  private func recentYear(_ told: Told, _ month: Int?, _ day: Int?, _ hints: Hints) -> Int? {
    guard told.isElsewhere || mode == .list && !told.isNear, bearsDate || hints.isFuture,
      let reference, let month
    else { return nil }
    let year = last(month, day, before: reference)
    if hints.isFuture { return year + 1 }
    guard let date = Day(year: year, month: month, day: day ?? 1),
      reference - date <= Self.recent
    else { return nil }
    return date.year
  }

  /// So many days back, a day without a year needs none.
  static let recent = 183

  /// Whether plans still ahead have a say.
  var asksForAhead: Bool {
    reference != nil && mode != .chronology && mode != .list && mode != .catalogue
  }

  /// In a story, a plan that is still ahead, and the first day of a passage that lies about the
  /// document's own.
  private func isOfNow(_ month: Int?, _ day: Int?, _ told: Told, _ hints: Hints) -> Bool {
    guard mode == .narrative, let reference, let month else { return false }
    // "For 2018–2020. The first is to leave by 15 November": still this year.
    if hints.isAhead {
      // "It joined at the beginning of this year. A delegation is due in February": the next one.
      let isThisYear = told.date.year == reference.year && told.date.month == nil
      // "This academic year there are eleven. From September we shall offer twenty."
      let isAround =
        told.date.month == nil && told.first < reference && told.last >= reference
        && told.date.year.map { $0 < reference.year } ?? false
      let isOfOtherPlan = told.date.month != nil && !told.isOfSentence
      return told.last < reference || isThisYear && month < reference.month || isOfOtherPlan
        || isAround || told.date.month == nil && told.first > reference
    }
    // "The school had no time. Mussolini attacked on 3 October": in the story of another age.
    guard bearsDate, !told.isNear, !hints.isFuture,
      told.date.month == nil || reference - told.last <= Self.age
    else { return false }
    return [reference.year, reference.year - 1].contains { year in
      Day(year: year, month: month, day: day ?? 1).map {
        Self.lately.contains(reference.number - $0.number)
      } ?? false
    }
  }

  /// So many days back, a story has nothing to do with the document's own.
  private static let age = 366 * 20

  /// Days before the document's own of which it speaks without a year.
  private static let lately = -7...120

  /// News that tells of another time, in this block and to the month or day, or at the head of this
  /// sentence: it goes on there.
  private func isInStory(_ told: Told, _ hints: Hints) -> Bool {
    guard let reference, told.isNear, told.date.month != nil || told.opensSentence,
      !hints.isFuture, !hints.isAhead
    else { return false }
    return abs(told.first.number - reference.number) > 200
  }

  /// "In June last year. Bids were opened on 31 March": the next sentence of a report that counts from its own
  /// day.
  private func isBehind(_ told: Told) -> Bool {
    told.isOfNow && !told.isOfSentence && told.date.month != nil
  }

  /// Words lean on the document's date here, as no story of another time is being told.
  func leansOnDocument(_ hints: Hints) -> Bool {
    guard leansOnDocument else { return false }
    return told.map { !isInStory($0, hints) } ?? true
  }

  /// A month that lies far before the one told last is one of the next year; where a year alone was
  /// told, before the one named last in that year: "since 1 December last year".
  private func following(
    _ told: Told, _ year: Int, _ month: Int?, _ day: Int?, _ hints: Hints
  ) -> (Int, String) {
    let named = self.named.flatMap { $0.date.year == year ? $0.date.month : nil }
    if hints.isBack, let month, let last = told.date.month,
      (month, day ?? 1) > (last, day == nil ? 1 : told.date.day ?? 31)
    {
      return (year - 1, "the year before the one told last")
    }
    if isWithinStory(year, month, day) { return (year, "the year told last") }
    // "When the storm had passed last September …, on 12 May": no way back from it.
    let isForward = told.isOfNow && told.date.month != nil
    let step =
      day != nil && (told.date.day != nil || isForward) && !hints.isBack ? 2 : Self.rollOver
    guard let month, let last = told.date.month ?? named, last - month >= step,
      !isBeyondChapter(year + 1, from: year), !isStillAhead(year + 1, month, day, hints)
    else {
      // "This year's holders fly out in August".
      let isThisYear = told.isOfNow && told.isNear && told.date.month == nil
      if let month, let reference, isStillAhead(year, month, day, hints), !isThisYear {
        return (last(month, day, before: reference), "the last before the document's date")
      }
      return (year, "the year told last")
    }
    return (year + 1, "the year after the one told last")
  }

  /// "On Friday, 13 March 2015. … left on 2 May. … was announced on 14 March": soon after the day with which
  /// the story began.
  private func isWithinStory(_ year: Int, _ month: Int?, _ day: Int?) -> Bool {
    guard let opening, let month, let day, let found = Day(year: year, month: month, day: day)
    else { return false }
    return (0...Self.firstDays).contains(found - opening)
  }

  /// So many days are the first of a story.
  private static let firstDays = 31

  /// Behind the document's own day, of which only plans tell.
  private func isStillAhead(_ year: Int, _ month: Int, _ day: Int?, _ hints: Hints) -> Bool {
    guard bearsDate, !hints.isFuture, !hints.isAhead, let reference else { return false }
    return (year, month, day ?? 1) > (reference.year, reference.month, reference.day)
  }

  /// So many months back, a month in a narrative is no flash-back but one of the next year.
  static let rollOver = 6

  /// The year in which such a day lies nearest to the document's date: before it where the verb says
  /// so, after it where plans are told.
  private func nearest(
    _ month: Int, _ day: Int?, _ weekday: Int?, _ reference: Day, _ hints: Hints
  ) -> Int {
    let year = reference.year
    let months = (month - reference.month, reference.month - month)
    if let weekday, let day {
      let match = [year, year + (hints.isFuture ? 1 : -1), year + (hints.isFuture ? -1 : 1)].first {
        Day(year: $0, month: month, day: day)?.weekday == weekday
      }
      if let match { return match }
    }
    let isLater = (month, day ?? reference.day) > (reference.month, reference.day)
    if hints.isFuture || hints.isAhead { return isLater || months.1 <= 1 ? year : year + 1 }
    if mode == .archive || hints.isPast { return isLater ? year - 1 : year }
    if isLater { return months.0 > 6 ? year - 1 : year }
    return months.1 > 6 ? year + 1 : year
  }
}
