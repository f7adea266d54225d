public import Chronology

/// What a person chose for one briefing: on the command line, else in `briefing.yaml`.
public struct Settings: Sendable, Hashable {
  /// "Today" for anniversaries and plans; nil: the meeting's date, else the newest document's.
  public var asOf: Day?
  /// Alpha-3 codes, our side first; empty: found in the documents, by name only.
  public var parties: [String] = []
  public var form: BriefingForm = .full
  public var paper: Paper = .a4
  /// Forms of dates and numbers in the briefing: `en-GB`.
  public var locale = "en-GB"
  /// Printed in the head and foot of every page, in capitals: "OFFICIAL".
  public var marking: String?
  /// Leaves out what is ours alone: objectives, points, principals.
  public var isShareable = false
  public var meeting = Meeting()
  /// Colours and face of the figures.
  public var branding = Branding()

  public init() {}

  /// "Today" as far as it is told: what may be shared does not give away a meeting's date.
  var today: Day? { asOf ?? (isShareable ? nil : meeting.date) }

  /// The locales with forms of their own.
  public static var locales: [String] { Language.tags }
}

/// The meeting for which the briefing is made, as a person filled it in; what is nil or empty is
/// printed as a ruled line to write on.
public struct Meeting: Sendable, Hashable {
  public var occasion: String?
  public var date: Day?
  public var place: String?
  public var ourPrincipal: String?
  public var theirPrincipal: String?
  public var objectives: [String] = []
  public var pointsToMake: [String] = []
  public var pointsToAvoid: [String] = []
  public var theirPoints: [String] = []
  public var sensitivities: [String] = []
  public var biographies: [Biography] = []

  public init() {}

  /// Whether it holds what is ours alone: even that there is a meeting.
  var isFilled: Bool { self != Meeting() }
}

extension Settings {
  /// What a person wrote, as it is printed.
  var words: [String] {
    let lines = [
      marking, meeting.occasion, meeting.place, meeting.ourPrincipal, meeting.theirPrincipal,
    ]
    return lines.compactMap(\.self) + meeting.objectives + meeting.pointsToMake
      + meeting.pointsToAvoid + meeting.theirPoints + meeting.sensitivities
      + meeting.biographies.flatMap { [$0.name, $0.text] }
  }
}
