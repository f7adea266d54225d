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

  /// Writes what differs from what is there.
  ///
  /// - Returns: the paths written, relative to the folder.
  public func write(_ files: [OutputFile]) throws(Failure) -> [String] {
    var staged: [(temporary: String, final: String)] = []
    var changed: [String] = []
    do {
      for file in files {
        let final = path(of: file.path)
        if File.hasContent(final, file.bytes) { continue }
        try File.makeFolder(File.folder(of: final))
        let temporary = File.folder(of: final) + "/.\(File.name(of: final)).\(getpid()).part"
        staged.append((temporary, final))
        try File.write(file.bytes, to: temporary)
        changed.append(file.path)
      }
      for (temporary, final) in staged { try File.rename(temporary, to: final) }
    } catch {
      for (temporary, _) in staged { unlink(temporary) }
      throw error
    }
    return changed
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
