internal import CKnowledge
import Diagnostics

/// The rule files and word lists that are part of the program.
enum Knowledge {
  /// One file, by its path below the knowledge folder: `lexicon/states.tsv`.
  static func file(_ name: String) -> SourceText? {
    files.first { $0.path == name }
  }

  /// All whose path begins so, sorted.
  static func files(in folder: String) -> [SourceText] {
    files.filter { $0.path.hasPrefix(folder + "/") }
  }

  static let files: [SourceText] = {
    var count = 0
    let table = knowledge_files(&count)
    return (0..<count).map { i in
      let entry = table[i]
      let bytes = UnsafeBufferPointer(start: entry.bytes, count: entry.length)
      return SourceText(path: String(cString: entry.name), bytes: Array(bytes))
    }
  }()
}
