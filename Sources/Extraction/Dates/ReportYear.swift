import Prose

/// Sees where a text says which year it covers: "Annual note 2021", "Yearbook 2019".
enum ReportYear {
  /// The year, looked for in the first lines; nil where there is none or there are several.
  static func year(in text: [UInt8]) -> Int? {
    let words = Tokenizer.tokens(of: Array(text.prefix(reach)))
    var found: Set<Int> = []
    for i in words.indices {
      let isAnnual =
        i > 0 && annuals.contains(words[i - 1].key) && papers.contains(words[i].key)
      guard isAnnual || yearbooks.contains(words[i].key) else { continue }
      var at = i + 1
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
  private static let yearbooks = BlockReading.keys("yearbook almanac")
  private static let annuals = BlockReading.keys("annual yearly")
  private static let papers = BlockReading.keys(
    "report note review survey bulletin statement account overview summary")
  private static let joints = BlockReading.keys("for the year of , : (")
}
