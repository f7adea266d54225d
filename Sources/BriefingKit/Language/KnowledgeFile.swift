internal import CKnowledge

/// The tables that are part of the program.
enum KnowledgeFile {
  /// The bytes of a file below `Sources/CKnowledge`; none where there is no such file.
  static func bytes(_ path: String) -> [UInt8] {
    var count = 0
    let files = knowledge_files(&count)
    for index in 0..<count where String(cString: files[index].name) == path {
      return Array(UnsafeBufferPointer(start: files[index].bytes, count: files[index].length))
    }
    return []
  }

  /// Keys with their words, in the order of the file; `#` begins a comment.
  static func lines(_ path: String) -> [(key: String, words: String)] {
    LanguageTable.lines(bytes(path))
  }
}
