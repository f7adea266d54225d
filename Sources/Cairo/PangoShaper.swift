internal import CCairo
internal import CPango

/// Shapes text of all scripts and directions, with a set of font files and no others.
final class PangoShaper {
  private let map: UnsafeMutablePointer<PangoFontMap>
  private let context: OpaquePointer
  private let layout: OpaquePointer
  /// The attributes that the layout is set to.
  private var current: OpaquePointer?

  /// - Throws: ``GraphicsError`` naming the first file that is no font.
  init(files: [String]) throws(GraphicsError) {
    let config = try FontFiles.configuration(files)
    // Without a configuration in place Pango would read the system's, with all its fonts.
    FcConfigSetCurrent(config)
    guard let map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT) else {
      throw GraphicsError("load fonts", "Pango has no FreeType fonts")
    }
    pango_fc_font_map_set_config(OpaquePointer(map), config)
    guard let context = pango_font_map_create_context(map), let layout = pango_layout_new(context)
    else {
      g_object_unref(map)
      throw GraphicsError("load fonts", "Pango gave no context")
    }
    self.map = map
    self.context = context
    self.layout = layout
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
    pango_context_set_round_glyph_positions(context, 0)
    pango_context_set_language(context, pango_language_from_string("en"))
    pango_layout_set_single_paragraph_mode(layout, 1)
    pango_layout_set_auto_dir(layout, 0)
  }

  deinit {
    g_object_unref(UnsafeMutableRawPointer(layout))
    g_object_unref(UnsafeMutableRawPointer(context))
    g_object_unref(map)
  }

  /// The text as the layout has it.
  ///
  /// - Parameter isPlain: whether it is all one run, whose letters are made of no parts.
  func line(
    _ string: String, _ face: PangoFace, rightToLeft: Bool = false, isPlain: Bool = false
  ) -> ShapedLine {
    let attributes = isPlain ? face.plainAttributes : face.attributes
    if current != attributes {
      pango_layout_set_font_description(layout, face.description)
      pango_layout_set_attributes(layout, attributes)
      current = attributes
    }
    let direction = rightToLeft ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR
    if pango_context_get_base_dir(context) != direction {
      pango_context_set_base_dir(context, direction)
      pango_layout_context_changed(layout)
    }
    var text = string
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        pango_layout_set_text(layout, $0.baseAddress ?? emptyText, Int32($0.count))
      }
    }
    return ShapedLine(string, layout)
  }
}

/// Stands for no bytes where C wants an address.
private nonisolated(unsafe) let emptyText: UnsafePointer<CChar> = {
  let byte = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
  byte.initialize(to: 0)
  return UnsafePointer(byte)
}()
