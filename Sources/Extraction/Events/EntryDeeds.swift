import Chronicle
import Chronology
import Diagnostics
import Prose

/// Deeds that a clause leaves to the line, entry or clause before it.
extension ClauseReader {
  /// What an entry tells, by its verb, else by its nouns, else by whom it puts where.
  func entryType(
    _ verb: VerbGroup?, _ reading: BlockReading, _ range: Range<Int>, _ discourse: Discourse
  ) -> EventType {
    let own = verb.flatMap { PlainDeed.builtIn.type(of: $0.lemma) } ?? .other
    if own != .other { return own }
    if let type = discourse.abbreviations.type(in: range, reading) { return type }
    if let type = PlainDeed.builtIn.noun(in: range, reading) { return type }
    return EntryScene(context: context).isVisit(range, reading) ? .visit : .other
  }

  /// The date stands at the head or the end of an entry that names something and states nothing else.
  func isFramed(
    _ date: Int?, _ sentence: Range<Int>, _ clauses: [Clause], _ reading: BlockReading
  ) -> Bool {
    guard let date, date == reading.dates(in: sentence).first, sentence.count <= 40,
      reading.dates[date].mention.relation == .at,
      reading.dates[date].mention.core.precision <= .year
    else { return false }
    let range = reading.dates[date].range
    guard
      range.lowerBound - sentence.lowerBound <= 2 || sentence.upperBound - range.upperBound <= 1
    else { return false }
    let states = clauses.contains { clause in
      clause.verb.isCopula || clause.verb.isNegated
        || PlainDeed.builtIn.type(of: clause.verb.lemma) == nil
          && !PlainDeed.handling.contains(clause.verb.lemma)
    }
    let words = sentence.filter { i in
      !reading.has(.date, at: i) && reading.tokens[i].kind == .word
    }
    return !states && words.count >= 2 && words.contains { reading.tokens[$0].isCapitalised }
  }

  /// An entry under a year with neither date nor words that a rule knows.
  func undatedEntry(
    _ year: DateMention, _ reading: BlockReading, _ sentence: Range<Int>, _ clauses: [Clause],
    _ discourse: Discourse
  ) -> Draft? {
    // "---" parts entries and is none.
    guard sentence.count >= 3, sentence.contains(where: { reading.tokens[$0].kind == .word }) else {
      return nil
    }
    let clause = clauses.first ?? ClauseParser(reading: reading).clauses(sentence).first
    if let clause, clause.verb.isNegated || clause.verb.isCopula { return nil }
    let verb = clause?.verb
    let draft = Draft(
      type: entryType(verb, reading, sentence, discourse), rule: nil,
      trigger: verb.map { $0.main..<($0.main + 1) }, clause: clause, segment: sentence,
      sentence: sentence, rules: ["entry/year"], confidence: 0.5)
    set(draft, to: year, "the year of the heading", .relative)
    return draft
  }

  /// "During the visit of Prime Minister Modi", "at President Sisi's visit": the visit told before.
  func namedVisit(_ draft: Draft, _ reading: BlockReading, _ discourse: Discourse) -> ToldVisit? {
    let opening = draft.sentence.prefix(16)
    guard !discourse.visits.isEmpty,
      let at = opening.prefix(10).first(where: {
        Self.stays.contains(reading.tokens[$0].key)
      }),
      (draft.sentence.lowerBound..<at).contains(where: {
        Self.within.contains(reading.tokens[$0].key)
      })
    else { return nil }
    let named = reading.entities[reading.entities(in: opening.startIndex..<opening.endIndex)].filter
    {
      abs($0.range.lowerBound - at) <= 6
    }
    for person in named where person.kind == .person {
      let surname = PersonalName.surname(of: person.name).lowercased()
      if let visit = discourse.visits.last(where: { $0.surname == surname }) { return visit }
    }
    for office in named where office.kind == .office {
      let role = office.name.lowercased()
      if let visit = discourse.visits.last(where: { $0.role == role }) { return visit }
    }
    return nil
  }

  private static let stays = BlockReading.keys("visit stay trip tour")
  private static let within = BlockReading.keys("during in on at")

  /// An entry of a chronology that says itself to have no date: "n.d. – Poland restores the museum".
  func markedUndated(
    _ reading: BlockReading, _ sentence: Range<Int>, _ triggers: [Trigger], _ clauses: [Clause],
    _ discourse: Discourse
  ) -> Draft? {
    let mark = reading.string(
      sentence.lowerBound..<min(sentence.lowerBound + 4, sentence.upperBound))
    guard sentence.count >= 5,
      ["n.d.", "undated", "no date", "s.d."].contains(where: mark.lowercased().hasPrefix)
    else { return nil }
    let own = triggers.max { $0.rule.strength < $1.rule.strength }
    let verb = clauses.first?.verb
    return Draft(
      type: own?.rule.type ?? entryType(verb, reading, sentence, discourse), rule: own?.rule,
      trigger: own?.range ?? verb.map { $0.main..<($0.main + 1) }, clause: clauses.first,
      segment: sentence, sentence: sentence, rules: [own?.rule.id ?? "entry/undated"],
      confidence: 0.6)
  }

  /// An entry without a date in a list that has one: "a) Agreement on Social Security".
  func listed(
    _ lead: LeadIn, _ sentence: Range<Int>, _ triggers: [Trigger], _ discourse: Discourse
  ) -> Draft? {
    guard let date = lead.date ?? (lead.rule.kind == .verb ? discourse.mainVisitDated?.date : nil)
    else {
      return nil
    }
    let own = triggers.max { $0.rule.strength < $1.rule.strength }
    let rule = own?.rule ?? lead.rule
    let draft = Draft(
      type: rule.type, rule: rule, trigger: own?.range, segment: sentence, sentence: sentence,
      rules: [rule.id, "list/\(lead.rule.id)"], confidence: 0.9)
    set(draft, to: date, "the date of the list", .inherited)
    draft.partOf = lead.date == nil ? discourse.mainVisit : nil
    return draft
  }

  /// A bare sum is a gift where nothing else in its entry says what it is for.
  func leaveBareSums(_ triggers: inout [Trigger], _ discourse: Discourse) {
    let isTrade = discourse.headingDomain == .economy && discourse.lead?.type != .aid
    guard
      isTrade || triggers.contains(where: { $0.rule.kind != .entry && $0.rule.type != .disaster })
    else { return }
    triggers.removeAll { $0.rule.id == "aid/money-entry" }
  }

  /// "Vice-President Awori, Asian-African Summit, Jakarta" in a list of visits: what somebody came for is
  /// no deed beside the visit, up to a semicolon.
  func leaveOccasions(
    _ triggers: inout [Trigger], _ reading: BlockReading, _ sentence: Range<Int>, isEntry: Bool,
    _ discourse: Discourse
  ) {
    leavePurposes(&triggers, reading, sentence)
    guard isEntry, discourse.lead?.type == .visit else { return }
    let end =
      sentence.first {
        reading.tokens[$0].key == TriggerFinder.semicolon && !reading.isCellEnd($0)
      } ?? sentence.upperBound
    let guest = reading.entities.first {
      ($0.kind == .person || $0.kind == .office) && sentence.contains($0.range.lowerBound)
    }
    guard let start = guest?.range.upperBound, start < end else { return }
    triggers.removeAll { trigger in
      (start..<end).contains(trigger.range.lowerBound) && trigger.rule.kind != .verb
        && Self.occasions.contains(trigger.rule.type)
    }
  }

  private static let occasions: Set<EventType> = [
    .meeting, .consultation, .commemoration, .culturalEvent, .resolution,
  ]

  /// "Was due in 2008 and was finally opened last May": what was meant for a date that it did not keep
  /// is no deed beside what came of it.
  func leaveMeant(
    _ date: Int, _ triggers: inout [Trigger], _ clauses: [Clause], _ reading: BlockReading
  ) {
    let at = reading.dates[date].range.lowerBound
    guard let clause = clauses.last(where: { $0.range.lowerBound <= at }),
      clause.verb.main < at
    else { return }
    triggers.removeAll { $0.range.contains(clause.verb.main) && $0.range.upperBound <= at }
  }

  /// Words of a visit whose subject is a thing: "a consignment of vaccines arrived".
  func isThing(_ trigger: Trigger, _ reading: BlockReading, _ clauses: [Clause]) -> Bool {
    guard trigger.rule.type == .visit, trigger.rule.kind == .verb,
      !trigger.rule.id.hasPrefix("visit/ship"), !trigger.rule.id.hasPrefix("visit/represented"),
      let clause = clauses.last(where: { trigger.range.contains($0.verb.main) }),
      // "Lima was visited by the President": the place is the subject.
      !clause.verb.isPassive || clause.verb.lemma != "visit"
    else { return false }
    return !Animacy.canVisit(clause, reading)
  }

  /// A clause with a subject and verb of its own leaves no deed out.
  func tellsOwnDeed(
    _ date: Int?, _ segment: Segment, _ clauses: [Clause], _ reading: BlockReading
  ) -> Bool {
    guard let date,
      let clause = clauses.last(where: {
        $0.range.lowerBound <= reading.dates[date].range.lowerBound
      }),
      segment.range.contains(clause.verb.main)
    else { return false }
    // "Families who lived by the lake until 2019": only describes.
    if Self.describing.contains(reading.tokens[clause.range.lowerBound].key),
      clause.verb.main < reading.dates[date].range.lowerBound
    {
      return !isRepeated(clause, reading)
    }
    // "That today employs many": what is so now, told beside the deed.
    if clause.verb.isPresent, !clause.verb.isCopula, !clause.verb.isPassive,
      !isRepeated(clause, reading),
      clause.verb.modal == nil, PlainDeed.builtIn.type(of: clause.verb.lemma) == nil
    {
      return true
    }
    if isDueElsewhere(clause, reading) { return true }
    // "The next thirty years will be brighter": the time is the subject.
    if clause.subject == nil, clause.verb.isCopula,
      reading.dates[date].range.upperBound == clause.verb.range.lowerBound
    {
      return true
    }
    guard let subject = clause.subject, !clause.isShared || isState(clause, date, reading),
      !isRepeated(clause, reading), clause.verb.range.count > 1 || !clause.verb.isPassive
    else { return false }
    let isPronoun =
      subject.count == 1 && WordClass.subjects.contains(reading.tokens[subject.lowerBound].key)
    return !isPronoun
      || !clause.verb.isCopula && PlainDeed.builtIn.type(of: clause.verb.lemma) == nil
        && !["come", "take", "happen", "follow"].contains(clause.verb.lemma)
  }

  private static let describing = BlockReading.keys("who whose whom")

  /// "Was opened in 2014 and attained in 2022 a production of …": a verb of states with a date behind.
  private func isState(_ clause: Clause, _ date: Int, _ reading: BlockReading) -> Bool {
    !clause.verb.isCopula && !clause.verb.isPassive
      && reading.dates[date].range.lowerBound > clause.verb.main
      && Self.measuring.contains(clause.verb.lemma)
  }

  private static let measuring: Set<String> = [
    "attain", "exceed", "amount", "total", "stand", "employ", "grow", "rise", "fall", "increase",
    "decrease", "decline", "cost",
  ]

  /// A deed without a date beside a dated one of its type in the sentence is the same, told twice.
  func dropEchoes(_ result: inout Result) {
    dropSubjects(&result)
    guard result.drafts.count > 1, result.drafts.allSatisfy({ $0.partOf == nil }) else { return }
    let dated = result.drafts.filter { $0.date != nil }.map(\.type)
    result.drafts.removeAll { $0.date == nil && dated.contains($0.type) }
  }

  /// "Its eighth session, postponed twice, finally met in May": the subject of a dated deed of its type.
  private func dropSubjects(_ result: inout Result) {
    for index in result.drafts.indices.reversed() {
      let draft = result.drafts[index]
      guard draft.basis == .inherited, draft.rule?.kind == .noun, let trigger = draft.trigger,
        result.drafts.contains(where: { other in
          other !== draft && other.type == draft.type && other.date != nil
            && other.basis != .inherited
            && other.clause?.subject?.contains(trigger.lowerBound) == true
        }), !result.drafts.contains(where: { $0.partOf.map { $0 >= index } ?? false })
      else { continue }
      result.drafts.remove(at: index)
    }
  }

  /// "The statue is a gift of the city": what stands there has no date of its neighbours.
  func isStanding(_ draft: Draft, _ reading: BlockReading) -> Bool {
    guard draft.rule?.id == "other/gift", let verb = draft.clause?.verb else { return false }
    return verb.isPresent && verb.isCopula
  }

  /// "He left Baku in May; agrément for his successor was requested": the end of a post, no visit.
  func takeLeave(_ result: inout Result, _ triggers: [Trigger], _ reading: BlockReading) {
    guard result.drafts.contains(where: { $0.rule?.id == "visit/left" }),
      triggers.contains(where: { $0.rule.id == "appointment/credentials" }),
      let post = EventRuleSet.builtIn.rules.first(where: { $0.id == "appointment/left-post" })
    else { return }
    for draft in result.drafts where draft.rule?.id == "visit/left" {
      draft.type = post.type
      draft.rule = post
      draft.rules[0] = post.id
    }
  }

  /// "Voted for us in 1996; we returned the favour in 1998": what is returned is what was done before.
  func takeReturned(_ draft: Draft, _ result: Result, _ reading: BlockReading) {
    guard draft.rule?.id == "visit/return", let last = result.drafts.last, last.type != .visit,
      last.type != .meeting, let rule = last.rule,
      draft.segment.contains(where: { Self.courtesies.contains(reading.tokens[$0].key) })
    else { return }
    draft.type = rule.type
    draft.rule = rule
    draft.rules = ["ellipsis/\(rule.id)"]
  }

  private static let courtesies = BlockReading.keys(
    "courtesy favour favor gesture compliment kindness")

  /// "Was repeated in 2018", "followed in 1997": the deed is that of the clause before.
  func isRepeated(_ clause: Clause, _ reading: BlockReading) -> Bool {
    if Self.repeating.contains(clause.verb.lemma) { return true }
    let next = clause.verb.main + 1
    if clause.verb.lemma == "take", next < reading.tokens.count,
      reading.tokens[next].key == WordKey("place")
    {
      return true
    }
    // "They will hold grants": what is held, planned or raised is named anew.
    guard Self.repeatingAlone.contains(clause.verb.lemma) else { return false }
    // "The flights were restored" names what was; "they were restored" does not.
    if Self.restoring.contains(clause.verb.lemma), let subject = clause.subject, !clause.isShared,
      subject.count > 1
    {
      return false
    }
    return (clause.verb.isPassive || !hasObject(clause, reading))
  }

  /// "They were broken off; they were restored in 1991": set up again.
  func isRestored(_ date: Int?, _ clauses: [Clause], _ reading: BlockReading) -> Bool {
    guard let date,
      let clause = clauses.last(where: {
        $0.range.lowerBound <= reading.dates[date].range.lowerBound
      })
    else { return false }
    return Self.restoring.contains(clause.verb.lemma)
  }

  private func hasObject(_ clause: Clause, _ reading: BlockReading) -> Bool {
    let next = clause.verb.range.upperBound
    guard next < clause.range.upperBound, !reading.has(.date, at: next),
      !reading.has(.preposition, at: next)
    else { return false }
    let key = reading.tokens[next].key
    return reading.tokens[next].kind != .punctuation && !Self.anew.contains(key)
  }

  private static let repeating: Set<String> = [
    "repeat", "follow", "return", "reciprocate", "postpone", "slip",
  ]
  private static let restoring: Set<String> = ["resume", "restore", "renew"]
  private static let repeatingAlone: Set<String> = [
    "do", "resume", "restore", "renew", "double", "raise", "schedule", "plan", "hold", "foresee",
    "fix", "host",
  ]
  private static let anew = BlockReading.keys("so likewise again the it them this that")

  /// "Look after them, and come and see us in the winter".
  func isAsking(_ sentence: Range<Int>, _ reading: BlockReading) -> Bool {
    guard let first = sentence.first, reading.tokens[first].isCapitalised, sentence.count > 3,
      let verb = VerbLexicon.builtIn.entry(reading.tokens[first].key)
    else { return false }
    return verb.form == .base && !verb.isNoun
  }

  /// "He is due to leave for Seoul on Monday", not "the next is due to be held in May".
  private func isDueElsewhere(_ clause: Clause, _ reading: BlockReading) -> Bool {
    let at = clause.verb.range.upperBound
    guard clause.verb.isCopula, at + 2 < clause.range.upperBound,
      Self.dues.contains(reading.tokens[at].key), reading.tokens[at + 1].key == WordClass.to,
      let entry = VerbLexicon.builtIn.entry(reading.tokens[at + 2].key)
    else { return false }
    return entry.form == .base && !Self.goingOn.contains(entry.lemma)
  }

  private static let dues = BlockReading.keys("due set about expected scheduled likely")
  private static let goingOn: Set<String> = [
    "take", "follow", "resume", "continue", "happen", "meet", "convene", "begin", "start", "open",
    "return", "come", "recur",
  ]

  /// The deed that a clause leaves out because the one before it has told it.
  func ellipsis(_ result: Result, _ reading: BlockReading, _ discourse: Discourse, _ block: Int)
    -> (type: EventType, rule: EventRule?, sentence: Range<Int>?)?
  {
    if let last = result.drafts.last { return (last.type, last.rule, nil) }
    if let pending = result.pending { return (pending.type, pending.rule, nil) }
    if discourse.pendingBlock == block, let pending = discourse.pending {
      return (pending.type, pending.rule, pending.sentence)
    }
    if discourse.lastBlock == block, let type = discourse.lastType {
      return (type, discourse.lastRule, nil)
    }
    // "2nd: Oslo, 3 May": the second of what the entry above was the first of.
    if discourse.lastBlock == block - 1, discourse.wasNumbered, let type = discourse.lastType,
      EntryScene.opensWithOrdinal(reading)
    {
      return (type, discourse.lastRule, nil)
    }
    return discourse.lead.map { ($0.type, $0.rule, nil) }
  }

}
