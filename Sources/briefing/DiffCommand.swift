import ArgumentParser
import BriefingKit
import Diagnostics

/// `briefing diff OLD NEW`: what changed between two editions.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", _superCommandName: "briefing",
    abstract: "Says what changed between two editions.",
    discussion: """
      Example:
          cp -r Output /tmp/before
          briefing build
          briefing diff /tmp/before Output

      Settings, seeds, events and counts: + is new, ~ is otherwise, - is gone. Events that only \
      stand at another place of their documents are as before.
      """)

  @Argument(
    help: ArgumentHelp(
      "The earlier edition: an output folder or an edition.json.", valueName: "OLD"))
  var old: String

  @Argument(help: ArgumentHelp("The later edition.", valueName: "NEW"))
  var new: String

  @OptionGroup var voice: VoiceOptions

  func run() throws {
    let editions = (try KeptEdition(old), try KeptEdition(new))
    Console.print(EditionComparison(from: editions.0, to: editions.1).write())
    try voice.report([editions.0.doubt, editions.1.doubt].compactMap { $0 })
  }
}
