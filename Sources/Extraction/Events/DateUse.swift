import Chronology
import Prose

/// What a date does in its clause.
enum DateUse {
  /// Dates the clause: "in May 2005".
  case adverbial
  /// Belongs to a noun to its left or right: "the visit of 11 March", "the 2018 elections".
  case nominal(head: Int)
  /// Belongs to something that is no event of the relationship, and why.
  case nested(String)
}

/// Tells what dates belong to.
enum DateUseReader {
  static func use(_ date: Int, in reading: BlockReading, _ sentence: Range<Int>) -> DateUse {
    let range = reading.dates[date].range
    let mention = reading.dates[date].mention
    let before = range.lowerBound - 1
    let start = max(sentence.lowerBound, range.lowerBound - 3)
    if (start..<range.lowerBound).contains(where: { denials.contains(reading.tokens[$0].key) }),
      !isUntil(range.lowerBound, reading)
    {
      return .nested("said not to be the date")
    }
    if let reason = byTheWay(date, in: reading, sentence) { return .nested(reason) }
    if isOfStroke(range, reading, sentence) { return .nested("the date of what is mentioned") }
    if before >= sentence.lowerBound {
      let key = reading.tokens[before].key
      if key == WordKey("of") {
        guard let head = nounBefore(before - 1, reading, sentence) else { return .adverbial }
        if isMeantDate(head, reading) { return .nested(meant) }
        // "The 150th anniversary of that day".
        if anniversaries.contains(reading.tokens[head].key) {
          return .nested("the date of what is remembered")
        }
        if isQuoted(head, reading, sentence) { return .nested("the date of what is quoted") }
        if isBackground(head, reading, sentence), !isStriking(range.upperBound, reading, sentence) {
          return mention.relation == .after ? .adverbial : .nested(ofMentioned)
        }
        return .nominal(head: head)
      }
      if key == WordKey("under")
        || key == WordKey("both") && before > sentence.lowerBound
          && reading.tokens[before - 1].key == WordKey("under")
      {
        return .nested("filed under that date")
      }
      if key == WordKey("as"), isDateOf(before, reading, sentence) {
        return .nested("said to be given as the date")
      }
      if terms.contains(key), isExtended(before, reading, sentence) {
        return .nested("the end of a term")
      }
      if mention.core.isInterval, mention.core.precision > .day,
        !Self.studies.contains(reading.tokens[range.lowerBound].key),
        let at = planFor(before, reading, sentence),
        isTitle(at - 1, reading, sentence) || isBudget(at, date, reading, sentence)
      {
        return .nested("the years of a plan or programme")
      }
      if isCited(range, reading, sentence) { return .nested("the year of what is cited") }
      if mention.core.precision == .year, isNamedFor(before, reading) {
        return .nested("part of a name")
      }
      if key == WordKey("("), range.upperBound < sentence.upperBound,
        reading.tokens[range.upperBound].key == WordKey(")")
      {
        // "The strategy (2022–2026) will be signed in spring".
        if mention.core.isInterval, mention.core.precision == .year,
          (max(sentence.lowerBound, before - 5)..<before).contains(where: {
            plans.contains(reading.tokens[$0].key)
          })
        {
          return .nested("the years of a plan or programme")
        }
        // "After the collapse of the dam (23 July) it sends tents".
        if phraseRelation(date, in: reading, sentence) == .after {
          return .nested("the date of what is mentioned")
        }
        return isQuoteEnd(reading, before - 1)
          ? .nested("the date of what is quoted")
          : .nominal(
            head: max(sentence.lowerBound, before - 1))
      }
    }
    let after = range.upperBound
    if isNamedDay(range, reading, sentence) { return .nested("a day that is given a name") }
    if after < sentence.upperBound {
      let key = reading.tokens[after].key
      if mention.core.precision == .year, isNamed(range, reading, sentence) {
        return .nested("part of a title")
      }
      if BlockReading.quotes.contains(key), before >= sentence.lowerBound,
        reading.tokens[before].key == WordKey("-")
      {
        return .nested("part of a title")
      }
      if backgrounds.contains(key), mention.relation == .at, before >= sentence.lowerBound,
        !adverbialPrepositions.contains(reading.tokens[before].key)
          || reading.tokens[before].key == WordKey("the")
      {
        return .nested(namesMentioned)
      }
      if isOfWorld(range, reading, sentence) { return .nested("part of a name") }
      if titles.contains(key) || isCalled(range, reading, sentence) {
        return .nested("part of a title")
      }
      if isOfThing(range, mention, reading, sentence) || isOwner(range, mention, reading, sentence)
      {
        return .nested("says of what time a thing is")
      }
      // "A 17th-century marriage".
      if reading.tokens[after].kind == .word, range.count > 2,
        reading.tokens[after - 1].key == WordKey("century"),
        reading.tokens[after - 2].key == WordKey("-")
      {
        return .nested("says of what time a thing is")
      }
    }
    return .adverbial
  }

  /// "In accordance with the 1982 United Nations Convention on the Law of the Sea".
  private static func isOfWorld(
    _ range: Range<Int>, _ reading: BlockReading, _ sentence: Range<Int>
  ) -> Bool {
    let after = range.upperBound
    guard range.count == 1, worlds.contains(reading.tokens[after].key) else { return false }
    return (after..<min(after + 7, sentence.upperBound)).contains {
      reading.tokens[$0].isCapitalised && DeedWords.papers.contains(reading.tokens[$0].key)
    }
  }

  private static let worlds = BlockReading.keys(
    "united un vienna geneva hague paris kyoto rome ottawa chicago montreal warsaw berne bern international"
      + " universal nuclear chemical biological ramsar basel rotterdam")

  /// "A protocol to the tax agreement of 28 February 2000".
  static func isAmended(_ head: Int, _ reading: BlockReading, _ sentence: Range<Int>) -> Bool {
    guard DeedWords.papers.contains(reading.tokens[head].key) else { return false }
    let floor = max(sentence.lowerBound + 1, head - 7)
    guard
      let the = stride(from: head - 1, through: floor, by: -1).first(where: {
        reading.tokens[$0].key == WordKey("the")
      })
    else { return false }
    let before = reading.tokens[the - 1].key
    return amending.contains(before)
      || before == WordClass.to && the - 2 >= sentence.lowerBound
        && supplements.contains(reading.tokens[the - 2].key)
  }

  private static let amending = BlockReading.keys(
    "amending replacing extending supplementing updating revising")
  private static let supplements = BlockReading.keys(
    "protocol protocols amendment amendments annex addendum supplement successor revision")

  /// "The earthquake of 25 April struck at noon": told in a clause of its own.
  private static func isStriking(_ i: Int, _ reading: BlockReading, _ sentence: Range<Int>) -> Bool
  {
    i < sentence.upperBound && striking.contains(reading.tokens[i].key)
  }

  private static let striking = BlockReading.keys(
    "happened struck hit occurred devastated destroyed killed flattened shook ravaged claimed took buried"
      + " flooded swept engulfed")

  /// "For families displaced by the landslide that buried the village in May 2024": the day of that.
  private static func isOfStroke(
    _ range: Range<Int>, _ reading: BlockReading, _ sentence: Range<Int>
  ) -> Bool {
    let first = max(sentence.lowerBound + 1, range.lowerBound - 10)
    guard first < range.lowerBound,
      let verb = (first..<range.lowerBound).last(where: {
        striking.contains(reading.tokens[$0].key)
      }),
      WordClass.relatives.contains(reading.tokens[verb - 1].key),
      !(verb..<range.lowerBound).contains(where: { reading.tokens[$0].key == WordClass.comma })
    else { return false }
    return (max(sentence.lowerBound, verb - 4)..<verb).contains {
      strokes.contains(reading.tokens[$0].key)
    }
  }

  private static let strokes = BlockReading.keys(
    "earthquake quake landslide landslides flood floods cyclone storm typhoon hurricane tsunami fire eruption"
      + " avalanche explosion attack bombing drought epidemic mudslide tornado")

  /// "Extended in March for two years and, this month, to the end of 2022": a term's end.
  private static func isExtended(_ before: Int, _ reading: BlockReading, _ sentence: Range<Int>)
    -> Bool
  {
    for i in stride(from: before - 1, through: max(sentence.lowerBound, before - 20), by: -1) {
      let key = reading.tokens[i].key
      if key == WordKey(";") { return false }
      if extending.contains(key) { return true }
    }
    return false
  }

  private static let terms = BlockReading.keys("to until till through")
  private static let extending = BlockReading.keys(
    "extended extend extends extending prolonged prolong prolongs prolonging renewed renewing")

  /// “Tansen 1954–1964”: the years that close a short title in quotation marks.
  private static func isNamed(
    _ range: Range<Int>, _ reading: BlockReading, _ sentence: Range<Int>
  ) -> Bool {
    guard range.upperBound < sentence.upperBound,
      BlockReading.quotes.contains(reading.tokens[range.upperBound].key)
    else { return false }
    for i in stride(
      from: range.lowerBound - 1, through: max(sentence.lowerBound, range.lowerBound - 8), by: -1)
    where BlockReading.quotes.contains(reading.tokens[i].key) {
      return i + 1 < range.lowerBound && reading.tokens[i + 1].isCapitalised
    }
    return false
  }

  /// "The August 7 memorial", "the 4 May square": a day by which a place is called.
  private static func isCalled(
    _ range: Range<Int>, _ reading: BlockReading, _ sentence: Range<Int>
  ) -> Bool {
    range.lowerBound > sentence.lowerBound && range.count <= 3
      && reading.tokens[range.lowerBound - 1].key == WordKey("the")
      && called.contains(reading.tokens[range.upperBound].key)
  }

  private static let called = BlockReading.keys(
    "memorial park square street avenue bridge hospital university school stadium club movement"
      + " monument boulevard")
  private static let settings = BlockReading.keys("during amid in for")

  /// "During the floods of July 2018": a time, though that of what is mentioned.
  static func isDuring(_ date: Int, in reading: BlockReading, _ sentence: Range<Int>) -> Bool {
    let start = reading.dates[date].range.lowerBound
    for i in stride(from: start - 1, through: max(sentence.lowerBound, start - 7), by: -1) {
      let token = reading.tokens[i]
      if settings.contains(token.key) { return true }
      if token.kind == .punctuation && token.key != WordKey("-") { return false }
      if verbsBetween.contains(token.key) { return false }
    }
    return false
  }

  /// Why a date is left that belongs to a noun beside it.
  static let namesMentioned = "names what is mentioned"
  static let ofMentioned = "the date of what is mentioned"

  /// "A Plan of Action for 2020–2022", "a seat for the period 2019–2020", "the latest, for 2022–2024,".
  private static func isTitle(_ at: Int, _ reading: BlockReading, _ sentence: Range<Int>) -> Bool {
    // "Elected to the Council for the term 2014–2015".
    if (at + 1..<min(at + 4, sentence.upperBound)).contains(where: {
      spells.contains(reading.tokens[$0].key)
    }) {
      return true
    }
    if at >= sentence.lowerBound, reading.tokens[at].key == WordClass.comma { return true }
    for i in stride(from: at, through: max(sentence.lowerBound, at - 9), by: -1) {
      if plans.contains(reading.tokens[i].key) { return true }
      if reading.tokens[i].kind == .punctuation, reading.tokens[i].key != WordKey("-") {
        return false
      }
    }
    return false
  }

  /// "With 4 million for 2010–2014, was opened on 3 May": years for which a sum is
  /// meant, in a sentence that tells its own date.
  private static func isBudget(
    _ at: Int, _ date: Int, _ reading: BlockReading, _ sentence: Range<Int>
  ) -> Bool {
    (max(sentence.lowerBound, at - 5)..<at).contains {
      reading.end(of: EventCategory.money.rawValue, at: $0) != nil
    }
      && reading.dates(in: sentence).contains {
        $0 != date && !reading.dates[$0].mention.core.isInterval
          && reading.dates[$0].mention.relation == .at
      }
  }

  /// The "for" of "for 2020–2022", "for the period 2019–2020".
  private static func planFor(_ before: Int, _ reading: BlockReading, _ sentence: Range<Int>)
    -> Int?
  {
    var at = before
    while at > sentence.lowerBound, periods.contains(reading.tokens[at].key) { at -= 1 }
    return reading.tokens[at].key == WordKey("for") ? at : nil
  }

  private static let studies = BlockReading.keys("academic school university")
  private static let spells = BlockReading.keys("term biennium triennium")
  private static let periods = BlockReading.keys("the period years term biennium triennium")

  /// "Gave the date of the agreement as 11 July".
  private static func isDateOf(_ at: Int, _ reading: BlockReading, _ sentence: Range<Int>) -> Bool {
    (max(sentence.lowerBound, at - 10)..<at).contains {
      reading.tokens[$0].key == WordKey("date") && reading.tokens[$0 + 1].key == WordKey("of")
    }
  }

  private static let plans = BlockReading.keys(
    "seat seats term mandate membership candidature candidacy chairmanship presidency agreement above"
      + " plan plans programme program programmes programs action strategy roadmap framework budget"
      + " operation consultations agenda schedule cooperation exchange exchanges")

  /// "The massacre at Khojaly of …": a background noun with at most a place between.
  private static func isBackground(_ head: Int, _ reading: BlockReading, _ sentence: Range<Int>)
    -> Bool
  {
    for i in stride(from: head, through: max(sentence.lowerBound, head - 4), by: -1) {
      let token = reading.tokens[i]
      if backgrounds.contains(token.key) { return true }
      if i < head, !token.isCapitalised, !smallWords.contains(token.key) { return false }
    }
    return false
  }

  private static func nounBefore(_ i: Int, _ reading: BlockReading, _ sentence: Range<Int>) -> Int?
  {
    var at = i
    while at >= sentence.lowerBound, reading.tokens[at].kind == .punctuation { at -= 1 }
    return at >= sentence.lowerBound ? at : nil
  }

  private static func isUntil(_ i: Int, _ reading: BlockReading) -> Bool {
    i > 0 && untilWords.contains(reading.tokens[i - 1].key)
  }

  private static func isQuoteEnd(_ reading: BlockReading, _ i: Int) -> Bool {
    guard i >= 0, BlockReading.quotes.contains(reading.tokens[i].key) else { return false }
    // "José “Kiluanji” Augusto": a name by which somebody goes.
    let isNickname =
      i > 2 && BlockReading.quotes.contains(reading.tokens[i - 2].key)
      && reading.tokens[i - 1].isCapitalised && reading.tokens[i - 3].isCapitalised
    return !isNickname
  }

  private static let untilWords = BlockReading.keys("until till before since than")
  static let adverbialPrepositions = BlockReading.keys(
    "in on at from during since until by between for to around about through")
  static let verbsBetween = BlockReading.keys(
    "was were is are has had have did visited signed and it he she they which when declared")
  /// Nouns whose date is theirs alone.
  static let backgrounds = BlockReading.keys(
    "earthquake earthquakes flood floods massacre tragedy genocide killings article war elections"
      + " election vintage tsunami cyclone disaster deluge report letter newspaper brief pandemic"
      + " crisis coup intake season census drought birth killing events attacks attack quake"
      + " assassination referendum resignation lockdown ruling judgment judgement verdict constitution arbitration arbitral"
      + " wildfire uprising revolution famine rising insurrection revolt rebellion bombing bombings outrage"
      + " blast shooting shootings accident crash"
  )
  static let smallWords = BlockReading.keys("at in of the near")
  static let denials = BlockReading.keys("not wrongly mistakenly erroneously")
  private static let anniversaries = BlockReading.keys(
    "anniversary anniversaries jubilee centenary bicentenary memory remembrance commemoration")
  static let titles = BlockReading.keys("edition intake edn")
}
