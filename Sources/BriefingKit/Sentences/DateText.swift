import Chronicle
import Chronology

/// Dates in British words.
enum DateText {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let short = [
    "Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
  ]

  static func month(_ day: Day) -> String { "\(months[day.month - 1]) \(day.year)" }

  static func shortMonth(_ day: Day) -> String { "\(short[day.month - 1]) \(day.year)" }

  static func words(_ day: Day) -> String { "\(day.day) \(month(day))" }

  static func shortWords(_ day: Day) -> String { "\(day.day) \(shortMonth(day))" }

  /// The date at which an event is drawn; where it is proposed, with the source's year in marks:
  /// `26–27 April “2106”`.
  static func words(_ event: Event) -> String {
    let content = event.content
    guard let date = content.date else { return "undated" }
    let lasts = content.status == .ongoing || content.isAggregate
    let words = words(date, lasting: lasts)
    guard content.proposedDate != nil, let year = date.earliest?.year ?? date.latest?.year else {
      return words
    }
    let digits = String(year)
    return words.hasSuffix(digits)
      ? String(words.dropLast(digits.count)) + "“\(digits)”" : "“\(words)”"
  }

  /// `2016 proposed`, the proposed date as far as it differs.
  static func proposal(_ event: Event) -> String? {
    guard let proposed = event.content.proposedDate?.date else { return nil }
    let new = words(proposed)
    guard let old = event.content.date.map({ words($0) }), old.count > 4, new.count > 4,
      old.dropLast(4) == new.dropLast(4)
    else { return "\(new) proposed" }
    return "\(new.suffix(4)) proposed"
  }

  /// A date; `lasting` says that it is a time through which something went on.
  static func words(_ date: EDTF, lasting: Bool = false) -> String {
    let hedge = date.isApproximate ? "about " : date.isUncertain ? "perhaps " : ""
    return hedge + bare(date, lasting)
  }

  private static func bare(_ date: EDTF, _ lasting: Bool) -> String {
    let sides = date.description.split(separator: "/", omittingEmptySubsequences: false)
      .map { EDTF(String($0)) }
    guard date.isInterval, sides.count == 2 else { return single(date) }
    switch (sides[0], sides[1]) {
    case (let from?, nil): return lasting ? "since \(single(from))" : "\(single(from)) or later"
    case (nil, let to?): return "by \(single(to))"
    case (let from?, let to?): return interval(from, to, lasting)
    default: return date.description
    }
  }

  private static func single(_ date: EDTF) -> String {
    guard let first = date.earliest, let last = date.latest else { return date.description }
    switch date.precision {
    case .day: return words(first)
    case .month: return month(first)
    case .season: return season(date.description, first)
    case .year: return String(first.year)
    case .decade: return "\(first.year)s"
    default: return "\(first.year)–\(last.year)"
    }
  }

  private static func season(_ text: String, _ first: Day) -> String {
    let code = text.dropFirst(5).prefix(2)
    let names = ["21": "spring", "22": "summer", "23": "autumn", "24": "winter"]
    guard let name = names[String(code)] else { return month(first) }
    return "\(name) \(first.year)"
  }

  private static func interval(_ from: EDTF, _ to: EDTF, _ lasting: Bool) -> String {
    guard let a = from.earliest, let b = to.earliest else { return "\(from)–\(to)" }
    if from.precision == .day && to.precision == .day {
      if a.year == b.year && a.month == b.month { return "\(a.day)–\(b.day) \(month(b))" }
      if a.year == b.year { return "\(a.day) \(months[a.month - 1]) – \(words(b))" }
      return "\(words(a)) – \(words(b))"
    }
    if from.precision == .year && to.precision == .year {
      if lasting { return "\(a.year)–\(b.year)" }
      return b.year == a.year + 1 ? "\(a.year) or \(b.year)" : "between \(a.year) and \(b.year)"
    }
    if from.precision == .month && to.precision == .month && a.year == b.year {
      return "\(months[a.month - 1])–\(month(b))"
    }
    return "\(single(from)) – \(single(to))"
  }
}

extension String {
  /// With no-break spaces.
  var glued: String { String(map { $0 == " " ? "\u{A0}" : $0 }) }

  /// A date whose day stays with its month and whose month stays with its year, where that leaves a
  /// place to break.
  var gluedDate: String {
    let words = split(separator: " ", omittingEmptySubsequences: false)
    guard words.count > 1 else { return self }
    var result = String(words[0])
    for index in words.indices.dropFirst() {
      let isYear = words[index].first?.isNumber == true && words[index].count >= 4
      let afterMonth = words[index - 1].first?.isUppercase == true
      let hasDay = index > 1 && words[index - 2].first?.isNumber == true
      let isMonth = words[index].first?.isUppercase == true
      let afterDay = words[index - 1].first?.isNumber == true
      let keeps = isYear && afterMonth && !hasDay || isMonth && afterDay
      result += (keeps ? "\u{A0}" : " ") + words[index]
    }
    return result
  }
}
