import Chronicle
import Diagnostics
import Prose

/// Abbreviations that a document introduces: "Joint Fisheries Commission (JFC)".
struct Abbreviations {
  private var types: [WordKey: EventType] = [:]

  /// Learns those that stand in brackets behind the words of which they are the first letters.
  ///
  /// - Parameter triggers: the deeds named in the block.
  mutating func learn(_ reading: BlockReading, _ triggers: () -> [Trigger]) {
    let tokens = reading.tokens
    guard tokens.count > 4 else { return }
    lazy var deeds = triggers()
    for i in 2..<(tokens.count - 2)
    where tokens[i].key == WordKey("(") && tokens[i + 2].key == WordKey(")")
      && tokens[i + 1].isUpperCase && (2...6).contains(tokens[i + 1].end - tokens[i + 1].start)
    {
      guard let start = start(ofWordsBefore: i, for: tokens[i + 1], reading) else { continue }
      // An entry that names a body tells that it met.
      let isBody = Subjects.bodies.contains(tokens[i - 1].key)
      let told = deeds.last {
        $0.rule.kind == .noun && $0.range.lowerBound >= start && $0.range.upperBound <= i
      }
      guard
        let type = isBody
          ? .meeting : told?.rule.type ?? PlainDeed.builtIn.noun(in: start..<i, reading)
      else { continue }
      types[tokens[i + 1].key] = type
    }
  }

  /// The kind of deed that an abbreviation in a range stands for.
  func type(in range: Range<Int>, _ reading: BlockReading) -> EventType? {
    types.isEmpty ? nil : range.lazy.compactMap { types[reading.tokens[$0].key] }.first
  }

  /// Where the words begin whose first letters make the abbreviation.
  private func start(ofWordsBefore end: Int, for short: Token, _ reading: BlockReading) -> Int? {
    let bytes = reading.text.bytes
    var letters = Array(bytes[short.start..<short.end])
    var i = end - 1
    while let letter = letters.last, i >= 0, end - i <= 12 {
      let first = bytes[reading.tokens[i].start] & 0xDF
      if reading.tokens[i].kind == .word, reading.tokens[i].isCapitalised {
        guard first == letter & 0xDF else { return nil }
        letters.removeLast()
        if letters.isEmpty { return i }
      }
      i -= 1
    }
    return nil
  }
}
