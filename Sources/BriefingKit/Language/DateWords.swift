import Chronicle
import Chronology

/// Dates in the words of a language.
struct DateWords {
  let language: Language

  /// How a year is printed: its digits, or the source's in quotation marks.
  private typealias YearText = (Int) -> String
  private static func digits(_ year: Int) -> String { String(year) }

  func month(_ day: Day) -> String { month(day, Self.digits) }

  func shortMonth(_ day: Day) -> String {
    language.string(.dateMonth, ["month": shortName(day), "year": day.year])
  }

  func words(_ day: Day) -> String { words(day, Self.digits) }

  func shortWords(_ day: Day) -> String {
    language.string(.dateDay, ["day": day.day, "month": shortName(day), "year": day.year])
  }

  /// The date at which an event is drawn; where another is proposed, with the source's year in
  /// quotation marks: `26–27 April “2106”`.
  func words(_ event: Event) -> String {
    let content = event.content
    guard let date = content.date else { return language.string(.undated) }
    let lasts = content.status == .ongoing || content.isAggregate
    guard content.proposedDate != nil else { return words(date, lasting: lasts) }
    return words(date, lasting: lasts) { Quotation.marked(String($0)) }
  }

  /// `2016 proposed`: the proposed date, as far as it differs.
  func proposal(_ event: Event) -> String? {
    guard let proposed = event.content.proposedDate?.date else { return nil }
    var new = words(proposed)
    if let old = event.content.date, let year = proposed.earliest?.year,
      words(old, year: { _ in "#" }) == words(proposed, year: { _ in "#" })
    {
      new = String(year)
    }
    return language.string(.dateProposed, ["date": new])
  }

  /// The year that a doubtful date prints and the one proposed, where nothing else differs, with the
  /// words of the date without its year.
  func misprint(_ event: Event) -> (date: String, printed: String, proposed: String)? {
    guard let date = event.content.date, let proposed = event.content.proposedDate?.date,
      let old = date.earliest?.year, let new = proposed.earliest?.year,
      words(date, year: { _ in "#" }) == words(proposed, year: { _ in "#" }),
      let dayAndMonth = yearless(date)
    else { return nil }
    return (dayAndMonth, String(old), String(new))
  }

  /// `26–27 April`; nil for other than days of one month.
  private func yearless(_ date: EDTF) -> String? {
    guard date.precision == .day, let from = date.earliest, let to = date.latest,
      from.month == to.month, from.year == to.year
    else { return nil }
    let days = from == to ? "\(from.day)" : "\(from.day)–\(to.day)"
    return language.string(.dateYearless, ["day": days, "month": name(from)])
  }

  /// A date; `lasting` says that it is a time through which something went on.
  func words(_ date: EDTF, lasting: Bool = false) -> String {
    words(date, lasting: lasting, year: Self.digits)
  }

  /// With its preposition: `on 21 January 2016`, `in June 1992`, `by 1996`.
  func when(_ event: Event) -> String {
    guard let date = event.content.date else { return language.string(.whenUntold) }
    let words = words(event)
    let lasts = event.content.status == .ongoing || event.content.isAggregate
    let isHedged = date.isApproximate || date.isUncertain || date.isOpenStart
    if isHedged || lasts && date.isOpenEnd { return words }
    if date.isInterval && date.precision == .year && !date.isOpenEnd,
      let a = date.earliest?.year, let b = date.latest?.year, b > a + 1
    {
      return words
    }
    return language.string(date.precision == .day ? .whenOn : .whenIn, ["date": words])
  }

  /// The same with the month of days that lie in one: `in March 2015`.
  func whenInMonth(_ event: Event) -> String {
    guard let date = event.content.date, event.content.proposedDate == nil,
      date.precision == .day, !date.isApproximate, !date.isUncertain,
      let first = date.earliest, let last = date.latest,
      (first.year, first.month) == (last.year, last.month)
    else { return when(event) }
    return language.string(.whenIn, ["date": month(first)])
  }

  // MARK: Forms

  private func words(_ date: EDTF, lasting: Bool = false, year: YearText) -> String {
    let bare = bare(date, lasting, year)
    if date.isApproximate { return language.string(.dateAbout, ["date": bare]) }
    return date.isUncertain ? language.string(.datePerhaps, ["date": bare]) : bare
  }

  private func bare(_ date: EDTF, _ lasting: Bool, _ year: YearText) -> String {
    switch date.form {
    case .date(let date): single(date, year)
    case .interval(.date(let from), .date(let to)): interval(from, to, lasting, year)
    case .interval(.date(let from), _):
      language.string(lasting ? .dateSince : .dateOrLater, ["date": single(from, year)])
    case .interval(_, .date(let to)): language.string(.dateBy, ["date": single(to, year)])
    case .interval, .set: date.description
    }
  }

  private func single(_ date: EDTFDate, _ year: YearText) -> String {
    guard let first = date.bounds?.lowerBound, let last = date.bounds?.upperBound else {
      return date.description
    }
    switch date.precision {
    case .day: return words(first, year)
    case .month: return month(first, year)
    case .season:
      guard let name = date.season.flatMap(language.season) else {
        return month(first, year)
      }
      return language.string(.dateMonth, ["month": name, "year": year(first.year)])
    case .year: return year(first.year)
    case .decade: return language.string(.dateDecade, ["year": year(first.year)])
    default: return "\(year(first.year))–\(year(last.year))"
    }
  }

  private func interval(
    _ from: EDTFDate, _ to: EDTFDate, _ lasting: Bool, _ year: YearText
  ) -> String {
    guard let a = from.bounds?.lowerBound, let b = to.bounds?.lowerBound else {
      return "\(from)–\(to)"
    }
    if from.precision == .day && to.precision == .day && a.year == b.year {
      if a.month == b.month {
        return language.string(
          .dateDay, ["day": "\(a.day)–\(b.day)", "month": name(a), "year": year(b.year)])
      }
      return language.string(
        .dateDays,
        [
          "day": a.day, "month": name(a), "lastDay": b.day, "lastMonth": name(b),
          "year": year(b.year),
        ])
    }
    if from.precision == .year && to.precision == .year {
      let years: Fillings = ["a": year(a.year), "b": year(b.year)]
      if lasting { return language.string(.dateYears, years) }
      return language.string(b.year == a.year + 1 ? .dateYearOr : .dateBetween, years)
    }
    if from.precision == .month && to.precision == .month && a.year == b.year {
      return language.string(.dateMonths, ["a": name(a), "b": name(b), "year": year(b.year)])
    }
    return language.string(.dateSpan, ["a": single(from, year), "b": single(to, year)])
  }

  private func month(_ day: Day, _ year: YearText) -> String {
    language.string(.dateMonth, ["month": name(day), "year": year(day.year)])
  }

  private func words(_ day: Day, _ year: YearText) -> String {
    language.string(.dateDay, ["day": day.day, "month": name(day), "year": year(day.year)])
  }

  private func name(_ day: Day) -> String { language.word(.month, "\(day.month)") ?? "" }
  private func shortName(_ day: Day) -> String { language.word(.monthShort, "\(day.month)") ?? "" }
}

extension String {
  /// With no-break spaces.
  var glued: String {
    guard utf8.contains(0x20) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.map { $0 == " " ? "\u{A0}" : $0 }))
  }

  /// With plain spaces, for what is no print.
  var loosened: String {
    guard utf8.contains(0xC2) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\u{A0}" ? " " : $0 }))
  }
}
