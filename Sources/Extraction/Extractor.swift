public import Chronicle
public import Chronology
public import Diagnostics
public import Prose
import Synchronization

/// What a person decides about a run of the extraction.
public struct ExtractionSettings: Sendable {
  /// Alpha-3 codes, our side first; empty: read off the documents.
  public var parties: [String]
  /// "Today"; nil: the newest document's date.
  public var asOf: Day?
  /// BCP 47; decides numeric dates that the document leaves open.
  public var locale: String
  /// The rules by which dates are read.
  public var dateRules = DateRules.builtIn

  public init(parties: [String] = [], asOf: Day? = nil, locale: String = "en-GB") {
    self.parties = parties
    self.asOf = asOf
    self.locale = locale
  }
}

/// The ledger of some documents, with all that was doubtful about it.
public struct Extract: Sendable {
  public var ledger: Ledger
  public var diagnostics: [Diagnostic]
}

/// Documents → ledger.
public enum Extractor {
  /// Reads the program's own rules and words, which is otherwise done when they are first used;
  /// threads that call it share the work.
  ///
  /// But for the rules for dates, which whoever reads documents has read before.
  public static func prepare() {
    while true {
      let next = begun.add(1, ordering: .relaxed).oldValue
      guard knowledge.indices.contains(next) else { return }
      knowledge[next]()
    }
  }

  /// What takes longest first.
  private static let knowledge: [@Sendable () -> Void] = [
    { _ = Gazetteer.builtIn }, { _ = EventRuleSet.builtIn }, { _ = People.builtIn },
    { _ = VerbLexicon.builtIn }, { _ = DomainClassifier.builtIn }, { _ = StatusReader.builtIn },
    { _ = Refusal.builtIn }, { _ = OpeningFinder.rules }, { _ = ContestedTerms.builtIn },
    { _ = HeaderWords.builtIn }, { _ = Units.builtIn }, { _ = PlainDeed.builtIn },
  ]

  private static let begun = Atomic(0)

  /// Reads all documents, in the order of their paths.
  public static func extract(_ documents: [Document], settings: ExtractionSettings = .init())
    -> Extract
  {
    prepare()
    let ordered = documents.sorted { $0.path < $1.path }
    let read = ordered.concurrentMap { Paper($0, locale: settings.locale) }
    let headers = read.map(\.header)
    let parties = settings.parties.isEmpty ? commonParties(headers) : settings.parties
    // What is told of one document hangs on no other.
    let extracts = Array(read.enumerated()).concurrentMap {
      Self.read($0.element, "S\($0.offset + 1)", parties, settings)
    }
    let diagnostics =
      zip(ordered, read).flatMap { $0.diagnostics + $1.diagnostics }
      + extracts.flatMap(\.diagnostics)
    let asOf = settings.asOf ?? headers.compactMap { $0.date?.latest }.max()
    let ledger = Ledger(
      asOf: asOf, parties: parties,
      documents: read.enumerated().map { record("S\($0 + 1)", $1.document, $1.header) },
      events: Merger.events(extracts.map(\.assertions)), openings: extracts.flatMap(\.openings))
    return Extract(ledger: ledger, diagnostics: diagnostics.sorted(by: Diagnostic.inOrder))
  }

  /// What is told in a document, report by report.
  private static func read(
    _ paper: Paper, _ id: String, _ parties: [String], _ settings: ExtractionSettings
  ) -> DocumentExtract {
    var dates = DateReader.Settings(locale: settings.locale)
    dates.rules = settings.dateRules
    dates.learn(from: paper.document.text.bytes, monthFirst: paper.monthFirst)
    func read(_ document: Document, _ header: DocumentHeader) -> DocumentExtract {
      Self.read(document, header, id, parties, dates)
    }
    guard !paper.reports.isEmpty else { return read(paper.document, paper.header) }
    var whole = DocumentExtract()
    for report in paper.reports { whole.append(read(report.document, report.header)) }
    return whole
  }

  private static func read(
    _ document: Document, _ header: DocumentHeader, _ id: String, _ parties: [String],
    _ settings: DateReader.Settings
  ) -> DocumentExtract {
    let own = header.parties.count == 2 ? header.parties : parties
    let context = DocumentContext(
      parties: own, voice: header.side == "neutral" ? nil : header.side,
      voiceName: header.voice, title: header.title, reference: header.date?.latest,
      ownDate: header.dateSpan)
    var dateSettings = settings
    dateSettings.reference = context.reference
    dateSettings.bearsDate = context.reference != nil
    dateSettings.parties = own
    dateSettings.isSouthern = own.count == 2 && own.allSatisfy(DateLexicon.builtIn.isSouthern)
    var reader = DateReader(dateSettings)
    var people = PersonFinder(parties: own)
    return DocumentExtractor(
      id: id, document: document, context: context, gazetteer: .builtIn
    ).extract(dates: &reader, people: &people)
  }

  private static func record(_ id: String, _ document: Document, _ header: DocumentHeader)
    -> DocumentRecord
  {
    DocumentRecord(
      id: id, path: document.path, title: header.title, date: header.date, author: header.author,
      publisher: header.publisher, side: header.side, voice: header.voice,
      marking: header.marking, sha256: document.sha256)
  }

  /// The pair that most documents are about, by name; of several the first by name.
  private static func commonParties(_ headers: [DocumentHeader]) -> [String] {
    var counts: [[String]: Int] = [:]
    for header in headers where header.parties.count == 2 {
      counts[PartyFinder.sorted(header.parties), default: 0] += 1
    }
    let ranked = counts.keys.sorted { a, b in
      let left = (-(counts[a] ?? 0), a.joined())
      let right = (-(counts[b] ?? 0), b.joined())
      return left < right
    }
    return ranked.first ?? headers.first?.parties ?? []
  }
}
