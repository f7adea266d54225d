import Chronicle

/// The names that sentences give papers, in capital letters: "Islamabad Declaration".
enum PaperName {
  private static let nouns: Set<String> = [
    "Accord", "Agreement", "Charter", "Communiqué", "Contract", "Convention", "Declaration",
    "Memorandum", "Protocol", "Statement", "Treaty",
  ]
  private static let joints: Set<String> = ["of", "on", "and", "for", "the"]
  /// Words that tell no paper from another.
  private static let common: Set<String> = ["The", "A", "An", "Joint", "This", "Final"]

  /// The name of a declaration whose headline does not have it; nil where the sentences have none, or
  /// more than one.
  static func declaration(_ event: Event) -> String? {
    guard event.content.type == .declaration || isDeclared(event),
      names(in: event.content.headline).isEmpty
    else { return nil }
    var found: Set<String> = []
    for mention in event.mentions {
      found.formUnion(names(in: mention.quote).filter { $0.contains("Declaration") })
    }
    return found.count == 1 ? found.first : nil
  }

  private static func isDeclared(_ event: Event) -> Bool {
    event.content.type == .agreement
      && event.mentions.contains { $0.quote.hasBytes("to the declaration") }
  }

  /// Rows of capitalised words with a paper's noun and a word that tells it from others.
  static func names(in text: String) -> [String] {
    var found: [String] = []
    var row: [String] = []
    func close() {
      while let last = row.last, joints.contains(last) { row.removeLast() }
      while let first = row.first, joints.contains(first) || ["The", "A", "An"].contains(first) {
        row.removeFirst()
      }
      let isNamed =
        row.contains(where: nouns.contains)
        && row.contains { !nouns.contains($0) && !common.contains($0) && !joints.contains($0) }
      if isNamed { found.append(row.joined(separator: " ")) }
      row = []
    }
    for word in text.split(whereSeparator: \.isWhitespace) {
      let bare = word.drop { !$0.isLetter && !$0.isNumber }
      let end = bare.lastIndex { $0.isLetter || $0.isNumber }
      guard let end else {
        close()
        continue
      }
      let plain = String(bare[...end])
      if bare.first?.isUppercase == true || !row.isEmpty && joints.contains(plain) {
        row.append(plain)
      } else {
        close()
      }
      if bare.index(after: end) != bare.endIndex { close() }
    }
    close()
    return found
  }
}
