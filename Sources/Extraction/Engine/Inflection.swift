import Diagnostics

/// The forms of English verbs and nouns: regular ones by rule, others from `lexicon/inflection.tsv`.
struct Inflection: Sendable {
  private var irregular: [String: [String]] = [:]

  /// Reads the table of irregular words: lemma, tab, its other forms.
  init(_ table: SourceText?) {
    guard let table else { return }
    for index in table.lineStarts.indices {
      let line = table.string(table.line(index))
      if line.hasPrefix("#") { continue }
      let columns = line.split(separator: "\t")
      guard columns.count == 2 else { continue }
      irregular[String(columns[0])] = columns[1].split(separator: " ").map(String.init)
    }
  }

  static let english = Inflection(Knowledge.file("lexicon/inflection.tsv"))

  /// The lemma and all its forms.
  func forms(of lemma: String) -> [String] {
    if let others = irregular[lemma] { return [lemma] + others }
    let letters = Array(lemma)
    guard letters.count > 1, let last = letters.last else { return [lemma] }
    let before = letters[letters.count - 2]
    let stem = String(letters.dropLast())
    if last == "e" { return [lemma, lemma + "s", lemma + "d", stem + "ing"] }
    if last == "y", !"aeiou".contains(before) {
      return [lemma, stem + "ies", stem + "ied", lemma + "ing"]
    }
    let sibilant =
      "sxz".contains(last) || lemma.hasSuffix("ch") || lemma.hasSuffix("sh") ? "es" : "s"
    return [lemma, lemma + sibilant, lemma + "ed", lemma + "ing"]
  }
}
