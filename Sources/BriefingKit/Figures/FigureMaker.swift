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
}

/// Makes the figures of a ledger, each in the form that a slide or a page needs.
public struct FigureMaker {
  public let ledger: Ledger
  public let tally: Tally
  let measurer: any TextMeasurer
  let theme: Theme
  /// The number of each event in the chronology.
  let numbers: [String: Int]
  /// Names of sides by code.
  let names: [String: String]
  let previous: PreviousCounts?

  /// - Parameters:
  ///   - numbers: by event id; nil: the ledger's own order from 1.
  ///   - names: of sides by code: `PAK` → "Pakistan"; a code without one stands for itself.
  public init(
    ledger: Ledger, measurer: any TextMeasurer, theme: Theme = .light,
    numbers: [String: Int]? = nil, names: [String: String] = [:], previous: PreviousCounts? = nil
  ) {
    self.ledger = ledger
    self.measurer = measurer
    self.theme = theme
    self.names = names
    self.previous = previous
    tally = Tally(ledger)
    self.numbers =
      numbers
      ?? Dictionary(
        ledger.events.enumerated().map { ($0.element.id, $0.offset + 1) },
        uniquingKeysWith: { first, _ in first })
  }

  /// A figure for a slide of its own.
  ///
  /// - Parameter titled: false where the slide has a title of its own; the source stays.
  public func slide(
    _ name: FigureName, size: Size = Size(960, 540), titled: Bool = true
  ) -> Figure {
    var style = Style.slide
    style.titled = titled
    return figure(name, FigureSheet(style: style, theme: theme, size: size, isPage: false))
  }

  /// A figure on a page: its frame is as high as it needs to be.
  ///
  /// - Parameters:
  ///   - width: of the text block; from 600 the timeline is a plate, the title that of its page.
  ///   - maxHeight: a timeline labels fewer events rather than grow beyond it, counts by year get
  ///     lower rows.
  ///   - titled: false where title and subtitle are set by the page.
  ///   - sourced: false where the page says below another figure whose words were counted.
  public func page(
    _ name: FigureName, width: Double, maxHeight: Double? = nil, titled: Bool = true,
    sourced: Bool = true
  ) -> Figure {
    var style = name == .timeline && width >= 600 ? Style.plate : Style.page
    style.titled = titled
    let height = maxHeight ?? (width >= 600 ? 482 : 700)
    return figure(
      name,
      FigureSheet(
        style: style, theme: theme.onWhite, size: Size(width, height), isPage: true,
        isSourced: sourced))
  }

  private func figure(_ name: FigureName, _ sheet: FigureSheet) -> Figure {
    let counted = tally.count(.counted)
    let drawable = name == .timeline ? timelineEntries(sheet).count : counted
    let caption: Caption
    let drawn: Drawn
    if drawable == 0 {
      caption = emptyCaption(name)
      drawn = MessageChart(
        caption, lines: emptyLines, style: sheet.style, theme: sheet.theme, measurer: measurer,
        size: sheet.size
      ).draw()
    } else {
      (caption, drawn) = chart(name, sheet)
    }
    let text = alternative(name, title: drawn.title, caption, drawn)
    return Figure(
      name: name, title: drawn.title, subtitle: caption.subtitle,
      frame: drawn.frame(alternative: text), text: text, csv: csv(name))
  }

  private func chart(_ name: FigureName, _ sheet: FigureSheet) -> (Caption, Drawn) {
    switch name {
    case .timeline:
      let spec = timeline(sheet)
      return (
        spec.caption,
        TimelineChart(
          spec, style: sheet.style, theme: sheet.theme, measurer: measurer, size: sheet.size
        ).draw()
      )
    case .countsByYear:
      var spec = countsByYear(sheet)
      let caption = spec.caption
      if !sheet.isSourced { spec.caption.source = "" }
      return (
        caption,
        BlockChart(
          spec, style: sheet.style, theme: sheet.theme, measurer: measurer, size: sheet.size
        ).draw()
      )
    case .countsByDomain:
      var spec = countsByDomain(sheet)
      let caption = spec.caption
      if !sheet.isSourced { spec.caption.source = "" }
      return (
        caption,
        BarChart(
          spec, style: sheet.style, theme: sheet.theme, measurer: measurer, size: sheet.size
        ).draw()
      )
    case .yearByDomain:
      var spec = yearByDomain(sheet)
      let caption = spec.caption
      if !sheet.isSourced { spec.caption.source = "" }
      return (
        caption,
        HeatChart(
          spec, style: sheet.style, theme: sheet.theme, measurer: measurer, size: sheet.size
        ).draw()
      )
    }
  }
}

/// What a figure is drawn on.
struct FigureSheet {
  var style: Style
  var theme: Theme
  var size: Size
  var isPage: Bool
  /// Whether it ends with its source.
  var isSourced = true
}
