import Chronicle
import Prose

/// What makes a headline no sentence, whoever it is about: words that lean on others, halves of phrases,
/// a deed without its object.
struct HeadlineFaults {
  /// Short names of states by code.
  let names: [String: String]

  func areIn(_ line: WordLine, of type: EventType) -> Bool {
    let words = line.words
    guard let first = words.first, let last = words.last else { return true }
    return Self.begins(line, words, first) || Self.ends(line, words, last)
      || Self.leans(line, words) || isBare(line, words, last)
      || Self.isNoPaper(line, words, last, type) || Self.isPrice(line, words, type)
  }

  /// "Scholarship costs less than a reception": what a deed costs is not what was done.
  private static func isPrice(_ line: WordLine, _ words: [Range<Int>], _ type: EventType) -> Bool {
    [.scholarship, .training, .visit, .meeting, .award, .culturalEvent].contains(type)
      && words.dropFirst().prefix(2).contains { line.isWord($0, "costs") }
  }

  /// "S (USSR)", "Will resume", "That whoever sits here", "Rescheduled 1996 and 1999".
  private static func begins(_ line: WordLine, _ words: [Range<Int>], _ first: Range<Int>) -> Bool {
    if starts.contains(line, first) { return true }
    let isLetter = first.count == 1 && !line.bytes[first.lowerBound].isDigit
    if isLetter, !articles.contains(line, first) { return true }
    guard words.count > 1, first.count > 3 else { return false }
    if isTold(line, words, first) || isLast(line, words, first) { return true }
    let isPast =
      line.bytes[first.upperBound - 2] == 0x65 && line.bytes[first.upperBound - 1] == 0x64
    return isPast && line.bytes[words[1].lowerBound].isDigit
  }

  /// "Broke down", "Brought them back": a past without who did it. "Opened Cup" may be a name.
  private static func isTold(_ line: WordLine, _ words: [Range<Int>], _ first: Range<Int>) -> Bool {
    let next = line.bytes[words[1].lowerBound]
    guard next | 0x20 >= 0x61, next & 0x20 != 0,
      let verb = VerbLexicon.builtIn.entry(WordKey(line.text(first).lowercased()))
    else { return false }
    if verb.isNoun { return false }
    return verb.form == .past
      || verb.form == .pastOrParticiple && pronouns.contains(line, words[1])
  }

  /// "Last sits", "Last one handed over": nobody knows whose last.
  private static func isLast(_ line: WordLine, _ words: [Range<Int>], _ first: Range<Int>) -> Bool {
    guard line.isWord(first, "Last") else { return false }
    let next = line.text(words[1]).lowercased()
    return next == "one" || VerbLexicon.builtIn.entry(WordKey(next))?.form == .third
  }

  private static let pronouns = SmallWords("it him us them")

  /// "Will resume not later", "announced that its mission", "that whoever sits here will".
  private static func ends(_ line: WordLine, _ words: [Range<Int>], _ last: Range<Int>) -> Bool {
    if modals.contains(line, last) { return true }
    guard words.count > 1 else { return false }
    if comparatives.contains(line, last), noughts.contains(line, words[words.count - 2]) {
      return true
    }
    // What was cut is completed where there is room.
    return !line.string.hasSuffix("…")
      && words.dropFirst().suffix(3).contains { line.isWord($0, "that") }
  }

  /// "Makes him an honorary doctor", "the first test under it", "a further euros", "did not open" of what did
  /// in the end.
  private static func leans(_ line: WordLine, _ words: [Range<Int>]) -> Bool {
    zip(words, words.dropFirst()).contains { before, word in
      line.isWord(word, "not") && dids.contains(line, before) || objects.contains(line, word)
        || line.isWord(word, "it") && joints.contains(line, before)
        || units.contains(line, word) && bareCounts.contains(line, before)
    }
  }

  /// "Finland provided", "Both sides open", "Meeting held": who, and a verb with nothing after it.
  private func isBare(_ line: WordLine, _ words: [Range<Int>], _ last: Range<Int>) -> Bool {
    guard words.count > 1, words.count < 5, line.bytes[last.lowerBound] | 0x20 >= 0x61,
      line.bytes[last.lowerBound] & 0x20 != 0
    else { return false }
    let who = line.text(words[0].lowerBound..<words[words.count - 2].upperBound)
    // What was announced is told by the sentence, where there is room for that.
    if line.isWord(last, "announced"), !names.values.contains(who) { return false }
    return who == "Both sides" || names.values.contains(who)
      || words.count == 2 && Self.gatherings.contains(line, words[0])
        && line.isWord(last, "held")
  }

  /// "Twenty-five of young officials signed": people are not what is signed.
  private static func isNoPaper(
    _ line: WordLine, _ words: [Range<Int>], _ last: Range<Int>, _ type: EventType
  ) -> Bool {
    type == .agreement && words.count > 2 && signings.contains(line, last)
      && people.contains(line, words[words.count - 2])
  }

  private static let starts = SmallWords(
    "double twice half will shall must cannot that whoever whatever whether rather unless until while"
      + " we my our your you i us latter former ours theirs yours"
  )
  private static let articles = SmallWords("a i")
  private static let modals = SmallWords("will would shall should may might can could must")
  private static let comparatives = SmallWords("later earlier sooner")
  private static let noughts = SmallWords("not no")
  private static let objects = SmallWords("him me us himself herself themselves")
  private static let dids = SmallWords("did does")
  private static let joints = SmallWords("under of in with for to by from on after before")
  private static let units = SmallWords(
    "euro euros dollar dollars rupee rupees yen pound pounds franc francs yuan rouble roubles ruble"
      + " rubles manat lira krone kroner kronor million billion")
  private static let bareCounts = SmallWords("a an further another additional more of")
  private static let gatherings = SmallWords("meeting meetings talks consultations ceremony visit")
  private static let signings = SmallWords("signed initialled initialed concluded")
  private static let people = SmallWords(
    "delegates experts graduates officers officials people personnel pilots soldiers students teachers"
      + " trainees volunteers")
}
