import Chronicle
import Prose

/// Papers named side by side: "signed a treaty of friendship, a trade agreement and a memorandum".
extension ClauseReader {
  /// "Signed an agreement on trade and a memorandum on sport on 4 May": the day is that of both.
  func lendToPaper(
    _ segments: inout [Segment], _ reading: BlockReading, _ clauses: [Clause]
  ) {
    for i in segments.indices.dropLast() {
      let (first, second) = (segments[i], segments[i + 1])
      guard first.dates.isEmpty, !second.dates.isEmpty, second.separator == "and",
        first.triggers.contains(where: { $0.rule.type == .agreement && $0.rule.kind == .verb }),
        second.triggers.allSatisfy({ $0.rule.type == .agreement && $0.rule.kind == .noun }),
        let paper = second.triggers.first,
        !clauses.contains(where: { second.range.contains($0.verb.main) }),
        paper.range.lowerBound - second.range.lowerBound <= 5
      else { continue }
      segments[i].dates = second.dates
    }
  }

  /// The parts with one more for each further paper of another kind, of the same day.
  func withFurtherPapers(_ parts: [Part], _ segment: Segment, _ reading: BlockReading) -> [Part] {
    guard let place = parts.firstIndex(where: { $0.trigger?.rule.type == .agreement }),
      let own = parts[place].trigger,
      segment.range.contains(where: { Self.signings.contains(reading.tokens[$0].key) })
    else { return parts }
    let nouns = segment.triggers.filter { $0.rule.type == .agreement && $0.rule.kind == .noun }
    var kinds = Set(
      (nouns.first.map { $0.range } ?? own.range).map { reading.tokens[$0].key.value })
    var result = parts
    var starts: [Int] = []
    for noun in nouns.dropFirst(own.rule.kind == .noun ? 0 : 1)
    where noun.range != own.range && !parts.contains(where: { $0.trigger?.range == noun.range }) {
      guard let start = opening(ofItem: noun.range.lowerBound, segment, reading),
        let kind = noun.range.last.map({ reading.tokens[$0].key.value }),
        kinds.insert(kind).inserted
      else { continue }
      result.append(Part(trigger: noun, date: parts[place].date, isFurther: true))
      starts.append(start)
    }
    // Each is told by its own words.
    let ends = starts.dropFirst() + [segment.range.upperBound]
    for (number, (start, end)) in zip(starts, ends).enumerated() {
      result[parts.count + number].range = start..<end
    }
    if let first = starts.first { result[place].range = segment.range.lowerBound..<first }
    return result
  }

  /// The article that opens ", an extradition treaty", "and a memorandum", behind a comma or "and".
  private func opening(ofItem noun: Int, _ segment: Segment, _ reading: BlockReading) -> Int? {
    var i = noun - 1
    while i > segment.range.lowerBound, noun - i <= 5 {
      let key = reading.tokens[i].key
      if Self.articles.contains(key) {
        let before = reading.tokens[i - 1].key
        return before == WordClass.comma || before == WordKey("and") ? i : nil
      }
      guard reading.tokens[i].kind == .word || key == WordKey("-"),
        !reading.has(.preposition, at: i)
      else { return nil }
      i -= 1
    }
    return nil
  }

  private static let articles = BlockReading.keys("a an")
  private static let signings = BlockReading.keys(
    "signed initialled initialed concluded sign initial conclude signing exchanged")
}
