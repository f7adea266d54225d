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
    /// Chosen by the text itself.
    case auto
    /// Yearless dates belong to the year told last.
    case narrative
    /// Yearless dates lie beside the document's own date.
    case news
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
  private let rules: DateRuleSet
  private let lexicon: DateLexicon
  private var monthFirst: Bool

  public init(_ settings: Settings) {
    self.settings = settings
    rules = .builtIn
    lexicon = .builtIn
    context = DateContext(reference: settings.reference)
    context.isNews = settings.mode == .news
    monthFirst = settings.locale == "en-US"
  }

  /// Reads the dates of one block.
  ///
  /// - Parameter isHeading: a year in a heading is the year of what follows.
  public mutating func read(_ tokens: [Token], of text: SourceText, isHeading: Bool)
    -> [DateMention]
  {
    let words = DateWordReader(tokens: tokens, text: text, lexicon: lexicon)
    if isHeading { context.headingYear = nil }
    var mentions: [DateMention] = []
    var i = 0
    while i < tokens.count {
      guard tokens[i].kind == .number || rules.starts.contains(tokens[i].key),
        let found = longest(at: i, words), DateFilter.isDate(found.rule, found.match.range, words)
      else {
        i += 1
        continue
      }
      if let mention = mention(found.rule, found.match, words) {
        mentions.append(mention)
        context.tell(mention.core)
        i = found.match.range.upperBound
      } else {
        i += 1
      }
    }
    mentions = withoutGlossed(mentions, words)
    if isHeading, mentions.count == 1, mentions[0].core.precision == .year,
      !mentions[0].core.isInterval, tokens.count <= 5
    {
      context.headingYear = mentions[0].core.earliest?.year
    }
    return mentions
  }

  /// "Next year i.e. in 2017" is one date: the gloss.
  private func withoutGlossed(_ mentions: [DateMention], _ words: DateWordReader)
    -> [DateMention]
  {
    guard mentions.count > 1 else { return mentions }
    var result = mentions
    for i in stride(from: mentions.count - 2, through: 0, by: -1)
    where mentions[i].basis == .relative && mentions[i + 1].basis == .explicit {
      let gap = Span(mentions[i].span.end, mentions[i + 1].span.start)
      let between = Tokenizer.tokens(of: words.text, in: gap).map(\.key)
      if between.contains(where: DateSurroundings.glossMarks.contains),
        between.allSatisfy(DateSurroundings.gloss.contains)
      {
        result.remove(at: i)
      }
    }
    return result
  }

  private func longest(at i: Int, _ words: DateWordReader) -> (
    rule: DateRule, match: TokenPattern.Match
  )? {
    var best: (rule: DateRule, match: TokenPattern.Match)?
    for number in rules.candidates(at: words.tokens[i].key) {
      let match = rules.rules[number].pattern.match(words.tokens, at: i, words)
      if let match, match.range.count > (best?.match.range.count ?? 0) {
        best = (rules.rules[number], match)
      }
    }
    return best
  }

  private mutating func mention(
    _ rule: DateRule, _ match: TokenPattern.Match, _ words: DateWordReader
  ) -> DateMention? {
    guard let production = DateProduction(rawValue: rule.make) else { return nil }
    let captures = DateProduction.Captures(match: match, words: words)
    guard let expression = production.expression(captures, monthFirst: monthFirst) else {
      return nil
    }
    let range = DateFilter.core(of: match.range, words)
    let surroundings = DateSurroundings(words: words, range: range)
    guard
      let resolved = context.resolve(expression, future: surroundings.isFuture),
      var core = EDTF(resolved.edtf)
    else { return nil }
    let mark = surroundings.qualifier
    if !mark.isEmpty, !core.isInterval, let marked = EDTF(resolved.edtf + mark) { core = marked }
    let relation = surroundings.relation
    let span = Span(words.tokens[range.lowerBound].start, words.tokens[range.upperBound - 1].end)
    var mention = DateMention(
      span: span, value: Self.value(core, relation), core: core, relation: relation,
      basis: resolved.isRelative ? .relative : .explicit, rules: [rule.id])
    if let note = resolved.note { mention.derivation.append(note) }
    if resolved.isImpossible {
      mention.flags.append("invalid_date")
      mention.derivation.append("the month has no such day")
    }
    DatePlausibility(context: context).check(&mention)
    if let gloss = surroundings.glossConflict(core, context.reference) {
      mention.flags.append("contradiction")
      mention.derivation.append(gloss)
    }
    return mention
  }

  /// The value of "since 1993", "by 2018", "after 2005".
  static func value(_ core: EDTF, _ relation: DateMention.Relation) -> EDTF {
    let text: String? =
      switch relation {
      case .since, .after: core.isInterval ? nil : "\(core.description)/.."
      case .before, .until: core.isInterval ? "../" + core.lastPart : "../\(core.description)"
      case .at, .within: nil
      }
    return text.flatMap { EDTF($0) } ?? core
  }
}

extension EDTF {
  /// What stands after the "/" of an interval, else the whole.
  var lastPart: String {
    description.split(separator: "/").last.map(String.init) ?? description
  }
}
