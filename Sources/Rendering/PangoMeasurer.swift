internal import Cairo
public import Drawing

/// Measures text as it will be drawn, and remembers what it measured.
///
/// Not to be shared between threads.
public final class PangoMeasurer: TextMeasurer {
  private let engine: TextEngine
  private var widths: [Font: [String: Double]] = [:]

  public init(_ fonts: FontLibrary) { engine = fonts.engine }

  /// Advance width of one line, in the frame's units.
  public func width(of string: String, _ font: Font) -> Double {
    if let known = widths[font]?[string] { return known }
    let width = engine.width(of: string, font.style)
    widths[font, default: [:]][string] = width
    return width
  }
}
