import ArgumentParser

@main
struct Briefing: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "briefing", abstract: "Turns documents about a relationship into a briefing.", subcommands: [Dev.self])
}
