import Chronology
import Diagnostics
import Prose

/// Days of a talk that is printed, and of the issue in which it is.
extension OwnDate {
  /// "Weekend of 12–13 July 2025": the first day of an issue that is of several.
  func issueDay(_ line: HeaderLine) -> (date: EDTF, span: Span)? {
    guard line.words <= 8, !line.isItem, line.dates.count == 1,
      let (mention, range) = line.dates.first, mention.basis == .explicit,
      mention.core.isInterval, mention.core.precision == .day,
      let first = mention.core.earliest, let last = mention.core.latest, last - first <= 7,
      line.ends(with: range),
      line.tokens[..<range.lowerBound].contains(where: { Self.issues.contains($0.key) }),
      let date = EDTF(first.description)
    else { return nil }
    return (date, mention.span)
  }

  private static let issues = BlockReading.keys("weekend week issue number edition no")

  /// "We met the ambassador on Tuesday, 27 October" in the issue of that Saturday: what is said in an
  /// interview counts from the day on which it was said.
  func talkDay(_ document: Document, _ head: [HeaderLine], before issue: EDTF) -> (EDTF, Span)? {
    guard let issue = issue.latest, DocumentShape.interviewer(document) != nil else { return nil }
    var settings = DateReader.Settings(locale: locale)
    settings.reference = issue
    settings.mode = .news
    settings.bearsDate = true
    for line in head where !line.isItem && line.furniture == nil {
      var reader = DateReader(settings)
      let dates = reader.read(line.tokens, of: document.text, isHeading: false)
      for (mention, range) in BlockReading.placed(dates, line.tokens)
      where mention.core.precision == .day && !mention.core.isInterval {
        guard isOfTalk(line, range), let day = mention.core.earliest,
          (0...Self.toPrint).contains(issue - day), let date = EDTF(day.description)
        else { continue }
        return (date, mention.span)
      }
    }
    return nil
  }

  /// So many days after a talk it is printed.
  private static let toPrint = 62

  /// "They spoke in the residence on 9 June 2024": the day of the talk that is printed below.
  func isOfTalk(_ line: HeaderLine, _ range: Range<Int>) -> Bool {
    if line.words <= 30 {
      return isMeeting(line, 0) || names(.spoken, line, in: line.tokens.indices)
    }
    let stop = line.tokens[..<range.lowerBound].lastIndex { $0.key == WordKey(".") }
    guard let start = stop.map({ $0 + 1 }), start + 1 < range.lowerBound,
      range.lowerBound - start <= 30
    else { return false }
    // "Cuba’s ambassador spoke to Marcia Bent on Friday, 4 December 1998."
    if line.endsOrBreaks(behind: range), names(.speaks, line, in: start + 1..<range.lowerBound) {
      return true
    }
    if isMeeting(line, start) { return true }
    return Self.talkers.contains(line.tokens[start].key)
      ? names(.spoken, line, in: start + 1..<range.lowerBound)
      : Self.these.contains(line.tokens[start].key)
        && names(.spoken, line, in: start + 1..<start + 2)
  }

  /// "We met Dr Blake": those who ask begin.
  private func isMeeting(_ line: HeaderLine, _ start: Int) -> Bool {
    start + 1 < line.tokens.count && Self.talkers.contains(line.tokens[start].key)
      && Self.meetings.contains(line.tokens[start + 1].key)
  }

  private func names(_ field: HeaderWords.Kind, _ line: HeaderLine, in range: Range<Int>) -> Bool {
    words.find(field, line.tokens, in: range) != nil
  }

  private static let meetings = BlockReading.keys("met visited interviewed called")
  private static let talkers = BlockReading.keys("they we")
  private static let these = BlockReading.keys("the this our")
}
