import Chronology
import Diagnostics
import Prose

/// Finds the document's own date: a field, a dateline, a line that is a date, or a note of issue.
struct OwnDate {
  let words: HeaderWords
  let locale: String

  private struct Candidate {
    var date: EDTF
    var span: Span
    /// Larger is surer.
    var weight: Int
  }

  func find(_ document: Document, head: [HeaderLine], end: [HeaderLine]) -> (EDTF, Span?)? {
    if let date = field(document) { return (date, nil) }
    let years = YearTally(document)
    var best: Candidate?
    let isList = head.count(where: isEntry) > 1
    for candidate in head.compactMap({ isList && isEntry($0) ? nil : candidate(inHead: $0, years) })
      + end.compactMap(candidate(inEnd:)) + closing(end) + last(end)
    where candidate.weight > best?.weight ?? 0 {
      // What was written then tells of little that came later.
      if let year = candidate.date.earliest?.year,
        years.areMostly(after: year)
      {
        continue
      }
      best = candidate
    }
    return best.map { talkDay(document, head, before: $0.date) ?? ($0.date, $0.span) }
  }

  /// The date of the first lines, where it is sure: a dateline, or a line of its own.
  func heading(_ head: [HeaderLine]) -> (EDTF, Span)? {
    let sure = head.compactMap { candidate(inHead: $0, YearTally()) }.filter { $0.weight >= 80 }
    return sure.max { $0.weight < $1.weight }.map { ($0.date, $0.span) }
  }

  /// The day of a dateline before prose: a place and the date, closed by a stop, a dash or a bracket,
  /// and not "In Vienna, on 12 March 1815, …".
  func dateline(_ line: HeaderLine) -> Day? {
    guard let (mention, range) = line.dates.first, mention.basis == .explicit, isSingle(mention),
      mention.core.precision == .day, let opening = line.tokens.first,
      !WordClass.prepositions.contains(opening.key), range.upperBound < line.tokens.count,
      Self.closings.contains(line.tokens[range.upperBound].key), isDateline(line, range)
    else { return nil }
    return mention.core.earliest
  }

  /// A line that ends with a place and a day: "No. 77/2024 · Ulaanbaatar, 23 April 2024".
  func isPlacedDay(_ line: HeaderLine) -> Bool {
    guard !line.isItem, line.words <= 14, let (mention, range) = line.dates.last,
      mention.basis == .explicit, isSingle(mention), mention.core.precision == .day,
      line.ends(with: range), range.lowerBound > 1,
      line.tokens[range.lowerBound - 1].key == Self.comma
    else { return false }
    return line.reading.entities.contains {
      $0.range.upperBound == range.lowerBound - 1
        && [.city, .capital, .state].contains($0.kind)
    }
      && line.tokens[..<range.lowerBound].allSatisfy {
        $0.isCapitalised || $0.kind != .word || Self.joints.contains($0.key)
          || words.match(.periodical, [$0], at: 0, before: 1) != nil
      }
  }

  private func field(_ document: Document) -> EDTF? {
    for key in words.names(.dateField) {
      guard let value = document.field(key)?.value else { continue }
      if let date = Self.date(in: value, locale: locale) { return date }
    }
    return nil
  }

  /// The first date of a value such as "2018-08-14T09:30:00+04:00" or "14 August 2018".
  static func date(in value: String, locale: String) -> EDTF? {
    let day = value.prefix { $0 != "T" && $0 != " " }
    if let date = EDTF(String(day)), !date.isInterval { return date }
    let text = SourceText(path: "", text: value)
    let tokens = Tokenizer.tokens(of: text, in: Span(0, text.bytes.count))
    var reader = DateReader(.init(locale: locale))
    return reader.read(tokens, of: text, isHeading: false).first { $0.basis == .explicit }?.core
  }

  /// The first day that a line names; without one the first month or year.
  private func firstDay(_ line: HeaderLine) -> (mention: DateMention, range: Range<Int>)? {
    let explicit = line.dates.filter { $0.mention.basis == .explicit }
    guard line.words <= 14 else { return explicit.first }
    return explicit.first { $0.mention.core.precision == .day } ?? explicit.first
  }

  private func candidate(inHead line: HeaderLine, _ years: YearTally) -> Candidate? {
    if let issue = issueDay(line) {
      return Candidate(date: issue.date, span: issue.span, weight: 60)
    }
    guard !["teaser", "copyright", "cookie notice"].contains(line.furniture),
      let (mention, range) = updated(line, years) ?? (isPlacedDay(line) ? line.dates.last : nil)
        ?? firstDay(line),
      isSingle(mention)
    else { return nil }
    var weight = 0
    if !line.isItem, isDateline(line, range) {
      weight = Self.dateline
    } else if isNamed(line, range) || revision(line, range) || isPrepared(line, range) {
      weight = 85
    } else if !line.isItem, isPlaced(line, range) {
      weight = 88
    } else if !line.isItem, line.words <= 30, mention.core.precision == .day,
      isNumbered(line, range)
    {
      weight = 86
    } else if line.opens(with: range), line.words <= 20 {
      // "4 May 1964 – Embassy opened" may be an entry of what follows.
      weight = line.ends(with: range) ? 80 : 58
    } else if line.words <= 12, line.ends(with: range),
      isPlain(line, range) || isBehindBar(line, range, mention), !line.isItem,
      !line.isHeading || isMasthead(line, range) || isSetOff(line, range, mention)
    {
      weight = 60
    } else if !line.isItem, line.words <= 14, line.ends(with: range), isOfPaper(line, range) {
      weight = 57
    } else if !line.isItem, line.words <= 7, mention.core.precision == .day,
      line.ends(with: range), isSigned(line, range)
    {
      weight = 56
    } else if isOfTalk(line, range) {
      weight = 55
    }
    // A line that is a year heads what happened in it.
    guard weight > 0, mention.core.precision != .year || weight == 85 else { return nil }
    if mention.core.precision != .day { weight -= 30 }
    return Candidate(date: mention.core, span: mention.span, weight: weight)
  }

  /// "Updated on 14 May 2012", not "The office will be closed on 14 May 2012".
  private func isNamed(_ line: HeaderLine, _ range: Range<Int>) -> Bool {
    namedDay(line, in: 0..<range.lowerBound)?.upperBound == range.lowerBound
  }

  /// "Updated on", "Revision": words that name the day of a text, none of "will be closed on".
  private func namedDay(_ line: HeaderLine, in range: Range<Int>) -> Range<Int>? {
    guard let found = words.find(.ownDate, line.tokens, in: range)?.range,
      found.lowerBound == 0 || line.tokens[found.lowerBound - 1].key != Self.be
    else { return nil }
    return found
  }

  /// "Written Answers – Thursday, 6 June 2024": the day, behind a mark, ends a title.
  private func isSetOff(_ line: HeaderLine, _ range: Range<Int>, _ mention: DateMention) -> Bool {
    guard mention.core.precision == .day, range.lowerBound > 1 else { return false }
    return Self.marks.contains(line.tokens[range.lowerBound - 1].key)
  }

  /// "Guest column | Tuesday 22 January 2019".
  private func isBehindBar(_ line: HeaderLine, _ range: Range<Int>, _ mention: DateMention) -> Bool
  {
    isSetOff(line, range, mention) && line.tokens[range.lowerBound - 1].key != WordKey("-")
  }

  private static let publishings = BlockReading.keys("published posted issued released")
  /// Marks that part the names and the day of a paper in one line.
  static let marks = BlockReading.keys("- | ·")

  /// "14.05.2012 / 09:30 | Updated: 04.10.2021": the later of two, where the line names it.
  private func updated(_ line: HeaderLine, _ years: YearTally)
    -> (mention: DateMention, range: Range<Int>)?
  {
    let explicit = line.dates.filter { $0.mention.basis == .explicit }
    guard explicit.count > 1, line.words <= 20 else { return nil }
    // "Published July 4 | Updated July 5": the text is of the first, unless it tells of later years.
    if let first = explicit.first,
      line.tokens[..<first.range.lowerBound].suffix(3).contains(where: {
        Self.publishings.contains($0.key)
      }), let year = first.mention.core.earliest?.year, !years.reach(beyond: year)
    {
      return nil
    }
    return explicit.dropFirst().last { revision(line, $0.range) && !isReplaced(line, $0.range) }
  }

  /// "(replaces the edition of 22 November 2010)": the day of an older text.
  private func isReplaced(_ line: HeaderLine, _ range: Range<Int>) -> Bool {
    line.tokens[..<range.lowerBound].suffix(6).contains { Self.replacing.contains($0.key) }
  }

  private static let replacing = BlockReading.keys(
    "replaces replacing supersedes superseding replaced superseded previous former older")

  private func candidate(inEnd line: HeaderLine) -> Candidate? {
    let tokens = line.tokens
    guard let (found, number) = words.find(.pageDate, tokens, in: tokens.indices),
      let (mention, _) = line.dates.first(where: {
        $0.mention.basis == .explicit && $0.range.lowerBound >= found.upperBound
          && $0.range.lowerBound - found.upperBound <= 8
      }), isSingle(mention), mention.core.precision == .day
    else { return nil }
    return Candidate(date: mention.core, span: mention.span, weight: 50 - number)
  }

  /// "Bern, May 7th, 2016" as a line of its own near the end: what was signed there and then. Several
  /// such lines are a list.
  private func closing(_ end: [HeaderLine]) -> [Candidate] {
    let found = end.lazy.filter { $0.furniture == nil }.prefix(4).compactMap { line in
      candidate(closing: line)
    }
    return found.count == 1 ? Array(found) : []
  }

  /// "July 2019" or "31 January 2019" by itself, with which the prose ends.
  private func last(_ end: [HeaderLine]) -> [Candidate] {
    guard let line = end.first(where: { $0.furniture == nil }), !line.isItem,
      let (mention, range) = line.dates.first, line.dates.count == 1,
      mention.basis == .explicit, isSingle(mention), mention.core.precision <= .month,
      line.tokens[..<range.lowerBound].allSatisfy({ $0.kind == .punctuation }),
      line.ends(with: range)
    else { return [] }
    let weight = mention.core.precision == .day ? 51 : 46
    return [Candidate(date: mention.core, span: mention.span, weight: weight)]
  }

  private func candidate(closing line: HeaderLine) -> Candidate? {
    guard !line.isItem, line.words <= 10,
      let (mention, range) = line.dates.first(where: { $0.mention.basis == .explicit }),
      isSingle(mention), mention.core.precision == .day, line.ends(with: range),
      isDateline(line, range), !line.reading.entities.contains(where: { $0.kind == .person })
    else { return nil }
    return Candidate(date: mention.core, span: mention.span, weight: 52)
  }

  /// A day, month or year, no interval.
  private func isSingle(_ mention: DateMention) -> Bool {
    !mention.core.isInterval && mention.core.precision <= .year
      && !mention.flags.contains("invalid_date")
  }

  /// "Baku, 16 January 2017 –", "BAKU, Feb. 25, 2025 (Wire)": a place, the date, a mark or the end.
  private func isDateline(_ line: HeaderLine, _ range: Range<Int>) -> Bool {
    let tokens = line.tokens
    let start = sentenceStart(line, range)
    guard range.lowerBound > start, range.lowerBound - start <= 7, line.endsOrBreaks(behind: range)
    else {
      return false
    }
    for i in start..<range.lowerBound {
      let token = tokens[i]
      // "Dar es Salaam".
      let isOfName = line.reading.entities.contains { $0.code != nil && $0.range.contains(i) }
      guard
        token.isCapitalised || token.kind == .punctuation || Self.joints.contains(token.key)
          || isOfName
      else { return false }
      if token.key == Self.colon { return false }
    }
    return line.reading.entities.contains {
      $0.range.lowerBound >= start && $0.range.upperBound <= range.lowerBound
        && [.city, .capital, .state, .disputed].contains($0.kind)
    }
      // "Foreign Minister A. Blake, 8 July 2010": an entry of a list.
      || tokens[range.lowerBound - 1].key == Self.comma
        && !line.reading.entities.contains { $0.kind == .person || $0.kind == .office }
  }

  /// "Web page, Riga, 15 May 2013": a place by itself before the date that ends the line.
  private func isPlaced(_ line: HeaderLine, _ range: Range<Int>) -> Bool {
    guard line.words <= 14, line.ends(with: range), range.lowerBound >= 3,
      line.tokens[range.lowerBound - 1].key == Self.comma
    else { return false }
    return line.reading.entities.contains {
      $0.range.upperBound == range.lowerBound - 1 && $0.range.lowerBound > 0
        && [.city, .capital, .state].contains($0.kind)
        && line.tokens[$0.range.lowerBound - 1].kind == .punctuation
    }
  }

  /// "Series B, Number 7, 4 March 2014. Author: …": the date behind the number of the paper.
  private func isNumbered(_ line: HeaderLine, _ range: Range<Int>) -> Bool {
    guard range.lowerBound <= 9, line.endsOrBreaks(behind: range), isMasthead(line, range) else {
      return false
    }
    return line.tokens[..<range.lowerBound].allSatisfy {
      $0.isCapitalised || $0.kind != .word || Self.joints.contains($0.key)
        || words.match(.periodical, [$0], at: 0, before: 1) != nil
    }
  }

  /// "Report to the Ministry in Oslo. Kathmandu, 12 September 2024": the dateline ends the line.
  private func sentenceStart(_ line: HeaderLine, _ range: Range<Int>) -> Int {
    guard line.ends(with: range) else { return 0 }
    let stop = line.tokens[..<range.lowerBound].lastIndex { $0.key == WordKey(".") }
    guard let stop, stop + 1 < range.lowerBound, line.tokens[stop + 1].isCapitalised,
      stop >= 3
    else { return 0 }
    return stop + 1
  }

  /// "12 May 2008 – Prime Minister N. N.": several such lines are a list.
  private func isEntry(_ line: HeaderLine) -> Bool {
    guard let (_, range) = line.dates.first(where: { $0.mention.basis == .explicit }) else {
      return false
    }
    return line.opens(with: range) && !line.ends(with: range)
  }

  private static var be: WordKey { "be" }

  /// "Revision 7, 02.12.2024".
  private func revision(_ line: HeaderLine, _ range: Range<Int>) -> Bool {
    let start = max(0, range.lowerBound - 4)
    guard let found = namedDay(line, in: start..<range.lowerBound) else { return false }
    return line.tokens[found.upperBound..<range.lowerBound].allSatisfy { $0.kind != .word }
  }

  /// "Prepared at the request of the Committee, 6 November 2019": a line of how the text came about.
  private func isPrepared(_ line: HeaderLine, _ range: Range<Int>) -> Bool {
    guard !line.isItem, line.words <= 25, line.ends(with: range), mentionsDay(line, range),
      let first = line.tokens.first, Self.makings.contains(first.key)
    else { return false }
    return range.lowerBound > 0
      && (line.tokens[range.lowerBound - 1].key == Self.comma
        || Self.ons.contains(line.tokens[range.lowerBound - 1].key))
  }

  /// "Minutes of the meeting of 3 June 2021", "Country note: Ghana (June 2021)": a title that begins with
  /// what the paper is and ends with its day.
  private func isOfPaper(_ line: HeaderLine, _ range: Range<Int>) -> Bool {
    guard range.lowerBound > 1, line.dates.count == 1 else { return false }
    let before = line.tokens[range.lowerBound - 1].key
    let isJoined = before == Self.comma || Self.ofs.contains(before)
    return isJoined && line.tokens.prefix(3).contains { Self.kinds.contains($0.key) }
  }

  /// "Praia office, 30 June 2023": two or three words, a comma and the day.
  private func isSigned(_ line: HeaderLine, _ range: Range<Int>) -> Bool {
    range.lowerBound > 1 && line.dates.count == 1 && line.tokens[0].isCapitalised
      && line.tokens[range.lowerBound - 1].key == Self.comma
      && !line.tokens[..<range.lowerBound].contains { token in
        VerbLexicon.builtIn.entry(token.key).map { !$0.isNoun } == true
      }
  }

  private static let ofs = BlockReading.keys("on of ( - |")
  private static let kinds = BlockReading.keys(
    "answer reply minutes version note brief paper memo memorandum report remarks speech address message"
      + " occasion statement non factsheet sheet bulletin summary record transcript backgrounder")

  private func mentionsDay(_ line: HeaderLine, _ range: Range<Int>) -> Bool {
    line.dates.contains { $0.range == range && $0.mention.core.precision == .day }
  }

  private static let makings = BlockReading.keys(
    "prepared compiled drafted submitted presented produced written delivered adopted approved"
      + " circulated tabled updated cleared")
  private static let ons = BlockReading.keys("on -")

  /// "ATHENS MERIDIAN – weekly – No. 212, 6 June 2019".
  private func isMasthead(_ line: HeaderLine, _ range: Range<Int>) -> Bool {
    words.find(.periodical, line.tokens, in: 0..<range.lowerBound) != nil
  }

  /// No verb of a deed and no year's span: a line of names and a date.
  private func isPlain(_ line: HeaderLine, _ range: Range<Int>) -> Bool {
    range.lowerBound > 0
      && line.tokens[..<range.lowerBound].allSatisfy {
        $0.isCapitalised || $0.kind != .word || Self.joints.contains($0.key)
          || words.match(.periodical, [$0], at: 0, before: 1) != nil
      }
  }

  /// How sure a dateline is.
  private static let dateline = 90
  private static var comma: WordKey { "," }
  private static var colon: WordKey { ":" }
  private static let closings = BlockReading.keys(". - ( [")
  private static let joints = BlockReading.keys("of the and on de la al el in at")
}
