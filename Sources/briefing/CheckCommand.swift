import ArgumentParser
import BriefingKit
import Diagnostics

/// `briefing check`: whether the seeds are sound and the output folder is what they give.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", _superCommandName: "briefing",
    abstract: "Says whether the seeds are sound and Output is up to date.",
    discussion: """
      Examples:
          briefing check
          briefing check --output /tmp/card

      Makes everything as “briefing build” does, and writes nothing. Without an option it takes \
      those that the folder was built with. Exit status 1: the seeds can't be read, or a file in \
      the folder is not what they give.
      """)

  @OptionGroup var options: BuildOptions
  @OptionGroup var voice: VoiceOptions

  func run() throws {
    prepare()
    let folder = OutputFolder(options.output)
    let edition = folder.edition
    let options = options.asBuilt(edition)
    let compilation = try options.compile(options.workspace(), previous: edition)
    let fault = folder.fault(compilation)
    if fault == nil, !voice.quiet {
      let files = many(compilation.files.count, "file")
      Console.print("\(options.output) is up to date (\(files)): \(compilation.found)\n")
    }
    try voice.report(compilation.diagnostics + (fault.map { [$0] } ?? []))
    if fault != nil || compilation.count(.error) > 0 { throw ExitCode(1) }
  }
}
