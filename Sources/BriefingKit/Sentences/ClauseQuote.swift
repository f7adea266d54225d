import Chronicle

/// The clause of a long sentence that tells an event: what other clauses tell is left out, and said to
/// be by "…".
enum ClauseQuote {
  /// Sentences of fewer words are quoted whole.
  private static let mostWords = 24
  private static let fewestWords = 6
  private static let joints: Set<String> = ["and", "but", "while", "whereas"]

  static func of(_ mention: Mention, _ event: Event) -> String {
    let words = mention.quote.split(separator: " ").map(String.init)
    guard words.count > mostWords else { return mention.quote }
    let clauses = clauses(words)
    guard clauses.count > 1 else { return mention.quote }
    let wanted = Set(
      (event.content.headline + " " + (mention.dateText ?? "")).split(separator: " ").map {
        FullHeadline.bare($0)
      }.filter { $0.count > 2 })
    func weight(_ clause: Range<Int>) -> Int {
      words[clause].count { wanted.contains(FullHeadline.bare($0)) }
    }
    let all = weight(words.startIndex..<words.endIndex)
    guard let best = clauses.max(by: { weight($0) < weight($1) }), weight(best) > 1,
      3 * weight(best) >= 2 * all
    else { return mention.quote }
    var text = words[best].joined(separator: " ")
    while let last = text.last, ",;".contains(last) { text.removeLast() }
    return (best.lowerBound > 0 ? "… " : "") + text + (best.upperBound < words.count ? " …" : "")
  }

  /// Parts between semicolons, and between commas before a joint.
  private static func clauses(_ words: [String]) -> [Range<Int>] {
    var starts = [0]
    for index in words.indices.dropFirst() {
      let before = words[index - 1]
      let isJoint = before.hasSuffix(",") && joints.contains(words[index].lowercased())
      guard before.hasSuffix(";") || isJoint, index - (starts.last ?? 0) >= fewestWords,
        words.count - index >= fewestWords
      else { continue }
      starts.append(index)
    }
    return zip(starts, starts.dropFirst() + [words.count]).map { $0..<$1 }
  }
}
