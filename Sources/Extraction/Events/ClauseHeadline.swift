import Chronicle
import Diagnostics
import Prose

/// Makes a headline of a clause: its subject, its verb in the present, what follows as far as it fits.
struct ClauseHeadline {
  let reading: BlockReading
  let draft: Draft
  let content: Content
  /// Short names of states by code.
  let names: [String: String]
  let limit: Int
  /// Whom "he" and "she" mean: "President Niinistö".
  let person: String?
  let lexicon = VerbLexicon.builtIn

  /// The headline, or nil where the clause does not tell the deed with a subject and a verb.
  func text() -> WordLine? {
    guard let trigger = draft.trigger, let clause = draft.clause.map({ coordinated($0, trigger) }),
      clause.range.contains(trigger.lowerBound), !clause.verb.isNegated || isDoneAtLast,
      tellsDeed(clause, trigger), !isTornOff(clause)
    else { return nil }
    let chunks = (antecedent(clause).map { [$0] } ?? []) + chunks(clause)
    if chunks.isEmpty, !clause.verb.isPassive, !clause.verb.isCopula,
      !lexicon.isIntransitive(clause.verb.lemma)
    {
      return nil
    }
    let subjects = subjects(clause)
    for (number, subject) in subjects.enumerated() {
      let verb = verb(clause, isPlural: subject.isPlural ?? isPlural(clause))
      let isLast = number == subjects.count - 1
      if let made = fitted(subject.text, verb, chunks, isLast: isLast) { return made }
    }
    return nil
  }

  /// Words for who acts; the number is nil where the text's own holds.
  struct Subject {
    var text: WordLine
    var isPlural: Bool?
  }

  /// The verb is the deed, carries it as its object, or says that it took place.
  private func tellsDeed(_ clause: Clause, _ trigger: Range<Int>) -> Bool {
    if trigger.contains(clause.verb.main) { return true }
    // "They initialled it; signature foreseen in May": a part without the verb tells its own.
    if let first = draft.segment.first, Segmenter.clauseEnds.contains(reading.tokens[first].key),
      first > clause.verb.main
    {
      return false
    }
    // "The accord of October 1995 lapsed": the day is the accord's, the verb another's.
    if let subject = clause.subject, subject.contains(trigger.lowerBound),
      ownDate.map({ subject.contains($0.lowerBound) }) == true
    {
      return false
    }
    if trigger.lowerBound > clause.verb.main {
      // "… and a memorandum on sport": the verb and the first paper stand in another part.
      if content.type == .agreement, draft.rule?.kind == .noun,
        !draft.segment.contains(clause.verb.main) || PaperPhrase.isDated(draft, reading)
      {
        return false
      }
      return !lexicon.isReport(clause.verb.lemma) || clause.verb.lemma == "declare"
    }
    return clause.subject.map { $0.contains(trigger.lowerBound) } ?? false
  }

  // MARK: The parts

  /// The subject from full to short; a pronoun gives way to who acts.
  private func subjects(_ clause: Clause) -> [Subject] {
    guard let whole = clause.subject, let first = whole.first else {
      // "The agreement, … and which entered into force in 2003".
      if content.type == .agreement, draft.rule?.id.contains("in-force") == true {
        return [Subject(text: WordLine("Agreement"), isPlural: false)]
      }
      // Lists and entries leave the subject out: the verb comes first.
      return clause.verb.range.lowerBound - clause.range.lowerBound <= 1 && !clause.verb.isPassive
        ? actor() : []
    }
    let subject = untilRelative(whole)
    let key = reading.tokens[first].key
    if key == WordKey("there") { return [] }
    if subject.count == 1, WordClass.subjects.contains(key) || Self.pointers.contains(key) {
      if Self.persons.contains(key), let person, Naming.fits(key, person) {
        return [Subject(text: WordLine(person), isPlural: false)]
      }
      // A visit of somebody is told by its states; "he died" of nobody known is no state's deed.
      if Self.persons.contains(key), content.type == .visit || content.type == .other { return [] }
      if Self.persons.contains(key), content.type == .appointment, content.actors.count == 1 {
        let name = names[content.actors[0]] ?? content.actors[0]
        return [Subject(text: WordLine("\(name)’s envoy"), isPlural: false)]
      }
      if Self.inanimate.contains(key), let thing = Self.things[content.type] {
        return [Subject(text: WordLine(thing), isPlural: false)]
      }
      return clause.verb.isPassive ? [] : actor()
    }
    if subject.contains(where: { Self.writers.contains(reading.tokens[$0].key) }) { return actor() }
    var range = subject
    var owner = WordLine()
    if Self.possessives.contains(key) {
      guard subject.count > 1 else { return [] }
      // "Our two governments", "its sixth session" of both: whose says nothing.
      if content.actors.count == 1, let name = actor().first?.text {
        owner = name
        owner.append("’s ")
      }
      range = (first + 1)..<subject.upperBound
    } else if Self.hedges.contains(key), subject.count > 1 {
      range = (first + 1)..<subject.upperBound
    } else if Self.articles.contains(key), subject.count > 1,
      reading.tokens[first + 1].key != WordKey("number")
    {
      range = (first + 1)..<subject.upperBound
    }
    var result: [Subject] = []
    for end in [range.upperBound] + cuts(range) where end > range.lowerBound {
      let text = plain(without(dates: range.lowerBound..<end))
      if !text.isEmpty { result.append(Subject(text: joined(owner, text))) }
    }
    guard !result.isEmpty, actsItself(subject) else {
      // "Invitation from the Speaker" says more than "Invitation".
      return (result + listCut(range, owner) + ofCut(range, owner)).enumerated().sorted {
        ($1.element.text.bytes.count, $0.offset) < ($0.element.text.bytes.count, $1.offset)
      }.map(\.element)
    }
    // An office or body may stand for its state; one word of it says less than the state's name.
    let long = result.filter {
      $0.text.hasMoreWords(than: 1) || isName(range) && Self.hasCapital($0.text)
    }
    return long + actor() + listCut(range, owner) + ofCut(range, owner)
      + result.filter { short in !long.contains { $0.text == short.text } }
  }

  func joined(_ owner: WordLine, _ text: WordLine) -> WordLine {
    var result = owner
    result.append(text)
    return result
  }

  private static func hasCapital(_ line: WordLine) -> Bool {
    if line.isASCII(line.bytes.indices) {
      return line.bytes.contains { $0 >= 0x41 && $0 <= 0x5A }
    }
    return line.string.contains { $0.isUppercase && $0.isLetter }
  }

  /// A single name needs no other words: "Sharif".
  private func isName(_ range: Range<Int>) -> Bool {
    range.count <= 2 && !reading.entities(in: range).isEmpty
  }

  /// Whether the one who acts is named in the subject.
  private func actsItself(_ subject: Range<Int>) -> Bool {
    guard content.actors.count == 1, draft.clause?.verb.isPassive == false else { return false }
    return reading.entities(in: subject).contains {
      reading.entities[$0].code == content.actors[0]
    }
  }

  private func actor() -> [Subject] {
    if content.actors.count == 1, let code = content.actors.first {
      return [Subject(text: WordLine(names[code] ?? code), isPlural: false)]
    }
    return content.actors.count == 2 && content.recipients.isEmpty
      ? [Subject(text: WordLine("Both sides"), isPlural: true)] : []
  }

  private func verb(_ clause: Clause, isPlural: Bool) -> String {
    let verb = clause.verb
    let participle = reading.string(verb.main..<(verb.main + 1))
    let isFuture = verb.modal.map { Self.futures.contains($0) } ?? false
    if verb.isCopula {
      let next = verb.range.upperBound
      guard next < clause.range.upperBound else { return "" }
      let key = reading.tokens[next].key
      if key == WordClass.to || WordClass.prepositions.contains(key) {
        return isFuture ? "to be" : ""
      }
      return isFuture ? "to be" : isPlural ? "are" : "is"
    }
    // "Kenya granted 85 places" would have it give them.
    if verb.isPassive, !isFuture, isGiven(to: clause) {
      return isPlural ? "are \(participle)" : "is \(participle)"
    }
    if verb.isPassive { return isFuture ? "to be \(participle)" : participle }
    guard lexicon.entry(reading.tokens[verb.main].key) != nil else { return participle }
    let prefix =
      verb.main > verb.range.lowerBound
        && reading.tokens[verb.main - 1].key == WordKey("-")
      ? reading.string((verb.main - 2)..<verb.main) : ""
    if isFuture { return "to \(prefix)\(verb.lemma)" }
    if verb.modal != nil { return reading.string(verb.range) }
    return prefix + (isPlural ? verb.lemma : Inflection.english.third(of: verb.lemma))
  }

  /// Whether the subject of a passive verb is who gets what stands behind it.
  private func isGiven(to clause: Clause) -> Bool {
    guard RoleResolver.granting.contains(clause.verb.lemma), let subject = clause.subject else {
      return false
    }
    let next = clause.verb.range.upperBound
    guard next < clause.range.upperBound, reading.tokens[next].kind != .punctuation else {
      return false
    }
    return reading.entities(in: subject).contains {
      let entity = reading.entities[$0]
      let start = entity.range.lowerBound
      return entity.code.map(content.recipients.contains) == true
        && (start == subject.lowerBound || !reading.has(.preposition, at: start - 1))
    }
  }

  func isPlural(_ clause: Clause) -> Bool {
    guard let subject = clause.subject, let first = subject.first else {
      return content.actors.count > 1
    }
    let keys = subject.map { reading.tokens[$0].key }
    if subject.count == 1, [WordKey("they"), WordKey("we")].contains(keys[0]) {
      return content.actors.count > 1
    }
    let head =
      subject.first { $0 > first && reading.has(.preposition, at: $0) }
      ?? subject.upperBound
    let own = first..<head
    if own.contains(where: { reading.has(.conjunction, at: $0) }) {
      return true
    }
    if own.contains(where: { Self.plurals.contains(reading.tokens[$0].key) }) { return true }
    if reading.tokens[first].kind == .number { return true }
    let noun = reading.tokens[head - 1]
    guard noun.kind == .word, noun.end - noun.start > 3 else { return false }
    let bytes = reading.text.bytes
    // "Midshipmen", "firemen".
    if noun.end - noun.start > 5, bytes[(noun.end - 3)..<noun.end].elementsEqual("men".utf8) {
      return noun.key != "specimen" && noun.key != "regimen"
    }
    guard bytes[noun.end - 1] == 0x73, bytes[noun.end - 2] != 0x73 else { return false }
    return !noun.isCapitalised || isCommonNoun(at: head - 1, in: own)
  }

  /// Whether a noun with a capital is none of a name: "Ministers met", "Borders closed".
  private func isCommonNoun(at place: Int, in own: Range<Int>) -> Bool {
    let noun = reading.tokens[place]
    let names = reading.entities[reading.entities(in: own)].filter { $0.range.contains(place) }
      .map(\.kind)
    if names.contains(.office) { return true }
    // "Santos", "Paris", "Texas", "Airbus" are names, as is what follows another capital.
    guard names.isEmpty, !"aiou".utf8.contains(reading.text.bytes[noun.end - 2]) else {
      return false
    }
    return place == own.lowerBound
      || Self.articles.contains(reading.tokens[place - 1].key) && place - 1 == own.lowerBound
  }

  /// What follows the verb, in phrases; dates, asides and further clauses left out.
  private func chunks(_ clause: Clause) -> [WordLine] {
    var pieces: [Range<Int>] = []
    var start = clause.verb.range.upperBound
    if let later = laterObject(clause) { start = later }
    var i = start
    // What follows the deed's own part of the sentence tells another.
    let isOwn = draft.segment.contains(clause.verb.main)
    let last =
      isOwn ? min(clause.range.upperBound, draft.segment.upperBound) : clause.range.upperBound
    let end = start < last ? reading.beforeSum(start..<last).upperBound : last
    var between = false
    func close(_ stop: Int) { if stop > start { pieces.append(start..<stop) } }
    while i < end {
      let key = reading.tokens[i].key
      if let date = reading.date(at: i) {
        var stop = i
        while stop > start, Self.dateWords.contains(reading.tokens[stop - 1].key) { stop -= 1 }
        close(stop)
        i = date.upperBound
        if stop < date.lowerBound, Self.articles.contains(reading.tokens[date.lowerBound - 1].key) {
          // "From the 2017 intake": what the date qualifies goes with it.
          while i < end, reading.tokens[i].kind == .word, !reading.has(.conjunction, at: i),
            !reading.has(.preposition, at: i), reading.date(at: i) == nil
          {
            i += 1
          }
        }
        start = i
        continue
      }
      if !reading.has(.insideName, at: i) {
        if Self.ends.contains(key) || WordClass.relatives.contains(key) && i > start { break }
        if key == WordKey("between") { between = true }
        let joins = key == WordKey("and") && between
        if joins { between = false }
        let isBoundary =
          key == WordClass.comma || WordClass.prepositions.contains(key)
          || WordClass.conjunctions.contains(key) || key == WordClass.to
        if isBoundary, !joins, i > start {
          close(i)
          start = i
        }
      }
      i += 1
    }
    close(i)
    if let later = laterPhrase(clause),
      let place = pieces.firstIndex(where: {
        reading.tokens[$0.lowerBound].key == reading.tokens[later.lowerBound].key
      })
    {
      pieces.replaceSubrange(place..., with: [later])
    }
    return pieces.filter { !isAgain($0) }.map(plain).filter { !$0.isEmpty }
  }

  // MARK: Fitting

  private func fitted(_ subject: WordLine, _ verb: String, _ chunks: [WordLine], isLast: Bool)
    -> WordLine?
  {
    var line = subject
    if !verb.isEmpty { line.append(word: WordLine(verb)) }
    guard line.fits(limit) else { return nil }
    var taken = 0
    for chunk in chunks {
      let end = line.bytes.count
      if chunk.bytes.first != UInt8(ascii: ",") { line.append(" ") }
      line.append(chunk)
      guard line.fits(limit) else {
        line.cut(to: end)
        break
      }
      taken += 1
    }
    // A verb without its object says too little; a shorter subject may leave room for it.
    // "Agreement on investment signed" needs no ministers by whom.
    let byWhom = chunks.first?.firstWord.map { chunks[0].isWord($0, "by") } == true
    if taken == 0, !chunks.isEmpty, !isComplete || !isLast && !byWhom { return nil }
    line = Self.trimmed(line)
    guard line.hasMoreWords(than: 1) else { return nil }
    line.capitalise()
    return line
  }

  /// Whether subject and verb alone tell the deed: "The agreement signed".
  private var isComplete: Bool { draft.clause?.verb.isPassive == true }

  /// The range up to its first date and the words that belong to that.
  func without(dates range: Range<Int>) -> Range<Int> {
    guard let date = reading.dates(in: range).first else { return range }
    var stop = reading.dates[date].range.lowerBound
    while stop > range.lowerBound, Self.dateWords.contains(reading.tokens[stop - 1].key) {
      stop -= 1
    }
    return range.lowerBound..<stop
  }

  /// The words of a range in one line, without those that say nothing outside the text.
  func plain(_ range: Range<Int>) -> WordLine {
    let line = PlainText.line(reading.text.bytes, reading.span(range), breaksLines: true)
    func isIdle(_ word: Range<Int>) -> Bool { Self.idle.contains { line.isWord(word, $0) } }
    guard line.firstWord(where: isIdle) != nil else { return line }
    return line.joined(line.words.filter { !isIdle($0) })
  }

  private static func trimmed(_ line: WordLine) -> WordLine {
    var line = line
    line.trimEnd()
    while let last = line.lastWord, HeadlineWriter.dangling.contains(line, last),
      line.bytes.count > last.count
    {
      line.cut(to: line.bytes.count - last.count - 1)
    }
    return line
  }

  /// Words that say nothing outside the text: whose, and that there was more before.
  private static let idle = ["also", "our", "my", "your"]
  private static let inanimate = BlockReading.keys("it which that what")
  /// What "it" stands for beside deeds of a type.
  private static let things: [EventType: String] = [
    .agreement: "Agreement", .declaration: "Declaration", .trade: "Trade",
    .transportLink: "Service", .exercise: "Exercise", .construction: "Work",
  ]
  private static let writers = BlockReading.keys("i me")
  private static let persons = BlockReading.keys("he she who")
  private static let hedges = BlockReading.keys("some about around nearly almost")
  static let pointers = BlockReading.keys("this that these those both all what there")
  private static let possessives = BlockReading.keys("our my its their his her your")
  static let articles = BlockReading.keys("the a an this these")
  private static let futures = BlockReading.keys("will shall would")
  private static let plurals = BlockReading.keys(
    "two three four five six seven eight nine ten both several many some these personnel people"
      + " police troops officials")
  static let dateWords = BlockReading.keys(
    "in on of at from since by until till during around about the for early late mid before after , as"
  )
  private static let ends = BlockReading.keys("; : ( as while when where because although if")
}
