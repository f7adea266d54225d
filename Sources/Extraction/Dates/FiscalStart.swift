import Prose

/// Sees where a text says when its fiscal years begin: "fiscal years (1 July–30 June)", "the financial
/// year runs from April to March".
enum FiscalStart {
  /// The first month; nil where the text does not say so.
  static func month(in text: [UInt8]) -> Int? {
    text.withUnsafeBufferPointer { bytes in
      var i = 0
      while let found = next(bytes, from: i) {
        if let month = month(after: found, bytes) { return month }
        i = found
      }
      return nil
    }
  }

  private static let names = ["iscal year", "inancial year"].map { Array($0.utf8) }

  /// The end of the next "fiscal year" or "financial year".
  private static func next(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    for i in start..<bytes.count where bytes[i] == UInt8(ascii: "i") && i + 1 < bytes.count {
      guard bytes[i + 1] == UInt8(ascii: "s") || bytes[i + 1] == UInt8(ascii: "n") else { continue }
      for name in names where bytes[i...].starts(with: name) { return i + name.count }
    }
    return nil
  }

  /// Two months twelve apart within the next words.
  private static func month(after start: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let words = Tokenizer.tokens(of: Array(bytes[start..<min(start + reach, bytes.count)]))
    var months: [Int] = []
    for i in words.indices {
      if words[i].kind == .punctuation, words[i].key == WordKey(".") { break }
      if let month = DateLexicon.builtIn.value(.month, words[i...i])?.number {
        months.append(month)
      }
      if months.count == 2 { return months[1] % 12 + 1 == months[0] ? months[0] : nil }
    }
    return nil
  }

  private static let reach = 60
}
