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

  /// The type of deed that the clause of a date tells; nil where it tells none of the parties.
  ///
  /// - Parameter parties: empty where every entry counts, as in a chronology.
  func type(
    ofClauseAt date: Range<Int>, in segment: Range<Int>, _ clauses: [Clause],
    _ reading: BlockReading, parties: [String]
  ) -> (type: EventType, clause: Clause)? {
    guard let clause = clauses.last(where: { $0.range.lowerBound <= date.lowerBound }),
      clause.range.contains(date.lowerBound), segment.contains(clause.verb.main),
      !clause.verb.isCopula, !clause.verb.isNegated,
      clause.verb.modal.map({ $0 == WordKey("will") || $0 == WordKey("shall") }) ?? true,
      let type = type(clause.verb.lemma),
      parties.isEmpty || concerns(clause, reading, parties)
    else { return nil }
    return (type, clause)
  }

  private func type(_ lemma: String) -> EventType? {
    guard let known = types[lemma] else { return .other }
    return known
  }

  /// The type of deed that a verb alone tells; nil for states and opinions.
  func type(of lemma: String) -> EventType? { type(lemma) }

  /// Whether a party, its people or bodies, or the writer stand in the clause.
  private func concerns(_ clause: Clause, _ reading: BlockReading, _ parties: [String]) -> Bool {
    if let subject = clause.subject,
      subject.contains(where: {
        RoleResolver.first.contains(reading.tokens[$0].key)
      })
    {
      return true
    }
    let phrase = clause.subject ?? clause.range.lowerBound..<clause.verb.range.lowerBound
    return reading.entities.contains { entity in
      guard entity.code.map(parties.contains) == true else { return false }
      return phrase.contains(entity.range.lowerBound)
        || clause.range.contains(entity.range.lowerBound) && entity.kind != .capital
          && entity.kind != .city
    }
  }
}
