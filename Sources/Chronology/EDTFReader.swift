/// Reads the expressions that the project writes itself: days, months, seasons, years, decades,
/// qualified and in intervals.
enum EDTFReader {
  static func read(_ text: String) -> EDTF? {
    let sides = text.split(separator: "/", omittingEmptySubsequences: false)
    if sides.count == 1 { return part(String(sides[0])) }
    guard sides.count == 2 else { return nil }
    let openStart = sides[0] == ".." || sides[0].isEmpty
    let openEnd = sides[1] == ".." || sides[1].isEmpty
    let first = openStart ? nil : part(String(sides[0]))
    let last = openEnd ? nil : part(String(sides[1]))
    if (first == nil && !openStart) || (last == nil && !openEnd) { return nil }
    if openStart && openEnd { return nil }
    return EDTF(
      description: text, earliest: first?.earliest, latest: last?.latest,
      precision: max(first?.precision ?? .day, last?.precision ?? .day), isInterval: true,
      isOpenStart: openStart, isOpenEnd: openEnd,
      isApproximate: first?.isApproximate == true || last?.isApproximate == true,
      isUncertain: first?.isUncertain == true || last?.isUncertain == true)
  }

  private static func part(_ text: String) -> EDTF? {
    var core = text
    var approximate = false
    var uncertain = false
    if let last = core.last, "~?%".contains(last) {
      approximate = last != "?"
      uncertain = last != "~"
      core.removeLast()
    }
    guard let (first, last, precision) = bounds(core) else { return nil }
    return EDTF(
      description: text, earliest: first, latest: last, precision: precision, isInterval: false,
      isOpenStart: false, isOpenEnd: false, isApproximate: approximate, isUncertain: uncertain)
  }

  private static func bounds(_ core: String) -> (Day, Day, Precision)? {
    let fields = core.split(separator: "-", omittingEmptySubsequences: false)
    guard let y = fields.first, y.count == 4 else { return nil }
    let unknown = y.filter { $0 == "X" }.count
    if unknown > 0 {
      guard fields.count == 1, unknown <= 2, y.hasSuffix(String(repeating: "X", count: unknown)),
        let low = Int(y.replacingX(with: "0")), let high = Int(y.replacingX(with: "9")),
        let first = Day(year: low, month: 1, day: 1), let last = Day(year: high, month: 12, day: 31)
      else { return nil }
      return (first, last, unknown == 1 ? .decade : .century)
    }
    guard let year = Int(y) else { return nil }
    if fields.count == 1 {
      guard let first = Day(year: year, month: 1, day: 1),
        let last = Day(year: year, month: 12, day: 31)
      else { return nil }
      return (first, last, .year)
    }
    guard fields[1].count == 2, let month = Int(fields[1]) else { return nil }
    if fields.count == 2 {
      if (21...24).contains(month) {
        let from = [3, 6, 9, 12][month - 21]
        let toYear = month == 24 ? year + 1 : year
        let to = [5, 8, 11, 2][month - 21]
        guard let first = Day(year: year, month: from, day: 1),
          let last = Day(year: toYear, month: to, day: Day.count(ofMonth: to, year: toYear))
        else { return nil }
        return (first, last, .season)
      }
      guard (1...12).contains(month), let first = Day(year: year, month: month, day: 1),
        let last = Day(year: year, month: month, day: Day.count(ofMonth: month, year: year))
      else { return nil }
      return (first, last, .month)
    }
    guard fields.count == 3, fields[2].count == 2, let number = Int(fields[2]),
      let day = Day(year: year, month: month, day: number)
    else { return nil }
    return (day, day, .day)
  }
}

extension Substring {
  fileprivate func replacingX(with digit: Character) -> String {
    String(map { $0 == "X" ? digit : $0 })
  }
}
