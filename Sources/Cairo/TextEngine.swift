internal import CCairo
internal import CPango

/// A face, its size and its spacing, as Pango is asked for them.
public struct TextStyle: Hashable, Sendable {
  public var family: String
  /// 400 is regular, 700 bold.
  public var weight: Int
  public var italic: Bool
  /// Size in user units.
  public var size: Double
  /// Figures of one width.
  public var tabular: Bool
  /// Space after each letter, in user units.
  public var letterSpacing: Double

  public init(
    family: String, weight: Int, italic: Bool, size: Double, tabular: Bool, letterSpacing: Double
  ) {
    self.family = family
    self.weight = weight
    self.italic = italic
    self.size = size
    self.tabular = tabular
    self.letterSpacing = letterSpacing
  }
}

/// Shapes text with a set of font files and no others.
///
/// Neither the user's font settings nor the locale nor the device change a position: the files are
/// named, hinting is off and positions are not rounded.
public final class TextEngine {
  private let config: OpaquePointer
  private let map: UnsafeMutablePointer<PangoFontMap>
  let context: OpaquePointer
  private let layout: OpaquePointer
  /// Descriptions and attributes of the styles seen.
  private var prepared: [TextStyle: Prepared] = [:]
  private var current: TextStyle?

  private struct Prepared {
    let description: OpaquePointer
    let attributes: OpaquePointer
  }

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
    guard let map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT) else {
      FcConfigDestroy(config)
      throw GraphicsError("load fonts", "Pango has no FreeType fonts")
    }
    pango_fc_font_map_set_config(OpaquePointer(map), config)
    guard let context = pango_font_map_create_context(map), let layout = pango_layout_new(context)
    else {
      g_object_unref(map)
      FcConfigDestroy(config)
      throw GraphicsError("load fonts", "Pango gave no context")
    }
    self.config = config
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
    for style in prepared.values {
      pango_font_description_free(style.description)
      pango_attr_list_unref(style.attributes)
    }
    g_object_unref(UnsafeMutableRawPointer(layout))
    g_object_unref(UnsafeMutableRawPointer(context))
    g_object_unref(map)
    FcConfigDestroy(config)
  }

  /// Advance width of one line, in user units.
  public func width(of string: String, _ style: TextStyle) -> Double {
    shaped(string, style, rightToLeft: false) { layout in
      var extents = PangoRectangle()
      pango_layout_get_extents(layout, nil, &extents)
      return Double(extents.width) / Double(PANGO_SCALE)
    }
  }

  /// Lays the line out and gives it to `body`; the layout is valid only there.
  func shaped<Result>(
    _ string: String, _ style: TextStyle, rightToLeft: Bool, _ body: (OpaquePointer) -> Result
  ) -> Result {
    if current != style {
      let ready = prepare(style)
      pango_layout_set_font_description(layout, ready.description)
      pango_layout_set_attributes(layout, ready.attributes)
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
    return body(layout)
  }

  private func prepare(_ style: TextStyle) -> Prepared {
    if let known = prepared[style] { return known }
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
    let ready = Prepared(description: description, attributes: attributes)
    prepared[style] = ready
    return ready
  }
}

/// Stands for no bytes where C wants an address.
private nonisolated(unsafe) let emptyText: UnsafePointer<CChar> = {
  let byte = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
  byte.initialize(to: 0)
  return UnsafePointer(byte)
}()
