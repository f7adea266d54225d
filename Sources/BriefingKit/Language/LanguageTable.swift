/// The words of one language: a line a template, its key and its words parted by a tab.
///
/// `#` begins a comment. In the words, `~` is a no-break space, `_last_` a term of the tool's own,
/// `{when}` a place to fill, and `{n:event|events}` a word chosen by the number `n`.
struct LanguageTable: Sendable {
  private var templates: [String: Template] = [:]

  init(_ bytes: [UInt8], base: LanguageTable? = nil) {
    templates = base?.templates ?? [:]
    for (key, words) in Self.lines(bytes) { templates[key] = Template(words) }
  }

  /// Keys with their words, in the order of the file.
  static func lines(_ bytes: [UInt8]) -> [(key: String, words: String)] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
      guard line.first != "#" else { return nil }
      let cells = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
      guard cells.count == 2 else { return nil }
      return (String(cells[0]), String(cells[1]))
    }
  }

  func entry(_ key: String) -> Template? { templates[key] }

  /// The key itself where there is no template, so that nothing is said in silence.
  func template(_ key: String) -> Template { templates[key] ?? Template(key) }

  func word(_ key: Language.Key) -> String { templates[key.rawValue]?.filled([:]).words ?? "" }
}
