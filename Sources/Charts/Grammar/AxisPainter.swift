import Chronology
import Drawing

/// One step of an axis.
struct Tick {
  /// Of its line.
  var at: Double
  /// Where its name is centred.
  var nameAt: Double
  var name: String
}

/// Draws axes: marks whose data are the steps of a scale.
struct AxisPainter {
  let marks: MarkPainter
  let mark: Mark

  private var style: Style { marks.style }

  func draw(_ canvas: inout Canvas) {
    let area = marks.area(mark)
    switch mark.form {
    case .gridX(let isMajor, let width, let lift):
      for x in isMajor ? ticks(canvas).map(\.at) : minor(canvas) {
        canvas.rule(
          Point(x, area.y - lift), Point(x, area.maxY),
          canvas.theme.color(mark.data.first?.ink ?? .minor),
          width)
      }
    case .gridY(let steps, let width):
      for tick in counts(steps) where tick.name != "0" {
        canvas.rule(
          Point(area.x, tick.at), Point(area.maxX, tick.at),
          canvas.theme.color(mark.data.first?.ink ?? .major), width)
      }
    case .namesY(let steps, let placement, let unit):
      let ticks = counts(steps)
      for (index, tick) in ticks.enumerated() {
        let x = placement.anchor == .end ? area.maxX : area.x
        let name = tick.name + (index == ticks.count - 1 && !unit.isEmpty ? " " + unit : "")
        canvas.draw(
          Words(name, .axis, .secondary), x + placement.dx, tick.at + placement.dy, style,
          anchor: placement.anchor)
      }
    case .namesX(let placement, let partial, let isBare):
      names(area, placement, partial, isBare, &canvas)
    default: break
    }
  }

  // MARK: Steps

  private func ticks(_ canvas: Canvas) -> [Tick] {
    let font = style.axis
    switch marks.x(mark) {
    case .time(let scale): return scale.ticks(canvas.width("2000", font), marks.monthNames)
    case .years(let bins, let bands):
      let clear = 8 * style.unit
      if isNamedWhole(bins, bands, canvas) {
        return (0..<bins.count).map {
          Tick(at: bands.centre($0), nameAt: bands.centre($0), name: bins.shortName($0))
        }
      }
      let width = canvas.width(bins.mark(0), font)
      return bins.labels(step: bands.step, nameWidth: width, clear: clear).map {
        Tick(at: bands.centre($0), nameAt: bands.centre($0), name: bins.mark($0))
      }
    default: return []
    }
  }

  /// Whether bins of several years have room for the first and the last of them.
  private func isNamedWhole(_ bins: YearBins, _ bands: BandScale, _ canvas: Canvas) -> Bool {
    guard bins.width > 1 else { return false }
    let widest = (0..<bins.count).map { canvas.width(bins.shortName($0) + "*", style.axis) }.max()
    return (widest ?? 0) + 3 * style.unit <= bands.step
  }

  private func minor(_ canvas: Canvas) -> [Double] {
    guard case .time(let scale) = marks.x(mark) else { return [] }
    let strong = Set(ticks(canvas).map(\.at))
    return scale.minorLines.filter { !strong.contains($0) }
  }

  /// Whole numbers at distances that can be read, few of them.
  func counts(_ steps: CountSteps) -> [Tick] {
    guard case .count(let most, let from, let to) = marks.y(mark) else { return [] }
    let step = abs(to - from) / most
    let width = steps.width(most, step: step)
    return stride(from: steps.hasZero ? 0 : width, through: most, by: width).map { number in
      let y = from + (to - from) * number / most
      return Tick(at: y, nameAt: y, name: "\(Int(number))")
    }
  }

  // MARK: Names

  /// The data's own words first, then the steps that leave them room, then words of less weight.
  private func names(
    _ area: Rect, _ placement: TextPlace, _ partial: Int?, _ isBare: Bool, _ canvas: inout Canvas
  ) {
    var row = NameRow(
      marks: marks, mark: mark, area: area, placement: placement, y: level(area, placement))
    row.own(isFirm: true, &canvas)
    if !isBare {
      if let partial, case .years(let bins, let bands) = marks.x(mark) {
        row.place(
          Words(partialName(bins, partial, bands, canvas), .axis, .secondary),
          bands.centre(partial),
          .middle, &canvas)
      }
      for tick in ticks(canvas) {
        let words = Words(tick.name, .axis, .secondary)
        if tick.nameAt == tick.at, placement.anchor == .start {
          row.place(words, tick.at + placement.dx, .start, &canvas)
        } else {
          row.place(words, tick.nameAt, .middle, &canvas)
        }
      }
    }
    row.own(isFirm: false, &canvas)
  }

  private func level(_ area: Rect, _ placement: TextPlace) -> Double {
    switch placement.level {
    case .top: area.y + placement.dy
    case .middle: area.centre.y + placement.dy
    case .bottom: area.maxY + placement.dy
    }
  }

  /// `2017*`, shorter where the bands are narrow: `’17*`.
  private func partialName(
    _ bins: YearBins, _ bin: Int, _ bands: BandScale, _ canvas: Canvas
  ) -> String {
    if isNamedWhole(bins, bands, canvas) { return bins.shortName(bin) + "*" }
    let name = bins.mark(bin)
    let isNarrow = bands.step < (bins.width == 1 ? 22 : 40) * style.unit
    return (isNarrow ? "’" + name.suffix(2) : name) + "*"
  }
}

/// One row of names in which none meets another: those placed first keep their places.
private struct NameRow {
  let marks: MarkPainter
  let mark: Mark
  let area: Rect
  let placement: TextPlace
  let y: Double
  private var taken: [ClosedRange<Double>] = []
  /// The stretches that have their words.
  private var named: [Rect] = []

  init(marks: MarkPainter, mark: Mark, area: Rect, placement: TextPlace, y: Double) {
    self.marks = marks
    self.mark = mark
    self.area = area
    self.placement = placement
    self.y = y
  }

  private var air: Double { 2.6 * max(0.7, marks.style.unit) }

  /// Places words at a position, moved into the frame where they would leave it.
  mutating func place(
    _ words: Words, _ x: Double, _ anchor: TextLine.Anchor, _ canvas: inout Canvas
  ) {
    let width = canvas.width(words, marks.style) / canvas.slack
    let wish = anchor == .start ? x : x - width / 2
    let least = max(0, marks.style.margin - 12)
    let left = max(least, min(marks.width - marks.style.margin - width, wish))
    let stretch = left - air...left + max(0, width) + air
    guard left + width <= marks.width, abs(wish - left) < 60,
      !taken.contains(where: { $0.overlaps(stretch) })
    else { return }
    taken.append(stretch)
    canvas.draw(words, left + (anchor == .start ? 0 : width / 2), y, marks.style, anchor: anchor)
  }

  /// The middle of room for words above a stretch, the nearest to its own; nil without any.
  private func free(_ box: Rect, _ width: Double) -> Double? {
    let over = 10 * marks.style.unit
    let need = width / 2 + 2 * air
    var places = [box.centre.x]
    for range in taken {
      places += [range.lowerBound - need, range.upperBound + need]
    }
    func isFree(_ x: Double) -> Bool {
      x - width / 2 >= box.x - over && x + width / 2 <= box.maxX + over
        && !taken.contains { $0.overlaps(x - width / 2 - air...x + width / 2 + air) }
    }
    return places.filter(isFree).min { abs($0 - box.centre.x) < abs($1 - box.centre.x) }
  }

  /// Places the data's own words; those of a stretch of time only within it.
  mutating func own(isFirm: Bool, _ canvas: inout Canvas) {
    for datum in mark.data where !datum.words.isEmpty && (datum.firmness == .full) == isFirm {
      let box = marks.box(mark, datum)
      let width = canvas.width(datum.words, marks.style)
      if datum.x2 != nil, width > box.width + 20 * marks.style.unit { continue }
      if datum.x2 != nil {
        // Of several wordings for a stretch the first that has room.
        guard !named.contains(box), let x = free(box, width) else { continue }
        named.append(box)
        place(datum.words, x, .middle, &canvas)
        continue
      }
      // What would meet the words before it moves to their left.
      var x = box.centre.x
      if let first = taken.first {
        x = min(x, first.lowerBound - width / 2 - air - 4)
      }
      place(datum.words, max(area.x + width / 2, x), .middle, &canvas)
    }
  }
}

/// Steps of an axis of counts: so far apart at least, at most five of them.
public struct CountSteps: Hashable, Sendable {
  public var apart: Double
  var widths: [Int]
  var hasZero: Bool

  /// Of blocks, each of which is seen: every fifth and tenth helps to count them.
  public static func blocks(apart: Double) -> CountSteps {
    CountSteps(
      apart: apart, widths: [5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000],
      hasZero: false)
  }

  /// Of months: whole years.
  public static func months(apart: Double) -> CountSteps {
    CountSteps(apart: apart, widths: [3, 6, 12, 24, 48, 60, 120, 240, 600, 1200], hasZero: true)
  }

  func width(_ most: Double, step: Double) -> Double {
    widths.map(Double.init).first { $0 * step >= apart && most / $0 <= 5 } ?? 100_000
  }
}
