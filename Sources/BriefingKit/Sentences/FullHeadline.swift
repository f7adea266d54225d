import Chronicle

/// Gives a headline that was cut to fit a figure its end back, out of the sentences that tell the
/// event: a table has room for it.
///
/// The words are those of the sentence from where the headline was cut to the end of the clause; a
/// phrase that only repeats the date is left off.
struct FullHeadline {
  /// The most characters of a whole headline.
  static let limit = 96

  private static let prepositions: Set<String> = [
    "at", "between", "by", "during", "for", "from", "in", "of", "on", "over", "through", "to",
    "under", "with", "within",
  ]
  private static let joints: Set<String> = ["and", "or", "the", "a", "an", "its", "their", "his"]
  private static let ends: Set<Character> = [",", ";", ":", "."]

  /// The headline whole; as it is where it was not cut or no sentence continues it.
  static func complete(_ headline: String, quotes: [String], dates: [String]) -> String {
    guard headline.hasSuffix("…") else { return middled(headline, quotes: quotes) ?? headline }
    let stem = headline.dropLast().split(separator: " ").map(String.init)
    for quote in quotes {
      let words = quote.split(separator: " ").map(String.init)
      guard let next = follow(stem, in: words) else { continue }
      let rest = clause(
        Array(words[next...]), after: stem, dates: dates.map { $0.split(separator: " ").map(bare) })
      if !rest.isEmpty { return (stem + rest).joined(separator: " ") }
    }
    return headline
  }

  /// A title that was cut before what became of the paper: "Treaty of Friendship… signed".
  private static func middled(_ headline: String, quotes: [String]) -> String? {
    guard let dots = headline.firstRange(of: "… ") else { return nil }
    let stem = headline[..<dots.lowerBound].split(separator: " ").map { bare($0) }
    let tail = headline[dots.upperBound...]
    for quote in quotes {
      let words = quote.split(separator: " ").map(String.init)
      let alike = min(mostAlike, stem.count)
      guard words.count > stem.count,
        words.prefix(alike).map({ bare($0) }) == Array(stem.prefix(alike))
      else { continue }
      var taken: [String] = []
      var length = tail.count + 1
      for word in words {
        if word.hasPrefix("("), taken.count >= stem.count { break }
        length += word.count + 1
        guard length <= limit else {
          taken = trimmed(taken)
          break
        }
        taken.append(word)
        if taken.count >= stem.count, let last = word.last, ".;:".contains(last) { break }
      }
      guard taken.count > stem.count else { continue }
      return (trimmed(taken) + [String(tail)]).joined(separator: " ")
    }
    return nil
  }

  /// Whole titles of papers that other events' sentences begin with: "F: 10 February 2006" has none.
  struct Titles {
    private let quotes: [String]

    init(_ events: [Event]) {
      let isNeeded = events.contains { $0.content.headline.contains("… ") }
      quotes = isNeeded ? events.filter(\.isAgreement).flatMap { $0.mentions.map(\.quote) } : []
    }

    func complete(_ headline: String) -> String {
      guard !quotes.isEmpty, let dots = headline.firstRange(of: "… ") else { return headline }
      let stem = headline[..<dots.lowerBound]
      return quotes.first { $0.hasPrefix(stem) }.flatMap {
        FullHeadline.middled(headline, quotes: [$0])
      } ?? headline
    }
  }

  /// Words at the beginning that make a sentence that of a title: further on some may be left out.
  private static let mostAlike = 3

  /// Where a sentence goes on after the last words of a headline: three of them, else two.
  private static func follow(_ stem: [String], in words: [String]) -> Int? {
    for count in [3, 2] where stem.count >= count {
      let end = stem.suffix(count).map(bare)
      for start in words.indices where start + count < words.count {
        if words[start..<(start + count)].map(bare) == end { return start + count }
      }
    }
    return nil
  }

  /// The words up to the end of the clause, of a pair to the end of its second half.
  static func clause(_ words: [String], after stem: [String], dates: [[String]])
    -> [String]
  {
    var taken: [String] = []
    var isPair = stem.last(where: { ["between", "and"].contains($0) }) == "between"
    var isClosed = !isPair && stem.contains("between")
    // Where the first of a pair names its place after a comma, the second may too.
    var placesFollow = stem.contains { $0.hasSuffix(",") }
    var length = stem.joined(separator: " ").count
    for (index, word) in words.enumerated() {
      if prepositions.contains(word), begins(words[(index + 1)...], with: dates) { break }
      if word == "and", isClosed { break }
      length += word.count + 1
      guard length <= limit else { return cut(taken, isPair: isPair) }
      taken.append(word)
      if word == "between" { isPair = true }
      if word == "and", isPair { (isPair, isClosed) = (false, true) }
      guard let last = word.last, ends.contains(last) else { continue }
      if last == ",", isPair { placesFollow = true }
      let next = index + 1 < words.count ? words[index + 1] : ""
      let goesOn = isPair || isClosed && placesFollow && next.first?.isUppercase == true
      if last != "," || !goesOn { break }
    }
    return trimmed(taken)
  }

  private static func begins(_ words: ArraySlice<String>, with dates: [[String]]) -> Bool {
    dates.contains { date in
      !date.isEmpty && words.count >= date.count && words.prefix(date.count).map(bare) == date
    }
  }

  /// What fits, up to its last preposition, of half a pair to its first: half a phrase says less
  /// than none.
  private static func cut(_ words: [String], isPair: Bool) -> [String] {
    let last =
      isPair
      ? words.firstIndex(of: "between") : words.lastIndex(where: prepositions.contains)
    guard let last else { return [] }
    return trimmed(Array(words[..<last]))
  }

  /// Without a mark or a joint at the end.
  private static func trimmed(_ words: [String]) -> [String] {
    var words = words
    while let last = words.last, joints.contains(last) || prepositions.contains(last) {
      words.removeLast()
    }
    if let last = words.last, let mark = last.last, ends.contains(mark) {
      words[words.count - 1] = String(last.dropLast())
    }
    return words
  }

  static func bare(_ word: some StringProtocol) -> String {
    word.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
