import ArgumentParser
import BriefingKit
import Chronicle

/// `briefing split EVENT --apart WORDS`: some of an event's sentences tell another.
struct SplitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split", _superCommandName: "briefing",
    abstract: "Decides that some of an event's sentences tell another.",
    discussion: """
      Writes an entry into seeds/corrections.yaml.

      Example:
          briefing split 4k2m9xq --apart "held in Islamabad" --by "Desk officer" --why "Two sessions"
      """)

  @Argument(help: ArgumentHelp("Id or alias of an event.", valueName: "EVENT"))
  var event: String

  @Option(
    help: ArgumentHelp(
      "Words of a sentence that goes apart, as “briefing explain” prints it; may be given again.",
      valueName: "WORDS"))
  var apart: [String]

  @OptionGroup var decision: DecisionOptions

  func run() throws {
    try decision.write { ledger in
      let found = try ledger.event(named: event, seeds: decision.seeds)
      let lines: [CorrectionsEditor.Line] = [
        .init("split", found.id), .init("apart", .list(apart)),
      ]
      return (lines, found.content.headline)
    }
  }
}
