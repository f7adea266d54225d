import Prose

/// Words for a visit or meeting told before.
extension ClauseReader {
  /// Whether the sentence opens with words for a visit or meeting told before.
  func refers(_ draft: Draft, _ reading: BlockReading) -> Bool {
    draft.sentence.prefix(9).contains { i in
      Self.pointers.contains(reading.tokens[i].key)
        && (i + 1..<min(i + 4, draft.sentence.upperBound)).contains {
          Self.settings.contains(reading.tokens[$0].key)
        }
    }
  }

  static let pointers = BlockReading.keys(
    "this that the same said during both two these his her its")
  static let settings = BlockReading.keys(
    "visit visits latter occasion leaders presidents ministers summit talks meeting margins sides trip"
      + " stay tour session sidelines evening")
}
