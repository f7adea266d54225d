import Chronicle
import Diagnostics
import Drawing
import Layout
import Rendering

/// What is made on the other core while the pages are set, in the order in which they need it.
struct Meanwhile {
  private let madeFigures: Background<Result<FigureShelf.Frames, Failure>>
  private let madeEvidence: Background<Result<Handed<Galley>, Failure>>
  private let tables: Background<Result<[OutputFile], Failure>>
  private let charts: Background<Result<[OutputFile], Failure>>
  /// What becomes of the tables and of the charts.
  private let parts: [Background<Result<FileParts, Failure>>]

  /// - Parameter charts: which the core makes already.
  init(
    _ core: OtherCore<FontLibrary>, _ story: Story,
    charts: Background<Result<[OutputFile], Failure>>, _ settings: Settings
  ) {
    @Sendable func maker(_ fonts: FontLibrary) -> BriefingMaker {
      BriefingMaker(story: story, measurer: PangoMeasurer(fonts))
    }
    madeFigures = core.make { (fonts) throws(Failure) in maker(fonts).figures() }
    madeEvidence = core.make { (fonts) throws(Failure) in Handed(value: maker(fonts).evidence()) }
    let tables = core.offer { () throws(Failure) in
      let ledger = story.ledger
      return [
        OutputFile("events.json", LedgerJSON.write(ledger)),
        OutputFile("events.csv", LedgerCSV.write(ledger)),
        OutputFile("events.ics", LedgerICS.write(ledger)),
      ]
    }
    self.tables = tables
    self.charts = charts
    parts = [tables, charts].map { files in
      core.offer { () throws(Failure) in
        try FileParts(files.wait().get(), isShareable: settings.isShareable)
      }
    }
  }

  /// The figures of the pages; until they are there, tables are made here.
  func figures() throws(Failure) -> FigureShelf.Frames {
    try madeFigures.wait(doing: [tables] + parts).get()
  }

  /// What stands at the end of the pages; until it is there, tables are made here.
  func evidence() throws(Failure) -> Galley {
    try madeEvidence.wait(doing: [tables] + parts).get().value
  }

  /// The tables and charts of the output folder.
  func files() throws(Failure) -> [OutputFile] {
    try tables.wait().get() + charts.wait().get()
  }

  func attachments() throws(Failure) -> [Attachment] {
    var all: [Attachment] = []
    for part in parts { all += try part.wait().get().attachments }
    return all
  }

  /// The digests of ``files()``.
  func entries() throws(Failure) -> [Edition.Entry] {
    var all: [Edition.Entry] = []
    for part in parts { all += try part.wait().get().entries }
    return all
  }
}

/// What becomes of some files besides: attachments of the briefing, and lines of the edition.
private struct FileParts: Sendable {
  let attachments: [Attachment]
  let entries: [Edition.Entry]

  init(_ files: [OutputFile], isShareable: Bool) throws(Failure) {
    attachments = isShareable ? [] : try files.compactMap(attachment).map(PDFWriter.packed)
    entries = files.map(Edition.Entry.init)
  }
}

/// The files that the briefing carries within it; nil for the others.
private func attachment(_ file: OutputFile) -> Attachment? {
  let kinds = [
    "events.json": ("application/json", "All events with their sources"),
    "events.csv": ("text/csv", "All events as a table"),
  ]
  if let (type, words) = kinds[file.path] {
    return Attachment(name: file.path, type: type, description: words, bytes: file.bytes)
  }
  guard file.path.hasSuffix(".svg") else { return nil }
  return Attachment(
    name: File.name(of: file.path), type: "image/svg+xml", description: "Figure for a slide",
    bytes: file.bytes)
}
