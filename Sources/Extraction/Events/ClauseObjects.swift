import Chronicle
import Diagnostics
import Prose

/// What stands for the object or the day of a clause's deed elsewhere in its sentence.
extension ClauseHeadline {
  /// The tokens of the date that is the deed's.
  var ownDate: Range<Int>? {
    guard let own = draft.date else { return nil }
    return reading.dates[reading.dates(in: draft.sentence)].first {
      $0.mention.span == own.span
    }?.range
  }

  /// "An agreement, if they approve the text that officials drew up, could be signed": a passive verb
  /// whose subject stands before the clauses between.
  func isTornOff(_ clause: Clause) -> Bool {
    guard clause.isShared, clause.verb.isPassive, let subject = clause.subject else { return false }
    return (draft.sentence.lowerBound..<subject.lowerBound).contains {
      Self.breaks.contains(reading.tokens[$0].key)
    }
  }

  /// "The text that officials initialled": what is done to, before the relative that stands for it.
  func antecedent(_ clause: Clause) -> WordLine? {
    guard let opener = clause.range.first, opener > draft.sentence.lowerBound,
      Self.objects.contains(reading.tokens[opener].key), !clause.verb.isPassive,
      !lexicon.isIntransitive(clause.verb.lemma),
      let subject = clause.subject, subject.lowerBound > opener
    else { return nil }
    let floor = max(draft.sentence.lowerBound, opener - 8)
    guard
      let start = (floor..<opener).last(where: { Self.articles.contains(reading.tokens[$0].key) }),
      opener - start > 1,
      !(start..<opener).contains(where: { reading.tokens[$0].key == WordClass.comma })
    else { return nil }
    let end =
      (start + 3..<max(start + 3, opener)).first { reading.has(.preposition, at: $0) } ?? opener
    return plain((start + 1)..<end)
  }

  /// "Sent words and then, in November, two consignments": where the object of the deed's own date
  /// begins.
  func laterObject(_ clause: Clause) -> Int? {
    let verbEnd = clause.verb.range.upperBound
    guard let date = ownDate, date.lowerBound > verbEnd, clause.range.contains(date.lowerBound),
      let joint = (verbEnd..<date.lowerBound).last(where: { reading.has(.conjunction, at: $0) }),
      joint > verbEnd, date.lowerBound - joint <= 4
    else { return nil }
    let isBare = (joint + 1..<date.lowerBound).allSatisfy {
      Self.dateWords.contains(reading.tokens[$0].key)
        || Self.sequels.contains(reading.tokens[$0].key)
    }
    var start = date.upperBound
    while start < clause.range.upperBound, reading.tokens[start].key == WordClass.comma {
      start += 1
    }
    guard isBare, start < clause.range.upperBound,
      !reading.has(.preposition, at: start),
      reading.tokens[start].kind != .punctuation
    else { return nil }
    return start
  }

  /// "Began flying to Baku in September and to Ganja in April": what stands for the first "to Baku"
  /// beside the deed's own date.
  func laterPhrase(_ clause: Clause) -> Range<Int>? {
    let verbEnd = clause.verb.range.upperBound
    guard let date = ownDate, date.lowerBound > verbEnd, clause.range.contains(date.lowerBound),
      !reading.dates(in: verbEnd..<date.lowerBound).isEmpty,
      let joint = (verbEnd..<date.lowerBound).last(where: { reading.has(.conjunction, at: $0) }),
      joint + 1 < date.lowerBound, reading.has(.preposition, at: joint + 1),
      reading.dates(in: joint..<date.lowerBound).isEmpty
    else { return nil }
    var end = date.lowerBound
    while end > joint + 2, Self.dateWords.contains(reading.tokens[end - 1].key) { end -= 1 }
    return end > joint + 2 ? (joint + 1)..<end : nil
  }

  /// "Allegations that troops took part", "first meeting in that format": what is alleged, and what
  /// points at other sentences, is left out.
  func untilRelative(_ subject: Range<Int>) -> Range<Int> {
    let end = subject.dropFirst().first { i in
      let key = reading.tokens[i].key
      let isRelative = WordClass.relatives.contains(key) && !reading.has(.insideName, at: i)
      let isPointing =
        WordClass.prepositions.contains(key) && i + 1 < reading.tokens.count
        && Self.pointers.contains(reading.tokens[i + 1].key)
      return isRelative || isPointing
    }
    return subject.lowerBound..<(end ?? subject.upperBound)
  }

  /// Whether the deed's date stands in another clause of the sentence than the noun that names it: that
  /// noun's verb tells something else.
  var isToldElsewhere: Bool {
    guard draft.rule?.kind == .noun, let clause = draft.clause, let date = ownDate,
      !clause.range.contains(date.lowerBound)
    else { return false }
    return date.lowerBound >= clause.range.upperBound || Self.coordinate.contains(clause.opener)
  }

  private static let coordinate: Set<String> = ["and", "but", ";"]
  private static let objects = BlockReading.keys("that which")
  private static let breaks = BlockReading.keys("that which who if unless although")
  private static let sequels = BlockReading.keys("then later again")
}
