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
    engine.shaped(string, style, rightToLeft: rightToLeft) { layout in
      guard let line = pango_layout_get_line_readonly(layout, 0),
        let text = pango_layout_get_text(layout)
      else { return }
      let unit = Double(PANGO_SCALE)
      let runs = placed(line)
      let left = x - anchor * Double(runs.width) / unit
      for run in runs.runs {
        cairo_move_to(cr, left + Double(run.x) / unit, y)
        pango_cairo_show_glyph_item(cr, text, run.item)
      }
      cairo_new_path(cr)
    }
    try check("draw text")
  }

  private typealias Run = (item: UnsafeMutablePointer<PangoGlyphItem>, x: Int32)

  /// The line's runs with their left edges, in logical order, and its width.
  private func placed(_ line: UnsafeMutablePointer<PangoLayoutLine>) -> (runs: [Run], width: Int32)
  {
    var runs: [Run] = []
    var x: Int32 = 0
    var node = line.pointee.runs
    while let entry = node {
      if let data = entry.pointee.data {
        let item = data.assumingMemoryBound(to: PangoGlyphItem.self)
        runs.append((item, x + item.pointee.start_x_offset))
        x += pango_glyph_string_get_width(item.pointee.glyphs)
      }
      node = entry.pointee.next
    }
    runs.sort { $0.item.pointee.item.pointee.offset < $1.item.pointee.item.pointee.offset }
    return (runs, x)
  }
}
