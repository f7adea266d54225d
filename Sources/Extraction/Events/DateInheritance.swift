import Chronicle
import Chronology
import Diagnostics
import Prose

/// Dates that a sentence takes from one before it.
extension ClauseReader {
  /// Takes the date of the visit or meeting told before, where the words refer to it.
  func inherit(
    _ draft: Draft, _ reading: BlockReading, _ discourse: Discourse, _ block: Int
  ) -> Bool {
    if Aggregates.isAggregate(reading, draft.segment) { return false }
    if isPhrase(draft) || isOfNow(draft, reading) || isOfAnother(draft) { return false }
    if Self.kin.contains(draft.type) || Self.told.contains(draft.type),
      let visit = namedVisit(draft, reading, discourse)
    {
      set(draft, to: visit.date, "part of the visit told before", .inherited)
      draft.partOf = visit.index
      return true
    }
    // "If further funds are required, India will provide …": not then.
    if draft.sentence.contains(where: { reading.tokens[$0].key == WordKey("if") }),
      !endsThere(draft, reading)
    {
      return false
    }
    let isPlan = isAhead(draft)
    if let told = discourse.mainVisitDated?.date ?? discourse.anchorDated?.date,
      tellsOtherTime(draft, told, reading)
        || isPlan && isOver(told) && !endsThere(draft, reading)
    {
      return false
    }
    // "They will meet next year. The police signed an accord": not then.
    let isBehind = !isPlan && discourse.anchorDated?.status == .planned && draft.clause != nil
    // "After their talks the two ministers signed": the talks told last, whatever visit they were part of.
    if draft.type != .meeting, Self.kin.contains(draft.type),
      let talks = talks(before: draft, reading, discourse, block)
    {
      set(draft, to: talks.date, "after the talks told before", .inherited)
      draft.partOf = talks.index
      return true
    }
    if Self.kin.contains(draft.type), let main = discourse.mainVisit,
      let date = discourse.mainVisitDated?.date, context.voice == nil,
      discourse.anchorBlock != block
        || discourse.anchor == main || isBehind
    {
      set(draft, to: date, "part of the visit that the document is about", .inherited)
      draft.partOf = main
      return true
    }
    if let first = draft.sentence.first, Self.likewise.contains(reading.tokens[first].key),
      discourse.lastBlock == block, let date = discourse.lastDated?.date
    {
      set(draft, to: date, "told in one breath with what is dated before", .inherited)
      return true
    }
    guard let date = discourse.anchorDated?.date, let anchor = discourse.anchor, !isBehind else {
      return inheritAlso(draft, reading, discourse, block)
    }
    let refers =
      refers(draft, reading) || endsThere(draft, reading)
      || discourse.anchorBlock == block && discourse.lastDated === discourse.anchorDated
        && isDoneToGuest(draft, reading)
    let near = discourse.anchorBlock == block
    let isKin = Self.kin.contains(draft.type) || refers && Self.told.contains(draft.type)
    guard isKin, near || refers && block - discourse.anchorBlock <= 3 else {
      return inheritAlso(draft, reading, discourse, block)
    }
    if draft.type == .statement && !refers { return false }
    set(draft, to: date, "part of the visit or meeting told before", .inherited)
    draft.partOf = anchor
    return true
  }

  /// "They chaired a council, a format they had agreed on when he was in Cairo": what lies behind the story.
  static func isFlashback(_ draft: Draft, _ reading: BlockReading) -> Bool {
    guard let clause = draft.clause, clause.range.lowerBound > draft.sentence.lowerBound,
      !clause.opener.isEmpty, subordinating.contains(clause.opener)
    else { return false }
    let before = draft.sentence.lowerBound..<clause.range.lowerBound
    return before.contains {
      reading.tokens[$0].key == had && $0 > draft.sentence.lowerBound + 3
        && reading.has([.verb, .auxiliary], at: $0 + 1)
    }
  }

  private static let subordinating: Set<String> = [
    "when", "which", "that", "who", "where", "after",
  ]
  private static var had: WordKey { "had" }

  /// "They will meet again": none of what was done then.
  private func isAhead(_ draft: Draft) -> Bool {
    guard let verb = draft.clause?.verb, draft.segment.contains(verb.main) else { return false }
    return verb.modal.map(Self.futures.contains) ?? false
  }

  private static let futures = BlockReading.keys("will shall")

  /// Whether a date lies before the document's own day, or on it.
  private func isOver(_ date: DateMention) -> Bool {
    guard let reference = context.reference, let last = date.core.latest else { return false }
    return last <= reference
  }

  /// "The factory, to which Brazil contributed 23 million": what is told of a thing by the way.
  private func isOfAnother(_ draft: Draft) -> Bool {
    guard let clause = draft.clause, clause.opener == "which" || clause.opener == "who" else {
      return false
    }
    return draft.segment.contains(clause.verb.main) && RoleResolver.gifts.contains(draft.type)
  }

  /// "The Presidents expressed satisfaction": what such papers say as a rule.
  private func isPhrase(_ draft: Draft) -> Bool {
    draft.type == .statement && draft.clause.map { Self.phrases.contains($0.verb.lemma) } ?? false
  }

  private static let phrases: Set<String> = [
    "express", "reiterate", "reaffirm", "recall", "welcome", "note", "stress", "underline",
    "underscore", "emphasise", "emphasize", "commend", "confirm", "appreciate", "praise", "hail",
  ]

  /// "I still meet its patients": what is so now was not done then.
  private func isOfNow(_ draft: Draft, _ reading: BlockReading) -> Bool {
    guard let clause = draft.clause, let subject = clause.subject, subject.count == 1,
      draft.segment.contains(clause.verb.main)
    else { return false }
    return clause.verb.isPresent && clause.verb.range.count == 1 && clause.verb.modal == nil
      && !clause.verb.isCopula
      && RoleResolver.first.contains(reading.tokens[subject.lowerBound].key)
  }

  /// "A partnership will be signed there": at what was told just before.
  private func endsThere(_ draft: Draft, _ reading: BlockReading) -> Bool {
    guard let verb = draft.clause?.verb, draft.segment.contains(verb.main) else { return false }
    return (verb.main + 1..<min(verb.main + 4, draft.segment.upperBound)).contains {
      reading.tokens[$0].key == WordKey("there") && reading.tokens[$0 - 1].kind == .word
        && !WordClass.prepositions.contains(reading.tokens[$0 - 1].key)
    }
  }

  /// "The university made him an honorary doctor", right behind his visit.
  private func isDoneToGuest(_ draft: Draft, _ reading: BlockReading) -> Bool {
    guard let verb = draft.clause?.verb, !verb.isPresent, verb.range.count == 1,
      draft.trigger?.overlaps(verb.range) == true || draft.type == .award,
      verb.main + 1 < draft.segment.upperBound
    else { return false }
    return Self.guests.contains(reading.tokens[verb.main + 1].key)
  }

  private static let guests = BlockReading.keys("him her them")

  /// "The agreement, signed on 31 October 2002, has been in force since": a sentence with a time of its
  /// own is no part of the visit.
  private func tellsOtherTime(_ draft: Draft, _ visit: DateMention, _ reading: BlockReading) -> Bool
  {
    guard let start = visit.core.earliest else { return false }
    return reading.dates(in: draft.sentence).contains { number in
      let own = reading.dates[number].mention
      if context.ownDate?.overlaps(own.span) == true { return true }
      return draft.rule?.kind != .verb && own.core.precision <= .year
        && own.core.latest.map { $0 < start } ?? false
    }
  }

  /// Takes the date of the deed told before in the block, where "they also" did this one.
  private func inheritAlso(
    _ draft: Draft, _ reading: BlockReading, _ discourse: Discourse, _ block: Int
  ) -> Bool {
    if let scene = discourse.scene, block - scene.block <= 2, isOfScene(draft, reading) {
      set(draft, to: scene.date, "done on the day with which the report begins", .inherited)
      return true
    }
    guard isSaidAlso(draft, reading), discourse.lastBlock == block,
      let last = discourse.lastDated, let date = last.date, Self.kin.contains(draft.type),
      Self.gatherings.contains(last.type)
    else { return false }
    set(draft, to: date, "done at the same time as the deed before it", .inherited)
    return true
  }

  /// "Ministers signed six accords on the sidelines", "The two also chaired a council": told of the day of the
  /// report, in the simple past.
  private func isOfScene(_ draft: Draft, _ reading: BlockReading) -> Bool {
    guard Self.kin.contains(draft.type), draft.type != .statement, draft.rule?.kind != .entry,
      let clause = draft.clause, clause.range.lowerBound == draft.sentence.lowerBound,
      draft.segment.contains(clause.verb.main), clause.verb.range.count == 1,
      !clause.verb.isPresent, !clause.verb.isCopula, clause.verb.modal == nil,
      !clause.verb.isNegated, let subject = clause.subject
    else { return false }
    let words = subject.map { reading.tokens[$0].key }
    return words.contains(where: Self.sameDoers.contains)
      || reading.entities[reading.entities(in: subject)].contains {
        $0.kind == .person || $0.kind == .office
      }
  }

  /// "They also initialled a protocol": one more deed of those who have just done something.
  private func isSaidAlso(_ draft: Draft, _ reading: BlockReading) -> Bool {
    let opening = draft.sentence.prefix(6)
    guard let first = opening.first,
      let also = opening.first(where: {
        Self.moreover.contains(reading.tokens[$0].key)
      }), reading.dates(in: draft.sentence).isEmpty
    else { return false }
    return Self.sameDoers.contains(reading.tokens[first].key)
      || also == first && opening.contains { Self.sameDoers.contains(reading.tokens[$0].key) }
  }

  private static let moreover = BlockReading.keys("also furthermore besides further too")
  private static let sameDoers = BlockReading.keys("they both he she the it we")
  /// Deeds at which others are done.
  private static let gatherings: Set<EventType> = [
    .visit, .meeting, .consultation, .agreement, .declaration,
  ]

  /// What visits and meetings bring.
  static let kin: Set<EventType> = [
    .agreement, .declaration, .scholarship, .meeting, .statement, .aid, .consultation,
  ]
  /// What a sentence that points at the visit may tell besides: "During that visit we planted …".
  static let told: Set<EventType> = [
    .construction, .establishment, .commemoration, .award, .culturalEvent, .training, .trade,
    .transportLink, .exercise, .membership, .investment, .arms,
  ]
  static let likewise = BlockReading.keys("similarly likewise")
}
