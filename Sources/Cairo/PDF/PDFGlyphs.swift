internal import CCairo
internal import CPango

/// The glyphs that a document shows, and the fonts that hold them and no others.
///
/// The graphics library makes the fonts: it writes a sheet that shows each glyph once, and from the
/// sheet's file come the fonts, with the code that each glyph has in them.
final class PDFGlyphs {
  /// How a glyph is shown.
  struct Code {
    /// The name of its font among the resources; empty before the fonts are made.
    var font = ""
    var value = 0
    var isWide = false
    /// Advance in thousandths of the size.
    var width = 0.0
    /// Whether the font tells which letter it stands for.
    var isReadable = true
  }

  private struct Face {
    let font: UnsafeMutablePointer<PangoFont>
    /// Numbers of glyphs in ``codes``, by glyph and scalar.
    var numbers: [UInt64: Int] = [:]
    /// In the order of their first use.
    var glyphs: [(glyph: UInt32, scalar: Unicode.Scalar?, number: Int)] = []
  }

  private var faces: [Face] = []
  private var last = 0
  private(set) var codes: [Code] = []

  /// What is known of fonts, whether their letters are pictures.
  private var pictures: [UnsafeMutablePointer<PangoFont>: Bool] = [:]

  deinit {
    for face in faces { g_object_unref(face.font) }
    for font in pictures.keys { g_object_unref(font) }
  }

  /// Whether the letters of a font are pictures, which no font of a document holds.
  func isOfPictures(_ font: UnsafeMutablePointer<PangoFont>) -> Bool {
    if let known = pictures[font] { return known }
    let face = hb_font_get_face(pango_font_get_hb_font(font))
    let isOfPictures =
      hb_ot_color_has_png(face) != 0 || hb_ot_color_has_layers(face) != 0
      || hb_ot_color_has_svg(face) != 0
    g_object_ref(font)
    pictures[font] = isOfPictures
    return isOfPictures
  }

  /// The number of a glyph that stands for a letter; nil: for several, or for a part of one.
  func number(
    of glyph: UInt32, for scalar: Unicode.Scalar?, in font: UnsafeMutablePointer<PangoFont>
  ) -> Int {
    if !faces.indices.contains(last) || faces[last].font != font { last = place(of: font) }
    let key = UInt64(glyph) << 32 | UInt64(scalar?.value ?? 0)
    if let number = faces[last].numbers[key] { return number }
    let number = codes.count
    codes.append(Code())
    faces[last].numbers[key] = number
    faces[last].glyphs.append((glyph, scalar, number))
    return number
  }

  /// Takes over the glyphs of another document.
  ///
  /// - Returns: their numbers here, by those there.
  func adopt(_ other: PDFGlyphs) -> [Int] {
    var numbers = [Int](repeating: 0, count: other.codes.count)
    for face in other.faces {
      let own = faces.first { Self.areAlike($0.font, face.font) }?.font ?? face.font
      for glyph in face.glyphs {
        numbers[glyph.number] = number(of: glyph.glyph, for: glyph.scalar, in: own)
      }
    }
    return numbers
  }

  /// Whether fonts of two maps are the same face in the same size.
  private static func areAlike(
    _ font: UnsafeMutablePointer<PangoFont>, _ other: UnsafeMutablePointer<PangoFont>
  ) -> Bool {
    let descriptions = [font, other].map(pango_font_describe_with_absolute_size)
    defer { descriptions.forEach(pango_font_description_free) }
    return pango_font_description_equal(descriptions[0], descriptions[1]) != 0
  }

  private func place(of font: UnsafeMutablePointer<PangoFont>) -> Int {
    if let place = faces.firstIndex(where: { $0.font == font }) { return place }
    g_object_ref(font)
    faces.append(Face(font: font))
    return faces.count - 1
  }

  /// Makes the fonts, and gives each glyph its code.
  ///
  /// - Returns: the fonts by their names, as resources of `file`.
  func makeFonts(for file: PDFFile) throws(GraphicsError) -> PDFObject {
    let fonts = file.dictionary([:])
    guard !codes.isEmpty else { return fonts }
    let sheet = try PDFFile(drawSheet())
    guard let page = sheet.pages.first else {
      throw GraphicsError("make fonts", "the sheet of glyphs has no page")
    }
    let made = sheet.get(sheet.get(page, "/Resources"), "/Font")
    var widths: [String: PDFWidths] = [:]
    for name in sheet.keys(made) {
      let font = sheet.get(made, name)
      widths[name] = PDFWidths(font, sheet)
      sheet.nameGlyphMap(of: font)
      file.adopt(font, of: sheet)
      file.set(fonts, name, font)
    }
    var shown = PDFSheetReader(try sheet.stream(sheet.get(page, "/Contents"))) {
      widths[$0]?.isWide ?? false
    }
    for face in faces {
      for glyph in face.glyphs {
        guard let code = shown.next(), let width = widths[code.font]?[code.value] else {
          throw GraphicsError("make fonts", "a glyph is missing on the sheet")
        }
        codes[glyph.number] = code
        codes[glyph.number].width = width
        codes[glyph.number].isReadable = code.isReadable && glyph.scalar != nil
      }
    }
    return fonts
  }

  /// A page with each glyph once.
  private func drawSheet() throws(GraphicsError) -> [UInt8] {
    let sink = ByteSink()
    // Wide and high enough that no glyph lies outside, which would not be written.
    let surface = cairo_pdf_surface_create_for_stream(
      ByteSink.write, Unmanaged.passUnretained(sink).toOpaque(), 14_000, 14_000)
    guard let surface, let cr = cairo_create(surface) else {
      throw GraphicsError("make fonts", "out of memory")
    }
    cairo_pdf_surface_set_metadata(
      surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z")
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, "2000-01-01T00:00:00Z")
    var count = 0
    for face in faces {
      guard let scaled = pango_cairo_font_get_scaled_font(OpaquePointer(face.font)) else {
        throw GraphicsError("make fonts", "a font can't be drawn")
      }
      cairo_set_scaled_font(cr, scaled)
      var text: [CChar] = []
      var glyphs: [cairo_glyph_t] = []
      var clusters: [cairo_text_cluster_t] = []
      for (glyph, scalar, _) in face.glyphs {
        let bytes = scalar.map { Array(String($0).utf8) } ?? []
        text += bytes.map { CChar(bitPattern: $0) }
        glyphs.append(
          cairo_glyph_t(
            index: UInt(glyph), x: Double(50 + count % 300 * 45),
            y: Double(100 + count / 300 % 300 * 45)))
        clusters.append(cairo_text_cluster_t(num_bytes: Int32(bytes.count), num_glyphs: 1))
        count += 1
      }
      cairo_show_text_glyphs(
        cr, text, Int32(text.count), glyphs, Int32(glyphs.count), clusters, Int32(clusters.count),
        cairo_text_cluster_flags_t(0))
    }
    cairo_show_page(cr)
    var status = cairo_status(cr)
    cairo_destroy(cr)
    cairo_surface_finish(surface)
    if status == CAIRO_STATUS_SUCCESS { status = cairo_surface_status(surface) }
    cairo_surface_destroy(surface)
    guard status == CAIRO_STATUS_SUCCESS else {
      throw GraphicsError("make fonts", String(cString: cairo_status_to_string(status)))
    }
    return sink.bytes
  }
}

/// The advances of a font's characters, in thousandths of the size.
struct PDFWidths {
  let isWide: Bool
  private var widths: [Int: Double] = [:]
  private var other = 0.0

  init(_ font: PDFObject, _ file: PDFFile) {
    isWide = file.name(file.get(font, "/Subtype")) == "/Type0"
    guard isWide else {
      let first = file.integer(file.get(font, "/FirstChar")) ?? 0
      for (place, width) in file.items(file.get(font, "/Widths")).enumerated() {
        widths[first + place] = file.real(width)
      }
      return
    }
    let inner = file.items(file.get(font, "/DescendantFonts")).first ?? file.null
    other = file.real(file.get(inner, "/DW")) ?? 1000
    let parts = file.items(file.get(inner, "/W"))
    var at = 0
    while at + 1 < parts.count, let first = file.integer(parts[at]) {
      if file.isArray(parts[at + 1]) {
        for (place, width) in file.items(parts[at + 1]).enumerated() {
          widths[first + place] = file.real(width)
        }
        at += 2
      } else if at + 2 < parts.count, let last = file.integer(parts[at + 1]), last >= first {
        for code in first...min(last, 0xFFFF) { widths[code] = file.real(parts[at + 2]) }
        at += 3
      } else {
        return
      }
    }
  }

  subscript(code: Int) -> Double { widths[code] ?? other }
}
