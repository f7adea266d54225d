import Chronicle
import Diagnostics
import Prose

/// Gives each amount of a sentence to the deed that it belongs to.
enum AmountSharing {
  /// The amounts of each deed, in the order of the deeds.
  ///
  /// An amount belongs to the deed in whose clause it stands; of several, to the one whose words or
  /// date stand nearest. One amount before all dates of one verb is that of each: "US$ 1 million each
  /// in 2010 and 2011"; "four engineers in January and, in March, forty houses" has one for each date.
  static func amounts(of drafts: [Draft], _ reading: BlockReading, _ sentence: Range<Int>)
    -> [[Amount]]
  {
    var result = [[Amount]](repeating: [], count: drafts.count)
    guard !drafts.isEmpty else { return result }
    let found = AmountReader.found(reading, sentence)
    for item in found {
      let part = part(around: item.range.lowerBound, reading, sentence)
      let inside = drafts.indices.filter {
        drafts[$0].segment.contains(item.range.lowerBound)
          && part.contains(drafts[$0].trigger?.lowerBound ?? item.range.lowerBound)
      }
      var pool = fitting(inside, drafts, item, part)
      // "FY2018   ¥8.7 bn   …; hospital opened 17 September 2018": the row's own.
      if let lead = rowDate(before: item, reading, sentence) {
        pool = pool.filter { drafts[$0].date?.span == lead }
      }
      let dates = pool.compactMap { drafts[$0].date.flatMap(reading.range) }
      let rivals = found.count { other in
        (other.amount.unit == item.amount.unit
          || other.isMoney == item.isMoney && isParted(other.range, item.range, by: dates))
          && pool.contains { drafts[$0].segment.contains(other.range.lowerBound) }
      }
      let isOfOneVerb = Set(pool.map { drafts[$0].trigger?.lowerBound }).count == 1
      let isOfAll = !isOfOneVerb || isOfAll(item, dates, drafts[pool[0]].trigger, reading)
      let isShared = rivals <= 1 && isOfOneVerb && isOfAll
      // Deeds of one verb are told apart by their dates.
      let isByDate = rivals > 1 || !isOfAll
      let owners =
        isShared
        ? pool
        : pool.min {
          cost(drafts[$0], item, reading, isByDate) < cost(drafts[$1], item, reading, isByDate)
        }.map { [$0] } ?? []
      let isToll = AmountReader.isToll(item, reading, sentence)
      for owner in owners where takes(drafts[owner].type, item, isToll) {
        if !result[owner].contains(item.amount) { result[owner].append(item.amount) }
      }
    }
    return result
  }

  /// Whether one of the dates stands between two amounts.
  private static func isParted(_ a: Range<Int>, _ b: Range<Int>, by dates: [Range<Int>]) -> Bool {
    let (first, last) = a.lowerBound < b.lowerBound ? (a, b) : (b, a)
    return dates.contains {
      first.upperBound <= $0.lowerBound && $0.upperBound <= last.lowerBound
    }
  }

  /// Whether an amount beside one verb with several dates is that of each: it stands before all of
  /// them, or the verb stands behind them, or it says so.
  private static func isOfAll(
    _ item: AmountReader.Found, _ dates: [Range<Int>], _ trigger: Range<Int>?,
    _ reading: BlockReading
  ) -> Bool {
    let passed = dates.filter { $0.lowerBound < item.range.lowerBound }
    guard Set(dates).count > 1, !passed.isEmpty else { return true }
    let end = item.range.upperBound
    if end < reading.tokens.count, reading.tokens[end].key == WordKey("each") { return true }
    return passed.count == dates.count
      && passed.allSatisfy { $0.upperBound <= (trigger?.lowerBound ?? 0) }
  }

  /// The deeds of the amount's clause, of them those that such an amount belongs to; where its clause
  /// tells none, those of the sentence that give or cost something.
  private static func fitting(
    _ inside: [Int], _ drafts: [Draft], _ item: AmountReader.Found, _ part: Range<Int>
  ) -> [Int] {
    if inside.isEmpty {
      return drafts.indices.filter {
        giving.contains(drafts[$0].type) && drafts[$0].segment.overlaps(part)
      }
    }
    let apt = inside.filter { drafts[$0].type != .visit && drafts[$0].type != .meeting }
    let isOfVisits = ["persons", "companies"].contains(item.amount.unit)
    return isOfVisits ? inside : apt
  }

  /// The part of the sentence between semicolons: what they part has nothing to do with one another.
  private static func part(around i: Int, _ reading: BlockReading, _ sentence: Range<Int>)
    -> Range<Int>
  {
    let marks = sentence.filter { reading.tokens[$0].key == WordKey(";") }
    let start = marks.last { $0 < i } ?? sentence.lowerBound
    return start..<(marks.first { $0 > i } ?? sentence.upperBound)
  }

  /// The date that opens the sentence, where nothing but marks stands between it and the amount.
  private static func rowDate(
    before item: AmountReader.Found, _ reading: BlockReading, _ sentence: Range<Int>
  ) -> Span? {
    guard
      let lead = reading.dates(in: sentence).first.map({ reading.dates[$0] }),
      lead.range.lowerBound == sentence.lowerBound, lead.range.upperBound <= item.range.lowerBound,
      (lead.range.upperBound..<item.range.lowerBound).allSatisfy({
        reading.tokens[$0].kind == .punctuation
      })
    else { return nil }
    return lead.mention.span
  }

  private static let things: Set<EventType> = [
    .aid, .arms, .trade, .culturalEvent, .construction, .training, .scholarship, .investment,
    .exercise,
    .visit, .other,
  ]
  private static let giving: Set<EventType> = [
    .aid, .agreement, .investment, .trade, .scholarship, .training, .arms, .construction, .other,
    .support, .exercise, .culturalEvent,
  ]

  /// Tokens between an amount and the nearest of the deed's words and date.
  private static func cost(
    _ draft: Draft, _ item: AmountReader.Found, _ reading: BlockReading, _ isByDate: Bool
  ) -> Int {
    let date = draft.date.flatMap(reading.range)
    var places = [date, draft.trigger].compactMap(\.self)
    if isByDate, let date {
      // "From 62 million in 2012 to 104 million in 2019".
      let end = item.range.upperBound
      if date.lowerBound == end || date.lowerBound == end + 1,
        reading.has(.preposition, at: end)
      {
        return 0
      }
      places = [date]
    }
    return places.map { distance($0, item.range, reading) }.min()
      ?? distance(draft.segment, item.range, reading)
  }

  /// Tokens between two places; a comma or "and" parts more than a word does.
  private static func distance(_ a: Range<Int>, _ b: Range<Int>, _ reading: BlockReading) -> Int {
    if a.overlaps(b) { return 0 }
    let gap =
      a.upperBound <= b.lowerBound
      ? a.upperBound..<b.lowerBound : b.upperBound..<a.lowerBound
    return gap.count
      + 3 * gap.count { partings.contains(reading.tokens[$0].key) }
  }

  private static let partings = BlockReading.keys(", and ;")

  /// The dead of a disaster or war are nothing given or agreed.
  private static func takes(_ type: EventType, _ item: AmountReader.Found, _ isToll: Bool) -> Bool {
    if isToll, type != .other { return false }
    // "Two institutions agreed": a few of what no list names count where they are given.
    if item.isThing, item.amount.value <= 4 { return things.contains(type) }
    return switch type {
    case .disaster, .conflict: item.isMoney
    case .recognition, .appointment: false
    default: true
    }
  }
}
