/// How dates are put into English words.
public struct Wording: Sendable {
  /// The order of day and month.
  public enum Order: Sendable {
    /// 11 March 2015
    case dayFirst
    /// March 11, 2015
    case monthFirst
  }

  public var order: Order
  /// Months as "Mar." rather than "March".
  public var isShort: Bool

  public init(order: Order = .dayFirst, isShort: Bool = false) {
    self.order = order
    self.isShort = isShort
  }

  public static let british = Wording()
  public static let american = Wording(order: .monthFirst)

  /// The wording of a BCP 47 tag: American for `en-US`, else British.
  public init(locale: String, isShort: Bool = false) {
    self.init(order: locale == "en-US" ? .monthFirst : .dayFirst, isShort: isShort)
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let shortMonths = [
    "Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
  ]

  func month(_ number: Int) -> String {
    guard (1...12).contains(number) else { return "" }
    return isShort ? Self.shortMonths[number - 1] : Self.months[number - 1]
  }

  /// "1992", "65 BC" for -64.
  func year(_ number: Int) -> String { number > 0 ? String(number) : "\(1 - number) BC" }

  /// Day and month, or a range of days within the month.
  func day(_ days: String, _ month: Int, year: String?) -> String {
    switch order {
    case .dayFirst: "\(days) \(self.month(month))" + (year.map { " " + $0 } ?? "")
    case .monthFirst: "\(self.month(month)) \(days)" + (year.map { ", " + $0 } ?? "")
    }
  }

  static func ordinal(_ number: Int) -> String {
    let tail =
      switch (number % 100, number % 10) {
      case (11...13, _): "th"
      case (_, 1): "st"
      case (_, 2): "nd"
      case (_, 3): "rd"
      default: "th"
      }
    return "\(number)\(tail)"
  }

  private static let ordinals = ["first", "second", "third", "fourth"]

  /// "spring", "third quarter of", "first half of": what stands before the year.
  static func part(_ code: Int) -> String {
    switch code {
    case 21...32: ["spring", "summer", "autumn", "winter"][(code - 21) % 4]
    case 33...36: "\(ordinals[code - 33]) quarter of"
    case 37...39: "\(ordinals[code - 37]) third of"
    default: "\(ordinals[code - 40]) half of"
    }
  }
}
