import Prose

/// The classes of tokens in both passes of a grammar, found at one look.
final class DateTokenClasses: @unchecked Sendable {
  private struct Pair {
    var first: UInt16
    var second: UInt16
  }

  /// A word that some rule knows: its key, 0 for none, and its classes as it stands and with a
  /// capital.
  private struct Slot {
    var key: UInt64
    var plain: Pair
    var capital: Pair
  }

  /// An open table, at most a third full. It is written once, when it is made.
  private let slots: UnsafeMutableBufferPointer<Slot>
  /// A byte of each word's key, 0 where no word stands: small enough to tell most words at once.
  private let tags: UnsafeMutableBufferPointer<UInt8>
  private let mask: Int
  private let other: Slot
  /// Of one to four digits: ten for one, then a hundred for two, a thousand, ten thousand.
  private let digits: UnsafeMutableBufferPointer<Pair>

  init(_ first: DateGrammar.Classes, _ second: DateGrammar.Classes) {
    let other = Slot(
      key: 0, plain: Pair(first: first.other, second: second.other),
      capital: Pair(first: first.otherName, second: second.otherName))
    self.other = other
    digits = .allocate(capacity: 10 + 100 + 1000 + 10000)
    _ = digits.initialize(
      from: zip(first.digits.joined(), second.digits.joined()).lazy.map {
        Pair(first: $0, second: $1)
      })
    var size = 64
    while size < (first.words.count + second.words.count) * 3 { size *= 2 }
    mask = size - 1
    slots = .allocate(capacity: size)
    slots.initialize(repeating: other)
    tags = .allocate(capacity: size)
    tags.initialize(repeating: 0)
    for word in first.words {
      let slot = slot(for: word.key.value)
      (slots[slot].plain.first, slots[slot].capital.first) = (word.plain, word.capital)
    }
    for word in second.words {
      let slot = slot(for: word.key.value)
      (slots[slot].plain.second, slots[slot].capital.second) = (word.plain, word.capital)
    }
  }

  deinit {
    slots.deallocate()
    tags.deallocate()
    digits.deallocate()
  }

  /// Where a word stands; it is put there if it is not yet.
  private func slot(for key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: key) & mask
    while slots[slot].key != 0, slots[slot].key != key { slot = (slot + 1) & mask }
    slots[slot].key = key
    tags[slot] = Self.tag(of: key)
    return slot
  }

  @inline(__always)
  private static func tag(of key: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: key &>> 56) | 1 }

  /// The classes of a word.
  @inline(__always)
  private func pair(of key: UInt64, isCapitalised: Bool) -> Pair {
    let tag = Self.tag(of: key)
    var slot = Int(truncatingIfNeeded: key) & mask
    while tags[slot] != 0 {
      if tags[slot] == tag, slots[slot].key == key {
        return isCapitalised ? slots[slot].capital : slots[slot].plain
      }
      slot = (slot &+ 1) & mask
    }
    return isCapitalised ? other.capital : other.plain
  }

  /// Writes what the rules look at in place of tokens, in the same order.
  func write(_ words: BlockWords, to items: UnsafeMutableBufferPointer<RuleItem>) {
    var end = -1
    for i in words.tokens.indices {
      let token = words.tokens[i]
      let pair: Pair
      if token.kind == .number {
        pair = self.pair(ofDigits: token, words.bytes)
      } else {
        pair = self.pair(of: token.key.value, isCapitalised: token.isCapitalised)
      }
      items[i] = RuleItem(
        number: pair.first, second: pair.second, isGlued: token.start == end,
        start: Int32(truncatingIfNeeded: i), end: Int32(truncatingIfNeeded: i + 1))
      end = token.end
    }
  }

  private func pair(ofDigits token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> Pair {
    let length = token.end - token.start
    guard length <= 4 else { return other.plain }
    var value = 0
    var base = 0
    for i in token.start..<token.end {
      let digit = Int(bytes[i]) - 48
      guard (0...9).contains(digit) else { return other.plain }
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
