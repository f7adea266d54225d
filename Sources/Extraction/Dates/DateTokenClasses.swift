import Prose

/// The classes of tokens in both passes of a grammar, found at one look.
struct DateTokenClasses: Sendable {
  private struct Pair: Sendable {
    var first: UInt16
    var second: UInt16
  }

  /// An open table of the words that some rule knows, at most a third full: keys, 0 for none, and
  /// their classes as they stand and with a capital.
  private var keys: [UInt64]
  private var plain: [Pair]
  private var capital: [Pair]
  private let mask: Int
  private let other: Pair
  private let otherName: Pair
  /// Of one to four digits: ten for one, then a hundred for two, a thousand, ten thousand.
  private let digits: [Pair]

  init(_ first: DateGrammar.Classes, _ second: DateGrammar.Classes) {
    other = Pair(first: first.other, second: second.other)
    otherName = Pair(first: first.otherName, second: second.otherName)
    digits = zip(first.digits.joined(), second.digits.joined()).map { Pair(first: $0, second: $1) }
    let words = Set(first.words.keys).union(second.words.keys).sorted { $0.value < $1.value }
    var size = 64
    while size < words.count * 3 { size *= 2 }
    mask = size - 1
    keys = Array(repeating: 0, count: size)
    plain = Array(repeating: other, count: size)
    capital = Array(repeating: otherName, count: size)
    for word in words {
      var slot = Int(truncatingIfNeeded: word.value) & mask
      while keys[slot] != 0 { slot = (slot + 1) & mask }
      keys[slot] = word.value
      if let known = first.words[word] { (plain[slot].first, capital[slot].first) = known }
      if let known = second.words[word] { (plain[slot].second, capital[slot].second) = known }
    }
  }

  /// Writes what the rules look at in place of tokens, in the same order.
  func write(
    _ tokens: [Token], in bytes: [UInt8], to items: UnsafeMutableBufferPointer<RuleItem>
  ) {
    keys.withUnsafeBufferPointer { keys in
      bytes.withUnsafeBufferPointer { bytes in
        tokens.withUnsafeBufferPointer { tokens in
          var end = -1
          for i in tokens.indices {
            let pair = pair(of: tokens[i], keys, bytes)
            items[i] = RuleItem(
              number: pair.first, second: pair.second, isGlued: tokens[i].start == end,
              start: Int32(truncatingIfNeeded: i), end: Int32(truncatingIfNeeded: i + 1))
            end = tokens[i].end
          }
        }
      }
    }
  }

  @inline(__always)
  private func pair(
    of token: Token, _ keys: UnsafeBufferPointer<UInt64>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Pair {
    if token.kind == .number { return pair(ofDigits: token, bytes) }
    let key = token.key.value
    var slot = Int(truncatingIfNeeded: key) & mask
    while keys[slot] != 0 {
      if keys[slot] == key { return token.isCapitalised ? capital[slot] : plain[slot] }
      slot = (slot + 1) & mask
    }
    return token.isCapitalised ? otherName : other
  }

  private func pair(ofDigits token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> Pair {
    let length = token.end - token.start
    guard length <= 4 else { return other }
    var value = 0
    var base = 0
    for i in token.start..<token.end {
      let digit = Int(bytes[i]) - 48
      guard (0...9).contains(digit) else { return other }
      base = base * 10 + 10
      value = value * 10 + digit
    }
    // Before those of four digits stand 10 + 100 + 1000 others.
    return digits[base - Self.power(length) + value]
  }

  private static func power(_ exponent: Int) -> Int {
    switch exponent {
    case 1: 10
    case 2: 100
    case 3: 1000
    default: 10000
    }
  }
}
