import Prose

/// Dates of papers that a sentence only leans on.
extension DateUseReader {
  /// "Their commitment to the Convention on Cluster Munitions of 30 May 2008", "protests against the agreement
  /// of 17 December 2010": the paper's day, on which nothing of this was done.
  ///
  /// - Parameter head: the last word before "of".
  static func isQuoted(_ head: Int, _ reading: BlockReading, _ sentence: Range<Int>) -> Bool {
    let floor = max(sentence.lowerBound + 2, head - 9)
    guard floor <= head,
      let paper = stride(from: head, through: floor, by: -1).first(where: {
        DeedWords.papers.contains(reading.tokens[$0].key) || others.contains(reading.tokens[$0].key)
      }), (paper...head).allSatisfy({ isOfTitle($0, reading) })
    else { return false }
    var at = paper - 1
    while at > sentence.lowerBound,
      reading.tokens[at].isCapitalised || adjectives.contains(reading.tokens[at].key)
    {
      at -= 1
    }
    guard articles.contains(reading.tokens[at].key), at > sentence.lowerBound else { return false }
    let link = reading.tokens[at - 1].key
    // "Under the treaty of 1947 it ceded": in front, the deed's own where there is no other date.
    if leaning.contains(link) {
      return at - 1 > sentence.lowerBound || reading.dates(in: sentence).count > 1
    }
    return at - 2 >= sentence.lowerBound
      && (link == WordClass.to || link == WordKey("with"))
      && bonds.contains(reading.tokens[at - 2].key)
  }

  private static func isOfTitle(_ i: Int, _ reading: BlockReading) -> Bool {
    let token = reading.tokens[i]
    return token.isCapitalised || token.kind == .number
      || WordClass.prepositions.contains(token.key) || articles.contains(token.key)
      || token.key == WordKey("and") || DeedWords.papers.contains(token.key)
      || others.contains(token.key)
  }

  private static let others = BlockReading.keys("resolution resolutions statute constitution")
  private static let articles = BlockReading.keys("the their its this that")
  private static let adjectives = BlockReading.keys(
    "bilateral trilateral multilateral joint said same")
  private static let leaning = BlockReading.keys("under against")
  private static let bonds = BlockReading.keys(
    "commitment commitments committed adherence attached pursuant according loyal faithful respect due party"
      + " parties accordance conformity compliance line keeping consistent compatible contrary")
}
