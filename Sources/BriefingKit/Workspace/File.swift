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
    let step = max(65536, Int(status.st_size) + 1)
    while true {
      let count = bytes.count
      bytes.append(contentsOf: repeatElement(0, count: step))
      let got = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, step)
      }
      bytes.removeLast(step - max(0, got))
      if got == 0 { return bytes }
      if got < 0 && errno != EINTR { throw fault("can't read", path) }
    }
  }

  /// Whether there is something at the path.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether a file holds just these bytes.
  static func hasContent(_ path: String, _ bytes: [UInt8]) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0, Int(status.st_size) == bytes.count else { return false }
    return (try? read(path)) == bytes
  }

  static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw fault("can't write", path) }
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
    guard code == 0 else { throw fault("can't write", path, code) }
  }

  static func rename(_ from: String, to path: String) throws(Failure) {
    guard Glibc.rename(from, path) == 0 else { throw fault("can't write", path) }
  }

  /// Makes a folder and those above it.
  static func makeFolder(_ path: String) throws(Failure) {
    if isFolder(path) { return }
    let above = folder(of: path)
    if above != path, above != "." { try makeFolder(above) }
    guard mkdir(path, 0o755) == 0 || isFolder(path) else { throw fault("can't make folder", path) }
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
      "\(deed) \(path): \(words.prefix(1).lowercased() + words.dropFirst())", path: path)
  }
}
