import Drawing
import Layout

extension Phrase {
  /// The phrase set in a face; citations and references are links.
  func runs(_ text: PageStyle.Text, _ story: Story) -> [Run] {
    let language = story.say
    var runs: [Run] = []
    func add(_ words: String, _ font: Font, _ color: Color, _ link: LinkTarget? = nil) {
      runs += ScriptRuns.split(words, font, color, link: link, language)
    }
    var italic = text.font
    italic.italic = text.font.family == .notoSerif
    for part in glued {
      switch part {
      case .words(let words): add(words, text.font, text.color)
      case .term(let words): add(words, italic, text.color)
      case .strong(let words):
        var font = PageStyle.runIn
        font.size = min(font.size, text.font.size * 0.94)
        add(words, font, text.color)
      case .flag(let words): add(words, text.font, PageStyle.flag)
      case .cite(let ids):
        let link = ids.first.map { LinkTarget.destination("event-" + $0) }
        runs.append(
          Run(
            story.numbering.citation(ids), PageStyle.citation, PageStyle.secondary, link: link,
            note: ids.first.flatMap(story.linkNote)))
      case .source(let references):
        runs += Self.runs(
          references, size: min(7, text.font.size * 0.93), isOne: language.isRightToLeft)
      }
    }
    return runs
  }

  /// - Parameter isOne: whether the lines of one document are one run: from right to left they would
  ///   else stand before it.
  private static func runs(_ given: [SourceReference], size: Double, isOne: Bool) -> [Run] {
    let font = Font(.inter, size, tabular: true)
    let references = isOne ? joined(given) : given
    return references.enumerated().flatMap { index, reference -> [Run] in
      let own = Run(
        reference.words, font, PageStyle.secondary, link: .destination(reference.destination))
      guard index > 0 else { return [own] }
      let sameDocument = !reference.words.contains(" ") && !reference.words.contains("\u{A0}")
      return [Run(sameDocument ? ", " : "; ", font, PageStyle.secondary), own]
    }
  }

  private static func joined(_ references: [SourceReference]) -> [SourceReference] {
    var result: [SourceReference] = []
    for reference in references {
      if !result.isEmpty, !reference.words.contains("\u{A0}"), !reference.words.contains(" ") {
        result[result.count - 1].words += ",\u{A0}" + reference.words
      } else {
        result.append(reference)
      }
    }
    return result
  }
}

/// Text in the faces and directions of its scripts.
///
/// On a page from right to left, words in Latin letters (headlines, names, quotations) keep their
/// face and their direction, with the digits, spaces and marks between them; all else is set in the
/// language's own face.
enum ScriptRuns {
  static func split(
    _ words: String, _ font: Font, _ color: Color, link: LinkTarget? = nil, _ language: Language
  ) -> [Run] {
    guard language.isRightToLeft else { return [Run(words, font, color, link: link)] }
    return segments(words).map { text, isLatin in
      Run(text, isLatin ? font : own(font), color, link: link, rightToLeft: !isLatin)
    }
  }

  /// The face for a language that runs from right to left, larger for its small letters.
  static func own(_ font: Font) -> Font {
    let weight: Font.Weight = font.weight == .regular ? .regular : .bold
    return Font(.notoNaskhArabic, font.size * 1.14, weight)
  }

  /// Stretches of Latin words, from first letter to last, with quotation marks around them, and what
  /// stands between.
  static func segments(_ words: String) -> [(text: String, isLatin: Bool)] {
    let characters = Array(words)
    var result: [(text: String, isLatin: Bool)] = []
    func add(_ range: Range<Int>, _ isLatin: Bool) {
      if !range.isEmpty { result.append((String(characters[range]), isLatin)) }
    }
    var done = 0
    var index = 0
    while index < characters.count {
      if characters[index] == isolate, let end = characters[index...].firstIndex(of: "\u{2069}") {
        add(done..<index, false)
        add((index + 1)..<end, true)
        (done, index) = (end + 1, end + 1)
        continue
      }
      guard opensLatin(characters, index) else {
        index += 1
        continue
      }
      let end = endOfLatin(characters, index)
      add(done..<index, false)
      add(index..<end, true)
      (done, index) = (end, end)
    }
    add(done..<characters.count, false)
    return result
  }

  /// Where Latin words end: after the last letter before what is of the page's own script, with a
  /// number that is part of a word, and the brackets and quotation marks that they opened.
  private static func endOfLatin(_ characters: [Character], _ start: Int) -> Int {
    var end = start + 1
    var next = end
    var open = 0
    while next < characters.count, characters[next] != isolate, !isRightToLeft(characters[next]) {
      let character = characters[next]
      if character == ")", open == 0 { break }
      if character == "(" { open += 1 }
      let closes = closers.contains(character) || character == ")"
      if character == ")" { open -= 1 }
      if isLatin(character) || closes || character.isNumber && end == next { end = next + 1 }
      next += 1
    }
    return end
  }

  private static let closers: Set<Character> = ["”", "’"]
  private static let isolate: Character = "\u{2066}"

  /// A Latin letter, a number that is part of a word, or a quotation mark before what is not of the
  /// page's own script: “2106”.
  private static func opensLatin(_ characters: [Character], _ index: Int) -> Bool {
    if isLatin(characters[index]) { return true }
    if characters[index].isNumber {
      return characters[index...].first { !$0.isNumber }.map(isLatin) == true
    }
    guard characters[index] == "“" else { return false }
    let inner = characters[(index + 1)...].prefix { $0 != "”" }
    return !inner.contains(where: isRightToLeft)
  }

  private static func isLatin(_ character: Character) -> Bool {
    character.isLetter && !isRightToLeft(character)
  }

  private static func isRightToLeft(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { (0x590...0x8FF).contains($0.value) } == true
  }
}
