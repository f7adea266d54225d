import Chronicle

/// Why a visit or meeting was held, in the words of a sentence that tells it: "to attend 12th ECO
/// summit in Baku".
enum VisitPurpose {
  private static let openings: [[String]] = [
    ["to", "attend"], ["to", "participate", "in"], ["to", "take", "part", "in"],
    ["on", "the", "sidelines", "of"], ["on", "the", "side", "lines", "of"],
    ["on", "the", "margins", "of"], ["on", "the", "occasion", "of"], ["in", "connection", "with"],
    ["at", "the", "invitation", "of"], ["for", "the", "inauguration", "of"],
  ]
  private static let mostWords = 14

  /// The words from the purpose to the end of its clause; nil where no sentence tells one.
  static func words(_ event: Event) -> String? {
    event.mentions.lazy.compactMap { words(in: $0.quote) }.first
  }

  static func words(in quote: String) -> String? {
    let words = quote.split(separator: " ").map(String.init)
    for start in words.indices {
      guard openings.contains(where: { words[start...].starts(with: $0) }) else { continue }
      var taken: [String] = []
      for word in words[start...].prefix(mostWords) {
        taken.append(word)
        if let mark = word.last, ",;.:".contains(mark), word != "of" {
          taken[taken.count - 1] = String(word.dropLast())
          break
        }
      }
      return taken.joined(separator: " ")
    }
    return nil
  }
}
