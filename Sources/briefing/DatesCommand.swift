public import ArgumentParser
import BriefingKit
import Chronicle
import Chronology
import Diagnostics
public import Extraction
import Prose

extension DateReader.Mode: ExpressibleByArgument {}

/// `briefing dates`: the date expressions of texts.
struct DatesCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, json
  }

  static let configuration = CommandConfiguration(
    commandName: "dates", _superCommandName: "briefing",
    abstract: "Prints the dates that texts name, with their values.",
    discussion: """
      Values are EDTF, the dates of ISO 8601-2: 1992-06 is June 1992, 2015-03-11/2015-03-14 a span \
      of days, 1993/.. since 1993, 196X the sixties, 1991~ about 1991, 2017-22 the summer of 2017.

      Examples:
          briefing dates                                   all documents in seeds
          briefing dates article.txt --verbose             with the rules and steps of each value
          briefing dates - --reference-date 2017-01-16     standard input, written on that day
          briefing dates --batch < texts.jsonl             a worker for other programs

      Words such as “last Friday” or “in June” lean on the day of the text and on the dates told \
      before. How they do depends on the passage: in news they lie beside the day of the text, in \
      narrative they follow the date told last. --mode auto sees for each section which it is; \
      --mode catalogue reads the whole text as one date, as archives write them (“c. 1920-35?”).

      --batch reads one text a line, {"id", "text", "reference_date"?}, and answers each with one \
      line {"id", "dates": [{"text", "start", "end", "edtf", …}]}, in order. Offsets count Unicode \
      scalars, end exclusive; “edtf” is the value of those words, “value” that with the \
      preposition before them. A line that it can't read is answered with {"id"?, "error"}. With \
      --seeds DIR it reads by the rules of your own in DIR/lexicon, too.
      """)

  @Argument(
    help: ArgumentHelp(
      "A document, a folder of documents, or - for standard input. (default: seeds)",
      valueName: "PATH"))
  var path: String?

  @Option(
    help: ArgumentHelp(
      "The day on which the text was written. Unset: found in the document.",
      valueName: "YYYY-MM-DD"),
    transform: { text in
      guard let day = Day(iso: text) else {
        throw ValidationError("“\(text)” is no day as 2017-01-16.")
      }
      return day
    })
  var referenceDate: Day?

  @Option(help: "How words without a year lean on other dates.")
  var mode: DateReader.Mode = .auto

  @Option(help: "How to print them.")
  var format: Format = .table

  @Flag(help: "Answer lines of JSON on standard input.")
  var batch = false

  @Option(
    help: ArgumentHelp(
      "Which way 3/4/2015 is read where the text leaves it open: "
        + "\(Settings.locales.joined(separator: ", ")).", valueName: "LOCALE"),
    transform: Settings.locale(named:))
  var locale: String?

  @Option(help: ArgumentHelp("The folder of documents. (default: seeds)", valueName: "DIR"))
  var seeds: String?

  @OptionGroup var voice: VoiceOptions

  func validate() throws {
    if batch, path != nil {
      throw ValidationError("--batch reads standard input alone: it takes no PATH.")
    }
  }

  func run() throws {
    if batch { return try answer() }
    let workspace = try workspace()
    var settings = DateReader.Settings(
      reference: referenceDate, mode: mode, locale: locale ?? workspace.settings.locale)
    settings.rules = workspace.dateRules
    for document in workspace.documents {
      let dates = DateSurvey.dates(of: document, settings)
      switch format {
      case .table:
        Console.print(DateTable.write(dates, of: document, isVerbose: voice.verbose))
      case .json:
        Console.print(DateJSON.write(dates, of: document, id: .string(document.path)) + [0x0A])
      }
    }
    try voice.report(workspace.diagnostics + workspace.documents.flatMap(\.diagnostics))
  }

  private func workspace() throws -> Workspace {
    guard let path else { return try Workspace(seeds: seeds ?? "seeds") }
    guard path == "-" else { return try Workspace(paths: [path], seeds: seeds) }
    var workspace = try Workspace(paths: [], seeds: seeds)
    workspace.documents = [try DocumentReader.read(path: "-", bytes: Console.input())]
    return workspace
  }

  private func answer() throws {
    var settings = DateReader.Settings(
      reference: referenceDate, mode: mode, locale: locale ?? "en-GB")
    if let seeds {
      let workspace = try Workspace(paths: [], seeds: seeds)
      settings.locale = locale ?? workspace.settings.locale
      settings.rules = workspace.dateRules
      try voice.report(workspace.diagnostics)
    }
    let batch = DateBatch(settings: settings)
    Console.answerLines { line, send in batch.answer(line, send) }
  }
}
