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
