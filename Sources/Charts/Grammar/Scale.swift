public import Chronology

/// Days to positions, linearly.
public struct TimeScale: Sendable {
  public let years: ClosedRange<Int>
  public let left: Double
  public let right: Double
  private let first: Int
  private let last: Int

  /// From 1 January of the first year at `left` to the end of the last year at `right`.
  public init(_ years: ClosedRange<Int>, from left: Double, to right: Double) {
    self.years = years
    self.left = left
    self.right = right
    first = TimeScale.newYear(years.lowerBound)
    last = TimeScale.newYear(years.upperBound + 1)
  }

  private static func newYear(_ year: Int) -> Int {
    Day(year: year, month: 1, day: 1)?.number ?? 0
  }

  /// Where a day begins; never outside.
  public func x(_ day: Day) -> Double {
    let share = Double(day.number - first) / Double(max(1, last - first))
    return left + min(1, max(0, share)) * (right - left)
  }

  /// Where a year begins.
  public func x(year: Int) -> Double {
    x(Day(number: TimeScale.newYear(year)))
  }

  /// Width of a mean year.
  public var yearWidth: Double { (right - left) / Double(years.count) }
}

/// Equal steps side by side.
public struct BandScale: Sendable {
  public let count: Int
  public let left: Double
  public let step: Double

  public init(_ count: Int, from left: Double, to right: Double) {
    self.count = count
    self.left = left
    step = (right - left) / Double(max(1, count))
  }

  public func centre(_ index: Int) -> Double { left + (Double(index) + 0.5) * step }
  func stretch(_ index: Int) -> ClosedRange<Double> {
    left + Double(index) * step...left + Double(index + 1) * step
  }
  public var right: Double { left + Double(count) * step }
}

/// Years in bins of one width, so few that they can be told apart.
public struct YearBins: Sendable, Hashable {
  public let years: ClosedRange<Int>
  /// Years in a bin.
  public let width: Int

  /// The narrowest of the usual widths that makes at most `limit` bins.
  public init(_ years: ClosedRange<Int>, limit: Int = 35) {
    self.years = years
    width =
      years.count <= limit
      ? 1
      : [5, 10, 25, 50, 100, 250, 500].first {
        YearBins.floor(years.upperBound, $0) / $0 - YearBins.floor(years.lowerBound, $0) / $0
          < limit
      } ?? 1000
  }

  private static func floor(_ year: Int, _ width: Int) -> Int {
    let rest = year % width
    return year - (rest < 0 ? rest + width : rest)
  }

  private var start: Int { YearBins.floor(years.lowerBound, width) }
  public var count: Int { (YearBins.floor(years.upperBound, width) - start) / width + 1 }
  /// The bin of a year.
  public func index(_ year: Int) -> Int { (YearBins.floor(year, width) - start) / width }
  /// The years of a bin.
  public func years(_ index: Int) -> ClosedRange<Int> {
    let first = start + index * width
    return first...(first + width - 1)
  }

  /// The first of them that the scale has.
  public func first(_ index: Int) -> Int { own(index).lowerBound }

  /// Those of them that the scale has.
  private func own(_ index: Int) -> ClosedRange<Int> { years(index).clamped(to: years) }

  /// What a bin is called, as far as the years reach: `1991`, `1991–1994`.
  public func name(_ index: Int) -> String {
    let bin = own(index)
    return bin.count == 1 ? "\(bin.lowerBound)" : "\(bin.lowerBound)–\(bin.upperBound)"
  }

  /// The same in few letters: `1991–94`.
  public func shortName(_ index: Int) -> String {
    let bin = own(index)
    guard bin.count > 1 else { return "\(bin.lowerBound)" }
    let isOneCentury = bin.lowerBound / 100 == bin.upperBound / 100
    let last = "\(bin.upperBound)"
    return "\(bin.lowerBound)–" + (isOneCentury ? String(last.suffix(2)) : last)
  }

  /// What stands under a bin: its first year.
  public func mark(_ index: Int) -> String { "\(first(index))" }

  /// The bins whose first year is labelled, so that names of this width stay `clear` apart.
  public func labels(step: Double, nameWidth: Double, clear: Double) -> [Int] {
    var every = width == 1 ? (count <= 12 ? 1 : 5) : 1
    let need = nameWidth + clear
    while Double(every) * step < need { every += width == 1 && every >= 5 ? 5 : 1 }
    var result: [Int] = []
    for index in 0..<count {
      let onGrid = width == 1 ? years(index).lowerBound % every == 0 : index % every == 0
      guard onGrid || index == 0 else { continue }
      if onGrid, let before = result.last, Double(index - before) * step < need {
        // The first name gives way to a round year beside it only when it is not the first bin.
        continue
      }
      result.append(index)
    }
    return result
  }
}

extension TimeScale {
  /// The years that are named: the first, and round ones that leave it room; of one year its months.
  func ticks(_ nameWidth: Double, _ monthNames: [String]) -> [Tick] {
    if years.count == 1 {
      let step = yearWidth / 12
      // Names at even distances, as many as have room.
      let every = [1, 2, 3, 6].first { Double($0) * step >= nameWidth + 6 } ?? 12
      return stride(from: 0, to: 12, by: every).compactMap { month in
        guard let day = Day(year: years.lowerBound, month: month + 1, day: 1) else { return nil }
        let at = x(day)
        return Tick(at: at, nameAt: at + step / 2, name: monthNames[month % monthNames.count])
      }
    }
    let first = years.lowerBound
    let every = self.every(nameWidth)
    let round = years.filter {
      $0 % every == 0 && ($0 == first || Double($0 - first) * yearWidth >= nameWidth + 6)
    }
    return (round.first == first ? round : [first] + round).map { year in
      Tick(at: x(year: year), nameAt: x(year: year), name: "\(year)")
    }
  }

  private func every(_ nameWidth: Double) -> Int {
    [1, 5, 10, 25, 50, 100, 250, 500].first {
      Double($0) * yearWidth >= nameWidth * 1.4 && years.count / $0 <= 12
    } ?? 1000
  }

  /// Where lines of less weight stand: at every year, or what of years there is room for; at every
  /// month of few years; and at the end.
  var minorLines: [Double] {
    guard years.count > 1 else { return [right] }
    if years.count <= 3 {
      let months = years.flatMap { year in
        (1...12).compactMap { Day(year: year, month: $0, day: 1) }
      }
      return months.map { x($0) } + [right]
    }
    let every = [1, 5, 10, 25, 50, 100].first { Double($0) * yearWidth >= 5 } ?? 1000
    return years.filter { $0 % every == 0 }.map { x(year: $0) } + [right]
  }
}
