public import Drawing

/// How one series looks: never by colour alone.
public struct SeriesStyle: Hashable, Sendable {
  public var symbol: Symbol
  public var color: Color

  public init(_ symbol: Symbol, _ color: Color) {
    self.symbol = symbol
    self.color = color
  }
}

/// One step of a ramp: from `from` on, cells have this ground and this ink.
public struct RampStep: Hashable, Sendable {
  public var from: Int
  /// The step's name in the key: `3–4`.
  public var name: String
  public var fill: Color
  public var ink: Color

  public init(from: Int, name: String, fill: Color, ink: Color) {
    self.from = from
    self.name = name
    self.fill = fill
    self.ink = ink
  }
}

/// Inks, palette and faces of all figures.
public struct Theme: Hashable, Sendable {
  /// Text.
  public var ink: Color
  /// Text of less weight.
  public var secondary: Color
  /// Axis and lane rules.
  public var rule: Color
  /// Every fifth grid line.
  public var major: Color
  /// Grid lines between; they carry no meaning.
  public var minor: Color
  /// Ground of a stretch of time.
  public var band: Color
  /// Marks of no series: totals.
  public var neutral: Color
  /// Only for how confidential it is.
  public var marking: Color
  /// What labels are knocked out with; nil: nothing is known of the ground, so they aren't.
  public var paper: Color?
  /// The ground that the inks are chosen for.
  public var ground: Color
  /// Of two sides, never the colours of a series, and of both together.
  public var sides: [Color]
  /// In the order in which a spec numbers its series.
  public var series: [SeriesStyle]
  public var ramp: [RampStep]
  /// Face of titles of whole pages.
  public var display: Font.Family
  /// Face of everything else.
  public var text: Font.Family
  /// Stands in the upper right corner of slides with a title.
  public var logo: Logo?

  /// For white paper and light slides.
  public static let light = Theme(
    ink: Color(0x1A1F2B), secondary: Color(0x4A5261), rule: Color(0xC3C8D0),
    major: Color(0xD9DDE3), minor: Color(0xEEF0F3), band: Color(0xF5F6F8),
    neutral: Color(0x5A6372), marking: Color(0x9E1B32), paper: nil, ground: Color(0xFFFFFF),
    sides: [Color(0x1A7378), Color(0xA85A1A), Color(0x767E88)],
    series: [
      SeriesStyle(.circle, Color(0x3460A0)), SeriesStyle(.square, Color(0x73232D)),
      SeriesStyle(.triangle, Color(0x4F7D55)), SeriesStyle(.pentagon, Color(0x4A94B5)),
      SeriesStyle(.hexagon, Color(0x5B656D)), SeriesStyle(.nabla, Color(0xAC8815)),
      SeriesStyle(.diamond, Color(0x482C5C)), SeriesStyle(.cross, Color(0xAF330C)),
    ],
    ramp: [
      RampStep(from: 1, name: "1", fill: Color(0xCFDAEA), ink: Color(0x1A1F2B)),
      RampStep(from: 2, name: "2", fill: Color(0xA3B8D6), ink: Color(0x1A1F2B)),
      RampStep(from: 3, name: "3–4", fill: Color(0x7393BE), ink: Color(0x1A1F2B)),
      RampStep(from: 5, name: "5–7", fill: Color(0x3460A0), ink: Color(0xFFFFFF)),
      RampStep(from: 8, name: "8+", fill: Color(0x1C3A66), ink: Color(0xFFFFFF)),
    ],
    display: .notoSerif, text: .inter)

  /// For dark slides.
  public static let dark = Theme(
    ink: Color(0xF2F4F7), secondary: Color(0xB4BCC8), rule: Color(0x4A5362),
    major: Color(0x333B48), minor: Color(0x232A35), band: Color(0x1B212C),
    neutral: Color(0x9AA3B0), marking: Color(0xFF8E99), paper: nil, ground: Color(0x141922),
    sides: [Color(0x4FC3C7), Color(0xF0A060), Color(0x9AA3B0)],
    series: [
      SeriesStyle(.circle, Color(0x80A5FD)), SeriesStyle(.square, Color(0xA06E74)),
      SeriesStyle(.triangle, Color(0xCDF1BC)), SeriesStyle(.pentagon, Color(0x77EFFF)),
      SeriesStyle(.hexagon, Color(0xB0B0B0)), SeriesStyle(.nabla, Color(0xFABC41)),
      SeriesStyle(.diamond, Color(0x8271A5)), SeriesStyle(.cross, Color(0xE14B36)),
    ],
    ramp: [
      RampStep(from: 1, name: "1", fill: Color(0x1C3A66), ink: Color(0xFFFFFF)),
      RampStep(from: 2, name: "2", fill: Color(0x3460A0), ink: Color(0xFFFFFF)),
      RampStep(from: 3, name: "3–4", fill: Color(0x7393BE), ink: Color(0x1A1F2B)),
      RampStep(from: 5, name: "5–7", fill: Color(0xA3B8D6), ink: Color(0x1A1F2B)),
      RampStep(from: 8, name: "8+", fill: Color(0xF1F4F9), ink: Color(0x1A1F2B)),
    ],
    display: .notoSerif, text: .inter)

  /// The same, on paper whose colour is known.
  public var onPaper: Theme {
    var theme = self
    theme.paper = ground
    return theme
  }

  /// The colour of an ink.
  func color(_ ink: Ink) -> Color {
    switch ink {
    case .ink: self.ink
    case .secondary: secondary
    case .rule: rule
    case .major: major
    case .minor: minor
    case .band: band
    case .neutral: neutral
    case .ground: ground
    case .series(let index): series[index % series.count].color
    case .side(let index): sides[min(index, sides.count - 1)]
    case .ramp(let count): step(of: count)?.fill ?? minor
    case .onRamp(let count): step(of: count)?.ink ?? self.ink
    }
  }

  /// What reads best on a colour: white or ink, whichever stands out more.
  func inkOn(_ color: Color) -> Color {
    let white = Color(0xFFFFFF)
    let dark = Color(0x1A1F2B)
    return white.contrast(with: color) >= dark.contrast(with: color) ? white : dark
  }

  /// The same with steps that tell counts up to `most` apart: from 24 on they begin at round numbers,
  /// each about twice the one before.
  public func ramp(to most: Int) -> Theme {
    guard most >= 24 else { return self }
    let round = [1, 10, 100, 1000, 10_000, 100_000].flatMap { [$0, 2 * $0, 5 * $0] }
    let above = round.filter { $0 > 1 && $0 * 10 <= most * 9 }.suffix(ramp.count - 1)
    let starts = [1] + above
    var theme = self
    for (index, from) in starts.enumerated() {
      theme.ramp[index].from = from
      let last = index + 1 < starts.count ? starts[index + 1] - 1 : nil
      theme.ramp[index].name = last.map { $0 == from ? "\(from)" : "\(from)–\($0)" } ?? "\(from)+"
    }
    return theme
  }

  /// The step of a count; nil for zero.
  public func step(of count: Int) -> RampStep? { ramp.last { $0.from <= count } }
}
