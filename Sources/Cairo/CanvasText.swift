internal import CCairo
internal import CPango

extension Canvas {
  /// Draws one line of text with the current paint.
  ///
  /// Runs are drawn in the order in which they are read, so that a text of both directions can be
  /// copied from a PDF.
  ///
  /// - Parameters:
  ///   - x: the anchor on the baseline.
  ///   - anchor: how much of the line's width lies left of `x`: 0, ½ or 1.
  public func drawText(
    _ string: String, _ style: TextStyle, x: Double, y: Double, anchor: Double, rightToLeft: Bool,
    engine: TextEngine
  ) throws(GraphicsError) {
    let line = engine.line(string, style, rightToLeft: rightToLeft)
    cairo_save(cr)
    cairo_translate(cr, x, y)
    cairo_scale(cr, style.size / TextFace.size, style.size / TextFace.size)
    let unit = Double(PANGO_SCALE)
    let left = -anchor * Double(line.width) / unit
    line.text.withCString { text in
      for run in line.runs {
        cairo_move_to(cr, left + Double(run.x) / unit, 0)
        pango_cairo_show_glyph_item(cr, text, run.item)
      }
    }
    cairo_restore(cr)
    cairo_new_path(cr)
    try check("draw text")
  }
}
