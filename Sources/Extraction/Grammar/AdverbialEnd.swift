import Prose

/// Where an adverbial ends that opens a clause, and its subject begins.
extension ClauseParser {
  /// What follows the last comma, or a date, of an adverbial that opens the clause.
  func afterAdverbial(_ range: Range<Int>) -> Range<Int> {
    guard let first = range.first else { return range }
    if let next = secondName(range) ?? nameBehindNoun(range) { return next..<range.upperBound }
    if WordClass.isBetweenVerbs(first, reading),
      range.count > 1
    {
      return afterAdverbial((first + 1)..<range.upperBound)
    }
    let opensWithPreposition =
      reading.has(.preposition, at: first)
      || reading.has(.dateStart, at: first)
      // "Thanks to a grant, a bridge was built", "owing to the floods".
      || range.count > 1 && Self.owings.contains(reading.tokens[first].key)
        && reading.tokens[first + 1].key == WordClass.to
    let date = reading.dates(in: range).last { endsAdverbial(reading.dates[$0].range, range) }
    if let date {
      var rest = reading.dates[date].range.upperBound..<range.upperBound
      if let next = rest.first, rest.count > 1, reading.tokens[next].key == WordClass.comma {
        rest = (next + 1)..<rest.upperBound
      }
      // "In June, at the conference, Japan pledged": a second adverbial.
      if let next = rest.first, reading.has(.preposition, at: next) {
        return afterAdverbial(rest)
      }
      return lastPhrase(rest)
    }
    // A list of names keeps its commas; an adverbial phrase behind one does not.
    guard opensWithPreposition else { return range }
    let commas = range.filter { reading.tokens[$0].key == WordClass.comma && !isInsideName($0) }
    for (number, comma) in commas.enumerated() {
      // "In Geneva, Switzerland, the ministers met": the place goes on.
      if number + 1 < commas.count, commas[number + 1] - comma <= 3 { continue }
      // "At the invitation of Dr Geingob, President of Namibia, Mr Niinistö paid": his office.
      // "Of the President of Angola, João Lourenço, the President of Brazil paid": his name.
      if number + 1 < commas.count,
        isOffice(comma + 1) && isPerson(comma - 1)
          || isPerson(comma + 1) && isNameless(range.lowerBound..<comma)
      {
        continue
      }
      let rest = (comma + 1)..<range.upperBound
      // "In June, at the conference, Japan pledged": a second adverbial.
      let isSecond = reading.has(.preposition, at: comma + 1) && commas.last != comma
      return isSecond ? afterAdverbial(rest) : rest
    }
    let phrase = lastPhrase(range)
    return phrase == range ? range.upperBound..<range.upperBound : phrase
  }

  private static let owings = BlockReading.keys("thanks owing due prior according")

  /// "After the division of Czechoslovakia Jordan recognised": the second of two names side by side.
  private func secondName(_ range: Range<Int>) -> Int? {
    let named = reading.entities[reading.entities(in: range)].filter {
      [.state, .capital, .city, .body].contains($0.kind)
    }
    guard let last = named.last, last.range.upperBound == range.upperBound,
      named.contains(where: { $0.range.upperBound == last.range.lowerBound })
    else { return nil }
    return last.range.lowerBound
  }

  private func isOffice(_ i: Int) -> Bool {
    reading.has([.kind(.office), .kind(.title)], at: i) && !reading.has(.insideName, at: i)
  }

  /// Whether a phrase names an office and not who holds it.
  private func isNameless(_ phrase: Range<Int>) -> Bool {
    phrase.contains { isOffice($0) || Self.counterparts.contains(reading.tokens[$0].key) }
      && !phrase.contains(where: isPerson)
  }

  private static let counterparts = BlockReading.keys("counterpart colleague opposite host")

  private func isPerson(_ i: Int) -> Bool { reading.has(.kind(.person), at: i) }

  /// Whether a date with its preposition stands before the subject: "in January 2021 the ministers".
  private func endsAdverbial(_ date: Range<Int>, _ range: Range<Int>) -> Bool {
    guard range.contains(date.lowerBound), date.upperBound < range.upperBound else { return false }
    var next = reading.tokens[date.upperBound]
    if next.key == WordClass.comma, date.upperBound + 1 < range.upperBound {
      next = reading.tokens[date.upperBound + 1]
    }
    let begins =
      WordClass.determiners.contains(next.key) || next.isCapitalised || next.kind == .number
      || next.kind == .word && date.lowerBound - range.lowerBound <= 4
    guard begins, !WordClass.prepositions.contains(next.key) else { return false }
    guard date.lowerBound > range.lowerBound else { return true }
    let before = reading.tokens[date.lowerBound - 1].key
    if before == WordKey("of") {
      // "After the deluge of summer 2010 my government": an adverbial with a date in it.
      let first = reading.tokens[range.lowerBound].key
      return
        (reading.has(.preposition, at: range.lowerBound)
        || WordClass.clausePrepositions.contains(first))
        && (WordClass.determiners.contains(next.key) || WordClass.subjects.contains(next.key)
          || next.isCapitalised)
    }
    return WordClass.prepositions.contains(before) || WordClass.determiners.contains(before)
  }

  /// The noun phrase at the end: from its article on.
  private func lastPhrase(_ range: Range<Int>) -> Range<Int> {
    for i in range.dropFirst().reversed() {
      let key = reading.tokens[i].key
      let before = reading.tokens[i - 1]
      if WordClass.determiners.contains(key), before.kind == .word, key != WordKey("that"),
        !WordClass.prepositions.contains(before.key), !WordClass.determiners.contains(before.key),
        !WordClass.conjunctions.contains(before.key)
      {
        return i..<range.upperBound
      }
    }
    return range
  }

  /// "After the floods Qatar Charity shipped", "under the agreement Kenyan firms built": the first word
  /// of the name behind the noun of a short adverbial.
  private func nameBehindNoun(_ range: Range<Int>) -> Int? {
    guard let first = range.first,
      Self.times.contains(reading.tokens[first].key)
        || first > 0 && Self.times.contains(reading.tokens[first - 1].key),
      let noun = range.prefix(6).dropFirst().first(where: { isHappening($0) })
    else { return nil }
    let name = noun + 1
    let isPlain = !(first + 1..<noun).contains { reading.tokens[$0].isCapitalised }
    guard isPlain, range.contains(name), reading.tokens[name].kind == .word,
      reading.tokens[name].isCapitalised,
      !(name..<range.upperBound).contains(where: { reading.has(.date, at: $0) })
    else { return nil }
    return name
  }

  private func isHappening(_ i: Int) -> Bool {
    let token = reading.tokens[i]
    return !token.isCapitalised
      && (DeedWords.disasters.contains(token.key) || DeedWords.papers.contains(token.key)
        || Self.happenings.contains(token.key))
  }

  private static let times = BlockReading.keys(
    "after before during following since under amid despite")
  /// Besides disasters and papers.
  private static let happenings = BlockReading.keys(
    "war wars conflict crisis invasion occupation revolution coup attack attacks embargo blockade"
      + " independence elections election visit visits trip summit talks meeting session conference"
      + " ceremony agreements program scheme project deal")
}
