import Chronology

/// The dates that yearless and relative words lean on.
struct DateContext {
  /// The document's own day.
  var reference: Day?
  /// How the passage leans.
  var mode = DateReader.Mode.narrative
  /// The year that a heading gives to what follows.
  var headingYear: Int?
  /// The section is one of plans, as its heading says: "Dates to watch", "Upcoming visits".
  var isOfPlans = false
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
  private(set) var isStoryAside = false
  /// The last date of this block, unless an aside, whether or not the story has come to it.
  private(set) var recent: Told?
  /// The last day told, or the first and the last of several, with month and year.
  private(set) var days: ClosedRange<Day>?
  /// The last day told with its year: with it a story begins.
  private(set) var opening: Day?
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
    // From the document's own day, which nobody has told, back to a day that is told in full.
    if !new.isRelative, new.date.day != nil, !place.isAside, let reference,
      story?.first == reference, story?.last == reference
    {
      return true
    }
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

  /// A story does not leap over so many years.
  private static let leap = 15
}
