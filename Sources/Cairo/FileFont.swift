internal import CPango

/// A font file that shapes plain text by its own tables alone.
///
/// It is ready as soon as the file is mapped, where Pango would first read all letters of all fonts.
final class FileFont {
  let file: TextFile
  private let font: OpaquePointer

  /// - Throws: ``GraphicsError`` where the file is no font.
  init(_ file: TextFile) throws(GraphicsError) {
    let blob = hb_blob_create_from_file(file.path)
    let face = hb_face_create(blob, 0)
    hb_blob_destroy(blob)
    defer { hb_face_destroy(face) }
    guard hb_face_get_glyph_count(face) > 0, let font = hb_font_create(face) else {
      throw GraphicsError("load fonts", "cannot read the font \(file.path)")
    }
    hb_font_set_scale(font, Int32(TextFace.unitsPerSize), Int32(TextFace.unitsPerSize))
    self.file = file
    self.font = font
  }

  deinit { hb_font_destroy(font) }

  func has(_ character: Unicode.Scalar) -> Bool {
    var glyph: hb_codepoint_t = 0
    return hb_font_get_nominal_glyph(font, character.value, &glyph) != 0
  }

  /// Shapes a plain text of one line; false where the font lacks a letter of it.
  func shape(_ text: String, _ features: [hb_feature_t], into glyphs: GlyphBuffer) -> Bool {
    glyphs.put(text)
    hb_shape(font, glyphs.buffer, features, UInt32(features.count))
    return glyphs.infos.allSatisfy { $0.codepoint != 0 }
  }
}

/// The glyphs of one text after another.
final class GlyphBuffer {
  let buffer: OpaquePointer
  private let language = hb_language_from_string("en", -1)

  init() {
    guard let buffer = hb_buffer_create() else { fatalError("out of memory") }
    self.buffer = buffer
    hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS)
  }

  deinit { hb_buffer_destroy(buffer) }

  fileprivate func put(_ text: String) {
    hb_buffer_clear_contents(buffer)
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR)
    hb_buffer_set_script(buffer, HB_SCRIPT_LATIN)
    hb_buffer_set_language(buffer, language)
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        hb_buffer_add_utf8(buffer, $0.baseAddress, Int32($0.count), 0, Int32($0.count))
      }
    }
  }

  var infos: UnsafeBufferPointer<hb_glyph_info_t> {
    var count: UInt32 = 0
    let start = hb_buffer_get_glyph_infos(buffer, &count)
    return UnsafeBufferPointer(start: start, count: Int(count))
  }

  private var positions: UnsafeBufferPointer<hb_glyph_position_t> {
    var count: UInt32 = 0
    let start = hb_buffer_get_glyph_positions(buffer, &count)
    return UnsafeBufferPointer(start: start, count: Int(count))
  }

  /// Advance of all glyphs, in Pango's units.
  var width: Int32 { Int32(clamping: positions.reduce(0) { $0 + Int($1.x_advance) }) }

  /// All that is to be kept of the text.
  var shaped: [ShapedGlyph] {
    zip(infos, positions).map { info, position in
      ShapedGlyph(
        number: info.codepoint, cluster: Int32(info.cluster), width: position.x_advance,
        x: position.x_offset, y: -position.y_offset)
    }
  }
}

/// A glyph in its line, in Pango's units.
struct ShapedGlyph {
  var number: UInt32
  /// The place of the first byte of what it stands for.
  var cluster: Int32
  var width: Int32
  var x: Int32
  /// Downwards.
  var y: Int32
}

extension [ShapedGlyph] {
  /// The glyphs as Pango draws them, to be freed.
  func copy() -> UnsafeMutablePointer<PangoGlyphString> {
    guard let glyphs = pango_glyph_string_new() else { fatalError("out of memory") }
    pango_glyph_string_set_size(glyphs, Int32(count))
    for (place, own) in enumerated() {
      var glyph = PangoGlyphInfo()
      glyph.glyph = own.number
      glyph.geometry = PangoGlyphGeometry(width: own.width, x_offset: own.x, y_offset: own.y)
      glyph.attr.is_cluster_start = place > 0 && self[place - 1].cluster == own.cluster ? 0 : 1
      glyphs.pointee.glyphs[place] = glyph
      glyphs.pointee.log_clusters[place] = own.cluster
    }
    return glyphs
  }
}
