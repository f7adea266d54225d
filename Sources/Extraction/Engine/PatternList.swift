import Prose

/// Patterns of which the first that matches somewhere counts, with an index from first words.
struct PatternList: Sendable {
  let patterns: [TokenPattern]
  /// Numbers of the patterns that begin with a word, and the words that can follow it.
  private var byFirstKey = WordMap<[(number: Int, next: UInt64)]>()
  /// Those that can begin with a class or any word.
  private var others: [Int] = []
  /// The classes and words with which one of them can begin, one bit each.
  private var otherClasses: UInt32 = 0
  private var otherWords: UInt64 = 0

  /// What the first words have in ``WordFacts``; nothing where that is not known.
  private let fact: WordFacts

  init(_ patterns: [TokenPattern] = [], fact: WordFacts = []) {
    self.patterns = patterns
    self.fact = fact
    for (number, pattern) in patterns.enumerated() {
      guard let keys = pattern.firstKeys else {
        others.append(number)
        otherClasses |= pattern.firstClasses
        otherWords |= pattern.firstMask
        continue
      }
      for key in keys {
        byFirstKey[key] = (byFirstKey[key] ?? []) + [(number, pattern.secondMask(after: key))]
      }
    }
  }

  /// The place of the first pattern that matches in a range: its first place.
  func find(in reading: BlockReading, _ range: Range<Int>) -> Range<Int>? {
    var best = patterns.count
    var found: Range<Int>?
    forEachStart(in: reading, range) { number, i in
      guard number < best,
        let match = reading.match(patterns[number], at: i, before: range.upperBound)
      else { return }
      best = number
      found = match
    }
    return found
  }

  /// Whether one of the patterns matches in a range.
  func matches(in reading: BlockReading, _ range: Range<Int>) -> Bool {
    find(in: reading, range) != nil
  }

  /// The patterns that match in a range, each at its first place.
  func all(in reading: BlockReading, _ range: Range<Int>) -> [(pattern: Int, place: Range<Int>)] {
    var result: [(pattern: Int, place: Range<Int>)] = []
    forEachStart(in: reading, range) { number, i in
      guard !result.contains(where: { $0.pattern == number }),
        let match = reading.match(patterns[number], at: i, before: range.upperBound)
      else { return }
      result.append((number, match))
    }
    return result
  }

  /// Calls with the number of each pattern that may begin at a token, and the token.
  @inline(__always)
  private func forEachStart(
    in reading: BlockReading, _ range: Range<Int>, _ body: (Int, Int) -> Void
  ) {
    for i in range {
      let key = reading.tokens[i].key
      if fact.isEmpty || reading.has(fact, at: i), let starts = byFirstKey[key] {
        let next = reading.bit(at: i + 1)
        for start in starts where start.next & next != 0 { body(start.number, i) }
      }
      if others.isEmpty { continue }
      let classes = reading.classes(at: i)
      guard
        classes & otherClasses != 0 || key.bit & otherWords != 0 || otherClasses == .max
      else { continue }
      for number in others where patterns[number].mayBegin(at: key, classes) { body(number, i) }
    }
  }
}
