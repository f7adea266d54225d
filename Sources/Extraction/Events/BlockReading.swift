import Chronicle
import Chronology
import Diagnostics
import Prose

/// A block with all that was found in it before events: tokens, sentences, entities, dates.
///
/// An object, as whatever reads a sentence carries it along.
final class BlockReading: TokenClasses, Sendable {
  let text: SourceText
  let tokens: [Token]
  let sentences: [Range<Int>]
  /// In order of place.
  let entities: [Entity]
  /// In order of place, with their token ranges.
  let dates: [(mention: DateMention, range: Range<Int>)]
  /// The sum of a table's row whose money only the head of the table names, and the tokens of its cell.
  let rowSum: (amount: Amount, cell: Range<Int>)?
  private let entityStarts: [Int]
  private let dateStarts: [Int]
  /// What names and dates stand at each token.
  private let marks: [TokenMarks]
  /// Which lists hold each token.
  private let facts: [WordFacts]
  /// Per token and category: end of what the category matches there, or 0.
  private let ends: [Int32]
  /// The categories that match something at each token, one bit a category.
  private let classes: [UInt32]

  init(
    text: SourceText, tokens: [Token], sentences: [Range<Int>], entities: [Entity],
    dates: [DateMention], money: [Range<Int>], facts: [WordFacts]? = nil,
    rowSum: (amount: Amount, cell: Range<Int>)? = nil
  ) {
    self.text = text
    self.rowSum = rowSum
    self.facts = facts ?? WordFacts.of(tokens)
    self.tokens = tokens
    self.sentences = sentences
    // The "US" of "US$" is no state.
    self.entities =
      money.isEmpty
      ? entities : entities.filter { entity in !money.contains { $0.overlaps(entity.range) } }
    self.dates = Self.placed(dates, tokens)
    entityStarts = self.entities.map(\.range.lowerBound)
    dateStarts = self.dates.map(\.range.lowerBound)
    marks = TokenMarks.marks(of: tokens.count, self.entities, self.dates)
    var table = CategoryTable(count: tokens.count)
    // By number: nothing of a name or date is copied.
    for number in self.entities.indices {
      if let category = self.entities[number].kind.category {
        table.mark(category, self.entities[number].range)
      }
    }
    for number in self.dates.indices { table.mark(.date, self.dates[number].range) }
    for range in money { table.mark(.money, range) }
    for i in tokens.indices { table.markWord(i, tokens, self.facts[i]) }
    ends = table.ends
    classes = table.classes
  }

  /// Dates with the tokens that they hold.
  static func placed(_ dates: [DateMention], _ tokens: [Token])
    -> [(mention: DateMention, range: Range<Int>)]
  {
    var placed: [(DateMention, Range<Int>)] = []
    placed.reserveCapacity(dates.count)
    var cursor = 0
    for number in dates.indices {
      let span = dates[number].span
      while cursor < tokens.count, tokens[cursor].end <= span.start { cursor += 1 }
      var stop = cursor
      while stop < tokens.count, tokens[stop].start < span.end { stop += 1 }
      if stop > cursor { placed.append((dates[number], cursor..<stop)) }
    }
    return placed
  }

  /// A range as far as the row's sum, which is told as such.
  func beforeSum(_ range: Range<Int>) -> Range<Int> {
    guard let cell = rowSum?.cell, cell.lowerBound >= range.lowerBound else { return range }
    return range.lowerBound..<min(range.upperBound, cell.lowerBound)
  }

  // MARK: Names and dates

  /// Numbers of the entities that begin in a range.
  func entities(in range: Range<Int>) -> Range<Int> { Self.numbers(entityStarts, in: range) }

  /// Numbers of the dates that begin in a range.
  func dates(in range: Range<Int>) -> Range<Int> { Self.numbers(dateStarts, in: range) }

  private static func numbers(_ starts: [Int], in range: Range<Int>) -> Range<Int> {
    let first = place(of: range.lowerBound, in: starts)
    var end = first
    while end < starts.count, starts[end] < range.upperBound { end += 1 }
    return first..<end
  }

  /// The first number of what begins at a token or behind it.
  private static func place(of token: Int, in starts: [Int]) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] < token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The tokens of the date that begins at a token.
  func date(at i: Int) -> Range<Int>? {
    has(.dateStart, at: i) ? dates[Self.place(of: i, in: dateStarts)].range : nil
  }

  /// Whether some of these marks stand at a token.
  func has(_ some: TokenMarks, at i: Int) -> Bool {
    i >= 0 && i < marks.count && !marks[i].isDisjoint(with: some)
  }

  /// Whether one of these lists holds a token.
  @inline(__always)
  func has(_ some: WordFacts, at i: Int) -> Bool { !facts[i].isDisjoint(with: some) }

  /// Whether one of these lists holds a token of a range.
  func holds(_ some: WordFacts, in range: Range<Int>) -> Bool {
    var all: UInt32 = 0
    for fact in facts[range] { all |= fact.rawValue }
    return all & some.rawValue != 0
  }

  // MARK: Patterns

  /// End of what the category matches at a token, or nil.
  func end(of category: Int, at token: Int) -> Int? {
    guard token < tokens.count else { return nil }
    let end = Int(ends[token * CategoryTable.width + category])
    return end > 0 ? end : nil
  }

  /// The categories that match something at a token, one bit a category; none beyond the block.
  func classes(at token: Int) -> UInt32 { token < classes.count ? classes[token] : 0 }

  /// The bit of the word at a token; all bits beyond the block.
  func bit(at i: Int) -> UInt64 { i < tokens.count ? tokens[i].key.bit : .max }

  /// What stands at a token, for the sieves of patterns.
  @inline(__always)
  func sieve(at i: Int) -> TokenPattern.Sieve {
    TokenPattern.Sieve(words: bit(at: i), classes: classes(at: i))
  }

  /// One past the last token that a pattern matches from a token and one of its instructions on.
  func end(of pattern: TokenPattern, at i: Int, from pc: Int, before limit: Int) -> Int? {
    pattern.end(tokens, at: i, from: pc, before: limit, self)
  }

  /// Where a pattern matches at a token and before another; nil where it matches nothing.
  func match(_ pattern: TokenPattern, at i: Int, before limit: Int) -> Range<Int>? {
    guard let end = pattern.end(tokens, at: i, before: limit, self), end <= limit, end > i else {
      return nil
    }
    return i..<end
  }

  /// The first place in a range where the pattern matches.
  func find(_ pattern: TokenPattern, in range: Range<Int>) -> Range<Int>? {
    for i in range where pattern.mayBegin(at: tokens[i].key, classes[i]) {
      if let match = match(pattern, at: i, before: range.upperBound) { return match }
    }
    return nil
  }

  // MARK: Text

  func span(_ range: Range<Int>) -> Span {
    guard let first = range.first, let last = range.last else { return Span(0, 0) }
    return Span(tokens[first].start, tokens[last].end)
  }

  func string(_ range: Range<Int>) -> String { text.string(span(range)) }

  /// Words that have a category by themselves.
  static var listed: [WordKey] { CategoryTable.words.words }
  static let quotes: WordSet = [WordKey("\""), WordKey("'")]
  static let ordinals = keys(ordinalWords)
  static let ordinalEndings = keys("st nd rd th")
  fileprivate static let ordinalWords =
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    + " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"

  static func keys(_ words: String) -> WordSet {
    WordSet(words.split(separator: " ").map { WordKey(String($0)) })
  }
}

/// What stands at a token: which kinds of names hold it, and whether a date does.
struct TokenMarks: OptionSet {
  let rawValue: UInt16

  static func kind(_ kind: Entity.Kind) -> TokenMarks { TokenMarks(rawValue: 1 << kind.number) }

  /// In a name of any kind.
  static let name = TokenMarks(rawValue: 0x03FF)
  /// In a name that begins before it.
  static let insideName = TokenMarks(rawValue: 1 << 10)
  static let date = TokenMarks(rawValue: 1 << 11)
  static let dateStart = TokenMarks(rawValue: 1 << 12)
  static let insideDate = TokenMarks(rawValue: 1 << 13)

  static func marks(
    of count: Int, _ entities: [Entity], _ dates: [(mention: DateMention, range: Range<Int>)]
  ) -> [TokenMarks] {
    var marks: [TokenMarks] = []
    marks.fill(with: [], count)
    for number in entities.indices {
      let kind = TokenMarks.kind(entities[number].kind)
      let range = entities[number].range
      for i in range { marks[i].formUnion(i > range.lowerBound ? [kind, .insideName] : kind) }
    }
    for number in dates.indices {
      let range = dates[number].range
      for i in range {
        marks[i].formUnion(i > range.lowerBound ? [.date, .insideDate] : [.date, .dateStart])
      }
    }
    return marks
  }
}

extension Array {
  /// Adds an element so many times: what `Array(repeating:count:)` asks of the element's type at run
  /// time, each time, is known here.
  fileprivate mutating func fill(with element: Element, _ count: Int) {
    reserveCapacity(count)
    append(contentsOf: repeatElement(element, count: count))
  }
}

/// Where the classes of tokens match that event rules may name.
private struct CategoryTable {
  static var width: Int { EventCategory.last.rawValue + 1 }

  private(set) var ends: [Int32] = []
  private(set) var classes: [UInt32] = []

  init(count: Int) {
    ends.fill(with: 0, count * Self.width)
    classes.fill(with: 0, count)
  }

  mutating func mark(_ category: EventCategory, _ range: Range<Int>) {
    guard range.lowerBound < classes.count, !range.isEmpty else { return }
    let cell = range.lowerBound * Self.width + category.rawValue
    ends[cell] = max(ends[cell], Int32(range.upperBound))
    classes[range.lowerBound] |= 1 << UInt32(category.rawValue)
  }

  mutating func markWord(_ i: Int, _ tokens: [Token], _ facts: WordFacts) {
    let token = tokens[i]
    let one = i..<(i + 1)
    if token.isCapitalised { mark(.proper, one) }
    if token.kind == .number {
      mark(.number, one)
      if i + 1 < tokens.count, tokens[i + 1].start == token.end,
        BlockReading.ordinalEndings.contains(tokens[i + 1].key)
      {
        mark(.ordinal, i..<(i + 2))
      }
    }
    guard facts.contains(.listed) else { return }
    for category in Self.words[token.key] ?? [] {
      if category == .roman, !token.isUpperCase, token.end - token.start > 1 { continue }
      mark(category, one)
    }
  }

  /// The categories that are lists of words.
  static let words: WordMap<[EventCategory]> = {
    var result = WordMap<[EventCategory]>()
    func add(_ words: String, _ category: EventCategory) {
      for word in words.split(separator: " ") {
        let key = WordKey(String(word))
        result[key] = (result[key] ?? []) + [category]
      }
    }
    add("he she they we i it you his her their our who", .pronoun)
    add("\" '", .quoted)
    add(BlockReading.ordinalWords, .ordinal)
    add("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi", .roman)
    return result
  }()
}

extension Entity.Kind {
  fileprivate var category: EventCategory? {
    switch self {
    case .state: .state
    case .demonym: .demonym
    case .capital, .city: .city
    case .organisation: .org
    case .office: .office
    case .person: .person
    case .body: .body
    case .disputed, .title: nil
    }
  }

  /// Its place among the kinds.
  fileprivate var number: UInt16 {
    switch self {
    case .state: 0
    case .demonym: 1
    case .capital: 2
    case .city: 3
    case .body: 4
    case .organisation: 5
    case .office: 6
    case .person: 7
    case .disputed: 8
    case .title: 9
    }
  }
}
