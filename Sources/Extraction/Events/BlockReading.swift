import Chronicle
import Chronology
import Diagnostics
import Prose

/// A block with all that was found in it before events: tokens, sentences, entities, dates.
struct BlockReading: TokenClasses {
  var text: SourceText
  var tokens: [Token]
  var sentences: [Range<Int>]
  var entities: [Entity]
  /// In order of place, with their token ranges.
  var dates: [(mention: DateMention, range: Range<Int>)]
  /// Per category and token: end of what the category matches there, or 0.
  private var ends: [[Int32]]

  init(
    text: SourceText, tokens: [Token], sentences: [Range<Int>], entities: [Entity],
    dates: [DateMention], money: [Range<Int>]
  ) {
    self.text = text
    self.tokens = tokens
    self.sentences = sentences
    // The "US" of "US$" is no state.
    self.entities = entities.filter { entity in !money.contains { $0.overlaps(entity.range) } }
    var placed: [(DateMention, Range<Int>)] = []
    var cursor = 0
    for date in dates {
      while cursor < tokens.count, tokens[cursor].end <= date.span.start { cursor += 1 }
      var stop = cursor
      while stop < tokens.count, tokens[stop].start < date.span.end { stop += 1 }
      if stop > cursor { placed.append((date, cursor..<stop)) }
    }
    self.dates = placed
    ends = Array(
      repeating: Array(repeating: 0, count: tokens.count), count: EventCategory.allCases.count)
    for entity in self.entities {
      guard let category = Self.category(of: entity) else { continue }
      mark(category, entity.range)
    }
    for (_, range) in placed { mark(.date, range) }
    for range in money { mark(.money, range) }
    for i in tokens.indices { markWord(i) }
  }

  private static func category(of entity: Entity) -> EventCategory? {
    switch entity.kind {
    case .state: .state
    case .demonym: .demonym
    case .capital, .city: .city
    case .organisation: .org
    case .office: .office
    case .person: .person
    case .body: .body
    default: nil
    }
  }

  private mutating func mark(_ category: EventCategory, _ range: Range<Int>) {
    guard range.lowerBound < tokens.count, !range.isEmpty else { return }
    let end = Int32(range.upperBound)
    ends[category.rawValue][range.lowerBound] = max(
      ends[category.rawValue][range.lowerBound], end)
  }

  private mutating func markWord(_ i: Int) {
    let token = tokens[i]
    let one = i..<(i + 1)
    if token.kind == .number { mark(.number, one) }
    if token.isCapitalised { mark(.proper, one) }
    if Self.pronouns.contains(token.key) { mark(.pronoun, one) }
    if Self.quotes.contains(token.key) { mark(.quoted, one) }
    if Self.ordinals.contains(token.key) { mark(.ordinal, one) }
    if token.kind == .number, i + 1 < tokens.count, tokens[i + 1].start == token.end,
      Self.ordinalEndings.contains(tokens[i + 1].key)
    {
      mark(.ordinal, i..<(i + 2))
    }
    if token.isUpperCase || token.end - token.start == 1, Self.romans.contains(token.key) {
      mark(.roman, one)
    }
  }

  /// End of what the category matches at a token, or nil.
  func end(of category: Int, at token: Int) -> Int? {
    guard token < tokens.count else { return nil }
    let end = Int(ends[category][token])
    return end > 0 ? end : nil
  }

  func matches(_ pattern: TokenPattern, at i: Int, before limit: Int) -> TokenPattern.Match? {
    guard let match = pattern.match(tokens, at: i, self),
      match.range.upperBound <= limit
    else { return nil }
    return match
  }

  /// The first place in a range where the pattern matches.
  func find(_ pattern: TokenPattern, in range: Range<Int>) -> Range<Int>? {
    for i in range {
      guard pattern.mayBegin(at: i, tokens[i].key, self) else { continue }
      if let match = matches(pattern, at: i, before: range.upperBound), !match.range.isEmpty {
        return match.range
      }
    }
    return nil
  }

  func span(_ range: Range<Int>) -> Span {
    guard let first = range.first, let last = range.last else { return Span(0, 0) }
    return Span(tokens[first].start, tokens[last].end)
  }

  func string(_ range: Range<Int>) -> String { text.string(span(range)) }

  static let pronouns = keys("he she they we i it you his her their our who")
  static let quotes: Set<WordKey> = [WordKey("\""), WordKey("'")]
  static let ordinals = keys(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
      + " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth")
  static let ordinalEndings = keys("st nd rd th")
  static let romans = keys("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi")

  static func keys(_ words: String) -> Set<WordKey> {
    Set(words.split(separator: " ").map { WordKey(String($0)) })
  }
}
