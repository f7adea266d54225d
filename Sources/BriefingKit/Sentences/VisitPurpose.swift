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
    event.mentions.lazy.compactMap { words(in: $0.quote, of: $0.dateText) }.first
  }

  /// A purpose is another visit's where what orders two events in time, or a year, stands between it
  /// and the date of this one.
  static func words(in quote: String, of date: String?) -> String? {
    guard let found = words(in: quote) else { return nil }
    guard let date, let purpose = quote.firstRange(of: found),
      let day = quote.firstRange(of: date),
      !purpose.overlaps(day)
    else { return found }
    let between =
      purpose.upperBound <= day.lowerBound
      ? quote[purpose.upperBound..<day.lowerBound] : quote[day.upperBound..<purpose.lowerBound]
    let isOther = between.split { !$0.isLetter && !$0.isNumber }.contains {
      orders.contains($0.lowercased()) || $0.count == 4 && Int($0) != nil
    }
    return isOther ? nil : found
  }

  private static let orders: Set<String> = [
    "after", "since", "before", "following", "followed", "earlier", "later", "until",
  ]

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
