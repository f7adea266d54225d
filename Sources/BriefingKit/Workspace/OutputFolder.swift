public import Diagnostics
import Glibc

/// One finished file of the output, in memory.
public struct OutputFile: Sendable {
  /// Relative to the output folder: `charts/timeline.svg`.
  public let path: String
  public let bytes: [UInt8]

  public init(_ path: String, _ bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// The folder that the files go to.
///
/// All files are first written beside their places under other names, then renamed, so that a full
/// disk leaves the old edition whole. What is the same already is not touched; what else lies in
/// the folder stays.
public struct OutputFolder: Sendable {
  public let path: String

  public init(_ path: String) { self.path = path }

  /// The place of a file in the folder.
  public func path(of file: String) -> String {
    path.hasSuffix("/") ? path + file : "\(path)/\(file)"
  }

  /// Whether there is a file of this name.
  public func holds(_ file: String) -> Bool { File.exists(path(of: file)) }

  /// What became of the folder, in paths relative to it.
  public struct Report: Sendable, Equatable {
    public var written: [String] = []
    public var removed: [String] = []
    /// What a person had changed and where it lies now; the same name where it was not replaced.
    public var kept: [Kept] = []

    public struct Kept: Sendable, Equatable {
      public var name: String
      public var place: String
    }
  }

  /// The edition that lies in the folder; nil where there is none that can be read.
  public var edition: Edition? {
    try? Edition.read(path(of: Edition.file), isOptional: true)
  }

  /// Writes what differs from what is there, and removes what an earlier run wrote and this one did
  /// not. What a person changed since is kept: a file to be replaced under another name.
  ///
  /// - Parameter old: the files of the edition that lies there, with their digests.
  public func replace(_ old: [Edition.Entry], with files: [OutputFile]) throws(Failure) -> Report {
    var report = Report()
    let isEdited = { (entry: Edition.Entry) in
      (try? File.read(path(of: entry.name))).map { Digest.sha256($0) != entry.digest } ?? false
    }
    var copies: [OutputFile] = []
    let names = Set(files.map(\.path))
    for entry in old where File.isInside(entry.name) {
      guard File.exists(path(of: entry.name)) else { continue }
      guard let new = files.first(where: { $0.path == entry.name }) else {
        if isEdited(entry) {
          report.kept.append(Report.Kept(name: entry.name, place: entry.name))
        } else {
          report.removed.append(entry.name)
        }
        continue
      }
      if File.hasContent(path(of: entry.name), new.bytes) || !isEdited(entry) { continue }
      let place = freeName(beside: entry.name, names)
      copies.append(OutputFile(place, try File.read(path(of: entry.name))))
      report.kept.append(Report.Kept(name: entry.name, place: place))
    }
    report.written = try write(copies + files).filter { names.contains($0) }
    for name in report.removed { unlink(path(of: name)) }
    return report
  }

  /// `briefing.edited.docx`, `briefing.edited-2.docx`…
  private func freeName(beside name: String, _ taken: Set<String>) -> String {
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    var number = 1
    while true {
      let mark = number == 1 ? ".edited" : ".edited-\(number)"
      let place = name[..<dot] + mark + name[dot...]
      if !taken.contains(String(place)), !holds(String(place)) { return String(place) }
      number += 1
    }
  }

  /// Writes what differs from what is there.
  ///
  /// - Returns: the paths written, relative to the folder.
  public func write(_ files: [OutputFile]) throws(Failure) -> [String] {
    var change = OutputChange()
    do {
      let others = files.filter { !File.hasContent(path(of: $0.path), $0.bytes) }
      try change.stage(others.map { (path(of: $0.path), $0.bytes) })
      change.names = others.map(\.path)
      try change.commit()
    } catch {
      change.undo()
      throw error
    }
    change.forget()
    return change.names
  }

  /// Writes a chart to a path, and beside it what it shows in words and as data.
  public static func write(
    beside path: String, _ chart: [UInt8], text: String, csv: String
  ) throws(Failure) {
    let name = File.name(of: path)
    let stem =
      name.lastIndex(of: ".").map { $0 > name.startIndex ? String(name[..<$0]) : name } ?? name
    let folder = OutputFolder(File.folder(of: path))
    _ = try folder.write([
      OutputFile(name, chart), OutputFile(stem + ".txt", Array(text.utf8)),
      OutputFile(stem + ".csv", Array(csv.utf8)),
    ])
  }
}
