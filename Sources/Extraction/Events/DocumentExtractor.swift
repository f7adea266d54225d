import Chronicle
import Chronology
import Diagnostics
import Prose

/// What was found in one document.
struct DocumentExtract {
  var assertions: [Assertion] = []
  var openings: [Opening] = []
  var diagnostics: [Diagnostic] = []
}

/// Reads one document from its first block to its last.
struct DocumentExtractor {
  let id: String
  let document: Document
  let context: DocumentContext
  let gazetteer: Gazetteer
  let domains: DomainClassifier
  private let clauses: ClauseReader
  private let roles: RoleResolver
  private let shape: DocumentShape

  init(id: String, document: Document, context: DocumentContext, gazetteer: Gazetteer) {
    self.id = id
    self.document = document
    self.context = context
    self.gazetteer = gazetteer
    domains = .builtIn
    clauses = ClauseReader(
      finder: TriggerFinder(rules: .builtIn), status: .builtIn, context: context)
    roles = RoleResolver(context: context)
    shape = DocumentShape(document)
  }

  func extract(dates reader: inout DateReader, people: inout PersonFinder) -> DocumentExtract {
    var extract = DocumentExtract()
    var discourse = Discourse()
    discourse.isChronicle = shape.isChronicle
    let lists = ListSubjects(document, gazetteer: gazetteer, roles: roles)
    for (number, block) in document.blocks.enumerated() {
      if case .furniture(let reason) = block.kind {
        extract.diagnostics.append(
          Diagnostic(
            .note, "prose/furniture", "left out: \(reason)",
            at: .init(document.text, block.span)))
        continue
      }
      let reading = self.reading(of: block, &reader, &people)
      let leads = shape.leads(number)
      if leads {
        discourse.lead = LeadIn.read(
          reading, triggers: clauses.triggers(in: reading), context: context)
      } else if shape.endsLists(block) {
        discourse.lead = nil
      }
      if case .heading = block.kind {
        discourse.headingDate = headingDate(reading)
        discourse.headingDomain = domains.heading(reading)
        if reading.dates.isEmpty || reading.tokens.count <= 6 || block.headingLevel == 1 {
          continue
        }
      }
      discourse.listSubject = lists.subject(ofBlock: number)
      read(block, number, reading, &discourse, &extract)
    }
    return extract
  }

  /// The year of a heading that is hardly more than a year.
  private func headingDate(_ reading: BlockReading) -> DateMention? {
    guard reading.dates.count == 1, reading.tokens.count <= 5,
      reading.dates[0].mention.core.precision == .year
    else { return nil }
    return reading.dates[0].mention
  }

  private func reading(
    of block: Block, _ reader: inout DateReader, _ people: inout PersonFinder
  ) -> BlockReading {
    let tokens = document.tokens(of: block)
    var isHeading = false
    if case .heading = block.kind { isHeading = true }
    let dates = reader.read(
      tokens, of: document.text, isHeading: isHeading, isEntry: block.isEntry)
    var entities = gazetteer.entities(
      tokens, of: document.text, preferring: context.parties)
    entities = people.find(tokens, of: document.text, entities: entities)
    return BlockReading(
      text: document.text, tokens: tokens,
      sentences: SentenceSplitter.sentences(tokens, in: document.text), entities: entities,
      dates: dates, money: AmountReader.money(tokens, of: document.text))
  }

  private func read(
    _ block: Block, _ number: Int, _ reading: BlockReading, _ discourse: inout Discourse,
    _ extract: inout DocumentExtract
  ) {
    let isEntry =
      switch block.kind {
      case .tableRow: true
      case .listItem: reading.tokens.count <= 50
      default: reading.sentences.count <= 3 && (reading.dates.first?.range.lowerBound ?? 9) <= 3
      }
    var blockDate: DateMention?
    var blockFirst: Int?
    discourse.entryActors = []
    discourse.isVoice = !shape.isQuestion(block)
    for sentence in reading.sentences {
      let third = roles.third(sentence, reading)
      if !third.isEmpty { discourse.thirds = third }
      let result = clauses.read(
        reading, sentence, discourse: discourse, block: number, isEntry: isEntry,
        blockDate: isEntry ? blockDate : nil, isFirst: sentence.lowerBound == 0)
      let opening = OpeningFinder.opening(in: reading, sentence, domains)
      var numbers: [Int] = []
      // A hope tells no deed, unless it is dated.
      for var draft in result.drafts where opening == nil || draft.date != nil {
        if let inner = draft.partOf, draft.basis == .inherited, inner < numbers.count,
          draft.reasons.first?.words.hasPrefix("part of the deed") == true
        {
          draft.partOf = numbers[inner]
        } else if draft.reasons.first?.words == "the date at the head of the entry" {
          draft.partOf = blockFirst
        }
        draft.reasons += refusedDates(for: draft, result, reading, sentence)
        let assertion = assertion(
          draft, reading, discourse, counts: part(of: draft, result.drafts, sentence))
        let index = extract.assertions.count
        numbers.append(index)
        extract.assertions.append(assertion.0)
        update(&discourse, draft, assertion.1, index, number)
        if let person = assertion.0.content.participants.first {
          discourse.person = [
            person.role, person.name.split(separator: " ").last.map(String.init) ?? "",
          ]
          .filter { !$0.isEmpty }.joined(separator: " ")
        }
        if blockFirst == nil { blockFirst = index }
        if blockDate == nil, draft.basis != .inherited { blockDate = draft.date }
      }
      if let pending = result.pending, result.drafts.isEmpty {
        discourse.pending = pending
        discourse.pendingBlock = number
        let named = roles.company(named: pending.sentence, reading)
        if named.count > 1 { discourse.entryActors = named }
      }
      report(result.omissions, &extract)
      if let domain = opening, !result.drafts.contains(where: { $0.date != nil }) {
        extract.openings.append(
          Opening(domain: domain, mention: mention(sentence, nil, [], reading)))
      }
    }
  }

  /// The other dates of the sentence, and why none of them is the deed's.
  private func refusedDates(
    for draft: Draft, _ result: ClauseReader.Result, _ reading: BlockReading,
    _ sentence: Range<Int>
  ) -> [Reason] {
    reading.dates.compactMap { date in
      guard sentence.contains(date.range.lowerBound), date.mention.span != draft.date?.span else {
        return nil
      }
      let words = reading.string(date.range)
      if let omission = result.omissions.first(where: { $0.span.overlaps(date.mention.span) }) {
        return Reason("date refused", "“\(words)”: \(omission.reason)")
      }
      return Reason("date refused", "“\(words)” dates another deed of the sentence")
    }
  }

  /// How sure the reading is, with what lowered it.
  private func confidence(_ draft: Draft) -> String {
    let start =
      draft.rule == nil ? "no rule knows the words" : "the rule \(draft.rule?.id ?? "")"
    return ([start] + draft.doubts).joined(separator: "; ")
  }

  private func update(
    _ discourse: inout Discourse, _ draft: Draft, _ roles: RoleResolver.Roles, _ index: Int,
    _ block: Int
  ) {
    if let subject = roles.subject { discourse.subject = subject }
    let thirds = roles.actors.filter { !context.parties.contains($0) && $0.count == 3 }
    if roles.actors.count > 2, !thirds.isEmpty { discourse.thirds = thirds }
    discourse.entryActors = roles.actors
    if RoleResolver.giving.contains(draft.type), roles.actors.count == 1, !roles.recipients.isEmpty
    {
      discourse.gifts[roles.actors[0], default: 0] += 1
    }
    guard let date = draft.date else { return }
    discourse.lastType = draft.type
    discourse.lastRule = draft.rule
    discourse.lastDate = date
    discourse.lastAssertion = index
    discourse.lastBlock = block
    guard draft.basis != .inherited, draft.status == .occurred || draft.status == .planned else {
      return
    }
    if draft.type == .visit, discourse.mainVisit == nil, let reference = context.reference,
      let last = date.value.latest, abs(reference - last) <= 10
    {
      discourse.mainVisit = index
      discourse.mainVisitDate = date
    }
    if draft.type == .visit || draft.type == .meeting {
      discourse.anchor = index
      discourse.anchorDate = date
      discourse.anchorBlock = block
    } else if discourse.anchorBlock != block {
      discourse.anchor = nil
      discourse.anchorDate = nil
    }
  }

  private func report(_ omissions: [ClauseReader.Omission], _ extract: inout DocumentExtract) {
    for omission in omissions {
      extract.diagnostics.append(
        Diagnostic(
          .note, "event/\(omission.kind)", "no event: \(omission.reason)",
          at: .init(document.text, omission.span)))
    }
  }

  /// What a sentence tells of a deed: from its clause to that of the next, the first and the last
  /// reaching to the ends.
  private func part(of draft: Draft, _ all: [Draft], _ sentence: Range<Int>) -> Range<Int> {
    let starts = Set(all.map(\.segment.lowerBound)).sorted()
    guard let place = starts.firstIndex(of: draft.segment.lowerBound) else { return draft.segment }
    let start = place == 0 ? sentence.lowerBound : draft.segment.lowerBound
    let end = place + 1 < starts.count ? starts[place + 1] : sentence.upperBound
    return start..<max(start, max(end, draft.segment.upperBound))
  }

  /// - Parameter counts: where the deed's amounts stand.
  private func assertion(
    _ draft: Draft, _ reading: BlockReading, _ discourse: Discourse, counts: Range<Int>
  ) -> (Assertion, RoleResolver.Roles) {
    let roles = roles.roles(draft, reading, discourse)
    let choice = domains.choose(
      draft.type, reading, clause: draft.segment, sentence: draft.sentence,
      heading: discourse.headingDomain)
    var content = Content()
    content.date = draft.value
    content.dateBasis = draft.value == nil ? .none : draft.basis
    content.type = draft.type
    content.domain = choice.domain
    content.secondaryDomains = choice.secondary
    content.status = draft.status
    content.actors = roles.actors.sorted()
    content.recipients = roles.recipients.sorted()
    content.participants = participants(draft, reading)
    content.places = places(draft, reading)
    content.amounts = AmountReader.amounts(reading, counts)
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
      names: StateNames.short, voice: context.voiceName, person: discourse.person
    ).headline(
      draft, content, reading, clause: headlineRange(draft, reading))
    let mention = self.mention(quote(draft, reading), draft.date, draft.rules, reading)
    return (
      Assertion(
        content: content, mention: mention, partOf: draft.partOf,
        subjects: Subjects.of(draft, reading),
        kind: draft.rule?.id ?? ""), roles
    )
  }

  /// The clause without its date words at either end.
  private func headlineRange(_ draft: Draft, _ reading: BlockReading) -> Range<Int> {
    var range = draft.segment
    for (_, date) in reading.dates where range.contains(date.lowerBound) {
      if date.lowerBound - range.lowerBound <= 2 {
        range = min(date.upperBound, range.upperBound - 1)..<range.upperBound
      } else if date.lowerBound > (draft.trigger?.lowerBound ?? range.lowerBound),
        date.lowerBound - range.lowerBound >= 3
      {
        range = range.lowerBound..<date.lowerBound
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
    if let told = draft.told {
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

  private func mention(
    _ range: Range<Int>, _ date: DateMention?, _ rules: [String], _ reading: BlockReading
  ) -> Mention {
    let span = reading.span(range)
    let text = document.text
    return Mention(
      document: id, start: text.scalarOffset(of: span.start), end: text.scalarOffset(of: span.end),
      line: text.position(of: span.start).line, quote: text.string(span),
      dateText: date.flatMap { span.overlaps($0.span) ? text.string($0.span) : nil }, rules: rules)
  }

  private func flags(_ draft: Draft, _ reading: BlockReading) -> [String] {
    var flags = Set(draft.date?.flags ?? [])
    if Contested.isContested(reading, draft.segment) { flags.insert("contested") }
    return flags.sorted()
  }

  private func participants(_ draft: Draft, _ reading: BlockReading) -> [Participant] {
    reading.entities.filter {
      $0.kind == .person && draft.segment.contains($0.range.lowerBound)
        && !isNamesake($0, reading)
    }
    .map { Participant(name: $0.name, role: $0.role, side: $0.code) }
  }

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

  private func places(_ draft: Draft, _ reading: BlockReading) -> [String] {
    var result: [String] = []
    for entity in reading.entities where draft.segment.contains(entity.range.lowerBound) {
      guard entity.kind == .city || entity.kind == .capital else { continue }
      let name = reading.string(entity.range)
      if !result.contains(name) { result.append(name) }
    }
    return result
  }
}
