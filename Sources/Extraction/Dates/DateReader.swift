public import Chronology
public import Diagnostics
public import Prose

/// Reads the date expressions of a document, block by block, in order.
///
/// In: the tokens of one block. Out: its dates with their values, in order, none overlapping. Keeps
/// what has been told, for words such as "the following March".
public struct DateReader {
  /// How a text gives values to words that leave something out.
  public enum Mode: String, Sendable, CaseIterable {
    /// Chosen by the text itself, for each section.
    case auto
    /// Yearless dates belong to the year told last.
    case narrative
    /// Yearless dates lie beside the document's own date.
    case news
    /// Entries below headings that give their year.
    case chronology
    /// Entries that have nothing to do with each other.
    case list
    /// Letters and minutes: yearless dates lie before the document's own.
    case archive
    /// The whole text is one date statement.
    case catalogue

    /// "news", "a narrative": to finish "is read as …".
    var words: String {
      switch self {
      case .auto, .news, .archive: self == .archive ? "letters" : "news"
      case .narrative: "a narrative"
      case .chronology: "a chronology"
      case .list: "a list"
      case .catalogue: "a catalogue's statement"
      }
    }
  }

  public struct Settings: Sendable {
    /// The document's own day.
    public var reference: Day?
    public var mode: Mode
    /// `en-US` reads 3/4/2015 as March.
    public var locale: String
    /// The reference date stands in the document. Otherwise it is looked for in its first blocks:
    /// in a book of history, "last week" leans on the story.
    public var bearsDate: Bool
    /// 3/4/2015 is March, as the text's clear dates show; nil: as the locale has it, flagged.
    public var monthFirst: Bool?
    /// Seasons are those of the southern half of the world: summer begins in December.
    public var isSouthern = false
    /// The first month of fiscal years, where the text says it; nil: April.
    public var fiscalStart: Int?
    /// The year that a text says it covers: "Annual note 2021".
    public var reportYear: Int?
    /// The states that the text is about, by their codes.
    var parties: [String] = []
    /// The built-in rules, perhaps with a user's own.
    public var rules = DateRules.builtIn

    /// Takes from a whole text what its parts do not show: the order of numeric dates, where it is not
    /// set, and when fiscal years begin.
    ///
    /// - Parameter own: the text's own order.
    mutating func learn(from text: [UInt8], monthFirst own: Bool?) {
      monthFirst = monthFirst ?? own
      fiscalStart = FiscalStart.month(in: text)
      reportYear = ReportYear.year(in: text)
    }

    public init(
      reference: Day? = nil, mode: Mode = .auto, locale: String = "en-GB", bearsDate: Bool = false
    ) {
      self.reference = reference
      self.mode = mode
      self.locale = locale
      self.bearsDate = bearsDate
    }
  }

  private var context: DateContext
  private let settings: Settings
  private let grammar: DateGrammar
  private let loan: DateScannerLoan
  private let monthFirst: Bool
  private var chooser: DateModeChooser
  /// The end of the date read last, where it stands in an aside that a mark closes.
  private var aside: Int?
  /// The block before ended with a question mark.
  private var wasQuestion = false

  public init(_ settings: Settings) {
    self.settings = settings
    grammar = settings.rules.grammar
    loan = DateScannerLoan(grammar)
    context = DateContext(reference: settings.reference)
    context.mode = settings.mode == .auto ? .narrative : settings.mode
    context.isSouthern = settings.isSouthern
    context.fiscalStart = settings.fiscalStart
    context.reportYear = settings.reportYear
    chooser = DateModeChooser(
      reference: settings.reference, bearsDate: settings.bearsDate)
    monthFirst = settings.monthFirst ?? (settings.locale == "en-US")
  }

  /// Reads the dates of one block.
  ///
  /// - Parameters:
  ///   - isHeading: a year in a heading is the year of what follows.
  ///   - isEntry: a list item or the row of a table.
  ///   - year: the year of a row, in a cell above that reaches down to it.
  public mutating func read(
    _ tokens: [Token], of text: SourceText, isHeading: Bool, isEntry: Bool = false,
    year: Int? = nil
  ) -> [DateMention] {
    tokens.withUnsafeBufferPointer { tokens in
      text.bytes.withUnsafeBufferPointer { bytes in
        let words = BlockWords(tokens: tokens, bytes: bytes)
        return DateJoint.joined(
          DateGloss.withoutGlossed(read(words, isHeading, isEntry, year), text), text)
      }
    }
  }

  private mutating func read(
    _ words: BlockWords, _ isHeading: Bool, _ isEntry: Bool, _ year: Int?
  ) -> [DateMention] {
    if isHeading {
      context.headingYear = nil
      context.isOfPlans = DateTense.headsPlans(words)
      context.beginSection()
    }
    // The answer goes on from the question.
    if !wasQuestion || isHeading { context.beginBlock() }
    context.entryYear = year
    wasQuestion = words.key(words.tokens.count - 1) == Self.question
    let found = find(words, hasYear: context.headingYear != nil || year != nil)
    choose(found, isHeading, isEntry)
    if found.isEmpty { return [] }
    let isChapter = isHeading || Self.isChapter(words)
    if isChapter { context.chapterEnd = nil }
    aside = nil
    var mentions: [DateMention] = []
    mentions.reserveCapacity(found.count)
    /// So many of them gave their dates to what happened then.
    var learnt = 0
    var sentences = SentenceWalk(tokens: words.tokens)
    for date in found {
      if settings.mode == .catalogue, !mentions.isEmpty { break }
      if sentences.go(to: date.range.lowerBound) {
        context.beginSentence()
        if sentences.passedPerfect { context.leaveStory() }
      } else if let aside, aside < date.range.lowerBound,
        isClosed(aside..<date.range.lowerBound, words)
      {
        context.leaveAside()
      }
      if date.expression.leansOnOccasion {
        context.occasions.assumeIndependence(
          of: settings.parties, beside: date.range.lowerBound, words)
        context.occasions.learn(
          mentions[learnt...], of: words, before: date.range.lowerBound)
        learnt = mentions.count
      }
      let isInitial = sentences.hasFewWords(3, before: date.range.lowerBound)
      let place = DateContext.Place(
        isInitial: isInitial,
        isOpening: isInitial && sentences.hasFewWords(0, before: date.range.lowerBound),
        isFirst: mentions.isEmpty, isCited: isHeading)
      guard read(date, place, words, into: &mentions) else { continue }
      sentences.pass(date.range)
      if isEntry, mentions.count == 1, isInitial, let year = mentions[0].singleYear {
        context.entryYear = year
      }
      if settings.mode == .catalogue {
        let next = found.first { $0.range.lowerBound >= date.range.upperBound }
        let statement = CatalogueStatement(
          tokens: words.tokens, range: date.range,
          next: next?.range.lowerBound ?? words.tokens.count)
        mentions[mentions.count - 1].take(statement)
      }
    }
    context.occasions.learn(mentions[learnt...], of: words, before: words.tokens.count)
    if isChapter { head(with: mentions, words, isHeading) }
    if isEntry || context.mode == .chronology {
      DayCompletion(words: words).complete(&mentions)
    }
    return mentions
  }

  /// The dates of a block, before a context gives them values.
  private func find(_ words: BlockWords, hasYear: Bool) -> [FoundDate] {
    var finder = DateFinder(grammar: grammar, scanner: loan.scanner, words: words)
    finder.monthFirst = monthFirst
    finder.isCatalogue = settings.mode == .catalogue
    finder.century = .init(
      reference: settings.reference?.year,
      named: context.told.flatMap { $0.isNear || !context.bearsDate ? $0.date.year : nil })
    finder.hasYear = hasYear
    return DateForesight(tokens: words.tokens).dated(finder.find())
  }

  /// Whether a mark that closes an aside stands among tokens.
  private func isClosed(_ range: Range<Int>, _ words: BlockWords) -> Bool {
    range.contains { Self.closings.contains(words.tokens[$0].key) }
  }

  /// Takes the years of a heading for what stands below it.
  private mutating func head(
    with mentions: [DateMention], _ words: BlockWords, _ isHeading: Bool
  ) {
    if isHeading, mentions.count == 1, words.tokens.count <= 5 {
      context.headingYear = mentions[0].headingYear(in: words.tokens)
    }
    if let date = isHeading ? mentions.last : mentions.first {
      context.chapterEnd = date.chapterEnd(in: words.tokens)
    }
  }

  /// "2003: The invasion", a short line and no sentence.
  private static func isChapter(_ words: BlockWords) -> Bool {
    words.tokens.count <= longestChapter && words.key(1) == colon
      && words.tokens[0].kind == .number && words.tokens[words.tokens.count - 1].key != stop
  }

  private static let longestChapter = 12
  private static var colon: WordKey { ":" }
  private static var stop: WordKey { "." }

  private mutating func choose(_ found: [FoundDate], _ isHeading: Bool, _ isEntry: Bool) {
    let mode = chooser.mode(
      of: found, isHeading: isHeading, isEntry: isEntry, hasYear: context.headingYear != nil)
    context.bearsDate = chooser.bearsDate || settings.mode != .auto
    if settings.mode == .auto { context.mode = mode }
  }

  /// Adds what a date means to the others; false where it means nothing.
  private mutating func read(
    _ found: FoundDate, _ place: DateContext.Place, _ words: BlockWords,
    into mentions: inout [DateMention]
  ) -> Bool {
    let tokens = words.tokens
    let range = DateSurroundings.core(of: found.range, tokens)
    let surroundings = DateSurroundings(words: words, range: range)
    let tense = DateTense(words: words, range: range)
    let hints = tense.hints(of: found.expression, in: context)
    var leaning = context
    if surroundings.isSouthern { leaning.isSouthern = true }
    if found.expression.isYearless, surroundings.isCountedFromNow { leaning.forget() }
    let resolver = DateResolver(context: leaning, hints: hints)
    guard let value = resolver.value(of: found.expression), var core = value.edtf else {
      return false
    }
    let place = self.place(place, of: found, surroundings, tense, hints)
    aside = place.isClosed && place.isAside ? range.upperBound : nil
    if settings.mode != .catalogue, let marked = surroundings.qualified(core) { core = marked }
    let relation = surroundings.relation
    let span = Span(tokens[range.lowerBound].start, tokens[range.upperBound - 1].end)
    mentions.append(
      DateMention(
        span: span, value: DateSurroundings.value(core, value.part, relation), core: core,
        relation: found.expression.isDeadline ? .within : relation,
        basis: value.isRelative ? .relative : .explicit, flags: value.flags,
        rules: found.rules, derivation: value.notes, mode: context.mode))
    if tokens[range].contains(where: {
      Self.misspeltMask & $0.key.bit != 0 && Self.misspelt.contains($0.key)
    }) {
      mentions[mentions.count - 1].flags.append("misspelt")
    }
    let contradictions = contradictions(of: found, value, core, surroundings, hints)
    if contradictions.isEmpty, !isAmbiguous(found),
      !DatePlausibility.isLate(core.earliest, context.reference),
      value.isRelative || !DatePlausibility.isToldTooEarly(core, context.reference, tense)
    {
      // A letter counts "inst." and "ult." from its own day, each by itself.
      if !found.expression.isOfLetters, !surroundings.isOwner { context.tell(value, place) }
      if relation == .since {
        if value.isRelative {
          context.comeToNow(from: core.earliest)
        } else if tense.isUntilNow {
          context.comeToNow()
        }
      }
    } else {
      doubt(&mentions[mentions.count - 1], found, value, place, tense, contradictions)
    }
    return true
  }

  /// Where a date stands, by the words around it.
  private func place(
    _ place: DateContext.Place, of found: FoundDate, _ surroundings: DateSurroundings,
    _ tense: DateTense, _ hints: DateContext.Hints
  ) -> DateContext.Place {
    var place = place
    let isInBrackets = surroundings.isInBrackets
    let isBeside = surroundings.isBeside
    // "(1990) …" opens its sentence, "The envoy (1901–1970)" does not.
    if isInBrackets { place.isInitial = place.isInitial && place.isOpening }
    place.isClosed =
      isInBrackets || isBeside || surroundings.isInRelativeClause && tense.isBack
      || !place.isInitial && surroundings.isInParticipialAside
    place.isByTheWay =
      context.mode == .news && !place.isInitial
      && (surroundings.isInParticipialAside || surroundings.relative != nil && tense.isBack)
    place.isAside =
      surroundings.isLimit || found.expression.isSpan || isBeside
      || !place.isInitial && (place.isClosed || hints.isFuture || isFlashback(found, tense))
    // A heading such as "From 1956" gives a period, no year to go on from.
    place.isCited =
      place.isCited
      && (surroundings.relation != .at
        || surroundings.words.key(surroundings.range.lowerBound - 1) == Self.from)
      || found.isCited
      || !place.isInitial && tense.isPerceived
    return place
  }

  /// "Construction had begun in August 2011": the next sentence goes on where the story was.
  private func isFlashback(_ found: FoundDate, _ tense: DateTense) -> Bool {
    guard case .calendar(let date) = found.expression, let year = date.year else { return false }
    let now = context.told?.date.year ?? context.reportYear
    return now.map { year < $0 } == true && tense.isBack
  }

  /// What speaks against a date in the words that tell it.
  private func contradictions(
    of found: FoundDate, _ value: DateValue, _ core: EDTF, _ surroundings: DateSurroundings,
    _ hints: DateContext.Hints
  ) -> [String] {
    var contradictions: [String] = []
    if !hints.isFuture, found.expression.leavesOpen,
      surroundings.words.tokens[surroundings.range].contains(where: { $0.key == Self.or })
    {
      contradictions.append("the text leaves both open")
    }
    if !value.isRelative, let gloss = surroundings.glossConflict(core, context.reference) {
      contradictions.append(gloss)
    }
    return contradictions
  }

  /// Says of a date what is doubtful about it.
  private mutating func doubt(
    _ mention: inout DateMention, _ found: FoundDate, _ value: DateValue,
    _ place: DateContext.Place, _ tense: DateTense, _ contradictions: [String]
  ) {
    if isAmbiguous(found) {
      mention.flags.append("ambiguous_order")
      let order = monthFirst ? "month" : "day"
      mention.derivation.append(
        "\(order) first, as \(settings.locale) writes; the text shows neither")
    }
    DatePlausibility(context: context).check(&mention, tense)
    // A misprint is no year to go on from; what it stands for is.
    if !mention.flags.contains("implausible_year") {
      context.tell(value, place)
    } else if let meant = mention.proposal?.value.start {
      context.tell(DateValue(meant), place)
    }
    for contradiction in contradictions {
      mention.flags.append("contradiction")
      mention.derivation.append(contradiction)
    }
  }

  private static let misspeltMask = misspelt.reduce(UInt64(0)) { $0 | $1.bit }
  private static let misspelt = DateLexicon.builtIn.singleWords(of: .misspelt)
  private static let closings = BlockReading.keys(", ) -")
  private static var from: WordKey { "from" }
  private static var or: WordKey { "or" }
  private static var question: WordKey { "?" }

  /// A numeric date that can be read both ways, in a text that does not show which.
  private func isAmbiguous(_ found: FoundDate) -> Bool {
    guard settings.monthFirst == nil, found.rules.first == "time/numeric",
      case .calendar(let date) = found.expression, let month = date.month, let day = date.day
    else { return false }
    return day <= 12 && month <= 12 && day != month
  }
}

extension DateMention {
  /// Takes the doubt of the whole statement, and all its words.
  fileprivate mutating func take(_ statement: CatalogueStatement) {
    core = statement.qualified(core)
    value = core
    span = statement.span
  }
}
