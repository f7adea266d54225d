import Chronology

/// The dates that yearless and relative words lean on.
struct DateContext {
  /// The document's own day.
  var reference: Day?
  /// How the passage leans.
  var mode = DateReader.Mode.narrative
  /// The year that a heading gives to what follows.
  var headingYear: Int?
  /// The last year of the chapter, as its heading tells: "2008: The army is rebuilt", "The emperor,
  /// 1804–1814". A later one is not of its story.
  var chapterEnd: Int?
  /// The year at the head of the entry, or in the cell that reaches down to it.
  var entryYear: Int?
  /// The document bears its own date: words such as "last week" lean on it. Otherwise, as in a book
  /// of history, its date is known from elsewhere and they lean on the story.
  var bearsDate = true
  /// The last date told.
  private(set) var told: Told?
  /// The last date of all.
  private(set) var named: Told?
  /// The last date that carried the story on; asides are forgotten when their sentence ends.
  private var story: Told?
  /// It is known from an aside alone.
  private var isStoryAside = false
  /// The last date of this block, unless an aside, whether or not the story has come to it.
  private(set) var recent: Told?
  /// The last day told, or the first and the last of several, with month and year.
  private(set) var days: ClosedRange<Day>?
  /// The last day told with its year: with it a story begins.
  private var opening: Day?
  /// The days of what happened on a day, by the noun.
  var occasions = Occasions()
  /// Seasons of the southern hemisphere.
  var isSouthern = false
  /// The first month of fiscal years, where the text says it.
  var fiscalStart: Int?
  /// The year that the text says it covers.
  var reportYear: Int?

  init(reference: Day? = nil) { self.reference = reference }

  /// Yearless words lean on the document's own date.
  var leansOnDocument: Bool { reference != nil && (mode == .news || mode == .archive) }

  /// Words such as "last week" lean on the story, unless that has come to the document's own time.
  var leansOnStory: Bool { !leansOnDocument && !bearsDate && told != nil && !hasComeToNow }

  /// The last date told lies about the document's own.
  var hasComeToNow: Bool {
    guard let reference, let told else { return false }
    return abs(reference - told.last) <= Self.recent
  }

  mutating func beginBlock() {
    beginSentence()
    entryYear = nil
    recent = nil
    told?.isNear = false
    story?.isNear = false
  }

  /// The same, where another date was told last.
  func going(on told: Told) -> DateContext {
    var context = self
    context.told = told
    return context
  }

  /// Leans on the document's own day alone.
  mutating func forget() { told = nil }

  /// Goes back to the story from an aside.
  mutating func beginSentence() {
    story?.opensSentence = false
    story?.isOfSentence = false
    told = story
  }

  /// Goes on with the story behind an aside that is closed: "in 1938 he, who had come in 1933, …".
  mutating func leaveAside() {
    if !isStoryAside, let story { told = story }
  }

  /// In a report, a sentence of the present perfect ends what was told before: "None has been issued".
  mutating func leaveStory() {
    guard mode == .news || bearsDate else { return }
    story?.isNear = false
    told = story
  }

  /// Another section begins.
  mutating func beginSection() {
    opening = nil
    told?.isElsewhere = true
    story?.isElsewhere = true
  }

  /// Whether a date carries the story on.
  private func moves(_ new: Told, _ place: Place) -> Bool {
    if place.isCited { return false }
    // "It is the national university today": from the story to the day on which it is told.
    if mode == .narrative, new.isRelative, !place.isInitial, let story, let reference,
      new.first == reference, reference - story.last > Self.lastYear
    {
      return false
    }
    guard let old = story?.date.year, let year = new.date.year else { return true }
    if mode == .news { return !place.isByTheWay }
    if place.isAside || isBeyondChapter(year, from: old) { return false }
    if isStoryAside { return true }
    // "two years earlier" looks back, unless the sentence begins with it.
    if new.isRelative, year < old, !place.isInitial { return false }
    if year == old || place.isInitial || place.isFirst { return true }
    if new.season != nil, new.isRelative { return false }
    // A month or day named later than all before carries it on, a year alone does not.
    if new.date.month != nil, year > old,
      year < old + Self.leap || new.date.day != nil || bearsDate
    {
      return true
    }
    return year == old + 1 || told?.date.year == year
  }

  /// A year behind the chapter's last, from one within it.
  func isBeyondChapter(_ year: Int, from old: Int) -> Bool {
    chapterEnd.map { year > $0 && old <= $0 } ?? false
  }

  /// Remembers a date that was told.
  mutating func tell(_ value: DateValue, _ place: Place = Place(isFirst: true)) {
    guard let start = value.start ?? value.end, let first = start.bounds?.lowerBound else { return }
    let end = value.isInterval ? value.end ?? start : start
    guard let last = end.bounds?.upperBound, !isMisprint(first) else { return }
    let precision = max(start.precision, end.precision)
    guard precision <= .year else { return }
    if start.precision == .day, end.precision == .day, first <= last { days = first...last }
    if start.precision == .day, !value.isRelative, !place.isAside { opening = first }
    // Where an interval ends in another year, the story goes on from there.
    let date = PartialDate(end.precision <= .month ? last : first)
    // The winter of a story is that about New Year's day.
    let isWinter = value.isRelative && !value.isInterval && start.season == 24
    let new = Told(
      date: PartialDate(
        year: date.year, month: precision <= .season ? isWinter ? 1 : date.month : nil,
        day: precision == .day ? date.day : nil),
      first: first, last: last, season: value.isInterval ? nil : start.season,
      isRelative: value.isRelative,
      isOfNow: value.isRelative && value.notes.contains { $0.hasSuffix("the document's date") },
      opensSentence: place.isInitial && precision == .year && !value.isInterval && !value.isRelative
    )
    if moves(new, place) {
      story = new
      isStoryAside = place.isAside
    }
    recent = place.isAside || place.isCited ? nil : new
    told = new
    named = new
  }

  /// "Since 1 December last year": a story that has come so far goes on from the document's own day.
  mutating func comeToNow(from start: Day?) {
    guard bearsDate, mode == .narrative, let reference, let start,
      (0...Self.lastYear).contains(reference - start)
    else { return }
    comeToNow()
  }

  /// "They have been on sale since 2014, and on 15 January …": the sentence goes on from the document's own
  /// day.
  mutating func comeToNow() {
    guard bearsDate, mode == .narrative, let reference else { return }
    let now = Told(date: PartialDate(reference), first: reference, last: reference)
    (story, told) = (now, now)
  }

  /// Whether the story has come to the document's own day, which nobody has told.
  var isNow: Bool {
    guard let told, let reference, let named else { return false }
    return told.first == reference && told.last == reference && named.first != reference
  }

  private static let lastYear = 730

  /// So far beyond the document's own date, no story goes on.
  private func isMisprint(_ day: Day) -> Bool {
    guard let reference else { return false }
    return day.year > reference.year + DatePlausibility.horizon
  }

  /// The year of a month or day told without one, and how it was found.
  func year(month: Int?, day: Int?, weekday: Int? = nil, _ hints: Hints) -> (Int, String)? {
    if let entryYear, told.map({ !$0.isNear || ($0.date.year ?? 0) <= entryYear }) ?? true {
      return (entryYear, "the year of the entry")
    }
    if let headingYear, mode == .chronology || mode == .list || told == nil {
      return (headingYear, "the year of the heading")
    }
    if let reportYear, !hints.isAhead, !hints.isFuture, isStoryAside || told?.isNear != true {
      return (reportYear, "the year that the text covers")
    }
    if let year = yearOfMonth(month, day, hints) { return (year, "the month told before") }
    if hints.isUntilNow, bearsDate, asksForAhead, let reference, let month {
      let isLater = (month, day ?? 1) > (reference.month, day == nil ? 1 : reference.day)
      return (isLater ? reference.year - 1 : reference.year, "the last before the document's date")
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
    let isLater = (month, day) > (reference.month, reference.day)
    guard
      let lately = Day(year: isLater ? reference.year - 1 : reference.year, month: month, day: day),
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
    let year = reference.year
    let isLater = (month, day ?? 1) > (reference.month, day == nil ? 1 : reference.day)
    if hints.isFuture { return isLater ? year : year + 1 }
    guard let date = Day(year: isLater ? year - 1 : year, month: month, day: day ?? 1),
      reference - date <= Self.recent
    else { return nil }
    return date.year
  }

  /// So many days back, a day without a year needs none.
  private static let recent = 183

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
      return told.last < reference || isThisYear && month < reference.month
        || told.date.month == nil && told.first > reference
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
        let isLater = (month, day ?? 1) > (reference.month, day == nil ? 1 : reference.day)
        return (
          isLater ? reference.year - 1 : reference.year, "the last before the document's date"
        )
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

  /// A story does not leap over so many years.
  private static let leap = 15

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
