public import Chronicle
import Charts
import Chronology
public import Diagnostics
import Dispatch
import Drawing
import Extraction
import Rendering

/// The whole of what a run makes, in memory.
public struct Compilation: Sendable {
  public let ledger: Ledger
  public let edition: Edition
  /// All that was doubted or left out, in order.
  public let diagnostics: [Diagnostic]
  /// Every file of the output folder.
  public let files: [OutputFile]

  /// How many diagnostics are as grave as this.
  public func count(_ severity: Diagnostic.Severity) -> Int {
    diagnostics.count { $0.severity == severity }
  }
}

/// Reads the program's own rules, words and fonts on another core, which is otherwise done when they
/// are first used.
public func prepare() { _ = preparation }

private let preparation: Void = DispatchQueue.global(qos: .userInitiated).async {
  Extractor.prepare()
  // One for each of the two cores on which a briefing is made.
  FontLibrary.prepare(2)
}

/// Makes everything of a briefing: the same workspace and baseline give the same bytes.
///
/// - Parameters:
///   - previous: the edition that lies in the output folder; nil makes this edition 1.
///   - options: how it was asked for, in words that the edition keeps.
///   - hasPNG: whether pictures in PNG are made beside the SVG.
///   - hasWord: whether the briefing is made for word processors too.
public func compile(
  _ workspace: Workspace, previous: Edition? = nil, options: [String] = [], hasPNG: Bool = true,
  hasWord: Bool = false
) throws(Failure) -> Compilation {
  let (ledger, doubts) = read(workspace)
  let marking = try Marking.ofBriefing(
    workspace.settings.marking, at: workspace.markingPlace,
    isFilled: workspace.settings.meeting.isFilled, ledger)
  let letters = ledger.words + workspace.settings.words
  let otherCore = OtherCore { () throws(Failure) in try FontLibrary.load(for: letters).fonts }
  var edition = Edition(ledger, extras: workspace.extras, previous: previous)
  let before = PreviousCounts(edition.baseline, Language(workspace.settings.locale))
  let charts = otherCore.make { (fonts) throws(Failure) in
    try chartFiles(
      ledger, workspace.settings, before, fonts: fonts, marking: marking.words, hasPNG: hasPNG)
  }
  var settings = BriefingSettings(
    workspace, edition: edition, names: StateNames.short, contestedTerms: ContestedWords.all)
  settings.marking = marking.words
  let story = Story(ledger, settings)
  let meanwhile = Meanwhile(otherCore, story, charts: charts, workspace.settings)
  let (fonts, fontDoubts) = try FontLibrary.load(for: letters)
  let diagnostics = (doubts + marking.doubts + fontDoubts).sorted(by: Diagnostic.inOrder)
  let maker = BriefingMaker(story: story, measurer: PangoMeasurer(fonts))
  var document = try maker.document { () throws(Failure) in
    try meanwhile.evidence()
  } figures: { () throws(Failure) in
    try meanwhile.figures()
  }
  let pages = try draw(document, fonts, otherCore)
  document.attachments = try meanwhile.attachments()
  var files = [
    OutputFile("diagnostics.txt", Array(DiagnosticPrinter().print(diagnostics).utf8)),
    OutputFile("briefing.pdf", try pages.finish(document)),
  ]
  if hasWord {
    let word = try maker.word { (frame) throws(Failure) in
      try PNGWriter.write(frame, scale: 3, fonts: fonts)
    }
    files.append(OutputFile("briefing.docx", word))
  }
  edition.options = options
  edition.files = (files.map(Edition.Entry.init) + (try meanwhile.entries()))
    .sorted { $0.name < $1.name }
  files.append(OutputFile(Edition.file, edition.bytes()))
  files = try meanwhile.files() + files
  otherCore.dispose(of: document, pages, maker, fonts)
  return Compilation(ledger: ledger, edition: edition, diagnostics: diagnostics, files: files)
}

/// The pages of a document, the later ones drawn on the other core.
private func draw(
  _ document: PagedDocument, _ fonts: FontLibrary, _ otherCore: OtherCore<FontLibrary>
) throws(Failure) -> DrawnPages {
  let others = (1..<PDFWriter.partCount(of: document)).map { part in
    otherCore.make { (fonts) throws(Failure) in
      try PDFWriter.draw(part: part, of: document, fonts: fonts)
    }
  }
  var parts = [try PDFWriter.draw(part: 0, of: document, fonts: fonts)]
  for other in others { parts.append(try other.wait().get()) }
  return try PDFWriter.join(parts, document)
}

/// All figures for slides, each in every form.
private func chartFiles(
  _ ledger: Ledger, _ settings: Settings, _ previous: PreviousCounts?, fonts: FontLibrary,
  marking: String?, hasPNG: Bool
) throws(Failure) -> [OutputFile] {
  let figures = FigureMaker(
    ledger: ledger, measurer: PangoMeasurer(fonts), theme: settings.branding.lightTheme,
    numbers: Numbering(ledger).numbers, names: StateNames.short,
    previous: previous, language: Language(settings.locale))
  var files: [OutputFile] = []
  for name in FigureName.allCases {
    let figure = figures.slide(name)
    let frame = figure.frame.marked(marking, size: .slide)
    let path = "charts/\(name.rawValue)"
    files.append(OutputFile("\(path).svg", SVGWriter.write(frame)))
    if hasPNG {
      files.append(OutputFile("\(path).png", try PNGWriter.write(frame, scale: 2, fonts: fonts)))
    }
    files.append(OutputFile("\(path).txt", Array(figure.text.utf8)))
    files.append(OutputFile("\(path).csv", Array(figure.csv.utf8)))
  }
  return files
}

/// The ledger of a workspace's documents, and what was doubtful on the way there.
public func read(_ workspace: Workspace) -> (ledger: Ledger, diagnostics: [Diagnostic]) {
  let settings = workspace.settings
  let asOf = settings.today
  var extraction = ExtractionSettings(
    parties: settings.parties, asOf: asOf, locale: settings.locale)
  extraction.dateRules = workspace.dateRules
  let extract = Extractor.extract(workspace.documents, settings: extraction)
  var diagnostics = workspace.diagnostics + extract.diagnostics
  if extract.ledger.events.isEmpty {
    diagnostics.append(
      Diagnostic(
        .warning, "ledger/empty", "no events in these documents",
        hints: ["an event is a sentence with a date, or with a deed between the two states"]))
  } else if asOf == nil {
    diagnostics.append(asOfDoubt(extract.ledger.asOf, settings))
  }
  let (ledger, faults) = Correcting.apply(
    workspace.corrections, to: extract.ledger, namesDeciders: !settings.isShareable)
  let ids = extract.ledger.events.flatMap { [$0.id] + $0.aliases }
  return (ledger, diagnostics + faults.map { $0.diagnostic(ids) })
}

/// The ledger of an `events.json`.
public func readLedger(_ path: String) throws(Failure) -> Ledger {
  try LedgerJSON.read(File.read(path), path: path)
}

private func asOfDoubt(_ day: Day?, _ settings: Settings) -> Diagnostic {
  let hints = [
    settings.isShareable && settings.meeting.date != nil
      ? "the meeting's date is not shared: pass --as-of for another day"
      : "set the meeting's date in briefing.yaml, or pass --as-of"
  ]
  guard let day else {
    return Diagnostic(
      .warning, "settings/no-as-of", "no document has a date: what is past or planned is not known",
      hints: hints)
  }
  return Diagnostic(
    .warning, "settings/as-of-newest-document",
    "today is taken to be \(day), the date of the newest document", hints: hints)
}
