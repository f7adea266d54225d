internal import CPango

/// One line of text with its glyphs, ready to be measured and drawn. Lengths are Pango's units.
final class ShapedLine {
  typealias Run = (item: UnsafeMutablePointer<PangoGlyphItem>, x: Int32)

  /// The runs' offsets count bytes of this text.
  let text: String
  /// The runs with their left edges, in the order in which they are read.
  let runs: [Run]
  let width: Int32
  private let line: UnsafeMutablePointer<PangoLayoutLine>?

  /// Takes the first line of the layout, which may be used for other text afterwards.
  init(_ text: String, _ layout: OpaquePointer) {
    guard let line = pango_layout_get_line_readonly(layout, 0) else { fatalError("no line") }
    self.text = text
    self.line = pango_layout_line_ref(line)
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
    self.runs = runs
    width = x
  }

  /// Shapes a text that is all one run, without asking where runs, words and lines end.
  ///
  /// - Parameter sample: an item of the same style and script.
  init(_ text: String, like sample: UnsafeMutablePointer<PangoItem>) {
    guard let item = pango_item_copy(sample), let glyphs = pango_glyph_string_new() else {
      fatalError("out of memory")
    }
    item.pointee.offset = 0
    item.pointee.length = Int32(text.utf8.count)
    item.pointee.num_chars = Int32(text.unicodeScalars.count)
    ShapedLine.shape(text, like: sample, into: glyphs)
    let run = UnsafeMutablePointer<PangoGlyphItem>.allocate(capacity: 1)
    run.initialize(
      to: PangoGlyphItem(
        item: item, glyphs: glyphs, y_offset: 0, start_x_offset: 0, end_x_offset: 0))
    self.text = text
    line = nil
    runs = [(run, 0)]
    width = pango_glyph_string_get_width(glyphs)
  }

  deinit {
    if let line { return pango_layout_line_unref(line) }
    for (run, _) in runs {
      pango_item_free(run.pointee.item)
      pango_glyph_string_free(run.pointee.glyphs)
      run.deallocate()
    }
  }

  /// Puts the glyphs of a text that is all one run into `glyphs`.
  static func shape(
    _ text: String, like sample: UnsafeMutablePointer<PangoItem>,
    into glyphs: UnsafeMutablePointer<PangoGlyphString>
  ) {
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        let count = Int32($0.count)
        pango_shape_full(
          $0.baseAddress, count, $0.baseAddress, count, &sample.pointee.analysis, glyphs)
      }
    }
  }
}
