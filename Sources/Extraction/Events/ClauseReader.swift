import Chronicle
import Chronology
import Diagnostics
import Prose

/// Reads one sentence: its deeds, each with its date.
struct ClauseReader {
  let finder: TriggerFinder
  let status: StatusReader
  let context: DocumentContext

  /// Why a dated part of a sentence became no event.
  struct Omission {
    var span: Span
    /// `denied`, `nested`, `no-deed`
    var kind: String
    var reason: String
  }

  struct Result {
    var drafts: [Draft] = []
    /// A deed named without a date, which the next dates of the block may give.
    var pending: (type: EventType, rule: EventRule, sentence: Range<Int>)?
    var omissions: [Omission] = []
  }

  /// - Parameters:
  ///   - isEntry: the block is an entry of a list, table or chronology.
  ///   - blockDate: the date at the head of the entry, for its later sentences.
  func read(
    _ reading: BlockReading, _ sentence: Range<Int>, discourse: Discourse, block: Int,
    isEntry: Bool, blockDate: DateMention?
  ) -> Result {
    var result = Result()
    let triggers = finder.triggers(in: reading, sentence)
    let clauses = triggers.isEmpty ? [] : ClauseParser(reading: reading).clauses(sentence)
    var usable: [Int] = []
    var nominal: [Int: Int] = [:]
    for (number, date) in reading.dates.enumerated()
    where sentence.contains(date.range.lowerBound) {
      switch DateUseReader.use(number, in: reading, sentence) {
      case .adverbial: usable.append(number)
      case .nominal(let head):
        usable.append(number)
        nominal[number] = head
      case .nested(let reason):
        if DateUseReader.phraseRelation(number, in: reading, sentence) == .after {
          usable.append(number)
        } else {
          result.omissions.append(
            Omission(span: date.mention.span, kind: "nested", reason: reason))
        }
      }
    }
    let segments = Segmenter.segments(
      reading, sentence, triggers: triggers, dates: usable, clauses: clauses)
    let leading = leadingDate(segments, reading)
    var sentenceDate: DateMention?
    var sentenceDraft: Int?
    for segment in segments {
      let parts = deeds(segment, reading, nominal, clauses)
      if parts.isEmpty { continue }
      for part in parts {
        var draft = self.draft(part, segment, sentence, clauses)
        if let number = part.date {
          set(
            &draft, to: mention(number, reading, sentence), "its own date words", .explicit)
          takeMoment(&draft)
        } else if let leading, sharesDate(segment) {
          let date = sentenceDate ?? leading
          set(&draft, to: date, "the date that opens the sentence", basis(of: date))
        } else if let date = sentenceDate, segment.separator == "and",
          part.trigger?.rule.kind == .noun, result.drafts.last?.type == part.trigger?.rule.type
        {
          set(&draft, to: date, "signed with the paper before it", basis(of: date))
          draft.partOf = nil
        } else if let date = sentenceDate {
          if let last = result.drafts.last, last.type == draft.type,
            !["and", ";", "while", "where"].contains(segment.separator)
          {
            continue
          }
          set(&draft, to: date, "part of the deed before it in the sentence", .inherited)
          draft.partOf = sentenceDraft
        } else if let blockDate {
          // "The flight remained operational": the entry's own deed, told on.
          if part.trigger?.rule.kind == .noun, part.trigger?.rule.type == discourse.lastType {
            continue
          }
          set(&draft, to: blockDate, "the date at the head of the entry", .inherited)
        } else if !inherit(&draft, reading, discourse, block) {
          if let rule = draft.rule { result.pending = (draft.type, rule, sentence) }
          guard isConcrete(draft, reading) else { continue }
        }
        if part.trigger == nil {
          guard let told = ellipsis(result, discourse, block) else {
            if let number = part.date {
              result.omissions.append(
                Omission(
                  span: reading.dates[number].mention.span, kind: "no-deed",
                  reason: "no deed is told with it"))
            }
            continue
          }
          draft.type = told.type
          draft.rule = told.rule
          draft.rules.insert("ellipsis/\(told.rule?.id ?? told.type.rawValue)", at: 0)
          draft.told = told.sentence
        }
        if isInanimateVisit(draft, reading) { continue }
        finish(draft, segment, sentence, reading, &result, &sentenceDate, &sentenceDraft)
      }
    }
    dropEchoes(&result)
    return result
  }

  /// "A consignment of vaccines arrived": things make no visits.
  private func isInanimateVisit(_ draft: Draft, _ reading: BlockReading) -> Bool {
    guard draft.type == .visit, let clause = draft.clause, let subject = clause.subject,
      draft.trigger.map({ $0.contains(clause.verb.main) }) == true
    else { return false }
    return !subject.contains { i in
      let token = reading.tokens[i]
      return token.isCapitalised && i > draft.sentence.lowerBound
        || WordClass.subjects.contains(token.key) || Self.animate.contains(token.key)
        || reading.entities.contains { $0.range.contains(i) }
    }
  }

  private static let animate = BlockReading.keys(
    "delegation delegations team minister ministers president presidents king queen leader leaders"
      + " premier officials speaker speakers deputies members group experts students officers"
      + " ambassador ambassadors successor predecessor mission couple others chief visitors guests"
      + " businessmen entrepreneurs artists doctors engineers volunteers soldiers missionaries")

  /// A deed without a date beside a dated one of its type in the sentence is the same, told twice.
  private func dropEchoes(_ result: inout Result) {
    let dated = Set(result.drafts.filter { $0.date != nil }.map(\.type))
    guard result.drafts.allSatisfy({ $0.partOf == nil }) else { return }
    result.drafts.removeAll { $0.date == nil && dated.contains($0.type) }
  }

  /// The deed that a clause leaves out because the one before it has told it.
  private func ellipsis(_ result: Result, _ discourse: Discourse, _ block: Int)
    -> (type: EventType, rule: EventRule?, sentence: Range<Int>?)?
  {
    if let last = result.drafts.last { return (last.type, last.rule, nil) }
    if let pending = result.pending { return (pending.type, pending.rule, nil) }
    if discourse.pendingBlock == block, let pending = discourse.pending {
      return (pending.type, pending.rule, pending.sentence)
    }
    guard discourse.lastBlock == block, let type = discourse.lastType else { return nil }
    return (type, discourse.lastRule, nil)
  }

  private func finish(
    _ draft: Draft, _ segment: Segment, _ sentence: Range<Int>, _ reading: BlockReading,
    _ result: inout Result, _ sentenceDate: inout DateMention?, _ sentenceDraft: inout Int?
  ) {
    var draft = draft
    let isNominal = draft.rule?.kind == .noun && draft.basis == .explicit
    switch status.read(
      reading, clause: segment.range, sentence: sentence, date: draft.date,
      reference: context.reference, nominal: isNominal)
    {
    case .status(let status): draft.status = status
    case .denied(let words):
      result.omissions.append(
        Omission(span: reading.span(segment.range), kind: "denied", reason: "\"\(words)\""))
      return
    }
    if draft.date != nil, draft.basis != .inherited {
      sentenceDate = draft.date
      sentenceDraft = result.drafts.count
    }
    result.drafts.append(draft)
  }

  /// A deed of a segment: a trigger, a date, or both.
  private struct Part {
    var trigger: Trigger?
    var date: Int?
  }

  /// Pairs triggers and dates of a segment.
  private func deeds(
    _ segment: Segment, _ reading: BlockReading, _ nominal: [Int: Int], _ clauses: [Clause]
  ) -> [Part] {
    let carriers = segment.carriers.isEmpty ? segment.triggers : segment.carriers
    guard let primary = strongest(carriers, reading, clauses) else {
      return segment.dates.map { Part(trigger: nil, date: $0) }
    }
    guard !segment.dates.isEmpty else { return [Part(trigger: primary, date: nil)] }
    if segment.dates.count == 1 {
      let date = segment.dates[0]
      if let head = nominal[date],
        let owner = segment.triggers.first(where: { $0.range.contains(head) }),
        owner.range != primary.range, owner.rule.type != primary.rule.type
      {
        // "The visit of 11–14 March produced the declaration": two deeds, one date.
        return [Part(trigger: owner, date: date), Part(trigger: primary, date: nil)]
      }
      return [Part(trigger: primary, date: date)]
    }
    if isList(segment.dates, reading) {
      return segment.dates.map { Part(trigger: primary, date: $0) }
    }
    return pair(segment, primary, reading, nominal)
  }

  /// Each date goes to the nearest trigger; the primary trigger takes what no other one claims.
  private func pair(
    _ segment: Segment, _ primary: Trigger, _ reading: BlockReading, _ nominal: [Int: Int]
  ) -> [Part] {
    var parts: [Part] = []
    var primaryDates: [Int] = []
    for date in segment.dates {
      let at = reading.dates[date].range.lowerBound
      var best: (cost: Int, trigger: Trigger)?
      for trigger in segment.triggers {
        let isHead = nominal[date].map { trigger.range.contains($0) } ?? false
        let distance =
          at >= trigger.range.upperBound
          ? at - trigger.range.upperBound : trigger.range.lowerBound - at + 2
        let cost = isHead ? -1 : distance + (trigger.isSetting ? 4 : 0)
        if best.map({ cost < $0.cost }) ?? true { best = (cost, trigger) }
      }
      guard let best else { continue }
      if best.trigger.range == primary.range || nominal[date] == nil {
        primaryDates.append(date)
      } else if !parts.contains(where: { $0.trigger?.range == best.trigger.range }) {
        parts.append(Part(trigger: best.trigger, date: date))
      }
    }
    let own = primaryDates.isEmpty ? [] : [Part(trigger: primary, date: primaryDates[0])]
    let rest = primaryDates.dropFirst().map { Part(trigger: primary, date: $0) }
    return (own + Array(rest) + parts).sorted { ($0.date ?? 0) < ($1.date ?? 0) }
  }

  /// The trigger that says most of what the segment tells.
  private func strongest(_ triggers: [Trigger], _ reading: BlockReading, _ clauses: [Clause])
    -> Trigger?
  {
    triggers.enumerated().max { a, b in
      let left = a.element.rule.strength - Self.depth(a.element, reading, clauses)
      let right = b.element.rule.strength - Self.depth(b.element, reading, clauses)
      return (left, -a.offset) < (right, -b.offset)
    }?.element
  }

  /// How much a trigger loses for standing deep in its clause: behind a preposition or a participle
  /// it qualifies what the verb or its object tells.
  private static func depth(_ trigger: Trigger, _ reading: BlockReading, _ clauses: [Clause]) -> Int
  {
    let at = trigger.range.lowerBound
    guard trigger.rule.kind == .noun,
      let clause = clauses.last(where: { $0.range.lowerBound <= at })
    else { return 0 }
    let verb = clause.verb.range
    let start = at >= verb.upperBound ? verb.upperBound : clause.subject?.lowerBound ?? at
    guard start < at else { return 0 }
    let isDeep = (start..<at).contains { i in
      let key = reading.tokens[i].key
      return deepening.contains(key) || WordClass.relatives.contains(key)
    }
    return isDeep ? 3 : 0
  }

  private static let deepening = BlockReading.keys(
    "on in for to at with by from under during after before towards toward about regarding including"
      + " concerning aimed aiming increasing covering as")

  /// Dates with nothing but "and", commas and prepositions between them.
  private func isList(_ dates: [Int], _ reading: BlockReading) -> Bool {
    for (a, b) in zip(dates, dates.dropFirst()) {
      let between = reading.dates[a].range.upperBound..<reading.dates[b].range.lowerBound
      guard between.allSatisfy({ Self.listWords.contains(reading.tokens[$0].key) }) else {
        return false
      }
    }
    return true
  }

  private func draft(
    _ part: Part, _ segment: Segment, _ sentence: Range<Int>, _ clauses: [Clause]
  ) -> Draft {
    let at = part.trigger?.range.lowerBound ?? segment.range.lowerBound
    return Draft(
      type: part.trigger?.rule.type ?? .other, rule: part.trigger?.rule,
      trigger: part.trigger?.range, clause: clauses.last { $0.range.lowerBound <= at },
      segment: segment.range, sentence: sentence, date: nil,
      value: nil, basis: .none, status: .occurred, partOf: nil,
      rules: part.trigger.map { [$0.rule.id] } ?? [], reasons: [],
      confidence: part.trigger == nil ? 0.5 : 0.9)
  }

  private func set(
    _ draft: inout Draft, to date: DateMention, _ why: String, _ basis: DateBasis
  ) {
    draft.date = date
    draft.value = date.value
    draft.basis = basis == .explicit ? self.basis(of: date) : basis
    draft.rules += date.rules
    draft.reasons.append(Reason("date", why))
    draft.reasons += date.derivation.map { Reason("date", $0) }
    if draft.basis == .inherited { draft.confidence -= 0.2 }
    if draft.basis == .relative { draft.confidence -= 0.1 }
  }

  /// "Has joined since 2012", "in force since May 2005": an act with lasting effect has a moment.
  private func takeMoment(_ draft: inout Draft) {
    guard let date = draft.date, date.relation == .since else { return }
    let isAct: Bool =
      switch draft.rule?.id {
      case "membership/joined": true
      case "agreement/in-force", "agreement/list-in-force", "award/noun", "award/awarded": true
      default: false
      }
    guard isAct else { return }
    draft.value = date.core
    draft.reasons.append(Reason("date", "an act with lasting effect: the moment it began"))
  }

  private func basis(of date: DateMention) -> DateBasis {
    date.basis == .explicit ? .explicit : .relative
  }

  /// The mention with the relation of the phrase around it.
  private func mention(_ number: Int, _ reading: BlockReading, _ sentence: Range<Int>)
    -> DateMention
  {
    var mention = reading.dates[number].mention
    if mention.relation == .at,
      DateUseReader.phraseRelation(number, in: reading, sentence) == .after,
      let value = EDTF(mention.core.description + "/.."), !mention.core.isInterval
    {
      mention.relation = .after
      mention.value = value
      mention.derivation.append("after what is dated so")
    }
    return mention
  }

  /// The date in the first words of the sentence, which its clauses share.
  private func leadingDate(_ segments: [Segment], _ reading: BlockReading) -> DateMention? {
    guard let first = segments.first, let date = first.dates.first,
      reading.dates[date].range.lowerBound - first.range.lowerBound <= 3
    else { return nil }
    return reading.dates[date].mention
  }

  private func sharesDate(_ segment: Segment) -> Bool {
    ["and", "but", ",", ";", "", "-"].contains(segment.separator)
  }

  /// Takes the date of the visit or meeting told before, where the words refer to it.
  private func inherit(
    _ draft: inout Draft, _ reading: BlockReading, _ discourse: Discourse, _ block: Int
  ) -> Bool {
    if Aggregates.isAggregate(reading, draft.segment) { return false }
    if Self.kin.contains(draft.type), let main = discourse.mainVisit,
      let date = discourse.mainVisitDate, context.voice == nil,
      discourse.anchorBlock != block
        || discourse.anchor == main
    {
      set(&draft, to: date, "part of the visit that the document is about", .inherited)
      draft.partOf = main
      return true
    }
    if let first = draft.sentence.first, Self.likewise.contains(reading.tokens[first].key),
      discourse.lastBlock == block, let date = discourse.lastDate
    {
      set(&draft, to: date, "told in one breath with what is dated before", .inherited)
      return true
    }
    guard let date = discourse.anchorDate, let anchor = discourse.anchor else { return false }
    let opening = draft.sentence.prefix(9)
    let refers = opening.contains { i in
      Self.pointers.contains(reading.tokens[i].key)
        && (i + 1..<min(i + 4, draft.sentence.upperBound)).contains {
          Self.settings.contains(reading.tokens[$0].key)
        }
    }
    let near = discourse.anchorBlock == block
    guard Self.kin.contains(draft.type), near || refers && block - discourse.anchorBlock <= 3 else {
      return false
    }
    if draft.type == .statement && !refers { return false }
    set(&draft, to: date, "part of the visit or meeting told before", .inherited)
    draft.partOf = anchor
    return true
  }

  /// Undated, yet what a desk officer would list: an award, a school, a membership.
  private func isConcrete(_ draft: Draft, _ reading: BlockReading) -> Bool {
    guard let rule = draft.rule, rule.strength >= 6 || rule.kind == .verb && rule.strength >= 5
    else { return false }
    switch draft.type {
    case .award, .construction, .membership, .scholarship, .other: return true
    case .training, .aid, .support: return rule.kind == .verb
    default: return false
    }
  }

  /// What visits and meetings bring.
  static let kin: Set<EventType> = [
    .agreement, .declaration, .scholarship, .meeting, .statement, .aid, .consultation,
  ]
  static let likewise = BlockReading.keys("similarly likewise")
  static let listWords = BlockReading.keys("and , in on or from of & again the again also then")
  static let pointers = BlockReading.keys("this that the same during both two these")
  static let settings = BlockReading.keys(
    "visit visits occasion leaders presidents ministers summit talks meeting margins sides trip"
      + " stay tour session sidelines")
}
