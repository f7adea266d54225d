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
    /// The built-in rules, perhaps with a user's own.
    public var rules = DateRules.builtIn

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

  public init(_ settings: Settings) {
    self.settings = settings
    grammar = settings.rules.grammar
    loan = DateScannerLoan(grammar)
    context = DateContext(reference: settings.reference)
    context.mode = settings.mode == .auto ? .narrative : settings.mode
    chooser = DateModeChooser(
      reference: settings.reference, bearsDate: settings.bearsDate)
    monthFirst = settings.monthFirst ?? (settings.locale == "en-US")
  }

  /// Reads the dates of one block.
  ///
  /// - Parameters:
  ///   - isHeading: a year in a heading is the year of what follows.
  ///   - isEntry: a list item or the row of a table.
  public mutating func read(
    _ tokens: [Token], of text: SourceText, isHeading: Bool, isEntry: Bool = false
  ) -> [DateMention] {
    if isHeading { context.headingYear = nil }
    context.beginBlock()
    var finder = DateFinder(
      grammar: grammar, scanner: loan.scanner, text: text, tokens: tokens)
    finder.monthFirst = monthFirst
    finder.isCatalogue = settings.mode == .catalogue
    let found = finder.find()
    choose(found, isHeading, isEntry)
    var mentions: [DateMention] = []
    var sentences = SentenceWalk(tokens: tokens)
    var last: (range: Range<Int>, precision: Precision)?
    for date in found {
      if settings.mode == .catalogue, !mentions.isEmpty { break }
      if sentences.go(to: date.range.lowerBound) {
        context.beginSentence()
        last = nil
      }
      let isInitial = sentences.words(before: date.range.lowerBound) <= 3
      guard
        var mention = mention(
          date,
          .init(
            isInitial: isInitial, isFirst: mentions.isEmpty,
            isWithinTold: stands(date, within: last, tokens)), tokens, text)
      else { continue }
      last = (date.range, mention.core.precision)
      if settings.mode == .catalogue {
        let next = found.first { $0.range.lowerBound >= date.range.upperBound }
        let statement = CatalogueStatement(
          tokens: tokens, range: date.range, next: next?.range.lowerBound ?? tokens.count)
        mention.core = statement.qualified(mention.core)
        mention.value = mention.core
        mention.span = statement.span
      }
      sentences.pass(date.range)
      mentions.append(mention)
    }
    mentions = DateGloss.withoutGlossed(mentions, text)
    if isHeading, mentions.count == 1, mentions[0].core.precision == .year,
      !mentions[0].core.isInterval, tokens.count <= 5
    {
      context.headingYear = mentions[0].core.earliest?.year
    }
    return mentions
  }

  /// "2017, when he attended the summit on 1 March": "when" stands right behind the year.
  private func stands(
    _ date: FoundDate, within last: (range: Range<Int>, precision: Precision)?, _ tokens: [Token]
  ) -> Bool {
    guard let last, last.precision == .year else { return false }
    return (last.range.upperBound..<min(last.range.upperBound + 2, date.range.lowerBound)).contains
    {
      tokens[$0].key == WordKey("when")
    }
  }

  private mutating func choose(_ found: [FoundDate], _ isHeading: Bool, _ isEntry: Bool) {
    let mode = chooser.mode(
      of: found, isHeading: isHeading, isEntry: isEntry, hasYear: context.headingYear != nil)
    context.bearsDate = chooser.bearsDate || settings.mode != .auto
    if settings.mode == .auto { context.mode = mode }
  }

  private mutating func mention(
    _ found: FoundDate, _ place: DateContext.Place, _ tokens: [Token], _ text: SourceText
  ) -> DateMention? {
    let range = DateSurroundings.core(of: found.range, tokens)
    let surroundings = DateSurroundings(tokens: tokens, text: text, range: range)
    var hints = surroundings.hints
    hints.isWithinTold = place.isWithinTold
    let resolver = DateResolver(context: context, hints: hints)
    guard let value = resolver.value(of: found.expression), var core = value.edtf else {
      return nil
    }
    var place = place
    place.isAside =
      surroundings.isLimit || found.expression.isSpan
      || !place.isInitial && (hints.isFuture || surroundings.isInBrackets)
    let teller = context
    if settings.mode != .catalogue, let marked = surroundings.qualified(core) { core = marked }
    let relation = surroundings.relation
    let span = Span(tokens[range.lowerBound].start, tokens[range.upperBound - 1].end)
    var mention = DateMention(
      span: span, value: DateSurroundings.value(core, value.part, relation), core: core,
      relation: relation, basis: value.isRelative ? .relative : .explicit, flags: value.flags,
      rules: found.rules, derivation: value.notes, mode: context.mode)
    if isAmbiguous(found) {
      mention.flags.append("ambiguous_order")
      let order = monthFirst ? "month" : "day"
      mention.derivation.append(
        "\(order) first, as \(settings.locale) writes; the text shows neither")
    }
    DatePlausibility(context: teller).check(&mention)
    // A misprint is no year to go on from; what it stands for is.
    if !mention.flags.contains("implausible_year") {
      context.tell(value, place)
    } else if let meant = mention.proposal?.value.start {
      context.tell(DateValue(meant), place)
    }
    if !hints.isFuture, case .either = found.expression,
      tokens[range].contains(where: { $0.key == WordKey("or") })
    {
      mention.flags.append("contradiction")
      mention.derivation.append("the text leaves both open")
    }
    if let gloss = surroundings.glossConflict(core, context.reference) {
      mention.flags.append("contradiction")
      mention.derivation.append(gloss)
    }
    return mention
  }

  /// A numeric date that can be read both ways, in a text that does not show which.
  private func isAmbiguous(_ found: FoundDate) -> Bool {
    guard settings.monthFirst == nil, found.rules.first == "time/numeric",
      case .calendar(let date) = found.expression, let month = date.month, let day = date.day
    else { return false }
    return day <= 12 && month <= 12 && day != month
  }
}
