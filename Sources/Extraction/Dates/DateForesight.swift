import Prose

/// Gives dates without a year the one that their own sentence names for them: "the Spring Offensive
/// of 1918", "their summer campaign in June 1942", "in 2017, when he came on 1 March".
struct DateForesight {
  let tokens: UnsafeBufferPointer<Token>

  /// So many tokens may stand between the two.
  private static let reach = 10

  func dated(_ dates: [FoundDate]) -> [FoundDate] {
    guard dates.count > 1 else { return dates }
    var result = dates
    for i in dates.indices.dropFirst() where isWhen(dates, i) {
      guard case .calendar(let frame) = dates[i - 1].expression, let year = frame.year else {
        continue
      }
      result[i].expression = dates[i].expression.dated(year, before: nil)
      result[i].isCited = true
    }
    for i in dates.indices.dropLast().reversed() where isTwin(result, i) {
      guard let next = result[i + 1].expression.namedDate, let year = next.year,
        case .calendar(let own) = result[i].expression
      else { continue }
      let isLater = (own.month ?? 0, own.day ?? 0) > (next.month ?? 12, next.day ?? 31)
      result[i].expression = result[i].expression.dated(isLater ? year - 1 : year, before: nil)
    }
    // From the last to the first: "the spring and the early summer of 1943".
    for i in dates.indices.dropLast().reversed() {
      guard result[i].expression.isSeasonAlone || isName(result, i),
        let next = result[i + 1].expression.namedDate, let year = next.year,
        isNear(result[i].range.upperBound, result[i + 1].range.lowerBound)
      else { continue }
      result[i].expression = result[i].expression.dated(year, before: next.month)
    }
    return result
  }

  private func isNear(_ start: Int, _ end: Int) -> Bool {
    guard end >= start, end - start <= Self.reach else { return false }
    let gap = start..<end
    if gap.contains(where: { Self.stops.contains(tokens[$0].key) || tokens[$0].key == Self.comma })
    {
      return false
    }
    // "in the summer and in 1943": another time.
    return gap.count < 2 || !Self.prepositions.contains(tokens[end - 1].key)
      || !Self.conjunctions.contains(tokens[end - 2].key)
  }

  /// "initialled on 3 March and signed on 7 June 2011": both behind the same preposition, the year at the
  /// end, and none told before in the sentence.
  private func isTwin(_ dates: [FoundDate], _ i: Int) -> Bool {
    guard case .calendar(let own) = dates[i].expression, own.year == nil, own.month != nil,
      case .calendar(let next) = dates[i + 1].expression, next.year != nil, next.month != nil,
      (own.day == nil) == (next.day == nil)
    else { return false }
    let (start, end) = (dates[i].range.upperBound, dates[i + 1].range.lowerBound)
    guard start < end, end - start <= Self.reach,
      let joint = (start..<end).first(where: { Self.conjunctions.contains(tokens[$0].key) }),
      joint - start <= 1, end - joint <= 6,
      !(start..<end).contains(where: { Self.stops.contains(tokens[$0].key) })
    else { return false }
    let isAlike =
      preposition(of: dates[i].range) == preposition(of: dates[i + 1].range)
      && preposition(of: dates[i].range) != nil
    return isAlike
      && !dates[..<i].contains { other in
        other.expression.namedDate?.year != nil
          && !(other.range.upperBound..<start).contains {
            SentenceWalk.ends(tokens, at: $0)
          }
      }
  }

  /// The one before a date or at its head.
  private func preposition(of range: Range<Int>) -> WordKey? {
    [range.lowerBound, range.lowerBound - 1].lazy.filter { $0 >= 0 }.map { tokens[$0].key }.first {
      Self.prepositions.contains($0)
    }
  }

  /// "since 2017, when he came for the summit on 1 March".
  private func isWhen(_ dates: [FoundDate], _ i: Int) -> Bool {
    guard case .calendar(let year) = dates[i - 1].expression, year.year != nil, year.month == nil,
      case .calendar(let date) = dates[i].expression, date.year == nil
    else { return false }
    let start = dates[i - 1].range.upperBound
    let gap = start..<max(start, dates[i].range.lowerBound)
    return gap.count <= 2 * Self.reach && gap.prefix(2).contains { tokens[$0].key == Self.when }
      && !gap.contains { Self.stops.contains(tokens[$0].key) }
  }

  /// "the February Peace Conference of 1861": a month within a name that ends in a year.
  private func isName(_ dates: [FoundDate], _ i: Int) -> Bool {
    let gap =
      dates[i].range
      .upperBound..<max(
        dates[i].range.upperBound, dates[i + 1].range.lowerBound)
    guard case .calendar(let date) = dates[i].expression, date.year == nil, date.day == nil,
      case .calendar(let year) = dates[i + 1].expression, year.month == nil,
      gap.count > 1, tokens[gap.upperBound - 1].key == Self.of
    else { return false }
    return gap.dropLast().allSatisfy { tokens[$0].isCapitalised }
  }

  private static var of: WordKey { "of" }
  private static var when: WordKey { "when" }
  private static var comma: WordKey { "," }
  private static let prepositions = BlockReading.keys("in on by during since until")
  private static let conjunctions = BlockReading.keys("and but or then")
  private static let stops = BlockReading.keys(". ; : ? ! ( )")
}

extension DateExpression {
  /// A season, perhaps early or late, without a year.
  var isSeasonAlone: Bool {
    switch self {
    case .season(_, nil): true
    case .part(_, let inner): inner.isSeasonAlone
    default: false
    }
  }

  /// With the year that a later date names: the one before where its month lies before the season.
  fileprivate func dated(_ year: Int, before month: Int?) -> DateExpression {
    switch self {
    case .season(let season, nil):
      let isLater = month.map { 3 * (season - 21) + 3 > $0 && season < 24 } ?? false
      return .season(season, year: isLater ? year - 1 : year)
    case .calendar(var date):
      date.year = date.year ?? year
      return .calendar(date)
    case .part(let part, let inner): return .part(part, inner.dated(year, before: month))
    default: return self
    }
  }
}
