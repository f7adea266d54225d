import Charts
import Chronicle
import Drawing
import Layout

/// Faces, sizes and inks of the pages.
enum PageStyle {
  static let ink = Color(0x1A1F2B)
  static let secondary = Color(0x4A5261)
  /// Only for doubt.
  static let flag = Color(0x8A5A00)
  /// Only for the marking.
  static let marking = Color(0x9E1B32)

  static let pageRule = Stroke(ink, width: 1.2)
  static let sectionRule = Stroke(ink, width: 0.8)
  static let rowRule = Stroke(Color(0xD9DDE3), width: 0.4)
  static let hairline = Stroke(Color(0xC3C8D0), width: 0.5)
  static let writingLine = Stroke(Color(0x9AA1AC), width: 0.5)

  /// One way of setting text: its face, the distance of lines and its ink.
  struct Text {
    var font: Font
    var leading: Double
    var color = PageStyle.ink

    func with(_ color: Color) -> Text { Text(font: font, leading: leading, color: color) }
  }

  private static func serif(
    _ size: Double, _ leading: Double, _ weight: Font.Weight = .regular, italic: Bool = false
  ) -> Text {
    Text(font: Font(.notoSerif, size, weight, italic: italic), leading: leading)
  }

  private static func sans(
    _ size: Double, _ leading: Double, _ weight: Font.Weight = .regular, tabular: Bool = false
  ) -> Text {
    Text(font: Font(.inter, size, weight, tabular: tabular), leading: leading)
  }

  /// All leadings and gaps are multiples of the step: lines beside each other share baselines.
  static let grid = BaselineGrid(step: 3.5, phase: 0.7)

  static let cardTitle = serif(25, 28, .semibold)
  static let smallCardTitle = serif(20, 24.5, .semibold)
  static let title: Text = {
    var text = serif(20, 28, .semibold)
    text.font.letterSpacing = -0.1
    return text
  }()
  static let heading = serif(12, 17.5, .semibold)
  static let lead = serif(9.5, 14)
  static let cardSentence = serif(9.5, 14)
  static let body = serif(8.8, 14)
  static let method = serif(8.4, 14)
  static let ledgerQuote = serif(7.6, 10.5)
  static let quote = serif(7.6, 10.5)
  static let voice = serif(9, 14, italic: true)
  static let fact = serif(10.5, 14, .semibold)
  static let factCaption = sans(7.5, 10.5).with(secondary)
  static let figureTitle = sans(10.5, 14, .semibold)
  static let subtitle = sans(8, 10.5).with(secondary)
  static let note = sans(6.8, 10.5).with(secondary)
  static let tableHead = sans(7.2, 10.5, .semibold).with(secondary)
  static let cell = sans(8, 10.5, tabular: true)
  static let cellNumber = sans(7.2, 10.5, tabular: true).with(secondary)
  static let cellSource = sans(7, 10.5, tabular: true).with(secondary)
  static let chronology = sans(7.8, 10.5, tabular: true)
  static let year = serif(7.8, 10.5, .bold)
  static let undated = sans(7.3, 10.5, tabular: true)
  static let sideHead = sans(8, 10.5, .semibold)
  static let quoteCell = serif(8, 10.5)
  static let side = sans(7.8, 10.5)
  static let label = sans(7.8, 10.5).with(secondary)
  static let slot = sans(7.5, 10.5).with(secondary)
  static let kicker = sans(7.5, 10.5, .semibold).with(secondary)
  static let asOf = sans(8, 10.5).with(secondary)
  static let furniture = sans(7.2, 10.5).with(secondary)
  static let markingFont = Font(.inter, 7.5, .semibold, letterSpacing: 0.9)

  /// The face of citations in prose.
  static let citation = Font(.inter, 6.6)
  /// The face of the word that opens a paragraph.
  static let runIn = Font(.inter, 8.6, .semibold)

  /// The shape of a domain, centred on a line of text.
  static func mark(
    _ domain: Domain, in theme: Theme, radius: Double = 2.5, leading: Double, baseline: Double
  ) -> Picture {
    let index = Domain.allCases.firstIndex(of: domain) ?? 0
    let style = theme.series[index]
    let path = style.symbol.path(at: Point(radius + 0.6, baseline - 2.7), radius: radius)
    return Picture(
      [.fill(path, style.color)], size: Size(2 * radius + 1.2, leading), baseline: baseline,
      isOrnament: true)
  }
}
