import Drawing

/// Draws stacks of blocks: one datum, one block. Where blocks would be too thin to be told apart, those
/// of one kind in one band are one bar.
struct BlockPainter {
  let marks: MarkPainter
  let mark: Mark

  private var unit: Double { marks.style.unit }

  /// Whether blocks would be too thin to be told apart.
  var isMerged: Bool {
    guard case .blocks(let direction, _, let gap) = mark.form, !mark.data.isEmpty else {
      return false
    }
    let scale = direction == .y ? marks.y(mark) : marks.x(mark)
    return (scale.step ?? 0) < gap + 2.8 * unit
  }

  func draw(_ canvas: inout Canvas) {
    guard case .blocks(let direction, let thickness, let gap) = mark.form else { return }
    for datum in isMerged ? merged(direction) : mark.data {
      let box = marks.thin(marks.box(mark, datum), direction, thickness)
      marks.add(block(box, direction, isMerged ? 0 : gap, datum), of: datum, &canvas)
    }
  }

  /// What one bar holds.
  private struct Kind: Hashable {
    var band: Value?
    var order: Int
    var firmness: Firmness
    var ink: Ink
  }

  /// The data of each kind as one: from the lowest of them to the highest, as they are stacked by kind.
  private func merged(_ direction: Direction) -> [Datum] {
    var places: [Kind: Int] = [:]
    var bars: [Datum] = []
    let data = mark.data
    for i in data.indices {
      let band = direction == .y ? data[i].x : data[i].y
      let kind = Kind(
        band: marks.bin(mark, band, direction), order: data[i].order, firmness: data[i].firmness,
        ink: data[i].ink)
      guard let place = places[kind] else {
        places[kind] = bars.count
        bars.append(data[i])
        continue
      }
      bars[place].count += data[i].count
      if direction == .y {
        bars[place].y = least(bars[place].y, data[i].y)
        bars[place].y2 = most(bars[place].y2, data[i].y2)
      } else {
        bars[place].x = least(bars[place].x, data[i].x)
        bars[place].x2 = most(bars[place].x2, data[i].x2)
      }
    }
    return bars.map { bar in
      var bar = bar
      bar.symbol = nil
      if bar.count > 1 {
        bar.id = bar.id.map { "bar-" + $0 }
        bar.title = LateText("\(bar.count) × \(bar.kind?.text ?? "")")
      }
      return bar
    }
  }

  private func least(_ a: Value?, _ b: Value?) -> Value? {
    guard case .number(let a)? = a, case .number(let b)? = b else { return a }
    return .number(min(a, b))
  }

  private func most(_ a: Value?, _ b: Value?) -> Value? {
    guard case .number(let a)? = a, case .number(let b)? = b else { return a }
    return .number(max(a, b))
  }

  /// In smaller blocks a symbol is not told from another.
  private static let leastSymbol = 5.5

  /// Of the symbol in a block of this side: small ones fill more of theirs.
  private static func radius(_ side: Double) -> Double {
    min(4.4, max(side * 0.2, min(2.5, side * 0.3)))
  }

  private func block(
    _ box: Rect, _ direction: Direction, _ gap: Double, _ datum: Datum
  ) -> [Item] {
    let length = direction == .y ? box.height : box.width
    let air = length > 2.4 * gap ? gap : 0
    let rect =
      direction == .y
      ? Rect(box.x, box.y + air / 2, box.width, box.height - air)
      : Rect(box.x + air / 2, box.y, box.width - air, box.height)
    let color = marks.theme.color(datum.ink)
    var items = BlockInk(theme: marks.theme, unit: unit).items(rect, datum.firmness, color)
    let side = min(rect.width, rect.height)
    if let symbol = datum.symbol, side >= Self.leastSymbol {
      let ink =
        datum.firmness == .full || datum.firmness == .strong ? marks.theme.inkOn(color) : color
      items.append(.fill(symbol.path(at: rect.centre, radius: Self.radius(side)), ink))
    }
    return items
  }
}
