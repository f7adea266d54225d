import Chronicle
import Prose

/// Deeds that are only named, described or told on.
extension ClauseReader {
  /// "A new chapter was opened on 15 July 2021 when the Prime Minister paid a visit": a clause that tells
  /// no deed lends its date to the clause of time behind it.
  func lendToTime(
    _ segments: inout [Segment], _ reading: BlockReading, _ clauses: [Clause],
    _ discourse: Discourse
  ) {
    for i in segments.indices.dropLast() {
      let (told, time) = (segments[i], segments[i + 1])
      guard time.separator == "when", time.dates.isEmpty, !time.triggers.isEmpty,
        told.triggers.isEmpty, let date = told.dates.first,
        PlainDeed.builtIn.type(
          ofClauseAt: reading.dates[date].range, in: told.range, clauses, reading,
          isVoice: discourse.isVoice) == nil
      else { continue }
      segments[i + 1].dates = told.dates
      segments[i].dates = []
    }
  }

  /// "In May we gave syringes and lent you a laboratory": one giver, one day, one help.
  func isGiftGoingOn(_ draft: Draft, _ last: Draft?, _ date: DateMention) -> Bool {
    guard let last, last.type == draft.type, RoleResolver.gifts.contains(draft.type) else {
      return false
    }
    return last.date?.span == date.span && draft.clause?.isShared == true
  }

  /// "The pact removes the tariff within five years", "called the memorandum a milestone": what a paper
  /// holds and what is thought of it.
  func isDescribed(_ draft: Draft, _ reading: BlockReading) -> Bool {
    if RoleResolver.gifts.contains(draft.type) || draft.type == .scholarship,
      let at = draft.trigger?.lowerBound, at > draft.sentence.lowerBound,
      let verb = VerbLexicon.builtIn.entry(reading.tokens[at].key), verb.form == .third,
      Self.holding.contains(verb.lemma)
    {
      // "The agreement, signed in May, provides for 20 scholarships a year".
      return (draft.sentence.lowerBound..<at).prefix(8).contains {
        DeedWords.papers.contains(reading.tokens[$0].key)
      }
    }
    guard draft.rule?.kind == .noun, draft.type == .agreement || draft.type == .declaration,
      let clause = draft.clause, let trigger = draft.trigger, !clause.verb.isPassive
    else { return false }
    if Self.calling.contains(clause.verb.lemma) {
      return trigger.lowerBound >= clause.verb.range.upperBound
    }
    // "Has governed trade since 1 July 2000" tells since when.
    return clause.verb.isPresent && clause.verb.range.count == 1
      && Self.holding.contains(clause.verb.lemma) && clause.subject?.overlaps(trigger) == true
  }

  /// "A free trade agreement between Korea and the Union could be signed by 2025": the noun is the subject
  /// of the verb that tells the deed.
  func isNamed(_ draft: Draft, _ triggers: [Trigger], _ clauses: [Clause]) -> Bool {
    guard draft.rule?.kind == .noun, let noun = draft.trigger else { return false }
    return triggers.contains { trigger in
      trigger.rule.kind == .verb && trigger.rule.type == draft.type
        && clauses.contains {
          trigger.range.contains($0.verb.main) && $0.subject?.overlaps(noun) == true
        }
    }
  }

  /// "And the citizens can travel without visas": what follows from the deed before.
  func isSoNow(_ draft: Draft) -> Bool {
    guard let verb = draft.clause?.verb, draft.trigger?.contains(verb.main) == true else {
      return false
    }
    return verb.modal == WordKey("can") || verb.modal == WordKey("may")
  }

  private static let calling: Set<String> = [
    "call", "describe", "hail", "praise", "laud", "dub", "consider", "regard", "criticise",
    "criticize", "term",
  ]
  private static let holding: Set<String> = [
    "remove", "provide", "cover", "allow", "aim", "contain", "regulate", "give", "open", "include",
    "foresee", "envisage", "cut", "reduce", "eliminate", "abolish", "grant", "enable", "permit",
    "seek", "set", "create", "offer", "form", "make", "help", "facilitate", "require", "oblige",
    "protect", "guarantee", "ensure", "simplify", "govern", "define", "remain", "serve",
  ]
}
