import ArgumentParser
import BriefingKit
import Chronicle

/// `briefing correct EVENT`: fields of an event are otherwise.
struct CorrectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct", _superCommandName: "briefing",
    abstract: "Decides that fields of an event are otherwise.",
    discussion: """
      Writes an entry into seeds/corrections.yaml.

      Examples:
          briefing correct 4k2m9xq --date proposed --by "Desk officer" --why "A misprint"
          briefing correct 4k2m9xq --domain energy --by "Desk officer" --why "It is about gas"
      """)

  @Argument(help: ArgumentHelp("Id or alias of an event.", valueName: "EVENT"))
  var event: String

  @Option(help: ArgumentHelp("What it is called, in at most 48 characters.", valueName: "TEXT"))
  var headline: String?

  @OptionGroup var fields: FieldOptions
  @OptionGroup var decision: DecisionOptions

  func run() throws {
    try decision.write { ledger in
      let found = try ledger.event(named: event, seeds: decision.seeds)
      let own = headline.map { [CorrectionsEditor.Line("headline", $0)] } ?? []
      let lines = try own + fields.lines(in: ledger, seeds: decision.seeds)
      return ([.init("correct", found.id)] + lines, found.content.headline)
    }
  }
}
