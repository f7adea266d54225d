import Chronology

/// An assertion with what merging asks of it again and again: an object, as many are compared with
/// many.
final class Telling {
  /// A part of a happening that a sentence tells alone: an end of a visit, the opening of what was
  /// built.
  enum Stage { case arrival, departure, completion }

  let assertion: Assertion
  let type: EventType
  let stage: Stage?
  let isDated: Bool
  /// First day; the last where the first is open, and where there is none the end of all days.
  let start: Int
  /// Last day; where it is open, a year after the first.
  let end: Int
  /// Days that the date leaves open; undated is widest, a date that can't be right nearly so.
  let width: Int
  /// Numbers of the words that tell it from others of its kind, ascending.
  private(set) lazy var subjects = assertion.subjects.map(numbers.number).sorted()
  /// Those of them that are ordinals.
  private(set) lazy var ordinals = assertion.subjects.filter { $0.utf8.first == UInt8(ascii: "#") }
    .map(numbers.number)
  /// The offices that entries give for names.
  private(set) lazy var offices = assertion.subjects.filter { $0.utf8.first == UInt8(ascii: "@") }
    .map(numbers.number)
  /// What an undated sentence is looked up by.
  private(set) lazy var words = isStanding ? [numbers.number(of: kind)] : subjects
  /// Surnames, in the form in which tellers' spellings agree.
  private(set) lazy var people: [String] = assertion.content.participants.compactMap { person in
    let surname = PersonalName.surname(of: person.name)
    return surname.isEmpty ? nil : Self.skeleton(surname.lowercased())
  }

  /// Things with a number in their name, up to its last digit: "JF-17" of "JF-17C".
  private(set) lazy var things: [Substring] = assertion.mention.quote.split(separator: " ")
    .compactMap {
      word in
      guard word.first?.isUppercase == true, word.contains("-"),
        let end = word.lastIndex(where: \.isNumber)
      else { return nil }
      return word[...end]
    }

  /// Who acts, upon whom, and both, for comparison.
  let actorSet: NumberSet
  let recipientSet: NumberSet
  let sides: NumberSet

  /// "The Commission was constituted by an agreement": the paper is the founding of the body.
  private(set) lazy var foundsBody =
    assertion.content.type == .agreement && Self.tellsFounding(assertion.mention.quote)

  private let numbers: WordNumbers

  init(_ assertion: Assertion, _ numbers: WordNumbers) {
    self.assertion = assertion
    type = assertion.content.type
    self.numbers = numbers
    actorSet = numbers.set(ofSides: assertion.content.actors)
    recipientSet = numbers.set(ofSides: assertion.content.recipients)
    sides = actorSet.union(recipientSet)
    stage = Self.stage(assertion)
    isDated = assertion.content.date != nil
    // The date that counts: the proposal where the source's own can't be right.
    let proposed = assertion.content.proposedDate?.date
    let date = proposed ?? assertion.content.date
    let first = date?.earliest?.number
    let last = date?.latest?.number
    start = first ?? last ?? Int.max
    end = last ?? first.map { $0 + 366 } ?? Int.max
    if let own = assertion.content.date {
      let isOpen = own.isOpenEnd || own.isOpenStart
      let isVague = own.precision == .decade || own.precision == .century
      let more = isVague ? 20_000 : isOpen ? 10_000 : 0
      width = proposed == nil ? end - start + more : Int.max - 1
    } else {
      width = Int.max
    }
  }

  private static func stage(_ a: Assertion) -> Stage? {
    if a.content.type == .construction { return a.repeats == nil ? nil : .completion }
    return switch a.kind {
    case "visit/arrived": .arrival
    case "visit/left": .departure
    default: nil
    }
  }

  private static func tellsFounding(_ quote: String) -> Bool {
    guard let by = quote.firstRange(of: " by an agreement") else { return false }
    return foundings.contains { quote[..<by.lowerBound].hasSuffix($0) }
  }

  private static let foundings = ["constituted", "established", "created", "founded", "set up"]

  var date: EDTF? { assertion.content.date }
  var actors: [String] { assertion.content.actors }
  var recipients: [String] { assertion.content.recipients }
  var amounts: [Amount] { assertion.content.amounts }
  var kind: String { assertion.kind }
  var repeats: Int? { assertion.repeats }
  var hasGuessedRoles: Bool { assertion.hasGuessedRoles }
  var isStanding: Bool { assertion.isStanding }

  /// Names spelt differently share their first letter and consonants.
  private static func skeleton(_ word: String) -> String {
    let consonants = word.filter { !"aeiouyıəöü".contains($0) }
    guard consonants.count >= 2, let first = word.first else { return word }
    return "aeiou".contains(first) ? "\(first)\(consonants)" : consonants
  }
}

/// Numbers for words, and for sides, so that they are compared at once.
final class WordNumbers {
  private var words: [String: Int] = [:]
  private var sides: [String: Int] = [:]

  func number(of word: String) -> Int { Self.number(of: word, &words) }

  func set(ofSides codes: [String]) -> NumberSet {
    var set = NumberSet()
    for code in codes { set.insert(Self.number(of: code, &sides)) }
    return set
  }

  private static func number(of word: String, _ numbers: inout [String: Int]) -> Int {
    if let known = numbers[word] { return known }
    numbers[word] = numbers.count
    return numbers.count - 1
  }
}
