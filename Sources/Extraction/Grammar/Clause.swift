import Diagnostics
import Prose

/// A verb with its subject and all that goes with it, up to the next clause.
struct Clause: Sendable {
  /// From the conjunction or first word to the next clause.
  var range: Range<Int>
  var verb: VerbGroup
  /// The noun phrase that the verb agrees with, as far as it is told; of a verb joined by "and"
  /// that of the verb before it.
  var subject: Range<Int>?
  /// Whether the subject stands in another clause.
  var isShared = false
  /// Goes on behind a relative clause that no comma closes: "the school that they built was closed".
  var isResumed = false
  /// The word that opens the clause: "and", "which", ";"; empty at the start of a sentence.
  var opener = ""
}

/// Takes a sentence apart into clauses.
struct ClauseParser {
  let reading: BlockReading
  var lexicon = VerbLexicon.builtIn

  func clauses(_ sentence: Range<Int>) -> [Clause] {
    let groups = VerbGroupFinder(lexicon: lexicon, reading: reading, sentence: sentence).groups()
    let finite = groups.filter { $0.mood == .finite }
    var result: [Clause] = []
    result.reserveCapacity(finite.count)
    var start = sentence.lowerBound
    for (number, verb) in finite.enumerated() {
      let floor = number == 0 ? sentence.lowerBound : finite[number - 1].range.upperBound
      var clause = Clause(range: start..<sentence.upperBound, verb: verb)
      let cut = boundary(in: floor..<verb.range.lowerBound, isFirst: number == 0)
      if let cut {
        clause.range = cut..<sentence.upperBound
        clause.opener = opener(cut)
      } else if number > 0 {
        // "said the two governments would …": what is said begins behind the verb.
        let isTold = lexicon.isReport(finite[number - 1].lemma)
        let own = result.last.flatMap { mainSubject(behind: $0, in: floor..<verb.range.lowerBound) }
        clause.range = (own ?? (isTold ? floor : verb.range.lowerBound))..<sentence.upperBound
      }
      if cut == nil, let subject = headed(clause, result, sentence) {
        clause.subject = subject
        (clause.isShared, clause.isResumed) = (true, true)
      } else if let subject = resumed(clause, result, sentence) {
        clause.subject = subject
        clause.isShared = true
      } else {
        resolveSubject(&clause, antecedent(of: clause, result), floor: sentence.lowerBound)
      }
      if let last = result.indices.last {
        result[last].range = result[last].range.lowerBound..<clause.range.lowerBound
      }
      start = verb.range.upperBound
      result.append(clause)
    }
    if let first = result.first, first.range.lowerBound > sentence.lowerBound {
      result[0].range = sentence.lowerBound..<first.range.upperBound
    }
    return result
  }

  /// "Suriname, which for a long time had covered Jakarta from The Hague, inaugurated": the noun before the
  /// relative clause that a comma closes right before the verb.
  private func resumed(_ clause: Clause, _ before: [Clause], _ sentence: Range<Int>)
    -> Range<Int>?
  {
    let verb = clause.verb.range.lowerBound
    guard let last = before.last, reading.tokens[verb - 1].key == WordClass.comma,
      !(last.verb.range.upperBound..<(verb - 1)).contains(where: {
        reading.has([.conjunction, .relative, .subordinator], at: $0) && !isInsideName($0)
      })
    else { return nil }
    let start = before.dropLast().last?.verb.range.upperBound ?? sentence.lowerBound
    guard
      let relative = (start..<last.verb.range.lowerBound).last(where: {
        reading.has(.relative, at: $0) && reading.tokens[$0].key != "that"
      })
    else { return nil }
    // ", for which", ", some of whom".
    guard
      let open = (max(start, relative - 3)..<relative).last(where: {
        reading.tokens[$0].key == WordClass.comma
      }), open > start
    else { return nil }
    // "… were sent, and the college in Kasama, which …": a clause whose verb is still to come.
    let joint =
      before.count == 1
      ? start - 1
      : (start..<open).last {
        reading.has(.conjunction, at: $0) && reading.tokens[$0 - 1].key == WordClass.comma
      }
    guard let joint, let noun = trimmed(afterAdverbial((joint + 1)..<open)),
      !noun.contains(where: { reading.tokens[$0].key == WordClass.comma })
    else { return nil }
    return noun
  }

  /// "The school that Austria opened in 2003 was closed": the noun before the relative clause that ends right
  /// before the verb.
  private func headed(_ clause: Clause, _ before: [Clause], _ sentence: Range<Int>) -> Range<Int>? {
    let verb = clause.verb.range.lowerBound
    guard let last = before.last,
      WordClass.relativePronouns.contains(reading.tokens[last.range.lowerBound].key),
      last.verb.range.upperBound < verb, !lexicon.isReport(last.verb.lemma),
      !(last.verb.range.upperBound..<verb).contains(where: {
        !isInsideName($0)
          && (reading.has([.conjunction, .relative, .subordinator], at: $0)
            || reading.tokens[$0].kind == .punctuation)
      })
    else { return nil }
    let floor = before.dropLast().last?.verb.range.upperBound ?? sentence.lowerBound
    return antecedent(before: last.range.lowerBound, floor: floor).flatMap(trimmed)
  }

  /// "After the storm flooded Piura in March 2017 | the programme paid": where the main clause begins that
  /// follows one of time without a comma.
  private func mainSubject(behind last: Clause, in range: Range<Int>) -> Int? {
    let opener = reading.tokens[last.range.lowerBound].key
    guard last.subject != nil,
      WordClass.clausePrepositions.contains(opener) || WordClass.subordinators.contains(opener)
    else { return nil }
    let date = reading.dates(in: range).last {
      reading.dates[$0].range.upperBound < range.upperBound
    }
    if let date {
      let next = reading.dates[date].range.upperBound
      return reading.has(.preposition, at: next) || reading.tokens[next].kind == .punctuation
        ? nil : next
    }
    return Self.nominatives.contains(reading.tokens[range.upperBound - 1].key)
      ? range.upperBound - 1 : nil
  }

  /// The verb's own clause follows without a comma between.
  private func opensClause(_ i: Int, _ range: Range<Int>) -> Bool {
    i + 1 < range.upperBound && !reading.has(.dateStart, at: i + 1)
      && !(i + 1..<range.upperBound).contains { reading.tokens[$0].key == WordClass.comma }
  }

  private func opener(_ i: Int) -> String {
    Segmenter.separators[reading.tokens[i].key]
      ?? reading.text.string(reading.tokens[i].span).lowercased()
  }

  /// Where the clause of a verb begins: at the last conjunction, relative or mark before it.
  private func boundary(in range: Range<Int>, isFirst: Bool) -> Int? {
    var best: Int?
    for i in range {
      guard reading.tokens[i].kind == .punctuation || reading.has(Self.openers, at: i) else {
        continue
      }
      let key = reading.tokens[i].key
      if isInsideName(i) { continue }
      let isHard =
        key == WordKey(";") || WordClass.subordinators.contains(key) || isDash(i)
        || WordClass.relatives.contains(key) && key != WordKey("that") || isThatClause(i)
        || key == WordKey("as") && i > range.lowerBound && isClauseAs(i, range)
        || key == WordKey(":")
        || WordClass.clausePrepositions.contains(key) && opensClause(i, range)
      let isSoft = WordClass.conjunctions.contains(key) || key == WordClass.comma
      if isHard || isSoft && !isFirst { best = i }
    }
    guard let cut = best, !isFirst else { return best }
    if let before = boundary(beforeAsideWith: cut, in: range) { return before }
    guard reading.tokens[cut].key == WordClass.comma else { return best }
    // A comma that closes an apposition before the verb is no boundary: look before it.
    if cut + 1 == range.upperBound {
      let rest = range.lowerBound..<cut
      let open = rest.last {
        reading.has(.conjunction, at: $0)
          || reading.has(.relative, at: $0)
          || reading.tokens[$0].key == WordClass.comma
      }
      guard let open, reading.tokens[open].key == WordClass.comma else { return open ?? cut }
      // ", and the first payment, 3 million, was made": the clause begins before the aside.
      let joint = (range.lowerBound..<open).dropFirst().last {
        reading.has(.conjunction, at: $0) && reading.tokens[$0 - 1].key == WordClass.comma
      }
      return joint ?? open
    }
    return cut
  }

  /// "… and the first payment, 3 million for roads and schools, was made": the second "and" stands in
  /// an aside that ends right before the verb.
  private func boundary(beforeAsideWith cut: Int, in range: Range<Int>) -> Int? {
    let close = range.upperBound - 1
    guard reading.has(.conjunction, at: cut), reading.tokens[close].key == WordClass.comma,
      let open = (range.lowerBound..<cut).last(where: {
        reading.tokens[$0].key == WordClass.comma && !isInsideName($0)
      }), open + 1 < cut
    else { return nil }
    return (range.lowerBound..<open).last {
      reading.has(.conjunction, at: $0) || reading.tokens[$0].key == WordKey(";")
    }
  }

  /// What can open a clause, besides marks.
  private static let openers: WordFacts = [.subordinator, .relative, .conjunction, .preposition]

  /// "that" behind a verb of telling opens a clause; before a noun it points.
  private func isThatClause(_ i: Int) -> Bool {
    guard reading.tokens[i].key == WordKey("that"), i > 0 else { return false }
    // "It was in May 1998 that they came".
    if reading.has(.date, at: i - 1),
      let first = reading.sentences.last(where: { $0.contains(i) })?.first,
      reading.tokens[first].key == WordKey("it"),
      WordClass.be.contains(reading.tokens[first + 1].key)
    {
      return true
    }
    let before = reading.tokens[i - 1]
    return lexicon.entry(before.key) != nil
      || before.kind == .word && !before.isCapitalised
        && !WordClass.prepositions.contains(before.key)
  }

  private func isClauseAs(_ i: Int, _ range: Range<Int>) -> Bool {
    i + 1 < range.upperBound
      && !Self.comparing.contains(reading.tokens[i + 1].key)
      && reading.tokens[i - 1].key != WordKey("such")
  }

  private static let comparing = BlockReading.keys("a an well of per")

  private func isDash(_ i: Int) -> Bool {
    guard reading.tokens[i].key == WordKey("-"), i > 0, i + 1 < reading.tokens.count else {
      return false
    }
    return reading.tokens[i - 1].end < reading.tokens[i].start
      && reading.tokens[i].end < reading.tokens[i + 1].start
  }

  func isInsideName(_ i: Int) -> Bool {
    reading.has([.name, .date], at: i)
  }

  // MARK: Subjects

  private func resolveSubject(_ clause: inout Clause, _ last: Clause?, floor: Int) {
    let start = clause.range.lowerBound
    let verb = clause.verb.range.lowerBound
    let openerKey = start < verb ? reading.tokens[start].key : nil
    if let openerKey, WordClass.relatives.contains(openerKey), openerKey != WordKey("whose") {
      // "…, which opened in May": the noun before is what the verb speaks of.
      let isOnlyRelative = (start + 1..<verb).allSatisfy {
        WordClass.isBetweenVerbs($0, reading)
      }
      if isOnlyRelative {
        clause.subject = antecedent(before: start, floor: last?.range.lowerBound ?? floor)
        clause.isShared = true
        return
      }
    }
    let from = start + (clause.opener.isEmpty ? 0 : 1)
    if let phrase = nounPhrase(before: verb, from: min(from, verb)) {
      clause.subject = phrase
    } else if let openerKey, WordClass.relatives.contains(openerKey), openerKey != WordKey("whose"),
      reading.has(.preposition, at: start + 1)
    {
      // "…, which for years had covered".
      clause.subject = antecedent(before: start, floor: last?.range.lowerBound ?? floor)
      clause.isShared = true
    } else if let last,
      ["and", "but", ",", "or", "then", "&", "nor"].contains(clause.opener) || clause.opener.isEmpty
    {
      clause.subject = last.subject
      clause.isShared = true
    }
  }

  /// "Poland recognised it, two days after he resigned, but opened no embassy": behind a comma the
  /// conjunction goes on with the clause before the one that only says when.
  private func antecedent(of clause: Clause, _ before: [Clause]) -> Clause? {
    let start = clause.range.lowerBound
    let isResumed =
      start > 0 && reading.has(.conjunction, at: start)
      && reading.tokens[start - 1].key == WordClass.comma
    guard isResumed,
      let main = before.last(where: { !isTime($0) }), main.subject != nil
    else { return before.last }
    return main
  }

  private func isTime(_ clause: Clause) -> Bool {
    let start = clause.range.lowerBound
    let end = min(clause.subject?.lowerBound ?? .max, clause.verb.range.lowerBound)
    return (start..<max(start + 1, end)).contains {
      let key = reading.tokens[$0].key
      return WordClass.clausePrepositions.contains(key) || WordClass.subordinators.contains(key)
    }
  }

  /// The noun phrase that ends right before a verb.
  private func nounPhrase(before verb: Int, from start: Int) -> Range<Int>? {
    var end = verb
    while end > start,
      WordClass.isBetweenVerbs(end - 1, reading)
    {
      end -= 1
    }
    guard end > start else { return nil }
    // "Ten students a year have gone".
    if end - 2 > start, WordClass.isPer(end - 2, reading) { end -= 2 }
    // "Together with our friends from Prague we put": the pronoun, whatever stands before.
    if Self.nominatives.contains(reading.tokens[end - 1].key),
      end - 1 == start || !WordClass.conjunctions.contains(reading.tokens[end - 2].key)
    {
      return (end - 1)..<end
    }
    if reading.tokens[end - 1].key == WordClass.comma {
      // An apposition or aside between commas: the phrase stands before it.
      end -= 1
      guard
        let open = (start..<end).last(where: {
          reading.tokens[$0].key == WordClass.comma && !isInsideName($0)
        }),
        open > start
      else {
        // "And, ten days later, was locked in": a time is no subject.
        return trimmed(start..<end).flatMap { isTime($0) ? nil : $0 }
      }
      return trimmed(afterAdverbial(start..<open))
    }
    return trimmed(afterAdverbial(start..<end))
  }

  private static let nominatives = BlockReading.keys("i we he she they")

  private func isTime(_ range: Range<Int>) -> Bool {
    range.allSatisfy { reading.has(.date, at: $0) }
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int>? {
    var start = range.lowerBound
    while start < range.upperBound,
      reading.tokens[start].kind == .punctuation
        && !BlockReading.quotes.contains(reading.tokens[start].key)
        || reading.has(.conjunction, at: start)
        || reading.has(.adverb, at: start) && range.upperBound - start > 1
    {
      start += 1
    }
    guard start < range.upperBound else { return nil }
    return start..<range.upperBound
  }

  /// The noun phrase that a relative pronoun takes up.
  private func antecedent(before i: Int, floor: Int) -> Range<Int>? {
    var end = i
    while end > floor, reading.tokens[end - 1].kind == .punctuation { end -= 1 }
    var start = end
    let limit = max(floor, end - 12)
    while start > limit {
      let token = reading.tokens[start - 1]
      if token.key == WordClass.comma || token.key == WordKey(";") { break }
      if WordClass.prepositions.contains(token.key), token.key != WordKey("of") { break }
      if lexicon.entry(token.key).map({ !$0.isNoun }) == true, !token.isCapitalised { break }
      if WordClass.be.contains(token.key) || WordClass.conjunctions.contains(token.key) { break }
      start -= 1
    }
    return start < end ? start..<end : nil
  }
}
