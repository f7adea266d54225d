import Chronicle
import Chronology
import Diagnostics
import Prose

/// Which deeds and dates of a segment go together.
extension ClauseReader {
  /// A deed of a segment: a trigger, a date, or both.
  struct Part {
    var trigger: Trigger?
    var date: Int?
    /// One more paper, signed with the one before it.
    var isFurther = false
    /// The words of one of several papers; nil: the whole segment.
    var range: Range<Int>?
  }

  /// Pairs triggers and dates of a segment.
  func deeds(
    _ segment: Segment, _ reading: BlockReading, _ nominal: [Int: Int], _ clauses: [Clause]
  ) -> [Part] {
    var segment = segment
    segment.dates = withoutPromised(segment, reading)
    segment.dates = DateClause.dates(segment, reading, clauses)
    // "And another $2 million at a conference": the deed before, once more.
    if segment.carriers.isEmpty, !segment.dates.isEmpty, segment.separator == "and",
      segment.range.prefix(4).contains(where: { Self.more.contains(reading.tokens[$0].key) })
    {
      return segment.dates.map { Part(trigger: nil, date: $0) }
    }
    let carriers = segment.carriers.isEmpty ? segment.triggers : Array(segment.carriers)
    guard
      let primary = strongest(
        DateClause.carriers(carriers, of: segment, reading, clauses), reading, clauses,
        segment.range)
    else {
      return segment.dates.map { Part(trigger: nil, date: $0) }
    }
    guard !segment.dates.isEmpty else { return [Part(trigger: primary, date: nil)] }
    if segment.dates.count == 1 {
      let date = segment.dates[0]
      if let head = nominal[date],
        let owner = segment.triggers.first(where: { $0.range.contains(head) }),
        owner.range != primary.range,
        owner.rule.type != primary.rule.type
          || DateUseReader.isAmended(head, reading, segment.range)
      {
        if owner.rule.type == primary.rule.type {
          // "Signed a protocol to the treaty of 1996": the date is that of the other paper.
          return [Part(trigger: primary, date: nil), Part(trigger: owner, date: date)]
        }
        // "The visit of 11–14 March produced the declaration": two deeds, one date.
        return [Part(trigger: owner, date: date), Part(trigger: primary, date: nil)]
      }
      if let occasion = DateClause.occasion(date, of: segment, primary, reading, clauses) {
        return [Part(trigger: occasion, date: date), Part(trigger: primary, date: nil)]
      }
      let also =
        settingVisit(segment, primary, date, reading) ?? purpose(segment, primary, reading)
      return [Part(trigger: primary, date: date)]
        + (also.map { [Part(trigger: $0, date: date)] } ?? [])
    }
    if isList(segment.dates, reading) {
      return segment.dates.map { Part(trigger: primary, date: $0) }
    }
    return pair(segment, primary, reading, nominal, clauses)
  }

  /// "Offered on Tuesday to take cadets next year": the second date is that of what is offered.
  private func withoutPromised(_ segment: Segment, _ reading: BlockReading) -> [Int] {
    let dates = segment.dates
    guard let first = dates.first, dates.count > 1 else { return dates }
    let opening =
      segment.range
      .lowerBound..<max(
        segment.range.lowerBound, reading.dates[first].range.lowerBound)
    let isPromise = opening.contains { i in
      VerbLexicon.builtIn.entry(reading.tokens[i].key).map { Self.promising.contains($0.lemma) }
        ?? false
    }
    guard isPromise else { return dates }
    let start = reading.dates[first].range.upperBound
    return dates.filter { date in
      let between = start..<max(start, reading.dates[date].range.lowerBound)
      return !between.dropLast().contains { i in
        reading.tokens[i].key == WordClass.to
          && VerbLexicon.builtIn.entry(reading.tokens[i + 1].key)?.form == .base
      }
    }
  }

  private static let indefinite = BlockReading.keys("a an")
  private static let whose = BlockReading.keys("of by")
  private static let more = BlockReading.keys("another further again more")
  private static let promising: Set<String> = [
    "offer", "pledge", "promise", "agree", "undertake", "invite", "propose", "announce", "decide",
  ]

  private func isOwnStay(
    _ trigger: Trigger, _ date: Int, _ reading: BlockReading, _ segment: Segment
  ) -> Bool {
    let (start, end) = (trigger.range.lowerBound, trigger.range.upperBound)
    let at = reading.dates[date].range.lowerBound
    guard at > end, at - end <= 5, end < segment.range.upperBound,
      reading.tokens[end].key == WordClass.to,
      (end..<at).contains(where: { reading.tokens[$0].isCapitalised })
    else { return false }
    return (max(segment.range.lowerBound, start - 3)..<start).contains {
      Self.stayers.contains(reading.tokens[$0].key)
    }
  }

  private static let stayers = BlockReading.keys("his her their")

  /// "Was signed on 22 February 1994 during the State Visit of President Ochirbat": a visit of its own.
  private func settingVisit(
    _ segment: Segment, _ primary: Trigger, _ date: Int, _ reading: BlockReading
  ) -> Trigger? {
    guard primary.rule.type != .visit, reading.dates[date].mention.basis == .explicit else {
      return nil
    }
    let isFine = reading.dates[date].mention.core.precision <= .month
    return segment.triggers.first { trigger in
      guard trigger.isSetting, trigger.rule.type == .visit, trigger.range != primary.range else {
        return false
      }
      let end = trigger.range.upperBound
      // "During his visit to Vienna in May 2014, he signed": its own place and day.
      if isOwnStay(trigger, date, reading, segment) { return true }
      guard isFine else { return false }
      // "In the course of a state visit of three days": not known before.
      if Self.indefinite.contains(reading.tokens[max(0, trigger.range.lowerBound - 1)].key) {
        return true
      }
      // "Met during the visit of the Prime Minister": one occasion.
      if primary.rule.type == .meeting { return false }
      guard end < segment.range.upperBound, Self.whose.contains(reading.tokens[end].key) else {
        return false
      }
      return reading.entities.contains {
        ($0.kind == .person || $0.kind == .office) && $0.range.lowerBound > end
          && $0.range.lowerBound <= end + 3
      }
    }
  }

  /// "Travelled to Astana in April to open the embassy there": what he went for was done then.
  private func purpose(_ segment: Segment, _ primary: Trigger, _ reading: BlockReading) -> Trigger?
  {
    guard primary.rule.type == .visit, primary.rule.kind == .verb else { return nil }
    return segment.triggers.first { trigger in
      let at = trigger.range.lowerBound
      return trigger.rule.kind == .verb && Self.purposes.contains(trigger.rule.type)
        && at >= primary.range.upperBound && at > 0 && reading.tokens[at - 1].key == WordClass.to
        && VerbLexicon.builtIn.entry(reading.tokens[at].key)?.form == .base
    }
  }

  private static let purposes: Set<EventType> = [
    .establishment, .agreement, .construction, .culturalEvent, .commemoration,
  ]

  /// "The President's visit to Lisbon in 1989 was returned two years later": the date of the noun that
  /// is the subject.
  private func isInSubject(
    _ date: Int, of trigger: Trigger, _ primary: Trigger, _ reading: BlockReading,
    _ clauses: [Clause]
  ) -> Bool {
    let at = reading.dates[date].range.lowerBound
    guard trigger.rule.kind == .noun, trigger.range != primary.range, !trigger.isSetting else {
      return false
    }
    return clauses.contains { clause in
      primary.range.contains(clause.verb.main) && at < clause.verb.range.lowerBound
        && at >= trigger.range.upperBound
        && clause.subject?.contains(trigger.range.lowerBound) == true
    }
  }

  /// "The Commission, set up in 2000, held its sixth session on 26 April": the date behind the verb of the
  /// clause is that of what stands behind it, not of what was thrown in before.
  private func isBeyondAside(
    _ date: Int, of trigger: Trigger, _ primary: Trigger, _ reading: BlockReading,
    _ clauses: [Clause]
  ) -> Bool {
    let at = reading.dates[date].range.lowerBound
    guard trigger.range != primary.range, !trigger.isSetting,
      let verb = clauses.first(where: { $0.verb.main >= primary.range.upperBound })?.verb.range,
      verb.upperBound <= at, trigger.range.upperBound > verb.lowerBound,
      trigger.range.lowerBound >= verb.lowerBound, trigger.range.upperBound <= at
    else { return false }
    return reading.tokens[verb.lowerBound - 1].key == WordClass.comma
      && reading.tokens[max(0, primary.range.lowerBound - 1)].key == WordClass.comma
  }

  /// "In force for Peru since 14 January 2019 and for Chile since 3 May 2020".
  private func isAgain(_ date: Int, after first: Int, _ reading: BlockReading) -> Bool {
    let relation = reading.dates[date].mention.relation
    let (end, start) = (
      reading.dates[date - 1].range.upperBound, reading.dates[date].range.lowerBound
    )
    return relation == .since && relation == reading.dates[first].mention.relation
      && start - end <= 6 && [WordKey("and"), WordClass.comma].contains(reading.tokens[end].key)
  }

  /// "Opened an embassy in 1999, six years after relations were established": the date of a verb's own clause.
  private func isOwnVerb(
    _ date: Int, _ trigger: Trigger, _ primary: Trigger, _ reading: BlockReading,
    _ clauses: [Clause]
  ) -> Bool {
    guard trigger.rule.kind == .verb, trigger.range != primary.range, primary.rule.kind == .verb,
      trigger.rule.type != .statement
    else { return false }
    let at = reading.dates[date].range.lowerBound
    guard let clause = clauses.last(where: { $0.range.lowerBound <= at }),
      clause.range.contains(at)
    else { return false }
    return trigger.range.contains(clause.verb.main) && !primary.range.overlaps(clause.range)
  }

  /// Between two dates only places, "and" and commas.
  private func isGoingOn(_ date: Int, after last: Int, _ reading: BlockReading) -> Bool {
    let between = reading.dates[last].range.upperBound..<reading.dates[date].range.lowerBound
    return between.count <= 8 && between.contains { reading.tokens[$0].key == WordKey("and") }
      && between.allSatisfy {
        Self.listWords.contains(reading.tokens[$0].key) || reading.tokens[$0].isCapitalised
          || reading.tokens[$0].kind == .punctuation
      }
  }

  /// Each date goes to the nearest trigger; the primary trigger takes what no other one claims.
  func pair(
    _ segment: Segment, _ primary: Trigger, _ reading: BlockReading, _ nominal: [Int: Int],
    _ clauses: [Clause]
  ) -> [Part] {
    var parts: [Part] = []
    var primaryDates: [Int] = []
    var claimed: Trigger?
    for (place, date) in segment.dates.enumerated() {
      let at = reading.dates[date].range.lowerBound
      var best: (cost: Int, trigger: Trigger)?
      for trigger in segment.triggers
      where !isOfRelative(trigger, after: at, segment, reading, clauses) {
        let isHead =
          nominal[date].map { trigger.range.contains($0) } ?? false
          || isInSubject(date, of: trigger, primary, reading, clauses)
          || isBeyondAside(date, of: trigger, primary, reading, clauses)
          || trigger.rule.kind == .noun && trigger.range.upperBound == at
          || isOwnVerb(date, trigger, primary, reading, clauses)
        let distance =
          at >= trigger.range.upperBound
          ? at - trigger.range.upperBound : trigger.range.lowerBound - at + 2
        let cost = isHead ? -1 : distance + (trigger.isSetting ? 4 : 0)
        if best.map({ cost < $0.cost }) ?? true { best = (cost, trigger) }
      }
      guard let best else {
        parts.append(Part(trigger: nil, date: date))
        continue
      }
      // "Meetings May 4 in Lima and June 3 in Accra": the dates of a noun, one by one.
      if let claimed, best.cost >= 0, claimed.range != primary.range,
        isGoingOn(date, after: segment.dates[place - 1], reading)
      {
        parts.append(Part(trigger: claimed, date: date))
        continue
      }
      claimed = best.cost < 0 && nominal[date] == nil ? best.trigger : nil
      if best.trigger.range == primary.range || nominal[date] == nil && best.cost >= 0 {
        primaryDates.append(date)
      } else if !parts.contains(where: { $0.trigger?.range == best.trigger.range }) {
        parts.append(Part(trigger: best.trigger, date: date))
      }
    }
    // "Following the independence on 24 October 1964, relations were established on 28 January": then.
    if let first = primaryDates.first,
      DateUseReader.phraseRelation(first, in: reading, segment.range) == .after,
      let plain = primaryDates.first(where: { isPlain($0, reading, segment) })
    {
      primaryDates.removeAll { $0 < plain }
    }
    let own = primaryDates.isEmpty ? [] : [Part(trigger: primary, date: primaryDates[0])]
    // "On 5 August, first of all after the night of 15 July": what the day lies after is no other deed.
    let rest = primaryDates.dropFirst().filter { date in
      return
        (isPlain(date, reading, segment)
        || isAgain(date, after: primaryDates[0], reading)
          && DateUseReader.phraseRelation(date, in: reading, segment.range) == nil)
        && !isAside(reading.dates[date].range.lowerBound, from: primary, reading, clauses)
    }
    .map { Part(trigger: primary, date: $0) }
    return (own + Array(rest) + parts).sorted { ($0.date ?? 0) < ($1.date ?? 0) }
  }

  /// A date that stands by itself, not "after the independence on 24 October 1964".
  private func isPlain(_ date: Int, _ reading: BlockReading, _ segment: Segment) -> Bool {
    reading.dates[date].mention.relation == .at
      && DateUseReader.phraseRelation(date, in: reading, segment.range) == nil
  }

  /// "In 1984 it paid for the dig, whose museum was inaugurated in 1995": a deed of a relative clause with a
  /// date of its own has not the date of what stands before.
  private func isOfRelative(
    _ trigger: Trigger, after date: Int, _ segment: Segment, _ reading: BlockReading,
    _ clauses: [Clause]
  ) -> Bool {
    guard let own = clauses.last(where: { $0.range.lowerBound <= trigger.range.lowerBound }),
      own.range.lowerBound > date, reading.has(.relative, at: own.range.lowerBound)
    else { return false }
    return segment.dates.contains { own.range.contains(reading.dates[$0].range.lowerBound) }
  }

  /// "It sheltered people whose grandchildren are here tonight": a clause that only describes dates
  /// nothing but itself.
  private func isAside(
    _ date: Int, from trigger: Trigger, _ reading: BlockReading, _ clauses: [Clause]
  ) -> Bool {
    let at = trigger.range.lowerBound
    guard let own = clauses.last(where: { $0.range.lowerBound <= date }),
      own.range.lowerBound > at, own.verb.range.lowerBound < date
    else { return false }
    return reading.has(.relative, at: own.range.lowerBound)
  }

  /// The trigger that says most of what the segment tells.
  func strongest(
    _ triggers: [Trigger], _ reading: BlockReading, _ clauses: [Clause], _ segment: Range<Int>
  ) -> Trigger? {
    func weight(_ trigger: Trigger) -> Int {
      trigger.rule.strength - Self.depth(trigger, reading, clauses)
        - Self.phraseDepth(trigger, triggers, reading, clauses, segment)
    }
    return triggers.enumerated().max { a, b in
      (weight(a.element), -a.offset) < (weight(b.element), -b.offset)
    }?.element
  }

  /// "Memorandum on political consultations": without a verb the first noun is the head, and what
  /// stands behind its preposition says what it is about.
  private static func phraseDepth(
    _ trigger: Trigger, _ triggers: [Trigger], _ reading: BlockReading, _ clauses: [Clause],
    _ segment: Range<Int>
  ) -> Int {
    let at = trigger.range.lowerBound
    guard !clauses.contains(where: { $0.range.lowerBound <= at && segment.contains($0.verb.main) }),
      let head = triggers.first(where: {
        $0.rule.kind == .noun && DeedBoundary.papers.contains($0.rule.type)
          && $0.range.upperBound <= at
      })
    else { return 0 }
    let isDeep = (head.range.upperBound..<at).contains {
      deepening.contains(reading.tokens[$0].key)
    }
    return isDeep ? 5 : 0
  }

  /// How much a trigger loses for standing deep in its clause: behind a preposition or a participle
  /// it qualifies what the verb or its object tells.
  static func depth(_ trigger: Trigger, _ reading: BlockReading, _ clauses: [Clause]) -> Int {
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

  static let deepening = BlockReading.keys(
    "on in for to at with by from under during after before towards toward about regarding including"
      + " concerning aimed aiming increasing covering as")

  /// Dates with nothing but "and", commas and prepositions between them.
  func isList(_ dates: [Int], _ reading: BlockReading) -> Bool {
    for (a, b) in zip(dates, dates.dropFirst()) {
      let between = reading.dates[a].range.upperBound..<reading.dates[b].range.lowerBound
      guard between.allSatisfy({ Self.listWords.contains(reading.tokens[$0].key) }) else {
        return false
      }
    }
    return true
  }

}
