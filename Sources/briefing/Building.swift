import BriefingKit
import Diagnostics

/// Making a briefing and saying what became of it.
struct Building {
  let options: BuildOptions
  let voice: VoiceOptions

  /// All that was made, and what it did to the output folder.
  final class Made {
    fileprivate let workspace: Workspace
    fileprivate let compilation: Compilation
    fileprivate let report: OutputFolder.Report

    fileprivate init(
      _ workspace: Workspace, _ compilation: Compilation, _ report: OutputFolder.Report
    ) {
      self.workspace = workspace
      self.compilation = compilation
      self.report = report
    }
  }

  private var folder: OutputFolder { OutputFolder(options.output) }

  /// The edition to compare with.
  ///
  /// - Parameter baseline: an edition.json, or `none`; nil: that in the output folder, if any.
  func edition(_ baseline: String?) throws -> Edition? {
    if baseline == "none" { return nil }
    return try Edition.read(baseline ?? folder.path(of: Edition.file), isOptional: baseline == nil)
  }

  /// Makes everything, then writes it, and says so in a line.
  func make(previous: Edition?) throws -> Made {
    let workspace = try options.workspace()
    let compilation = try options.compile(workspace, previous: previous)
    let report = try folder.replace(folder.edition?.files ?? [], with: compilation.files)
    if !voice.quiet { Console.print(summary(compilation, report)) }
    return Made(workspace, compilation, report)
  }

  /// Prints what was doubted, and fails where the person asked for that.
  func report(_ made: Made) throws {
    try voice.report(made.compilation.diagnostics + made.report.kept.map { kept($0, folder) })
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

  private func summary(_ compilation: Compilation, _ report: OutputFolder.Report) -> String {
    let removed = report.removed.isEmpty ? "" : ", \(report.removed.count) removed"
    let made =
      report.written.isEmpty && removed.isEmpty
      ? "\(options.output) is up to date (\(many(compilation.files.count, "file")))"
      : "\(options.output): \(report.written.count) of \(many(compilation.files.count, "file")) written"
        + removed
    let warnings = compilation.count(.warning)
    let doubts =
      warnings == 0
      ? ""
      : "; \(many(warnings, "warning")), see \(OutputFolder(options.output).path(of: "diagnostics.txt"))"
    return "\(made): \(compilation.found)\(doubts)\n"
  }
}
