import Prose

/// Shorter forms of a subject, where the whole leaves no room for its verb.
extension ClauseHeadline {
  /// "Treaty of friendship…" of "a treaty of friendship, commerce and navigation".
  func listCut(_ range: Range<Int>, _ owner: WordLine) -> [Subject] {
    guard let of = range.dropFirst().first(where: { Self.topics.contains(reading.tokens[$0].key) }),
      let comma = (of..<range.upperBound).first(where: { reading.tokens[$0].key == WordClass.comma }
      ),
      comma > of + 1,
      (comma..<range.upperBound).contains(where: { reading.has(.conjunction, at: $0) })
    else { return [] }
    var text = plain(range.lowerBound..<comma)
    text.append("…")
    return [Subject(text: joined(owner, text))]
  }

  /// As a last resort the words before "of": "36 officers".
  func ofCut(_ range: Range<Int>, _ owner: WordLine) -> [Subject] {
    guard let at = range.dropFirst().first(where: { reading.tokens[$0].key == WordKey("of") }),
      at - range.lowerBound > 1, !reading.has(.insideName, at: at)
    else { return [] }
    return [Subject(text: joined(owner, plain(without(dates: range.lowerBound..<at))))]
  }

  /// Where a noun phrase may be cut: before its last comma or preposition, longest first.
  func cuts(_ range: Range<Int>) -> [Int] {
    // "Of Azerbaijan, Pakistan and Türkiye": no part of a list stands for it.
    let listEnd = range.last { reading.has(.conjunction, at: $0) }
    return range.dropFirst().filter { i in
      let key = reading.tokens[i].key
      let isListed = listEnd.map { $0 > i } ?? false
      return !reading.has(.insideName, at: i)
        && (key == WordClass.comma && !isListed || key == WordKey("(")
          || WordClass.prepositions.contains(key) && key != WordKey("of"))
    }.reversed()
  }

  private static let topics = BlockReading.keys("of on for")
}
