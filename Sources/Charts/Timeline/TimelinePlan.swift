import Chronology
import Drawing

/// A label as it will be drawn: words, smaller words, number.
struct EntryLabel {
  var words: String
  var suffix: String
  var number: String
  /// 0 first rank, 1 second.
  var rank: Int
  /// Room that it needs.
  var width = 0.0
  var side: LanePlacer.Side = .none
  /// Whether it stands in ink though it is of the second rank: there is no other beside it.
  var isPlain = false
  /// Whether it may cross the as-of line, as there is no room for it elsewhere.
  var crosses = false

  /// Words, smaller words, number.
  func line(_ style: Style) -> Words {
    let isFirst = rank == 0
    var parts: [Words.Part] = [
      .text(words, isFirst ? .label : .minorLabel, isFirst || isPlain ? .ink : .secondary)
    ]
    if !suffix.isEmpty {
      parts += [.gap(8 * style.unit), .text(suffix, .minorLabel, .secondary)]
    }
    if !number.isEmpty { parts += [.gap(4), .text(number, .number, .secondary)] }
    return Words(parts)
  }
}

/// One entry in its lane.
struct PlannedMark {
  enum Shape {
    case mark(MarkShape)
    /// One of many: a block in its column.
    case block(Rect, Firmness)

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
    case .mark(let shape): shape.sample
    case .block(_, let firmness): .square(firmness)
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
  /// Entries that stand together as one bar.
  var bars: [PlannedBar] = []
  /// Numbers at bars, each centred at a point below the lane's top.
  var numbers: [(text: String, at: Point)] = []

  /// The entries that have a mark and no label.
  var unlabelled: [Int] {
    marks.filter { $0.label == nil }.map(\.entry) + bars.flatMap(\.entries)
  }
}

/// Many entries of one column, too many for a mark each.
struct PlannedBar {
  var entries: [Int]
  /// The first and the last day of its column.
  var days: ClosedRange<Day>
  /// Below the lane's top.
  var rect: Rect
  /// Hollow or hatched of what is not certain.
  var firmness: Firmness
}

/// A lane of a timeline with the places of its marks, made by ``TimelineChart``.
public struct PlacedLane: Sendable {
  let planned: PlannedLane
  let lane: TimelineLane

  var ids: [String] {
    (planned.marks.map(\.entry) + planned.bars.flatMap(\.entries)).map { lane.entries[$0].id }
  }

  /// How many entries have no label.
  var unnamed: Int { planned.unlabelled.count }
}

/// All lanes, laid out.
struct TimelinePlan {
  var lanes: [PlannedLane]
  var isDense = false
  /// Words for the width of a dense chart's column.
  var binMonths = 0
  var height: Double { lanes.reduce(0) { $0 + $1.height } }
}

/// What the planners share: the entries as marks and labels on one scale.
struct TimelineGround {
  let spec: TimelineSpec
  let style: Style
  let scale: TimeScale
  let canvas: Canvas
  /// x of the as-of line.
  let limit: Double?

  func shape(_ entry: TimelineEntry, rank: Int) -> MarkShape {
    MarkShape(entry, scale, limit: limit, style: style, rank: rank)
  }

  func font(_ rank: Int) -> Font { rank == 0 ? style.label : style.minorLabel }

  /// The label of an entry; where there is no room for it beside its mark, it may cross the as-of line,
  /// or say the same in fewer words; nil if nothing fits: half a label says less than none.
  func label(_ entry: TimelineEntry, _ shape: MarkShape, rank: Int) -> EntryLabel? {
    let beside = max((endLimit(shape) ?? scale.right) - shape.right, shape.left - scale.left)
    var room = beside - gaps.label
    if shape.holdsText { room = max(room, shape.right - shape.left - 2 * gaps.label - 2) }
    var label = EntryLabel(
      words: entry.label, suffix: entry.suffix, number: entry.number, rank: rank)
    func measure() { label.width = canvas.width(label.line(style), style) }
    measure()
    if label.width > room, !shape.holdsText, shape.right + gaps.label + label.width <= scale.right {
      label.crosses = true
      return label
    }
    if label.width > room, !label.suffix.isEmpty {
      label.suffix = ""
      measure()
    }
    for shorter in label.width > room ? entry.shorter.value : [] where label.width > room {
      label.words = shorter
      measure()
    }
    return label.words.isEmpty || label.width > room ? nil : label
  }

  /// The same and in fewer words, the longest first: one of them may fit where that does not.
  func forms(of label: EntryLabel, _ entry: TimelineEntry) -> [EntryLabel] {
    var forms = [label]
    func add(_ form: EntryLabel) {
      var form = form
      form.width = canvas.width(form.line(style), style)
      if let last = forms.last, form.width < last.width { forms.append(form) }
    }
    var form = label
    form.suffix = ""
    add(form)
    for words in entry.shorter.value {
      form.words = words
      add(form)
    }
    return forms.filter { !$0.words.isEmpty }
  }

  /// A right-hand label of a mark before the as-of line must end before the line, unless it has no other
  /// place.
  func endLimit(_ shape: MarkShape, _ label: EntryLabel? = nil) -> Double? {
    guard let limit, label?.crosses != true, shape.right <= limit + 1 || shape.holdsText else {
      return nil
    }
    return limit - 6 * style.unit
  }

  /// Where the left-hand label of a mark begins at the earliest: on a slide, where nothing hides the
  /// as-of line below words, that of a mark after it does not cross it.
  func startLimit(_ shape: MarkShape) -> Double {
    guard style.fillsHeight, let limit, (shape.left + shape.right) / 2 > limit + 1 else {
      return scale.left
    }
    return limit + 6 * style.unit
  }

  var gaps: LanePlacer.Gaps {
    style.fillsHeight
      ? LanePlacer.Gaps(label: 7, clear: 6, facing: 22, bare: 2.5)
      : LanePlacer.Gaps(label: 4, clear: 6, facing: 12, bare: 2)
  }

  /// The order in which entries are placed.
  func order(_ lane: TimelineLane, _ indices: [Int]) -> [Int] {
    let keys = indices.map { index in
      let first = lane.entries[index].first.number
      return (first, first - lane.entries[index].last.number, lane.entries[index].id, index)
    }
    return keys.sorted { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }.map(\.3)
  }
}
