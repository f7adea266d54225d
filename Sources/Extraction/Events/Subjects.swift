import Chronicle
import Diagnostics
import Prose

/// The words that tell one deed from another of its kind: "Khojaly", "school", "#6" of a sixth session.
enum Subjects {
  /// Skeletons of the clause's own words, sorted; states, dates and words of every page left out.
  static func of(_ draft: Draft, _ reading: BlockReading) -> [String] {
    // The deed's own words are the same for all of its kind.
    let skipped = draft.rule?.kind == .noun ? nil : draft.trigger
    let isCounted = draft.rules.first?.hasPrefix("ellipsis/") == true
    // Two papers signed in one city on one day are two.
    let common =
      [.agreement, .declaration].contains(draft.type)
      ? common.union([.kind(.capital), .kind(.city)]) : common
    func words(_ range: Range<Int>) -> [String] {
      list(range, reading, skipping: skipped, common, isCounted: isCounted)
    }
    var own = words(draft.segment)
    if own.isEmpty { own = words(draft.sentence) }
    if draft.isLabel, let title = draft.told {
      own += list(title, reading, skipping: nil, common)
    }
    if let office = office(draft, reading) { own.append("@\(office)") }
    own.sort()
    var last: String?
    own.removeAll { word in
      defer { last = word }
      return word == last
    }
    return own
  }

  /// "Prime Minister of Kenya – 2004, 2010": the office that an entry gives for a name.
  private static func office(_ draft: Draft, _ reading: BlockReading) -> String? {
    guard draft.type == .visit, draft.rule?.kind != .verb || draft.trigger == nil,
      let first = reading.entities.first(where: { draft.sentence.contains($0.range.lowerBound) }),
      first.kind == .office, first.range.lowerBound == draft.sentence.lowerBound,
      !reading.entities.contains(where: {
        $0.kind == .person && draft.sentence.contains($0.range.lowerBound)
      })
    else { return nil }
    return first.name
  }

  /// The words of a range that tell deeds apart.
  static func words(_ range: Range<Int>, _ reading: BlockReading) -> Set<String> {
    Set(list(range, reading, skipping: nil, common))
  }

  private static func list(
    _ range: Range<Int>, _ reading: BlockReading, skipping skipped: Range<Int>?,
    _ common: TokenMarks, isCounted: Bool = false
  ) -> [String] {
    var result = acronyms(range, reading)
    result.reserveCapacity(min(range.count, 16))
    var folded: [UInt8] = []
    folded.reserveCapacity(16)
    var isCounted = isCounted
    for i in range {
      let token = reading.tokens[i]
      if token.kind == .number || reading.has(.ordinal, at: i),
        let number = ordinal(at: i, reading), isCounted || self.isCounted(i, reading)
      {
        result.append("#\(number)")
        // "The seventh, first fixed for May": the first alone counts what is left out.
        isCounted = false
      }
      guard token.kind == .word, token.end - token.start > 2, !weak.contains(token.key) else {
        continue
      }
      // "Co-operation" is cooperation, and not an operation.
      if i > 1, reading.tokens[i - 2].key == WordKey("co"), reading.tokens[i - 1].key == dash {
        continue
      }
      if skipped?.contains(i) == true, !token.isCapitalised { continue }
      if reading.has(common, at: i) { continue }
      if fold(reading.text.bytes[token.start..<token.end], into: &folded) {
        if folded.count > 2 { result.append(skeleton(&folded)) }
      } else {
        let word = fold(reading.text.string(token.span))
        if word.count > 2 { result.append(skeleton(singular(word))) }
      }
    }
    return result
  }

  /// "jmc" of "Joint Ministerial Commission": in other tellings the letters stand for the name.
  private static func acronyms(_ range: Range<Int>, _ reading: BlockReading) -> [String] {
    var result: [String] = []
    var letters: [UInt8] = []
    var isBody = false
    for i in range.lowerBound...range.upperBound {
      let isName =
        i < range.upperBound && reading.tokens[i].isCapitalised && !reading.has(.determiner, at: i)
        && reading.tokens[i].kind == .word && !reading.tokens[i].isUpperCase
      if isName {
        letters.append(reading.text.bytes[reading.tokens[i].start] | 0x20)
        isBody = bodies.contains(reading.tokens[i].key)
      } else if !letters.isEmpty,
        i == range.upperBound || !linking.contains(reading.tokens[i].key)
      {
        if isBody, (3...5).contains(letters.count),
          letters.allSatisfy({ (0x61...0x7A).contains($0) })
        {
          var word = letters.map { $0 == UInt8(ascii: "y") ? UInt8(ascii: "i") : $0 }
          result.append(skeleton(&word))
        }
        letters.removeAll(keepingCapacity: true)
      }
    }
    return result
  }

  /// Nouns that name a joint body.
  static let bodies = BlockReading.keys(
    "commission committee council group board mechanism forum dialogue")
  private static let linking = BlockReading.keys("of on and for the &")

  /// 6 of "6th", "sixth" and "VI".
  private static func ordinal(at i: Int, _ reading: BlockReading) -> Int? {
    let token = reading.tokens[i]
    if token.kind == .number, i + 1 < reading.tokens.count,
      reading.tokens[i + 1].start == token.end,
      BlockReading.ordinalEndings.contains(reading.tokens[i + 1].key)
    {
      return Int(reading.text.string(token.span))
    }
    guard reading.has(.ordinal, at: i) else { return nil }
    if let number = ordinals[token.key] { return number }
    return token.isUpperCase || token.end - token.start == 1 ? romans[token.key] : nil
  }

  /// Beside a session, meeting, round, summit or commission.
  private static func isCounted(_ i: Int, _ reading: BlockReading) -> Bool {
    let near = max(0, i - 3)..<min(reading.tokens.count, i + 6)
    return near.contains { counted.contains(reading.tokens[$0].key) }
  }

  private static func singular(_ word: String) -> String {
    word.count > 4 && word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : word
  }

  /// Lower case without vowels' spelling variants: Khojaly = Khojali, Hayder = Heydar = Hyder.
  static func fold(_ word: String) -> String {
    var result = ""
    var last: Character = " "
    for scalar in word.lowercased().unicodeScalars {
      let base: Character =
        switch scalar {
        case "ı", "í", "î", "y": "i"
        case "ə", "é", "è", "ä": "e"
        case "ö", "ô": "o"
        case "ü", "û": "u"
        case "ğ": "g"
        case "ş": "s"
        case "ç": "c"
        default: Character(scalar)
        }
      guard base.isLetter || base.isNumber, base != last else { continue }
      last = base
      result.append(base)
    }
    return result
  }

  /// The same, of a word in ASCII; false for others.
  private static func fold(_ word: ArraySlice<UInt8>, into result: inout [UInt8]) -> Bool {
    result.removeAll(keepingCapacity: true)
    for byte in word {
      guard byte < 0x80 else { return false }
      var base = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      if base == UInt8(ascii: "y") { base = UInt8(ascii: "i") }
      let isLetter = (0x61...0x7A).contains(base) || base.isDigit
      if isLetter, base != result.last { result.append(base) }
    }
    return true
  }

  /// ``skeleton(_:)`` of the singular of a folded word in ASCII.
  private static func skeleton(_ word: inout [UInt8]) -> String {
    if word.count > 4, word.last == UInt8(ascii: "s") { word.removeLast() }
    let first = word[0]
    let consonants = word.count { !isVowel($0) }
    if consonants >= 2 {
      word.removeAll(where: isVowel)
      if isVowel(first) { word.insert(first, at: 0) }
    }
    return String(decoding: word, as: UTF8.self)
  }

  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"):
      true
    default: false
    }
  }

  /// First letter and consonants of a folded word: names spelt differently share them.
  static func skeleton(_ folded: String) -> String {
    let vowels = "aeiou".utf8
    var consonants = folded
    consonants.unicodeScalars.removeAll { $0.isASCII && vowels.contains(UInt8($0.value)) }
    guard consonants.unicodeScalars.count >= 2, let first = folded.utf8.first else { return folded }
    return vowels.contains(first) ? "\(folded.prefix(1))\(consonants)" : consonants
  }

  /// What stands in any clause of its kind.
  private static let common: TokenMarks = [
    .date, .kind(.state), .kind(.demonym), .kind(.office), .kind(.title),
  ]
  /// The words that are numbers of a session.
  static var ordinalWords: [WordKey] { ordinals.words + romans.words }

  private static let ordinals: WordMap<Int> = {
    let words =
      "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
      + " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
    var result = WordMap<Int>()
    for (i, word) in words.split(separator: " ").enumerated() {
      result[WordKey(String(word))] = i + 1
    }
    return result
  }()
  private static let romans: WordMap<Int> = {
    var result = WordMap<Int>()
    let words = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi"
    for (i, word) in words.split(separator: " ").enumerated() where i > 0 {
      result[WordKey(String(word))] = i + 1
    }
    return result
  }()
  private static let counted = BlockReading.keys(
    "session sessions meeting meetings round rounds summit edition commission jmc committee"
      + " consultations trilateral conference term")
  private static var dash: WordKey { "-" }
  /// Words that stand in any clause of such documents and tell nothing apart.
  private static let weak: WordSet = BlockReading.keys(
    "the and for with from that this which who was were has have had been being will would are is"
      + " its their our his her they them two both all also between during after before since until"
      + " president presidents minister ministers prime foreign former state states government"
      + " governments republic islamic country countries side sides relations relation bilateral"
      + " diplomatic cooperation visit visits visited visiting paid official working meeting meetings"
      + " met held talks sign signed signing agreement agreements agreed year years month day days"
      + " first second new joint field fields level high last next same time under into over about"
      + " more than other such between however early late mid brother brotherly lady madam mrs"
      + " general sir mister honourable excellency established establishment opened open opening"
      + " attended attend took take place when where while not only then there here made make"
      + " given give gave received announced said told part some several many each including"
      + " member members occasion invitation leaders leader capital city north south national international"
      + " treaty treaties place date"
  )
}
