import ArgumentParser
import BriefingKit
import Chronicle

/// `briefing add HEADLINE`: an event that no document tells.
struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", _superCommandName: "briefing",
    abstract: "Adds an event that no document tells.",
    discussion: """
      Writes an entry into seeds/corrections.yaml. In the briefing it stands as added by hand.

      Example:
          briefing add "Defence Minister visits Islamabad" --date 2016-11-02 --type visit \
      --domain defence --actors AZE --recipients PAK --by "Desk officer" --why "Note verbale"
      """)

  @Argument(
    help: ArgumentHelp("What it is called, in at most 48 characters.", valueName: "HEADLINE"))
  var headline: String

  @OptionGroup var fields: FieldOptions
  @OptionGroup var decision: DecisionOptions

  func run() throws {
    try decision.write { ledger in
      let lines = try fields.lines(in: ledger, seeds: decision.seeds)
      return ([.init("add", headline)] + lines, nil)
    }
  }
}
