import Chronicle
import Chronology
import Prose

/// Whether a clause tells what happened, goes on, is planned or depends on something.
struct StatusReader {
  private let planned: PatternList
  private let hypothetical: PatternList
  private let ongoing: PatternList

  static let rules = PatternRules(Knowledge.file("rules/status.rules"), fact: .status)
  static let builtIn = StatusReader(rules)

  init(_ rules: PatternRules) {
    planned = rules.patterns("status/planned")
    hypothetical = rules.patterns("status/hypothetical")
    ongoing = rules.patterns("status/ongoing")
  }

  /// - Parameters:
  ///   - clause: the segment; `sentence`: what it stands in, for conditions.
  ///   - date: the clause's date.
  ///   - reference: the document's own day.
  ///   - isOpen: the deed has gone on since its date.
  ///   - isOwn: the verb itself tells the deed.
  func read(
    _ reading: BlockReading, clause: Range<Int>, sentence: Range<Int>, date: DateMention?,
    reference: Day?, nominal: Bool, verb: VerbGroup? = nil, isOpen: Bool = false,
    isOwn: Bool = true
  ) -> Status {
    let isFuture =
      if let reference, let first = date?.value.earliest ?? date?.value.latest {
        first > reference && date?.flags.contains("implausible_year") != true
      } else {
        false
      }
    if reading.find(hypothetical, in: sentence) != nil,
      isFuture || date == nil || reading.find(planned, in: clause) != nil
    {
      return .hypothetical
    }
    if verb?.modal == WordKey("would"), let reference, let last = date?.value.latest,
      last > reference
    {
      return .planned
    }
    if isFuture {
      // What is told of the past with a later day has a wrong one.
      return isPast(verb) && isOwn ? .occurred : .planned
    }
    if let verb, let reference, verb.isPresent, !Self.plans.contains(verb.lemma),
      reading.find(planned, in: clause) == nil, verb.isCopula || verb.range.count > 1,
      verb.modal == nil, let value = date?.value, value.isInterval,
      let first = value.earliest, let last = value.latest, first <= reference, reference < last
    {
      return .ongoing
    }
    if let verb, isPast(verb) { return .occurred }
    if let verb, isGoingOn(verb, reading) || isOpen && verb.isPresent && verb.modal == nil {
      return .ongoing
    }
    if reading.find(planned, in: clause) != nil, !nominal {
      let isPast =
        if let reference, let last = date?.value.latest { last < reference } else { false }
      return isPast ? .occurred : .planned
    }
    if reading.find(ongoing, in: clause) != nil { return .ongoing }
    return .occurred
  }

  /// A plain past tells what happened, whatever stands around it.
  private func isPast(_ verb: VerbGroup?) -> Bool {
    guard let verb else { return false }
    return verb.range.count == 1 && !verb.isPresent && !verb.isCopula && !verb.isPassive
      && verb.modal == nil && !Self.plans.contains(verb.lemma)
  }

  /// "Has been serving", "is granting".
  private func isGoingOn(_ verb: VerbGroup, _ reading: BlockReading) -> Bool {
    guard verb.isPresent, verb.modal == nil, verb.range.count > 1,
      case .gerund? = VerbLexicon.builtIn.entry(reading.tokens[verb.main].key)?.form
    else { return false }
    return !Self.plans.contains(verb.lemma)
  }

  private static let plans: Set<String> = [
    "plan", "intend", "hope", "expect", "schedule", "prepare", "foresee", "aim", "decide", "agree",
    "propose", "consider", "negotiate", "want", "wish", "accept", "invite", "convey", "renew",
    "announce",
  ]
}
