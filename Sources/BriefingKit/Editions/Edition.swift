import Analytics
public import Chronicle
import Chronology
public import Diagnostics

/// What one run was made from, and what it is compared with: `edition.json`.
public struct Edition: Sendable, Hashable {
  /// Changes whenever the same seeds may give other events or pages.
  public static let version = "0.1.0"
  static let tool = "briefing \(version)"
  /// Its name in the output folder.
  public static let file = "edition.json"
  static let format = "briefing-edition/1"

  /// A name with the digest of what stands behind it.
  public struct Entry: Sendable, Hashable {
    public let name: String
    public let digest: String

    init(name: String, digest: String) {
      self.name = name
      self.digest = digest
    }

    init(_ file: OutputFile) { self.init(name: file.path, digest: Digest.sha256(file.bytes)) }
  }

  /// The events of the edition that this one is compared with.
  public struct Baseline: Sendable, Hashable {
    public let number: Int
    public let asOf: String?
    public let events: [Entry]
    /// What it counted of each domain; empty where that was not written down.
    public let counted: [Domain: Int]
  }

  /// From 1.
  public internal(set) var number = 1
  public let tool: String
  public let asOf: String?
  public let parties: [String]
  /// Path and SHA-256 of each document and of the files that a person fills in, by path.
  public let seeds: [Entry]
  /// Id and digest of each event, in the order of the ledger.
  public let events: [Entry]
  /// How many dated events of each domain it counts.
  public let counted: [Domain: Int]
  public internal(set) var baseline: Baseline?
  /// The options of the command that made it, all but its folders: `--form`, `card`.
  public internal(set) var options: [String] = []
  /// Path and SHA-256 of every file that was written beside this one.
  public internal(set) var files: [Entry] = []

  /// SHA-256 over the paths and digests of all seeds.
  public var seedsDigest: String {
    Digest.sha256(seeds.map { "\($0.digest)  \($0.name)\n" }.joined())
  }

  /// The edition of a ledger.
  ///
  /// - Parameters:
  ///   - extras: path and digest of seeds that are no documents.
  ///   - previous: the edition before; nil makes this edition 1.
  public init(_ ledger: Ledger, extras: [Entry], previous: Edition?) {
    tool = Edition.tool
    asOf = ledger.asOf?.description
    parties = ledger.parties
    let documents = ledger.documents.map { Entry(name: $0.path, digest: $0.sha256) }
    seeds = (documents + extras).sorted { ($0.name, $0.digest) < ($1.name, $1.digest) }
    events = ledger.events.map {
      Entry(
        name: $0.id, digest: String(Digest.sha256(LedgerJSON.write($0)).prefix(16)))
    }
    let tally = Tally(ledger)
    counted = Dictionary(
      uniqueKeysWithValues: Domain.allCases.map { ($0, tally.count(.counted, $0)) })
    guard let previous else { return }
    if isMadeFromTheSame(as: previous) {
      number = previous.number
      baseline = previous.baseline
    } else {
      number = previous.number + 1
      baseline = Baseline(
        number: previous.number, asOf: previous.asOf, events: previous.events,
        counted: previous.counted)
    }
  }

  /// Whether both have the same seeds, settings that bear on events, and tool. The paper or the
  /// form alone makes no new edition.
  private func isMadeFromTheSame(as other: Edition) -> Bool {
    (tool, asOf, parties, seeds) == (other.tool, other.asOf, other.parties, other.seeds)
  }

  private init(
    number: Int, tool: String, asOf: String?, parties: [String], seeds: [Entry], events: [Entry],
    counted: [Domain: Int], baseline: Baseline?
  ) {
    self.number = number
    self.tool = tool
    self.asOf = asOf
    self.parties = parties
    self.seeds = seeds
    self.events = events
    self.counted = counted
    self.baseline = baseline
  }
}

extension Edition {
  /// The file's bytes.
  public func bytes() -> [UInt8] {
    let value: JSON = [
      "format": .string(Edition.format),
      "number": .integer(number),
      "tool": .string(tool),
      "as_of": JSON(asOf),
      "parties": JSON(parties),
      "options": JSON(options),
      "seeds_sha256": .string(seedsDigest),
      "seeds": Edition.value(paths: seeds),
      "files": Edition.value(paths: files),
      "events": Edition.value(events),
      "counted": Edition.value(counted),
      "baseline": baseline.map {
        [
          "number": .integer($0.number), "as_of": JSON($0.asOf), "events": Edition.value($0.events),
          "counted": Edition.value($0.counted),
        ]
      } ?? .null,
    ]
    return value.bytes()
  }

  private static func value(paths: [Entry]) -> JSON {
    .array(paths.map { ["path": .string($0.name), "sha256": .string($0.digest)] })
  }

  private static func value(_ events: [Entry]) -> JSON {
    .array(events.map { ["id": .string($0.name), "digest": .string($0.digest)] })
  }

  private static func value(_ counted: [Domain: Int]) -> JSON {
    .array(
      Domain.allCases.compactMap { domain in
        counted[domain].map { ["domain": .string(domain.rawValue), "n": .integer($0)] }
      })
  }

  /// Reads what ``bytes()`` wrote.
  public static func read(_ bytes: [UInt8], path: String) throws(Failure) -> Edition {
    guard let value = try? JSON.read(bytes), value["format"]?.text == format,
      case .integer(let number)? = value["number"], let tool = value["tool"]?.text,
      let seeds = entries(value["seeds"], "path", "sha256"),
      let events = entries(value["events"], "id", "digest")
    else {
      throw Failure(
        "edition/malformed", "\(path) is no edition.json", path: path,
        hints: [
          "each output folder holds one; --baseline none begins again with edition 1"
        ])
    }
    var baseline: Baseline?
    if let old = value["baseline"], case .integer(let oldNumber)? = old["number"],
      let oldEvents = entries(old["events"], "id", "digest")
    {
      baseline = Baseline(
        number: oldNumber, asOf: old["as_of"]?.text, events: oldEvents,
        counted: counts(old["counted"]))
    }
    var edition = Edition(
      number: number, tool: tool, asOf: value["as_of"]?.text,
      parties: value["parties"]?.elements?.compactMap(\.text) ?? [], seeds: seeds, events: events,
      counted: counts(value["counted"]), baseline: baseline)
    edition.options = value["options"]?.elements?.compactMap(\.text) ?? []
    edition.files = entries(value["files"], "path", "sha256") ?? []
    return edition
  }

  private static func counts(_ value: JSON?) -> [Domain: Int] {
    var counts: [Domain: Int] = [:]
    for element in value?.elements ?? [] {
      if let domain = element["domain"]?.text.flatMap({ Domain(rawValue: $0) }),
        case .integer(let n)? = element["n"]
      {
        counts[domain] = n
      }
    }
    return counts
  }

  /// Reads a file; nil when there is none and there need not be one.
  public static func read(_ path: String, isOptional: Bool) throws(Failure) -> Edition? {
    if isOptional && !File.exists(path) { return nil }
    return try read(File.read(path), path: path)
  }

  private static func entries(_ value: JSON?, _ name: String, _ digest: String) -> [Entry]? {
    guard let elements = value?.elements else { return nil }
    let result = elements.compactMap { element in
      element[name]?.text.flatMap { text in
        element[digest]?.text.map { Entry(name: text, digest: $0) }
      }
    }
    return result.count == elements.count ? result : nil
  }
}
