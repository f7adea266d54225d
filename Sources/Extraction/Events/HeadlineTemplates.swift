import Chronicle
import Diagnostics
import Prose

/// Headlines of resolutions, appointments and awards.
extension HeadlineWriter {
  /// Without what a date or aside has left behind: a bracket with no other, a joining word at the end.
  static func tidy(_ line: WordLine) -> WordLine {
    let comma = UInt8(ascii: ",")
    var line = line
    // What stood between two commas, or after the last, is left out.
    var i = 0
    while i < line.bytes.count {
      let isIdle =
        line.bytes[i] == comma && (i + 1 == line.bytes.count || line.bytes[i + 1] == comma)
      if isIdle { line.bytes.remove(at: i) } else { i += 1 }
    }
    let (open, close) = (UInt8(ascii: "("), UInt8(ascii: ")"))
    if !line.bytes.contains(open), !line.bytes.contains(close), line.isSpacedEvenly,
      let last = line.lastWord, !dangling.contains(line, last)
    {
      return line
    }
    if let first = line.bytes.firstIndex(of: open), let last = line.bytes.lastIndex(of: close),
      first < last
    {
      line = line.joined(line.words.filter { !line.isWord($0, "()") })
    } else if line.bytes.contains(where: { $0 == open || $0 == close }) {
      line.bytes.removeAll { $0 == open || $0 == close }
    }
    var words = line.words
    while let last = words.last, words.count > 2, dangling.contains(line, last) {
      words.removeLast()
    }
    var result = WordLine()
    for word in words {
      if let last = result.bytes.last, last != open, line.bytes[word.lowerBound] != close {
        result.append(" ")
      }
      result.bytes.append(contentsOf: line.bytes[word])
    }
    return result
  }

  /// "Its sixth session was held in Baku, the seventh in Ankara": "Seventh session, Ankara", with the
  /// noun of the one counted before.
  func ordinal(_ draft: Draft, _ reading: BlockReading) -> String? {
    if let sitting {
      let place = reading.entities[reading.entities(in: draft.sentence)].first {
        $0.kind == .city || $0.kind == .capital
      }
      return SittingColumn.headline(
        sitting, reading, place: place.map { reading.string($0.range) }, limit: Self.limit)
    }
    guard draft.rules.first?.hasPrefix("ellipsis/") == true,
      let at = draft.segment.prefix(4).first(where: { reading.has(.ordinal, at: $0) }),
      at + 1 >= draft.segment.upperBound || !Self.isNoun(at + 1, reading),
      let before = (max(0, at - 80)..<at).last(where: {
        reading.has(.ordinal, at: $0) && Self.isNoun($0 + 1, reading)
      })
    else { return nil }
    var end = before + 1
    while end < at, Self.isNoun(end, reading) || reading.tokens[end].key == WordKey("of") {
      end += 1
    }
    let place = reading.entities[reading.entities(in: draft.segment)].first {
      $0.kind == .city || $0.kind == .capital
    }
    let number = reading.string(at..<(at + 1))
    let noun = reading.string((before + 1)..<end)
    let whole = place.map { "\(number) \(noun), \(reading.string($0.range))" }
    return [whole, "\(number) \(noun)"].compactMap(\.self).map {
      $0.prefix(1).uppercased() + $0.dropFirst()
    }.first { $0.fits(Self.limit) }
  }

  /// A word that may be a noun: none of the small words, no verb's other form, no date.
  private static func isNoun(_ i: Int, _ reading: BlockReading) -> Bool {
    guard i < reading.tokens.count, reading.tokens[i].kind == .word,
      !reading.has(.date, at: i), !reading.has([.preposition, .conjunction], at: i)
    else { return false }
    let key = reading.tokens[i].key
    let isSmall = WordClass.relatives.contains(key) || WordClass.be.contains(key)
    return !isSmall && VerbLexicon.builtIn.entry(key).map { $0.isNoun || $0.form == .base } ?? true
  }

  /// "Senate Foreign Relations Committee resolution": the body that passed it.
  func resolution(_ draft: Draft, _ content: Content, _ reading: BlockReading) -> String? {
    // A state's vote is no resolution of its own.
    if draft.segment.contains(where: { DeedWords.votes.contains(reading.tokens[$0].key) }) {
      return nil
    }
    var start: Int?
    for i in draft.segment.lowerBound...draft.segment.upperBound {
      let isName = i < draft.segment.upperBound && reading.tokens[i].isCapitalised
      if isName {
        start = start ?? i
      } else if let from = start {
        let range = from..<i
        if range.count > 1, range.contains(where: { Self.bodies.contains(reading.tokens[$0].key) })
        {
          let body = Self.plain(range, reading).string
          let side = content.actors.count == 1 ? "\(name(content.actors[0])) " : ""
          for text in ["\(side)\(body) resolution", "\(body) resolution"]
          where text.fits(Self.limit) && !(side != "" && body.hasPrefix(side.dropLast())) {
            return text
          }
          return nil
        }
        start = nil
      }
    }
    return nil
  }

  /// "Ambassador of Pakistan arrives", where the writer speaks of himself.
  func ownVoice(_ draft: Draft, _ content: Content, _ reading: BlockReading) -> String? {
    guard let voice,
      draft.segment.contains(where: { Self.firstPerson.contains(reading.tokens[$0].key) })
    else { return nil }
    let who = voice.components(before: " to ")
    let words = draft.segment.map { reading.text.string(reading.tokens[$0].span).lowercased() }
    if words.contains("arrival") { return "\(who) arrives" }
    if words.contains("credentials") { return "\(who) presents credentials" }
    if words.contains("conclude") { return "\(who) to end mission" }
    return nil
  }

  /// "Pakistan awards Hilal-e-Pakistan": the honour is what stands in quotation marks or capitals.
  func award(_ draft: Draft, _ content: Content, _ reading: BlockReading) -> String? {
    guard content.actors.count == 1, let giver = content.actors.first,
      let honour = honour(draft, reading)
    else { return nil }
    let base = "\(name(giver)) awards \(honour)"
    if let person = content.participants.first(where: { content.recipients.contains($0.side ?? "") }
    ) {
      let whole = "\(base) to \(short(person))"
      if whole.fits(Self.limit) { return whole }
    }
    return base
  }

  private func honour(_ draft: Draft, _ reading: BlockReading) -> String? {
    let quotes = draft.segment.filter { BlockReading.quotes.contains(reading.tokens[$0].key) }
    if quotes.count >= 2, quotes[1] - quotes[0] <= 8 {
      return reading.string((quotes[0] + 1)..<quotes[1])
    }
    var best: Range<Int>?
    var start: Int?
    var hasArticle = false
    var isArticled = false
    for i in draft.segment.lowerBound...draft.segment.upperBound {
      let isName =
        i < draft.segment.upperBound && reading.tokens[i].isCapitalised
        && !reading.has(.name, at: i)
      if isName {
        start = start ?? i
      } else if let first = start {
        hasArticle = reading.tokens[first].key == WordKey("the")
        let from = hasArticle ? first + 1 : first
        let range = from..<max(from, i)
        if range.contains(where: { Self.honours.contains(reading.tokens[$0].key) }) {
          best = from..<orderEnd(from, i, reading)
          isArticled = hasArticle
        }
        start = nil
      }
    }
    return best.map { (isArticled ? "the " : "") + reading.string($0) }
  }

  /// "Order of the Sun": with what the honour is named after.
  private func orderEnd(_ start: Int, _ end: Int, _ reading: BlockReading) -> Int {
    let tokens = reading.tokens
    var i = end
    guard end - start == 1, i < tokens.count, tokens[i].key == WordKey("of") else { return end }
    i += 1
    if i < tokens.count, tokens[i].key == WordKey("the") { i += 1 }
    let name = tokens[i...].prefix(3).prefix { $0.isCapitalised }
    return name.isEmpty ? end : name.endIndex
  }
}
