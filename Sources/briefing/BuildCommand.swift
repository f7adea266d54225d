import ArgumentParser
import BriefingKit
import Diagnostics

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

  @OptionGroup var options: BuildOptions

  @Option(
    help: ArgumentHelp(
      "The edition.json to compare with, or none to begin with edition 1. "
        + "Unset: that in the output folder.",
      valueName: "FILE"))
  var baseline: String?

  @OptionGroup var voice: VoiceOptions

  func run() throws {
    prepare()
    let build = Building(options: options, voice: voice)
    let made = try build.make(previous: build.edition(baseline))
    // The program ends here: what it made is left to be, not taken apart.
    _ = Unmanaged.passRetained(made)
    try build.report(made)
  }
}
