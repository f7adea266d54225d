import Chronicle
import Chronology
import Diagnostics
import Prose

/// What a draft claims, with the sentence that tells it.
extension DocumentExtractor {
  /// How sure the reading is, with what lowered it.
  private func confidence(_ draft: Draft) -> String {
    let start =
      draft.rule == nil ? "no rule knows the words" : "the rule \(draft.rule?.id ?? "")"
    return draft.doubts.reduce(start) { $0 + "; " + $1 }
  }

  /// "Air Services Agreement; initialled 12 October 2023": what the deed of an entry is about, named
  /// before the first mark.
  private func label(before draft: Draft, _ reading: BlockReading) -> Range<Int>? {
    guard reading.sentences.first == draft.sentence,
      let end = draft.sentence.first(where: { Self.labelEnds.contains(reading.tokens[$0].key) }),
      end <= draft.segment.lowerBound, end - draft.sentence.lowerBound <= 14
    else { return nil }
    let label = draft.sentence.lowerBound..<end
    return label.contains { reading.has(.date, at: $0) } ? nil : label
  }

  private static let labelEnds = BlockReading.keys("; :")

  /// What the deed claims and who tells it.
  func assertion(
    _ draft: Draft, _ reading: BlockReading, _ discourse: Discourse, amounts: [Amount]
  ) -> (Assertion, RoleResolver.Roles) {
    let roles = roles.roles(draft, reading, discourse)
    let choice = domains.choose(
      draft.type, reading, clause: draft.segment, sentence: draft.sentence,
      label: label(before: draft, reading), heading: discourse.headingDomain,
      rule: draft.rule?.domain)
    var content = Content()
    content.date = draft.value
    content.dateBasis = draft.value == nil ? .none : draft.basis
    content.type = draft.type
    content.domain = choice.domain
    content.secondaryDomains = choice.secondary
    content.status = draft.status
    let told = reading.entities[reading.entities(in: draft.sentence)]
    content.actors = discourse.formerStates.codes(roles.actors, of: draft.value, in: told).sorted()
    content.recipients = discourse.formerStates.codes(
      roles.recipients, of: draft.value, in: told
    ).sorted()
    let series = DateSeries(draft, reading)
    content.participants = participants(draft, series, reading)
    content.places = series.place.map { [reading.string($0)] } ?? places(draft, reading)
    content.amounts = amounts.map(stated)
    content.isAggregate = Aggregates.isAggregate(
      reading, draft.segment, deed: draft.trigger)
    content.flags = flags(draft, reading)
    if let proposal = draft.date?.proposal {
      content.proposedDate = ProposedDate(date: proposal.value, reason: proposal.reason)
    }
    content.confidence = max(0.1, min(1, (draft.confidence * 100).rounded() / 100))
    content.reasons =
      draft.reasons + [
        Reason("domain", choice.words.joined(separator: ", ")),
        Reason("confidence", confidence(draft)),
      ]
    content.headline = HeadlineWriter(
      names: StateNames.short, series: series, voice: context.voiceName,
      person: discourse.person(of: content.actors), sitting: discourse.sitting
    ).headline(
      draft, content, reading, clause: headlineRange(draft, reading))
    let mention = self.mention(quote(draft, reading), draft.date, draft.rules, reading)
    var assertion = Assertion(
      content: content, mention: mention, partOf: draft.partOf,
      subjects: Subjects.of(draft, reading), kind: draft.rule?.id ?? "")
    assertion.hasBareHeadline = PlainHeadline.isBare(content.headline, of: content.type)
    assertion.isStanding = draft.rule?.isStanding == true
    assertion.hasGuessedRoles = self.roles.isGuess(draft, reading, discourse)
    return (assertion, roles)
  }

  /// "30 million kroner" in a paper on Denmark: the money of the party that has such.
  private func stated(_ amount: Amount) -> Amount {
    Amount(value: amount.value, unit: Units.builtIn.unit(amount.unit, of: context.parties))
  }

  /// The clause without its date words at either end.
  private func headlineRange(_ draft: Draft, _ reading: BlockReading) -> Range<Int> {
    if let title = EntryTitle(reading: reading, draft: draft).range { return title }
    let told = reading.beforeSum(draft.segment)
    var range = told.isEmpty ? draft.segment : told
    for number in reading.dates(in: range) {
      let date = reading.dates[number].range
      guard range.contains(date.lowerBound) else { continue }
      if date.lowerBound - range.lowerBound <= 2 {
        range = min(date.upperBound, range.upperBound - 1)..<range.upperBound
      } else if date.lowerBound > (draft.trigger?.lowerBound ?? range.lowerBound),
        date.lowerBound - range.lowerBound >= 3
      {
        range = range.lowerBound..<date.lowerBound
        // "Agreement on forestry (Nairobi, 1984)".
        if let bracket = range.last(where: { reading.tokens[$0].key == "(" }),
          bracket > (draft.trigger?.upperBound ?? range.lowerBound),
          !(bracket..<range.upperBound).contains(where: { reading.tokens[$0].key == ")" })
        {
          range = range.lowerBound..<bracket
        }
        if let last = range.last,
          DateUseReader.adverbialPrepositions.contains(reading.tokens[last].key)
        {
          range = range.lowerBound..<last
        }
        break
      }
    }
    while let first = range.first, range.count > 1,
      Segmenter.separators[reading.tokens[first].key] != nil
    {
      range = (first + 1)..<range.upperBound
    }
    return range
  }

  /// The sentence if it is short, else the clause.
  private func quote(_ draft: Draft, _ reading: BlockReading) -> Range<Int> {
    if let told = draft.told, told.lowerBound < draft.sentence.upperBound {
      let whole = told.lowerBound..<draft.sentence.upperBound
      if opening(of: whole, words: 60, reading) == whole { return whole }
    }
    if opening(of: draft.sentence, words: 45, reading) == draft.sentence { return draft.sentence }
    var range = opening(of: draft.segment, words: 78, reading)
    while let first = range.first, range.count > 1,
      reading.tokens[first].kind == .punctuation
    {
      range = (first + 1)..<range.upperBound
    }
    return range
  }

  /// As much of a range as holds a number of words, punctuation not counted; reads no further.
  private func opening(of range: Range<Int>, words limit: Int, _ reading: BlockReading)
    -> Range<Int>
  {
    var words = 0
    for i in range where reading.tokens[i].kind != .punctuation {
      words += 1
      if words > limit { return range.lowerBound..<i }
    }
    return range
  }

  func mention(
    _ range: Range<Int>, _ date: DateMention?, _ rules: [String], _ reading: BlockReading
  ) -> Mention {
    let span = reading.span(range)
    let text = document.text
    return Mention(
      document: id, start: text.scalarOffset(of: span.start), end: text.scalarOffset(of: span.end),
      line: text.lineIndex(of: span.start) + 1, quote: text.string(span),
      dateText: date.flatMap { span.overlaps($0.span) ? text.string($0.span) : nil }, rules: rules)
  }

  private func flags(_ draft: Draft, _ reading: BlockReading) -> [String] {
    let isContested = Contested.isContested(reading, draft.segment)
    let flags = (draft.date?.flags ?? []) + (isContested ? ["contested"] : [])
    return flags.count < 2 ? flags : Set(flags).sorted()
  }

  private func participants(_ draft: Draft, _ series: DateSeries, _ reading: BlockReading)
    -> [Participant]
  {
    let people = series.own(people(draft, reading))
    if let name = series.bracketedName, name != series.place,
      !people.contains(where: { $0.range.overlaps(name) })
    {
      return [Participant(name: reading.string(name), role: "", side: nil)]
    }
    return people.map { Participant(name: $0.name, role: $0.role, side: $0.code) }
  }

  /// Those of the clause, and of its subject where that stands before: "Sharif landed on Sunday and was
  /// received by President Aliyev".
  private func people(_ draft: Draft, _ reading: BlockReading) -> [Entity] {
    func isOwn(_ person: Entity) -> Bool {
      person.kind == .person && !isNamesake(person, reading)
    }
    let own = reading.entities[reading.entities(in: draft.segment)].filter(isOwn)
    guard let clause = draft.clause, clause.isShared, let subject = clause.subject,
      !subject.overlaps(draft.segment), draft.segment.contains(clause.verb.main),
      Self.encounters.contains(draft.type)
    else { return own }
    return reading.entities[reading.entities(in: subject)].filter(isOwn) + own
  }

  private static let encounters: Set<EventType> = [.visit, .meeting, .consultation]

  /// "The Heydar Aliyev Foundation": something called after a person, who takes no part.
  private func isNamesake(_ person: Entity, _ reading: BlockReading) -> Bool {
    let next = person.range.upperBound
    return next < reading.tokens.count && reading.tokens[next].isCapitalised
      && Self.namesakes.contains(reading.tokens[next].key)
  }

  private static let namesakes = BlockReading.keys(
    "foundation fund trust university college school academy institute centre center library museum"
      + " airport stadium hospital clinic mosque bridge street avenue road square park garden prize"
      + " award medal order scholarship scholarships chair fellowship fellowships lecture house tower"
      + " complex expressway highway")

  /// "BAKU, Feb. 25, 2025 –": where the report was written.
  private func isDateline(_ place: Entity, _ reading: BlockReading) -> Bool {
    guard let own = context.ownDate else { return false }
    let span = reading.span(place.range)
    return span.end <= own.start && own.start - span.end <= 4
  }

  private func places(_ draft: Draft, _ reading: BlockReading) -> [String] {
    var result: [String] = []
    for entity in reading.entities[reading.entities(in: draft.segment)] {
      guard entity.kind == .city || entity.kind == .capital, !isDateline(entity, reading) else {
        continue
      }
      let name = reading.string(entity.range)
      if !result.contains(name) { result.append(name) }
    }
    return result
  }
}
