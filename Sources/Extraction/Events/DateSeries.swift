import Chronicle
import Prose

/// Names and things of which each has its own date beside the one verb: "Roh (May 2005) and Park (June 2014)
/// were welcomed", "Han in 2007 and Park in 2014", "he visited Seoul in 1995, Busan in 2003".
struct DateSeries {
  let reading: BlockReading
  let draft: Draft
  /// The words between the date before and the deed's own, without joints at their ends; nil where the
  /// clause has only one date.
  let item: Range<Int>?
  /// The same of the first date of the clause.
  private let first: Range<Int>
  /// The date stands in a bracket, as another of the clause does.
  private let isBracketed: Bool

  init(_ draft: Draft, _ reading: BlockReading) {
    self.reading = reading
    self.draft = draft
    let dates = reading.dates(in: draft.segment)
    first =
      draft.segment
      .lowerBound..<(dates.first.map { reading.dates[$0].range.lowerBound }
      ?? draft.segment.lowerBound)
    guard dates.count > 1, let own = draft.date.flatMap(reading.range),
      let place = dates.first(where: { reading.dates[$0].range.lowerBound == own.lowerBound })
    else {
      (item, isBracketed) = (nil, false)
      return
    }
    // "May 2009 and August 2011" of one name.
    var start = place
    while start > dates.lowerBound, place - start < Self.longestList,
      Self.isJoined(Self.between(start - 1, start, reading), reading)
    {
      start -= 1
    }
    let lower =
      start == dates.lowerBound
      ? draft.segment.lowerBound : reading.dates[start - 1].range.upperBound
    item = Self.trimmed(lower..<reading.dates[start].range.lowerBound, reading)
    isBracketed =
      Self.opensBracket(start, reading)
      && (place + 1 < dates.upperBound && Self.opensBracket(place + 1, reading)
        || start > dates.lowerBound
          && (max(dates.lowerBound, start - Self.longestList)..<start).contains {
            Self.opensBracket($0, reading)
          })
  }

  /// Those of the clause's people who stand with the date, where it names several.
  func own(_ people: [Entity]) -> [Entity] {
    guard people.count > 1, let item else { return people }
    let beside = people.filter { $0.range.overlaps(item) }
    guard beside.isEmpty else { return beside }
    // Somebody else, whose name is no known one.
    let isOther = item.contains { reading.has([.kind(.office), .kind(.title)], at: $0) }
    return isOther ? [] : people
  }

  /// The capitalised name before the date's bracket, where several names have one.
  var bracketedName: Range<Int>? {
    guard isBracketed, let item else { return nil }
    var start = item.upperBound
    while start > item.lowerBound, reading.tokens[start - 1].kind == .word,
      reading.tokens[start - 1].isCapitalised || reading.has(.kind(.person), at: start - 1),
      !reading.has(.kind(.office), at: start - 1), !reading.has(.kind(.title), at: start - 1),
      !Self.offices.contains(reading.tokens[start - 1].key)
    {
      start -= 1
    }
    return start < item.upperBound ? start..<item.upperBound : nil
  }

  /// The place that stands right before the date.
  var place: Range<Int>? {
    item.flatMap { item in places(in: item).first { $0.upperBound == item.upperBound } }
  }

  /// A headline that tells the first of the series, said of this one: its place, or the thing itself.
  func said(_ headline: String) -> String? {
    guard let item, !first.overlaps(item), let from = places(in: first).last else { return nil }
    let told = reading.string(from)
    guard headline.hasSuffix(told) else { return nil }
    if let place, place.count == item.count {
      return headline.dropLast(told.count) + reading.string(place)
    }
    let end = item.first { reading.tokens[$0].key == "(" } ?? item.upperBound
    let start = item.first { !reading.has(.determiner, at: $0) } ?? item.lowerBound
    guard start < end, !places(in: start..<end).isEmpty,
      !(start..<end).contains(where: { reading.has(.auxiliary, at: $0) })
    else { return nil }
    let own = HeadlineWriter.plain(start..<end, reading)
    return own.fits(HeadlineWriter.limit)
      ? own.string.prefix(1).uppercased() + own.string.dropFirst() : nil
  }

  private func places(in range: Range<Int>) -> [Range<Int>] {
    reading.entities[reading.entities(in: range)].filter {
      [.city, .capital, .state].contains($0.kind)
    }.map(\.range)
  }

  private static func between(_ a: Int, _ b: Int, _ reading: BlockReading) -> Range<Int> {
    let end = reading.dates[a].range.upperBound
    return end..<max(end, reading.dates[b].range.lowerBound)
  }

  private static func opensBracket(_ date: Int, _ reading: BlockReading) -> Bool {
    let at = reading.dates[date].range.lowerBound
    return at > 0 && reading.tokens[at - 1].key == "("
  }

  /// So many dates belong to one name at most.
  private static let longestList = 8

  private static func isJoined(_ between: Range<Int>, _ reading: BlockReading) -> Bool {
    between.allSatisfy { ClauseReader.listWords.contains(reading.tokens[$0].key) }
  }

  private static func trimmed(_ range: Range<Int>, _ reading: BlockReading) -> Range<Int>? {
    func isLoose(_ i: Int) -> Bool {
      reading.tokens[i].kind == .punctuation || reading.has(.conjunction, at: i)
        || reading.has(.preposition, at: i)
    }
    guard let start = range.first(where: { !isLoose($0) }),
      let end = range.last(where: { !isLoose($0) })
    else { return nil }
    return start..<(end + 1)
  }

  private static let offices = BlockReading.keys(
    "presidents ministers chancellors premiers kings queens speakers secretaries ambassadors governors"
  )
}
