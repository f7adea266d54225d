public import Diagnostics

extension OutputFolder {
  /// How a folder is not what it should be, in paths relative to it.
  public struct Difference: Sendable, Equatable {
    /// Not there.
    public var missing: [String] = []
    /// As an earlier run wrote it.
    public var stale: [String] = []
    /// As somebody made it since.
    public var edited: [String] = []
    /// Written by an earlier run, and by a run of now no more.
    public var left: [String] = []

    public var count: Int { missing.count + stale.count + edited.count + left.count }
  }

  /// What a run that makes these files would find otherwise; writes nothing.
  public func difference(from files: [OutputFile]) -> Difference {
    var difference = Difference()
    let old = edition?.files ?? []
    let digests = Dictionary(
      old.map { ($0.name, $0.digest) }, uniquingKeysWith: { first, _ in first })
    for file in files {
      let path = path(of: file.path)
      if File.hasContent(path, file.bytes) { continue }
      guard let bytes = try? File.read(path) else {
        difference.missing.append(file.path)
        continue
      }
      if let digest = digests[file.path], Digest.sha256(bytes) != digest {
        difference.edited.append(file.path)
      } else {
        difference.stale.append(file.path)
      }
    }
    let names = Set(files.map(\.path))
    difference.left = old.map(\.name).filter {
      File.isInside($0) && !names.contains($0) && holds($0)
    }
    return difference
  }

  /// The fault that the folder is not what the compilation gives; nil where it is.
  public func fault(_ compilation: Compilation) -> Diagnostic? {
    let difference = difference(from: compilation.files)
    if difference.count == 0 { return nil }
    let file = path(of: Edition.file)
    guard let edition else {
      return Diagnostic(
        .error, "output/none", "there is no edition that can be read", path: file,
        hints: ["run briefing build"])
    }
    let seeds = EntryChange(from: edition.seeds, to: compilation.edition.seeds)
    let notes = [
      (seeds.added, "new since"), (seeds.changed, "changed since"), (seeds.gone, "gone since"),
      (difference.missing, "missing"), (difference.stale, "out of date"),
      (difference.edited, "changed by hand"), (difference.left, "left from an earlier run"),
    ].filter { !$0.0.isEmpty }.map { "\($0.1): \(OutputFolder.listed($0.0))" }
    let cause =
      edition.tool == compilation.edition.tool
      ? [] : ["made by \(edition.tool), this is \(compilation.edition.tool)"]
    return Diagnostic(
      .error, "output/stale",
      "\(difference.count) of \(compilation.files.count) files are not what the seeds give",
      path: file, notes: cause + notes,
      hints: ["run briefing build"])
  }
  /// The first few names.
  private static func listed(_ names: [String]) -> String {
    let limit = 8
    if names.count <= limit + 1 { return names.joined(separator: ", ") }
    return names.prefix(limit).joined(separator: ", ") + " and \(names.count - limit) more"
  }
}
