public import ArgumentParser
public import BriefingKit
import Chronicle

extension BriefingForm: ExpressibleByArgument {}
extension Paper: ExpressibleByArgument {}

/// Files that a briefing can be besides its figures and tables.
enum BriefingFormat: String, ExpressibleByArgument, CaseIterable {
  case pdf
  case docx
}

/// What a briefing is made of, and how: the same for making it and for checking it.
struct BuildOptions: ParsableArguments {
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

  @Flag(help: "Leave out what is ours alone: objectives, points and principals.")
  var shareable = false

  @Flag(inversion: .prefixedNo, help: "Make pictures in PNG beside the SVG.")
  var png = true

  /// All but the folders, as a person gives them.
  private var words: [String] {
    option("form", form?.rawValue) + option("paper", paper?.rawValue)
      + option("format", format == .pdf ? nil : format.rawValue) + reading.words
      + (shareable ? ["--shareable"] : []) + (png ? [] : ["--no-png"])
  }

  /// The same folders with the options that an edition was built with, where there are no others.
  func asBuilt(_ edition: Edition?) -> BuildOptions {
    guard words.isEmpty, let edition, var built = try? BuildOptions.parse(edition.options) else {
      return self
    }
    (built.seeds, built.output) = (seeds, output)
    return built
  }

  /// The seeds with the settings that the options change.
  func workspace() throws -> Workspace {
    var workspace = try Workspace(seeds: seeds)
    reading.apply(to: &workspace.settings)
    if let form { workspace.settings.form = form }
    if let paper { workspace.settings.paper = paper }
    if shareable { workspace.settings.isShareable = true }
    return workspace
  }

  /// All files, in memory.
  func compile(_ workspace: Workspace, previous: Edition?) throws -> Compilation {
    try BriefingKit.compile(
      workspace, previous: previous, options: words, hasPNG: png, hasWord: format == .docx)
  }
}

extension Compilation {
  /// `49 events from 1 document, edition 1`.
  var found: String {
    """
    \(many(ledger.events.count, "event")) from \(many(ledger.documents.count, "document")), \
    edition \(edition.number)
    """
  }
}

/// `1 file`, `2 files`.
func many(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
