import Chronology

/// Sees misprinted years: far beyond the document's own date, or turned digits.
struct DatePlausibility {
  let context: DateContext

  /// Years after the document's date within which a plan may lie, and within which a verb of the past
  /// may name a day.
  static let horizon = 30
  static let horizonOfPast = 15

  /// Whether a date lies so late that it has to be looked at.
  static func isLate(_ first: Day?, _ reference: Day?) -> Bool {
    guard let reference, let first else { return false }
    return first.year - reference.year > min(horizon, horizonOfPast)
  }

  /// Whether a verb of the past right beside it tells of a day that is still to come: "was signed in Lima on
  /// 9 February 2032".
  static func isToldTooEarly(_ core: EDTF, _ reference: Day?, _ tense: DateTense) -> Bool {
    guard let reference, let first = core.earliest, core.precision == .day, !core.isInterval else {
      return false
    }
    return first - reference > 366 && tense.isPastBeside
  }

  func check(_ mention: inout DateMention, _ tense: DateTense) {
    guard let reference = context.reference, let first = mention.core.earliest else { return }
    let years = first.year - reference.year
    guard
      years > Self.horizon
        || mention.relation == .at && Self.isToldTooEarly(mention.core, reference, tense)
        || years > Self.horizonOfPast && mention.core.precision == .day && mention.relation == .at
          && tense.isPast
    else { return }
    mention.flags.append("implausible_year")
    let (turned, changed) = Self.misprints(of: first.year)
    var candidates = turned.filter { isPlausible($0, reference) }
    if candidates.isEmpty { candidates = changed.filter { isPlausible($0, reference) } }
    guard let best = candidates.min(by: { distance($0, reference) < distance($1, reference) }),
      let text = replaceYear(mention.core.description, first.year, best), let value = EDTF(text)
    else { return }
    let date = reference.components
    mention.proposal = .init(
      value: value,
      reason: "\(first.year) lies after the document's own date"
        + " (\(PartialDate(year: date.year, month: date.month, day: date.day).edtf ?? ""));"
        + " \(best) has the same digits in another order or one changed, and fits")
  }

  private func isPlausible(_ year: Int, _ reference: Day) -> Bool {
    year <= reference.year + 1 && year >= reference.year - 150
  }

  /// The nearest to what was told last.
  private func distance(_ year: Int, _ reference: Day) -> Int {
    abs(year - (context.told?.date.year ?? reference.year))
  }

  /// Years with two neighbouring digits turned, and with one digit changed.
  static func misprints(of year: Int) -> (turned: [Int], changed: [Int]) {
    let digits = String(year).compactMap(\.wholeNumberValue)
    var turned: [Int] = []
    for i in digits.indices.dropLast() where digits[i] != digits[i + 1] {
      var copy = digits
      copy.swapAt(i, i + 1)
      turned.append(copy.reduce(0) { $0 * 10 + $1 })
    }
    var changed: [Int] = []
    for i in digits.indices {
      for digit in 0...9 where digit != digits[i] {
        var copy = digits
        copy[i] = digit
        changed.append(copy.reduce(0) { $0 * 10 + $1 })
      }
    }
    return (turned, changed)
  }

  private func replaceYear(_ text: String, _ year: Int, _ other: Int) -> String? {
    var result = ""
    for part in text.split(separator: "/", omittingEmptySubsequences: false) {
      if !result.isEmpty { result += "/" }
      let isSame = part.hasPrefix(PartialDate.pad(year, 4))
      result += isSame ? PartialDate.pad(other, 4) + part.dropFirst(4) : String(part)
    }
    return result
  }
}
