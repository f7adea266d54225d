import Drawing

/// Draws the marks of a plot on its trained scales.
struct MarkPainter {
  let style: Style
  let theme: Theme
  let columns: Layout
  let rows: Layout
  /// Of the frame.
  let width: Double
  let monthNames: [String]

  /// Draws a mark; gives the number of its data that found no room for their words.
  func draw(_ mark: Mark, _ canvas: inout Canvas) -> Int {
    switch mark.form {
    case .labels(let gap, let leading, let limit, let lines):
      return LabelPainter(
        marks: self, mark: mark, gap: gap, leading: leading, limit: limit, lines: lines
      ).draw(&canvas)
    case .slopeNotes(let leading, let line, let steps):
      SlopeNotePainter(marks: self, mark: mark, leading: leading, line: line, steps: steps)
        .draw(&canvas)
    case .gridX, .gridY, .namesX, .namesY:
      AxisPainter(marks: self, mark: mark).draw(&canvas)
    case .area, .line: path(mark, &canvas)
    case .events(let placed):
      let look = theme.series[placed.lane.series % theme.series.count]
      MarkDrawing(style: style, theme: theme, look: look)
        .draw(placed, top: area(mark).y, &canvas)
      return placed.unnamed
    case .quotations(let limit): quotations(mark, limit, &canvas)
    case .blocks: BlockPainter(marks: self, mark: mark).draw(&canvas)
    case .text(let placement) where placement.overflow == .yield:
      yielding(mark, placement, &canvas)
    default:
      for datum in mark.data {
        if datum.isBare {
          draw(mark, datum, &canvas)
        } else {
          var own = canvas
          own.items = []
          draw(mark, datum, &own)
          add(own.items, of: datum, &canvas)
        }
      }
    }
    return 0
  }

  /// Adds what was drawn of a datum, under its name if it has one.
  func add(_ items: [Item], of datum: Datum, _ canvas: inout Canvas) {
    if datum.isBare {
      canvas.items += items
    } else {
      canvas.items.append(
        .group(Group(.mark, id: datum.id, title: datum.title?.text, link: datum.link, items)))
    }
  }

  /// What a band is called by all values in it.
  func bin(_ mark: Mark, _ value: Value?, _ direction: Direction) -> Value? {
    let scale = direction == .y ? x(mark) : y(mark)
    guard case .years(let bins, _) = scale, case .number(let year)? = value else { return value }
    return .count(bins.index(Int(year)))
  }

  func x(_ mark: Mark) -> Scale { columns.scale(mark.column.first) }
  func y(_ mark: Mark) -> Scale { rows.scale(mark.row.first) }

  /// The rectangle of the mark's tracks.
  func area(_ mark: Mark) -> Rect {
    let left = columns.start(mark.column)
    let top = rows.start(mark.row)
    return Rect(left, top, columns.end(mark.column) - left, rows.end(mark.row) - top)
  }

  /// What a datum covers in one direction: from one value to the other, a band, or the whole track.
  func stretch(
    _ scale: Scale, _ from: Value?, _ to: Value?, _ whole: ClosedRange<Double>
  ) -> ClosedRange<Double> {
    guard let a = from.flatMap({ scale.stretch($0) }) ?? to.flatMap({ scale.stretch($0) }) else {
      return whole
    }
    guard let b = to.flatMap({ scale.stretch($0) }) else { return a }
    return min(a.lowerBound, b.lowerBound)...max(a.upperBound, b.upperBound)
  }

  func box(_ mark: Mark, _ datum: Datum) -> Rect {
    let area = area(mark)
    let across = stretch(x(mark), datum.x, datum.x2, area.x...max(area.x, area.maxX))
    let down = stretch(y(mark), datum.y, datum.y2, area.y...max(area.y, area.maxY))
    return Rect(
      across.lowerBound, down.lowerBound, across.upperBound - across.lowerBound,
      down.upperBound - down.lowerBound)
  }

  /// Adds what is drawn of one datum.
  private func draw(_ mark: Mark, _ datum: Datum, _ canvas: inout Canvas) {
    let color = theme.color(datum.ink)
    var box = box(mark, datum)
    switch mark.form {
    case .bar(let direction, let thickness):
      var grounded = datum
      if direction == .x {
        grounded.x = datum.x ?? .number(0)
      } else {
        grounded.y = datum.y ?? .number(0)
      }
      box = thin(self.box(mark, grounded), direction, thickness)
      canvas.items += BlockInk(theme: theme, unit: style.unit).items(box, datum.firmness, color)
    case .cell(let inset):
      canvas.items.append(.fill(.rect(box.inset(by: inset / 2)), color))
    case .frame(let inset, let width):
      let path = Path.rect(box.inset(by: (inset + width) / 2))
      canvas.items.append(.stroke(path, Stroke(color, width: width)))
    case .point(let radius):
      canvas.items.append(
        .fill((datum.symbol ?? .circle).path(at: box.centre, radius: radius), color))
    case .ring(let radius, let width, let dash):
      let path = (datum.symbol ?? .circle).path(at: box.centre, radius: radius)
      canvas.items.append(.stroke(path, Stroke(color, width: width, dash: dash)))
    case .rule(let width, let dash, let edge, let lift):
      canvas.items.append(
        .stroke(rule(datum, box, edge, lift), Stroke(color, width: width, dash: dash)))
    case .tick(let thick, let width):
      let x = box.centre.x
      let half = min(thick, box.height) / 2
      let line = Path.line(Point(x, box.centre.y - half), Point(x, box.centre.y + half))
      canvas.items.append(.stroke(line, Stroke(color, width: width)))
    case .ground: canvas.fill(box, color)
    case .text(let placement): words(mark, datum, box, placement, &canvas)
    case .key(let items, let pitch):
      for (index, item) in items.enumerated() {
        let x = style.isRightToLeft ? box.maxX - Legend.width(item, style, canvas) : box.x
        Legend.draw(item, x, box.y + (Double(index) + 0.5) * pitch, style, &canvas)
      }
    case .keyLine(let items, let leading):
      let legend = Legend(
        items, style: style, from: box.x, to: width - style.margin, canvas)
      legend.draw(
        centres: legend.rows.indices.map { box.y + (Double($0) + 0.5) * leading }, &canvas)
    case .capped(let lift): capped(box, lift, datum, color, &canvas)
    case .aside(let thickness, let heights, let steps):
      canvas.items += AsidePainter(marks: self, mark: mark, heights: heights, steps: steps)
        .items(thin(box, .y, thickness), datum, canvas)
    case .blocks, .area, .line, .labels, .slopeNotes, .events, .quotations, .gridX, .gridY, .namesX,
      .namesY:
      break
    }
  }

  /// Across the direction as thick as said, in the middle.
  func thin(_ box: Rect, _ direction: Direction, _ thickness: Thickness) -> Rect {
    let whole = direction == .x ? box.height : box.width
    let thick =
      switch thickness {
      case .fixed(let length): min(length, whole)
      case .share(let share): whole * share
      }
    return direction == .x
      ? Rect(box.x, box.centre.y - thick / 2, box.width, thick)
      : Rect(box.centre.x - thick / 2, box.y, thick, box.height)
  }

  private func rule(_ datum: Datum, _ box: Rect, _ edge: Form.Edge, _ lift: Double) -> Path {
    if datum.x != nil, datum.x2 == nil {
      return .line(Point(box.centre.x, box.y - lift), Point(box.centre.x, box.maxY))
    }
    let y = datum.y != nil ? box.centre.y : edge == .start ? box.y : box.maxY
    return .line(Point(box.x, y), Point(box.maxX, y))
  }

  private func quotations(_ mark: Mark, _ limit: Double, _ canvas: inout Canvas) {
    // A narrow plot has the rest of the slide beside it.
    var area = area(mark)
    let free = width - style.margin - area.x
    if !style.isRightToLeft { area = Rect(area.x, area.y, max(area.width, free), area.height) }
    let font = Font(style.label.family, style.label.size + 2)
    var top = area.maxY + 32
    for datum in mark.data {
      guard datum.words.parts.count == 2, case .text(let words, _, _) = datum.words.parts[0],
        case .text(let origin, _, _) = datum.words.parts[1]
      else { continue }
      let lines = canvas.wrap(words, font, area.width - 30).prefix(5)
      let end = top + Double(lines.count) * 22
      guard end + 20 <= limit else { return }
      for (index, line) in lines.enumerated() {
        canvas.text(line, area.x + 16, top + 16 + Double(index) * 22, font)
      }
      canvas.text(
        canvas.fit(origin, style.subtitle, area.width - 30), area.x + 16, end + 16, style.subtitle,
        theme.secondary)
      canvas.fill(Rect(area.x, top, 3, end + 20 - top), theme.color(datum.ink))
      top = end + 44
    }
  }

  private func capped(
    _ box: Rect, _ lift: Double, _ datum: Datum, _ color: Color, _ canvas: inout Canvas
  ) {
    let line = Stroke(color, width: style.unit)
    let y = box.maxY - lift
    let half = 3.5 * style.unit
    let inset = 4 * style.unit
    let (left, right) = (box.x + inset, box.maxX - inset)
    if canvas.width(datum.words, style) > right - left + 4 * style.unit { return }
    canvas.items += [
      .stroke(.line(Point(left, y), Point(right, y)), line),
      .stroke(.line(Point(left, y - half), Point(left, y + half)), line),
      .stroke(.line(Point(right, y - half), Point(right, y + half)), line),
    ]
    canvas.draw(datum.words, box.centre.x, y - 10 * style.unit, style, anchor: .middle)
  }

  /// Words that are left out where they would meet those before them, and stay within the frame.
  private func yielding(_ mark: Mark, _ placement: TextPlace, _ canvas: inout Canvas) {
    var taken: [Rect] = []
    for datum in mark.data {
      let box = box(mark, datum)
      let width = canvas.width(datum.words, style)
      var placement = placement
      let end = box.centre.x + width / 2 + placement.dx
      placement.dx -= max(0, end - (self.width - style.margin))
      // Left of its tracks stand the names of an axis.
      placement.dx += max(0, area(mark).x + width / 2 - box.centre.x - placement.dx)
      let left = box.centre.x - width / 2 + placement.dx
      let place = Rect(left, box.centre.y, width, style.value.size)
      if taken.contains(where: { $0.intersects(place) }) { continue }
      taken.append(place)
      words(mark, datum, box, placement, &canvas)
    }
  }

  private func words(
    _ mark: Mark, _ datum: Datum, _ box: Rect, _ placement: TextPlace, _ canvas: inout Canvas
  ) {
    // Bound to a value, words stand at its middle; else at the track's edge.
    let x: Double =
      if datum.x != nil || datum.x2 != nil {
        box.centre.x
      } else {
        switch placement.anchor {
        case .start: box.x
        case .middle: box.centre.x
        case .end: box.maxX
        }
      }
    var words = datum.words
    if placement.overflow == .drop, canvas.width(words, style) > box.width - 2 { return }
    if placement.overflow == .shorten, words.parts.count == 1,
      case .text(let text, let role, let ink) = words.parts[0]
    {
      let room = placement.anchor == .end ? x - box.x : area(mark).maxX - x - placement.dx
      words = Words(canvas.fit(text, style.font(role), room), role, ink)
    }
    let y =
      switch placement.level {
      case .top: box.y
      case .middle: box.centre.y
      case .bottom: box.maxY
      }
    canvas.draw(words, x + placement.dx, y + placement.dy, style, anchor: placement.anchor)
  }

  /// One polygon or line through all data of the mark.
  private func path(_ mark: Mark, _ canvas: inout Canvas) {
    let points = mark.data.compactMap { datum -> Point? in
      guard let x = datum.x.flatMap({ x(mark).middle($0) }),
        let y = datum.y.flatMap({ y(mark).middle($0) })
      else { return nil }
      return Point(x, y)
    }
    guard let first = points.first, let last = points.last, let datum = mark.data.first else {
      return
    }
    let color = theme.color(datum.ink)
    switch mark.form {
    case .area(let opacity):
      let base = y(mark).middle(.number(0)) ?? area(mark).maxY
      let outline = points + [Point(last.x, base), Point(first.x, base)]
      canvas.items.append(.fill(.polygon(outline), color.withAlpha(opacity)))
    case .line(let width, let dash):
      let elements =
        [Path.Element.move(first)] + points.dropFirst().map { Path.Element.line($0) }
      canvas.items.append(.stroke(Path(elements), Stroke(color, width: width, dash: dash)))
    default: break
    }
  }
}
