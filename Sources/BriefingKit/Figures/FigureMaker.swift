public import Analytics
public import Charts
public import Chronicle
import Chronology
public import Drawing

/// What an earlier edition counted.
public struct PreviousCounts: Sendable {
  /// How it is called: "edition 1".
  public var name: String
  public var counted: [Domain: Int]

  public init(name: String, counted: [Domain: Int]) {
    self.name = name
    self.counted = counted
  }

  /// Those of the edition that this one is compared with; nil where they are not known.
  init?(_ baseline: Edition.Baseline?, _ say: Language) {
    guard let baseline, !baseline.counted.isEmpty else { return nil }
    name = say.string(.edition, ["n": baseline.number]).lowercased()
    counted = baseline.counted
  }
}

/// The years that figures are limited to.
struct FigurePeriod {
  var years: ClosedRange<Int>
  /// How many events begin in other years, or have none.
  var left: Int

  /// Limits a ledger to the events that begin in these years.
  init(_ years: ClosedRange<Int>, of ledger: inout Ledger) {
    let all = ledger.events.count
    ledger.events = ledger.events.filter { Placement($0).year.map(years.contains) ?? false }
    if let day = ledger.asOf, !years.contains(day.year) { ledger.asOf = nil }
    self.years = years
    left = all - ledger.events.count
  }

  /// "1991–2004 only, 43 other events left out".
  func words(_ say: Language) -> String {
    say.string(.figPeriod, ["years": FigureWords.years(years), "n": left])
  }
}

/// Makes the figures of a ledger, each in the form that a slide or a page needs.
public struct FigureMaker {
  public let ledger: Ledger
  public let tally: Tally
  let measurer: any TextMeasurer
  let theme: Theme
  /// What the figures say is said in this language.
  let say: Language
  /// The number of each event in the chronology.
  let numbers: [String: Int]
  /// Names of sides by code; few figures need one.
  let names: Late<[String: String]>
  let previous: PreviousCounts?
  /// Set where the ledger is one of some years only.
  var period: FigurePeriod?
  /// The acts between the two sides; none without sides.
  let acts: [Act]
  /// The last day of each document that has a date, by its id.
  let documentDays: [String: Day]
  /// The events that happened within each, by its id.
  let outcomes: [String: [Event]]
  let headlines: Headlines
  /// Whether the chronology that numbers refer to stands in the same paper.
  var hasChronology = true
  /// The occasion that brought most of the counted events of the peak year, if three at least.
  let peakOccasion: (occasion: Occasion, placements: [Placement])?

  /// - Parameters:
  ///   - numbers: by event id; nil: the ledger's own order from 1.
  ///   - names: of sides by code: `PAK` → "Pakistan"; a code without one stands for itself.
  ///   - language: of what the figures say; headlines stay as they are.
  public init(
    ledger: Ledger, measurer: any TextMeasurer, theme: Theme = .light,
    numbers: [String: Int]? = nil,
    names: @autoclosure @escaping @Sendable () -> [String: String] = [:],
    previous: PreviousCounts? = nil, language: Language = Language("en-GB")
  ) {
    self.init(
      ledger: ledger, measurer: measurer, theme: theme, numbers: numbers, names: names(),
      previous: previous, language: language, headlines: Headlines(ledger.events, language))
  }

  /// - Parameter headlines: of the ledger's events, where they are known already.
  init(
    ledger: Ledger, measurer: any TextMeasurer, theme: Theme, numbers: [String: Int]?,
    names: @autoclosure @escaping @Sendable () -> [String: String],
    previous: PreviousCounts? = nil, language: Language, headlines: Headlines
  ) {
    self.ledger = ledger
    self.measurer = measurer
    self.theme = theme
    say = language
    self.names = Late(names())
    self.previous = previous
    tally = Tally(ledger)
    acts =
      ledger.parties.count == 2 ? tally.acts(ledger.parties[0], ledger.parties[1]) : []
    self.headlines = headlines
    documentDays = Dictionary(
      ledger.documents.compactMap { document in
        document.date?.latest.map { (document.id, $0) }
      }, uniquingKeysWith: max)
    let occasions = tally.occasions
    outcomes = Dictionary(
      occasions.map { ($0.id, $0.outcomes) }, uniquingKeysWith: { first, _ in first })
    peakOccasion = FigureMaker.peakOccasion(tally, occasions)
    self.numbers =
      numbers
      ?? Dictionary(
        ledger.events.enumerated().map { ($0.element.id, $0.offset + 1) },
        uniquingKeysWith: { first, _ in first })
  }

  /// The headline of an event and its date.
  func title(_ event: Event) -> String { Self.title(event, headlines, words, dates) }

  static func title(
    _ event: Event, _ headlines: Headlines, _ words: FigureWords, _ dates: FigureDates
  ) -> String {
    words.series(
      [words.told(headlines.of(event))] + (event.drawnDate.map { [dates.words($0)] } ?? []))
  }

  var words: FigureWords { FigureWords(say: say) }

  /// A headline on one line, as it is printed.
  func headline(_ event: Event) -> String { words.told(headlines.of(event)) }

  var dates: FigureDates { FigureDates(say: say) }

  private static func peakOccasion(
    _ tally: Tally, _ occasions: [Occasion]
  ) -> (occasion: Occasion, placements: [Placement])? {
    guard tally.peak.years.count == 1, let year = tally.peak.years.first else { return nil }
    let inYear = Dictionary(
      tally.placements(in: .counted).filter { $0.year == year }.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first })
    var best: (occasion: Occasion, placements: [Placement])?
    for occasion in occasions {
      let found = ([occasion.event] + occasion.outcomes).compactMap { inYear[$0.id] }
      if found.count >= 3, found.count > best?.placements.count ?? 0 { best = (occasion, found) }
    }
    return best
  }

  /// A figure as it is laid out for a slide.
  func slide(_ name: FigureName, _ layout: FigureSize.Layout, titled: Bool) -> Figure {
    var style = layout.style
    style.titled = titled
    return figure(
      name,
      FigureSheet(
        style: style, theme: theme, size: layout.size, isPage: false, isNarrow: layout.isHalf))
  }

  /// A figure on a page: its frame is as high as it needs to be.
  ///
  /// - Parameters:
  ///   - width: of the text block; from 600 the timeline is a plate, the title that of its page.
  ///   - maxHeight: a timeline labels fewer events rather than grow beyond it, blocks get lower.
  ///   - titled: false where title and subtitle are set by the page.
  ///   - sourced: false where the page says below another figure whose words were counted.
  public func page(
    _ name: FigureName, width: Double, maxHeight: Double? = nil, titled: Bool = true,
    sourced: Bool = true
  ) -> Figure {
    page(
      name, width: width, maxHeight: maxHeight, titled: titled, sourced: sourced, on: theme.onPaper)
  }

  /// The same in a theme.
  func page(
    _ name: FigureName, width: Double, maxHeight: Double?, titled: Bool, sourced: Bool = true,
    on theme: Theme
  ) -> Figure {
    var style = name == .timeline && width >= 600 ? Style.plate : Style.page
    style.titled = titled
    let height = maxHeight ?? (width >= 600 ? 482 : 700)
    return figure(
      name,
      FigureSheet(
        style: style, theme: theme, size: Size(width, height), isPage: true,
        isSourced: sourced))
  }

  private func figure(_ name: FigureName, _ given: FigureSheet) -> Figure {
    var sheet = given
    sheet.style = given.style.set(in: given.theme)
    sheet.style.isRightToLeft = say.isRightToLeft
    let caption: Caption
    let drawn: Drawn
    if let lines = lacking(name, sheet) {
      var words = emptyCaption(name)
      limit(&words)
      caption = words
      drawn = MessageChart(
        caption, lines: lines, style: sheet.style, theme: sheet.theme, measurer: measurer,
        size: sheet.size
      ).draw()
    } else if name == .timeline {
      var spec = timeline(sheet)
      limit(&spec.caption)
      caption = spec.caption
      drawn = TimelineChart(
        spec, style: sheet.style, theme: sheet.theme, measurer: measurer, size: sheet.size
      ).draw()
    } else {
      (caption, drawn) = draw(name, sheet)
    }
    let text = alternative(name, title: drawn.title, caption, drawn)
    return Figure(
      name: name, title: drawn.title, subtitle: caption.subtitle,
      frame: drawn.frame(
        alternative: text, ground: sheet.isPage ? nil : sheet.theme.paper, language: say.tag),
      text: text, csv: csv(name))
  }

  /// Says that these are not all years.
  private func limit(_ caption: inout Caption) {
    if let period { caption.subtitle = words.clauses(caption.subtitle, period.words(say)) }
  }

  /// Draws a plot; where its blocks turn out as bars, once more with words that say so.
  private func draw(_ name: FigureName, _ sheet: FigureSheet) -> (Caption, Drawn) {
    func draw(_ sheet: FigureSheet) -> (Caption, Drawn) {
      var plot = plot(name, sheet)
      limit(&plot.caption)
      let caption = plot.caption
      if !sheet.isSourced { plot.caption.source = "" }
      return (
        caption,
        plot.draw(style: sheet.style, theme: sheet.theme, measurer: measurer, size: sheet.size)
      )
    }
    var sheet = sheet
    if name == .yearByDomain { sheet.theme = ramp(sheet) }
    let first = draw(sheet)
    guard first.1.hasBars else { return first }
    sheet.hasBars = true
    return draw(sheet)
  }

  /// What is said in place of a figure that has nothing to draw; nil when it has.
  private func lacking(_ name: FigureName, _ sheet: FigureSheet) -> [String]? {
    switch name {
    case .timeline: timelineEntries(sheet).isEmpty ? emptyLines : nil
    case .countsByYear, .countsByYearStacked, .countsByDomain, .yearByDomain:
      n == 0 ? emptyLines : nil
    case .balance: acts.isEmpty ? lines(of: .figNoActFound) : nil
    case .visits: drawnVisits.isEmpty ? lines(of: .figNoVisitFound) : nil
    case .cadence:
      (cadence?.visits.count ?? 0) < 2
        ? lines(of: .figNoPairFound) : nil
    }
  }

  private func lines(of what: Language.FigureKey) -> [String] {
    if sides == nil { return [say.string(.figNoSides)] }
    return [say.string(what), say.string(.figFoundListed, ["n": tally.total])]
  }

  private func plot(_ name: FigureName, _ sheet: FigureSheet) -> Plot {
    switch name {
    case .timeline, .countsByYear: countsByYear(sheet)
    case .countsByYearStacked: stackedByYear(sheet)
    case .countsByDomain: countsByDomain(sheet)
    case .yearByDomain: yearByDomain(sheet)
    case .balance: balance(sheet)
    case .visits: visits(sheet)
    case .cadence: cadence(sheet)
    }
  }
}

extension FigureMaker {
  /// What fills a slide of one or two events: the sentences that tell them.
  func quotations(_ placements: [Placement], _ sheet: FigureSheet) -> [Datum] {
    guard !sheet.isPage, placements.count <= 2 else { return [] }
    return placements.compactMap { placement in
      guard let mention = placement.event.mentions.first else { return nil }
      let series = Domain.allCases.firstIndex(of: placement.domain) ?? 0
      return Datum(
        ink: .series(series),
        words: Words([
          .text("“" + FigureWords.line(mention.quote) + "”", .label, .ink),
          .text(say.string(.figQuotedFrom, ["line": mention.line]), .subtitle, .secondary),
        ]))
    }
  }

  /// The same as a mark below a row.
  func quotationMarks(
    _ placements: [Placement], _ sheet: FigureSheet, _ column: Mark.Span, below row: Mark.Span
  ) -> [Mark] {
    let data = sheet.isWide ? quotations(placements, sheet) : []
    return data.isEmpty
      ? [] : [Mark(.quotations(limit: sheet.size.height - 100), column, row, data)]
  }
}

extension FigureMaker {
  /// The years of an axis of time: from the first of these to the last, and on to the as-of day. The
  /// events of one year have it to themselves, in months, where the day lies in the next.
  func axis(_ years: [Int]) -> ClosedRange<Int> {
    guard let first = years.min(), let last = years.max() else {
      return ledger.asOf.map { $0.year...$0.year } ?? 2000...2000
    }
    guard let asOf = ledger.asOf?.year, first != last || asOf != last + 1 else {
      return first...last
    }
    return min(first, asOf)...max(last, asOf)
  }

  /// The as-of day, if an axis of these years has it.
  func asOf(in years: ClosedRange<Int>) -> Day? {
    ledger.asOf.flatMap { years.contains($0.year) ? $0 : nil }
  }

  /// As they stand on an axis of one year.
  var monthNames: [String] {
    (1...12).map { month in
      let name = say.word(.month, "\(month)") ?? ""
      return say.isRightToLeft ? name : String(name.prefix(3))
    }
  }
}

/// What a figure is drawn on.
struct FigureSheet {
  var style: Style
  var theme: Theme
  var size: Size
  var isPage: Bool
  /// A slide too narrow or too low for tables beside a plot.
  var isNarrow = false
  /// Whether blocks are too many to be told apart and stand together as bars.
  var hasBars = false
  /// Whether it ends with its source.
  var isSourced = true

  /// As many years side by side as are seen one by one: each has a band of about five pixels.
  var yearLimit: Int {
    let beside = style.gutter + (isWide ? 320 : 0)
    return Int((size.width - 2 * style.margin - beside) / (isPage ? 4.5 : 5))
  }

  func bins(_ years: ClosedRange<Int>) -> YearBins { YearBins(years, limit: yearLimit) }

  var isWide: Bool { !isPage && !isNarrow }
  /// Without room for numbers between rows.
  var isLow: Bool { size.height < (isPage ? 235 : 500) }
}
