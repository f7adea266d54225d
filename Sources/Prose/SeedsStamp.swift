import Glibc

/// What can be seen of a folder from outside: another stamp tells that something in it was written,
/// added, renamed or removed.
public struct SeedsStamp: Equatable, Sendable {
  private struct Mark: Equatable, Sendable {
    let path: FileSystem.RawPath
    let values: [Int]
  }

  private var marks: [Mark] = []

  /// - Parameter folder: what is not there, or can't be read, has the stamp of an empty folder.
  public init(_ folder: String) {
    var visited: Set<[UInt64]> = []
    add(Array(folder.utf8), &visited)
  }

  private mutating func add(_ path: FileSystem.RawPath, _ visited: inout Set<[UInt64]>) {
    var information = stat()
    let isThere = stat(path.map { CChar(bitPattern: $0) } + [0], &information) == 0
    guard isThere, let entry = try? FileSystem.entry(path) else { return }
    guard entry.kind == .folder else {
      let time = information.st_mtim
      let values = [
        Int(information.st_size), Int(time.tv_sec), Int(time.tv_nsec), Int(information.st_ino),
      ]
      return marks.append(Mark(path: path, values: values))
    }
    guard visited.insert(entry.identity).inserted else { return }
    for name in (try? FileSystem.names(in: path)) ?? [] { add(path + [0x2F] + name, &visited) }
  }
}
