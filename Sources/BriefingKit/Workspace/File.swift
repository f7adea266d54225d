import Diagnostics
import Glibc

/// Reading and writing of whole files; every fault names the file and says what the system said.
enum File {
  static func read(_ path: String) throws(Failure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw fault("can't read", path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw fault("can't read", path) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw fault("can't read", path, EISDIR) }
    var bytes: [UInt8] = []
    var step = Int(status.st_size) + 1
    while true {
      var got = 0
      let part = [UInt8](unsafeUninitializedCapacity: step) { buffer, count in
        got = Glibc.read(descriptor, buffer.baseAddress, step)
        count = max(0, got)
      }
      if bytes.isEmpty { bytes = part } else { bytes += part }
      if got == 0 { return bytes }
      if got < 0 && errno != EINTR { throw fault("can't read", path) }
      step = 65536
    }
  }

  /// Whether there is something at the path.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether a name, as a file may hold it, leads to below a folder and nowhere else.
  static func isInside(_ name: String) -> Bool {
    !name.isEmpty && !name.hasPrefix("/") && !name.split(separator: "/").contains("..")
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether a file holds just these bytes.
  static func hasContent(_ path: String, _ bytes: [UInt8]) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0, Int(status.st_size) == bytes.count else { return false }
    guard let there = try? read(path), there.count == bytes.count else { return false }
    return there.withUnsafeBytes { there in
      bytes.withUnsafeBytes { here in
        guard let a = there.baseAddress, let b = here.baseAddress else { return true }
        return memcmp(a, b, here.count) == 0
      }
    }
  }

  /// Writes a file under a name of its own, to be renamed to `final`, which messages name.
  static func write(_ bytes: [UInt8], to path: String, for final: String) throws(Failure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw fault("can't write", final) }
    var offset = 0
    var code: Int32 = 0
    bytes.withUnsafeBytes { buffer in
      while offset < buffer.count, code == 0 {
        let put = Glibc.write(
          descriptor, buffer.baseAddress.map { $0 + offset }, buffer.count - offset)
        if put >= 0 { offset += put } else if errno != EINTR { code = errno }
      }
    }
    if close(descriptor) != 0, code == 0 { code = errno }
    guard code == 0 else { throw fault("can't write", final, code) }
  }

  static func rename(_ from: String, to path: String) throws(Failure) {
    guard Glibc.rename(from, path) == 0 else { throw fault("can't write", path) }
  }

  /// Makes a folder and those above it.
  ///
  /// - Returns: the folders that were not there before, outermost first.
  @discardableResult
  static func makeFolder(_ path: String) throws(Failure) -> [String] {
    if isFolder(path) { return [] }
    let above = folder(of: path)
    let made = above != path && above != "." ? try makeFolder(above) : []
    if mkdir(path, 0o755) == 0 { return made + [path] }
    let code = errno
    // Somebody else may have made it meanwhile.
    if isFolder(path) { return made }
    made.reversed().forEach { rmdir($0) }
    throw code == EEXIST ? occupied(path) : fault("can't make the folder", path, code)
  }

  /// A folder is wanted where something else lies.
  private static func occupied(_ path: String) -> Failure {
    Failure(
      "file/no-folder",
      "\(path) is \(exists(path) ? "no folder" : "a link that leads nowhere")", path: path,
      hints: ["move it away, or name another folder"])
  }

  /// Nothing can be written where a folder lies.
  static func refuseFolder(_ path: String) throws(Failure) {
    guard isFolder(path) else { return }
    throw Failure(
      "file/is-folder", "\(path) is a folder, where a file is to be written", path: path,
      hints: ["move it away"])
  }

  /// What stands before the last "/"; "." when there is none.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// What stands after the last "/".
  static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  private static func fault(_ deed: String, _ path: String, _ code: Int32 = errno) -> Failure {
    let words = strerror(code).map { String(cString: $0) } ?? "error \(code)"
    return Failure(
      deed == "can't read" ? "file/unreadable" : "file/unwritable",
      "\(deed) \(path): \(words.prefix(1).lowercased() + words.dropFirst())", path: path,
      hints: hint(code, isReading: deed == "can't read"))
  }

  private static func hint(_ code: Int32, isReading: Bool) -> [String] {
    switch code {
    case EACCES, EPERM:
      [
        isReading
          ? "give yourself the right to read it"
          : "give yourself the right to write there, or name another folder"
      ]
    case ENOSPC, EDQUOT, EFBIG: ["make room, and run it again: what was there before is untouched"]
    case EROFS: ["name another folder"]
    default: []
    }
  }
}
