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

  private static let occasions: Set<EventType> = [.visit, .meeting, .consultation, .exercise]
  private static let plans = BlockReading.keys(
    "it this visit trip journey tour meeting session round talks summit exercise plan")
  private static let undoing: Set<String> = [
    "cancel", "call", "postpone", "scrap", "abandon", "defer", "drop", "shelve",
  ]

  /// "Was expected in May, | but the visit was called off": the clause that takes the deed back.
  func withdrawal(of draft: Draft, _ clauses: [Clause], _ reading: BlockReading) -> Range<Int>? {
    guard Self.occasions.contains(draft.type), let at = draft.trigger?.lowerBound else {
      return nil
    }
    return clauses.first { clause in
      clause.opener == "but" && clause.range.lowerBound > at && clause.verb.isPassive
        && Self.undoing.contains(clause.verb.lemma) && reading.dates(in: clause.range).isEmpty
        && clause.subject?.contains { Self.plans.contains(reading.tokens[$0].key) } == true
    }?.range
  }

  /// "The visit, for which all was ready, | did not go through": where the verb of a noun stands that a clause
  /// thrown in parts from it.
  func resumption(of draft: Draft, _ clauses: [Clause]) -> Range<Int>? {
    guard draft.rule?.kind == .noun, let at = draft.trigger?.lowerBound else { return nil }
    return clauses.first {
      $0.verb.isNegated && $0.isShared && $0.subject?.contains(at) == true
        && $0.range.lowerBound > at
    }?.range
  }

  /// "1985: 19 February treaty signed; 4 March embassy opened": a year that only says whose days follow.
  func isFrame(
    _ number: Int, _ reading: BlockReading, _ sentence: Range<Int>, isRow: Bool,
    _ clauses: [Clause]
  ) -> Bool {
    if opensYear(number, reading, sentence, clauses) { return true }
    let date = reading.dates[number]
    guard date.range.lowerBound == sentence.lowerBound, date.mention.core.precision == .year,
      number + 1 < reading.dates.count
    else { return false }
    let next = reading.dates[number + 1]
    if isRow, sentence.contains(next.range.lowerBound), next.mention.core.precision < .year,
      next.mention.core.earliest?.year == date.mention.singleYear
    {
      return true
    }
    return sentence.contains(next.range.lowerBound) && next.mention.basis == .relative
      && next.range.lowerBound - date.range.upperBound <= 2
      && (date.range.upperBound..<next.range.lowerBound).allSatisfy {
        reading.tokens[$0].kind == .punctuation
      }
      && next.mention.core.earliest?.year == date.mention.core.earliest?.year
  }

  /// "In 1975, the year of independence, Finland recognised it on 4 July": the day is of that year, and
  /// both stand in one clause.
  private func opensYear(
    _ number: Int, _ reading: BlockReading, _ sentence: Range<Int>, _ clauses: [Clause]
  ) -> Bool {
    guard number + 1 < reading.dates.count, let first = clauses.first else { return false }
    let year = reading.dates[number]
    let day = reading.dates[number + 1]
    return year.mention.core.precision == .year && year.mention.relation == .at
      && year.range.lowerBound - sentence.lowerBound <= 1
      && sentence.contains(day.range.lowerBound) && day.mention.basis == .relative
      && day.mention.core.precision < .year && first.range.contains(day.range.lowerBound)
      && day.mention.core.earliest?.year == year.mention.core.earliest?.year
      && first.verb.main > year.range.upperBound
      && Self.within.contains(
        reading.tokens[max(sentence.lowerBound, day.range.lowerBound - 1)].key)
  }

  private static let within = BlockReading.keys("on in from between")

  /// "If the parliament votes the money this autumn, …": a condition is no deed; its words and dates
  /// go, where what depends on it has a date of its own.
  func condition(_ clauses: [Clause], _ dates: [Int], _ reading: BlockReading) -> Range<Int>? {
    guard let own = conditionWords(clauses, reading) else { return nil }
    let starts = dates.map { reading.dates[$0].range.lowerBound }
    let rest = own.upperBound..<(clauses.last?.range.upperBound ?? 0)
    let end = rest.first { reading.tokens[$0].key == WordKey(";") } ?? rest.upperBound
    guard starts.contains(where: own.contains),
      starts.contains(where: { $0 >= rest.lowerBound && $0 < end })
    else { return nil }
    return own
  }

  private func conditionWords(_ clauses: [Clause], _ reading: BlockReading) -> Range<Int>? {
    if let clause = clauses.first(where: { Self.conditions.contains($0.opener) }) {
      return clause.verb.range.lowerBound..<clause.range.upperBound
    }
    // "If the virus, which halted all travel, is not under control by May, it will …".
    guard let first = clauses.first?.range.lowerBound,
      Self.conditionKeys.contains(reading.tokens[first].key),
      let next = clauses.dropFirst().first(where: { $0.verb.modal != nil })
    else { return nil }
    return first..<next.range.lowerBound
  }

  func leaveCondition(
    _ clauses: [Clause], _ reading: BlockReading, _ dates: inout [Int],
    _ triggers: inout [Trigger], _ result: inout Result
  ) {
    guard let condition = condition(clauses, dates, reading) else { return }
    for number in dates where condition.contains(reading.dates[number].range.lowerBound) {
      result.omissions.append(
        Omission(
          span: reading.dates[number].mention.span, kind: "nested", reason: "only a condition"))
    }
    dates.removeAll { condition.contains(reading.dates[$0].range.lowerBound) }
    triggers.removeAll { condition.contains($0.range.lowerBound) }
  }

  private static let conditions: Set<String> = ["if", "unless"]
  private static let conditionKeys = BlockReading.keys("if unless")

  /// "By the time relations were established, some forty of them were teaching": what went on while
  /// something else happened is no deed of that day.
  func isScenery(_ draft: Draft, _ reading: BlockReading) -> Bool {
    guard let clause = draft.clause, let trigger = draft.trigger,
      trigger.contains(clause.verb.main) || isGerund(trigger.lowerBound, reading),
      trigger.upperBound > clause.verb.range.lowerBound, !clause.verb.isPresent,
      !clause.verb.isPassive,
      clause.verb.modal == nil, clause.verb.range.count > 1,
      WordClass.be.contains(reading.tokens[clause.verb.range.lowerBound].key),
      isGerund(clause.verb.main, reading)
    else { return false }
    return true
  }

  /// "A scholarship costs less than a reception": what is thought of something is no deed.
  func isOpinion(_ draft: Draft) -> Bool {
    guard draft.rule?.kind == .noun, let verb = draft.clause?.verb,
      // "The documents signed include a treaty".
      !["include", "comprise"].contains(verb.lemma) || draft.type != .agreement
    else { return false }
    return verb.isPresent && verb.range.count == 1 && !verb.isCopula && !verb.isPassive
      && PlainDeed.builtIn.type(of: verb.lemma) == nil
  }

  private func isGerund(_ i: Int, _ reading: BlockReading) -> Bool {
    if case .gerund? = VerbLexicon.builtIn.entry(reading.tokens[i].key)?.form { return true }
    return false
  }

  /// Whether the date of what is only mentioned is all that its clause has: "after the earthquake of
  /// 25 April 2015 Norway sent a hospital", "during the floods of July 2018 they cleared mud"; not
  /// where the clause counts on from it: "two days later".
  func isBackgroundTime(
    _ date: Int, _ reading: BlockReading, _ sentence: Range<Int>, _ clauses: [Clause]
  ) -> Bool {
    let range = reading.dates[date].range
    let clause = clauses.last { $0.range.lowerBound <= range.lowerBound }?.range ?? sentence
    guard let relation = DateUseReader.phraseRelation(date, in: reading, sentence) else {
      let isAlone = reading.dates.allSatisfy { other in
        other.range == range || !clause.contains(other.range.lowerBound)
      }
      return isAlone && DateUseReader.isDuring(date, in: reading, sentence)
    }
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
