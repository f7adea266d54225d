import ArgumentParser
import BriefingKit
import Diagnostics
import Glibc
import Prose

/// `briefing watch`: builds again whenever the seeds change.
struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", _superCommandName: "briefing",
    abstract: "Builds again whenever the seeds change.",
    discussion: """
      Example:
          briefing watch --form card

      All that is built while it runs is compared with the edition that lay in Output before. \
      Ctrl-C ends it.
      """)

  @OptionGroup var options: BuildOptions
  @OptionGroup var voice: VoiceOptions

  /// How often the folder is looked at, in microseconds.
  private static let interval: UInt32 = 250_000

  func run() throws {
    prepare()
    let build = Building(options: options, voice: voice)
    let previous = try build.edition(nil)
    var built = SeedsStamp(options.seeds)
    // What is wrong with the folder from the start ends the command; later it is only said.
    let made = try build.make(previous: previous)
    try? build.report(made)
    if !voice.quiet { Console.complain("watching \(options.seeds); Ctrl-C ends\n") }
    var seen = built
    while true {
      usleep(WatchCommand.interval)
      let now = SeedsStamp(options.seeds)
      // Whoever writes now may still be writing.
      defer { seen = now }
      if now != seen || now == built { continue }
      built = now
      do {
        try build.report(build.make(previous: previous))
      } catch let failure as Failure {
        Console.report(failure.diagnostics)
      } catch is ExitCode {}
    }
  }
}
