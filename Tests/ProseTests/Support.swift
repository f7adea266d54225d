import Diagnostics
import Glibc

@testable import Prose

/// Reads a text under a name that decides on the format.
func document(_ text: String, _ name: String = "text.txt") throws(Failure) -> Document {
  try DocumentReader.read(path: name, bytes: Array(text.utf8))
}

/// Blocks as one line each: kind, then text, cells parted by bars.
func outline(_ document: Document) -> [String] {
  document.blocks.map { block in
    let kind =
      switch block.kind {
      case .heading(let level): "h\(level)"
      case .paragraph: "p"
      case .listItem(let marker): "li \(marker)"
      case .tableRow: "row"
      case .tableHead: "head"
      case .quotation: "quote"
      case .furniture(let reason): "furniture (\(reason))"
      }
    guard block.cells.isEmpty else {
      let inherited = block.inherited.map { "^" + document.text.string($0) }
      return (["\(kind):"] + inherited + block.cells.map { document.text.string($0) })
        .joined(separator: " ; ")
    }
    return "\(kind): \(document.text.string(block.span))"
  }
}

/// The text of the furniture of a document, with its reason.
func furniture(_ document: Document) -> [String] {
  outline(document).filter { $0.hasPrefix("furniture") }
}

/// The words of a block as its tokens have them.
func words(_ document: Document, _ index: Int) -> [String] {
  document.tokens(of: document.blocks[index]).map { document.text.string($0.span) }
}

/// A file beside the tests, by its path from the folder `Tests`.
func resource(_ path: String, here: String = #filePath) throws -> [UInt8] {
  let folder = here.split(separator: "/", omittingEmptySubsequences: false).dropLast(2)
  return try FileSystem.read(Array((folder.joined(separator: "/") + "/" + path).utf8))
}

/// A reproducible stream of numbers.
struct Noise {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }

  mutating func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) }
  }
}

/// A folder for one test, removed with its content at the end.
final class Scratch {
  let path: String

  init() {
    var template = Array("/tmp/prose-test-XXXXXX".utf8CString)
    path = mkdtemp(&template).map { String(cString: $0) } ?? "/tmp/none"
  }

  func write(_ name: String, _ bytes: [UInt8]) {
    guard let file = fopen(path + "/" + name, "w") else { return }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  func write(_ name: String, _ text: String) { write(name, Array(text.utf8)) }

  func folder(_ name: String) { mkdir(path + "/" + name, 0o755) }

  deinit { Self.remove(path) }

  private static func remove(_ path: String) {
    var information = stat()
    guard lstat(path, &information) == 0 else { return }
    if information.st_mode & S_IFMT == S_IFDIR {
      chmod(path, 0o755)
      let names = (try? FileSystem.names(in: Array(path.utf8))) ?? []
      for name in names { remove(path + "/" + String(decoding: name, as: UTF8.self)) }
      rmdir(path)
    } else {
      unlink(path)
    }
  }
}
