internal import CKnowledge

/// The short names of states, for sentences of the tool's own.
public enum StateNames {
  /// By alpha-3 code: the first name in the first row of each, read without the rest of the lexicon.
  public static let short: [String: String] = {
    var result: [String: String] = [:]
    for line in table.split(separator: UInt8(ascii: "\n")) {
      let cells = line.split(separator: UInt8(ascii: "\t"), maxSplits: 2)
      guard cells.count >= 2, cells[0].count == 3, cells[0].first != UInt8(ascii: "#") else {
        continue
      }
      let code = String(decoding: cells[0], as: UTF8.self)
      let name = cells[1].prefix { $0 != UInt8(ascii: "|") }
      if result[code] == nil { result[code] = String(decoding: name, as: UTF8.self) }
    }
    return result
  }()

  private static var table: UnsafeBufferPointer<UInt8> {
    var count = 0
    let files = UnsafeBufferPointer(start: knowledge_files(&count), count: count)
    let file = files.first { String(cString: $0.name) == "lexicon/states.tsv" }
    return UnsafeBufferPointer(start: file?.bytes, count: file?.length ?? 0)
  }
}
