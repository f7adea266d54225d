import Analytics
import Charts
import Chronicle
import Chronology
import Drawing

/// A few events on one axis of time, each with its label on its own row: the small timelines of the
/// first page and of the visits.
struct EventStrip {
  struct Entry {
    var event: Event
    var label: String
    var number: Int
  }

  struct Lane {
    /// Empty: the lanes have no names.
    var name: String
    var entries: [Entry]
  }

  var lanes: [Lane]
  var years: ClosedRange<Int>
  var asOf: Day?
  var width: Double
  /// Width of the column of names.
  var gutter: Double
  /// Words at the left below the axis.
  var note: String
  let theme: Theme
  let dates: DateWords
  let measurer: any TextMeasurer

  static let rowHeight = 11.7
  private static let axisHeight = 15.0
  private static let label = Font(.inter, 7.6)
  private static let number = Font(.inter, 6.5)
  private static let axis = Font(.inter, 7.5)
  private static let gap = 4.0
  /// From a mark to its label.
  private static let labelGap = 3.3

  private struct Placed {
    var entry: Entry
    var mark: MarkPicture
    var row: Int
    var isLeft: Bool
  }

  private var scale: TimeScale { TimeScale(years, from: left + 4, to: right - 4) }

  func x(_ day: Day) -> Double { scale.x(day) }

  /// The names stand at the right where words run from there; time goes on from left to right.
  private var isMirrored: Bool { dates.language.isRightToLeft }
  private var left: Double { isMirrored ? 0 : gutter }
  private var right: Double { isMirrored ? width - gutter : width }
  /// Where lines of words begin.
  var start: Double { isMirrored ? width : 0 }

  /// A line of words in the face of its script; those that run from right to left end where others
  /// begin.
  func text(
    _ words: String, at point: Point, _ font: Font, _ color: Color = PageStyle.ink,
    anchor: TextLine.Anchor = .start
  ) -> Item {
    guard isMirrored else { return .text(TextLine(words, at: point, font, color, anchor: anchor)) }
    let ends: TextLine.Anchor =
      switch anchor {
      case .start: .end
      case .end: .start
      case .middle: .middle
      }
    return .text(
      TextLine(words, at: point, ScriptRuns.own(font), color, anchor: ends, rightToLeft: true))
  }

  /// Words in lines no wider than a width, the first on a baseline.
  func lines(
    _ words: String, from baseline: Double, leading: Double, width: Double, _ font: Font,
    _ color: Color = PageStyle.ink
  ) -> [Item] {
    lines(words, width, font).enumerated().map { index, line in
      text(line, at: Point(start, baseline + Double(index) * leading), font, color)
    }
  }

  func lines(_ words: String, _ width: Double, _ font: Font) -> [String] {
    Style.page.wrap(words, isMirrored ? ScriptRuns.own(font) : font, in: width, measurer)
  }

  private func wide(_ words: String, _ font: Font) -> Double {
    measurer.width(of: words, isMirrored ? ScriptRuns.own(font) : font)
  }

  /// The marks, and the height that they take.
  func draw() -> (items: [Item], height: Double) {
    var items: [Item] = []
    var y = Self.axisHeight
    var bodies: [Item] = []
    for lane in lanes {
      let placed = place(lane)
      let rows = (placed.map(\.row).max() ?? 0) + 1
      let names = lines(lane.name, nameWidth, Self.laneFont).count
      let height = max(Double(rows) * Self.rowHeight, Double(names) * Self.nameLeading) + 6
      bodies += placed.flatMap { draw($0, top: y + 3) }
      if !lane.name.isEmpty { bodies += name(lane, at: y + 3) }
      y += height
      bodies.append(.stroke(.line(Point(0, y), Point(width, y)), PageStyle.hairline))
    }
    items += grid(bottom: y)
    items += asOfLine(bottom: y)
    items += bodies
    items += foot(top: y)
    if legend.isEmpty { return (items, y + 14) }
    // Between the words below the axis, else on a line of its own.
    let from = note.isEmpty ? 0 : wide(note, PageStyle.note.font) + Self.legendAir
    let isBeside = !isMirrored && from + legend.width + Self.legendAir <= asOfStart
    let lines = isBeside ? 1 : legend.lineCount(width)
    let key = legend.items(
      width: isBeside ? .infinity : width, baseline: y + (isBeside ? 10 : 20.5), leading: 10.5)
    items.append(.group(Group(.group, offset: Point(isBeside ? from : 0, 0), key)))
    return (items, y + 14 + (isBeside ? 0 : 10.5 * Double(lines)))
  }

  static let laneFont = Font(.inter, 7.8, .bold)
  private static let nameLeading = 9.5
  /// Of the gutter, what the number of a lane takes with the air around it.
  static let besideName = 34.0
  private var nameWidth: Double { gutter - Self.besideName }

  private func name(_ lane: Lane, at y: Double) -> [Item] {
    let baseline = y + 8.6
    return lines(
      lane.name, from: baseline, leading: Self.nameLeading, width: nameWidth, Self.laneFont) + [
        .text(
          TextLine(
            "\(lane.entries.count)", at: Point(isMirrored ? right + 12 : left - 12, baseline),
            Self.axis, PageStyle.secondary, anchor: isMirrored ? .start : .end))
      ]
  }

  private func grid(bottom: Double) -> [Item] {
    var items: [Item] = [
      .stroke(.line(Point(0, Self.axisHeight), Point(width, Self.axisHeight)), PageStyle.hairline)
    ]
    let step = years.count > 60 ? 10 : 5
    var lastLabel = -100.0
    for year in years {
      guard let day = Day(year: year, month: 1, day: 1) else { continue }
      let x = x(day)
      let isMajor = year % step == 0 || year == years.lowerBound
      let color = Color(isMajor ? 0xD9DDE3 : 0xEEF0F3)
      let top = isMajor ? 2 : Self.axisHeight
      if isMajor && x - lastLabel < 26 { continue }
      items.append(.stroke(.line(Point(x, top), Point(x, bottom)), Stroke(color, width: 0.5)))
      guard isMajor else { continue }
      lastLabel = x
      let isOver = x + 2.5 + measurer.width(of: "\(year)", Self.axis) > right
      items.append(
        .text(
          TextLine(
            "\(year)", at: Point(isOver ? x - 2.5 : x + 2.5, 10.5), Self.axis,
            PageStyle.secondary, anchor: isOver ? .end : .start)))
    }
    return items
  }

  /// Behind the marks: the last of them often lie on it.
  private func asOfLine(bottom: Double) -> [Item] {
    guard let asOf, years.contains(asOf.year) else { return [] }
    let x = x(asOf)
    return [
      .stroke(.line(Point(x, Self.axisHeight), Point(x, bottom + 3)), PageStyle.sectionRule)
    ]
  }

  private static let legendAir = 14.0

  private var legend: MarkLegend {
    let marks = lanes.flatMap { $0.entries.compactMap { mark($0.event) } }
    return MarkLegend(marks.map { ($0.mark, $0.isPoint) }, dates.language) { [measurer] in
      measurer.width(of: $0, $1)
    }
  }

  /// Where the words of the as-of day begin.
  private var asOfStart: Double {
    guard let asOf, years.contains(asOf.year) else { return width }
    let half = wide(dates.words(asOf), Self.asOfFont) / 2
    return min(x(asOf), width - half) - half
  }

  private static let asOfFont = Font(.inter, 7.5, .medium)

  /// The day stands at its line, the note where lines of words begin, or at the other end where the day
  /// would meet it.
  private func foot(top y: Double) -> [Item] {
    let noted = note.isEmpty ? 0 : wide(note, PageStyle.note.font) + 8
    var items: [Item] = []
    var isMoved = false
    if let asOf, years.contains(asOf.year) {
      let words = dates.words(asOf)
      let font = Self.asOfFont
      let half = wide(words, font) / 2
      let x = x(asOf)
      isMoved = isMirrored ? x > width - noted - half : x < noted + half
      let isNotedLeft = isMirrored == isMoved
      let centre =
        isNotedLeft
        ? min(max(x, noted + half), width - half)
        : max(half, min(x, width - noted - half))
      items.append(text(words, at: Point(centre, y + 11), font, anchor: .middle))
    }
    if !note.isEmpty {
      let at = Point(isMoved ? width - start : start, y + 10)
      let anchor: TextLine.Anchor = isMoved ? .end : .start
      items.append(text(note, at: at, PageStyle.note.font, PageStyle.secondary, anchor: anchor))
    }
    return items
  }

  // MARK: Placing

  private func place(_ lane: Lane) -> [Placed] {
    var taken: [[ClosedRange<Double>]] = []
    var result: [Placed] = []
    let wall = asOf.map(x) ?? self.right
    for entry in lane.entries {
      guard let mark = mark(entry.event) else { continue }
      let (x, end) = (mark.left, mark.right)
      let room = length(entry) + Self.gap
      let right = (x - 1.3)...(end + Self.labelGap + room)
      let left = (x - Self.labelGap - room)...(end + 1.3)
      var row = 0
      while true {
        if row == taken.count { taken.append([]) }
        let isFree = { (span: ClosedRange<Double>) in
          !taken[row].contains { $0.overlaps(span) }
        }
        let isBefore = (x + end) / 2 < wall
        let fitsRight = right.upperBound <= (isBefore ? min(wall, self.right) : self.right)
        if fitsRight && isFree(right) {
          taken[row].append(right)
          result.append(Placed(entry: entry, mark: mark, row: row, isLeft: false))
          break
        }
        if left.lowerBound >= self.left && isFree(left) {
          taken[row].append(left)
          result.append(Placed(entry: entry, mark: mark, row: row, isLeft: true))
          break
        }
        if taken[row].isEmpty {
          // Wider than either side: where there is more room, over the line of the day if need be.
          let isLeft = x - self.left > self.right - end
          taken[row].append(isLeft ? left : right)
          result.append(Placed(entry: entry, mark: mark, row: row, isLeft: isLeft))
          break
        }
        row += 1
      }
    }
    return result
  }

  /// The mark of an event, as on the timeline.
  private func mark(_ event: Event) -> MarkPicture? {
    let column = Column(of: event)
    guard
      let days = event.markDays(
        in: column, reach: { asOf ?? event.drawnDate?.earliest ?? .init(number: 0) })
    else { return nil }
    let entry = TimelineEntry(
      id: event.id, title: "", mark: TimeMark(of: event, in: column), first: days.first,
      last: days.last, label: "", rank: nil)
    return MarkPicture(entry, on: scale, limit: asOf.map(x), style: .page)
  }

  private func length(_ entry: Entry) -> Double {
    measurer.width(of: entry.label, Self.label) + 3
      + measurer.width(of: "\(entry.number)", Self.number)
  }

  private func draw(_ placed: Placed, top: Double) -> [Item] {
    let event = placed.entry.event
    let y = top + Double(placed.row) * Self.rowHeight + Self.rowHeight / 2
    let index = Domain.allCases.firstIndex(of: event.content.domain) ?? 0
    let style = theme.series[index]
    let baseline = y + 2.7
    let label = measurer.width(of: placed.entry.label, Self.label)
    let (left, right) = (placed.mark.left, placed.mark.right)
    let start =
      placed.isLeft ? left - Self.labelGap - length(placed.entry) : right + Self.labelGap
    let from = placed.isLeft ? start - 1 : left - 1.3
    let ground = Rect(
      from, y - 4.6, (placed.isLeft ? right : start + length(placed.entry)) - from + 1, 9.2)
    let mark = Group(
      .mark, id: "e-" + event.id, title: placed.entry.label,
      link: .destination("event-" + event.id),
      [
        .fill(.rect(ground), Color(0xFFFFFF)),
        .group(Group(.group, placed.mark.items(y, style, theme))),
        .text(TextLine(placed.entry.label, at: Point(start, baseline), Self.label, PageStyle.ink)),
        .text(
          TextLine(
            "\(placed.entry.number)", at: Point(start + label + 3, baseline), Self.number,
            PageStyle.secondary)),
      ])
    return [.group(mark)]
  }
}
