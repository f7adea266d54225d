import Prose

/// Where in a line a date stands.
extension HeaderLine {
  /// The line opens with the date, a weekday before it at most.
  func opens(with range: Range<Int>) -> Bool {
    range.lowerBound == 0 && endsOrBreaks(behind: range)
  }

  /// Nothing but marks or a time of day stands behind the date.
  func ends(with range: Range<Int>) -> Bool {
    tokens[behindTime(range)...].allSatisfy { $0.kind == .punctuation }
  }

  /// The line ends with the date, or a mark or "by" parts what follows.
  func endsOrBreaks(behind range: Range<Int>) -> Bool {
    let end = behindTime(range)
    guard end < tokens.count else { return true }
    return tokens[end].kind == .punctuation || tokens[end].key == "by"
  }

  /// One past the time of day behind a date, if there is one: "3 June 2021, 10:15 AM GMT".
  private func behindTime(_ range: Range<Int>) -> Int {
    var at = range.upperBound
    if at < tokens.count, tokens[at].key == "," || tokens[at].key == "at" { at += 1 }
    guard at + 2 < tokens.count, tokens[at].kind == .number, tokens[at].end - tokens[at].start <= 2,
      tokens[at + 1].key == ":" || tokens[at + 1].key == ".", tokens[at + 2].kind == .number
    else { return range.upperBound }
    at += 3
    while at < tokens.count, tokens[at].kind == .number || Self.clocks.contains(tokens[at].key) {
      at += 1
    }
    return at
  }

  private static let clocks = BlockReading.keys("am pm a.m p.m gmt utc cet est hrs h hours : .")
}
