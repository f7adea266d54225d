import Prose

/// Which of some patterns can match at a token, by the word there and the one behind it: most tokens
/// are looked at and left.
struct PatternIndex: Sendable {
  /// Where in ``starts`` the patterns stand that begin with a word.
  private var places = WordMap<Range<Int32>>()
  private var starts: [(number: Int32, next: TokenPattern.Sieve)] = []
  /// Those that can begin with a class or any word, with the words and classes that they begin with.
  private var others: [(number: Int32, classes: UInt32, words: UInt64)] = []
  /// The words with which a pattern can begin, one bit each.
  private var firstWords: UInt64 = 0
  /// The classes and words with which one of ``others`` can begin.
  private var otherClasses: UInt32 = 0
  private var otherWords: UInt64 = 0
  /// What the first words have in ``WordFacts``; nothing where that is not known.
  private let fact: WordFacts

  init(_ patterns: [TokenPattern] = [], fact: WordFacts = []) {
    self.fact = fact
    var byFirstKey: [(key: WordKey, number: Int32, next: TokenPattern.Sieve)] = []
    for (number, pattern) in patterns.enumerated() {
      let number = Int32(number)
      if let keys = pattern.firstKeys {
        for key in keys { byFirstKey.append((key, number, pattern.following(key))) }
        firstWords |= pattern.firstMask
      } else {
        others.append((number, pattern.firstClasses, pattern.firstMask))
        otherClasses |= pattern.firstClasses
        otherWords |= pattern.firstMask
      }
    }
    byFirstKey.sort { ($0.key.value, $0.number) < ($1.key.value, $1.number) }
    starts = byFirstKey.map { ($0.number, $0.next) }
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

  /// Calls with the number of each pattern that may begin at a token; those that begin with a word first.
  @inline(__always)
  func forEach(at i: Int, in reading: BlockReading, _ body: (Int) -> Void) {
    let key = reading.tokens[i].key
    if firstWords & key.bit != 0, fact.isEmpty || reading.has(fact, at: i), let range = places[key]
    {
      let word = reading.bit(at: i + 1)
      let classes = reading.classes(at: i + 1)
      for place in Int(range.lowerBound)..<Int(range.upperBound)
      where starts[place].next.words & word != 0 || starts[place].next.classes & classes != 0 {
        body(Int(starts[place].number))
      }
    }
    if others.isEmpty { return }
    let classes = reading.classes(at: i)
    guard classes & otherClasses != 0 || key.bit & otherWords != 0 || otherClasses == .max else {
      return
    }
    for other in others
    where other.words & key.bit != 0 || other.classes & classes != 0 || other.classes == .max {
      body(Int(other.number))
    }
  }
}
