import ArgumentParser
import BriefingKit
import Diagnostics

/// `briefing init`: the files for a person to fill in.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", _superCommandName: "briefing",
    abstract: "Writes a commented briefing.yaml and corrections.yaml where there are none.",
    discussion: """
      The files say what each line means. briefing.yaml: the meeting, our objectives, points to \
      make and to avoid, biographies, the marking. corrections.yaml: what is decided about events. \
      A file that is there already is left as it is.
      """)

  @Option(help: ArgumentHelp("The folder of documents.", valueName: "DIR"))
  var seeds = "seeds"

  func run() throws {
    let next = "fill in what you know, and run briefing again"
    try write(SettingsFile.name, SettingsTemplate.text, next)
    try write(CorrectionsFile.name, CorrectionsTemplate.text, "it says how events are corrected")
  }

  private func write(_ name: String, _ text: String, _ next: String) throws {
    let folder = OutputFolder(seeds)
    let path = folder.path(of: name)
    if folder.holds(name) {
      Console.print("\(path) is there already and stays as it is\n")
      return
    }
    _ = try folder.write([OutputFile(name, Array(text.utf8))])
    Console.print("\(path) written: \(next)\n")
  }
}
