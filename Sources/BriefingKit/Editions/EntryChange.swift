/// What became of names with digests: the seeds of an edition, or its files.
public struct EntryChange: Sendable, Equatable {
  public private(set) var added: [String] = []
  public private(set) var gone: [String] = []
  /// There before and after, with other content.
  public private(set) var changed: [String] = []

  /// - Parameters:
  ///   - old: the names before; each once.
  ///   - new: the names after; each once.
  public init(from old: [Edition.Entry], to new: [Edition.Entry]) {
    let before = Dictionary(
      old.map { ($0.name, $0.digest) }, uniquingKeysWith: { first, _ in first })
    for entry in new {
      switch before[entry.name] {
      case nil: added.append(entry.name)
      case entry.digest?: break
      default: changed.append(entry.name)
      }
    }
    let after = Set(new.map(\.name))
    gone = old.map(\.name).filter { !after.contains($0) }
  }

  public var isNone: Bool { added.isEmpty && gone.isEmpty && changed.isEmpty }

  /// A line for each name: `+` added, `~` changed, `-` gone.
  var lines: [String] {
    added.map { "+ \($0)" } + changed.map { "~ \($0)" } + gone.map { "- \($0)" }
  }

  /// `1 added, 2 changed`.
  var summary: String {
    [(added, "added"), (gone, "gone"), (changed, "changed")].filter { !$0.0.isEmpty }
      .map { "\($0.0.count) \($0.1)" }.joined(separator: ", ")
  }
}
