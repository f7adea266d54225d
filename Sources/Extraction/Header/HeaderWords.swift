import Diagnostics
import Prose

/// The words by which documents say what they are, from `lexicon/header.tsv`.
struct HeaderWords: Sendable {
  enum Kind: String, Sendable {
    case dateField = "date-field"
    case titleField = "title-field"
    case authorField = "author-field"
    case publisherField = "publisher-field"
    case partyField = "party-field"
    case markingField = "marking-field"
    case sideField = "side-field"
    case ownDate = "own-date"
    case pageDate = "page-date"
    case inHouse = "in-house"
    case spoken, author, writer, speaks, joint, masthead, periodical, opinion, marking
    case issuer, newspaper, paper, street, salutation
  }

  private var names: [Kind: [String]] = [:]
  private var phrases: [Kind: [[WordKey]]] = [:]
  /// Numbers of the phrases of a kind by first word.
  private var byFirstKey: [Kind: WordMap<[Int]>] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  static let builtIn = HeaderWords(Knowledge.file("lexicon/header.tsv"))

  init(_ file: SourceText?) {
    guard let file else { return }
    let columns = ["kind", "names"]
    var table = LexiconTable(file, columns: columns, required: columns)
    for row in table.rows {
      guard let kind = Kind(rawValue: row.value("kind")) else {
        table.problem(
          "no kind is called \"\(row.value("kind"))\"", row.span("kind"), file,
          hint: "see the comment at the head of the table")
        continue
      }
      for name in row.names("names") {
        names[kind, default: []].append(name.text)
        let keys = Tokenizer.tokens(of: Array(name.text.utf8)).map(\.key)
        let number = phrases[kind, default: []].count
        phrases[kind, default: []].append(keys)
        guard let first = keys.first else { continue }
        byFirstKey[kind, default: .init()][first] =
          (byFirstKey[kind]?[first] ?? []) + [number]
      }
    }
    diagnostics = table.diagnostics
  }

  /// As listed.
  func names(_ kind: Kind) -> [String] { names[kind] ?? [] }

  /// The first place at which a phrase of the kind stands in a range, and the phrase's number.
  func find(_ kind: Kind, _ tokens: [Token], in range: Range<Int>) -> (range: Range<Int>, Int)? {
    guard let index = byFirstKey[kind] else { return nil }
    for i in range where index[tokens[i].key] != nil {
      if let found = match(kind, tokens, at: i, before: range.upperBound) { return found }
    }
    return nil
  }

  /// The longest phrase of the kind that begins at a token.
  func match(_ kind: Kind, _ tokens: [Token], at i: Int, before end: Int)
    -> (range: Range<Int>, Int)?
  {
    guard i < end, let numbers = byFirstKey[kind]?[tokens[i].key] else { return nil }
    var best: (range: Range<Int>, Int)?
    for number in numbers {
      guard let phrase = phrases[kind]?[number], i + phrase.count <= end,
        phrase.count > best?.range.count ?? 0,
        phrase.indices.allSatisfy({ tokens[i + $0].key == phrase[$0] })
      else { continue }
      best = (i..<(i + phrase.count), number)
    }
    return best
  }

  /// "Remarks by the Minister", "Desk note: Cuba": the title of a paper.
  func opensPaper(_ line: HeaderLine) -> Bool {
    [.paper, .joint].contains { match($0, line.tokens, at: 0, before: line.tokens.count) != nil }
  }
}
