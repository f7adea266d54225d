import Diagnostics
import Prose

/// The words of a clause as a headline: in one line, cut where they make sense.
extension HeadlineWriter {
  /// One line of a range without markup, quotation marks and joining words.
  static func plain(_ range: Range<Int>, _ reading: BlockReading) -> WordLine {
    plain(PlainText.line(reading.text.bytes, reading.span(range)))
  }

  static func plain(_ line: WordLine) -> WordLine {
    var line = PlainText.trimmed(line)
    if line.beginsSmall { line.capitalise() }
    return withoutFillers(line)
  }

  /// The range in one line, cut at a word if it is longer than the limit.
  static func shorten(_ range: Range<Int>, _ reading: BlockReading, limit: Int = limit)
    -> WordLine
  {
    shorten(plain(range, reading), limit: limit)
  }

  /// A plain line, cut at a word if it is longer than the limit.
  static func shorten(_ line: WordLine, limit: Int = limit) -> WordLine {
    guard !line.fits(limit) else { return line }
    var kept: [Range<Int>] = []
    var length = -1
    for word in line.words {
      let count = line.count(word)
      guard length + count + 1 <= limit - 1 else { continue }
      kept.append(word)
      length += count + 1
    }
    while let last = kept.last, kept.count > 1, dangling.contains(line, last) {
      kept.removeLast()
    }
    let cut = trimmed(line.joined(kept))
    let text = (cut.isEmpty ? line : cut).string
    return WordLine(String(text.prefix(limit - 1)) + "…")
  }

  /// The longest beginning that ends with a phrase and tells the deed and something of it.
  static func phrase(_ line: WordLine, with deed: String) -> WordLine? {
    let words = line.words
    var best: WordLine?
    for end in 3..<max(3, words.count) {
      let (last, next) = (words[end - 1], words[end])
      let isPhrase =
        phraseStarts.contains(line, next)
        || line.bytes[last.upperBound - 1] == UInt8(ascii: ",")
      guard isPhrase, !dangling.contains(line, last) else { continue }
      // "between Baku" lacks its other end.
      if conjunction.contains(line, next),
        words[..<end].suffix(4).contains(where: { line.isWord($0, "between") })
      {
        continue
      }
      let cut = trimmed(line.joined(words[..<end]))
      if !cut.fits(limit) { break }
      guard cut.count >= 24 else { continue }
      if cut.holds(deed), !cut.string.hasSuffix(deed) { best = cut }
    }
    return best
  }

  private static func trimmed(_ line: WordLine) -> WordLine {
    var line = line
    // A bracket that does not close.
    if let open = line.bytes.lastIndex(of: UInt8(ascii: "(")), open > 0,
      !line.bytes[open...].contains(UInt8(ascii: ")"))
    {
      line.cut(to: open)
    }
    line.trimEnd()
    return line
  }

  /// Without the words that only join a sentence to the one before.
  private static func withoutFillers(_ line: WordLine) -> WordLine {
    func isAlso(_ word: Range<Int>) -> Bool { word.count == 4 && also.contains(line, word) }
    guard let first = line.firstWord, isFiller(line, first) || line.firstWord(where: isAlso) != nil
    else { return line }
    var words = line.words[...]
    while words.count > 3, let first = words.first, isFiller(line, first) { words.removeFirst() }
    words.removeAll(where: isAlso)
    var rest = line.joined(words)
    if rest.beginsSmall { rest.capitalise() }
    return rest
  }

  /// Whether the letters of a word make a filler: "And,".
  private static func isFiller(_ line: WordLine, _ word: Range<Int>) -> Bool {
    if line.isASCII(word) {
      let letters = line.bytes[word].filter { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
      return fillers.contains(letters[...])
    }
    return fillers.contains(Array(line.text(word).filter(\.isLetter).utf8)[...])
  }

  private static let also = SmallWords("also")
  private static let conjunction = SmallWords("and")
  static let fillers = SmallWords(
    "similarly also moreover furthermore meanwhile then and but later some further")
  static let phraseStarts = SmallWords(
    "in on at to for by with from which who that where when during since after before under and"
      + " between through as of including covering due")
  static let dangling = SmallWords(
    "the a an of in on at to for and or by with from as its their his her that which is was were has"
      + " have between some one after no. then nor neither until since into less more first also our my your other"
      + " before during upon under about over than not be been being are against here there")
  /// Words that say nothing without the sentence before.
  static let vague = SmallWords("since as on in during after at when before")
  static let pronouns = SmallWords("he she it they has have was were")
}
