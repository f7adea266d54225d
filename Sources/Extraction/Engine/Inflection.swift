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
    let letters = lemma.utf8.suffix(2)
    guard letters.count == 2, let before = letters.first, let last = letters.last else {
      return [lemma]
    }
    switch last {
    case UInt8(ascii: "e"): return [lemma, lemma + "s", lemma + "d", lemma.dropLast() + "ing"]
    case UInt8(ascii: "y") where !"aeiou".utf8.contains(before):
      let stem = lemma.dropLast()
      return [lemma, stem + "ies", stem + "ied", lemma + "ing"]
    case UInt8(ascii: "s"), UInt8(ascii: "x"), UInt8(ascii: "z"):
      return [lemma, lemma + "es", lemma + "ed", lemma + "ing"]
    case UInt8(ascii: "h") where before == UInt8(ascii: "c") || before == UInt8(ascii: "s"):
      return [lemma, lemma + "es", lemma + "ed", lemma + "ing"]
    default: return [lemma, lemma + "s", lemma + "ed", lemma + "ing"]
    }
  }
}
