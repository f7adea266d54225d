import Drawing

/// Lanes of rows: every label on its mark's own row, marks without label wherever there is room.
struct SparsePlanner {
  let ground: TimelineGround
  /// Height of a row: as low as it may be, as high as it may be.
  let pitch: ClosedRange<Double>
  let padding: ClosedRange<Double>

  /// What stands in the rows of one lane.
  private struct Rows {
    var count: Int
    var marks: [(mark: PlannedMark, row: Int)]
  }

  /// The plan with these many labels, or nil if its rows do not fit the height.
  func plan(labels: Int, height: Double) -> TimelinePlan? {
    let lanes = ground.spec.lanes
    let first = chosen(labels)
    var rows: [Rows] = []
    let most = Int((height - Double(lanes.count) * padding.lowerBound) / pitch.lowerBound)
    var used = 0
    let sketches = lanes.map { LaneSketch($0, ground) }
    for (index, sketch) in sketches.enumerated() {
      rows.append(place(sketch, first[index] ?? [:]))
      used += rows[index].count
      if used > most { return nil }
    }
    for (index, sketch) in sketches.enumerated() {
      let ranks = first[index] ?? [:]
      // On a slide labels of two sizes never stand in one lane.
      let isOpen = !ground.style.fillsHeight || ranks.isEmpty
      if isOpen, ranks.count < sketch.order.count {
        rows[index] = enrich(sketch, ranks, rows[index])
      }
    }
    let count = Double(rows.reduce(0) { $0 + $1.count })
    let low = count * pitch.lowerBound + Double(lanes.count) * padding.lowerBound
    guard low <= height else { return nil }
    let pads = Double(lanes.count) * padding.lowerBound
    let step = min(pitch.upperBound, max(pitch.lowerBound, (height - pads) / max(1, count)))
    let spare = (height - count * step) / Double(max(1, lanes.count))
    let pad = min(padding.upperBound, max(padding.lowerBound, spare))
    return TimelinePlan(
      lanes: rows.map { rows in
        let marks = rows.marks.map { placed in
          var mark = placed.mark
          mark.y = pad / 2 + (Double(placed.row) + 0.5) * step
          return mark
        }
        return PlannedLane(height: Double(rows.count) * step + pad, marks: marks)
      })
  }

  /// The entries labelled first, by lane: the most salient.
  private func chosen(_ count: Int) -> [Int: [Int: Int]] {
    var all: [(rank: Int, lane: Int, entry: Int)] = []
    for (lane, content) in ground.spec.lanes.enumerated() {
      for (entry, value) in content.entries.enumerated() {
        if let rank = value.rank { all.append((rank, lane, entry)) }
      }
    }
    all.sort { ($0.rank, $0.lane, $0.entry) < ($1.rank, $1.lane, $1.entry) }
    var result: [Int: [Int: Int]] = [:]
    for item in all.prefix(count) { result[item.lane, default: [:]][item.entry] = 0 }
    return result
  }

  /// Further labels, of the second rank, where they need no further row.
  private func enrich(_ sketch: LaneSketch, _ ranks: [Int: Int], _ rows: Rows) -> Rows {
    let lane = sketch.lane
    var best = rows
    var ranks = ranks
    // What another's label speaks for is named only on paper, and last.
    let open = lane.entries.indices.filter {
      ranks[$0] == nil && (lane.entries[$0].rank != nil || !ground.style.fillsHeight)
    }
    let candidates = open.sorted {
      (lane.entries[$0].rank ?? Int.max, $0) < (lane.entries[$1].rank ?? Int.max, $1)
    }
    for entry in candidates.prefix(12) {
      // A shorter form of it goes before what is less salient.
      for form in 0..<sketch.forms(entry) {
        var more = ranks
        more[entry] = 1 + form
        let tried = place(sketch, more)
        if tried.count <= rows.count {
          best = tried
          ranks = more
          break
        }
      }
    }
    return best
  }

  /// Places a lane both ways round and keeps the one with fewer rows.
  private func place(_ sketch: LaneSketch, _ ranks: [Int: Int]) -> Rows {
    let bare = sketch.order.filter { ranks[$0] == nil }
    let groups = clusters(sketch, bare)
    let a = place(sketch, ranks, groups, labelsFirst: true)
    if ranks.isEmpty || ranks.count == sketch.order.count { return a }
    let b = place(sketch, ranks, groups, labelsFirst: false)
    return b.count < a.count ? b : a
  }

  private func place(
    _ sketch: LaneSketch, _ ranks: [Int: Int], _ groups: [[Int]], labelsFirst: Bool
  ) -> Rows {
    var placer = LanePlacer(ground.gaps, from: ground.scale.left, to: ground.scale.right)
    var marks: [PlannedMark] = []

    func placeLabels() {
      for entry in sketch.order {
        guard let rank = ranks[entry] else { continue }
        let (shape, label) = sketch.labelled(entry, rank: rank)
        marks.append(PlannedMark(entry: entry, shape: .mark(shape), y: 0, label: label))
        placer.place(
          LanePlacer.Piece(
            index: marks.count - 1, left: shape.left, right: shape.right, label: label?.width,
            holdsText: shape.holdsText, limit: ground.endLimit(shape, label)))
      }
    }
    func placeBare() {
      for group in groups {
        let first = sketch.bare[group[0]]
        let start = marks.count
        for entry in group {
          marks.append(PlannedMark(entry: entry, shape: .mark(first), y: 0))
        }
        var left = first.left
        var right = first.right
        marks[start].clusterSize = group.count
        marks[start].note = note(group.map { sketch.lane.entries[$0] })
        if let note = marks[start].note {
          let width =
            ground.style.noteGap + ground.canvas.width(note, ground.style.number)
          let end = right + width
          let crosses = ground.limit.map { right <= $0 + 1 && end > $0 - 1 } ?? false
          marks[start].notesLeft = end > ground.scale.right || crosses
          if marks[start].notesLeft { left -= width } else { right += width }
        }
        placer.place(
          LanePlacer.Piece(
            index: start, left: left, right: right, label: nil, holdsText: false,
            isCluster: marks[start].note != nil))
      }
    }
    if labelsFirst {
      placeLabels()
      placeBare()
    } else {
      placeBare()
      placeLabels()
    }
    return collect(placer, marks)
  }

  private func collect(_ placer: LanePlacer, _ marks: [PlannedMark]) -> Rows {
    var result: [(mark: PlannedMark, row: Int)] = []
    for place in placer.places {
      var mark = marks[place.index]
      if place.side == .none { mark.label = nil }
      mark.label?.side = place.side
      result.append((mark, place.row))
      // The others of a cluster stand exactly beneath its first.
      for other in 1..<max(1, mark.clusterSize) {
        result.append((marks[place.index + other], place.row))
      }
    }
    return Rows(count: max(1, placer.rowCount), marks: result)
  }

  /// What stands beside bare marks at one place: their numbers in the list elsewhere, else how many
  /// they are.
  private func note(_ entries: [TimelineEntry]) -> String? {
    let numbers = entries.compactMap { Int($0.number) }
    if numbers.count == entries.count {
      let list = Numbers.list(numbers)
      if ground.canvas.width(list, ground.style.number) <= 90 * ground.style.unit { return list }
    }
    return entries.count > 1 ? "\(entries.count)" : nil
  }

  /// Bare points so close that they would lie upon each other, together.
  private func clusters(_ sketch: LaneSketch, _ bare: [Int]) -> [[Int]] {
    var groups: [[Int]] = []
    for entry in bare {
      let shape = sketch.bare[entry]
      let near = groups.lastIndex { group in
        let first = sketch.bare[group[0]]
        return first.mark == shape.mark && isPoint(first) && isPoint(shape)
          && abs(first.left - shape.left) <= 3.5 * ground.style.unit
      }
      if let near { groups[near].append(entry) } else { groups.append([entry]) }
    }
    return groups
  }

  private func isPoint(_ shape: MarkShape) -> Bool {
    shape.right - shape.left <= 2 * shape.radius + 0.01
  }
}

/// What of a lane is the same however often it is placed.
private final class LaneSketch {
  let lane: TimelineLane
  /// The entries in the order in which they are placed.
  let order: [Int]
  /// The entries' marks without label.
  let bare: [MarkShape]
  private let ground: TimelineGround
  private var known: [Int: (MarkShape, EntryLabel?)] = [:]
  private var second: [Int: (shape: MarkShape, forms: [EntryLabel])] = [:]

  init(_ lane: TimelineLane, _ ground: TimelineGround) {
    self.lane = lane
    self.ground = ground
    order = ground.order(lane, Array(lane.entries.indices))
    bare = lane.entries.map { ground.shape($0, rank: 2) }
  }

  /// The mark and the label of an entry.
  ///
  /// - Parameter rank: 0 first; 1 second, and from there on its forms from long to short.
  func labelled(_ entry: Int, rank: Int) -> (MarkShape, EntryLabel?) {
    if rank > 0 {
      let (shape, forms) = ofSecond(entry)
      return (shape, forms.indices.contains(rank - 1) ? forms[rank - 1] : nil)
    }
    if let found = known[entry] { return found }
    let shape = ground.shape(lane.entries[entry], rank: 0)
    let made = (shape, ground.label(lane.entries[entry], shape, rank: 0))
    known[entry] = made
    return made
  }

  /// How many forms the label of an entry has in the second rank, where it has any.
  func forms(_ entry: Int) -> Int { max(1, ofSecond(entry).forms.count) }

  private func ofSecond(_ entry: Int) -> (shape: MarkShape, forms: [EntryLabel]) {
    if let found = second[entry] { return found }
    let shape = ground.shape(lane.entries[entry], rank: 1)
    let label = ground.label(lane.entries[entry], shape, rank: 1)
    let made = (shape, label.map { ground.forms(of: $0, lane.entries[entry]) } ?? [])
    second[entry] = made
    return made
  }
}
