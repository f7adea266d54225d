import Chronology

/// What somebody may have meant.
enum Suggestion {
  /// The known word that is nearest to a written one; nil where none is near.
  static func nearest(_ written: String, among known: [String]) -> String? {
    let word = plain(written)
    let ranked = known.map { (known: $0, distance: distance(word, plain($0))) }
      .min { $0.distance < $1.distance }
    // Of two letters one is no likeness.
    guard let best = ranked, best.distance <= max(1, plain(best.known).count / 3),
      best.distance * 2 < plain(best.known).count || best.distance == 0
    else { return nil }
    return best.known
  }

  private static func plain(_ word: String) -> [Character] {
    word.lowercased().filter { $0.isLetter || $0.isNumber }.map { $0 }
  }

  /// Letters to change, add, leave out or swap with the next.
  static func distance(_ a: [Character], _ b: [Character]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var before: [Int] = []
    var above = Array(0...b.count)
    for i in 1...a.count {
      var row = [i]
      for j in 1...b.count {
        var least = min(row[j - 1], above[j]) + 1
        least = min(least, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          least = min(least, before[j - 2] + 1)
        }
        row.append(least)
      }
      (before, above) = (above, row)
    }
    return above[b.count]
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// The day that a date written otherwise means, as `2017-03-01`: "1 March 2017", "1.3.2017",
  /// "2017-3-1", "20170301"; "2017-03-01 or 2017-01-03" of "01/03/2017". nil where it can't be a day.
  static func day(_ written: String) -> String? {
    if written.count == 8, let number = Int(written) {
      return Day(year: number / 10000, month: number / 100 % 100, day: number % 100)?.description
    }
    let parts = written.split { !$0.isLetter && !$0.isNumber }.map { String($0).lowercased() }
    guard parts.count == 3 else { return nil }
    let numbers = parts.map { Int($0.prefix { $0.isNumber }) }
    let named = parts.firstIndex { part in months.contains { part.hasPrefix($0) } }
    if let named, let month = months.firstIndex(where: { parts[named].hasPrefix($0) }) {
      let others = numbers.enumerated().filter { $0.offset != named }.compactMap(\.element)
      guard others.count == 2, let year = others.first(where: { $0 > 31 }),
        let day = others.first(where: { $0 <= 31 })
      else { return nil }
      return Day(year: year, month: month + 1, day: day)?.description
    }
    guard let a = numbers[0], let b = numbers[1], let c = numbers[2] else { return nil }
    if a > 31 { return Day(year: a, month: b, day: c)?.description }
    guard c > 31 else { return nil }
    let own = Day(year: c, month: b, day: a)?.description
    if a > 12 || written.contains(".") { return own }
    // 3/1/2017 is one day here and another there.
    let days = [own, Day(year: c, month: a, day: b)?.description].compactMap { $0 }
    return days.isEmpty ? nil : days[0] == days.last ? days[0] : days.joined(separator: " or ")
  }
}
