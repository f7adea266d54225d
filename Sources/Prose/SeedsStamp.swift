/// What can be seen of a folder from outside: another stamp tells that something in it was written,
/// added, renamed or removed.
public struct SeedsStamp: Equatable, Sendable {
  private struct Mark: Equatable, Sendable {
    let path: FileSystem.RawPath
    let identity: [UInt64]
    let version: [Int]
  }

  private var marks: [Mark] = []

  /// - Parameter folder: what is not there, or can't be read, has the stamp of an empty folder.
  public init(_ folder: String) {
    var visited: Set<[UInt64]> = []
    add(Array(folder.utf8), &visited)
  }

  private mutating func add(_ path: FileSystem.RawPath, _ visited: inout Set<[UInt64]>) {
    guard let entry = try? FileSystem.entry(path) else { return }
    guard entry.kind == .folder else {
      return marks.append(Mark(path: path, identity: entry.identity, version: entry.version))
    }
    guard visited.insert(entry.identity).inserted else { return }
    for name in (try? FileSystem.names(in: path)) ?? [] { add(path + [0x2F] + name, &visited) }
  }
}
