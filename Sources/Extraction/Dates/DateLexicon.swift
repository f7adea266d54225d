import Diagnostics
import Prose

/// The words of the calendar, from `lexicon/time.tsv`.
struct DateLexicon: Sendable {
  struct Entry: Sendable {
    var words: [WordKey]
    var value: String
    /// Counts only with a capital: "May", "March".
    var needsCapital: Bool
  }

  /// What words stand for: a number of the calendar, or a name of ours.
  struct Value: Sendable {
    var text: String
    var number: Int?

    init(_ text: String) {
      self.text = text
      number = Int(text)
    }
  }

  private(set) var entries: [DateCategory: [Entry]] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  /// Values by class, of single words and of phrases.
  private var words: [WordMap<Value>]
  private var phrases: [[[WordKey]: Value]]

  static let builtIn = DateLexicon([])

  /// The program's words, and those of a user's tables.
  init(_ own: [SourceText]) {
    words = Array(repeating: WordMap(), count: DateCategory.allCases.count)
    phrases = Array(repeating: [:], count: words.count)
    if let table = Knowledge.file("lexicon/time.tsv") { read(table) }
    for table in own { read(table) }
  }

  private mutating func read(_ table: SourceText) {
    for index in table.lineStarts.indices {
      let span = table.line(index)
      let line = table.bytes[span.start..<span.end].trimmingSpaces
      if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
      let columns = line.split(separator: UInt8(ascii: "\t"))
      guard columns.count == 3,
        let category = DateCategory(name: String(decoding: columns[0], as: UTF8.self))
      else {
        diagnostics.append(
          Diagnostic(
            .error, "lexicon/time", "expected class, value, words", at: .init(table, span),
            hints: ["separate the three columns by tabs"]))
        continue
      }
      let value = Value(String(decoding: columns[1], as: UTF8.self))
      for phrase in columns[2].split(separator: UInt8(ascii: "|")) {
        add(phrase, value, to: category)
        // A misspelt month is one.
        if category == .misspelt { add(phrase, value, to: .month) }
      }
    }
  }

  private mutating func add(
    _ phrase: ArraySlice<UInt8>, _ value: Value, to category: DateCategory
  ) {
    let needsCapital = phrase.first == UInt8(ascii: "^")
    let text = needsCapital ? phrase.dropFirst() : phrase
    let words =
      Tokenizer.key(plain: text).map { [$0] } ?? Tokenizer.tokens(of: Array(text)).map(\.key)
    guard !words.isEmpty else { return }
    entries[category, default: []].append(
      Entry(words: words, value: value.text, needsCapital: needsCapital))
    if words.count == 1 {
      self.words[category.number][words[0]] = value
    } else {
      phrases[category.number][words] = value
    }
  }

  /// The value of words, all of them; nil when they are no entry.
  func value(_ category: DateCategory, _ tokens: some RandomAccessCollection<Token>) -> Value? {
    let number = category.source.number
    if tokens.count == 1, let only = tokens.first { return words[number][only.key] }
    return phrases[number][tokens.map(\.key)]
  }

  /// The entries of a class that are one word.
  func singleWords(of category: DateCategory) -> Set<WordKey> {
    Set((entries[category] ?? []).filter { $0.words.count == 1 }.map { $0.words[0] })
  }

  /// Whether a state, by its code, has the seasons of the south.
  func isSouthern(_ state: String) -> Bool {
    words[DateCategory.south.number][WordKey(state)] != nil
  }

  /// What a class stands for where it has entries of several words: the class itself, for its single
  /// words, or one of these, longest first.
  func expansion(of category: DateCategory) -> PatternNode {
    let phrases = (entries[category.source] ?? []).map(\.words).filter { $0.count > 1 }
      .sorted { $0.count > $1.count }
    let single = PatternNode.category(category.number)
    guard !phrases.isEmpty else { return single }
    return .choice(phrases.map { .sequence($0.map { .word($0) }) } + [single])
  }
}

extension ArraySlice<UInt8> {
  /// Without spaces, tabs and carriage returns at both ends.
  fileprivate var trimmingSpaces: ArraySlice<UInt8> {
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0D }
    var rest = drop(while: isSpace)
    while let last = rest.last, isSpace(last) { rest.removeLast() }
    return rest
  }
}
