import Chronicle
import Chronology
import Diagnostics
import Prose

/// Whose voice a document has and whom it is about.
struct DocumentContext {
  /// Alpha-3 codes of the two states.
  var parties: [String]
  /// The state that says "we"; nil for neutral voices.
  var voice: String?
  /// How the voice is named: "Ambassador of Pakistan to Azerbaijan".
  var voiceName: String?
  /// The state whose office wrote the document at home; an ambassador's is none.
  var house: String? { voiceName == nil ? voice : nil }
  /// What the document is called.
  var title = ""
  /// The document's own day.
  var reference: Day?

  /// Where the text gives that day: it dates the document and no deed.
  var ownDate: Span?

  /// The other of the two parties.
  func other(than side: String) -> String? {
    guard parties.count == 2, parties.contains(side) else { return nil }
    return parties[0] == side ? parties[1] : parties[0]
  }
}

/// What has been told so far, as far as later sentences lean on it: an object, one for a document.
final class Discourse {
  /// States that were called otherwise once.
  var formerStates: FormerStates

  init(parties: [String]) { formerStates = FormerStates(parties: parties) }

  /// Number of the assertion of the last visit, meeting or summit with a date.
  var anchor: Int?
  /// The deed that gives the anchor its date.
  var anchorDated: Draft?
  var anchorBlock = -1
  /// Who acted in the last dated deed, and to whom.
  var lastRoles: (actors: [String], recipients: [String])?
  /// The last dated deed of the block, for clauses that leave it out.
  var lastType: EventType?
  var lastRule: EventRule?
  var lastDated: Draft?
  var lastAssertion: Int?
  var lastBlock = -1
  /// Visits told with their dates, by who went: "during the visit of Prime Minister Modi".
  var visits: [ToldVisit] = []
  /// A deed named without a date in the block.
  var pending: (type: EventType, rule: EventRule, sentence: Range<Int>)?
  var pendingBlock = -1
  /// The visit that the document is about: dated within days of the document itself.
  var mainVisit: Int?
  var mainVisitDated: Draft?
  /// The talks that the document is about: held about its own day.
  var mainTalks: (date: DateMention, index: Int)?
  /// The day of the deed with which a report of its own day begins, and the block that tells it.
  var scene: (date: DateMention, block: Int)?
  /// The side that acted last.
  var subject: String?
  /// Who acts in list items without a subject.
  var listSubject: String?
  /// The domain that the last heading names.
  var headingDomain: Domain?
  /// The year that a heading gives to the entries below it.
  var headingDate: DateMention?
  /// The date of a row: its own at its head, or the year in a cell that reaches down to it.
  var entryDate: DateMention?
  /// Where the rows of the table have their money.
  var moneyColumn: MoneyColumn?
  /// Which columns of the table say what befell a paper.
  var paperColumns: PaperColumns?
  /// What the rows of the table count, where they are sittings: "session of the Joint Commission".
  var sitting: String?
  /// Whether a date alone makes an entry of the block: no heading, no line with the document's date.
  var mayGuess = false
  /// Abbreviations that the document introduces, with the kind of deed that they stand for.
  var abbreviations = Abbreviations()
  /// The block of the last dated deed began with an ordinal: "1st consultations: Oslo, 3 May".
  var wasNumbered = false
  /// Whether the document is a list of dated entries, each of which tells a deed.
  var isChronicle = false
  /// What the line before the list says of its entries.
  var lead: LeadIn?
  /// States beside the parties that acted with them last: the third of "the three ministers".
  var thirds: [String] = []
  /// Whether the sentence before spoke of three states together.
  var wasThree = false
  /// Who made the agreement told last in the block, where others than the parties did.
  var paperActors: [String] = []
  /// Who acted last in the same entry.
  var entryActors: [String] = []
  /// Office and surname of the person told last.
  var person: String?
  /// The state of that person.
  var personSide: String?

  /// Notes whom the next "he" means.
  func note(_ role: String, _ name: String, of side: String?) {
    personSide = side
    person = [role, PersonalName.surname(of: name)].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Whom "he" and "she" may mean beside deeds of some states.
  func person(of actors: [String]) -> String? {
    guard let personSide, !actors.isEmpty else { return person }
    return actors.contains(personSide) ? person : nil
  }
  /// How often each side gave something.
  var gifts: [String: Int] = [:]
  /// Whether the document's voice speaks: not in an interviewer's question.
  var isVoice = true
}

/// A visit that later sentences may point at by its visitor.
struct ToldVisit {
  /// Surname and office in small letters; the surname empty where none is told.
  var surname: String
  var role: String
  var date: DateMention
  /// Number of its assertion.
  var index: Int
}

/// What a clause tells, before it has actors and a domain.
///
/// An object, as it is filled step by step and carried to all that ask something of it.
final class Draft {
  var type: EventType
  var rule: EventRule?
  var trigger: Range<Int>?
  /// The clause in which the deed is told.
  var clause: Clause?
  var segment: Range<Int>
  var sentence: Range<Int>
  /// The sentence that names the deed, where this one gives only its date.
  var told: Range<Int>?
  /// "Fifty more arrived in January": the deed told before goes on, of the same doers.
  var goesOn = false
  /// What the head of a table says of the date's column: "in force".
  var fate: String?
  /// "No minister has come since May 2010": told of the last that did.
  var isLast = false
  /// "Signed: 30 July 1992": a label, whose deed the title before it names.
  var isLabel: Bool { rule?.kind == .entry || trigger?.lowerBound == sentence.lowerBound }
  var date: DateMention?
  var value: EDTF?
  var basis = DateBasis.none
  var status = Status.occurred
  /// Draft or assertion within which it happened.
  var partOf: Int?
  var rules: [String]
  var reasons: [Reason] = []
  var confidence: Double
  /// What lowered the confidence, with how much.
  var doubts: [String] = []

  init(
    type: EventType, rule: EventRule?, trigger: Range<Int>?, clause: Clause? = nil,
    segment: Range<Int>, sentence: Range<Int>, rules: [String],
    confidence: Double
  ) {
    self.type = type
    self.rule = rule
    self.trigger = trigger
    self.clause = clause
    self.segment = segment
    self.sentence = sentence
    self.rules = rules
    // The date's, the domain's and the confidence's at least.
    reasons.reserveCapacity(6)
    self.confidence = confidence
  }
}
