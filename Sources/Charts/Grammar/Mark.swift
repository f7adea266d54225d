public import Chronology
public import Drawing

/// A direction of a plot.
public enum Direction: Hashable, Sendable { case x, y }

/// How thick a bar or block is across.
public enum Thickness: Hashable, Sendable {
  case fixed(Double)
  /// Of the band.
  case share(Double)
}

/// The geometry of a mark.
public enum Form: Sendable {
  /// From `x` or 0 to `x2` (or upwards), as thick as said.
  case bar(along: Direction, Thickness)
  /// One datum, one block: stacked in their bands.
  case blocks(along: Direction, Thickness, gap: Double)
  /// A rectangle over both bands, smaller by the inset.
  case cell(inset: Double)
  /// A border of the same rectangle.
  case frame(inset: Double, width: Double)
  /// The datum's symbol.
  case point(radius: Double)
  /// A hollow symbol of this line.
  case ring(radius: Double, width: Double, dash: [Double] = [])
  /// A line across the track at the datum, from so much above it, or along the edge of the track
  /// where nothing is bound.
  case rule(width: Double, dash: [Double] = [], edge: Edge = .start, lift: Double = 0)
  /// A short upright line across a band, in a gap of the bar beneath it.
  case tick(thick: Double, width: Double)
  /// A rectangle behind the other marks.
  case ground
  /// The polygon through the data, closed to zero, translucent.
  case area(opacity: Double)
  /// The line through the data.
  case line(width: Double, dash: [Double] = [])
  /// The datum's words.
  case text(TextPlace)
  /// The datum's words in lines, one below another, beside the stretch from `x` to `x2`: right of it
  /// or left, so that as many fit as can; none before the limit crosses it. Lines, in the way of none,
  /// are interrupted by words upon them.
  case labels(gap: Double, leading: Double, limit: Day?, lines: [Datum] = [])
  /// The datum's words in lines at the tip of the slope that rises from `x` to `x2`, where no slope
  /// crosses them; else the first alone, above the tip and clear of the lines at the steps.
  case slopeNotes(leading: Double, clearOf: Value?, steps: CountSteps)
  /// A planned lane of a timeline.
  case events(PlacedLane)
  /// Below the row, the datum's sentence in a larger face and what it is, with a rule at their left;
  /// none below the limit.
  case quotations(limit: Double)
  /// A key, one item below another from the top of the track.
  case key([LegendItem], pitch: Double)
  /// A key in lines, as many as it needs.
  case keyLine([LegendItem], leading: Double)
  /// A line with caps from `x` to `x2`, so much above the row's base, its words above it; nothing
  /// where they don't fit.
  case capped(lift: Double)
  /// A bracket at the left of a column's blocks, from 0 to `y2`, and beside it the datum's text in two
  /// lines at most, where the other columns, whose heights are given, are low and no grid line crosses
  /// it; nothing where there is no such place.
  case aside(Thickness, heights: [Int], CountSteps)

  // Axes: marks whose data are the steps of the scale.
  /// Lines at the steps of the column's scale; the fifth ones alone or those between.
  case gridX(isMajor: Bool, width: Double, lift: Double = 0)
  /// Lines at the steps of the row's scale.
  case gridY(CountSteps, width: Double)
  /// Names of the steps of the column's scale, and before them the data's own words; what would
  /// meet another name falls away. Marked: the bin that is covered only in part. Bare: without the
  /// steps.
  case namesX(at: TextPlace = TextPlace(.middle), partial: Int? = nil, isBare: Bool = false)
  /// Names of the steps of the row's scale; the highest with the unit that they count.
  case namesY(CountSteps, TextPlace, unit: String = "")

  /// Which edge of a track a line lies on.
  public enum Edge: Hashable, Sendable { case start, end }
}

/// Where words stand at their datum.
public struct TextPlace: Hashable, Sendable {
  /// Where words stand that no row value places.
  public enum Level: Hashable, Sendable { case top, middle, bottom }

  public var anchor: TextLine.Anchor
  public var dx: Double
  public var dy: Double
  public var level: Level
  /// What becomes of words that are longer than the track or the datum's stretch.
  public enum Overflow: Hashable, Sendable {
    case show, shorten, drop
    /// Left out where they would meet words of the same mark that come before.
    case yield
  }
  public var overflow: Overflow

  public init(
    _ anchor: TextLine.Anchor = .start, _ level: Level = .middle, dx: Double = 0, dy: Double = 0,
    overflow: Overflow = .show
  ) {
    self.level = level
    self.anchor = anchor
    self.dx = dx
    self.dy = dy
    self.overflow = overflow
  }
}

/// One layer of a plot: a table, and how its rows are drawn.
public struct Mark: Sendable {
  /// One track or several neighbours.
  public struct Span: Hashable, Sendable, ExpressibleByStringLiteral {
    var first: String
    var last: String

    public init(_ first: String, to last: String? = nil) {
      self.first = first
      self.last = last ?? first
    }

    public init(stringLiteral value: String) { self.init(value) }
  }

  public var form: Form
  public var column: Span
  public var row: Span
  public var data: [Datum]

  /// A mark of data that are channels already; none for an axis.
  public init(_ form: Form, _ column: Span, _ row: Span, _ data: [Datum] = [Datum()]) {
    self.form = form
    self.column = column
    self.row = row
    self.data = data
  }

  /// A mark of a table, its columns bound to channels.
  public init<Row>(
    _ form: Form, _ column: Span, _ row: Span, _ table: [Row], channels: (Row) -> Datum
  ) {
    self.init(form, column, row, table.map(channels))
  }
}
