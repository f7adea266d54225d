public import Drawing

/// Sizes of everything in a figure, for one use of it; lengths in the frame's units.
public struct Style: Hashable, Sendable {
  /// Free on the left and right.
  public var margin: Double
  public var title: Font
  public var subtitle: Font
  public var axis: Font
  /// Names of lanes and rows.
  public var name: Font
  public var count: Font
  public var label: Font
  /// Labels of the second rank.
  public var minorLabel: Font
  public var note: Font
  public var number: Font
  public var value: Font
  /// Baseline of the title's first line, of the subtitle below it, leading of each.
  public var titleBaseline: Double
  public var titleLeading: Double
  public var subtitleLeading: Double
  /// From the last baseline of the caption to the plot.
  public var captionGap: Double
  public var noteLeading: Double
  /// From the lowest baseline to the frame's edge.
  public var footGap: Double
  /// Width of the column of names.
  public var gutter: Double
  /// Share of the size of a slide's marks.
  public var unit: Double
  /// Whether the frame has a height of its own that the plot fills.
  public var fillsHeight: Bool
  public var titled: Bool
  /// Whether captions stand at the right, as they are read from there.
  public var isRightToLeft = false
  /// How many lines a title may take before a shorter wording is chosen.
  public var titleLines = 1

  /// Room for fonts that run wider where a slide is opened without its own.
  public var slack: Double { fillsHeight ? 1.08 : 1 }

  /// The face of a use.
  public func font(_ role: FontRole) -> Font {
    switch role {
    case .name: name
    case .count: count
    case .label: label
    case .minorLabel: minorLabel
    case .note: note
    case .strongNote: Font(note.family, note.size, .semibold)
    case .number: number
    case .value: value
    case .axis: axis
    case .subtitle: subtitle
    case .heading: Font(name.family, fillsHeight ? 15 : 8.6, .bold)
    case .callout: Font(axis.family, 7, .medium)
    case .sideNote: Font(name.family, fillsHeight ? 12 : 7.5, .semibold)
    case .numeral: numeral
    }
  }

  /// Numerals in cells and at bars.
  public var numeral: Font {
    Font(name.family, fillsHeight ? 12 : 7, .semibold, tabular: true)
  }

  /// From a mark without label to the small number beside it.
  var noteGap: Double { max(2.4, 2.5 * unit) }

  /// Slides of 960 by 540.
  public static let slide = Style(
    margin: 40, title: Font(.inter, 20, .bold), subtitle: Font(.inter, 12),
    axis: Font(.inter, 12, tabular: true), name: Font(.inter, 13, .semibold),
    count: Font(.inter, 12), label: Font(.inter, 14, .medium), minorLabel: Font(.inter, 12),
    note: Font(.inter, 11), number: Font(.inter, 11), value: Font(.inter, 13, .bold, tabular: true),
    titleBaseline: 44, titleLeading: 25, subtitleLeading: 15, captionGap: 38, noteLeading: 14,
    footGap: 18, gutter: 118, unit: 1, fillsHeight: true, titled: true)

  /// Half a slide, beside text.
  public static let halfSlide: Style = {
    var style = slide
    style.margin = 28
    style.title.size = 18
    style.titleBaseline = 40
    style.titleLeading = 23
    style.captionGap = 30
    style.gutter = 96
    style.titleLines = 2
    style.label.size = 13
    return style
  }()

  /// Figures on a page.
  public static let page = Style(
    margin: 0, title: Font(.inter, 10.5, .semibold), subtitle: Font(.inter, 8),
    axis: Font(.inter, 7.5), name: Font(.inter, 8.6, .bold), count: Font(.inter, 7.5),
    label: Font(.inter, 8), minorLabel: Font(.inter, 7.6), note: Font(.inter, 6.6),
    number: Font(.inter, 6.5), value: Font(.inter, 8, .bold, tabular: true), titleBaseline: 10,
    titleLeading: 13, subtitleLeading: 11, captionGap: 16, noteLeading: 9, footGap: 2.5,
    gutter: 83, unit: 0.52, fillsHeight: false, titled: true)

  /// A figure that fills a page of its own.
  public static let plate: Style = {
    var style = page
    style.title = Font(.notoSerif, 15, .semibold)
    style.titleBaseline = 14
    style.titleLeading = 19
    style.gutter = 88
    return style
  }()
}
