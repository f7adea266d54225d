public import Diagnostics

/// Finds where sentences end among the tokens of one block.
///
/// Abbreviations, initials, decimals and numbers of a list do not end a sentence, nor do colons
/// and semicolons. Quotes and brackets that close after the stop belong to the sentence before.
public enum SentenceSplitter {
  /// Ranges of token indices, one a sentence, which cover all tokens in order.
  ///
  /// An empty line between two tokens always parts sentences, and what runs on for more than
  /// ``longest`` tokens is read in parts. Takes linear time.
  public static func sentences(_ tokens: [Token], in text: SourceText) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    var i = 0
    while i < tokens.count {
      let next = candidate(i, tokens, text.bytes)
      if next.isBoundary || next.end - start >= longest
        || endsSentence(i, next: next.end, from: start, tokens, text.bytes)
      {
        result.append(start..<next.end)
        start = next.end
      }
      // A run of stops and closing marks is looked at once.
      i = next.end
    }
    if start < tokens.count { result.append(start..<tokens.count) }
    return result
  }

  /// No sentence of a person is longer; whatever reads a sentence may look at all of it for each of
  /// its words.
  public static let longest = 400

  /// Where the sentence would end if token `i` ended it, and whether it does so for sure.
  private static func candidate(_ i: Int, _ tokens: [Token], _ bytes: [UInt8])
    -> (end: Int, isBoundary: Bool)
  {
    if i + 1 < tokens.count, tokens[i + 1].start - tokens[i].end > 1,
      hasEmptyLine(bytes, tokens[i].end, tokens[i + 1].start)
    {
      return (i + 1, true)
    }
    guard tokens[i].kind == .punctuation, stop(bytes, tokens[i]) != nil else {
      return (i + 1, false)
    }
    return (endOfClosers(i + 1, tokens, bytes), false)
  }

  /// Whether the stop at `i`, with the closing marks before `next`, ends a sentence.
  private static func endsSentence(
    _ i: Int, next: Int, from start: Int, _ tokens: [Token], _ bytes: [UInt8]
  ) -> Bool {
    guard tokens[i].kind == .punctuation, let stop = stop(bytes, tokens[i]), next < tokens.count,
      tokens[next].start > tokens[next - 1].end, opens(tokens[next], bytes)
    else { return false }
    return stop != .period || next != i + 1
      || !isAbbreviation(i, from: start, tokens, bytes, next: next)
  }

  private enum Stop {
    case period
    case mark
    case ellipsis
  }

  private static func stop(_ bytes: [UInt8], _ token: Token) -> Stop? {
    switch bytes[token.start] {
    case 0x2E: .period
    case 0x21, 0x3F: .mark
    case 0xE2: Bytes.scalar(bytes, at: token.start)?.value == 0x2026 ? .ellipsis : nil
    default: nil
    }
  }

  private static func hasEmptyLine(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    var feeds = 0
    for i in start..<end {
      if bytes[i] == 0x0A { feeds += 1 } else if bytes[i] > 0x20 { feeds = 0 }
      if feeds > 1 { return true }
    }
    return false
  }

  /// Goes past further stops, closing quotes and brackets, and a note's number in brackets.
  private static func endOfClosers(_ from: Int, _ tokens: [Token], _ bytes: [UInt8]) -> Int {
    var i = from
    while i < tokens.count, tokens[i].start == tokens[i - 1].end, tokens[i].kind == .punctuation {
      switch bytes[tokens[i].start] {
      case 0x2E, 0x21, 0x3F, 0x22, 0x27, 0x29, 0x5D: break
      case 0xC2 where Bytes.scalar(bytes, at: tokens[i].start)?.value == 0xBB: break
      case 0xE2:
        let scalar = Bytes.scalar(bytes, at: tokens[i].start)?.value ?? 0
        guard [0x2019, 0x201D, 0x201C, 0x2026, 0x203A].contains(scalar) else { return i }
      case 0x5B:
        guard i + 2 < tokens.count, tokens[i + 1].kind == .number,
          bytes[tokens[i + 2].start] == 0x5D
        else { return i }
        i += 2
      default: return i
      }
      i += 1
    }
    return i
  }

  /// Whether a sentence can begin with the token.
  private static func opens(_ token: Token, _ bytes: [UInt8]) -> Bool {
    switch token.kind {
    case .word:
      if token.isCapitalised { return true }
      guard let scalar = Bytes.scalar(bytes, at: token.start) else { return false }
      // Letters without case, as of Arabic, open a sentence too.
      return !scalar.properties.isLowercase && scalar.properties.isAlphabetic
    case .number: return true
    case .punctuation:
      guard let scalar = Bytes.scalar(bytes, at: token.start) else { return false }
      // Flags, emoji and other signs.
      if scalar.properties.generalCategory == .otherSymbol { return true }
      return [
        0x22, 0x27, 0x28, 0x5B, 0x24, 0x23, 0xA3, 0xA5, 0xAB, 0xBF, 0xA1, 0x20AC, 0x2018, 0x201C,
        0x201E, 0x2013, 0x2014, 0x2D, 0x2A, 0x2022,
      ].contains(scalar.value)
    }
  }

  /// Whether the full stop at `i` belongs to the word before it and ends no sentence.
  private static func isAbbreviation(
    _ i: Int, from start: Int, _ tokens: [Token], _ bytes: [UInt8], next: Int
  ) -> Bool {
    guard i > 0, tokens[i - 1].end == tokens[i].start, i > start else { return false }
    let word = tokens[i - 1]
    if word.kind == .number {
      // The number of an item: "1. Recognition".
      return i - 1 == start && word.end - word.start <= 3
    }
    guard word.kind == .word else { return false }
    let follower = tokens[next]
    if Abbreviation.beforeNumber.contains(word.key) {
      if follower.kind == .number { return true }
      if Abbreviation.months.contains(word.key) {
        return !Abbreviation.starters.contains(follower.key)
      }
    }
    if Abbreviation.beforeName.contains(word.key), word.isCapitalised {
      return follower.kind != .number || !Abbreviation.starters.contains(follower.key)
    }
    if Abbreviation.never.contains(word.key) { return true }
    let isDotted =
      i >= 2 && bytes[tokens[i - 2].start] == 0x2E
      && tokens[i - 2].end == word.start
    let isLetter =
      Bytes.scalar(bytes, at: word.start).map { UTF8.width($0) } == word.end - word.start
    guard isLetter || isDotted || Abbreviation.either.contains(word.key) else { return false }
    if isLetter, !isDotted, !word.isCapitalised { return false }
    return
      !(follower.kind == .word && Abbreviation.starters.contains(follower.key)
      && follower.isCapitalised)
  }
}

/// Words that carry a full stop of their own.
enum Abbreviation {
  private static func keys(_ words: String) -> WordSet {
    WordSet(words.split(whereSeparator: \.isWhitespace).map { WordKey(String($0)) })
  }

  static let months = keys("jan feb mar apr jun jul aug sep sept oct nov dec")
  /// Followed by a number: "No. 5", "Feb. 20".
  static let beforeNumber = keys(
    "jan feb mar apr jun jul aug sep sept oct nov dec no nos nr art arts vol p pp para paras fig "
      + "ch sec ext tel ca c circa approx ref res rs re nrs nu tk ksh kshs tsh ush sh shs fr sfr kr dh dhs "
      + "rp le gh fcfa bs lps qtz")
  /// Titles before a name: they never end a sentence.
  static let beforeName = keys(
    "mr mrs ms messrs dr prof st gen col lt maj capt cdr adm brig sgt sen rep gov hon rev amb pres "
      + "smt shri pt sgr dn dra lic fm pm msgr fr ing sr sra eng mme mlle m dept vs md mohd muhd abd ab hj dato gov-gen"
  )
  /// Others that never end one.
  static let never = keys("vs cf viz eg ie approx resp incl excl esp")
  /// Those that end one before a word that opens sentences; the last are initials of two letters.
  static let either = keys(
    "yu kh ts zh ch sh ya ye yo dz inc ltd co corp jr sr etc al est ed eds dept min hrs hr govt intl assn univ ave blvd mt "
      + "a.m p.m bn mn mio tel fax no art sq km")
  /// Words that, with a capital, open a sentence rather than go on with a name.
  static let starters = keys(
    "the a an in on at by for from to with of it its he his she her they their we our i my you "
      + "your this that these those there here after before during since until when while where "
      + "as if but and or so yet both all some most many no not one two three four five then "
      + "however although though because also later earlier today yesterday tomorrow once only "
      + "even such each every another what who how why between under over among upon despite "
      + "following according meanwhile moreover furthermore finally first second third last next")
}
