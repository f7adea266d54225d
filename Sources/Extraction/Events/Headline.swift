import Chronicle
import Diagnostics
import Prose

/// Makes the short name of an event from its parts: at most 48 characters, nothing invented.
struct HeadlineWriter {
  static let limit = 48

  /// Short names of states by alpha-3 code.
  let names: [String: String]
  /// What stands with the deed's own date, where its clause has several.
  let series: DateSeries
  /// Whose voice the document is: "Ambassador of Pakistan to Azerbaijan".
  var voice: String?
  /// Whom "he" and "she" mean.
  var person: String?
  /// What the rows of a table count.
  var sitting: String?

  /// - Parameters:
  ///   - clause: the words around the deed, without its date.
  func headline(_ draft: Draft, _ content: Content, _ reading: BlockReading, clause: Range<Int>)
    -> String
  {
    if draft.isLast, let last = last(draft, content, reading) { return last }
    let told = text(draft, content, reading, clause: clause)
    return series.said(told) ?? told
  }

  /// "Have not met since May 2010": "Last meeting of Bhutan and Austria".
  private func last(_ draft: Draft, _ content: Content, _ reading: BlockReading) -> String? {
    let plain = PlainHeadline(
      names: names, limit: Self.limit - Self.lastly.count, reading: reading, draft: draft,
      content: content)
    guard let noun = plain.byType(), let first = noun.first else { return nil }
    return Self.lastly + first.lowercased() + noun.dropFirst()
  }

  private static let lastly = "Last "

  private func text(
    _ draft: Draft, _ content: Content, _ reading: BlockReading, clause: Range<Int>
  ) -> String {
    if let made = BracketedPapers.title(of: draft, reading) ?? ordinal(draft, reading)
      ?? template(draft, content, reading),
      made.fits(Self.limit), !made.isEmpty,
      !HeadlineFaults(names: names).areIn(WordLine(made), of: content.type)
    {
      return made
    }
    let plainHeadline = PlainHeadline(
      names: names, limit: Self.limit, reading: reading, draft: draft, content: content)
    if let title = plainHeadline.bracketedTitle() {
      return ContestedQuoting.quote(WordLine(title), limit: Self.limit)
    }
    let sentence = ClauseHeadline(
      reading: reading, draft: draft, content: content, names: names, limit: Self.limit,
      person: person)
    func plain() -> WordLine? { plainHeadline.text().map { WordLine($0) } }
    // The verb beside the noun tells something else.
    let isOther =
      sentence.isToldElsewhere || isOtherVolume(draft, reading)
      || isOfAState(draft, content, reading)
    let own =
      (isOther ? nil : sentence.text())
      ?? (isOther || content.type == .visit ? plain() : nil)
    var line = own ?? sentence.inPresent(told(draft, content, reading, clause))
    if PlainHeadline.isPoor(line) || lacksObject(line, draft, reading)
      || content.type == .agreement && Self.begins(line, Self.articles)
      || HeadlineFaults(names: names).areIn(line, of: content.type)
    {
      line = plain() ?? line
    }
    return ContestedQuoting.quote(owned(Self.tidy(line), draft, content), limit: Self.limit)
  }

  /// "Your air force offers a Canadair" of Chile’s: in no one's mouth.
  private func owned(_ line: WordLine, _ draft: Draft, _ content: Content) -> WordLine {
    guard content.actors.count == 1, draft.clause?.verb.isPassive == false,
      Self.begins(line, Self.owners), let first = line.firstWord
    else { return line }
    let rest = line.text(first.upperBound..<line.bytes.endIndex)
    return Self.shorten(WordLine("\(name(content.actors[0]))’s\(rest)"))
  }

  private static let owners = SmallWords("our your my")

  /// "The Prince, who is now the Emperor, came": how things are, beside what was done.
  private func isOfAState(_ draft: Draft, _ content: Content, _ reading: BlockReading) -> Bool {
    guard let verb = draft.clause?.verb else { return false }
    // "He was in Nairobi" is a visit.
    let next = verb.range.upperBound
    return content.type == .visit && verb.isCopula && next < draft.sentence.upperBound
      && !WordClass.prepositions.contains(reading.tokens[next].key)
  }

  /// "It fell to 15 million in 2023 from 28 million a year earlier": the verb tells the first year only.
  private func isOtherVolume(_ draft: Draft, _ reading: BlockReading) -> Bool {
    guard draft.type == .trade, let clause = draft.clause, let own = draft.date,
      let first = reading.dates[reading.dates(in: clause.range)].first
    else { return false }
    return draft.rule?.id == "trade/volume" && first.mention.span != own.span
  }

  /// "Officials initialled", "Finland to offer": a verb without what it is done to.
  private func lacksObject(_ line: WordLine, _ draft: Draft, _ reading: BlockReading) -> Bool {
    guard !line.hasMoreWords(than: 4), let last = line.lastWord, let clause = draft.clause,
      !clause.verb.isPassive, !clause.verb.isCopula,
      !VerbLexicon.builtIn.isIntransitive(clause.verb.lemma)
    else { return false }
    let verb = reading.tokens[clause.verb.main].span
    return line.isWord(last, clause.verb.lemma) || line.isWord(last, reading.text.string(verb))
      || line.isWord(last, Inflection.english.third(of: clause.verb.lemma))
  }

  /// The clause in words of its own: whole if it is short, else from its subject, else shortened.
  private func told(
    _ draft: Draft, _ content: Content, _ reading: BlockReading, _ clause: Range<Int>
  ) -> WordLine {
    let subject = ClauseSubject.range(draft, reading, clause)
    let fromSubject = Self.plain(subject, reading)
    var choices = [Self.plain(clause, reading), fromSubject]
    if let trigger = draft.trigger, Self.isActive(draft, reading), content.actors.count == 1,
      let actor = content.actors.first, clause.contains(trigger.lowerBound),
      !namesAnother(draft, than: actor, reading)
    {
      var verb = Self.plain(trigger.lowerBound..<clause.upperBound, reading)
      verb.uncapitalise()
      var whole = WordLine(name(actor))
      // "Plans to open a factory", "agreed to take in 350".
      if trigger.lowerBound > 0, reading.tokens[trigger.lowerBound - 1].key == WordClass.to,
        let lemma = VerbLexicon.builtIn.entry(reading.tokens[trigger.lowerBound].key)?.lemma
      {
        let isPlanned = content.status == .planned
        verb = Self.plain(trigger.lowerBound + 1..<clause.upperBound, reading)
        verb.uncapitalise()
        whole.append(
          word: WordLine(isPlanned ? "to \(lemma)" : Inflection.english.third(of: lemma)))
      }
      whole.append(word: verb)
      // A clause that begins with its verb lacks its subject.
      if subject.lowerBound >= trigger.lowerBound || Self.begins(fromSubject, Self.pronouns) {
        choices = [whole]
      } else {
        choices.append(whole)
      }
    }
    choices = choices.filter(Self.hasLetter)
    let clear = choices.filter { !Self.begins($0, Self.vague) }
    if let fits = clear.first(where: { $0.fits(Self.limit) }) { return fits }
    let deed = draft.trigger.map { reading.text.string(reading.tokens[$0.lowerBound].span) } ?? ""
    for choice in clear {
      if let cut = Self.phrase(choice, with: deed) { return cut }
    }
    guard let last = clear.last ?? choices.first else {
      return Self.shorten(draft.sentence, reading)
    }
    return Self.shorten(Self.plain(last))
  }

  /// "Four Kenyan midshipmen studied at Brest": done by France, and yet no deed of the subject's.
  private func namesAnother(_ draft: Draft, than actor: String, _ reading: BlockReading) -> Bool {
    guard let subject = draft.clause?.subject else { return false }
    let codes = reading.entities[reading.entities(in: subject)].compactMap(\.code)
    return !codes.isEmpty && !codes.contains(actor)
  }

  /// Whether the subject of the verb is the one who acts: not "was trained", "received training".
  private static func isActive(_ draft: Draft, _ reading: BlockReading) -> Bool {
    guard let trigger = draft.trigger, draft.rule?.kind == .verb, draft.type != .award,
      draft.clause?.verb.isPassive != true
    else {
      return false
    }
    let key = reading.tokens[trigger.lowerBound].key
    // "Agrément for her successor": a noun does nothing.
    guard trigger.contains(where: { VerbLexicon.builtIn.entry(reading.tokens[$0].key) != nil })
    else { return false }
    let before = trigger.lowerBound > 0 ? reading.tokens[trigger.lowerBound - 1].key : key
    return !ClauseSubject.determiners.contains(key) && !RoleResolver.receivers.contains(key)
      && !WordClass.be.contains(key) && !WordClass.be.contains(before)
      && (draft.type != .training || key != WordKey("trained"))
  }

  private static let articles = SmallWords("a an")

  private static func begins(_ line: WordLine, _ words: SmallWords) -> Bool {
    line.firstWord.map { words.contains(line, $0) } ?? false
  }

  private static func hasLetter(_ line: WordLine) -> Bool {
    line.bytes.contains { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
      || !line.isASCII(line.bytes.indices) && line.string.contains(where: \.isLetter)
  }

  /// "Agreed to exchange ambassadors": what the words say, no more.
  private func exchange(_ draft: Draft, _ reading: BlockReading) -> String? {
    guard let trigger = draft.trigger,
      trigger.contains(where: { reading.tokens[$0].key == WordKey("ambassadors") }),
      !draft.sentence.contains(where: { reading.tokens[$0].key == WordKey("relations") })
    else { return nil }
    let isAgreed =
      trigger.lowerBound > 0 && reading.tokens[trigger.lowerBound - 1].key == WordClass.to
    return isAgreed ? "Exchange of ambassadors agreed" : "Ambassadors exchanged"
  }

  private func template(_ draft: Draft, _ content: Content, _ reading: BlockReading) -> String? {
    switch content.type {
    case .visit: visit(draft, content, reading)
    case .recognition:
      pair(content, "recognises")
    case .establishment where draft.rule?.id.hasPrefix("establishment/relations") == true:
      exchange(draft, reading) ?? "Diplomatic relations established"
    case .establishment
    where draft.rule?.id.hasPrefix("establishment/mission") == true
      || draft.rule?.id == "establishment/ours",
      .other where draft.rule?.id == "other/mission-shut":
      mission(draft, content, reading)
    case .meeting where content.participants.count >= 2:
      meeting(draft, content, reading)
    case .agreement, .declaration: document(draft, content, reading)
    case .establishment: NominalHeadline(reading: reading, draft: draft, limit: Self.limit).text()
    case .meeting, .exercise, .culturalEvent:
      NominalHeadline(reading: reading, draft: draft, limit: Self.limit).eventName()
    case .membership: membership(draft, content, reading)
    case .award: award(draft, content, reading)
    case .resolution: resolution(draft, content, reading)
    case .appointment: ownVoice(draft, content, reading)
    default: nil
    }
  }

  func name(_ code: String) -> String { names[code] ?? code }

  private func pair(_ content: Content, _ verb: String) -> String? {
    guard content.actors.count == 1, content.recipients.count == 1 else { return nil }
    return "\(name(content.actors[0])) \(verb) \(name(content.recipients[0]))"
  }

  private func visit(_ draft: Draft, _ content: Content, _ reading: BlockReading) -> String? {
    guard let guest = content.actors.first, content.actors.count == 1 else { return nil }
    // Never the host, who is named beside the guest.
    let person =
      content.participants.first { $0.side == guest }
      ?? content.participants.first { $0.side?.count != 3 }
    let guests =
      person.map { [long($0), ranked($0), short($0)] } ?? office(of: guest, draft, reading)
    let place =
      hostPlace(draft, content, reading) ?? content.recipients.first.map(name)
    guard let place else { return nil }
    for who in guests {
      let isSeveral = person == nil && who.prefix { $0 != " " }.hasSuffix("s")
      let verb = content.status == .planned ? "to visit" : isSeveral ? "visit" : "visits"
      let text = "\(who) \(verb) \(place)"
      if text.fits(Self.limit) { return text.prefix(1).uppercased() + text.dropFirst() }
    }
    return nil
  }

  /// "Foreign Minister of Brazil", where the subject names the office and no more.
  private func office(of side: String, _ draft: Draft, _ reading: BlockReading) -> [String] {
    guard let subject = draft.clause?.subject, draft.clause?.verb.isPassive == false else {
      return []
    }
    return reading.entities[reading.entities(in: subject)].filter {
      $0.kind == .office && ($0.code == side || $0.code == nil)
    }.prefix(1).map { "\(reading.string($0.range)) of \(name(side))" }
  }

  /// The first place named after the deed that lies in the host's state.
  private func hostPlace(_ draft: Draft, _ content: Content, _ reading: BlockReading) -> String? {
    if let own = series.place { return reading.string(own) }
    let hosts = Set(content.recipients)
    let entity = reading.entities[reading.entities(in: draft.segment)].first {
      [.city, .capital, .state].contains($0.kind) && $0.code.map(hosts.contains) == true
        && $0.range.lowerBound >= (draft.trigger?.lowerBound ?? 0)
    }
    return entity.map { reading.string($0.range) }
  }

  /// "Azerbaijan joins OIC Contact Group on Kashmir": the body in the capitals around its name.
  private func membership(_ draft: Draft, _ content: Content, _ reading: BlockReading) -> String? {
    guard content.actors.count == 1, let body = content.recipients.first,
      let entity = reading.entities[reading.entities(in: draft.sentence)].first(where: {
        $0.code == body
      })
    else { return nil }
    var range = entity.range
    while range.upperBound < draft.sentence.upperBound {
      let next = reading.tokens[range.upperBound]
      let isJoint =
        next.key == WordKey("on") && range.upperBound + 1 < draft.sentence.upperBound
        && reading.tokens[range.upperBound + 1].isCapitalised
      let isHyphen =
        next.key == WordKey("-") && range.upperBound + 1 < draft.sentence.upperBound
        && reading.tokens[range.upperBound + 1].isCapitalised
      guard next.isCapitalised && next.kind == .word || isJoint || isHyphen else { break }
      range = range.lowerBound..<(range.upperBound + 1)
    }
    let verb = draft.rule?.id == "membership/sat" ? "sits on" : "joins"
    let base = "\(name(content.actors[0])) \(content.status == .planned ? "to join" : verb)"
    let joint = range.first { reading.tokens[$0].key == WordKey("on") } ?? range.upperBound
    for named in [range, range.lowerBound..<joint, entity.range]
    where !named.isEmpty {
      let text = "\(base) \(reading.string(named))"
      guard text.fits(Self.limit) else { continue }
      return ContestedQuoting.quote(WordLine(text), limit: Self.limit)
    }
    return nil
  }

  private func long(_ person: Participant) -> String {
    person.role.isEmpty ? person.name : "\(person.role) \(short(person))"
  }

  /// "Deputy Minister Hautala" of one with a long portfolio.
  private func ranked(_ person: Participant) -> String {
    let end = Self.portfolios.compactMap { person.role.firstRange(of: $0)?.lowerBound }.min()
    guard let end, person.role[..<end].hasSuffix("Minister") else { return short(person) }
    return "\(person.role[..<end]) \(short(person))"
  }

  private static let portfolios = [" for ", " of "]

  func short(_ person: Participant) -> String { PersonalName.surname(of: person.name) }

  private func meeting(_ draft: Draft, _ content: Content, _ reading: BlockReading) -> String? {
    let people = content.participants
    guard people.count >= 2, people[0].side != people[1].side else { return nil }
    let place = content.places.first.map { ", \($0)" } ?? ""
    for (a, b) in [(long(people[0]), long(people[1])), (short(people[0]), short(people[1]))] {
      let text = "\(a) meets \(b)\(place)"
      if text.fits(Self.limit) { return text.prefix(1).uppercased() + text.dropFirst() }
    }
    return nil
  }

  /// The title of what was signed: the capitalised words around its noun.
  private func document(_ draft: Draft, _ content: Content, _ reading: BlockReading) -> String? {
    var best: Range<Int>?
    var start: Int?
    var last = draft.segment.lowerBound
    func close(_ end: Int) {
      guard let from = start, end - from >= 2 else { return }
      let range = from..<end
      let named = range.contains { DeedWords.papers.contains(reading.tokens[$0].key) }
      if named, range.count > (best?.count ?? 0) { best = range }
    }
    for i in draft.segment {
      let token = reading.tokens[i]
      let isDate = reading.has(.date, at: i)
      if token.isCapitalised && token.kind == .word && !isDate {
        if start == nil { start = i }
        last = i
      } else if start != nil, i > draft.segment.lowerBound,
        reading.tokens[i - 1].key == WordKey("-"),
        reading.tokens[i - 1].end == token.start, token.kind == .word
      {
        // "Co-operation".
        last = i
      } else if start != nil, i - last <= 2, Self.joints.contains(token.key), !isDate {
        continue
      } else if start != nil {
        close(last + 1)
        start = nil
      }
    }
    if start != nil { close(last + 1) }
    guard let best else { return nil }
    let fate = draft.fate.map { " \($0)" } ?? ""
    let name = Self.shorten(best, reading, limit: Self.limit - fate.count).string
    return ContestedQuoting.quote(WordLine(name + fate), limit: Self.limit)
  }

  static let bodies = BlockReading.keys(
    "senate committee assembly parliament council congress house")
  static let firstPerson = BlockReading.keys("i my")
  static let honours = BlockReading.keys(
    "doctorate order medal award degree prize star cross nishan hilal doctor citizen")
  static let joints = BlockReading.keys("of on the and for in between - & ( ) with to")
}
