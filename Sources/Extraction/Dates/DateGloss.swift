import Chronology
import Diagnostics
import Prose

/// "Next year i.e. in 2017" is one date: the gloss.
enum DateGloss {
  private static let sameDays = ["time/same-day", "time/day-of-occasion"]

  /// Leaves out relative dates that the next date explains.
  static func withoutGlossed(_ mentions: [DateMention], _ text: SourceText) -> [DateMention] {
    guard mentions.count > 1 else { return mentions }
    var result = mentions
    for i in stride(from: mentions.count - 2, through: 0, by: -1)
    where mentions[i].basis == .relative && mentions[i + 1].basis == .explicit {
      let gap = Span(mentions[i].span.end, mentions[i + 1].span.start)
      guard gap.end - gap.start < 24 else { continue }
      let between = Tokenizer.tokens(of: text, in: gap).map(\.key)
      // "On the very day, 6 March 1957".
      if between == [WordClass.comma], mentions[i + 1].core.precision == .day,
        sameDays.contains(mentions[i].rules.first ?? "")
      {
        result.remove(at: i)
        continue
      }
      if between.contains(where: DateSurroundings.glossMarks.contains),
        between.allSatisfy(DateSurroundings.gloss.contains)
      {
        result.remove(at: i)
      }
    }
    return result
  }
}
