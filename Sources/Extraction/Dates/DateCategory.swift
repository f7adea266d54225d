/// The classes that time rules may name with "@".
enum DateCategory: Int, CaseIterable {
  // Numbers: 1…31, 1…12, 1000…2199, 2200…2999, 1…2999, two or four digits, two digits, one, one to three.
  case day, monthnumber, year, lateyear, anyyear, yearend, twodigits, onedigit, digits
  // Words of `lexicon/time.tsv`; "any" takes those, too, that need a capital elsewhere.
  case month, misspelt, anymonth, weekday, anyweekday, season, part, unit, small, tens, nth, roman,
    smallroman, romannth
  case decadeword, feast, era, reign, hijri, bikram, persian, ethiopian, republican, mark
  /// States with southern seasons.
  case south
  /// What happens on a day of which a text speaks again: a summit, an earthquake.
  case occasion
  /// A word with a capital that no rule knows.
  case name
  // Dates that were found: all, without a year, years, days, months, those that lean on others,
  // weekdays, those of other calendars.
  case date, yearless, yearly, daily, monthly, relative, weekly, foreign

  /// In the order of their numbers.
  static let numbered = allCases

  /// Their numbers, by the names that rules and the table use.
  static let numbers: [String: Int] = {
    var result: [String: Int] = [:]
    for category in allCases { result["\(category)"] = category.rawValue }
    return result
  }()

  init?(name: some StringProtocol) {
    guard let number = Self.numbers[String(name)] else { return nil }
    self.init(rawValue: number)
  }

  var number: Int { rawValue }

  /// Whether a run of digits belongs to it.
  func contains(_ value: Int, digits: Int) -> Bool {
    switch self {
    case .day: digits <= 2 && (1...31).contains(value)
    case .monthnumber: digits <= 2 && (1...12).contains(value)
    case .year: digits == 4 && (1000...2199).contains(value)
    case .lateyear: digits == 4 && (2200...2999).contains(value)
    case .anyyear: digits <= 4 && (1...2999).contains(value)
    case .yearend: digits == 2 || digits == 4 && (1000...2199).contains(value)
    case .twodigits: digits == 2
    case .onedigit: digits == 1 && value > 0
    case .digits: digits <= 3
    default: false
    }
  }

  /// The numbers at which ``contains(_:digits:)`` changes for some category, in order, with 0.
  static let numberBounds = [0, 1, 13, 32, 1000, 2200, 3000]

  /// The table's class whose words it takes, when that is another.
  var source: DateCategory {
    switch self {
    case .anymonth: .month
    case .anyweekday: .weekday
    default: self
    }
  }

  /// Whether words that need a capital elsewhere do without here.
  var takesAnyCase: Bool { self == .anymonth || self == .anyweekday }

  /// Whether it stands for a date found before.
  var isFound: Bool {
    switch self {
    case .date, .yearless, .yearly, .daily, .monthly, .relative, .weekly, .foreign: true
    default: false
    }
  }
}
