import ArgumentParser
import BriefingKit
import Chronicle
import Diagnostics

/// `briefing explain EVENT`: why an event is what it is.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", _superCommandName: "briefing",
    abstract: "Says why an event is what it is: its sentences, rules and dates.",
    discussion: """
      Example:
          briefing explain 4k2m9xq

      The ids stand in the last column but one of “briefing events” and in Output/events.csv; \
      their first letters do where they are enough.
      """)

  @Argument(help: ArgumentHelp("Id or alias of an event.", valueName: "EVENT"))
  var event: String

  @Option(help: ArgumentHelp("The folder of documents.", valueName: "DIR"))
  var seeds = "seeds"

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var voice: VoiceOptions

  func run() throws {
    var workspace = try Workspace(seeds: seeds)
    reading.apply(to: &workspace.settings)
    let (ledger, _) = read(workspace)
    Console.print(Explanation.write(try find(in: ledger), in: ledger))
  }

  private func find(in ledger: Ledger) throws -> Event {
    if let found = ledger.event(event) { return found }
    let near = ledger.events.filter { one in
      ([one.id] + one.aliases).contains { $0.hasPrefix(event) }
    }
    if near.count == 1 { return near[0] }
    throw Failure(
      "explain/unknown-event",
      near.isEmpty
        ? "no event “\(event)” in \(seeds)"
        : "“\(event)” begins the ids \(near.map(\.id).joined(separator: ", "))",
      hints: ["“briefing events” lists all ids"])
  }
}
