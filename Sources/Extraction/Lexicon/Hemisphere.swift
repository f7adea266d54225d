/// Where the seasons stand the other way round.
enum Hemisphere {
  /// States that lie south of the tropics' heat for the most part, ISO 3166-1 alpha-3.
  static let southern: Set<String> = [
    "AGO", "ARG", "AUS", "BOL", "BRA", "BWA", "CHL", "COK", "FJI", "LSO", "MDG", "MOZ", "MUS",
    "MWI",
    "NAM", "NZL", "PER", "PRY", "SWZ", "TON", "URY", "VUT", "WSM", "ZAF", "ZMB", "ZWE",
  ]

  /// Whether a season told between these states is one of the south.
  static func isSouthern(_ parties: [String]) -> Bool {
    !parties.isEmpty && parties.allSatisfy(southern.contains)
  }
}
