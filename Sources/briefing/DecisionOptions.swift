import ArgumentParser
import BriefingKit
import Chronicle
import Diagnostics

/// Who decides about an event and why, and where it is written.
struct DecisionOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Who decides: a name or a post.", valueName: "NAME"))
  var by: String

  @Option(
    help: ArgumentHelp("Why, in a sentence; it is printed in the briefing.", valueName: "TEXT"))
  var why: String

  @Option(help: ArgumentHelp("The folder whose corrections.yaml is written.", valueName: "DIR"))
  var seeds = "seeds"

  @OptionGroup var voice: VoiceOptions

  /// Writes a decision, and says so.
  ///
  /// - Parameter make: the entry's own lines and what the event is called.
  func write(
    _ make: (Ledger) throws -> (lines: [CorrectionsEditor.Line], about: String?)
  ) throws {
    let editor = try CorrectionsEditor(seeds: seeds)
    let (lines, about) = try make(editor.ledger)
    let signed = lines + [.init("by", by), .init("why", why)]
    let words =
      switch try editor.write(signed, about: about) {
      case .written: "written: run briefing again"
      case .known: "says so already and stays as it is"
      }
    if !voice.quiet { Console.print("\(editor.path) \(words)\n") }
    try voice.report(editor.diagnostics)
  }
}

/// The fields of an event that a person may decide on.
struct FieldOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "2016-04-26, 2016-04, 2016, a span A/B, proposed (the program's proposal) or none.",
      valueName: "DATE"))
  var date: String?

  @Option(help: ArgumentHelp("Kind of event: visit, agreement, …", valueName: "WORD"))
  var type: String?

  @Option(help: ArgumentHelp("political, defence, economy, …", valueName: "WORD"))
  var domain: String?

  @Option(help: ArgumentHelp("occurred, planned, ongoing or hypothetical.", valueName: "WORD"))
  var status: String?

  @Option(help: ArgumentHelp("Who acts, as PAK,AZE; none for nobody.", valueName: "CODES"))
  var actors: String?

  @Option(help: ArgumentHelp("Towards whom, as PAK,AZE; none for nobody.", valueName: "CODES"))
  var recipients: String?

  @Option(help: ArgumentHelp("Where, with commas between.", valueName: "PLACES"))
  var places: String?

  @Option(help: ArgumentHelp("The event within which it happened, or none.", valueName: "EVENT"))
  var partOf: String?

  @Option(help: ArgumentHelp("Whether it is a total over many: true, false.", valueName: "BOOL"))
  var aggregate: String?

  /// A line for each that is given.
  func lines(in ledger: Ledger, seeds: String) throws -> [CorrectionsEditor.Line] {
    var lines: [CorrectionsEditor.Line] = []
    func add(_ name: String, _ value: String?) {
      if let value { lines.append(.init(name, value)) }
    }
    func addList(_ name: String, _ value: String?) {
      guard let value else { return }
      let items = Settings.items(value)
      lines.append(.init(name, items == ["none"] ? .text("none") : .list(items)))
    }
    add("date", date)
    add("type", type)
    add("domain", domain)
    add("status", status)
    addList("actors", actors)
    addList("recipients", recipients)
    addList("places", places)
    if let partOf {
      add("part_of", partOf == "none" ? partOf : try ledger.event(named: partOf, seeds: seeds).id)
    }
    add("aggregate", aggregate)
    return lines
  }
}
