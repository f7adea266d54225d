import Analytics
import Chronicle
import Chronology

/// Words of the figures in a language. Every sentence is built from counts, so that it is true of them.
struct FigureWords {
  let say: Language

  func name(_ domain: Domain) -> String { say.capitalised(lower(domain)) }

  /// Within a sentence: "political".
  func lower(_ domain: Domain) -> String {
    say.word(.domain, domain.rawValue) ?? domain.rawValue
  }

  /// What events of a domain are: "are political", "concern defence".
  func predicate(_ domain: Domain, many: Bool) -> String {
    say.word(many ? .domainAre : .domainOne, domain.rawValue) ?? domain.rawValue
  }

  func column(_ column: Column, _ count: Int = 2) -> String {
    let name = column == .aggregate && count == 1 ? "aggregate-one" : column.rawValue
    return say.word(.figColumn, name) ?? column.rawValue
  }

  /// "16 undated", "1 total".
  func count(_ n: Int, _ column: Column) -> String { "\(n) " + self.column(column, n) }

  /// "political 3", of several parted by commas.
  func counts(_ parts: [(domain: Domain, count: Int)]) -> String {
    series(parts.map { "\(lower($0.domain)) \($0.count)" })
  }

  /// "a", "a and b", "a, b and c".
  func list(_ words: [String], or: Bool = false) -> String {
    words.isEmpty ? "" : say.list(words, or: or)
  }

  /// Parted by commas.
  func series(_ words: [String]) -> String { words.joined(separator: say.string(.comma)) }

  /// "a; b".
  func clauses(_ a: String, _ b: String) -> String { say.string(.figClauses, ["a": a, "b": b]) }

  /// As many as there are, without a nought: "no acts".
  func acts(_ n: Int) -> String { n == 0 ? say.string(.figNoActs) : say.string(.figActs, ["n": n]) }

  /// "Both", "All 3".
  func all(_ n: Int) -> String {
    n == 2 ? say.string(.figBoth) : say.string(.figAll, ["n": n])
  }

  /// "(n = 35)", on one line.
  func of(_ n: Int) -> String { say.string(.figOf, ["n": n]) }

  /// Small numbers as words.
  func number(_ n: Int) -> String { say.word(.number, "\(n)") ?? "\(n)" }

  /// Stretches of time, by their months.
  static let stretches = [3, 6, 12, 24, 60, 120, 300, 600, 1200, 2400]

  func stretch(_ months: Int) -> String { say.word(.stretch, "\(months)") ?? "" }

  static func years(_ years: ClosedRange<Int>) -> String {
    years.count == 1 ? "\(years.lowerBound)" : "\(years.lowerBound)–\(years.upperBound)"
  }

  /// Years, in the steps of their bins.
  func years(_ years: ClosedRange<Int>, step: Int) -> String {
    let words = FigureWords.years(years)
    return step == 1 ? words : say.string(.figSteps, ["words": words, "n": step])
  }

  /// A headline or sentence of the documents, on one line and in its own direction.
  func told(_ text: String) -> String { say.isolated(FigureWords.line(text)) }

  /// One line without breaks or control characters.
  static func line(_ text: String) -> String {
    // A space at the beginning counts as a second one.
    var before: UInt8 = 0x20
    let isSpaced =
      text.utf8.contains { byte in
        defer { before = byte }
        return byte < 32 || byte == 127 || byte == 0x20 && before == 0x20
      } || text.utf8.last == 0x20
    guard isSpaced else { return text }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.value < 32 || $0.value == 127 ? " " : $0 })
    ).split(separator: " ").joined(separator: " ")
  }

  /// What holds outcomes: "visit", "meeting", "occasion".
  func occasion(_ event: Event) -> String {
    let name =
      switch event.content.type {
      case .visit: "visit"
      case .meeting: "meeting"
      default: "occasion"
      }
    return say.word(.occasion, name) ?? name
  }
}

/// Dates as people write them, in a language.
struct FigureDates {
  let say: Language

  func month(_ year: Int, _ month: Int) -> String {
    say.string(.dateMonth, ["month": name(month), "year": year]).loosened
  }

  private func name(_ month: Int) -> String { say.word(.month, "\(month)") ?? "" }

  func words(_ day: Day, short: Bool = false) -> String {
    let parts = day.components
    let month = name(parts.month)
    return say.string(
      .dateDay,
      [
        "day": parts.day, "month": short && !say.isRightToLeft ? String(month.prefix(3)) : month,
        "year": parts.year,
      ]
    ).loosened
  }

  func words(_ date: EDTF, ongoing: Bool = false) -> String {
    let text = plain(date, ongoing: ongoing)
    if date.isApproximate { return say.string(.dateAbout, ["date": text]) }
    return date.isUncertain ? say.string(.datePerhaps, ["date": text]) : text
  }

  private func plain(_ date: EDTF, ongoing: Bool) -> String {
    switch date.form {
    case .date(let date): return words(date)
    case .interval(.date(let from), .date(let to)):
      return interval(from, to, date.precision, ongoing)
    case .interval(.date(let from), _):
      return say.string(ongoing ? .dateSince : .dateOrLater, ["date": words(from)])
    case .interval(_, .date(let to)): return say.string(.figOrEarlier, ["date": words(to)])
    case .interval, .set: return date.description
    }
  }

  private func interval(
    _ from: EDTFDate, _ to: EDTFDate, _ precision: Precision, _ ongoing: Bool
  ) -> String {
    guard let first = from.bounds?.lowerBound, let last = to.bounds?.upperBound else {
      return from.description + "/" + to.description
    }
    let (a, b) = (first.components, last.components)
    if precision == .day, a.year == b.year {
      if a.month == b.month {
        return say.string(
          .dateDay, ["day": "\(a.day)–\(b.day)", "month": name(a.month), "year": a.year]
        ).loosened
      }
      return say.string(.dateYearless, ["day": a.day, "month": name(a.month)]).loosened + " – "
        + words(last)
    }
    if precision == .year {
      return a.year + 1 == b.year && !ongoing
        ? say.string(.dateYearOr, ["a": a.year, "b": b.year]) : "\(a.year)–\(b.year)"
    }
    return words(from) + " – " + words(to)
  }

  private func words(_ date: EDTFDate) -> String {
    guard let bounds = date.bounds else { return date.description }
    let (first, last) = (bounds.lowerBound.components, bounds.upperBound.components)
    switch date.precision {
    case .day: return words(bounds.lowerBound)
    case .month: return month(first.year, first.month)
    case .season:
      guard let season = date.season.flatMap(say.season) else {
        return say.string(
          .dateMonths, ["a": name(first.month), "b": name(last.month), "year": first.year]
        ).loosened
      }
      return say.string(.dateMonth, ["month": season, "year": first.year]).loosened
    case .year: return "\(first.year)"
    case .decade: return say.string(.figDecade, ["year": first.year])
    default: return say.string(.figCentury, ["n": first.year / 100 + 1])
    }
  }
}
