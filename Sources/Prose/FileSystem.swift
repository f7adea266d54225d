import Diagnostics
import Glibc

/// The few questions to the file system that reading a folder needs.
enum FileSystem {
  /// A path as the system has it: any bytes but NUL.
  typealias RawPath = [UInt8]

  enum Kind: Equatable {
    case file
    case folder
    /// A pipe, socket or device.
    case other
  }

  /// What a path leads to, links followed.
  struct Entry {
    let kind: Kind
    /// The same for two paths to one file.
    let identity: [UInt64]
    /// Size and time of the last change, in seconds and nanoseconds.
    let version: [Int]
  }

  /// What went wrong, in words.
  struct Problem: Error, Equatable {
    let code: Int32

    var words: String {
      switch code {
      case ENOENT: "there is no such file"
      case EACCES, EPERM: "permission denied"
      case ELOOP: "a link that leads back to itself"
      case ENAMETOOLONG: "the name is too long"
      case EISDIR: "this is a folder"
      case ENOTDIR: "this is not a folder"
      default: String(cString: strerror(code))
      }
    }

    /// What a person can do about it.
    var hints: [String] {
      switch code {
      case EACCES, EPERM: ["give yourself the right to read it, or take it out of the folder"]
      case ELOOP: ["remove the link"]
      case EIO: ["copy it again from where it came from"]
      default: []
      }
    }
  }

  static func entry(_ path: RawPath) throws(Problem) -> Entry {
    var information = stat()
    guard stat(cString(path), &information) == 0 else { throw Problem(code: errno) }
    let kind: Kind =
      switch information.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      default: .other
      }
    let time = information.st_mtim
    return Entry(
      kind: kind, identity: [UInt64(information.st_dev), UInt64(information.st_ino)],
      version: [Int(information.st_size), Int(time.tv_sec), Int(time.tv_nsec)])
  }

  /// The names in a folder in the order of their bytes, without "." and "..".
  static func names(in folder: RawPath) throws(Problem) -> [RawPath] {
    guard let directory = opendir(cString(folder)) else { throw Problem(code: errno) }
    defer { closedir(directory) }
    var names: [RawPath] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { buffer in
        Array(buffer.prefix { $0 != 0 })
      }
      if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// All bytes of a file.
  static func read(_ path: RawPath) throws(Problem) -> [UInt8] {
    let file = open(cString(path), O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw Problem(code: errno) }
    defer { close(file) }
    var information = stat()
    guard fstat(file, &information) == 0 else { throw Problem(code: errno) }
    guard information.st_mode & S_IFMT != S_IFDIR else { throw Problem(code: EISDIR) }
    var bytes: [UInt8] = []
    var room = max(4_096, Int(information.st_size) + 1)
    while true {
      var problem: Int32 = 0
      let part = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        (count, problem) = fill(buffer, from: file)
      }
      guard problem == 0 else { throw Problem(code: problem) }
      let isLast = part.count < room
      if bytes.isEmpty { bytes = part } else { bytes += part }
      if isLast { return bytes }
      room = max(65_536, bytes.count)
    }
  }

  /// Reads until the buffer is full or the file ends.
  private static func fill(_ buffer: UnsafeMutableBufferPointer<UInt8>, from file: Int32)
    -> (count: Int, problem: Int32)
  {
    var count = 0
    while count < buffer.count, let base = buffer.baseAddress {
      let got = Glibc.read(file, base + count, buffer.count - count)
      if got < 0, errno == EINTR { continue }
      if got < 0 { return (count, errno) }
      if got == 0 { break }
      count += got
    }
    return (count, 0)
  }

  private static func cString(_ path: RawPath) -> [CChar] {
    path.map { CChar(bitPattern: $0) } + [0]
  }
}
