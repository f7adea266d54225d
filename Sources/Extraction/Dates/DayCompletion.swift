import Chronology
import Diagnostics
import Prose

/// Days at the end of an entry that complete the month at its head: "Sept. – King in Oslo, 26 to 28",
/// "2021 Oct – ministers meet (7th)".
struct DayCompletion {
  let words: BlockWords

  /// Completes the first date of an entry where its month has its days elsewhere, once.
  func complete(_ mentions: inout [DateMention]) {
    guard let head = mentions.first, head.core.precision == .month, !head.core.isInterval,
      head.relation == .at, words.tokens.count > 3, head.span.start <= words.tokens[2].start,
      let month = head.core.earliest
    else { return }
    let found = days(after: head.span.end).filter { days in
      !mentions.contains { $0.span.overlaps(days.span) }
    }
    guard found.count == 1, let days = found.first,
      let first = Day(year: month.year, month: month.month, day: days.first),
      let last = Day(year: month.year, month: month.month, day: days.last)
    else { return }
    let value = first == last ? EDTF(first.description) : EDTF("\(first)/\(last)")
    guard let value else { return }
    mentions[0].core = value
    mentions[0].value = value
    mentions[0].derivation.append("the days that the entry names later")
  }

  private struct Days {
    var first: Int
    var last: Int
    var span: Span
  }

  private func days(after end: Int) -> [Days] {
    var result: [Days] = []
    let tokens = words.tokens
    var i = tokens.firstIndex { $0.start >= end } ?? tokens.count
    while i + 1 < tokens.count {
      guard let closing = Self.closings[tokens[i].key], !isNumbering(before: i),
        let (first, isFirstOrdinal, next) = day(at: i + 1)
      else {
        i += 1
        continue
      }
      var last = (first, isFirstOrdinal, next)
      if let joint = words.key(next), Self.joints.contains(joint), let other = day(at: next + 1) {
        last = (other.day, other.isOrdinal, other.next)
      }
      let isClosed = words.key(last.2).map(closing.contains) ?? !closing.contains(Self.bracket)
      if isClosed, last.0 > first || last.2 == next && isFirstOrdinal {
        result.append(
          Days(
            first: first, last: last.0,
            span: Span(tokens[i + 1].start, tokens[last.2 - 1].end)))
      }
      i += 1
    }
    return result
  }

  /// "Second meeting (2nd)": an ordinal of what stands before it.
  private func isNumbering(before i: Int) -> Bool {
    words.key(i - 1).map(Self.numbered.contains) ?? false
  }

  /// A day of a month, with what follows it.
  private func day(at i: Int) -> (day: Int, isOrdinal: Bool, next: Int)? {
    guard i < words.tokens.count else { return nil }
    let token = words.tokens[i]
    guard token.kind == .number,
      let value = Int(String(decoding: words.bytes[token.start..<token.end], as: UTF8.self)),
      (1...31).contains(value)
    else { return nil }
    guard i + 1 < words.tokens.count, words.tokens[i + 1].start == token.end,
      words.tokens[i + 1].kind == .word
    else { return (value, false, i + 1) }
    return BlockReading.ordinalEndings.contains(words.tokens[i + 1].key)
      ? (value, true, i + 2) : nil
  }

  private static var bracket: WordKey { ")" }
  /// What opens days, with what may end them.
  private static let closings = WordMap<WordSet>([
    WordKey("("): BlockReading.keys(")"), WordKey(","): BlockReading.keys(". ; ,"),
  ])
  private static let joints = BlockReading.keys("- to and & until")
  private static let numbered = BlockReading.keys(
    "session meeting commission committee round edition congress summit visit conference mtg")
}
