public import ArgumentParser
public import BriefingKit
import Chronicle
import Diagnostics

extension BriefingForm: ExpressibleByArgument {}
extension Paper: ExpressibleByArgument {}

/// Files that a briefing can be besides its figures and tables.
enum BriefingFormat: String, ExpressibleByArgument, CaseIterable {
  case pdf
  case docx
}

/// `briefing build`: everything of a briefing.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", _superCommandName: "briefing",
    abstract: "Makes the briefing, the charts and the event files.",
    discussion: """
      Examples:
          briefing build --parties PAK,AZE --as-of 2017-03-01
          briefing build --form card --paper letter --output /tmp/card

      All is made before anything is written; files that are the same already are not touched, \
      and other files in the folder stay.
      """)

  @Option(help: ArgumentHelp("The folder of documents; never written.", valueName: "DIR"))
  var seeds = "seeds"

  @Option(help: ArgumentHelp("The folder that the files go to.", valueName: "DIR"))
  var output = "Output"

  @Option(help: "How much: page 1, page 1 with the timeline, or all.")
  var form: BriefingForm?

  @Option(help: "The sheet.")
  var paper: Paper?

  @Option(help: "What the briefing is: a PDF, or a document for word processors (docx) beside it.")
  var format: BriefingFormat = .pdf

  @OptionGroup var reading: ReadingOptions

  @Option(
    help: ArgumentHelp(
      "The edition.json to compare with, or none to begin with edition 1. "
        + "Unset: that in the output folder.",
      valueName: "FILE"))
  var baseline: String?

  @Flag(help: "Leave out what is ours alone: objectives, points and principals.")
  var shareable = false

  @Flag(inversion: .prefixedNo, help: "Make pictures in PNG beside the SVG.")
  var png = true

  @OptionGroup var voice: VoiceOptions

  func run() throws {
    prepare()
    var workspace = try Workspace(seeds: seeds)
    reading.apply(to: &workspace.settings)
    if let form { workspace.settings.form = form }
    if let paper { workspace.settings.paper = paper }
    if shareable { workspace.settings.isShareable = true }
    let folder = OutputFolder(output)
    let compilation = try compile(
      workspace, previous: previous(folder), hasPNG: png, hasWord: format == .docx)
    let report = try folder.replace(folder.edition?.files ?? [], with: compilation.files)
    if !voice.quiet { Console.print(summary(compilation, report)) }
    // The program ends here: what it made is left to be, not taken apart.
    _ = Unmanaged.passRetained(Made(workspace: workspace, compilation: compilation))
    try voice.report(compilation.diagnostics + report.kept.map { kept($0, folder) })
  }

  private final class Made {
    let workspace: Workspace
    let compilation: Compilation

    init(workspace: Workspace, compilation: Compilation) {
      self.workspace = workspace
      self.compilation = compilation
    }
  }

  /// What is said of a file that a person had changed.
  private func kept(_ file: OutputFolder.Report.Kept, _ folder: OutputFolder) -> Diagnostic {
    let path = folder.path(of: file.name)
    let isStale = file.place == file.name
    return Diagnostic(
      .warning, "output/edited", "somebody changed this file since it was written", path: path,
      notes: [
        isStale
          ? "it stays as it is, and is not of this edition"
          : "it is kept as \(folder.path(of: file.place))"
      ],
      hints: [isStale ? "make it again with the same options, or move it away" : "move it away"])
  }

  private func previous(_ folder: OutputFolder) throws -> Edition? {
    if baseline == "none" { return nil }
    return try Edition.read(baseline ?? folder.path(of: Edition.file), isOptional: baseline == nil)
  }

  private func summary(_ compilation: Compilation, _ report: OutputFolder.Report) -> String {
    func many(_ count: Int, _ noun: String) -> String {
      "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
    let removed = report.removed.isEmpty ? "" : ", \(report.removed.count) removed"
    let made =
      report.written.isEmpty && removed.isEmpty
      ? "\(output) is up to date (\(many(compilation.files.count, "file")))"
      : "\(output): \(report.written.count) of \(many(compilation.files.count, "file")) written"
        + removed
    let found = """
      \(many(compilation.ledger.events.count, "event")) from \
      \(many(compilation.ledger.documents.count, "document"))
      """
    let warnings = compilation.count(.warning)
    let doubts =
      warnings == 0
      ? ""
      : "; \(many(warnings, "warning")), see \(OutputFolder(output).path(of: "diagnostics.txt"))"
    return "\(made): \(found), edition \(compilation.edition.number)\(doubts)\n"
  }
}
