/// What paths, lines of text and pictures are drawn on. Lengths are user units, y grows downwards.
public protocol DrawingSurface: AnyObject {
  func save() throws(GraphicsError)
  func restore() throws(GraphicsError)

  /// Moves the origin, then scales.
  func transform(x: Double, y: Double, scale: Double) throws(GraphicsError)

  /// A point of user space in the surface's own units, y downwards.
  func device(x: Double, y: Double) -> (x: Double, y: Double)

  /// Starts an empty path.
  func newPath()
  func move(x: Double, y: Double)
  func line(x: Double, y: Double)
  func curve(x1: Double, y1: Double, x2: Double, y2: Double, x3: Double, y3: Double)
  func close()

  /// Fills the path and keeps it; what lies within two outlines is outside if `isEvenOdd`.
  func fill(isEvenOdd: Bool) throws(GraphicsError)

  /// Strokes the path and keeps it.
  func stroke(width: Double, dash: [Double], roundCap: Bool) throws(GraphicsError)

  /// An sRGB colour, components 0…1.
  func setColor(red: Double, green: Double, blue: Double, alpha: Double) throws(GraphicsError)

  /// A gradient along a line; offsets 0…1.
  func setGradient(
    x1: Double, y1: Double, x2: Double, y2: Double,
    stops: [(offset: Double, red: Double, green: Double, blue: Double, alpha: Double)]
  ) throws(GraphicsError)

  /// Draws a PNG so that it fills a rectangle.
  func image(
    png: [UInt8], x: Double, y: Double, width: Double, height: Double
  ) throws(GraphicsError)

  /// Draws one line of text with the current paint.
  ///
  /// Runs are drawn in the order in which they are read, so that a text of both directions can be
  /// copied from a PDF.
  ///
  /// - Parameters:
  ///   - x: the anchor on the baseline.
  ///   - anchor: how much of the line's width lies left of `x`: 0, ½ or 1.
  func drawText(
    _ string: String, _ style: TextStyle, x: Double, y: Double, anchor: Double, rightToLeft: Bool,
    engine: TextEngine
  ) throws(GraphicsError)
}
