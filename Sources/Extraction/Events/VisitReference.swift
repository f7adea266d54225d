import Chronicle
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

  /// "The papers, signed after the talks": the meeting of the block with a day of its own.
  func talks(before draft: Draft, _ reading: BlockReading, _ discourse: Discourse, _ block: Int)
    -> (date: DateMention, index: Int)?
  {
    guard let (date, index) = nearTalks(discourse, block) ?? discourse.mainTalks else { return nil }
    let isAfter = (draft.sentence.lowerBound..<draft.segment.upperBound).dropFirst(2).contains {
      i in
      Self.encounters.contains(reading.tokens[i].key)
        && Self.theirs.contains(reading.tokens[i - 1].key)
        && Self.afters.contains(reading.tokens[i - 2].key)
    }
    return isAfter ? (date, index) : nil
  }

  private func nearTalks(_ discourse: Discourse, _ block: Int) -> (date: DateMention, index: Int)? {
    guard block - discourse.anchorBlock <= 1, let anchor = discourse.anchorDated,
      anchor.type == .meeting || anchor.type == .consultation, let date = anchor.date,
      let index = discourse.anchor
    else { return nil }
    return (date, index)
  }

  private static let encounters = BlockReading.keys("talks meeting summit discussions negotiations")
  private static let theirs = BlockReading.keys("the their these those")
  private static let afters = BlockReading.keys("after following at during")
  static let pointers = BlockReading.keys(
    "this that the same said during both two these his her its")
  static let settings = BlockReading.keys(
    "visit visits latter occasion leaders presidents ministers summit talks meeting margins sides trip"
      + " stay tour session sidelines evening")
}
