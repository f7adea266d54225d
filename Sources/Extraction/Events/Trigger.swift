import Chronicle
import Diagnostics
import Prose

/// The words of a clause that tell a deed, with the rule that found them.
struct Trigger {
  var rule: EventRule
  var range: Range<Int>
  /// Names the setting of another deed: "during the visit", "at the summit".
  var isSetting = false
}

/// Finds the triggers of a sentence, by the program's own rules.
struct TriggerFinder {
  let rules: EventRuleSet

  /// Triggers in order of place, none overlapping another.
  func triggers(in reading: BlockReading, _ sentence: Range<Int>) -> [Trigger] {
    var found: [Trigger] = []
    var clause = 0..<0
    for i in sentence {
      rules.index.forEachMatch(at: i, before: sentence.upperBound, in: reading) { _ in
        true
      } _: {
        collect(rules.rulesOfPatterns[$0], $1, reading, sentence, &clause, &found)
      }
    }
    return resolve(found, reading, sentence)
  }

  /// - Parameter clause: the one found last, in which other deeds may stand.
  private func collect(
    _ rule: EventRule, _ match: Range<Int>, _ reading: BlockReading, _ sentence: Range<Int>,
    _ clause: inout Range<Int>, _ found: inout [Trigger]
  ) {
    let i = match.lowerBound
    guard
      rule.kind != .verb || !isInsideName(i, reading, sentence) && !isNoun(i, reading, sentence)
    else { return }
    if !rule.with.isEmpty || !rule.without.patterns.isEmpty {
      if !clause.contains(i) { clause = roughClause(around: i, reading, sentence) }
      let window =
        min(clause.lowerBound, match.lowerBound)..<max(clause.upperBound, match.upperBound)
      guard rule.with.allSatisfy({ reading.find($0, in: window) != nil }),
        !rule.without.matches(in: reading, window)
      else { return }
    }
    found.append(Trigger(rule: rule, range: match))
  }

  /// "University Teaching Hospital": a capitalised word amid others tells no deed.
  private func isInsideName(_ i: Int, _ reading: BlockReading, _ sentence: Range<Int>) -> Bool {
    guard reading.tokens[i].isCapitalised, !reading.tokens[i].isUpperCase, i > sentence.lowerBound
    else { return false }
    let before = reading.tokens[i - 1]
    guard before.isCapitalised, before.kind == .word else { return false }
    return i + 1 < sentence.upperBound && reading.tokens[i + 1].isCapitalised
  }

  /// "The honour", "his support": a noun of the same form as the verb.
  private func isNoun(_ i: Int, _ reading: BlockReading, _ sentence: Range<Int>) -> Bool {
    guard i > sentence.lowerBound, let verb = VerbLexicon.builtIn.entry(reading.tokens[i].key),
      verb.isNoun
    else { return false }
    let before = reading.tokens[i - 1].key
    if WordClass.determiners.contains(before) && !WordClass.relatives.contains(before)
      || before == Tokenizer.possessive
    {
      return true
    }
    // "The first block train": an adjective or noun in small letters before a base form.
    return verb.form == .base && !reading.tokens[i - 1].isCapitalised
      && reading.tokens[i - 1].kind == .word && !WordClass.modals.contains(before)
      && before != WordClass.to && !WordClass.have.contains(before)
      && !WordClass.subjects.contains(before)
      && !WordClass.conjunctions.contains(before) && !WordClass.adverbs.contains(before)
      && !Self.plural(reading, i - 1)
  }

  private static func plural(_ reading: BlockReading, _ i: Int) -> Bool {
    reading.text.bytes[reading.tokens[i].end - 1] == 0x73
  }

  /// Keeps the stronger of two that overlap, then the longer, then the earlier.
  private func resolve(_ found: [Trigger], _ reading: BlockReading, _ sentence: Range<Int>)
    -> [Trigger]
  {
    if found.count < 2 { return found }
    let ranked = found.indices.sorted { a, b in
      let left = (-found[a].rule.strength, -found[a].range.count, a)
      let right = (-found[b].rule.strength, -found[b].range.count, b)
      return left < right
    }
    var kept: [Trigger] = []
    for trigger in ranked.lazy.map({ found[$0] })
    where !kept.contains(where: { $0.range.overlaps(trigger.range) }) {
      kept.append(trigger)
    }
    kept.sort { $0.range.lowerBound < $1.range.lowerBound }
    let hasVerb = kept.contains { $0.rule.kind == .verb }
    for i in kept.indices where kept[i].rule.kind == .noun && hasVerb {
      kept[i].isSetting = isSetting(kept[i].range.lowerBound, reading, sentence)
    }
    return kept
  }

  /// Whether a noun stands in a phrase such as "during the visit", "at the invitation of".
  private func isSetting(_ start: Int, _ reading: BlockReading, _ sentence: Range<Int>) -> Bool {
    var i = start - 1
    var steps = 0
    while i >= sentence.lowerBound, steps < 5 {
      let key = reading.tokens[i].key
      if Self.settingPrepositions.contains(key) { return true }
      if reading.tokens[i].kind == .punctuation && key != WordKey("-")
        && key != WordKey("'") && key != WordKey("\u{2019}")
      {
        return false
      }
      if !Self.modifiers.contains(key) && !reading.tokens[i].isCapitalised
        && reading.tokens[i].kind != .number
      {
        return false
      }
      i -= 1
      steps += 1
    }
    return false
  }

  /// The part of a sentence around a token, between semicolons, and conjunctions after commas.
  private func roughClause(around i: Int, _ reading: BlockReading, _ sentence: Range<Int>)
    -> Range<Int>
  {
    let conjunctions = Self.conjunctions
    func begins(_ i: Int) -> Bool {
      let key = reading.tokens[i].key
      return key == Self.semicolon
        || conjunctions.contains(key) && reading.tokens[i - 1].key == Self.comma
    }
    var start = i
    while start > sentence.lowerBound, !begins(start) { start -= 1 }
    var end = i + 1
    while end < sentence.upperBound, !begins(end) { end += 1 }
    return start..<end
  }

  static var semicolon: WordKey { ";" }
  static var comma: WordKey { "," }
  static let conjunctions = BlockReading.keys("and but while which where when whereas during")
  static let settingPrepositions = BlockReading.keys(
    "during at after following before for since on under by through from to of in as until"
      + " through despite")
  static let modifiers = BlockReading.keys(
    "the a an this that these those his her its their our my same last first second third next"
      + " state official joint bilateral trilateral donors working recent latest final annual"
      + " 's political framework result margins sidelines occasion of")
}
