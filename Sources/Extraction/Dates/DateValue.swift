import Chronology

/// What an expression means in its context.
struct DateValue: Equatable {
  var start: EDTFDate?
  /// The end of an interval; nil for a single date.
  var end: EDTFDate?
  /// An interval, perhaps without start or end.
  var isInterval = false
  /// The words lean on another date.
  var isRelative = false
  /// Steps in words.
  var notes: [String] = []
  var flags: [String] = []
  /// "early", "late" and the like, which the bounds do not show.
  var part: DatePart?

  init(_ date: EDTFDate, isRelative: Bool = false, note: String? = nil) {
    start = date
    self.isRelative = isRelative
    notes = note.map { [$0] } ?? []
  }

  init(from start: EDTFDate?, to end: EDTFDate?, isRelative: Bool = false, note: String? = nil) {
    self.start = start
    self.end = end
    isInterval = true
    self.isRelative = isRelative
    notes = note.map { [$0] } ?? []
  }

  init(_ day: Day, isRelative: Bool = true, note: String? = nil) {
    self.init(EDTFDate(day), isRelative: isRelative, note: note)
  }

  /// Days from one to another, as one day, a month or a year where they are just that.
  init(days first: Day, _ last: Day, isRelative: Bool = true, note: String? = nil) {
    if first == last {
      self.init(first, isRelative: isRelative, note: note)
    } else {
      self.init(from: EDTFDate(first), to: EDTFDate(last), isRelative: isRelative, note: note)
    }
  }

  /// A year, or so many months that run from one day to the next year's.
  var isOfYear: Bool {
    guard let first, let last else { return false }
    return (360...370).contains(last - first)
  }

  var first: Day? { start?.bounds?.lowerBound }
  var last: Day? { (isInterval ? end : start)?.bounds?.upperBound }

  /// The value as EDTF; nil where an interval would end before it starts.
  var edtf: EDTF? {
    guard isInterval else { return start.flatMap { EDTF($0) } }
    return EDTF(from: start.map { .date($0) } ?? .open, to: end.map { .date($0) } ?? .open)
  }
}

extension EDTFDate {
  init(_ day: Day) {
    let (y, m, d) = day.components
    self.init(year: y, month: m, day: d)
  }

  /// The month that holds a day.
  init(monthOf day: Day) { self.init(year: day.year, month: day.month) }
}
