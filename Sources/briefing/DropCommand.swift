import ArgumentParser
import BriefingKit
import Chronicle

/// `briefing drop EVENT`: it is none.
struct DropCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drop", _superCommandName: "briefing",
    abstract: "Decides that an event is left out.",
    discussion: """
      Writes an entry into seeds/corrections.yaml.

      Example:
          briefing drop 4k2m9xq --by "Desk officer" --why "Not of this relationship"
      """)

  @Argument(help: ArgumentHelp("Id or alias of an event.", valueName: "EVENT"))
  var event: String

  @OptionGroup var decision: DecisionOptions

  func run() throws {
    try decision.write { ledger in
      let found = try ledger.event(named: event, seeds: decision.seeds)
      return ([.init("drop", found.id)], found.content.headline)
    }
  }
}
