import ArgumentParser
import BriefingKit
import Chronicle
import Chronology

/// `briefing edtf`: what dates of ISO 8601-2 mean.
struct EDTFCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edtf", _superCommandName: "briefing",
    abstract: "Says what dates of ISO 8601-2 (EDTF) mean.",
    discussion: """
      Examples:
          briefing edtf 1984~ 2004-06/..          first and last day, and the date in words
          briefing edtf --batch < dates.txt       one date a line in, one line of JSON out
          briefing edtf --refuse spaces-in-sets "[1667, 1668]"

      Readers differ on two forms that stand outside the letter of the standard: sets with spaces \
      after their commas, and intervals between seasons (2003-22/2003-23). Both are read unless \
      refused.

      Exit status 1: one of the dates is no EDTF.
      """)

  @Argument(help: ArgumentHelp("Dates such as 2015-03-11/2015-03-14.", valueName: "DATE"))
  var dates: [String] = []

  @Flag(help: "Answer lines of standard input with lines of JSON.")
  var batch = false

  @Option(
    help: ArgumentHelp(
      "The order of the words: \(Settings.locales.joined(separator: ", ")).", valueName: "LOCALE"),
    transform: Settings.locale(named:))
  var locale = "en-GB"

  /// What not every reader allows.
  enum Extension: String, CaseIterable, ExpressibleByArgument {
    case spacesInSets = "spaces-in-sets"
    case seasonIntervals = "season-intervals"

    var allowance: EDTF.Extensions { self == .spacesInSets ? .spacesInSets : .seasonIntervals }
  }

  @Option(
    help: ArgumentHelp("A form that is no EDTF here; may be given again.", valueName: "FORM"))
  var refuse: [Extension] = []

  func validate() throws {
    if batch != dates.isEmpty {
      throw ValidationError("Give dates, or --batch to read them from standard input.")
    }
  }

  func run() throws {
    let locale = locale
    let allowed = refuse.reduce(EDTF.Extensions.all) { $0.subtracting($1.allowance) }
    if batch {
      Console.answerLines { line, send in
        let text = String(decoding: line, as: UTF8.self)
        send(EDTFReport.json(text, locale: locale, allowing: allowed).bytes(.compact))
      }
      return
    }
    Console.print(EDTFReport.table(dates, locale: locale, allowing: allowed))
    if dates.contains(where: { EDTF($0, allowing: allowed) == nil }) { throw ExitCode(1) }
  }
}
