import Prose

/// Matches some patterns at a token: those that can begin with the word there and go on with what is
/// behind it, each from the alternative on that begins so. Most tokens are looked at and left.
struct PatternIndex: Sendable {
  let patterns: [TokenPattern]
  /// Where in ``starts`` the patterns stand that begin with a word.
  private var places = WordMap<Range<Int32>>()
  private var starts: [(number: Int32, start: TokenPattern.Start)] = []
  /// Of those that can begin with a class or any word, by number and alternative.
  private var others: [(number: Int32, start: TokenPattern.Opening)] = []
  /// Finds places in ``others``.
  private var sieves = SieveSet([])
  /// The words with which a pattern can begin, one bit each.
  private var firstWords: UInt64 = 0
  /// What the first words have in ``WordFacts``; nothing where that is not known.
  private let fact: WordFacts

  init(_ patterns: [TokenPattern] = [], fact: WordFacts = []) {
    self.patterns = patterns
    self.fact = fact
    var byFirstKey: [(key: WordKey, place: Int, number: Int32, start: TokenPattern.Start)] = []
    for (number, pattern) in patterns.enumerated() {
      let number = Int32(number)
      if let keys = pattern.firstKeys {
        for key in keys {
          for start in pattern.starts(with: key) {
            byFirstKey.append((key, byFirstKey.count, number, start))
          }
        }
        firstWords |= pattern.firstMask
      } else {
        for start in pattern.openings { others.append((number, start)) }
      }
    }
    sieves = SieveSet(others.map(\.start.first))
    byFirstKey.sort { ($0.key.value, $0.place) < ($1.key.value, $1.place) }
    starts = byFirstKey.map { ($0.number, $0.start) }
    var from = 0
    while from < byFirstKey.count {
      let key = byFirstKey[from].key
      var to = from + 1
      while to < byFirstKey.count, byFirstKey[to].key == key { to += 1 }
      places[key] = Int32(from)..<Int32(to)
      from = to
    }
  }

  /// The words with which patterns begin that begin with words alone.
  var words: [WordKey] { places.words }

  /// Whether a word of a range can begin a pattern, as far as is known at once.
  func mayMatch(in reading: BlockReading, _ range: Range<Int>) -> Bool {
    fact.isEmpty || !others.isEmpty || reading.holds(fact, in: range)
  }

  /// Calls with the number of each pattern that matches at a token and before another, and with the
  /// tokens; those that begin with words alone first.
  ///
  /// - Parameter isWanted: whether it matters if a pattern matches.
  @inline(__always)
  func forEachMatch(
    at i: Int, before limit: Int, in reading: BlockReading, where isWanted: (Int) -> Bool,
    _ body: (Int, Range<Int>) -> Void
  ) {
    let word = reading.bit(at: i)
    // An alternative that matches decides on its pattern.
    var decided: Int32 = -1
    if firstWords & word != 0, fact.isEmpty || reading.has(fact, at: i),
      let range = places[reading.tokens[i].key]
    {
      let next = reading.sieve(at: i + 1)
      for place in Int(range.lowerBound)..<Int(range.upperBound)
      where starts[place].start.next.lets(next) && starts[place].number != decided {
        let (number, start) = starts[place]
        guard isWanted(Int(number)),
          let end = reading.end(of: patterns[Int(number)], at: i + 1, from: Int(start.pc))
        else { continue }
        decided = number
        if end <= limit { body(Int(number), i..<end) }
      }
    }
    if others.isEmpty { return }
    sieves.forEach(letting: reading.sieve(at: i)) { place in
      let (number, start) = others[place]
      guard number != decided, start.next.lets(reading.sieve(at: start.end(at: i, reading))),
        isWanted(Int(number)),
        let end = reading.end(of: patterns[Int(number)], at: i, from: Int(start.pc))
      else { return }
      decided = number
      if end <= limit, end > i { body(Int(number), i..<end) }
    }
  }
}
