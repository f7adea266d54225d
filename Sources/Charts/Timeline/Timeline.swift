public import Chronology
public import Drawing

/// One lane of a timeline.
public struct TimelineLane: Hashable, Sendable {
  /// Identifier, unique in the chart: `political`.
  public var id: String
  public var name: String
  /// Shown after the name.
  public var count: String
  /// Index of the look in ``Theme/series``.
  public var series: Int
  public var entries: [TimelineEntry]

  public init(
    id: String, name: String, count: String, series: Int, entries: [TimelineEntry]
  ) {
    self.id = id
    self.name = name
    self.count = count
    self.series = series
    self.entries = entries
  }
}

/// A day that a line through all lanes points out.
public struct Callout: Hashable, Sendable {
  public var day: Day
  public var text: String

  public init(day: Day, text: String) {
    self.day = day
    self.text = text
  }
}

/// Lanes of marks on one axis of time.
public struct TimelineSpec: Hashable, Sendable {
  public var caption: Caption
  public var lanes: [TimelineLane]
  public var years: ClosedRange<Int>
  /// The day to which the data reach, with the words at its line.
  public var asOf: Callout?
  /// Stretches to be pointed out, with words in falling order of length.
  public var quiet: [ClosedRange<Int>]
  public var quietWords: [String]
  public var callouts: [Callout]
  /// Names of the marks, in the order of the legend.
  public var legend: [TimeMark: String]
  /// What one block of a dense chart is, by the months of its column: "one event, in its quarter".
  public var blockLegend: [Int: String] = [:]
  /// What one bar of a very dense chart is: "events of a quarter, one scale".
  public var barLegend: [Int: String] = [:]
  /// The same for what has not yet happened.
  public var hatchedLegend = ""
  /// The same for blocks of what is not certain.
  public var hollowBlockLegend = ""
  /// The same of bars.
  public var hollowBarLegend = ""
  /// What follows the number of the unlabelled: "more, see chronology".
  public var moreWords: String
  /// The same where the unlabelled have their numbers beside them; empty: as ``moreWords``.
  public var numberedWords = ""
  /// How many entries are labelled where not all can be.
  public var labelled: Int
  /// A row below the lanes: a name and what is said of it.
  public var emptyName: String
  public var emptyWords: String
  /// Under the lanes of a sparse chart: sentences, each with what it is.
  public var quotations: [Datum] = []
  /// Where they end at the latest.
  public var quotationLimit = Double.infinity
  /// For an axis of one year.
  public var monthNames = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  public init(
    caption: Caption, lanes: [TimelineLane], years: ClosedRange<Int>, asOf: Callout? = nil,
    quiet: [ClosedRange<Int>] = [], quietWords: [String] = [], callouts: [Callout] = [],
    legend: [TimeMark: String], moreWords: String, labelled: Int, emptyName: String = "",
    emptyWords: String = ""
  ) {
    self.caption = caption
    self.lanes = lanes
    self.years = years
    self.asOf = asOf
    self.quiet = quiet
    self.quietWords = quietWords
    self.callouts = callouts
    self.legend = legend
    self.moreWords = moreWords
    self.labelled = labelled
    self.emptyName = emptyName
    self.emptyWords = emptyWords
  }
}

/// A chart drawn, with what became of its data.
public struct Drawn: Sendable {
  public var title: String
  public var items: [Item]
  public var size: Size
  /// Ids of the entries that have a mark.
  public var marked: [String]
  /// Ids of the entries that have a label too.
  public var labelled: [String]
  /// Whether blocks, too thin to be told apart, stand together as bars.
  public var hasBars = false

  /// The picture with its meaning.
  public func frame(alternative: String, ground: Color? = nil, language: String = "en-GB") -> Frame
  {
    Frame(
      size: size, title: title, alternative: alternative, language: language, ground: ground,
      items: items)
  }
}
