import Diagnostics

/// The names of states, organisations, offices and disputed places, as read from their tables.
///
/// Made of several files of the same name, a user's after the program's own: where both have a
/// name, the later file's meaning holds.
struct Lexicon: Sendable {
  /// A name and what it means.
  struct Term: Sendable {
    var name: String
    /// Nil for names that only hide others: "Indian Ocean".
    var kind: Entity.Kind?
    var code: String?
    var rank = 0
    /// The entry's first name, for output: "Prime Minister" of "PM".
    var main = ""
    /// Where it stands.
    var text: SourceText
    var span: Span
  }

  struct State: Sendable {
    var code: String
    /// Short name first.
    var names: [String]
    /// Adjective first; empty when none is known.
    var demonyms: [String]
    /// Of gone states, the years in which they existed.
    var years: ClosedRange<Int>?
    /// Of gone states, the one that goes on in their place.
    var successor: String?
  }

  private(set) var terms: [Term] = []
  private(set) var states: [State] = []
  /// Organs by acronym, with the organisation for which they act: UNSC → UN.
  private(set) var organs: [String: String] = [:]
  /// Chambers, honours and the like, with the states that have one of the name.
  private(set) var shared: [String: [String]] = [:]
  /// Acronyms of organisations, sorted.
  private(set) var organisations: [String] = []
  /// Names of several states, each with its codes, the likeliest first.
  private(set) var ambiguous: [String: [String]] = [:]
  /// Acronyms that are common words in a line of capitals.
  private(set) var commonWords: Set<String> = []
  /// Small words inside a person's name: "bin", "van".
  private(set) var connectors: [String] = []
  /// What ministers are for: "Trade", "Foreign", "Affairs".
  private(set) var portfolios: [String] = []
  /// Capitalised words that are no person's name: "Monday", "Government".
  private(set) var noNames: [String] = []
  private var problems: [Diagnostic] = []

  static let builtIn = Lexicon(Knowledge.files(in: "lexicon"))

  /// Reads all tables that it knows by their file names; other files are passed over.
  init(_ files: [SourceText]) {
    for file in files {
      switch String(file.path.split(separator: "/").last ?? "") {
      case "states.tsv": readStates(file)
      case "organisations.tsv": readOrganisations(file)
      case "offices.tsv": readOffices(file)
      case "names.tsv": readNames(file)
      case "contested.tsv": readPlaces(file)
      default: continue
      }
    }
    organisations.sort()
  }

  /// The state of a code.
  func state(_ code: String) -> State? { states.last { $0.code == code } }

  /// Whether a code is an organisation's acronym.
  func isOrganisation(_ code: String) -> Bool {
    var low = 0
    var high = organisations.count
    while low < high {
      let middle = (low + high) / 2
      if organisations[middle] < code { low = middle + 1 } else { high = middle }
    }
    return low < organisations.count && organisations[low] == code
  }

  private static let stateColumns = [
    "code", "names", "demonyms", "capitals", "metonyms", "cities", "bodies", "years",
    "continued",
  ]

  private mutating func readStates(_ file: SourceText) {
    var table = LexiconTable(file, columns: Self.stateColumns, required: ["code"])
    for row in table.rows {
      let code = row.value("code")
      guard code == "-" || Self.isAlpha3(code) else {
        table.problem(
          "\"\(code)\" is no alpha-3 code", row.span("code"), file,
          hint: "three capital letters of ISO 3166-1, or - for names of no state")
        continue
      }
      let kinds: [(String, Entity.Kind)] = [
        ("names", .state), ("demonyms", .demonym), ("capitals", .capital), ("metonyms", .body),
        ("cities", .city), ("bodies", .body),
      ]
      for (column, kind) in kinds {
        add(row, column, code == "-" ? nil : kind, code == "-" ? nil : code)
      }
      if code == "-" { continue }
      var years: ClosedRange<Int>?
      let written = row.value("years")
      if !written.isEmpty {
        let parts = written.split(separator: "-").compactMap { Int($0) }
        if parts.count == 2, parts[0] <= parts[1] {
          years = parts[0]...parts[1]
        } else {
          table.problem(
            "\"\(written)\" is no range of years", row.span("years"), file, hint: "write 1949-1990")
        }
      }
      merge(
        State(
          code: code, names: row.names("names").map(\.text),
          demonyms: row.names("demonyms").map(\.text), years: years,
          successor: row.value("continued").isEmpty ? nil : row.value("continued")))
    }
    problems += table.diagnostics
  }

  /// A later row of a state adds names; the first row's name stays the short one.
  private mutating func merge(_ state: State) {
    guard let index = states.firstIndex(where: { $0.code == state.code }) else {
      states.append(state)
      return
    }
    states[index].names += state.names
    states[index].demonyms += state.demonyms
    states[index].years = state.years ?? states[index].years
    states[index].successor = state.successor ?? states[index].successor
  }

  private mutating func readOrganisations(_ file: SourceText) {
    let table = LexiconTable(file, columns: ["code", "names", "kind"], required: ["code"])
    for row in table.rows {
      let code = row.value("code")
      organisations.append(code)
      let kind = row.value("kind")
      if kind.hasPrefix("organ of ") { organs[code] = String(kind.dropFirst(9)) }
      terms.append(
        Term(
          name: code, kind: .organisation, code: code, main: code, text: file,
          span: row.span("code")))
      add(row, "names", .organisation, code)
    }
    problems += table.diagnostics
  }

  private mutating func readOffices(_ file: SourceText) {
    var table = LexiconTable(file, columns: ["rank", "names"], required: ["rank", "names"])
    for row in table.rows {
      guard let rank = Int(row.value("rank")), (1...9).contains(rank) else {
        table.problem(
          "\"\(row.value("rank"))\" is no rank", row.span("rank"), file,
          hint: "1 head of state, 2 head of government, 3 minister … 9")
        continue
      }
      add(row, "names", .office, nil, rank: rank)
    }
    problems += table.diagnostics
  }

  private mutating func readNames(_ file: SourceText) {
    var table = LexiconTable(
      file, columns: ["kind", "names", "codes"], required: ["kind", "names"])
    for row in table.rows {
      let names = row.names("names").map(\.text)
      switch row.value("kind") {
      case "title": add(row, "names", .title, nil)
      case "connector": connectors += names
      case "portfolio": portfolios += names
      case "common": commonWords.formUnion(names)
      case "no-name": noNames += names
      case "ambiguous":
        for name in names { ambiguous[name] = row.names("codes").map(\.text) }
      case "shared":
        for name in names { shared[name] = row.names("codes").map(\.text) }
      default:
        table.problem(
          "no kind is called \"\(row.value("kind"))\"", row.span("kind"), file,
          hint: "kinds are title, connector, common, no-name, ambiguous, shared")
      }
    }
    problems += table.diagnostics
  }

  /// Disputed places; the other contested words are read by ``ContestedTerms``.
  private mutating func readPlaces(_ file: SourceText) {
    let table = LexiconTable(file, columns: ContestedTerms.columns, required: ["kind", "terms"])
    for row in table.rows where row.value("kind") == "place" {
      add(row, "terms", .disputed, nil)
    }
  }

  private mutating func add(
    _ row: LexiconTable.Row, _ column: String, _ kind: Entity.Kind?, _ code: String?, rank: Int = 0
  ) {
    let names = row.names(column)
    for name in names where !name.text.isEmpty {
      terms.append(
        Term(
          name: name.text, kind: kind, code: code, rank: rank, main: names[0].text, text: row.text,
          span: name.span))
    }
  }

  /// What is wrong with the tables, in the order of the files; looked for when asked.
  var diagnostics: [Diagnostic] { problems + unlisted }

  /// The names of several rows of one file that are not listed as ambiguous.
  private var unlisted: [Diagnostic] {
    var result: [Diagnostic] = []
    var seen: [String: Int] = [:]
    for (index, term) in terms.enumerated() {
      guard let first = seen[term.name] else {
        seen[term.name] = index
        continue
      }
      guard terms[first].text.path == term.text.path, terms[first].code != term.code,
        ambiguous[term.name] == nil
      else { continue }
      let other = terms[first].code ?? "-"
      result.append(
        Diagnostic(
          .warning, "lexicon/ambiguous",
          "\"\(term.name)\" means both \(other) and \(term.code ?? "-")",
          at: .init(term.text, term.span),
          hints: ["list it in names.tsv as ambiguous, the likelier code first"]))
    }
    return result
  }

  private static func isAlpha3(_ code: String) -> Bool {
    code.utf8.count == 3 && code.utf8.allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
  }
}
