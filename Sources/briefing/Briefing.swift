import ArgumentParser
import BriefingKit
import Diagnostics
import Glibc

/// The command: chooses the subcommand and turns errors into messages and exit statuses.
@main
struct Briefing: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "briefing",
    abstract: "Turns documents about the relationship of two states into a briefing.",
    discussion: """
      Put articles, communiqués and reports (.txt, .md, .html) into the folder seeds and run

          briefing

      It finds what happened, when, and who did it to whom, and writes Output/briefing.pdf, \
      charts for slides (Output/charts) and the events for other programs \
      (Output/events.json, .csv, .ics). What it doubts or leaves out stands in \
      Output/diagnostics.txt. The same seeds give the same bytes.

      Exit status: 0 done, 1 failed (with --strict: or warned), 2 wrong usage.
      """,
    version: "briefing \(Edition.version)",
    subcommands: [
      BuildCommand.self, WatchCommand.self, CheckCommand.self, DiffCommand.self, EventsCommand.self,
      DatesCommand.self, EDTFCommand.self,
      ChartCommand.self, ExplainCommand.self, CorrectCommand.self, MergeCommand.self,
      SplitCommand.self, DropCommand.self, AddCommand.self, InitCommand.self,
    ],
    defaultSubcommand: BuildCommand.self)

  static func main() {
    // A reader that goes away ends a batch quietly.
    signal(SIGPIPE, SIG_DFL)
    // The usual task begins before its options are read.
    if CommandLine.arguments.count == 1 || CommandLine.arguments[1] == "build" { prepare() }
    do {
      var command = try directly() ?? parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      Console.report(failure.diagnostics)
      Glibc.exit(1)
    } catch {
      let code = exitCode(for: error)
      let message = fullMessage(for: error)
      if code == .success {
        Console.print(message + "\n")
        Glibc.exit(0)
      }
      if !message.isEmpty { Console.complain(message + "\n") }
      Glibc.exit(code == .validationFailure ? 2 : code.rawValue)
    }
  }

  /// A subcommand named first, read by itself in a third of the time that the whole takes; nil where
  /// the whole is to say what is wrong with it, or what was asked about it.
  private static func directly() -> (any ParsableCommand)? {
    guard let name = CommandLine.arguments.dropFirst().first,
      let named = configuration.subcommands.first(where: { $0.configuration.commandName == name })
    else { return nil }
    return try? named.parse(Array(CommandLine.arguments.dropFirst(2)))
  }
}
