import Chronicle
import Chronology
import Diagnostics
import Prose

/// Why a clause with a deed's words and a date tells no deed all the same.
struct Refusal {
  /// Why, in words.
  struct Reason {
    var words: String
    /// Whether the deed is named all the same, so that later dates may be its.
    var isNamed = false
  }

  private let denied: PatternList
  private let affirmed: PatternList
  private let afterAll: PatternList
  private let undone: PatternList
  private let undoneNext: PatternList
  private let undoneAfter: PatternList
  private let takenBack: PatternList
  private let invited: PatternList
  private let retracted: PatternList
  private let disclaimed: PatternList
  private let aboutText: PatternList
  private let goal: PatternList
  private let notice: PatternList
  private let general: [PatternList]

  static let rules = PatternRules(Knowledge.file("rules/refusal.rules"), fact: .refusal)
  static let builtIn = Refusal(rules)

  init(_ rules: PatternRules) {
    denied = rules.patterns("refusal/denied")
    affirmed = rules.patterns("refusal/affirmed")
    afterAll = rules.patterns("refusal/after-all")
    undone = rules.patterns("refusal/undone")
    undoneNext = rules.patterns("refusal/undone-next")
    undoneAfter = rules.patterns("refusal/undone-after")
    takenBack = rules.patterns("refusal/taken-back")
    invited = rules.patterns("refusal/invited")
    retracted = rules.patterns("refusal/retracted")
    disclaimed = rules.patterns("refusal/disclaimed")
    aboutText = rules.patterns("refusal/about-text")
    goal = rules.patterns("refusal/goal")
    notice = rules.patterns("refusal/notice")
    general = [
      "refusal/general-course", "refusal/age", "refusal/so-many", "refusal/habit",
    ].map(rules.patterns)
  }

  /// What shows it; nil where nothing speaks against the deed.
  ///
  /// - Parameters:
  ///   - scope: the deed's own clause.
  ///   - triggers: all deeds that the sentence names.
  func reason(
    _ draft: Draft, _ scope: Range<Int>, _ triggers: [Trigger], _ clauses: [Clause],
    _ reading: BlockReading
  ) -> Reason? {
    func quoted(_ words: String, _ found: Range<Int>) -> Reason {
      Reason(words: "\(words): \"\(reading.string(found))\"")
    }
    if let found = denial(draft, scope, reading) ?? undone(draft, triggers, clauses, reading)
      ?? undoneNext(draft, clauses, reading) ?? undoneAfter(draft, reading)
      ?? undoneBefore(draft, reading)
    {
      return quoted("it did not come about", found)
    }
    if let found = reading.find(retracted, in: draft.sentence), end(draft) <= found.lowerBound {
      return quoted("taken back", found)
    }
    if let found = reading.find(disclaimed, in: draft.sentence),
      found.upperBound <= draft.trigger?.lowerBound ?? draft.segment.lowerBound
    {
      return quoted("only said, and denied", found)
    }
    if let found = reading.find(goal, in: draft.sentence), found.overlaps(draft.segment) {
      return quoted("a goal", found)
    }
    if let found = reading.find(notice, in: draft.sentence), found.overlaps(draft.segment) {
      return quoted("a notice to readers", found)
    }
    for list in general {
      if let found = reading.find(list, in: draft.sentence), found.overlaps(draft.segment) {
        return quoted("how things are in general", found)
      }
    }
    if draft.basis == .inherited, let found = reading.find(invited, in: draft.sentence),
      found.overlaps(draft.segment)
    {
      return quoted("only an invitation", found)
    }
    if isAsked(draft, clauses, reading) { return Reason(words: "a question", isNamed: true) }
    if isCaption(draft, clauses, reading) {
      return Reason(words: "names what a list or table holds")
    }
    if draft.rule?.kind != .verb || draft.trigger == nil,
      let found = reading.find(aboutText, in: opening(draft))
    {
      return quoted("about the text itself", found)
    }
    if clauses.isEmpty, reading.sentences.count == 1,
      draft.sentence.contains(where: { reading.tokens[$0].key == WordKey("occasion") })
    {
      return Reason(words: "names the occasion of a text")
    }
    if isDateTheSubject(draft, reading) { return Reason(words: "the time itself is the subject") }
    return nil
  }

  /// "The agreement was never signed", "no minister came": said in the deed's own clause.
  private func denial(_ draft: Draft, _ scope: Range<Int>, _ reading: BlockReading) -> Range<Int>? {
    guard reading.find(affirmed, in: draft.sentence) == nil,
      draft.rule?.isStanding != true
    else { return nil }
    if let given = givenUp(draft, reading) { return given }
    if let unreal = unreal(draft, reading) { return unreal }
    if let found = reading.find(denied, in: scope) ?? absence(draft, reading) {
      let rest = min(found.upperBound, draft.sentence.upperBound)..<draft.sentence.upperBound
      return reading.find(afterAll, in: rest) == nil ? found : nil
    }
    guard let clause = draft.clause, let trigger = draft.trigger,
      clause.range.contains(trigger.lowerBound), !clause.verb.isCopula,
      // "As an expression of solidarity, it never recognised": why, not what, was not done.
      trigger.upperBound > clause.verb.range.lowerBound
        || clause.subject?.overlaps(trigger) == true,
      // "The agreement signed in 2001 has never carried a passenger": it was signed.
      !isToldBefore(clause.verb, draft, trigger, reading),
      // "Has not recognised": what is not done is the deed itself.
      !trigger.contains(where: { reading.has(.negation, at: $0) })
    else { return nil }
    return Self.isDenied(draft, reading) ? clause.verb.range : nil
  }

  /// "Did not come", "nobody came": of the deed's own clause.
  static func isDenied(_ draft: Draft, _ reading: BlockReading) -> Bool {
    guard let clause = draft.clause else { return false }
    // The subject's "no" may stand right before what counts as its phrase.
    let isNobody = clause.subject.map { subject in
      [subject.lowerBound - 1, subject.lowerBound].contains {
        draft.sentence.contains($0) && nobody.contains(reading.tokens[$0].key)
      }
    }
    return clause.verb.isNegated || isNobody == true
  }

  private static let nobody = BlockReading.keys("no nobody none neither")

  /// "Had he not fallen ill, he would have come in 2009".
  private func unreal(_ draft: Draft, _ reading: BlockReading) -> Range<Int>? {
    guard let verb = draft.clause?.verb, verb.modal == WordKey("would"),
      verb.range.contains(where: { reading.tokens[$0].key == WordKey("have") }),
      Self.unrealOpenings.contains(reading.tokens[draft.sentence.lowerBound].key)
        || draft.sentence.contains(where: { reading.tokens[$0].key == WordKey("if") })
    else { return nil }
    return verb.range
  }

  private static let unrealOpenings = BlockReading.keys("had without but otherwise")

  /// "An excursion on the first of August was given up": with its date before the verb that takes it back.
  private func givenUp(_ draft: Draft, _ reading: BlockReading) -> Range<Int>? {
    guard let clause = draft.clause, clause.verb.isPassive,
      reading.find(takenBack, in: clause.verb.main..<draft.sentence.upperBound)?.lowerBound
        == clause.verb.main, let date = draft.date.flatMap(reading.range),
      let subject = clause.subject, subject.lowerBound < date.lowerBound,
      date.upperBound <= clause.verb.range.lowerBound
    else { return nil }
    return clause.verb.range
  }

  /// A participle and the date behind it tell the deed before the verb that is denied.
  private func isToldBefore(
    _ verb: VerbGroup, _ draft: Draft, _ trigger: Range<Int>, _ reading: BlockReading
  ) -> Bool {
    guard let date = draft.date.flatMap(reading.range), date.upperBound <= verb.range.lowerBound,
      trigger.lowerBound < date.lowerBound
    else { return false }
    return (trigger.lowerBound..<date.lowerBound).contains { i in
      guard let entry = VerbLexicon.builtIn.entry(reading.tokens[i].key) else { return false }
      return (entry.form == .participle || entry.form == .pastOrParticiple)
        && !Self.announcing.contains(entry.lemma)
    }
  }

  /// "No new construction": a noun without a verb, said not to be.
  private func absence(_ draft: Draft, _ reading: BlockReading) -> Range<Int>? {
    guard let trigger = draft.trigger,
      draft.clause == nil || draft.clause?.verb.isCopula == true && draft.rule?.kind == .noun
    else { return nil }
    let before = max(draft.segment.lowerBound, trigger.lowerBound - 3)..<trigger.lowerBound
    return before.first { reading.tokens[$0].key == WordKey("no") }.map { $0..<($0 + 1) }
  }

  private func end(_ draft: Draft) -> Int {
    max(draft.trigger?.upperBound ?? 0, draft.segment.lowerBound + 1)
  }

  /// The first words of the draft's clause, where its subject and verb stand.
  private func opening(_ draft: Draft) -> Range<Int> {
    var start = draft.clause?.range.lowerBound ?? draft.segment.lowerBound
    // "This note replaces the one of 2019 and will be reviewed": of the same subject.
    if draft.clause?.isShared == true { start = draft.sentence.lowerBound }
    return start..<min(draft.sentence.upperBound, start + 12)
  }

  /// "A visit foreseen for May was put off": said behind the deed, with no other deed between. A
  /// plain past tells what did happen, whatever is said behind it.
  private func undone(
    _ draft: Draft, _ triggers: [Trigger], _ clauses: [Clause], _ reading: BlockReading
  ) -> Range<Int>? {
    let date = draft.date.flatMap(reading.range)
    guard let trigger = draft.trigger ?? date, trigger.upperBound < draft.sentence.upperBound else {
      return nil
    }
    let rest = trigger.upperBound..<draft.sentence.upperBound
    guard let found = reading.find(undone, in: rest) else { return nil }
    if let clause = draft.clause, clause.range.contains(trigger.lowerBound), happened(clause.verb),
      trigger.contains(clause.verb.main) || found.lowerBound >= clause.range.upperBound
    {
      return nil
    }
    // "Was postponed and is now expected in June": the new date's deed is not undone.
    if let date, date.lowerBound > found.upperBound,
      reading.find(afterAll, in: found.upperBound..<date.lowerBound) != nil
    {
      return nil
    }
    let between = trigger.upperBound..<found.lowerBound
    let isOthers = triggers.contains {
      between.contains($0.range.lowerBound) && !$0.isSetting && $0.rule.type != .statement
    }
    let isAffirmed = (found.upperBound..<min(found.upperBound + 8, rest.upperBound)).contains {
      Self.until.contains(reading.tokens[$0].key)
    }
    return isOthers || isAffirmed || between.contains { reading.tokens[$0].key == WordKey(";") }
      ? nil : found
  }

  /// "Was meant to be ready for signature; it was not": a plan, and what the next clause says of it.
  private func undoneNext(_ draft: Draft, _ clauses: [Clause], _ reading: BlockReading)
    -> Range<Int>?
  {
    guard let clause = draft.clause, let trigger = draft.trigger,
      clause.range.contains(trigger.lowerBound), !happened(clause.verb)
    else { return nil }
    let rest = trigger.upperBound..<draft.sentence.upperBound
    guard let found = reading.find(undoneNext, in: rest),
      found.lowerBound <= clause.range.upperBound + 1
    else { return nil }
    return found
  }

  /// "Was expected in Vienna on 5 May. The visit was called off": what the next sentence begins with.
  private func undoneAfter(_ draft: Draft, _ reading: BlockReading) -> Range<Int>? {
    guard let clause = draft.clause, Self.announcing.contains(clause.verb.lemma),
      let next = reading.sentences.first(where: { $0.lowerBound >= draft.sentence.upperBound }),
      let found = reading.find(undoneAfter, in: next), found.lowerBound <= next.lowerBound + 1
    else { return nil }
    return found
  }

  /// "He never came here, although his visit was announced twice".
  private func undoneBefore(_ draft: Draft, _ reading: BlockReading) -> Range<Int>? {
    guard let clause = draft.clause, Self.announcing.contains(clause.verb.lemma),
      Self.concessions.contains(clause.opener)
    else { return nil }
    let before = draft.sentence.lowerBound..<max(draft.sentence.lowerBound, clause.range.lowerBound)
    return before.first { reading.has(.negation, at: $0) }.map { $0..<($0 + 1) }
  }

  private static let concessions: Set<String> = ["although", "though"]

  private func happened(_ verb: VerbGroup) -> Bool {
    !verb.isPresent && !verb.isCopula && verb.modal == nil && !verb.isNegated
      && !Self.announcing.contains(verb.lemma)
  }

  /// The main clause of a question asks; what stands behind a participle or relative in it is told.
  private func isAsked(_ draft: Draft, _ clauses: [Clause], _ reading: BlockReading) -> Bool {
    guard let last = draft.sentence.last, reading.tokens[last].key == WordKey("?"),
      let start = draft.sentence.first(where: { reading.tokens[$0].kind == .word })
    else { return false }
    let at = draft.date.flatMap(reading.range)?.lowerBound
    let isTold = (start..<max(start, at ?? last)).suffix(7).contains { i in
      let key = reading.tokens[i].key
      return WordClass.relatives.contains(key) && i > start
        || clauses.allSatisfy { !$0.verb.range.contains(i) }
          && VerbLexicon.builtIn.entry(key)?.form == .pastOrParticiple
    }
    return !isTold
  }

  /// "Visits at the level of minister and above, 1995–2017": a plural, years and no verb.
  private func isCaption(_ draft: Draft, _ clauses: [Clause], _ reading: BlockReading) -> Bool {
    guard let trigger = draft.trigger,
      clauses.isEmpty || clauses.count == 1 && clauses[0].verb.range == trigger,
      draft.rule?.kind == .noun || trigger.lowerBound == draft.sentence.lowerBound
        || isNounToo(trigger, reading),
      let date = draft.date, date.core.isInterval || date.relation == .since,
      date.core.precision == .year, let last = trigger.last,
      let end = reading.dates(in: draft.sentence).last.map({ reading.dates[$0].range }),
      end.upperBound >= draft.sentence.upperBound - 1
    else { return false }
    let isPlural = reading.text.bytes[reading.tokens[last].end - 1] == 0x73
    // "High-level visits since 1990".
    let isBeside = end.lowerBound - trigger.upperBound <= 1
    if isPlural, reading.sentences.count == 1,
      trigger.lowerBound - draft.sentence.lowerBound < (isBeside ? 4 : 1)
    {
      return true
    }
    // "Norwegian humanitarian assistance to Nepal, 2015–2024": a title without a figure.
    return draft.type == .aid && draft.sentence.lowerBound == 0
      && draft.sentence.allSatisfy { i in
        reading.tokens[i].kind != .number || reading.has(.date, at: i)
      }
  }

  /// "High-level visits since 1990": what looks like a verb is none.
  private func isNounToo(_ trigger: Range<Int>, _ reading: BlockReading) -> Bool {
    guard trigger.count == 1,
      let entry = VerbLexicon.builtIn.entry(reading.tokens[trigger.lowerBound].key)
    else { return false }
    return entry.form == .third && entry.isNoun
  }

  /// "The autumn of 2020 tested every promise": times do nothing, save that they see deeds.
  private func isDateTheSubject(_ draft: Draft, _ reading: BlockReading) -> Bool {
    guard let clause = draft.clause, !clause.isShared,
      let range = draft.date.flatMap(reading.range),
      clause.range.lowerBound < clause.verb.range.lowerBound
    else { return false }
    let opening = clause.range.lowerBound..<clause.verb.range.lowerBound
    guard range.overlaps(opening),
      opening.allSatisfy({
        range.contains($0) || reading.has(.determiner, at: $0)
          || reading.has(.conjunction, at: $0) || reading.has(.relative, at: $0)
      })
    else { return false }
    return !(Self.seeing.contains(clause.verb.lemma) && draft.rule != nil)
  }

  private static let until = BlockReading.keys("until till before")
  private static let seeing: Set<String> = ["see", "witness", "bring", "mark"]
  private static let announcing: Set<String> = [
    "announce", "plan", "schedule", "agree", "foresee", "fix", "expect", "propose", "convene",
    "set", "invite", "prepare", "envisage", "intend", "arrange", "organise", "organize", "promise",
    "call", "pencil", "pencill", "negotiate", "make", "discuss", "mean", "suppose", "advertise",
    "publicise", "publicize", "bill", "hope", "slate", "forecast",
  ]
}
