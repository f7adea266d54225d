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
    if ledger.event(event) == nil, let words = Explanation.write(dropped: event, in: ledger) {
      return Console.print(words)
    }
    Console.print(Explanation.write(try ledger.event(named: event, seeds: seeds), in: ledger))
  }
}

extension Ledger {
  /// The event that a person names by its id, an alias, or the first letters of one.
  func event(named name: String, seeds: String) throws -> Event {
    if let found = event(name) { return found }
    let near = events.filter { one in
      ([one.id] + one.aliases).contains { $0.hasPrefix(name) }
    }
    if near.count == 1 { return near[0] }
    throw Failure(
      "explain/unknown-event",
      near.isEmpty
        ? "no event “\(name)” in \(seeds)"
        : "“\(name)” begins the ids \(near.map(\.id).joined(separator: ", "))",
      hints: ["“briefing events” lists all ids"])
  }
}
