public import Chronology

/// A document as the ledger names it.
public struct DocumentRecord: Sendable, Hashable {
  /// `S1`, in the order of paths.
  public var id: String
  public var path: String
  public var title: String
  public var date: EDTF?
  public var author: String?
  public var publisher: String?
  /// Alpha-3 code of the state whose voice it is, `neutral`, or nil.
  public var side: String?
  /// How the voice is named: "Ambassador of Pakistan to Azerbaijan".
  public var voice: String?
  public var marking: String?
  public var sha256: String

  public init(
    id: String, path: String, title: String, date: EDTF? = nil, author: String? = nil,
    publisher: String? = nil, side: String? = nil, voice: String? = nil, marking: String? = nil,
    sha256: String
  ) {
    self.id = id
    self.path = path
    self.title = title
    self.date = date
    self.author = author
    self.publisher = publisher
    self.side = side
    self.voice = voice
    self.marking = marking
    self.sha256 = sha256
  }
}

/// A hope or prospect that a document names, never counted.
public struct Opening: Sendable, Hashable {
  public var domain: Domain
  public var mention: Mention

  public init(domain: Domain, mention: Mention) {
    self.domain = domain
    self.mention = mention
  }
}

/// All events of all documents, in total order.
public struct Ledger: Sendable {
  /// "Today" for anniversaries and plans; nil when no document has a date.
  public var asOf: Day?
  /// Alpha-3 codes, our side first.
  public var parties: [String]
  public var documents: [DocumentRecord]
  public var events: [Event]
  public var openings: [Opening]
  /// What a person decided about them, in the order of `corrections.yaml`.
  public var decisions: [Decision]

  public init(
    asOf: Day?, parties: [String], documents: [DocumentRecord], events: [Event],
    openings: [Opening] = [], decisions: [Decision] = []
  ) {
    self.asOf = asOf
    self.parties = parties
    self.documents = documents
    self.events = Ledger.sorted(events)
    self.openings = openings
    self.decisions = decisions
  }

  /// Earliest possible day, then latest, open ends last, null dates last, then id.
  public static func inOrder(_ a: Event, _ b: Event) -> Bool {
    switch (a.content.date, b.content.date) {
    case (let x?, let y?) where EDTF.inOrder(x, y): true
    case (let x?, let y?) where EDTF.inOrder(y, x): false
    case (.some, nil): true
    case (nil, .some): false
    default: a.id < b.id
    }
  }

  /// Events in the order of ``inOrder(_:_:)``.
  static func sorted(_ events: [Event]) -> [Event] {
    // Days tell most of them apart.
    let days = events.map { $0.content.date?.days ?? (Int.max, Int.max) }
    func inOrder(_ a: Int, _ b: Int) -> Bool {
      days[a] == days[b] ? Ledger.inOrder(events[a], events[b]) : days[a] < days[b]
    }
    if events.indices.dropFirst().allSatisfy({ !inOrder($0, $0 - 1) }) { return events }
    return events.indices.sorted(by: inOrder).map { events[$0] }
  }

  /// The event of this id or alias.
  public func event(_ id: String) -> Event? {
    events.first { $0.id == id } ?? events.first { $0.aliases.contains(id) }
  }
}
