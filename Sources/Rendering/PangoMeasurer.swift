internal import Cairo
public import Drawing

/// Measures text as it will be drawn.
///
/// Not to be shared between threads.
public struct PangoMeasurer: TextMeasurer {
  private let engine: TextEngine

  public init(_ fonts: FontLibrary) { engine = fonts.engine }

  /// Advance width of one line, in the frame's units.
  public func width(of string: String, _ font: Font) -> Double {
    engine.width(of: string, font.style)
  }
}
