public import Chronicle
public import Diagnostics
import Drawing
public import Extraction
public import Prose

/// What a run is made from: the documents, and what a person filled in beside them.
public struct Workspace: Sendable {
  public var documents: [Document]
  public var settings: Settings
  /// What a person decided about events.
  public var corrections: [Correction] = []
  /// Path and digest of the seeds that are no documents.
  public var extras: [Edition.Entry]
  /// What was doubtful about reading them.
  public var diagnostics: [Diagnostic]
  /// The rules by which dates are read, with the user's own.
  public private(set) var dateRules = DateRules.builtIn
  /// Where the marking was chosen.
  var markingPlace: Diagnostic.Place?

  public init(
    documents: [Document], settings: Settings = Settings(), extras: [Edition.Entry] = [],
    diagnostics: [Diagnostic] = []
  ) {
    self.documents = documents
    self.settings = settings
    self.extras = extras
    self.diagnostics = diagnostics
  }

  /// Reads a seeds folder: its documents, `briefing.yaml` and `corrections.yaml`.
  ///
  /// - Throws: ``Failure`` where the folder can't be opened or holds no document, and where
  ///   one of the two can't be meant.
  public init(seeds: String) throws(Failure) {
    let reading = try SeedsFolder.read(folder: seeds)
    guard !reading.documents.isEmpty else {
      throw Failure(
        Diagnostic(
          .error, "seeds/empty",
          reading.skipped.isEmpty
            ? "no documents in this folder" : "no file in this folder can be read as a document",
          path: seeds,
          notes: reading.skipped.map { "\($0.path) was left out: \($0.reason)" },
          hints: ["put .txt, .md or .html files into it"]))
    }
    self.init(documents: reading.documents, diagnostics: reading.diagnostics)
    try readOwn(in: seeds)
  }

  /// Reads just these files and folders; nothing that a person filled in applies unless a seeds
  /// folder is named too.
  public init(paths: [String], seeds: String?) throws(Failure) {
    let reading = try SeedsFolder.read(paths: paths)
    self.init(documents: reading.documents, diagnostics: reading.diagnostics)
    if let seeds { try readOwn(in: seeds) }
  }

  /// What a person wrote beside the documents.
  private mutating func readOwn(in seeds: String) throws(Failure) {
    try readSettings(in: seeds)
    try readCorrections(in: seeds)
    try readRules(in: seeds)
  }

  private mutating func readCorrections(in seeds: String) throws(Failure) {
    let path = OutputFolder(seeds).path(of: CorrectionsFile.name)
    guard File.exists(path) else { return }
    let bytes = try File.read(path)
    let (text, doubts) = DocumentReader.text(path: path, bytes: bytes)
    corrections = try CorrectionsFile.read(text)
    diagnostics += doubts
    extras.append(Edition.Entry(name: path, digest: Digest.sha256(bytes)))
  }

  /// The user's own rules and words for dates: `lexicon/*.rules`, `lexicon/time.tsv`.
  private mutating func readRules(in seeds: String) throws(Failure) {
    let files = try SeedsFolder.ownFiles(in: seeds, suffix: ".rules")
    let words = try SeedsFolder.ownFiles(in: seeds, suffix: "/time.tsv")
    dateRules = DateRules(own: files, words: words)
    if let first = dateRules.diagnostics.first {
      throw Failure(first, Array(dateRules.diagnostics.dropFirst()))
    }
    extras += (files + words).map { Edition.Entry(name: $0.path, digest: Digest.sha256($0.bytes)) }
  }

  private mutating func readSettings(in seeds: String) throws(Failure) {
    let path = OutputFolder(seeds).path(of: SettingsFile.name)
    guard File.exists(path) else { return }
    let bytes = try File.read(path)
    let (text, encodingDoubts) = DocumentReader.text(path: path, bytes: bytes)
    let (settings, doubts, marking) = try SettingsFile.read(text, base: settings)
    self.settings = settings
    markingPlace = marking
    diagnostics += encodingDoubts + doubts
    extras.append(Edition.Entry(name: path, digest: Digest.sha256(bytes)))
    if let logo = settings.branding.logo {
      extras.append(Edition.Entry(name: "logo", digest: Digest.sha256(logo.source)))
    }
  }
}
