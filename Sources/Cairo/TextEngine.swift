internal import CCairo
internal import CPango

/// Shapes text with a set of font files and no others, and remembers what it shaped.
///
/// Text is shaped in one size and scaled to others, as hinting is off and positions are not
/// rounded; neither the user's font settings nor the locale nor the device change one. Not to be
/// shared between threads.
public final class TextEngine {
  private let config: OpaquePointer
  private let map: UnsafeMutablePointer<PangoFontMap>
  let context: OpaquePointer
  private let layout: OpaquePointer
  /// For measuring what is not kept.
  private let glyphs: UnsafeMutablePointer<PangoGlyphString>
  /// The faces seen: a few, so that looking through them is quicker than hashing.
  private var faces: [TextFace] = []
  /// The attributes that the layout is set to.
  private var current: OpaquePointer?
  /// Bytes of the texts whose lines are kept.
  private var kept = 0
  /// More is forgotten, so that a long document takes no more memory than a short one.
  private static let mostKept = 1 << 20

  /// Loads the font files.
  ///
  /// - Throws: ``GraphicsError`` naming the first file that is no font.
  public init(files: [String]) throws(GraphicsError) {
    let config = try FontFiles.configuration(files)
    // Without a configuration in place Pango would read the system's, with all its fonts.
    FcConfigSetCurrent(config)
    guard let map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT) else {
      throw GraphicsError("load fonts", "Pango has no FreeType fonts")
    }
    pango_fc_font_map_set_config(OpaquePointer(map), config)
    guard let context = pango_font_map_create_context(map), let layout = pango_layout_new(context),
      let glyphs = pango_glyph_string_new()
    else {
      g_object_unref(map)
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
    faces = []
    current = nil
    pango_glyph_string_free(glyphs)
    g_object_unref(UnsafeMutableRawPointer(layout))
    g_object_unref(UnsafeMutableRawPointer(context))
    g_object_unref(map)
  }

  /// Whether one of the fonts has a glyph of the character.
  public func has(_ character: Unicode.Scalar) -> Bool {
    guard let fonts = FcConfigGetFonts(config, FcSetApplication) else { return false }
    for index in 0..<Int(fonts.pointee.nfont) {
      var letters: OpaquePointer?
      guard let font = fonts.pointee.fonts[index],
        FcPatternGetCharSet(font, FC_CHARSET, 0, &letters) == FcResultMatch, let letters
      else { continue }
      if FcCharSetHasChar(letters, character.value) != 0 { return true }
    }
    return false
  }

  /// Advance width of one line, in user units.
  public func width(of string: String, _ style: TextStyle) -> Double {
    if string.isEmpty { return 0 }
    let face = self.face(style)
    if let width = face.widths[string] { return width * style.size }
    let units: Int32
    if !string.utf8.contains(0x20), let sample = sample(for: string, face) {
      ShapedLine.shape(string, like: sample, into: glyphs)
      units = pango_glyph_string_get_width(glyphs)
    } else {
      units = line(string, face, rightToLeft: false).width
    }
    let width = Double(units) / TextFace.unitsPerSize
    remember(string)
    face.widths[string] = width
    return width * style.size
  }

  /// The same as ``line(_:_:rightToLeft:)`` without the short way for plain texts.
  func laidLine(_ string: String, _ style: TextStyle) -> ShapedLine {
    laid(string, face(style), rightToLeft: false)
  }

  /// The text as one line, in the size in which all text is shaped.
  func line(_ string: String, _ style: TextStyle, rightToLeft: Bool) -> ShapedLine {
    line(string, face(style), rightToLeft: rightToLeft)
  }

  private func line(_ string: String, _ face: TextFace, rightToLeft: Bool) -> ShapedLine {
    if rightToLeft { return laid(string, face, rightToLeft: true) }
    if let line = face.lines[string] { return line }
    let line =
      sample(for: string, face).map { ShapedLine(string, like: $0) }
      ?? laid(string, face, rightToLeft: false)
    remember(string)
    face.lines[string] = line
    return line
  }

  /// An item of the face, for a text that is all one run of Latin; nil for other texts.
  private func sample(for string: String, _ face: TextFace) -> UnsafeMutablePointer<PangoItem>? {
    // Between spaced letters stand gaps, which the layout puts in.
    guard face.spacing == 0, TextFace.isPlain(string) else { return nil }
    let line = face.sample ?? laid("a", face, face.plainAttributes, rightToLeft: false)
    face.sample = line
    guard let item = line.runs.first?.item.pointee.item, let font = item.pointee.analysis.font,
      TextFace.isPlainASCII(string)
        || string.unicodeScalars.allSatisfy({
          $0.isASCII || pango_font_has_char(font, $0.value) != 0
        })
    else { return nil }
    return item
  }

  private func remember(_ string: String) {
    kept += string.utf8.count
    guard kept > Self.mostKept else { return }
    for face in faces {
      face.widths.removeAll()
      face.lines.removeAll()
    }
    kept = string.utf8.count
  }

  /// The text as the layout has it, with all its scripts and directions.
  private func laid(_ string: String, _ face: TextFace, rightToLeft: Bool) -> ShapedLine {
    laid(string, face, face.attributes, rightToLeft: rightToLeft)
  }

  private func laid(
    _ string: String, _ face: TextFace, _ attributes: OpaquePointer, rightToLeft: Bool
  ) -> ShapedLine {
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

  private func face(_ style: TextStyle) -> TextFace {
    if let face = faces.first(where: { $0.suits(style) }) { return face }
    let face = TextFace(style)
    faces.append(face)
    return face
  }
}

/// Stands for no bytes where C wants an address.
private nonisolated(unsafe) let emptyText: UnsafePointer<CChar> = {
  let byte = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
  byte.initialize(to: 0)
  return UnsafePointer(byte)
}()
