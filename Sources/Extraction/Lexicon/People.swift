import Diagnostics
import Prose

/// Leaders whose bare name tells a side, by surname.
struct People: Sendable {
  struct Person: Sendable {
    var name: String
    var code: String
    var keys: [WordKey]
  }

  /// People by every word of their names.
  private var index = WordMap<[Person]>()
  /// Those of more than one word by the first.
  private var byFirstWord = WordMap<[Person]>()
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var count = 0

  static let builtIn = People(Knowledge.files(in: "lexicon"))

  /// Reads the tables named `people.tsv`; a later file's side of a name holds.
  init(_ files: [SourceText]) {
    for file in files where file.path.split(separator: "/").last == "people.tsv" {
      let columns = ["code", "names"]
      let table = LexiconTable(file, columns: columns, required: columns)
      for row in table.rows {
        for name in row.names("names") {
          for spelling in Spelling.variants(of: name.text) {
            let keys = Tokenizer.tokens(of: Array(spelling.utf8)).map(\.key)
            insert(Person(name: name.text, code: row.value("code"), keys: keys))
          }
        }
      }
      diagnostics += table.diagnostics
    }
  }

  private mutating func insert(_ person: Person) {
    count += 1
    if let first = person.keys.first, person.keys.count > 1 {
      let others = (byFirstWord[first] ?? []).filter { $0.keys != person.keys }
      byFirstWord[first] = others + [person]
    }
    for key in Set(person.keys) {
      index[key] = (index[key] ?? []).filter { $0.keys != person.keys } + [person]
    }
  }

  /// The words with which full names begin.
  var firstWords: [WordKey] { byFirstWord.words }

  /// The person whose full name begins at a token, and the token after it; longest first.
  func fullName(at start: Int, _ tokens: [Token]) -> (Person, Int)? {
    guard tokens[start].isCapitalised, let people = byFirstWord[tokens[start].key] else {
      return nil
    }
    var best: (Person, Int)?
    for person in people {
      let end = start + person.keys.count
      guard end <= tokens.count, end > best?.1 ?? start, tokens[end - 1].kind == .word,
        person.keys.indices.allSatisfy({ tokens[start + $0].key == person.keys[$0] })
      else { continue }
      best = (person, end)
    }
    return best
  }

  /// The one side of all people who bear a name: its surname, and if told a given name or initial.
  ///
  /// - Parameter preferred: sides that decide between several bearers.
  func side(of name: [WordKey], preferring preferred: [String]) -> String? {
    guard let surname = name.last, let bearers = index[surname] else { return nil }
    // Family names come first or last: "Jinping" alone is nobody's.
    var people = bearers.filter { $0.keys.last == surname || $0.keys.first == surname }
    let given = name.dropLast()
    if !given.isEmpty {
      people = people.filter { person in given.contains { person.keys.contains($0) } }
    }
    let codes = Set(people.map(\.code))
    if codes.count == 1 { return codes.first }
    return preferred.first { codes.contains($0) }
  }

  /// Whether a word is some leader's last name.
  func isSurname(_ key: WordKey) -> Bool {
    index[key]?.contains { $0.keys.last == key } == true
  }
}
