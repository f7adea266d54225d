import Chronology

/// One column or row of a plot: a stretch of the frame with a scale of its own, which all marks in it
/// share.
public struct Track: Hashable, Sendable {
  /// What the scale makes of the channels bound to it.
  public enum Kind: Hashable, Sendable {
    /// No data: words, rules.
    case plain
    /// Names side by side: these, then others in the order in which they occur.
    case band([String] = [])
    /// Years side by side, in bins where there are more than the limit; these years at least.
    case years(ClosedRange<Int>?, limit: Int = 35)
    /// Numbers from zero.
    case count
    /// Days, in whole years; these years at least.
    case time(ClosedRange<Int>?)
  }

  /// How long it is.
  public enum Extent: Hashable, Sendable {
    case fixed(Double)
    /// As its widest words, at least this.
    case words(Double)
    /// So much for each step of its domain, or less where that does not fit: all tracks of steps
    /// get shorter by the same factor, so that their marks can be compared. At least `least` in all.
    case step(Double, least: Double = 0)
    /// What is left, up to a limit.
    case rest(most: Double = .infinity)
  }

  public var name: String
  public var kind: Kind
  public var extent: Extent
  /// Air before it: as much as must be, and as much as may be.
  public var gap: ClosedRange<Double>
  /// Runs the other way: to the left, or downwards for numbers.
  public var isReversed: Bool

  public init(
    _ name: String, _ kind: Kind = .plain, _ extent: Extent, gap: ClosedRange<Double> = 0...0,
    isReversed: Bool = false
  ) {
    self.name = name
    self.kind = kind
    self.extent = extent
    self.gap = gap
    self.isReversed = isReversed
  }
}

/// The domain of a track: all that the channels bound to it carry.
struct Domain {
  let kind: Track.Kind
  private var names: [String] = []
  private var known: Set<String> = []
  private var most = 0.0
  private var years: ClosedRange<Int>?

  init(_ kind: Track.Kind) {
    self.kind = kind
    switch kind {
    case .years(let least, _), .time(let least): years = least
    case .band(let first):
      names = first
      known = Set(first)
    case .plain, .count: break
    }
  }

  /// Takes in what a channel carries.
  mutating func add(_ value: Value?) {
    guard let value else { return }
    switch (kind, value) {
    case (.band, .name(let name)):
      if known.insert(name).inserted { names.append(name) }
    case (.count, .number(let number)) where number.isFinite: most = max(most, number)
    case (.years, .number(let number)): add(year: Int(number))
    case (.years, .day(let day)), (.time, .day(let day)): add(year: day.year)
    case (.time, .number(let number)): add(year: Int(number))
    default: break
    }
  }

  private mutating func add(year: Int) {
    guard let known = years else {
      years = year...year
      return
    }
    years = min(known.lowerBound, year)...max(known.upperBound, year)
  }

  private var period: ClosedRange<Int> { years ?? 2000...2000 }
  var bins: YearBins {
    if case .years(_, let limit) = kind { return YearBins(period, limit: limit) }
    return YearBins(period)
  }

  /// How many steps it has.
  var steps: Double {
    switch kind {
    case .plain, .time: 1
    case .band: Double(max(1, names.count))
    case .years: Double(bins.count)
    case .count: max(1, most)
    }
  }

  /// The scale of a stretch from `start` to `end`.
  func scale(from start: Double, to end: Double) -> Scale {
    switch kind {
    case .plain: .plain(start, end)
    case .band: .band(names, BandScale(names.count, from: start, to: end))
    case .years: .years(bins, BandScale(bins.count, from: start, to: end))
    case .count: .count(max(1, most), from: start, to: end)
    case .time: .time(TimeScale(period, from: start, to: end))
    }
  }
}

/// A track's scale, in place.
enum Scale {
  case plain(Double, Double)
  case band([String], BandScale)
  case years(YearBins, BandScale)
  case count(Double, from: Double, to: Double)
  case time(TimeScale)

  /// The stretch that a value takes: a band, or the place of a number or day.
  func stretch(_ value: Value) -> ClosedRange<Double>? {
    switch (self, value) {
    case (.band(let names, let bands), .name(let name)):
      return names.firstIndex(of: name).map { bands.stretch($0) }
    case (.years(let bins, let bands), .number(let year)):
      return bands.stretch(bins.index(Int(year)))
    case (.years(let bins, let bands), .day(let day)):
      return bands.stretch(bins.index(day.year))
    case (.count(let most, let from, let to), .number(let number)):
      let at = from + (to - from) * number / most
      return at...at
    case (.time(let scale), .day(let day)):
      let at = scale.x(day)
      return at...at
    case (.time(let scale), .number(let year)):
      let at = scale.x(year: Int(year))
      return at...at
    default: return nil
    }
  }

  /// The middle of what a value takes.
  func middle(_ value: Value) -> Double? {
    stretch(value).map { ($0.lowerBound + $0.upperBound) / 2 }
  }

  /// Length of one step; nil without steps.
  var step: Double? {
    switch self {
    case .plain, .time: nil
    case .band(_, let bands), .years(_, let bands): bands.step
    case .count(let most, let from, let to): abs(to - from) / most
    }
  }
}
