public import Chronology

/// A number with what it counts: `1000000 USD`, `50 scholarships`.
public struct Amount: Sendable, Hashable {
  public var value: Double
  /// ISO 4217 code or a plural noun.
  public var unit: String

  public init(value: Double, unit: String) {
    self.value = value
    self.unit = unit
  }
}

/// A person as the text names them.
public struct Participant: Sendable, Hashable {
  public var name: String
  /// "President", "Prime Minister"; empty when none is told.
  public var role: String
  /// Alpha-3 code of the state or an organisation's acronym; nil when unknown.
  public var side: String?

  public init(name: String, role: String, side: String?) {
    self.name = name
    self.role = role
    self.side = side
  }
}

/// A value that would fit better than the source's, with the reason.
public struct ProposedDate: Sendable, Hashable {
  public var date: EDTF
  public var reason: String

  public init(date: EDTF, reason: String) {
    self.date = date
    self.reason = reason
  }
}

/// One sentence of one document that tells an event.
public struct Mention: Sendable, Hashable {
  /// The document's id in the ledger: `S1`.
  public var document: String
  /// Unicode scalars of the document's text, end exclusive.
  public var start: Int
  public var end: Int
  /// From 1.
  public var line: Int
  /// The exact words.
  public var quote: String
  public var dateText: String?
  /// The rules that made it, outermost first.
  public var rules: [String]

  public init(
    document: String, start: Int, end: Int, line: Int, quote: String, dateText: String?,
    rules: [String]
  ) {
    self.document = document
    self.start = start
    self.end = end
    self.line = line
    self.quote = quote
    self.dateText = dateText
    self.rules = rules
  }
}

/// A part of why an event is as it is, for `explain`.
public struct Reason: Sendable, Hashable {
  /// What it speaks of: `date`, `domain`, `actors`, `merge`, `confidence`.
  public var subject: String
  public var words: String

  public init(_ subject: String, _ words: String) {
    self.subject = subject
    self.words = words
  }
}

/// What the assertion or event says, apart from who tells it.
public struct Content: Sendable, Hashable {
  public var headline: String = ""
  public var date: EDTF?
  public var proposedDate: ProposedDate? {
    @inlinable get { proposals.first }
    set { proposals = newValue.map { [$0] } ?? [] }
  }
  /// Apart from the rest: few have one.
  @usableFromInline private(set) var proposals: [ProposedDate] = []
  public var dateBasis: DateBasis = .none
  public var type: EventType = .other
  public var domain: Domain = .political
  public var secondaryDomains: [Domain] = []
  public var status: Status = .occurred
  /// Alpha-3 codes and acronyms, sorted.
  public var actors: [String] = []
  public var recipients: [String] = []
  public var participants: [Participant] = []
  public var places: [String] = []
  public var amounts: [Amount] = []
  public var isAggregate = false
  /// Sorted.
  public var flags: [String] = []
  /// 0…1
  public var confidence: Double = 1
  public var reasons: [Reason] = []

  public init() {}
}

/// What one sentence in one document claims.
public struct Assertion: Sendable {
  public var content: Content
  public var mention: Mention
  /// Index, in the same document's list, of the assertion within which this one happened.
  public var partOf: Int?
  /// Index, in the same document's list, of the assertion whose happening this one tells again:
  /// "the Ministry’s file gives 12 December".
  public var repeats: Int?
  /// Whether nothing in the sentence says who acts, so that any teller knows better.
  public var hasGuessedRoles = false
  /// The headline names no more than the type and the states: another teller's says more.
  public var hasBareHeadline = false
  /// A policy without a day: its kind alone says what it is.
  public var isStanding = false
  /// The words that tell it from others of its kind, in the form in which tellers' spellings agree,
  /// "#6" of a sixth session and "@Speaker" of an office that stands for a name; sorted.
  public var subjects: [String]
  /// What kind of deed of its type: "establishment/mission"; empty when not known.
  public var kind: String

  public init(
    content: Content, mention: Mention, partOf: Int? = nil, subjects: [String] = [],
    kind: String = ""
  ) {
    self.content = content
    self.mention = mention
    self.partOf = partOf
    self.subjects = subjects
    self.kind = kind
  }
}
