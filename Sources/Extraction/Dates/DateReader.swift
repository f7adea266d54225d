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
  }

  public struct Settings: Sendable {
    /// The document's own day.
    public var reference: Day?
    public var mode: Mode
    /// `en-US` reads 3/4/2015 as March.
    public var locale: String

    public init(reference: Day? = nil, mode: Mode = .auto, locale: String = "en-GB") {
      self.reference = reference
      self.mode = mode
      self.locale = locale
    }
  }

  private var context: DateContext
  private let settings: Settings
  private let grammar: DateGrammar
  private let loan: DateScannerLoan
  private var monthFirst: Bool

  public init(_ settings: Settings) { self.init(settings, grammar: .builtIn) }

  init(_ settings: Settings, grammar: DateGrammar) {
    self.settings = settings
    self.grammar = grammar
    loan = DateScannerLoan(grammar)
    context = DateContext(reference: settings.reference)
    context.mode = settings.mode == .auto ? .narrative : settings.mode
    monthFirst = settings.locale == "en-US"
  }

  /// Reads the dates of one block.
  ///
  /// - Parameter isHeading: a year in a heading is the year of what follows.
  public mutating func read(_ tokens: [Token], of text: SourceText, isHeading: Bool)
    -> [DateMention]
  {
    if isHeading { context.headingYear = nil }
    context.beginBlock()
    var finder = DateFinder(
      grammar: grammar, scanner: loan.scanner, text: text, tokens: tokens)
    finder.monthFirst = monthFirst
    finder.isCatalogue = settings.mode == .catalogue
    var mentions: [DateMention] = []
    for found in finder.find() {
      guard let mention = mention(found, tokens, text) else { continue }
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

  private mutating func mention(_ found: FoundDate, _ tokens: [Token], _ text: SourceText)
    -> DateMention?
  {
    let range = DateSurroundings.core(of: found.range, tokens)
    let surroundings = DateSurroundings(tokens: tokens, text: text, range: range)
    let hints = surroundings.hints
    let resolver = DateResolver(context: context, hints: hints)
    guard let value = resolver.value(of: found.expression), var core = value.edtf else {
      return nil
    }
    context.tell(value)
    if let marked = surroundings.qualified(core) { core = marked }
    let relation = surroundings.relation
    let span = Span(tokens[range.lowerBound].start, tokens[range.upperBound - 1].end)
    var mention = DateMention(
      span: span, value: DateSurroundings.value(core, value.part, relation), core: core,
      relation: relation, basis: value.isRelative ? .relative : .explicit, flags: value.flags,
      rules: found.rules, derivation: value.notes)
    DatePlausibility(context: context).check(&mention)
    if let gloss = surroundings.glossConflict(core, context.reference) {
      mention.flags.append("contradiction")
      mention.derivation.append(gloss)
    }
    return mention
  }
}
