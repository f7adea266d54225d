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

  /// The words in buckets of eight, after what no rule knows at 0. Written once, when it is made.
  private let slots: UnsafeMutableBufferPointer<Slot>
  /// For each bucket a byte of each word's key, 0 where none stands: looked at all at once, and small
  /// enough to stay near.
  private let tags: UnsafeMutableBufferPointer<UInt64>
  private let mask: Int
  /// Of one to four digits: ten for one, then a hundred for two, a thousand, ten thousand.
  private let digits: UnsafeMutableBufferPointer<Pair>

  init(_ first: DateGrammar.Classes, _ second: DateGrammar.Classes) {
    let other = Slot(
      key: 0, plain: Pair(first: first.other, second: second.other),
      capital: Pair(first: first.otherName, second: second.otherName))
    let keys = Set(first.words.map(\.key.value)).union(second.words.map(\.key.value))
    var size = 256
    while !Self.hasRoom(size, for: keys) { size *= 2 }
    mask = size - 1
    tags = .allocate(capacity: size)
    tags.initialize(repeating: 0)
    slots = .allocate(capacity: 8 * size + 1)
    slots.initialize(repeating: other)
    digits = .allocate(capacity: 10 + 100 + 1000 + 10000)
    _ = digits.initialize(
      from: zip(first.digits.joined(), second.digits.joined()).lazy.map {
        Pair(first: $0, second: $1)
      })
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

  /// Whether no bucket of so many has more than eight of the words.
  private static func hasRoom(_ size: Int, for keys: Set<UInt64>) -> Bool {
    var counts = [UInt8](repeating: 0, count: size)
    for key in keys { counts[Int(truncatingIfNeeded: key) & (size - 1)] += 1 }
    return counts.allSatisfy { $0 <= 8 }
  }

  /// Where a word stands; it is put there if it is not yet.
  private func slot(for key: UInt64) -> Int {
    let bucket = Int(truncatingIfNeeded: key) & mask
    var place = 0
    while true {
      let slot = bucket * 8 + place + 1
      if slots[slot].key == key { return slot }
      if slots[slot].key == 0 {
        slots[slot].key = key
        tags[bucket] |= Self.tag(of: key) << UInt64(8 * place)
        return slot
      }
      place += 1
    }
  }

  @inline(__always)
  private static func tag(of key: UInt64) -> UInt64 { key &>> 56 | 0x80 }

  /// Where a word stands, or 0: found without a branch that depends on the word.
  @inline(__always)
  private func place(of key: UInt64) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let bucket = Int(truncatingIfNeeded: key) & mask
    let other = tags[bucket] ^ (Self.tag(of: key) &* ones)
    var hits = (other &- ones) & ~other & (ones &* 0x80)
    var slot = hits == 0 ? 0 : bucket &* 8 &+ hits.trailingZeroBitCount / 8 &+ 1
    // Seldom has another word of the bucket the same byte.
    while hits != 0 && slots[slot].key != key {
      hits &= hits &- 1
      slot = hits == 0 ? 0 : bucket &* 8 &+ hits.trailingZeroBitCount / 8 &+ 1
    }
    return slot
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
        let slot = place(of: token.key.value)
        pair = token.isCapitalised ? slots[slot].capital : slots[slot].plain
      }
      items[i] = RuleItem(
        number: pair.first, second: pair.second, isGlued: token.start == end,
        start: Int32(truncatingIfNeeded: i), end: Int32(truncatingIfNeeded: i + 1))
      end = token.end
    }
  }

  private func pair(ofDigits token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> Pair {
    let length = token.end - token.start
    guard length <= 4 else { return slots[0].plain }
    var value = 0
    var base = 0
    for i in token.start..<token.end {
      let digit = Int(bytes[i]) - 48
      guard (0...9).contains(digit) else { return slots[0].plain }
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
