internal import CPango

/// Shapes text with a set of font files and no others, and remembers what it shaped.
///
/// Text is shaped in one size and scaled to others, as hinting is off and positions are not
/// rounded; neither the user's font settings nor the locale nor the device change one. Plain text is
/// shaped by its font file alone; Pango, which takes much longer to be ready, shapes the rest and
/// lends the fonts to draw with. Not to be shared between threads.
public final class TextEngine {
  private let fonts: [FileFont]
  private let glyphs = GlyphBuffer()
  private var shaper: PangoShaper?
  /// The faces seen: a few, so that looking through them is quicker than hashing.
  private var faces: [TextFace] = []
  /// Bytes of the texts whose lines are kept.
  private var keptBytes = 0
  /// More is forgotten, so that a long document takes no more memory than a short one.
  private static let mostKept = 1 << 20

  /// Loads the font files.
  ///
  /// - Throws: ``GraphicsError`` naming the first file that is no font.
  public init(files: [TextFile]) throws(GraphicsError) {
    var fonts: [FileFont] = []
    for file in files { fonts.append(try FileFont(file)) }
    self.fonts = fonts
  }

  deinit {
    // Lines keep fonts, which belong to the shaper.
    faces = []
  }

  /// Whether one of the fonts has a glyph of the character.
  public func has(_ character: Unicode.Scalar) -> Bool {
    fonts.contains { $0.has(character) }
  }

  /// Gets ready what drawing in a style needs, which is otherwise done for the first text.
  public func prepare(_ style: TextStyle) { _ = line("a", style, rightToLeft: false) }

  /// Advance width of one line, in user units.
  public func width(of string: String, _ style: TextStyle) -> Double {
    if string.isEmpty { return 0 }
    let face = self.face(style)
    if let width = face.widths[string] { return width * style.size }
    let units: Int32
    if !string.utf8.contains(0x20), isShaped(string, face) {
      units = glyphs.width
    } else {
      // What is measured in several words is likely to be drawn.
      units = kept(string, face).width
    }
    let width = Double(units) / TextFace.unitsPerSize
    remember(string)
    face.widths[string] = width
    return width * style.size
  }

  /// The same as ``line(_:_:rightToLeft:)`` without the short way for plain texts.
  func laidLine(_ string: String, _ style: TextStyle) -> ShapedLine {
    let face = face(style)
    return pango.line(string, face.forPango)
  }

  /// The text as one line, in the size in which all text is shaped, ready to be drawn.
  func line(_ string: String, _ style: TextStyle, rightToLeft: Bool) -> ShapedLine {
    let face = face(style)
    if rightToLeft { return pango.line(string, face.forPango, rightToLeft: true) }
    let line = kept(string, face)
    if line.lacksFont { line.add(item(of: face)) }
    return line
  }

  private func kept(_ string: String, _ face: TextFace) -> ShapedLine {
    if let line = face.lines[string] { return line }
    let line =
      isShaped(string, face)
      ? ShapedLine(string, glyphs)
      : pango.line(string, face.forPango)
    remember(string)
    face.lines[string] = line
    return line
  }

  /// Shapes a text that is all one run of Latin by the face's own file; false for other texts.
  private func isShaped(_ string: String, _ face: TextFace) -> Bool {
    // Between spaced letters stand gaps, which the layout puts in.
    guard face.spacing == 0, let font = face.font, TextFace.isPlain(string) else { return false }
    return font.shape(string, face.features, into: glyphs)
  }

  /// An item of the face, for texts that are all one run.
  private func item(of face: TextFace) -> UnsafeMutablePointer<PangoItem> {
    let line = face.sample ?? pango.line("a", face.forPango, isPlain: true)
    face.sample = line
    guard let item = line.runs.first?.item.pointee.item else { fatalError("no run") }
    return item
  }

  private func remember(_ string: String) {
    keptBytes += string.utf8.count
    guard keptBytes > Self.mostKept else { return }
    for face in faces {
      face.widths.removeAll()
      face.lines.removeAll()
    }
    keptBytes = string.utf8.count
  }

  private var pango: PangoShaper {
    if let shaper { return shaper }
    do {
      let made = try PangoShaper(files: fonts.map(\.file.path))
      shaper = made
      return made
    } catch {
      // The files were found to be fonts before.
      fatalError("\(error.operation): \(error.message)")
    }
  }

  private func face(_ style: TextStyle) -> TextFace {
    if let face = faces.first(where: { $0.suits(style) }) { return face }
    let face = TextFace(style, fonts.first { $0.file.suits(style) })
    faces.append(face)
    return face
  }
}
