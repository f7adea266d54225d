public import Charts
import Diagnostics
import Prose

/// How much of the briefing is printed.
public enum BriefingForm: String, Sendable, Hashable, CaseIterable {
  /// The first page alone.
  case card
  /// The first page and the timeline.
  case twoPager = "two-pager"
  case full
}

/// Sheets that a briefing is set on.
public enum Paper: String, Sendable, Hashable, CaseIterable {
  case a4
  case letter
}

/// Why the briefing speaks as of its day.
public enum AsOfReason: Sendable, Hashable {
  case meeting
  case newestDocument
  case given
}

/// Who somebody is, as a person wrote it.
public struct Biography: Sendable, Hashable {
  public var name: String
  public var text: String

  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}

/// A stretch of a document that was not read for events, and why.
public struct SkippedPassage: Sendable, Hashable {
  /// The document's id in the ledger.
  public var document: String
  /// First and last line, from 1.
  public var lines: ClosedRange<Int>
  public var reason: String

  public init(document: String, lines: ClosedRange<Int>, reason: String) {
    self.document = document
    self.lines = lines
    self.reason = reason
  }
}

/// What a person fills in, and what the run knows beside the ledger.
public struct BriefingSettings: Sendable, Hashable {
  public var form: BriefingForm = .full
  public var paper: Paper = .a4
  public var asOfReason: AsOfReason = .newestDocument
  /// Printed in capitals at head and foot of each page; nil: none.
  public var marking: String?
  public var edition = 1
  /// SHA-256 over all seeds, in hexadecimal digits.
  public var digest = ""
  public var toolVersion = ""
  /// BCP 47.
  public var language = "en-GB"
  /// English names of states by alpha-3 code, of organisations by acronym; missing ones are printed
  /// as they are coded.
  public var names: [String: String] = [:]
  public var occasion: String?
  /// Date and place of the meeting, as they are to be printed.
  public var meeting: String?
  public var ourPrincipal: String?
  public var theirPrincipal: String?
  public var objectives: [String] = []
  public var pointsToMake: [String] = []
  public var pointsToAvoid: [String] = []
  /// What the other side is likely to say.
  public var theirPoints: [String] = []
  public var sensitivities: [String] = []
  public var biographies: [Biography] = []
  /// Whether what a person fills in is left out, and no room is left for it.
  public var isShareable = false
  /// The edition that this one is compared with; nil for the first.
  public var baseline: Edition.Baseline?
  /// Digests of this edition's events, by id.
  public var eventDigests: [String: String] = [:]
  /// Whether empty slots are printed as lines to write on.
  var hasBlanks: Bool { form == .full && !isShareable }
  /// Terms that stand only in quotation marks.
  public var contestedTerms: [String] = []
  public var skipped: [SkippedPassage] = []
  /// Names that the documents introduce with a short form.
  public var abbreviations: [Abbreviation] = []
  /// What sentences say of papers that the sentences before them tell.
  public var sequels: [Sequel] = []
  /// What sentences say against what others tell of the events before them.
  public var denials: [Denial] = []

  /// Inks and faces of the figures.
  public var theme = Theme.light

  public init() {}

  /// What a run knows.
  ///
  /// - Parameters:
  ///   - names: English names of states by alpha-3 code.
  ///   - contestedTerms: terms that stand only in quotation marks.
  public init(
    _ workspace: Workspace, edition: Edition, names: [String: String], contestedTerms: [String]
  ) {
    let settings = workspace.settings
    let meeting = settings.meeting
    form = settings.form
    paper = settings.paper
    language = settings.locale
    asOfReason =
      settings.asOf != nil ? .given : settings.today != nil ? .meeting : .newestDocument
    marking = settings.marking
    theme = settings.branding.lightTheme
    self.edition = edition.number
    digest = edition.seedsDigest
    baseline = edition.baseline
    eventDigests = Dictionary(
      edition.events.map { ($0.name, $0.digest) }, uniquingKeysWith: { first, _ in first })
    toolVersion = Edition.tool
    self.names = names
    self.contestedTerms = contestedTerms
    skipped = workspace.documents.enumerated().flatMap { index, document in
      SkippedPassage.all(in: document, id: "S\(index + 1)")
    }
    abbreviations = Abbreviation.all(in: workspace.documents)
    sequels = Sequel.all(in: workspace.documents)
    denials = Denial.all(in: workspace.documents)
    isShareable = settings.isShareable
    if isShareable { return }
    let say = Language(language)
    let day = meeting.date.map { DateWords(language: say).words($0) }
    let when = [day, meeting.place.map(say.own)].compactMap { $0 }
    occasion = meeting.occasion.map(say.own)
    self.meeting = when.isEmpty ? nil : when.joined(separator: say.string(.comma))
    ourPrincipal = meeting.ourPrincipal.map(say.own)
    theirPrincipal = meeting.theirPrincipal.map(say.own)
    objectives = meeting.objectives.map(say.own)
    pointsToMake = meeting.pointsToMake.map(say.own)
    pointsToAvoid = meeting.pointsToAvoid.map(say.own)
    theirPoints = meeting.theirPoints.map(say.own)
    sensitivities = meeting.sensitivities.map(say.own)
    biographies = meeting.biographies.map {
      Biography(name: say.own($0.name), text: say.own($0.text))
    }
  }
}

extension SkippedPassage {
  /// The furniture of a document, neighbours of one reason joined.
  static func all(in document: Document, id: String) -> [SkippedPassage] {
    var passages: [SkippedPassage] = []
    for block in document.blocks {
      guard case .furniture(let reason) = block.kind else { continue }
      let first = document.text.position(of: block.span.start).line
      let last = document.text.position(of: max(block.span.start, block.span.end - 1)).line
      if let previous = passages.last, previous.reason == reason,
        first <= previous.lines.upperBound + 3
      {
        passages[passages.count - 1].lines =
          previous.lines.lowerBound...max(last, previous.lines.upperBound)
      } else {
        passages.append(SkippedPassage(document: id, lines: first...last, reason: reason))
      }
    }
    return passages
  }
}
