import Chronicle
import Diagnostics
import Prose

/// Headlines tell of now, whatever their sentence does.
extension ClauseHeadline {
  /// "Was initialled in March and signed in May": the clause with the second verb for its own.
  func coordinated(_ clause: Clause, _ trigger: Range<Int>) -> Clause {
    let at = trigger.lowerBound
    guard trigger.count == 1, clause.verb.isPassive, at > clause.verb.main + 1,
      let entry = lexicon.entry(reading.tokens[at].key), entry.form == .pastOrParticiple,
      reading.has(.conjunction, at: at - 1) || reading.tokens[at - 1].key == WordClass.comma
    else { return clause }
    var result = clause
    result.verb.main = at
    result.verb.lemma = entry.lemma
    result.verb.range = at..<(at + 1)
    return result
  }

  /// "Did not open until January 2004": it opened then.
  var isDoneAtLast: Bool {
    guard let at = ownDate?.lowerBound, at > 0 else { return false }
    return Self.untils.contains(reading.tokens[at - 1].key)
  }

  /// "In 2013 and again in 2018": what joins two dates.
  func isAgain(_ piece: Range<Int>) -> Bool {
    piece.allSatisfy { Self.agains.contains(reading.tokens[$0].key) }
  }

  private static let agains = BlockReading.keys("and again then also later")
  private static let untils = BlockReading.keys("until till before")

  /// Words of the clause as they stand with their verb in the present: "Finland undertook to contribute"
  /// becomes "Finland undertakes to contribute".
  func inPresent(_ line: WordLine) -> WordLine {
    guard let clause = draft.clause, clause.verb.mood == .finite, clause.verb.range.count == 1,
      !clause.verb.isPassive, !clause.verb.isCopula, !clause.verb.isPresent,
      lexicon.entry(reading.tokens[clause.verb.main].key) != nil
    else { return line }
    let past = reading.text.string(reading.tokens[clause.verb.main].span)
    guard past.first?.isLowercase == true,
      let place = line.firstWord(where: { line.isWord($0, past) })
    else { return line }
    // "Reported signed" tells no report.
    if let next = line.word(from: place.upperBound), line.text(next).hasSuffix("ed") { return line }
    let rest = line.bytes[place.upperBound...]
    var made = WordLine(Array(line.bytes[..<place.lowerBound]))
    let subject = made.string.dropLast()
    let isSole = names.values.contains { $0 == subject }
    made.append(
      isPlural(clause) && !isSole
        ? clause.verb.lemma : Inflection.english.third(of: clause.verb.lemma))
    made.append(WordLine(Array(rest)))
    return made.fits(limit) ? made : line
  }
}
