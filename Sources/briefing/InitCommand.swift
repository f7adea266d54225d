import ArgumentParser
import BriefingKit
import Diagnostics

/// `briefing init`: a file for a person to fill in.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", _superCommandName: "briefing",
    abstract: "Writes a commented briefing.yaml where there is none.",
    discussion: """
      The file says what each line means: the meeting, our objectives, points to make and to \
      avoid, biographies, the marking. A file that is there already is left as it is.
      """)

  @Option(help: ArgumentHelp("The folder of documents.", valueName: "DIR"))
  var seeds = "seeds"

  func run() throws {
    let folder = OutputFolder(seeds)
    let path = folder.path(of: SettingsFile.name)
    if folder.holds(SettingsFile.name) {
      Console.print("\(path) is there already and stays as it is\n")
      return
    }
    let file = OutputFile(SettingsFile.name, Array(SettingsTemplate.text.utf8))
    _ = try folder.write([file])
    Console.print("\(path) written: fill in what you know, and run briefing again\n")
  }
}
