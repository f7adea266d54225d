import Chronology
import Prose

/// Year, month and day as far as words name them.
struct PartialDate: Equatable, Sendable {
  private var yearPart = Part()
  private var monthPart = Part()
  private var dayPart = Part()
  private var weekdayPart = Part()

  /// A number that may be missing, in little room: dates are copied often.
  private struct Part: Equatable {
    private var number = Int32.min

    var value: Int? {
      get { number == .min ? nil : Int(number) }
      set { number = newValue.map { Int32(clamping: $0) } ?? .min }
    }
  }

  /// Astronomical: 0 is 1 BC.
  var year: Int? {
    get { yearPart.value }
    set { yearPart.value = newValue }
  }
  var month: Int? {
    get { monthPart.value }
    set { monthPart.value = newValue }
  }
  var day: Int? {
    get { dayPart.value }
    set { dayPart.value = newValue }
  }
  /// 1 Monday … 7 Sunday, where the words name it beside the date.
  var weekday: Int? {
    get { weekdayPart.value }
    set { weekdayPart.value = newValue }
  }

  /// The date in EDTF, when the year is known; an impossible day falls back to its month.
  var date: EDTFDate? {
    guard let year else { return nil }
    guard let month else { return EDTFDate(year: year) }
    guard let day, !isImpossible else { return EDTFDate(year: year, month: month) }
    return EDTFDate(year: year, month: month, day: day)
  }

  /// EDTF, when the year is known.
  var edtf: String? { date?.description }

  /// Names a day that its month does not have.
  var isImpossible: Bool {
    guard let month, let day else { return false }
    return !(1...12).contains(month) || day < 1
      || day > Day.count(ofMonth: month, year: year ?? 2000)
  }

  init(year: Int? = nil, month: Int? = nil, day: Int? = nil, weekday: Int? = nil) {
    self.year = year
    self.month = month
    self.day = day
    self.weekday = weekday
  }

  init(_ day: Day) {
    let (y, m, d) = day.components
    self.init(year: y, month: m, day: d)
  }
}

/// What date words say, before a context gives them a value.
enum DateExpression: Equatable, Sendable {
  case calendar(PartialDate)
  /// Season 21…24.
  case season(Int, year: Int?)
  /// 199 is 1990 to 1999.
  case decade(Int)
  /// 60 is the sixties of a century that the context gives.
  case decadeOfCentury(Int)
  /// 18 is 1800 to 1899, -2 is -0299 to -0200.
  case century(Int)
  /// "this week", "last year", "the following month".
  case unit(DateUnit, Int, DateAnchor)
  case weekday(Int, DateDirection)
  /// "last July", "that December": a month or season by its place beside another date.
  case named(Named, DateDirection)
  /// "two years later", "a year and two months ago".
  case shift([Amount], DateAnchor)
  /// "the last three months": negative amounts end at the anchor, others begin there.
  case span([Amount], DateAnchor)
  /// "within three days": from the anchor's day on.
  case during([Amount], DateAnchor)
  /// "in the weeks that followed": from the month told last.
  case aftermath(DateUnit)
  /// "on its second evening": a day of the days told last.
  case dayOfStay(Int)
  /// "the day after his arrival": days from the first of the days told last.
  case arrival(offset: Int)
  /// "in the same month of 2018": the month or day told last, in another year.
  case inYear(Int, DateUnit, DateAnchor)
  /// "in the afternoon": of a day told just before.
  case dayTold
  /// "the 28th".
  case dayOfMonth(Int, weekday: Int?)
  /// "first quarter", "last week", "third month" of a longer time.
  indirect case sub(DateUnit, Int, count: Int, of: DateExpression)
  /// A month, day, season or part of a year that another date places.
  indirect case within(DateExpression, DateExpression)
  indirect case part(DatePart, DateExpression)
  indirect case range(DateExpression, DateExpression)
  /// One of two: "1992 or 1993".
  indirect case either(DateExpression, DateExpression)
  /// "May 1992 or June 1993?": the first, as uncertain.
  indirect case uncertain(DateExpression)
  case feast(Feast, year: Int?)
  case foreign(ForeignDate)
  /// By its number; by that of the year in which it begins, where it is told by two.
  case fiscalYear(Int, isFirst: Bool = false)
  /// What leans on the date told last leans on another: "the first winter of independence".
  indirect case beside(DateExpression, DateAnchor)
  /// The first, where it has a value.
  indirect case orElse(DateExpression, DateExpression)
  /// So many years of study, the offset from the one that runs.
  case academicYears(Int, offset: Int)
  /// The week that holds a date.
  indirect case weekOf(DateExpression)
  /// The week of a number in a year.
  case weekNumber(Int, year: Int?)
  /// "a day in 1872".
  indirect case unspecified(DateUnit, DateExpression)
  /// "2012 or later".
  indirect case from(DateExpression)
  /// "2012 or earlier".
  indirect case upTo(DateExpression)
  /// Another calendar's date with what it is in ours: "6 Poush 2072 (21 December 2015)".
  indirect case gloss(DateExpression, DateExpression)

  enum Named: Equatable, Sendable {
    case month(Int)
    case season(Int)
    case day(month: Int, day: Int)
  }

  struct Amount: Equatable, Sendable {
    var count: Int
    var unit: DateUnit
  }
}

/// Units of time.
enum DateUnit: String, Equatable, Sendable {
  case day, weekend, week, fortnight, month, quarter, half, year, decade, century

  /// So many days or months.
  var days: Int? {
    switch self {
    case .day: 1
    case .week, .weekend: 7
    case .fortnight: 14
    default: nil
    }
  }
  var months: Int? {
    switch self {
    case .month: 1
    case .quarter: 3
    case .half: 6
    case .year: 12
    case .decade: 120
    case .century: 1200
    default: nil
    }
  }
}

extension DateUnit {
  /// Of what it is named a half or a quarter, so many make the whole.
  var parts: Int? {
    switch self {
    case .half: 2
    case .quarter: 4
    default: nil
    }
  }
}

/// What relative words lean on.
enum DateAnchor: Equatable, Sendable {
  /// The document's own day.
  case document
  /// The date told last.
  case told
  /// The date named last, told or beside the story.
  case named
  /// The day told last, if it lies within a week of the document's own, else that.
  case near
  /// Whichever the passage leans on.
  case passage
  indirect case date(DateExpression)
  /// The day of what was told before by its noun: "on the afternoon of the summit".
  case occasion(WordKey)
}

/// Where a named day, month or season lies beside its anchor.
enum DateDirection: String, Equatable, Sendable {
  case last, this, next, following, previous, that, none
  /// "Saturday week": the one after the next.
  case week
}

/// A part of a longer time that has no exact bounds.
enum DatePart: String, Equatable, Sendable {
  case early, mid, late, start, end
}
