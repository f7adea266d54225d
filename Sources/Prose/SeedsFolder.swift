public import Diagnostics

/// Reads the documents of a folder, or of paths that a person names.
///
/// Folders are read with all that is in them. Four names at the top of a folder are no documents:
/// `briefing.yaml`, `corrections.yaml`, `lexicon`, `theme`; nor are hidden files.
public enum SeedsFolder {
  /// What was read, what was not, and what was doubtful.
  public struct Reading: Sendable {
    /// Sorted by path.
    public let documents: [Document]
    /// Sorted by path.
    public let skipped: [SkippedFile]
    /// About the files themselves; what is doubtful inside a document stands in the document.
    public let diagnostics: [Diagnostic]
  }

  /// A file that was found and is no document.
  public struct SkippedFile: Sendable, Equatable {
    public let path: String
    /// In words: "not read: PDF", "permission denied".
    public let reason: String
  }

  /// Names at the top of a seeds folder that are no documents.
  public static let reservedNames: Set<String> = [
    "briefing.yaml", "corrections.yaml", "lexicon", "theme",
  ]

  /// Reads all documents of a folder; what cannot be read is skipped with a diagnostic.
  ///
  /// - Throws: ``Failure`` `seeds/no-folder`, `seeds/not-a-folder` or `seeds/unreadable` where the
  ///   folder itself cannot be opened. An empty folder is no failure but a warning.
  public static func read(folder: String) throws(Failure) -> Reading {
    let path = Array(folder.utf8)
    let entry: FileSystem.Entry
    do {
      entry = try FileSystem.entry(path)
    } catch {
      throw error.code == 2
        ? Failure(
          "seeds/no-folder", "there is no such folder", path: folder,
          hints: [
            "run 'briefing init', or make the folder and put .txt, .md or .html files into it"
          ])
        : unreadable(error, folder)
    }
    guard entry.kind == .folder else {
      throw Failure(
        "seeds/not-a-folder", "this is a file, not a folder", path: folder,
        hints: ["name the folder that holds it"])
    }
    var search = Search()
    do {
      try search.enter(path, entry, isTop: true)
    } catch {
      throw unreadable(error, folder)
    }
    return search.reading(of: folder)
  }

  fileprivate static func unreadable(_ problem: FileSystem.Problem, _ path: String) -> Failure {
    Failure(
      "seeds/unreadable", "can't be read: \(problem.words)", path: path, hints: problem.hints)
  }

  /// A user's own files of a kind in the `lexicon` of a seeds folder, by name; none where there is no
  /// such folder.
  ///
  /// - Throws: ``Failure`` `seeds/unreadable` for a file that can't be read.
  public static func ownFiles(in folder: String, suffix: String) throws(Failure) -> [SourceText] {
    let place = Array((folder + "/lexicon").utf8)
    guard let names = try? FileSystem.names(in: place) else { return [] }
    var files: [SourceText] = []
    for name in names where name.first != 0x2E {
      let path = String(decoding: place + [0x2F] + name, as: UTF8.self)
      guard path.hasSuffix(suffix) else { continue }
      do {
        files.append(SourceText(path: path, bytes: try FileSystem.read(place + [0x2F] + name)))
      } catch {
        throw unreadable(error, path)
      }
    }
    return files
  }

  /// Reads the files and folders at the paths.
  ///
  /// - Throws: ``Failure`` where a path does not exist, cannot be read or is no document. Within
  ///   a folder such files are skipped with a diagnostic.
  public static func read(paths: [String]) throws(Failure) -> Reading {
    var search = Search()
    for path in paths {
      let raw = Array(path.utf8)
      do {
        let entry = try FileSystem.entry(raw)
        switch entry.kind {
        case .folder: try search.enter(raw, entry, isTop: true)
        case .file: search.add(raw, entry, isNamed: true)
        case .other: throw Failure("seeds/no-file", "this is not a file", path: path)
        }
      } catch let problem as FileSystem.Problem {
        throw unreadable(problem, path)
      } catch let failure as Failure {
        throw failure
      } catch {
        throw Failure("seeds/unreadable", "can't be read", path: path)
      }
    }
    let reading = search.reading(of: nil)
    if let failure = search.failure { throw failure }
    return reading
  }
}

/// Walks through folders, gathers files, then reads them in the order of their paths.
private struct Search {
  private struct Found: Sendable {
    let path: FileSystem.RawPath
    let isNamed: Bool

    func read() -> Result<Document, Refusal> {
      let path = String(decoding: path, as: UTF8.self)
      do {
        return .success(
          try DocumentReader.read(path: path, bytes: try FileSystem.read(self.path)))
      } catch let problem as FileSystem.Problem {
        return .failure(
          Refusal(failure: SeedsFolder.unreadable(problem, path), reason: problem.words))
      } catch let failure as Failure {
        return .failure(Refusal(failure: failure, reason: failure.diagnostic.message))
      } catch {
        return .failure(Refusal(failure: nil, reason: ""))
      }
    }
  }

  /// Why a file is no document.
  private struct Refusal: Error {
    let failure: Failure?
    let reason: String
  }

  private var files: [Found] = []
  private var seenFiles: Set<[UInt64]> = []
  private var seenFolders: Set<[UInt64]> = []
  private var skipped: [SeedsFolder.SkippedFile] = []
  private var diagnostics: [Diagnostic] = []
  /// Why the first file that was named by a person could not be read.
  private(set) var failure: Failure?

  /// Deeper folders are taken for a mistake.
  private static let deepest = 64

  mutating func add(_ path: FileSystem.RawPath, _ entry: FileSystem.Entry, isNamed: Bool) {
    guard seenFiles.insert(entry.identity).inserted else {
      if !isNamed { skip(path, "another name of a file already read") }
      return
    }
    files.append(Found(path: path, isNamed: isNamed))
  }

  mutating func enter(
    _ folder: FileSystem.RawPath, _ entry: FileSystem.Entry, isTop: Bool, depth: Int = 0
  ) throws(FileSystem.Problem) {
    guard seenFolders.insert(entry.identity).inserted else {
      if !isTop {
        let reason = "a link to a folder already read"
        skip(folder, reason)
        warn(folder, "seeds/link-loop", reason, hints: ["remove the link"])
      }
      return
    }
    for name in try FileSystem.names(in: folder) {
      if name.first == 0x2E || name.last == 0x7E { continue }
      if isTop, SeedsFolder.reservedNames.contains(String(decoding: name, as: UTF8.self)) {
        continue
      }
      visit((folder.last == 0x2F ? folder : folder + [0x2F]) + name, depth: depth)
    }
  }

  private mutating func visit(_ path: FileSystem.RawPath, depth: Int) {
    do {
      let entry = try FileSystem.entry(path)
      switch entry.kind {
      case .file: add(path, entry, isNamed: false)
      case .other:
        skip(path, "not a file")
        warn(path, "seeds/not-a-file", "this is neither a file nor a folder", hints: [])
      case .folder where depth >= Self.deepest:
        skip(path, "folders nest too deep")
        warn(path, "seeds/too-deep", "folders nest too deep here", hints: [])
      case .folder: try enter(path, entry, isTop: false, depth: depth + 1)
      }
    } catch {
      let isBroken = error.code == 2
      let words = isBroken ? "a link that leads nowhere" : error.words
      skip(path, words)
      warn(
        path, "seeds/unreadable", "can't be read: \(words)",
        hints: isBroken ? ["remove the link"] : error.hints)
    }
  }

  private mutating func skip(_ path: FileSystem.RawPath, _ reason: String) {
    skipped.append(
      SeedsFolder.SkippedFile(path: String(decoding: path, as: UTF8.self), reason: reason))
  }

  private mutating func warn(
    _ path: FileSystem.RawPath, _ id: String, _ message: String, hints: [String]
  ) {
    diagnostics.append(
      Diagnostic(
        .warning, id, message, path: String(decoding: path, as: UTF8.self), hints: hints))
  }

  /// Reads what was found.
  mutating func reading(of folder: String?) -> SeedsFolder.Reading {
    var documents: [Document] = []
    let ordered = files.sorted { $0.path.lexicographicallyPrecedes($1.path) }
    for (file, result) in zip(ordered, ordered.concurrentMap { $0.read() }) {
      switch result {
      case .success(let document): documents.append(document)
      case .failure(let refusal):
        if let failure = refusal.failure { refuse(file, failure, reason: refusal.reason) }
      }
    }
    if documents.isEmpty, let folder {
      diagnostics.append(
        Diagnostic(
          .warning, "seeds/empty", "no documents in this folder", path: folder,
          hints: ["put .txt, .md or .html files into it"]))
    }
    return SeedsFolder.Reading(
      documents: documents, skipped: skipped.sorted { $0.path < $1.path },
      diagnostics: diagnostics.sorted(by: Diagnostic.inOrder))
  }

  private mutating func refuse(_ file: Found, _ failure: Failure, reason: String) {
    if file.isNamed, self.failure == nil { self.failure = failure }
    skip(file.path, reason)
    let old = failure.diagnostic
    diagnostics.append(
      Diagnostic(.warning, old.id, old.message, path: old.path, hints: old.hints))
  }
}
