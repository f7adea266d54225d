import Glibc
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

  private static let names = ["iscal ", "inancial "].map { Array($0.utf8) }
  private static let year = Array("year".utf8)

  /// The end of the next "fiscal year" or "financial year".
  private static func next(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    var i = start
    while let found = memchr(base + i, Int32(year[0]), bytes.count - i) {
      let at = base.distance(to: found.assumingMemoryBound(to: UInt8.self))
      i = at + 1
      guard at > start, bytes[at - 1] == 0x20, bytes[at...].starts(with: year) else { continue }
      for name in names
      where at - start >= name.count && bytes[(at - name.count)..<at].elementsEqual(name) {
        return at + year.count
      }
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
