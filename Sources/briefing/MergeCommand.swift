import ArgumentParser
import BriefingKit
import Chronicle

/// `briefing merge EVENT EVENT`: these are one happening.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", _superCommandName: "briefing",
    abstract: "Decides that several events are one.",
    discussion: """
      Writes an entry into seeds/corrections.yaml.

      Example:
          briefing merge 4k2m9xq 7b0d3fh --by "Desk officer" --why "Two names of one session"
      """)

  @Argument(help: ArgumentHelp("Ids or aliases of two events or more.", valueName: "EVENT"))
  var events: [String]

  @OptionGroup var decision: DecisionOptions

  func run() throws {
    try decision.write { ledger in
      let found = try events.map { try ledger.event(named: $0, seeds: decision.seeds) }
      let headlines = found.map(\.content.headline).joined(separator: " | ")
      return ([.init("merge", .list(found.map(\.id)))], headlines)
    }
  }
}
