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

  /// "They spoke in the residence on 9 June 2024": the day of the talk that is printed below.
  func isOfTalk(_ line: HeaderLine, _ range: Range<Int>) -> Bool {
    if line.words <= 30 { return names(.spoken, line, in: line.tokens.indices) }
    let stop = line.tokens[..<range.lowerBound].lastIndex { $0.key == WordKey(".") }
    guard let start = stop.map({ $0 + 1 }), start + 1 < range.lowerBound,
      range.lowerBound - start <= 30
    else { return false }
    // "Cuba’s ambassador spoke to Marcia Bent on Friday, 4 December 1998."
    if line.endsOrBreaks(behind: range), names(.speaks, line, in: start + 1..<range.lowerBound) {
      return true
    }
    return Self.talkers.contains(line.tokens[start].key)
      ? names(.spoken, line, in: start + 1..<range.lowerBound)
      : Self.these.contains(line.tokens[start].key)
        && names(.spoken, line, in: start + 1..<start + 2)
  }

  private func names(_ field: HeaderWords.Kind, _ line: HeaderLine, in range: Range<Int>) -> Bool {
    words.find(field, line.tokens, in: range) != nil
  }

  private static let talkers = BlockReading.keys("they we")
  private static let these = BlockReading.keys("the this our")
}
