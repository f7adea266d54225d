internal import CPango

/// One line of text with its glyphs, ready to be measured and drawn.
final class ShapedLine {
  /// The runs' offsets count bytes of this text.
  let text: String
  private let line: UnsafeMutablePointer<PangoLayoutLine>

  /// Takes the first line of the layout, which may be used for other text afterwards.
  init(_ text: String, _ layout: OpaquePointer) {
    guard let line = pango_layout_get_line_readonly(layout, 0) else { fatalError("no line") }
    self.text = text
    self.line = pango_layout_line_ref(line)
  }

  deinit { pango_layout_line_unref(line) }

  typealias Run = (item: UnsafeMutablePointer<PangoGlyphItem>, x: Int32)

  /// The runs with their left edges, in the order in which they are read, and the line's width;
  /// lengths in Pango's units.
  func runs() -> (runs: [Run], width: Int32) {
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
