public import Chronicle
public import Diagnostics

/// Adds a decision to `corrections.yaml`, which is only ever written where one can be carried out.
public struct CorrectionsEditor {
  /// A line of an entry: a name with a text or a list.
  public struct Line: Sendable {
    public enum Value: Sendable {
      case text(String)
      case list([String])
    }

    public var name: String
    public var value: Value

    public init(_ name: String, _ value: Value) {
      self.name = name
      self.value = value
    }

    public init(_ name: String, _ text: String) { self.init(name, .text(text)) }
  }

  /// What became of a decision.
  public enum Outcome: Sendable, Equatable {
    case written
    /// The same stands there already.
    case known
  }

  let seeds: String
  let workspace: Workspace
  /// With all decisions that stand in the file.
  public let ledger: Ledger
  /// What is doubtful about them.
  public let diagnostics: [Diagnostic]

  public init(seeds: String) throws(Failure) {
    self.seeds = seeds
    workspace = try Workspace(seeds: seeds)
    let reading = read(workspace)
    ledger = reading.ledger
    diagnostics = reading.diagnostics.filter { $0.id.hasPrefix("corrections/") }
  }

  /// The file that is written.
  public var path: String { OutputFolder(seeds).path(of: CorrectionsFile.name) }

  /// Writes an entry at the end of the file.
  ///
  /// - Parameters:
  ///   - lines: the decision, then what belongs to it.
  ///   - about: what the event is called, for who reads the file.
  /// - Throws: ``Failure`` where the entry can't be meant or the events don't fit it.
  public func write(_ lines: [Line], about: String?) throws(Failure) -> Outcome {
    let entry = Self.entry(lines, about: about)
    let new = try CorrectionsFile.read(
      SourceText(path: "the new entry", bytes: Array(entry.utf8)))
    if new.allSatisfy({ one in workspace.corrections.contains { $0.action == one.action } }) {
      return .known
    }
    var next = workspace
    next.corrections += new
    let plain = Self.undecided(workspace)
    let old = Correcting.apply(workspace.corrections, to: plain).faults
    let faults = Correcting.apply(next.corrections, to: plain).faults
      .filter { !old.contains($0) }
    if let first = faults.first {
      let ids = plain.events.flatMap { [$0.id] + $0.aliases }
      throw Failure(first.error(ids), faults.dropFirst().map { $0.error(ids) })
    }
    var text = ""
    if File.exists(path) { text = String(decoding: try File.read(path), as: UTF8.self) }
    if text.isEmpty { text = CorrectionsTemplate.text }
    if !text.hasSuffix("\n") { text += "\n" }
    text += "\n" + entry
    // The whole must still be readable.
    _ = try CorrectionsFile.read(SourceText(path: path, bytes: Array(text.utf8)))
    _ = try OutputFolder(seeds).write([OutputFile(CorrectionsFile.name, Array(text.utf8))])
    return .written
  }

  private static func undecided(_ workspace: Workspace) -> Ledger {
    var plain = workspace
    plain.corrections = []
    return read(plain).ledger
  }

  static func entry(_ lines: [Line], about: String?) -> String {
    var text = ""
    for (index, line) in lines.enumerated() {
      let value =
        switch line.value {
        case .text(let words): scalar(words)
        case .list(let items): "[" + items.map(scalar).joined(separator: ", ") + "]"
        }
      let note =
        index == 0 ? about.map { "  # " + $0.split(separator: "\n").joined(separator: " ") } : nil
      text += "\(index == 0 ? "- " : "  ")\(line.name): \(value)\(note ?? "")\n"
    }
    return text
  }

  /// As it is where it can stand so anywhere, else in quotation marks.
  private static func scalar(_ text: String) -> String {
    let isPlain =
      text.first.map { $0.isLetter || $0.isNumber } ?? false
      && text.allSatisfy { $0.isLetter || $0.isNumber || " .-/()".contains($0) }
      && text.last != " "
    if isPlain { return text }
    var quoted = "\""
    for character in text {
      switch character {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n", "\r\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      default: quoted.append(character)
      }
    }
    return quoted + "\""
  }
}

/// The `corrections.yaml` that `briefing init` writes: how each decision is written, none made.
public enum CorrectionsTemplate {
  public static let text = """
    # What a person decided about events, each with who and why. It is applied after the documents
    # are read, whenever the briefing is made. “briefing events” prints the ids, “briefing explain”
    # the sentences; “briefing correct”, “merge”, “split”, “drop” and “add” write entries here.
    #
    # - correct: k3m9x2a            # headline, date, type, domain, status, actors, recipients,
    #   date: 2016-04-26/2016-04-27 # places, part_of, aggregate; "date: proposed" confirms
    #   by: Desk officer
    #   why: The year is misprinted
    #
    # - merge: [k3m9x2a, b7d0f4h]   # one happening
    #   by: Desk officer
    #   why: Two names of one session
    #
    # - split: k3m9x2a              # sentences with these words tell another
    #   apart: ["words of a sentence"]
    #   by: Desk officer
    #   why: Two sessions, a year apart
    #
    # - drop: k3m9x2a
    #   by: Desk officer
    #   why: Not of this relationship
    #
    # - add: Defence Minister visits Islamabad
    #   date: 2016-11-02
    #   type: visit
    #   domain: defence
    #   actors: [AZE]
    #   recipients: [PAK]
    #   by: Desk officer
    #   why: Note verbale of 3 November 2016

    """
}
