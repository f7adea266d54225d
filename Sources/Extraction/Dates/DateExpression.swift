import Chronology

/// Year, month and day as far as the words name them.
struct PartialDate: Equatable {
  var year: Int?
  var month: Int?
  var day: Int?

  /// EDTF, when the year is known; an impossible day falls back to its month.
  var edtf: String? {
    guard let year, year >= 0 else { return nil }
    let y = Self.pad(year, 4)
    guard let month else { return y }
    guard let day, Day(year: year, month: month, day: day) != nil else {
      return "\(y)-\(Self.pad(month, 2))"
    }
    return "\(y)-\(Self.pad(month, 2))-\(Self.pad(day, 2))"
  }

  /// Names a day that its month does not have.
  var isImpossible: Bool {
    guard let month, let day else { return false }
    return day > Day.count(ofMonth: month, year: year ?? 2000)
  }

  static func pad(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

/// What date words say, before a context gives them a value.
enum DateExpression {
  case date(PartialDate)
  case range(PartialDate, PartialDate)
  /// One of two: "1992 or 1993".
  case either(PartialDate, PartialDate)
  /// Season 21…24 of a year.
  case season(Int, year: Int?)
  case winter(Int, Int)
  case span(PartialDate, PartialDate)
  case decade(Int)
  /// A month by its place beside the document's date: "last July".
  case namedMonth(Int, Direction)
  case namedSeason(Int, Direction)
  case monthInYear(Int, anchor: Anchor, offset: Int)
  case year(anchor: Anchor, offset: Int)
  case day(anchor: Anchor, offset: Int)
  case weekday(Int, String?)
  case shift(Int, Unit, anchor: Anchor)
  case sameDay
  case unit(Unit, offset: Int)
  case dayOnly(Int)

  enum Direction { case last, this, next, that, following }
  enum Anchor { case document, told }
  enum Unit: String { case day, week, fortnight, month, year, decade }
}
