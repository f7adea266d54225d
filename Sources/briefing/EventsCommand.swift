import ArgumentParser
import BriefingKit
import Chronicle
import Diagnostics
import Extraction

/// `briefing events`: the ledger alone.
struct EventsCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, json, csv, ics
  }

  static let configuration = CommandConfiguration(
    commandName: "events", _superCommandName: "briefing",
    abstract: "Prints the events of documents.",
    discussion: """
      Examples:
          briefing events                                the documents in seeds, as a table
          briefing events article.txt --format json      one document, as in events.json
          briefing events --batch < documents.jsonl      a worker for other programs

      With PATHs nothing of the seeds folder applies unless --seeds is given too.

      --batch reads one document a line, {"id", "text", "path"?, "date"?}, and answers each with \
      one line {"id", "events": […]}, in order, each document by itself. A line that it can't \
      read is answered with {"id"?, "error"}.
      """)

  @Argument(help: ArgumentHelp("Files or folders of documents.", valueName: "PATH"))
  var paths: [String] = []

  @Option(help: "How to print them.")
  var format: Format = .table

  @Flag(help: "Answer lines of JSON on standard input.")
  var batch = false

  @Option(help: ArgumentHelp("The folder of documents. (default: seeds)", valueName: "DIR"))
  var seeds: String?

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var voice: VoiceOptions

  func validate() throws {
    if batch, !paths.isEmpty || seeds != nil {
      throw ValidationError("--batch reads standard input alone: it takes no PATH and no --seeds.")
    }
  }

  func run() throws {
    if batch { return answer() }
    var workspace =
      try paths.isEmpty
      ? Workspace(seeds: seeds ?? "seeds") : Workspace(paths: paths, seeds: seeds)
    reading.apply(to: &workspace.settings)
    let (ledger, diagnostics) = read(workspace)
    switch format {
    case .table: Console.print(EventTable.write(ledger))
    case .json: Console.print(LedgerJSON.write(ledger))
    case .csv: Console.print(LedgerCSV.write(ledger))
    case .ics: Console.print(LedgerICS.write(ledger))
    }
    try voice.report(diagnostics)
  }

  private func answer() {
    let batch = EventBatch(
      settings: ExtractionSettings(
        parties: reading.parties ?? [], asOf: reading.asOf, locale: reading.locale ?? "en-GB"))
    Console.answerLines(together: { batch.answer($0) })
  }
}
