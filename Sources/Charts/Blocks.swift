import Drawing

/// How firmly one block stands.
public enum BlockKind: Int, Hashable, Sendable, CaseIterable {
  case full
  /// Marked off as belonging together, at the foot of its column.
  case strong
  /// Less certain.
  case light
  /// Not counted.
  case hatched
  /// Not counted, doubtful.
  case hollow
}

/// One datum of a block chart.
public struct Block: Hashable, Sendable {
  public var id: String
  public var title: String
  public var bin: Int
  public var kind: BlockKind

  public init(id: String, title: String, bin: Int, kind: BlockKind) {
    self.id = id
    self.title = title
    self.bin = bin
    self.kind = kind
  }
}

/// One row of a block chart: columns of blocks on a base.
public struct BlockRow: Hashable, Sendable {
  public var name: String
  /// Nil: the neutral colour, no symbol.
  public var series: Int?
  public var blocks: [Block]
  /// In the order of the chart's columns.
  public var cells: [Int]

  public init(name: String, series: Int?, blocks: [Block], cells: [Int]) {
    self.name = name
    self.series = series
    self.blocks = blocks
    self.cells = cells
  }

  /// Heights of the columns, in blocks.
  func heights(_ bins: Int, counted: Bool = false) -> [Int] {
    var heights = [Int](repeating: 0, count: bins)
    for block in blocks where bins > block.bin && block.bin >= 0 {
      if !counted || block.kind.rawValue < BlockKind.hatched.rawValue { heights[block.bin] += 1 }
    }
    return heights
  }
}

/// Small multiples: rows of columns that share both scales, one block for one datum.
public struct BlockSpec: Hashable, Sendable {
  public var caption: Caption
  /// The first is the total.
  public var rows: [BlockRow]
  public var bins: YearBins
  /// The bin that the data cover only in part, marked with an asterisk.
  public var partial: Int?
  public var partialWords: String
  /// Heads of the columns of numbers; the first is that of the counts.
  public var columns: [String]
  /// The sum of the columns, written out.
  public var sum: String
  public var keyTitle: String
  public var key: [BlockKind: String]
  /// Words at the blocks that are marked off in the total row.
  public var bracket: String?

  public init(
    caption: Caption, rows: [BlockRow], bins: YearBins, partial: Int?, partialWords: String,
    columns: [String], sum: String, keyTitle: String, key: [BlockKind: String], bracket: String?
  ) {
    self.caption = caption
    self.rows = rows
    self.bins = bins
    self.partial = partial
    self.partialWords = partialWords
    self.columns = columns
    self.sum = sum
    self.keyTitle = keyTitle
    self.key = key
    self.bracket = bracket
  }
}

/// The ink of one block.
struct BlockMark {
  let theme: Theme
  let unit: Double

  func items(_ rect: Rect, _ kind: BlockKind, _ color: Color) -> [Item] {
    let line = min(1, rect.height / 3) * unit
    let edge = Path.rect(rect.inset(by: line / 2))
    switch kind {
    case .full: return [.fill(.rect(rect), color)]
    case .strong: return [.fill(.rect(rect), theme.ink)]
    case .light:
      return [
        .path(
          edge, fill: .color(color.withAlpha(0.38)), stroke: Stroke(color, width: line))
      ]
    case .hatched:
      return [
        .stroke(hatch(rect.inset(by: line / 2), step: 4 * unit), Stroke(color, width: 1.1 * unit)),
        .stroke(edge, Stroke(color, width: line)),
      ]
    case .hollow:
      let line = 1.5 * line
      return [.stroke(.rect(rect.inset(by: line / 2)), Stroke(color, width: line))]
    }
  }
}
