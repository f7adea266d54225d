public import Chronology
public import Diagnostics

/// What a person decided about events, with who and why: one entry of `corrections.yaml`.
public struct Correction: Sendable, Hashable {
  public enum Action: Sendable, Hashable {
    /// Fields of an event are otherwise than the documents or the program have them.
    case correct(EventReference, [Change])
    /// These are one happening; the program took them for several.
    case merge([EventReference])
    /// The sentences that hold these words tell another happening than the event's other sentences.
    case split(EventReference, [EventReference])
    /// Not of this relationship, or nothing that happened.
    case drop(EventReference)
    /// An event that no document tells: its headline and what else is known.
    case add(EventReference, [Change])
  }

  public var action: Action
  public var by: String
  public var why: String

  public init(_ action: Action, by: String, why: String) {
    self.action = action
    self.by = by
    self.why = why
  }

  /// How the file names it: `merge`.
  public var name: String {
    switch action {
    case .correct: "correct"
    case .merge: "merge"
    case .split: "split"
    case .drop: "drop"
    case .add: "add"
    }
  }

  /// Every name of an action.
  public static let names = ["correct", "merge", "split", "drop", "add"]
}

/// Words by which a decision names an event or a sentence, with the place where they are written.
public struct EventReference: Sendable, Hashable {
  public var text: String
  public var place: Diagnostic.Place?

  public init(_ text: String, at place: Diagnostic.Place? = nil) {
    self.text = text
    self.place = place
  }

  public static func == (a: EventReference, b: EventReference) -> Bool { a.text == b.text }

  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

/// A field of an event with its decided value.
public enum Change: Sendable, Hashable {
  case headline(String)
  /// nil: not dated.
  case date(EDTF?)
  /// The date that the program proposed is right.
  case proposedDate
  case type(EventType)
  case domain(Domain)
  case status(Status)
  case actors([String])
  case recipients([String])
  case places([String])
  /// nil: within no other event.
  case partOf(EventReference?)
  case aggregate(Bool)

  /// The field's name, as in `events.json`.
  public var field: String {
    switch self {
    case .headline: "headline"
    case .date, .proposedDate: "date"
    case .type: "type"
    case .domain: "domain"
    case .status: "status"
    case .actors: "actors"
    case .recipients: "recipients"
    case .places: "places"
    case .partOf: "part_of"
    case .aggregate: "aggregate"
    }
  }

  /// Every name of a field.
  public static let fields = [
    "headline", "date", "type", "domain", "status", "actors", "recipients", "places", "part_of",
    "aggregate",
  ]
}

/// A decision as it was applied: what a reader of the ledger must know of it.
public struct Decision: Sendable, Hashable {
  /// A field with its value before and after, as `events.json` writes them.
  public struct Change: Sendable, Hashable {
    public var field: String
    public var from: String?
    public var to: String?

    public init(field: String, from: String?, to: String?) {
      self.field = field
      self.from = from
      self.to = to
    }
  }

  /// `correct`, `merge`, `split`, `drop`, `add`.
  public var kind: String
  /// Ids of the ledger's events that it bears on; those by which a dropped one was known.
  public var events: [String]
  /// What the event was called before.
  public var headline: String
  public var changes: [Change]
  public var by: String
  public var why: String

  public init(
    kind: String, events: [String], headline: String, changes: [Change] = [], by: String,
    why: String
  ) {
    self.kind = kind
    self.events = events
    self.headline = headline
    self.changes = changes
    self.by = by
    self.why = why
  }
}
