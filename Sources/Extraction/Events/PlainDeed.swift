import Chronicle
import Diagnostics
import Prose

/// Dated clauses whose words no rule knows: who did something on a day has done a deed.
struct PlainDeed: Sendable {
  private var types: [String: EventType?] = [:]
  /// By first word; longest first.
  private var nouns: [WordKey: [(words: [WordKey], type: EventType)]] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  static let builtIn = PlainDeed(Knowledge.file("lexicon/deeds.tsv"))

  init(_ file: SourceText?) {
    guard let file else { return }
    let columns = ["type", "verbs", "nouns"]
    var table = LexiconTable(file, columns: columns, required: ["type", "verbs"])
    for row in table.rows {
      let type = EventType(rawValue: row.value("type"))
      if type == nil, row.value("type") != "none" {
        table.problem(
          "no type is called \"\(row.value("type"))\"", row.span("type"), file,
          hint: "the types of events, or none")
        continue
      }
      for verb in row.names("verbs") where types[verb.text] == nil { types[verb.text] = type }
      guard let type else { continue }
      for noun in row.names("nouns") {
        let words = Tokenizer.tokens(of: Array(noun.text.utf8)).map(\.key)
        guard let first = words.first else { continue }
        nouns[first, default: []].append((words, type))
        nouns[first]?.sort { $0.words.count > $1.words.count }
      }
    }
    diagnostics = table.diagnostics
  }

  /// The type of deed that the clause of a date tells; nil where it tells none.
  ///
  /// - Parameter isVoice: the document's own voice speaks, not an interviewer.
  func type(
    ofClauseAt date: Range<Int>, in segment: Range<Int>, _ clauses: [Clause],
    _ reading: BlockReading, isVoice: Bool
  ) -> (type: EventType, clause: Clause)? {
    guard let own = clauses.last(where: { $0.range.lowerBound <= date.lowerBound }),
      own.range.contains(date.lowerBound)
    else { return nil }
    let main = mainClause(beside: own, clauses)
    let clause = intended(main ?? own, reading)
    guard main != nil || segment.contains(clause.verb.main), !clause.verb.isCopula,
      !clause.verb.isNegated,
      clause.verb.modal.map({ $0 == WordKey("will") || $0 == WordKey("shall") }) ?? true,
      !isQuestion(clause, reading), !isEarlier(clause, reading), !isFigure(clause, reading),
      !isOfKin(segment.lowerBound..<max(segment.lowerBound, clause.verb.main), reading)
    else { return nil }
    guard let verb = phrasal(clause, reading) ?? type(clause.verb.lemma) else {
      // "Relics were brought to Ulaanbaatar": what was done with a thing of the kind is a deed.
      return clause.verb.isPassive && Self.handling.contains(clause.verb.lemma)
        ? noun(clause, reading).map { ($0, clause) } : nil
    }
    // "The deal that the two governments struck": people strike no disaster.
    if verb == .disaster, Animacy.canVisit(clause, reading) { return nil }
    let isVague =
      verb == .other || verb == .visit && !Animacy.canVisit(clause, reading)
      || verb == .meeting && Self.receiving.contains(clause.verb.lemma)
        && !namesPerson(clause, reading)
    let type = isVague ? noun(clause, reading) ?? .other : verb
    // "Funds came to 1.4 billion": nobody goes to a number.
    if verb == .visit, clause.verb.main + 2 < reading.tokens.count,
      reading.tokens[clause.verb.main + 1].key == WordClass.to,
      (clause.verb.main + 2..<min(clause.verb.main + 5, reading.tokens.count)).contains(where: {
        reading.tokens[$0].kind == .number
      })
    {
      return nil
    }
    // "They stayed": nowhere in particular.
    if verb == .visit,
      clause.verb.main + 1 >= clause.range.upperBound
        || reading.tokens[clause.verb.main + 1].kind == .punctuation,
      clause.verb.lemma == "stay"
    {
      return nil
    }
    if verb == .visit, clause.verb.lemma == "stop", clause.verb.isPassive {
      return (.other, clause)
    }
    // "The contractor stopped over unpaid bills": a visit stops somewhere.
    if verb == .visit, clause.verb.lemma == "stop", !isAtPlace(clause.verb.main + 1, reading) {
      return isPrivate(clause, .other, reading, isVoice)
        ? nil : (noun(clause, reading) ?? .other, clause)
    }
    guard !isPrivate(clause, type, reading, isVoice),
      type != .other || verb == .other && types[clause.verb.lemma] != nil
        || concerns(clause, reading) || isTold(clause, reading)
    else { return nil }
    return (type, clause)
  }

  /// "The navy means to send a frigate": as if it said "will send".
  private func intended(_ clause: Clause, _ reading: BlockReading) -> Clause {
    let (verb, at) = (clause.verb, clause.verb.main + 2)
    guard verb.isPresent, !verb.isNegated, Self.intentions.contains(verb.lemma),
      at < clause.range.upperBound, reading.tokens[at - 1].key == WordClass.to,
      let entry = VerbLexicon.builtIn.entry(reading.tokens[at].key), entry.form == .base
    else { return clause }
    var result = clause
    result.verb.main = at
    result.verb.lemma = entry.lemma
    result.verb.range = verb.range.lowerBound..<(at + 1)
    result.verb.modal = WordKey("will")
    return result
  }

  private static let intentions: Set<String> = [
    "mean", "plan", "intend", "hope", "want", "wish", "aim", "propose", "promise", "undertake",
    "prepare",
  ]

  /// "In July, when protests turned ugly, your governor lent us two buses": what a clause of time that
  /// opens the sentence is told for.
  private func mainClause(beside clause: Clause, _ clauses: [Clause]) -> Clause? {
    guard clause.opener == "when", let first = clauses.first,
      first.verb.main == clause.verb.main, clauses.count > 1, clauses[1].subject != nil,
      !clauses[1].isShared, ["", ","].contains(clauses[1].opener)
    else { return nil }
    return clauses[1]
  }

  /// "Wrote off", "set aside": the verb with its particle.
  private func phrasal(_ clause: Clause, _ reading: BlockReading) -> EventType? {
    let next = clause.verb.main + 1
    guard next < clause.range.upperBound else { return nil }
    let words = clause.verb.lemma + " " + reading.string(next..<(next + 1)).lowercased()
    return types[words].flatMap(\.self)
  }

  private func isAtPlace(_ i: Int, _ reading: BlockReading) -> Bool {
    guard i + 1 < reading.tokens.count else { return false }
    if Self.heres.contains(reading.tokens[i].key) { return true }
    return Self.places.contains(reading.tokens[i].key) && !reading.has(.date, at: i + 1)
      && reading.tokens[i + 1].isCapitalised
  }

  private static let heres = BlockReading.keys("here there off briefly overnight")
  private static let places = BlockReading.keys("in at over")

  /// "I joined the ministry", "you wrote a book": the life of the speaker, not of the relationship.
  private func isPrivate(
    _ clause: Clause, _ type: EventType, _ reading: BlockReading, _ isVoice: Bool
  ) -> Bool {
    if let subject = clause.subject, isOfKin(subject, reading) { return true }
    // "You send me a sheet of paper": nothing between states.
    let object = clause.verb.range.upperBound
    if type == .other, object < clause.range.upperBound, reading.tokens[object].key == WordKey("me")
    {
      return true
    }
    guard let subject = clause.subject, subject.count == 1 else { return !isVoice }
    let key = reading.tokens[subject.lowerBound].key
    if key == WordKey("you") { return true }
    guard key == WordKey("i") else { return !isVoice }
    return ![.visit, .appointment, .award, .meeting, .agreement].contains(type)
  }

  /// "My grandfather, a merchant seaman".
  private func isOfKin(_ subject: Range<Int>, _ reading: BlockReading) -> Bool {
    subject.dropLast().contains {
      reading.tokens[$0].key == WordKey("my") && Self.kin.contains(reading.tokens[$0 + 1].key)
    }
  }

  private static let kin = BlockReading.keys(
    "father mother grandfather grandmother parents grandparents wife husband son daughter brother sister"
      + " uncle aunt family great-grandfather cousin children mother-in-law father-in-law teacher")

  /// Whether a clause whose words no list knows names anybody of the relationship.
  private func concerns(_ clause: Clause, _ reading: BlockReading) -> Bool {
    if reading.entities.contains(where: { clause.range.contains($0.range.lowerBound) }) {
      return true
    }
    return clause.range.contains { Self.ours.contains(reading.tokens[$0].key) }
  }

  /// Somebody or something does it, nobody of the speaker's own, in a clause that is no aside.
  private func isTold(_ clause: Clause, _ reading: BlockReading) -> Bool {
    guard let first = clause.subject?.first else { return false }
    return reading.tokens[first].key != WordKey("my") && !Self.asides.contains(clause.opener)
  }

  private static let asides: Set<String> = [
    "when", "as", "because", "although", "though", "which", "who", "that", "whose", "where", "if",
  ]
  private static let ours = BlockReading.keys("we us our ours they their them he she his her both")

  private func isQuestion(_ clause: Clause, _ reading: BlockReading) -> Bool {
    guard let sentence = reading.sentences.first(where: { $0.contains(clause.verb.main) }),
      let last = sentence.last
    else { return false }
    return reading.tokens[last].key == WordKey("?")
  }

  /// "A new chapter was opened", "opened a new era": nothing that opens.
  private func isFigure(_ clause: Clause, _ reading: BlockReading) -> Bool {
    guard ["open", "begin", "start", "turn", "write", "enter"].contains(clause.verb.lemma) else {
      return false
    }
    let end = min(clause.verb.range.upperBound + 4, clause.range.upperBound)
    let object = clause.verb.range.upperBound..<max(end, clause.verb.range.upperBound)
    return (Array(clause.subject ?? object) + Array(object)).contains {
      Self.figures.contains(reading.tokens[$0].key)
    }
  }

  private static let figures = BlockReading.keys(
    "chapter chapters page era epoch phase stage story tale record")

  /// "A cross that an officer had carried off in 1868": says where a thing comes from.
  private func isEarlier(_ clause: Clause, _ reading: BlockReading) -> Bool {
    let verb = clause.verb.range.lowerBound
    guard ["that", "which", "who", "whom"].contains(clause.opener),
      reading.tokens[verb].key == WordKey("had"),
      let opener = (clause.range.lowerBound..<verb).last(where: {
        WordClass.relatives.contains(reading.tokens[$0].key)
      }), opener > 0
    else { return false }
    // "Noted that rice had been landed" tells it.
    return clause.opener != "that"
      || VerbLexicon.builtIn.entry(reading.tokens[opener - 1].key).map(\.isNoun) ?? true
  }

  /// The type that the nouns of a clause speak for.
  private func noun(_ clause: Clause, _ reading: BlockReading) -> EventType? {
    let start = clause.verb.range.upperBound
    let end = (start..<max(start, clause.range.upperBound)).first {
      Self.timing.contains(reading.tokens[$0].key)
    }
    let after = start..<(end ?? max(start, clause.range.upperBound))
    return noun(in: after, reading)
      ?? clause.subject.flatMap { subject in
        // "The governor lent us two buses" tells of no post.
        let type = noun(in: head(subject, reading), reading)
        return type == .appointment ? nil : type
      }
  }

  /// "Deployed a ship after the attack": what only says when.
  private static let timing = BlockReading.keys("after before since following despite amid")

  /// A noun phrase up to its first preposition: "the tank, under a contract of May".
  private func head(_ phrase: Range<Int>, _ reading: BlockReading) -> Range<Int> {
    let end = phrase.dropFirst().first {
      reading.has(.preposition, at: $0) && reading.tokens[$0].key != WordKey("of")
    }
    return phrase.lowerBound..<(end ?? phrase.upperBound)
  }

  /// The type that the first known noun in a range speaks for.
  func noun(in range: Range<Int>, _ reading: BlockReading) -> EventType? {
    for i in range {
      for entry in nouns[reading.tokens[i].key] ?? [] {
        guard i + entry.words.count <= range.upperBound,
          entry.words.indices.allSatisfy({ reading.tokens[i + $0].key == entry.words[$0] }),
          !isHyphened(i + entry.words.count, reading)
        else { continue }
        return entry.type
      }
    }
    return nil
  }

  /// "Received 360,000 doses" meets nobody.
  private func namesPerson(_ clause: Clause, _ reading: BlockReading) -> Bool {
    (clause.verb.range.upperBound..<clause.range.upperBound).contains {
      reading.has([.kind(.person), .kind(.office), .kind(.title)], at: $0)
        || Self.guests.contains(reading.tokens[$0].key)
    } || clause.verb.isPassive
  }

  private static let receiving: Set<String> = ["receive", "host"]
  private static let guests = BlockReading.keys(
    "delegation delegations guest guests visitors him her them group mission missions")

  /// "Drought-resistant seeds" tell of no drought.
  private func isHyphened(_ end: Int, _ reading: BlockReading) -> Bool {
    end + 1 < reading.tokens.count && reading.tokens[end].key == WordKey("-")
      && reading.tokens[end].start == reading.tokens[end - 1].end
      && reading.tokens[end + 1].start == reading.tokens[end].end
  }

  /// Verbs that tell of states in the active and of deeds in the passive.
  static let handling: Set<String> = ["bring", "complete", "form", "show", "keep"]

  private func type(_ lemma: String) -> EventType? {
    guard let known = types[lemma] else { return .other }
    return known
  }

  /// The type of deed that a verb alone tells; nil for states and opinions.
  func type(of lemma: String) -> EventType? { type(lemma) }
}
