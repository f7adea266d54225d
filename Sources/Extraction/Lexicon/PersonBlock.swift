import Diagnostics
import Prose

/// The tokens of a block with what is named in them, as seen by the person finder.
struct PersonBlock {
  /// An office or title, or several in a row, with the state told beside it.
  struct Head {
    var start: Int
    var end: Int
    var role = ""
    var rank = 0
    var side: String?
    /// Whether the head ends in "of STATE".
    var hasState = false
    var isTitle = false
  }

  let tokens: [Token]
  let text: SourceText
  private var entities: [Entity]
  /// Number of the entity that holds a token; -1 for none.
  private var holder: [Int32]
  private var found: [Entity] = []
  private var people: [Bool]
  /// No name is looked for before this token.
  var next = 0
  /// Where the offices begin that stand behind a name and are that one's.
  var apposed: Set<Int> = []

  init(tokens: [Token], text: SourceText, entities: [Entity]) {
    self.tokens = tokens
    self.text = text
    self.entities = entities
    holder = Self.holders(entities, tokens.count)
    people = Array(repeating: false, count: tokens.count)
  }

  private static func holders(_ entities: [Entity], _ count: Int) -> [Int32] {
    var holder = [Int32](repeating: -1, count: count)
    for number in entities.indices {
      for i in entities[number].range { holder[i] = Int32(number) }
    }
    return holder
  }

  func string(_ range: Range<Int>) -> String {
    text.string(Span(tokens[range.lowerBound].start, tokens[range.upperBound - 1].end))
  }

  func isPerson(_ i: Int) -> Bool { people[i] }

  /// Whether a token belongs to an entity or to a person found already.
  func isTaken(_ i: Int) -> Bool { holder[i] >= 0 || people[i] }

  /// Takes tokens for a person: entities that begin in them are none.
  mutating func claim(_ range: Range<Int>) {
    let count = entities.count
    entities.removeAll { range.contains($0.range.lowerBound) }
    if entities.count < count { holder = Self.holders(entities, tokens.count) }
  }

  mutating func add(_ person: Entity) {
    found.append(person)
    for i in person.range { people[i] = true }
    next = max(next, person.range.upperBound)
  }

  /// Entities and people, by place.
  func result() -> [Entity] {
    found.isEmpty
      ? entities : (entities + found).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func entity(at i: Int) -> Entity? {
    guard i >= 0, i < tokens.count, holder[i] >= 0 else { return nil }
    return entities[Int(holder[i])]
  }

  /// Offices and titles in a row that begin at a token: "H.E. Dr", "Prime Minister of STATE Mr".
  func head(at start: Int) -> Head? {
    guard let first = entity(at: start), first.kind == .office || first.kind == .title,
      first.range.lowerBound == start
    else { return nil }
    var head = Head(start: start, end: start)
    var i = start
    while let entity = entity(at: i), entity.kind == .office || entity.kind == .title {
      head.isTitle = entity.kind == .title
      if entity.kind == .office, head.rank == 0 || entity.rank < head.rank {
        head.rank = entity.rank
        head.role = entity.name
      }
      i = entity.range.upperBound
      head.end = i
      if i < tokens.count, head.isTitle, tokens[i].key == NameRun.stop { i += 1 }
      if entity.kind == .office, let (side, end) = ofState(at: i) {
        head.side = side
        head.hasState = true
        head.end = end
        i = end
      }
      if i < tokens.count, tokens[i].key == Self.comma, self.entity(at: i + 1)?.kind == .title {
        i += 1
      }
    }
    if head.side == nil { head.side = sideBefore(start) }
    return head
  }

  /// The head that ends where a name begins that has swallowed part of it: "King | Hussein".
  func head(endingAt i: Int) -> Head? {
    var start = i - 1
    while start >= 0, i - start <= 6 {
      if let head = head(at: start), nameStart(after: head) == i { return head }
      start -= 1
    }
    return nil
  }

  /// Where a name must begin behind a head: past a stop or, behind "of STATE", past a comma.
  func nameStart(after head: Head) -> Int? {
    var i = head.end
    guard i < tokens.count else { return nil }
    if tokens[i].key == NameRun.stop, head.isTitle { i += 1 }
    if head.hasState, i < tokens.count, tokens[i].key == Self.comma { i += 1 }
    return i < tokens.count ? i : nil
  }

  /// An office told behind a name: ", President of …", ", the former Foreign Minister of …".
  func apposition(after end: Int) -> Head? {
    guard end < tokens.count, tokens[end].key == Self.comma || tokens[end].key == Self.bracket
    else { return nil }
    var i = end + 1
    while i < tokens.count, Self.fillers.contains(tokens[i].key) { i += 1 }
    if let entity = entity(at: i), entity.kind == .demonym || entity.kind == .state {
      i = entity.range.upperBound
      if i < tokens.count, tokens[i].key == Tokenizer.possessive { i += 1 }
      while i < tokens.count, Self.fillers.contains(tokens[i].key) { i += 1 }
    }
    guard let head = head(at: i), head.rank > 0 else { return nil }
    // "X, President Y of …" tells of another person.
    if let start = nameStart(after: head), !head.hasState, tokens[start].isCapitalised,
      entity(at: start) == nil
    {
      return nil
    }
    return isOfNext(head, isDefinite: tokens[i - 1].key == "the") ? nil : head
  }

  /// "Téte António, the Minister of Foreign Affairs of Brazil, Mauro Vieira,": the office of the name behind
  /// it.
  private func isOfNext(_ head: Head, isDefinite: Bool) -> Bool {
    let comma = head.end
    guard isDefinite, comma + 2 < tokens.count, tokens[comma].key == Self.comma else {
      return false
    }
    var end = comma + 1
    while end < tokens.count, tokens[end].kind == .word, tokens[end].isCapitalised,
      entity(at: end) == nil
    {
      end += 1
    }
    return end - comma > 2 && end < tokens.count
      && (tokens[end].key == Self.comma || !tokens[end].isCapitalised && tokens[end].kind == .word)
  }

  /// The state of "of the Republic of Finland" at a token, and the token after it.
  private func ofState(at start: Int) -> (String, Int)? {
    guard start < tokens.count, Self.ofWords.contains(tokens[start].key) else { return nil }
    var i = start + 1
    while i < tokens.count, Self.fillers.contains(tokens[i].key) { i += 1 }
    guard let entity = entity(at: i), entity.kind == .state || entity.kind == .organisation,
      let code = entity.code
    else { return nil }
    return (code, entity.range.upperBound)
  }

  /// The side told before an office: "Pakistani Prime Minister", "Finland’s former President".
  private func sideBefore(_ start: Int) -> String? {
    var i = start - 1
    var words = 0
    while i >= 0, words < 3 {
      if let entity = entity(at: i) {
        let isSide =
          entity.kind == .state || entity.kind == .demonym || entity.kind == .organisation
        return isSide ? entity.code : nil
      }
      guard tokens[i].key == Tokenizer.possessive || Self.fillers.contains(tokens[i].key) else {
        return nil
      }
      words += 1
      i -= 1
    }
    return nil
  }

  static var comma: WordKey { "," }
  static var bracket: WordKey { "(" }
  static let ofWords: WordSet = [WordKey("of"), WordKey("to")]
  static let fillers = Set(
    ("the a an former then ex - current present late new newly elected visiting incumbent outgoing"
      + " acting interim caretaker honourable its our brotherly next first previous last")
      .split(separator: " ").map { WordKey(String($0)) })
}
