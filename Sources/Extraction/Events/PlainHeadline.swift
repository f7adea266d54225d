import Chronicle
import Diagnostics
import Prose

/// The headline of a deed whose words make none that stands alone: the title of the entry, else what
/// was done, by type, with the names of those concerned.
struct PlainHeadline {
  /// Short names of states by code.
  let names: [String: String]
  let limit: Int
  let reading: BlockReading
  let draft: Draft
  let content: Content

  /// Whether words say too little without the sentence around them: "Was signed", "S: Ankara".
  static func isPoor(_ line: WordLine) -> Bool {
    let words = line.bytes.contains(0xC2) ? withoutJoints(line) : line
    guard words.hasMoreWords(than: 1) else { return true }
    if let last = words.lastWord, weakEnds.contains(core(words, last)) { return true }
    var isFirst = true
    var tells = false
    var i = 0
    while let word = words.word(from: i) {
      i = word.upperBound
      let core = core(words, word)
      if core.isEmpty { continue }
      if isFirst, weakStarts.contains(core) { return true }
      isFirst = false
      tells = tells || isTelling(core)
    }
    return !tells || isLabel(line)
  }

  /// With spaces in place of no-break spaces.
  private static func withoutJoints(_ line: WordLine) -> WordLine {
    WordLine(String(line.string.map { $0 == "\u{A0}" ? " " : $0 }))
  }

  /// A word without the marks at its ends.
  private static func core(_ line: WordLine, _ word: Range<Int>) -> ArraySlice<UInt8> {
    guard line.isASCII(word) else {
      let text = line.text(word).lowercased().trimming { !$0.isLetter && !$0.isNumber }
      return Array(text.utf8)[...]
    }
    var slice = line.bytes[word]
    while let first = slice.first, !isLetterOrDigit(first) { slice.removeFirst() }
    while let last = slice.last, !isLetterOrDigit(last) { slice.removeLast() }
    return slice
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte.isDigit
  }

  /// A word of more than three letters that is none of a sum.
  private static func isTelling(_ core: ArraySlice<UInt8>) -> Bool {
    if scales.contains(core) { return false }
    guard core.allSatisfy({ $0 < 0x80 }) else {
      let text = String(decoding: core, as: UTF8.self)
      return text.count > 3 && text.allSatisfy { $0.isLetter || $0 == "-" || $0 == "’" }
    }
    return core.count > 3
      && core.allSatisfy { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 == UInt8(ascii: "-") }
  }

  /// "S: Tbilisi", "I.f", "?: Trilateral summit", "Our embassy:".
  private static func isLabel(_ line: WordLine) -> Bool {
    guard let colon = line.bytes.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let before = line.text(0..<colon)
    let count = before.count
    return count <= 3 || count <= 8 && before.contains { !$0.isLetter }
  }

  /// Whether a headline names no more than the type and the states: "Award from Peru to Chile".
  static func isBare(_ headline: String, of type: EventType) -> Bool {
    guard let noun = nouns[type] else { return false }
    return headline.hasPrefix(noun)
      && joints.contains { headline.utf8.dropFirst(noun.utf8.count).starts(with: $0.utf8) }
  }

  private static let nouns: [EventType: String] = [
    .visit: "Visit", .meeting: "Meeting", .consultation: "Consultations", .agreement: "Agreement",
    .declaration: "Declaration", .statement: "Statement", .resolution: "Resolution", .aid: "Aid",
    .training: "Training", .scholarship: "Scholarships", .award: "Award", .trade: "Trade",
    .investment: "Investment", .transportLink: "Link", .construction: "Construction",
    .exercise: "Exercise", .arms: "Arms", .appointment: "Appointment",
    .establishment: "Establishment", .commemoration: "Commemoration",
  ]
  private static let joints = [" of ", " from ", " by ", " deal of "]

  /// Nil where the type names no deed.
  func text() -> String? {
    if let title = entryTitle() { return title }
    guard let made = byType() else { return nil }
    let planned = content.status == .planned ? "Planned: \(lowered(made))" : made
    return [planned, made].first { $0.fits(limit) }
  }

  // MARK: The entry's own title

  /// "Agreement on the promotion of investments (signed in Nairobi on 17 September 2008)", "Air services
  /// agreement – signed 2019": the paper, with what the words behind a bracket or dash tell of it.
  func bracketedTitle() -> String? {
    guard content.type == .agreement,
      let mark = reading.sentences.first?.prefix(Self.longestTitle).first(where: {
        Self.asides.contains(reading.tokens[$0].key) && isParted($0)
      }), let fate = [draft.trigger?.lowerBound, draft.segment.first].compactMap({ $0 }).max(),
      mark < fate, !(mark..<fate).contains(where: { reading.tokens[$0].key == ")" })
    else { return nil }
    return entryTitle()
  }

  private static let longestTitle = 24
  private static let asides = BlockReading.keys("( -")

  /// Whether a space stands before a mark.
  private func isParted(_ i: Int) -> Bool {
    i > 0 && reading.tokens[i - 1].end < reading.tokens[i].start
  }

  /// "Treaty of Friendship signed": the paper at the head of the entry, with what befell it.
  private func entryTitle() -> String? {
    let isPaper = content.type == .agreement || content.type == .declaration
    guard isPaper || content.type == .consultation else { return nil }
    let fate = fate
    guard isPaper || fate != Self.signed,
      let last = reading.sentences.first?.last, draft.segment.lowerBound > 2
    else { return nil }
    var end = 0
    while end <= last, !Self.titleEnds.contains(reading.tokens[end].key),
      !reading.has(.dateStart, at: end),
      reading.tokens[end].key != WordKey("-") || !isParted(end)
    {
      end += 1
    }
    let title = 0..<min(end, draft.segment.lowerBound)
    guard title.count > 1, reading.tokens[0].isCapitalised,
      draft.clause.map({ !title.contains($0.verb.main) }) ?? true,
      title.contains(where: { DeedWords.papers.contains(reading.tokens[$0].key) })
    else { return nil }
    return HeadlineWriter.shorten(title, reading, limit: limit - fate.count).string + fate
  }

  private static let signed = " signed"

  /// What befell the paper: the deed's own word where it is one such as "amended".
  private var fate: String {
    if draft.rule?.id.contains("in-force") == true { return " in force" }
    let places = [draft.trigger?.lowerBound, draft.segment.first].compactMap { $0 }
    for word in places.map({ reading.text.string(reading.tokens[$0].span).lowercased() })
    where word.count > 4 && word.hasSuffix("ed") {
      return " " + word
    }
    return Self.signed
  }

  // MARK: By type

  func byType() -> String? {
    let who = joined(content.actors)
    guard !who.isEmpty else { return nil }
    let to = joined(content.recipients)
    let place = content.places.first.map { ", \($0)" } ?? ""
    let noun = Self.nouns[content.type] ?? ""
    func toward(_ from: String, _ preposition: String) -> String {
      to.isEmpty ? "\(noun) \(from) \(who)" : "\(noun) \(from) \(who) \(preposition) \(to)"
    }
    switch content.type {
    case .recognition: return to.isEmpty ? nil : "\(who) recognises \(to)"
    case .visit, .award: return toward("from", "to")
    case .meeting, .consultation, .exercise: return "\(noun) of \(who)\(place)"
    case .agreement:
      let isNamed = content.status != .occurred || PaperPhrase.isDated(draft, reading)
      let fate = isNamed ? "" : fate
      if let paper = PaperPhrase(reading: reading, draft: draft).text(limit: limit - 14),
        !fate.isEmpty || paper.contains(" ")
      {
        return paper + fate
      }
      let isInForce = draft.rule?.id.contains("in-force") == true
      return isInForce ? "\(noun) of \(who) in force" : "\(noun) of \(who)"
    case .declaration: return "\(noun) of \(who)"
    case .statement, .commemoration: return "\(noun) by \(who)"
    case .resolution:
      let isVote = draft.segment.contains {
        DeedWords.votes.contains(reading.tokens[$0].key)
      }
      return isVote ? "Vote of \(who)" : "\(noun) of \(who)"
    case .support: return to.isEmpty ? nil : "\(who) supports \(to)"
    case .membership: return to.isEmpty ? nil : "\(who) joins \(to)"
    case .aid: return toward("from", "to") + money()
    case .training: return toward("by", "for")
    case .scholarship: return toward("from", "for")
    case .trade: return "\(noun) of \(to.isEmpty ? who : "\(who) with \(to)")" + ownMoney()
    case .investment: return toward("from", "in") + money()
    case .transportLink: return to.isEmpty ? "\(noun) of \(who)" : "\(noun) from \(who) to \(to)"
    case .construction, .establishment: return toward("by", "in")
    case .arms: return to.isEmpty ? "\(noun) deal of \(who)" : "\(noun) from \(who) to \(to)"
    case .conflict: return "Fighting: \(who)"
    case .disaster: return "Disaster in \(who)"
    case .appointment: return toward("by", "to")
    case .culturalEvent: return "Cultural event of \(who)"
    case .other: return nil
    }
  }

  private func joined(_ codes: [String]) -> String {
    let all = codes.map { names[$0] ?? $0 }
    guard let last = all.last, all.count <= 3 else { return "" }
    return all.count == 1 ? last : all.dropLast().joined(separator: ", ") + " and \(last)"
  }

  /// ": US$ 14 million", as the clause writes it.
  private func money() -> String {
    var i = draft.segment.lowerBound
    while i < draft.segment.upperBound {
      if let end = reading.end(of: EventCategory.money.rawValue, at: i) {
        return ": " + HeadlineWriter.plain(i..<end, reading).string
      }
      i += 1
    }
    return ""
  }

  /// ": $28 million": of several sums in the sentence that of this deed.
  private func ownMoney() -> String {
    guard let own = content.amounts.first, content.amounts.count == 1 else { return "" }
    let found = AmountReader.found(reading, draft.sentence).first { $0.isMoney && $0.amount == own }
    return found.map { ": " + HeadlineWriter.plain($0.range, reading).string } ?? ""
  }

  private func lowered(_ text: String) -> String {
    names.values.contains { text.hasPrefix($0) }
      ? text : text.prefix(1).lowercased() + text.dropFirst()
  }

  private static let scales = SmallWords("million billion trillion thousand hundred crore lakh")
  private static let titleEnds = BlockReading.keys(". : ; (")
  /// Words with which none ends: "initialled one of them".
  private static let weakEnds = SmallWords("them it this these those ours theirs")
  /// Words with which no headline begins.
  private static let weakStarts = SmallWords(
    "of in at that were was is are be been being has have had it this these those theirs ours our"
      + " their his her its done could may might should would if when since as not which who amounted q i"
      + " i.f to for by from with under during and but or also please renewed repeated signed amended returned raised"
      + " there they we you he she what then now honestly after before on against because later again"
      + " so only very expired replaced handed")
}

extension String {
  /// Without the characters at both ends for which a test holds.
  fileprivate func trimming(_ isCut: (Character) -> Bool) -> String {
    var rest = Substring(self)
    while let first = rest.first, isCut(first) { rest.removeFirst() }
    while let last = rest.last, isCut(last) { rest.removeLast() }
    return String(rest)
  }
}
