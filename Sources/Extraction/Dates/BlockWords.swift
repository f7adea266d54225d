import Prose

/// The tokens of a block and the bytes of its text, lent while its dates are read: to be copied at no
/// cost, and to be kept no longer.
struct BlockWords {
  let tokens: UnsafeBufferPointer<Token>
  let bytes: UnsafeBufferPointer<UInt8>

  /// The key of a token; nil beyond the block.
  @inline(__always)
  func key(_ i: Int) -> WordKey? { i >= 0 && i < tokens.count ? tokens[i].key : nil }

  /// Whether a word stands there, no number and no mark.
  @inline(__always)
  func hasWord(_ i: Int) -> Bool { i >= 0 && i < tokens.count && tokens[i].kind == .word }
}

extension UnsafeBufferPointer<RuleItem> {
  /// The tokens on which items stand.
  func tokens(of range: Range<Int>) -> Range<Int> {
    guard range.lowerBound < count else {
      let end = last?.range.upperBound ?? 0
      return end..<end
    }
    let start = self[range.lowerBound].range.lowerBound
    return range.isEmpty ? start..<start : start..<self[range.upperBound - 1].range.upperBound
  }
}
