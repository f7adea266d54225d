import Chronicle
import Chronology
import Diagnostics
import Prose

/// What was found in one document.
struct DocumentExtract {
  var assertions: [Assertion] = []
  var openings: [Opening] = []
  var diagnostics: [Diagnostic] = []

  /// Adds what another report of the same document tells.
  mutating func append(_ other: DocumentExtract) {
    let shift = assertions.count
    assertions += other.assertions.map { assertion in
      var moved = assertion
      moved.partOf = assertion.partOf.map { $0 + shift }
      moved.repeats = assertion.repeats.map { $0 + shift }
      return moved
    }
    openings += other.openings
    diagnostics += other.diagnostics
  }
}

/// Reads one document from its first block to its last.
///
/// An object, as whatever asks it something carries it along.
final class DocumentExtractor {
  let id: String
  let document: Document
  let context: DocumentContext
  let gazetteer: Gazetteer
  let domains: DomainClassifier
  private let clauses: ClauseReader
  let roles: RoleResolver
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
    let discourse = Discourse(parties: context.parties)
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
      let parts = readings(of: block, &reader, &people, discourse)
      guard let reading = parts.first else { continue }
      let leads = shape.leads(number)
      if number < 4 { noteGiver(reading, discourse) }
      if leads {
        let own = LeadIn.read(
          reading, triggers: clauses.triggers(in: reading), context: context)
        discourse.lead = own ?? discourse.lead?.directed(by: reading, context: context)
        // "Between two old ports": the title of a paper says nothing of each deed in it.
        if !isTitle(block, number) {
          discourse.headingDomain = domains.heading(reading) ?? discourse.headingDomain
        }
      } else if shape.endsLists(block), !EntryScene.isListOfHolders(reading, discourse.lead) {
        discourse.lead = nil
      }
      if case .heading = block.kind {
        discourse.headingDate = headingDate(reading)
        discourse.headingDomain = isTitle(block, number) ? nil : domains.heading(reading)
        noteSubject(reading, discourse)
        if reading.dates.isEmpty || reading.tokens.count <= 6 || block.headingLevel == 1 {
          continue
        }
      }
      if block.kind == .tableHead {
        discourse.moneyColumn = MoneyColumn(head: block, reading.tokens)
        discourse.paperColumns = PaperColumns(head: reading)
        discourse.sitting = SittingColumn.noun(reading, below: document.heading(of: number))
        if discourse.sitting != nil {
          discourse.lead =
            LeadIn.read(reading, triggers: clauses.triggers(in: reading), context: context)
            ?? discourse.lead
        }
      } else if block.kind != .tableRow {
        (discourse.moneyColumn, discourse.paperColumns, discourse.sitting) = (nil, nil, nil)
      }
      discourse.listSubject = lists.subject(ofBlock: number)
      discourse.mayGuess =
        !EntryScene.isTask(block, document.text)
        && (block.isEntry || block.label != nil)
        && context.ownDate.map { !$0.overlaps(block.span) } ?? true
      discourse.entryDate = rowDate(block, reading)
      for part in parts {
        // What waits for a date stands in the words of the part before.
        discourse.pending = nil
        read(block, number, part, discourse, &extract)
      }
    }
    return extract
  }

  private func isTitle(_ block: Block, _ number: Int) -> Bool {
    number < 6 && !context.title.isEmpty
      && context.title.hasPrefix(document.text.string(block.span))
  }

  /// "Ambassador Qaiser’s farewell article": whom the next "he" means.
  private func noteSubject(_ reading: BlockReading, _ discourse: Discourse) {
    let person = reading.entities.first { $0.kind == .person }
    guard let person else { return }
    discourse.note(person.role, person.name, of: person.code)
    discourse.subject = person.code
  }

  /// A title that says who helps whom: "Norwegian assistance to Nepal".
  private func noteGiver(_ reading: BlockReading, _ discourse: Discourse) {
    guard reading.tokens.last?.key != WordKey("."),
      let title = LeadIn.read(
        reading, triggers: clauses.triggers(in: reading), context: context),
      let giver = title.actor, RoleResolver.gifts.contains(title.type)
    else { return }
    discourse.gifts[giver, default: 0] += 3
  }

  /// "Luxembourg’s development cooperation", "Norwegian aid": who helps as a rule.
  private func noteDonor(_ reading: BlockReading, _ discourse: Discourse) {
    for entity in reading.entities where entity.kind == .state || entity.kind == .demonym {
      guard let code = entity.code, context.parties.contains(code) else { continue }
      var next = entity.range.upperBound
      if next < reading.tokens.count, reading.tokens[next].key == Tokenizer.possessive { next += 1 }
      if next < reading.tokens.count, reading.tokens[next].key == "development" { next += 1 }
      guard next < reading.tokens.count, Self.help.contains(reading.tokens[next].key) else {
        continue
      }
      // "Lao cooperation" is of both, Lao development cooperation of one.
      let isPlain = reading.tokens[next].key == "cooperation" || reading.tokens[next].key == "co"
      if isPlain, reading.tokens[next - 1].key != "development" { continue }
      discourse.gifts[code, default: 0] += 1
    }
  }

  private static let help = BlockReading.keys("aid assistance cooperation co grants donor donors")

  /// The year of a heading that is hardly more than a year.
  private func headingDate(_ reading: BlockReading) -> DateMention? {
    guard reading.dates.count == 1, reading.tokens.count <= 5,
      reading.dates[0].mention.headingYear(in: reading.tokens) != nil
    else { return nil }
    return reading.dates[0].mention
  }

  /// The date at the head of a row, or the year in the cell that reaches down to it.
  private func rowDate(_ block: Block, _ reading: BlockReading) -> DateMention? {
    guard block.kind == .tableRow else { return nil }
    if let head = reading.dates.first, head.range.lowerBound <= 2 { return head.mention }
    guard let year = block.reachingYear(in: document.text), let cell = block.inherited.first,
      let value = EDTF(String(year))
    else { return nil }
    return DateMention(
      span: cell, value: value, core: value, basis: .relative,
      derivation: ["the year of a cell above"], mode: .chronology)
  }

  /// What is found in a block; in parts of whole sentences where it is longer than any person's.
  private func readings(
    of block: Block, _ reader: inout DateReader, _ people: inout PersonFinder,
    _ discourse: Discourse
  ) -> [BlockReading] {
    let all = document.tokens(of: block)
    let sentences = SentenceSplitter.sentences(all, in: document.text)
    var result: [BlockReading] = []
    var first = 0
    while first < sentences.count {
      let start = sentences[first].lowerBound
      var next = first + 1
      while next < sentences.count, sentences[next].upperBound - start <= Self.longestPart {
        next += 1
      }
      let isWhole = first == 0 && next == sentences.count
      let tokens = isWhole ? all : Array(all[start..<sentences[next - 1].upperBound])
      let dates = reader.read(tokens, of: block, in: document.text)
      let facts = WordFacts.of(tokens)
      let named = gazetteer.entities(
        tokens, of: document.text, preferring: context.parties, facts: facts)
      var entities = people.find(tokens, of: document.text, entities: named, facts: facts)
      discourse.formerStates.take(&entities)
      result.append(
        BlockReading(
          text: document.text, tokens: tokens,
          sentences: EntryHead.joined(
            sentences[first..<next].map { ($0.lowerBound - start)..<($0.upperBound - start) },
            tokens, dates),
          entities: entities, dates: dates,
          money: AmountReader.money(tokens, facts, of: document.text), facts: facts,
          rowSum: discourse.moneyColumn?.sum(in: block, tokens, of: document.text)))
      first = next
    }
    return result
  }

  /// Tokens that are read at once: readers of a sentence may look at all that was found beside it.
  private static let longestPart = 4000

  private func read(
    _ block: Block, _ number: Int, _ reading: BlockReading, _ discourse: Discourse,
    _ extract: inout DocumentExtract
  ) {
    let isEntry =
      switch block.kind {
      case .tableRow: true
      case .listItem: reading.tokens.count <= 50
      default:
        isListed(reading, discourse)
          || reading.sentences.count <= 3
            && ((reading.dates.first?.range.lowerBound ?? 9) <= 3
              || EntryScene.opensWithPerson(reading))
      }
    noteDonor(reading, discourse)
    discourse.abbreviations.learn(reading) { clauses.triggers(in: reading) }
    var blockDated: Draft?
    var blockFirst: Int?
    discourse.entryActors = []
    discourse.paperActors = []
    discourse.isVoice = !shape.isQuestion(block)
    let isNumbered = EntryScene.opensWithOrdinal(reading)
    var isThree = false
    for sentence in reading.sentences {
      discourse.wasThree = isThree
      let third = roles.third(sentence, reading)
      isThree = !third.isEmpty
      if isThree { discourse.thirds = third }
      var result = clauses.read(
        reading, sentence, discourse: discourse, block: number, isEntry: isEntry,
        blockDated: isEntry ? blockDated : nil, isFirst: sentence.lowerBound == 0)
      // Each paper below the line is an event; the line is none besides them.
      if shape.announcesItems(number), LeadIn.isOnlyOfItems(sentence, reading, result.drafts) {
        result.drafts = []
      }
      let opening = OpeningFinder.opening(in: reading, sentence, domains)
      var numbers: [Int] = []
      // A hope tells no deed, unless it is dated.
      let amounts = AmountSharing.amounts(of: result.drafts, reading, sentence)
      for (place, draft) in result.drafts.enumerated() where opening == nil || draft.date != nil {
        if let inner = draft.partOf, draft.basis == .inherited, inner < numbers.count,
          draft.reasons.first?.words.hasPrefix("part of the deed") == true
        {
          draft.partOf = numbers[inner]
        } else if draft.reasons.first?.words == "the date at the head of the entry" {
          draft.partOf = blockFirst
        }
        // "Agreement on Visas. S: 30 July 1992": the label's deed is that of the title before it.
        if draft.isLabel, draft.told == nil, discourse.pendingBlock == number {
          draft.told = discourse.pending?.sentence
        }
        if draft.type == .agreement, let date = draft.date.flatMap(reading.range) {
          draft.fate = discourse.paperColumns?.fate(at: date.lowerBound, reading)
        }
        draft.reasons += refusedDates(for: draft, result, reading, sentence)
        var (assertion, told) = assertion(draft, reading, discourse, amounts: amounts[place])
        let index = extract.assertions.count
        numbers.append(index)
        assertion.repeats = completed(draft, result.drafts, reading, extract)
        update(discourse, draft, told, index, number, isNumbered, reading)
        note(visitors: assertion.content, draft, index, discourse)
        if let person = assertion.content.participants.first {
          discourse.note(person.role, person.name, of: person.side)
        }
        extract.assertions.append(consume assertion)
        if blockFirst == nil { blockFirst = index }
        if blockDated == nil, draft.basis != .inherited, draft.date != nil { blockDated = draft }
      }
      if let pending = result.pending, result.drafts.isEmpty {
        discourse.pending = pending
        discourse.pendingBlock = number
        let named = roles.company(named: pending.sentence, reading)
        if named.count > 1 { discourse.entryActors = named }
      }
      if result.drafts.isEmpty, let side = roles.speaker(of: sentence, reading) {
        discourse.subject = side
      }
      for again in result.reports {
        tellAgain(again, reading, sentence, told: numbers, discourse, &extract)
      }
      report(result.omissions, &extract)
      if let domain = opening, !result.drafts.contains(where: { $0.date != nil }) {
        extract.openings.append(
          Opening(
            domain: domain,
            mention: mention(OpeningFinder.passage(of: sentence, reading), nil, [], reading)))
      }
    }
  }

  /// A short line without a full stop below one that says what the list holds: "Mine safety, Luleå, 1993".
  private func isListed(_ reading: BlockReading, _ discourse: Discourse) -> Bool {
    discourse.lead != nil && !reading.dates.isEmpty && reading.sentences.count == 1
      && reading.tokens.count <= 25
      && reading.tokens.last?.key != WordKey(".")
  }

  /// The other dates of the sentence, and why none of them is the deed's.
  private func refusedDates(
    for draft: Draft, _ result: ClauseReader.Result, _ reading: BlockReading,
    _ sentence: Range<Int>
  ) -> [Reason] {
    reading.dates[reading.dates(in: sentence)].compactMap { date in
      guard date.mention.span != draft.date?.span else { return nil }
      let words = reading.string(date.range)
      if let omission = result.omissions.first(where: { $0.span.overlaps(date.mention.span) }) {
        return Reason("date refused", "“\(words)”: \(omission.reason)")
      }
      return Reason("date refused", "“\(words)” dates another deed of the sentence")
    }
  }

  private func update(
    _ discourse: Discourse, _ draft: Draft, _ roles: RoleResolver.Roles, _ index: Int,
    _ block: Int, _ isNumbered: Bool, _ reading: BlockReading
  ) {
    if let subject = roles.subject { discourse.subject = subject }
    let thirds = roles.actors.filter { !context.parties.contains($0) && $0.count == 3 }
    if roles.actors.count > 2, !thirds.isEmpty { discourse.thirds = thirds }
    discourse.entryActors = roles.actors
    if draft.type == .agreement { discourse.paperActors = roles.actors }
    if RoleResolver.gifts.contains(draft.type), roles.actors.count == 1, !roles.recipients.isEmpty {
      discourse.gifts[roles.actors[0], default: 0] += 1
    }
    guard draft.date != nil, !ClauseReader.isFlashback(draft, reading) else { return }
    discourse.lastType = draft.type
    discourse.lastRoles = (roles.actors, roles.recipients)
    discourse.lastRule = draft.rule
    discourse.lastDated = draft
    discourse.lastAssertion = index
    discourse.lastBlock = block
    discourse.wasNumbered = isNumbered
    guard draft.basis != .inherited, draft.status == .occurred || draft.status == .planned else {
      return
    }
    if draft.type == .visit, discourse.mainVisit == nil, let reference = context.reference,
      let last = draft.date?.value.latest, abs(reference - last) <= 10
    {
      discourse.mainVisit = index
      discourse.mainVisitDated = draft
    }
    if draft.type == .meeting || draft.type == .consultation, discourse.mainTalks == nil,
      let reference = context.reference, let date = draft.date, let last = date.value.latest,
      abs(reference - last) <= 3
    {
      discourse.mainTalks = (date, index)
    }
    if discourse.scene == nil, index == 0, let reference = context.reference,
      let date = draft.date, date.core.precision == .day, let last = date.value.latest,
      (0...3).contains(reference - last)
    {
      discourse.scene = (date, block)
    }
    if draft.type == .visit || draft.type == .meeting || draft.type == .consultation {
      discourse.anchor = index
      discourse.anchorDated = draft
      discourse.anchorBlock = block
    } else if discourse.anchorBlock != block {
      discourse.anchor = nil
      discourse.anchorDated = nil
    }
  }

  private func note(
    visitors content: Content, _ draft: Draft, _ index: Int, _ discourse: Discourse
  ) {
    guard content.type == .visit, let date = draft.date, draft.basis != .inherited else { return }
    for person in content.participants where content.actors.contains(person.side ?? "") {
      discourse.visits.append(
        ToldVisit(
          surname: PersonalName.surname(of: person.name).lowercased(),
          role: person.role.lowercased(), date: date, index: index))
    }
  }

  func report(_ omissions: [ClauseReader.Omission], _ extract: inout DocumentExtract) {
    for omission in omissions {
      extract.diagnostics.append(
        Diagnostic(
          .note, "event/\(omission.kind)", "no event: \(omission.reason)",
          at: .init(document.text, omission.span)))
    }
  }
}
