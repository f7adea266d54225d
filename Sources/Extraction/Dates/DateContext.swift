import Chronology

/// The dates that yearless and relative words lean on.
struct DateContext {
  /// The document's own day.
  var reference: Day?
  /// The year that a heading gives to what follows.
  var headingYear: Int?
  /// The last date told, from coarse to fine.
  var told: PartialDate?
  /// End of the last interval told, for "two days later".
  var toldDay: Day?
  /// Reads an entry of a chronology: a heading's year holds whatever was told since.
  var isEntry = false
  /// Dates of the words "on Monday": a report about its own week.
  var isNews = false

  /// A value with how it was found.
  struct Resolved {
    var edtf: String
    var isRelative: Bool
    var note: String?
    var isImpossible = false
  }

  func resolve(_ expression: DateExpression, future: Bool) -> Resolved? {
    switch expression {
    case .date(let date): return resolve(date, future)
    case .range(let a, let b), .span(let a, let b):
      if a.year != nil { return interval(a, b, false, nil) }
      guard let year = year(month: a.month, day: a.day, future) else { return nil }
      var start = a
      var end = b
      start.year = year.0
      end.year = year.0
      if let x = a.month, let y = b.month, x > y { end.year = year.0 + 1 }
      return interval(start, end, true, year.1)
    case .either(let a, let b): return interval(a, b, false, nil)
    case .season(let s, let year):
      guard let year = year ?? told?.year ?? headingYear else { return nil }
      return Resolved(edtf: "\(PartialDate.pad(year, 4))-\(s)", isRelative: false)
    case .winter(let a, let b):
      return Resolved(edtf: "\(a)-12/\(b)-02", isRelative: false)
    case .decade(let decade):
      return Resolved(edtf: "\(PartialDate.pad(decade, 3))X", isRelative: false)
    default: return RelativeDates(context: self).resolve(expression)
    }
  }

  private func resolve(_ date: PartialDate, _ future: Bool) -> Resolved? {
    var date = date
    if date.year == nil {
      guard let (year, note) = year(month: date.month, day: date.day, future) else { return nil }
      date.year = year
      guard let edtf = date.edtf else { return nil }
      return Resolved(edtf: edtf, isRelative: true, note: note, isImpossible: date.isImpossible)
    }
    guard let edtf = date.edtf else { return nil }
    return Resolved(edtf: edtf, isRelative: false, isImpossible: date.isImpossible)
  }

  private func interval(_ a: PartialDate, _ b: PartialDate, _ relative: Bool, _ note: String?)
    -> Resolved?
  {
    guard let start = a.edtf, let end = b.edtf else { return nil }
    let text = start == end ? start : "\(start)/\(end)"
    guard EDTF(text) != nil else { return nil }
    return Resolved(
      edtf: text, isRelative: relative, note: note,
      isImpossible: a.isImpossible || b.isImpossible)
  }

  /// The year of a month or day told without one.
  func year(month: Int?, day: Int?, _ future: Bool) -> (Int, String)? {
    if let headingYear, told?.year == nil || isEntry {
      return (headingYear, "the year of the heading")
    }
    if isNews || future || told?.year == nil, let reference {
      return (
        nearest(month ?? reference.month, day, reference, future), "nearest the document's date"
      )
    }
    guard let told, let year = told.year else { return nil }
    guard let month, let last = told.month, last - month >= Self.rollOver else {
      return (year, "the year told last")
    }
    return (year + 1, "the year after the one told last")
  }

  /// So many months back, a month in a narrative is no flash-back but one of the next year.
  static let rollOver = 6

  /// The last such month before the document's date, or the next after it.
  func nearest(_ month: Int, _ day: Int?, _ reference: Day, _ future: Bool) -> Int {
    let year = reference.year
    let first = Day(year: year, month: month, day: min(day ?? 1, 28))
    guard let first else { return year }
    if future { return first < Day(number: reference.number - 31) ? year + 1 : year }
    return first > reference ? year - 1 : year
  }

  /// Remembers a date that was told.
  mutating func tell(_ value: EDTF) {
    guard let first = value.earliest ?? value.latest else { return }
    let precision = value.precision
    told = PartialDate(
      year: first.year, month: precision <= .month ? first.month : nil,
      day: precision == .day ? first.day : nil)
    toldDay = precision == .day ? (value.latest ?? first) : nil
  }
}
