public import ArgumentParser
public import BriefingKit
import Chronicle
import Diagnostics
import Glibc

extension FigureName: ExpressibleByArgument {}
extension ChartFormat: ExpressibleByArgument {}
extension ChartTheme: ExpressibleByArgument {}

/// `briefing chart NAME`: one figure.
struct ChartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chart", _superCommandName: "briefing",
    abstract: "Draws one figure, for a slide or for print.",
    discussion: """
      Examples:
          briefing chart timeline > timeline.svg
          briefing chart visits --size half-slide --theme dark --output visits.png
          briefing chart balance --size 1920x1080 --no-title --output balance.pdf
          briefing chart timeline --events Output/events.json > timeline.svg

      With --output the figure in words (.txt) and its data (.csv) are written beside it; its \
      ending says the format unless --format does.
      """)

  @Argument(help: ArgumentHelp("Which figure.", valueName: "NAME"))
  var name: FigureName

  @Option(
    help: ArgumentHelp(
      "slide (960x540), half-slide (480x540), WIDTHxHEIGHT in pixels, or as in the briefing: page, plate.",
      valueName: "SIZE"),
    transform: { text in
      guard let size = FigureSize(text) else {
        throw ValidationError(
          "“\(text)” is no size: slide, half-slide, page, plate, or from 320x270 to 16000x16000.")
      }
      return size
    })
  var size = FigureSize.slide

  @Option(help: "The format. Unset: that of --output, else svg.")
  var format: ChartFormat?

  @Option(help: "For light slides, dark slides (both transparent) or white paper.")
  var theme: ChartTheme = .light

  @Flag(inversion: .prefixedNo, help: "Draw title and subtitle; the source always stands.")
  var title = true

  @Option(
    help: ArgumentHelp(
      "Only the events that begin in these years, as 1991-2004: a period a slide.",
      valueName: "Y-Y"),
    transform: { text in
      let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard parts.count == 2, let first = parts[0], let last = parts[1], first <= last else {
        throw ValidationError("“\(text)” is no period as 1991-2004.")
      }
      return first...last
    })
  var years: ClosedRange<Int>?

  @Option(name: .shortAndLong, help: ArgumentHelp("Unset: standard output.", valueName: "FILE"))
  var output: String?

  @Option(help: ArgumentHelp("The folder of documents. (default: seeds)", valueName: "DIR"))
  var seeds: String?

  @Option(
    help: ArgumentHelp(
      "Draw the events of an events.json; nothing of the seeds folder applies unless --seeds is "
        + "given too.", valueName: "FILE"))
  var events: String?

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var voice: VoiceOptions

  func validate() throws {
    if let output, format == nil, chosenFormat(output) == nil {
      throw ValidationError(
        "“\(output)” ends in none of .svg, .png, .pdf: pass --format, or another name.")
    }
    if output == nil, let format, format != .svg, isatty(STDOUT_FILENO) == 1 {
      throw ValidationError("A \(format.rawValue) is nothing for a terminal: pass --output FILE.")
    }
  }

  func run() throws {
    var request = ChartRequest(name)
    request.size = size
    request.theme = theme
    request.isTitled = title
    request.years = years
    request.format = format ?? output.flatMap(chosenFormat) ?? .svg
    let (ledger, diagnostics) = try ledger(for: &request)
    let files = try request.files(ledger)
    if let output {
      try OutputFolder.write(beside: output, files.chart, text: files.text, csv: files.csv)
    } else {
      Console.print(files.chart)
    }
    try voice.report(diagnostics + files.doubts)
  }

  private func ledger(for request: inout ChartRequest) throws -> (Ledger, [Diagnostic]) {
    if let events {
      if let locale = reading.locale { request.locale = locale }
      if let seeds {
        let settings = try Workspace(seeds: seeds).settings
        request.branding = settings.branding
        request.locale = reading.locale ?? settings.locale
        request.marking = settings.marking
      }
      var ledger = try readLedger(events)
      ledger.asOf = reading.asOf ?? ledger.asOf
      ledger.parties = reading.parties ?? ledger.parties
      return (ledger, [])
    }
    var workspace = try Workspace(seeds: seeds ?? "seeds")
    reading.apply(to: &workspace.settings)
    request.locale = workspace.settings.locale
    request.branding = workspace.settings.branding
    request.marking = workspace.settings.marking
    return read(workspace)
  }

  private func chosenFormat(_ path: String) -> ChartFormat? {
    ChartFormat.allCases.first { path.lowercased().hasSuffix("." + $0.rawValue) }
  }
}
