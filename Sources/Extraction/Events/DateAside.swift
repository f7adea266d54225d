import Chronology
import Prose

/// Dates that are told by the way: of saying something, of a plan that changed, of what is cited.
extension DateUseReader {
  /// Why a date that is told by the way dates no deed; nil where it may.
  static func byTheWay(_ date: Int, in reading: BlockReading, _ sentence: Range<Int>) -> String? {
    let range = reading.dates[date].range
    let before = range.lowerBound - 1
    if isOnceMeant(range.lowerBound, reading, sentence) { return meant }
    if isSayingDay(date, reading, sentence) { return "the day it was said" }
    if isFirstSince(before, reading, sentence) { return "since when there was none" }
    if isOfRest(before, reading, sentence) { return "since when nothing has been done" }
    if isOfOffice(before, reading, sentence) { return "since when somebody holds an office" }
    if marksAnniversary(range, reading, sentence) { return "the year of an anniversary" }
    if isSaidAgain(date, reading, sentence) { return "says the date before it once more" }
    if isSoNow(date, reading, sentence) { return "what is so today" }
    if isMeasure(date, reading, sentence) { return "what a figure is measured by" }
    if isCareer(date, reading, sentence) { return "somebody's career" }
    if isOfTerm(date, reading, sentence) { return "the years of a term" }
    if isCountedFrom(date, reading, sentence) { return "the year from which is counted" }
    if isContrary(before, reading, sentence) { return "the date of what is not followed" }
    if isAsserted(range, reading, sentence) { return "the date of what is said elsewhere" }
    return nil
  }

  /// "It is the National University today", beside other days: no deed of today.
  private static func isSoNow(_ date: Int, _ reading: BlockReading, _ sentence: Range<Int>) -> Bool
  {
    let range = reading.dates[date].range
    guard range.count == 1, nows.contains(reading.tokens[range.lowerBound].key),
      reading.dates(in: sentence).count > 1
    else { return false }
    let before = max(sentence.lowerBound, range.lowerBound - 8)..<range.lowerBound
    guard let verb = before.last(where: { copulas.contains(reading.tokens[$0].key) }) else {
      return false
    }
    return verb + 1 < range.lowerBound
      && !(verb..<range.lowerBound).contains { reading.tokens[$0].key == WordClass.comma }
      && VerbLexicon.builtIn.entry(reading.tokens[verb + 1].key)?.form != .participle
  }

  /// "As a leaflet distributed in 2016 asserted", "as a weekly wrote in March": when others said so.
  private static func isAsserted(
    _ range: Range<Int>, _ reading: BlockReading, _ sentence: Range<Int>
  ) -> Bool {
    let first = max(sentence.lowerBound, range.lowerBound - 9)
    guard
      let open = (first..<range.lowerBound).last(where: { reading.tokens[$0].key == WordKey("as") }
      ),
      open == sentence.lowerBound || reading.tokens[open - 1].key == WordClass.comma,
      !(open..<range.lowerBound).contains(where: { reading.tokens[$0].key == WordClass.comma })
    else { return false }
    return (open + 1..<min(range.upperBound + 2, sentence.upperBound)).contains {
      asserting.contains(reading.tokens[$0].key)
    }
  }

  private static let asserting = BlockReading.keys(
    "asserted claimed alleged wrote maintained stated reported")
  private static let nows = BlockReading.keys("today now nowadays")
  private static let copulas = BlockReading.keys("is are remains stands")

  /// "Won the contract in May, the ministry said on Tuesday": where what is said has a date of its
  /// own, or is still to come, the day of saying it is none.
  static func isSayingDay(_ date: Int, _ reading: BlockReading, _ sentence: Range<Int>)
    -> Bool
  {
    let range = reading.dates[date].range
    guard reading.dates[date].mention.core.precision == .day,
      !reading.dates[date].mention.core.isInterval,
      let verb = saying(before: range.lowerBound, reading, sentence)
    else { return false }
    let end = range.upperBound
    let isComment =
      end >= sentence.upperBound
      || Segmenter.clauseEnds.contains(
        reading.tokens[end].key)
    if announcing.contains(reading.tokens[verb].key) {
      // "The ministry announced on Tuesday that …" tells an announcement.
      let start = max(sentence.lowerBound, verb - 8)
      guard isComment, (start..<verb).contains(where: { reading.tokens[$0].key == WordClass.comma })
      else { return false }
    }
    let start = lineEnd(reading, sentence) ?? sentence.lowerBound
    let rest = Array(min(start, verb)..<verb) + Array(end..<sentence.upperBound)
    return rest.contains { i in
      reading.has(.date, at: i) || ahead.contains(reading.tokens[i].key)
    }
  }

  /// Behind the dateline that opens a report: "SANTIAGO, 8 June (Agency) –".
  private static func lineEnd(_ reading: BlockReading, _ sentence: Range<Int>) -> Int? {
    guard sentence.lowerBound == 0 else { return nil }
    let opening = sentence.prefix(lineLength)
    guard let dash = opening.first(where: { reading.tokens[$0].key == WordKey("-") }),
      opening.first.map({ reading.tokens[$0].isCapitalised }) == true
    else { return nil }
    return dash + 1
  }

  private static let lineLength = 16

  /// The verb of saying before a date, with at most a place or "in a statement" between.
  private static func saying(before at: Int, _ reading: BlockReading, _ sentence: Range<Int>)
    -> Int?
  {
    for i in stride(from: at - 1, through: max(sentence.lowerBound, at - 6), by: -1) {
      let token = reading.tokens[i]
      if token.kind == .punctuation { return nil }
      if sayings.contains(token.key) || announcing.contains(token.key) { return i }
      if VerbLexicon.builtIn.entry(token.key).map({ !$0.isNoun }) == true { return nil }
    }
    return nil
  }

  private static let sayings = BlockReading.keys(
    "said told added noted explained stated reported wrote remarked recalled commented")
  private static let announcing = BlockReading.keys("announced confirmed")
  private static let ahead = BlockReading.keys("will would shall")

  /// "Schmidt (2008) holds that": the year behind an author's name.
  static func isCited(
    _ range: Range<Int>, _ reading: BlockReading, _ sentence: Range<Int>
  ) -> Bool {
    let open = range.lowerBound - 1
    guard open > sentence.lowerBound, range.upperBound + 1 < sentence.upperBound,
      reading.tokens[open].key == WordKey("("),
      reading.tokens[range.upperBound].key == WordKey(")"),
      reading.tokens[open - 1].kind == .word, reading.tokens[open - 1].isCapitalised,
      let verb = VerbLexicon.builtIn.entry(reading.tokens[range.upperBound + 1].key)
    else { return false }
    return VerbLexicon.builtIn.isReport(verb.lemma) || writing.contains(verb.lemma)
  }

  private static let writing: Set<String> = [
    "hold", "find", "show", "estimate", "date", "give", "put",
  ]

  /// "The return of a 1935 airplane": the year of a thing, not of a paper or an occasion.
  static func isOfThing(
    _ range: Range<Int>, _ mention: DateMention, _ reading: BlockReading, _ sentence: Range<Int>
  ) -> Bool {
    let before = range.lowerBound - 1
    guard mention.core.precision == .year, !mention.core.isInterval, range.count == 1,
      before >= sentence.lowerBound, articles.contains(reading.tokens[before].key)
    else { return false }
    let next = reading.tokens[range.upperBound]
    return next.kind == .word && !next.isCapitalised && !dateable.contains(next.key)
  }

  /// "As well as that year’s snow", "last year’s harvest": a time that owns what is no deed.
  static func isOwner(
    _ range: Range<Int>, _ mention: DateMention, _ reading: BlockReading, _ sentence: Range<Int>
  ) -> Bool {
    let owned = range.upperBound + 1
    guard mention.core.precision == .year, owned < sentence.upperBound,
      reading.tokens[range.upperBound].key == Tokenizer.possessive
    else { return false }
    let next = reading.tokens[owned]
    return next.kind == .word && !next.isCapitalised && goods.contains(next.key)
  }

  private static let goods = BlockReading.keys(
    "snow rain rains harvest crop budget figure figures total winter summer weather drought exports imports"
      + " trade turnover prices price elections election level result results")
  private static let articles = BlockReading.keys("a an")
  private static let dateable = BlockReading.keys(
    "agreement treaty protocol accord pact memorandum convention declaration resolution decree law act"
      + " visit trip tour meeting summit conference session exchange letter note decision grant loan"
      + " contract deal gift exhibition exercise statement speech report study programme program project"
  )

  /// "The World Cup 2030", "Vision 2030": a year that is part of a name.
  static func isNamedFor(_ before: Int, _ reading: BlockReading) -> Bool {
    let token = reading.tokens[before]
    // "The Peace Prize for 2019", "the budget for 2020".
    if token.key == WordKey("for"), before > 0 {
      return yearly.contains(reading.tokens[before - 1].key)
    }
    return token.isCapitalised && named.contains(token.key)
  }

  private static let yearly = BlockReading.keys(
    "prize prizes award awards medal medals budget yearbook almanac bill results accounts figures"
      + " quota quotas target targets")

  private static let named = BlockReading.keys(
    "cup wc vision agenda horizon games roadmap strategy")

  /// "In March 2015, a month before the earthquake", "three decades since, on 14 November 1994":
  /// counted from another, it is the same date.
  static func isSaidAgain(_ date: Int, _ reading: BlockReading, _ sentence: Range<Int>) -> Bool {
    let own = reading.dates[date].mention
    guard own.basis == .relative, let from = own.core.earliest, let to = own.core.latest else {
      return false
    }
    func isSame(_ other: Int) -> Bool {
      let mention = reading.dates[other].mention
      guard mention.basis == .explicit, let first = mention.core.earliest,
        let last = mention.core.latest
      else { return false }
      return from <= last && first <= to
    }
    // "It is fifty years since they met, on 5 May 1971": the round number of the day that is told.
    if own.rules.first == "time/years-since" {
      return reading.dates(in: sentence).contains {
        $0 > date && reading.dates[$0].mention.basis == .explicit
      }
    }
    if own.rules.first == "time/ago", own.core.precision == .year {
      return reading.dates(in: sentence).contains { $0 > date && isSame($0) }
    }
    guard date > 0 else { return false }
    let end = reading.dates[date - 1].range.upperBound
    guard reading.dates[date].range.lowerBound == end + 1,
      reading.tokens[end].key == WordClass.comma
    else { return false }
    // "On 9 May 2008, four days after the flood", "on 25 June 2010, sixty years after the outbreak of war": the
    // day of the flood, told by the way.
    let words = reading.dates[date].range
    let isOccasion =
      words.contains { afters.contains(reading.tokens[$0].key) }
      && (reading.dates[date - 1].mention.core.precision == .day
        && words.contains { backgrounds.contains(reading.tokens[$0].key) }
        || reading.dates[date - 1].mention.basis == .explicit
          && afters.contains(reading.tokens[words.upperBound - 1].key))
    return isOccasion || isSame(date - 1)
  }

  private static let afters = BlockReading.keys("after before since")

  /// "The present year marks three decades since": the year of the feast.
  static func marksAnniversary(
    _ range: Range<Int>, _ reading: BlockReading, _ sentence: Range<Int>
  ) -> Bool {
    let after = range.upperBound
    guard after < sentence.upperBound, marking.contains(reading.tokens[after].key) else {
      return false
    }
    return (after..<min(after + 7, sentence.upperBound)).contains {
      spans.contains(reading.tokens[$0].key)
    }
  }

  /// "Compared with 2022", "more than in the year before", "up 4% on 2021": what a figure is measured by,
  /// where that has no figure of its own.
  static func isMeasure(_ date: Int, _ reading: BlockReading, _ sentence: Range<Int>) -> Bool {
    var i = reading.dates[date].range.lowerBound - 1
    while i > sentence.lowerBound, measured.contains(reading.tokens[i].key) { i -= 1 }
    guard i > sentence.lowerBound else { return false }
    let (key, last) = (reading.tokens[i].key, reading.tokens[i - 1].key)
    if key == WordKey("than") { return !limiting.contains(last) }
    if key == WordKey("with") || key == WordClass.to { return comparing.contains(last) }
    if versus.contains(key) { return true }
    guard ons.contains(key) else { return false }
    return (max(sentence.lowerBound, i - longestTime)..<i).contains {
      growing.contains(reading.tokens[$0].key)
    } && (max(sentence.lowerBound, i - 4)..<i).contains { shares.contains(reading.tokens[$0].key) }
  }

  private static let measured = BlockReading.keys(
    "in the of that those same period month months quarter figure figures level levels for during")
  private static let limiting = BlockReading.keys("later earlier sooner")
  private static let comparing = BlockReading.keys("compared comparison relative against")
  private static let versus = BlockReading.keys("versus vs")
  private static let ons = BlockReading.keys("on over from")
  private static let growing = BlockReading.keys(
    "up down more less increase rise growth fall drop decrease decline rose fell grew rising falling"
      + " growing increased decreased dropped jumped gain")
  private static let shares = BlockReading.keys("% percent cent times fold")

  /// "Before taking the chair in May 2011, she taught law": how somebody's career went.
  static func isCareer(_ date: Int, _ reading: BlockReading, _ sentence: Range<Int>) -> Bool {
    let start = sentence.lowerBound
    let at = reading.dates[date].range.lowerBound
    guard at - start <= 14, at - start > 2,
      whens.contains(reading.tokens[start].key),
      becoming.contains(reading.tokens[start + 1].key)
    else { return false }
    return !(start..<at).contains { reading.tokens[$0].key == WordClass.comma }
  }

  private static let whens = BlockReading.keys("before after since upon")
  private static let becoming = BlockReading.keys(
    "becoming taking assuming joining entering serving leaving graduating retiring being")

  /// "For the 2010–2012 term": the years for which somebody is chosen.
  static func isOfTerm(_ date: Int, _ reading: BlockReading, _ sentence: Range<Int>) -> Bool {
    let range = reading.dates[date].range
    return range.upperBound < sentence.upperBound && range.lowerBound > sentence.lowerBound
      && termNouns.contains(reading.tokens[range.upperBound].key)
      && reading.dates[date].mention.core.isInterval
  }

  private static let termNouns = BlockReading.keys(
    "term terms mandate tenure biennium triennium cycle")

  /// "Marked forty years since the founding": the year from which is counted.
  static func isCountedFrom(_ date: Int, _ reading: BlockReading, _ sentence: Range<Int>) -> Bool {
    let range = reading.dates[date].range
    guard reading.dates[date].mention.basis == .relative,
      range.contains(where: { spans.contains(reading.tokens[$0].key) })
    else { return false }
    return (max(sentence.lowerBound, range.lowerBound - 3)..<range.lowerBound).contains {
      markings.contains(reading.tokens[$0].key)
    }
  }

  private static let markings = BlockReading.keys(
    "mark marks marked marking celebrate celebrates celebrated celebrating commemorate commemorates"
      + " commemorated commemorating observe observed")
  private static let marking = BlockReading.keys("marks mark marked completes completed sees saw")
  private static let spans = BlockReading.keys(
    "years decades anniversary century centenary jubilee")

  /// "Contrary to a report in a newspaper last year, …": the date of what the sentence does not follow.
  static func isContrary(_ before: Int, _ reading: BlockReading, _ sentence: Range<Int>)
    -> Bool
  {
    for i in stride(from: before, through: max(sentence.lowerBound + 1, before - 14), by: -1) {
      let key = reading.tokens[i].key
      if key == WordClass.comma || key == WordKey(";") { return false }
      if key == WordClass.to, reading.tokens[i - 1].key == WordKey("contrary") { return true }
    }
    return false
  }

  /// "Declared 29 August the International Day against Nuclear Tests".
  static func isNamedDay(
    _ range: Range<Int>, _ reading: BlockReading, _ sentence: Range<Int>
  ) -> Bool {
    let before = range.lowerBound - 1
    guard before >= sentence.lowerBound, declaring.contains(reading.tokens[before].key) else {
      return false
    }
    return (range.upperBound..<min(range.upperBound + 8, sentence.upperBound)).contains {
      reading.tokens[$0].key == WordKey("day")
    }
  }

  private static let declaring = BlockReading.keys(
    "declared declares declaring proclaimed proclaims proclaiming designated designates designating made"
      + " makes marked marks observed observes celebrated celebrates")
}
