public import Chronology
public import Drawing

/// How a stretch of time is drawn: the mark says how exactly it is known.
public enum TimeMark: Int, Hashable, Sendable, CaseIterable {
  /// A day, or so short a stretch that it is a point here.
  case point
  /// From one day to another.
  case span
  /// Some time in a year.
  case year
  /// Some time within.
  case within
  /// Some time in ten years.
  case decade
  /// Then or later.
  case onward
  /// From then on, still going on.
  case ongoing
  /// A total over many.
  case total
  /// At a date that is doubtful.
  case doubtful
  /// Not yet.
  case planned
  /// Depends on an "if".
  case conditional
}

/// One datum of a timeline.
public struct TimelineEntry: Hashable, Sendable {
  /// Identifier of the mark's group, `e-k3v9x2`; unique in the chart.
  public var id: String
  /// Shown on pointing.
  public var title: LateText
  public var link: LinkTarget?
  public var mark: TimeMark
  /// First and last day.
  public var first: Day
  public var last: Day
  public var label: String
  /// Shorter words for the same, the longest first, for where the label has no room.
  public var shorter = Late<[String]>([])
  /// Smaller words after the label; empty for none.
  public var suffix: String
  /// The number that a list elsewhere has for it; empty for none.
  public var number: String
  /// Its place in a list elsewhere.
  public var place: Int?
  /// Smaller is labelled first; nil is never labelled where not all are.
  public var rank: Int?
  /// Whether nothing of its lane that does not lead is labelled before it.
  public var leads: Bool

  public init(
    id: String, title: LateText, link: LinkTarget? = nil, mark: TimeMark, first: Day, last: Day,
    label: String, suffix: String = "", number: String = "",
    place: Int? = nil, rank: Int?, leads: Bool = false
  ) {
    self.id = id
    self.title = title
    self.link = link
    self.mark = mark
    self.first = first
    self.last = max(first, last)
    self.label = label
    self.suffix = suffix
    self.number = number
    self.place = place
    self.rank = rank
    self.leads = leads
  }
}

/// The ink of one mark: its extent, and how to draw it on a row.
struct MarkShape {
  let mark: TimeMark
  let left: Double
  let right: Double
  /// Whether words fit within: a bar with room, or a long line that they interrupt.
  var holdsText: Bool {
    mark == .ongoing || mark == .total || (isLine && right - left > 240 * unit)
  }
  /// What a legend shows of it.
  var sample: LegendItem.Sample {
    isPoint && [.planned, .conditional].contains(mark) ? .point(mark) : .mark(mark)
  }
  /// Whether it is a line between caps.
  var isLine: Bool { mark == .year || mark == .decade }
  /// Radius of points.
  let radius: Double
  private let unit: Double
  /// Share of the full height.
  private let tall: Double
  private let hatched: Bool
  let isPoint: Bool
  /// Whether it goes on beyond the scale.
  private let isCut: (left: Bool, right: Bool)

  /// - Parameters:
  ///   - limit: no mark of what is asserted reaches further: the as-of line.
  ///   - rank: 0 labelled, 1 with a small label, 2 bare, 3 one of many.
  init(
    _ entry: TimelineEntry, _ scale: TimeScale, limit: Double?, style: Style, rank: Int
  ) {
    let unit = style.unit
    self.unit = unit
    hatched = !style.fillsHeight
    isCut = (
      entry.first.year < scale.years.lowerBound, entry.last.year > scale.years.upperBound
    )
    radius = [5.2, 4.2, 3.6, 2.3][rank] * unit
    tall = [1, 1, 0.8, 0.48][rank]
    let from = scale.x(entry.first)
    let to = scale.x(entry.last + 1)
    let middle = min(scale.right - radius, max(scale.left + radius, (from + to) / 2))
    var kind = entry.mark
    switch entry.mark {
    case .point: isPoint = true
    case .span: isPoint = to - from <= 12 * unit
    case .doubtful: isPoint = true
    case .planned, .conditional: isPoint = to - from < 9 * unit
    case .year, .within, .decade: isPoint = false
    case .onward, .ongoing, .total: isPoint = false
    }
    if isPoint && kind == .span { kind = .point }
    mark = kind
    if isPoint {
      left = middle - radius
      right = middle + radius
      return
    }
    let reach: Double
    switch kind {
    case .onward:
      let room = max(from + 12 * unit, limit ?? scale.right)
      reach = min(from + 34 * unit, room)
    case .ongoing, .total: reach = max(from + 12 * unit, min(to, limit ?? to))
    default: reach = max(to, from + 6 * unit)
    }
    right = min(scale.right, reach)
    left = min(from, right - 6 * unit)
  }

  /// The items of the mark on a row centred on `y`; a line is interrupted where words stand.
  func items(
    _ y: Double, _ style: SeriesStyle, _ theme: Theme, words: ClosedRange<Double>? = nil
  ) -> [Item] {
    let color = style.color
    if isPoint {
      let centre = Point((left + right) / 2, y)
      switch mark {
      case .doubtful:
        return [ring(style, centre, Stroke(color, width: 1.8 * unit))]
      case .planned, .conditional:
        let dashed = ring(
          style, centre, Stroke(color, width: 1.4 * unit, dash: [2.2 * unit, 1.6 * unit]))
        // What depends on an "if" has a core.
        return mark == .planned
          ? [dashed] : [dashed, .fill(style.symbol.path(at: centre, radius: radius * 0.34), color)]
      default: return [.fill(style.symbol.path(at: centre, radius: radius), color)]
      }
    }
    switch mark {
    case .span: return [.fill(.rect(box(y, 7)), color)]
    case .within: return within(y, color)
    case .decade: return dotted(y, color, words)
    case .onward: return onward(y, color)
    case .ongoing: return ongoing(y, color)
    case .total: return total(y, color)
    case .planned, .conditional: return planned(y, color)
    default: return capped(y, color, words)
    }
  }

  private func ring(_ style: SeriesStyle, _ c: Point, _ stroke: Stroke) -> Item {
    .stroke(style.symbol.path(at: c, radius: radius - stroke.width / 2), stroke)
  }

  private func box(_ y: Double, _ height: Double) -> Rect {
    Rect(left, y - height * tall * unit / 2, right - left, height * tall * unit)
  }

  private func cap(_ x: Double, _ y: Double, _ height: Double) -> Path {
    .line(
      Point(x, y - height * tall * unit / 2), Point(x, y + height * tall * unit / 2))
  }

  private func capped(
    _ y: Double, _ color: Color, _ words: ClosedRange<Double>? = nil, dash: [Double] = []
  ) -> [Item] {
    // Caps higher than the line is long would be read as a letter.
    let height = min(10, max(5, (right - left) / unit * 0.75))
    let inset = 0.8 * unit
    let caps = Stroke(color, width: 1.6 * unit)
    let line = Stroke(color, width: 2 * unit, dash: dash.map { $0 * unit })
    let parts = words.map { [(left + inset, $0.lowerBound), ($0.upperBound, right - inset)] }
    return (parts ?? [(left + inset, right - inset)]).map {
      .stroke(.line(Point($0.0, y), Point($0.1, y)), line)
    } + [
      .stroke(cap(left + inset, y, height), caps), .stroke(cap(right - inset, y, height), caps),
    ]
  }

  private func within(_ y: Double, _ color: Color) -> [Item] {
    let edge = Stroke(color, width: 1.1 * unit, dash: [3 * unit, 2 * unit])
    let path = Path.rect(box(y, 10).inset(by: 0.55 * unit))
    return [.path(path, fill: .color(color.withAlpha(0.28)), stroke: edge)]
  }

  /// A row of dots between caps; no cap where it goes on beyond the scale.
  private func dotted(
    _ y: Double, _ color: Color, _ words: ClosedRange<Double>?
  ) -> [Item] {
    let inset = 0.8 * unit
    let (from, to) = (left + inset, right - inset)
    let count = max(1, Int((to - from) / (4.5 * unit)))
    let gap = (to - from) / Double(count)
    let places = (0..<count).map { from + (Double($0) + 0.5) * gap }
    let dots = places.filter { words?.contains($0) != true }.flatMap { x in
      Path.circle(Point(x, y), radius: 1.1 * unit * max(0.8, tall)).elements
    }
    let caps = [(from, isCut.left), (to, isCut.right)].filter { !$0.1 }.map {
      Item.stroke(cap($0.0, y, 10), Stroke(color, width: 1.6 * unit))
    }
    return [.fill(Path(dots), color)] + caps
  }

  private func onward(_ y: Double, _ color: Color) -> [Item] {
    let start = Point(left + 0.8 * unit, y)
    let end = Point(right, y)
    let thickness = 2 * unit
    // The fading line is a filled sliver: a gradient along a horizontal stroke has no height.
    let sliver = Rect(start.x, y - thickness / 2, right - start.x - 1 * unit, thickness)
    let fade = Paint.gradient(
      from: start, to: end, stops: [GradientStop(0, color), GradientStop(1, color.withAlpha(0.15))])
    let head = Path([
      .move(Point(right - 5 * unit, y - 4 * unit)), .line(Point(right - 0.4 * unit, y)),
      .line(Point(right - 5 * unit, y + 4 * unit)),
    ])
    return [
      .path(.rect(sliver), fill: fade, stroke: nil),
      .stroke(cap(start.x, y, 10), Stroke(color, width: 1.6 * unit)),
      .stroke(head, Stroke(color.withAlpha(0.55), width: 1.4 * unit)),
    ]
  }

  private func ongoing(_ y: Double, _ color: Color) -> [Item] {
    let half = (hatched ? 10 : 6) * tall * unit
    // On paper the bar has no point, which would claim a future.
    let tip = hatched ? 0 : min(half, (right - left) / 2)
    let shape = Path.polygon([
      Point(left, y - half), Point(right - tip, y - half), Point(right, y),
      Point(right - tip, y + half), Point(left, y + half),
    ])
    return [
      .fill(shape, color.withAlpha(0.24)),
      .fill(.rect(Rect(left, y - half, 2.4 * unit, 2 * half)), color),
    ]
  }

  private func total(_ y: Double, _ color: Color) -> [Item] {
    let half = (hatched ? 10 : 6) * tall * unit
    let outline = Path([
      .move(Point(right, y - half)), .line(Point(left, y - half)), .line(Point(left, y + half)),
      .line(Point(right, y + half)),
    ])
    return [.stroke(outline, Stroke(color, width: 1.4 * unit))]
  }

  private func planned(_ y: Double, _ color: Color) -> [Item] {
    guard hatched, mark == .planned else { return capped(y, color, dash: [3, 2]) }
    let area = box(y, 10).inset(by: 0.5 * unit)
    return [
      .stroke(hatch(area, step: 3.2 * unit), Stroke(color, width: 0.8 * unit)),
      .stroke(.rect(area), Stroke(color, width: 1 * unit)),
    ]
  }
}
