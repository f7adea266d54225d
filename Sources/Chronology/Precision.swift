/// How exactly a date is known, from finest to coarsest.
public enum Precision: Int, Comparable, Hashable, Sendable {
  case day
  case month
  /// A season, quarter or other part of a year.
  case season
  case year
  case decade
  case century
  case millennium

  public static func < (a: Precision, b: Precision) -> Bool { a.rawValue < b.rawValue }
}
