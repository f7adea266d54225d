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

  private(set) var entries: [DateCategory: [Entry]] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  /// Values by class and words.
  private var values: [DateCategory: [[WordKey]: String]] = [:]

  static let builtIn = DateLexicon(Knowledge.file("lexicon/time.tsv"))

  init(_ table: SourceText?) {
    guard let table else { return }
    for index in table.lineStarts.indices {
      let span = table.line(index)
      let line = table.string(span)
      if line.isEmpty || line.hasPrefix("#") { continue }
      let columns = line.split(separator: "\t")
      guard columns.count == 3, let category = DateCategory(rawValue: String(columns[0])) else {
        diagnostics.append(
          Diagnostic(
            .error, "lexicon/time", "expected class, value, words", at: .init(table, span),
            hints: ["separate the three columns by tabs"]))
        continue
      }
      for phrase in columns[2].split(separator: "|") {
        add(phrase, String(columns[1]), to: category)
      }
    }
  }

  private mutating func add(_ phrase: Substring, _ value: String, to category: DateCategory) {
    let needsCapital = phrase.hasPrefix("^")
    let words = Tokenizer.tokens(of: Array((needsCapital ? phrase.dropFirst() : phrase).utf8))
      .map(\.key)
    guard !words.isEmpty else { return }
    entries[category, default: []].append(
      Entry(words: words, value: value, needsCapital: needsCapital))
    values[category, default: [:]][words] = value
  }

  /// The value of words, all of them; nil when they are no entry.
  func value(_ category: DateCategory, _ words: [WordKey]) -> String? {
    values[category.source]?[words]
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
