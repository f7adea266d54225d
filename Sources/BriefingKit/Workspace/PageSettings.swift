import Chronicle
import Chronology
import Diagnostics
import Extraction
import Prose

extension BriefingSettings {
  /// What the pages need to know beside the ledger.
  init(_ workspace: Workspace, _ ledger: Ledger, _ edition: Edition) {
    self.init()
    let settings = workspace.settings
    form = settings.form
    paper = settings.paper
    asOfReason =
      settings.asOf != nil ? .given : settings.meeting.date != nil ? .meeting : .newestDocument
    marking = settings.marking
    self.edition = edition.number
    digest = edition.seedsDigest
    toolVersion = Edition.version
    language = settings.locale
    names = StateNames.short
    contestedTerms = Extractor.contestedTerms
    skipped = SkippedPassage.passages(workspace.documents, ledger)
    occasion = settings.meeting.occasion
    let when = [settings.meeting.date.map(DateText.words), settings.meeting.place]
      .compactMap(\.self)
    meeting = when.isEmpty ? nil : when.joined(separator: ", ")
    if settings.isShareable { return }
    ourPrincipal = settings.meeting.ourPrincipal
    theirPrincipal = settings.meeting.theirPrincipal
    objectives = settings.meeting.objectives
    pointsToMake = settings.meeting.pointsToMake
    pointsToAvoid = settings.meeting.pointsToAvoid
  }
}

extension SkippedPassage {
  /// What of the documents is no prose of their own; neighbours with one reason are one passage.
  static func passages(_ documents: [Document], _ ledger: Ledger) -> [SkippedPassage] {
    var ids: [String: String] = [:]
    for record in ledger.documents { ids[record.path] = record.id }
    var result: [SkippedPassage] = []
    for document in documents {
      guard let id = ids[document.path] else { continue }
      var isNext = false
      for block in document.blocks {
        guard case .furniture(let reason) = block.kind else {
          isNext = false
          continue
        }
        let lines = lines(of: block.span, in: document.text)
        if isNext, let last = result.last, last.reason == reason {
          result[result.count - 1].lines = last.lines.lowerBound...lines.upperBound
        } else {
          result.append(SkippedPassage(document: id, lines: lines, reason: reason))
        }
        isNext = true
      }
    }
    return result
  }

  private static func lines(of span: Span, in text: SourceText) -> ClosedRange<Int> {
    let first = text.lineIndex(of: span.start) + 1
    return first...max(first, text.lineIndex(of: max(span.start, span.end - 1)) + 1)
  }
}
