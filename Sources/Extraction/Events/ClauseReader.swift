import Chronicle
import Chronology
import Diagnostics
import Prose

/// Reads one sentence: its deeds, each with its date.
///
/// An object, as whatever asks it something carries it along.
final class ClauseReader {
  let finder: TriggerFinder
  let status: StatusReader
  let context: DocumentContext

  init(finder: TriggerFinder, status: StatusReader, context: DocumentContext) {
    self.finder = finder
    self.status = status
    self.context = context
  }

  /// Why a dated part of a sentence became no event.
  struct Omission {
    var span: Span
    /// `refused`, `nested`, `no-deed`, `own-date`
    var kind: String
    var reason: String
  }

  struct Result {
    var drafts: [Draft] = []
    /// A deed named without a date, which the next dates of the block may give.
    var pending: (type: EventType, rule: EventRule, sentence: Range<Int>)?
    var omissions: [Omission] = []
    var reports: [DateReport] = []
  }

  /// All deeds named in a block.
  func triggers(in reading: BlockReading) -> [Trigger] {
    finder.triggers(in: reading, reading.tokens.indices)
  }

  /// - Parameters:
  ///   - isEntry: the block is an entry of a list, table or chronology.
  ///   - blockDated: the deed whose date stands at the head of the entry, for its later sentences.
  func read(
    _ reading: BlockReading, _ sentence: Range<Int>, discourse: Discourse, block: Int,
    isEntry: Bool, blockDated: Draft?, isFirst: Bool
  ) -> Result {
    var result = Result()
    var triggers = finder.triggers(in: reading, sentence)
    let dates = reading.dates(in: sentence)
    let hasDates = !dates.isEmpty
    if triggers.isEmpty, !hasDates, !isFirst { return result }
    let clauses =
      triggers.isEmpty && !hasDates ? [] : ClauseParser(reading: reading).clauses(sentence)
    if !isEntry, !clauses.isEmpty { triggers.removeAll { $0.rule.kind == .entry } }
    settle(&triggers, reading, sentence, clauses, discourse, isEntry: isEntry, isFirst: isFirst)
    if hasDates { result.reports = reports(reading, sentence, triggers) }
    let reported = result.reports.map(\.date)
    var usable: [Int] = []
    var nominal: [Int: Int] = [:]
    for number in dates where !reported.contains(number) && !isOfSource(number, result, reading) {
      let span = reading.dates[number].mention.span
      if let own = context.ownDate, own.overlaps(span) {
        result.omissions.append(
          Omission(span: span, kind: "own-date", reason: "the document's own date"))
        continue
      }
      if isFrame(number, reading, sentence, isRow: discourse.entryDate != nil, clauses) {
        result.omissions.append(
          Omission(span: span, kind: "nested", reason: "the year of the days behind it"))
        continue
      }
      switch DateUseReader.use(number, in: reading, sentence) {
      case .adverbial: usable.append(number)
      case .nominal(let head):
        usable.append(number)
        nominal[number] = head
      case .nested(let reason):
        if reason == DateUseReader.ofMentioned || reason == DateUseReader.namesMentioned,
          isBackgroundTime(number, reading, sentence, clauses)
        {
          usable.append(number)
        } else {
          result.omissions.append(Omission(span: span, kind: "nested", reason: reason))
          if reason == DateUseReader.meant { leaveMeant(number, &triggers, clauses, reading) }
        }
      }
    }
    leaveCondition(clauses, reading, &usable, &triggers, &result)
    var segments =
      triggers.isEmpty && usable.isEmpty
      ? []
      : BracketedPapers.segments(reading, sentence, triggers: triggers, dates: usable)
        ?? Segmenter.segments(
          reading, sentence, triggers: triggers, dates: usable, clauses: clauses)
    lendToTime(&segments, reading, clauses, discourse)
    lendToPaper(&segments, reading, clauses)
    let leading = leadingDate(segments, reading)
    var sentenceDated: Draft?
    var sentenceDraft: Int?
    for segment in segments {
      let parts = withFurtherPapers(
        deeds(segment, reading, nominal, clauses), segment, reading)
      if parts.isEmpty { continue }
      for part in parts {
        let draft = self.draft(part, segment, sentence, clauses)
        if let range = part.range { draft.segment = range }
        takeReturned(draft, result, reading)
        takeMission(draft, reading)
        if part.date == nil, !part.isFurther,
          isScenery(draft, reading) || isOpinion(draft) || draft.clause?.opener == "if"
        {
          continue
        }
        if !part.isFurther,
          isDescribed(draft, reading) || part.date == nil && isNamed(draft, triggers, clauses)
        {
          continue
        }
        if let number = part.date {
          set(
            draft, to: mention(number, reading, sentence), "its own date words", .explicit)
          takeMoment(draft, reading)
        } else if part.isFurther, let last = result.drafts.last, let date = last.date {
          set(draft, to: date, "signed with the paper before it", last.basis)
          draft.partOf = last.partOf
        } else if draft.rule?.isStanding == true {
          // A policy that stands: no day told near it is its own.
        } else if isStanding(draft, reading) {
          guard isConcrete(draft, reading) else { continue }
        } else if let leading, sharesDate(segment) {
          let date = sentenceDated?.date ?? reading.dates[leading].mention
          if isGiftGoingOn(draft, result.drafts.last, date) { continue }
          set(draft, to: date, "the date that opens the sentence", basis(of: date))
        } else if let date = sentenceDated?.date, segment.separator == "and",
          part.trigger?.rule.kind == .noun, result.drafts.last?.type == part.trigger?.rule.type
        {
          set(draft, to: date, "signed with the paper before it", basis(of: date))
          draft.partOf = nil
        } else if sentenceDated != nil,
          Self.bases.contains(reading.tokens[sentence.lowerBound].key)
        {
          // "Under the agreement signed in 1994, they have built three": no day of it.
          guard isConcrete(draft, reading) else { continue }
        } else if let date = sentenceDated?.date {
          if let last = result.drafts.last, last.type == draft.type, isSoNow(draft) { continue }
          if let last = result.drafts.last, last.type == draft.type,
            !["and", ";", "while", "where"].contains(segment.separator)
          {
            continue
          }
          set(draft, to: date, "part of the deed before it in the sentence", .inherited)
          draft.partOf = sentenceDraft
        } else if let blockDate = blockDated?.date {
          // "The flight remained operational": the entry's own deed, told on.
          if part.trigger?.rule.kind == .noun, part.trigger?.rule.type == discourse.lastType {
            continue
          }
          if let talks = talks(before: draft, reading, discourse, block) {
            set(draft, to: talks.date, "after the talks told before", .inherited)
            draft.partOf = talks.index
          } else {
            set(draft, to: blockDate, "the date at the head of the entry", .inherited)
          }
        } else if isEntry, let date = discourse.lead?.date, date.core.precision == .day {
          set(draft, to: date, "the date of the list", .inherited)
        } else if refers(draft, reading), inherit(draft, reading, discourse, block) {
          // "In said visit", whatever year the heading gives.
        } else if let year = discourse.entryDate ?? discourse.headingDate {
          set(draft, to: year, "the year of the heading", .relative)
        } else if !inherit(draft, reading, discourse, block) {
          if let rule = draft.rule { result.pending = (draft.type, rule, sentence) }
          guard isConcrete(draft, reading) else { continue }
        }
        if part.trigger == nil, let number = part.date, let lead = discourse.lead,
          lead.type == .appointment, EntryScene.isTerm(number, reading)
        {
          draft.type = lead.type
          draft.rule = lead.rule
          draft.rules.insert(lead.rule.id, at: 0)
          takeMoment(draft, reading)
        } else if part.trigger == nil, let number = part.date,
          let plain = PlainDeed.builtIn.type(
            ofClauseAt: reading.dates[number].range, in: segment.range, clauses, reading,
            isVoice: discourse.isVoice), !isRepeated(plain.clause, reading)
        {
          draft.type = plain.type
          draft.clause = plain.clause
          draft.trigger = plain.clause.verb.main..<(plain.clause.verb.main + 1)
          draft.rules.insert("clause/\(plain.clause.verb.lemma)", at: 0)
          draft.confidence = 0.6
          takeHelp(draft, reading, clauses)
          takeUp(draft, reading, discourse, block)
        } else if part.trigger == nil {
          guard !tellsOwnDeed(part.date, segment, clauses, reading), !isAsking(sentence, reading),
            let told = ellipsis(result, reading, discourse, block)
          else {
            if isFirst, result.drafts.isEmpty,
              discourse.isChronicle
                || isEntry && discourse.mayGuess && isFramed(part.date, sentence, clauses, reading)
            {
              draft.type = entryType(nil, reading, segment.range, discourse)
              draft.rules.insert("entry/dated", at: 0)
              draft.confidence = 0.5
              finish(
                draft, segment, triggers, clauses, reading, &result, &sentenceDated, &sentenceDraft)
              continue
            }
            if let number = part.date {
              result.omissions.append(
                Omission(
                  span: reading.dates[number].mention.span, kind: "no-deed",
                  reason: "no deed is told with it"))
            }
            continue
          }
          draft.type =
            told.rule?.id == "other/broken" && isRestored(part.date, clauses, reading)
            ? .establishment : told.type
          draft.rule = told.rule
          draft.rules.insert("ellipsis/\(told.rule?.id ?? told.type.rawValue)", at: 0)
          draft.told = told.sentence
        }
        finish(draft, segment, triggers, clauses, reading, &result, &sentenceDated, &sentenceDraft)
      }
    }
    dropEchoes(&result)
    takeLeave(&result, triggers, reading)
    if isFirst, result.drafts.isEmpty, result.omissions.isEmpty,
      let year = discourse.entryDate ?? discourse.headingDate,
      let draft = undatedEntry(year, reading, sentence, clauses, discourse)
    {
      result.drafts.append(draft)
      result.pending = nil
    }
    if isFirst, result.drafts.isEmpty, discourse.isChronicle,
      let draft = markedUndated(reading, sentence, triggers, clauses, discourse)
    {
      result.drafts.append(draft)
      result.pending = nil
    }
    if isFirst, result.drafts.isEmpty, let lead = discourse.lead, isEntry,
      let draft = listed(lead, sentence, triggers, discourse),
      Refusal.builtIn.reason(draft, sentence, triggers, clauses, reading) == nil
    {
      result.drafts.append(draft)
      result.pending = nil
    }
    return result
  }

  private func finish(
    _ draft: Draft, _ segment: Segment, _ triggers: [Trigger], _ clauses: [Clause],
    _ reading: BlockReading, _ result: inout Result, _ sentenceDated: inout Draft?,
    _ sentenceDraft: inout Int?
  ) {
    takeClosure(draft, reading)
    let scope = scope(draft, segment)
    let elsewhere = [withdrawal(of: draft, clauses, reading), resumption(of: draft, clauses)]
    let told = [scope] + elsewhere.compactMap(\.self)
    let why = told.lazy.compactMap {
      Refusal.builtIn.reason(draft, $0, triggers, clauses, reading)
    }.first
    if let why {
      result.omissions.append(
        Omission(span: reading.span(segment.range), kind: "refused", reason: why.words))
      // "Was he in Malawi in 2019? No: those who came: …": the deed is named all the same.
      if why.isNamed, let rule = draft.rule {
        result.pending = (draft.type, rule, draft.sentence)
      }
      return
    }
    draft.status = status.read(
      reading, clause: scope, sentence: draft.sentence, date: draft.date,
      reference: context.reference, nominal: draft.rule?.kind == .noun && draft.basis == .explicit,
      verb: verb(of: draft, reading),
      isOpen: draft.date?.relation == .since && draft.value == draft.date?.value,
      isOwn: draft.rule?.kind != .noun)
    // "Signed a treaty, which will apply from 1 May, and exchanged letters": then, not on 1 May.
    let isThrownIn = sentenceDated != nil && draft.clause?.opener == "which"
    if draft.date != nil, draft.basis != .inherited, !isThrownIn {
      sentenceDated = draft
      sentenceDraft = result.drafts.count
    }
    result.drafts.append(draft)
  }

  func draft(
    _ part: Part, _ segment: Segment, _ sentence: Range<Int>, _ clauses: [Clause]
  ) -> Draft {
    let at = part.trigger?.range.lowerBound ?? segment.range.lowerBound
    return Draft(
      type: part.trigger?.rule.type ?? .other, rule: part.trigger?.rule,
      trigger: part.trigger?.range, clause: clauses.last { $0.range.lowerBound <= at },
      segment: segment.range, sentence: sentence, rules: part.trigger.map { [$0.rule.id] } ?? [],
      confidence: part.trigger == nil ? 0.5 : 0.9)
  }

  func set(
    _ draft: Draft, to date: DateMention, _ why: String, _ basis: DateBasis
  ) {
    draft.date = date
    draft.value = date.value
    draft.basis = basis == .explicit ? self.basis(of: date) : basis
    draft.rules += date.rules
    draft.reasons.append(Reason("date", why))
    draft.reasons += date.derivation.map { Reason("date", $0) }
    if date.basis == .relative {
      draft.reasons.append(Reason("date", "the passage is read as \(date.mode.words)"))
    }
    if draft.basis == .inherited {
      draft.confidence -= 0.2
      draft.doubts.append("the date is inherited, 0.2 less")
    }
    if draft.basis == .relative {
      draft.confidence -= 0.1
      draft.doubts.append("the date is counted from another, 0.1 less")
    }
  }

  /// "Has joined since 2012", "in force since May 2005": an act with lasting effect has a moment.
  private func takeMoment(_ draft: Draft, _ reading: BlockReading) {
    guard let date = draft.date, date.relation == .since else { return }
    if draft.rule?.isMoment == true {
      draft.reasons.append(Reason("date", "an act with lasting effect: the moment it began"))
    } else if isWhen(date, draft, reading) {
      draft.reasons.append(Reason("date", "what was done when that began"))
    } else if Self.encounters.contains(draft.type), Refusal.isDenied(draft, reading) {
      draft.isLast = true
      draft.reasons.append(Reason("date", "none since then: the last there was"))
    } else {
      return
    }
    draft.value = date.core
  }

  /// "Since 8 May 1989, when the ministers exchanged notes": on that day.
  private func isWhen(_ date: DateMention, _ draft: Draft, _ reading: BlockReading) -> Bool {
    guard let at = reading.range(of: date)?.upperBound, let trigger = draft.trigger,
      trigger.lowerBound > at
    else { return false }
    return (at...at + 1).contains {
      draft.sentence.contains($0) && reading.tokens[$0].key == WordKey("when")
    }
  }

  /// What is over when it has been done: "have not met since 2012".
  private static let encounters: Set<EventType> = [
    .visit, .meeting, .consultation, .agreement, .declaration, .exercise,
  ]

  func basis(of date: DateMention) -> DateBasis {
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
  private func leadingDate(_ segments: [Segment], _ reading: BlockReading) -> Int? {
    guard let first = segments.first, let date = first.dates.first else { return nil }
    let at = reading.dates[date].range.lowerBound
    // "Under the agreement signed in 1994, they have built": the day of the paper.
    if Self.bases.contains(reading.tokens[first.range.lowerBound].key) { return nil }
    // "During the drought of 2011, …".
    let isPhrase =
      reading.has(.preposition, at: first.range.lowerBound)
      && at - first.range.lowerBound <= 7
      && !(first.range.lowerBound..<at).contains {
        VerbLexicon.builtIn.entry(reading.tokens[$0].key).map { !$0.isNoun } ?? false
      }
    guard isPhrase || at - first.range.lowerBound <= 3 else { return nil }
    return date
  }

  private static let bases = BlockReading.keys("under pursuant")

  private func sharesDate(_ segment: Segment) -> Bool {
    ["and", "but", ",", ";", "", "-"].contains(segment.separator)
  }

  static let listWords = BlockReading.keys("and , in on or from of & again the again also then")
}
