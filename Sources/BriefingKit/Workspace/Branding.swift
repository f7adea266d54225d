public import Charts
import Chronicle
public import Drawing

/// A house's own colours and face for its figures; what it leaves out stays as it is.
public struct Branding: Sendable, Hashable {
  /// Colours on one ground.
  public struct Inks: Sendable, Hashable {
    /// Of dark slides; that of paper is white.
    public var ground: Color?
    public var colors: [Swatch: Color] = [:]

    public init() {}
  }

  /// Face of the figures.
  public var font: Font.Family?
  public var light = Inks()
  public var dark = Inks()
  /// In the corner of slides.
  public var logo: Logo?

  public init() {}

  /// A theme with these colours in the place of its own.
  func applied(to theme: Theme, _ inks: Inks) -> Theme {
    var theme = theme
    if let font { (theme.text, theme.display) = (font, font) }
    theme.logo = logo
    if let ground = inks.ground { theme.ground = ground }
    for (swatch, color) in inks.colors { theme[swatch] = color }
    return theme
  }

  /// For light slides and pages.
  public var lightTheme: Theme { applied(to: .light, light) }
  /// For dark slides.
  public var darkTheme: Theme { applied(to: .dark, dark) }
}

extension Swatch {
  /// Its name in `briefing.yaml`: `domains: political`.
  var words: String {
    switch self {
    case .ink: "ink"
    case .secondary: "secondary"
    case .marking: "marking"
    case .side(let index): index == 0 ? "the first side" : "the second side"
    case .series(let index): Domain.allCases[index % Domain.allCases.count].rawValue
    }
  }
}
