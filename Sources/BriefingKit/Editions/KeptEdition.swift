import Chronicle
public import Diagnostics

/// An edition that somebody kept, with its events where they lie beside it.
public struct KeptEdition: Sendable {
  /// As it was named: an output folder, or an edition.json.
  public let path: String
  public let edition: Edition
  /// Its events by their ids and aliases; nil where there is no events.json of this edition.
  private let events: [String: Event]?

  /// - Parameter path: an output folder, or an edition.json.
  public init(_ path: String) throws(Failure) {
    let file = File.isFolder(path) ? OutputFolder(path).path(of: Edition.file) : path
    let bytes = try File.read(file)
    self.path = path
    edition = try Edition.read(bytes, path: file)
    let name = "events.json"
    let events = OutputFolder(File.folder(of: file)).path(of: name)
    let digest = edition.files.first { $0.name == name }?.digest
    if let bytes = try? File.read(events), Digest.sha256(bytes) == digest {
      let ledger = try LedgerJSON.read(bytes, path: events)
      let aliases = ledger.events.flatMap { event in event.aliases.map { ($0, event) } }
      // An id is nearer than an alias.
      self.events = Dictionary(
        ledger.events.map { ($0.id, $0) } + aliases, uniquingKeysWith: { first, _ in first })
    } else {
      self.events = nil
    }
  }

  /// The event of this id or alias; nil where there is none, or nothing is known of it.
  func event(_ name: String) -> Event? { events?[name] }

  /// Why its events have no words.
  public var doubt: Diagnostic? {
    if events != nil { return nil }
    return Diagnostic(
      .warning, "diff/no-events", "no events.json of this edition lies beside it", path: path,
      notes: ["its events are named by their ids alone"],
      hints: ["keep the whole output folder of an edition"])
  }
}
