import Chronology
import Drawing

/// Puts words beside the points of one row, right or left of them, so that as many fit as can and as
/// few as possible stand on the left. The line of the limit is drawn with them: it yields to words that
/// have no other place.
struct LabelPainter {
  let marks: MarkPainter
  let mark: Mark
  let gap: Double
  let leading: Double
  let limit: Day?
  /// Stretches of time through the middle of the row.
  let lines: [Datum]

  /// Right of the point and clear of the limit, left of it, right across the limit, nowhere.
  private enum Side: Int, CaseIterable { case right, left, across, none }

  /// Words above or below their point, where there is no room beside it.
  private struct Lifted {
    var lines: [Words]
    var x: Double
    var width: Double
    /// Centre of the first line.
    var y: Double
    var isAbove: Bool
  }

  /// What a datum takes with its words on one side.
  private struct Room {
    var start: Double
    var end: Double
    var hasTextLeft: Bool
    var hasTextRight: Bool
  }

  private var style: Style { marks.style }

  /// Draws them; gives the number of events that found no room.
  func draw(_ canvas: inout Canvas) -> Int {
    let data = mark.data.filter { $0.x != nil }.sorted {
      marks.box(mark, $0).x < marks.box(mark, $1).x
    }
    var sides = best(data, canvas)
    var lifted: [Lifted] = []
    var unnamed = 0
    for index in data.indices where [.across, .none].contains(sides[index]) {
      let beside = data.indices.filter { $0 != index && sides[$0] != .none }.compactMap {
        room(data[$0], sides[$0], canvas)
      }
      if let words = lift(data[index], clearOf: lifted, beside, canvas) {
        lifted.append(words)
        sides[index] = .none
      } else if sides[index] == .none {
        unnamed += data[index].count
      }
    }
    drawLimit(data, sides, &canvas)
    drawLines(clearOf: boxes(data, sides, lifted, canvas), &canvas)
    for words in lifted {
      for (index, line) in words.lines.enumerated() {
        canvas.draw(
          line, words.x + words.width / 2, words.y + Double(index) * leading, style, anchor: .middle
        )
      }
    }
    for (datum, side) in zip(data, sides) where side != .none {
      let box = marks.box(mark, datum)
      let lines = datum.words.parts
      for (index, part) in lines.enumerated() {
        let y = box.centre.y + (Double(index) - Double(lines.count - 1) / 2) * leading
        canvas.draw(
          Words([part]), side == .left ? box.x - gap : box.maxX + gap, y, style,
          anchor: side == .left ? .end : .start)
      }
    }
    return unnamed
  }

  /// The words above the point or below it, in two lines or one; none reaches over the limit.
  private func lift(
    _ datum: Datum, clearOf others: [Lifted], _ beside: [Room], _ canvas: Canvas
  ) -> Lifted? {
    let centre = marks.box(mark, datum).centre
    let area = marks.area(mark)
    let day = limit.flatMap { marks.x(mark).middle(.day($0)) }
    let end = day.map { centre.x <= $0 ? $0 - 5 * style.unit : area.maxX } ?? area.maxX
    let reach = gap - 3 * style.unit
    let lines = datum.words.parts.map { Words([$0]) }
    let one = Words(
      Array(datum.words.parts.map { [$0] }.joined(separator: [Words.Part.gap(5 * style.unit)])))
    for lines in [lines, [one]] {
      let height = Double(lines.count) * leading
      let width = lines.map { canvas.width($0, style) }.max() ?? 0
      let x = max(area.x, min(centre.x - width / 2, end - width))
      guard reach + height <= (area.maxY - area.y) / 2 + 2 * style.unit, x + width <= end + 0.01,
        (x...(x + width)).contains(centre.x)
      else { continue }
      let clear = 5 * style.unit
      guard beside.allSatisfy({ $0.end + clear <= x || x + width + clear <= $0.start }) else {
        continue
      }
      for isAbove in [true, false] {
        let isFree = others.allSatisfy {
          $0.isAbove != isAbove || $0.x + $0.width + clear <= x || x + width + clear <= $0.x
        }
        guard isFree else { continue }
        // Rather nearer to the point than across the row's edge.
        let near = min(reach, (area.maxY - area.y) / 2 - height)
        let first = isAbove ? centre.y - near - height : centre.y + near
        return Lifted(
          lines: lines, x: x, width: width, y: first + leading / 2, isAbove: isAbove)
      }
    }
    return nil
  }

  /// What the words cover.
  private func boxes(
    _ data: [Datum], _ sides: [Side], _ lifted: [Lifted], _ canvas: Canvas
  ) -> [Rect] {
    zip(data, sides).compactMap { datum, side -> Rect? in
      guard side != .none else { return nil }
      let box = marks.box(mark, datum)
      let width = datum.words.parts.map { canvas.width(Words([$0]), style) }.max() ?? 0
      let height = Double(datum.words.parts.count) * leading
      let left = side == .left ? box.x - gap - width : box.maxX + gap
      return Rect(left, box.centre.y - height / 2, width, height)
    }
      + lifted.map {
        Rect($0.x, $0.y - leading / 2, $0.width, Double($0.lines.count) * leading)
      }
  }

  /// The lines, with gaps where words stand.
  private func drawLines(clearOf boxes: [Rect], _ canvas: inout Canvas) {
    let air = 3 * style.unit
    for line in lines {
      let box = marks.box(mark, line)
      let y = box.centre.y
      var from = box.x
      func draw(to end: Double) {
        guard end - from > style.unit else { return }
        canvas.rule(
          Point(from, y), Point(end, y), marks.theme.color(line.ink), 1.6 * style.unit)
      }
      for words in boxes.sorted(by: { $0.x < $1.x }) where words.y < y && y < words.maxY {
        draw(to: min(box.maxX, words.x - air))
        from = max(from, words.maxX + air)
      }
      draw(to: box.maxX)
    }
  }

  private func drawLimit(_ data: [Datum], _ sides: [Side], _ canvas: inout Canvas) {
    guard let limit, let x = marks.x(mark).middle(.day(limit)) else { return }
    let area = marks.area(mark)
    var from = area.y
    func draw(to end: Double) {
      guard end > from else { return }
      canvas.rule(
        Point(x, from), Point(x, end), canvas.theme.secondary, style.unit,
        dash: [2 * style.unit, 2 * style.unit])
    }
    let crossing = zip(data, sides).first { datum, side in
      guard let room = room(datum, side, canvas), side == .across else { return false }
      return room.start < x && x < room.end
    }
    if let (datum, _) = crossing {
      let half = Double(datum.words.parts.count) * leading / 2 + 2 * style.unit
      let middle = marks.box(mark, datum).centre.y
      draw(to: middle - half)
      from = middle + half
    }
    draw(to: area.maxY)
  }

  private func room(_ datum: Datum, _ side: Side, _ canvas: Canvas) -> Room? {
    let box = marks.box(mark, datum)
    let area = marks.area(mark)
    let width = datum.words.parts.map { canvas.width(Words([$0]), style) }.max() ?? 0
    let reach = gap - 3 * style.unit
    switch side {
    case .none:
      return Room(
        start: box.x - reach, end: box.maxX + reach, hasTextLeft: false, hasTextRight: false)
    case .right, .across:
      let end = box.maxX + gap + width
      // Across the limit a label may reach into the margin.
      let most = area.maxX + (side == .across ? style.margin * 0.6 : 0)
      if end > most { return nil }
      if side == .right, let limit = limit.flatMap({ marks.x(mark).middle(.day($0)) }),
        box.maxX <= limit,
        end > limit - 5 * style.unit
      {
        return nil
      }
      return Room(start: box.x - reach, end: end, hasTextLeft: false, hasTextRight: true)
    case .left:
      let start = box.x - gap - width
      return start < area.x
        ? nil : Room(start: start, end: box.maxX + reach, hasTextLeft: true, hasTextRight: false)
    }
  }

  /// Step by step the cheapest way to each side of each datum: what a datum takes depends on its own
  /// side alone.
  private func best(_ data: [Datum], _ canvas: Canvas) -> [Side] {
    let price = [Side.right: 0, .left: 1, .across: 20, .none: 1000]
    var ways: [(cost: Int, sides: [Side], room: Room)] = []
    for datum in data {
      var next: [(cost: Int, sides: [Side], room: Room)] = []
      for side in Side.allCases {
        guard let room = room(datum, side, canvas) else { continue }
        let cost = price[side] ?? 0
        if ways.isEmpty {
          next.append((cost, [side], room))
          continue
        }
        let able = ways.filter { isClear($0.room, room) }
        // A bare point may lie upon another.
        let from = able.min { $0.cost < $1.cost } ?? (side == .none ? ways.last : nil)
        if let from { next.append((from.cost + cost, from.sides + [side], room)) }
      }
      ways = next
    }
    return ways.min { $0.cost < $1.cost }?.sides ?? []
  }

  private func isClear(_ a: Room, _ b: Room) -> Bool {
    if !a.hasTextRight && !b.hasTextLeft { return true }
    let air = a.hasTextRight && b.hasTextLeft ? 14.0 : 5
    return b.start - a.end >= air * style.unit
  }
}
