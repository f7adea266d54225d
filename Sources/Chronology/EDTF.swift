/// How exactly a date is known, from finest to coarsest.
public enum Precision: Int, Comparable, Hashable, Sendable {
  case day
  case month
  case season
  case year
  case decade
  case century
  case millennium

  public static func < (a: Precision, b: Precision) -> Bool { a.rawValue < b.rawValue }
}

/// A date expression of ISO 8601-2 (EDTF), kept as written, with its exact bounds.
public struct EDTF: Hashable, Sendable, CustomStringConvertible {
  /// The expression as written: `2015-03-11/2015-03-14`.
  public let description: String
  /// First possible day; nil when the start is open or unknown.
  public let earliest: Day?
  /// Last possible day; nil when the end is open or unknown.
  public let latest: Day?
  /// The coarsest precision among its parts.
  public let precision: Precision
  /// Whether it is written as an interval (with "/").
  public let isInterval: Bool
  /// `../X`.
  public let isOpenStart: Bool
  /// `X/..`.
  public let isOpenEnd: Bool
  /// Carries "~" or "%".
  public let isApproximate: Bool
  /// Carries "?" or "%".
  public let isUncertain: Bool

  /// Reads an expression; nil when it is none.
  public init?(_ text: String) {
    guard let parsed = EDTFReader.read(text) else { return nil }
    self = parsed
  }

  init(
    description: String, earliest: Day?, latest: Day?, precision: Precision, isInterval: Bool,
    isOpenStart: Bool, isOpenEnd: Bool, isApproximate: Bool, isUncertain: Bool
  ) {
    self.description = description
    self.earliest = earliest
    self.latest = latest
    self.precision = precision
    self.isInterval = isInterval
    self.isOpenStart = isOpenStart
    self.isOpenEnd = isOpenEnd
    self.isApproximate = isApproximate
    self.isUncertain = isUncertain
  }

  public static func == (a: EDTF, b: EDTF) -> Bool { a.description == b.description }
  public func hash(into hasher: inout Hasher) { hasher.combine(description) }

  /// Earliest possible day, then latest, open ends last, then the text: the order of a chronology.
  public static func inOrder(_ a: EDTF, _ b: EDTF) -> Bool {
    let left = (a.sortStart, a.sortEnd, a.description)
    let right = (b.sortStart, b.sortEnd, b.description)
    return left < right
  }

  private var sortStart: Int { earliest?.number ?? latest?.number ?? Int.max }
  private var sortEnd: Int { latest?.number ?? Int.max }
}
