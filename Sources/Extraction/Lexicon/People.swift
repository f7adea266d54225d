import Diagnostics
import Prose

/// Leaders whose bare name tells a side, by surname.
struct People: Sendable {
  struct Person: Sendable {
    var name: String
    var code: String
    /// Its words, in the list of all.
    fileprivate var words: Range<Int>
  }

  private var people: [Person] = []
  /// The words of all names, one name behind the other.
  private var words: [WordKey] = []
  /// Numbers of people, those of one word together: by every word of their names, then by the first of
  /// more than one.
  private var numbers: [Int32] = []
  private var byWord = WordMap<Range<Int>>()
  private var byFirstWord = WordMap<Range<Int>>()
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var count = 0

  static let builtIn = People(Knowledge.files(in: "lexicon"))

  /// Reads the tables named `people.tsv`; a later file's side of a name holds.
  init(_ files: [SourceText]) {
    for file in files where file.path.split(separator: "/").last == "people.tsv" {
      let columns = ["code", "names"]
      let table = LexiconTable(file, columns: columns, required: columns)
      people.reserveCapacity(table.rows.count * 20)
      for row in table.rows {
        let code = row.value("code")
        for name in row.names("names") {
          for spelling in Spelling.variants(of: name.text) { insert(name.text, code, spelling) }
        }
      }
      diagnostics += table.diagnostics
    }
    count = people.count
    enter()
  }

  private mutating func insert(_ name: String, _ code: String, _ spelling: String) {
    let start = words.count
    for token in Tokenizer.tokens(of: Array(spelling.utf8)) { words.append(token.key) }
    if words.count > start {
      people.append(Person(name: name, code: code, words: start..<words.count))
    }
  }

  /// Enters people by their words; of those of one name the last counts.
  private mutating func enter() {
    var places: [(word: UInt64, number: Int32)] = []
    places.reserveCapacity(words.count)
    for (number, person) in people.enumerated() {
      for place in person.words
      where !words[person.words.lowerBound..<place].contains(words[place]) {
        places.append((words[place].value, Int32(number)))
      }
    }
    places.sort { $0.word != $1.word ? $0.word < $1.word : $0.number < $1.number }
    numbers.reserveCapacity(2 * places.count)
    byWord.reserveCapacity(places.count)
    byFirstWord.reserveCapacity(people.count)
    var from = 0
    while from < places.count {
      var to = from + 1
      while to < places.count, places[to].word == places[from].word { to += 1 }
      let key = WordKey(value: places[from].word)
      let all = lasting(places[from..<to].map(\.number))
      byWord[key] = add(all)
      let own = all.filter {
        let range = people[Int($0)].words
        return range.count > 1 && words[range.lowerBound] == key
      }
      if !own.isEmpty { byFirstWord[key] = own.count == all.count ? byWord[key] : add(own) }
      from = to
    }
  }

  private mutating func add(_ list: [Int32]) -> Range<Int> {
    numbers += list
    return (numbers.count - list.count)..<numbers.count
  }

  private func lasting(_ list: [Int32]) -> [Int32] {
    if list.count == 1 { return list }
    return list.enumerated().filter { place, number in
      !list[(place + 1)...].contains { words(of: $0) == words(of: number) }
    }.map(\.element)
  }

  private func words(of number: Int32) -> ArraySlice<WordKey> { words[people[Int(number)].words] }

  /// The words with which full names begin.
  var firstWords: [WordKey] { byFirstWord.words }

  /// The person whose full name begins at a token, and the token after it; longest first.
  func fullName(at start: Int, _ tokens: [Token]) -> (Person, Int)? {
    guard tokens[start].isCapitalised, let list = byFirstWord[tokens[start].key] else {
      return nil
    }
    var best: (Person, Int)?
    for number in numbers[list] {
      let own = words(of: number)
      let end = start + own.count
      guard end <= tokens.count, end > best?.1 ?? start, tokens[end - 1].kind == .word,
        zip(tokens[start..<end], own).allSatisfy({ $0.key == $1 })
      else { continue }
      best = (people[Int(number)], end)
    }
    return best
  }

  /// The one side of all people who bear a name: its surname, and if told a given name or initial.
  ///
  /// - Parameter preferred: sides that decide between several bearers.
  func side(of name: [WordKey], preferring preferred: [String]) -> String? {
    guard let surname = name.last, let bearers = byWord[surname] else { return nil }
    let given = name.dropLast()
    var codes: Set<String> = []
    for number in numbers[bearers] {
      let own = words(of: number)
      // Family names come first or last: "Jinping" alone is nobody's.
      guard own.last == surname || own.first == surname,
        given.isEmpty || given.contains(where: own.contains)
      else { continue }
      codes.insert(people[Int(number)].code)
    }
    if codes.count == 1 { return codes.first }
    return preferred.first { codes.contains($0) }
  }

  /// Whether a word is some leader's last name.
  func isSurname(_ key: WordKey) -> Bool {
    guard let bearers = byWord[key] else { return false }
    return numbers[bearers].contains { words(of: $0).last == key }
  }
}
