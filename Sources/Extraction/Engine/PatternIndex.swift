import Prose

/// Matches some patterns at a token: those that can begin with the word there and go on with what is
/// behind it, each from the alternative on that begins so. Most tokens are looked at and left.
struct PatternIndex: Sendable {
  let patterns: [TokenPattern]
  /// What begins with a word.
  private struct Place: Sendable {
    /// In ``starts``.
    var starts: Range<Int32> = 0..<0
    /// In ``openings``.
    var row: Int32 = 0
  }

  private var places = WordMap<Place>()
  private var starts: [(number: Int32, start: TokenPattern.Start)] = []
  /// Of patterns that can begin with a class or any word, by number and alternative.
  private var others: [(number: Int32, opening: TokenPattern.Opening)] = []
  /// Finds places in ``others``.
  private var openings = OpeningSet([])
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
      for opening in pattern.openings {
        guard pattern.firstKeys != nil else {
          others.append((number, opening))
          continue
        }
        let start = TokenPattern.Start(pc: opening.pc + 1, next: opening.next)
        for key in opening.words { byFirstKey.append((key, byFirstKey.count, number, start)) }
      }
    }
    byFirstKey.sort { ($0.key.value, $0.place) < ($1.key.value, $1.place) }
    starts = byFirstKey.map { ($0.number, $0.start) }
    var from = 0
    while from < byFirstKey.count {
      let key = byFirstKey[from].key
      var to = from + 1
      while to < byFirstKey.count, byFirstKey[to].key == key { to += 1 }
      places[key] = Place(starts: Int32(from)..<Int32(to))
      from = to
    }
    openings = OpeningSet(others.map(\.opening))
    for (word, row) in openings.rows {
      var place = places[word] ?? Place()
      place.row = row
      places[word] = place
    }
    firstWords = places.words.reduce(0) { $0 | $1.bit }
  }

  /// The words with which patterns begin.
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
    // An alternative that matches decides on its pattern.
    var decided: Int32 = -1
    var row = 0
    if firstWords & reading.bit(at: i) != 0, fact.isEmpty || reading.has(fact, at: i),
      let place = places[reading.tokens[i].key]
    {
      row = Int(place.row)
      let next = reading.sieve(at: i + 1)
      for at in Int(place.starts.lowerBound)..<Int(place.starts.upperBound)
      where starts[at].start.next.lets(next) && starts[at].number != decided {
        let (number, start) = starts[at]
        guard isWanted(Int(number)),
          let end = reading.end(
            of: patterns[Int(number)], at: i + 1, from: Int(start.pc), before: limit)
        else { continue }
        decided = number
        if end <= limit { body(Int(number), i..<end) }
      }
    }
    if others.isEmpty { return }
    openings.forEach(row: row, classes: reading.classes(at: i)) { at in
      let (number, opening) = others[at]
      guard number != decided, opening.next.lets(reading.sieve(at: opening.end(at: i, reading))),
        isWanted(Int(number)),
        let end = reading.end(
          of: patterns[Int(number)], at: i, from: Int(opening.pc), before: limit)
      else { return }
      decided = number
      if end <= limit, end > i { body(Int(number), i..<end) }
    }
  }
}
