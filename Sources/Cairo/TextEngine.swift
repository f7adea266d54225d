internal import CCairo
internal import CPango

/// Shapes text with a set of font files and no others, and remembers what it shaped.
///
/// Not to be shared between threads. Neither the user's font settings nor the locale nor the device change a position: the files are
/// named, hinting is off and positions are not rounded.
public final class TextEngine {
  private let config: OpaquePointer
  private let map: UnsafeMutablePointer<PangoFontMap>
  let context: OpaquePointer
  private let layout: OpaquePointer
  /// For measuring what is not kept.
  private let glyphs: UnsafeMutablePointer<PangoGlyphString>
  private var styles: [TextStyle: StyleRecord] = [:]
  private var current: StyleRecord?
  /// Bytes of the texts whose lines are kept.
  private var kept = 0
  /// More is forgotten, so that a long document takes no more memory than a short one.
  private static let mostKept = 1 << 20

  /// Loads the font files.
  ///
  /// - Throws: ``GraphicsError`` naming the first file that is no font.
  public init(files: [String]) throws(GraphicsError) {
    guard let config = FcConfigCreate() else {
      throw GraphicsError("load fonts", "fontconfig gave no configuration")
    }
    for file in files where FcConfigAppFontAddFile(config, file) == 0 {
      FcConfigDestroy(config)
      throw GraphicsError("load fonts", "cannot read the font \(file)")
    }
    // Without a configuration in place Pango would read the system's, with all its fonts.
    FcConfigSetCurrent(config)
    guard let map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT) else {
      FcConfigDestroy(config)
      throw GraphicsError("load fonts", "Pango has no FreeType fonts")
    }
    pango_fc_font_map_set_config(OpaquePointer(map), config)
    guard let context = pango_font_map_create_context(map), let layout = pango_layout_new(context),
      let glyphs = pango_glyph_string_new()
    else {
      g_object_unref(map)
      FcConfigDestroy(config)
      throw GraphicsError("load fonts", "Pango gave no context")
    }
    self.config = config
    self.map = map
    self.context = context
    self.layout = layout
    self.glyphs = glyphs
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
    styles = [:]
    current = nil
    pango_glyph_string_free(glyphs)
    g_object_unref(UnsafeMutableRawPointer(layout))
    g_object_unref(UnsafeMutableRawPointer(context))
    g_object_unref(map)
    FcConfigDestroy(config)
  }

  /// Advance width of one line, in user units.
  public func width(of string: String, _ style: TextStyle) -> Double {
    if string.isEmpty { return 0 }
    let known = self.style(style)
    if let width = known.widths[string] { return width }
    let units: Int32
    if !string.utf8.contains(0x20), let sample = sample(for: string, known) {
      ShapedLine.shape(string, like: sample, into: glyphs)
      units = pango_glyph_string_get_width(glyphs)
    } else {
      units = line(string, style, rightToLeft: false).width
    }
    let width = Double(units) / Double(PANGO_SCALE)
    remember(string)
    known.widths[string] = width
    return width
  }

  /// The text as one line.
  func line(_ string: String, _ style: TextStyle, rightToLeft: Bool) -> ShapedLine {
    let known = self.style(style)
    if rightToLeft { return laid(string, known, rightToLeft: true) }
    if let line = known.lines[string] { return line }
    let line =
      sample(for: string, known).map { ShapedLine(string, like: $0) }
      ?? laid(string, known, rightToLeft: false)
    remember(string)
    known.lines[string] = line
    return line
  }

  /// An item of the style and script of a text that is all one run; nil for other texts.
  private func sample(for string: String, _ style: StyleRecord)
    -> UnsafeMutablePointer<PangoItem>?
  {
    // Between letters stand gaps, which the layout puts in.
    guard style.style.letterSpacing == 0, let script = PlainScript(string) else { return nil }
    let line =
      style.samples[script]
      ?? {
        let line = laid(script.sample, style, rightToLeft: false)
        style.samples[script] = line
        return line
      }()
    guard let item = line.runs.first?.item.pointee.item, let font = item.pointee.analysis.font,
      string.unicodeScalars.allSatisfy({ $0.isASCII || pango_font_has_char(font, $0.value) != 0 })
    else { return nil }
    return item
  }

  private func remember(_ string: String) {
    kept += string.utf8.count
    guard kept > Self.mostKept else { return }
    for style in styles.values {
      style.widths.removeAll()
      style.lines.removeAll()
    }
    kept = string.utf8.count
  }

  /// The text as the layout has it, with all its scripts and directions.
  func laid(_ string: String, _ style: StyleRecord, rightToLeft: Bool) -> ShapedLine {
    if current !== style {
      pango_layout_set_font_description(layout, style.description)
      pango_layout_set_attributes(layout, style.attributes)
      current = style
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

  func style(_ style: TextStyle) -> StyleRecord {
    if let current, current.style == style { return current }
    if let known = styles[style] { return known }
    let scale = Double(PANGO_SCALE)
    guard let description = pango_font_description_new(), let attributes = pango_attr_list_new()
    else { fatalError("out of memory") }
    pango_font_description_set_family(description, style.family)
    pango_font_description_set_weight(description, PangoWeight(UInt32(style.weight)))
    pango_font_description_set_style(
      description, style.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL)
    pango_font_description_set_absolute_size(description, style.size * scale)
    // Ligatures would hide letters from a reader who selects or searches.
    let features = "liga=0,clig=0,dlig=0" + (style.tabular ? ",tnum=1" : "")
    pango_attr_list_insert(attributes, pango_attr_font_features_new(features))
    if style.letterSpacing != 0 {
      let spacing = Int32((style.letterSpacing * scale).rounded())
      pango_attr_list_insert(attributes, pango_attr_letter_spacing_new(spacing))
    }
    let new = StyleRecord(style, description, attributes)
    styles[style] = new
    return new
  }
}

/// Stands for no bytes where C wants an address.
private nonisolated(unsafe) let emptyText: UnsafePointer<CChar> = {
  let byte = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
  byte.initialize(to: 0)
  return UnsafePointer(byte)
}()
