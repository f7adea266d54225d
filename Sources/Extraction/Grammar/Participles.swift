import Prose

/// Which past forms carry their clause, and which only stand behind their noun.
extension VerbGroupFinder {
  /// Of past forms in one clause the last is its verb, those before it stand behind their nouns:
  /// "the agreement signed in May entered into force".
  func markParticiples(_ groups: [VerbGroup]) -> [VerbGroup] {
    var result = groups
    // "The experts whom they sent in May": sent by them.
    for i in result.indices
    where result[i].isPassive && result[i].range.count == 1 && isInRelative(result[i])
      && key(result[i].main - 1).map({ !WordClass.relativePronouns.contains($0) }) == true
    {
      result[i].isPassive = false
    }
    for i in result.indices.dropLast() {
      guard result[i].mood == .finite, result[i].range.count == 1,
        entry(result[i].main)?.form == .pastOrParticiple, !isInRelative(result[i]),
        let next = result[(i + 1)...].first(where: { $0.mood == .finite }),
        isAside(i, result, before: next)
          || isOneClause(result[i].range.upperBound..<next.range.lowerBound)
            && !startsObject(result[i].range.upperBound)
            && !isBeforeTimeClause(result[i], next)
      else { continue }
      result[i].mood = .participle
      result[i].isPassive = true
    }
    return result
  }

  /// "The consulate which opened in May was upgraded", "the school that Austria opened": the verb of a
  /// relative clause.
  private func isInRelative(_ verb: VerbGroup) -> Bool {
    for i in stride(from: verb.range.lowerBound - 1, through: verb.range.lowerBound - 4, by: -1) {
      guard let key = key(i) else { return false }
      if WordClass.relativePronouns.contains(key) {
        // "That treaty signed in May" points.
        return self.key(i - 1).map { !WordClass.prepositions.contains($0) } ?? false
          && sentence.contains(i - 1) && reading.tokens[i - 1].kind == .word
      }
      guard
        reading.tokens[i].isCapitalised || WordClass.determiners.contains(key)
          || WordClass.subjects.contains(key) || reading.has(.adverb, at: i)
      else { return false }
    }
    return false
  }

  /// "The documents, signed after the talks, cover …": between commas, before the first verb.
  private func isAside(_ i: Int, _ groups: [VerbGroup], before next: VerbGroup) -> Bool {
    guard key(groups[i].range.lowerBound - 1) == WordClass.comma,
      !groups[..<i].contains(where: { $0.mood == .finite })
    else { return false }
    // "Mr Schori, the minister, visited Bolivia in May, signed …": with an object it tells.
    let end = groups[i].range.upperBound
    return key(next.range.lowerBound - 1) == WordClass.comma
      && (!startsObject(end) || reading.has(.dateStart, at: end))
  }

  /// "Morocco sent tents after the government asked": a name does it, to an object, and the next verb's
  /// clause says when.
  private func isBeforeTimeClause(_ verb: VerbGroup, _ next: VerbGroup) -> Bool {
    let end = verb.range.upperBound
    let before = verb.range.lowerBound - 1
    guard !lacksObject(end), sentence.contains(before),
      reading.tokens[before].kind == .word,
      reading.has(.name, at: before) || WordClass.subjects.contains(reading.tokens[before].key)
    else { return false }
    return (end + 1..<max(end + 1, next.range.lowerBound - 1)).contains { i in
      WordClass.clausePrepositions.contains(reading.tokens[i].key)
        && !reading.has(.dateStart, at: i + 1)
    }
  }

  private func isOneClause(_ between: Range<Int>) -> Bool {
    !between.contains {
      let key = reading.tokens[$0].key
      return reading.tokens[$0].kind == .punctuation && key != WordKey("-")
        || WordClass.conjunctions.contains(key) || WordClass.subordinators.contains(key)
        || WordClass.relatives.contains(key) || key == WordKey("as")
    }
  }
}
