import Synchronization

/// The words of one language: a line a template, its key and its words parted by a tab.
///
/// `#` begins a comment. In the words, `~` is a no-break space, `_last_` a term of the tool's own,
/// `{when}` a place to fill, and `{n:event|events}` a word chosen by the number `n`. A template is
/// taken apart when it is first said.
final class LanguageTable: Sendable {
  /// Templates as they are written, by key.
  private let written: [String: String]
  private let templates = Mutex<[String: Template]>([:])

  init(_ bytes: [UInt8], base: LanguageTable? = nil) {
    var written = base?.written ?? [:]
    for (key, words) in Self.lines(bytes) { written[key] = words }
    self.written = written
  }

  /// Keys with their words, in the order of the file.
  static func lines(_ bytes: [UInt8]) -> [(key: String, words: String)] {
    bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
      guard line.first != UInt8(ascii: "#"), let tab = line.firstIndex(of: UInt8(ascii: "\t"))
      else {
        return nil
      }
      return (
        String(decoding: line[..<tab], as: UTF8.self),
        String(decoding: line[(tab + 1)...], as: UTF8.self)
      )
    }
  }

  func entry(_ key: String) -> Template? {
    if let known = templates.withLock({ $0[key] }) { return known }
    guard let words = written[key] else { return nil }
    let template = Template(words)
    templates.withLock { $0[key] = template }
    return template
  }

  /// The key itself where there is no template, so that nothing is said in silence.
  func template(_ key: String) -> Template { entry(key) ?? Template(key) }

  func word(_ key: Language.Key) -> String { entry(key.rawValue)?.words([:]) ?? "" }
}
