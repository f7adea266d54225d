import Chronicle
import Diagnostics

/// How closely a document is held: "Official – sensitive".
struct Marking {
  let words: String

  /// From 0, open; nil where the words say nothing that can be compared.
  var level: Int? { Marking.level(words) }

  private static let levels: [(level: Int, names: [String])] =
    KnowledgeFile.lines("lexicon/markings.tsv").compactMap { key, words in
      Int(key).map { ($0, words.split(separator: "|").map { plain(String($0)) }) }
    }

  private static func level(_ words: String) -> Int? {
    let text = " \(plain(words)) "
    return levels.last { $0.names.contains { text.contains(" \($0) ") } }?.level
  }

  /// Letters in lower case, words parted by one space.
  private static func plain(_ words: String) -> String {
    words.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }

  /// The highest marking among documents; of equals the first.
  static func highest(_ documents: [DocumentRecord]) -> (marking: Marking, path: String)? {
    var highest: (marking: Marking, path: String)?
    for document in documents {
      guard let words = document.marking else { continue }
      let own = Marking(words: words)
      if highest.map({ ($0.marking.level ?? -1) < (own.level ?? -1) }) ?? true {
        highest = (own, document.path)
      }
    }
    return highest
  }

  /// What is doubted where nobody set a marking of what a person filled in, and no source has one.
  static let wanting = Diagnostic(
    .warning, "settings/no-marking", "what a person filled in has no marking",
    path: SettingsFile.name, hints: ["write “marking: …”, which is printed on every page"])

  /// The marking of a briefing: what a person chose, else the highest among its sources.
  ///
  /// - Parameter isFilled: whether a person filled in anything.
  /// - Throws: ``Failure`` where the chosen one is lower than that of a source.
  static func ofBriefing(
    _ chosen: String?, at place: Diagnostic.Place?, isFilled: Bool = false, _ ledger: Ledger
  ) throws(Failure) -> (words: String?, doubts: [Diagnostic]) {
    guard let highest = highest(ledger.documents) else {
      return (chosen, chosen == nil && isFilled ? [wanting] : [])
    }
    guard let chosen else { return (highest.marking.words, []) }
    let sources = ledger.documents.filter { $0.marking != nil }
    for source in sources {
      guard let words = source.marking, words.uppercased() != chosen.uppercased() else { continue }
      guard let own = Marking(words: chosen).level, let level = Marking(words: words).level else {
        let doubt = Diagnostic(
          .warning, "settings/marking-unknown",
          "whether “\(chosen)” is as high as “\(words)” is not known", at: place,
          path: source.path, notes: ["\(source.path) is marked “\(words)”"])
        return (chosen, [doubt])
      }
      if own < level {
        throw Failure(
          Diagnostic(
            .error, "settings/marking-too-low",
            "the marking “\(chosen)” is lower than that of a source", at: place,
            path: SettingsFile.name, notes: ["\(source.path) is marked “\(words)”"],
            hints: ["write “marking: \(highest.marking.words)” or leave the document out"]))
      }
    }
    return (chosen, [])
  }
}
