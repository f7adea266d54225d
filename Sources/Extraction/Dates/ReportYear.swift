import Prose

/// Sees where a text says which year it covers: "Annual note 2021", "Report for the year 2019".
enum ReportYear {
  /// The year, looked for in the first lines; nil where there is none or there are several.
  static func year(in text: [UInt8]) -> Int? {
    let words = Tokenizer.tokens(of: Array(text.prefix(reach)))
    var found: Set<Int> = []
    for i in words.indices where annuals.contains(words[i].key) {
      guard i + 1 < words.count, papers.contains(words[i + 1].key) else { continue }
      var at = i + 2
      while at < words.count, joints.contains(words[at].key) { at += 1 }
      guard at < words.count, words[at].kind == .number, words[at].end - words[at].start == 4,
        at + 1 >= words.count || words[at + 1].key != WordKey("-"),
        let year = Int(String(decoding: text[words[at].start..<words[at].end], as: UTF8.self)),
        (1900...2100).contains(year)
      else { continue }
      found.insert(year)
    }
    return found.count == 1 ? found.first : nil
  }

  private static let reach = 600
  private static let annuals = BlockReading.keys("annual yearly")
  private static let papers = BlockReading.keys(
    "report note review survey bulletin statement account overview summary")
  private static let joints = BlockReading.keys("for the year of , : (")
}
