import Prose

/// Patterns of which the first that matches somewhere counts, with an index from first words.
///
/// An object, as rules carry lists along.
final class PatternList: Sendable {
  private let index: PatternIndex

  var patterns: [TokenPattern] { index.patterns }

  /// - Parameter fact: what the first words have in ``WordFacts``; nothing where that is not known.
  init(_ patterns: [TokenPattern] = [], fact: WordFacts = []) {
    index = PatternIndex(patterns, fact: fact)
  }

  /// The place of the first pattern that matches in a range: its first place.
  func find(in reading: BlockReading, _ range: Range<Int>) -> Range<Int>? {
    guard index.mayMatch(in: reading, range) else { return nil }
    var best = patterns.count
    var found: Range<Int>?
    for i in range {
      index.forEachMatch(at: i, before: range.upperBound, in: reading) {
        $0 < best
      } _: { number, match in
        best = number
        found = match
      }
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
    for i in range {
      index.forEachMatch(at: i, before: range.upperBound, in: reading) { number in
        !result.contains { $0.pattern == number }
      } _: { number, match in
        result.append((number, match))
      }
    }
    return result
  }
}
