import Analytics
import Chronicle
import Chronology

/// Words of the figures. Every sentence is built from counts, so that it is true of them.
enum FigureWords {
  static func name(_ domain: Domain) -> String {
    switch domain {
    case .political: "Political"
    case .defence: "Defence"
    case .economy: "Economy"
    case .energy: "Energy"
    case .transport: "Transport"
    case .education: "Education"
    case .culture: "Culture"
    case .humanitarian: "Humanitarian"
    }
  }

  /// What events of a domain are: "are political", "concern defence".
  static func predicate(_ domain: Domain, many: Bool) -> String {
    switch domain {
    case .political, .humanitarian: (many ? "are " : "is ") + domain.rawValue
    case .economy: many ? "are economic" : "is economic"
    case .culture: many ? "are cultural" : "is cultural"
    default: (many ? "concern " : "concerns ") + domain.rawValue
    }
  }

  static func column(_ column: Column, _ count: Int = 2) -> String {
    switch column {
    case .aggregate: count == 1 ? "total" : "totals"
    case .imprecise: "decade only"
    default: column.rawValue
    }
  }

  /// "a", "a and b", "a, b and c".
  static func list(_ words: [String], _ joint: String = "and") -> String {
    guard let last = words.last else { return "" }
    if words.count == 1 { return last }
    return words.dropLast().joined(separator: ", ") + " \(joint) " + last
  }

  static func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  static func count(_ n: Int, _ one: String, _ many: String) -> String {
    "\(n) " + (n == 1 ? one : many)
  }

  /// The same, without a nought: "no acts".
  static func some(_ n: Int, _ one: String, _ many: String) -> String {
    n == 0 ? "no " + many : count(n, one, many)
  }

  /// "Both", "All 3".
  static func all(_ n: Int) -> String { n == 2 ? "Both" : "All \(n)" }

  /// "(n = 35)", on one line.
  static func of(_ n: Int) -> String { "(n\u{A0}=\u{A0}\(n))" }

  /// Small numbers as words.
  static func number(_ n: Int) -> String {
    let words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    return words.indices.contains(n) ? words[n] : "\(n)"
  }

  /// Stretches of time by their months.
  static let stretches = [
    3: "quarter", 6: "half-year", 12: "year", 24: "two years", 60: "five years", 120: "ten years",
    300: "25 years", 600: "50 years", 1200: "century", 2400: "two centuries",
  ]

  static func years(_ years: ClosedRange<Int>) -> String {
    years.count == 1 ? "\(years.lowerBound)" : "\(years.lowerBound)–\(years.upperBound)"
  }

  /// One line without breaks or control characters.
  static func line(_ text: String) -> String {
    let spaced =
      text.utf8.contains { $0 < 32 || $0 == 127 } || text.utf8.first == 0x20
      || text.utf8.last == 0x20 || text.contains("  ")
    guard spaced else { return text }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.value < 32 || $0.value == 127 ? " " : $0 })
    ).split(separator: " ").joined(separator: " ")
  }

  /// What holds outcomes: "visit", "meeting", "occasion".
  static func occasion(_ event: Event) -> String {
    switch event.content.type {
    case .visit: "visit"
    case .meeting: "meeting"
    default: "occasion"
    }
  }
}

/// Dates as people write them.
enum FigureDates {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let seasons = ["spring", "summer", "autumn", "winter"]

  static func month(_ year: Int, _ month: Int) -> String { "\(months[month - 1]) \(year)" }

  static func words(_ day: Day, short: Bool = false) -> String {
    let parts = day.components
    let month = months[parts.month - 1]
    return "\(parts.day) \(short ? String(month.prefix(3)) : month) \(parts.year)"
  }

  static func words(_ date: EDTF, ongoing: Bool = false) -> String {
    let text = plain(date, ongoing: ongoing)
    if date.isApproximate { return "about " + text }
    return date.isUncertain ? "perhaps " + text : text
  }

  private static func plain(_ date: EDTF, ongoing: Bool) -> String {
    if date.isOpenEnd, let first = date.earliest {
      let from = part(String(date.description.split(separator: "/")[0]), first)
      return ongoing ? "since " + from : from + " or later"
    }
    if date.isOpenStart, let last = date.latest {
      return part(String(date.description.split(separator: "/").last ?? ""), last) + " or earlier"
    }
    guard let first = date.earliest, let last = date.latest else { return date.description }
    guard date.isInterval else { return part(date.description, first) }
    let sides = date.description.split(separator: "/").map(String.init)
    let a = first.components
    let b = last.components
    if date.precision == .day, a.year == b.year {
      return a.month == b.month
        ? "\(a.day)–\(b.day) \(months[a.month - 1]) \(a.year)"
        : "\(a.day) \(months[a.month - 1]) – " + words(last)
    }
    if date.precision == .year {
      return a.year + 1 == b.year && !ongoing ? "\(a.year) or \(b.year)" : "\(a.year)–\(b.year)"
    }
    return part(sides[0], first) + " – " + part(sides[1], last)
  }

  private static func part(_ text: String, _ first: Day) -> String {
    let core = text.filter { !"~?%".contains($0) }
    let fields = core.split(separator: "-")
    guard fields.count > 1, let month = Int(fields[1]) else {
      return core.hasSuffix("XX")
        ? "the \(first.year / 100 + 1)th century"
        : core.hasSuffix("X") ? "the \(first.year)s" : String(core)
    }
    if month > 12 { return "\(seasons[(month - 21) % 4]) \(fields[0])" }
    return fields.count == 2 ? "\(months[month - 1]) \(fields[0])" : words(first)
  }
}
