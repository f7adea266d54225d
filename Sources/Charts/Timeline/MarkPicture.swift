import Chronology
public import Drawing

/// A timeline's mark by itself, for what draws its own rows: small timelines, tables, legends.
public struct MarkPicture {
  private let shape: MarkShape

  /// What it covers.
  public var left: Double { shape.left }
  public var right: Double { shape.right }
  /// What it is drawn as: a short stretch is a point.
  public var mark: TimeMark { shape.mark }
  public var isPoint: Bool { shape.isPoint }

  /// - Parameter limit: no mark of what is asserted reaches further.
  public init(_ entry: TimelineEntry, on scale: TimeScale, limit: Double?, style: Style) {
    self.init(entry, scale, limit: limit, style: style, rank: 0)
  }

  private init(
    _ entry: TimelineEntry, _ scale: TimeScale, limit: Double?, style: Style, rank: Int
  ) {
    shape = MarkShape(entry, scale, limit: limit, style: style, rank: rank)
  }

  /// A mark as a legend shows it: from `left` on, of this width if it is no point.
  ///
  /// - Parameter isLow: as low as a mark without label, for lines of small type.
  public init(
    sample mark: TimeMark, isPoint: Bool, left: Double, width: Double, style: Style,
    isLow: Bool = false
  ) {
    let year = 2000
    let scale = TimeScale(year...year, from: left, to: left + width)
    let first = Day(year: year, month: 1, day: 1) ?? Day(number: 0)
    let last = Day(year: year, month: 12, day: 31) ?? first
    let isPoint = isPoint || [.point, .doubtful].contains(mark)
    let middle = Day(number: (first.number + last.number) / 2)
    let entry = TimelineEntry(
      id: "", title: "", mark: mark, first: isPoint ? middle : first,
      last: isPoint ? middle : last, label: "", rank: nil)
    self.init(entry, scale, limit: nil, style: style, rank: isLow && !isPoint ? 2 : 0)
  }

  /// Its items on a row centred on `y`.
  public func items(_ y: Double, _ look: SeriesStyle, _ theme: Theme) -> [Item] {
    shape.items(y, look, theme)
  }
}
