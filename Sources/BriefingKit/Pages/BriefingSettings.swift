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
  /// Terms that stand only in quotation marks.
  public var contestedTerms: [String] = []
  public var skipped: [SkippedPassage] = []

  public init() {}
}
