/// Many sieves, of which those are found that let pass what stands at a token.
struct SieveSet: Sendable {
  private let width: Int
  /// For each bit of a word, which sieves let it pass, one bit each; and for each bit of a class.
  private var words: [UInt64]
  private var classes: [UInt64]

  init(_ sieves: [TokenPattern.Sieve]) {
    width = (sieves.count + 63) / 64
    words = [UInt64](repeating: 0, count: 64 * width)
    classes = [UInt64](repeating: 0, count: 32 * width)
    for (number, sieve) in sieves.enumerated() {
      let bit: UInt64 = 1 << UInt64(number % 64)
      for word in 0..<64 where sieve.words >> UInt64(word) & 1 != 0 {
        words[word * width + number / 64] |= bit
      }
      for kind in 0..<32 where sieve.classes >> UInt32(kind) & 1 != 0 {
        classes[kind * width + number / 64] |= bit
      }
    }
  }

  /// Calls with the numbers of those that let pass what stands there, ascending.
  @inline(__always)
  func forEach(letting there: TokenPattern.Sieve, _ body: (Int) -> Void) {
    let word = there.words.trailingZeroBitCount * width
    for column in 0..<width {
      var found = words[word + column]
      var kinds = there.classes
      while kinds != 0 {
        found |= classes[kinds.trailingZeroBitCount * width + column]
        kinds &= kinds - 1
      }
      while found != 0 {
        body(64 * column + found.trailingZeroBitCount)
        found &= found - 1
      }
    }
  }
}
