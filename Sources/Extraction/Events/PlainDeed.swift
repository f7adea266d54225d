import Chronicle
import Diagnostics
import Prose

/// Dated clauses whose words no rule knows: who did something on a day has done a deed.
struct PlainDeed: Sendable {
  private var types: [String: EventType?] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  static let builtIn = PlainDeed(Knowledge.file("lexicon/deeds.tsv"))

  init(_ file: SourceText?) {
    guard let file else { return }
    let columns = ["type", "verbs"]
    var table = LexiconTable(file, columns: columns, required: columns)
    for row in table.rows {
      let type = EventType(rawValue: row.value("type"))
      if type == nil, row.value("type") != "none" {
        table.problem(
          "no type is called \"\(row.value("type"))\"", row.span("type"), file,
          hint: "the types of events, or none")
        continue
      }
      for verb in row.names("verbs") where types[verb.text] == nil { types[verb.text] = type }
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
    guard let clause = clauses.last(where: { $0.range.lowerBound <= date.lowerBound }),
      clause.range.contains(date.lowerBound), segment.contains(clause.verb.main),
      !clause.verb.isCopula, !clause.verb.isNegated,
      clause.verb.modal.map({ $0 == WordKey("will") || $0 == WordKey("shall") }) ?? true,
      let type = type(clause.verb.lemma), !isPrivate(clause, type, reading, isVoice),
      !isQuestion(clause, reading)
    else { return nil }
    return (type, clause)
  }

  /// "I joined the ministry", "you wrote a book": the life of the speaker, not of the relationship.
  private func isPrivate(
    _ clause: Clause, _ type: EventType, _ reading: BlockReading, _ isVoice: Bool
  ) -> Bool {
    guard let subject = clause.subject, subject.count == 1 else { return !isVoice }
    let key = reading.tokens[subject.lowerBound].key
    if key == WordKey("you") { return true }
    guard key == WordKey("i") else { return !isVoice }
    return ![.visit, .appointment, .award, .meeting, .agreement].contains(type)
  }

  private func isQuestion(_ clause: Clause, _ reading: BlockReading) -> Bool {
    guard let sentence = reading.sentences.first(where: { $0.contains(clause.verb.main) }),
      let last = sentence.last
    else { return false }
    return reading.tokens[last].key == WordKey("?")
  }

  private func type(_ lemma: String) -> EventType? {
    guard let known = types[lemma] else { return .other }
    return known
  }

  /// The type of deed that a verb alone tells; nil for states and opinions.
  func type(of lemma: String) -> EventType? { type(lemma) }
}
