import Charts
public import Chronicle
public import Diagnostics
import Drawing
import Extraction
import Rendering

/// The forms in which a figure is written.
public enum ChartFormat: String, Sendable, Hashable, CaseIterable {
  case svg, png, pdf
}

/// What a figure is drawn for.
public enum ChartTheme: String, Sendable, Hashable, CaseIterable {
  /// Light slides, transparent.
  case light
  /// Dark slides, transparent.
  case dark
  /// White paper, opaque.
  case print
}

/// One figure as somebody asked for it.
public struct ChartRequest: Sendable {
  public var name: FigureName
  public var size: FigureSize = .slide
  public var format: ChartFormat = .svg
  public var theme: ChartTheme = .light
  /// False where the slide has a title of its own; the source stays.
  public var isTitled = true
  /// Only the events that begin in these years; nil: all.
  public var years: ClosedRange<Int>?
  /// Colours and face.
  public var branding = Branding()
  /// Of what the figure says: `en-GB`.
  public var locale = "en-GB"
  /// Printed in the upper corner; nil: the highest of the documents.
  public var marking: String?

  public init(_ name: FigureName) { self.name = name }

  /// The figure's bytes, its text alternative and its data, and what is doubted about its letters.
  public func files(_ ledger: Ledger) throws(Failure) -> (
    chart: [UInt8], text: String, csv: String, doubts: [Diagnostic]
  ) {
    let (fonts, doubts) = try FontLibrary.load(for: ledger.words)
    let numbers = Numbering(ledger).numbers
    var ledger = ledger
    let period = years.map { FigurePeriod($0, of: &ledger) }
    let theme = branding.theme(self.theme)
    var maker = FigureMaker(
      ledger: ledger, measurer: PangoMeasurer(fonts), theme: theme,
      numbers: numbers, names: StateNames.short, language: Language(locale))
    maker.period = period
    let figure = maker.slide(name, size: size, titled: isTitled)
    let marking = try Marking.ofBriefing(marking, at: nil, ledger).words
    let frame = figure.frame.marked(marking, in: theme.marking, size: size)
    return (try bytes(frame, fonts), figure.text, figure.csv, doubts)
  }

  private func bytes(_ frame: Frame, _ fonts: FontLibrary) throws(Failure) -> [UInt8] {
    switch format {
    case .svg: SVGWriter.write(frame)
    case .png: try PNGWriter.write(frame, scale: 2, fonts: fonts)
    case .pdf: try PDFWriter.write(frame, fonts: fonts)
    }
  }
}

extension Branding {
  fileprivate func theme(_ use: ChartTheme) -> Theme {
    switch use {
    case .light: lightTheme
    case .dark: darkTheme
    case .print: lightTheme.onPaper
    }
  }
}

extension Ledger {
  /// What is printed of it, to see which letters are needed.
  var words: [String] {
    events.flatMap { event in
      [event.content.headline] + event.mentions.map(\.quote)
        + event.content.participants.flatMap { [$0.name, $0.role] } + event.content.places
    } + openings.map(\.mention.quote)
      + documents.flatMap {
        [$0.path, $0.title, $0.author, $0.publisher, $0.voice].compactMap(\.self)
      }
      + decisions.flatMap { decision in
        [decision.headline, decision.by, decision.why] + decision.changes.compactMap(\.from)
      }
  }
}
