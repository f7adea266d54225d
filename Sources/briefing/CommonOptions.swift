import ArgumentParser
import BriefingKit
import Chronology
import Diagnostics

/// How much is said.
struct VoiceOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Say also what was left out, and why.")
  var verbose = false

  @Flag(help: "Fail when there are warnings.")
  var strict = false

  /// Prints what the person asked to see, and fails where they asked for that.
  func report(_ diagnostics: [Diagnostic]) throws {
    let least: Diagnostic.Severity = quiet ? .error : verbose ? .note : .warning
    Console.report(diagnostics.filter { $0.severity >= least })
    if strict, diagnostics.contains(where: { $0.severity >= .warning }) { throw ExitCode(1) }
  }
}

/// What bears on reading the documents.
struct ReadingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "“Today” for anniversaries and plans, as 2017-01-16. "
        + "Unset: the meeting's date in briefing.yaml, else that of the newest document.",
      valueName: "YYYY-MM-DD"),
    transform: { text in
      guard let day = Day(iso: text) else {
        throw ValidationError("“\(text)” is no day as 2017-01-16.")
      }
      return day
    })
  var asOf: Day?

  @Option(
    help: ArgumentHelp(
      "The two states, our side first, as PAK,AZE. Unset: found in the documents.",
      valueName: "US,THEM"),
    transform: { text in
      let codes = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      if codes.count == 2, let unknown = Settings.unknownParty(codes) {
        let meant = unknown.meant.map { " Did you mean \($0)?" } ?? ""
        throw ValidationError("“\(unknown.code)” is no state's code of ISO 3166-1.\(meant)")
      }
      guard let parties = Settings.parties(codes) else {
        throw ValidationError("“\(text)” is no pair of ISO 3166-1 codes as PAK,AZE.")
      }
      return parties
    })
  var parties: [String]?

  @Option(
    help: ArgumentHelp(
      "Forms of dates: \(Settings.locales.joined(separator: ", ")).", valueName: "LOCALE"),
    transform: Settings.locale(named:))
  var locale: String?

  /// The options as a person gives them.
  var words: [String] {
    option("as-of", asOf?.description) + option("parties", parties?.joined(separator: ","))
      + option("locale", locale)
  }

  /// The options win over briefing.yaml.
  func apply(to settings: inout Settings) {
    if let asOf { settings.asOf = asOf }
    if let parties { settings.parties = parties }
    if let locale { settings.locale = locale }
  }
}

/// `--form card`; nothing without a value.
func option(_ name: String, _ value: String?) -> [String] { value.map { ["--" + name, $0] } ?? [] }

extension Settings {
  /// A locale that the program knows; throws for others.
  static func locale(named text: String) throws -> String {
    guard locales.contains(text) else {
      throw ValidationError(
        "“\(text)” is none of the locales \(locales.joined(separator: ", ")).")
    }
    return text
  }
}
