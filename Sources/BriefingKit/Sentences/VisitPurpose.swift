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

  /// What is held, and many come to.
  private static let gatherings: Set<String> = [
    "summit", "conference", "forum", "assembly", "summits", "inauguration", "funeral", "ceremony",
    "congress", "coronation", "games",
  ]

  static func words(in quote: String) -> String? {
    opened(in: quote) ?? gathering(in: quote)
  }

  /// "for thirteenth ECO summit", "at COP29", and within brackets "ninth ECO summit".
  private static func gathering(in quote: String) -> String? {
    let words = quote.split(separator: " ").map(String.init)
    for start in words.indices.dropLast() {
      let isOpen = words[start].first == "("
      guard isOpen || ["for", "at"].contains(words[start]) else { continue }
      var taken: [String] = []
      for word in words[start...].prefix(8) {
        let bare = word.filter { $0.isLetter || $0.isNumber }
        let isEnd = word.last.map { ",;.:)".contains($0) } ?? false
        taken.append(isOpen ? bare : isEnd ? String(word.dropLast()) : word)
        let isNumbered =
          taken.count == 2 && bare.first?.isUppercase == true && bare.last?.isNumber == true
          && bare.dropFirst().first?.isUppercase == true
        if gatherings.contains(bare.lowercased()) || isNumbered && !isOpen {
          return taken.joined(separator: " ")
        }
        if isEnd { break }
      }
    }
    return nil
  }

  /// The words from the first that tells a purpose to the end of its clause.
  private static func opened(in quote: String) -> String? {
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
