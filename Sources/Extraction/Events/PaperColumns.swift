import Prose

/// The columns of a table that say what befell a paper on the days below: "Signed", "Entry into force".
struct PaperColumns {
  /// By the number of the column, from 0.
  private var fates: [Int: String] = [:]
  /// Columns of the table.
  private let count: Int

  /// Nil where no cell of the head says so.
  init?(head: BlockReading) {
    var column = 0
    for i in head.tokens.indices {
      if head.isCellEnd(i) {
        column += 1
      } else if let fate = Self.words[head.tokens[i].key] {
        fates[column] = fate
      }
    }
    count = column + 1
    if fates.isEmpty { return nil }
  }

  /// What the head says of the cell in which a token of a row stands.
  func fate(at token: Int, _ row: BlockReading) -> String? {
    let marks = row.tokens.indices.filter(row.isCellEnd)
    guard marks.count + 1 <= count else { return nil }
    return fates[marks.count { $0 < token }]
  }

  private static let words = WordMap<String>([
    WordKey("signed"): "signed", WordKey("signature"): "signed", WordKey("signing"): "signed",
    WordKey("force"): "in force", WordKey("effective"): "in force", WordKey("ratified"): "ratified",
    WordKey("ratification"): "ratified", WordKey("initialled"): "initialled",
    WordKey("renewed"): "renewed", WordKey("renewal"): "renewed",
  ])
}
