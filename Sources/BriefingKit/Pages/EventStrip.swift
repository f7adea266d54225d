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

  private struct Placed {
    var entry: Entry
    var x: Double
    var row: Int
    var isLeft: Bool
  }

  func x(_ day: Day) -> Double {
    guard let first = Day(year: years.lowerBound, month: 1, day: 1),
      let end = Day(year: years.upperBound + 1, month: 1, day: 1)
    else { return gutter }
    let share = Double(day - first) / Double(max(1, end - first))
    return left + 4 + share * (right - left - 8)
  }

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
      let height = Double(rows) * Self.rowHeight + 6
      bodies += placed.flatMap { draw($0, top: y + 3) }
      if !lane.name.isEmpty { bodies += name(lane, at: y + 3) }
      y += height
      bodies.append(.stroke(.line(Point(0, y), Point(width, y)), PageStyle.hairline))
    }
    items += grid(bottom: y)
    items += asOfLine(bottom: y)
    items += bodies
    items += foot(top: y)
    return (items, y + 14)
  }

  private func name(_ lane: Lane, at y: Double) -> [Item] {
    let baseline = y + 8.6
    return [
      text(lane.name, at: Point(start, baseline), Font(.inter, 7.8, .bold)),
      .text(
        TextLine(
          "\(lane.entries.count)", at: Point(isMirrored ? right + 12 : left - 12, baseline),
          Self.axis, PageStyle.secondary, anchor: isMirrored ? .start : .end)),
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

  /// The day stands at its line, the note where lines of words begin, or at the other end where the day
  /// would meet it.
  private func foot(top y: Double) -> [Item] {
    let noted = note.isEmpty ? 0 : wide(note, PageStyle.note.font) + 8
    var items: [Item] = []
    var isMoved = false
    if let asOf, years.contains(asOf.year) {
      let words = dates.words(asOf)
      let font = Font(.inter, 7.5, .medium)
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
      guard let day = entry.event.drawnDate.flatMap({ $0.earliest ?? $0.latest }) else { continue }
      let x = x(day)
      let room = length(entry) + Self.gap + reach(entry)
      let right = (x - 4)...(x + room)
      let left = (x - room)...(x + 4)
      var row = 0
      while true {
        if row == taken.count { taken.append([]) }
        let isFree = { (span: ClosedRange<Double>) in
          !taken[row].contains { $0.overlaps(span) }
        }
        let fitsRight = right.upperBound <= (x < wall ? min(wall, self.right) : self.right)
        if fitsRight && isFree(right) {
          taken[row].append(right)
          result.append(Placed(entry: entry, x: x, row: row, isLeft: false))
          break
        }
        if left.lowerBound >= self.left && isFree(left) {
          taken[row].append(left)
          result.append(Placed(entry: entry, x: x, row: row, isLeft: true))
          break
        }
        if taken[row].isEmpty {
          // Wider than either side: where there is more room, over the line of the day if need be.
          let isLeft = x - self.left > self.right - x
          taken[row].append(isLeft ? left : right)
          result.append(Placed(entry: entry, x: x, row: row, isLeft: isLeft))
          break
        }
        row += 1
      }
    }
    return result
  }

  /// From the mark's day to where a label at its right begins.
  private func reach(_ entry: Entry) -> Double {
    entry.event.drawnDate?.isOpenEnd == true ? 15 : 6
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
    let start =
      placed.isLeft
      ? placed.x - 5 - length(placed.entry) : placed.x + reach(placed.entry)
    let from = placed.isLeft ? start - 1 : placed.x - 4
    let ground = Rect(from, y - 4.6, length(placed.entry) + 12, 9.2)
    let mark = Group(
      .mark, id: "e-" + event.id, title: placed.entry.label,
      link: .destination("event-" + event.id),
      [
        .fill(.rect(ground), Color(0xFFFFFF)), mark(event, style, at: Point(placed.x, y)),
        .text(TextLine(placed.entry.label, at: Point(start, baseline), Self.label, PageStyle.ink)),
        .text(
          TextLine(
            "\(placed.entry.number)", at: Point(start + label + 3, baseline), Self.number,
            PageStyle.secondary)),
      ])
    return [.group(mark)]
  }

  private func mark(_ event: Event, _ style: SeriesStyle, at point: Point) -> Item {
    let path = style.symbol.path(at: point, radius: 2.7)
    switch Column(of: event) {
    case .doubtful, .planned: return .stroke(path, Stroke(style.color, width: 1.1))
    default: break
    }
    guard let date = event.drawnDate, date.isOpenEnd || date.precision >= .year else {
      return .fill(path, style.color)
    }
    let cap = Stroke(style.color, width: 1.2)
    let line = Stroke(style.color, width: 1.4, dash: date.isOpenEnd ? [3, 2] : [])
    let end =
      date.isOpenEnd
      ? point.x + 12 : date.latest.map { max(point.x + 3, min(x($0), point.x + 5)) } ?? point.x
    return .group(
      Group(items: [
        .stroke(.line(Point(point.x, point.y), Point(end, point.y)), line),
        .stroke(
          .line(Point(point.x, point.y - 2.8), Point(point.x, point.y + 2.8)), cap),
      ]))
  }
}

extension Group {
  fileprivate init(items: [Item]) { self.init(.group, items) }
}
