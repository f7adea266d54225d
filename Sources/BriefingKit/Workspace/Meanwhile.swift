import Chronicle
import Diagnostics
import Drawing
import Layout
import Rendering

/// What is made on the other core while the pages are set, in the order in which they need it.
struct Meanwhile {
  let figures: Background<Result<FigureShelf.Frames, Failure>>
  let evidence: Background<Result<Handed<Galley>, Failure>>
  /// The tables and charts of the output folder.
  let files: Background<Result<[OutputFile], Failure>>
  let attachments: Background<Result<[Attachment], Failure>>
  /// The digests of ``files``.
  let entries: Background<Result<[Edition.Entry], Failure>>

  /// - Parameter charts: which the core makes already.
  init(
    _ core: OtherCore<FontLibrary>, _ story: Story,
    charts: Background<Result<[OutputFile], Failure>>, _ settings: Settings
  ) {
    @Sendable func maker(_ fonts: FontLibrary) -> BriefingMaker {
      BriefingMaker(story: story, measurer: PangoMeasurer(fonts))
    }
    figures = core.make { (fonts) throws(Failure) in maker(fonts).figures() }
    let files = core.make { (_) throws(Failure) in
      let ledger = story.ledger
      return [
        OutputFile("events.json", LedgerJSON.write(ledger)),
        OutputFile("events.csv", LedgerCSV.write(ledger)),
        OutputFile("events.ics", LedgerICS.write(ledger)),
      ] + (try charts.wait().get())
    }
    evidence = core.make { (fonts) throws(Failure) in Handed(value: maker(fonts).evidence()) }
    attachments = core.make { (_) throws(Failure) -> [Attachment] in
      if settings.isShareable { return [] }
      return try files.wait().get().compactMap(attachment).map(PDFWriter.packed)
    }
    entries = core.make { (_) throws(Failure) in
      try files.wait().get().map(Edition.Entry.init)
    }
    self.files = files
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
