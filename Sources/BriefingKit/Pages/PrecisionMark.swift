import Analytics
import Chronicle
import Chronology
import Drawing
import Layout

/// How exact a date is, as a small grey mark: the same marks as on the timeline. Those who can't see
/// it are told its word.
struct PrecisionMark {
  static let width = 24.0
  private static let ink = Color(0x4A5261)
  private static let height = 5.6

  let event: Event

  /// The mark, centred on a line of text.
  func picture(_ writer: PageWriter, _ style: PageStyle.Text) -> Picture {
    let baseline = writer.baseline(style)
    let size = Size(Self.width, writer.face(style).leading)
    guard let kind, let date = event.drawnDate else {
      return Picture([], size: size, baseline: baseline, isOrnament: true)
    }
    let word = writer.say.word(.mark, kind.rawValue) ?? kind.rawValue
    let items = items(kind, date, middle: baseline - 2.8)
    return Picture(spoken: word, items, size: size, baseline: baseline)
  }

  /// Named as the words of the marks are.
  private enum Kind: String {
    case doubtful, planned, conditional, total, ongoing, onward, within, decade, year, point
  }

  private var kind: Kind? {
    guard let date = event.drawnDate else { return nil }
    switch Column(of: event) {
    case .doubtful: return .doubtful
    case .planned: return .planned
    case .conditional: return .conditional
    case .aggregate: return .total
    default: break
    }
    if date.isOpenEnd { return event.content.status == .ongoing ? .ongoing : .onward }
    if date.precision > .year { return .decade }
    if date.isInterval && date.precision == .year { return .within }
    if date.precision == .year { return .year }
    return date.precision >= .season || date.isApproximate || date.isUncertain ? .within : .point
  }

  private func items(_ kind: Kind, _ date: EDTF, middle y: Double) -> [Item] {
    let centre = Point(Self.width / 2, y)
    let box = Rect(centre.x - 9, y - Self.height / 2, 18, Self.height)
    switch kind {
    case .doubtful:
      return [.stroke(.circle(centre, radius: 2.2), Stroke(Self.ink, width: 1.1))]
    case .planned, .conditional: return hatched(box, dashed: date.isApproximate)
    case .total: return open(box)
    case .ongoing: return bar(box)
    case .onward: return notBefore(box, y)
    case .within, .decade, .year:
      return date.isInterval && date.precision >= .year
        ? dashed(box) : span(box, y, approximate: date.isApproximate || date.isUncertain)
    case .point: return [.fill(.circle(centre, radius: 2.7), Self.ink)]
    }
  }

  private func span(_ box: Rect, _ y: Double, approximate: Bool) -> [Item] {
    let line = Stroke(Self.ink, width: 1.4, dash: approximate ? [2.5, 1.8] : [])
    let cap = Stroke(Self.ink, width: 1.2)
    return [
      .stroke(.line(Point(box.x, y), Point(box.maxX, y)), line),
      .stroke(.line(Point(box.x, box.y), Point(box.x, box.maxY)), cap),
      .stroke(.line(Point(box.maxX, box.y), Point(box.maxX, box.maxY)), cap),
    ]
  }

  private func notBefore(_ box: Rect, _ y: Double) -> [Item] {
    [
      .stroke(
        .line(Point(box.x, y), Point(box.x + 13, y)), Stroke(Self.ink, width: 1.4, dash: [3, 2])),
      .stroke(.line(Point(box.x, box.y), Point(box.x, box.maxY)), Stroke(Self.ink, width: 1.2)),
    ]
  }

  private func dashed(_ box: Rect) -> [Item] {
    [
      .path(
        .rect(box), fill: .color(Self.ink.withAlpha(0.26)),
        stroke: Stroke(Self.ink, width: 0.8, dash: [2, 1.4]))
    ]
  }

  private func bar(_ box: Rect) -> [Item] {
    [
      .fill(.rect(box), Self.ink.withAlpha(0.24)),
      .stroke(.line(Point(box.x, box.y), Point(box.x, box.maxY)), Stroke(Self.ink, width: 1.4)),
    ]
  }

  /// Open at the right.
  private func open(_ box: Rect) -> [Item] {
    let path = Path([
      .move(Point(box.maxX, box.y)), .line(Point(box.x, box.y)), .line(Point(box.x, box.maxY)),
      .line(Point(box.maxX, box.maxY)),
    ])
    return [.stroke(path, Stroke(Self.ink, width: 0.8))]
  }

  private func hatched(_ box: Rect, dashed: Bool) -> [Item] {
    var lines: [Path.Element] = []
    var x = box.x - box.height + 2.2
    while x < box.maxX {
      let from = max(x, box.x)
      let to = min(x + box.height, box.maxX)
      if to > from {
        lines.append(.move(Point(from, box.maxY - (from - x))))
        lines.append(.line(Point(to, box.maxY - (to - x))))
      }
      x += 2.2
    }
    return [
      .stroke(Path(lines), Stroke(Self.ink, width: 0.6)),
      .stroke(.rect(box), Stroke(Self.ink, width: 0.7, dash: dashed ? [2, 1.4] : [])),
    ]
  }
}

extension Picture {
  /// A small mark within a line, with a word for those who can't see it.
  init(spoken word: String, _ items: [Item], size: Size, baseline: Double?) {
    let group = Group(.figure, alternative: word, items)
    self.init([.group(group)], size: size, baseline: baseline)
  }
}
