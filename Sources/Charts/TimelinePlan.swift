import Chronology
import Drawing

/// A label as it will be drawn: words, smaller words, number.
struct EntryLabel {
  var words: String
  var suffix: String
  var number: String
  /// 0 first rank, 1 second.
  var rank: Int
  var width: Double
  var side: LanePlacer.Side = .none
}

/// One entry in its lane.
struct PlannedMark {
  enum Shape {
    case mark(MarkShape)
    /// One of many: a block in its column.
    case block(Rect, hollow: Bool)

    var left: Double {
      switch self {
      case .mark(let mark): mark.left
      case .block(let rect, _): rect.x
      }
    }
    var right: Double {
      switch self {
      case .mark(let mark): mark.right
      case .block(let rect, _): rect.maxX
      }
    }
  }

  var entry: Int
  var shape: Shape
  /// Centre of its row below the lane's top; a block's rectangle is below the lane's top too.
  var y: Double
  var label: EntryLabel?
  /// What a legend shows of it.
  var sample: LegendItem.Sample {
    switch shape {
    case .mark(let shape): .mark(shape.mark)
    case .block(_, let hollow): .block(hollow: hollow)
    }
  }
  /// How many stand at the same place, itself included; the others follow it.
  var clusterSize = 1
  /// Small words beside a mark without label: how many it stands for, or their numbers elsewhere.
  var note: String?
  /// Whether they stand left of it.
  var notesLeft = false
}

/// One lane, laid out.
struct PlannedLane {
  var height: Double
  var marks: [PlannedMark]
}

/// All lanes, laid out.
struct TimelinePlan {
  var lanes: [PlannedLane]
  var isDense = false
  /// Words for the width of a dense chart's column.
  var binMonths = 0
  var height: Double { lanes.reduce(0) { $0 + $1.height } }
  var labelledCount: Int {
    lanes.reduce(0) { $0 + $1.marks.filter { $0.label != nil }.count }
  }
}

/// What the planners share: the entries as marks and labels on one scale.
struct TimelineGround {
  let spec: TimelineSpec
  let style: Style
  let scale: TimeScale
  let canvas: Canvas
  /// x of the as-of line.
  let limit: Double?

  /// Room for fonts that run wider where this picture is opened without its own.
  var slack: Double { style.fillsHeight ? 1.04 : 1.01 }

  func shape(_ entry: TimelineEntry, rank: Int) -> MarkShape {
    MarkShape(entry, scale, limit: limit, style: style, rank: rank)
  }

  func font(_ rank: Int) -> Font { rank == 0 ? style.label : style.minorLabel }

  /// The label of an entry, shortened to the room beside its mark; nil if nothing fits.
  func label(_ entry: TimelineEntry, _ shape: MarkShape, rank: Int) -> EntryLabel? {
    let gap = gaps.label
    let end = endLimit(shape) ?? scale.right
    var room = max(end - shape.right, shape.left - scale.left) - gap
    if shape.holdsText { room = max(room, shape.right - shape.left - 2 * gap - 2) }
    var label = EntryLabel(
      words: entry.label, suffix: entry.suffix, number: entry.number, rank: rank, width: 0)
    label.width = width(label)
    if label.width > room, !label.suffix.isEmpty {
      label.suffix = ""
      label.width = width(label)
    }
    if label.width > room {
      let rest = label.width / slack - canvas.width(label.words, font(rank))
      label.words = canvas.fit(label.words, font(rank), room / slack - rest - 0.01)
      label.width = width(label)
    }
    return label.words.isEmpty || label.width > room ? nil : label
  }

  private func width(_ label: EntryLabel) -> Double {
    var width = canvas.width(label.words, font(label.rank))
    if !label.suffix.isEmpty {
      width += 8 * style.unit + canvas.width(label.suffix, style.minorLabel)
    }
    if !label.number.isEmpty { width += 4 + canvas.width(label.number, style.number) }
    return width * slack
  }

  /// A right-hand label of a mark before the as-of line must end before the line.
  func endLimit(_ shape: MarkShape) -> Double? {
    guard let limit, shape.right <= limit + 1 || shape.holdsText else { return nil }
    return limit - 6 * style.unit
  }

  var gaps: LanePlacer.Gaps {
    style.fillsHeight
      ? LanePlacer.Gaps(label: 7, clear: 6, facing: 22, bare: 2.5)
      : LanePlacer.Gaps(label: 4, clear: 6, facing: 12, bare: 2)
  }

  /// The order in which entries are placed.
  func order(_ lane: TimelineLane, _ indices: [Int]) -> [Int] {
    indices.sorted {
      let a = lane.entries[$0]
      let b = lane.entries[$1]
      let left = (a.first.number, b.last.number - b.first.number, a.id)
      let right = (b.first.number, a.last.number - a.first.number, b.id)
      return left < right
    }
  }
}
