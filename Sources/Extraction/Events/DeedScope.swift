import Chronicle
import Chronology
import Diagnostics
import Prose

/// The clause and verb by which a deed's status is read.
extension ClauseReader {
  /// The part of the segment that tells the deed: its own clause.
  func scope(_ draft: Draft, _ segment: Segment) -> Range<Int> {
    guard let clause = draft.clause, let trigger = draft.trigger,
      clause.range.contains(trigger.lowerBound)
    else { return segment.range }
    let own = clause.range.clamped(to: segment.range)
    return own.isEmpty ? segment.range : own
  }

  /// "By the time relations were established, some forty of them were teaching": what went on while
  /// something else happened is no deed of that day.
  func isScenery(_ draft: Draft, _ reading: BlockReading) -> Bool {
    guard let clause = draft.clause, let trigger = draft.trigger,
      trigger.contains(clause.verb.main), !clause.verb.isPresent, !clause.verb.isPassive,
      clause.verb.modal == nil, clause.verb.range.count > 1,
      WordClass.be.contains(reading.tokens[clause.verb.range.lowerBound].key),
      case .gerund? = VerbLexicon.builtIn.entry(reading.tokens[clause.verb.main].key)?.form
    else { return false }
    return true
  }

  /// Whether the date of what is only mentioned is all that its clause has: "after the earthquake of
  /// 25 April 2015 Norway sent a hospital", "during the floods of July 2018 they cleared mud"; not
  /// where the clause counts on from it: "two days later".
  func isBackgroundTime(
    _ date: Int, _ reading: BlockReading, _ sentence: Range<Int>, _ clauses: [Clause]
  ) -> Bool {
    guard let relation = DateUseReader.phraseRelation(date, in: reading, sentence) else {
      return DateUseReader.isDuring(date, in: reading, sentence)
    }
    let range = reading.dates[date].range
    let clause = clauses.last { $0.range.lowerBound <= range.lowerBound }?.range ?? sentence
    return relation == .after
      && !reading.dates.contains { other in
        clause.contains(other.range.lowerBound) && other.range.lowerBound > range.upperBound
          && other.mention.basis == .relative
      }
  }

  /// The verb whose tense is the deed's: the deed itself, or what carries it as its object.
  func verb(of draft: Draft, _ reading: BlockReading) -> VerbGroup? {
    guard let clause = draft.clause, let trigger = draft.trigger,
      clause.range.contains(trigger.lowerBound)
    else { return nil }
    if trigger.contains(clause.verb.main) { return clause.verb }
    guard trigger.lowerBound > clause.verb.main, trigger.lowerBound - clause.verb.main <= 8,
      !VerbLexicon.builtIn.isReport(clause.verb.lemma)
    else { return nil }
    return clause.verb
  }

}
