internal import CPango

/// One line of text with its glyphs, ready to be measured and, once it has its runs, drawn. Lengths
/// are Pango's units.
final class ShapedLine {
  typealias Run = (item: UnsafeMutablePointer<PangoGlyphItem>, x: Int32)

  /// The runs' offsets count bytes of this text.
  let text: String
  /// The runs with their left edges, in the order in which they are read.
  private(set) var runs: [Run] = []
  let width: Int32
  private let line: UnsafeMutablePointer<PangoLayoutLine>?
  /// Those of a text that is all one run, before it has a font to be drawn with.
  private var glyphs: [ShapedGlyph]?

  /// Takes the first line of the layout, which may be used for other text afterwards.
  init(_ text: String, _ layout: OpaquePointer) {
    guard let line = pango_layout_get_line_readonly(layout, 0) else { fatalError("no line") }
    self.text = text
    self.line = pango_layout_line_ref(line)
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
    width = x
  }

  /// A text that is all one run, whose glyphs are known.
  init(_ text: String, _ glyphs: GlyphBuffer) {
    self.text = text
    self.glyphs = glyphs.shaped
    width = glyphs.width
    line = nil
  }

  /// Whether it can't be drawn yet.
  var lacksFont: Bool { glyphs != nil }

  /// Makes the text's run.
  ///
  /// - Parameter sample: an item of the same style and script.
  func add(_ sample: UnsafeMutablePointer<PangoItem>) {
    guard let glyphs, let item = pango_item_copy(sample) else { return }
    item.pointee.offset = 0
    item.pointee.length = Int32(text.utf8.count)
    item.pointee.num_chars = Int32(text.unicodeScalars.count)
    let run = UnsafeMutablePointer<PangoGlyphItem>.allocate(capacity: 1)
    run.initialize(
      to: PangoGlyphItem(
        item: item, glyphs: glyphs.copy(), y_offset: 0, start_x_offset: 0, end_x_offset: 0))
    runs = [(run, 0)]
    self.glyphs = nil
  }

  deinit {
    if let line { return pango_layout_line_unref(line) }
    for (run, _) in runs {
      pango_item_free(run.pointee.item)
      pango_glyph_string_free(run.pointee.glyphs)
      run.deallocate()
    }
  }
}
