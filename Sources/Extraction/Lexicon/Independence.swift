import Chronology
import Diagnostics
import Prose

/// The days on which states became independent, for texts that lean on one without giving it: "in the
/// first winter of independence". From `lexicon/independence.tsv`.
enum Independence {
  /// What a code's row says; nil for states that have none.
  static func day(of code: String) -> EDTFDate? { table.days[code] }

  /// The one of some states whose independence a sentence means: the only one that it names, or the
  /// only one of which a day is known.
  static func state(of codes: [String], in words: some Sequence<WordKey>) -> String? {
    let known = codes.filter { table.days[$0] != nil }
    guard known.count > 1 else { return known.first }
    let named = words.reduce(into: Set<String>()) { found, word in
      for code in known where names[code]?.contains(word) == true { found.insert(code) }
    }
    return named.count == 1 ? named.first : nil
  }

  /// What is wrong with the table.
  static var diagnostics: [Diagnostic] { table.diagnostics }

  private static let names: [String: Set<WordKey>] = Dictionary(
    uniqueKeysWithValues: table.days.keys.map { code in
      let state = Lexicon.builtIn.state(code)
      let single = ((state?.names ?? []) + (state?.demonyms ?? [])).filter { !$0.contains(" ") }
      return (code, Set(single.map { WordKey($0.lowercased()) }))
    })

  private static let table: (days: [String: EDTFDate], diagnostics: [Diagnostic]) = {
    guard let file = Knowledge.file("lexicon/independence.tsv") else { return ([:], []) }
    var table = LexiconTable(file, columns: ["code", "date"], required: ["code", "date"])
    var days: [String: EDTFDate] = [:]
    for row in table.rows {
      guard case .date(let date)? = EDTF(row.value("date"))?.form else {
        table.problem(
          "\"\(row.value("date"))\" is no day", row.span("date"), file, hint: "write 1991-10-18")
        continue
      }
      days[row.value("code")] = date
    }
    return (days, table.diagnostics)
  }()
}
