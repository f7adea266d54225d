/// Names of people as documents write them.
public enum PersonalName {
  /// "Sharif" of "Nawaz Sharif", "van der Meer" of "Tarja van der Meer", "Abdullah II" of "King Abdullah
  /// II", "Lee" of "Lee Nak-yon": the last word with its number and the small words before it, or the
  /// first where a given name in two halves stands behind it.
  public static func surname(of name: String) -> String {
    let parts = name.split(separator: " ")
    guard let last = parts.last, parts.count > 1 else { return name }
    if last.allSatisfy({ "IVX".contains($0) }) {
      return parts.suffix(2).joined(separator: " ")
    }
    if isGivenInHalves(last), parts.count == 2 { return String(parts[0]) }
    var start = parts.count - 1
    while start > 1, particles.contains(parts[start - 1]) { start -= 1 }
    return parts[start...].joined(separator: " ")
  }

  private static let particles: Set<Substring> = [
    "van", "von", "der", "den", "de", "du", "da", "dos", "das", "do", "del", "della", "di", "la",
    "ter",
    "ten", "af", "zu", "al", "el", "Al", "El", "Ben", "Ould",
  ]

  /// "Nak-yon", "Jae-in": the second half in a small letter, as no surname in two parts has it.
  private static func isGivenInHalves(_ word: Substring) -> Bool {
    let halves = word.split(separator: "-", omittingEmptySubsequences: false)
    guard halves.count == 2, let first = halves[0].first, let second = halves[1].first else {
      return false
    }
    return first.isUppercase && second.isLowercase
      && halves.allSatisfy { (2...6).contains($0.count) }
  }
}
