internal import CKnowledge

/// The tables that are part of the program.
enum KnowledgeFile {
  /// The bytes of a file below `Sources/CKnowledge`; of a folder, of all its files. None where there
  /// is neither.
  static func bytes(_ path: String) -> [UInt8] {
    var count = 0
    let files = knowledge_files(&count)
    var bytes: [UInt8] = []
    for index in 0..<count {
      let name = String(cString: files[index].name)
      guard name == path || path.hasSuffix("/") && name.hasPrefix(path) else { continue }
      bytes += UnsafeBufferPointer(start: files[index].bytes, count: files[index].length)
    }
    return bytes
  }

  /// Keys with their words, in the order of the file; `#` begins a comment.
  static func lines(_ path: String) -> [(key: String, words: String)] {
    LanguageTable.lines(bytes(path))
  }
}
