import Glibc

/// A folder for one test, which goes away with the value.
public final class ScratchFolder: Sendable {
  public let path: String

  public init() {
    var template = Array("/tmp/briefing-test-XXXXXX".utf8CString)
    precondition(mkdtemp(&template) != nil, "no folder in /tmp")
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { ScratchFolder.remove(path) }

  /// The full path of something in the folder.
  public func path(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file, and makes the folders above it.
  public func write(_ name: String, _ bytes: some Sequence<UInt8>) {
    var folder = path
    for part in name.split(separator: "/").dropLast() {
      folder += "/\(part)"
      mkdir(folder, 0o755)
    }
    guard let file = fopen(path(name), "w") else { preconditionFailure("can't write \(name)") }
    let bytes = Array(bytes)
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  public func write(_ name: String, _ text: String) { write(name, text.utf8) }

  /// The bytes of a file; nil when there is none.
  public func bytes(_ name: String) -> [UInt8]? {
    guard let file = fopen(path(name), "r") else { return nil }
    defer { fclose(file) }
    var result: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65536)
    while true {
      let got = fread(&chunk, 1, chunk.count, file)
      if got == 0 { return result }
      result += chunk[..<got]
    }
  }

  public func text(_ name: String) -> String? {
    bytes(name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// What lies in a folder, sorted.
  public func names(_ folder: String = ".") -> [String] { ScratchFolder.names(in: path(folder)) }

  /// Names a file's content as it lies on the disk; changes when it is replaced.
  public func number(_ name: String) -> UInt? {
    var status = stat()
    return stat(path(name), &status) == 0 ? UInt(status.st_ino) : nil
  }

  private static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var result: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { result.append(name) }
    }
    return result.sorted()
  }

  private static func remove(_ path: String) {
    if unlink(path) == 0 { return }
    for name in names(in: path) { remove(path + "/" + name) }
    rmdir(path)
  }
}
